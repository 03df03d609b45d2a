"""One day in two calendars („14/26 grudnia”, „19 lutego (3 marca) 1861”), and days joined by a slash."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.text.dates.counted import is_counted
from quizapp.text.dates.edtf import Moment, century, days_between, follows, year_of
from quizapp.text.dates.fragments import DASH, GAP, MAYBE_GAP
from quizapp.text.dates.leads import lead_before
from quizapp.text.dates.points import Point, point_at
from quizapp.text.dates.ranges import completed, span_of_time
from quizapp.text.dates.styles import STYLE
from quizapp.text.dates.worded import Wording

_SLASH = re.compile(r"\s?/\s?")
_OPENING = re.compile(rf"{MAYBE_GAP}[(\[](?:z\s{{1,2}})?")
_CLOSING = re.compile(rf"(?:{STYLE})?[)\]]", re.IGNORECASE)
_MAYBE_GAP = re.compile(MAYBE_GAP)
_SPANS_OF_DAYS = re.compile(
    rf"(?P<old>\d{{1,2}})(?:{DASH}|{GAP}do{GAP})\d{{1,2}}{MAYBE_GAP}[(\[/]"
    rf"(?P<new>\d{{1,2}})(?:{DASH}|{GAP}do{GAP})(?P<last>\d{{1,2}})(?:[)\]]|(?=\s))"
)
_STYLES_APART = range(10, 14)
"""The days between the Julian and the Gregorian calendar, from 1582 to today."""


def two_calendars(text: str, point: Point) -> Wording | None:
    """One day in the old and the new style („14/26 grudnia”, „19 lutego (3 marca) 1861”).

    The value is the later of the two, which is the Gregorian one. Two days or years in succession
    („14/15 lipca”, „1939/40”) are a span of time.
    """
    if link := _SLASH.match(text, point.end):
        other = point_at(text, link.end())
        return _paired(point, other) if other else None
    opening = _OPENING.match(text, point.end)
    inner = point_at(text, opening.end()) if opening else None
    closing = _CLOSING.match(text, inner.end) if inner else None
    if inner is None or closing is None:
        return _days_in_two_calendars(text, point)
    return _bracketed(text, point, inner, closing.end())


def _days_in_two_calendars(text: str, point: Point) -> Wording | None:
    """A span of days in both styles whose month stands after the new: „14–17 (26–29) listopada”."""
    days = _SPANS_OF_DAYS.match(text, point.start)
    tail = _tail(text, days.end()) if days and point.number is not None else None
    if days is None or tail is None or tail.first.month is None or tail.first.day is not None:
        return None
    old, new = (Moment(tail.first.year, tail.first.month, int(days[name])) for name in ("old", "new"))
    if days_between(old, new) not in _STYLES_APART:
        return None
    last = replace(new, day=int(days["last"]))
    return Wording(point.start, tail.end, new, last, calendar="gregorian", years_after=tail.years_after)


def span_in_two_calendars(text: str, span: Wording) -> Wording | None:
    """A span of days with the same in the new style after it: „4 na 5 maja (16 na 17 maja) 1861”."""
    opening = _OPENING.match(text, span.end)
    point = point_at(text, opening.end()) if opening else None
    inner = span_of_time(text, point, lead_before(text, span.start)) if point else None
    closing = _CLOSING.match(text, inner.end) if inner else None
    if inner is None or inner.last is None or closing is None:
        return None
    if abs(days_between(span.first, inner.first) or 0) not in _STYLES_APART:
        return None
    tail = _tail(text, closing.end())
    year = tail.first.year if tail and tail.says_year else inner.last.year or span.first.year
    first, last = replace(inner.first, year=year), replace(inner.last, year=year)
    return Wording(span.start, tail.end if tail else closing.end(), first, last, calendar="gregorian")


def _bracketed(text: str, outer: Point, inner: Point, end: int) -> Wording | None:
    tail = _tail(text, end)
    if tail is not None:
        outer, inner = _with_tail(outer, tail), _with_tail(inner, tail)
    pair = _paired(outer, inner)
    if pair is None or pair.calendar != "gregorian":
        return None
    return replace(pair, end=tail.end if tail else end)


def _tail(text: str, end: int) -> Point | None:
    """The month or year that stands after the bracket and belongs to what is before and inside it."""
    gap = _MAYBE_GAP.match(text, end)
    tail = point_at(text, gap.end()) if gap else None
    if tail is None or tail.first.day is not None:
        return None
    if tail.number is not None:
        is_year = tail.number >= 1000 and not is_counted(text, tail.start, tail.end)
        return replace(tail, first=Moment(tail.number), number=None, says_year=True) if is_year else None
    return (
        tail if tail.first.precision in ("month", "year") and (tail.says_year or tail.first.month) else None
    )


def _with_tail(point: Point, tail: Point) -> Point:
    if point.number is not None and tail.first.month:
        return replace(
            point, first=replace(tail.first, day=point.number), number=None, says_year=tail.says_year
        )
    if point.says_year or not tail.says_year:
        return point
    return replace(point, first=replace(point.first, year=tail.first.year), says_year=True)


def _paired(one: Point, other: Point) -> Wording | None:
    if one.first.is_season and one.first.year is not None:
        return _season_over_new_year(one.first, one, other)
    if one.roman is not None and other.first.open_digits == 2:
        begin = century(one.roman, bool(other.before_christ))
        return Wording(one.start, other.end, begin, other.first) if follows(begin, other.first) else None
    if one.first.precision == "year" and one.first.year is not None and other.number is not None:
        return _successive_years(one.first.year, one, other)
    if one.number is not None and (other.number or other.first.precision == "year"):
        return _successive_years(one.number, one, other)
    first, last = completed(one, other), completed(other, one)
    apart = days_between(first, last) if first and last else None
    if first is None or last is None or apart is None:
        return None
    if abs(apart) in _STYLES_APART:
        later = last if apart > 0 else first
        return Wording(one.start, other.end, later, calendar="gregorian", years_after=other.years_after)
    if apart == 1:
        return Wording(one.start, other.end, first, last, years_after=other.years_after)
    return None


def _season_over_new_year(season: Moment, one: Point, other: Point) -> Wording | None:
    """„Zimą 1806/1807”, „zimą 379/378 p.n.e.”: the season of the first of the two years."""
    year = season.year or 0
    if other.number is not None:
        return Wording(one.start, other.end, season) if _follows(year, other.number) else None
    if other.first.precision != "year" or other.first.year is None:
        return None
    before_christ = bool(other.before_christ) and one.before_christ is None
    begin = year_of(year, True) if before_christ else year
    if other.first.year != begin + 1:
        return None
    return Wording(one.start, other.end, replace(season, year=begin))


def _successive_years(number: int, one: Point, other: Point) -> Wording | None:
    following = other.number if other.number is not None else other.first.year
    if number < 1000 or following is None or not _follows(number, following):
        return None
    return Wording(one.start, other.end, Moment(number), Moment(number + 1))


def _follows(year: int, figure: int) -> bool:
    return figure in (year + 1, (year + 1) % 100)
