"""Whether a bare figure, without a word for year, is a year."""

from __future__ import annotations

import re

from quizapp.text.dates.counted import is_counted, is_ordinal
from quizapp.text.dates.leads import is_numbered, lead_before, word_before
from quizapp.text.lexicon import words
from quizapp.text.words import readings

_LATEST = 2100
_TIMELINE = re.compile(r"\s{0,3}[–—:-]\s{1,3}[^\W\d_]")
_LINE_START = re.compile(r"(?:\A|\n)[^\S\n]{0,4}\Z")
_ENDS_IN_BRACKETS = re.compile(r"\s?[)\],;–—-]")
_PAGE = re.compile(r",\s(?:s|ss|t|k)\.\s?\d")
_ORDINAL = re.compile(r"\.[^\S\n]{1,2}[a-ząćęłńóśźż]")
_STOP = re.compile(r"[.;:!?]\s")
_WORD = re.compile(r"[^\W\d_]{3,40}")
_NEAR = 200
_BRACKET_LEADS = frozenset("([*†")


def is_year(text: str, start: int, end: int, after_year: bool) -> bool:
    """Whether the figure at start:end is a year, told by what stands around it.

    Prepositions of time, signs of birth and death, brackets and the head of a line in a chronicle lead to
    years; `after_year` says that the figure goes on a list of years. What is counted or numbered is none.
    """
    figure = text[start:end]
    number = int(figure) if figure.isdecimal() else 0
    if not 100 <= number <= _LATEST or is_numbered(text, start) or is_counted(text, start, end):
        return False
    if _ORDINAL.match(text, end) or _is_an_amount(text, start):
        return False
    lead = lead_before(text, start)
    if lead in words("leads_to_birth_and_year"):
        return number >= 1000 or not is_ordinal(text, end)
    if word_before(text, start).casefold() in ("ok", "około"):
        return number % (100 if number >= 1000 else 10) != 0
    if lead in _BRACKET_LEADS:
        return (number >= 1000 or number % 10 != 0) and _ENDS_IN_BRACKETS.match(text, end) is not None
    is_told = lead in words("leads_to_year") or after_year or _says_years(text, start)
    if is_told or _PAGE.match(text, end):
        return number >= 1000 and number % 100 != 0
    heads_line = _LINE_START.search(text, max(0, start - 6), start) is not None
    return heads_line and _TIMELINE.match(text, end) is not None


def _is_an_amount(text: str, start: int) -> bool:
    """„ograniczał liczbę głowic do 1550, a wyrzutni do 1700”: what a number or a sum grows or shrinks to."""
    if word_before(text, start) not in ("do", "z", "o"):
        return False
    clause = _STOP.split(text[max(0, start - _NEAR) : start])[-1]
    return any(
        reading.lemma in words("amounts") for word in _WORD.findall(clause) for reading in readings(word)
    )


def is_years(text: str, start: int, end: int, first: int, last: int) -> bool:
    """Whether the figures joined by a dash at start:end are years."""
    if last > _LATEST or is_numbered(text, start) or is_counted(text, start, end):
        return False
    lead = lead_before(text, start)
    if first < 100:
        return 10 <= first < 100 <= last and lead == "(" and text[end : end + 1] == ")"
    certain = lead in _BRACKET_LEADS or lead in words("leads_to_birth_and_year") or _says_years(text, start)
    return certain or (first >= 1000 and not first % 100 == last % 100 == 0)


_YEARS = re.compile(r"(?i:lata|lat|latach|latami|roku)\s{1,2}\Z")


def are_descending_years(text: str, start: int, end: int, first: int, last: int) -> bool:
    """Whether the figures at start:end, the greater first, are years before Christ: „(427–347)”."""
    in_brackets = lead_before(text, start) == "(" and text[end : end + 1] == ")"
    return 999 >= first > last >= 100 and in_brackets


def _says_years(text: str, start: int) -> bool:
    return _YEARS.search(text, max(0, start - 10), start) is not None
