from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from quizapp.items.item import Item, Response, Score


def grade_order(item: Item, response: Response) -> Score:
    """What Kendall's tau says of the order given: pairs in right order less pairs reversed, over all pairs.

    Never below nothing, so that a guess earns little and the reverse order earns none. A pair of which one
    is not placed counts neither way. Why not exact places or neighbours: docs/decisions/0011-marks-for-an-order.md.
    """
    right = list(dict.fromkeys(option.text for option in item.options))
    place = {text: place for place, text in reversed(list(enumerate(response)))}
    pairs = list(combinations(right, 2))
    gained = sum(
        1 if place[first] < place[second] else -1
        for first, second in pairs
        if first in place and second in place
    )
    points = Fraction(max(0, gained), len(pairs)) if pairs else Fraction(0)
    return Score(points, note="pairs_in_order" if 0 < points < 1 else "")


def grade_match(item: Item, response: Response) -> Score:
    """The share of left sides that got their right side."""
    pairs = [option for option in item.options if option.left]
    right = sum(option.text == chosen for option, chosen in zip(pairs, response, strict=False))
    return Score(Fraction(right, len(pairs)) if pairs else Fraction(0))
