"""How the whole test did: the formulas of Moodle's quiz statistics."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum, sqrt
from statistics import median

from quizapp.analysis.scores import ScoreTable, central_moment, mean, variance


@dataclass(frozen=True, slots=True)
class TestFigures:
    """One test over `attempts` attempts; None where a figure cannot be made.

    Mean, median, deviation and standard error are in points. Consistency is Cronbach's alpha in percent:
    it may be negative, and then the error ratio is above 100. The standard error is the deviation that the
    choice of these items, and not of others, gives the points of one learner.
    """

    attempts: int
    items: int
    mean: float
    median: float
    deviation: float | None
    skewness: float | None
    kurtosis: float | None
    consistency: float | None
    error_ratio: float | None
    standard_error: float | None


def test_figures(table: ScoreTable) -> TestFigures | None:
    """The figures of a table; None for one without attempts."""
    if not table.rows:
        return None
    totals = table.totals
    deviation = sqrt(variance(totals)) if len(totals) > 1 else None
    consistency = _consistency(table)
    error_ratio = None if consistency is None else 100 * sqrt(1 - consistency / 100)
    return TestFigures(
        attempts=len(totals),
        items=len(table.maxima),
        mean=mean(totals),
        median=median(totals),
        deviation=deviation,
        skewness=_skewness(totals),
        kurtosis=_kurtosis(totals),
        consistency=consistency,
        error_ratio=error_ratio,
        standard_error=None if error_ratio is None or deviation is None else error_ratio * deviation / 100,
    )


def _consistency(table: ScoreTable) -> float | None:
    count = len(table.maxima)
    if len(table.rows) <= 2 or count <= 1 or not _spreads(table.totals):
        return None
    apart = fsum(variance(table.marks(place)) for place in range(count))
    return 100 * count / (count - 1) * (1 - apart / variance(table.totals))


def _skewness(totals: list[float]) -> float | None:
    n = len(totals)
    if n <= 2 or not _spreads(totals):
        return None
    third = n * fsum((total - mean(totals)) ** 3 for total in totals) / ((n - 1) * (n - 2))
    return float(third / variance(totals) ** 1.5)


def _kurtosis(totals: list[float]) -> float | None:
    n = len(totals)
    if n <= 3 or not _spreads(totals):
        return None
    second, fourth = central_moment(totals, 2), central_moment(totals, 4)
    cumulant = n**2 * ((n + 1) * fourth - 3 * (n - 1) * second**2) / ((n - 1) * (n - 2) * (n - 3))
    return float(cumulant / variance(totals) ** 2)


def _spreads(totals: list[float]) -> bool:
    """Whether not all totals are one, small errors of addition aside."""
    return max(totals) - min(totals) > 1e-9
