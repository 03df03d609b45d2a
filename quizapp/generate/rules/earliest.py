"""`Które z tych wydarzeń nastąpiło najwcześniej?`: the first of three dated events."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.chronology import Happening, orderable, proof_of, short
from quizapp.generate.dating import named
from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts import Facts
from quizapp.items.item import Item, Option

_EVENTS = 3


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for every three neighbouring events."""
    for group in orderable(short(facts.happenings), _EVENTS):
        yield Draft(_item(group), f"earliest:{group[0].date.span.start}", 0.78)


def _item(group: list[Happening]) -> Item:
    first, *later = group
    right = Option(first.told, True, why=_when(first))
    wrong = [Option(event.told, False, why=_when(event)) for event in later]
    options = tuple(sorted([right, *wrong], key=lambda option: option.text))
    evidence = proof_of(group)
    dates = ", ".join(named(event.date) for event in group)
    stem = "Które z tych wydarzeń nastąpiło najwcześniej?"
    return chosen(
        "single",
        "event",
        stem,
        options,
        evidence,
        f"Daty tych wydarzeń w tekście, od najwcześniejszej: {dates}.",
    )


def _when(event: Happening) -> str:
    return f"Data tego wydarzenia według tekstu: {named(event.date)}."
