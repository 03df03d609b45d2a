from __future__ import annotations

from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.analysis.flags import Flag, item_flags
from quizapp.analysis.honesty import may_show_consistency, may_show_facility, may_show_shape
from quizapp.analysis.intervals import wilson_interval
from quizapp.analysis.items import ItemFigures, guess_score, item_figures, pooled_figures
from quizapp.analysis.options import OptionFigures, option_figures
from quizapp.analysis.tally import (
    LEFT_OUT,
    AttemptMarks,
    score_table,
    tally_from_json,
    tally_of,
    tally_to_json,
)
from quizapp.analysis.tests import test_figures as figures_of_test
from quizapp.items.item import Item, ItemType, Option
from tests.analysis.recomputed import recomputed_items, recomputed_test

GOLDEN_ROWS = ((1, 1, 1, 1), (1, 1, 1, 0), (1, 1, 0, 0), (1, 0, 0, 0.5), (0, 0, 1, 0))
GOLDEN = score_table(GOLDEN_ROWS, (1, 1, 1, 1))


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


@pytest.mark.parametrize(
    "rows",
    [
        GOLDEN_ROWS,
        ((1, 0, 0.33), (0.5, 1, 0.67), (0, 0, 1), (1, 1, 0)),
        tuple((n % 2, n % 3 / 2, n % 5 / 4, 1 - n % 2) for n in range(40)),
    ],
)
def test_figures_equal_those_of_an_independent_script(rows: tuple[tuple[float, ...], ...]) -> None:
    maxima = (1.0,) * len(rows[0])
    table = score_table(rows, maxima)

    for found, expected in zip(item_figures(table), recomputed_items(rows, maxima), strict=True):
        for name, value in expected.items():
            same = None if value is None else pytest.approx(value, rel=1e-9, abs=1e-9)
            assert getattr(found, name) == same, name
    whole = figures_of_test(table)
    for name, value in recomputed_test(rows).items():
        assert getattr(whole, name) == pytest.approx(value, rel=1e-9, abs=1e-9), name


@pytest.mark.parametrize(
    ("totals", "missing"),
    [
        ((1,), {"deviation", "skewness", "kurtosis", "consistency", "error_ratio", "standard_error"}),
        ((1, 2), {"skewness", "kurtosis", "consistency", "error_ratio", "standard_error"}),
        ((0, 1, 2), {"kurtosis"}),
        ((0, 0, 1, 2), set()),
        ((1, 1, 1, 1), {"skewness", "kurtosis", "consistency", "error_ratio", "standard_error"}),
    ],
)
def test_a_figure_is_missing_where_the_attempts_cannot_give_it(
    totals: tuple[int, ...], missing: set[str]
) -> None:
    table = score_table([(min(total, 1), max(total - 1, 0)) for total in totals], (1, 1))
    figures = figures_of_test(table)
    assert figures is not None
    assert {name for name, value in asdict(figures).items() if value is None} == missing


def test_one_item_alone_has_no_consistency() -> None:
    figures = figures_of_test(score_table(((0,), (1,), (1,)), (1,)))
    assert figures is not None
    assert (figures.consistency, figures.items, figures.attempts) == (None, 1, 3)


def test_marks_kept_in_hundredths_give_figures_in_points() -> None:
    whole = tally_of(
        [AttemptMarks(tuple(int(100 * mark) for mark in row)) for row in GOLDEN_ROWS], (100,) * 4, 100
    )
    in_points, golden = figures_of_test(whole), figures_of_test(GOLDEN)
    assert in_points is not None
    assert golden is not None
    assert asdict(in_points) == pytest.approx(asdict(golden))


def test_skewness_and_kurtosis_follow_the_sample_formulas() -> None:
    figures = figures_of_test(score_table(((1,), (2,), (3,), (4,), (10,)), (10,)))
    assert figures is not None
    assert figures.skewness == pytest.approx(1.697, abs=0.001)
    assert figures.kurtosis == pytest.approx(3.152, abs=0.001)


