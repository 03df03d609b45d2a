"""Backups in one file, each proved before it is called good; and how one is brought back.

A backup is a zip: the database, the key that signs cookies, and a card that says when it was made, of which
schema, and how many rows each table had in the very snapshot that was copied. SQLite is copied by its backup
interface while others write (a copied file may lack what was committed); PostgreSQL by its own `pg_dump`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from fcntl import LOCK_EX, LOCK_NB, LOCK_SH, flock
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.pool import NullPool

from quizapp.config import DATABASE_FILE, KEY_FILE, Settings, open_private
from quizapp.store import schema

CARD, SQLITE_COPY, POSTGRES_COPY = "backup.json", "database.sqlite3", "database.pgdump"
LAST_BACKUP = "last_backup"
RUNNING = "running.lock"
_NAME = re.compile(r"quizapp-\d{8}T\d{6}Z\.zip")
_SAFE = 0o600


class BackupError(Exception):
    """Why a backup cannot be made or brought back, worded for the person who runs the program."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a backup says of itself: the moment in ISO 8601, the schema, the rows of each table."""

    made_at: str
    revision: str | None
    counts: dict[str, int]

    @property
    def rows(self) -> int:
        return sum(self.counts.values())


def make_backup(settings: Settings, target: Path, at: datetime, keep: int | None = None) -> tuple[Path, Card]:
    """Write a backup to a file, or under a name of its own into a folder; of those, `keep` the newest so many.

    Raises BackupError; nothing stands under the name then.
    """
    file = target / f"quizapp-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}.zip" if target.is_dir() else target
    try:
        file.touch(mode=_SAFE, exist_ok=False)
    except FileExistsError as error:
        raise BackupError(
            f"{file}: there is such a file already. Name another; a backup overwrites nothing."
        ) from error
    except OSError as error:
        raise _unwritable(file, error) from error
    try:
        with TemporaryDirectory(dir=file.parent, prefix=".backup-") as folder:
            copy = Path(folder) / (SQLITE_COPY if settings.is_sqlite else POSTGRES_COPY)
            card = (_copy_sqlite if settings.is_sqlite else _dump_postgres)(settings, copy, at)
            draft = Path(folder) / "draft.zip"
            _pack(draft, copy, card, settings)
            os.replace(draft, file)  # over the name that was taken for it
    except BaseException as error:
        file.unlink(missing_ok=True)
        raise (_unwritable(file, error) if isinstance(error, OSError) else error) from error
    with suppress(OSError):
        (settings.data / LAST_BACKUP).write_text(f"{card.made_at} {file}\n", encoding="utf-8")
    if keep and target.is_dir():
        made = sorted(path for path in target.iterdir() if _NAME.fullmatch(path.name))
        for old in made[:-keep]:
            old.unlink(missing_ok=True)
    return file, card


def _unwritable(file: Path, error: OSError) -> BackupError:
    return BackupError(
        f"{file}: cannot be written ({error.strerror}). Name a folder with room that you may write to."
    )


def last_backup(data: Path) -> str | None:
    """When and where the last backup was made, as it was noted beside the data."""
    with suppress(OSError):
        return (data / LAST_BACKUP).read_text(encoding="utf-8").strip()
    return None


def restore_backup(settings: Settings, file: Path, at: datetime, *, replace: bool = False) -> Card:
    """Bring a backup back. On SQLite what stood there is moved aside; on PostgreSQL only `replace` drops it.

    Raises BackupError, and changes nothing, for what is no sound backup, over a running instance, or over
    data that are newer than the backup (unless they are to be replaced).
    """
    with _alone(settings.data), TemporaryDirectory(dir=settings.data, prefix=".restore-") as folder:
        card = _unpack(file, Path(folder), settings)
        (_bring_back_sqlite if settings.is_sqlite else _bring_back_postgres)(
            settings, Path(folder), card, at, replace
        )
        key = Path(folder) / KEY_FILE
        if key.exists() and not os.environ.get("QUIZAPP_SECRET_KEY"):
            key.chmod(_SAFE)
            os.replace(key, settings.data / KEY_FILE)
    return card


@contextmanager
def running(data: Path) -> Iterator[None]:
    """Hold the sign that an instance runs on these data; several may."""
    with _sign(data) as sign:
        flock(sign, LOCK_SH)
        yield


