"""One pupil who joined twice becomes one learner again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, update

from quizapp.store.attempts import Attempt
from quizapp.store.engine import db, transaction
from quizapp.store.groups import Member, places_of
from quizapp.store.learners import Learner, LearnerSession
from quizapp.store.practice import PracticeResponse
from quizapp.store.tallies import forget_counts


@dataclass(frozen=True, slots=True)
class Belongings:
    """What hangs on a learner, and goes along with them."""

    attempts: int
    sessions: int
    practice: int


def belongings(learner: Learner) -> Belongings:
    """How much there is of a learner."""
    attempts = select(func.count(Attempt.id)).join(Attempt.visit)
    return Belongings(
        db.session.scalar(attempts.where(LearnerSession.learner_id == learner.id)) or 0,
        db.session.scalar(select(func.count()).where(LearnerSession.learner_id == learner.id)) or 0,
        db.session.scalar(select(func.count()).where(PracticeResponse.learner_id == learner.id)) or 0,
    )


def merge(twin: Member, into: Member, at: datetime) -> None:
    """Give everything of the twin to the other: attempts with their scores, sessions, practice, places elsewhere.

    The nickname, the number, the time and the personal code are those of the one that stays; where it has no
    code, the twin's goes on.
    """
    if twin.learner_id == into.learner_id or twin.group_id != into.group_id:
        return
    gone, kept = twin.learner, into.learner
    with transaction() as session:
        forget_counts(session, _answered_by(gone, kept))  # whose attempt was the first is decided anew
        for table in (LearnerSession, PracticeResponse):
            session.execute(update(table).where(table.learner_id == gone.id).values(learner_id=kept.id))
        _move_places(gone, kept)
        code, gone.resume_hash = gone.resume_hash, None
        session.flush()
        kept.resume_hash = kept.resume_hash or code
        into.joined_at = into.joined_at or twin.joined_at or at
        session.execute(delete(Learner).where(Learner.id == gone.id))
    db.session.expire_all()


def _answered_by(*learners: Learner) -> list[int]:
    """The publications that these learners have attempted."""
    query = select(Attempt.publication_id).join(Attempt.visit).distinct()
    ids = [learner.id for learner in learners]
    return list(db.session.scalars(query.where(LearnerSession.learner_id.in_(ids))))


def _move_places(gone: Learner, kept: Learner) -> None:
    """The twin's places go where the other has one, and else become theirs."""
    places = {place.group_id: place for place in places_of(kept)}
    for place in places_of(gone):
        if place.group_id in places:
            db.session.delete(place)
        else:
            place.learner = kept
    db.session.flush()
