"""How many learners it takes before a figure means anything.

The numbers come from simulated classes of sound items: of 20 learners 9.5 % of sound items look negative,
of 30 4.9 %, of 100 0.3 %. A verdict that is wrong more often than once in twenty is not given.
"""

from __future__ import annotations

FEWEST_FOR_FACILITY = 10
FEWEST_FOR_NEGATIVE = 30
FEWEST_FOR_EFFICIENCY = 50
FEWEST_FOR_WEAK = 100
FEWEST_FOR_UNCHOSEN = 25
FEWEST_FOR_A_SHARE_OF_OPTIONS = 50
FEWEST_FOR_CONSISTENCY, FEWEST_ITEMS_FOR_CONSISTENCY = 20, 5
FEWEST_FOR_SHAPE = 30
DUBIOUS_EFFICIENCY = 15
WEAK_DISCRIMINATION = 20


def may_show_facility(attempts: int) -> bool:
    """Whether a share (or a deviation) says more than the bare counts."""
    return attempts >= FEWEST_FOR_FACILITY


def may_judge_discrimination(attempts: int) -> bool:
    """Whether any verdict on discrimination can be given; below, say "too few to tell"."""
    return attempts >= FEWEST_FOR_NEGATIVE


def may_show_consistency(attempts: int, items: int) -> bool:
    """Whether alpha means anything for a test of so many items."""
    return attempts >= FEWEST_FOR_CONSISTENCY and items >= FEWEST_ITEMS_FOR_CONSISTENCY


def may_show_shape(attempts: int) -> bool:
    """Whether skewness and kurtosis tell anything of the scores."""
    return attempts >= FEWEST_FOR_SHAPE
