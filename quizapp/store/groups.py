"""Groups: classes of learners, each with a place on a list, and the teachers who have them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Literal, get_args

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Select,
    String,
    Table,
    UniqueConstraint,
    delete,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.items.nicknames import nickname_key
from quizapp.store.engine import ConstraintBroken, Model, UtcDateTime, db, public_id_column, transaction
from quizapp.store.learners import Learner, LearnerSession, normal_code, replace_resume_code
from quizapp.store.people import Account
from quizapp.store.quizzes import new_join_code
from quizapp.text.alphabet import register_order

if TYPE_CHECKING:
    from quizapp.store.assignments import Assignment

Joining = Literal["listed", "anyone", "closed"]
JOININGS: tuple[Joining, ...] = get_args(Joining)

group_teacher = Table(
    "group_teacher",
    Model.metadata,
    Column("group_id", ForeignKey("learner_group.id", ondelete="CASCADE"), primary_key=True),
    Column("account_id", ForeignKey("account.id", ondelete="CASCADE"), primary_key=True, index=True),
)
"""With whom the owner of a group shares it."""


class Group(Model):
    """A class. By its code get in: those who are listed, anyone, or, while it is closed, nobody."""

    __tablename__ = "learner_group"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = public_id_column()
    name: Mapped[str] = mapped_column(String(100))
    join_code: Mapped[str] = mapped_column(String(16), unique=True, default=new_join_code)
    joining: Mapped[Joining] = mapped_column(String(16), default="listed")
    owner_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    owner: Mapped[Account] = relationship()
    co_teachers: Mapped[list[Account]] = relationship(secondary=group_teacher, order_by=Account.login_key)
    members: Mapped[list[Member]] = relationship(order_by="Member.number", back_populates="group")
    assignments: Mapped[list[Assignment]] = relationship(order_by="Assignment.id", back_populates="group")


class Member(Model):
    """A learner's place in a group: the number in the register, and the share of time limits in percent.

    `name_key` is that of the nickname, so that no two in a group look alike. Until `joined_at` nobody has come
    and said that the place is theirs.
    """

    __tablename__ = "group_member"
    __table_args__ = (
        UniqueConstraint("group_id", "learner_id"),
        UniqueConstraint("group_id", "number", name="uq_group_member_group_id_number"),
        UniqueConstraint("group_id", "name_key", name="uq_group_member_group_id_name_key"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = public_id_column()
    group_id: Mapped[int] = mapped_column(ForeignKey("learner_group.id"), index=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learner.id"), index=True)
    number: Mapped[int]
    name_key: Mapped[str] = mapped_column(String(200))
    extra_time: Mapped[int] = mapped_column(default=100)
    joined_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    group: Mapped[Group] = relationship(lazy="joined", back_populates="members")
    learner: Mapped[Learner] = relationship(lazy="joined")

    @property
    def name(self) -> str:
        return self.learner.nickname

    @property
    def label(self) -> str:
        """The name with the register number, where it is not the number itself."""
        return self.name if self.name == str(self.number) else f"{self.number}. {self.name}"

    @property
    def has_code(self) -> bool:
        return self.learner.resume_hash is not None


class NameTaken(Exception):
    """Somebody in the group is called so already, or looks as if."""


def add_group(name: str, owner: Account, at: datetime) -> Group:
    group = Group(name=name, owner_id=owner.id, created_at=at)
    with transaction() as session:
        session.add(group)
    return group


def settle(group: Group, name: str, joining: Joining) -> None:
    """Call the group so, and let in by its code whom it says."""
    with transaction():
        group.name = name
        group.joining = joining


def reset_group_code(group: Group) -> None:
    """A new code; the old one leads nowhere."""
    with transaction():
        group.join_code = new_join_code()


def add_members(group: Group, pupils: Iterable[tuple[int, str]], at: datetime) -> int:
    """Put pupils, each a register number and a nickname, on the list; how many came. NameTaken: none did."""
    members = [
        Member(
            group=group,
            number=number,
            name_key=nickname_key(nickname),
            learner=Learner(nickname=nickname, created_at=at),
        )
        for number, nickname in pupils
    ]
    try:
        with transaction() as session:
            session.add_all(members)
    except ConstraintBroken as error:
        raise NameTaken from error
    return len(members)


def rename_member(member: Member, nickname: str) -> None:
    """Call a pupil otherwise, in every group; NameTaken where another is called so."""
    try:
        with transaction() as session:
            member.learner.nickname = nickname
            for place in session.scalars(select(Member).where(Member.learner_id == member.learner_id)):
                place.name_key = nickname_key(nickname)
    except ConstraintBroken as error:
        raise NameTaken from error


def remove_member(member: Member) -> None:
    """Take a pupil off the list; one who has never come leaves nothing behind."""
    learner_id = member.learner_id
    with transaction() as session:
        session.delete(member)
        session.flush()
        _forget_who_never_came([learner_id])


def delete_group(group: Group) -> None:
    """The list and what was assigned go; attempts and scores stay with those who came."""
    with transaction() as session:
        learners = [member.learner_id for member in group.members]
        for gone in (*group.members, *group.assignments):
            session.delete(gone)
        session.flush()
        _forget_who_never_came(learners)
        session.delete(group)


def give_codes(members: Iterable[Member]) -> list[tuple[Member, str]]:
    """A fresh personal code for each, to be shown this once; older ones end."""
    with transaction():
        return [(member, replace_resume_code(member.learner)) for member in members]


def groups_of(account: Account) -> list[Group]:
    """The groups that a teacher has, by name."""
    found = db.session.scalars(_taught_by(account).order_by(Group.id))
    return sorted(found, key=lambda group: register_order(group.name))


def group_for(account: Account, public_id: str) -> Group | None:
    """The group, if the teacher has it."""
    return db.session.scalar(_taught_by(account).where(Group.public_id == public_id))


def own_group_for(account: Account, public_id: str) -> Group | None:
    """The group, if it is the teacher's own."""
    return db.session.scalar(select(Group).where(Group.public_id == public_id, Group.owner_id == account.id))


def member_for(account: Account, public_id: str) -> Member | None:
    """The place in a group, if the teacher has the group."""
    return db.session.scalar(
        select(Member).join(Member.group).where(Member.public_id == public_id, teaches(account))
    )


def group_by_code(typed: str) -> Group | None:
    """The group of a code; None alike for a closed group and for a code that never was."""
    return db.session.scalar(
        select(Group).where(Group.join_code == normal_code(typed), Group.joining != "closed")
    )


def places_of(learner: Learner) -> list[Member]:
    """The places that a learner has in groups."""
    return list(db.session.scalars(select(Member).where(Member.learner_id == learner.id).order_by(Member.id)))


def teaches(account: Account) -> ColumnElement[bool]:
    """The SQL condition that a teacher has a group: their own, or one that they were let into."""
    shared = select(group_teacher.c.group_id).where(group_teacher.c.account_id == account.id)
    return or_(Group.owner_id == account.id, Group.id.in_(shared))


def next_number(group: Group) -> int:
    """The register number after the last."""
    last = db.session.scalar(select(func.max(Member.number)).where(Member.group_id == group.id))
    return (last or 0) + 1


def _taught_by(account: Account) -> Select[Group]:
    return select(Group).where(teaches(account))


def _forget_who_never_came(learner_ids: Collection[int]) -> None:
    came = select(LearnerSession.learner_id)
    listed = select(Member.learner_id)
    db.session.execute(
        delete(Learner).where(Learner.id.in_(learner_ids), Learner.id.not_in(came), Learner.id.not_in(listed))
    )
