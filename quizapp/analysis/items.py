"""How each item did: the formulas of Moodle's quiz statistics, in percent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from quizapp.analysis.intervals import wilson_interval
from quizapp.analysis.scores import ScoreTable, covariance, mean, variance

NOTHING = 1e-12
"""What counts as no variance at all, since thirds of a point are not exact."""


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """One item over `attempts` attempts; None where a figure cannot be made.

    Facility is the share of the points won, with its 95 % interval. Discrimination is the correlation with
    the rest of the test; efficiency relates it to the greatest that these marks allow. The effective weight
    is the item's share in the spread of the totals; it has none where the covariance is negative.
    """

    attempts: int
    facility: float
    facility_interval: tuple[float, float]
    deviation: float | None
    discrimination: float | None
    efficiency: float | None
    intended_weight: float
    effective_weight: float | None


def item_figures(table: ScoreTable) -> tuple[ItemFigures, ...]:
    """The figures of every item of a table with at least one attempt; () for an empty one."""
    if not table.rows:
        return ()
    return tuple(_figures(table, place) for place in range(len(table.maxima)))


def guess_score(options: int) -> float:
    """What blind guessing earns on an item with one key, in percent."""
    return 100 / options


def _figures(table: ScoreTable, place: int) -> ItemFigures:
    marks, rest, most = table.marks(place), table.rest(place), table.maxima[place]
    facility = mean(marks) / most
    is_sample = len(marks) > 1
    low, high = wilson_interval(facility * len(marks), len(marks))
    return ItemFigures(
        attempts=len(marks),
        facility=100 * facility,
        facility_interval=(100 * low, 100 * high),
        deviation=100 * sqrt(variance(marks)) / most if is_sample else None,
        discrimination=_discrimination(marks, rest) if is_sample else None,
        efficiency=_efficiency(marks, rest) if is_sample else None,
        intended_weight=100 * most / fsum(table.maxima),
        effective_weight=_effective_weight(table, place) if is_sample else None,
    )


def _discrimination(marks: Sequence[float], rest: Sequence[float]) -> float | None:
    spread = variance(marks) * variance(rest)
    return 100 * covariance(marks, rest) / sqrt(spread) if spread > NOTHING else None


def _efficiency(marks: Sequence[float], rest: Sequence[float]) -> float | None:
    greatest = covariance(sorted(marks), sorted(rest))
    return 100 * covariance(marks, rest) / greatest if greatest > NOTHING else None


def _effective_weight(table: ScoreTable, place: int) -> float | None:
    totals = table.totals
    shares = [covariance(table.marks(other), totals) for other in range(len(table.maxima))]
    whole = fsum(sqrt(share) for share in shares if share > 0)
    return 100 * sqrt(shares[place]) / whole if shares[place] >= 0 and whole > NOTHING else None
