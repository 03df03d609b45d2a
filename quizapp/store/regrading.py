"""Mending a key after pupils have answered: who would change and by how much, then the change, then its undoing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.orm import Session, contains_eager, lazyload

from quizapp.items.item import Item, Score
from quizapp.items.serial import item_to_json
from quizapp.store.attempts import HUNDREDTHS, Attempt, StoredResponse, hundredths
from quizapp.store.bank import ItemVersion
from quizapp.store.engine import db, transaction
from quizapp.store.people import Account
from quizapp.store.quizzes import Publication, PublishedItem, Quiz
from quizapp.store.regrades import (
    STRUCK,
    Regrade,
    RegradedQuiz,
    ScoreChange,
    grade_by,
    quizzes_asking,
    regrade_of,
    struck_response,
)
from quizapp.store.tallies import forget_counts

FORGOTTEN = [""]
"""What stands for a typed answer whose learner was erased: it is worth what it was, since nobody knows it."""


class NotTheLatest(Exception):
    """The key was mended again since; that is to be undone first."""


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that would be worth something else; without a response: one that was left out."""

    attempt: Attempt
    position: int
    response: StoredResponse | None
    score: Score

    @property
    def old(self) -> Fraction:
        return self.response.points if self.response else Fraction(0)

    @property
    def difference(self) -> Fraction:
        """How much the whole score changes, as it is stored."""
        return Fraction(hundredths(self.score.points), HUNDREDTHS) - self.old


def changes_by(version: ItemVersion, item: Item | None, account: Account) -> list[Change]:
    """Who would change if the key were that of the item (None: if the question were struck); changes nothing."""
    trial = Regrade(content=item_to_json(item) if item else None)
    return _changes(version, quizzes_asking(version, account), trial)


def regrade(
    version: ItemVersion,
    item: Item | None,
    reason: str,
    by: Account,
    at: datetime,
    revised_to: ItemVersion | None = None,
) -> Regrade:
    """Grade every answer to the version anew, in all quizzes that the account runs, and log what changes."""
    quizzes = quizzes_asking(version, by)
    made = Regrade(
        item_version_id=version.id,
        content=item_to_json(item) if item else None,
        reason=reason,
        revised_to_id=revised_to.id if revised_to else None,
        account_id=by.id,
        at=at,
    )
    with transaction() as session:
        session.add(made)
        session.flush()
        session.add_all(RegradedQuiz(regrade_id=made.id, quiz_id=quiz.id) for quiz in quizzes)
        _hold_running(session, quizzes)
        changes = _changes(version, quizzes, made)
        session.add_all([_logged(change, made) for change in changes])
        for change in changes:
            _apply(session, change, version, at)
        _settle(session, {change.attempt.id for change in changes})
    return made


def undo(known: Regrade, by: Account, at: datetime) -> None:
    """Give every answer back what it was worth before; those given since are graded as the others.

    Raises NotTheLatest where the key was mended again.
    """
    version = known.version
    if any(regrade_of(quiz.id, version) != known for quiz in known.quizzes):
        raise NotTheLatest
    with transaction() as session:
        known.undone_at, known.undone_by_id = at, by.id
        session.flush()
        _hold_running(session, known.quizzes)
        touched = _restore(session, known) | _remove_gifts(session, known)
        for quiz in known.quizzes:
            for change in _changes(version, [quiz], regrade_of(quiz.id, version)):
                if change.response and change.response.at >= known.at and change.attempt.id not in touched:
                    _apply(session, change, version, at)
                    touched.add(change.attempt.id)
        _settle(session, touched)


def _changes(version: ItemVersion, quizzes: Sequence[Quiz], key: Regrade | None) -> list[Change]:
    is_struck = key is not None and key.is_struck
    answered = [
        Change(response.attempt, response.position, response, grade_by(version, key, response.response))
        for response in db.session.scalars(_responses(version, quizzes))
        if response.given != FORGOTTEN or is_struck
    ]
    left_out = _left_out(version, quizzes) if is_struck else []
    blank = [Change(attempt, position, None, grade_by(version, key, ())) for attempt, position in left_out]
    return [one for one in [*answered, *blank] if one.difference or _is_marked_anew(one)]


def _is_marked_anew(change: Change) -> bool:
    """Whether the points stay, but are no longer those of a question that was struck."""
    return change.response is not None and change.response.note == STRUCK != change.score.note


