"""When the hero of a biography was born and died, told without the name."""

from __future__ import annotations

import pytest

from quizapp.generate.propose import propose
from quizapp.text.annotate import annotate


def _asked(text: str) -> list[tuple[str, str]]:
    """What is asked of births and deaths, with the answers."""
    found = (one.item for one in propose(annotate(text)).candidates if not one.item.options)
    asked = {(item.stem, item.answer[0]) for item in found if "urodził" in item.stem or "zmarł" in item.stem}
    return sorted((stem, answer) for stem, answer in asked if stem.startswith("W którym roku"))


@pytest.mark.parametrize(
    ("told", "kind", "year"),
    [
        ("Urodzona 9 czerwca 1843 roku w Łodzi, nosiła znane nazwisko.", "urodziła się", "1843"),
        (
            "Najstarsza córka kupca Adama Kosa przyszła na świat 15 kwietnia 1865 roku w Łodzi.",
            "urodziła się",
            "1865",
        ),
        ("Pochodziła z Łodzi, gdzie urodziła się 7 maja 1851 roku jako córka kupca.", "urodziła się", "1851"),
        ("Ur. 3 maja 1848 r. w Łodzi.", "urodziła się", "1848"),
        ("Zm. jesienią 1869 r., najpewniej w Łodzi.", "zmarła", "1869"),
        ("Do kraju już nie wróciła; zmarła w Londynie 21 lutego 1958 roku.", "zmarła", "1958"),
    ],
)
def test_what_is_told_of_the_hero_without_the_name_is_asked(told: str, kind: str, year: str) -> None:
    assert _asked(f"Ewa Kowalska\n\n{told}") == [(f"W którym roku {kind} Ewa Kowalska?", year)]


def test_the_years_after_the_name_in_the_first_line_are_those_of_the_life() -> None:
    text = "KOWALSKI Jan, 1505–1569\n\nPoeta i prozaik, tłumacz. Uczył się w Krakowie."
    assert _asked(text) == [
        ("W którym roku urodził się Jan Kowalski?", "1505"),
        ("W którym roku zmarł Jan Kowalski?", "1569"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Jej córka urodziła się 9 czerwca 1843 roku w Łodzi.",
        "Córka Ewy Kowalskiej przyszła na świat 9 czerwca 1843 roku.",
        "W 1850 roku wyszła za mąż. Matka zmarła 7 maja 1851 roku.",
        "W Łodzi mieszkała wtedy Maria Zych. Zmarła 7 maja 1851 roku.",
        "Przyjaźniła się z Marią Zych, która zmarła 7 maja 1851 roku.",
        "Wspomina o tym list, w którym zmarła 7 maja 1851 roku.",
        "Zmarła zimą 1851 roku.",
    ],
)
def test_a_birth_or_death_that_may_be_of_another_is_not_asked(told: str) -> None:
    assert _asked(f"Ewa Kowalska\n\nEwa Kowalska była malarką. {told}") == []


def test_no_life_is_told_without_a_name_in_a_text_about_a_thing() -> None:
    assert _asked("Pokój łódzki\n\nPokój wynegocjował Jan Kos. Zmarł 7 maja 1851 roku w Łodzi.") == []
