"""What learners report of questions."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import ForeignKey, Select, String, Text, func, select, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.store.attempts import Attempt
from quizapp.store.bank import ItemVersion
from quizapp.store.engine import Model, UtcDateTime, db, public_id_column, transaction
from quizapp.store.people import Account
from quizapp.store.quizzes import Publication, runs

Reason = Literal["wrong_key", "two_right", "unclear", "not_in_text", "typo", "other"]
REASONS: tuple[Reason, ...] = get_args(Reason)


class ItemReport(Model):
    """A learner says what is wrong with a question; a teacher sees to it."""

    __tablename__ = "item_report"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = public_id_column()
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"), index=True)
    position: Mapped[int]
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"), index=True)
    reason: Mapped[str] = mapped_column(String(16))
    words: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    handled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    handled_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    attempt: Mapped[Attempt] = relationship(lazy="joined")
    version: Mapped[ItemVersion] = relationship(lazy="joined")


def report(
    attempt: Attempt, position: int, version: ItemVersion, reason: Reason, words: str, at: datetime
) -> ItemReport:
    """Say what is wrong with a question of an attempt; said again before a teacher saw to it, it says that instead."""
    with transaction() as session:
        session.execute(  # hold the attempt, so that two at once make one report
            update(Attempt).where(Attempt.id == attempt.id).values(questions=Attempt.questions)
        )
        known = open_report(attempt, position)
        if known is None:
            known = ItemReport(attempt_id=attempt.id, position=position, item_version_id=version.id)
            session.add(known)
        known.reason, known.words, known.at = reason, words, at
    return known


def open_report(attempt: Attempt, position: int) -> ItemReport | None:
    """What the learner of an attempt said of a question, while no teacher has seen to it."""
    return db.session.scalar(
        select(ItemReport).where(
            ItemReport.attempt_id == attempt.id,
            ItemReport.position == position,
            ItemReport.handled_at.is_(None),
        )
    )


def open_reports(account: Account) -> list[ItemReport]:
    """What waits to be seen to in the quizzes that a teacher runs, oldest first."""
    return list(db.session.scalars(_open(account).order_by(ItemReport.at, ItemReport.id)))


def count_open_reports(account: Account) -> int:
    return db.session.scalar(select(func.count()).select_from(_open(account).subquery())) or 0


def report_for(account: Account, public_id: str) -> ItemReport | None:
    """The report, if it waits to be seen to by this teacher."""
    return db.session.scalar(_open(account).where(ItemReport.public_id == public_id))


def handle(known: ItemReport, by: Account, at: datetime) -> None:
    """The teacher has seen to it."""
    with transaction():
        known.handled_at = at
        known.handled_by_id = by.id


def _open(account: Account) -> Select[ItemReport]:
    return (
        select(ItemReport)
        .join(ItemReport.attempt)
        .join(Attempt.publication)
        .join(Publication.quiz)
        .where(ItemReport.handled_at.is_(None), runs(account))
    )
