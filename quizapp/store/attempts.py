"""The attempts of learners, their drafts and responses: what is kept of them, and how it is found again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from sqlalchemy import JSON, ForeignKey, Index, Integer, String, UniqueConstraint, func, or_, select, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.items.item import Response
from quizapp.items.shuffling import shuffled
from quizapp.items.spacing import Confidence
from quizapp.store.bank import ItemVersion
from quizapp.store.engine import Model, UtcDateTime, db, public_id_column
from quizapp.store.learners import LearnerSession
from quizapp.store.quizzes import Publication, PublishedItem, is_closed

HUNDREDTHS = 100
"""Points are stored as whole hundredths: a third of a point is 33, and a sum is exact."""
GRACE = timedelta(seconds=10)
"""How long after a deadline an answer may still be on its way."""
UNCOUNTED, UNFINISHED = text("finished_at IS NOT NULL AND is_first IS NULL"), text("finished_at IS NULL")
"""Few attempts are in these states at a time, and they are looked for often."""


class Attempt(Model):
    """One learner's run through one publication. The score is kept once, at the finish.

    `positions` are those of the publication that it asks, in order (None for all of them): a retry asks what
    was missed. `deadline_at` is set by a time limit; `extra_time` is the learner's share of it in percent,
    and 0 where no limit holds for them. `is_first` is empty until a finished attempt is counted for the figures of
    the quiz; then it says whether it is the first whole one of its learner there.
    """

    __tablename__ = "attempt"
    __table_args__ = (
        Index("ix_attempt_publication_id_started_at", "publication_id", "started_at"),
        Index("ix_attempt_started_at_publication_id", "started_at", "publication_id"),
        Index(
            "ix_attempt_learner_session_id_started_at", "learner_session_id", "started_at", "publication_id"
        ),
        Index("ix_attempt_uncounted", "publication_id", sqlite_where=UNCOUNTED, postgresql_where=UNCOUNTED),
        Index(
            "ix_attempt_unfinished", "publication_id", sqlite_where=UNFINISHED, postgresql_where=UNFINISHED
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = public_id_column()
    publication_id: Mapped[int] = mapped_column(ForeignKey("publication.id"))
    learner_session_id: Mapped[int] = mapped_column(ForeignKey("learner_session.id"))
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    score: Mapped[int | None] = mapped_column(Integer)
    questions: Mapped[int]
    positions: Mapped[list[int] | None] = mapped_column(JSON)
    deadline_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    extra_time: Mapped[int] = mapped_column(default=100)
    is_first: Mapped[bool | None]
    publication: Mapped[Publication] = relationship(lazy="joined")
    visit: Mapped[LearnerSession] = relationship(lazy="joined", back_populates="attempts")
    responses: Mapped[list[StoredResponse]] = relationship(
        order_by="StoredResponse.position", back_populates="attempt"
    )
    drafts: Mapped[list[Draft]] = relationship(order_by="Draft.position", viewonly=True)

    @property
    def seed(self) -> str:
        """What the order of options is drawn from: the same for every visit of this attempt."""
        return self.public_id

    @property
    def is_finished(self) -> bool:
        return self.finished_at is not None

    @property
    def ran_out(self) -> bool:
        """Whether the time limit ended it."""
        return self.finished_at is not None and self.finished_at == self.deadline_at

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
    def is_retry(self) -> bool:
        """Whether it asks only what was missed before."""
        return self.positions is not None

    @property
    def feedback(self) -> str:
        """When feedback is due: a retry asks what was explained already, so there it is due at once."""
        return "at_once" if self.is_retry else self.publication.feedback

    @property
    def is_explained(self) -> bool:
        """Whether the key, the score and the feedback of the whole attempt may be shown to its learner."""
        return self.is_finished and (self.feedback != "after_closing" or self.publication.quiz.is_closed)

    @property
    def places(self) -> list[int]:
        """The positions that it asks, in order: that of the quiz, or one of its own."""
        if self.positions:
            return self.positions
        places = list(range(1, self.questions + 1))
        return shuffled(places, self.seed) if self.publication.shuffles else places

    @property
    def answered(self) -> dict[int, StoredResponse]:
        return {response.position: response for response in self.responses}

    @property
    def given(self) -> set[int]:
        """The positions that have an answer: graded, or kept to be graded at the finish."""
        if self.is_finished or self.feedback == "at_once":
            return {response.position for response in self.responses}
        return {draft.position for draft in self.drafts if draft.response is not None}

    @property
    def flagged(self) -> set[int]:
        """The positions that the learner marked for later."""
        return {draft.position for draft in self.drafts if draft.is_flagged}

    @property
    def missed(self) -> list[int]:
        """The positions that did not win the whole point."""
        won = {response.position for response in self.responses if response.score == HUNDREDTHS}
        return [place for place in self.places if place not in won]

    @property
    def next_position(self) -> int | None:
        """The first question without an answer; None when all are answered."""
        given = self.given
        return next((place for place in self.places if place not in given), None)

    def ended_by(self, at: datetime) -> datetime | None:
        """When it ended by itself: its time ran out, or a test explained to all was closed. None while it runs."""
        if self.deadline_at is not None and at > self.deadline_at + GRACE:
            return self.deadline_at
        return self.publication.quiz.closed_at if self.feedback == "after_closing" else None


class GradedResponse:
    """What an answer was worth and how it was given, wherever it was given; `score` in hundredths."""

    given: Mapped[list[str]] = mapped_column(JSON)
    score: Mapped[int]
    accepted_as: Mapped[str] = mapped_column(String(500), default="")
    note: Mapped[str] = mapped_column(String(500), default="")
    confidence: Mapped[Confidence | None] = mapped_column(String(8))

    @property
    def response(self) -> Response:
        return tuple(self.given)

    @property
    def points(self) -> Fraction:
        return Fraction(self.score, HUNDREDTHS)


class StoredResponse(GradedResponse, Model):
    """The answer to one item in an attempt, as given, which never changes, and its score.

    The score follows the key: where that is mended after the fact, `store/regrading.py` logs what changes.
    """

    __tablename__ = "response"
    __table_args__ = (UniqueConstraint("attempt_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"))
    position: Mapped[int]
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"), index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    attempt: Mapped[Attempt] = relationship(back_populates="responses")
    version: Mapped[ItemVersion] = relationship(lazy="joined")


class Draft(Model):
    """A half-given answer, kept until the answer itself comes, and whether the learner marked it for later.

    `given` holds the fields of the form; under RESPONSE, once they make an answer, that answer in words (where
    feedback waits for the end it counts then), and under WRITER the window that wrote it.
    """

    __tablename__ = "draft"

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    given: Mapped[dict[str, list[str]]] = mapped_column(JSON, default=dict)
    is_flagged: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime] = mapped_column(UtcDateTime)

    @property
    def response(self) -> Response | None:
        """The answer that would count if the attempt were finished now."""
        words = self.given.get(RESPONSE)
        return tuple(words) if words else None

    @property
    def writer(self) -> str:
        return next(iter(self.given.get(WRITER, ())), "")


RESPONSE, WRITER, CONFIDENCE = "response", "writer", "confidence"
"""Names in what a draft holds besides the fields that answer."""


@dataclass(frozen=True, slots=True)
class SessionScore:
    """Points won and questions answered in all finished and running attempts of a session."""

    points: Fraction
    answered: int


def attempt_of(learner: LearnerSession, public_id: str) -> Attempt | None:
    """The attempt, if it is this learner's, on whatever device it was begun."""
    return db.session.scalar(
        select(Attempt)
        .join(Attempt.visit)
        .where(Attempt.public_id == public_id, LearnerSession.learner_id == learner.learner_id)
    )


