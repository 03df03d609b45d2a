# ruff: noqa: E501  (a sentence stays on its line)
"""What is asked of the one person whom a text is about."""

from __future__ import annotations

import pytest
from asking import candidates, stems

from quizapp.generate.candidate import Candidate
from quizapp.generate.propose import propose
from quizapp.text.annotate import annotate

GENERAL = """Jan Karol Chodkiewicz

Jan Karol Chodkiewicz był hetmanem. W 1604 roku pobił Szwedów pod Białym Kamieniem. W 1611 roku zdobył Rygę. W 1617 roku ruszył na Moskwę wraz z królewiczem Władysławem."""


def asked(text: str, rule: str) -> list[Candidate]:
    """What a rule proposes of a text that the program itself annotates."""
    return [one for one in propose(annotate(text)).candidates if one.rule == rule]


def test_what_one_person_did_is_asked_without_the_name_in_every_answer() -> None:
    first = next(one for one in asked(GENERAL, "event_of_date") if "1604" in one.item.stem)
    assert first.item.stem == "Co zrobił Jan Karol Chodkiewicz w 1604 r.?"
    assert [option.text for option in first.item.options] == [
        "pobił Szwedów pod Białym Kamieniem",
        "ruszył na Moskwę wraz z królewiczem Władysławem",
        "zdobył Rygę",
    ]
    assert first.item.answer == ("pobił Szwedów pod Białym Kamieniem",)


def test_a_return_that_may_be_of_any_year_is_no_wrong_answer() -> None:
    returned = GENERAL.replace("ruszył na Moskwę wraz z królewiczem Władysławem", "%s")
    for went, is_sure in (("powrócił do kraju", False), ("powrócił do Moskwy", True)):
        asked_of_deeds = [one.item.options for one in asked(returned % went, "event_of_date")]
        wrong = [option.text for options in asked_of_deeds for option in options if not option.correct]
        assert (went in wrong) is is_sure


def test_an_event_without_the_hero_is_told_with_its_own_subject() -> None:
    other = GENERAL.replace("Jan Karol Chodkiewicz\n", "Hetman i morze\n").replace(
        "W 1611 roku zdobył Rygę.", "W 1611 roku flota hiszpańska zagroziła portowi Callao."
    )
    lively = other.replace("Jan Karol Chodkiewicz\n", "Z szablą na północ\n", 1)
    stem = next(one.item.stem for one in asked(lively, "event_of_date"))
    assert "Które wydarzenie tekst datuje na rok" in stem


@pytest.mark.parametrize(
    ("told", "is_asked"),
    [
        ("W 1599 roku został starostą żmudzkim.", False),
        ("W 1599 roku został profesorem Akademii Wileńskiej.", False),
        ("W 1599 roku został sekretarzem generalnym Ligi Narodów.", True),
        ("W 1599 roku został królem Polski.", True),
    ],
)
def test_the_year_of_an_office_is_asked_only_of_a_great_one(told: str, is_asked: bool) -> None:
    stems_asked = [one.item.stem for one in asked(f"{GENERAL} {told}", "when")]
    assert any("został" in stem for stem in stems_asked) is is_asked


def test_the_first_name_of_the_heroine_is_said_in_full() -> None:
    text = (
        "Barbara Radziwiłłówna\n\nBarbara Radziwiłłówna urodziła się w 1520 roku jako córka Barbary z Kołów. "
        "W 1550 roku prymas Mikołaj Dzierzgowski koronował Barbarę w katedrze na Wawelu."
    )
    assert (
        "W którym roku prymas Mikołaj Dzierzgowski koronował Barbarę Radziwiłłównę w katedrze na Wawelu?"
        in [one.item.stem for one in asked(text, "when")]
    )


