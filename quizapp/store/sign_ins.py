"""Signed-in browsers: where an account is open, since when, and until when."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, ForeignKey, String, and_, delete, not_, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from quizapp.store.engine import (
    DatabaseReadOnly,
    DatabaseUnavailable,
    Model,
    UtcDateTime,
    changed_rows,
    db,
    fingerprint,
    public_id_column,
    transaction,
)

if TYPE_CHECKING:
    from quizapp.store.people import Account

LASTS_UNVISITED = timedelta(weeks=4)
"""A session that nobody ends has its end so long after the last visit."""
WAITS_FOR_SECOND_STEP = timedelta(minutes=10)
VISITS_NOTED_EVERY = timedelta(hours=1)
"""Looking at a page writes nothing, but that somebody was here, and this no more often."""


class LoginSession(Model):
    """One signed-in browser; the cookie holds the token, the row only its fingerprint.

    While it awaits a code, the password alone was given, and it opens nothing.
    """

    __tablename__ = "login_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = public_id_column()
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    device: Mapped[str] = mapped_column(String(40))
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    awaits_code: Mapped[bool]
    account: Mapped[Account] = relationship(lazy="joined")


def start_session(account: Account, at: datetime, device: str = "", *, awaits_code: bool = False) -> str:
    """The token of a new session; `device` is what its owner will know it by."""
    token = _new_token()
    with transaction() as session:
        session.add(
            LoginSession(
                token_hash=fingerprint(token),
                account_id=account.id,
                device=device,
                started_at=at,
                last_seen_at=at,
                awaits_code=awaits_code,
            )
        )
    return token


def session_by_token(token: str, at: datetime) -> LoginSession | None:
    """The running session of a cookie."""
    return db.session.scalar(
        select(LoginSession).where(LoginSession.token_hash == fingerprint(token), _runs(at))
    )


def waiting_session(token: str, at: datetime) -> LoginSession | None:
    """What a browser has got by the password alone, of an account that gives a code too."""
    return db.session.scalar(
        select(LoginSession).where(LoginSession.token_hash == fingerprint(token), _waits(at))
    )


def let_through(session: Session, waiting: LoginSession, at: datetime) -> str | None:
    """The token of the session that has waited, within the caller's transaction; None if it has ended meanwhile."""
    token = _new_token()
    begun = session.execute(
        update(LoginSession)
        .where(LoginSession.id == waiting.id, _waits(at))
        .values(token_hash=fingerprint(token), awaits_code=False, started_at=at, last_seen_at=at)
        .execution_options(synchronize_session=False)
    )
    return token if changed_rows(begun) == 1 else None


def note_visit(visited: LoginSession, at: datetime) -> None:
    """Remember that somebody was here, to the hour. A database that takes no writes can still be read."""
    if at - visited.last_seen_at < VISITS_NOTED_EVERY:
        return
    with suppress(DatabaseUnavailable, DatabaseReadOnly), transaction() as session:
        session.execute(update(LoginSession).where(LoginSession.id == visited.id).values(last_seen_at=at))


def sessions_of(account: Account, at: datetime) -> Sequence[LoginSession]:
    """Where the account is signed in, newest first."""
    running = select(LoginSession).where(LoginSession.account_id == account.id, _runs(at))
    return db.session.scalars(running.order_by(LoginSession.id.desc())).all()


def session_for(account: Account, public_id: str, at: datetime) -> LoginSession | None:
    """One running session of the account's own."""
    mine = and_(LoginSession.public_id == public_id, LoginSession.account_id == account.id, _runs(at))
    return db.session.scalar(select(LoginSession).where(mine))


def end_session(ended: LoginSession, at: datetime) -> None:
    """Sign out one browser."""
    with transaction() as session:
        session.execute(update(LoginSession).where(LoginSession.id == ended.id).values(ended_at=at))


def end_other_sessions(account: Account, token: str, at: datetime) -> int:
    """Sign the account out everywhere but here; how many sessions ended."""
    with transaction() as session:
        return end_sessions(session, account, at, but=token)


def end_sessions(session: Session, account: Account, at: datetime, but: str = "") -> int:
    """End the account's sessions but that of the token, within the caller's transaction."""
    others = LoginSession.token_hash != fingerprint(but)
    ended = session.execute(
        update(LoginSession)
        .where(LoginSession.account_id == account.id, or_(_runs(at), _waits(at)), others)
        .values(ended_at=at)
        .execution_options(synchronize_session=False)
    )
    return changed_rows(ended)


def forget_ended_sessions(session: Session, at: datetime) -> None:
    """Delete what no cookie opens any more, within the caller's transaction."""
    session.execute(
        delete(LoginSession)
        .where(not_(or_(_runs(at), _waits(at))))
        .execution_options(synchronize_session=False)
    )


def _runs(at: datetime) -> ColumnElement[bool]:
    return and_(
        LoginSession.ended_at.is_(None),
        LoginSession.awaits_code.is_(False),
        LoginSession.last_seen_at > at - LASTS_UNVISITED,
    )


def _waits(at: datetime) -> ColumnElement[bool]:
    return and_(
        LoginSession.ended_at.is_(None),
        LoginSession.awaits_code.is_(True),
        LoginSession.started_at > at - WAITS_FOR_SECOND_STEP,
    )


def _new_token() -> str:
    return secrets.token_urlsafe(32)
