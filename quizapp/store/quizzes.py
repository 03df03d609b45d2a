"""Quizzes: a list that a teacher changes at will, and publications of it, which never change."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Select,
    String,
    Table,
    UniqueConstraint,
    false,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.store.bank import BankItem, ItemVersion
from quizapp.store.engine import Model, UtcDateTime, db, public_id_column, transaction
from quizapp.store.learners import CODE_ALPHABET, normal_code
from quizapp.store.people import Account
from quizapp.store.sources import Source

CODE_LENGTH = 7

Feedback = Literal["at_once", "at_end", "after_closing"]
FEEDBACK: tuple[Feedback, ...] = get_args(Feedback)


quiz_teacher = Table(
    "quiz_teacher",
    Model.metadata,
    Column("quiz_id", ForeignKey("quiz.id", ondelete="CASCADE"), primary_key=True),
    Column("account_id", ForeignKey("account.id", ondelete="CASCADE"), primary_key=True, index=True),
)
"""With whom the owner of a quiz shares it."""


class Quiz(Model):
    """A chosen, ordered list of items. One without an owner came with the bank.

    `feedback` is due "at_once", "at_end" of the attempt or "after_closing"; `time_limit` is in minutes.
    `opens_at` and `closes_at` are the hours of the quiz and `attempts_limit` how often one learner may begin:
    they hold at once, for what is open too. The rest holds from the next publication on.
    """

    __tablename__ = "quiz"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = public_id_column()
    title: Mapped[str] = mapped_column(String(200))
    join_code: Mapped[str] = mapped_column(String(16), unique=True, default=lambda: new_join_code())
    is_listed: Mapped[bool] = mapped_column(default=False)
    feedback: Mapped[str] = mapped_column(String(16), default="at_once")
    time_limit: Mapped[int | None]
    shuffles: Mapped[bool] = mapped_column(default=False)
    opens_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closes_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    attempts_limit: Mapped[int | None]
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    shows_names: Mapped[bool] = mapped_column(default=True)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    source_id: Mapped[int | None] = mapped_column(ForeignKey("source.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    entries: Mapped[list[QuizEntry]] = relationship(
        order_by="QuizEntry.position", cascade="all, delete-orphan"
    )
    publications: Mapped[list[Publication]] = relationship(
        order_by="Publication.number", back_populates="quiz"
    )
    owner: Mapped[Account | None] = relationship()
    co_teachers: Mapped[list[Account]] = relationship(secondary=quiz_teacher, order_by=Account.login_key)

    @property
    def items(self) -> list[BankItem]:
        return [entry.bank_item for entry in self.entries]

    @property
    def open_publication(self) -> Publication | None:
        """What pupils who come now will answer."""
        latest = self.publications[-1] if self.publications else None
        return latest if latest and latest.closed_at is None else None

    @property
    def is_closed(self) -> bool:
        """Whether it was open, and nobody can start it any more."""
        return bool(self.publications) and self.open_publication is None

    @property
    def closed_at(self) -> datetime | None:
        """Since when nobody can start it; None while it is open, and before it ever was."""
        return self.publications[-1].closed_at if self.publications else None

    @property
    def has_unpublished_changes(self) -> bool:
        current = self.open_publication
        if current is None:
            return False
        published = [entry.item_version_id for entry in current.entries]
        return (current.title, current.feedback, current.time_limit, current.shuffles, published) != (
            self.title,
            self.feedback,
            self.time_limit,
            self.shuffles,
            [item.latest.id for item in self.items],
        )


class QuizEntry(Model):
    """An item in the list; its latest version is taken when the quiz is published."""

    __tablename__ = "quiz_entry"
    __table_args__ = (UniqueConstraint("quiz_id", "item_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id", ondelete="CASCADE"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), index=True)
    position: Mapped[int]
    bank_item: Mapped[BankItem] = relationship(lazy="joined")


class Publication(Model):
    """A quiz as it was published: attempts keep what they started with, whatever the teacher changes."""

    __tablename__ = "publication"
    __table_args__ = (UniqueConstraint("quiz_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"), index=True)
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    opened_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    feedback: Mapped[str] = mapped_column(String(16), default="at_once")
    time_limit: Mapped[int | None]
    shuffles: Mapped[bool] = mapped_column(default=False)
    quiz: Mapped[Quiz] = relationship(back_populates="publications", lazy="joined")
    entries: Mapped[list[PublishedItem]] = relationship(order_by="PublishedItem.position")


class PublishedItem(Model):
    """The item version that stands at a position (from 1) of a publication."""

    __tablename__ = "published_item"

    publication_id: Mapped[int] = mapped_column(ForeignKey("publication.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"), index=True)
    version: Mapped[ItemVersion] = relationship(lazy="joined")


class NothingToPublish(Exception):
    """A quiz without items cannot be published."""


def add_quiz(title: str, owner: Account, at: datetime) -> Quiz:
    quiz = Quiz(title=title, owner_id=owner.id, created_at=at)
    with transaction() as session:
        session.add(quiz)
    return quiz


def rename(quiz: Quiz, title: str, is_listed: bool, shows_names: bool) -> None:
    with transaction():
        quiz.title = title
        quiz.is_listed = is_listed
        quiz.shows_names = shows_names


def set_rules(quiz: Quiz, feedback: Feedback, time_limit: int | None, *, shuffles: bool = False) -> None:
    """When feedback is due, how many minutes there are, in which order; it holds from the next publication on."""
    with transaction():
        quiz.feedback = feedback
        quiz.time_limit = time_limit
        quiz.shuffles = shuffles


def append_items(quiz: Quiz, items: Sequence[BankItem]) -> int:
    """Put items at the end of the list, each once; how many came new."""
    present = {entry.item_id for entry in quiz.entries}
    new = [item for item in items if item.id not in present]
    with transaction():
        for place, item in enumerate(new, start=len(quiz.entries)):
            quiz.entries.append(QuizEntry(bank_item=item, position=place))
    return len(new)


def move_item(quiz: Quiz, item: BankItem, step: int) -> None:
    """Move an item up (negative) or down the list."""
    order = [entry for entry in quiz.entries if entry.item_id != item.id]
    moved = next((entry for entry in quiz.entries if entry.item_id == item.id), None)
    if moved is None:
        return
    order.insert(max(0, quiz.entries.index(moved) + step), moved)
    with transaction():
        for place, entry in enumerate(order):
            entry.position = place
    db.session.expire(quiz, ["entries"])


def remove_item(quiz: Quiz, item: BankItem) -> None:
    with transaction():
        quiz.entries[:] = [entry for entry in quiz.entries if entry.item_id != item.id]
        for place, entry in enumerate(quiz.entries):
            entry.position = place


def publish(quiz: Quiz, by: Account | None, at: datetime) -> Publication:
    """Open the quiz as it now stands; what was open before is closed, attempts under way go on with theirs."""
    if not quiz.entries:
        raise NothingToPublish
    with transaction():
        _close_open_publication(quiz, by, at)
        publication = Publication(
            number=len(quiz.publications) + 1,
            title=quiz.title,
            feedback=quiz.feedback,
            time_limit=quiz.time_limit,
            shuffles=quiz.shuffles,
            opened_at=at,
            opened_by_id=by.id if by else None,
            entries=[
                PublishedItem(position=place, version=item.latest)
                for place, item in enumerate(quiz.items, start=1)
            ],
        )
        quiz.publications.append(publication)
    return publication


def close(quiz: Quiz, by: Account, at: datetime) -> None:
    """Let nobody start any more; attempts under way may be finished."""
    with transaction():
        _close_open_publication(quiz, by, at)


def open_house_quiz(source: Source, title: str, slugs: Sequence[str], at: datetime) -> None:
    """A listed quiz that comes with a bank folder: made and opened once, then left to the people."""
    if db.session.scalar(select(Quiz).where(Quiz.source_id == source.id, Quiz.title == title)):
        return
    by_slug = {item.slug: item for item in _items_of(source)}
    quiz = Quiz(title=title, is_listed=True, source_id=source.id, created_at=at)
    with transaction() as session:
        session.add(quiz)
    append_items(quiz, [by_slug[slug] for slug in slugs])
    publish(quiz, None, at)


def listed_publications(at: datetime) -> list[Publication]:
    """Open quizzes that anybody may see on the first page, newest first."""
    return list(
        db.session.scalars(
            select(Publication)
            .join(Publication.quiz)
            .where(Quiz.is_listed, Publication.closed_at.is_(None), _has_begun(at))
            .order_by(Publication.opened_at.desc(), Publication.id.desc())
        )
    )


def publication_by_code(typed: str, at: datetime) -> Publication | None:
    """The open publication of a join code; None alike for a quiz that is not open and for a code that never was."""
    return db.session.scalar(
        select(Publication)
        .join(Publication.quiz)
        .where(Quiz.join_code == normal_code(typed), Publication.closed_at.is_(None), _has_begun(at))
    )


def quizzes_of(account: Account) -> list[Quiz]:
    """The quizzes that a teacher runs, newest first."""
    return list(db.session.scalars(_run_by(account).order_by(Quiz.created_at.desc(), Quiz.id.desc())))


def quiz_for(account: Account, public_id: str) -> Quiz | None:
    """The quiz, if the teacher runs it."""
    return db.session.scalar(_run_by(account).where(Quiz.public_id == public_id))


def is_own(account: Account, quiz: Quiz) -> bool:
    """Whether a quiz is the account's own, as `owns` says it in SQL."""
    return quiz.owner_id == account.id or (quiz.owner_id is None and account.is_admin)


