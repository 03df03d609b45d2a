"""What the pages of the pupil show, each in one value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from quizapp.items.item import Item
from quizapp.store.assignments import Assignment, assigned_to
from quizapp.store.attempts import CONFIDENCE, RESPONSE, WRITER, Attempt, Draft
from quizapp.store.bank import ItemVersion
from quizapp.store.engine import new_public_id
from quizapp.store.learners import LearnerSession
from quizapp.store.practice import SITTING, Practice, PracticeResponse
from quizapp.store.progress import Work, work_by_quiz
from quizapp.store.starting import CannotStart, why_not_start
from quizapp.web.pages import Verdict, verdicts_of

LONGEST_COUNTDOWN = timedelta(hours=10)
"""A deadline further away is a day in the calendar, not a clock that runs."""


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question, what was given of its answer so far, and how far the attempt has come."""

    attempt: Attempt
    position: int
    version: ItemVersion
    draft: Draft | None
    at: datetime

    @property
    def item(self) -> Item:
        return self.version.item

    @property
    def language(self) -> str:
        return self.version.bank_item.source.language

    @property
    def place(self) -> int:
        """Which question of the attempt it is, from 1."""
        return self.attempt.places.index(self.position) + 1

    @property
    def skip_to(self) -> int | None:
        """The next question without an answer, other than this one."""
        places, given = self.attempt.places, self.attempt.given
        onward = [*places[self.place :], *places[: self.place - 1]]
        return next((place for place in onward if place not in given), None)

    @property
    def explains_at_once(self) -> bool:
        """Whether feedback follows the answer; else answers may be changed until the finish."""
        return self.attempt.feedback == "at_once"

    @property
    def is_flagged(self) -> bool:
        return self.draft is not None and self.draft.is_flagged

    @property
    def fields(self) -> Mapping[str, Sequence[str]]:
        """The fields of the form as they were left."""
        kept = self.draft.given if self.draft else {}
        return {name: kept[name] for name in kept if name not in (RESPONSE, WRITER, CONFIDENCE)}

    @property
    def confidence(self) -> str:
        return next(iter(self.draft.given.get(CONFIDENCE, ())), "") if self.draft else ""

    @property
    def window(self) -> str:
        """A new name for the window that shows the page."""
        return new_public_id()

    @property
    def seen(self) -> str:
        """The window that wrote what is shown."""
        return self.draft.writer if self.draft else ""

    @property
    def seconds_left(self) -> int | None:
        return seconds_left(self.attempt, self.at)


@dataclass(frozen=True, slots=True)
class Place:
    """A question in the overview before the finish."""

    number: int
    position: int
    is_given: bool
    is_flagged: bool


def overview(attempt: Attempt) -> list[Place]:
    """Every question of an attempt: whether it has an answer, and whether it was marked for later."""
    given, flagged = attempt.given, attempt.flagged
    return [
        Place(number, position, position in given, position in flagged)
        for number, position in enumerate(attempt.places, start=1)
    ]


def surprises_first(attempt: Attempt) -> tuple[list[Verdict], list[Verdict]]:
    """The verdicts on an attempt: those that surprise (sure, but wrong), and the rest in order."""
    verdicts = verdicts_of(attempt)
    return [v for v in verdicts if v.is_surprise], [v for v in verdicts if not v.is_surprise]


def seconds_left(attempt: Attempt, at: datetime) -> int | None:
    """Until the deadline; None where there is none, it does not matter any more, or it is days away."""
    if attempt.deadline_at is None or attempt.is_finished or attempt.deadline_at - at > LONGEST_COUNTDOWN:
        return None
    return max(0, int((attempt.deadline_at - at).total_seconds()))


@dataclass(frozen=True, slots=True)
class Task:
    """A quiz that a learner's class is to do, how far they are with it, and why it cannot be begun now."""

    assignment: Assignment
    work: Work
    refusal: CannotStart | None

    @property
    def is_open(self) -> bool:
        """Whether it can be begun, or gone on with."""
        return self.assignment.quiz.open_publication is not None and self.refusal is None

    @property
    def result(self) -> Attempt | None:
        """The best that was handed in, once it may be told."""
        best = self.work.best
        return best if best and best.is_explained else None


def tasks_of(visit: LearnerSession, at: datetime) -> list[Task]:
    """What the learner's classes are to do: first what can be done now, by its deadline."""
    work = work_by_quiz(visit.learner)
    tasks = [
        Task(one, work.get(one.quiz_id, Work(())), _refusal(one, visit, at))
        for one in assigned_to(visit.learner)
    ]
    return sorted(tasks, key=lambda task: (not task.is_open, bool(task.work.attempts)))


def _refusal(assignment: Assignment, visit: LearnerSession, at: datetime) -> CannotStart | None:
    quiz = assignment.quiz
    if quiz.opens_at is not None and quiz.opens_at > at:
        return CannotStart("early", max(quiz.opens_at, assignment.opens_at or quiz.opens_at))
    return why_not_start(quiz.open_publication, visit, at) if quiz.open_publication else None


@dataclass(frozen=True, slots=True)
class PracticePage:
    """One question of practice, its place (from 0) among the answers of the day, and the answer once given."""

    plan: Practice
    place: int
    version: ItemVersion
    answer: PracticeResponse | None

    @property
    def item(self) -> Item:
        return self.version.item

    @property
    def position(self) -> int:
        """Its place in the sitting, from 1."""
        return self.place % SITTING + 1

    @property
    def total(self) -> int:
        """How many questions the sitting has."""
        return self.plan.size_of_sitting(self.place)

    @property
    def days_until_next(self) -> int | None:
        """In how many days the question comes back."""
        day = self.plan.next_days.get(self.version.item_id)
        return (day - self.plan.day).days if day else None
