"""`Kto …?`: who did it by the text, among other persons of the text or typed."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.actors import Actor, asked_with_kto
from quizapp.generate.distractors import other_people, person_options, stranger_options
from quizapp.generate.draft import Draft, chosen, named_answers
from quizapp.generate.facts import Facts
from quizapp.generate.ordering import tells_of_a_life
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.items.item import Item


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each clause in which a named person does something."""
    for actor in facts.actors:
        stem = "" if tells_of_a_life(actor.clause) else asked_with_kto(actor)
        item = _item(facts, actor, stem) if stem else None
        if item and (item.options or not _goes_without_saying(facts, actor)):
            worth = 0.9 if actor.clause.named_in is None else 0.85
            yield Draft(item, f"who:{_place(actor)}", worth)


def _goes_without_saying(facts: Facts, actor: Actor) -> bool:
    """Whether anybody would type the name of the one whom the whole text is about."""
    return actor.person is facts.hero and not any(unit.date for unit in actor.rest)


def _place(actor: Actor) -> int:
    return actor.clause.units[actor.clause.verb].span.start


def _item(facts: Facts, actor: Actor, stem: str) -> Item:
    sentence = actor.clause.sentence
    feedback = sentence_feedback(sentence.span.text)
    barred = {unit.person.id for unit in actor.rest if unit.person}
    others = other_people(facts, actor.person, actor.content, sentence, barred)
    because = f"Tak mówi tekst: {quoted(sentence.span.text)}"
    options = person_options(facts, actor.person, others, because) if others else ()
    dated = any(unit.date for unit in actor.rest)
    if not options and dated and not actor.takes_office:
        options = stranger_options(facts, actor.person, sentence, because)
    proof = facts.proof(actor.clause.evidence, actor.person)
    if not options:
        return Item("typed", "person", stem, (), named_answers(actor.person), proof, feedback)
    return chosen("single", "person", stem, options, proof, feedback)
