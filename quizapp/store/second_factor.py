"""The second step of signing in: a code of a device (TOTP, RFC 6238), or one of ten codes that were written down.

The database holds a random seed, not the secret: that is computed from the seed and the key of the site, so that
neither a stolen database nor the key alone makes codes. Who loses the key still has the recovery codes.
"""

from __future__ import annotations

import hmac
import secrets
from base64 import b32encode
from collections.abc import Sequence
from datetime import datetime

import pyotp
from pyotp.utils import strings_equal
from sqlalchemy import ForeignKey, String, delete, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from quizapp.store.engine import (
    ConstraintBroken,
    Model,
    UtcDateTime,
    changed_rows,
    db,
    fingerprint,
    transaction,
)
from quizapp.store.learners import CODE_ALPHABET, normal_code
from quizapp.store.people import Account
from quizapp.store.sign_ins import LoginSession, end_sessions, let_through

SECRET_BYTES = 20
"""160 bits, as RFC 4226 recommends."""
STEPS_OFF = 1
"""A clock may be so many steps of half a minute early or late."""
RECOVERY_CODES = 10
RECOVERY_CODE_LENGTH = 16
"""77 random bits: too many to try, even for who has the fingerprints."""


class SecondFactor(Model):
    """An account's second step: begun, and from its first good code on asked for."""

    __tablename__ = "second_factor"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    seed: Mapped[str] = mapped_column(String(43))
    holds_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_step: Mapped[int]
    """That of the last code: neither it nor an earlier one is taken again."""


class RecoveryCode(Model):
    """The fingerprint of a recovery code, until it is used."""

    __tablename__ = "recovery_code"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    code_hash: Mapped[str] = mapped_column(String(64))


def second_factor_of(account: Account) -> SecondFactor | None:
    """The account's second step, be it only begun."""
    return db.session.get(SecondFactor, account.id, populate_existing=True)


def is_asked(account: Account) -> bool:
    factor = second_factor_of(account)
    return factor is not None and factor.holds_since is not None


def who_is_asked() -> frozenset[int]:
    """The ids of the accounts with a second step."""
    return frozenset(
        db.session.scalars(select(SecondFactor.account_id).where(SecondFactor.holds_since.is_not(None)))
    )


def begin(account: Account) -> None:
    """Draw the seed of a second step, which holds once a code of it was given; one begun before stays."""
    if second_factor_of(account) is not None:
        return
    try:
        with transaction() as session:
            session.add(SecondFactor(account_id=account.id, seed=secrets.token_urlsafe(32), last_step=0))
    except ConstraintBroken:  # begun in another window at the same moment
        return


def secret(factor: SecondFactor, key: str) -> str:
    """What the device keeps, in base 32."""
    made = hmac.digest(key.encode(), f"second step {factor.seed}".encode(), "sha256")
    return b32encode(made[:SECRET_BYTES]).decode()


def confirm(account: Account, code: str, keys: Sequence[str], at: datetime) -> list[str] | None:
    """Let the second step hold from now on: the recovery codes, told this once; None if the code is wrong."""
    codes = [_new_code() for _ in range(RECOVERY_CODES)]
    with transaction() as session:
        if is_asked(account) or not _use_code_of_device(session, account, normal_code(code), keys, at):
            return None
        session.execute(
            update(SecondFactor).where(SecondFactor.account_id == account.id).values(holds_since=at)
        )
        session.add_all(RecoveryCode(account_id=account.id, code_hash=fingerprint(one)) for one in codes)
    return codes


def end(account: Account) -> None:
    """Ask for the password alone from now on."""
    with transaction() as session:
        for table in (RecoveryCode, SecondFactor):
            session.execute(delete(table).where(table.account_id == account.id))


def reset(account: Account, at: datetime) -> None:
    """The same for somebody who has lost the device: whoever has it now is signed out."""
    with transaction() as session:
        end(account)
        end_sessions(session, account, at)


def count_recovery_codes(account: Account) -> int:
    """How many are left."""
    mine = select(func.count()).select_from(RecoveryCode).where(RecoveryCode.account_id == account.id)
    return db.session.scalar(mine) or 0


def take_second_step(waiting: LoginSession, code: str, keys: Sequence[str], at: datetime) -> str | None:
    """The token of the session that begins with a good code; None if the code is wrong, or was used."""
    code = normal_code(code)
    with transaction() as session:
        fits = _use_code_of_device(session, waiting.account, code, keys, at) or _use_recovery_code(
            session, waiting.account, code
        )
        return let_through(session, waiting, at) if fits else None


def _use_code_of_device(
    session: Session, account: Account, code: str, keys: Sequence[str], at: datetime
) -> bool:
    """Whether the code is of now and not used; it is, from now on. Of two who send it at once one gets in."""
    factor = second_factor_of(account)
    step = _step_of(code, [secret(factor, key) for key in keys], at) if factor else None
    if step is None:
        return False
    used = session.execute(
        update(SecondFactor)
        .where(SecondFactor.account_id == account.id, SecondFactor.last_step < step)
        .values(last_step=step)
        .execution_options(synchronize_session=False)
    )
    return changed_rows(used) == 1


def _step_of(code: str, known: Sequence[str], at: datetime) -> int | None:
    """The half minute, counted from 1970, that the code is of."""
    for each in map(pyotp.TOTP, known):
        for off in range(-STEPS_OFF, STEPS_OFF + 1):
            if strings_equal(each.at(at, counter_offset=off), code):
                return each.timecode(at) + off
    return None


def _use_recovery_code(session: Session, account: Account, code: str) -> bool:
    used = session.execute(
        delete(RecoveryCode).where(
            RecoveryCode.account_id == account.id, RecoveryCode.code_hash == fingerprint(code)
        )
    )
    return changed_rows(used) == 1


def _new_code() -> str:
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(RECOVERY_CODE_LENGTH))
