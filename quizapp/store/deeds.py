"""What teachers and administrators did, for whoever has to answer for the data: no contents, no pupils' answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import ColumnElement, String, and_, delete, func, not_, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

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
    "deleted an account",
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
FAILED = "failed to sign in"
KEPT = timedelta(days=365)
FAILED_KEPT = timedelta(days=30)
LETTERS_OF_A_FAILED_LOGIN = 3
"""Enough to see whose account is tried; people type passwords where the login belongs."""


class Deed(Model):
    """One deed: who, when, what, and the name or id of what it was done to. It outlives the account."""

    __tablename__ = "deed"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    who: Mapped[str] = mapped_column(String(254))
    what: Mapped[str] = mapped_column(String(40))
    about: Mapped[str] = mapped_column(String(254))


@dataclass(frozen=True, slots=True)
class FailedSignIns:
    """Wrong passwords for logins that begin alike, whether there is such an account or not."""

    begins: str
    times: int
    last: datetime


def record(account: Account, what: What, about: str, at: datetime) -> None:
    """Note a deed, in the transaction in which it is done."""
    with transaction() as session:
        session.add(Deed(who=account.login, what=what, about=about[:254], at=at))


def record_failed_sign_in(login: str, at: datetime) -> None:
    """Note that somebody gave a wrong login or password: no address, and not all of what was typed."""
    begins = login[:LETTERS_OF_A_FAILED_LOGIN].casefold() + "…"
    with transaction() as session:
        session.add(Deed(who="", what=FAILED, about=begins, at=at))


def forget_old_deeds(session: Session, at: datetime) -> None:
    """Delete what is no longer kept, within the caller's transaction."""
    session.execute(delete(Deed).where(not_(_is_kept(at))).execution_options(synchronize_session=False))


def latest(most: int, at: datetime) -> Sequence[Deed]:
    """The newest so many."""
    kept = select(Deed).where(Deed.what != FAILED, _is_kept(at))
    return db.session.scalars(kept.order_by(Deed.id.desc()).limit(most)).all()


def failed_sign_ins(most: int, at: datetime) -> list[FailedSignIns]:
    """By how the logins begin, the latest first."""
    last = func.max(Deed.at)
    grouped = (
        select(Deed.about, func.count(), last)
        .where(Deed.what == FAILED, _is_kept(at))
        .group_by(Deed.about)
        .order_by(last.desc(), Deed.about)
        .limit(most)
    )
    return [FailedSignIns(*row) for row in db.session.execute(grouped)]


def _is_kept(at: datetime) -> ColumnElement[bool]:
    return or_(Deed.at > at - FAILED_KEPT, and_(Deed.what != FAILED, Deed.at > at - KEPT))
