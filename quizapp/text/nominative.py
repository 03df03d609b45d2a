"""The likeliest nominative of the words of a name together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from quizapp.text import lexicon
from quizapp.text.annotations import Gender
from quizapp.text.origins import PERSON_SLOTS, Origin, origins
from quizapp.text.words import Slot


@dataclass(frozen=True, slots=True)
class Naming:
    """The words of a name in the nominative, the gender of its bearer, the case that it stands in."""

    words: tuple[str, ...]
    gender: Gender
    case: str
    doubt: float


def likeliest(
    words: Sequence[str], attested: Collection[str] = (), slots: frozenset[Slot] = PERSON_SLOTS
) -> Naming | None:
    """The nominative of words that stand together as one name; None if they cannot agree.

    A nominative that the text itself shows elsewhere (`attested`) is believed before others; `slots`
    narrows down what the name may be, such as to the case of a title beside it.
    """
    words = tuple(words)
    fixed = undeclined_from(words)
    if 0 < fixed < len(words):
        naming = likeliest(words[:fixed], attested, slots)
        return naming and replace(naming, words=naming.words + words[fixed:])
    shown = frozenset(
        origin.nominative
        for place, word in enumerate(words)
        for origin in origins(word, place == 0)
        if origin.nominative in attested and origin.nominative != word
    )
    return _likeliest(words, shown, slots)


def undeclined_from(words: Sequence[str]) -> int:
    """The place from which the words of a name stay as they are: „z Tęczyna”, „Lwie Serce”."""
    for place in range(1, len(words)):
        if words[place] in ("z", "ze") or " ".join(words[place:]) in lexicon.lines("bynames"):
            return place
    return len(words)


@lru_cache(maxsize=20_000)
def _likeliest(words: tuple[str, ...], attested: frozenset[str], slots: frozenset[Slot]) -> Naming | None:
    each = [origins(word, place == 0) for place, word in enumerate(words)]
    for possible in each:
        slots &= frozenset(slot for origin in possible for slot in origin.slots)
    possible_namings = (_naming(each, slot, attested) for slot in sorted(slots))
    return min(filter(None, possible_namings), key=lambda naming: naming.doubt, default=None)


def _naming(each: Sequence[tuple[Origin, ...]], slot: Slot, attested: Collection[str]) -> Naming | None:
    chosen: list[str] = []
    doubt = 0.3 if slot[2] == "f" else 0.0
    if slot[1] in ("voc", "loc"):
        doubt += 0.2
    for possible in each:
        fitting = [
            (_doubt(origin, attested), origin.nominative) for origin in possible if slot in origin.slots
        ]
        if not fitting:
            return None
        least, nominative = min(fitting)
        doubt += least
        chosen.append(nominative)
    return Naming(tuple(chosen), "f" if slot[2] == "f" else "m", slot[1], doubt)


def _doubt(origin: Origin, attested: Collection[str]) -> float:
    return origin.doubt - 2 if origin.nominative in attested else origin.doubt
