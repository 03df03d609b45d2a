"""Samples as counts of equal values, and the exact sums that every figure is made of.

Marks are whole numbers or fractions, so that no sum is rounded: only the last step of a figure is a float.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction

Mark = int | Fraction
Sample = Mapping[Mark, int]
Pairs = Mapping[tuple[Mark, Mark], int]


def size(sample: Sample) -> int:
    """How many values there are."""
    return sum(sample.values())


def mean(sample: Sample) -> Fraction:
    """The arithmetic mean of at least one value."""
    return Fraction(sum(value * count for value, count in sample.items())) / size(sample)


def median(sample: Sample) -> Fraction:
    """The middle value, or the mean of the two in the middle."""
    ordered, n = sorted(sample.items()), size(sample)
    low, high = _at(ordered, (n - 1) // 2), _at(ordered, n // 2)
    return Fraction(low + high) / 2


def squares(sample: Sample) -> Fraction:
    """The sum of squared deviations from the mean."""
    total = sum(value * count for value, count in sample.items())
    return sum(value * value * count for value, count in sample.items()) - Fraction(total * total) / size(
        sample
    )


def power_sum(sample: Sample, power: int) -> Fraction:
    """The sum of the deviations from the mean, raised to a power."""
    middle = mean(sample)
    return sum(((value - middle) ** power * count for value, count in sample.items()), Fraction(0))


def products(pairs: Pairs) -> Fraction:
    """The sum of the products of deviations, one of each pair from its own mean."""
    n = sum(pairs.values())
    one = sum(x * count for (x, _), count in pairs.items())
    other = sum(y * count for (_, y), count in pairs.items())
    return sum(x * y * count for (x, y), count in pairs.items()) - Fraction(one * other) / n


def greatest_products(one: Sample, other: Sample) -> Fraction:
    """The sum of products that the same values would give if both rose together."""
    paired: Counter[tuple[Mark, Mark]] = Counter()
    left, right = _runs(one), _runs(other)
    x, many_x = next(left)
    y, many_y = next(right)
    while many_x and many_y:
        together = min(many_x, many_y)
        paired[x, y] += together
        many_x, many_y = many_x - together, many_y - together
        if not many_x:
            x, many_x = next(left)
        if not many_y:
            y, many_y = next(right)
    return products(paired)


def marginal(pairs: Pairs, side: int) -> Counter[Mark]:
    """The values of one side of the pairs."""
    found: Counter[Mark] = Counter()
    for pair, count in pairs.items():
        found[pair[side]] += count
    return found


def _runs(sample: Sample) -> Iterator[tuple[Mark, int]]:
    """The values in ascending order with their counts, and a count of nothing at the end."""
    yield from sorted(sample.items())
    yield 0, 0


def _at(ordered: list[tuple[Mark, int]], place: int) -> Mark:
    for value, count in ordered:
        if place < count:
            return value
        place -= count
    raise IndexError(place)
