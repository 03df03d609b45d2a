from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from sqlite3 import Connection as SqliteConnection
from typing import TYPE_CHECKING, Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, Dialect, Engine, MetaData, String, TypeDecorator, event, text
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, InternalError, OperationalError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

SQLITE_PRAGMAS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",  # an answer that was acknowledged survives a power cut
    "foreign_keys": "ON",
    "busy_timeout": "5000",
    "secure_delete": "ON",  # what was erased is overwritten, not only forgotten
}
SECONDS_TO_CONNECT = 5
"""To a PostgreSQL: a machine that is gone does not say so."""
PUBLIC_ID_BYTES = 15
_AFTERWARDS = "what is done after the transaction under way"


class Base(DeclarativeBase):
    """What all tables have in common: constraint names that a migration can refer to."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


db = SQLAlchemy(model_class=Base, engine_options={"pool_pre_ping": True})

if TYPE_CHECKING:
    Model = Base
else:
    Model = db.Model


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, always in UTC: SQLite keeps no zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def public_id_column() -> Mapped[str]:
    """An id for addresses that cannot be guessed or counted (120 random bits)."""
    return mapped_column(String(24), unique=True, default=new_public_id)


def new_public_id() -> str:
    return secrets.token_urlsafe(PUBLIC_ID_BYTES)


def fingerprint(token: str) -> str:
    """What is stored instead of a random token, so that a stolen database opens no session."""
    return sha256(token.encode()).hexdigest()


@contextmanager
def transaction() -> Iterator[Session]:
    """One short transaction: committed at the end, rolled back by any error.

    One inside another is a part of it: what the database refuses is said at the end of the part, as it is
    alone, and the whole is committed, or comes to nothing. An error of a part is not to be caught inside the whole.

    Reads before the first write run outside of it (SQLite takes its write lock at the first
    INSERT, UPDATE or DELETE), so what must hold between reading and writing is a constraint of the schema.
    """
    session = db.session()
    if _AFTERWARDS in session.info:
        yield session
        session.flush()
        return
    afterwards: list[Callable[[], None]] = []
    session.info[_AFTERWARDS] = afterwards
    try:
        yield session
        session.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        del session.info[_AFTERWARDS]
    for act in afterwards:
        act()


def once_committed(act: Callable[[], None]) -> None:
    """Do it when the transaction under way has ended well; at once where there is none."""
    afterwards = db.session().info.get(_AFTERWARDS)
    if afterwards is None:
        act()
    else:
        afterwards.append(act)


def changed_rows(result: Any) -> int:
    """How many rows an UPDATE or DELETE found: none means that another was first."""
    return int(result.rowcount)


def engine_options(database_url: str) -> dict[str, Any]:
    """How to connect, so that both wait for a lock equally long.

    On SQLite a transaction takes the write lock when it first writes.
    """
    if database_url.startswith("sqlite"):
        return {"connect_args": {"isolation_level": "IMMEDIATE"}}
    waits = f"-c lock_timeout={SQLITE_PRAGMAS['busy_timeout']}"
    return {"connect_args": {"connect_timeout": SECONDS_TO_CONNECT, "options": waits}}


@event.listens_for(Engine, "connect")
def _set_pragmas(connection: Any, _record: object) -> None:
    if not isinstance(connection, SqliteConnection):
        return
    cursor = connection.cursor()
    for name, value in SQLITE_PRAGMAS.items():
        cursor.execute(f"PRAGMA {name}={value}")
    cursor.close()


def forget_deleted_pages() -> None:
    """Write the log of SQLite into the database and empty it: it holds pages as they were before an erasure.

    While another connection reads, some of it stays until the next time.
    """
    if db.engine.dialect.name == "sqlite":
        with db.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


DatabaseError = DBAPIError
"""Anything that the database refuses."""

ConstraintBroken = IntegrityError
"""Something that must be one was made twice: another request was first."""

DatabaseUnavailable = OperationalError
"""The database is full, locked, read-only or gone: nothing was written, and it may work again later."""

NotStorable = DataError
"""PostgreSQL holds no such text or number, be it only to look for it; SQLite finds nothing."""

DatabaseReadOnly = InternalError
"""What PostgreSQL says where SQLite is merely unavailable: it lets read and not write."""


def can_write() -> bool:
    """Whether something can be written now, on a database that has our schema; what was there is written again."""
    try:
        with transaction() as session:
            session.execute(text("UPDATE alembic_version SET version_num = version_num"))
    except DBAPIError:
        return False
    return True
