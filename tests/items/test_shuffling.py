from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.items.item import ITEM_TYPES, Item, ItemType, Option
from quizapp.items.shuffling import shown_order


def an_item(kind: ItemType, *texts: str) -> Item:
    return Item(kind, "event", "Co?", tuple(Option(text, True, text) for text in texts), texts, ())


kinds = st.sampled_from(ITEM_TYPES)
distinct = st.lists(st.text(min_size=1, max_size=8), max_size=6, unique=True)


@given(kinds, distinct, st.text(max_size=10))
def test_every_option_is_shown_once_and_the_same_seed_shows_the_same(
    kind: ItemType, texts: list[str], seed: str
) -> None:
    item = an_item(kind, *texts)
    shown = shown_order(item, seed)
    assert sorted(shown) == list(range(len(texts)))
    assert shown == shown_order(item, seed)


@given(st.sampled_from(["order", "match"]), st.integers(2, 6), st.text(max_size=10))
def test_what_is_to_be_arranged_is_never_shown_arranged(kind: ItemType, count: int, seed: str) -> None:
    shown = shown_order(an_item(kind, *"abcdef"[:count]), seed)
    assert shown != tuple(range(count))


def test_true_and_false_keep_their_places() -> None:
    item = an_item("boolean", "Prawda", "Fałsz")
    assert {shown_order(item, str(seed)) for seed in range(20)} == {(0, 1)}


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (("30 dni", "9 dni", "11 dni"), (1, 2, 0)),
        (("9 czerwca 1815", "3 maja 1815", "1 marca 1815"), (2, 1, 0)),
        (("9 czerwca", "18 maja", "maj"), (2, 1, 0)),
        (("V wiek", "44 r. p.n.e.", "1410"), (1, 0, 2)),
        (("2,5 tys. ludzi", "30 000 ludzi", "900 ludzi"), (2, 0, 1)),
        (("1 mln", "300 tys.", "około 2 milionów"), (1, 0, 2)),
    ],
)
def test_dates_and_numbers_always_ascend(texts: tuple[str, ...], shown: tuple[int, ...]) -> None:
    assert {shown_order(an_item("single", *texts), str(seed)) for seed in range(10)} == {shown}


def test_persons_stand_in_each_place_about_equally_often() -> None:
    item = an_item("single", "Bem", "Dembiński", "Skrzynecki")
    first = Counter(shown_order(item, str(seed))[0] for seed in range(3000))
    assert all(900 < first[place] < 1100 for place in range(3))


def test_a_shuffled_order_stays_what_it_was_when_attempts_were_made() -> None:
    assert shown_order(an_item("single", "Bem", "Dembiński", "Skrzynecki"), "seed") == (1, 2, 0)
