# ruff: noqa: E501  (a sentence stays on its line)
"""Persons to whom something was done, and states that did something."""

from __future__ import annotations

import pytest
from asking import candidates, stems


@pytest.mark.parametrize(
    ("marked", "stem", "answer"),
    [
        (
            "W {D:1454|1454 roku} stany pruskie złożyły hołd {P:Kazimierz Jagiellończyk|Kazimierzowi Jagiellończykowi}.",
            "Komu w 1454 roku stany pruskie złożyły hołd?",
            "Kazimierzowi Jagiellończykowi",
        ),
        (
            "{D:1831-01-25|25 stycznia 1831 roku} sejm polski zdetronizował {P:Mikołaj I|Mikołaja I}.",
            "Kogo zdetronizował 25 stycznia 1831 roku sejm polski?",
            "Mikołaja I",
        ),
        (
            "W {D:1932|1932 roku} Boliwia przyznała złoty krzyż Niemcowi {P:Hans Kundt|Hansowi Kundtowi}.",
            "Któremu Niemcowi w 1932 roku Boliwia przyznała złoty krzyż?",
            "Hansowi Kundtowi",
        ),
        (
            "W {D:1133|1133 roku} szlachta pruska obwołała {R:Anna Leska:królowa|królową} {P:Anna Leska|Annę Leską}.",
            "Kogo w 1133 roku szlachta pruska obwołała królową?",
            "Annę Leską",
        ),
    ],
)
def test_whom_something_was_done_to_is_asked_with_a_pronoun(marked: str, stem: str, answer: str) -> None:
    (candidate,) = candidates(marked, "whom")
    assert candidate.item.stem == stem
    assert candidate.item.answer[0] == answer
    assert stems(marked, "gap_person") == []


@pytest.mark.parametrize(
    "marked",
    [
        "W {D:1685|1685 roku} zmieniono treść edyktu {P:Ludwik XIV|Ludwika XIV}.",
        "W {D:1454|1454 roku} miasto wysłało poselstwo do {P:Kazimierz Jagiellończyk|Kazimierza Jagiellończyka}.",
        "W {D:1985|1985 roku} przyznano Nagrodę Nobla {P:Jan Nowak|Janowi Nowakowi}, {P:Piotr Kos|Piotrowi Kosowi} i {P:Adam Zych|Adamowi Zychowi}.",
        "W {D:1985|1985 roku} medal sejmu w Gdyni przyznano {P:Jan Nowak|Janowi Nowakowi}, jego bratu {P:Piotr Nowak|Piotrowi} i kupcowi.",
        "W {D:1932|1932 roku} Boliwia przyznała złoty krzyż zbiegowi {P:Hans Kundt|Hansowi Kundtowi}.",
        "W {D:1327|1327 roku} stany pruskie złożyły hołd królowi czeskiemu {P:Jan Luksemburski|Janowi Luksemburskiemu}.",
    ],
    ids=[
        "of a noun",
        "after a preposition",
        "one of three",
        "one of three with words between",
        "beside a noun for him",
        "beside a noun and its adjective",
    ],
)
def test_a_name_that_the_verb_does_not_govern_is_not_asked_for_so(marked: str) -> None:
    assert stems(marked, "whom") == []


def test_whom_a_painter_portrayed_in_a_year_is_not_asked() -> None:
    marked = "{{D:1831-01-25|25 stycznia 1831 roku}} malarz polski {} {{P:Mikołaj I|Mikołaja I}}."
    assert stems(marked.format("zdetronizował"), "whom") != []
    assert stems(marked.format("sportretował"), "whom") == []


def test_a_first_name_or_an_epithet_alone_is_no_answer() -> None:
    marked = "Szlachta pruska złożyła w {D:1630|1630 roku} hołd {P:Gustaw Adolf|Gustawowi Adolfowi}."
    (candidate,) = candidates(marked, "whom")
    assert candidate.item.answer == ("Gustawowi Adolfowi", "Gustaw Adolf", "Gustaw II Adolf", "Gustaw II")


def test_a_surname_that_two_persons_bear_is_no_answer() -> None:
    marked = """W {D:1768|1768 roku} {P:Kazimierz Pułaski} obronił Częstochowę.
W {D:1769|1769 roku} {P:Józef Pułaski} zmarł w więzieniu."""
    assert [found.item.answer for found in candidates(marked, "who")] == [("Kazimierz Pułaski",)]


@pytest.mark.parametrize(
    ("marked", "asked"),
    [
        (
            "We {D:1931-09|wrześniu 1931 roku} Japonia zaatakowała północną Mandżurię.",
            ["Które państwo zaatakowało we wrześniu 1931 roku północną Mandżurię?"],
        ),
        ("W {D:1878|1878 roku} Wielka Brytania zapewniła sobie zwierzchność nad wyspą.", []),
        ("W {D:1773|1773 roku} Austria i Rosja zajęły ziemie polskie.", []),
        (
            "W {D:1921|1921 roku} Konferencja zatwierdziła podział, na mocy którego Polska otrzymała część obszaru.",
            [],
        ),
    ],
    ids=["one state", "part of a name", "two states", "a relative clause"],
)
def test_the_state_that_did_it_is_asked_for(marked: str, asked: list[str]) -> None:
    assert stems(marked, "which_state") == asked
