"""A name left out of a whole sentence of the text, to be typed, where no question of its own asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from quizapp.generate.accepted_names import accepted_names, is_a_ruler_whom_nobody_knows
from quizapp.generate.clauses import Clause
from quizapp.generate.draft import Draft
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.facts.lives import tells_of_a_life
from quizapp.generate.facts.offices import reigns
from quizapp.generate.material import Sentence, Unit, is_nominative
from quizapp.generate.whole_sentences import is_clear_on_its_page
from quizapp.generate.wording import sentence_feedback
from quizapp.generate.words import lemmas, readings
from quizapp.items.item import GAP, Item
from quizapp.text import lexicon
from quizapp.text.annotations import Person
from quizapp.text.names.declension import decline_name

_CASES = ("gen", "dat", "acc", "inst", "loc")
_FEWEST = 6
_NEAR = 4
_BREAKS = frozenset(",;:–(")
_MOST, _MANY = 2, 3
_STEM = 4
_OF_ESTATES = frozenset({"hrabia", "hrabina", "książę", "księżna", "markiz", "markiza", "diuk", "earl"})
_BONDS = frozenset({"związek", "romans"})
_NAMING = frozenset({"imię", "nazwisko", "przydomek", "pseudonim", "zwać", "nazwać"})
_MARKS_OF_LISTS = frozenset({",", "i", "oraz", "–"})


def drafts(facts: Facts) -> Iterator[Draft]:
    """Two gaps at most in a sentence that is clear on its page and no mere birth or death, each person once."""
    clauses: dict[int, list[Clause]] = {}
    for clause in facts.clauses:
        clauses.setdefault(clause.sentence.index, []).append(clause)
    asked: set[str] = set()
    for sentence in facts.sentences:
        people = [at for at, unit in enumerate(sentence.units) if unit.person and unit.person.id not in asked]
        if len(sentence.units) < _FEWEST or not people:
            continue
        told = clauses.get(sentence.index, [])
        if (told and all(map(tells_of_a_life, told))) or not is_clear_on_its_page(facts, sentence, told):
            continue
        found = ((sentence.units[at], _item(facts, sentence, at)) for at in people)
        for unit, item in islice(((unit, item) for unit, item in found if item), _MOST):
            if unit.person:
                asked.add(unit.person.id)
                yield Draft(item, f"gap:{unit.span.start}", 0.79)


def _item(facts: Facts, sentence: Sentence, at: int) -> Item | None:
    unit = sentence.units[at]
    person = unit.person
    if (
        person is None
        or _is_the_theme(facts, person)
        or facts.is_witness(person)
        or _is_one_of_many(sentence, person)
        or is_a_ruler_whom_nobody_knows(person, facts.years_of(person))
        or not _may_be_left_out(sentence.units, at, person)
    ):
        return None
    start, end = unit.span.start - sentence.span.start, unit.span.end - sentence.span.start
    text = sentence.span.text
    stem = " ".join(f"{text[:start]}{GAP}{text[end:]}".rstrip(". ").split()) + "."
    answers = tuple(dict.fromkeys((unit.text, *accepted_names(person, facts.years_of(person)))))
    proof = facts.proof((sentence.span,), person)
    return Item("cloze", "person", stem, (), answers, proof, sentence_feedback(text))


def _is_the_theme(facts: Facts, person: Person) -> bool:
    hero = facts.hero is not None and facts.hero.id == person.id
    return hero or (facts.theme is not None and facts.theme.is_named_in(person.name))


def _is_one_of_many(sentence: Sentence, person: Person) -> bool:
    """Whether a sentence of several names is the only one to name the person: who sat at the table too."""
    return len(sentence.people) >= _MANY and len(person.mentions) == 1


def _may_be_left_out(units: Sequence[Unit], at: int, person: Person) -> bool:
    """Whether the whole name of a person stands there in a sure case, and nothing in the sentence tells it."""
    said = units[at]
    declined = any(decline_name(person.name, person.gender, case) == said.text for case in _CASES)
    nominative = is_nominative(said)
    opens = at == 0 and not nominative  # „____ reprezentował poseł”: it would look like the subject
    place = at > 0 and (_is_a_place(said, units[at - 1], person) or _is_an_estate(said, units[at - 1]))
    sure = (nominative or declined) and not (opens or place)
    told = _is_told(units, at, person) or _is_kin_told_once(units, at, person)
    return sure and not (told or _is_part_of_a_name(units, at) or _is_listed(units, at))


def _is_part_of_a_name(units: Sequence[Unit], at: int) -> bool:
    """Whether it is a dynasty, or other words belong to it: „Ewa z domu Nowak”, „fort Świętego Jerzego”."""
    after = units[at + 1 : at + 3]
    dynasty = any("nazwa_członka_rodu" in reading.labels for reading in readings(units[at].text))
    maiden = [unit.lower for unit in after] == ["z", "domu"]
    goes_on = bool(after) and after[0].kind == "word" and after[0].text[0].isupper()
    return dynasty or maiden or goes_on or (at > 0 and _begins_a_name(units[at - 1]))


def _is_kin_told_once(units: Sequence[Unit], at: int, person: Person) -> bool:
    """Whether somebody is named only as another's kin: „miał córkę Annę”, „syn wojewody Jana”: a trifle."""
    before = list(takewhile(lambda unit: unit.text not in _BREAKS, reversed(units[max(0, at - _NEAR) : at])))
    kin = any(
        lemmas(unit.lower) & (lexicon.words("relatives") | _BONDS) for unit in before if unit.kind == "word"
    )
    known = bool(person.roles) and " " in person.name
    return kin and len(person.mentions) == 1 and not (known or reigns(person))


