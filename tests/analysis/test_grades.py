from __future__ import annotations

from fractions import Fraction

import pytest

from quizapp.analysis.grades import USUAL_SCALE, grade_of, is_scale


@pytest.mark.parametrize(
    ("points", "grade"),
    [(0, 1), (29, 1), (30, 2), (49, 2), (50, 3), (70, 4), (84, 4), (85, 5), (94, 5), (95, 6), (100, 6)],
)
def test_a_grade_begins_at_its_percent(points: int, grade: int) -> None:
    assert grade_of(Fraction(points, 100), USUAL_SCALE) == grade


def test_no_grade_is_rounded_up() -> None:
    assert grade_of(Fraction(2999, 10000), USUAL_SCALE) == 1


@pytest.mark.parametrize(
    ("percents", "fits"),
    [
        ((30, 50, 70, 85, 95), True),
        ((1, 2, 3, 4, 100), True),
        ((0, 50, 70, 85, 95), False),
        ((30, 50, 70, 85, 101), False),
        ((30, 30, 70, 85, 95), False),
        ((50, 30, 70, 85, 95), False),
        ((30, 50, 70, 85), False),
    ],
)
def test_a_scale_rises(percents: tuple[int, ...], fits: bool) -> None:
    assert is_scale(percents) is fits
