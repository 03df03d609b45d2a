"""Quizzes that a group is to do, from when and until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.store.engine import Model, UtcDateTime, db, public_id_column
from quizapp.store.groups import Group, Member
from quizapp.store.learners import Learner
from quizapp.store.people import Account
from quizapp.store.quizzes import Quiz


class Assignment(Model):
    """A quiz for a group. It may be begun from `opens_at`; at `due_at` what is under way is handed in."""

    __tablename__ = "assignment"
    __table_args__ = (UniqueConstraint("quiz_id", "group_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = public_id_column()
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"), index=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("learner_group.id"), index=True)
    opens_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    assigned_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    quiz: Mapped[Quiz] = relationship(lazy="joined")
    group: Mapped[Group] = relationship(back_populates="assignments")

    def has_begun(self, at: datetime) -> bool:
        return self.opens_at is None or self.opens_at <= at

    def is_over(self, at: datetime) -> bool:
        return self.due_at is not None and self.due_at <= at

    def is_open(self, at: datetime) -> bool:
        """Whether its hours let a member begin."""
        return self.has_begun(at) and not self.is_over(at)


@dataclass(frozen=True, slots=True)
class Hours:
    """When a learner may begin a quiz, by what was assigned to their groups; without bounds where nothing was."""

    assignments: tuple[Assignment, ...]

    def let_begin(self, at: datetime) -> bool:
        return not self.assignments or any(one.is_open(at) for one in self.assignments)

    def opens_at(self, at: datetime) -> datetime | None:
        """The next opening, where none is open and one is to come."""
        return min(
            (one.opens_at for one in self.assignments if one.opens_at and one.opens_at > at), default=None
        )

    @property
    def due_at(self) -> datetime | None:
        """When what is under way is handed in: the latest deadline holds, and none is later than any."""
        deadlines = [one.due_at for one in self.assignments]
        return None if None in deadlines else max(filter(None, deadlines), default=None)


def hours_for(quiz: Quiz, learner_id: int) -> Hours:
    """The hours of a quiz for one learner."""
    return Hours(
        tuple(
            db.session.scalars(
                select(Assignment)
                .join(Member, Member.group_id == Assignment.group_id)
                .where(Assignment.quiz_id == quiz.id, Member.learner_id == learner_id)
            )
        )
    )


def assigned_to(learner: Learner) -> Sequence[Assignment]:
    """What a learner's groups are to do, the nearest deadline first."""
    return db.session.scalars(
        select(Assignment)
        .join(Member, Member.group_id == Assignment.group_id)
        .where(Member.learner_id == learner.id)
        .order_by(Assignment.due_at.is_(None), Assignment.due_at, Assignment.id)
    ).all()


def assignment_in(group: Group, public_id: str) -> Assignment | None:
    return next((one for one in group.assignments if one.public_id == public_id), None)


def new_assignment(
    quiz: Quiz, group: Group, opens_at: datetime | None, due_at: datetime | None, by: Account, at: datetime
) -> Assignment:
    """The assignment of the quiz to the group with these hours, new or changed; for the caller's transaction."""
    known = next((one for one in group.assignments if one.quiz_id == quiz.id), None)
    assignment = known or Assignment(quiz=quiz, group=group, at=at, assigned_by_id=by.id)
    assignment.opens_at, assignment.due_at = opens_at, due_at
    return assignment
