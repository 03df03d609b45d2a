# ruff: noqa: E501  (a sentence stays on its line)
"""What a relative clause tells of a thing: who led it, when it was founded, whose it was."""

from __future__ import annotations

import pytest
from asking import stems

HEAD = "Rewolucja lutowa\n\n"


@pytest.mark.parametrize(
    ("told", "stem"),
    [
        (
            "W {D:1917|1917 roku} powstał Komitet Tymczasowy Dumy, któremu przewodniczył {P:Michaił Rodzianko}.",
            "Kto przewodniczył Komitetowi Tymczasowemu Dumy?",
        ),
        (
            "Pracował w Państwowej Fabryce Związków Azotowych, którą kierował {P:Ignacy Mościcki}.",
            "Kto kierował Państwową Fabryką Związków Azotowych?",
        ),
        (
            "Wzniesiono Partenon, nad którego dekoracją rzeźbiarską czuwał {P:Fidiasz}.",
            "Kto czuwał nad dekoracją rzeźbiarską Partenonu?",
        ),
        (
            "Wrócił do Towarzystwa Biblijnego, którego krakowskim oddziałem kierował {P:Herman Balk}.",
            "Kto kierował krakowskim oddziałem Towarzystwa Biblijnego?",
        ),
        (
            "Podręczniki przygotowało Towarzystwo do Ksiąg Elementarnych, którego sekretarzem był {P:Grzegorz Piramowicz}.",
            "Kto był sekretarzem Towarzystwa do Ksiąg Elementarnych?",
        ),
        (
            "Długo zwlekali posłowie szwedzcy, którym przewodził {P:Magnus Gyllenborg}.",
            "Kto przewodził posłom szwedzkim?",
        ),
        (
            "Trwały skutki wojny polsko-szwedzkiej, którą zakończył {P:Jan Leszczyński}.",
            "Kto zakończył wojnę polsko-szwedzką?",
        ),
    ],
)
def test_who_did_it_is_asked_with_the_thing_in_its_case(told: str, stem: str) -> None:
    asked = stems(told.replace("{D:1917|1917 roku}", "roku"), "who")
    assert stem in [one.removeprefix("Rewolucja lutowa. ") for one in asked]


def test_what_happened_to_the_thing_is_asked_by_its_date() -> None:
    told = "Przez port rybacki w Gdyni, który w {D:1926-02|lutym 1926 roku} otrzymał prawa miejskie, biegła droga."
    assert stems(told, "when") == ["W którym miesiącu i roku port rybacki w Gdyni otrzymał prawa miejskie?"]


@pytest.mark.parametrize(
    ("told", "stem"),
    [
        (
            "Granicę uznał układ suwalski, który w {D:1920|1920 roku} podpisali {P:Jan Nowak} i {P:Piotr Lis}.",
            "W którym roku Jan Nowak i Piotr Lis podpisali układ suwalski?",
        ),
        (
            "Obowiązywał układ o rozdzieleniu wojsk, który w {D:1920|1920 roku} podpisali w Suwałkach {P:Jan Nowak} oraz generał {P:Piotr Lis}.",
            "W którym roku Jan Nowak oraz generał Piotr Lis podpisali w Suwałkach układ o rozdzieleniu wojsk?",
        ),
    ],
    ids=["right after the verb", "after a place"],
)
def test_who_did_it_together_stand_first_and_together(told: str, stem: str) -> None:
    assert stems(told, "when") == [stem]


@pytest.mark.parametrize(
    "told",
    [
        "Obowiązywał układ suwalski, który w {D:1920|1920 roku} podpisali {P:Jan Nowak}, {P:Piotr Lis} i {P:Adam Kos}.",
        "Obowiązywał układ suwalski, który w {D:1920|1920 roku} podpisał {P:Jan Nowak} i poseł litewski.",
    ],
)
def test_nothing_is_asked_of_some_of_those_who_did_it_together(told: str) -> None:
    assert stems(told, "when") == []


@pytest.mark.parametrize(
    "told",
    [
        "Bronili Mińska, który {P:Adolf Joffe} gotów był oddać Polsce.",
        "Ludność stolicy Austrii, w której rządził {P:Klemens Metternich}, zbuntowała się.",
        "Wygrał bitwę i wojnę, którą rozpoczął {P:Jan Nowak}.",
        "Był to zamek, którego nie zdobył {P:Jan Nowak}.",
        "Spisano konwencję w sprawie badania i karania zbrodni wojennej, którą podpisał {P:Jan Nowak}.",
    ],
    ids=[
        "with an infinitive",
        "two nouns fit",
        "one of two",
        "denied",
        "two nouns fit across „i”",
    ],
)
def test_nothing_is_asked_where_the_thing_or_its_case_is_not_sure(told: str) -> None:
    assert stems(told, "who") == []


def test_a_title_after_the_pronoun_is_no_thing_that_it_owns() -> None:
    told = (
        "Powstała tu osada górnicza, której książę {P:Jan Nowak} nadał w {D:1290|1290 roku} prawa miejskie."
    )
    assert not any("osady" in stem for stem in stems(told, "when"))


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (
            "Budowę skończył dopiero {P:Jan Nowak}, pogromca Szwedów, który w {D:1680|1680 roku} urządził igrzyska inauguracyjne.",
            ["W którym roku Jan Nowak urządził igrzyska inauguracyjne?"],
        ),
        (
            "Pochodziła stąd {P:Anna Nowak}, wnuczka Leszka Czarnego, która w {D:1680|1680 roku} urządziła igrzyska inauguracyjne.",
            ["W którym roku Anna Nowak urządziła igrzyska inauguracyjne?"],
        ),
        (
            "Budowę skończył {P:Jan Nowak}, dowódca pułku, który w {D:1680|1680 roku} zajął Ojców.",
            [],
        ),
    ],
    ids=["a man", "a woman", "it may be the regiment"],
)
def test_what_is_told_of_a_name_through_what_it_is_said_to_be(told: str, asked: list[str]) -> None:
    assert stems(told, "when") == asked
