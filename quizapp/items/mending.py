"""The key of an item made another."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from quizapp.items.item import Item


def may_be_rekeyed(item: Item) -> bool:
    """Whether another key can be named by options or words alone."""
    return item.type not in ("order", "match")


def with_key(item: Item, right: Collection[str]) -> Item:
    """The item with these options as its key, any of which is right where one is to be chosen.

    What was said of an option that changed sides goes, and so does the feedback if the old key is wrong now.
    """
    options = tuple(
        option
        if option.correct is (option.text in right)
        else replace(option, correct=option.text in right, why="")
        for option in item.options
    )
    keeps_key = all(option.text in right for option in item.options if option.correct)
    return replace(
        item,
        options=options,
        answer=tuple(option.text for option in options if option.correct),
        feedback=item.feedback if keeps_key else "",
    )


def with_answers(item: Item, answers: Sequence[str]) -> Item:
    """The item with these accepted answers, the one to show first."""
    keeps_key = item.answer[0] in answers
    return replace(item, answer=tuple(answers), feedback=item.feedback if keeps_key else "")


def asks_the_same(one: Item, other: Item) -> bool:
    """Whether the answers to one item can be graded by the other: the same kind, the same options to choose from."""
    return one.type == other.type and {(o.left, o.text) for o in one.options} == {
        (o.left, o.text) for o in other.options
    }
