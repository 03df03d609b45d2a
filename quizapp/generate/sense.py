"""How much two phrases have in common: the check against a second right answer."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.generate.material import Unit
from quizapp.generate.words import ADJECTIVES, NOUNS, PAST, lemmas, readings

_CONTENT = NOUNS | ADJECTIVES | PAST | {"fin", "inf"}
_EMPTY_VERBS = frozenset({"być", "zostać", "mieć", "stać", "stanąć"})

Content = tuple[frozenset[str], ...]
"""The words that carry the sense of a phrase, each as the set of its lemmas."""


def content(units: Iterable[Unit]) -> Content:
    """The content words of the units; names of persons and dates are not among them."""
    return tuple(lemmas(unit.lower) for unit in units if unit.kind == "word" and _carries_sense(unit.lower))


def _carries_sense(form: str) -> bool:
    known = readings(form)
    if not known:
        return len(form) > 2
    return any(reading.pos in _CONTENT for reading in known) and not lemmas(form) & _EMPTY_VERBS


def alike(one: Content, other: Content) -> bool:
    """Whether two phrases may tell of the same event: three in ten of their content words are shared."""
    everything = frozenset().union(*other)
    shared = sum(1 for word in one if word & everything)
    union = len(one) + len(other) - shared
    return shared * 10 >= union * 3


def shares_words(one: Content, other: Content, enough: int = 2) -> bool:
    """Whether at least so many content words of the first stand in the second."""
    everything = frozenset().union(*other)
    return sum(1 for word in one if word & everything) >= enough
