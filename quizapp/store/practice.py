"""Answers given outside quizzes, to questions that come back after days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from sqlalchemy import ForeignKey, Select, not_, select, update
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from quizapp.items.correction import corrections_touching
from quizapp.items.grading import grade
from quizapp.items.item import Response
from quizapp.items.spacing import Answered, Confidence, confidence_of, due_days
from quizapp.store.attempts import HUNDREDTHS, Attempt, GradedResponse, StoredResponse, hundredths
from quizapp.store.bank import BankItem, ItemVersion
from quizapp.store.engine import Model, UtcDateTime, db, transaction
from quizapp.store.feedback import feedback_is_due
from quizapp.store.learners import Learner, LearnerSession
from quizapp.store.quizzes import PublishedItem
from quizapp.store.regrades import STRUCK

SITTING = 10
"""Questions at most in one go: more of them a day helps less than a few on many days."""


class PracticeResponse(GradedResponse, Model):
    """An answer in spaced practice, as given, with its score. When to ask again is computed anew from all of them."""

    __tablename__ = "practice_response"

    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learner.id"), index=True)
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"), index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    version: Mapped[ItemVersion] = relationship(lazy="joined")


class LearnerGone(Exception):
    """The learner has erased everything meanwhile; nothing more is kept."""


@dataclass(frozen=True, slots=True)
class Practice:
    """What a learner has to practise on a day, most overdue first, and what was practised on it already."""

    day: date
    due: tuple[BankItem, ...]
    answered: tuple[PracticeResponse, ...]
    next_days: Mapping[int, date]

    @property
    def sitting(self) -> tuple[PracticeResponse, ...]:
        """The answers of the sitting under way, or of the one that has just come to its end."""
        begun = max(0, len(self.answered) - 1) // SITTING * SITTING
        return self.answered[begun:]

    @property
    def next_in_sitting(self) -> BankItem | None:
        """What comes after an answer; None at the end of the sitting."""
        is_over = bool(self.answered) and len(self.answered) % SITTING == 0
        return self.due[0] if self.due and not is_over else None

    @property
    def later(self) -> list[tuple[date, int]]:
        """How many questions come back on each day to come."""
        return sorted(Counter(day for day in self.next_days.values() if day > self.day).items())

    def size_of_sitting(self, place: int) -> int:
        """How many questions the sitting has to which the answer at a place (from 0) of the day belongs."""
        begun = place // SITTING * SITTING
        return min(SITTING, len(self.answered) + len(self.due) - begun)


def practice_of(learner: Learner, at: datetime) -> Practice:
    """What to practise on the day of a moment; the zone of the moment says where days begin."""
    due = due_days(_log(learner, at))
    items = _askable(learner, due)
    due = {item: day for item, day in due.items() if item in items}
    overdue = sorted((day, item) for item, day in due.items() if day <= at.date())
    return Practice(
        day=at.date(),
        due=tuple(items[item] for _, item in overdue),
        answered=tuple(answer for answer in _answers_on(learner, at) if answer.version.item_id in items),
        next_days=due,
    )


def has_answered(learner: Learner) -> bool:
    """Whether there is anything that may come back: cheap enough to be asked on every page."""
    return db.session.scalar(_responses(learner).with_only_columns(StoredResponse.id).limit(1)) is not None


def answer_practice(
    learner: Learner, version: ItemVersion, given: Response, confidence: Confidence | None, at: datetime
) -> PracticeResponse:
    """Grade and keep an answer. The first one of a day counts: a repeated one leaves it as it is.

    Raises LearnerGone when the learner was erased before.
    """
    score = grade(version.item, given)
    response = PracticeResponse(
        learner_id=learner.id,
        item_version_id=version.id,
        given=list(given),
        score=hundredths(score.points),
        accepted_as=score.accepted_as,
        note=score.note,
        confidence=confidence,
        at=at,
    )
    item_id = version.item_id
    with transaction() as session:
        _hold(learner)
        known = session.scalar(_on_day(learner, at).where(ItemVersion.item_id == item_id).limit(1))
        if known is None:
            session.add(response)
    return known or response


def practised_by(learner: Learner) -> Sequence[PracticeResponse]:
    """All that a learner has answered in practice, in order."""
    return db.session.scalars(
        select(PracticeResponse)
        .where(PracticeResponse.learner_id == learner.id)
        .order_by(PracticeResponse.at, PracticeResponse.id)
    ).all()


def _log(learner: Learner, at: datetime) -> list[Answered]:
    """All answers of all sessions, in quizzes and in practice, as far as their feedback is due."""
    in_quizzes = db.session.execute(
        _responses(learner).with_only_columns(
            ItemVersion.item_id,
            StoredResponse.at,
            StoredResponse.score,
            StoredResponse.confidence,
            Attempt.positions,
        )
    )
    in_practice = db.session.execute(
        select(ItemVersion.item_id, PracticeResponse.at, PracticeResponse.score, PracticeResponse.confidence)
        .join(PracticeResponse.version)
        .where(PracticeResponse.learner_id == learner.id)
    )
    rows = [*in_quizzes, *((*row, None) for row in in_practice)]
    return [
        Answered(
            item=item,
            at=moment.astimezone(at.tzinfo),
            points=Fraction(score, HUNDREDTHS),
            confidence=confidence_of(confidence),
            is_second_try=missed is not None,
        )
        for item, moment, score, confidence, missed in rows
    ]


def _responses(learner: Learner) -> Select[StoredResponse]:
    return (
        select(StoredResponse)
        .join(StoredResponse.version)
        .join(StoredResponse.attempt)
        .join(Attempt.publication)
        .join(Attempt.visit)
        .where(
            LearnerSession.learner_id == learner.id,
            feedback_is_due(),
            StoredResponse.note != STRUCK,  # its point says nothing of what the learner knows
        )
    )


def _askable(learner: Learner, items: Collection[int]) -> dict[int, BankItem]:
    """The items among those that can be asked now.

    Out stay those that are retired or being mended, those of a test of the learner whose feedback is not due
    yet (practice would show its keys), and those whose proof the text itself has wrong.
    """
    found = db.session.scalars(
        select(BankItem)
        .join(BankItem.latest)
        .where(
            BankItem.id.in_(items), BankItem.id.not_in(_under_test(learner)), ItemVersion.status == "ready"
        )
        .options(joinedload(BankItem.latest).joinedload(ItemVersion.revision))
    )
    return {item.id: item for item in found if not _is_contradicted(item.latest)}


def _under_test(learner: Learner) -> Select[int]:
    return (
        select(ItemVersion.item_id)
        .join(PublishedItem, PublishedItem.item_version_id == ItemVersion.id)
        .join(Attempt, Attempt.publication_id == PublishedItem.publication_id)
        .join(Attempt.publication)
        .join(Attempt.visit)
        .where(LearnerSession.learner_id == learner.id, not_(feedback_is_due()))
    )


def _is_contradicted(version: ItemVersion) -> bool:
    touching = corrections_touching(version.item, version.revision.correction_notes)
    return any(correction.kind == "contradicted" for correction in touching)


def _answers_on(learner: Learner, at: datetime) -> Sequence[PracticeResponse]:
    return db.session.scalars(_on_day(learner, at).order_by(PracticeResponse.id)).all()


def _on_day(learner: Learner, at: datetime) -> Select[PracticeResponse]:
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
    return (
        select(PracticeResponse)
        .join(PracticeResponse.version)
        .where(
            PracticeResponse.learner_id == learner.id,
            PracticeResponse.at >= midnight,
            PracticeResponse.at < midnight + timedelta(days=1),
        )
    )


def _hold(learner: Learner) -> None:
    """Take the learner's row, so that two answers at once come one after the other (and erasure before or after)."""
    held = db.session.execute(
        update(Learner)
        .where(Learner.id == learner.id, Learner.public_id == learner.public_id)
        .values(nickname=Learner.nickname)
        .returning(Learner.id)
        .execution_options(synchronize_session=False)
    )
    if held.scalar_one_or_none() is None:
        raise LearnerGone
