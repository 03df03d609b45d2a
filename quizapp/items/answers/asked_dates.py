"""Dates as an answer means them where the question says the rest: which century a year is of, when a season is."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.items.periods import Day, Period, period_of
from quizapp.text.dates.answers import read_date

_SEASON = re.compile(r"(-?\d{4,}|XXXX)-(2[1-4])[~?%]?")
_SEASONS: dict[str, tuple[tuple[int, int], tuple[int, int, int]]] = {
    "21": ((3, 1), (0, 6, 21)),
    "22": ((6, 1), (0, 9, 23)),
    "23": ((9, 1), (0, 12, 21)),
    "24": ((12, 1), (1, 3, 21)),
}
"""From the first day of its first month to the last day that the calendar gives it; the winter ends a year later."""
_YEAR_OF_TWO_FIGURES = re.compile(r"(.{3,40}?[\s./-])'?(\d\d)(?: ?r\.?| roku)?\s*")
_ROMAN = re.compile(r"\s*[IVXivx]{1,5}\.?\s*")


def asked_period(edtf: str) -> Period | None:
    """The period of an EDTF string as schools count: the 16th century from 1501 to 1600, and seasons too."""
    if season := _SEASON.fullmatch(edtf):
        return _season(*season.groups())
    period = period_of(edtf)
    if period is None or period.precision != "century" or period.first[0] < 0:
        return period
    first, last = (_next_year(day) for day in (period.first, period.last))
    return replace(period, first=first, last=last)


def completed(text: str, key: Period) -> str:
    """An answer with what only the question makes clear: „3.12.17” of 1917, „XVI” of a century."""
    if key.precision == "century" and _ROMAN.fullmatch(text):
        return f"{text.strip(' .')} wiek"
    found = _YEAR_OF_TWO_FIGURES.fullmatch(text)
    if found is None or not key.has_year or key.first[0] < 100:
        return text
    day = read_date(found[1])
    is_day = day is not None and day.day is not None and day.year is None and day.end is None
    return f"{found[1]}{key.first[0] // 100}{found[2]}" if is_day else text


def _season(year: str, number: str) -> Period:
    has_year = year != "XXXX"
    begun = int(year) if has_year else 0
    (month, day), (later, last_month, last_day) = _SEASONS[number]
    return Period((begun, month, day), (begun + later, last_month, last_day), "season", has_year)


def _next_year(day: Day) -> Day:
    return (day[0] + 1, *day[1:])
