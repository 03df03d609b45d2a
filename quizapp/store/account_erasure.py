"""Deleting a teacher's account: what was made goes to another teacher, who made it is no longer told."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from quizapp.store.access_links import AccessLink
from quizapp.store.bank import BankItem
from quizapp.store.engine import (
    changed_rows,
    db,
    forget_deleted_pages,
    new_public_id,
    once_committed,
    transaction,
)
from quizapp.store.erasure import NOBODY
from quizapp.store.groups import Group, group_teacher
from quizapp.store.people import Account
from quizapp.store.quizzes import Quiz, quiz_teacher
from quizapp.store.scales import GradeScale
from quizapp.store.second_factor import RecoveryCode, SecondFactor
from quizapp.store.sign_ins import LoginSession
from quizapp.store.sources import Source
from quizapp.store.uploads import Upload
from quizapp.store.waiting_files import WaitingFile

OWNED = (Source, BankItem, Quiz, Group)
THEIRS_ALONE = (
    LoginSession.account_id,
    SecondFactor.account_id,
    RecoveryCode.account_id,
    AccessLink.account_id,
    AccessLink.made_by_id,
    GradeScale.account_id,
    Upload.owner_id,
    WaitingFile.account_id,
    quiz_teacher.c.account_id,
    group_teacher.c.account_id,
)


class StillHasAccess(Exception):
    """The access is ended before the account is deleted, so that nobody is in the middle of something."""


@dataclass(frozen=True, slots=True)
class Belongings:
    """How much a teacher has."""

    texts: int
    questions: int
    quizzes: int
    classes: int


def belongings(account: Account) -> Belongings:
    return Belongings(
        *(
            db.session.scalar(select(func.count()).select_from(table).where(table.owner_id == account.id))
            or 0
            for table in OWNED
        )
    )


def erase_account(gone: Account, heir: Account) -> None:
    """Delete the account for good; StillHasAccess unless its access was ended before.

    Texts, questions, quizzes and classes, with all that pupils have done in them, are the heir's from now on.
    Sessions, links, the second step, grade thresholds, files that wait and what others shared are deleted. Who
    wrote a version, opened a quiz or mended a key is kept as somebody without name and login.
    """
    with transaction() as session:
        _blank(session, gone.id)
        for table, shared, column in (
            (Quiz, quiz_teacher, quiz_teacher.c.quiz_id),
            (Group, group_teacher, group_teacher.c.group_id),
        ):
            inherited = select(table.id).where(table.owner_id == gone.id)
            session.execute(delete(shared).where(shared.c.account_id == heir.id, column.in_(inherited)))
        for owned in OWNED:
            session.execute(update(owned).where(owned.owner_id == gone.id).values(owner_id=heir.id))
        for theirs in THEIRS_ALONE:
            session.execute(delete(theirs.table).where(theirs == gone.id))
        once_committed(forget_deleted_pages)
    db.session.expire_all()


def _blank(session: Session, account_id: int) -> None:
    """Take name and login away; of two who do it at once, or give the access back meanwhile, one is refused."""
    blanked = session.execute(
        update(Account)
        .where(Account.id == account_id, Account.role == "former", Account.login != "")
        .values(name=NOBODY, login="", login_key=new_public_id(), password_hash="", public_id=new_public_id())
        .execution_options(synchronize_session=False)
    )
    if changed_rows(blanked) != 1:
        raise StillHasAccess
