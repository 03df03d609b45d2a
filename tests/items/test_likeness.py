from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.items.item import Item, ItemType
from quizapp.items.likeness import Asked, alike_pairs, are_alike, asked_by
from tests import cast

WORDS = st.frozensets(st.sampled_from("abcdefghijkl"), max_size=10)
ASKED = st.builds(Asked, words=WORDS, key=st.sampled_from(["tak", "nie"]))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Kiedy zawarto unię lubelską?", "Kiedy zawarto unię lubelską?", True),
        ("Kiedy zawarto unię lubelską?", "Kiedy zawarto unie lubelskie?", True),
        ("Kiedy dokładnie zawarto unię lubelską?", "Kiedy zawarto unię lubelską?", True),
        ("Kiedy zawarto unię lubelską?", "Kiedy podpisano unię w Lublinie?", False),
        ("???", "???", False),
    ],
)
def test_stems_are_compared_by_their_words_in_any_case(one: str, other: str, alike: bool) -> None:
    item = cast.a_choice()

    found = are_alike(asked_by(replace(item, stem=one)), asked_by(replace(item, stem=other)))

    assert found is alike


def test_another_key_makes_another_question() -> None:
    assert not are_alike(asked_by(cast.a_choice()), asked_by(cast.a_choice(key="3 maja 1791 roku")))


@pytest.mark.parametrize(
    ("kind", "one", "other", "alike"),
    [
        ("multiple", ("Bem", "Prus"), ("prus.", "BEM"), True),
        ("multiple", ("Bem", "Prus"), ("Bem",), False),
        ("multiple", ("Bem", "Prus"), ("Bem Prus",), False),
        ("typed", ("Bem", "Józef Bem"), ("Bem", "generał Bem"), True),
        ("typed", ("Józef Bem", "Bem"), ("Bem", "Józef Bem"), False),
    ],
)
def test_keys_are_all_that_is_right_or_the_first_that_is_accepted(
    kind: ItemType, one: tuple[str, ...], other: tuple[str, ...], alike: bool
) -> None:
    asked = [
        asked_by(Item(kind, "person", "Kto zwyciężył pod Iganiami?", (), key, ())) for key in (one, other)
    ]
    assert are_alike(*asked) is alike


@given(st.lists(ASKED, max_size=40))
def test_blocking_misses_no_pair_and_invents_none(asked: list[Asked]) -> None:
    every = {
        (one, other)
        for one, other in combinations(range(len(asked)), 2)
        if are_alike(asked[one], asked[other])
    }

    assert alike_pairs(asked) == every
