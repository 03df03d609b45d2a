"""Setting a group to work, and giving its members their time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from quizapp.store.assignments import Assignment, new_assignment
from quizapp.store.attempts import Attempt
from quizapp.store.engine import transaction
from quizapp.store.groups import Group, Member
from quizapp.store.learners import LearnerSession
from quizapp.store.people import Account
from quizapp.store.quizzes import Publication, Quiz
from quizapp.store.timing import retime


def assign(
    quiz: Quiz, group: Group, opens_at: datetime | None, due_at: datetime | None, by: Account, at: datetime
) -> None:
    """Let the group do the quiz between these hours; a second time changes the hours, also of what is under way."""
    with transaction() as session:
        session.add(new_assignment(quiz, group, opens_at, due_at, by, at))
        session.flush()
        retime(_running_at(session, quiz, group))


def unassign(assignment: Assignment) -> None:
    """The quiz goes from the members' first page; attempts stay, and what is under way has no deadline of it."""
    quiz, group = assignment.quiz, assignment.group
    with transaction() as session:
        session.delete(assignment)
        session.flush()
        retime(_running_at(session, quiz, group))


def give_member_time(member: Member, extra_time: int) -> None:
    """Let a member have another share of every time limit, before a first attempt or during one."""
    assigned = select(Assignment.quiz_id).where(Assignment.group_id == member.group_id)
    with transaction() as session:
        member.extra_time = extra_time
        running = session.scalars(
            select(Attempt)
            .join(Attempt.visit)
            .join(Attempt.publication)
            .join(Publication.quiz)
            .where(
                LearnerSession.learner_id == member.learner_id,
                Attempt.finished_at.is_(None),
                or_(Quiz.owner_id == member.group.owner_id, Quiz.id.in_(assigned)),
            )
        ).all()
        for attempt in running:
            attempt.extra_time = extra_time
        retime(running)


def _running_at(session: Session, quiz: Quiz, group: Group) -> Sequence[Attempt]:
    members = select(Member.learner_id).where(Member.group_id == group.id)
    return session.scalars(
        select(Attempt)
        .join(Attempt.visit)
        .join(Attempt.publication)
        .where(
            Publication.quiz_id == quiz.id,
            LearnerSession.learner_id.in_(members),
            Attempt.finished_at.is_(None),
        )
    ).all()
