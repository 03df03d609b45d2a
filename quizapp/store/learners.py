"""Learners, who are known by a nickname and a personal resume code, and their visits."""

from __future__ import annotations

import secrets
import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.store.engine import Model, UtcDateTime, db, fingerprint, public_id_column, transaction

if TYPE_CHECKING:
    from quizapp.store.attempts import Attempt

CODE_ALPHABET = "BCDFGHJKLMNPQRSTVWXZ23456789"
"""No vowels, so that no word arises; nothing that looks like another sign."""
RESUME_CODE_LENGTH = 10


class Learner(Model):
    """Who comes back: a nickname, and the fingerprint of a resume code once one was asked for."""

    __tablename__ = "learner"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = public_id_column()
    nickname: Mapped[str] = mapped_column(String(200), index=True)
    resume_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    sessions: Mapped[list[LearnerSession]] = relationship(
        order_by="LearnerSession.id", back_populates="learner"
    )


class LearnerSession(Model):
    """One visit of one learner on one device: attempts and scores gather under it."""

    __tablename__ = "learner_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = public_id_column()
    learner_id: Mapped[int] = mapped_column(ForeignKey("learner.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    learner: Mapped[Learner] = relationship(lazy="joined", back_populates="sessions")
    attempts: Mapped[list[Attempt]] = relationship(order_by="Attempt.id", back_populates="visit")

    @property
    def nickname(self) -> str:
        """What the learner is called."""
        return self.learner.nickname


def start_learner_session(nickname: str, at: datetime) -> tuple[str, LearnerSession]:
    """A new learner's first session, and the token that its browser keeps."""
    return open_session(Learner(nickname=nickname, created_at=at), at)


def learner_by_token(token: str) -> LearnerSession | None:
    """The session whose browser keeps the token."""
    return db.session.scalar(select(LearnerSession).where(LearnerSession.token_hash == fingerprint(token)))


def new_resume_code(learner: Learner) -> str:
    """A fresh code of 48 random bits by which the learner comes back on any device; an older one ends."""
    with transaction():
        return replace_resume_code(learner)


def replace_resume_code(learner: Learner) -> str:
    """The same inside the transaction of the caller."""
    code = "".join(secrets.choice(CODE_ALPHABET) for _ in range(RESUME_CODE_LENGTH))
    learner.resume_hash = fingerprint(code)
    return code


def resume(code: str, at: datetime) -> tuple[str, LearnerSession] | None:
    """A new session of the learner whose code it is, with its token; None for a code that nobody has."""
    learner = db.session.scalar(select(Learner).where(Learner.resume_hash == fingerprint(normal_code(code))))
    return open_session(learner, at) if learner else None


def open_session(learner: Learner, at: datetime) -> tuple[str, LearnerSession]:
    """A visit of this learner, and the token that the browser keeps."""
    token = secrets.token_urlsafe(24)
    visit = LearnerSession(token_hash=fingerprint(token), learner=learner, started_at=at)
    with transaction() as session:
        session.add(visit)
    return token, visit


def normal_code(typed: str) -> str:
    """A code as it is stored, from however it was typed: width, case, spaces and dashes do not matter."""
    folded = unicodedata.normalize("NFKC", typed[:100]).upper()
    return "".join(sign for sign in folded if sign.isalnum())
