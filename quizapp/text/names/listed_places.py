"""Places of the list that the dictionary lacks, in each form that Polish gives to their names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from quizapp.text import lexicon

_VOWELS = "aeiouyéí"
_SOFTENED = {"r": "rz", "g": "dz", "k": "c", "ł": "l", "t": "ci", "d": "dzi"}
"""The last letter of a stem before the -e of the locative, where it changes."""


@cache
def listed_places() -> frozenset[str]:
    """Every form of every place of the list."""
    return frozenset(form for name in lexicon.words("places") for form in _forms(name))


def _forms(name: str) -> Iterator[str]:
    yield name
    stem = name[:-1]
    if name.endswith("a"):
        yield from (stem + ending for ending in ("ę", "ą", "y", "i", "o"))
        yield _before_e(stem)
    elif name.endswith("y"):
        yield from (stem, stem + "om", stem + "ami", stem + "ach")
    elif name[-1] not in _VOWELS:
        yield from (name + ending for ending in ("a", "u", "owi", "em", "iem"))
        yield _before_e(name)


def _before_e(stem: str) -> str:
    """The locative: „Narwie”, „Korkyrze”, „Smyrnie”."""
    last = stem[-1]
    if last in _SOFTENED:
        return stem[:-1] + _SOFTENED[last] + "e"
    return stem + ("e" if last in "lcjż" else "ie")
