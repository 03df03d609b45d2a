"""Answers given outside quizzes, to questions that come back after days."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.store.bank import ItemVersion
from quizapp.store.engine import Model, UtcDateTime


class PracticeResponse(Model):
    """An answer in spaced practice, as given, with its score. When to ask again is computed anew from all of them."""

    __tablename__ = "practice_response"

    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learner.id"), index=True)
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"), index=True)
    given: Mapped[list[str]] = mapped_column(JSON)
    score: Mapped[int]
    accepted_as: Mapped[str] = mapped_column(String(500), default="")
    note: Mapped[str] = mapped_column(String(500), default="")
    confidence: Mapped[str | None] = mapped_column(String(8))
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    version: Mapped[ItemVersion] = relationship(lazy="joined")
