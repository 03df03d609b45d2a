from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.analysis.honesty import item_flags, may_show_consistency, may_show_facility
from quizapp.analysis.intervals import wilson_interval
from quizapp.analysis.items import ItemFigures, guess_score, item_figures
from quizapp.analysis.options import option_figures
from quizapp.analysis.scores import ScoreTable
from quizapp.analysis.tests import test_figures as figures_of_test
from quizapp.items.item import Item, Option

GOLDEN = ScoreTable(
    rows=((1, 1, 1, 1), (1, 1, 1, 0), (1, 1, 0, 0), (1, 0, 0, 0.5), (0, 0, 1, 0)), maxima=(1, 1, 1, 1)
)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("facility", (80, 60, 60, 30)),
        ("deviation", (44.72, 54.77, 54.77, 44.72)),
        ("discrimination", (27.95, 49.10, -4.17, 27.95)),
        ("efficiency", (50.00, 64.29, -5.26, 33.33)),
        ("effective_weight", (23.86, 30.33, 21.95, 23.86)),
        ("intended_weight", (25, 25, 25, 25)),
    ],
)
def test_item_figures_are_those_of_moodle(figure: str, expected: tuple[float, ...]) -> None:
    found = [getattr(item, figure) for item in item_figures(GOLDEN)]
    assert found == pytest.approx(expected, abs=0.005)


def test_test_figures_are_those_of_moodle() -> None:
    figures = figures_of_test(GOLDEN)
    assert figures is not None
    assert figures.consistency == pytest.approx(41.38, abs=0.005)
    assert figures.error_ratio == pytest.approx(76.56, abs=0.005)
    assert figures.standard_error == pytest.approx(0.922, abs=0.0005)
    assert figures.deviation == pytest.approx(1.2042, abs=0.00005)
    assert (figures.mean, figures.median) == (2.3, 2)


def test_skewness_and_kurtosis_follow_the_sample_formulas() -> None:
    figures = figures_of_test(ScoreTable(((1,), (2,), (3,), (4,), (10,)), (10,)))
    assert figures is not None
    assert figures.skewness == pytest.approx(1.697, abs=0.001)
    assert figures.kurtosis == pytest.approx(3.152, abs=0.001)


def test_reversed_marks_give_negative_figures_that_are_shown_as_they_are() -> None:
    table = ScoreTable(((1, 0), (0, 1), (1, 0), (0, 0.9)), (1, 1))
    figures = figures_of_test(table)
    assert figures is not None
    assert figures.consistency is not None
    assert figures.consistency < 0
    assert figures.error_ratio is not None
    assert figures.error_ratio > 100


def test_an_item_with_negative_covariance_has_no_effective_weight() -> None:
    figures = item_figures(ScoreTable(((0, 3), (1, 0), (0, 3), (1, 0)), (1, 3)))
    assert figures[0].effective_weight is None
    assert figures[1].effective_weight == pytest.approx(100)


def test_marks_without_spread_give_no_discrimination() -> None:
    for rows in (((1, 1), (1, 0), (1, 1)), ((1, 1),)):
        first = item_figures(ScoreTable(rows, (1, 1)))[0]
        assert first.discrimination is None
        assert first.efficiency is None


def test_no_attempts_give_no_figures() -> None:
    assert item_figures(ScoreTable((), (1, 1))) == ()
    assert figures_of_test(ScoreTable((), (1, 1))) is None


def test_the_interval_of_twelve_in_twenty_is_that_of_wilson() -> None:
    assert wilson_interval(12, 20) == pytest.approx((0.387, 0.781), abs=0.001)
    assert wilson_interval(0, 10)[0] == 0
    assert wilson_interval(0, 0) == (0, 1)


def test_guessing_among_three_options_earns_a_third() -> None:
    assert guess_score(3) == pytest.approx(33.33, abs=0.01)


def figures_with(attempts: int, discrimination: float | None, efficiency: float | None) -> ItemFigures:
    return ItemFigures(attempts, 50, (30, 70), 50, discrimination, efficiency, 10, 10)


@pytest.mark.parametrize(
    ("attempts", "discrimination", "efficiency", "flags"),
    [
        (29, -20, -20, ()),
        (30, -20, -20, ("check_the_key",)),
        (30, 5, 8, ()),
        (49, 5, 8, ()),
        (50, 5, 8, ("hardly_discriminates",)),
        (99, 19, 30, ()),
        (100, 19, 30, ("discriminates_weakly",)),
        (100, 25, 30, ()),
        (100, None, None, ()),
    ],
)
def test_a_verdict_waits_for_enough_learners(
    attempts: int, discrimination: float | None, efficiency: float | None, flags: tuple[str, ...]
) -> None:
    assert item_flags(figures_with(attempts, discrimination, efficiency)) == flags


def test_small_classes_see_counts_and_no_alpha() -> None:
    assert not may_show_facility(9)
    assert may_show_facility(10)
    assert not may_show_consistency(19, 10)
    assert not may_show_consistency(20, 4)
    assert may_show_consistency(20, 5)


def test_a_distractor_works_when_it_draws_one_in_twenty() -> None:
    options = (Option("Bem", True), Option("Dembiński", False), Option("Krukowiecki", False))
    item = Item("single", "person", "Kto?", options, ("Bem",), ())
    many = [("Bem",)] * 96 + [("Dembiński",)] * 4
    few = [("Bem",)] * 9 + [("Dembiński",)]
    assert [option.works for option in option_figures(item, many)] == [True, False, False]
    assert [option.works for option in option_figures(item, few)] == [True, True, False]
    assert [option.chosen for option in option_figures(item, [*few, ("dawna wersja",), ()])] == [9, 1, 0]


tables = st.integers(1, 5).flatmap(
    lambda items: st.lists(
        st.tuples(*[st.sampled_from([0.0, 0.33, 0.5, 1.0])] * items), min_size=1, max_size=12
    ).map(lambda rows: ScoreTable(tuple(rows), (1.0,) * items))
)


@given(tables)
def test_figures_stay_within_their_bounds(table: ScoreTable) -> None:
    for item in item_figures(table):
        low, high = item.facility_interval
        assert -1e-9 <= low <= item.facility + 1e-6
        assert item.facility - 1e-6 <= high <= 100 + 1e-9
        assert item.discrimination is None or abs(item.discrimination) <= 100.0001
    weights = [i.effective_weight for i in item_figures(table) if i.effective_weight is not None]
    assert not weights or sum(weights) == pytest.approx(100)
