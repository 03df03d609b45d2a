from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from fractions import Fraction

import pytest
from fsrs import Rating
from hypothesis import given
from hypothesis import strategies as st

from quizapp.items.spacing import CONFIDENCES, LONGEST, Answered, Confidence, confidence_of, due_days, rating

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
RIGHT, WRONG = Fraction(1), Fraction(0)

logs = st.lists(
    st.builds(
        Answered,
        item=st.integers(1, 3),
        at=st.integers(0, 40_000_000).map(lambda minutes: MONDAY + timedelta(minutes=minutes)),
        points=st.fractions(0, 1, max_denominator=100),
        confidence=st.sampled_from([None, *CONFIDENCES]),
        is_second_try=st.booleans(),
    ),
    max_size=12,
    unique_by=lambda answer: answer.at,
)


def _intervals(first: Fraction, count: int, longest: int) -> list[int]:
    """Days until the item is due, each answer given on the day it is due, all but the first right."""
    log, days = [Answered(1, MONDAY, first)], []
    for _ in range(count):
        day = due_days(log, longest=longest)[1]
        days.append((day - log[-1].at.date()).days)
        log.append(Answered(1, log[-1].at + timedelta(days=days[-1]), RIGHT))
    return days


@pytest.mark.parametrize(
    ("first", "days"), [(RIGHT, [2, 11, 46, 163, 497]), (WRONG, [1, 2, 6, 17, 44])], ids=["right", "wrong"]
)
def test_the_intervals_are_the_published_ones(first: Fraction, days: list[int]) -> None:
    assert _intervals(first, len(days), longest=36500) == days


def test_no_item_stays_away_for_longer_than_a_year() -> None:
    assert _intervals(RIGHT, 5, LONGEST) == [2, 11, 46, 163, 365]


@pytest.mark.parametrize(
    ("points", "confidence", "is_second_try", "remembered"),
    [
        ("0", None, False, Rating.Again),
        ("0", "sure", False, Rating.Again),
        ("0", None, True, Rating.Again),
        ("1", None, False, Rating.Good),
        ("1", "sure", False, Rating.Good),
        ("1", "unsure", False, Rating.Hard),
        ("1", "guess", False, Rating.Hard),
        ("1", None, True, Rating.Hard),
        ("1", "sure", True, Rating.Hard),
        ("0.8", None, False, Rating.Good),
        ("0.8", "guess", False, Rating.Hard),
        ("0.79", None, False, Rating.Hard),
        ("0.5", "sure", False, Rating.Hard),
        ("0.49", None, False, Rating.Again),
        ("0.3", "guess", True, Rating.Again),
    ],
)
def test_how_well_an_answer_was_remembered(
    points: str, confidence: str | None, is_second_try: bool, remembered: Rating
) -> None:
    answer = Answered(1, MONDAY, Fraction(points), confidence, is_second_try)  # type: ignore[arg-type]

    assert rating(answer) == remembered


def test_of_several_answers_on_one_day_the_first_counts() -> None:
    first = Answered(1, MONDAY, WRONG)
    again = [Answered(1, MONDAY + timedelta(minutes=minutes), RIGHT) for minutes in (1, 2, 600)]

    assert due_days([*reversed(again), first]) == due_days([first])


def test_a_day_is_that_of_the_zone_of_the_answer() -> None:
    warsaw = timezone(timedelta(hours=1))
    late, later = datetime(2026, 11, 23, 23, 30, tzinfo=warsaw), datetime(2026, 11, 24, 0, 30, tzinfo=warsaw)

    assert due_days([Answered(1, late, WRONG)]) == {1: date(2026, 11, 24)}
    assert due_days([Answered(1, later, WRONG)]) == {1: date(2026, 11, 25)}


def test_from_an_evening_to_the_morning_two_days_later_are_two_days() -> None:
    evening = [Answered(1, MONDAY.replace(hour=21), RIGHT), Answered(1, MONDAY + timedelta(days=2), RIGHT)]
    morning = [Answered(1, MONDAY, RIGHT), Answered(1, MONDAY + timedelta(days=2), RIGHT)]

    assert due_days(evening) == due_days(morning)


def test_an_empty_log_has_nothing_due() -> None:
    assert due_days([]) == {}


@given(logs)
def test_every_item_is_due_after_its_last_answer_and_within_a_year(log: list[Answered]) -> None:
    due = due_days(log)

    assert set(due) == {answer.item for answer in log}
    for item, day in due.items():
        last = max(answer.at.date() for answer in log if answer.item == item)
        assert last < day <= last + timedelta(days=LONGEST)


@given(logs, st.data())
def test_the_order_of_the_log_does_not_matter(log: list[Answered], data: st.DataObject) -> None:
    assert due_days(data.draw(st.permutations(log))) == due_days(log)


@given(logs, st.floats(0.7, 0.97), st.floats(0.7, 0.97))
def test_who_wants_to_remember_more_is_asked_no_later(log: list[Answered], one: float, other: float) -> None:
    more, less = due_days(log, retention=max(one, other)), due_days(log, retention=min(one, other))

    assert all(more[item] <= less[item] for item in more)


@given(logs)
def test_a_right_answer_never_brings_an_item_back_sooner_than_a_wrong_one(log: list[Answered]) -> None:
    at = MONDAY + timedelta(minutes=50_000_000)
    days = [due_days([*log, answer])[1] for answer in _answers_from_worst(at)]

    assert days == sorted(days)


@given(logs, logs)
def test_one_item_knows_nothing_of_another(log: list[Answered], others: Sequence[Answered]) -> None:
    moved = [Answered(answer.item + 10, answer.at, answer.points) for answer in others]
    together = due_days([*log, *moved])

    assert {item: day for item, day in together.items() if item <= 10} == due_days(log)


def _answers_from_worst(at: datetime) -> list[Answered]:
    return [Answered(1, at, WRONG), Answered(1, at, RIGHT, "guess"), Answered(1, at, RIGHT)]


@pytest.mark.parametrize(
    ("said", "known"),
    [("guess", "guess"), ("unsure", "unsure"), ("sure", "sure"), ("", None), ("SURE", None), (None, None)],
)
def test_only_the_words_of_the_form_say_how_sure_somebody_is(
    said: str | None, known: Confidence | None
) -> None:
    assert confidence_of(said) == known
