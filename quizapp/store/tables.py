"""All tables, for migrations: importing this module declares every one of them."""

from quizapp.store import (
    attempts,
    bank,
    bank_files,
    learners,
    limits,
    people,
    practice,
    quizzes,
    reports,
    sources,
)

__all__ = [
    "attempts",
    "bank",
    "bank_files",
    "learners",
    "limits",
    "people",
    "practice",
    "quizzes",
    "reports",
    "sources",
]
