"""The order in which options and questions are shown: drawn from a seed, and the same for that seed for ever."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from string import ascii_uppercase
from typing import TypeVar

from quizapp.items.item import Item
from quizapp.items.values import ascending

Thing = TypeVar("Thing", int, str)


def shuffled(things: Iterable[Thing], seed: str) -> list[Thing]:
    """Things that differ, in the order drawn for them; whatever is left out, the others keep it."""
    return sorted(things, key=lambda thing: _drawn(seed, str(thing)))


def letter(place: int) -> str:
    """What an option at a place (from 0) is called: A to Z, then AA and so on."""
    before, last = divmod(place, len(ascii_uppercase))
    return (letter(before - 1) if before else "") + ascii_uppercase[last]


def shown_order(item: Item, seed: str) -> tuple[int, ...]:
    """The indices of the item's options in the order to show them.

    True and false keep their places, dates and numbers ascend, everything else is shuffled. What is to be
    put in order or matched never stands as it should be answered.
    """
    if item.type == "boolean":
        return tuple(range(len(item.options)))
    shuffled = _shuffled(item, seed)
    if item.type in ("order", "match"):
        return _turned(shuffled) if shuffled == tuple(range(len(shuffled))) else shuffled
    return ascending([option.text for option in item.options]) or shuffled


def _shuffled(item: Item, seed: str) -> tuple[int, ...]:
    return tuple(sorted(range(len(item.options)), key=lambda index: _drawn(seed, item.stem, str(index))))


def _drawn(*of: str) -> bytes:
    return sha256("\0".join(of).encode("utf-8", "surrogatepass")).digest()


def _turned(order: tuple[int, ...]) -> tuple[int, ...]:
    return (*order[1:], *order[:1])
