"""Whether a figure counts things („1500 żołnierzy”, „1200 zł”) or says which one it is, and is therefore no year."""

from __future__ import annotations

import re

from quizapp.text.lexicon import words
from quizapp.text.words import Reading, readings

_NEXT = re.compile(r"[^\S\n]{0,3}\n?[^\S\n]{0,3}([^\W\d_]{1,40}|[%‰°$€£])")
_LAST = re.compile(r"([^\W\d_]{1,20})\W{1,3}\Z")
_FUNCTION_WORDS = frozenset({"prep", "conj", "comp", "part", "interj"})
_OF_MANY = {("pl", "gen"), ("pl", "acc")}
_ABOUT = frozenset({"około", "ok", "ponad", "blisko", "prawie", "niemal", "niespełna", "przeszło"})
_CASES_AFTER = {
    "w": {"gen", "loc"},
    "we": {"gen", "loc"},
    "po": {"gen", "loc"},
    "przy": {"gen", "loc"},
    "z": {"gen", "inst"},
    "ze": {"gen", "inst"},
    "przed": {"gen", "inst"},
}


def is_counted(text: str, start: int, end: int) -> bool:
    """Whether the words after the figure at start:end are what it counts.

    A figure takes a plural in the genitive, or in the case that the preposition before it asks for.
    A following name, singular or verb does not make an amount of it.
    """
    following = _NEXT.match(text, end)
    if following is None:
        return False
    word = following[1]
    if word in words("measures") or not word[0].isalpha():
        return True
    before = _LAST.search(text, max(0, start - 24), start)
    cases = _CASES_AFTER.get(before[1].casefold(), {"gen"}) if before else {"gen"}
    if before and before[1].casefold() in _ABOUT and _is_of_a_people(word):
        return True
    if word[0].isupper() or any(reading.pos in _FUNCTION_WORDS for reading in readings(word)):
        return False
    known = readings(word)
    declined = [one for one in known if not _is_undeclined(one)]
    return any(_is_plural_in(one, cases) for one in declined or known)


def _is_of_a_people(word: str) -> bool:
    """„około 145 Polaków”: so many people of a land."""
    slots = {slot[:2] for reading in readings(word) for slot in reading.slots}
    return word[0].isupper() and bool(slots) and slots <= _OF_MANY


def is_ordinal(text: str, end: int) -> bool:
    """Whether the figure that ends here tells which one it is of the thing named next („w 123 pułku”)."""
    following = _NEXT.match(text, end)
    nouns = [one for one in readings(following[1]) if one.pos == "subst"] if following else []
    return bool(nouns) and not any(case == "nom" for noun in nouns for _, case, _ in noun.slots)


def _is_undeclined(reading: Reading) -> bool:
    """Whether it is a title of women, alike in all cases: „31 stycznia 1808 marszałek” is one man, not many women."""
    return {("sg", "nom", "f"), ("pl", "gen", "f")} <= reading.slots


def _is_plural_in(reading: Reading, cases: set[str]) -> bool:
    return reading.pos in ("subst", "adj", "pact", "ppas", "depr") and any(
        number == "pl" and case in cases for number, case, _ in reading.slots
    )
