"""How many learners it takes before a figure means anything.

The numbers come from simulated classes of sound items: of 20 learners 9.5 % of sound items look negative,
of 30 4.9 %, of 100 0.3 %. A verdict that is wrong more often than once in twenty is not given.
"""

from __future__ import annotations

from typing import Literal

from quizapp.analysis.items import ItemFigures

ItemFlag = Literal["check_the_key", "hardly_discriminates", "discriminates_weakly"]

FEWEST_FOR_FACILITY = 10
FEWEST_FOR_NEGATIVE = 30
FEWEST_FOR_EFFICIENCY = 50
FEWEST_FOR_WEAK = 100
FEWEST_FOR_A_SHARE_OF_OPTIONS = 50
FEWEST_FOR_CONSISTENCY, FEWEST_ITEMS_FOR_CONSISTENCY = 20, 5
DUBIOUS_EFFICIENCY = 15
WEAK_DISCRIMINATION = 20


def may_show_facility(attempts: int) -> bool:
    """Whether a share says more than the bare counts."""
    return attempts >= FEWEST_FOR_FACILITY


def may_judge_discrimination(attempts: int) -> bool:
    """Whether any verdict on discrimination can be given; below, say "too few to tell"."""
    return attempts >= FEWEST_FOR_NEGATIVE


def may_show_consistency(attempts: int, items: int) -> bool:
    """Whether alpha means anything for a test of so many items."""
    return attempts >= FEWEST_FOR_CONSISTENCY and items >= FEWEST_ITEMS_FOR_CONSISTENCY


def item_flags(figures: ItemFigures) -> tuple[ItemFlag, ...]:
    """What is worth a teacher's look, as far as the number of attempts can bear it."""
    flags: list[ItemFlag] = []
    discrimination, efficiency, attempts = figures.discrimination, figures.efficiency, figures.attempts
    if discrimination is None:
        return ()
    if attempts >= FEWEST_FOR_NEGATIVE and discrimination < 0:
        flags.append("check_the_key")
    elif attempts >= FEWEST_FOR_EFFICIENCY and efficiency is not None and efficiency < DUBIOUS_EFFICIENCY:
        flags.append("hardly_discriminates")
    elif attempts >= FEWEST_FOR_WEAK and discrimination < WEAK_DISCRIMINATION:
        flags.append("discriminates_weakly")
    return tuple(flags)
