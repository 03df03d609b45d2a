"""Accounts of those who teach and administer."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Literal

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import CursorResult, String, delete, func, literal, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, aliased, mapped_column

from quizapp.store.engine import (
    Model,
    UtcDateTime,
    changed_rows,
    db,
    fingerprint,
    public_id_column,
    transaction,
)
from quizapp.store.sign_ins import end_sessions

AccountRole = Literal["admin", "teacher", "former"]
"""A former teacher cannot sign in; what he made stays. Once the account is deleted, it has no name and no login."""

_hasher = PasswordHasher()


class Account(Model):
    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = public_id_column()
    login: Mapped[str] = mapped_column(String(254))
    login_key: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(100))
    password_hash: Mapped[str] = mapped_column(String(255))
    role: Mapped[str] = mapped_column(String(16))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    @property
    def is_admin(self) -> bool:
        return self.role == "admin"


_Other = aliased(Account)


class SetupLink(Model):
    """The one link that makes the first account. The latest start's link is the one that counts."""

    __tablename__ = "setup_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)


class SetupClosed(Exception):
    """The link is unknown or used, or there is an administrator already."""


class LoginTaken(Exception):
    """Another account signs in by this name."""


class LastAdministrator(Exception):
    """Somebody has to administer."""


def has_administrator() -> bool:
    return db.session.scalar(select(Account.id).where(Account.role == "admin").limit(1)) is not None


def new_setup_link(at: datetime) -> str | None:
    """A fresh one-time token for the first account; None once there is an administrator."""
    if has_administrator():
        return None
    token = secrets.token_urlsafe(24)
    with transaction() as session:
        session.execute(delete(SetupLink))
        session.add(SetupLink(token_hash=fingerprint(token), made_at=at))
    return token


def is_setup_open(token: str) -> bool:
    link = select(SetupLink.id).where(SetupLink.token_hash == fingerprint(token))
    return db.session.scalar(link) is not None and not has_administrator()


def set_up(token: str, login: str, name: str, password: str, at: datetime) -> Account:
    """Make the first account by the one-time link. Of several at once, the one that removes the link wins."""
    password_hash = hash_password(password)
    with transaction() as session:
        used = session.execute(delete(SetupLink).where(SetupLink.token_hash == fingerprint(token)))
        if not isinstance(used, CursorResult) or used.rowcount != 1 or has_administrator():
            raise SetupClosed
        account = new_account(login, name, password_hash, "admin", at)
        session.add(account)
    return account


def add_account(login: str, name: str, password: str, role: AccountRole, at: datetime) -> Account:
    """Add an account; LoginTaken if the login, compared without case, is another's."""
    account = new_account(login, name, hash_password(password), role, at)
    try:
        with transaction() as session:
            session.add(account)
    except IntegrityError as error:
        raise LoginTaken from error
    return account


def account_by_password(login: str, password: str) -> Account | None:
    """Who signs in so; an unknown login costs the same time as a known one."""
    account = account_by_login(login)
    fits = _fits(account.password_hash if account else _hash_of_nothing(), password)
    return account if account is not None and fits and account.role != "former" else None


def is_password_of(account: Account, password: str) -> bool:
    return _fits(account.password_hash, password)


def change_password(account: Account, old: str, new: str, token: str, at: datetime) -> bool:
    """Take a new password for the old one and end every other session; False if the old one is wrong."""
    if not is_password_of(account, old):
        return False
    password_hash = hash_password(new)
    with transaction() as session:
        account.password_hash = password_hash
        end_sessions(session, account, at, but=token)
    return True


def accounts() -> Sequence[Account]:
    """Everybody who has an account, by name."""
    named = select(Account).where(Account.login != "")
    return db.session.scalars(named.order_by(Account.name, Account.id)).all()


def account_by_id(public_id: str) -> Account | None:
    return db.session.scalar(select(Account).where(Account.public_id == public_id))


def give_role(account: Account, role: AccountRole, at: datetime) -> None:
    """Give another role and end the account's sessions; LastAdministrator if nobody else administers."""
    administrators = select(Account.id).where(Account.role == "admin").order_by(Account.id)
    with transaction() as session:
        session.execute(administrators.with_for_update())  # two who demote each other go one after the other
        changed = session.execute(
            update(Account)
            .where(Account.id == account.id)
            .where(
                or_(
                    Account.role != "admin",
                    literal(role) == "admin",
                    select(func.count(_Other.id))
                    .where(_Other.role == "admin", _Other.id != account.id)
                    .scalar_subquery()
                    > 0,
                )
            )
            .values(role=role)
            .execution_options(synchronize_session=False)
        )
        if changed_rows(changed) != 1:
            raise LastAdministrator
        end_sessions(session, account, at)
    db.session.refresh(account)


def account_by_login(login: str) -> Account | None:
    """The account that signs in by this name."""
    return db.session.scalar(select(Account).where(Account.login_key == login_key(login)))


def login_key(login: str) -> str:
    """Two logins that look the same are the same."""
    return unicodedata.normalize("NFKC", login).strip().casefold()


def hash_password(password: str) -> str:
    return _hasher.hash(unicodedata.normalize("NFC", password))


def _fits(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, unicodedata.normalize("NFC", password))
    except VerificationError:
        return False


@cache
def _hash_of_nothing() -> str:
    return hash_password(secrets.token_urlsafe(16))


def new_account(login: str, name: str, password_hash: str, role: AccountRole, at: datetime) -> Account:
    return Account(
        login=login.strip(),
        login_key=login_key(login),
        name=name.strip(),
        password_hash=password_hash,
        role=role,
        created_at=at,
    )
