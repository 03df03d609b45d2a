"""How often something may be tried: counted in the database, so that it holds over workers and restarts."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import String, delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.engine import Model, UtcDateTime, db, fingerprint, transaction


class Tries(Model):
    """Tries of one kind from one place in one window of time; no address is kept, only a fingerprint."""

    __tablename__ = "tries"

    bucket: Mapped[str] = mapped_column(String(64), primary_key=True)
    count: Mapped[int]
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


def count_try(what: str, who: str, most: int, window: timedelta, at: datetime) -> timedelta | None:
    """Count one try; None while it is allowed, else how long to wait. Old windows are forgotten."""
    bucket, ends_at = _bucket(what, who, window, at)
    with transaction() as session:
        session.execute(delete(Tries).where(Tries.ends_at < at))
        insert = postgresql.insert if db.engine.dialect.name == "postgresql" else sqlite.insert
        counted = session.execute(
            insert(Tries)
            .values(bucket=bucket, count=1, ends_at=ends_at)
            .on_conflict_do_update(index_elements=[Tries.bucket], set_={"count": Tries.count + 1})
            .returning(Tries.count)
        ).scalar_one()
    return None if counted <= most else ends_at - at


def forget_tries(what: str, who: str, window: timedelta, at: datetime) -> None:
    """Begin counting anew for somebody in the running window."""
    bucket, _ = _bucket(what, who, window, at)
    with transaction() as session:
        session.execute(delete(Tries).where(Tries.bucket == bucket))


def _bucket(what: str, who: str, window: timedelta, at: datetime) -> tuple[str, datetime]:
    """The fingerprint of a window of tries, and when it ends."""
    number, into_window = divmod(at.timestamp(), window.total_seconds())
    return fingerprint(f"{what}\n{who}\n{number:.0f}"), at + window - timedelta(seconds=into_window)
