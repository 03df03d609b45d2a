"""Dates as stretches of days, so that one can lie within another."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

Day = tuple[int, int, int]
"""Year, month, day. The year is 0 where it is not known, and the day may be 31 in any month."""

_SINGLE = re.compile(r"(-?(?:\d{4,}|\d{3}X|\d{2}XX)|XXXX)(?:-(\d\d)(?:-(\d\d))?)?[~?%]?")
_FIRST_OF_TWO, _LAST_OF_TWO = (1582, 10, 5), (9000, 1, 1)
_DAY_BEFORE_YEAR_1 = 1_721_425
"""The Julian day number of the day before 1 January of the year 1 in the Gregorian calendar."""


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day that a date may mean to the last, and how precisely it says so."""

    first: Day
    last: Day
    precision: str
    has_year: bool = True

    @property
    def year(self) -> int | None:
        """The year that the period begins in, if that is known."""
        return self.first[0] if self.has_year else None

    def without_year(self) -> Period:
        """The same days of any year."""
        return replace(self, first=(0, *self.first[1:]), last=(0, *self.last[1:]), has_year=False)

    def is_same(self, other: Period) -> bool:
        """Whether both say the same; a year that only one of them has is no difference."""
        mine, theirs = _alike(self, other)
        return mine == theirs

    def is_within(self, other: Period) -> bool:
        """Whether all its days are the other's; a year that only one of them has is no difference."""
        mine, theirs = _alike(self, other)
        return theirs.first <= mine.first and mine.last <= theirs.last

    def overlaps(self, other: Period) -> bool:
        """Whether they share a day; a year that only one of them has is no difference."""
        mine, theirs = _alike(self, other)
        return mine.first <= theirs.last and theirs.first <= mine.last


def period_of(edtf: str) -> Period | None:
    """The period that an EDTF string stands for; None for seasons, sets, open ends, and what is no EDTF."""
    begin, slash, end = edtf.partition("/")
    first, last = _single(begin), _single(end or begin)
    if first is None or last is None or first.has_year != last.has_year:
        return None
    if not slash:
        return first
    return Period(first.first, last.last, _precision(first, last), first.has_year)


def gregorian_day(julian: Day) -> Day | None:
    """The day of the Gregorian calendar that a day of the Julian one was; None before there were two."""
    year, month, day = julian
    if not _FIRST_OF_TWO <= julian < _LAST_OF_TWO:
        return None
    january_last = (14 - month) // 12
    shifted_year, shifted_month = year + 4800 - january_last, month + 12 * january_last - 3
    number = day + (153 * shifted_month + 2) // 5 + 365 * shifted_year + shifted_year // 4 - 32083
    found = date.fromordinal(number - _DAY_BEFORE_YEAR_1)
    return found.year, found.month, found.day


def _precision(first: Period, last: Period) -> str:
    """What a span of time is called: ten years from a 0 to a 9 are a decade, a hundred likewise a century."""
    years = last.last[0] - first.first[0] + 1
    is_round = (first.first[0] if first.first[0] >= 0 else last.last[0]) % (years or 1) == 0
    if first.precision == last.precision == "year" and first.has_year and is_round and years in (10, 100):
        return "decade" if years == 10 else "century"
    return "interval"


def _single(edtf: str) -> Period | None:
    found = _SINGLE.fullmatch(edtf)
    if found is None:
        return None
    year, month, day = found.groups()
    if "X" in year and year != "XXXX":
        first, last = sorted(int(year.replace("X", digit)) for digit in "09")
        return Period((first, 1, 1), (last, 12, 31), "century" if year.endswith("XX") else "decade")
    has_year = year != "XXXX"
    number = int(year) if has_year else 0
    precision = "day" if day else "month" if month else "year"
    if not 1 <= int(month or 1) <= 12:  # a season
        return None
    first_day = (number, int(month or 1), int(day or 1))
    return Period(first_day, (number, int(month or 12), int(day or 31)), precision, has_year)


def _alike(one: Period, other: Period) -> tuple[Period, Period]:
    if one.has_year and other.has_year:
        return one, other
    return one.without_year(), other.without_year()
