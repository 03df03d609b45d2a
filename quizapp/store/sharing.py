"""Letting another teacher run a quiz or have a group; the owner alone does, and alone takes it back."""

from __future__ import annotations

from quizapp.store.engine import ConstraintBroken, transaction
from quizapp.store.groups import Group
from quizapp.store.people import Account
from quizapp.store.quizzes import Quiz


def share(shared: Quiz | Group, teacher: Account) -> None:
    """Let the teacher in; twice is once, and the owner is in already."""
    if teacher.id == shared.owner_id or teacher in shared.co_teachers:
        return
    try:
        with transaction():
            shared.co_teachers.append(teacher)
    except ConstraintBroken:  # another request was first
        return


def unshare(shared: Quiz | Group, public_id: str) -> None:
    """Let the teacher of that id out again."""
    with transaction():
        shared.co_teachers[:] = [one for one in shared.co_teachers if one.public_id != public_id]
