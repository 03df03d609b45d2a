# ruff: noqa: E501  (a sentence stays on its line)
"""What a question takes from around its clause: the year, the name, what was told, what a participle dates."""

from __future__ import annotations

import re

import pytest
from asking import candidates, stems


@pytest.mark.parametrize(
    ("marked", "stem"),
    [
        pytest.param(
            "W {D:1620|1620 r.} wybuchło powstanie w Pradze, a potężną armią dowodził {P:Jan Tilly}, który był hrabią Tserclaes.",
            "",
            id="a name has to say which army",
        ),
        pytest.param(
            "W {D:1620|1620 r.} cesarz wypowiedział wojnę, a na czele Ligi Katolickiej stanął {P:Jan Tilly}.",
            "Kto w 1620 roku stanął na czele Ligi Katolickiej?",
            id="the year of its sentence",
        ),
        pytest.param(
            "W {D:1620|1620 r.} wybuchły walki.\n{P:Jan Tilly} spalił Heidelberg.\nJesienią {D:1620-23|1620 r.} spadł śnieg.",
            "Kto w 1620 roku spalił Heidelberg?",
            id="the year before it and after it",
        ),
        pytest.param(
            "W {D:1620|1620 r.} wybuchły walki.\n{P:Jan Tilly} spalił Heidelberg.\nW {D:1625|1625 r.} spadł śnieg.",
            "",
            id="two years around it",
        ),
        pytest.param(
            "W {D:1620|1620 r.} wybuchły walki.\nWcześniej {P:Jan Tilly} spalił Heidelberg.\nW {D:1620|1620 r.} spadł śnieg.",
            "",
            id="at another time",
        ),
        pytest.param(
            "W {D:1620|1620 r.} wybuchły walki.\nMinęła zima, a w następnym roku {P:Jan Tilly} spalił Heidelberg.",
            "",
            id="in the next year",
        ),
        pytest.param(
            "W {D:1620|1620 r.} wybuchły walki.\nMinęły lata. Dwa lata później upadł zamek, który {P:Jan Tilly} spalił w Heidelbergu.",
            "",
            id="years later",
        ),
        pytest.param(
            "W {D:044X|latach czterdziestych} i w {D:-0043|44 r. p.n.e.} trwały walki.\nW {D:-0043|44 r. p.n.e.} {P:Marek Antoniusz} spalił Mutinę.",
            "Kto w 44 r. p.n.e. spalił Mutinę?",
            id="its own year",
        ),
    ],
)
def test_who_did_it_is_asked_with_the_year(marked: str, stem: str) -> None:
    assert (stems(marked, "who") or [""])[0] == stem


@pytest.mark.parametrize(
    ("marked", "rule", "stem"),
    [
        (
            "Za udział w spisku sąd w Gdowie skazał {P:Jan Nowak|Jana Nowaka} w {D:1834|1834 roku} zaocznie na śmierć.",
            "when",
            "W którym roku sąd w Gdowie skazał Jana Nowaka za udział w spisku zaocznie na śmierć?",
        ),
        (
            "W {D:0997|997 r.} do ziemi Prusów wyruszył {P:Jan Nowak} z rodu Sławnikowiców.",
            "when",
            "W którym roku Jan Nowak z rodu Sławnikowiców wyruszył do ziemi Prusów?",
        ),
        (
            "W {D:0997|997 r.} do ziemi Prusów wyruszył {R:Wojciech|biskup} {P:Wojciech} z rodu Sławnikowiców.",
            "who",
            "Który biskup w 997 r. wyruszył do ziemi Prusów?",
        ),
        ("Za początek bitwy o Anglię Brytyjczycy przyjmują {D:1940-07-10|10 lipca 1940 r.}", "when", ""),
        ("W latach {D:1783/1786|1783–1786} {P:Jan Nowak} był rektorem uczelni.", "how_long", ""),
        (
            "Zajęcie Pomorza przez Krzyżaków w latach {D:1308/1309|1308–1309} stało się przyczyną wojny z Polską.",
            "how_long",
            "",
        ),
        (
            "Batalion kobiecy, sformowany w {D:1943|1943 r.} w Gdowie, nosił jej imię.",
            "when_made",
            "W którym roku sformowano w Gdowie batalion kobiecy?",
        ),
        ("W {D:1794|1794 r.} {P:Jan Nowak} stanął pod wsią Gdów naprzeciw wojsk Kalisza.", "who", ""),
        (
            "{P:Jan Nowak}, wybrany na ten urząd w {D:1511|1511 r.} w Gdowie, odmówił przysięgi.",
            "when_made",
            "",
        ),
    ],
)
def test_what_belongs_to_a_name_or_a_noun_stays_with_it(marked: str, rule: str, stem: str) -> None:
    assert (stems(marked, rule) or [""])[0] == stem


