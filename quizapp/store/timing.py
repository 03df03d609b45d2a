"""How much time there is for an attempt, and for whom there is more of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import Select, or_, select

from quizapp.store.assignments import Assignment, Hours, hours_for
from quizapp.store.attempts import Attempt
from quizapp.store.groups import Group, Member
from quizapp.store.quizzes import Publication, Quiz

EXTRA_TIMES = (100, 125, 150, 200, 0)
"""Shares of the time limit in percent; 0 is no limit."""


def deadline(
    publication: Publication, extra_time: int, started_at: datetime, hours: Hours
) -> datetime | None:
    """When an attempt is handed in: when its time limit or the hours of its group end, whichever is first."""
    ends = [hours.due_at]
    if publication.time_limit is not None and extra_time:
        ends.append(started_at + timedelta(minutes=publication.time_limit) * extra_time / 100)
    return min((end for end in ends if end is not None), default=None)


def retime(attempts: Iterable[Attempt]) -> None:
    """Set the deadlines of attempts under way anew, inside the transaction of the caller."""
    for attempt in attempts:
        if not attempt.is_finished and not attempt.is_retry:
            publication = attempt.publication
            hours = hours_for(publication.quiz, attempt.visit.learner_id)
            attempt.deadline_at = deadline(publication, attempt.extra_time, attempt.started_at, hours)


def members_who_count(quiz: Quiz, learner_id: int) -> Select[Member]:
    """The places of a learner in groups of the quiz's teacher, and in those that it is assigned to."""
    assigned = select(Assignment.group_id).where(Assignment.quiz_id == quiz.id)
    return (
        select(Member)
        .join(Member.group)
        .where(
            Member.learner_id == learner_id,
            or_(Group.owner_id == quiz.owner_id, Group.id.in_(assigned)),
        )
    )