def _responses(version: ItemVersion, quizzes: Iterable[Quiz]) -> Select[StoredResponse]:
    return (
        select(StoredResponse)
        .join(StoredResponse.attempt)
        .join(Attempt.publication)
        .where(
            StoredResponse.item_version_id == version.id,
            Publication.quiz_id.in_([quiz.id for quiz in quizzes]),
        )
        .options(lazyload(StoredResponse.version), contains_eager(StoredResponse.attempt))
        .order_by(StoredResponse.id)
        .execution_options(populate_existing=True)
    )


def _left_out(version: ItemVersion, quizzes: Iterable[Quiz]) -> list[tuple[Attempt, int]]:
    """The attempts that were handed in without an answer to the version, and where it stood."""
    answer = (
        select(StoredResponse.id)
        .where(StoredResponse.attempt_id == Attempt.id, StoredResponse.position == PublishedItem.position)
        .exists()
    )
    rows = db.session.execute(
        select(Attempt, PublishedItem.position)
        .join(Attempt.publication)
        .join(PublishedItem, PublishedItem.publication_id == Publication.id)
        .where(
            PublishedItem.item_version_id == version.id,
            Publication.quiz_id.in_([quiz.id for quiz in quizzes]),
            Attempt.finished_at.is_not(None),
            ~answer,
        )
        .order_by(Attempt.id)
    )
    return [(attempt, position) for attempt, position in rows if position in attempt.places]


def _logged(change: Change, made: Regrade) -> ScoreChange:
    response = change.response
    return ScoreChange(
        regrade_id=made.id,
        attempt_id=change.attempt.id,
        position=change.position,
        old_score=response.score if response else None,
        old_accepted_as=response.accepted_as if response else "",
        old_note=response.note if response else "",
        new_score=hundredths(change.score.points),
    )


def _apply(session: Session, change: Change, version: ItemVersion, at: datetime) -> None:
    response = change.response
    if response is None:
        session.add(struck_response(change.attempt.id, change.position, version, at))
        return
    response.score = hundredths(change.score.points)
    response.accepted_as, response.note = change.score.accepted_as, change.score.note


def _restore(session: Session, known: Regrade) -> set[int]:
    touched = set()
    for change in known.changes:
        touched.add(change.attempt_id)
        if change.old_score is None:
            continue
        session.execute(
            update(StoredResponse)
            .where(StoredResponse.attempt_id == change.attempt_id, StoredResponse.position == change.position)
            .values(score=change.old_score, accepted_as=change.old_accepted_as, note=change.old_note)
        )
    return touched


def _remove_gifts(session: Session, known: Regrade) -> set[int]:
    """The points that a struck question gave to those who had left it out; the attempts that lose them."""
    if not known.is_struck:
        return set()
    held = {quiz.id: regrade_of(quiz.id, known.version) for quiz in known.quizzes}
    quizzes = [quiz for quiz in known.quizzes if not (key := held[quiz.id]) or not key.is_struck]
    gifts = [one for one in session.scalars(_responses(known.version, quizzes)) if not one.given]
    session.execute(delete(StoredResponse).where(StoredResponse.id.in_([gift.id for gift in gifts])))
    return {gift.attempt_id for gift in gifts}


def _hold_running(session: Session, quizzes: Iterable[Quiz]) -> None:
    """Take the attempts under way, so that an answer comes wholly before or wholly after."""
    publications = select(Publication.id).where(Publication.quiz_id.in_([quiz.id for quiz in quizzes]))
    session.execute(
        update(Attempt)
        .where(Attempt.publication_id.in_(publications), Attempt.finished_at.is_(None))
        .values(questions=Attempt.questions)
        .execution_options(synchronize_session=False)
    )


def _settle(session: Session, attempts: Collection[int]) -> None:
    """Make the scores of attempts the sums of their responses again, and the counts those of the scores."""
    session.flush()
    total = select(func.coalesce(func.sum(StoredResponse.score), 0)).where(
        StoredResponse.attempt_id == Attempt.id
    )
    session.execute(
        update(Attempt)
        .where(Attempt.id.in_(attempts), Attempt.finished_at.is_not(None))
        .values(score=total.scalar_subquery())
        .execution_options(synchronize_session=False)
    )
    publications = session.scalars(select(Attempt.publication_id).where(Attempt.id.in_(attempts)).distinct())
    forget_counts(session, publications.all())
