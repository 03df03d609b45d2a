from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.items.checks import check
from quizapp.items.item import Item
from tests import cast


def letters_named(item: Item) -> list[str]:
    return [fact for found in check(item, cast.TEXT) if found.flaw == "letter_named" for fact in found.facts]


@pytest.mark.parametrize(
    ("feedback", "named"),
    [
        ("Poprawna jest odp. B.", ["odp. B"]),
        ("Poprawna jest odpowiedź C, bo tak mówi tekst.", ["odpowiedź C"]),
        ("Zob. wariant (A).", ["wariant (A)"]),
        ("Odpowiedź mówi o Augustowie.", []),
        ("Na odpowiedź Anny czekano rok.", []),
        ("", []),
    ],
)
def test_an_explanation_names_no_letter_since_letters_move(feedback: str, named: list[str]) -> None:
    assert letters_named(replace(cast.a_choice(), feedback=feedback)) == named


def test_what_is_typed_has_no_letters() -> None:
    assert letters_named(replace(cast.a_typed(), feedback="Zob. odp. B.")) == []
