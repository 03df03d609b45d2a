"""Dates that a text mentions by the way, so that what it goes on to tell did not happen then."""

from __future__ import annotations

import re

from quizapp.text.dates.edtf import Moment
from quizapp.text.dates.fragments import MONTH
from quizapp.text.dates.leads import lead_before
from quizapp.text.lexicon import words
from quizapp.text.words import readings

_LIFE = re.compile(r"(?:(?<!\w)(?i:ur|zm)\.|[*†])\s{0,2}(?:w\s{1,2})?\Z")
_ATTRIBUTIVE = re.compile(
    r",\s{1,3}(?:(?:w|we|z|ze|na|o|od|do|po|przed|przez|dla|u|pod|nad)\s{1,2})?(\w{2,30})"
)
_PARTICIPLE = re.compile(r"(?:(\w{2,30})\s{1,3})?(\w{4,30})\s{1,3}(?:\w{1,6}\s{1,3}){0,3}\Z")
_BACK = re.compile(r"\W{0,3}(?i:już|jeszcze|wcześniej|przedtem|poprzednio|dawniej|niegdyś)\b")
_DATE_WORD = re.compile(rf"{MONTH}|r|rok(?:u|iem)?|wieku?|ok|około|pne|od|do|dnia|na|i|lub|[IVXLC]+|[pne]|st")
_WORD = re.compile(r"[^\W\d_]+")
_PARTICIPLES = frozenset({"ppas", "pact"})
_ATTRIBUTES = _PARTICIPLES | {"adj"}
_NEAR = 300


def is_aside(text: str, sentence: int, start: int, at: Moment, told: Moment | None) -> bool:
    """Whether the date at start is no step of what is told; `told` is the date reached before, if there is one.

    Dates of birth and death are none, nor is a flash-back („uwięziony w 1953 r.”, „zgodnie z traktatem z
    1515 r.”, „już w 1908 r.”).
    """
    if _LIFE.search(text, max(0, start - 16), start):
        return True
    if told is None or told.year is None or at.year is None or at.year >= told.year:
        return False
    sentence = max(sentence, start - _NEAR)
    return (
        lead_before(text, start) in words("leads_to_flashback")
        or _BACK.match(text, sentence) is not None
        or _is_attribute(text, sentence, start)
    )


def is_year_in_brackets(text: str, start: int, at: Moment) -> bool:
    """Whether it is a mere year that opens a bracket, such as that of a book or a reign."""
    return text[start - 1 : start] == "(" and at.month is None


def stands_in_short_brackets(text: str, start: int, end: int) -> bool:
    """Whether the bracket from start to end holds nothing but dates."""
    if text[start] != "(":
        return False
    return all(_DATE_WORD.fullmatch(word) for word in _WORD.findall(text, start, end))


def _is_attribute(text: str, sentence: int, start: int) -> bool:
    """Whether the date belongs to a relative clause, to what somebody said, or to a participle."""
    clauses = list(_ATTRIBUTIVE.finditer(text, sentence, start))
    opener = clauses[-1][1] if clauses else ""
    if opener in words("attributive_openers") or _is_any(opener, _ATTRIBUTES):
        return True
    found = _PARTICIPLE.search(text, max(sentence, start - 100), start)
    return found is not None and _is_any(found[2], _PARTICIPLES) and not _is_auxiliary(found[1] or "")


def _is_any(word: str, parts_of_speech: frozenset[str]) -> bool:
    return any(reading.pos in parts_of_speech for reading in readings(word))


def _is_auxiliary(word: str) -> bool:
    return any(reading.lemma in ("być", "zostać") for reading in readings(word))
