"""The score history: what was attempted in the quizzes that a teacher runs.

A page lists the newest attempts that pass its filter, at most so many as can be found, sorted and leafed
through without going through a million responses; narrowing leads to older ones. A file holds them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import selectinload

from quizapp.store.attempts import Attempt
from quizapp.store.engine import db
from quizapp.store.groups import Group, Member, teaches
from quizapp.store.learners import Learner, LearnerSession
from quizapp.store.people import Account
from quizapp.store.quizzes import Publication, Quiz, runs
from quizapp.text.alphabet import register_order

SortKey = Literal["date", "learner", "quiz", "score", "duration"]
SORT_KEYS: tuple[SortKey, ...] = ("date", "learner", "quiz", "score", "duration")
PAGE_SIZE = 50
MOST_LISTED = 300
FEW = 2_000
"""So many attempts can be gathered and sorted; among more, the newest are looked for by date."""
FEW_VISITS, RECENT = 100, 600
"""A name that more visits have is looked for among the recent attempts only."""
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which attempts to show, in which order; an empty field does not narrow."""

    quiz: str = ""
    group: str = ""
    session: str = ""
    learner: str = ""
    since: datetime | None = None
    until: datetime | None = None
    sort: SortKey = "date"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """One page of attempts, how many are listed in all, and whether there are older ones that are not."""

    attempts: Sequence[Attempt]
    total: int
    page: int
    is_cut: bool

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE_SIZE))


