"""All tables, for migrations: importing this module declares every one of them."""

from quizapp.store import attempts, bank, limits, people, quizzes, sources

__all__ = ["attempts", "bank", "limits", "people", "quizzes", "sources"]
