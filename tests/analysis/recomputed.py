"""The figures once more, by another way: plain lists and the statistics module, straight from the formulas."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from fractions import Fraction
from math import sqrt

Rows = Sequence[Sequence[float]]


def recomputed_items(rows: Rows, maxima: Sequence[float]) -> list[dict[str, float | None]]:
    columns = [[Fraction(row[place]) for row in rows] for place in range(len(maxima))]
    totals = [sum(map(Fraction, row)) for row in rows]
    with_total = [_covariance(column, totals) for column in columns]
    roots = sum(sqrt(one) for one in with_total if one >= 0)
    found = []
    for column, most, share in zip(columns, maxima, with_total, strict=True):
        rest = [total - mark for total, mark in zip(totals, column, strict=True)]
        spread = statistics.variance(column) * statistics.variance(rest)
        greatest = _covariance(sorted(column), sorted(rest))
        found.append(
            {
                "facility": float(100 * statistics.fmean(column) / most),
                "deviation": 100 * sqrt(statistics.variance(column)) / most,
                "discrimination": 100 * float(_covariance(column, rest)) / sqrt(spread) if spread else None,
                "efficiency": float(100 * _covariance(column, rest) / greatest) if greatest else None,
                "intended_weight": 100 * most / sum(maxima),
                "effective_weight": 100 * sqrt(share) / roots if share >= 0 else None,
            }
        )
    return found


def recomputed_test(rows: Rows) -> dict[str, float]:
    totals = [sum(map(Fraction, row)) for row in rows]
    n, k, whole = len(totals), len(rows[0]), statistics.variance(totals)
    apart = sum(statistics.variance([Fraction(row[place]) for row in rows]) for place in range(k))
    middle = statistics.mean(totals)
    moment = {power: sum((total - middle) ** power for total in totals) / n for power in (2, 3, 4)}
    second = n * moment[2] / (n - 1)
    third = n**2 * moment[3] / ((n - 1) * (n - 2))
    fourth = n**2 * ((n + 1) * moment[4] - 3 * (n - 1) * moment[2] ** 2) / ((n - 1) * (n - 2) * (n - 3))
    consistency = float(Fraction(k, k - 1) * (1 - apart / whole) * 100)
    error_ratio = 100 * sqrt(1 - consistency / 100)
    return {
        "mean": float(middle),
        "median": float(statistics.median(totals)),
        "deviation": sqrt(whole),
        "skewness": float(third) / float(second) ** 1.5,
        "kurtosis": float(fourth / second**2),
        "consistency": consistency,
        "error_ratio": error_ratio,
        "standard_error": error_ratio * sqrt(whole) / 100,
    }


def _covariance(one: Sequence[Fraction], other: Sequence[Fraction]) -> Fraction:
    middle, other_middle = sum(one) / len(one), sum(other) / len(other)
    return sum(((x - middle) * (y - other_middle) for x, y in zip(one, other, strict=True)), Fraction(0)) / (
        len(one) - 1
    )
