"""Events to be matched with their dates."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.dating import worded
from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts.chronology import Happening, orderable, proof_of, short
from quizapp.generate.facts.gathered import Facts
from quizapp.items.item import Item, Option

_EVENTS = 3


def drafts(facts: Facts) -> Iterator[Draft]:
    """One item for every three neighbouring events dated to the day."""
    days = [event for event in short(facts.happenings) if event.date.precision == "day"]
    for group in (group for some in facts.apart_by_heading(days) for group in orderable(some, _EVENTS)):
        yield Draft(_item(group), f"dates:{group[0].date.span.start}", 0.5)


def _item(group: list[Happening]) -> Item:
    options = tuple(Option(worded(event.date, group[0].date), True, left=event.told) for event in group)
    evidence = proof_of(group)
    feedback = "; ".join(f"{event.told}: {worded(event.date, group[0].date)}" for event in group)
    return chosen("match", "date", "Połącz wydarzenia z ich datami.", options, evidence, feedback)