def test_the_year_of_birth_in_the_heading_is_no_year_of_a_deed() -> None:
    text = (
        "Maria Dąbrowska (1889–1965)\n\nMaria Dąbrowska była pisarką. W 1911 roku podpisała odezwę kobiet polskich. "
        "W 1934 roku otrzymała nagrodę państwową. W 1926 roku wydała „Uśmiech dzieciństwa”."
    )
    signed = next(one for one in asked(text, "when") if "podpisała odezwę" in one.item.stem)
    assert [option.text for option in signed.item.options] == ["1911", "1926", "1934"]


def test_what_a_part_of_them_did_was_not_done_to_one_alone() -> None:
    told = "Na Węgrzech {0} poparła {{P:Jan Zapolya|Jana Zapolyę}}."
    assert stems(told.format("część szlachty"), "whom") == []
    assert stems(told.format("rada miasta Budy"), "whom") == ["Kogo rada miasta Budy poparła na Węgrzech?"]


def test_no_defeat_is_asked_for_with_a_verb_that_nobody_uses() -> None:
    told = "Klęska pod Frydlandem, {0} {{D:1807-06-14|14 czerwca 1807 roku}}, skłoniła cara do rokowań."
    defeat, victory = "klęska pod Frydlandem", "wiktoria pod Frydlandem"
    assert stems(told.format("poniesiona"), "when_made") == [f"Którego dnia miała miejsce {defeat}?"]
    won = told.format("odniesiona").replace("Klęska", "Wiktoria")
    assert stems(won, "when_made") == [f"Którego dnia miała miejsce {victory}?"]
    assert stems(told.format("opisana").replace("Klęska", "Bitwa"), "when_made") != []


def test_the_town_of_what_a_hero_did_needs_no_year() -> None:
    text = (
        "Mikołaj Kopernik\n\nMikołaj Kopernik urodził się 19 lutego 1473 roku w Toruniu. W Bolonii studiował prawo. "
        "Medycyny uczył się w Padwie i w Szkole Katedralnej. W 1543 roku ukazało się dzieło „De revolutionibus”."
    )
    assert [one.item.stem for one in asked(text, "where") if "urodził" not in one.item.stem] == [
        "W którym mieście studiował prawo Mikołaj Kopernik?"
    ]


def test_a_night_is_asked_for_by_its_year() -> None:
    text = (
        "Romuald Traugutt był dyktatorem. W 1849 roku odszedł ze służby. W 1863 roku objął władzę nad powstaniem. "
        "W nocy z 10 na 11 kwietnia 1864 roku aresztowano Romualda Traugutta."
    )
    (night,) = asked(text, "how_long")
    assert (night.item.stem, night.item.answer) == (
        "W którym roku aresztowano Romualda Traugutta?",
        ("1864",),
    )
    again = text + " W 1864 roku zginął na stokach Cytadeli."
    assert asked(again, "how_long") == []


def test_a_ruler_in_general_is_no_office_to_be_matched() -> None:
    told = (
        "{R:Witold|Wielki książę litewski} {P:Witold} zwołał zjazd.\n"
        "{R:Zygmunt Luksemburski|Król rzymski} {P:Zygmunt Luksemburski} przybył do Łucka.\n"
        "{R:Zbigniew Oleśnicki|Biskup krakowski} {P:Zbigniew Oleśnicki} przemawiał ostro.\n"
        "{R:Świdrygiełło|Władca Litwy} {P:Świdrygiełło} wyruszył na Polskę."
    )
    for candidate in candidates(told, "person_and_office"):
        assert "Świdrygiełło" not in [option.left for option in candidate.item.options]
    assert stems(told, "person_and_office") != []


@pytest.mark.parametrize(
    ("told", "is_asked"),
    [
        ("W 1862 roku poślubiła ziemianina Jarosława Konopnickiego.", False),
        ("W 1862 roku uzyskała doktorat.", False),
        ("W 1862 roku przeszła na emeryturę.", False),
        ("W 1862 roku poślubiła Zygmunta III Wazę.", True),
    ],
)
def test_a_wedding_is_asked_only_of_a_throne_and_no_degree_at_all(told: str, is_asked: bool) -> None:
    text = f"Maria Konopnicka\n\nMaria Konopnicka była poetką. {told} W 1890 roku wyjechała do Szwajcarii."
    assert any("1862" in one.item.answer for one in asked(text, "when")) is is_asked


