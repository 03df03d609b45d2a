from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from quizapp.items.correction import CORRECTION_KINDS, Correction, corrections_touching
from quizapp.items.item import CATEGORIES, ITEM_TYPES, Item, Option
from quizapp.items.serial import (
    correction_from_json,
    correction_to_json,
    item_from_json,
    item_to_json,
)
from quizapp.text.spans import Span

words = st.text(max_size=12)
spans = st.builds(
    lambda start, text: Span(start, start + len(text), text), st.integers(0, 500), st.text(min_size=1)
)
options = st.builds(Option, words, st.booleans(), words, words)
items = st.builds(
    Item,
    st.sampled_from(ITEM_TYPES),
    st.sampled_from(CATEGORIES),
    words,
    st.lists(options, max_size=4).map(tuple),
    st.lists(words, min_size=1, max_size=3).map(tuple),
    st.lists(spans, max_size=3).map(tuple),
    words,
    st.lists(words, max_size=2).map(tuple),
)
corrections = st.builds(
    Correction,
    spans,
    st.sampled_from(CORRECTION_KINDS),
    words,
    words,
    st.lists(words, max_size=2).map(tuple),
)


@given(items)
def test_an_item_survives_the_way_through_json(item: Item) -> None:
    assert item_from_json(json.loads(json.dumps(item_to_json(item)))) == item


@given(corrections)
def test_a_correction_survives_the_way_through_json(correction: Correction) -> None:
    assert correction_from_json(json.loads(json.dumps(correction_to_json(correction)))) == correction


def test_the_json_of_an_item_is_written_as_it_is_stored_for_ever() -> None:
    text = "Unia w Krewie, 1385."
    item = Item(
        "single",
        "date",
        "Kiedy zawarto unię w Krewie?",
        (Option("1385", True, why="Tak mówi tekst."), Option("1413", False)),
        ("1385",),
        (Span.of(text, 15, 19),),
    )
    assert item_to_json(item) == {
        "type": "single",
        "category": "date",
        "stem": "Kiedy zawarto unię w Krewie?",
        "options": [
            {"text": "1385", "correct": True, "why": "Tak mówi tekst."},
            {"text": "1413", "correct": False},
        ],
        "answer": ["1385"],
        "evidence": [{"start": 15, "end": 19, "text": "1385"}],
        "feedback": "",
        "tags": [],
    }


def test_a_correction_touches_an_item_when_their_words_overlap() -> None:
    text = "Bitwa pod Grunwaldem, 15 lipca 1411. Dowodził Jagiełło."
    item = Item("date", "date", "Kiedy?", (), ("15 lipca 1411",), (Span.of(text, 22, 35),))
    year = Correction(Span.of(text, 31, 35), "contradicted", "1410")
    commander = Correction(Span.of(text, 37, 54), "imprecise")
    assert corrections_touching(item, (year, commander)) == (year,)
