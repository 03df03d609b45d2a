"""Spans of time between two points: „1914–1918”, „od 5 do 16 maja”, „w nocy z 6 na 7 maja”."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.text.dates.bare_years import are_descending_years, is_years
from quizapp.text.dates.counted import is_counted
from quizapp.text.dates.edtf import Moment, century, year_of
from quizapp.text.dates.fragments import ABOUT, DASH, GAP
from quizapp.text.dates.leads import lead_before, word_before
from quizapp.text.dates.points import Point, point_at
from quizapp.text.dates.worded import Wording

_ABOUT_HERE = re.compile(ABOUT)
_DASH = re.compile(DASH)
_PART = rf"(?i:początku|połowy|końca|schyłku|pierwszych{GAP}dni|ostatnich{GAP}dni)"
_AFTER_PART = re.compile(rf"(?<!\w)(?i:od){GAP}{_PART}{GAP}\Z")
_UNTIL = re.compile(rf",?{GAP}(?:aż{GAP})?do{GAP}(?:dnia{GAP}|{_PART}{GAP})?")
_AND = re.compile(rf"{GAP}(?:a|i){GAP}(?:dnia{GAP})?")
_ONTO = re.compile(rf"{GAP}na{GAP}")
_TURN = re.compile(
    rf"przełom\w{{0,2}}{GAP}(?:(?:wieków|stuleci|roku|miesięcy){GAP}|lat{GAP}(?=\d{{3}}))?", re.IGNORECASE
)
_TURN_LINK = re.compile(rf"{GAP}(?:a|i){GAP}|\s?/\s?")
_CONNECTORS = (
    (_UNTIL, frozenset({"od", "począwszy", "poczynając"})),
    (_AND, frozenset({"między", "pomiędzy"})),
    (_ONTO, frozenset({"z", "ze"})),
)


def turn_at(text: str, start: int) -> Wording | None:
    """The turn of two years, centuries or months that is worded here: „przełomie XVIII i XIX wieku”."""
    turn = _TURN.match(text, start)
    point = point_at(text, turn.end()) if turn else None
    if point is None:
        return None
    if point.last is not None:
        return Wording(start, point.end, point.first, point.last, lacks_century=not point.says_year)
    link = _TURN_LINK.match(text, point.end)
    other = point_at(text, link.end()) if link else None
    span = _between(text, point, other) if other else None
    return replace(span, start=start) if span else None


def span_of_time(text: str, point: Point, lead: str | None = None) -> Wording | None:
    """The span of time that begins with the point; None if none is worded there.

    `lead` is the word that tells which words may join the two ends; without it, the one before the point.
    """
    lead = _lead(text, point.start) if lead is None else lead
    connectors = [_DASH, *(connector for connector, leads in _CONNECTORS if lead in leads)]
    if point.number is not None and point.number <= 31 and _UNTIL not in connectors:
        connectors.append(_UNTIL)
    for connector in connectors:
        if link := connector.match(text, point.end):
            about = _ABOUT_HERE.match(text, link.end())
            other = point_at(text, about.end() if about else link.end())
            span = _between(text, point, other) if other else None
            if span is not None:
                return replace(span, about=(False, about is not None))
    return None


def _lead(text: str, start: int) -> str:
    """The word that leads to the span: „od” also where a part is named („od końca maja”), „z” for „w nocy”."""
    if _AFTER_PART.search(text, max(0, start - 30), start):
        return "od"
    return "z" if word_before(text, start).casefold() in ("noc", "nocy") else lead_before(text, start)


def _between(text: str, first: Point, last: Point) -> Wording | None:
    """The span of time from one point to the other, each completed by what the other says."""
    if first.number is not None and last.number is not None:
        return _years(text, first, last)
    if last.is_bare:
        return _open_year(text, first, last)
    begin, end = completed(first, last), completed(last, first)
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


def completed(point: Point, other: Point) -> Moment | None:
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
    """Two bare figures as years: „1914–1918”, „1914–18”, „1914–8”."""
    begin, end = first.number or 0, last.number or 0
    if begin >= 1000 and 10 <= end < 100:
        end += begin // 100 * 100
    elif begin >= 1000 and end < 10 and last.start - first.end == 1:
        end += begin // 10 * 10
    if begin < end and is_years(text, first.start, last.end, begin, end):
        return Wording(first.start, last.end, Moment(begin), Moment(end))
    if are_descending_years(text, first.start, last.end, begin, end):
        return Wording(first.start, last.end, Moment(year_of(begin, True)), Moment(year_of(end, True)))
    return None


def _open_year(text: str, first: Point, last: Point) -> Wording | None:
    """A year and a bare figure as a later one: „od 1914 r. do 1918”, „zimą 1812–1813”."""
    number, begin = last.number or 0, first.first
    if begin.is_season and begin.year is not None and number in (begin.year + 1, (begin.year + 1) % 100):
        return Wording(first.start, last.end, begin)
    if begin.precision != "year" or begin.year is None or not max(begin.year, 99) < number <= 2100:
        return None
    return (
        None
        if is_counted(text, last.start, last.end)
        else Wording(first.start, last.end, begin, Moment(number))
    )
