"""Learners by questions: the whole attempts at a publication with the points of every answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction

from sqlalchemy import Select, select

from quizapp.items.item import Response
from quizapp.store.attempts import HUNDREDTHS, Attempt, Draft, StoredResponse
from quizapp.store.engine import db
from quizapp.store.learners import Learner, LearnerSession
from quizapp.store.quizzes import Publication
from quizapp.text.alphabet import register_order

ROWS = 40
MOST_ROWS = 300
MOST_LIVE = 60
"""More than two classes at once."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One attempt: points by position, where there is an answer; positions answered and not graded yet."""

    attempt_id: int
    public_id: str
    learner: str
    nickname: str
    started_at: datetime
    finished_at: datetime | None
    score: int | None
    questions: int
    is_first: bool | None
    cells: Mapping[int, Fraction]
    waiting: frozenset[int] = frozenset()

    @property
    def points(self) -> Fraction:
        """In the end, or so far."""
        if self.score is not None:
            return Fraction(self.score, HUNDREDTHS)
        return sum(self.cells.values(), Fraction(0))

    @property
    def share(self) -> Fraction:
        return self.points / self.questions


@dataclass(frozen=True, slots=True)
class Grid:
    """Some rows in the order of a register, and how many there are; of very many, only the newest."""

    rows: Sequence[GridRow]
    total: int
    page: int
    is_cut: bool

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // ROWS))


def grid(publications: Sequence[Publication], page: int) -> Grid:
    """A page of the grid; one beyond the last is the last."""
    newest = _rows(_whole(publications).limit(MOST_ROWS + 1))
    listed = sorted(newest[:MOST_ROWS], key=_in_the_register)
    page = min(max(1, page), max(1, -(-len(listed) // ROWS)))
    shown = listed[(page - 1) * ROWS : page * ROWS]
    return Grid(_with_cells(shown), len(listed), page, len(newest) > MOST_ROWS)


def whole_grid(publications: Sequence[Publication]) -> Iterator[GridRow]:
    """The whole grid, for a file."""
    rows = sorted(_rows(_whole(publications)), key=_in_the_register)
    for start in range(0, len(rows), MOST_ROWS):
        yield from _with_cells(rows[start : start + MOST_ROWS])


def live_grid(publication: Publication) -> Sequence[GridRow]:
    """Who answers now: those who came last, and what they have answered so far."""
    rows = sorted(_rows(_whole([publication]).limit(MOST_LIVE)), key=_in_the_register)
    drafts = db.session.scalars(
        select(Draft).where(Draft.attempt_id.in_([row.attempt_id for row in rows if row.finished_at is None]))
    )
    waiting: dict[int, set[int]] = defaultdict(set)
    for draft in drafts:
        if draft.response is not None:
            waiting[draft.attempt_id].add(draft.position)
    return _with_cells(rows, waiting)


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer as given, and whose it was; without a response where the question was left out."""

    attempt: str
    nickname: str
    started_at: datetime
    given: Response | None
    points: Fraction


def newest_answers(publications: Sequence[Publication], position: int) -> tuple[list[GivenAnswer], bool]:
    """The answers to a question in the newest finished attempts, and whether there are older ones."""
    newest = (
        _whole(publications)
        .with_only_columns(Attempt.id)
        .where(Attempt.finished_at.is_not(None))
        .limit(MOST_ROWS + 1)
    )
    ids = db.session.scalars(newest).all()
    rows = db.session.execute(
        select(
            Attempt.public_id,
            Learner.nickname,
            Attempt.started_at,
            StoredResponse.given,
            StoredResponse.score,
        )
        .join(Attempt.visit)
        .join(LearnerSession.learner)
        .outerjoin(
            StoredResponse,
            (StoredResponse.attempt_id == Attempt.id) & (StoredResponse.position == position),
        )
        .where(Attempt.id.in_(ids[:MOST_ROWS]))
        .order_by(Attempt.started_at.desc(), Attempt.id.desc())
    )
    answers = [
        GivenAnswer(attempt, nickname, at, tuple(given) if given else None, Fraction(score or 0, HUNDREDTHS))
        for attempt, nickname, at, given, score in rows
    ]
    return answers, len(ids) > MOST_ROWS


def _whole(publications: Sequence[Publication]) -> Select[Attempt]:
    return (
        select(Attempt)
        .where(Attempt.publication_id.in_([one.id for one in publications]), Attempt.positions.is_(None))
        .order_by(Attempt.started_at.desc(), Attempt.id.desc())
    )


def _rows(newest: Select[Attempt]) -> list[GridRow]:
    chosen = newest.with_only_columns(Attempt.id).subquery()
    found = db.session.execute(
        select(
            Attempt.id,
            Attempt.public_id,
            Learner.public_id,
            Learner.nickname,
            Attempt.started_at,
            Attempt.finished_at,
            Attempt.score,
            Attempt.questions,
            Attempt.is_first,
        )
        .join(chosen, chosen.c.id == Attempt.id)
        .join(Attempt.visit)
        .join(LearnerSession.learner)
        .order_by(Attempt.started_at.desc(), Attempt.id.desc())
    )
    return [GridRow(*row, cells={}) for row in found]


def _with_cells(rows: Sequence[GridRow], waiting: Mapping[int, set[int]] | None = None) -> list[GridRow]:
    cells: dict[int, dict[int, Fraction]] = defaultdict(dict)
    found = db.session.execute(
        select(StoredResponse.attempt_id, StoredResponse.position, StoredResponse.score).where(
            StoredResponse.attempt_id.in_([row.attempt_id for row in rows])
        )
    )
    for attempt_id, position, score in found:
        cells[attempt_id][position] = Fraction(score, HUNDREDTHS)
    return [
        replace(row, cells=cells[row.attempt_id], waiting=frozenset((waiting or {}).get(row.attempt_id, ())))
        for row in rows
    ]


def _in_the_register(row: GridRow) -> tuple[object, ...]:
    return (*register_order(row.nickname), row.started_at)
