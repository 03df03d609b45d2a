"""The attempts of learners, and each response with its score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from sqlalchemy import JSON, ForeignKey, Integer, String, UniqueConstraint, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from quizapp.items.grading import grade
from quizapp.items.item import Response
from quizapp.store.bank import ItemVersion
from quizapp.store.engine import Model, UtcDateTime, db, public_id_column, transaction
from quizapp.store.learners import LearnerSession
from quizapp.store.quizzes import Publication, PublishedItem

HUNDREDTHS = 100
"""Points are stored as whole hundredths: a third of a point is 33, and a sum is exact."""


class Attempt(Model):
    """One learner's run through one publication. The score is kept once, at the finish.

    `positions` are those of the publication that it asks, in order (None for all of them): a retry asks what
    was missed. `deadline_at` is set by a time limit; `extra_time` is the learner's share of it in percent.
    """

    __tablename__ = "attempt"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = public_id_column()
    publication_id: Mapped[int] = mapped_column(ForeignKey("publication.id"), index=True)
    learner_session_id: Mapped[int] = mapped_column(ForeignKey("learner_session.id"), index=True)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    score: Mapped[int | None] = mapped_column(Integer)
    questions: Mapped[int]
    positions: Mapped[list[int] | None] = mapped_column(JSON)
    deadline_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    extra_time: Mapped[int] = mapped_column(default=100)
    publication: Mapped[Publication] = relationship(lazy="joined")
    visit: Mapped[LearnerSession] = relationship(lazy="joined", back_populates="attempts")
    responses: Mapped[list[StoredResponse]] = relationship(
        order_by="StoredResponse.position", back_populates="attempt"
    )

    @property
    def seed(self) -> str:
        """What the order of options is drawn from: the same for every visit of this attempt."""
        return self.public_id

    @property
    def is_finished(self) -> bool:
        return self.finished_at is not None

    @property
    def points(self) -> Fraction:
        """Points so far, or in the end."""
        scored = self.score if self.score is not None else sum(r.score for r in self.responses)
        return Fraction(scored, HUNDREDTHS)

    @property
    def duration(self) -> timedelta | None:
        """From start to finish; never negative, even where the clock was set back."""
        if self.finished_at is None:
            return None
        return max(self.finished_at - self.started_at, timedelta(0))

    @property
    def answered(self) -> dict[int, StoredResponse]:
        return {response.position: response for response in self.responses}

    @property
    def next_position(self) -> int | None:
        """The first question without an answer; None when all are answered."""
        answered = self.answered
        return next((place for place in range(1, self.questions + 1) if place not in answered), None)


class StoredResponse(Model):
    """The answer to one item in an attempt, as given, with its score. It is never changed or deleted."""

    __tablename__ = "response"
    __table_args__ = (UniqueConstraint("attempt_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"))
    position: Mapped[int]
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"), index=True)
    given: Mapped[list[str]] = mapped_column(JSON)
    score: Mapped[int]
    accepted_as: Mapped[str] = mapped_column(String(500), default="")
    note: Mapped[str] = mapped_column(String(500), default="")
    confidence: Mapped[str | None] = mapped_column(String(8))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    attempt: Mapped[Attempt] = relationship(back_populates="responses")
    version: Mapped[ItemVersion] = relationship(lazy="joined")

    @property
    def response(self) -> Response:
        return tuple(self.given)

    @property
    def points(self) -> Fraction:
        return Fraction(self.score, HUNDREDTHS)


class Draft(Model):
    """A half-given answer, kept until the answer itself comes, and whether the learner marked it for later."""

    __tablename__ = "draft"

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    given: Mapped[dict[str, list[str]]] = mapped_column(JSON, default=dict)
    is_flagged: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class AttemptFinished(Exception):
    """The attempt was handed in; nothing in it changes any more."""


@dataclass(frozen=True, slots=True)
class SessionScore:
    """Points won and questions answered in all finished and running attempts of a session."""

    points: Fraction
    answered: int


def start_attempt(publication: Publication, learner: LearnerSession, at: datetime) -> Attempt:
    """Begin, or go on with the attempt that this learner has open."""
    running = db.session.scalar(
        select(Attempt).where(
            Attempt.publication_id == publication.id,
            Attempt.learner_session_id == learner.id,
            Attempt.finished_at.is_(None),
        )
    )
    if running is not None:
        return running
    attempt = Attempt(
        publication_id=publication.id,
        learner_session_id=learner.id,
        started_at=at,
        questions=len(publication.entries),
    )
    with transaction() as session:
        session.add(attempt)
    return attempt


def attempt_of(learner: LearnerSession, public_id: str) -> Attempt | None:
    """The attempt, if it is this learner's."""
    return db.session.scalar(
        select(Attempt).where(Attempt.public_id == public_id, Attempt.learner_session_id == learner.id)
    )


