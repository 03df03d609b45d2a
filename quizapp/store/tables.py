"""All tables, for migrations: importing this module declares every one of them."""

from quizapp.store import (
    assignments,
    attempts,
    bank,
    groups,
    learners,
    limits,
    people,
    practice,
    quizzes,
    reports,
    sources,
)

__all__ = [
    "assignments",
    "attempts",
    "bank",
    "groups",
    "learners",
    "limits",
    "people",
    "practice",
    "quizzes",
    "reports",
    "sources",
]
