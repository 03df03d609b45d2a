"""Wordings of dates: points, spans of time, lists, dates in two calendars, each with its value.

A wording reaches from its first to its last word that the value is made of, with the words for year,
century and era beside them („1917 r.”, „roku 1410”, „V w. p.n.e.”) and „około”. Words that only lead to it
(w, od, do, dnia, na początku) stay outside. A span of time is one wording.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from quizapp.text.annotations import Calendar, DatePart
from quizapp.text.bare_years import is_year, is_years
from quizapp.text.counted import is_counted
from quizapp.text.date_fragments import DASH, GAP, MAYBE_GAP
from quizapp.text.date_leads import lead_before
from quizapp.text.date_points import Point, point_at
from quizapp.text.edtf import Moment, century, days_between, year_of


@dataclass(frozen=True, slots=True)
class Wording:
    """A date as worded from start to end; `last` is set for a span of time.

    `years_after` counts from the year told of before; `taken` names the parts that the words at
    `taken_from` say for it, in a list such as „14 i 20 grudnia”.
    """

    start: int
    end: int
    first: Moment
    last: Moment | None = None
    about: tuple[bool, bool] = (False, False)
    calendar: Calendar = "unstated"
    years_after: int | None = None
    lacks_century: bool = False
    taken: tuple[DatePart, ...] = ()
    taken_from: tuple[int, int] | None = None

    @property
    def exists(self) -> bool:
        """Whether the calendar has it, and a span of time does not end before it begins."""
        julian = self.calendar == "julian"
        if self.last is None:
            return self.first.exists(julian)
        return self.first.exists(julian) and self.last.exists(julian) and self.first.precedes(self.last)


_ABOUT = rf"(?i:ok\.|około|ca\.?|circa){MAYBE_GAP}(?i:dnia{GAP}|roku{GAP}(?=\d))?"
_ABOUT_BEFORE = re.compile(rf"(?<!\w){_ABOUT}\Z")
_ABOUT_HERE = re.compile(_ABOUT)
_DASH = re.compile(DASH)
_UNTIL = re.compile(rf",?{GAP}(?:aż{GAP})?do{GAP}(?:dnia{GAP})?")
_AND = re.compile(rf"{GAP}(?:a|i){GAP}(?:dnia{GAP})?")
_ONTO = re.compile(rf"{GAP}na{GAP}")
_SLASH = re.compile(r"\s?/\s?")
_OPENING = re.compile(rf"{MAYBE_GAP}[(\[]")
_CLOSING = re.compile(r"[)\]]")
_LISTED = re.compile(rf"(?:,|{GAP}(?:i|oraz|lub|albo|a)){GAP}")
_TURN = re.compile(rf"przełom\w{{0,2}}{GAP}(?:(?:wieków|stuleci|lat|roku|miesięcy){GAP})?", re.IGNORECASE)
_MAYBE_GAP = re.compile(MAYBE_GAP)
_CONNECTORS = (
    (_UNTIL, frozenset({"od", "począwszy", "poczynając"})),
    (_AND, frozenset({"między", "pomiędzy"})),
    (_ONTO, frozenset({"z", "ze"})),
)
_LONGEST_LIST = 12


def wordings_at(text: str, start: int, previous: Wording | None) -> tuple[list[Wording], int]:
    """The dates worded from here on in one breath, and where they end; `previous` is the one before.

    Where the words have the form of a date that no calendar has, there is none, but their end is given.
    """
    if turn := _TURN.match(text, start):
        return _turn(text, start, turn.end())
    point = point_at(text, start)
    if point is None:
        return [], start
    whole = _two_calendars(text, point) or _span_of_time(text, point)
    if whole is not None:
        return [whole], whole.end
    if point.is_bare:
        return _listed(text, point) or _alone(text, point, previous)
    return [_wording(point)], point.end


def _turn(text: str, start: int, inside: int) -> tuple[list[Wording], int]:
    point = point_at(text, inside)
    link = _AND.match(text, point.end) if point else None
    other = point_at(text, link.end()) if link else None
    span = _between(text, point, other) if point and other else None
    return ([replace(span, start=start)], span.end) if span else ([], inside)


def _wording(point: Point) -> Wording:
    return Wording(
        point.start,
        point.end,
        point.first,
        point.last,
        years_after=point.years_after,
        lacks_century=point.first.open_digits == 1 and not point.says_year,
    )


def _alone(text: str, point: Point, previous: Wording | None) -> tuple[list[Wording], int]:
    number = point.number
    listed = previous is not None and _LISTED.fullmatch(text, previous.end, point.start) is not None
    after_year = listed and previous is not None and previous.first.precision == "year"
    if number is None or not is_year(text, point.start, point.end, after_year):
        return [], point.end
    return [Wording(point.start, point.end, Moment(number))], point.end


def _span_of_time(text: str, point: Point) -> Wording | None:
    lead = lead_before(text, point.start)
    connectors = [_DASH, *(connector for connector, leads in _CONNECTORS if lead in leads)]
    for connector in connectors:
        if link := connector.match(text, point.end):
            about = _ABOUT_HERE.match(text, link.end())
            other = point_at(text, about.end() if about else link.end())
            span = _between(text, point, other) if other else None
            if span is not None:
                return replace(span, about=(False, about is not None))
    return None


def _between(text: str, first: Point, last: Point) -> Wording | None:
    """The span of time from one point to the other, each completed by what the other says."""
    if first.number is not None and last.number is not None:
        return _years(text, first, last)
    if last.is_bare:
        return _open_year(text, first, last)
    begin, end = _completed(first, last), _completed(last, first)
    if begin is None or end is None:
        return None
    if (
        None not in (begin.year, end.year)
        and end.precedes(begin)
        and not (first.says_year and last.says_year)
    ):
        begin, end = _over_new_year(begin, end, first)
    span = Wording(first.start, last.end, begin, last.last or end, years_after=last.years_after)
    return span if span.exists or first.is_bare else None


def _over_new_year(begin: Moment, end: Moment, first: Point) -> tuple[Moment, Moment]:
    if first.says_year:
        return begin, replace(end, year=(end.year or 0) + 1)
    return replace(begin, year=(begin.year or 0) - 1), end


def _completed(point: Point, other: Point) -> Moment | None:
    """What the point is in the company of the other; None if the two do not go together."""
    if point.roman is not None:
        return _completed_roman(point.roman, other)
    if point.number is not None:
        return _completed_number(point.number, other)
    if not point.says_year:
        return replace(point.first, year=other.first.year)
    if (
        point.before_christ is None
        and other.before_christ
        and point.first.year
        and not point.first.open_digits
    ):
        return replace(point.first, year=year_of(point.first.year, True))
    return point.first


def _completed_roman(numeral: int, other: Point) -> Moment | None:
    if other.first.open_digits == 2:
        return century(numeral, bool(other.before_christ))
    if other.first.precision == "month" and numeral <= 12:
        return replace(other.first, month=numeral)
    return None


def _completed_number(number: int, other: Point) -> Moment | None:
    if other.first.day is not None:
        return replace(other.first, day=number)
    if other.first.precision == "year" and other.says_year and number:
        return Moment(year_of(number, bool(other.before_christ)))
    return None


def _years(text: str, first: Point, last: Point) -> Wording | None:
    """Two bare figures as years: „1914–1918”, „1914–18”."""
    begin, end = first.number or 0, last.number or 0
    if begin >= 1000 and 10 <= end < 100:
        end += begin // 100 * 100
    if begin < end and is_years(text, first.start, last.end, begin, end):
        return Wording(first.start, last.end, Moment(begin), Moment(end))
    return None


def _open_year(text: str, first: Point, last: Point) -> Wording | None:
    """A year and a bare figure as a later one: „od 1914 r. do 1918”."""
    number, begin = last.number or 0, first.first
    if begin.precision != "year" or begin.year is None or not begin.year < number <= 2100:
        return None
    return (
        None
        if is_counted(text, last.start, last.end)
        else Wording(first.start, last.end, begin, Moment(number))
    )


def _two_calendars(text: str, point: Point) -> Wording | None:
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
        return Wording(one.start, other.end, begin, other.first) if _is_next(begin, other.first) else None
    if one.number is not None and (other.number or other.first.precision == "year"):
        return _successive_years(one.number, one, other)
    first, last = _completed(one, other), _completed(other, one)
    apart = days_between(first, last) if first and last else None
    if first is None or last is None or apart is None:
        return None
    if 10 <= abs(apart) <= 13:
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


def _listed(text: str, point: Point) -> tuple[list[Wording], int] | None:
    """Bare figures whose month, year word or century stands at the last of them; None if none does."""
    points = [point]
    while points[-1].is_bare and len(points) < _LONGEST_LIST:
        link = _LISTED.match(text, points[-1].end)
        following = point_at(text, link.end()) if link else None
        if following is None:
            return None
        points.append(following)
    *bare, last = points
    moments = [_completed(one, last) for one in bare]
    if last.is_bare or any(moment is None for moment in moments):
        return None
    return _list_or_span(text, bare, [moment for moment in moments if moment], last), last.end


def _list_or_span(text: str, bare: list[Point], moments: list[Moment], last: Point) -> list[Wording]:
    if len(bare) == 1 and _is_next(moments[0], last.first):
        return [Wording(bare[0].start, last.end, moments[0], last.first, years_after=last.years_after)]
    taken: tuple[DatePart, ...] = ("month", "year") if last.says_year else ("month",)
    listed = [
        Wording(
            one.start,
            one.end,
            moment,
            years_after=last.years_after,
            taken=taken if moment.day else (),
            taken_from=(last.start, last.end) if moment.day else None,
        )
        for one, moment in zip(bare, moments, strict=True)
    ]
    return [*listed, _wording(last)]


def _is_next(moment: Moment, following: Moment) -> bool:
    if moment.open_digits == 2 and moment.year is not None and following.year is not None:
        return abs(following.year // 100 - moment.year // 100) == 1
    return days_between(moment, following) == 1


def with_about(text: str, wording: Wording) -> Wording:
    """The wording with the „około” that stands right before it, if one does."""
    about = _ABOUT_BEFORE.search(text, max(0, wording.start - 24), wording.start)
    if about is None:
        return wording
    return replace(wording, start=about.start(), about=(True, wording.about[1]))
