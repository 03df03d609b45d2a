"""The beginning of an attempt, anew or with what was missed, and how much time there is for it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import Select, select

from quizapp.store.assignments import hours_for
from quizapp.store.attempts import Attempt
from quizapp.store.engine import db, transaction
from quizapp.store.learners import LearnerSession
from quizapp.store.quizzes import Publication, Quiz
from quizapp.store.timing import EXTRA_TIMES, deadline, members_who_count, retime

__all__ = ["EXTRA_TIMES", "CannotStart", "give_time", "start_attempt", "start_retry", "why_not_start"]

WhyNot = Literal["early", "late", "often"]


class CannotStart(Exception):
    """The quiz may not be begun by this learner: not yet, no more, or not so often."""

    def __init__(self, why: WhyNot, opens_at: datetime | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.opens_at = opens_at


def start_attempt(publication: Publication, learner: LearnerSession, at: datetime) -> Attempt:
    """Begin, or go on with the attempt that this learner has open; CannotStart where that may not be."""
    running = _running(publication, learner, at, is_retry=False)
    if running is not None:
        return running
    refusal = why_not_start(publication, learner, at)
    if refusal is not None:
        raise refusal
    extra_time = _usual_extra_time(publication.quiz, learner)
    hours = hours_for(publication.quiz, learner.learner_id)
    return _begin(
        Attempt(
            publication_id=publication.id,
            learner_session_id=learner.id,
            started_at=at,
            questions=len(publication.entries),
            extra_time=extra_time,
            deadline_at=deadline(publication, extra_time, at, hours),
        )
    )


def why_not_start(publication: Publication, learner: LearnerSession, at: datetime) -> CannotStart | None:
    """Why this learner may neither begin now nor go on; None where they may."""
    if _running(publication, learner, at, is_retry=False) is not None:
        return None
    hours = hours_for(publication.quiz, learner.learner_id)
    if not hours.let_begin(at):
        opens_at = hours.opens_at(at)
        return CannotStart("early" if opens_at else "late", opens_at)
    limit = publication.quiz.attempts_limit
    if limit is not None and _count_begun(publication.quiz, learner) >= limit:
        return CannotStart("often")
    return None


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
    quiz, learner = attempt.publication.quiz, attempt.visit
    later = _at_quizzes_of_the_teacher(quiz, learner).where(Attempt.id >= attempt.id)
    with transaction() as session:
        for member in session.scalars(members_who_count(quiz, learner.learner_id)):
            member.extra_time = extra_time
        attempts = session.scalars(later).all()
        for one in attempts:
            one.extra_time = extra_time
        retime(attempts)


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


def _count_begun(quiz: Quiz, learner: LearnerSession) -> int:
    begun = db.session.scalars(
        select(Attempt)
        .join(Attempt.visit)
        .join(Attempt.publication)
        .where(Publication.quiz_id == quiz.id, LearnerSession.learner_id == learner.learner_id)
    )
    return sum(not attempt.is_retry for attempt in begun)


def _usual_extra_time(quiz: Quiz, learner: LearnerSession) -> int:
    """What a learner has in a group of the quiz's teacher, the most of several; else what they were given last."""
    places = db.session.scalars(members_who_count(quiz, learner.learner_id)).all()
    if places:
        shares = [place.extra_time for place in places]
        return 0 if 0 in shares else max(shares)
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
