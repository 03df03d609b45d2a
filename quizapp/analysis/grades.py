"""School grades from 1 to 6, by the share of the points."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

Scale = tuple[int, int, int, int, int]
"""The least percent of the points for the grades 2, 3, 4, 5 and 6."""

USUAL_SCALE: Scale = (30, 50, 70, 85, 95)


def grade_of(share: Fraction, scale: Scale) -> int:
    """The grade for a share of the points, from 1 to 6."""
    return 1 + sum(100 * share >= least for least in scale)


def is_scale(percents: tuple[int, ...]) -> bool:
    """Whether five percents rise from one grade to the next."""
    bounds = (0, *percents, 101)
    return len(percents) == 5 and all(low < high for low, high in pairwise(bounds))