def test_what_went_on_is_no_event_of_a_day() -> None:
    text = (
        "Giuseppe Garibaldi był generałem. 3 maja 1860 roku zdobył Palermo. 7 września 1860 roku wjechał do Neapolu. "
        "17 marca 1861 roku proklamowano Królestwo Włoch. 30 czerwca 1862 roku bronił Rzymu przed Francuzami."
    )
    told = [option.text for one in asked(text, "event_of_date") for option in one.item.options]
    assert told
    assert not any("bronił" in words for words in told)


def test_a_statement_begins_with_its_date_and_keeps_the_order_of_the_story() -> None:
    text = (
        "Jan Kochanowski był poetą. W 1544 roku wstąpił do Akademii Krakowskiej. Do kraju wrócił na stałe w 1559 roku. "
        "W maju 1571 roku otrzymał Czarnolas. W marcu 1575 roku przemawiał na zjeździe w Stężycy."
    )
    said = {one.item.stem: one.item.answer[0] for one in asked(text, "true_date")}
    assert said["W 1559 roku Jan Kochanowski wrócił do kraju na stałe."] == "Prawda"
    assert all(stem[0] in "W1" and stem.endswith(".") for stem in said)


def test_a_father_is_known_by_the_surname_of_his_son_too() -> None:
    text = "Kazimierz Pułaski, syn starosty Józefa, walczył w konfederacji barskiej. Starosta Józef zmarł w Chocimiu."
    (kin,) = asked(text, "kinship")
    assert set(kin.item.answer) == {"Józef", "Józef Pułaski"}


def test_a_heading_that_opens_with_the_hero_is_not_said_before_his_name() -> None:
    text = "Józef Wybicki i jego pieśń\n\nJózef Wybicki napisał słowa mazurka. Wybicki zmarł 10 marca 1822 roku w Manieczkach."
    assert [one.item.stem for one in asked(text, "when")] == ["W którym roku zmarł Józef Wybicki?"]


@pytest.mark.parametrize(
    "told",
    [
        "W 479 roku p.n.e. ojciec, Ksantyppos, dowodził flotą ateńską pod Mykale.",
        "14 sierpnia 1980 roku stanęła Stocznia Gdańska imienia Lenina.",
        "W 472 roku p.n.e. Perykles zwrócił na siebie uwagę Ateńczyków.",
    ],
    ids=["whose father", "was it built or did it stop", "what of it"],
)
def test_what_only_the_text_around_makes_clear_is_not_asked(told: str) -> None:
    assert asked(told, "when") == []


def test_a_heading_with_the_surname_first_is_the_hero() -> None:
    headed = "Kotzenreich, Klemens Adam von\n\nAustriacki mąż stanu. Urodzony w 1773 roku w Koblencji, w 1806 roku został ambasadorem w Paryżu. W 1847 roku napisał: „Włochy są krajem”. Kotzenreich zmarł w 1859 roku w Wiedniu."
    stems = [one.item.stem for one in propose(annotate(headed)).candidates]
    assert "W którym roku zmarł Klemens Adam von Kotzenreich?" in stems
    assert not any("Austriacki" in stem or "napisał" in stem for stem in stems)


def test_the_dates_in_the_brackets_after_a_name_are_of_birth_and_death_with_their_towns_too() -> None:
    text = "Nowak Jan (1 III 1901 Gdynia – 5 IV 1980 tamże), chemik.\n\nKongres w Gdowie (1 III 1931 – 5 IV 1931) nie dał nic."
    found = {one.item.stem: one.item.answer for one in asked(text, "birth_and_death")}
    assert found == {
        "W którym roku urodził się Jan Nowak?": ("1901",),
        "W którym roku zmarł Jan Nowak?": ("1980",),
    }
