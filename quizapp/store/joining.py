"""How a learner comes into a group: by a place on its list, or as one more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select, update

from quizapp.items.nicknames import nickname_key
from quizapp.store.engine import ConstraintBroken, db, fingerprint, transaction
from quizapp.store.groups import Group, Member, NameTaken, next_number, places_of
from quizapp.store.learners import Learner, LearnerSession, normal_code, open_session

MOST_AT_ONCE = 50
"""Tries to get a number that nobody else takes at the same moment."""


class CodeNeeded(Exception):
    """The place has a personal code, and none or another was given."""


class PlaceTaken(Exception):
    """Somebody came for the place before, and there is no code to show that it is the same person."""


def take_place(member: Member, code: str, at: datetime) -> tuple[str, LearnerSession]:
    """A session of the learner on the list, with its token: by the personal code, or, without one, the first time."""
    if member.has_code and fingerprint(normal_code(code)) != member.learner.resume_hash:
        raise CodeNeeded
    with transaction() as session:
        free = session.execute(
            update(Member)
            .where(Member.id == member.id, Member.joined_at.is_(None))
            .values(joined_at=at)
            .returning(Member.id)
        ).scalar_one_or_none()
    if free is None and not member.has_code:
        raise PlaceTaken
    return open_session(member.learner, at)


def free_place(member: Member) -> None:
    """Let somebody say once more that the place is theirs."""
    with transaction():
        member.joined_at = None


def come_in(group: Group, learner: Learner, at: datetime) -> Member:
    """Put a learner at the end of the list; NameTaken where another looks the same. Who is in it stays as they are."""
    known = next((place for place in places_of(learner) if place.group_id == group.id), None)
    return known or _come_last(group, learner.nickname, lambda: learner, at)


def come_in_anew(group: Group, nickname: str, at: datetime) -> tuple[str, LearnerSession]:
    """A new learner at the end of the list, their session and its token."""
    member = _come_last(group, nickname, lambda: Learner(nickname=nickname, created_at=at), at)
    return open_session(member.learner, at)


def _come_last(group: Group, nickname: str, learner: Callable[[], Learner], at: datetime) -> Member:
    """A whole class comes in at once: of two who took the same number, the later tries again with the next."""
    group_id, key = group.id, nickname_key(nickname)
    same = select(Member.id).where(Member.group_id == group_id, Member.name_key == key)
    for _ in range(MOST_AT_ONCE):
        if db.session.scalar(same) is not None:
            break
        try:
            with transaction() as session:
                member = Member(
                    group_id=group_id,
                    learner=learner(),
                    number=next_number(group),
                    name_key=key,
                    joined_at=at,
                )
                session.add(member)
        except ConstraintBroken:
            continue
        return member
    raise NameTaken(nickname)
