"""The parts of a date that stand elsewhere in the text: which year „3 maja” has, and who says so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from quizapp.text.annotations import DateMention, DatePart
from quizapp.text.edtf import Moment
from quizapp.text.relative_dates import Relative
from quizapp.text.spans import Span
from quizapp.text.wording import Wording

_JOINED = re.compile(r"(?:\s{0,3}(?:,|–|—|-)|\s{1,3}(?:i|oraz|lub|albo|a))\s{1,3}(?:\w{1,4}\s{1,3})?")
_NEW_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_LIFE = re.compile(r"(?:(?<!\w)(?i:ur|zm)\.|[*†])\s{0,2}(?:w\s{1,2})?\Z")
_OVER_NEW_YEAR = 7
_FAR = 5_000
_DATE_PARTS: dict[str, tuple[DatePart, ...]] = {
    "day": ("day", "month", "year"),
    "month": ("month", "year"),
    "year": ("year",),
}


@dataclass(frozen=True, slots=True)
class _Told:
    """A date that others can lean on: its value, where it stands, and where its year is said."""

    at: Moment
    span: Span
    year_span: Span

    @property
    def year(self) -> int:
        return self.at.year or 0


@dataclass(frozen=True, slots=True)
class _Context:
    text: str
    sentence_starts: list[int]
    said: list[_Told]
    same_day: dict[tuple[int | None, int | None], _Told]
    only_year: _Told | None
    only_century: _Told | None

    @classmethod
    def of(cls, text: str, sentences: Sequence[Span], said: list[_Told]) -> _Context:
        by_day: dict[tuple[int | None, int | None], list[_Told]] = {}
        for told in said:
            by_day.setdefault((told.at.month, told.at.day), []).append(told)
        same_day = {day: every[0] for day, every in by_day.items() if day[1] and _agreed(every)}
        starts = [sentence.start for sentence in sentences]
        return cls(text, starts, said, same_day, _agreed(said), _agreed(said, 100))

    def sentences_between(self, start: int, end: int) -> int:
        return bisect_right(self.sentence_starts, end) - bisect_right(self.sentence_starts, start)

    def paragraphs_between(self, start: int, end: int) -> int:
        return len(_NEW_PARAGRAPH.findall(self.text, start, max(start, end)))


def completed(
    text: str, sentences: Sequence[Span], wordings: Sequence[Wording | Relative]
) -> list[DateMention]:
    """The wordings as dates, in their order, with what they leave out taken from their surroundings.

    A decade whose century nothing tells is no date.

    The year comes from a date that it is joined with, from the same day told elsewhere, from the date told
    of before in this paragraph or the last, from the next in the sentence, or from the only year of the text;
    EDTF writes XXXX where none of these is there. Words that count from another date are a date only where
    that one is the last before them, in their own sentence or the sentence before.
    """
    context = _Context.of(text, sentences, _said(text, wordings))
    dates: list[DateMention] = []
    last: _Told | None = None
    told: _Told | None = None
    for wording, following in zip_longest(wordings, wordings[1:]):
        if isinstance(wording, Relative):
            date, at = _counted(context, wording, last)
        else:
            date, at = _dated(context, wording, following, told)
        if date is None:
            continue
        dates.append(date)
        last = at
        told = told if last is None or _is_aside(text, last) else last
    return dates


def _said(text: str, wordings: Sequence[Wording | Relative]) -> list[_Told]:
    """The dates that say their own year."""
    found: list[_Told] = []
    for wording in wordings:
        if isinstance(wording, Wording) and wording.last is None and _is_sure(wording.first):
            span = Span.of(text, wording.start, wording.end)
            found.append(_Told(wording.first, span, span))
    return found


def _agreed(said: Sequence[_Told], unit: int = 1) -> _Told | None:
    """The first of the dates if all are of one year (or of one hundred years); else None."""
    return said[0] if len({told.year // unit for told in said}) == 1 else None


def _is_sure(at: Moment) -> bool:
    return at.year is not None and at.open_digits == 0


def _is_aside(text: str, told: _Told) -> bool:
    """Whether a date of birth or death, or a year in brackets: no step of what is being told."""
    start = told.span.start
    in_brackets = text[start - 1 : start] == "(" and told.at.month is None
    return in_brackets or _LIFE.search(text, max(0, start - 16), start) is not None


def _counted(
    context: _Context, wording: Relative, last: _Told | None
) -> tuple[DateMention, _Told] | tuple[None, None]:
    if last is None or context.sentences_between(last.span.start, wording.start) > 1:
        return None, None
    at = wording.counted_from(last.at)
    if at is None or not at.exists() or context.paragraphs_between(last.span.end, wording.start):
        return None, None
    span = Span.of(context.text, wording.start, wording.end)
    date = DateMention(span, at.edtf, at.precision, "unstated", _DATE_PARTS[at.precision], last.span)
    return date, _Told(at, span, last.year_span)


def _dated(
    context: _Context, wording: Wording, following: Wording | Relative | None, told: _Told | None
) -> tuple[DateMention, _Told | None] | tuple[None, None]:
    source = _source(context, wording, following, told)
    if wording.lacks_century and source is None:
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
    return date, _as_told(first, last, span, source)


def _edtf(first: Moment, last: Moment | None, wording: Wording) -> str:
    written = [
        at.edtf + "~" * about
        for at, about in zip((first, last), wording.about, strict=True)
        if at is not None
    ]
    return "/".join(written)


def _as_told(first: Moment, last: Moment | None, span: Span, source: _Told | None) -> _Told | None:
    at = last or first
    if not _is_sure(at) or (last is not None and last.year != first.year):
        return None
    year_span = source.year_span if source else span
    return _Told(replace(at, day=None) if last else at, span, year_span)


def _moved(at: Moment, wording: Wording, source: _Told) -> Moment:
    if wording.lacks_century:
        return replace(at, year=source.year // 100 * 100 + (at.year or 0))
    return replace(at, year=source.year + (at.year or 0) + (wording.years_after or 0))


def _source(
    context: _Context, wording: Wording, following: Wording | Relative | None, told: _Told | None
) -> _Told | None:
    """The date that says the year (or century) which the wording leaves out."""
    if wording.first.year is not None and not wording.lacks_century:
        return None
    near = told if told and _is_near(context, told, wording) else None
    if wording.lacks_century:
        return near or context.only_century
    if wording.years_after is not None:
        return near
    return (
        _joined(context.text, wording, following)
        or context.same_day.get((wording.first.month, wording.first.day))
        or _after(wording, near)
        or context.only_year
        or _next_in_sentence(context, wording)
    )


def _is_near(context: _Context, told: _Told, wording: Wording) -> bool:
    start, end = told.span.end, wording.start
    return end - start < _FAR and context.paragraphs_between(start, end) <= 1


def _joined(text: str, wording: Wording, following: Wording | Relative | None) -> _Told | None:
    if not isinstance(following, Wording) or not _is_sure(following.first) or following.first.month is None:
        return None
    if _JOINED.fullmatch(text, wording.end, following.start) is None:
        return None
    span = Span.of(text, following.start, following.end)
    return _Told(following.first, span, span)


def _after(wording: Wording, told: _Told | None) -> _Told | None:
    """The date told of before; a month long before its month is one of the next year."""
    if told is None or told.at.month is None or told.at.month > 12 or wording.first.month is None:
        return told
    if told.at.month - wording.first.month < _OVER_NEW_YEAR:
        return told
    return replace(told, at=replace(told.at, year=told.year + 1))


def _next_in_sentence(context: _Context, wording: Wording) -> _Told | None:
    place = bisect_right(context.said, wording.start, key=lambda told: told.span.start)
    if place == len(context.said):
        return None
    following = context.said[place]
    inside = context.sentences_between(wording.start, following.span.start) == 0
    return following if inside and following.at.month is not None else None
