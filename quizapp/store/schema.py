"""The schema of the database, and what state it and its settings are in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app
from flask_migrate import upgrade as run_migrations
from sqlalchemy import text

from quizapp.paths import MIGRATIONS
from quizapp.store.engine import SQLITE_PRAGMAS, db

START_LOCK = 7_451_901
FIRST_SOUND_SQLITE = (3, 51, 3)
"""Versions before it can, rarely, corrupt a database when two connections checkpoint at once."""


class NewerSchema(Exception):
    """The database was made by a newer version of the program."""


@dataclass(frozen=True, slots=True)
class DatabaseState:
    """What `quizapp doctor` tells of the database."""

    server: str
    version: str
    revision: str | None
    newest_revision: str
    pragmas: dict[str, str]
    problems: tuple[str, ...]


def upgrade() -> None:
    """Bring the schema up to the program's; refuses one that it does not know."""
    if not is_known(current_revision()):
        raise NewerSchema
    run_migrations(directory=str(MIGRATIONS))
    db.session.remove()


@contextmanager
def alone_at_the_start() -> Iterator[None]:
    """Of several machines that start at once on one PostgreSQL, one after another."""
    if db.engine.dialect.name != "postgresql":
        yield
        return
    with db.engine.connect() as connection:
        connection.execute(text("SET LOCAL lock_timeout = 0"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": START_LOCK})
        yield


def current_revision() -> str | None:
    with db.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest_revision() -> str:
    return _scripts().get_current_head() or ""


def is_known(revision: str | None) -> bool:
    return revision is None or revision in {script.revision for script in _scripts().walk_revisions()}


def examine() -> DatabaseState:
    """Look at the database through a connection of the application's own."""
    with db.engine.connect() as connection:
        if db.engine.dialect.name != "sqlite":
            version = str(connection.scalar(text("SHOW server_version")))
            return DatabaseState("PostgreSQL", version, current_revision(), newest_revision(), {}, ())
        version = str(connection.scalar(text("SELECT sqlite_version()")))
        pragmas = {
            name: str(connection.exec_driver_sql(f"PRAGMA {name}").scalar()) for name in SQLITE_PRAGMAS
        }
        check = str(connection.exec_driver_sql("PRAGMA quick_check").scalar())
    problems = () if check == "ok" else (f"quick_check: {check}",)
    return DatabaseState("SQLite", version, current_revision(), newest_revision(), pragmas, problems)


def has_checkpoint_race(version: str) -> bool:
    """Whether this SQLite is older than the repair of its checkpoint race."""
    return tuple(int(part) for part in version.split(".")) < FIRST_SOUND_SQLITE


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(current_app.extensions["migrate"].directory))
