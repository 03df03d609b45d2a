"""Counts of marks by publication, kept as attempts are finished: what every figure of a quiz is made of.

An attempt is counted once, in the transaction that finishes it. Whatever comes otherwise (attempts of an older
version of the program, scores that were changed) has `is_first` empty, and is counted when the figures are
next asked for. Erasing a learner changes no mark and no choice, and so no count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from sqlalchemy import JSON, ForeignKey, Select, delete, select, update
from sqlalchemy.orm import Mapped, Session, defer, mapped_column, selectinload

from quizapp.analysis.tally import LEFT_OUT, AttemptMarks, Tally, tally_from_json, tally_of, tally_to_json
from quizapp.items.item import Item
from quizapp.store.attempts import HUNDREDTHS, UNCOUNTED, Attempt, StoredResponse
from quizapp.store.bank import BankItem, ItemVersion
from quizapp.store.engine import Model, db, transaction
from quizapp.store.learners import LearnerSession
from quizapp.store.people import Account
from quizapp.store.quizzes import Publication, PublishedItem, runs

MOST_AT_ONCE = 1_000
MOST_PUBLICATIONS = 100


class PublicationTally(Model):
    """The counts over the first whole attempts of learners at a quiz, or over their later ones.

    `points` of all attempts together and the `maximum` of one are in hundredths.
    """

    __tablename__ = "publication_tally"

    publication_id: Mapped[int] = mapped_column(ForeignKey("publication.id"), primary_key=True)
    is_first: Mapped[bool] = mapped_column(primary_key=True)
    attempts: Mapped[int]
    points: Mapped[int]
    maximum: Mapped[int]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)

    @property
    def average(self) -> Fraction:
        """The mean share of the points."""
        return Fraction(self.points, self.attempts * self.maximum)


def tally(publications: Sequence[Publication], *, only_first: bool = True) -> Tally:
    """The counts over publications that ask the same items, in one; what is not counted yet, is now."""
    count_rest(publications)
    kept = db.session.scalars(
        select(PublicationTally.content).where(
            PublicationTally.publication_id.in_([one.id for one in publications]),
            PublicationTally.is_first.in_({True, only_first}),
        )
    )
    counted = [tally_from_json(content, HUNDREDTHS) for content in kept]
    return sum(counted[1:], counted[0]) if counted else _empty(len(publications[0].entries))


def summaries(account: Account) -> list[tuple[Publication, PublicationTally]]:
    """First attempts at the newest publications of the quizzes that an account runs, without the counts by item."""
    uncounted = select(Attempt.publication_id).where(UNCOUNTED)
    count_rest(db.session.scalars(_run_by(account).where(Publication.id.in_(uncounted))).all())
    rows = db.session.execute(
        _run_by(account)
        .join(PublicationTally, PublicationTally.publication_id == Publication.id)
        .where(PublicationTally.is_first)
        .order_by(Publication.opened_at.desc())
        .limit(MOST_PUBLICATIONS)
        .add_columns(PublicationTally)
        .options(defer(PublicationTally.content))
    )
    return [(publication, summary) for publication, summary in rows]


def count_rest(publications: Iterable[Publication]) -> None:
    """Count what was finished and is not counted yet."""
    for publication in sorted(publications, key=lambda one: one.number):
        if _has_uncounted(publication):
            with transaction() as session:
                count_finished(session, publication)


def count_finished(session: Session, publication: Publication) -> None:
    """Count the finished attempts that are not counted yet, inside the transaction of the caller."""
    while claimed := _claim(session, publication):
        first = _first_of_their_learners(session, publication, claimed)
        whole = [attempt_id for attempt_id, _, is_retry in claimed if not is_retry]
        rows = _marks(session, publication, whole)
        for is_first in (True, False):
            _add(session, publication, is_first, [rows[id_] for id_ in whole if (id_ in first) is is_first])


def forget_counts(session: Session, publication_ids: Iterable[int]) -> None:
    """Count these publications anew when they are next asked for: scores or learners have changed."""
    ids = list(publication_ids)
    session.execute(delete(PublicationTally).where(PublicationTally.publication_id.in_(ids)))
    session.execute(
        update(Attempt)
        .where(Attempt.publication_id.in_(ids), Attempt.is_first.is_not(None))
        .values(is_first=None)
    )


def _run_by(account: Account) -> Select[Publication]:
    return select(Publication).join(Publication.quiz).where(runs(account))


def _empty(items: int) -> Tally:
    return tally_of([], (HUNDREDTHS,) * items, HUNDREDTHS)


def _has_uncounted(publication: Publication) -> bool:
    found = select(Attempt.id).where(Attempt.publication_id == publication.id, UNCOUNTED).limit(1)
    return db.session.scalar(found) is not None


def _claim(session: Session, publication: Publication) -> list[tuple[int, int, bool]]:
    """Take attempts to be counted, in the order in which they were finished: id, learner, whether a retry."""
    oldest = (
        select(Attempt.id)
        .where(Attempt.publication_id == publication.id, UNCOUNTED)
        .order_by(Attempt.finished_at, Attempt.id)
        .limit(MOST_AT_ONCE)
    )
    claimed = session.scalars(
        update(Attempt)
        .where(Attempt.id.in_(oldest.scalar_subquery()), Attempt.is_first.is_(None))
        .values(is_first=False)
        .returning(Attempt.id)
        .execution_options(synchronize_session=False)
    ).all()
    rows = session.execute(
        select(Attempt.id, LearnerSession.learner_id, Attempt.positions)
        .join(Attempt.visit)
        .where(Attempt.id.in_(claimed))
        .order_by(Attempt.finished_at, Attempt.id)
    )
    return [(attempt_id, learner_id, positions is not None) for attempt_id, learner_id, positions in rows]


def _first_of_their_learners(
    session: Session, publication: Publication, claimed: Sequence[tuple[int, int, bool]]
) -> set[int]:
    """Which attempts are the first whole ones of their learners at the quiz; marks them so."""
    known = set(
        session.scalars(
            select(LearnerSession.learner_id)
            .join(LearnerSession.attempts)
            .join(Attempt.publication)
            .where(
                LearnerSession.learner_id.in_({learner_id for _, learner_id, _ in claimed}),
                Publication.quiz_id == publication.quiz_id,
                Attempt.is_first.is_(True),
            )
        )
    )
    first = set()
    for attempt_id, learner_id, is_retry in claimed:
        if not is_retry and learner_id not in known:
            known.add(learner_id)
            first.add(attempt_id)
    session.execute(
        update(Attempt)
        .where(Attempt.id.in_(first))
        .values(is_first=True)
        .execution_options(synchronize_session=False)
    )
    return first


def _marks(session: Session, publication: Publication, attempts: Sequence[int]) -> dict[int, AttemptMarks]:
    given: dict[int, dict[int, tuple[int, list[str]]]] = defaultdict(dict)
    rows = session.execute(
        select(
            StoredResponse.attempt_id, StoredResponse.position, StoredResponse.score, StoredResponse.given
        ).where(StoredResponse.attempt_id.in_(attempts))
    )
    for attempt_id, position, score, answer in rows:
        given[attempt_id][position] = (score, answer)
    items = {entry.position: entry.version.item for entry in publication.entries}
    return {attempt_id: _marks_of(items, given[attempt_id]) for attempt_id in attempts}


def _marks_of(items: Mapping[int, Item], given: Mapping[int, tuple[int, list[str]]]) -> AttemptMarks:
    answers = [(item, *given.get(position, (0, []))) for position, item in items.items()]
    return AttemptMarks(
        tuple(score for _, score, _ in answers), tuple(_choices(item, answer) for item, _, answer in answers)
    )


def _choices(item: Item, answer: Sequence[str]) -> tuple[int, ...]:
    if not answer:
        return (LEFT_OUT,)
    if item.is_typed or item.type in ("order", "match"):
        return ()
    return tuple(place for place, option in enumerate(item.options) if option.text in answer)


def _add(session: Session, publication: Publication, is_first: bool, rows: Sequence[AttemptMarks]) -> None:
    if not rows:
        return
    # one at a time: on PostgreSQL two attempts may be finished at the same moment
    session.execute(
        select(Publication.id).where(Publication.id == publication.id).with_for_update(key_share=True)
    )
    counted = tally_of(rows, (HUNDREDTHS,) * len(publication.entries), HUNDREDTHS)
    kept = session.get(PublicationTally, (publication.id, is_first), populate_existing=True)
    if kept is None:
        kept = PublicationTally(publication_id=publication.id, is_first=is_first)
        session.add(kept)
    else:
        counted = tally_from_json(kept.content, HUNDREDTHS) + counted
    kept.attempts, kept.maximum = counted.attempts, HUNDREDTHS * len(publication.entries)
    kept.points = sum(int(total) * count for total, count in counted.totals.items())
    kept.content = tally_to_json(counted)


def publications_by_form(publications: Sequence[Publication]) -> list[list[Publication]]:
    """Publications that ask the same versions in the same order together, the newest form first."""
    asked: dict[int, list[int]] = {publication.id: [] for publication in publications}
    entries = db.session.execute(
        select(PublishedItem.publication_id, PublishedItem.item_version_id)
        .where(PublishedItem.publication_id.in_(asked))
        .order_by(PublishedItem.publication_id, PublishedItem.position)
    )
    for publication_id, version_id in entries:
        asked[publication_id].append(version_id)
    forms: dict[tuple[int, ...], list[Publication]] = {}
    for publication in sorted(publications, key=lambda one: one.number, reverse=True):
        forms.setdefault(tuple(asked[publication.id]), []).append(publication)
    return list(forms.values())


def with_items(publication: Publication) -> None:
    """Load what a page of results shows of the questions of a publication, all at once."""
    db.session.scalars(
        select(Publication)
        .where(Publication.id == publication.id)
        .options(
            selectinload(Publication.entries)
            .joinedload(PublishedItem.version)
            .joinedload(ItemVersion.bank_item)
            .lazyload(BankItem.latest)
        )
        .execution_options(populate_existing=True)
    ).one()