def attempts_of(learner: LearnerSession) -> Sequence[Attempt]:
    """All attempts of a session, newest first."""
    return (
        db.session.scalars(
            select(Attempt)
            .where(Attempt.learner_session_id == learner.id)
            .options(joinedload(Attempt.responses))
            .order_by(Attempt.started_at.desc(), Attempt.id.desc())
        )
        .unique()
        .all()
    )


def version_at(attempt: Attempt, position: int) -> ItemVersion | None:
    """The question at a position of an attempt."""
    return db.session.scalar(
        select(ItemVersion)
        .join(PublishedItem, PublishedItem.item_version_id == ItemVersion.id)
        .where(PublishedItem.publication_id == attempt.publication_id, PublishedItem.position == position)
    )


def answer(
    attempt: Attempt, position: int, item: ItemVersion, given: Response, at: datetime
) -> StoredResponse:
    """Grade and keep a response. The first one counts: a repeated or late one leaves it as it is.

    Raises AttemptFinished when the attempt was handed in before.
    """
    known = attempt.answered.get(position)
    if known is not None:
        return known
    score = grade(item.item, given)
    response = StoredResponse(
        attempt_id=attempt.id,
        position=position,
        item_version_id=item.id,
        given=list(given),
        score=hundredths(score.points),
        accepted_as=score.accepted_as,
        note=score.note,
        at=at,
    )
    try:
        with transaction() as session:
            _hold_open(attempt)
            session.add(response)
    except IntegrityError:  # the same answer came twice at once, and the other was first
        return _response_at(attempt.id, position)
    return response


def finish(attempt: Attempt, at: datetime) -> None:
    """Hand in: the score is the sum of the stored responses, kept once. Finishing twice changes nothing."""
    total = (
        select(func.coalesce(func.sum(StoredResponse.score), 0))
        .where(StoredResponse.attempt_id == attempt.id)
        .scalar_subquery()
    )
    with transaction() as session:
        session.execute(
            update(Attempt)
            .where(Attempt.id == attempt.id, Attempt.finished_at.is_(None))
            .values(finished_at=at, score=total)
            .execution_options(synchronize_session=False)
        )
    db.session.refresh(attempt)


def session_score(learner: LearnerSession) -> SessionScore:
    """The running score of a session."""
    points, answered = db.session.execute(
        select(func.coalesce(func.sum(StoredResponse.score), 0), func.count(StoredResponse.id))
        .join(StoredResponse.attempt)
        .where(Attempt.learner_session_id == learner.id)
    ).one()
    return SessionScore(Fraction(int(points), HUNDREDTHS), answered)


def hundredths(points: Fraction) -> int:
    """Points as stored, rounded half up."""
    return int(points * HUNDREDTHS + Fraction(1, 2))


def _hold_open(attempt: Attempt) -> None:
    """Take the attempt's row, so that a finish at the same moment comes wholly before or wholly after."""
    held = db.session.execute(
        update(Attempt)
        .where(Attempt.id == attempt.id, Attempt.finished_at.is_(None))
        .values(questions=Attempt.questions)
        .returning(Attempt.id)
        .execution_options(synchronize_session=False)
    )
    if held.scalar_one_or_none() is None:
        raise AttemptFinished


def _response_at(attempt_id: int, position: int) -> StoredResponse:
    return db.session.scalars(
        select(StoredResponse).where(
            StoredResponse.attempt_id == attempt_id, StoredResponse.position == position
        )
    ).one()


def any_attempts() -> bool:
    """Whether anybody has ever started one."""
    return db.session.scalar(select(Attempt.id).limit(1)) is not None
