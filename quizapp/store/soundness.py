"""Whether the embedded database may be opened: a damaged one is never made anew over what can be restored."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from quizapp.config import DATABASE_FILE, open_private

START_LOCK = "starting.lock"
MAKING = b"making"
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Damaged(Exception):
    """The file is there and is not a whole database of ours."""


@contextmanager
def one_start_at_a_time(data: Path) -> Iterator[None]:
    """Others wait while one process proves or makes the database.

    The note in the lock file tells a first start that was killed, whose empty database may be
    filled, from a database that was emptied.
    """
    handle = open_private(data / START_LOCK)
    usual = os.umask(0o077)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        place = data / DATABASE_FILE
        if not place.exists():
            os.pwrite(handle, MAKING, 0)
        elif os.pread(handle, len(MAKING), 0) != MAKING:
            _prove(place)
        yield
        os.ftruncate(handle, 0)
    finally:
        os.umask(usual)
        os.close(handle)


def _prove(place: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{place.as_uri()}?mode=rw", uri=True)) as connection:
            verdict = connection.execute("PRAGMA quick_check").fetchone()[0]
            if verdict != "ok":
                raise Damaged(verdict)
            if not connection.execute(
                "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
            ).fetchone():
                raise Damaged("it is empty")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in DAMAGED:
            raise Damaged(str(error)) from error
        raise