@pytest.mark.parametrize(
    ("heading", "before", "after", "asked"),
    [
        ("", "W {D:1620|1620 r.} wybuchły walki.\n", "", ["Kto w 1620 roku spalił Heidelberg?"]),
        ("", "", "\nW {D:1620|1620 r.} spadł śnieg.", []),
        (
            "",
            "",
            "\nW {D:1620|1620 r.} spadł śnieg.\nW maju {D:1620-05|1620 r.} stopniał.",
            ["Kto w 1620 roku spalił Heidelberg?"],
        ),
        ("Kampania 1619\n\n", "", "\nW {D:1620|1620 r.} spadł śnieg.", []),
        ("Kampania 1619\n\n", "W {D:1620|1620 r.} wybuchły walki.\n", "", []),
        (
            "Kampania 1620\n\n",
            "W {D:1620|1620 r.} wybuchły walki.\n",
            "",
            ["Kampania 1620. Kto w 1620 roku spalił Heidelberg?"],
        ),
    ],
    ids=[
        "said before",
        "said after",
        "said after twice",
        "said after, another headed",
        "another headed",
        "headed so",
    ],
)
def test_a_deed_takes_no_year_from_one_later_sentence_alone(
    heading: str, before: str, after: str, asked: list[str]
) -> None:
    found = stems(f"{heading}{before}{{P:Jan Tilly}} spalił Heidelberg.{after}", "who")
    assert [stem for stem in found if re.search(r"[0-9] roku", stem)] == asked


def test_the_place_that_says_the_year_is_evidence() -> None:
    marked = "W {D:1620|1620 r.} wybuchły walki.\n{P:Jan Tilly} spalił Heidelberg.\nW {D:1620|1620 r.} spadł śnieg."
    (candidate,) = candidates(marked, "who")
    assert "1620 r." in [span.text for span in candidate.item.evidence]


@pytest.mark.parametrize(
    ("marked", "stem"),
    [
        (
            "Rozejm w Jamie Zapolskim, zawarty {D:1582-01-15|15 stycznia 1582 roku}, oddał królowi Inflanty.",
            "Którego dnia zawarto rozejm w Jamie Zapolskim?",
        ),
        (
            "Trwałym skutkiem była konwencja genewska, podpisana w Genewie w {D:1864|1864 roku}.",
            "W którym roku podpisano w Genewie konwencję genewską?",
        ),
        (
            "Pawilony wystawy światowej, otwarte {D:1900-04-14|14 kwietnia 1900 roku} w Paryżu, zachwycały gości.",
            "Którego dnia otwarto w Paryżu pawilony wystawy światowej?",
        ),
        (
            "Na mocy układu zawartego {D:1589-03-09|9 marca 1589 roku} w Bytomiu i Będzinie Maksymilian zrzekł się korony.",
            "Którego dnia zawarto układ w Bytomiu i Będzinie?",
        ),
        ("Zatwierdził rozejm w Charlottenburgu, datowany {D:1806-11-16|16 listopada 1806 roku}.", ""),
        ("Układ, podpisany {D:1864-08-22|22 sierpnia 1864 roku}, chronił rannych.", ""),
        ("Jan Nowak, urodzony {D:1864-08-22|22 sierpnia 1864 roku} w Wilnie, był lekarzem.", ""),
    ],
)
def test_a_participle_dates_the_thing_before_it(marked: str, stem: str) -> None:
    assert (stems(marked, "when_made") or [""])[0] == stem


