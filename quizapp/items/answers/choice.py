from __future__ import annotations

from fractions import Fraction

from quizapp.items.item import Item, Response, Score


def grade_choice(item: Item, response: Response) -> Score:
    """One point for the right option; nothing for another, for none, or for more than one."""
    is_right = len(response) == 1 and response[0] in _keys(item)
    return Score(Fraction(is_right))


def grade_several(item: Item, response: Response) -> Score:
    """Each right pick earns its share, each wrong one takes as much away, never below nothing.

    Plus/minus scoring: to pick all gains nothing (Educational and Psychological Measurement 82(1), 2022).
    """
    keys = _keys(item)
    picks = set(response)
    if not keys:
        return Score(Fraction(0))
    points = Fraction(max(0, len(picks & keys) - len(picks - keys)), len(keys))
    return Score(points, note="picks" if picks - keys and picks & keys else "")


def _keys(item: Item) -> set[str]:
    return {option.text for option in item.options if option.correct}
