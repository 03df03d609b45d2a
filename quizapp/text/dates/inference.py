"""The parts of a date that stand elsewhere in the text: which year „3 maja” has, and who says so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from quizapp.text.annotations import DateMention, DatePart
from quizapp.text.dates.bare_seasons import month_within, year_of_season
from quizapp.text.dates.edtf import Moment, days_between
from quizapp.text.dates.fragments import AFTER_CHRIST
from quizapp.text.dates.narrative import Layout, Narrative, Told
from quizapp.text.dates.relative import Relative
from quizapp.text.dates.worded import Wording
from quizapp.text.spans import Span

_JOINED = re.compile(r"(?:\s{0,3}(?:,|–|—|-)|\s{1,3}(?:i|oraz|lub|albo|a))\s{1,3}(?:\w{1,4}\s{1,3})?")
_AFTER_CHRIST = re.compile(AFTER_CHRIST)
_EARLIER = re.compile(r"\bwcześniej\W{1,3}(?:\w{1,4}\s)?\Z")
_OVER_NEW_YEAR, _SHORT = 7, 20
_FOUR_FIGURES = 1000
_WINTER = 24
_LONG, _FARTHER, _BACK = 60, 5, 5
"""Years from a date before Christ to the same figure after him from which that reading is doubted at all,
and how many times farther it must be than the reading before Christ."""
_DATE_PARTS: dict[str, tuple[DatePart, ...]] = {
    "day": ("day", "month", "year"),
    "month": ("month", "year"),
    "year": ("year",),
}


@dataclass(frozen=True, slots=True)
class _EraBefore:
    """The years before Christ that a text spans, said once for all its years; `said` is where."""

    earliest: int
    latest: int
    said: Told

    @classmethod
    def of(cls, text: str, wordings: Sequence[Wording | Relative]) -> _EraBefore | None:
        """The era of a text that counts its bare years down within a span of years before Christ.

        None where it says a year to be after Christ, or its bare years rise: „27 r. p.n.e. … W 410 r. … W 476 r.”.
        """
        sure = [one for one in wordings if isinstance(one, Wording) and _is_sure(one.first)]
        before = [one for one in sure if _year(one) <= 0]
        bare = [one for one in sure if _may_leave_out_era(text, one) and _year(one) < _FOUR_FIGURES]
        if not before or any(_says_after_christ(text, one) for one in sure) or not _falls(bare):
            return None
        said = min(before, key=_year)
        span = Span.of(text, said.start, said.end)
        ends = [at.year for one in before for at in (one.first, one.last) if at and at.year is not None]
        era = cls(min(ends), max(ends), Told(said.first, span, span))
        return era if all(era.covers(one) for one in bare) else None

    def covers(self, wording: Wording) -> bool:
        """Whether the year, read as one before Christ, lies within the span."""
        return self.earliest <= 1 - _year(wording) <= self.latest


@dataclass(frozen=True, slots=True)
class _Context:
    layout: Layout
    said: list[Told]
    same_day: dict[tuple[int | None, int | None], Told]
    only_year: Told | None
    only_century: Told | None
    era: _EraBefore | None

    @classmethod
    def of(cls, layout: Layout, wordings: Sequence[Wording | Relative]) -> _Context:
        said = _said(layout.text, wordings)
        with_spans = said + _said(layout.text, wordings, spans=True)
        by_day: dict[tuple[int | None, int | None], list[Told]] = {}
        for told in said:
            by_day.setdefault((told.at.month, told.at.day), []).append(told)
        same_day = {day: every[0] for day, every in by_day.items() if day[1] and _agreed(every)}
        era = _EraBefore.of(layout.text, wordings)
        return cls(layout, said, same_day, _agreed(said), _agreed(with_spans, 100), era)

    @property
    def text(self) -> str:
        return self.layout.text


def completed(
    text: str, sentences: Sequence[Span], wordings: Sequence[Wording | Relative]
) -> list[DateMention]:
    """The wordings as dates, in their order, with what they leave out taken from their surroundings.

    A decade whose century nothing tells is no date.

    The year comes from a date that it is joined with, from the same day told elsewhere, from the date told
    of before in this paragraph or one of the two before, from the next in the sentence, from the only year of
    the text, or from the dates before and after where only one year fits between them;
    EDTF writes XXXX where none of these is there. A year that goes on counting down from one before Christ,
    or within the span of years that a text tells to be before Christ, is of the same era. A season is a date
    only in a narrative whose year is known.
    Words that count from another date are one where the narrative says from which.
    """
    layout = Layout.of(text, sentences)
    context = _Context.of(layout, wordings)
    narrative = Narrative(layout)
    dates: list[DateMention] = []
    before_christ: Told | None = None
    wordings = _sharing_distance(text, wordings)
    for wording, following in zip_longest(wordings, wordings[1:]):
        if isinstance(wording, Relative):
            date, told = _counted(context, wording, narrative.base_before(wording.start))
        elif era := _era_left_out(context, wording, before_christ):
            date, told = _of_the_era_before(context, wording, era)
        else:
            date, told = _dated(context, wording, following, narrative.told_before(wording.start))
        if date is None:
            if isinstance(wording, Relative) and wording.leads_to_another_year:
                narrative.forget()
            continue
        if told:
            before_christ = told if told.year <= 0 else None
        dates.append(date)
        narrative.tell(wording.start, told)
    return dates


def _sharing_distance(text: str, wordings: Sequence[Wording | Relative]) -> list[Wording | Relative]:
    """The wordings; in „w styczniu i lutym następnego roku” both are told to be of the next year."""
    shared = list(wordings)
    for place, (one, other) in enumerate(pairwise(wordings)):
        if not isinstance(one, Wording) or not isinstance(other, Wording) or other.years_after is None:
            continue
        if (
            one.first.year is None
            and one.years_after is None
            and _JOINED.fullmatch(text, one.end, other.start)
        ):
            shared[place] = replace(one, years_after=other.years_after)
            shared[place + 1] = replace(other, years_after=0)
    return shared


def _said(text: str, wordings: Sequence[Wording | Relative], *, spans: bool = False) -> list[Told]:
    """The dates, or the beginnings of spans of time, that say their own year."""
    found: list[Told] = []
    for wording in wordings:
        if isinstance(wording, Wording) and (wording.last is not None) is spans and _is_sure(wording.first):
            span = Span.of(text, wording.start, wording.end)
            found.append(Told(wording.first, span, span))
    return found


def _agreed(said: Sequence[Told], unit: int = 1) -> Told | None:
    """The first of the dates if all are of one year (or of one hundred years); else None."""
    return said[0] if len({told.year // unit for told in said}) == 1 else None


def _is_sure(at: Moment) -> bool:
    return at.year is not None and at.open_digits == 0


def _counted(
    context: _Context, wording: Relative, base: Told | None
) -> tuple[DateMention, Told] | tuple[None, None]:
    if base is None or (base.is_night and wording.is_next_day):
        return None, None
    at = wording.counted_from(base.at)
    if at is None or not at.exists():
        return None, None
    span = Span.of(context.text, wording.start, wording.end)
    date = DateMention(span, at.edtf, at.precision, "unstated", _DATE_PARTS[at.precision], base.span)
    return date, Told(at, span, base.year_span)


def _dated(
    context: _Context, wording: Wording, following: Wording | Relative | None, told: Told | None
) -> tuple[DateMention, Told | None] | tuple[None, None]:
    source = _source(context, wording, following, told)
    if source is None and (wording.lacks_century or wording.is_bare_season):
        return None, None
    first, last = wording.first, wording.last
    inferred = wording.taken
    inferred_from = Span.of(context.text, *wording.taken_from) if wording.taken_from else None
    if source is not None and _moved(first, wording, source).exists():
        first, last = _moved(first, wording, source), _moved(last, wording, source) if last else None
        inferred, inferred_from = (
            (*inferred, "century" if wording.lacks_century else "year"),
            source.year_span,
        )
    span = Span.of(context.text, wording.start, wording.end)
    precision = "interval" if last else first.precision
    date = DateMention(
        span, _edtf(first, last, wording), precision, wording.calendar, inferred, inferred_from
    )
    return date, _as_told(first, last, span, source.year_span if source else span)


def _era_left_out(context: _Context, wording: Wording, told: Told | None) -> Told | None:
    """The date before Christ that says the era of a year which leaves it out; None if it does not."""
    if not _may_leave_out_era(context.text, wording):
        return None
    if told and _goes_on_counting(_year(wording), told):
        return told
    return context.era.said if context.era and context.era.covers(wording) else None


def _may_leave_out_era(text: str, wording: Wording) -> bool:
    is_bare = (
        wording.last is None and wording.calendar == "unstated" and not _says_after_christ(text, wording)
    )
    return is_bare and _is_sure(wording.first) and _year(wording) > 0


def _says_after_christ(text: str, wording: Wording) -> bool:
    return _year(wording) > 0 and _AFTER_CHRIST.search(text, wording.start, wording.end) is not None


def _year(wording: Wording) -> int:
    return wording.first.year or 0


def _falls(wordings: Sequence[Wording]) -> bool:
    """Whether the years of several dates fall more often than they rise."""
    steps = [_year(later) - _year(earlier) for earlier, later in pairwise(wordings)]
    return sum(step < 0 for step in steps) > sum(step > 0 for step in steps)


def _goes_on_counting(year: int, told: Told) -> bool:
    """Whether a year goes on counting from one before Christ: „w 133 r. p.n.e. …, w 121 r. …”.

    It counts down; a few years back it may look too: „w 202 r. p.n.e. X, konsul z 205 r., …”.
    """
    before, after = 1 - year - told.year, year - told.year
    return before >= -_BACK and after > _FARTHER * abs(before) and after >= _LONG


def _of_the_era_before(context: _Context, wording: Wording, told: Told) -> tuple[DateMention, Told]:
    at = replace(wording.first, year=1 - (wording.first.year or 0))
    span = Span.of(context.text, wording.start, wording.end)
    edtf = _edtf(at, None, wording)
    date = DateMention(span, edtf, at.precision, wording.calendar, ("year",), told.year_span)
    return date, Told(at, span, told.year_span)


def _edtf(first: Moment, last: Moment | None, wording: Wording) -> str:
    written = [
        at.edtf + "~" * about
        for at, about in zip((first, last), wording.about, strict=True)
        if at is not None
    ]
    return "/".join(written)


def _as_told(first: Moment, last: Moment | None, span: Span, year_span: Span) -> Told | None:
    """What others can lean on: the end of a span of time inside one year, or of two days in succession."""
    at = last or first
    is_night = last is not None and days_between(first, last) == 1
    if not _is_sure(at) or (last is not None and last.year != first.year and not is_night):
        return None
    return Told(at, span, year_span, is_night)


def _moved(at: Moment, wording: Wording, source: Told) -> Moment:
    if wording.lacks_century:
        return replace(at, year=source.year // 100 * 100 + (at.year or 0))
    return replace(at, year=source.year + (at.year or 0) + (wording.years_after or 0))


def _source(
    context: _Context, wording: Wording, following: Wording | Relative | None, told: Told | None
) -> Told | None:
    """The date that says the year (or century) which the wording leaves out."""
    if wording.first.year is not None and not wording.lacks_century:
        return None
    if wording.lacks_century:
        of_century = told or context.only_century
        return of_century if of_century and of_century.year > 0 else None  # before Christ decades count down
    if wording.years_after is not None:
        return told
    if wording.is_bare_season:
        return _joined(context.text, wording, following) or year_of_season(context.layout, wording, told)
    return (
        _joined(context.text, wording, following)
        or context.same_day.get((wording.first.month, wording.first.day))
        or _after(context.text, wording, told)
        or context.only_year
        or _next_in_sentence(context, wording)
        or _between(context, wording)
    )


def _joined(text: str, wording: Wording, following: Wording | Relative | None) -> Told | None:
    if not isinstance(following, Wording) or not _is_sure(following.first) or following.first.month is None:
        return None
    if _JOINED.fullmatch(text, wording.end, following.start) is None:
        return None
    span = Span.of(text, following.start, following.end)
    return Told(following.first, span, span)


def _after(text: str, wording: Wording, told: Told | None) -> Told | None:
    """The date told of before; a month long before its month is one of the next year.

    „Już wcześniej, 14 grudnia” is before it, if need be in the year before.
    """
    if told is None or told.at.month in (None, _WINTER) or wording.first.month is None:
        return told  # „zimą 2001 roku … w marcu”: the winter that began the year
    if _EARLIER.search(text, max(wording.start - _SHORT, 0), wording.start):
        later = month_within(wording.first) > month_within(told.at)
        return replace(told, at=replace(told.at, year=told.year - 1)) if later else told
    if month_within(told.at) - month_within(wording.first) < _OVER_NEW_YEAR:
        return told
    return replace(told, at=replace(told.at, year=told.year + 1))


def _next_in_sentence(context: _Context, wording: Wording) -> Told | None:
    place = bisect_right(context.said, wording.start, key=lambda told: told.span.start)
    if place == len(context.said):
        return None
    following = context.said[place]
    inside = context.layout.sentences_between(wording.start, following.span.start) == 0
    return following if inside and following.at.month is not None else None


def _between(context: _Context, wording: Wording) -> Told | None:
    """The date before or after it whose year alone fits: „29 listopada 1830 … 5 grudnia … w styczniu 1831”."""
    place = bisect_right(context.said, wording.start, key=lambda told: told.span.start)
    around = context.said[place - 1 : place + 1] if place else []
    if len(around) < 2 or any(told.at.month is None for told in around) or wording.first.month is None:
        return None
    before, after = around
    fitting = [
        told
        for told in around
        if before.at.precedes(replace(wording.first, year=told.year))
        and replace(wording.first, year=told.year).precedes(after.at)
    ]
    near = after.year - before.year in (0, 1)
    return fitting[0] if near and len({told.year for told in fitting}) == 1 else None
