"""`Które z tych osób …?`: an enumeration of persons, among others of the text; several are right."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.distractors import other_people, why_other_person
from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts.companies import Company, asked_with_ktore
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.items.item import Item, Option
from quizapp.text.annotations import Person

_MOST = 3


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each clause in which several named persons do something together."""
    for company in facts.companies:
        item = _item(facts, company)
        if item:
            yield Draft(item, f"who:{company.clause.units[company.clause.verb].span.start}", 0.7)


def _item(facts: Facts, company: Company) -> Item | None:
    sentence = company.clause.sentence
    stem = asked_with_ktore(company)
    barred = {person.id for person in facts.people_near(sentence.span) if _was_there(facts, company, person)}
    others = other_people(facts, company.members[0], company.content, sentence, barred)
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


def _was_there(facts: Facts, company: Company, person: Person) -> bool:
    """Whether the text names the person beside a place or body that is asked about."""
    proper = {
        unit.text
        for unit in (*company.before, *company.after)
        if unit.text[0].isupper() and unit.kind == "word"
    }
    return any(unit.text in proper for sentence in facts.sentences_of(person) for unit in sentence.units)
