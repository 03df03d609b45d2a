"""Whose son or daughter somebody was."""

from __future__ import annotations

import pytest
from asking import candidates, stems


@pytest.mark.parametrize(
    ("told", "asked", "answer"),
    [
        (
            "{P:Anna Nowak}, córka {P:Jan Zych|Jana Zycha}, wyszła za króla.",
            "Kto był ojcem Anny Nowak?",
            "Jan Zych",
        ),
        (
            "Przybył {P:Piotr Nowak}, wnuk {R:Jan Zych|króla} {P:Jan Zych|Jana Zycha}.",
            "Czyim wnukiem był Piotr Nowak?",
            "Jana Zycha",
        ),
        (
            "Tron dano {P:Piotr Nowak|Piotrowi Nowakowi}, synowi {P:Jan Zych|Jana Zycha}.",
            "Kto był ojcem Piotra Nowaka?",
            "Jan Zych",
        ),
    ],
)
def test_kin_is_asked_for_and_the_nominative_is_taken(told: str, asked: str, answer: str) -> None:
    (found,) = candidates(told, "kinship")
    assert (found.item.stem, found.item.answer[0]) == (asked, answer)
    assert "Jan Zych" in found.item.answer


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
