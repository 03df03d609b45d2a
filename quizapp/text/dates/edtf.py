"""Calendar dates as values: which exist, how they follow one another, how EDTF (ISO 8601-2) writes them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date

from quizapp.text.annotations import Precision

_YEARS = range(-9999, 3000)
_SEASONS = (21, 22, 23, 24)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, season, year, decade or century.

    The year is astronomical (0 is 1 B.C.), None if unknown; a season stands in the place of the month,
    as EDTF numbers it (21 to 24). `open_digits` of the year's last digits are unspecified: one for a
    decade, two for a century.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    open_digits: int = 0

    @property
    def precision(self) -> Precision:
        """How much of the calendar it covers; a season counts as an interval of months."""
        if self.day is not None:
            return "day"
        if self.month is not None:
            return "interval" if self.is_season else "month"
        return ("year", "decade", "century")[self.open_digits]

    @property
    def is_season(self) -> bool:
        """Whether it is a season."""
        return self.month in _SEASONS

    @property
    def edtf(self) -> str:
        """The value in EDTF: "1863-01-22", "XXXX-05", "-0043", "197X", "17XX"."""
        parts = [_written_year(self.year, self.open_digits)]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def exists(self, julian: bool = False) -> bool:
        """Whether the calendar has it: no 31 April, no 29 February of a common year."""
        if self.year is not None and self.year not in _YEARS:
            return False
        if self.month is None:
            return self.day is None and self.year is not None
        if self.day is None:
            return 1 <= self.month <= 12 or self.is_season
        return 1 <= self.month <= 12 and 1 <= self.day <= days_of_month(self.year, self.month, julian)

    def completed_from(self, other: Moment) -> Moment:
        """The same, with the parts that it lacks above its own taken from the other."""
        month = other.month if self.month is None and self.day is not None else self.month
        return replace(self, month=month, year=other.year if self.year is None else self.year)

    def precedes(self, other: Moment) -> bool:
        """Whether it begins before the other begins; unknown years count as the same."""
        years = (0, 0) if None in (self.year, other.year) else (self.year, other.year)
        mine, theirs = (
            (year, at.month or 0, at.day or 0) for year, at in zip(years, (self, other), strict=True)
        )
        return mine < theirs


def days_of_month(year: int | None, month: int, julian: bool = False) -> int:
    """How many days the month has; February 29 where the year is unknown."""
    if month != 2:
        return calendar.monthrange(1, month)[1]
    if year is None or (year % 4 == 0 if julian else calendar.isleap(year)):
        return 29
    return 28


def days_between(first: Moment, second: Moment) -> int | None:
    """The days from one to the other in a common year, the year's end crossed if that is nearer; None if unknown."""
    if None in (first.month, first.day, second.month, second.day):
        return None
    year = max(second.year or first.year or 1, 1)
    begin, end = _day_in(year, first), _day_in(year, second)
    if begin is None or end is None:
        return None
    days = end - begin
    length = 366 if calendar.isleap(year) else 365
    return min((days - length, days, days + length), key=abs)


def follows(moment: Moment, following: Moment) -> bool:
    """Whether the second is the very next day or century."""
    if moment.open_digits == 2 and moment.year is not None and following.year is not None:
        return following.year // 100 - moment.year // 100 == 1
    return days_between(moment, following) == 1


def century(number: int, before_christ: bool = False) -> Moment:
    """The century of that number as EDTF counts: the 19th is 18XX, the 5th B.C. is -04XX."""
    hundreds = (number - 1) * 100
    return Moment(-hundreds - 1 if before_christ else hundreds, open_digits=2)


def part_of_century(
    number: int, parts: int, which: int, before_christ: bool = False
) -> tuple[Moment, Moment]:
    """The first and last year of a half, third, quarter or tenth of a century: the 19th's second half is 1851-1900."""
    before = -100 * number if before_christ else 100 * (number - 1)
    return Moment(before + 1 + 100 * (which - 1) // parts), Moment(before + 100 * which // parts)


def year_of(number: int, before_christ: bool = False) -> int:
    """The astronomical year: 44 B.C. is -43."""
    return 1 - number if before_christ else number


def _written_year(year: int | None, open_digits: int) -> str:
    if year is None:
        return "XXXX"
    digits = f"{abs(year):04}"
    kept = digits[: len(digits) - open_digits] + "X" * open_digits
    return "-" + kept if year < 0 else kept


def _day_in(year: int, at: Moment) -> int | None:
    try:
        return date(year, at.month or 0, at.day or 0).toordinal()
    except ValueError:
        return None
