"""Case and gender of an option, as far as the dictionary is sure of them."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.items.item import GAP
from quizapp.items.wording import words_in
from quizapp.text.words import Slot, readings

_NOMINAL = frozenset(("subst", "adj", "ppas", "pact", "ger", "depr"))
_COMPARED = 2


def common_cases(texts: Sequence[str]) -> frozenset[str] | None:
    """The cases in which all the texts may stand; None where fewer than two of them are known."""
    known = [cases for cases in map(_possible_cases, texts) if cases]
    if len(known) < _COMPARED:
        return None
    return known[0].intersection(*known[1:])


def nominative_genders(text: str) -> frozenset[str]:
    """The genders, m f n, that a text in the nominative singular may have; none where it is not known."""
    return frozenset(gender[0] for number, case, gender in _slots(text) if (number, case) == ("sg", "nom"))


def genders_after_gap(stem: str) -> frozenset[str]:
    """The genders that a past verb asks of the gap that a sentence begins with; none for any other stem."""
    before, gap, after = stem.partition(GAP)
    following = words_in(after)[:1]
    if before.strip() or not gap or not following:
        return frozenset()
    slots = [slot for reading in readings(following[0]) if reading.pos == "praet" for slot in reading.slots]
    return frozenset(gender[0] for number, _, gender in slots if number == "sg")


def _possible_cases(text: str) -> frozenset[str]:
    return frozenset(case for _, case, _ in _slots(text)) - {"voc"}


def _slots(text: str) -> frozenset[Slot]:
    """Where the head of a text fits, with the words that agree with it; nowhere if it is no noun phrase."""
    words = words_in(text)
    slots = _nominal_slots(words[0]) if words else frozenset()
    for word in words[1:]:
        agreed = slots & _nominal_slots(word)
        if not agreed:
            break
        slots = agreed
    return slots


def _nominal_slots(word: str) -> frozenset[Slot]:
    known = readings(word)
    nominal = [reading for reading in known if reading.pos in _NOMINAL]
    if len(nominal) < len(known) and word[0].islower():
        return frozenset()
    return frozenset(slot for reading in nominal for slot in reading.slots)
