"""One day in two calendars („3/15 grudnia”, „25 października (7 listopada) 1917”), and days joined by a slash."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.text.date_fragments import MAYBE_GAP
from quizapp.text.date_leads import lead_before
from quizapp.text.date_points import Point, point_at
from quizapp.text.date_spans import completed, span_of_time
from quizapp.text.edtf import Moment, century, days_between, follows
from quizapp.text.wording import Wording

_SLASH = re.compile(r"\s?/\s?")
_OPENING = re.compile(rf"{MAYBE_GAP}[(\[](?:z\s{{1,2}})?")
_CLOSING = re.compile(r"[)\]]")
_MAYBE_GAP = re.compile(MAYBE_GAP)
_STYLES_APART = range(10, 14)
"""The days between the Julian and the Gregorian calendar, from 1582 to today."""


def two_calendars(text: str, point: Point) -> Wording | None:
    """One day in the old and the new style („3/15 grudnia”, „25 października (7 listopada) 1917”).

    The value is the later of the two, which is the Gregorian one. Two days or years in succession
    („14/15 lipca”, „1939/40”) are a span of time.
    """
    if link := _SLASH.match(text, point.end):
        other = point_at(text, link.end())
        return _paired(text, point, other) if other else None
    opening = _OPENING.match(text, point.end)
    inner = point_at(text, opening.end()) if opening else None
    closing = _CLOSING.match(text, inner.end) if inner else None
    if inner is None or closing is None:
        return None
    return _bracketed(text, point, inner, closing.end())


def span_in_two_calendars(text: str, span: Wording) -> Wording | None:
    """A span of days with the same in the new style after it: „24 na 25 października (6 na 7 listopada) 1917”."""
    opening = _OPENING.match(text, span.end)
    point = point_at(text, opening.end()) if opening else None
    inner = span_of_time(text, point, lead_before(text, span.start)) if point else None
    closing = _CLOSING.match(text, inner.end) if inner else None
    if inner is None or inner.last is None or closing is None:
        return None
    gap = _MAYBE_GAP.match(text, closing.end())
    tail = point_at(text, gap.end()) if gap else None
    year, end = inner.last.year or span.first.year, closing.end()
    if tail is not None and (tail.number or 0) >= 1000:
        year, end = tail.number, tail.end
    elif tail is not None and tail.first.precision == "year" and tail.says_year:
        year, end = tail.first.year, tail.end
    if abs(days_between(span.first, inner.first) or 0) not in _STYLES_APART:
        return None
    first, last = replace(inner.first, year=year), replace(inner.last, year=year)
    return Wording(span.start, end, first, last, calendar="gregorian")


def _bracketed(text: str, outer: Point, inner: Point, end: int) -> Wording | None:
    gap = _MAYBE_GAP.match(text, end)
    tail = point_at(text, gap.end()) if gap else None
    if tail is not None and tail.first.day is None and (tail.says_year or tail.first.month):
        outer, inner = (_with_tail(point, tail) for point in (outer, inner))
        end = tail.end
    elif tail is not None and tail.number is not None and tail.number >= 1000 and not outer.is_bare:
        year = Point(tail.start, tail.end, Moment(tail.number), says_year=True)
        outer, inner = (_with_tail(point, year) for point in (outer, inner))
        end = tail.end
    pair = _paired(text, outer, inner)
    return replace(pair, end=end) if pair and pair.calendar == "gregorian" else None


def _with_tail(point: Point, tail: Point) -> Point:
    if point.number is not None and tail.first.month:
        return replace(
            point, first=replace(tail.first, day=point.number), number=None, says_year=tail.says_year
        )
    if point.says_year or not tail.says_year:
        return point
    return replace(point, first=replace(point.first, year=tail.first.year), says_year=True)


def _paired(text: str, one: Point, other: Point) -> Wording | None:
    if other.number is not None and one.first.year is not None and one.first.month in range(21, 25):
        return Wording(one.start, other.end, one.first) if _follows(one.first.year, other.number) else None
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


def _successive_years(number: int, one: Point, other: Point) -> Wording | None:
    following = other.number if other.number is not None else other.first.year
    if number < 1000 or following is None or not _follows(number, following):
        return None
    return Wording(one.start, other.end, Moment(number), Moment(number + 1))


def _follows(year: int, figure: int) -> bool:
    return figure in (year + 1, (year + 1) % 100)
