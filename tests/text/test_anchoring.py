from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.text.anchoring import reanchored
from quizapp.text.spans import Span

OLD = "Rozmowy zaczęto 3 grudnia rano. Układ podpisano 15 grudnia. Sejm zebrał się znów 3 grudnia w Wilnie."
FIRST, SECOND = OLD.index("3 grudnia"), OLD.rindex("3 grudnia")
LETTERS = st.text("abc \n", max_size=60)


def _span(start: int, words: str = "3 grudnia") -> Span:
    return Span.of(OLD, start, start + len(words))


@pytest.mark.parametrize(
    ("new", "start", "expected"),
    [
        (OLD, FIRST, FIRST),
        (OLD, SECOND, SECOND),
        ("Wstęp. " + OLD, SECOND, SECOND + 7),
        (OLD.replace("Układ podpisano 15 grudnia. ", ""), SECOND, SECOND - 28),
        (OLD.replace("Rozmowy zaczęto 3 grudnia rano. ", ""), FIRST, None),
        (OLD.replace("Rozmowy zaczęto 3 grudnia rano. ", ""), SECOND, SECOND - 32),
        (OLD.replace("3 grudnia", "4 grudnia"), FIRST, None),
        ("Sejm zebrał się znów 3 grudnia w Wilnie. Rozmowy zaczęto 3 grudnia rano.", FIRST, 57),
        ("", FIRST, None),
    ],
)
def test_words_said_twice_are_told_apart_by_what_stands_around(
    new: str, start: int, expected: int | None
) -> None:
    (found,) = reanchored(OLD, new, [_span(start)])

    assert (found.start if found else None) == expected


def test_words_of_one_place_are_found_however_much_around_them_changed() -> None:
    new = "Zupełnie inny wstęp, a potem:\nUkład  podpisano\n15 grudnia; inny koniec."

    (found,) = reanchored(OLD, new, [Span.of(OLD, 32, 58)])

    assert found is not None
    assert found.text == "Układ  podpisano\n15 grudnia"


@given(LETTERS, st.data())
def test_a_text_that_did_not_change_keeps_every_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span.of(text, start, data.draw(st.integers(start, len(text))))
    bare = span.text.strip()

    (found,) = reanchored(text, text, [span])

    if bare == span.text and bare:
        assert found == span


@given(LETTERS, LETTERS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_what_is_found_says_the_same_words(old: str, new: str, places: list[tuple[int, int]]) -> None:
    spans = [Span.of(old, min(place), max(place)) for place in places if max(place) <= len(old)]

    for span, found in zip(spans, reanchored(old, new, spans), strict=True):
        assert found is None or (found.is_verbatim_in(new) and found.text.split() == span.text.split())


@given(LETTERS, LETTERS)
def test_what_comes_before_and_after_moves_a_place_of_its_own(before: str, after: str) -> None:
    old = "xyz"

    assert reanchored(old, before + old + after, [Span.of(old, 0, 3)]) == (
        Span(len(before), len(before) + 3, "xyz"),
    )
