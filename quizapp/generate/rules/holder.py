"""`Kto w 1939 r. był …?`: the person who held an office in a year, typed.

Persons whom the text calls something else are no fair wrong options, and one whom it calls alike may be right.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.dating import moment
from quizapp.generate.draft import Draft, named_answers
from quizapp.generate.facts import Facts
from quizapp.generate.offices import Holding, holds, is_kind, may_be_the_post, names_one_post
from quizapp.generate.wording import sentence_feedback
from quizapp.items.item import Item
from quizapp.text.declension import decline_office


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each office of two words or more that the text gives to one man only."""
    for holding in facts.holdings:
        said = decline_office(holding.office, "inst")
        if said and _is_asked(holding) and not _is_shared(facts, holding):
            fact = f"office:{holding.person.id}:{holding.office}"
            when = _in_the_year(holding)
            if when:  # an office alone may be held by many
                yield Draft(_item(facts, holding, f"Kto {when} był {said}?"), fact, 0.78)


def _in_the_year(holding: Holding) -> str:
    """The year of the sentence, where it says one only."""
    dates = [unit.date for unit in holding.sentence.units if unit.date]
    at = moment(dates[0]) if len(dates) == 1 and "year" not in dates[0].inferred else None
    if at is None or at.year is None or holding.role.nominative.startswith("były "):
        return ""
    return f"w {at.year} r." if at.year > 0 else f"w {1 - at.year} r. p.n.e."


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


def _item(facts: Facts, holding: Holding, stem: str) -> Item:
    proof = facts.proof((holding.sentence.span,), holding.person)
    feedback = sentence_feedback(holding.sentence.span.text)
    return Item("typed", "person", stem, (), named_answers(holding.person), proof, feedback)
