"""Every schema that was ever released comes up to the newest with all its rows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.config import DATABASE_FILE, Settings
from quizapp.store import schema
from quizapp.store.engine import db
from quizapp.web import create_app

pytestmark = pytest.mark.databases("sqlite")  # the dumps are of SQLite
SCHEMAS = sorted((Path(__file__).parent / "schemas").glob("*.sql"))


def counts(file: Path) -> dict[str, int]:
    with closing(sqlite3.connect(file)) as database:
        names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
            for name in names
            if name != "sqlite_sequence"
        }


@pytest.mark.parametrize("dump", SCHEMAS, ids=lambda path: path.stem)
def test_an_old_database_keeps_every_row(dump: Path, settings: Settings) -> None:
    file = settings.data / DATABASE_FILE
    with closing(sqlite3.connect(file)) as database:
        database.executescript(dump.read_text(encoding="utf-8"))
    before = counts(file)
    assert min(before.values()) > 0

    app = create_app(settings)
    with app.app_context():
        schema.upgrade()
        found = schema.examine()
        db.session.remove()
        db.engine.dispose()

    after = counts(file)
    assert (found.revision, found.problems) == (found.newest_revision, ())
    assert {name: after[name] for name in before} == before
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
