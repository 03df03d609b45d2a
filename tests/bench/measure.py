"""Time spent in SQL by every page of results, at a million responses; "work" is that of the processor alone.

`python -m tests.bench.measure [FOLDER]` from the top folder; a folder that holds the database already is used again.
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import event

from quizapp.config import DATABASE_FILE, Settings
from quizapp.store import schema
from quizapp.store.attempts import Attempt
from quizapp.store.engine import db
from quizapp.store.quizzes import Quiz
from quizapp.web import create_app
from tests import cast
from tests.bench.fill import fill
from tests.conftest import START
from tests.web.visitor import Visitor

ROUNDS = 15
spent = worked = 0.0


class TimedCursor(sqlite3.Cursor):
    """A cursor that adds up the time of every step, fetching included."""

    def execute(self, *arguments: Any) -> Any:
        return _timed(super().execute, *arguments)

    def fetchall(self) -> Any:
        return _timed(super().fetchall)

    def fetchone(self) -> Any:
        return _timed(super().fetchone)

    def fetchmany(self, *arguments: Any) -> Any:
        return _timed(super().fetchmany, *arguments)


class TimedConnection(sqlite3.Connection):
    def cursor(self, *_: Any) -> Any:
        return super().cursor(TimedCursor)

    def commit(self) -> None:
        _timed(super().commit)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    is_new = not (folder / DATABASE_FILE).exists()
    app = create_app(
        Settings(
            data=folder,
            database_url=f"sqlite:///{folder / DATABASE_FILE}",
            secret_key="a key for the bench, long enough",
            secret_key_fallbacks=(),
            rate_limits=False,
            language="en",
        ),
        lambda: START,
    )
    with app.app_context():
        schema.upgrade()
        event.listen(db.engine, "do_connect", _timed_connection)
    if is_new:
        fill(app, folder / DATABASE_FILE)
    with app.app_context():
        pages = _pages()
        db.engine.dispose()
    _measure(app, pages)


def _pages() -> dict[str, str]:
    def quiz(title: str) -> Any:
        return db.session.scalars(cast.quizzes.select(Quiz).where(Quiz.title == title)).one()

    big, usual = quiz("Sprawdzian 0"), quiz("Sprawdzian 3")
    attempt = db.session.get(Attempt, 49_999)
    assert attempt is not None
    item = usual.items[1].public_id
    return {
        "history": "/teach/scores",
        "history, page 10": "/teach/scores?page=10",
        "history by learner": "/teach/scores?sort=learner&order=asc",
        "history by score": "/teach/scores?sort=score",
        "history of a learner": "/teach/scores?learner=%C5%81ucja+17",
        "history of a common name": "/teach/scores?learner=a",
        "history of a quiz": f"/teach/scores?quiz={usual.public_id}",
        "history of the big quiz": f"/teach/scores?quiz={big.public_id}",
        "history of old days": "/teach/scores?until=2026-12-01",
        "attempt": f"/teach/scores/{attempt.public_id}",
        "session": f"/teach/sessions/{attempt.visit.public_id}",
        "learner": f"/teach/learners/{attempt.visit.learner.public_id}",
        "over time": "/teach/results",
        "grid of a quiz": f"/teach/quizzes/{usual.public_id}/results",
        "grid of the big quiz": f"/teach/quizzes/{big.public_id}/results",
        "grid, last page": f"/teach/quizzes/{big.public_id}/results?page=99",
        "item analysis": f"/teach/quizzes/{usual.public_id}/analysis",
        "item analysis, all attempts": f"/teach/quizzes/{usual.public_id}/analysis?attempts=all",
        "item analysis of the big quiz": f"/teach/quizzes/{big.public_id}/analysis",
        "one item": f"/teach/quizzes/{big.public_id}/analysis/2",
        "answers to one item": f"/teach/quizzes/{big.public_id}/analysis/2/answers",
        "item pooled": f"/teach/items/{item}/statistics",
        "live": f"/teach/quizzes/{big.public_id}/live",
    }


def _measure(app: Any, pages: dict[str, str]) -> None:
    global spent, worked
    for login in ("anna", "celina"):
        visitor = Visitor(app)
        visitor.open("/sign-in")
        visitor.send("Sign in", login=login, password=cast.PASSWORD)
        sys.stdout.write(f"{login}\n{'page':34}{'first':>9}{'median':>9}{'worst':>9}{'work':>9}  ms of SQL\n")
        for name, path in pages.items():
            times, work = [], []
            for _ in range(ROUNDS):
                spent = worked = 0.0
                answer = visitor.client.get(path)
                times.append(spent * 1000)
                work.append(worked * 1000)
            if answer.status_code == 200:
                first, *later = times
                figures = (first, statistics.median(later), max(later), statistics.median(work))
                sys.stdout.write(f"{name:34}" + "".join(f"{one:9.2f}" for one in figures) + "\n")


def _timed_connection(_dialect: object, _record: object, arguments: list[Any], named: dict[str, Any]) -> None:
    named["factory"] = TimedConnection


def _timed(step: Callable[..., Any], *arguments: Any) -> Any:
    global spent, worked
    start, begun = time.perf_counter(), time.thread_time()
    try:
        return step(*arguments)
    finally:
        spent += time.perf_counter() - start
        worked += time.thread_time() - begun


if __name__ == "__main__":
    main()
