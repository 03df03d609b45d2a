"""An attempt under way: answered, and handed in by its learner or by the clock."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Delete, and_, delete, func, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizapp.items.grading import grade
from quizapp.items.item import Item, Response
from quizapp.store.attempts import (
    GRACE,
    WRITER,
    Attempt,
    Draft,
    StoredResponse,
    hundredths,
)
from quizapp.store.bank import ItemVersion
from quizapp.store.engine import db, transaction
from quizapp.store.quizzes import Publication, is_closed
from quizapp.store.regrades import Regrade, grade_by, regrade_of, regrades_of, struck_response
from quizapp.store.tallies import count_finished


class AttemptFinished(Exception):
    """The attempt was handed in, or its time is over; nothing in it changes any more."""


class StaleDraft(Exception):
    """Another window has written since this one was shown: what it wrote stands."""


def answer(
    attempt: Attempt,
    position: int,
    item: ItemVersion,
    given: Response,
    at: datetime,
    confidence: str | None = None,
) -> StoredResponse:
    """Grade and keep a response. The first one counts: a repeated or late one leaves it as it is.

    Raises AttemptFinished when the attempt was handed in before, or its time is over.
    """
    known = attempt.answered.get(position)
    if known is not None:
        return known
    quiz_id = attempt.publication.quiz_id
    key = regrade_of(quiz_id, item)
    response = _graded(attempt, position, item, key, given, confidence, at)
    try:
        with transaction() as session:
            if not _hold_open(session, attempt, at):
                raise AttemptFinished
            mended = regrade_of(quiz_id, item)
            if mended != key:  # the key was mended at this moment
                response = _graded(attempt, position, item, mended, given, confidence, at)
            session.add(response)
            session.execute(_without_drafts(attempt).where(Draft.position == position))
    except IntegrityError:  # the same answer came twice at once, and the other was first
        return _response_at(attempt.id, position)
    return response


def keep_draft(
    attempt: Attempt, position: int, given: Mapping[str, Sequence[str]], seen: Collection[str], at: datetime
) -> None:
    """Keep what was given so far; what stands under RESPONSE counts at the finish where feedback waits for it.

    `seen` are the windows over whose writing it may be written: this one, and the last one that it has shown.
    Raises StaleDraft where another has written since, and AttemptFinished as `answer` does.
    """
    with transaction() as session:
        draft = _held_draft(session, attempt, position, at)
        if draft.writer and draft.writer not in seen and not _is_same(draft.given, given):
            raise StaleDraft
        draft.given = {name: list(values) for name, values in given.items()}
        draft.at = at


def flag(attempt: Attempt, position: int, is_flagged: bool, at: datetime) -> None:
    """Mark a question for later, or no longer."""
    with transaction() as session:
        draft = _held_draft(session, attempt, position, at)
        draft.is_flagged = is_flagged
        draft.at = at


def finish(attempt: Attempt, at: datetime) -> None:
    """Hand in: drafts that wait for it are graded, and the sum of the responses is kept as the score, once.

    Finishing twice changes nothing.
    """
    with transaction() as session:
        if not _hold_open(session, attempt):
            return
        if attempt.feedback != "at_once":
            session.add_all(_graded_drafts(session, attempt))
            session.flush()
        session.add_all(_points_for_struck_questions(session, attempt, at))
        session.flush()
        session.execute(_without_drafts(attempt))
        total = select(func.coalesce(func.sum(StoredResponse.score), 0)).where(
            StoredResponse.attempt_id == attempt.id
        )
        session.execute(
            update(Attempt)
            .where(Attempt.id == attempt.id)
            .values(finished_at=at, score=total.scalar_subquery())
            .execution_options(synchronize_session=False)
        )
        count_finished(session, attempt.publication)


def finish_if_over(attempt: Attempt, at: datetime) -> None:
    """Hand in what was there when the time ran out or the test was closed; whoever touches it first does it."""
    ended = attempt.ended_by(at)
    if not attempt.is_finished and ended is not None:
        finish(attempt, ended)


def finish_all_over(at: datetime) -> None:
    """Hand in every attempt whose time is over, for those who look at many at once."""
    over = db.session.scalars(
        select(Attempt)
        .join(Attempt.publication)
        .join(Publication.quiz)
        .where(
            Attempt.finished_at.is_(None),
            or_(
                Attempt.deadline_at < at - GRACE,
                and_(Publication.feedback == "after_closing", is_closed()),
            ),
        )
    ).all()
    for attempt in over:
        finish_if_over(attempt, at)


def judged(item: Item, given: Response) -> StoredResponse:
    """What an answer would be worth, for a page that keeps nothing."""
    score = grade(item, given)
    return StoredResponse(
        given=list(given), score=hundredths(score.points), accepted_as=score.accepted_as, note=score.note
    )


def _graded(
    attempt: Attempt,
    position: int,
    item: ItemVersion,
    key: Regrade | None,
    given: Response,
    confidence: str | None,
    at: datetime,
) -> StoredResponse:
    score = grade_by(item, key, given)
    return StoredResponse(
        attempt_id=attempt.id,
        position=position,
        item_version_id=item.id,
        given=list(given),
        score=hundredths(score.points),
        accepted_as=score.accepted_as,
        note=score.note,
        confidence=confidence,
        at=at,
    )


def _graded_drafts(session: Session, attempt: Attempt) -> list[StoredResponse]:
    drafts = session.scalars(
        select(Draft).where(Draft.attempt_id == attempt.id).execution_options(populate_existing=True)
    )
    versions = {entry.position: entry.version for entry in attempt.publication.entries}
    keys = regrades_of(attempt.publication.quiz_id)

    def graded(draft: Draft, given: Response) -> StoredResponse:
        version = versions[draft.position]
        return _graded(attempt, draft.position, version, keys.get(version.id), given, None, draft.at)

    return [graded(draft, draft.response) for draft in drafts if draft.response is not None]


def _points_for_struck_questions(session: Session, attempt: Attempt, at: datetime) -> list[StoredResponse]:
    """What stands for the answers to questions that were struck, where none was given."""
    struck = {key for key, regrade in regrades_of(attempt.publication.quiz_id).items() if regrade.is_struck}
    if not struck:
        return []
    given = session.scalars(
        select(StoredResponse.position).where(StoredResponse.attempt_id == attempt.id)
    ).all()
    return [
        struck_response(attempt.id, entry.position, entry.version, at)
        for entry in attempt.publication.entries
        if entry.item_version_id in struck
        and entry.position in attempt.places
        and entry.position not in given
    ]


def _hold_open(session: Session, attempt: Attempt, at: datetime | None = None) -> bool:
    """Take the attempt's row, so that a finish at the same moment comes wholly before or wholly after.

    False when it was handed in, or, where a moment is given, when its time is over by then.
    """
    in_time = () if at is None else (or_(Attempt.deadline_at.is_(None), Attempt.deadline_at >= at - GRACE),)
    held = session.execute(
        update(Attempt)
        .where(Attempt.id == attempt.id, Attempt.finished_at.is_(None), *in_time)
        .values(questions=Attempt.questions)
        .returning(Attempt.id)
        .execution_options(synchronize_session=False)
    )
    return held.scalar_one_or_none() is not None


def _held_draft(session: Session, attempt: Attempt, position: int, at: datetime) -> Draft:
    """The draft, in hand until the transaction ends; a new one where there was none."""
    if not _hold_open(session, attempt, at):
        raise AttemptFinished
    draft = session.get(Draft, (attempt.id, position), populate_existing=True)
    if draft is None:
        draft = Draft(attempt_id=attempt.id, position=position, given={}, is_flagged=False, at=at)
        session.add(draft)
    return draft


def _is_same(kept: Mapping[str, Sequence[str]], given: Mapping[str, Sequence[str]]) -> bool:
    """Whether two windows hold the same answer."""
    return {**kept, WRITER: []} == {**given, WRITER: []}


def _without_drafts(attempt: Attempt) -> Delete:
    return delete(Draft).where(Draft.attempt_id == attempt.id).execution_options(synchronize_session=False)


def _response_at(attempt_id: int, position: int) -> StoredResponse:
    return db.session.scalars(
        select(StoredResponse).where(
            StoredResponse.attempt_id == attempt_id, StoredResponse.position == position
        )
    ).one()