def test_reversed_marks_give_negative_figures_that_are_shown_as_they_are() -> None:
    table = score_table(((1, 0), (0, 1), (1, 0), (0, 0.9)), (1, 1))
    figures = figures_of_test(table)
    assert figures is not None
    assert figures.consistency is not None
    assert figures.consistency < 0
    assert figures.error_ratio is not None
    assert figures.error_ratio > 100


def test_two_attempts_are_enough_for_a_deviation_and_one_is_not() -> None:
    deviations = [item_figures(score_table(rows, (2,)))[0].deviation for rows in (((2,),), ((0,), (2,)))]
    assert deviations == [None, pytest.approx(70.71, abs=0.005)]


def test_the_facility_of_an_item_has_the_interval_of_its_share() -> None:
    rows = ((2,), (1,), (0,), (2,), (2,))
    low, high = wilson_interval(3.5, 5)
    assert item_figures(score_table(rows, (2,)))[0].facility_interval == pytest.approx(
        (100 * low, 100 * high)
    )


def test_an_item_with_negative_covariance_has_no_effective_weight() -> None:
    figures = item_figures(score_table(((0, 3), (1, 0), (0, 3), (1, 0)), (1, 3)))
    assert figures[0].effective_weight is None
    assert figures[1].effective_weight == pytest.approx(100)


def test_marks_without_spread_give_no_discrimination() -> None:
    for rows in (((1, 1), (1, 0), (1, 1)), ((1, 1),)):
        first = item_figures(score_table(rows, (1, 1)))[0]
        assert first.discrimination is None
        assert first.efficiency is None


def test_no_attempts_give_no_figures() -> None:
    assert item_figures(score_table((), (1, 1))) == ()
    assert figures_of_test(score_table((), (1, 1))) is None


def test_the_interval_of_twelve_in_twenty_is_that_of_wilson() -> None:
    assert wilson_interval(12, 20) == pytest.approx((0.387, 0.781), abs=0.001)
    assert wilson_interval(0, 10)[0] == 0
    assert wilson_interval(0, 0) == (0, 1)


BEM = Item(
    "single",
    "person",
    "Kto?",
    (Option("Bem", True), Option("Dembiński", False), Option("Krukowiecki", False)),
    ("Bem",),
    (),
)


def test_guessing_earns_the_share_of_right_options_and_nothing_where_one_types() -> None:
    assert guess_score(BEM) == pytest.approx(33.33, abs=0.01)
    assert guess_score(Item("typed", "person", "Kto?", (), ("Bem",), ())) == 0
    either = Item("cloze", "person", "____?", (*BEM.options, Option("Prus", True)), ("Bem", "Prus"), ())
    assert guess_score(either) == 50
    assert guess_score(Item("multiple", "person", "Kto?", BEM.options, ("Bem",), ())) is None


def figures_with(
    attempts: int, discrimination: float | None, efficiency: float | None, facility: float = 50
) -> ItemFigures:
    interval = (max(0, facility - 20), min(100, facility + 20))
    return ItemFigures(attempts, facility, interval, 50, discrimination, efficiency, 10, 10)


@pytest.mark.parametrize(
    ("attempts", "discrimination", "efficiency", "flags"),
    [
        (29, -20, -20, ()),
        (30, -20, -20, (Flag("check_the_key"),)),
        (30, 0, 8, ()),
        (30, 0.5, 8, ()),
        (30, -0.5, 8, (Flag("check_the_key"),)),
        (30, 5, 8, ()),
        (49, 5, 8, ()),
        (50, 5, 8, (Flag("hardly_discriminates"),)),
        (50, 5, 15, ()),
        (50, 5, None, ()),
        (99, 19, 30, ()),
        (100, 20, 30, ()),
        (100, 19, 30, (Flag("discriminates_weakly"),)),
        (100, 25, 30, ()),
        (100, None, None, ()),
    ],
)
def test_a_verdict_waits_for_enough_learners(
    attempts: int, discrimination: float | None, efficiency: float | None, flags: tuple[Flag, ...]
) -> None:
    assert item_flags(figures_with(attempts, discrimination, efficiency)) == flags


