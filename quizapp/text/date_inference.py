"""The parts of a date that stand elsewhere in the text: which year „3 grudnia” has, and who says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizapp.text.annotations import DateMention, DatePart
from quizapp.text.date_wordings import Wording
from quizapp.text.edtf import Moment
from quizapp.text.spans import Span

_JOINED = re.compile(r"(?:\s{0,3}(?:,|–|—|-)|\s{1,3}(?:i|oraz|lub|albo|a))\s{1,3}(?:\w{1,4}\s{1,3})?")
_NEW_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_LIFE = re.compile(r"(?:(?i:ur|zm|urodzon[ya]|zmarł[ya])\.?|[(*†])\s{0,2}(?:w\s{1,2})?\Z")
_OVER_NEW_YEAR = 7


@dataclass(frozen=True, slots=True)
class _Source:
    """A year, the month and day told of with it, and the words that say the year."""

    at: Moment
    span: Span

    @property
    def year(self) -> int:
        return self.at.year or 0


def completed(text: str, wordings: Sequence[Wording]) -> list[DateMention]:
    """The wordings as dates, in their order, with what they leave out taken from their surroundings.

    The year comes from a date that it is joined with, from the same day told elsewhere, from the date told
    of before in this paragraph or the last, or from the only year of the text; EDTF writes XXXX where none of
    these is there. Of what no calendar has there is no date.
    """
    said = [_Source(at.last or at.first, Span.of(text, at.start, at.end)) for at in wordings if _is_sure(at)]
    dates: list[DateMention] = []
    before: _Source | None = None
    for place, wording in enumerate(wordings):
        following = wordings[place + 1] if place + 1 < len(wordings) else None
        source = _source(text, wording, following, said, before)
        date = _date(text, wording, source)
        dates.append(date)
        if not _LIFE.search(text, max(0, wording.start - 16), wording.start):
            before = _told(wording, date, source) or before
    return dates


def _is_sure(wording: Wording) -> bool:
    return wording.first.year is not None and wording.last is None and wording.first.open_digits == 0


def _source(
    text: str, wording: Wording, following: Wording | None, said: Sequence[_Source], before: _Source | None
) -> _Source | None:
    """Who says the year (or century) that the wording leaves out."""
    if wording.first.year is not None and not wording.lacks_century:
        return None
    near = before if before and _is_near(text, before.span.end, wording.start) else None
    if wording.years_after is not None or wording.lacks_century:
        return near or (_only(said, 100) if wording.lacks_century else None)
    return (
        _joined(text, wording, following)
        or _same_day(wording, said)
        or _told_before(wording, near)
        or _only(said)
    )


def _is_near(text: str, end: int, start: int) -> bool:
    return len(_NEW_PARAGRAPH.findall(text, end, min(start, end + 5_000))) <= 1 and start - end < 5_000


def _joined(text: str, wording: Wording, following: Wording | None) -> _Source | None:
    if following is None or following.first.year is None or following.first.month is None:
        return None
    if _JOINED.fullmatch(text, wording.end, following.start) is None:
        return None
    return _Source(Moment(following.first.year), Span.of(text, following.start, following.end))


def _same_day(wording: Wording, said: Sequence[_Source]) -> _Source | None:
    first = wording.first
    if first.day is None:
        return None
    same = [source for source in said if (source.at.month, source.at.day) == (first.month, first.day)]
    return same[0] if len({source.year for source in same}) == 1 else None


def _told_before(wording: Wording, before: _Source | None) -> _Source | None:
    if before is None or before.at.month is None or wording.first.month is None:
        return before
    is_next_year = before.at.month <= 12 and before.at.month - wording.first.month >= _OVER_NEW_YEAR
    return replace(before, at=replace(before.at, year=before.year + 1)) if is_next_year else before


def _only(said: Sequence[_Source], unit: int = 1) -> _Source | None:
    return said[0] if len({source.year // unit for source in said}) == 1 else None


def _date(text: str, wording: Wording, source: _Source | None) -> DateMention:
    first, last = wording.first, wording.last
    inferred: tuple[DatePart, ...] = wording.taken
    inferred_from = Span.of(text, *wording.taken_from) if wording.taken_from else None
    if source is not None:
        moved = [_moved(at, wording, source) for at in (first, last) if at is not None]
        if all(at.exists() for at in moved):
            first, last = moved[0], moved[1] if last is not None else None
            inferred, inferred_from = (*inferred, "century" if wording.lacks_century else "year"), source.span
    edtf = first.edtf + "~" * wording.about[0] + (f"/{last.edtf}" + "~" * wording.about[1] if last else "")
    precision = "interval" if last else first.precision
    span = Span.of(text, wording.start, wording.end)
    return DateMention(span, edtf, precision, wording.calendar, inferred, inferred_from)


def _moved(at: Moment, wording: Wording, source: _Source) -> Moment:
    if wording.lacks_century:
        return replace(at, year=source.year // 100 * 100 + (at.year or 0))
    if at.year is not None:
        return replace(at, year=source.year + at.year)
    return replace(at, year=source.year + (wording.years_after or 0))


def _told(wording: Wording, date: DateMention, source: _Source | None) -> _Source | None:
    """What a later date may count from: a date with its year, and who says that year."""
    at = wording.last or wording.first
    years = {moment.year for moment in (wording.first, at)}
    if at.open_digits or len(years) > 1:
        return None
    if at.year is not None:
        return _Source(at, date.span)
    if source is None or "year" not in date.inferred:
        return None
    return _Source(_moved(at, wording, source), source.span)
