"""All that is kept of one learner, over all sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from quizapp.store.attempts import Attempt, Draft
from quizapp.store.engine import db
from quizapp.store.feedback import attempts_with_feedback
from quizapp.store.groups import Member, places_of
from quizapp.store.learners import Learner, LearnerSession
from quizapp.store.practice import PracticeResponse, practised_by
from quizapp.store.reports import ItemReport


@dataclass(frozen=True, slots=True)
class OwnData:
    """A learner, and everything that hangs on them; attempts and sessions stand newest first."""

    learner: Learner
    sessions: Sequence[LearnerSession]
    attempts: Sequence[Attempt]
    with_feedback: frozenset[int]
    practice: Sequence[PracticeResponse]
    reports: Sequence[ItemReport]
    drafts: Sequence[Draft]
    places: Sequence[Member]

    def tells(self, attempt: Attempt) -> bool:
        """Whether the learner may be told yet what the answers of an attempt are worth."""
        return attempt.id in self.with_feedback

    @property
    def running(self) -> list[Attempt]:
        """The attempts that were not handed in."""
        return [attempt for attempt in self.attempts if not attempt.is_finished]


def own_data(learner: Learner) -> OwnData:
    """Everything that is kept of a learner."""
    mine = select(Attempt.id).join(Attempt.visit).where(LearnerSession.learner_id == learner.id)
    return OwnData(
        learner=learner,
        sessions=learner.sessions[::-1],
        attempts=_attempts(learner),
        with_feedback=attempts_with_feedback(learner),
        practice=practised_by(learner),
        reports=db.session.scalars(
            select(ItemReport).where(ItemReport.attempt_id.in_(mine)).order_by(ItemReport.id)
        ).all(),
        drafts=db.session.scalars(
            select(Draft).where(Draft.attempt_id.in_(mine)).order_by(Draft.attempt_id, Draft.position)
        ).all(),
        places=places_of(learner),
    )


def _attempts(learner: Learner) -> Sequence[Attempt]:
    return db.session.scalars(
        select(Attempt)
        .join(Attempt.visit)
        .where(LearnerSession.learner_id == learner.id)
        .options(selectinload(Attempt.responses))
        .order_by(Attempt.started_at.desc(), Attempt.id.desc())
    ).all()
