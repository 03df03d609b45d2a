"""The beginning of an attempt, anew or with what was missed, and how much time there is for it."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Select, select

from quizapp.store.attempts import Attempt
from quizapp.store.engine import db, transaction
from quizapp.store.learners import LearnerSession
from quizapp.store.quizzes import Publication, Quiz

EXTRA_TIMES = (100, 125, 150, 200, 0)
"""Shares of the time limit in percent; 0 is no limit."""


def start_attempt(publication: Publication, learner: LearnerSession, at: datetime) -> Attempt:
    """Begin, or go on with the attempt that this learner has open."""
    running = _running(publication, learner, at, is_retry=False)
    if running is not None:
        return running
    extra_time = _usual_extra_time(publication.quiz, learner)
    return _begin(
        Attempt(
            publication_id=publication.id,
            learner_session_id=learner.id,
            started_at=at,
            questions=len(publication.entries),
            extra_time=extra_time,
            deadline_at=_deadline(publication, extra_time, at),
        )
    )


def start_retry(done: Attempt, learner: LearnerSession, at: datetime) -> Attempt | None:
    """Ask again what was missed, without a time limit; None where there is nothing, or its key is not due yet."""
    if not done.is_explained or not done.missed:
        return None
    running = _running(done.publication, learner, at, is_retry=True)
    if running is not None and running.positions == done.missed:
        return running
    return _begin(
        Attempt(
            publication_id=done.publication_id,
            learner_session_id=learner.id,
            started_at=at,
            questions=len(done.missed),
            positions=done.missed,
            extra_time=done.extra_time,
        )
    )


def give_time(attempt: Attempt, extra_time: int) -> None:
    """Let a learner have another share of the time limit: now, and in later attempts at quizzes of this teacher."""
    later = _at_quizzes_of_the_teacher(attempt.publication.quiz, attempt.visit).where(
        Attempt.id >= attempt.id
    )
    with transaction() as session:
        for one in session.scalars(later):
            one.extra_time = extra_time
            if not one.is_finished and not one.is_retry:
                one.deadline_at = _deadline(one.publication, extra_time, one.started_at)


def _begin(attempt: Attempt) -> Attempt:
    with transaction() as session:
        session.add(attempt)
    return attempt


def _running(
    publication: Publication, learner: LearnerSession, at: datetime, *, is_retry: bool
) -> Attempt | None:
    """The newest attempt that may still go on; a retry and a whole attempt do not stand for each other."""
    found = db.session.scalars(
        select(Attempt)
        .join(Attempt.visit)
        .where(
            Attempt.publication_id == publication.id,
            LearnerSession.learner_id == learner.learner_id,
            Attempt.finished_at.is_(None),
        )
        .order_by(Attempt.id.desc())
    )
    return next((one for one in found if one.is_retry is is_retry and one.ended_by(at) is None), None)


def _usual_extra_time(quiz: Quiz, learner: LearnerSession) -> int:
    """What this learner was given last in a quiz of the same teacher."""
    last = db.session.scalar(_at_quizzes_of_the_teacher(quiz, learner).order_by(Attempt.id.desc()).limit(1))
    return 100 if last is None else last.extra_time


def _at_quizzes_of_the_teacher(quiz: Quiz, learner: LearnerSession) -> Select[Attempt]:
    return (
        select(Attempt)
        .join(Attempt.visit)
        .join(Attempt.publication)
        .join(Publication.quiz)
        .where(LearnerSession.learner_id == learner.learner_id, Quiz.owner_id == quiz.owner_id)
    )


def _deadline(publication: Publication, extra_time: int, started_at: datetime) -> datetime | None:
    if publication.time_limit is None or not extra_time:
        return None
    return started_at + timedelta(minutes=publication.time_limit) * extra_time / 100
