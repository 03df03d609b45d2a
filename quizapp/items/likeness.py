"""Items that ask the same: one key, and stems that share four fifths of their words (C23), in a whole bank."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from quizapp.items.item import Item
from quizapp.items.wording import normalised, words_in
from quizapp.text.words import readings

ALIKE_OF_FIVE = 4
"""How many of five words of two stems must be common."""
FEW = 12
"""So many are compared each with each sooner than sorted."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an item asks, as far as it tells it from another: the words of its stem in one form each, and its key."""

    words: frozenset[str]
    key: str


def asked_by(item: Item) -> Asked:
    """What an item asks."""
    keys = (
        sorted(map(normalised, item.answer)) if item.type == "multiple" else map(normalised, item.answer[:1])
    )
    return Asked(frozenset(map(_one_form, words_in(normalised(item.stem)))), "\n".join(keys))


def are_alike(one: Asked, other: Asked) -> bool:
    """Whether both have one key and stems that share four fifths of their words."""
    shared = len(one.words & other.words)
    together = len(one.words) + len(other.words) - shared
    return one.key == other.key and together > 0 and 5 * shared >= ALIKE_OF_FIVE * together


def alike_pairs(asked: Sequence[Asked]) -> set[tuple[int, int]]:
    """The pairs of places, the lower first, of items that ask the same."""
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(asked):
        by_key[one.key].append(place)
    return {pair for places in by_key.values() for pair in _alike_among(places, asked)}


def _alike_among(places: Sequence[int], asked: Sequence[Asked]) -> Iterator[tuple[int, int]]:
    """Stems that share four fifths share one of their rarest words, so of many only those are compared."""
    if len(places) <= FEW:
        yield from (pair for pair in combinations(places, 2) if are_alike(asked[pair[0]], asked[pair[1]]))
        return
    frequency = Counter(word for place in places for word in asked[place].words)
    seen: defaultdict[str, list[int]] = defaultdict(list)
    for place in places:
        rare = _rarest(asked[place].words, frequency)
        near = {other for word in rare for other in seen[word]}
        yield from ((other, place) for other in near if are_alike(asked[other], asked[place]))
        for word in rare:
            seen[word].append(place)


def _rarest(words: Iterable[str], frequency: Mapping[str, int]) -> list[str]:
    """As many of the rarest words as can all be missing from an alike stem, and one more."""
    ordered = sorted(words, key=lambda word: (frequency[word], word))
    may_be_missing = len(ordered) - -(-ALIKE_OF_FIVE * len(ordered) // 5)
    return ordered[: may_be_missing + 1]


@lru_cache(maxsize=50_000)
def _one_form(word: str) -> str:
    """The dictionary form of a word, one of them where there are several; the word itself where there is none."""
    return min((reading.lemma.casefold() for reading in readings(word)), default=word)
