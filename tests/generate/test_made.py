# ruff: noqa: E501  (a sentence stays on its line)
"""What a participle dates: things that were made, persons whom something was done to."""

from __future__ import annotations

import pytest
from asking import stems

from quizapp.generate.propose import propose
from quizapp.text.annotate import annotate


def _asked(text: str, rule: str) -> list[tuple[str, str]]:
    """The questions of one rule about a plain text, each with its first answer."""
    found = (candidate for candidate in propose(annotate(text)).candidates if candidate.rule == rule)
    return [(candidate.item.stem, candidate.item.answer[0]) for candidate in found]


@pytest.mark.parametrize(
    ("told", "stem", "answer"),
    [
        (
            "Deklaracja gnieźnieńska, ogłoszona przez arcybiskupa Jana Zycha w lipcu 1773 roku, wzburzyła dwory.",
            "W którym miesiącu i roku ogłoszono deklarację gnieźnieńską?",
            "lipiec 1773 roku",
        ),
        (
            "Dwory wzburzyła deklaracja gnieźnieńska, ogłoszona 15 grudnia 1793 roku przez ministrów Jana Zycha i Adama Nowaka.",
            "Którego dnia ogłoszono deklarację gnieźnieńską?",
            "15 grudnia 1793 roku",
        ),
        (
            "Spory budzi decyzja o zajęciu Śląska, powzięta jesienią 1738 roku.",
            "W którym roku powzięto decyzję o zajęciu Śląska?",
            "1738",
        ),
        (
            "Przełom przyniosło zwycięstwo Jana Zycha pod Kłeckiem, odniesione 17 września 1462 roku.",
            "Którego dnia miało miejsce zwycięstwo Jana Zycha pod Kłeckiem?",
            "17 września 1462 roku",
        ),
        (
            "Potępiono zabójstwo Jana Zycha, dokonane w 1419 roku na moście w Gnieźnie.",
            "W którym roku dokonano zabójstwa Jana Zycha?",
            "1419",
        ),
        (
            "Po strajku górników w Łodzi, zakończonym w marcu 1885 roku, rząd ustąpił.",
            "W którym miesiącu i roku zakończył się strajk górników w Łodzi?",
            "marzec 1885 roku",
        ),
        (
            "Owocem zabiegów był traktat przymierza między Prusami a Danią, zawarty 29 marca 1790 roku.",
            "Którego dnia zawarto traktat przymierza między Prusami a Danią?",
            "29 marca 1790 roku",
        ),
        (
            "Mimo to rokowania, rozpoczęte pod Gnieznem w pierwszych tygodniach 1660 roku, wlokły się.",
            "W którym roku rozpoczęły się rokowania pod Gnieznem?",
            "1660",
        ),
        (
            "Portret malarza Jana Zycha, nagrodzony w 1894 roku złotym medalem w Wiedniu, przyniósł jej sławę.",
            "W którym roku nagrodzono portret malarza Jana Zycha złotym medalem w Wiedniu?",
            "1894",
        ),
        (
            "Nikt z posłów przybyłych na sejm Rzeszy, otwarty w Spirze 5 lutego 1555 roku, nie łudził się.",
            "Którego dnia otwarto sejm Rzeszy w Spirze?",
            "5 lutego 1555 roku",
        ),
        (
            "Dowódcą mianowano generała Jana Zycha, wypuszczonego 4 sierpnia 1941 roku z więzienia w Wilnie.",
            "Którego dnia wypuszczono Jana Zycha z więzienia w Wilnie?",
            "4 sierpnia 1941 roku",
        ),
    ],
    ids=[
        "by whom",
        "by whom after the date",
        "in a season",
        "a victory",
        "a murder",
        "an end",
        "between two",
        "in the first weeks",
        "by what",
        "no pronoun",
        "a person in another case",
    ],
)
def test_what_a_participle_dates_is_asked(told: str, stem: str, answer: str) -> None:
    assert (stem, answer) in _asked(told, "when_made")


def test_a_noun_alone_is_called_by_the_name_that_heads_the_text() -> None:
    text = "Traktat z Nagasaki\n\nPoseł przybył w 1895 roku. Traktat, podpisany 17 kwietnia, uznawał granicę."
    assert [stem for stem, _ in _asked(text, "when_made")] == ["Którego dnia podpisano traktat z Nagasaki?"]


