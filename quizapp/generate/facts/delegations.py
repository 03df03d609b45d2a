"""Who represented whom: „Francję reprezentował A, Wielką Brytanię – B i C”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.generate.material import Sentence, Unit, is_nominative
from quizapp.generate.titles import in_role
from quizapp.generate.words import ADJECTIVES, has, lemmas, readings
from quizapp.text.annotations import Person

_REPRESENT = frozenset({"reprezentować"})
_DASHES = frozenset("–—-")
_JOINING = frozenset({",", "i", "oraz", "a", "także", "zaś"})


@dataclass(frozen=True, slots=True)
class Delegation:
    """A state or body in the accusative, as the text has it, and the persons who represented it."""

    sentence: Sentence
    sent_by: str
    delegates: tuple[Person, ...]


def delegations_of(sentence: Sentence) -> list[Delegation]:
    """The delegations that a sentence lists; none where anything in it is neither a name nor a title."""
    parts = list(_parts(sentence.units))
    found = [_delegation(sentence, sent_by, delegates) for sent_by, delegates in parts]
    whole = [delegation for delegation in found if delegation]
    return whole if whole and len(whole) == len(found) else []


def _parts(units: Sequence[Unit]) -> Iterator[tuple[Sequence[Unit], Sequence[Unit]]]:
    """Who sent, and who was sent: what stands before each verb or dash, and what follows up to the next sender."""
    pivots = [at for at, unit in enumerate(units) if _is_pivot(units, at)]
    if not pivots or not lemmas(units[pivots[0]].lower) & _REPRESENT:
        return
    starts = [_start_of_sender(units, pivot) for pivot in pivots]
    ends = [*starts[1:], len(units)]
    for start, pivot, end in zip(starts, pivots, ends, strict=True):
        yield units[start:pivot], units[pivot + 1 : end]


def _is_pivot(units: Sequence[Unit], at: int) -> bool:
    unit = units[at]
    if unit.kind == "word":
        return bool(lemmas(unit.lower) & _REPRESENT) and has(unit.lower, frozenset({"praet"}))
    return unit.text in _DASHES and at > 0 and _may_send(units[at - 1])


def _start_of_sender(units: Sequence[Unit], pivot: int) -> int:
    start = pivot
    while start > 0 and _may_send(units[start - 1]):
        start -= 1
    return start


def _may_send(unit: Unit) -> bool:
    """Whether the word is a state in the accusative, or an adjective of one („Wielką Brytanię”)."""
    if unit.kind != "word" or not unit.text[0].isupper():
        return False
    named = any(
        "nazwa_geograficzna" in reading.labels and "acc" in reading.marks for reading in readings(unit.text)
    )
    return named or has(unit.lower, ADJECTIVES, "acc")


def _delegation(sentence: Sentence, sender: Sequence[Unit], sent: Sequence[Unit]) -> Delegation | None:
    people = [unit.person for unit in sent if unit.person and is_nominative(unit)]
    only_names = all(_is_of_a_list(sentence, unit) for unit in sent)
    if not sender or not people or not only_names:
        return None
    return Delegation(sentence, " ".join(unit.text for unit in sender), tuple(dict.fromkeys(people)))


def _is_of_a_list(sentence: Sentence, unit: Unit) -> bool:
    named = unit.person is not None and is_nominative(unit)
    return named or unit.lower in _JOINING or in_role(sentence, unit) or unit.text in ".;"
