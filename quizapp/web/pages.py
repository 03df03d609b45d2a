"""What pages of both audiences say alike."""

from __future__ import annotations

from quizapp.items.item import Item, Response


def answered_in_words(item: Item, response: Response) -> str:
    """A response as a person would write it down."""
    if item.type == "match":
        lefts = [option.left for option in item.options if option.left]
        return "; ".join(f"{left} – {right or '…'}" for left, right in zip(lefts, response, strict=False))
    return ("; " if item.type == "multiple" else " → ").join(response)


def key_in_words(item: Item) -> str:
    """The key as a person would write it down: what to show after an answer."""
    if item.type == "match":
        return answered_in_words(item, tuple(option.text for option in item.options if option.left))
    if item.type == "order":
        return answered_in_words(item, tuple(option.text for option in item.options))
    if item.type == "multiple":
        return answered_in_words(item, tuple(option.text for option in item.options if option.correct))
    return item.answer[0]
