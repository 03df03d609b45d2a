"""`Kto był …?`: the person who held an office, among other persons of the text or typed."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.distractors import other_people, person_options
from quizapp.generate.draft import Draft, chosen, named_answers
from quizapp.generate.facts import Facts
from quizapp.generate.offices import Holding, holds, is_kind
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.items.item import Item
from quizapp.text.declension import decline_office


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each office of two words or more that the text gives to one man only."""
    for holding in facts.holdings:
        said = decline_office(holding.office, "inst")
        if said and _is_asked(holding) and not _is_shared(facts, holding):
            fact = f"office:{holding.person.id}:{holding.office}"
            yield Draft(_item(facts, holding, f"Kto był {said}?"), fact, 0.87)


def _is_asked(holding: Holding) -> bool:
    """Whether the office names one post: a function or a throne, with what or where."""
    a_post = is_kind(holding.office, "functions") or is_kind(holding.office, "rulers")
    return a_post and len(holding.words) > 1 and holding.person.gender == "m"


def _is_shared(facts: Facts, holding: Holding) -> bool:
    near = facts.people_near(holding.sentence.span)
    return any(person.id != holding.person.id and holds(person, holding.office) for person in near)


def _item(facts: Facts, holding: Holding, stem: str) -> Item:
    evidence = holding.sentence.span
    feedback = sentence_feedback(evidence.text)
    others = other_people(facts, holding.person, (), holding.sentence)
    if not others:
        return Item("typed", "person", stem, (), named_answers(holding.person), (evidence,), feedback)
    options = person_options(facts, holding.person, others, f"Tak mówi tekst: {quoted(evidence.text)}")
    return chosen("single", "person", stem, options, (evidence,), feedback)
