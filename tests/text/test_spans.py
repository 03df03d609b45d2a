from __future__ import annotations

import pytest

from quizapp.text.spans import Span

TEXT = "Unię zawarto w Lublinie."


@pytest.mark.parametrize(
    ("other", "overlaps", "contains"),
    [
        ((5, 12), True, True),
        ((6, 11), True, True),
        ((5, 11), True, True),
        ((4, 12), True, False),
        ((5, 13), True, False),
        ((0, 5), False, False),
        ((12, 14), False, False),
        ((0, 6), True, False),
        ((11, 14), True, False),
    ],
)
def test_spans_overlap_by_one_letter_and_touch_without(
    other: tuple[int, int], overlaps: bool, contains: bool
) -> None:
    said = Span.of(TEXT, 5, 12)
    assert said == Span(5, 12, "zawarto")
    assert said.overlaps(Span.of(TEXT, *other)) is overlaps
    assert Span.of(TEXT, *other).overlaps(said) is overlaps
    assert said.contains(Span.of(TEXT, *other)) is contains


def test_words_stand_where_they_are_said_to_or_do_not() -> None:
    assert Span(5, 12, "zawarto").is_verbatim_in(TEXT)
    assert not Span(4, 11, "zawarto").is_verbatim_in(TEXT)
    assert not Span(5, 12, "zawarte").is_verbatim_in(TEXT)
