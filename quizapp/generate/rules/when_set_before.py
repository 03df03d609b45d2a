"""`W którym roku utworzono Radę Nieustającą?`: a participle with its date before what it tells of; typed.

„Utworzona w 1775 roku Rada Nieustająca była …” tells of two events, and „Aresztowany w 1826 roku, odzyskał wolność
po trzech latach” of what happened to the one who is the subject of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizapp.generate.draft import Draft
from quizapp.generate.facts.actors import named_subject
from quizapp.generate.facts.events import tells_of_a_book
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.making import (
    PASSIVE,
    Making,
    ends,
    impersonal,
    is_unfit,
    making_at,
    question,
    told_of,
)
from quizapp.generate.material import Sentence, Unit, is_nominative
from quizapp.generate.noun_phrases import phrase_at_start
from quizapp.generate.titled import agrees_with, title_in_case
from quizapp.generate.words import ADVERB, has, lemmas, readings, word_list
from quizapp.items.item import Item
from quizapp.text import lexicon
from quizapp.text.annotations import Person
from quizapp.text.names.declension import decline_name

_OF_A_COUPLE = frozenset({"poślubić", "zaręczyć", "zaślubić"})
_PARTS = frozenset({":", ";"})
_DOER = frozenset({"przez", "i", "oraz"})


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each thing, work or person that is told of so."""
    for sentence in facts.sentences:
        for at, unit in enumerate(sentence.units):
            if unit.kind != "word" or not has(unit.lower, PASSIVE) or is_unfit(unit.lower):
                continue
            made = making_at(sentence.units, at)
            if made and (item := _asked(facts, sentence, at, made)):
                yield Draft(item, f"made:{unit.span.start}", 0.75)


def _asked(facts: Facts, sentence: Sentence, at: int, made: Making) -> Item | None:
    if not any("perf" in one.marks for one in readings(made.participle) if one.pos in PASSIVE):
        return None
    return (
        _of_work(facts, sentence, at, made)
        or _of_thing(facts, sentence, at, made)
        or _of_subject(facts, sentence, at, made)
    )


def _of_thing(facts: Facts, sentence: Sentence, at: int, made: Making) -> Item | None:
    """The question about „Utworzona w 1775 roku Rada Nieustająca”: the words up to a verb or a mark."""
    units = sentence.units
    start = _after_date(units, at)
    if (facts.is_of_a_thing and tells_of_a_book(units)) or _is_described_before(units, at):
        return None
    participle = [reading for reading in readings(made.participle) if reading.pos in PASSIVE]
    end = next((place for place in range(start, len(units)) if _closes(units[place])), len(units))
    thing = phrase_at_start(sentence, units[start:end], participle)
    if thing is None or lemmas(thing.units[thing.head].lower) & lexicon.words("relatives"):
        return None
    done, words = told_of(thing, made.participle)
    if not done or "pl" in thing.reading.marks:
        return None
    return question(facts, sentence, thing.units, made.before, made.phrase, done, words)


def _closes(unit: Unit) -> bool:
    """Whether the words of the thing end before it: a mark, a verb, or what stands before a verb."""
    return ends(unit) or unit.lower == "nie" or unit.lower in word_list("particles")


def _after_date(units: tuple[Unit, ...], at: int) -> int:
    """The place after the date of the participle, and after those by whom it was done."""
    place = next((place for place in range(at, len(units)) if units[place].date), at) + 1
    if place < len(units) and units[place].lower == "przez":
        while place < len(units) and (units[place].person or units[place].lower in _DOER):
            place += 1
    return place


def _is_described_before(units: tuple[Unit, ...], at: int) -> bool:
    """Whether the words of the thing begin before the participle: „jego wydana w 1542 r. rozprawa”."""
    before = units[at - 1] if at else None
    if before is None or before.kind != "word":
        return False
    possessive = before.lower in ("jego", "jej", "ich")
    return possessive or (has(before.lower, frozenset({"adj"})) and not has(before.lower, ADVERB))


def _of_work(facts: Facts, sentence: Sentence, at: int, made: Making) -> Item | None:
    """The question about a work by its title: „autor wydanej w 1923 roku „Historii miasta””, „„Lalka”, wydana …”."""
    if not lemmas(made.participle) & lexicon.words("publishing_verbs"):
        return None
    units = sentence.units
    comma = at > 1 and units[at - 1].text == ","
    titled = (
        units[at - 2] if comma else next((unit for unit in units[at:] if unit.quotation or ends(unit)), None)
    )
    if titled is None or titled.quotation is None or titled.quotation.kind != "phrase":
        return None
    participle = [reading for reading in readings(made.participle) if reading.pos in PASSIVE]
    title = title_in_case(sentence, titled, agrees_with(participle), "acc")
    done = impersonal(made.participle)
    return question(facts, sentence, (titled,), (), made.phrase, done, title) if done and title else None


def _of_subject(facts: Facts, sentence: Sentence, at: int, made: Making) -> Item | None:
    """The question about the one of whom the sentence goes on to tell: „Aresztowany w 1826 roku, Nowak odzyskał …”."""
    units = sentence.units
    start = next((place + 1 for place in range(at - 1, -1, -1) if units[place].text in _PARTS), 0)
    opens = all(has(unit.lower, ADVERB) for unit in units[start:at])
    comma = next((place for place in range(at, len(units)) if ends(units[place])), None)
    if not opens or comma is None or units[comma].text != ",":
        return None
    person = _subject_after(facts, sentence, comma)
    done, rest = impersonal(made.participle), (*made.before, *made.after)
    if person is None or not done or lemmas(made.participle) & _OF_A_COUPLE:
        return None
    gender = "f" if person.gender == "f" else "m1"
    name = decline_name(person.name, person.gender, "acc")
    lesser = any(lemmas(unit.lower) & word_list("lesser_offices") for unit in rest)
    if not name or lesser or not has(made.participle, PASSIVE, "nom", "sg", gender):
        return None
    named = replace(units[at], person=person, kind="person")
    item = question(facts, sentence, (named,), rest, made.phrase, done, name)
    return replace(item, evidence=facts.proof(item.evidence, person)) if item else None


def _subject_after(facts: Facts, sentence: Sentence, comma: int) -> Person | None:
    """Who is the subject of the clause after the comma, or says the words that follow there."""
    units = sentence.units
    after = units[comma + 1] if comma + 1 < len(units) else None
    if after is not None and is_nominative(after):
        return after.person
    start = units[comma].span.start
    told = (
        one for one in facts.clauses if one.sentence is sentence and one.units[one.verb].span.start > start
    )
    first = next(told, None)
    actor = named_subject(first) if first else None
    said = {unit.quotation.speaker for unit in units if unit.quotation and unit.quotation.kind == "speech"}
    speaker = said.pop() if first is None and len(said) == 1 else None
    return actor.person if actor else facts.annotations.person(speaker) if speaker else None
