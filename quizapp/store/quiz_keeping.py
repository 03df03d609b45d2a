"""What is done with a quiz as a whole: its hours, its order, copies, a new code, the archive, the end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select

from quizapp.store.assignments import Assignment
from quizapp.store.attempts import Attempt
from quizapp.store.engine import ConstraintBroken, db, transaction
from quizapp.store.people import Account
from quizapp.store.quizzes import Publication, PublishedItem, Quiz, QuizEntry, close, new_join_code
from quizapp.store.regrades import RegradedQuiz
from quizapp.store.scales import GradeScale
from quizapp.store.tallies import PublicationTally


class HasAttempts(Exception):
    """What pupils have answered is not deleted with a quiz: it can be archived."""


def set_hours(
    quiz: Quiz, opens_at: datetime | None, closes_at: datetime | None, attempts_limit: int | None
) -> None:
    """From when until when a quiz may be begun, and how often by one learner; it holds at once."""
    with transaction():
        quiz.opens_at, quiz.closes_at = opens_at, closes_at
        quiz.attempts_limit = attempts_limit


def close_in_time(at: datetime) -> None:
    """Close what its closing time has come for, as of that time; whoever comes first after it does it."""
    over = db.session.scalars(
        select(Publication)
        .join(Publication.quiz)
        .where(Publication.closed_at.is_(None), Quiz.closes_at <= at, Publication.opened_at < Quiz.closes_at)
    ).all()
    if over:
        with transaction():
            for publication in over:
                publication.closed_at = publication.quiz.closes_at


def reorder(quiz: Quiz, public_ids: Sequence[str]) -> None:
    """Put the items in this order; those not named keep theirs, after the others."""
    wanted = {public_id: place for place, public_id in enumerate(public_ids)}
    order = sorted(quiz.entries, key=lambda one: wanted.get(one.bank_item.public_id, len(wanted)))
    with transaction():
        for place, entry in enumerate(order):
            entry.position = place
    db.session.expire(quiz, ["entries"])


def copy_quiz(quiz: Quiz, title: str, owner: Account, at: datetime) -> Quiz:
    """The same questions under the same rules, for the owner to change; without hours, pupils and a publication."""
    twin = Quiz(
        title=title,
        owner_id=owner.id,
        created_at=at,
        feedback=quiz.feedback,
        time_limit=quiz.time_limit,
        shuffles=quiz.shuffles,
        attempts_limit=quiz.attempts_limit,
        shows_names=quiz.shows_names,
        entries=[QuizEntry(bank_item=item, position=place) for place, item in enumerate(quiz.items)],
    )
    with transaction() as session:
        session.add(twin)
    return twin


def reset_join_code(quiz: Quiz) -> None:
    """A new code; the old one leads nowhere."""
    with transaction():
        quiz.join_code = new_join_code()


def archive(quiz: Quiz, by: Account, at: datetime) -> None:
    """Put a quiz away: closed, and no longer among those at hand. Everything of it stays."""
    close(quiz, by, at)
    with transaction():
        quiz.archived_at = quiz.archived_at or at


def restore(quiz: Quiz) -> None:
    """Take a quiz out of the archive, closed as it is."""
    with transaction():
        quiz.archived_at = None


def delete_quiz(quiz: Quiz) -> None:
    """Delete a quiz that nobody has attempted; HasAttempts where somebody has."""
    if count_attempts(quiz):
        raise HasAttempts
    publications = select(Publication.id).where(Publication.quiz_id == quiz.id)
    try:
        with transaction() as session:
            for kept in (Assignment, GradeScale, RegradedQuiz):
                session.execute(delete(kept).where(kept.quiz_id == quiz.id))
            session.execute(delete(PublicationTally).where(PublicationTally.publication_id.in_(publications)))
            session.execute(delete(PublishedItem).where(PublishedItem.publication_id.in_(publications)))
            session.execute(delete(Publication).where(Publication.quiz_id == quiz.id))
            session.expire(quiz, ["publications"])
            session.delete(quiz)
    except ConstraintBroken as error:  # somebody began it at this moment
        raise HasAttempts from error


def count_attempts(quiz: Quiz) -> int:
    """How many attempts there are at all its publications."""
    return (
        db.session.scalar(
            select(func.count(Attempt.id)).join(Attempt.publication).where(Publication.quiz_id == quiz.id)
        )
        or 0
    )