@contextmanager
def _alone(data: Path) -> Iterator[None]:
    with _sign(data) as sign:
        try:
            flock(sign, LOCK_EX | LOCK_NB)
        except BlockingIOError as error:
            raise BackupError("quizapp is running on these data. Stop it first, then restore.") from error
        yield


@contextmanager
def _sign(data: Path) -> Iterator[int]:
    """The file that a running instance holds a lock on: it ends with the process, however that ends."""
    sign = open_private(data / RUNNING)
    try:
        yield sign
    finally:
        os.close(sign)


def _copy_sqlite(settings: Settings, copy: Path, at: datetime) -> Card:
    """The counts and the copy are of one snapshot: the copy goes on from the read transaction that counted."""
    source_file = _sqlite_file(settings)
    if not source_file.is_file():
        raise BackupError(f"{source_file}: there is no database yet. Start once: quizapp serve")
    try:
        with (
            closing(sqlite3.connect(f"file:{source_file}?mode=ro", uri=True, timeout=30)) as source,
            closing(sqlite3.connect(copy, isolation_level=None)) as made,
        ):
            source.execute("BEGIN")
            counts = _counts(source)
            source.backup(made)
            made.execute("VACUUM")  # what was erased does not lie on in free pages
            _prove_sqlite(made, counts)
            revision = _revision(made)
    except sqlite3.Error as error:
        raise BackupError(f"{source_file}: cannot be copied ({error}). See: quizapp doctor") from error
    return Card(at.astimezone(UTC).isoformat(timespec="seconds"), revision, counts)


def _bring_back_sqlite(settings: Settings, folder: Path, card: Card, at: datetime, replace: bool) -> None:
    copy, own = folder / SQLITE_COPY, _sqlite_file(settings)
    with closing(sqlite3.connect(copy, isolation_level=None)) as database:
        try:
            _prove_sqlite(database, card.counts)
        except sqlite3.Error as error:
            raise BackupError(f"The database in the backup is broken ({error}). Take another.") from error
    if own.exists() and not replace and _is_newer(own, card):
        raise BackupError(
            f"{own} was written to after the backup was made. To put the backup in its place all the same, "
            "add --replace; what is there now is kept beside it."
        )
    copy.chmod(_SAFE)
    aside = f".before-restore-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    for part in ("", "-wal", "-shm"):  # together: a log of changes belongs to its database
        old = own.with_name(own.name + part)
        if old.exists():
            os.replace(old, old.with_name(own.name + aside + part))
    os.replace(copy, own)


def _is_newer(database: Path, card: Card) -> bool:
    """Whether a sound database was last written to after the backup; a broken one is not worth keeping in place."""
    parts = [database.with_name(database.name + part) for part in ("", "-wal")]
    written = max(part.stat().st_mtime for part in parts if part.exists())
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as opened:
            sound = opened.execute("PRAGMA quick_check").fetchone() == ("ok",) and bool(_counts(opened))
    except sqlite3.Error:
        return False
    return sound and written > datetime.fromisoformat(card.made_at).timestamp() + 1


def _prove_sqlite(database: sqlite3.Connection, counts: dict[str, int]) -> None:
    found = database.execute("PRAGMA integrity_check").fetchone()
    if found != ("ok",):
        raise BackupError(f"The copy is broken: {found[0]}. See: quizapp doctor")
    if _counts(database) != counts:
        raise BackupError("The copy does not hold the rows that were counted. Try again.")


def _counts(database: sqlite3.Connection) -> dict[str, int]:
    names = database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return {
        name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - of the schema
        for (name,) in sorted(names.fetchall())
    }


def _revision(database: sqlite3.Connection) -> str | None:
    with suppress(sqlite3.Error):
        row = database.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(row[0]) if row else None
    return None


def _sqlite_file(settings: Settings) -> Path:
    return Path(make_url(settings.database_url).database or settings.data / DATABASE_FILE)


def _dump_postgres(settings: Settings, copy: Path, at: datetime) -> Card:
    """The dump is of the snapshot in which the rows were counted."""
    with _connected(settings, isolation_level="REPEATABLE READ") as connection:
        counts = _counts_of(connection)
        revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
        snapshot = str(connection.scalar(text("SELECT pg_export_snapshot()")))
        _run("pg_dump", settings, "--format=custom", f"--snapshot={snapshot}", f"--file={copy}")
    return Card(at.astimezone(UTC).isoformat(timespec="seconds"), revision, counts)


