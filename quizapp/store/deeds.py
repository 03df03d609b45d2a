"""What teachers and administrators did, for whoever has to answer for the data: no contents, no pupils' answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal, get_args

from sqlalchemy import ForeignKey, String, delete, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.store.engine import Model, UtcDateTime, db, transaction
from quizapp.store.people import Account

What = Literal[
    "signed in",
    "changed own password",
    "ended sessions",
    "gave a wrong code",
    "began a second step",
    "ended a second step",
    "reset a second step",
    "invited a teacher",
    "accepted an invitation",
    "let reset a password",
    "reset a password",
    "changed a role",
    "ended an access",
    "deleted a quiz",
    "deleted a class",
    "removed a pupil",
    "joined two pupils",
    "mended a key",
    "took a mended key back",
    "took scores out",
    "took a pupil's data out",
    "erased a pupil",
]
WHATS: tuple[What, ...] = get_args(What)
KEPT = timedelta(days=365)


class Deed(Model):
    """One deed: who, when, what, and the name or id of what it was done to."""

    __tablename__ = "deed"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    what: Mapped[str] = mapped_column(String(40))
    about: Mapped[str] = mapped_column(String(200))
    account: Mapped[Account] = relationship(lazy="joined")


def record(account: Account, what: What, about: str, at: datetime) -> None:
    """Note a deed; those of more than a year ago are forgotten."""
    with transaction() as session:
        session.execute(delete(Deed).where(Deed.at < at - KEPT))
        session.add(Deed(account_id=account.id, what=what, about=about[:200], at=at))


def latest(most: int) -> Sequence[Deed]:
    """The newest so many."""
    return db.session.scalars(select(Deed).order_by(Deed.id.desc()).limit(most)).all()
