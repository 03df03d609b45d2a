"""How the whole test did: the formulas of Moodle's quiz statistics."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from quizapp.analysis.samples import Sample, marginal, mean, median, power_sum, size, squares
from quizapp.analysis.tally import Tally


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


def test_figures(tally: Tally) -> TestFigures | None:
    """The figures of a test; None for one without attempts."""
    if not tally.attempts:
        return None
    totals = tally.totals
    n = size(totals)
    deviation = sqrt(squares(totals) / (n - 1)) / tally.point if n > 1 else None
    consistency = _consistency(tally)
    error_ratio = None if consistency is None else 100 * sqrt(1 - consistency / 100)
    return TestFigures(
        attempts=n,
        items=len(tally.maxima),
        mean=float(mean(totals) / tally.point),
        median=float(median(totals) / tally.point),
        deviation=deviation,
        skewness=_skewness(totals),
        kurtosis=_kurtosis(totals),
        consistency=consistency,
        error_ratio=error_ratio,
        standard_error=None if error_ratio is None or deviation is None else error_ratio * deviation / 100,
    )


def _consistency(tally: Tally) -> float | None:
    count, whole = len(tally.maxima), squares(tally.totals)
    if tally.attempts <= 2 or count <= 1 or not whole:
        return None
    apart = sum(squares(marginal(pairs, 0)) for pairs in tally.marks)
    return float(100 * (1 - apart / whole) * count / (count - 1))


def _skewness(totals: Sample) -> float | None:
    n, spread = size(totals), squares(totals)
    if n <= 2 or not spread:
        return None
    third = n * power_sum(totals, 3) / ((n - 1) * (n - 2))
    return float(third) / sqrt(spread / (n - 1)) ** 3


def _kurtosis(totals: Sample) -> float | None:
    n, spread = size(totals), squares(totals)
    if n <= 3 or not spread:
        return None
    second, fourth = spread / n, power_sum(totals, 4) / n
    cumulant = n**2 * ((n + 1) * fourth - 3 * (n - 1) * second**2) / ((n - 1) * (n - 2) * (n - 3))
    return float(cumulant / (spread / (n - 1)) ** 2)
