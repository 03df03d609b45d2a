"""Persons to be matched with their offices."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts import Facts
from quizapp.generate.offices import Holding, is_kind, may_be_same
from quizapp.generate.wording import quoted
from quizapp.items.item import Option

_FEWEST, _MOST = 3, 5


def drafts(facts: Facts) -> Iterator[Draft]:
    """One item for every three to five neighbouring persons with offices that differ."""
    group: list[Holding] = []
    for holding in facts.holdings:
        if len(holding.words) > 1 and _is_asked(holding) and all(_differ(holding, other) for other in group):
            group.append(holding)
        if len(group) == _MOST:
            yield _draft(group)
            group = []
    if len(group) >= _FEWEST:
        yield _draft(group)


def _is_asked(holding: Holding) -> bool:
    return is_kind(holding.office, "functions") or is_kind(holding.office, "rulers")


def _differ(one: Holding, other: Holding) -> bool:
    return one.person.id != other.person.id and not may_be_same(one.words, other.words)


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
    return Draft(item, f"offices:{group[0].role.span.start}", 0.85)
