"""Dates as pupils type them; add a line to `date_answers.txt` wherever one was misread."""

from __future__ import annotations

import unicodedata
from calendar import monthrange
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.text.dates.answers import DateValue, read_date

LINES = (Path(__file__).parent / "date_answers.txt").read_text(encoding="utf-8").splitlines()
CASES = [tuple(part.strip() for part in line.split(">")) for line in LINES if not line.startswith("#")]
GENITIVES = [
    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca",
    "lipca", "sierpnia", "września", "października", "listopada", "grudnia",
]  # fmt: skip
days = st.tuples(st.integers(100, 2100), st.integers(1, 12), st.integers(1, 31))


def told(answer: str) -> str:
    value = read_date(answer)
    return "-" if value is None else value.edtf + " J" * value.julian


@pytest.mark.parametrize(("answer", "expected"), CASES, ids=[case[0] or "nothing" for case in CASES])
def test_an_answer_says_the_date_that_a_reader_takes_it_for(answer: str, expected: str) -> None:
    assert told(answer) == expected


def test_parts_that_were_not_said_are_none() -> None:
    assert read_date("3 maja") == DateValue(None, 5, 3)
    assert read_date("ok. 1410") == DateValue(1410, approximate=True)
    assert read_date("1655-1660") == DateValue(1655, end=DateValue(1660))


@given(days)
def test_a_day_is_read_in_any_form_exactly_if_the_calendar_has_it(day: tuple[int, int, int]) -> None:
    year, month, number = day
    expected = DateValue(*day) if number <= monthrange(year, month)[1] else None
    for answer in (
        f"{number} {GENITIVES[month - 1]} {year} r.",
        f"{number}.{month}.{year}",
        f"{year:04}-{month:02}-{number:02}",
        unicodedata.normalize("NFD", f"{number} {GENITIVES[month - 1].upper()} ({year})"),
    ):
        assert read_date(answer) == expected


@given(st.sampled_from(GENITIVES), st.integers(0, 12), st.characters(categories=["Ll"]))
def test_a_slip_in_the_name_of_a_month_makes_no_other_month_of_it(name: str, at: int, letter: str) -> None:
    for slip in (
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at:],
        name[:at] + letter + name[at + 1 :],
    ):
        value = read_date(f"3 {slip} 1917")
        assert value is None or value.month == GENITIVES.index(name) + 1 or slip in GENITIVES


PIECES = [
    "3",
    "15",
    "1917",
    "44",
    "grudnia",
    "maja",
    "XII",
    "w.",
    "r.",
    "ok.",
    "-",
    "/",
    "(",
    ")",
    "do",
    "od",
    "p.n.e.",
    "lata",
    "30.",
]


@given(st.text(max_size=120) | st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_no_answer_takes_the_reader_down(answer: str) -> None:
    value = read_date(answer)
    assert value is None or value == read_date(answer)
