"""What is not kept for ever: learners of a school year that is over, tries, uploads, ended sessions, old deeds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, delete, exists, or_, select

from quizapp.store.attempts import Attempt, Draft, StoredResponse
from quizapp.store.deeds import forget_old_deeds
from quizapp.store.engine import db, forget_deleted_pages, transaction
from quizapp.store.erasure import NOBODY, erase
from quizapp.store.groups import Member
from quizapp.store.learners import Learner, LearnerSession
from quizapp.store.limits import Tries
from quizapp.store.practice import PracticeResponse
from quizapp.store.sign_ins import forget_ended_sessions
from quizapp.store.waiting_files import KEPT_FOR, WaitingFile

SCHOOL = ZoneInfo("Europe/Warsaw")
FIRST_MONTH = 9
"""A school year begins on 1 September; the one before it ended on 31 August."""


def year_to_keep(at: datetime, days: int) -> datetime:
    """When the oldest school year began that is still kept, so many days after the end of the one before."""
    year = at.astimezone(SCHOOL).year
    begun = (datetime(one, FIRST_MONTH, 1, tzinfo=SCHOOL) for one in range(year, 0, -1))
    return next(start for start in begun if start + timedelta(days=days) <= at)


def forget_expired(at: datetime, days: int) -> int:
    """Erase every learner who was last here before the year that is kept; how many they were.

    Who stands on a list and has never come is kept a year longer: lists are written before the summer.
    """
    expired = _last_here_before(year_to_keep(at, days))
    for learner in expired:
        erase(learner, at)
    with transaction() as session:
        session.execute(delete(Tries).where(Tries.ends_at < at))
        session.execute(delete(WaitingFile).where(WaitingFile.at < at - KEPT_FOR))
        forget_ended_sessions(session, at)
        forget_old_deeds(session, at)
    forget_deleted_pages()
    return len(expired)


def _last_here_before(kept: datetime) -> Sequence[Learner]:
    came = exists().where(LearnerSession.learner_id == Learner.id)
    written_for_a_year_before = kept.replace(year=kept.year - 1)
    return db.session.scalars(
        select(Learner).where(
            Learner.nickname != NOBODY,
            Learner.created_at < kept,
            or_(came, Learner.created_at < written_for_a_year_before),
            ~_has_done_something_since(kept),
        )
    ).all()


def _has_done_something_since(kept: datetime) -> ColumnElement[bool]:
    visit = and_(LearnerSession.learner_id == Learner.id, LearnerSession.id == Attempt.learner_session_id)
    return or_(
        exists().where(LearnerSession.learner_id == Learner.id, LearnerSession.started_at >= kept),
        exists().where(Member.learner_id == Learner.id, Member.joined_at >= kept),
        exists().where(PracticeResponse.learner_id == Learner.id, PracticeResponse.at >= kept),
        exists().where(visit, or_(Attempt.started_at >= kept, Attempt.finished_at >= kept)),
        exists().where(visit, Attempt.id == StoredResponse.attempt_id, StoredResponse.at >= kept),
        exists().where(visit, Attempt.id == Draft.attempt_id, Draft.at >= kept),
    )
