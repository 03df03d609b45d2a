"""Typed dates: worth what they get right, and never more than the key itself knows."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from quizapp.items.answers.asked_dates import asked_period, completed
from quizapp.items.answers.notes import Note
from quizapp.items.answers.text import LONGEST_ANSWER, grade_text
from quizapp.items.item import Item, Response, Score
from quizapp.items.periods import Period, gregorian_day
from quizapp.items.wording import normalised, words_in
from quizapp.text.dates.answers import read_date

Worth = tuple[Fraction, Note]

NEAR_DAYS = 3
YEARS_OF_TWO_CALENDARS = range(1582, 1924)
"""From the reform to its acceptance in Greece, the last country to change."""

_FULL: Worth = (Fraction(1), "")
_NOTHING: Worth = (Fraction(0), "")
_WITHOUT_THE_YEAR: Worth = (Fraction(3, 5), "coarser")
_MONTH_ONLY: Worth = (Fraction(3, 5), "coarser")
_MONTH_WITHOUT_THE_YEAR: Worth = (Fraction(3, 10), "coarser")
_YEAR_ONLY: Worth = (Fraction(3, 10), "coarser")
_WRONG_YEAR: Worth = (Fraction(3, 10), "wrong_year")
_NEAR: Worth = (Fraction(1, 2), "day_near")
_FINER: Worth = (Fraction(4, 5), "finer")
_INSIDE: Worth = (Fraction(1, 2), "inside")
_OLD_STYLE: Worth = (Fraction(1), "old_style")
_OLD_STYLE_UNMARKED: Worth = (Fraction(1, 2), "old_style_unmarked")
_NEW_STYLE: Worth = (Fraction(1, 2), "new_style")
_NEW_STYLE_MARKED: Worth = (Fraction(1), "new_style_marked")


@dataclass(frozen=True, slots=True)
class _Stated:
    """A date as it was written; whether it says to be of the old style, or of the new one."""

    period: Period
    is_julian: bool
    is_gregorian: bool


@dataclass(frozen=True, slots=True)
class _Key:
    """An accepted date, and whether it is right without its year."""

    period: Period
    is_julian: bool
    year_is_optional: bool


def grade_date(item: Item, response: Response) -> Score:
    """The worth of a typed date, in any usual writing.

    Of a key to the day: the same day 1; without the year 1 where the text omits it or an accepted answer
    does, else 3/5; the month 3/5, the year 3/10; the day off by up to three in the right month 1/2; the
    right day of a wrong year 3/10; the day by the other calendar 1 if marked, else 1/2. A more exact
    answer to a key of a month or a year earns 4/5, one inside an interval 1/2; the month that an interval
    lies in 3/5, the year of that or of a season 3/10. A key that is no date is graded as words.
    """
    keys = _keys(item)
    if not keys:
        return grade_text(item, response)
    if len(response) != 1 or len(response[0]) > LONGEST_ANSWER:
        return Score(Fraction(0))
    if normalised(response[0]) in map(normalised, item.answer):
        return Score(Fraction(1))
    typed = _read(response[0]) or _read(completed(response[0], keys[0].period))
    if typed is None:
        return Score(Fraction(0))
    points, note = max(_worth(typed, key) for key in keys)
    return Score(points, item.answer[0] if note and points else "", note)


def _read(text: str) -> _Stated | None:
    read = read_date(text)
    period = asked_period(read.edtf) if read else None
    return _Stated(period, read.julian, read.gregorian) if read and period else None


def _keys(item: Item) -> list[_Key]:
    """The accepted dates; one that only leaves out the year of another makes that year optional."""
    stated = [read for answer in dict.fromkeys(item.answer) if (read := _read(answer))]
    full = [key for key in stated if key.period.has_year]
    kept = full + [key for key in stated if not any(key.period.is_same(other.period) for other in full)]
    is_optional = len(full) < len(stated)
    return [_Key(k.period, k.is_julian, is_optional or not _says_year(item, k.period)) for k in kept]


def _says_year(item: Item, period: Period) -> bool:
    """Whether the evidence says the year of a date; assumed where there is none."""
    said = words_in(" ".join(span.text for span in item.evidence))
    year = period.first[0]
    return not said or str(year if year > 0 else 1 - year) in said


def _worth(typed: _Stated, key: _Key) -> Worth:
    if key.period.precision != "day":
        return _worth_of_stretch(typed.period, key)
    if typed.period.precision != "day":
        return _worth_of_coarser(typed.period, key)
    return _worth_in_other_calendar(typed, key) or _worth_of_day(typed.period, key)


def _worth_of_day(typed: Period, key: _Key) -> Worth:
    (_, month, day), (_, wanted_month, wanted_day) = typed.first, key.period.first
    has_wrong_year = _has_wrong_year(typed, key)
    if month != wanted_month:
        return _NOTHING
    if day != wanted_day:
        is_near = abs(day - wanted_day) <= NEAR_DAYS and not has_wrong_year
        return _NEAR if is_near else _NOTHING
    if has_wrong_year:
        return _WRONG_YEAR
    return _WITHOUT_THE_YEAR if _lacks_year(typed, key) else _FULL


def _worth_of_coarser(typed: Period, key: _Key) -> Worth:
    if _has_wrong_year(typed, key) or not key.period.is_within(typed):
        return _NOTHING
    if typed.precision == "month" or _is_within_a_month(typed):
        return _MONTH_WITHOUT_THE_YEAR if _lacks_year(typed, key) else _MONTH_ONLY
    return _YEAR_ONLY if typed.precision in ("year", "season") and typed.has_year else _NOTHING


def _worth_of_stretch(typed: Period, key: _Key) -> Worth:
    wanted = key.period
    if _has_wrong_year(typed, key):
        return _NOTHING
    if typed.precision == wanted.precision and typed.is_same(wanted):
        return _WITHOUT_THE_YEAR if _lacks_year(typed, key) else _FULL
    if not typed.has_year:
        return _NOTHING
    if typed.is_within(wanted) and not _lacks_year(typed, key):
        return _INSIDE if wanted.precision == "interval" else _FINER
    return _worth_of_wider(typed, wanted)


def _worth_of_wider(typed: Period, wanted: Period) -> Worth:
    """The worth of the month or the year that a month, a season or some days lie in."""
    if wanted.precision not in ("month", "season", "interval") or not wanted.is_within(typed):
        return _NOTHING
    if typed.precision == "month":
        return _MONTH_ONLY
    return _YEAR_ONLY if typed.precision == "year" else _NOTHING


def _is_within_a_month(period: Period) -> bool:
    return period.precision == "interval" and period.first[:2] == period.last[:2]


def _has_wrong_year(typed: Period, key: _Key) -> bool:
    """Whether the answer asserts a year in which no part of the key lies."""
    if not (typed.has_year and key.period.has_year):
        return False
    return typed.last[0] < key.period.first[0] or key.period.last[0] < typed.first[0]


def _lacks_year(typed: Period, key: _Key) -> bool:
    return key.period.has_year and not typed.has_year and not key.year_is_optional


def _worth_in_other_calendar(typed: _Stated, key: _Key) -> Worth | None:
    """The worth of a day where the calendars make a difference; None where they make none."""
    year = key.period.year or typed.period.year
    if year is None or year not in YEARS_OF_TWO_CALENDARS or (typed.is_julian and key.is_julian):
        return None
    if key.is_julian:
        if _is_same_day(typed.period, key.period, year):
            return _NEW_STYLE_MARKED if typed.is_gregorian else _NEW_STYLE
        return _NOTHING if typed.is_gregorian else None
    if _is_same_day(key.period, typed.period, year):
        return _OLD_STYLE if typed.is_julian else _OLD_STYLE_UNMARKED
    return _NOTHING if typed.is_julian else None


def _is_same_day(gregorian: Period, julian: Period, year: int) -> bool:
    """Whether the two days are one; a year left out is this year, or the one beside it at its turn."""
    years = (julian.first[0],) if julian.has_year else (year, year - 1)
    found = [day for y in years if (day := gregorian_day((y, *julian.first[1:])))]
    return any(Period(day, day, "day").is_same(gregorian) for day in found)
