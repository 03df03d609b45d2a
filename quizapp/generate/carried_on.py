"""The thing with which a sentence goes on: „Proces rozpoczął się 4 lutego i zakończył 15 września”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quizapp.generate.clauses import Clause
from quizapp.generate.facts.acting import thing_that_acts
from quizapp.generate.material import Unit, is_nominative
from quizapp.generate.subjects import fitting_nouns, subject_of, verb_reading
from quizapp.generate.words import GENDERS, NOUNS, Reading, has, lemmas, word_list
from quizapp.text import lexicon

_BREAKS = frozenset(",;:–—")
_BECOMING = frozenset({"zostać", "być", "stać"})
_OF_A_NOUN = frozenset({"z", "ze", "o", "między", "pomiędzy", "przeciw", "przeciwko", "dla", "do", "nad"})
"""Prepositions that seldom tell where or when it was."""
_PRONOUNS = frozenset({"ppron3"})
_NUMBERS = frozenset({"sg", "pl"})


def with_things_carried_on(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """The clauses of a sentence, each without a subject of its own with the thing that acted in the one before."""
    thing: tuple[Unit, ...] = ()
    acted: Reading | None = None
    is_body = False
    for clause in clauses:
        if clause.antecedent is not None or clause.is_subordinate:
            yield clause
            continue
        verb = verb_reading(clause)
        if _stands_after_a_colon(clause) and not is_body:
            thing = ()
        if thing and acted and verb and _goes_on(clause, verb, acted):
            units = (*clause.units[: clause.verb], *thing, *clause.units[clause.verb :])
            yield replace(clause, units=units, verb=clause.verb + len(thing))
            continue
        acting = thing_that_acts(clause, clause.units)
        acting = () if _is_cut(clause, acting) else acting
        thing, acted = () if any(map(_is_a_man, acting)) else acting, verb
        is_body = _is_a_body(acting) and not any(has(unit.lower, _PRONOUNS) for unit in clause.units)
        yield clause


def _is_a_body(acting: Iterable[Unit]) -> bool:
    """Whether it is one that goes on acting beyond a colon: „sejm zdobył się na krok: powołał władzę”."""
    return any(lemmas(unit.lower) & word_list("institutions") for unit in acting if unit.kind == "word")


def _is_cut(clause: Clause, acting: Sequence[Unit]) -> bool:
    """Whether more of it may follow: „konflikt Rzymu z królem Numidii (obnażył …)”."""
    end = clause.units.index(acting[-1]) + 1 if acting else 0
    return 0 < end < clause.verb and clause.units[end].lower in _OF_A_NOUN


def _is_a_man(unit: Unit) -> bool:
    """Whether it may be somebody whom the text calls by a name elsewhere: „biskup”."""
    return unit.kind == "word" and has(unit.lower, NOUNS, "nom", "sg", "m1")


def _stands_after_a_colon(clause: Clause) -> bool:
    """Whether it explains what was said: „zmiana władzy otworzyła jej drogę: została posłanką”."""
    start = clause.units[0].span.start
    breaks = [unit.text for unit in clause.sentence.units if unit.span.end <= start and unit.text in _BREAKS]
    return breaks[-1:] == [":"]


def _becomes_a_person(clause: Clause) -> bool:
    """„została posłanką”: said of nobody but a person."""
    become = bool(lemmas(clause.verb_form) & _BECOMING)
    return become and any(
        lemmas(unit.lower) & (lexicon.words("offices") | lexicon.words("occupations"))
        and has(unit.lower, NOUNS, "inst")
        for unit in clause.units
        if unit.kind == "word"
    )


def _goes_on(clause: Clause, verb: Reading, acted: Reading) -> bool:
    """Whether the clause surely leaves its subject out, and its verb fits the one before."""
    shared = verb.marks & acted.marks
    alike = verb.pos == acted.pos == "praet" and shared & _NUMBERS and shared & GENDERS
    named = any(is_nominative(unit) or unit.quotation for unit in clause.units)
    if not alike or named or subject_of(clause).kind != "unsaid" or _becomes_a_person(clause):
        return False
    objects = (
        clause.units.index(noun) > clause.verb and has(noun.text, NOUNS, "acc")
        for noun in fitting_nouns(clause, verb)
    )
    return all(objects)
