"""`W jakiej kolejności nastąpiły te wydarzenia?`: dated events to be put in order."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.dating import named
from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts.chronology import Happening, of_different_people, orderable, proof_of, short
from quizapp.generate.facts.gathered import Facts
from quizapp.items.item import Item, Option

_EVENTS = 4


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for every four neighbouring events, or for the only three."""
    told = [event for event in short(facts.happenings) if not event.begins_or_ends]
    events = facts.apart_by_heading(list(of_different_people(told)))
    groups = [group for some in events for group in orderable(some, _EVENTS)]
    for group in groups or [group for some in events for group in orderable(some, _EVENTS - 1)]:
        yield Draft(_item(group), f"order:{group[0].date.span.start}", 0.6)


def _item(group: list[Happening]) -> Item:
    options = tuple(Option(event.told, True, why=f"Data w tekście: {_when(event)}.") for event in group)
    stem = "W jakiej kolejności nastąpiły te wydarzenia?"
    evidence = proof_of(group)
    return chosen(
        "order", "event", stem, options, evidence, f"Daty w tekście: {', '.join(map(_when, group))}."
    )


def _when(event: Happening) -> str:
    return named(event.date)
