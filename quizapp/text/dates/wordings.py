"""Wordings of dates: points, spans of time, lists, dates in two calendars, each with its value.

A wording reaches from its first to its last word that the value is made of, with the words for year,
century and era beside them („1683 r.”, „roku 1410”, „V w. p.n.e.”) and „około”. Words that only lead to it
(w, od, do, dnia, w latach, na początku) stay outside. A span of time is one wording.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.text.annotations import DatePart
from quizapp.text.dates.bare_years import is_year
from quizapp.text.dates.edtf import Moment, follows, year_of
from quizapp.text.dates.fragments import ABOUT, DASH, GAP
from quizapp.text.dates.points import Point, point_at
from quizapp.text.dates.ranges import completed, span_of_time, turn_at
from quizapp.text.dates.two_calendars import span_in_two_calendars, two_calendars
from quizapp.text.dates.worded import Wording

_ABOUT_BEFORE = re.compile(rf"(?<!\w){ABOUT}\Z")
_PART_OF_SEASON = re.compile(rf"(?<!\w)(?i:wczesn|późn)(?:ą|ym|ej|ego|e){GAP}\Z")
_LISTED = re.compile(rf"(?:,|{GAP}(?:i|oraz|lub|albo|a)){GAP}")
_DEATH = re.compile(rf"[,;]?{GAP}zm\.{GAP}")
_GOES_ON = re.compile(rf"{DASH}|\s?/|{GAP}do{GAP}")


def wordings_at(text: str, start: int, previous: Wording | None) -> tuple[list[Wording], int]:
    """The dates worded from here on in one breath, and where they end; `previous` is the one before.

    Where the words have the form of a date that no calendar has, there is none, but their end is given.
    """
    if turn := turn_at(text, start):
        return [turn], turn.end
    point = point_at(text, start)
    if point is None:
        return [], start
    whole = two_calendars(text, point) or span_of_time(text, point)
    whole = (whole and span_in_two_calendars(text, whole)) or whole
    if whole is not None:
        return [whole], whole.end
    if point.is_bare:
        return _listed(text, point, previous)
    return [_wording(point)], point.end


def _wording(point: Point) -> Wording:
    return Wording(
        point.start,
        point.end,
        point.first,
        point.last,
        years_after=point.years_after,
        lacks_century=point.first.open_digits == 1 and not point.says_year,
    )


def _listed(text: str, point: Point, previous: Wording | None) -> tuple[list[Wording], int]:
    """Bare figures, joined by commas and „i”, whose month, year word or century stands at the last of them."""
    bare, last = _chain(text, point)
    moments = [completed(one, last) for one in bare] if last else []
    if last is None or None in moments:
        return _bare_years(text, bare, previous), bare[-1].end
    return _list_or_span(bare, [moment for moment in moments if moment], last), last.end


def _chain(text: str, point: Point) -> tuple[list[Point], Point | None]:
    """The bare figures of a list, and the fuller date that it ends with, if it does."""
    bare = [point]
    while link := _LISTED.match(text, bare[-1].end):
        following = point_at(text, link.end())
        if following is None or _GOES_ON.match(text, following.end):
            break
        if not following.is_bare:
            return bare, following
        bare.append(following)
    return bare, None


def _bare_years(text: str, bare: list[Point], previous: Wording | None) -> list[Wording]:
    """Those of the figures that are years by themselves, or because they are listed after years."""
    listed = previous is not None and _LISTED.fullmatch(text, previous.end, bare[0].start) is not None
    after_year = listed and previous is not None and previous.first.precision == "year"
    years: list[Wording] = []
    for one in bare:
        after_year = one.number is not None and is_year(text, one.start, one.end, after_year)
        if after_year:
            year = year_of(one.number or 0, _died_before_christ(text, one.end))
            years.append(Wording(one.start, one.end, Moment(year)))
    return years


def _died_before_christ(text: str, end: int) -> bool:
    """Whether the year is one of birth, and that of death is told next, with the era that both are in."""
    death = _DEATH.match(text, end)
    point = point_at(text, death.end()) if death else None
    return point is not None and bool(point.before_christ)


def _list_or_span(bare: list[Point], moments: list[Moment], last: Point) -> list[Wording]:
    if len(bare) == 1 and follows(moments[0], last.first):
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


def with_part_of_season(text: str, wording: Wording) -> Wording:
    """The wording with the adjective that narrows its season down: „późną jesienią 1605 roku”."""
    before = _PART_OF_SEASON.search(text, max(0, wording.start - 24), wording.start)
    if before is None or not wording.first.is_season:
        return wording
    return replace(wording, start=before.start())


def with_about(text: str, wording: Wording) -> Wording:
    """The wording with the „około” that stands right before it, if one does."""
    about = _ABOUT_BEFORE.search(text, max(0, wording.start - 24), wording.start)
    if about is None:
        return wording
    return replace(wording, start=about.start(), about=(True, wording.about[1]))
