"""A name in an oblique case left out of its sentence, among other names in the same case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizapp.generate.clauses import Clause
from quizapp.generate.distractors import other_people, why_other_person
from quizapp.generate.draft import Draft, chosen, named_answers
from quizapp.generate.facts import Facts
from quizapp.generate.material import Unit
from quizapp.generate.sense import content
from quizapp.generate.standing import why_not_alone
from quizapp.generate.subjects import is_nominative, subject_of
from quizapp.generate.titles import in_role
from quizapp.generate.wording import capitalized, joined, quoted, sentence_feedback, without_particles
from quizapp.generate.words import lemmas
from quizapp.generate.years import Told, told_with_year
from quizapp.items.item import GAP, Item, Option
from quizapp.text.annotations import Person
from quizapp.text.declension import decline_name

_NAMING = frozenset({"tytuł", "imię", "nazwa", "przydomek", "nazwisko", "pseudonim"})
_STEM = 5
_CASES = ("gen", "dat", "acc", "inst", "loc")


def drafts(facts: Facts) -> Iterator[Draft]:
    """One gap for each clause that can stand alone and names one person in an oblique case in its second half."""
    for clause in facts.clauses:
        for at, unit in enumerate(clause.units):
            if unit.person and not is_nominative(unit) and _may_be_left_out(clause, at):
                item = _item(facts, clause, unit)
                if item:
                    yield Draft(item, f"gap:{unit.span.start}", 0.62)


def _may_be_left_out(clause: Clause, at: int) -> bool:
    named = [unit for unit in clause.units if unit.person]
    if any(unit.quotation and len(unit.text.split()) > 2 for unit in clause.units):
        return False
    before = clause.units[at - 1] if at else None
    titled = before is not None and (in_role(clause.sentence, before) or bool(lemmas(before.lower) & _NAMING))
    alone = clause.antecedent is None and subject_of(clause).kind != "unsaid" and not clause.negated
    return alone and at * 2 >= len(clause.units) and not titled and len(named) <= 2


def _item(facts: Facts, clause: Clause, left_out: Unit) -> Item | None:
    person = left_out.person
    case = _case(left_out)
    rest = without_particles(clause.units)
    if person is None or not case or why_not_alone(rest, clause.sentence):
        return None
    barred = {unit.person.id for unit in rest if unit.person}
    others = other_people(facts, person, content(rest), clause.sentence, barred)
    wrong = [(other, _declined(other, case)) for other in others]
    key = decline_name(person.name, person.gender, case)
    told = told_with_year(facts, clause, rest, _with_gap(clause, rest, left_out))
    if not key or told is None:
        return None
    stem = capitalized(told.words).rstrip(".") + "."
    if not wrong or not all(form for _, form in wrong):
        return _typed(facts, clause, person, key, told, stem)
    evidence = clause.sentence.span
    proof = facts.proof((*clause.evidence, *told.proof), person)
    options = [Option(key, True, why=f"Tak mówi tekst: {quoted(evidence.text)}")]
    options += [Option(form, False, why=why_other_person(facts, other)) for other, form in wrong if form]
    ordered = tuple(sorted(options, key=lambda option: option.text))
    return chosen("cloze", "person", stem, ordered, proof, sentence_feedback(evidence.text))


def _declined(person: Person, case: str) -> str | None:
    """The name in that case; none where the accusative of a man is not his genitive, since either may be meant."""
    said = decline_name(person.name, person.gender, case)
    if case == "acc" and person.gender == "m" and said != decline_name(person.name, person.gender, "gen"):
        return None
    return said


def _case(unit: Unit) -> str:
    """The case of a name, if only one fits what stands there; genitive and accusative of men look alike."""
    person = unit.person
    if person is None:
        return ""
    words = unit.text.split()
    fitting = [
        case
        for case in _CASES
        if words == (decline_name(person.name, person.gender, case) or "").split()[-len(words) :]
    ]
    if fitting == ["gen", "acc"]:
        return "acc"
    return fitting[0] if len(fitting) == 1 else ""


def _with_gap(clause: Clause, rest: list[Unit], left_out: Unit) -> str:
    gap = Unit("word", replace(left_out.span, text=GAP))
    return joined([gap if unit is left_out else unit for unit in rest], clause.sentence)


def _typed(facts: Facts, clause: Clause, person: Person, key: str, told: Told, stem: str) -> Item | None:
    """The gap to be typed; the name is taken in the nominative too."""
    if not told.says_year or person is facts.hero or _is_kin_of(clause, person):
        return None
    proof = facts.proof((*clause.evidence, *told.proof), person)
    answers = tuple(dict.fromkeys((key, *named_answers(person))))
    return Item("cloze", "person", stem, (), answers, proof, sentence_feedback(clause.sentence.span.text))


def _is_kin_of(clause: Clause, person: Person) -> bool:
    """Whether another name of the clause holds the beginning of the surname: a wife gives away her husband's."""
    own = person.name.split()[-1][:_STEM]
    return any(
        own in word
        for unit in clause.units
        if unit.person and unit.person.id != person.id
        for word in unit.text.split()
    )
