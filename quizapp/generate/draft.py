"""What a rule hands over: a question not yet numbered and ranked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quizapp.items.item import FALSE, TRUE, Category, Item, ItemType, Option
from quizapp.text.spans import Span

Why = Literal["shape", "evidence", "unproved", "rival", "leak", "writing", "known"]
"""Why a question is not proposed: it cannot be read; its evidence is not in the text, or does not prove it;
another answer may be right too; it gives its answer away; an item-writing check forbids it; it is asked already."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A question with what it asks about and how much it is worth.

    `fact` names what is asked (two drafts of one fact do not belong side by side); `worth` is from 0 to 1,
    about the share of such questions that strict readers accepted.
    """

    item: Item
    fact: str
    worth: float


@dataclass(frozen=True, slots=True)
class Sound:
    """A draft that no check forbids, with the rule that made it and the codes of the checks that warn."""

    rule: str
    draft: Draft
    flags: tuple[str, ...]


def chosen(
    item_type: ItemType,
    category: Category,
    stem: str,
    options: tuple[Option, ...],
    evidence: tuple[Span, ...],
    feedback: str,
) -> Item:
    """An item answered by choosing; its answers are the right options."""
    answer = tuple(option.text for option in options if option.correct)
    return Item(item_type, category, stem, options, answer, evidence, feedback)


def true_or_false(
    category: Category, statement: str, is_true: bool, because: str, evidence: tuple[Span, ...], feedback: str
) -> Item:
    """A statement to be called true or false."""
    options = (Option(TRUE, is_true, why=because), Option(FALSE, not is_true, why=because))
    return chosen("boolean", category, statement, options, evidence, feedback)