def _begins_a_name(before: Unit) -> bool:
    """Whether the word before is a part of the name: „Yang Guozhong”, „fort Świętego Jerzego”; not „Norweg …”."""
    unknown = before.kind == "word" and before.text[0].isupper() and not readings(before.text)
    return unknown or "święty" in lemmas(before.lower)


def _is_a_place(said: Unit, before: Unit, person: Person) -> bool:
    """Whether it stands where a place or a body does: „studiowała na Harvardzie”, „premier z Fianna Fáil”.

    „poselstwa do ____” may have gone to a land.
    """
    if before.lower == "do":
        return True
    case = {"w": "loc", "we": "loc", "na": "loc", "z": "gen", "ze": "gen"}.get(before.lower)
    return case is not None and decline_name(person.name, person.gender, case) == said.text


def _is_an_estate(said: Unit, before: Unit) -> bool:
    """„hrabia Salisbury”: one word after such a title, which nobody bears as a name, is what he is count of."""
    titled = before.kind == "word" and lemmas(before.lower) & _OF_ESTATES
    return bool(titled) and " " not in said.text and not readings(said.text)


def _is_told(units: Sequence[Unit], at: int, person: Person) -> bool:
    """Whether another word of the sentence has a part of the name, or tells that it is a name."""
    names = {word[:_STEM].casefold() for word in person.name.split() if len(word) >= _STEM}
    others = [unit for unit in units if unit is not units[at]]
    named = any(name in unit.lower for unit in others for name in names)
    return named or any(lemmas(unit.lower) & _NAMING for unit in others if unit.kind == "word")


def _is_listed(units: Sequence[Unit], at: int) -> bool:
    """Whether it is one of a list, with nothing before it that says who it is: „posłów: A, B i C”."""
    before, after = (units[at - 1].lower if at else ""), (units[at + 1].lower if at + 1 < len(units) else "")
    first_of_three = after == "," and at + 2 < len(units) and units[at + 2].person is not None
    return first_of_three or (before in _MARKS_OF_LISTS and after in _MARKS_OF_LISTS and after != "–")
