"""Which options were chosen, by whom, and which wrong ones work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from operator import add

from quizapp.analysis.honesty import FEWEST_FOR_A_SHARE_OF_OPTIONS
from quizapp.analysis.items import Spread, rest_of
from quizapp.analysis.samples import mean, squares
from quizapp.analysis.tally import LEFT_OUT, Chosen, Tally
from quizapp.items.item import Item

FUNCTIONING_SHARE = 0.05
NOBODY = Chosen(0, 0)


@dataclass(frozen=True, slots=True)
class OptionFigures:
    """How many chose an option, and how that goes with the rest of the test (a correlation in percent).

    A wrong one works if it draws one in twenty, of few learners anybody. The line of those who left the
    question out has no text.
    """

    text: str
    correct: bool
    chosen: int
    share: float
    works: bool
    discrimination: float | None


def option_figures(item: Item, parts: Sequence[tuple[Tally, int]]) -> tuple[OptionFigures, ...]:
    """The use of each option in the order of the item, and last those who left it out, if anybody did.

    `parts` are the tallies of the tests that ask the item, and its place in each.
    """
    if item.is_typed or item.type in ("order", "match"):
        return ()
    answered = [(tally, place) for tally, place in parts if tally.attempts]
    named = [(place, option.text, option.correct) for place, option in enumerate(item.options)]
    figures = [_figures(answered, *one) for one in [*named, (LEFT_OUT, "", False)]]
    return tuple(one for one in figures if one.text or one.chosen)


def _figures(parts: Sequence[tuple[Tally, int]], option: int, text: str, correct: bool) -> OptionFigures:
    learners = sum(tally.attempts for tally, _ in parts)
    chosen = sum(tally.choices[place].get(option, NOBODY).count for tally, place in parts)
    spread = reduce(
        add, (_spread(tally, place, option) for tally, place in parts), Spread(*[Fraction(0)] * 4)
    )
    return OptionFigures(
        text=text,
        correct=correct,
        chosen=chosen,
        share=chosen / learners if learners else 0.0,
        works=_works(chosen, learners),
        discrimination=spread.correlation,
    )


def _spread(tally: Tally, place: int, option: int) -> Spread:
    """Of having chosen an option (1) or not (0), and the rest of the test."""
    rest, chosen = rest_of(tally.marks[place]), tally.choices[place].get(option, NOBODY)
    return Spread(
        own=chosen.count * (1 - Fraction(chosen.count, tally.attempts)),
        rest=squares(rest),
        products=chosen.rest - chosen.count * mean(rest),
        greatest=Fraction(0),
    )


def _works(chosen: int, learners: int) -> bool:
    if learners < FEWEST_FOR_A_SHARE_OF_OPTIONS:
        return chosen > 0
    return chosen >= FUNCTIONING_SHARE * learners
