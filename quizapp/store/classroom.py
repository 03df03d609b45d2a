"""Who takes part in a quiz that is open now: what a projector may show to the whole class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select

from quizapp.store.attempts import Attempt
from quizapp.store.engine import db
from quizapp.store.learners import Learner, LearnerSession
from quizapp.store.quizzes import Publication

MOST_NAMES = 60
"""More than two classes at once; what comes after them is counted only."""


@dataclass(frozen=True, slots=True)
class Participant:
    """A learner by nickname, and whether an attempt of theirs is handed in."""

    nickname: str
    has_finished: bool


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many learners have joined and how many of them have finished; one who comes twice counts once."""

    joined: int
    finished: int


def turnout(publication: Publication) -> Turnout:
    learners = _learners(publication).subquery()
    counts = db.session.execute(select(func.count(), func.count(learners.c.finished_at))).one()
    return Turnout(counts[0], counts[1])


def participants(publication: Publication) -> Sequence[Participant]:
    """The learners in the order in which they joined, at most so many as fit on a wall."""
    rows = db.session.execute(_learners(publication).order_by(func.min(Attempt.id)).limit(MOST_NAMES))
    return [Participant(nickname, finished_at is not None) for _, nickname, finished_at in rows]


def nicknames_since(publication: Publication, since: datetime) -> Sequence[str]:
    """What those are called who joined since then."""
    return db.session.scalars(
        select(Learner.nickname)
        .distinct()
        .join(LearnerSession, LearnerSession.learner_id == Learner.id)
        .join(Attempt, Attempt.learner_session_id == LearnerSession.id)
        .where(Attempt.publication_id == publication.id, Attempt.started_at >= since)
    ).all()


def _learners(publication: Publication) -> Select[int, str, datetime | None]:
    return (
        select(Learner.id, Learner.nickname, func.max(Attempt.finished_at).label("finished_at"))
        .join(LearnerSession, LearnerSession.learner_id == Learner.id)
        .join(Attempt, Attempt.learner_session_id == LearnerSession.id)
        .where(Attempt.publication_id == publication.id)
        .group_by(Learner.id, Learner.nickname)
    )