def history(account: Account, wanted: HistoryFilter, page: int) -> HistoryPage:
    """Attempts by filter and order; a page beyond the last is the last."""
    newest, is_cut = _newest(account, wanted)
    listed = _in_order(newest, wanted)
    page = min(max(1, page), max(1, -(-len(listed) // PAGE_SIZE)))
    shown = listed[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    return HistoryPage(_loaded(shown), len(listed), page, is_cut)


def whole_history(account: Account, wanted: HistoryFilter) -> Iterator[Attempt]:
    """All attempts by filter and order with their responses, for a file: a few at a time."""
    listed = _in_order(db.session.scalars(_every(account, wanted)).all(), wanted)
    for start in range(0, len(listed), AT_ONCE):
        yield from _loaded(listed[start : start + AT_ONCE], with_responses=True)


def attempt_for(account: Account, public_id: str) -> Attempt | None:
    """The attempt, if the teacher runs its quiz."""
    return db.session.scalar(_run(account).where(Attempt.public_id == public_id))


def session_for(account: Account, public_id: str) -> LearnerSession | None:
    """The learner session, if the teacher runs a quiz that was attempted in it."""
    attempt = db.session.scalar(_run(account).where(LearnerSession.public_id == public_id).limit(1))
    return attempt.visit if attempt else None


def learner_for(account: Account, public_id: str) -> Learner | None:
    """The learner, if the teacher runs a quiz that they attempted."""
    attempt = db.session.scalar(_run(account).where(Learner.public_id == public_id).limit(1))
    return attempt.visit.learner if attempt else None


def attempts_of_learner(account: Account, learner: Learner) -> Sequence[Attempt]:
    """What a learner attempted in the quizzes that the teacher runs, newest first."""
    return db.session.scalars(
        _run(account)
        .where(LearnerSession.learner_id == learner.id)
        .order_by(Attempt.started_at.desc(), Attempt.id.desc())
        .limit(MOST_LISTED)
    ).all()


def _run(account: Account) -> Select[Attempt]:
    return (
        select(Attempt)
        .join(Attempt.publication)
        .join(Publication.quiz)
        .join(Attempt.visit)
        .join(LearnerSession.learner)
        .where(runs(account))
    )


def _newest(account: Account, wanted: HistoryFilter) -> tuple[list[int], bool]:
    """The ids of the newest attempts that pass the filter, newest first; and whether there may be more."""
    publications = _publications(account, wanted)
    if not wanted.learner:
        gathers = not wanted.session and _are_few(publications)
        found = _ids(_by_date(account, publications, wanted, gathers), MOST_LISTED + 1)
        return found[:MOST_LISTED], len(found) > MOST_LISTED
    visits = _visits(wanted.learner)
    if len(visits) <= FEW_VISITS:
        query = _by_date(account, publications, wanted, False).where(Attempt.learner_session_id.in_(visits))
        found = _ids(query, MOST_LISTED + 1)
        return found[:MOST_LISTED], len(found) > MOST_LISTED
    recent = _ids(_by_date(account, publications, wanted, _are_few(publications)), RECENT)
    found = _ids(_named(select(Attempt.id).where(Attempt.id.in_(recent)), wanted.learner), MOST_LISTED)
    return found, len(recent) == RECENT


def _every(account: Account, wanted: HistoryFilter) -> Select[int]:
    query = _by_date(account, _publications(account, wanted), wanted, True)
    return _named(query, wanted.learner) if wanted.learner else query


def _by_date(
    account: Account, publications: Sequence[int], wanted: HistoryFilter, gathers: bool
) -> Select[int]:
    # the sum keeps an index by publication out of it, where another one finds the newest sooner
    place: ColumnElement[int] = Attempt.publication_id.expression if gathers else Attempt.publication_id + 0
    query = (
        select(Attempt.id)
        .where(place.in_(publications))
        .order_by(Attempt.started_at.desc(), Attempt.id.desc())
    )
    if wanted.since:
        query = query.where(Attempt.started_at >= wanted.since)
    if wanted.until:
        query = query.where(Attempt.started_at < wanted.until)
    if wanted.session:
        visit = select(LearnerSession.id).where(LearnerSession.public_id == wanted.session)
        query = query.where(Attempt.learner_session_id == visit.scalar_subquery())
    if wanted.group:
        query = query.where(Attempt.learner_session_id.in_(_visits_of_group(account, wanted.group)))
    return query


def _visits_of_group(account: Account, group: str) -> Select[int]:
    """The visits of those who have a place in a group that the teacher has."""
    return (
        select(LearnerSession.id)
        .join(Member, Member.learner_id == LearnerSession.learner_id)
        .join(Group, Group.id == Member.group_id)
        .where(Group.public_id == group, teaches(account))
    )


def _ids(query: Select[int], most: int) -> list[int]:
    return list(db.session.scalars(query.limit(most)))


def _publications(account: Account, wanted: HistoryFilter) -> Sequence[int]:
    query = select(Publication.id).join(Publication.quiz).where(runs(account))
    if wanted.quiz:
        query = query.where(Quiz.public_id == wanted.quiz)
    return db.session.scalars(query).all()


def _are_few(publications: Sequence[int]) -> bool:
    some = select(Attempt.id).where(Attempt.publication_id.in_(publications)).limit(FEW + 1)
    return (db.session.scalar(select(func.count()).select_from(some.subquery())) or 0) <= FEW


def _visits(typed: str) -> Sequence[int]:
    query = select(LearnerSession.id).join(LearnerSession.learner).where(_is_called(typed))
    return db.session.scalars(query.limit(FEW_VISITS + 1)).all()


def _named(query: Select[int], typed: str) -> Select[int]:
    return query.join(Attempt.visit).join(LearnerSession.learner).where(_is_called(typed))


def _is_called(typed: str) -> ColumnElement[bool]:
    """Whether a nickname has these letters, small or capital (which SQLite tells apart beyond ASCII)."""
    spellings = sorted({typed, typed.lower(), typed.upper(), typed.capitalize()})
    return or_(*(Learner.nickname.icontains(one, autoescape=True) for one in spellings))


def _in_order(ids: Sequence[int], wanted: HistoryFilter) -> list[int]:
    if wanted.sort == "date":
        return list(ids if wanted.descending else reversed(ids))
    rows = [
        row
        for start in range(0, len(ids), MOST_LISTED)
        for row in db.session.execute(
            select(
                Attempt.id,
                Attempt.started_at,
                Attempt.finished_at,
                Attempt.score,
                Attempt.questions,
                Publication.title,
                Learner.nickname,
            )
            .join(Attempt.publication)
            .join(Attempt.visit)
            .join(LearnerSession.learner)
            .where(Attempt.id.in_(ids[start : start + MOST_LISTED]))
        )
    ]
    known = [row for row in rows if _place(row, wanted.sort) is not None]
    unknown = [row for row in rows if _place(row, wanted.sort) is None]
    known.sort(key=lambda row: row.id, reverse=True)
    known.sort(key=lambda row: _place(row, wanted.sort), reverse=wanted.descending)
    return [row.id for row in [*known, *unknown]]


def _place(row: Any, key: SortKey) -> Any:
    """What a row is sorted by; None where it has none, which comes last."""
    if key == "learner":
        return register_order(row.nickname)
    if key == "quiz":
        return register_order(row.title)
    if row.finished_at is None:
        return None
    return row.score / row.questions if key == "score" else row.finished_at - row.started_at


def _loaded(ids: Sequence[int], *, with_responses: bool = False) -> list[Attempt]:
    query = select(Attempt).where(Attempt.id.in_(ids))
    if with_responses:
        query = query.options(selectinload(Attempt.responses))
    found = {attempt.id: attempt for attempt in db.session.scalars(query)}
    return [found[one] for one in ids]
