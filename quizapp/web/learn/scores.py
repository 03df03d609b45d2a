"""What the page of scores shows: by session, by quiz, by category, and what to practise next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.items.item import CATEGORIES, Category
from quizapp.store.attempts import Attempt, StoredResponse
from quizapp.store.learners import LearnerSession
from quizapp.store.own_data import OwnData
from quizapp.store.practice import PracticeResponse
from quizapp.web.charts import LinePlot, scores_over_time

ENOUGH = 3
"""Answers without which nothing is said of a category."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Points won, and how many answers could have won one each."""

    points: Fraction
    answers: int

    @property
    def share(self) -> Fraction:
        return self.points / self.answers

    @property
    def width(self) -> float:
        """The share as the length of a bar of a hundred."""
        return round(float(self.share) * 100, 1)


@dataclass(frozen=True, slots=True)
class QuizLine:
    """How a quiz went; best and last are shares of the points, None while no score may be told."""

    title: str
    attempts: int
    best: Fraction | None
    last: Fraction | None


@dataclass(frozen=True, slots=True)
class SessionLine:
    """The attempts of one visit, and what is told of them so far."""

    visit: LearnerSession
    attempts: Sequence[Attempt]
    tally: Tally


@dataclass(frozen=True, slots=True)
class ScoresPage:
    """The scores of one learner over all sessions."""

    own: OwnData
    total: Tally
    plot: LinePlot | None
    sessions: Sequence[SessionLine]
    quizzes: Sequence[QuizLine]
    categories: dict[Category, Tally]

    @property
    def weakest(self) -> Category | None:
        """The category with the smallest share of points; None while too little is known, or all is right."""
        known = {name: tally for name, tally in self.categories.items() if tally.answers >= ENOUGH}
        weakest = min(known, key=lambda name: known[name].share, default=None)
        return weakest if weakest and known[weakest].share < 1 else None


def scores_page(own: OwnData) -> ScoresPage:
    """The scores, as far as they may be told."""
    told = [attempt for attempt in own.attempts if own.tells(attempt)]
    whole = [attempt for attempt in told if attempt.is_finished and attempt.positions is None]
    return ScoresPage(
        own=own,
        total=_tally(told),
        plot=scores_over_time(whole),
        sessions=_sessions(own),
        quizzes=_quizzes(own.attempts, whole),
        categories=_categories(own),
    )


def _tally(attempts: Iterable[Attempt]) -> Tally:
    scores = [response.points for attempt in attempts for response in attempt.responses]
    return Tally(sum(scores, Fraction(0)), len(scores))


def _sessions(own: OwnData) -> list[SessionLine]:
    lines = []
    for visit in own.sessions:
        attempts = [attempt for attempt in own.attempts if attempt.learner_session_id == visit.id]
        if attempts:
            lines.append(SessionLine(visit, attempts, _tally(filter(own.tells, attempts))))
    return lines


def _quizzes(attempts: Sequence[Attempt], whole: Sequence[Attempt]) -> list[QuizLine]:
    """One line a quiz, the newest first; a retry of what was missed is an attempt, but no best or last score."""
    by_quiz: dict[int, list[Attempt]] = {}
    for attempt in attempts:
        by_quiz.setdefault(attempt.publication.quiz_id, []).append(attempt)
    lines = []
    for same in by_quiz.values():
        shares = [attempt.points / attempt.questions for attempt in same if attempt in whole]
        lines.append(
            QuizLine(
                title=same[0].publication.title,
                attempts=len(same),
                best=max(shares, default=None),
                last=shares[0] if shares else None,
            )
        )
    return lines


def _categories(own: OwnData) -> dict[Category, Tally]:
    """All answers, of quizzes and of practice, by what they were about."""
    answers: list[StoredResponse | PracticeResponse] = [
        *(response for attempt in own.attempts if own.tells(attempt) for response in attempt.responses),
        *own.practice,
    ]
    found = {}
    for name in CATEGORIES:
        points = [answer.points for answer in answers if answer.version.category == name]
        if points:
            found[name] = Tally(sum(points, Fraction(0)), len(points))
    return found
