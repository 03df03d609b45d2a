"""A name in an oblique case left out of its sentence, among other names in the same case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizapp.generate.distractors import other_people, why_other_person
from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.facts.oblique import Oblique
from quizapp.generate.material import Unit
from quizapp.generate.sense import content
from quizapp.generate.wording import capitalized, joined, quoted, sentence_feedback
from quizapp.generate.years import told_with_year
from quizapp.items.item import GAP, Item, Option
from quizapp.text.annotations import Person
from quizapp.text.names.declension import decline_name


def drafts(facts: Facts) -> Iterator[Draft]:
    """One gap for each such name for which no question asks with a pronoun."""
    for oblique in facts.obliques:
        item = None if oblique.titles else _item(facts, oblique)
        if item:
            yield Draft(item, f"gap:{oblique.unit.span.start}", 0.62)


def _item(facts: Facts, oblique: Oblique) -> Item | None:
    clause = oblique.clause
    barred = {unit.person.id for unit in oblique.units if unit.person}
    others = other_people(facts, oblique.person, content(oblique.units), clause.sentence, barred)
    wrong = [(other, _declined(other, oblique.case)) for other in others]
    told = told_with_year(facts, clause, oblique.units, _with_gap(oblique))
    if told is None:
        return None
    stem = capitalized(told.words).rstrip(".") + "."
    if not wrong or not all(form for _, form in wrong):
        return None
    evidence = clause.sentence.span
    proof = facts.proof((*clause.evidence, *told.proof), oblique.person)
    options = [Option(oblique.key, True, why=f"Tak mówi tekst: {quoted(evidence.text)}")]
    options += [Option(form, False, why=why_other_person(facts, other)) for other, form in wrong if form]
    ordered = tuple(sorted(options, key=lambda option: option.text))
    return chosen("cloze", "person", stem, ordered, proof, sentence_feedback(evidence.text))


def _declined(person: Person, case: str) -> str | None:
    """The name in that case; none where the accusative of a man is not his genitive, since either may be meant."""
    said = decline_name(person.name, person.gender, case)
    if case == "acc" and person.gender == "m" and said != decline_name(person.name, person.gender, "gen"):
        return None
    return said


def _with_gap(oblique: Oblique) -> str:
    gap = Unit("word", replace(oblique.unit.span, text=GAP))
    return joined([gap if unit is oblique.unit else unit for unit in oblique.units], oblique.clause.sentence)
