"""The words before a date: what leads to it, what makes a name or a mere number of it."""

from __future__ import annotations

import re

from quizapp.text.lexicon import words
from quizapp.text.words import readings

_LEAD = re.compile(
    r"(?:(?<![^\W\d_])([^\W\d_]{1,14})\.?|([(\[*†]))[^\S\n]{0,2}\n?[^\S\n]{0,2}"
    r"(?:(?i:ok\.|około|dnia|dniach|dniu|nocy|roku|lata|lat|latach|latami)\s{1,2}){0,2}\Z"
)
_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,30})(\.?)\s{1,3}\Z")
_LONGEST_ABBREVIATION = 3
_INSTRUMENTAL = frozenset({"wiosną", "latem", "jesienią", "zimą"})


def lead_before(text: str, start: int) -> str:
    """The word or sign that leads to the date at start, without „dnia”, „roku”, „około”; "" if there is none."""
    found = _LEAD.search(text, max(0, start - 40), start)
    return (found[1] or found[2]).casefold() if found else ""


def word_before(text: str, start: int) -> str:
    """The word directly before, as it is written; "" if there is none."""
    found = _WORD.search(text, max(0, start - 34), start)
    return found[1] if found else ""


def is_named_after_date(text: str, start: int) -> bool:
    """Whether the word before makes a name of a day („ulica 11 listopada”, „Konstytucja 3 maja”)."""
    found = _WORD.search(text, max(0, start - 34), start)
    if found is None or (found[2] and len(found[1]) > _LONGEST_ABBREVIATION):
        return False
    named = words("named_after_dates")
    word = found[1].casefold()
    return word in named or any(reading.lemma in named for reading in readings(word))


def may_tell_season(text: str, start: int, end: int) -> bool:
    """Whether the words for a season at start:end tell when: „wiosną”, „późną jesienią”, „na wiosnę”, „do zimy”."""
    before = word_before(text, start).casefold()
    if text[start:end].casefold() not in _INSTRUMENTAL:
        return before in words("leads_to_season")
    known = readings(before) if before else ()
    return before in words("parts_of_season") or not any(
        reading.pos in ("prep", "adj", "ppas", "pact") for reading in known
    )


def is_numbered(text: str, start: int) -> bool:
    """Whether the word before makes a mere number of a figure („art. 1810”, „s. 1812”)."""
    return word_before(text, start).casefold() in words("numbered_things")
