"""Seasons without a year: those that a narrative has reached („Wiosną rząd upadł”), not those of every year."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.text.dates.edtf import Moment
from quizapp.text.dates.fragments import SEASON
from quizapp.text.dates.narrative import Layout, Told
from quizapp.text.dates.worded import Wording
from quizapp.text.words import past_aspects

_SEASON = re.compile(SEASON)
_WORD = re.compile(r"[^\W\d_]{2,40}")
_LATE_MONTHS = {21: 4, 22: 7, 23: 10, 24: 12}
_LAST_MONTHS = {21: 6, 22: 9, 23: 12, 24: 15}
_MARCH = 3
_NEAR = 300


def month_within(at: Moment) -> int:
    """The month, or one within the season."""
    return _LATE_MONTHS.get(at.month or 0, at.month or 0)


def year_of_season(layout: Layout, wording: Wording, told: Told | None) -> Told | None:
    """The date of this paragraph that says the year of the season which the narrative comes to next.

    None where the text does not tell of one season in the past.
    """
    if told is None or layout.paragraphs_between(told.span.end, wording.start):
        return None
    start, end = layout.sentence_at(wording.start)
    near = slice(max(start, wording.start - _NEAR), min(end, wording.start + _NEAR))
    if not _tells_of_one(layout.text[near]):
        return None
    season, month = wording.first.month or 0, told.at.month
    if month is None:
        return told
    if season == max(_LAST_MONTHS) and month <= _MARCH:
        return None
    has_passed = season < month if told.at.is_season else _LAST_MONTHS[season] < month
    return replace(told, at=replace(told.at, year=told.year + 1)) if has_passed else told


def _tells_of_one(sentence: str) -> bool:
    """Whether the sentence is in the past, and where it names several seasons, not of what was usual."""
    aspects = frozenset[str]().union(*(past_aspects(word) for word in _WORD.findall(sentence)))
    is_usual = "imperf" in aspects and len(_SEASON.findall(sentence)) > 1
    return bool(aspects) and not is_usual