def version_at(attempt: Attempt, position: int) -> ItemVersion | None:
    """The question at a position of an attempt; None for one that it does not ask."""
    if position not in attempt.places:
        return None
    return db.session.scalar(
        select(ItemVersion)
        .join(PublishedItem, PublishedItem.item_version_id == ItemVersion.id)
        .where(PublishedItem.publication_id == attempt.publication_id, PublishedItem.position == position)
    )


def draft_at(attempt: Attempt, position: int) -> Draft | None:
    """What is kept of an answer that has not been handed in."""
    return db.session.get(Draft, (attempt.id, position))


def session_score(learner: LearnerSession) -> SessionScore:
    """The running score of a session, without what its learner may not know yet."""
    points, answered = db.session.execute(
        select(func.coalesce(func.sum(StoredResponse.score), 0), func.count(StoredResponse.id))
        .join(StoredResponse.attempt)
        .join(Attempt.publication)
        .join(Publication.quiz)
        .where(Attempt.learner_session_id == learner.id)
        .where(or_(Publication.feedback != "after_closing", is_closed()))
    ).one()
    return SessionScore(Fraction(int(points), HUNDREDTHS), answered)


def hundredths(points: Fraction) -> int:
    """Points as stored, rounded half up."""
    return int(points * HUNDREDTHS + Fraction(1, 2))


def any_attempts() -> bool:
    """Whether anybody has ever started one."""
    return db.session.scalar(select(Attempt.id).limit(1)) is not None
