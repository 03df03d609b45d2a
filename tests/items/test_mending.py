from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.items.item import ITEM_TYPES, Item, ItemType, Option
from quizapp.items.mending import asks_the_same, may_be_rekeyed, with_answers, with_key

BEM, DEMBIŃSKI, PRUS = (
    Option("Bem", True, why="On."),
    Option("Dembiński", False, why="Nie on."),
    Option("Prus", False, why="To pisarz."),
)
ITEM = Item("single", "person", "Kto dowodził?", (BEM, DEMBIŃSKI, PRUS), ("Bem",), (), "Dowodził Bem.")
TYPED = Item("typed", "person", "Kto dowodził?", (), ("Bem", "Józef Bem"), (), "Dowodził Bem.")


@pytest.mark.parametrize("kind", ITEM_TYPES)
def test_what_is_arranged_cannot_be_given_another_key(kind: ItemType) -> None:
    assert may_be_rekeyed(replace(ITEM, type=kind)) is (kind not in ("order", "match"))


def test_an_option_that_changes_sides_loses_its_reason_and_the_item_its_feedback() -> None:
    assert with_key(ITEM, {"Dembiński"}) == replace(
        ITEM,
        options=(replace(BEM, correct=False, why=""), replace(DEMBIŃSKI, correct=True, why=""), PRUS),
        answer=("Dembiński",),
        feedback="",
    )


def test_a_second_right_option_leaves_what_was_said_of_the_first() -> None:
    mended = with_key(ITEM, ["Prus", "Bem"])
    assert mended.answer == ("Bem", "Prus")
    assert mended.feedback == "Dowodził Bem."
    assert mended.options == (BEM, DEMBIŃSKI, replace(PRUS, correct=True, why=""))


@pytest.mark.parametrize(
    ("answers", "feedback"),
    [
        (["Bem"], "Dowodził Bem."),
        (["Dembiński", "Bem"], "Dowodził Bem."),
        (["Józef Bem"], ""),
        (["Dembiński"], ""),
    ],
)
def test_the_feedback_stays_as_long_as_the_answer_it_tells_is_accepted(
    answers: list[str], feedback: str
) -> None:
    assert with_answers(TYPED, answers) == replace(TYPED, answer=tuple(answers), feedback=feedback)


PAIRS = (Option("Polacy", True, "1683"), Option("Szwedzi", True, "1655"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (ITEM, replace(ITEM, options=(PRUS, BEM, DEMBIŃSKI), stem="Kto?"), True),
        (ITEM, with_key(ITEM, {"Prus"}), True),
        (ITEM, replace(ITEM, type="multiple"), False),
        (ITEM, replace(ITEM, options=(BEM, DEMBIŃSKI)), False),
        (
            replace(ITEM, options=PAIRS),
            replace(ITEM, options=(replace(PAIRS[0], left="1655"), PAIRS[1])),
            False,
        ),
        (TYPED, replace(TYPED, answer=("Prus",)), True),
    ],
)
def test_answers_to_one_item_are_graded_by_another_of_the_same_options(
    one: Item, other: Item, same: bool
) -> None:
    assert asks_the_same(one, other) is same