@pytest.mark.parametrize(
    ("attempts", "facility", "guess", "flags"),
    [
        (9, 100, 33, ()),
        (10, 100, 33, (Flag("everybody_right"),)),
        (10, 0, 33, (Flag("nobody_right"),)),
        (10, 10, 33, (Flag("below_guessing"),)),
        (10, 14, 33, ()),
        (10, 13, 33, ()),
        (10, 10, None, ()),
        (10, 5, 0, ()),
    ],
)
def test_what_all_or_nobody_knew_is_said(
    attempts: int, facility: float, guess: float, flags: tuple[Flag, ...]
) -> None:
    assert item_flags(figures_with(attempts, None, None, facility), guess=guess) == flags


def test_the_option_that_the_stronger_chose_is_named() -> None:
    options = (
        OptionFigures("Bem", True, 10, 0.3, True, -30.0),
        OptionFigures("Dembiński", False, 12, 0.4, True, 25.0),
        OptionFigures("Krukowiecki", False, 8, 0.3, True, 1.0),
    )
    assert item_flags(figures_with(30, -30, -30), options) == (Flag("rival_of_the_key", "Dembiński"),)


@pytest.mark.parametrize(
    ("discriminations", "rival"),
    [
        ((None, 5.0), "Krukowiecki"),
        ((None, 0.5), "Krukowiecki"),
        ((0.0, None), ""),
        ((-5.0, -1.0), ""),
        ((), ""),
    ],
)
def test_nobody_is_a_rival_whom_the_stronger_did_not_choose(
    discriminations: tuple[float | None, ...], rival: str
) -> None:
    wrong = [
        OptionFigures(text, False, 9, 0.3, True, discrimination)
        for text, discrimination in zip(("Dembiński", "Krukowiecki"), discriminations, strict=False)
    ]
    left_out = OptionFigures("", False, 3, 0.1, True, 90.0)
    flag = Flag("rival_of_the_key", rival) if rival else Flag("check_the_key")
    assert item_flags(figures_with(30, -30, -30), [*wrong, left_out]) == (flag,)


@pytest.mark.parametrize(("attempts", "flags"), [(24, ()), (25, (Flag("nobody_chose", "Krukowiecki"),))])
def test_a_distractor_that_nobody_chose_is_named_from_25_learners_on(
    attempts: int, flags: tuple[Flag, ...]
) -> None:
    options = (
        OptionFigures("Bem", True, 10, 0.5, True, 10.0),
        OptionFigures("Krukowiecki", False, 0, 0.0, False, None),
        OptionFigures("", False, 0, 0.0, False, None),
    )
    assert item_flags(figures_with(attempts, 30, 30), options) == flags


def test_small_classes_see_counts_and_no_alpha() -> None:
    assert not may_show_facility(9)
    assert may_show_facility(10)
    assert not may_show_consistency(19, 10)
    assert not may_show_consistency(20, 4)
    assert may_show_consistency(20, 5)
    assert not may_show_shape(29)
    assert may_show_shape(30)


def chosen(key: int, first: int, second: int, left_out: int = 0) -> list[OptionFigures]:
    """The figures of the options of BEM, chosen by so many each; who chose the key got the other item right too."""
    attempts = [
        *[AttemptMarks((1, 1), ((0,), ()))] * key,
        *[AttemptMarks((0, 0), ((1,), ()))] * first,
        *[AttemptMarks((0, 0), ((2,), ()))] * second,
        *[AttemptMarks((0, 0), ((LEFT_OUT,), ()))] * left_out,
    ]
    return list(option_figures(BEM, [(tally_of(attempts, (1, 1)), 0)]))


def test_a_distractor_works_when_it_draws_one_in_twenty() -> None:
    assert [option.works for option in chosen(96, 4, 0)] == [True, False, False]
    assert [option.works for option in chosen(9, 1, 0)] == [True, True, False]
    assert [option.chosen for option in chosen(9, 1, 0)] == [9, 1, 0]
    assert [option.works for option in chosen(95, 5, 0)] == [True, True, False]
    assert [option.works for option in chosen(48, 1, 0)] == [True, True, False]
    assert [option.works for option in chosen(49, 1, 0)] == [True, False, False]


