from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, get_args

from quizapp.text.spans import Span

ItemType = Literal["single", "multiple", "boolean", "cloze", "typed", "date", "order", "match"]
Category = Literal["date", "person", "quotation", "event", "place"]
Status = Literal["ready", "draft", "retired"]

ITEM_TYPES: tuple[ItemType, ...] = get_args(ItemType)
CATEGORIES: tuple[Category, ...] = get_args(Category)
STATUSES: tuple[Status, ...] = get_args(Status)

GAP = "____"
TRUE, FALSE = "Prawda", "Fałsz"

Response = tuple[str, ...]
"""What a learner gave, in words, so that it can be read and regraded without the page that asked.

single, boolean, cloze with options: the text of the chosen option; multiple: the texts of the chosen
options; typed, date, cloze without options: the text as typed; order: the texts of the options in the
order given; match: for each option of the item in turn, the right-hand text chosen for its left
("" where none was). Nothing answered: ().
"""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. In a match item `left` goes with `text`; in an order item they stand in right order."""

    text: str
    correct: bool
    left: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A question with its key and the words of the source that prove the key.

    `answer` holds every accepted answer, the one to show first; `evidence` spans lie in the body of the
    source; `options` are empty for typed and date items, and for a cloze that is typed.
    """

    type: ItemType
    category: Category
    stem: str
    options: tuple[Option, ...]
    answer: tuple[str, ...]
    evidence: tuple[Span, ...]
    feedback: str = ""
    tags: tuple[str, ...] = ()

    @property
    def is_chosen(self) -> bool:
        """Answered by picking one of the options."""
        return self.type in ("single", "boolean") or (self.type == "cloze" and bool(self.options))

    @property
    def is_typed(self) -> bool:
        """Answered by typing."""
        return self.type in ("typed", "date") or (self.type == "cloze" and not self.options)


@dataclass(frozen=True, slots=True)
class Score:
    """What a response is worth: points of 1, and what it was accepted as when it was not the key itself."""

    points: Fraction
    accepted_as: str = ""
    note: str = ""
