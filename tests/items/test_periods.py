from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.items.periods import Period, gregorian_day, period_of


@pytest.mark.parametrize(
    ("edtf", "first", "last", "precision"),
    [
        ("1815-06-09", (1815, 6, 9), (1815, 6, 9), "day"),
        ("1815-06", (1815, 6, 1), (1815, 6, 31), "month"),
        ("1815", (1815, 1, 1), (1815, 12, 31), "year"),
        ("181X", (1810, 1, 1), (1819, 12, 31), "decade"),
        ("18XX", (1800, 1, 1), (1899, 12, 31), "century"),
        ("-0043-03-15", (-43, 3, 15), (-43, 3, 15), "day"),
        ("-04XX", (-499, 1, 1), (-400, 12, 31), "century"),
        ("1814-09/1815-06-09", (1814, 9, 1), (1815, 6, 9), "interval"),
        ("1815-06-09~", (1815, 6, 9), (1815, 6, 9), "day"),
    ],
)
def test_a_date_stands_for_its_days(
    edtf: str, first: tuple[int, int, int], last: tuple[int, int, int], precision: str
) -> None:
    assert period_of(edtf) == Period(first, last, precision)


@pytest.mark.parametrize(
    "edtf", ["", "../1815", "1815/..", "[1815,1816]", "1815-24", "9 czerwca", "1815-6-9"]
)
def test_what_is_no_stretch_of_days_is_none(edtf: str) -> None:
    assert period_of(edtf) is None


def read(edtf: str) -> Period:
    period = period_of(edtf)
    assert period is not None
    return period


def test_a_year_left_out_makes_no_difference() -> None:
    assert read("XXXX-06-09").is_same(read("1815-06-09"))
    assert not read("1814-06-09").is_same(read("1815-06-09"))
    assert read("XXXX-06-09").is_within(read("1815-06"))
    assert not read("XXXX-07-09").overlaps(read("1815-06"))


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1917, 10, 25), (1917, 11, 7)),
        ((1917, 12, 2), (1917, 12, 15)),
        ((1917, 12, 22), (1918, 1, 4)),
        ((1812, 8, 26), (1812, 9, 7)),
        ((1794, 3, 13), (1794, 3, 24)),
        ((1900, 2, 29), (1900, 3, 13)),
        ((1582, 10, 5), (1582, 10, 15)),
    ],
)
def test_a_julian_day_is_named_by_the_gregorian_calendar(
    julian: tuple[int, int, int], gregorian: tuple[int, int, int]
) -> None:
    assert gregorian_day(julian) == gregorian


def test_before_the_reform_there_was_one_calendar() -> None:
    assert gregorian_day((1410, 7, 15)) is None


days = st.tuples(st.integers(1583, 2500), st.integers(1, 12), st.integers(1, 28))


@given(days, days)
def test_the_calendars_keep_the_order_of_days(one: tuple[int, int, int], other: tuple[int, int, int]) -> None:
    first, second = gregorian_day(one), gregorian_day(other)
    assert first is not None
    assert second is not None
    assert (first < second) == (one < other)
    assert first > one