@pytest.mark.parametrize("kind", ["order", "match", "typed", "date"])
def test_what_is_not_chosen_has_no_figures_of_options(kind: ItemType) -> None:
    item = Item(kind, "person", "Kto?", BEM.options if kind in ("order", "match") else (), ("Bem",), ())
    assert option_figures(item, [(tally_of([AttemptMarks((1,), ((0,),))], (1,)), 0)]) == ()


def test_options_that_nobody_was_asked_have_no_share() -> None:
    nobody = [OptionFigures(o.text, o.correct, 0, 0.0, False, None) for o in BEM.options]
    assert list(option_figures(BEM, [(tally_of([], (1,)), 0)])) == nobody


def test_options_tell_who_chose_them_and_who_chose_none() -> None:
    options = chosen(6, 2, 1, 1)

    assert [(option.text, option.correct, option.chosen, option.share) for option in options] == [
        ("Bem", True, 6, 0.6),
        ("Dembiński", False, 2, 0.2),
        ("Krukowiecki", False, 1, 0.1),
        ("", False, 1, 0.1),
    ]
    assert options[0].discrimination == pytest.approx(100)
    assert options[1].discrimination == pytest.approx(-61.2372, abs=1e-4)


rows_of_marks = st.integers(1, 5).flatmap(
    lambda items: st.lists(
        st.tuples(*[st.sampled_from([0.0, 0.33, 0.5, 1.0])] * items), min_size=1, max_size=12
    ).map(tuple)
)


@given(rows_of_marks)
def test_figures_stay_within_their_bounds(rows: tuple[tuple[float, ...], ...]) -> None:
    table = score_table(rows, (1.0,) * len(rows[0]))
    for item in item_figures(table):
        low, high = item.facility_interval
        assert -1e-9 <= low <= item.facility + 1e-6
        assert item.facility - 1e-6 <= high <= 100 + 1e-9
        assert item.discrimination is None or abs(item.discrimination) <= 100.0001
        assert item.efficiency is None or item.efficiency <= 100.0001
    weights = [i.effective_weight for i in item_figures(table) if i.effective_weight is not None]
    assert not weights or sum(weights) == pytest.approx(100)


whole_attempts = st.lists(
    st.builds(
        AttemptMarks,
        st.tuples(*[st.sampled_from([0, 33, 100])] * 3),
        st.tuples(*[st.tuples(st.integers(-1, 3))] * 3),
    ),
    min_size=1,
    max_size=15,
)


@given(whole_attempts, whole_attempts)
def test_tallies_add_up_and_survive_being_kept(one: list[AttemptMarks], more: list[AttemptMarks]) -> None:
    parts = [tally_of(attempts, (100,) * 3, 100) for attempts in (one, more)]
    together = tally_of([*one, *more], (100,) * 3, 100)

    assert parts[0] + parts[1] == together
    assert tally_from_json(tally_to_json(together), 100) == together


@given(whole_attempts, st.integers(0, 2))
def test_an_item_pooled_over_one_test_has_the_figures_of_that_test(
    attempts: list[AttemptMarks], place: int
) -> None:
    tally = tally_of(attempts, (100,) * 3, 100)

    pooled, own = pooled_figures([(tally, place)]), item_figures(tally)[place]

    assert pooled is not None
    assert (pooled.facility, pooled.discrimination, pooled.efficiency, pooled.deviation) == (
        own.facility,
        own.discrimination,
        own.efficiency,
        own.deviation,
    )


def test_pooling_does_not_take_the_level_of_a_class_for_discrimination() -> None:
    """A weak class that happens to know an item, and a strong one that does not, say nothing against it."""
    weak = score_table(((1, 0, 0), (0, 0, 0), (1, 1, 0), (1, 0, 1)), (1, 1, 1))
    strong = score_table(((1, 1, 1), (0, 1, 1), (0, 1, 0), (0, 0, 1)), (1, 1, 1))

    pooled = pooled_figures([(weak, 0), (strong, 0)])

    assert pooled is not None
    assert pooled.attempts == 8
    assert pooled.facility == 50
    assert pooled.discrimination is not None
    assert pooled.discrimination > 0
    assert pooled.efficiency == pytest.approx(100)