def own_quiz_for(account: Account, public_id: str) -> Quiz | None:
    """The quiz, if it is the teacher's own."""
    return db.session.scalar(_run_by(account).where(Quiz.public_id == public_id, owns(account)))


def new_join_code() -> str:
    """A code of 33 random bits."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def is_closed() -> ColumnElement[bool]:
    """The SQL condition that a quiz has no open publication."""
    return ~Quiz.publications.any(Publication.closed_at.is_(None))


def runs(account: Account) -> ColumnElement[bool]:
    """The SQL condition that a quiz is the account's to run: its own, or one that it was let into."""
    shared = select(quiz_teacher.c.quiz_id).where(quiz_teacher.c.account_id == account.id)
    return or_(owns(account), Quiz.id.in_(shared))


def owns(account: Account) -> ColumnElement[bool]:
    """The SQL condition that a quiz is the account's own; those of the bank are the administrators'."""
    return or_(Quiz.owner_id == account.id, Quiz.owner_id.is_(None) if account.is_admin else false())


def _has_begun(at: datetime) -> ColumnElement[bool]:
    return or_(Quiz.opens_at.is_(None), Quiz.opens_at <= at)


def _run_by(account: Account) -> Select[Quiz]:
    return select(Quiz).where(runs(account))


def _items_of(source: Source) -> Sequence[BankItem]:
    return db.session.scalars(select(BankItem).where(BankItem.source_id == source.id)).all()


def _close_open_publication(quiz: Quiz, by: Account | None, at: datetime) -> None:
    current = quiz.open_publication
    if current is not None:
        current.closed_at = at
        current.closed_by_id = by.id if by else None
