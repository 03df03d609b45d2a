"""All tables, for migrations: importing this module declares every one of them."""

from quizapp.store import (
    attempts,
    bank,
    learners,
    limits,
    people,
    practice,
    quizzes,
    reports,
    sources,
    uploads,
    waiting_files,
)

__all__ = [
    "attempts",
    "bank",
    "learners",
    "limits",
    "people",
    "practice",
    "quizzes",
    "reports",
    "sources",
    "uploads",
    "waiting_files",
]
