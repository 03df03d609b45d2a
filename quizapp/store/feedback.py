"""When feedback is due: until then nobody is told what an answer is worth, nor shown a key."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import aliased

from quizapp.store.attempts import Attempt
from quizapp.store.engine import db
from quizapp.store.learners import Learner, LearnerSession
from quizapp.store.quizzes import Publication


def feedback_is_due() -> ColumnElement[bool]:
    """The SQL condition, on attempts joined with their publication.

    After closing means that nobody can start the quiz any more: a quiz that was published anew is still open.
    """
    open_one = aliased(Publication)
    is_open = (
        select(open_one.id)
        .where(open_one.quiz_id == Publication.quiz_id, open_one.closed_at.is_(None))
        .correlate(Publication)
        .exists()
    )
    return or_(
        Publication.feedback == "at_once",
        and_(Attempt.finished_at.is_not(None), or_(Publication.feedback == "at_end", ~is_open)),
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
