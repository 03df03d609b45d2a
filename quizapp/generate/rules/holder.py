"""`Kto był …?`: the person who held an office, among other persons of the text or typed."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.dating import moment
from quizapp.generate.distractors import other_people, person_options
from quizapp.generate.draft import Draft, chosen, named_answers
from quizapp.generate.facts import Facts
from quizapp.generate.offices import Holding, holds, is_kind, is_spoken_of, may_be_the_post, names_one_post
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.items.item import Item
from quizapp.text.declension import decline_office

_FEW = 10


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each office of two words or more that the text gives to one man only."""
    for holding in facts.holdings:
        said = decline_office(holding.office, "inst")
        if said and _is_asked(holding) and not _is_shared(facts, holding):
            fact = f"office:{holding.person.id}:{holding.office}"
            when = _in_the_year(holding)
            item = _item(facts, holding, f"Kto{when} był {said}?")
            if item.options or when:  # typed, an office alone may be held by many
                yield Draft(item, fact, 0.78)


def _in_the_year(holding: Holding) -> str:
    """The year of the sentence, where it says one only."""
    dates = [unit.date for unit in holding.sentence.units if unit.date]
    at = moment(dates[0]) if len(dates) == 1 and "year" not in dates[0].inferred else None
    if at is None or at.year is None or holding.role.nominative.startswith("były "):
        return ""
    return f" w {at.year} r." if at.year > 0 else f" w {1 - at.year} r. p.n.e."


def _is_asked(holding: Holding) -> bool:
    """Whether the office names one post: a function or a throne, with what or where."""
    a_post = is_kind(holding.office, "functions") or is_kind(holding.office, "rulers")
    return a_post and names_one_post(holding.office) and holding.person.gender == "m"


def _is_shared(facts: Facts, holding: Holding) -> bool:
    """Whether the text may give the office to somebody else too, named or not."""
    near = facts.people_near(holding.sentence.span)
    if any(person.id != holding.person.id and holds(person, holding.office) for person in near):
        return True
    return any(may_be_the_post(post, holding.office) for post in facts.posts_near(holding.sentence))


def _touched(facts: Facts, holding: Holding) -> set[str]:
    """The persons beside whom the text speaks of such an office."""
    return {
        person.id
        for person in facts.people_near(holding.sentence.span)
        if any(
            is_spoken_of(holding.office, facts.beginnings[sentence.index])
            for sentence in facts.sentences_of(person, _FEW)
        )
    }


def _item(facts: Facts, holding: Holding, stem: str) -> Item:
    evidence = holding.sentence.span
    proof = facts.proof((evidence,), holding.person)
    feedback = sentence_feedback(evidence.text)
    peers = _peers(facts, holding)
    strangers = {person.id for person in facts.people_near(evidence) if person.id not in peers}
    others = other_people(facts, holding.person, (), holding.sentence, strangers | _touched(facts, holding))
    if not others:
        return Item("typed", "person", stem, (), named_answers(holding.person), proof, feedback)
    options = person_options(facts, holding.person, others, f"Tak mówi tekst: {quoted(evidence.text)}")
    return chosen("single", "person", stem, options, proof, feedback)


def _peers(facts: Facts, holding: Holding) -> set[str]:
    """The persons around who hold offices too: nobody else could be taken for the holder of one."""
    return {
        other.person.id
        for other in facts.holdings_near(holding)
        if (is_kind(other.office, "functions") or is_kind(other.office, "rulers"))
        and not _of_another_land(holding.office, other.office)
    }


def _of_another_land(office: str, other: str) -> bool:
    """Whether both offices name a land or body, and not the same: a president of Egypt is none of the USA."""
    mine, others = ({word[:4] for word in said.split()[1:] if word[0].isupper()} for said in (office, other))
    return bool(mine and others) and not mine & others
