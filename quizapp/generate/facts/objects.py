"""What something is done to, where a phrase of place or time stands between it and its verb."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.generate.material import Unit
from quizapp.generate.words import ADJECTIVES, NOUNS, NUMERAL, PREPOSITION, agree, has, lemmas, word_list

_PARTICIPLES = frozenset({"ppas", "pact"})
_JOINTS = frozenset({"i", "oraz", "a", ","})
_LONG = 3
"""Units of a phrase that parts verb and object: „w Krakowie” does not."""


def start_of_last_object(units: Sequence[Unit], verb: str) -> int:
    """Where the object that ends the units begins, behind a phrase with a preposition that opens them; 0 if none does.

    „w walkach o gmach śmiertelną ranę (odniósł)”, „(opuścił) na żądanie królowej miasto”. The object stands in
    the case that the verb wants, with its adjectives and what it is of.
    """
    if len(units) < 3 or not (has(units[0].lower, PREPOSITION) or units[0].lower == "jako"):
        return 0
    start = len(units) - 1
    while start > 1 and units[start].kind == "word" and has(units[start].lower, NOUNS | ADJECTIVES, "gen"):
        start -= 1  # „kształt anglikanizmu”
    if start > 1 and not has(units[start].lower, NOUNS) and agree(units[start].lower, units[start - 1].lower):
        start -= 1  # „powstanie chłopskie”
    noun = units[start]
    cases = ("acc", "inst") if lemmas(verb) & word_list("verbs_with_inst") else ("acc",)
    if noun.kind != "word" or has(noun.lower, NOUNS, "gen") or has(noun.lower, ADJECTIVES):
        return 0
    if noun.text[0].isupper() and units[start - 1].text[0].islower() and has(units[start - 1].lower, NOUNS):
        return 0  # „w miasteczku Bar”
    while (
        start > 1
        and (
            (agree(units[start - 1].lower, noun.lower) and not units[start - 1].text.isupper())  # „wojsk ONZ”
            or has(units[start - 1].lower, NUMERAL)
            or _name(units[start - 1 : start + 1])
        )
    ):
        start -= 1
    if any(unit.kind == "word" and has(unit.lower, _PARTICIPLES) for unit in units[1:start]):
        return 0  # „(sfotografował) na Kubie budowane w pośpiechu wyrzutnie”
    before = units[start - 1].lower
    closes = before == "," and sum(unit.text == "," for unit in units[:start]) > 1
    named = start == _LONG and all(unit.text[0].isupper() for unit in units[1:start])  # „w Karlowych Warach”
    apart = (
        start >= _LONG and not named and not has(before, PREPOSITION) and (closes or before not in _JOINTS)
    )
    return start if apart and any(has(noun.text, NOUNS, case) for case in cases) else 0


def _name(pair: Sequence[Unit]) -> bool:
    """„Annę Kowalską”: two words of a name that nobody is known by."""
    return all(unit.kind == "word" and unit.text.istitle() and has(unit.text, NOUNS, "acc") for unit in pair)
