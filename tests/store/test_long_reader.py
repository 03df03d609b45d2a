"""Whoever reads for long stops nobody from writing, and the write-ahead log does not grow meanwhile."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from quizapp.config import Settings
from quizapp.store import answering, attempts, history
from quizapp.store.engine import db
from tests import cast
from tests.conftest import START

MOST_BYTES = 8_000_000
"""SQLite carries the log over into the database at every thousandth page of 4 kB."""


def test_answers_are_saved_while_the_history_is_being_written_to_a_file(
    app: Flask, settings: Settings, database: str
) -> None:
    with app.app_context():
        anna = cast.a_teacher()
        quiz = cast.a_quiz(anna, feedback="at_end")
        for number in range(history.AT_ONCE + 1):
            cast.an_attempt(quiz, f"Ula {number}")
        being_read = history.whole_history(anna, history.HistoryFilter())
        next(being_read)

        with app.app_context():
            _write_for_long(attempts.db.session.get(attempts.Attempt, 1))

        if database == "sqlite":
            log = Path(f"{settings.database_url.removeprefix('sqlite:///')}-wal")
            assert 0 < log.stat().st_size < MOST_BYTES
        assert len(list(being_read)) == history.AT_ONCE


def _write_for_long(attempt: attempts.Attempt | None) -> None:
    assert attempt is not None
    seen, words = "", "x" * 4000
    for number in range(1000):
        answering.keep_draft(attempt, 2, {"answer": [f"{words}{number}"]}, (f"{number}", seen), START)
        seen = f"{number}"
    db.session.remove()
