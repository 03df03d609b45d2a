"""Offices of several persons at once, and offices without a name beside them."""

from __future__ import annotations

import pytest
from marked import sentences

from quizapp.text.persons import find_persons

# a sentence | the holder | the office as the text words it | its nominative
PLURAL = """
Dowodzili generałowie Adam Kos i Jan Wilk. | Jan Wilk | generałowie | generał
Dowodzili generałowie Adam Kos i Jan Wilk. | Adam Kos | generałowie | generał
Obecni byli ministrowie spraw zagranicznych: Adam Kos i Jan Wilk. | Jan Wilk | ministrowie spraw zagranicznych | minister spraw zagranicznych
"""  # noqa: E501

# a text | the holder | the bare office
BARE = """
Radził król Karol X. Szwedzi zwlekali. Nad ranem król wyjechał. | Karol X | król
Premier Jan Kos wrócił. Oklaskiwano go. „Nie ustąpię” – zapowiedział premier. | Jan Kos | premier
Sądził biskup Adam Kos. Skazany zawołał: „Biskupie, to przez ciebie!”. | Adam Kos | Biskupie
Na prezydenta wybrano Jana Kosa. Poeta opisał pogrzeb prezydenta. | Jan Kos | prezydenta
Trebona uznano za cesarza. Skarb był pusty. Cesarz oszczędzał. | Trebon | Cesarz
Na czele rządu stanął Jan Kos. W maju premier zachorował. | Jan Kos | premier
Pod miastem hetman polny koronny Jan Kos zwlekał. Wieczorem hetman ruszył. | Jan Kos | hetman
Wezwał go Zygmunt III. Wyjazd opóźniała zima. Wiosną król zgodził się na pokój. | Zygmunt III | król
Zmarł król Węgier Albrecht II. Rządził Zygmunt III. Jesienią król ruszył za rzekę. | Zygmunt III | król
Karol III objął tron po śmierci ojca, króla Adama I. Padał śnieg. Wiosną król zmarł. | Karol III | król
Antioch IV obległ gród. Konsul pobił króla Perseusza. Padał śnieg. Antioch podał rękę. Wiał wiatr. Grzmiało. Potem król ustąpił. | Antioch IV | król
Rządził cesarz Otton IV. Zwyciężył rywal Ottona, Fryderyk II, w lipcu; pokonany cesarz odszedł. | Otton IV | cesarz
Król Jan Kazimierz był w Warszawie. Król Prus Fryderyk II zwlekał. Padał śnieg. Mróz trwał. Rano król wrócił. | Jan Kazimierz | król
"""  # noqa: E501

IN_DOUBT = """
Król Jan Kazimierz wyjechał. Obradował inny król. | król
Król Jan Kazimierz wyjechał. Godność króla budziła szacunek. | króla
Król Jan Kazimierz wyjechał. Szlachta mówiła: „Potrzeba serca króla”. | króla
Minister Jan Kos wyjechał. Padał deszcz. Wiał wiatr. Grzmiało. Rano minister wrócił. | minister
Król Francji Karol VIII walczył z królem Neapolu Ferdynandem I. Wiosną król uciekł. | król
Rządził Jan Biały. Był król Węgier Karol Kos. Lało. Wiało. Grzmiało. Mróz trwał. Lało. Ziemie król oddał. | król
Gdzie indziej obroną kierował Jan Kos. | obroną
"""


def rows(table):
    return [[cell.strip() for cell in line.split("|")] for line in table.splitlines() if line.strip()]


@pytest.mark.parametrize("row", rows(PLURAL), ids=lambda row: row[1])
def test_a_plural_before_names_is_the_office_of_each(row):
    text, *expected = row
    roles = {
        (person.name, role.span.text, role.nominative)
        for person in find_persons(text, sentences(text))
        for role in person.roles
    }
    assert tuple(expected) in roles


@pytest.mark.parametrize("row", rows(BARE), ids=lambda row: row[0])
def test_a_bare_office_means_who_was_said_to_hold_it(row):
    text, holder, said = row
    text = text.replace(". ", ".\n")
    place = text.rfind(said)
    persons = find_persons(text, sentences(text))
    assert holder in {person.name for person in persons for role in person.roles if role.span.start == place}


@pytest.mark.parametrize("row", rows(IN_DOUBT), ids=lambda row: row[0])
def test_a_bare_office_that_may_be_anybodys_is_nobodys(row):
    text, said = row
    text = text.replace(". ", ".\n")
    place = text.rfind(said)
    persons = find_persons(text, sentences(text))
    assert place not in {role.span.start for person in persons for role in person.roles}


def test_a_prince_may_be_the_one_the_text_opens_with():
    text = "Leszek II objął tron.\nZawarł układ z księciem pomorskim Janem II.\nWiosną zmarła żona księcia."
    assert ("Jan II", "księcia") not in {
        (person.name, role.span.text)
        for person in find_persons(text, sentences(text))
        for role in person.roles
    }
