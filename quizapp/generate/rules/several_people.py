"""`Które z tych osób …?`: an enumeration of persons, among others of the text; several are right."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.companies import Company, asked_with_ktore
from quizapp.generate.distractors import other_people, why_other_person
from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts import Facts
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.items.item import Item, Option

_MOST = 3


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each clause in which several named persons do something together."""
    for company in facts.companies:
        item = _item(facts, company)
        if item:
            yield Draft(item, f"who:{company.clause.units[company.clause.verb].span.start}", 0.85)


def _item(facts: Facts, company: Company) -> Item | None:
    sentence = company.clause.sentence
    stem = asked_with_ktore(company)
    others = other_people(facts, company.members[0], company.content, sentence)
    if not stem or not others:
        return None
    because = f"Tak mówi tekst: {quoted(sentence.span.text)}"
    right = [Option(person.name, True, why=because) for person in company.members[:_MOST]]
    wrong = [Option(person.name, False, why=why_other_person(facts, person)) for person in others]
    options = tuple(sorted([*right, *wrong], key=lambda option: option.text))
    return chosen(
        "multiple",
        "person",
        stem,
        options,
        facts.proof(company.clause.evidence, *company.members[:_MOST]),
        sentence_feedback(sentence.span.text),
    )
