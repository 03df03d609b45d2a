"""The score history: what was attempted in the quizzes that a teacher runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import joinedload

from quizapp.store.attempts import Attempt
from quizapp.store.engine import db
from quizapp.store.learners import Learner, LearnerSession
from quizapp.store.people import Account
from quizapp.store.quizzes import Publication, Quiz, runs

SortKey = Literal["date", "learner", "quiz", "score", "duration"]
SORT_KEYS: tuple[SortKey, ...] = ("date", "learner", "quiz", "score", "duration")
PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which attempts to show, in which order; an empty field does not narrow."""

    quiz: str = ""
    session: str = ""
    learner: str = ""
    since: datetime | None = None
    until: datetime | None = None
    sort: SortKey = "date"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """One page of attempts, and how many there are in all."""

    attempts: Sequence[Attempt]
    total: int
    page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE_SIZE))


def history(account: Account, wanted: HistoryFilter, page: int) -> HistoryPage:
    """Attempts by filter and order; a page beyond the last is the last."""
    total = db.session.scalar(select(func.count()).select_from(_narrowed(account, wanted).subquery())) or 0
    page = min(max(1, page), max(1, -(-total // PAGE_SIZE)))
    rows = db.session.scalars(
        _ordered(_narrowed(account, wanted), wanted).limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE)
    )
    return HistoryPage(rows.all(), total, page)


def whole_history(account: Account, wanted: HistoryFilter) -> Sequence[Attempt]:
    """All attempts by filter and order with their responses, for a file."""
    query = _ordered(_narrowed(account, wanted), wanted).options(joinedload(Attempt.responses))
    return db.session.scalars(query).unique().all()


def attempt_for(account: Account, public_id: str) -> Attempt | None:
    """The attempt, if the teacher runs its quiz."""
    return db.session.scalar(_run(account).where(Attempt.public_id == public_id))


def session_for(account: Account, public_id: str) -> LearnerSession | None:
    """The learner session, if the teacher runs a quiz that was attempted in it."""
    attempt = db.session.scalar(_run(account).where(LearnerSession.public_id == public_id).limit(1))
    return attempt.visit if attempt else None


def _run(account: Account) -> Select[Attempt]:
    return (
        select(Attempt)
        .join(Attempt.publication)
        .join(Publication.quiz)
        .join(Attempt.visit)
        .join(LearnerSession.learner)
        .where(runs(account))
    )


def _narrowed(account: Account, wanted: HistoryFilter) -> Select[Attempt]:
    query = _run(account)
    if wanted.quiz:
        query = query.where(Quiz.public_id == wanted.quiz)
    if wanted.session:
        query = query.where(LearnerSession.public_id == wanted.session)
    if wanted.learner:
        query = query.where(Learner.nickname.icontains(wanted.learner, autoescape=True))
    if wanted.since:
        query = query.where(Attempt.started_at >= wanted.since)
    if wanted.until:
        query = query.where(Attempt.started_at < wanted.until)
    return query


def _ordered(query: Select[Attempt], wanted: HistoryFilter) -> Select[Attempt]:
    key = _sort_column(wanted.sort)
    order = key.desc() if wanted.descending else key.asc()
    return query.order_by(order.nulls_last(), Attempt.id.desc())


def _sort_column(key: SortKey) -> ColumnElement[Any]:
    seconds = func.julianday if db.engine.dialect.name == "sqlite" else lambda moment: moment
    columns: dict[SortKey, ColumnElement[Any]] = {
        "date": Attempt.started_at.expression,
        "learner": func.lower(Learner.nickname),
        "quiz": func.lower(Publication.title),
        "score": Attempt.score * 1.0 / Attempt.questions,
        "duration": seconds(Attempt.finished_at) - seconds(Attempt.started_at),
    }
    return columns[key]
