"""How each item did: the formulas of Moodle's quiz statistics, in percent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import sqrt
from operator import add

from quizapp.analysis.intervals import wilson_interval
from quizapp.analysis.samples import Mark, Pairs, greatest_products, marginal, mean, products, size, squares
from quizapp.analysis.tally import Tally
from quizapp.items.item import Item


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """One item over `attempts` attempts; None where a figure cannot be made.

    Facility is the share of the points won, with its 95 % interval. Discrimination is the correlation with
    the rest of the test; efficiency relates it to the greatest that these marks allow. The effective weight
    is the item's share in the spread of the totals; it has none where the covariance is negative. Weights
    belong to one test: an item pooled over tests has neither.
    """

    attempts: int
    facility: float
    facility_interval: tuple[float, float]
    deviation: float | None
    discrimination: float | None
    efficiency: float | None
    intended_weight: float | None = None
    effective_weight: float | None = None


@dataclass(frozen=True, slots=True)
class Spread:
    """Sums of squares and products of an item (or a choice) and the rest of its test.

    Spreads of different tests may be added: each was taken from the means of its own.
    """

    own: Fraction
    rest: Fraction
    products: Fraction
    greatest: Fraction

    def __add__(self, other: Spread) -> Spread:
        return Spread(
            self.own + other.own,
            self.rest + other.rest,
            self.products + other.products,
            self.greatest + other.greatest,
        )

    @property
    def correlation(self) -> float | None:
        """In percent; None where either side does not vary."""
        if not self.own or not self.rest:
            return None
        return 100 * float(self.products) / sqrt(self.own * self.rest)

    @property
    def efficiency(self) -> float | None:
        """The products in percent of the greatest that are possible."""
        return float(100 * self.products / self.greatest) if self.greatest else None


def item_figures(tally: Tally) -> tuple[ItemFigures, ...]:
    """The figures of every item of a test with at least one attempt; () for one without."""
    if not tally.attempts:
        return ()
    shares = [products(pairs) for pairs in tally.marks]
    whole = sum(sqrt(share) for share in shares if share > 0)
    return tuple(
        _figures(
            [pairs],
            most,
            intended_weight=float(Fraction(100 * most) / tally.maximum),
            effective_weight=100 * sqrt(share) / whole if share >= 0 and whole else None,
        )
        for pairs, most, share in zip(tally.marks, tally.maxima, shares, strict=True)
    )


def pooled_figures(parts: Sequence[tuple[Tally, int]]) -> ItemFigures | None:
    """The figures of one item over several tests: the tally of each, and the place of the item in it."""
    answered = [(tally, place) for tally, place in parts if tally.attempts]
    if not answered:
        return None
    return _figures([tally.marks[place] for tally, place in answered], answered[0][0].maxima[answered[0][1]])


def guess_score(item: Item) -> float | None:
    """What blind guessing earns, in percent; None where it depends on how one guesses."""
    if item.is_typed:
        return 0.0
    if item.is_chosen and item.options:
        return 100 * sum(option.correct for option in item.options) / len(item.options)
    return None


def rest_of(pairs: Pairs) -> Counter[Mark]:
    """What was earned on the rest of the test."""
    found: Counter[Mark] = Counter()
    for (mark, total), count in pairs.items():
        found[total - mark] += count
    return found


def _figures(
    groups: Sequence[Pairs],
    most: Mark,
    intended_weight: float | None = None,
    effective_weight: float | None = None,
) -> ItemFigures:
    marks = reduce(add, (marginal(pairs, 0) for pairs in groups))
    n, share = size(marks), mean(marks) / most
    low, high = wilson_interval(float(share * n), n)
    spread = reduce(add, map(_spread, groups))
    return ItemFigures(
        attempts=n,
        facility=float(100 * share),
        facility_interval=(100 * low, 100 * high),
        deviation=100 * sqrt(squares(marks) / (n - 1)) / float(most) if n > 1 else None,
        discrimination=spread.correlation,
        efficiency=spread.efficiency,
        intended_weight=intended_weight,
        effective_weight=effective_weight if n > 1 else None,
    )


def _spread(pairs: Pairs) -> Spread:
    own, rest = marginal(pairs, 0), rest_of(pairs)
    return Spread(
        own=squares(own),
        rest=squares(rest),
        products=products(pairs) - squares(own),
        greatest=greatest_products(own, rest),
    )
