"""Links that let somebody in once: a teacher who is invited, or one who has lost a password.

The database holds only their fingerprints; of two that follow one link at once, the one that removes it wins.
A link is worth as much as who made it still may: that of a former administrator leads nowhere.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, ForeignKey, String, and_, delete, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.store.engine import Model, UtcDateTime, changed_rows, db, fingerprint, transaction
from quizapp.store.people import Account, LoginTaken, hash_password, new_account
from quizapp.store.sign_ins import end_sessions

INVITATION_LASTS = timedelta(days=7)
RESET_LASTS = timedelta(days=1)


class AccessLink(Model):
    """An invitation, or with an account the right to give it a new password."""

    __tablename__ = "access_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    account: Mapped[Account | None] = relationship(foreign_keys=account_id, lazy="joined")


class LinkUsed(Exception):
    """The link is unknown, used, too old, or of somebody who may let nobody in."""


def invite(by: Account, at: datetime) -> str:
    """The token of a new invitation to teach here."""
    return _new_link(None, by, at, INVITATION_LASTS)


def let_reset(account: Account, by: Account, at: datetime) -> str:
    """The token with which the account gets a new password; one made before leads nowhere."""
    return _new_link(account, by, at, RESET_LASTS)


def link_by_token(token: str, at: datetime) -> AccessLink | None:
    return db.session.scalar(select(AccessLink).where(_is_good(token, at)))


def accept_invitation(token: str, login: str, name: str, password: str, at: datetime) -> Account:
    """A new teacher's account; raises LinkUsed, or LoginTaken, and the link stays."""
    account = new_account(login, name, hash_password(password), "teacher", at)
    try:
        with transaction() as session:
            _use(token, at)
            session.add(account)
    except IntegrityError as error:
        raise LoginTaken from error
    return account


def reset_password(token: str, password: str, at: datetime) -> Account:
    """Give the account of the link a new password and end its sessions; raises LinkUsed."""
    link = link_by_token(token, at)
    if link is None or link.account is None:
        raise LinkUsed
    account, password_hash = link.account, hash_password(password)
    with transaction() as session:
        _use(token, at)
        account.password_hash = password_hash
        end_sessions(session, account, at)
    return account


def _new_link(account: Account | None, by: Account, at: datetime, lasts: timedelta) -> str:
    token = secrets.token_urlsafe(24)
    with transaction() as session:
        session.execute(
            delete(AccessLink).where(
                or_(AccessLink.expires_at <= at, AccessLink.account_id == (account.id if account else -1))
            )
        )
        session.add(
            AccessLink(
                token_hash=fingerprint(token),
                account_id=account.id if account else None,
                made_by_id=by.id,
                expires_at=at + lasts,
            )
        )
    return token


def _is_good(token: str, at: datetime) -> ColumnElement[bool]:
    may_let_in = select(Account.id).where(Account.role == "admin")
    may_come_in = select(Account.id).where(Account.role != "former")
    return and_(
        AccessLink.token_hash == fingerprint(token),
        AccessLink.expires_at > at,
        AccessLink.made_by_id.in_(may_let_in),
        or_(AccessLink.account_id.is_(None), AccessLink.account_id.in_(may_come_in)),
    )


def _use(token: str, at: datetime) -> None:
    used = db.session.execute(delete(AccessLink).where(_is_good(token, at)))
    if changed_rows(used) != 1:
        raise LinkUsed
