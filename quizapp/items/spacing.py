"""When to ask again what a learner has answered: FSRS-6, replayed from the log of answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from fractions import Fraction
from typing import Literal, get_args

from fsrs import Card, Rating, Scheduler

Confidence = Literal["guess", "unsure", "sure"]
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)

RETENTION = 0.9
"""An item comes back when the chance that it is still known has fallen to this."""
LONGEST = 365
"""No item stays away for longer, in days: a course lasts a school year."""

GOOD = Fraction(8, 10)
HARD = Fraction(5, 10)


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer of a learner: to which item, when (in the zone whose days count), and what it was worth."""

    item: int
    at: datetime
    points: Fraction
    confidence: Confidence | None = None
    is_second_try: bool = False


def due_days(
    log: Iterable[Answered], retention: float = RETENTION, longest: int = LONGEST
) -> dict[int, date]:
    """The day on which each item of the log is to be asked again.

    Several answers to one item on one day count once, the first: what was read a minute ago is no memory.
    """
    scheduler = Scheduler(
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=longest,
        enable_fuzzing=False,
    )
    return {item: _due_day(scheduler, answers) for item, answers in _first_of_each_day(log).items()}


def rating(answer: Answered) -> Rating:
    """How well it was remembered: wrong is Again, right is Good, right by luck or at a second try is Hard.

    What is partly right (a month for a day, two pairs of three) is measured by its points. Never Easy:
    nobody said so, and it would put the item off for months.
    """
    if answer.points < HARD:
        return Rating.Again
    is_doubtful = answer.confidence in ("guess", "unsure") or answer.is_second_try
    return Rating.Hard if is_doubtful or answer.points < GOOD else Rating.Good


def confidence_of(said: str | None) -> Confidence | None:
    """How sure somebody said to be; None for silence and for anything else."""
    return next((known for known in CONFIDENCES if known == said), None)


def _first_of_each_day(log: Iterable[Answered]) -> dict[int, dict[date, Answered]]:
    items: dict[int, dict[date, Answered]] = {}
    for answer in sorted(log, key=lambda answer: answer.at):
        items.setdefault(answer.item, {}).setdefault(answer.at.date(), answer)
    return items


def _due_day(scheduler: Scheduler, answers: dict[date, Answered]) -> date:
    # whole days only: the evening of Monday and the morning of Wednesday are two days apart;
    # a card that is given its id and its day neither sleeps nor looks at the clock
    card = Card(card_id=0, due=_midnight(min(answers)))
    for day, answer in answers.items():
        card, _ = scheduler.review_card(card, rating(answer), _midnight(day))
    return card.due.date()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
