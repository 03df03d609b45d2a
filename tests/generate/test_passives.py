# ruff: noqa: E501  (a sentence stays on its line)
"""Who did what a participle tells: „kasata zakonu, ogłoszona przez papieża”."""

from __future__ import annotations

import pytest
from asking import stems

HEAD = "Zakony i szkoły w Polsce\n\n"


@pytest.mark.parametrize(
    ("told", "stem"),
    [
        (
            "Powodem była kasata zakonu jezuitów, ogłoszona w {D:1773-07|lipcu 1773 roku} przez papieża {P:Klemens XIV|Klemensa XIV}.",
            "Kto ogłosił kasatę zakonu jezuitów w lipcu 1773 roku?",
        ),
        (
            "Komisja do spraw polskich, kierowana przez {P:Jules Cambon|Jules’a Cambona}, przychyliła się do wniosku.",
            "Kto kierował komisją do spraw polskich?",
        ),
        (
            "Przetrwała Akademia Krakowska, odnowiona przez królową {P:Jadwiga|Jadwigę} w {D:1399|1399 roku}.",
            "Kto odnowił Akademię Krakowską w 1399 roku?",
        ),
        (
            "W {D:1862|1862 roku} uczelnia przeniosła się do gmachu biblioteki zaprojektowanego przez {P:August Stüler|Augusta Stülera}.",
            "Kto zaprojektował gmach biblioteki?",
        ),
    ],
)
def test_who_did_it_is_asked_in_the_active(told: str, stem: str) -> None:
    assert stems(HEAD + told, "who") == [f"Zakony i szkoły w Polsce. {stem}"]


def test_when_it_was_done_is_asked_too() -> None:
    told = "Powodem była kasata zakonu jezuitów, ogłoszona w {D:1773-07|lipcu 1773 roku} przez papieża {P:Klemens XIV|Klemensa XIV}."
    assert stems(HEAD + told, "when") == [
        "Zakony i szkoły w Polsce. W którym miesiącu i roku Klemens XIV ogłosił kasatę zakonu jezuitów?"
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Był to układ pokojowy, podpisany przez {P:Władysław Sikorski|Władysława Sikorskiego} i {P:Iwan Majski|Iwana Majskiego}.",
        "Pobito Rosjan dowodzonych przez {P:Aleksander Tormasow|Aleksandra Tormasowa}.",
        "Zaczął się upadek Saguntum zdobytego przez {P:Hannibal|Hannibala}.",
        "Obalono wyrok sądu polowego, niezatwierdzony przez {P:Jan Nowak|Jana Nowaka}.",
    ],
    ids=["several did it", "nothing says which", "an unknown name may be meant", "denied"],
)
def test_nothing_is_asked_where_thing_or_doer_is_not_sure(told: str) -> None:
    assert stems(HEAD + told, "who") == []
