"""`Kto w 1939 r. był …?`: the person who held an office in a year, typed.

Persons whom the text calls something else are no fair wrong options, and one whom it calls alike may be right.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from quizapp.generate.accepted_names import accepted_names
from quizapp.generate.draft import Draft
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.facts.offices import (
    Holding,
    holds,
    is_kind,
    may_be_the_post,
    names_a_nation,
    names_one_post,
)
from quizapp.generate.likeness import sounds_polish
from quizapp.generate.wording import sentence_feedback
from quizapp.generate.words import is_ordinal, lemmas
from quizapp.generate.years import date_of_holding, in_the_year
from quizapp.items.item import Item
from quizapp.text import lexicon
from quizapp.text.annotations import DateMention
from quizapp.text.names.declension import decline_office

_BESIDE = 2
_OF_EACH_LAND = frozenset(
    {"minister", "wiceminister", "ambasador", "poseł", "konsul", "premier", "sekretarz"}
)
_FIRST = frozenset({"pierwszy", "drugi"})
"""„Szesnasty prezydent” says more of him than of his office in that year; „drugi sekretarz” is an office."""


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each office of two words or more that the text gives to one man only; none in a life."""
    if facts.theme is not None and facts.theme.is_person:
        return
    for holding in facts.holdings:
        said = decline_office(holding.office, "inst")
        if (
            said
            and _is_asked(holding)
            and facts.is_told_of(holding.person)
            and _is_clear_of_which_land(facts, holding)
            and not (_is_shared(facts, holding) or _is_kin_of_hero(facts, holding) or _names_kin(holding))
        ):
            fact = f"office:{holding.person.id}:{holding.office}"
            date = date_of_holding(facts, holding)
            if date and (when := in_the_year(date)):  # an office alone may be held by many
                did = "został" if _begins(holding, date) else "był"
                yield Draft(_item(facts, holding, date, f"{when} {did} {said}?"), fact, 0.45)


def _begins(holding: Holding, date: DateMention) -> bool:
    """Whether the text says that it was held from that date on: „cesarz od 527 roku”."""
    return any(unit.lower == "od" and after.date is date for unit, after in pairwise(holding.sentence.units))


def _is_asked(holding: Holding) -> bool:
    """Whether the office names one post: a function or a throne, with what or where."""
    a_post = is_kind(holding.office, "functions") or is_kind(holding.office, "rulers")
    numbered = any(is_ordinal(word) and not lemmas(word) & _FIRST for word in holding.words)
    second = "zastępca" in lemmas(holding.office.split()[0])
    return (
        a_post
        and not (numbered or second)
        and names_one_post(holding.office)
        and holding.person.gender == "m"
    )


def _is_clear_of_which_land(facts: Facts, holding: Holding) -> bool:
    """Whether the office says its land, or a text that names no other land gives it to a Pole."""
    of_each_land = any(lemmas(word.casefold()) & _OF_EACH_LAND for word in holding.words)
    if names_a_nation(holding.office) or not of_each_land:
        return True
    at_home = not any(names_a_nation(other.office) for other in facts.holdings_near(holding))
    return at_home and sounds_polish(holding.person)


def _is_kin_of_hero(facts: Facts, holding: Holding) -> bool:
    """Whether the text names the holder only as the father or brother of the one whom it is about."""
    hero, person = facts.hero, holding.person
    return hero is not None and hero is not person and hero.name.split()[-1] == person.name.split()[-1]


def _names_kin(holding: Holding) -> bool:
    """Whether the holder only says whose son or wife is meant: „synowi wielkiego księcia Olgierda” tells no date."""
    units = holding.sentence.units
    at = next((at for at, unit in enumerate(units) if unit.span.start >= holding.role.span.start), 0)
    return any(lemmas(unit.lower) & lexicon.words("relatives") for unit in units[max(0, at - _BESIDE) : at])


def _is_shared(facts: Facts, holding: Holding) -> bool:
    """Whether the text may give the office to somebody else too, named or not."""
    near = facts.people_near(holding.sentence.span)
    if any(person.id != holding.person.id and holds(person, holding.office) for person in near):
        return True
    return any(may_be_the_post(post, holding.office) for post in facts.posts_near(holding.sentence))


def _item(facts: Facts, holding: Holding, date: DateMention, asked: str) -> Item:
    said, answers = holding.sentence.span, accepted_names(holding.person, facts.years_of(holding.person))
    feedback = sentence_feedback(said.text)
    if said.start <= date.span.start < said.end:
        return Item(
            "typed", "person", f"Kto {asked}", (), answers, facts.proof((said,), holding.person), feedback
        )
    proof = facts.proof((said, date.span), holding.person)
    # others may have held it in the same year, so the text is asked, not the history
    return Item("typed", "person", f"Kto według tekstu {asked}", (), answers, proof, feedback)
