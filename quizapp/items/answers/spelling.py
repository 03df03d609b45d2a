"""Words that sound alike: as Polish is misspelt by ear, and as old and foreign names are spelt in two ways.

The pairs of letters are the ones that Polish school spelling drills (ó and u, rz and ż, ch and h, ą and om, a
voiceless end written as voiced), and the ones that vary in names: Zamoyski and Zamojski, Max and Maks.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quizapp.items.wording import without_diacritics

SHORTEST_BY_EAR = 5
"""In shorter words another letter of the same sound is mostly another word: Bug and buk."""

_VARIANTS = (
    (re.compile(r"['’]"), ""),
    (re.compile(r"(?<=[aeouąęó])y"), "j"),
    (re.compile("x"), "ks"),
    (re.compile("v"), "w"),
    (re.compile("ph"), "f"),
    (re.compile(r"([bcdfghjkłlmnprstwz])\1"), r"\1"),
)
_BY_EAR = (
    (re.compile("ą(?=[bp])"), "om"),
    (re.compile("ę(?=[bp])"), "em"),
    (re.compile("ą(?=[cdgkt])"), "on"),
    (re.compile("ę(?=[cdgkt])"), "en"),
    (re.compile("ó"), "u"),
    (re.compile("rz"), "ż"),
    (re.compile("ch"), "h"),
)
_VOICELESS = str.maketrans("bdgwzźż", "ptkfsśs")


@lru_cache(maxsize=10_000)
def respelled(word: str) -> str:
    """The word in the one spelling of those that names have: "zamojski" of "zamoyski"."""
    for pattern, instead in _VARIANTS:
        word = pattern.sub(instead, word)
    return word


def sound_alike(word: str, meant: str) -> bool:
    """Whether both are spellings of one name, or, if it is long enough, are heard as one word."""
    one, other = respelled(word), respelled(meant)
    if without_diacritics(one) == without_diacritics(other):
        return True
    return len(meant) >= SHORTEST_BY_EAR and _as_heard(one) == _as_heard(other)


def _as_heard(word: str) -> str:
    for pattern, instead in _BY_EAR:
        word = pattern.sub(instead, word)
    return without_diacritics(word[:-1] + word[-1:].translate(_VOICELESS))
