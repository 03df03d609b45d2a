"""Whose son or daughter somebody was."""

from __future__ import annotations

import pytest
from asking import candidates, stems


@pytest.mark.parametrize(
    ("told", "asked", "answer"),
    [
        (
            "{P:Anna Nowak}, córka {P:Jan Zych|Jana Zycha}, wyszła za króla.",
            "Czyją córką była Anna Nowak?",
            "Jana Zycha",
        ),
        (
            "Przybył {P:Piotr Nowak}, wnuk {R:Jan Zych|króla} {P:Jan Zych|Jana Zycha}.",
            "Czyim wnukiem był Piotr Nowak?",
            "Jana Zycha",
        ),
        (
            "Tron dano {P:Piotr Nowak|Piotrowi Nowakowi}, synowi {P:Jan Zych|Jana Zycha}.",
            "Czyim synem był Piotr Nowak?",
            "Jana Zycha",
        ),
    ],
)
def test_kin_is_asked_in_the_genitive_and_taken_in_the_nominative(told: str, asked: str, answer: str) -> None:
    (found,) = candidates(told, "kinship")
    assert (found.item.stem, found.item.answer[:2]) == (asked, (answer, "Jan Zych"))


@pytest.mark.parametrize(
    "told",
    [
        "{P:Jan Nowak}, syn {P:Adam Nowak|Adama Nowaka}, zbudował most.",  # the surname tells
        "{P:Jan Nowak}, syn {P:Adam|Adama}, zbudował most.",
        "{P:Jan Nowak}, brat {P:Adam Zych|Adama Zycha}, zbudował most.",
        "{P:Jan Nowak}, syn {P:Adam Zych|Adama Zycha} i Marii, zbudował most.",
        "{P:Jan Nowak}, syn kowala, zaprosił {P:Adam Zych|Adama Zycha}.",
        "{P:Anna Nowak}, syn {P:Adam Zych|Adama Zycha}, zbudował most.",
    ],
)
def test_kin_of_whom_there_may_be_more_is_not_asked(told: str) -> None:
    assert stems(told, "kinship") == []
