# ruff: noqa: E501  (a sentence stays on its line)
"""Events and works that have their date in brackets."""

from __future__ import annotations

import pytest
from asking import candidates, stems

from quizapp.generate.propose import propose
from quizapp.text.annotate import annotate


@pytest.mark.parametrize(
    ("told", "stem", "answer"),
    [
        (
            "O losach kraju przesądziła bitwa pod Carabobo ({D:1821-06-24|24 czerwca 1821}).",
            "W którym roku rozegrała się bitwa pod Carabobo?",
            "1821",
        ),
        (
            "Po zwycięstwie pod Guzowem ({D:1607|1607}) wojsko rozpuszczono.",
            "W którym roku miało miejsce zwycięstwo pod Guzowem?",
            "1607",
        ),
        (
            "Skutkiem wojny polsko-szwedzkiej ({D:1655/1660|1655–1660}) było spustoszenie kraju.",
            "W jakich latach toczyła się wojna polsko-szwedzka?",
            "1655–1660",
        ),
    ],
)
def test_the_date_in_brackets_is_asked_for(told: str, stem: str, answer: str) -> None:
    (candidate,) = candidates(told, "when_named")
    assert (candidate.item.stem, candidate.item.answer) == (stem, (answer,))


@pytest.mark.parametrize(
    "told",
    [
        "O losach kraju przesądziła bitwa ({D:1821|1821}).",
        "Zjazd w Trokach\n\nPo wojnie z lat {D:1327/1332|1327–1332} Krzyżacy trzymali Kujawy.",
        "Rozejm podpisany w Żurawnie {D:1676-10-17|17 października 1676 r.} zakończył walki.",
        "O losach kraju przesądziła bitwa pod Carabobo (24 poległych, {D:1821|1821}).",
        "Wyjechał do Krakowa ({D:1821|1821}).",
    ],
    ids=[
        "which battle",
        "the years it is named by",
        "what a participle dates",
        "more in the brackets",
        "no event",
    ],
)
def test_nothing_is_asked_where_the_date_is_not_of_a_named_event(told: str) -> None:
    assert stems(told, "when_named") == []


def test_a_work_is_asked_for_by_its_title() -> None:
    proposal = propose(annotate("Jan Nowak wydał książkę „Araukania i jej mieszkańcy” (1845)."))
    assert [one.item.stem for one in proposal.candidates if one.rule == "when_named"] == [
        "W którym roku ukazała się książka „Araukania i jej mieszkańcy”?"
    ]


@pytest.mark.parametrize(
    ("told", "stem", "answer"),
    [
        (
            "Gdańsk wrócił do Polski na mocy drugiego pokoju toruńskiego z {D:1466-10-19|19 października 1466 roku}.",
            "W którym roku zawarto drugi pokój toruński?",
            "1466",
        ),
        (
            "Napaść Niemiec na Danię w {D:1940|1940 roku} postawiła rząd w nowym położeniu.",
            "W którym roku doszło do napaści Niemiec na Danię?",
            "1940",
        ),
        (
            "Po upadku powstania kościuszkowskiego w {D:1794|1794 roku} osiadł w Paryżu.",
            "W którym roku nastąpił upadek powstania kościuszkowskiego?",
            "1794",
        ),
        (
            "Abdykacja Jana Kazimierza, {D:1668-09-16|16 września 1668 roku} w Warszawie, zamknęła dzieje dynastii.",
            "W którym roku nastąpiła abdykacja Jana Kazimierza?",
            "1668",
        ),
        (
            "Po zwycięstwie {P:Jan Nowak|Jana Nowaka} nad Duńczykami pod Brunkebergiem w {D:1471|1471 roku} krajem kierował regent.",
            "W którym roku miało miejsce zwycięstwo Jana Nowaka nad Duńczykami pod Brunkebergiem?",
            "1471",
        ),
        (
            "Ustąpił po klęsce pod Campo Vía w {D:1933|1933 roku}.",
            "W którym roku miała miejsce klęska pod Campo Vía?",
            "1933",
        ),
    ],
    ids=[
        "which treaty",
        "before the verb",
        "after a preposition",
        "set off by commas",
        "whose victory",
        "a defeat",
    ],
)
def test_what_a_noun_tells_is_asked_by_the_date_after_it(told: str, stem: str, answer: str) -> None:
    (candidate,) = candidates(told, "when_named")
    assert (candidate.item.stem, candidate.item.answer) == (stem, (answer,))
    assert not stems(told, "when")


@pytest.mark.parametrize(
    "told",
    [
        "{P:Jan Nowak} ogłosił aneksję Bośni w {D:1908|1908 roku}.",
        "{P:Jan Nowak} odkrył spisek przed koronacją, lecz w {D:1908|1908 roku} milczał.",
        "Zamach z {D:1908|1908 roku} nie udał się.",
        "Zwycięstwo Kazimierza nad Krzyżakami z {D:1462|1462 roku} przesądziło o pokoju.",
        "Sejm przyjął ustawę z {D:1924|1924 roku}.",
        "Po wojnie z lat {D:1327/1332|1327–1332} trzymali też Kujawy.",
        "Rozejm podpisany w Trewirze z {D:1919|1919 roku} uznał powstańców.",
        "Zwycięstwo Szwedów w {D:1709|1709 roku} przesądziło o pokoju.",
        "Henryk Nowak i jego mapy\n\nWybuch wojny w {D:1939|1939 roku} zastał go na kongresie w Rzymie.",
        "Henryk Nowak i jego mapy\n\nSkonfederowany sejm w {D:1776|1776 roku} uchwalił podatki.",
    ],
    ids=[
        "of the verb",
        "of another clause",
        "which one",
        "whose victory",
        "which law",
        "which war",
        "a participle tells it",
        "a victory of many",
        "which war it was",
        "which diet",
    ],
)
def test_a_date_that_is_not_surely_of_the_noun_asks_nothing_about_it(told: str) -> None:
    assert not stems(told, "when_named")
