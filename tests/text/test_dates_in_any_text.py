"""What holds of the dates of any text: where they stand, and that none takes the program down."""

from __future__ import annotations

from calendar import monthrange
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.text.annotate import annotate
from quizapp.text.dates.mentions import find_dates

GENITIVES = [
    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca",
    "lipca", "sierpnia", "września", "października", "listopada", "grudnia",
]  # fmt: skip
PIECES = [
    "3", "15", "31", "0", "44", "966", "1917", "XVIII", "V", "II", "maja", "grudnia", "lutym", "r.", "roku", "w", "w.",
    "od", "do", "z", "na", "i", "a", "między", "–", "-", "/", "(", ")", ",", ".", "p.n.e.", "n.e.", "ok.", "około",
    "lata", "latach", "30.", "trzydzieste", "wieku", "wiosną", "nazajutrz", "później", "rok", "tegoż", "st.", "zm.",
    "17-go", "3.", "„", "”", "przełomie", "połowie", "drugiej", "½", "٣", "Ⅷ", "\xa0", "\n\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join) | st.text(max_size=60))
def test_dates_are_verbatim_in_order_and_apart_whatever_the_text(text: str) -> None:
    spans = [date.span for date in find_dates(text, ())]
    assert all(span.text and span.is_verbatim_in(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert [date.span for date in find_dates(text, ())] == spans


@given(st.integers(1000, 2100), st.integers(1, 12), st.integers(1, 31))
def test_a_day_is_found_exactly_if_the_calendar_has_it(year: int, month: int, day: int) -> None:
    exists = day <= monthrange(year, month)[1]
    expected = [f"{year:04}-{month:02}-{day:02}"] if exists else []
    for text in (f"{day} {GENITIVES[month - 1]} {year} r.", f"{day:02}.{month:02}.{year:04}"):
        assert [date.edtf for date in find_dates(text, ())] == expected


@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "1 2 3 4 5 " * 10_000,
        "3 grudnia " * 10_000,
        "3, 4, 5, " * 10_000,
        "od 3 do " * 10_000,
        "w 1914, 1915 i " * 10_000,
        "IV" * 50_000,
        "r" * 200_000,
        " " * 200_000,
        "\n \n" * 50_000,
        "dwadzieścia dwa " * 10_000,
        "(" * 100_000,
        "3 maja 1791 r.\n\n" * 5_000,
        "w 1848 r. wiosną był bunt, nazajutrz " * 5_000,
        "(z 3 maja 1791 r., " * 5_000,
        "„17-go ” 3. do 4. " * 5_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_text_made_to_be_slow_is_read_to_its_end(text: str) -> None:
    assert all(date.span.is_verbatim_in(text) for date in find_dates(text, ()))


def test_a_new_paragraph_may_go_back_to_how_it_began() -> None:
    text = (
        "Układ pokojowy podpisano 24 lipca 1923 roku w Lozannie.\n\n"
        "Drogę do rokowań otworzył rozejm z 11 października 1922 roku. Zgromadzenie 1 listopada zniosło sułtanat."
    )
    assert [date.edtf for date in annotate(text).dates] == ["1923-07-24", "1922-10-11", "1922-11-01"]