def _bring_back_postgres(settings: Settings, folder: Path, card: Card, at: datetime, replace: bool) -> None:
    """Into the database of the settings, in one transaction: whole, or as it was."""
    others = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    with _connected(settings) as connection:
        if connection.scalar(others):
            raise BackupError(
                "Others are connected to the database. Stop quizapp on every host, then restore."
            )
        if inspect(connection).get_table_names() and not replace:
            raise BackupError(
                "The database is not empty. Name an empty one, or add --replace to drop what is in it."
            )
    _run(
        "pg_restore",
        settings,
        "--clean",
        "--if-exists",
        "--no-owner",
        "--single-transaction",
        "--exit-on-error",
        str(folder / POSTGRES_COPY),
        in_database=True,
    )
    with _connected(settings) as connection:
        if _counts_of(connection) != card.counts:
            raise BackupError("The restored database does not hold the rows of the backup. Try again.")


@contextmanager
def _connected(settings: Settings, **options: str) -> Iterator[Connection]:
    """A connection that ends with its use: an idle one would stand in the way of who drops tables."""
    with create_engine(settings.database_url, poolclass=NullPool, **options).connect() as connection:
        yield connection


def _counts_of(connection: Connection) -> dict[str, int]:
    names = sorted(inspect(connection).get_table_names())
    quoted = connection.dialect.identifier_preparer.quote
    return {
        name: int(connection.scalar(text(f"SELECT count(*) FROM {quoted(name)}")) or 0)  # noqa: S608
        for name in names
    }


def _run(program: str, settings: Settings, *arguments: str, in_database: bool = False) -> None:
    """One of PostgreSQL's own programs; the password goes by the environment, where no list of processes shows it."""
    found = shutil.which(program)
    if found is None:
        raise BackupError(
            f"{program} is not installed here. Install PostgreSQL's client programs, or run it there."
        )
    url = make_url(settings.database_url).set(drivername="postgresql")
    place = url.set(password=None).render_as_string(hide_password=False)
    done = subprocess.run(  # noqa: S603 - a fixed program with our own arguments
        [
            found,
            *(("--dbname", place) if in_database else ()),
            *arguments,
            *(() if in_database else (place,)),
        ],
        env={**os.environ, **({"PGPASSWORD": url.password} if url.password else {})},
        capture_output=True,
        check=False,
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise BackupError(f"{program} failed: {said[-1] if said else done.returncode}")


def _pack(draft: Path, copy: Path, card: Card, settings: Settings) -> None:
    draft.touch(mode=_SAFE)
    with ZipFile(draft, "w", ZIP_DEFLATED) as packed:
        packed.write(copy, copy.name)
        packed.writestr(KEY_FILE, settings.secret_key)
        packed.writestr(CARD, json.dumps(asdict(card), indent=1))
    with ZipFile(draft) as packed:
        if (broken := packed.testzip()) is not None:
            raise BackupError(f"The backup cannot be read back ({broken}). Try another disk.")


def _unpack(file: Path, folder: Path, settings: Settings) -> Card:
    """The parts of a backup that this program and these settings can use, into a folder."""
    wanted = SQLITE_COPY if settings.is_sqlite else POSTGRES_COPY
    try:
        with ZipFile(file) as packed:
            names = set(packed.namelist())
            if CARD not in names:
                raise BackupError(f"{file}: this is no backup of quizapp.")
            card = Card(**json.loads(packed.read(CARD)))
            if wanted not in names:
                raise BackupError(f"{file}: a backup of the other kind of database. See DATABASE_URL.")
            for name in (wanted, *({KEY_FILE} & names)):
                packed.extract(name, folder)
    except FileNotFoundError as error:
        raise BackupError(f"{file}: there is no such file. Check the path.") from error
    except (BadZipFile, OSError, ValueError, TypeError, KeyError) as error:
        raise BackupError(f"{file}: this is no backup of quizapp, or a damaged one ({error}).") from error
    if not schema.is_known(card.revision):
        raise BackupError(f"{file}: made by a newer quizapp. Install that version, then restore.")
    return card
