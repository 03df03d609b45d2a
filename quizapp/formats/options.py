"""The options of an item in the order in which files of quizapp keep them."""

from __future__ import annotations

from dataclasses import replace

from quizapp.items.item import FALSE, TRUE, Item, Option
from quizapp.items.values import ascending


def listed_options(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """Dates and numbers least first, as they are shown; other options as they were written."""
    order = ascending([option.text for option in options])
    return tuple(options[place] for place in order) if order else options


def as_listed(item: Item) -> Item:
    """The same question with its options in the order of files: what is right first, unless they ascend.

    Options are shuffled where they are shown, so that two questions that differ in their order are one.
    """
    if item.type == "order" or not item.options:
        return item
    options = tuple(sorted(item.options, key=_place_in_files))
    if item.type not in ("boolean", "match"):
        options = listed_options(options)
    answer = (
        item.answer if item.type == "match" else tuple(option.text for option in options if option.correct)
    )
    return replace(item, options=options, answer=answer)


def _place_in_files(option: Option) -> bool:
    return option.text == FALSE if option.text in (TRUE, FALSE) else not option.correct