@pytest.mark.parametrize(
    "told",
    [
        "Doprowadził do ślubu arcyksiężniczki {P:Maria Nowak|Marii Nowak} z {P:Jan Zych|Janem Zychem}, zawartego w {D:1810|1810 roku}.",
        "Wdowa po {P:Jan Zych|Janie Zychu}, trafionym kulą w {D:1718|1718 roku}, żyła długo.",
        "Konstytucja z Kłecka, ogłoszona zimą {D:1738-24|1738 roku}, była krótka.",
    ],
    ids=["what is of another than the name before", "by what somebody was hit", "a winter lies in two years"],
)
def test_what_a_participle_may_tell_of_another_is_not_asked(told: str) -> None:
    assert stems(told, "when_made") == []


@pytest.mark.parametrize(
    ("told", "stem", "answer"),
    [
        (
            "Utworzona w 1775 roku Rada Lekarska była pierwszym takim urzędem.",
            "W którym roku utworzono Radę Lekarską?",
            "1775",
        ),
        (
            "Zawarty w maju 1802 roku przez Jana Zycha i Adama Nowaka traktat gnieźnieński nie trwał długo.",
            "W którym miesiącu i roku zawarto traktat gnieźnieński?",
            "maj 1802 roku",
        ),
        (
            "Opisano to w „Historii jednego miasta”, wydanej w 1946 roku.",
            "W którym roku wydano „Historię jednego miasta”?",
            "1946",
        ),
        (
            "Adam Kos, autor wydanej w 1923 roku „Historii naturalnej jeziora”, kierował muzeum.",
            "W którym roku wydano „Historię naturalną jeziora”?",
            "1923",
        ),
        (
            "Aresztowany w 1826 roku, Adam Kos odzyskał wolność po trzech latach.",
            "W którym roku aresztowano Adama Kosa?",
            "1826",
        ),
        (
            "Adam Kowal (1798–1850)\n\nAdam Kowal był oficerem. Aresztowany w 1826 roku, odzyskał wolność po trzech latach.",
            "W którym roku aresztowano Adama Kowala?",
            "1826",
        ),
        (
            "Adam Kowal (1798–1850)\n\nAdam Kowal był oficerem. Zaproszony w 1843 roku do udziału w pracach nad bronią, odpowiedział: „Nie będę miał nic wspólnego z wojną!”.",
            "W którym roku zaproszono Adama Kowala do udziału w pracach nad bronią?",
            "1843",
        ),
        (
            "Najsławniejszym z jeńców był Adam Kowal: pojmany przez korsarzy w 1575 roku, spędził w Algierze pięć lat.",
            "W którym roku pojmano Adama Kowala?",
            "1575",
        ),
    ],
    ids=[
        "a body",
        "by whom",
        "a title after",
        "a title before",
        "named then",
        "the hero",
        "who spoke",
        "after a colon",
    ],
)
def test_a_participle_may_stand_before_what_it_tells_of(told: str, stem: str, answer: str) -> None:
    assert (stem, answer) in _asked(told, "when_set_before")


@pytest.mark.parametrize(
    "told",
    [
        "Kopernik opatrzył wierszem jego wydaną w 1542 roku rozprawę o trójkątach.",
        "Podpisany tam 12 września 1635 roku rozejm miał trwać długo.",
        "Utworzone w 1775 roku Rada i Sąd działały krótko.",
        "Aresztowany w 1826 roku, dwór opuścił w pośpiechu.",
    ],
    ids=["whose", "where", "two things", "nobody"],
)
def test_what_a_participle_before_it_leaves_open_is_not_asked(told: str) -> None:
    assert _asked(told, "when_set_before") == []


def test_a_short_name_of_the_text_is_known_in_another_case() -> None:
    text = "Rada Lekarska\n\nUtworzona w 1775 roku Rada Lekarska była pierwszym takim urzędem."
    assert [stem for stem, _ in _asked(text, "when_set_before")] == ["W którym roku utworzono Radę Lekarską?"]