@pytest.mark.parametrize(
    ("marked", "stem"),
    [
        pytest.param(
            "Gdy {D:1939-03-15|15 marca 1939 roku} wojska niemieckie wkroczyły do Pragi, rząd milczał.",
            "Którego dnia wojska niemieckie wkroczyły do Pragi?",
            id="a clause of time tells of what happened",
        ),
        pytest.param(
            "Gdyby {D:1939-03-15|15 marca 1939 roku} wojska niemieckie wkroczyły do Pragi, rząd by milczał.",
            "",
            id="a condition does not",
        ),
        pytest.param(
            "{D:1945-02-13|13 lutego 1945 roku} rząd w Londynie ogłosił, że odrzuca granice z Jałty.",
            "Którego dnia rząd w Londynie ogłosił, że odrzuca granice z Jałty?",
            id="what was told belongs to it",
        ),
        pytest.param(
            "{D:1385-08-14|14 sierpnia 1385 roku} w Krewie {P:Władysław Jagiełło} wystawił dokument, w którym przyrzekł chrzest Litwy.",
            "Którego dnia Władysław Jagiełło wystawił w Krewie dokument, w którym przyrzekł chrzest Litwy?",
            id="which document belongs to it",
        ),
        pytest.param(
            "{D:1997-07-08|8 lipca 1997 roku} w Madrycie Sojusz zaprosił do rozmów Polskę, Czechy i Węgry.",
            "Którego dnia Sojusz zaprosił w Madrycie do rozmów Polskę, Czechy i Węgry?",
            id="a list stays whole",
        ),
        pytest.param(
            "{D:1918-11-22|22 listopada 1918 roku} oddziały polskie opanowują Lwów.",
            "Którego dnia oddziały polskie opanowują Lwów?",
            id="a chronicle tells in the present",
        ),
        pytest.param(
            "{D:1384-10-16|16 października 1384 roku} w Krakowie ukoronowano młodszą córkę zmarłego władcy, {P:Jadwiga|Jadwigę}.",
            "Którego dnia ukoronowano Jadwigę w Krakowie?",
            id="a name for its description",
        ),
        pytest.param(
            "Generał {P:Józef Chłopicki}, który {D:1830-12-05|5 grudnia 1830 roku} ogłosił się dyktatorem, liczył na ugodę.",
            "Którego dnia Józef Chłopicki ogłosił się dyktatorem?",
            id="a relative clause about a person",
        ),
    ],
)
def test_when_it_happened_is_asked_of_more_than_plain_clauses(marked: str, stem: str) -> None:
    assert (stems(marked, "when") or [""])[0] == stem


LIFE = """{P:Maria Konopnicka}
{P:Maria Konopnicka}, z domu Wasiłowska, urodziła się {D:1842-05-23|23 maja 1842 roku} w Suwałkach.
W {D:1856|1856 roku} poetka ukończyła szkołę sakramentek w Warszawie.
Poetka zmarła {D:1910-10-08|8 października 1910 roku} we Lwowie."""


def test_in_a_life_the_trade_is_the_heros() -> None:
    assert stems(LIFE, "when") == [
        "W którym roku urodziła się Maria Konopnicka?",
        "W którym roku Maria Konopnicka ukończyła szkołę sakramentek w Warszawie?",
        "W którym roku zmarła Maria Konopnicka?",
    ]


def test_a_death_told_by_a_noun() -> None:
    marked = "Śmierć {P:Zygmunt August|Zygmunta Augusta} w Knyszynie, {D:1572-07-07|7 lipca 1572 roku}, zamknęła epokę."
    assert stems(marked, "birth_and_death") == [
        "W którym roku zmarł Zygmunt August?",
    ]


def test_a_word_of_a_quotation_is_typed_as_it_stands() -> None:
    marked = "„{Q:Roald Amundsen|Kto ma wszystko w porządku, temu ludzie przypisują potem szczęście}” – pisał {P:Roald Amundsen}."
    (candidate,) = candidates(marked, "missing_word")
    assert (candidate.item.type, candidate.item.options) == ("cloze", ())
    assert candidate.item.answer == ("szczęście",)


def test_order_is_not_asked_of_one_life() -> None:
    assert stems(LIFE, "order") == []


def test_the_speaker_may_be_named_in_the_sentence_before() -> None:
    marked = "{P:Grzegorz VII} zmarł w Salerno.\n„{Q:Grzegorz VII|Umiłowałem sprawiedliwość, dlatego umieram na wygnaniu}” – powiedział przed śmiercią."
    (candidate,) = candidates(marked, "author_of_words")
    assert candidate.item.answer[0] == "Grzegorz VII"
    assert "Grzegorz VII zmarł w Salerno." in [span.text for span in candidate.item.evidence]


@pytest.mark.parametrize(
    "marked",
    [
        "{P:Grzegorz VII} wyklął {P:Henryk IV|Henryka IV}.\n„{Q:Grzegorz VII|Umiłowałem sprawiedliwość, dlatego umieram na wygnaniu}” – powiedział.",
        "Uczelnię w Pradze założył {P:Karol IV}.\n„{Q:Karol IV|Niechże tam będzie nauk przemożnych perła}” – życzył sobie król.",
    ],
)
def test_it_is_not_where_another_may_have_spoken(marked: str) -> None:
    assert candidates(marked, "author_of_words") == []
