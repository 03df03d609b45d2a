"""A table of scores, and the moments that every figure is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """Marks by attempt and item, and what each item is worth at most.

    `rows` holds one attempt each, every row as long as `maxima`. An item that was left out counts 0.
    Item figures should be made of first attempts only, as Moodle advises.
    """

    rows: tuple[tuple[float, ...], ...]
    maxima: tuple[float, ...]

    @property
    def totals(self) -> list[float]:
        """The points of each attempt."""
        return [fsum(row) for row in self.rows]

    def marks(self, place: int) -> list[float]:
        """The marks of one item, by attempt."""
        return [row[place] for row in self.rows]

    def rest(self, place: int) -> list[float]:
        """The points of each attempt on all other items."""
        return [fsum((*row[:place], *row[place + 1 :])) for row in self.rows]


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean of at least one value."""
    return fsum(values) / len(values)


def covariance(one: Sequence[float], other: Sequence[float]) -> float:
    """The covariance of two samples of equal length, at least two values long (divisor n - 1)."""
    middle, other_middle = mean(one), mean(other)
    products = ((x - middle) * (y - other_middle) for x, y in zip(one, other, strict=True))
    return fsum(products) / (len(one) - 1)


def variance(values: Sequence[float]) -> float:
    """The variance of a sample of at least two values (divisor n - 1)."""
    return covariance(values, values)


def central_moment(values: Sequence[float], power: int) -> float:
    """The mean of the deviations from the mean, raised to a power (divisor n)."""
    middle = mean(values)
    return fsum((value - middle) ** power for value in values) / len(values)
