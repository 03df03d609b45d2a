"""Persons to be matched with their offices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.facts.offices import Holding, is_all_that_is_said, is_kind, may_be_same, nations_in
from quizapp.generate.likeness import sounds_polish
from quizapp.generate.material import is_nominative
from quizapp.generate.wording import quoted
from quizapp.generate.words import NOUNS, has, lemmas
from quizapp.items.item import Option

_FEWEST, _MOST, _STEM = 3, 5, 4
_ANY_RULER = frozenset({"władca", "monarcha", "panujący"})


def drafts(facts: Facts) -> Iterator[Draft]:
    """One item for every three to five neighbouring persons with offices that differ."""
    group: list[Holding] = []
    listed = Counter(holding.sentence.index for holding in facts.holdings)
    asked = [
        holding
        for holding in facts.holdings
        if _is_asked(holding) and (facts.acts(holding.person) or listed[holding.sentence.index] >= _FEWEST)
    ]
    nations = Counter(nation for holding in asked for nation in nations_in(holding.office))
    for holding in asked:
        foreign = nations_in(holding.office) and not sounds_polish(holding.person)
        if foreign and all(nations[nation] == 1 for nation in nations_in(holding.office)):
            continue  # the one German name is that of the German minister
        if all(_differ(holding, other) for other in group):
            group.append(holding)
        if len(group) == _MOST:
            yield from _drafts_of(group)
            group = []
    yield from _drafts_of(group)


def _drafts_of(group: list[Holding]) -> Iterator[Draft]:
    """The item for the group; one „królowa” among men is told by her title, and left out."""
    queens = [holding for holding in group if _is_a_womans(holding.office)]
    kept = [holding for holding in group if len(queens) != 1 or holding not in queens]
    if len(kept) >= _FEWEST:
        yield _draft(kept)


def _is_a_womans(office: str) -> bool:
    head = office.split()[0].casefold()
    return has(head, NOUNS, "nom", "f") and not has(head, NOUNS, "nom", "m1")


def _is_asked(holding: Holding) -> bool:
    """Whether by this office the text makes somebody known whose name does not tell it."""
    a_post = is_kind(holding.office, "functions") or is_kind(holding.office, "rulers")
    told = len(holding.words) > 1 and is_all_that_is_said(holding)
    name = {word[:_STEM].casefold() for word in holding.person.name.split() if len(word) >= _STEM}
    oblique = (
        holding.role.span.text.casefold() != holding.role.nominative.casefold() and holding.person.mentions
    )
    undeclined = oblique and all(mention.text == holding.person.name for mention in holding.person.mentions)
    if undeclined and not is_nominative(holding.sentence.units[0]):
        return False  # a name that its dictionary form is not sure of: „wielkim komturem Kunonem”
    if lemmas(holding.office.split()[0].casefold()) & _ANY_RULER:
        return False  # „władca Litwy” is its grand duke too
    return a_post and told and not any(word[:_STEM] in name for word in holding.words)


def _differ(one: Holding, other: Holding) -> bool:
    same = may_be_same(one.words, other.words) or _may_be_colleagues(one.words, other.words)
    return one.person.id != other.person.id and not same


def _may_be_colleagues(one: Collection[str], other: Collection[str]) -> bool:
    """Whether one noun is told in two ways: „minister spraw zagranicznych”, „austriacki minister”."""
    shared = any(has(word, NOUNS, "nom") for word in set(one) & set(other))
    return shared and len(one) != len(other)


def _draft(group: list[Holding]) -> Draft:
    evidence = tuple(dict.fromkeys(holding.sentence.span for holding in group))
    options = tuple(
        Option(
            holding.office,
            True,
            left=holding.person.name,
            why=f"W tekście: {quoted(holding.sentence.span.text)}",
        )
        for holding in group
    )
    feedback = f"W tekście: {quoted(evidence[0].text, 300)}"
    item = chosen(
        "match", "person", "Połącz osoby z ich funkcjami lub tytułami.", options, evidence, feedback
    )
    return Draft(item, f"offices:{group[0].role.span.start}", 0.5)
