"""What learners report of questions."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.store.attempts import Attempt
from quizapp.store.bank import ItemVersion
from quizapp.store.engine import Model, UtcDateTime, public_id_column

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
