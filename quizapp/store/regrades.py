"""Keys mended after the fact: a publication never changes, but what its answers are worth may.

A regrade belongs to one item version in the quizzes of those who run them; the latest one that was not undone
says how that version is graded there, now and in answers to come.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction
from typing import Any

from sqlalchemy import JSON, ForeignKey, Select, String, Text, func, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.items.grading import grade
from quizapp.items.item import Item, Response, Score
from quizapp.items.serial import item_from_json
from quizapp.store.attempts import HUNDREDTHS, Attempt, StoredResponse
from quizapp.store.bank import ItemVersion
from quizapp.store.engine import Model, UtcDateTime, db, public_id_column
from quizapp.store.people import Account
from quizapp.store.quizzes import Publication, PublishedItem, Quiz, runs

STRUCK = "struck"
"""The note of an answer to a question that was struck: everybody gets the point."""


class RegradedQuiz(Model):
    """A quiz in which a regrade holds."""

    __tablename__ = "regraded_quiz"

    regrade_id: Mapped[int] = mapped_column(ForeignKey("regrade.id"), primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"), primary_key=True, index=True)


class Regrade(Model):
    """Who mended a key, when and why. `content` is the item with its mended key; None: the question is struck.

    `revised_to_id` is the version that the bank got by it, for publications to come.
    """

    __tablename__ = "regrade"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = public_id_column()
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"), index=True)
    content: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    reason: Mapped[str] = mapped_column(Text)
    revised_to_id: Mapped[int | None] = mapped_column(ForeignKey("item_version.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    version: Mapped[ItemVersion] = relationship(foreign_keys=[item_version_id])
    account: Mapped[Account] = relationship(foreign_keys=[account_id])
    quizzes: Mapped[list[Quiz]] = relationship(secondary="regraded_quiz", order_by="Quiz.id")
    changes: Mapped[list[ScoreChange]] = relationship(order_by="ScoreChange.id", viewonly=True)

    @property
    def is_struck(self) -> bool:
        return self.content is None

    @property
    def moved(self) -> list[ScoreChange]:
        """The changes of points; an answer may also be marked anew for the points that it has."""
        return [change for change in self.changes if change.old_score != change.new_score]

    @property
    def item(self) -> Item:
        """The item as it is graded; a struck one as it was asked."""
        return self.version.item if self.content is None else item_from_json(self.content)


class ScoreChange(Model):
    """What one answer was worth before and after a regrade; before: None where nothing was answered."""

    __tablename__ = "score_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    regrade_id: Mapped[int] = mapped_column(ForeignKey("regrade.id"), index=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"), index=True)
    position: Mapped[int]
    old_score: Mapped[int | None]
    old_accepted_as: Mapped[str] = mapped_column(String(500), default="")
    old_note: Mapped[str] = mapped_column(String(500), default="")
    new_score: Mapped[int]
    attempt: Mapped[Attempt] = relationship(lazy="joined")
    regrade: Mapped[Regrade] = relationship()


def regrades_of(quiz_id: int) -> dict[int, Regrade]:
    """How versions are graded in a quiz other than they were asked, by version."""
    return {one.item_version_id: one for one in db.session.scalars(_holding(quiz_id))}


def regrade_of(quiz_id: int, version: ItemVersion) -> Regrade | None:
    """How a version is graded in a quiz; None: as it was asked."""
    return regrades_of(quiz_id).get(version.id)


def quizzes_asking(version: ItemVersion, account: Account) -> Sequence[Quiz]:
    """The quizzes that an account runs and in which the version was ever asked."""
    asking = (
        select(Publication.quiz_id)
        .join(PublishedItem, PublishedItem.publication_id == Publication.id)
        .where(PublishedItem.item_version_id == version.id)
    )
    return db.session.scalars(select(Quiz).where(Quiz.id.in_(asking), runs(account)).order_by(Quiz.id)).all()


def regrade_for(account: Account, public_id: str) -> Regrade | None:
    """The regrade, if the account runs every quiz in which it holds."""
    found = db.session.scalar(select(Regrade).where(Regrade.public_id == public_id))
    if found is None or not found.quizzes:
        return None
    run = (
        select(func.count())
        .select_from(Quiz)
        .where(Quiz.id.in_([one.id for one in found.quizzes]), runs(account))
    )
    return found if db.session.scalar(run) == len(found.quizzes) else None


def regrades_by(account: Account) -> Sequence[Regrade]:
    """What was mended in the quizzes that an account runs, the newest first."""
    mine = select(RegradedQuiz.regrade_id).join(Quiz, Quiz.id == RegradedQuiz.quiz_id).where(runs(account))
    return db.session.scalars(select(Regrade).where(Regrade.id.in_(mine)).order_by(Regrade.id.desc())).all()


def grade_by(version: ItemVersion, regrade: Regrade | None, given: Response) -> Score:
    """What an answer is worth, by the key as it was mended last."""
    if regrade is None:
        return grade(version.item, given)
    return Score(Fraction(1), note=STRUCK) if regrade.is_struck else grade(regrade.item, given)


def struck_response(attempt_id: int, position: int, version: ItemVersion, at: datetime) -> StoredResponse:
    """What stands for the answer of somebody who left out a question that is struck."""
    return StoredResponse(
        attempt_id=attempt_id,
        position=position,
        item_version_id=version.id,
        given=[],
        score=HUNDREDTHS,
        note=STRUCK,
        at=at,
    )


def changes_in(attempt: Attempt) -> dict[int, ScoreChange]:
    """The change of each position of an attempt whose points were changed last, while it holds."""
    found = db.session.scalars(
        select(ScoreChange)
        .join(ScoreChange.regrade)
        .where(ScoreChange.attempt_id == attempt.id, Regrade.undone_at.is_(None))
        .order_by(ScoreChange.id)
    )
    return {change.position: change for change in found}


def _holding(quiz_id: int) -> Select[Regrade]:
    return (
        select(Regrade)
        .join(RegradedQuiz, RegradedQuiz.regrade_id == Regrade.id)
        .where(RegradedQuiz.quiz_id == quiz_id, Regrade.undone_at.is_(None))
        .order_by(Regrade.id)
    )
