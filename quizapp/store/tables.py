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
    regrades,
    reports,
    scales,
    sources,
    tallies,
    uploads,
    waiting_files,
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
    "regrades",
    "reports",
    "scales",
    "sources",
    "tallies",
    "uploads",
    "waiting_files",
]
