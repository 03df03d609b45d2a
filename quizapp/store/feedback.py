"""When feedback is due: until then nobody is told what an answer is worth, nor shown a key."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, or_, select

from quizapp.store.attempts import Attempt
from quizapp.store.engine import db
from quizapp.store.learners import Learner, LearnerSession
from quizapp.store.quizzes import Publication, is_closed


def feedback_is_due() -> ColumnElement[bool]:
    """The SQL condition, on attempts joined with their publication.

    After closing means that nobody can start the quiz any more: a quiz that was published anew is still open.
    """
    return or_(
        Publication.feedback == "at_once",
        and_(
            Attempt.finished_at.is_not(None),
            or_(Publication.feedback == "at_end", Publication.quiz.has(is_closed())),
        ),
    )


def attempts_with_feedback(learner: Learner) -> frozenset[int]:
    """The ids of the learner's attempts whose feedback is due."""
    return frozenset(
        db.session.scalars(
            select(Attempt.id)
            .join(Attempt.publication)
            .join(Attempt.visit)
            .where(LearnerSession.learner_id == learner.id, feedback_is_due())
        )
    )
