"""Old and new style: the calendar that a text names beside a date."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.text.annotations import Calendar
from quizapp.text.dates.worded import Wording

_OLD = r"(?:st\.\s?st\.|star(?:ego|ym)\s+styl(?:u|em)|kalendarz(?:a|em)\s+juliański\w{1,3})"
_NEW = r"(?:n\.\s?st\.|now(?:ego|ym)\s+styl(?:u|em)|kalendarz(?:a|em)\s+gregoriański\w{1,3})"
_BETWEEN = r"[^\S\n]{0,2}[,(\[]?\s?(?:(?:według|wedle|wg|zgodnie z)\s+)?"
STYLE = rf"{_BETWEEN}(?:{_OLD}|{_NEW})"
"""The words for a calendar after a date: „19 lutego (3 marca według nowego stylu) 1861”."""
_NO_DATE_NEXT = r"(?!:?\s{1,2}(?:dnia\s{1,2})?\d)"
_AFTER: tuple[tuple[re.Pattern[str], Calendar], ...] = (
    (re.compile(_BETWEEN + _OLD + _NO_DATE_NEXT, re.IGNORECASE), "julian"),
    (re.compile(_BETWEEN + _NEW + _NO_DATE_NEXT, re.IGNORECASE), "gregorian"),
)
_BEFORE: tuple[tuple[re.Pattern[str], Calendar], ...] = (
    (re.compile(rf"{_OLD}[,:]?\s{{1,2}}(?:dnia\s{{1,2}})?\Z", re.IGNORECASE), "julian"),
    (re.compile(rf"{_NEW}[,:]?\s{{1,2}}(?:dnia\s{{1,2}})?\Z", re.IGNORECASE), "gregorian"),
)


def with_style(text: str, wording: Wording) -> Wording:
    """The wording with the calendar named right before or after it; its value stays as worded."""
    if wording.first.day is None or wording.calendar != "unstated":
        return wording
    for pattern, calendar in _AFTER:
        if pattern.match(text, wording.end):
            return replace(wording, calendar=calendar)
    for pattern, calendar in _BEFORE:
        if pattern.search(text, max(0, wording.start - 40), wording.start):
            return replace(wording, calendar=calendar)
    return wording
