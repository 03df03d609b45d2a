"""From which percent on a teacher gives which grade: everywhere, or in one quiz."""

from __future__ import annotations

from sqlalchemy import JSON, ForeignKey, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.analysis.grades import USUAL_SCALE, Scale
from quizapp.store.engine import Model, db, transaction
from quizapp.store.people import Account
from quizapp.store.quizzes import Quiz


class GradeScale(Model):
    """The scale of an account, or of a quiz, which goes before it."""

    __tablename__ = "grade_scale"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), unique=True)
    quiz_id: Mapped[int | None] = mapped_column(ForeignKey("quiz.id"), unique=True)
    percents: Mapped[list[int]] = mapped_column(JSON)


def scale_of(account: Account) -> Scale:
    """The scale of the account; the usual one where none was set."""
    return _percents(GradeScale.account_id == account.id) or USUAL_SCALE


def scale_for(quiz: Quiz, account: Account) -> Scale:
    """The scale of the quiz; where it has none, that of whoever looks."""
    return own_scale(quiz) or scale_of(account)


def own_scale(quiz: Quiz) -> Scale | None:
    """The scale that was set for this quiz alone."""
    return _percents(GradeScale.quiz_id == quiz.id)


def scales_of_quizzes() -> dict[int, Scale]:
    """The scales of quizzes that have one of their own, by quiz."""
    found = db.session.execute(
        select(GradeScale.quiz_id, GradeScale.percents).where(GradeScale.quiz_id.is_not(None))
    )
    return {quiz_id: _scale(percents) for quiz_id, percents in found if quiz_id is not None}


def set_scale(account: Account, scale: Scale) -> None:
    """Grade so wherever a quiz has no scale of its own."""
    with transaction() as session:
        session.execute(delete(GradeScale).where(GradeScale.account_id == account.id))
        session.add(GradeScale(account_id=account.id, percents=list(scale)))


def set_scale_of_quiz(quiz: Quiz, scale: Scale | None) -> None:
    """Grade so in this quiz; None: as everywhere."""
    with transaction() as session:
        session.execute(delete(GradeScale).where(GradeScale.quiz_id == quiz.id))
        if scale is not None:
            session.add(GradeScale(quiz_id=quiz.id, percents=list(scale)))


def _percents(condition: object) -> Scale | None:
    found = db.session.scalar(select(GradeScale.percents).where(condition))  # type: ignore[arg-type] # a condition
    return _scale(found) if found else None


def _scale(percents: list[int]) -> Scale:
    two, three, four, five, six = percents
    return two, three, four, five, six
