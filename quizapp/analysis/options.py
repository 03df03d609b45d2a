"""Which options were chosen, and which wrong ones work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.analysis.honesty import FEWEST_FOR_A_SHARE_OF_OPTIONS
from quizapp.items.item import Item, Response

FUNCTIONING_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class OptionFigures:
    """How many chose an option. A wrong one works if it draws one in twenty, of few learners anybody."""

    text: str
    correct: bool
    chosen: int
    share: float
    works: bool


def option_figures(item: Item, responses: Iterable[Response]) -> tuple[OptionFigures, ...]:
    """The use of each option, in the order of the item; responses of an older wording count for none."""
    given = list(responses)
    chosen = Counter(text for response in given for text in set(response))
    return tuple(
        OptionFigures(
            text=option.text,
            correct=option.correct,
            chosen=chosen[option.text],
            share=chosen[option.text] / len(given) if given else 0.0,
            works=_works(chosen[option.text], len(given)),
        )
        for option in item.options
    )


def _works(chosen: int, learners: int) -> bool:
    if learners < FEWEST_FOR_A_SHARE_OF_OPTIONS:
        return chosen > 0
    return chosen >= FUNCTIONING_SHARE * learners
