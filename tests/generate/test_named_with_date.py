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
        (
            "Temat 4. Pokój wieczysty ({D:1686|1686})\n\nPosłowie pojechali do Moskwy.",
            "W którym roku zawarto pokój wieczysty?",
            "1686",
        ),
        (
            "Konferencja berlińska ({D:1884-11-15/1885-02-26|15 listopada 1884 – 26 lutego 1885})\n\nZebrali się posłowie.",
            "W jakich latach obradowała konferencja berlińska?",
            "1884–1885",
        ),
        (
            "Synod w Frankfurcie ({D:0793-12-25/0794-06-01|25 grudnia 793 – 1 czerwca 794})\n\nZebrali się biskupi.",
            "W jakich latach obradował synod w Frankfurcie?",
            "793–794",
        ),
        (
            "Konferencja poczdamska ({D:1945-07-17/1945-08-02|17 lipca – 2 sierpnia 1945})\n\nZebrali się posłowie.",
            "W którym roku obradowała konferencja poczdamska?",
            "1945",
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


@pytest.mark.parametrize(
    ("told", "stem", "answer"),
    [
        (
            "Zdążył napisać „Radę dla Szwecji strapionej” (1562), nim umarł.",
            "Z którego roku pochodzi „Rada dla Szwecji strapionej”?",
            "1562",
        ),
        ("Zdążył wydać „Pisma” (1861), nim umarł.", "Z którego roku pochodzą „Pisma”?", "1861"),
        ("W „Zwierzyńcu” z 1562 r. ogłosił wiersz.", "Z którego roku pochodzi „Zwierzyniec”?", "1562"),
        (
            "Opisano to w wierszu „Śmierć porucznika” z 1832 r.",
            "Z którego roku pochodzi „Śmierć porucznika”?",
            "1832",
        ),
        (
            "Potem przyszły wierszowany „Konterfekt własny Polaka” (1558) oraz kazania.",
            "Z którego roku pochodzi „Konterfekt własny Polaka”?",
            "1558",
        ),
    ],
    ids=["the object", "a plural", "after a preposition", "after its kind", "the subject"],
)
def test_the_year_of_a_work_is_asked_by_its_title(told: str, stem: str, answer: str) -> None:
    found = [one.item for one in propose(annotate(told)).candidates if one.rule == "which_year_of_work"]
    assert [(item.stem, item.answer) for item in found] == [(stem, (answer,))]


@pytest.mark.parametrize(
    "told",
    [
        "Jan Zych, autor „Powinności nauczyciela” z 1787 roku, był sekretarzem.",
        "Zwodowano statek „Warta” (1896), który zatonął.",
        "Krzyczano „Precz z carem!” (1905) na ulicach.",
        "Mówiono o „wojnie na górze” (1990) w całym kraju.",
        "Wydał „Zwierciadło” (1567–1568) w Krakowie.",
    ],
    ids=["one duty or many", "a ship", "a cry", "a saying", "two years"],
)
def test_what_is_no_work_or_in_no_sure_form_is_not_asked(told: str) -> None:
    assert stems_of(told, "which_year_of_work") == []


@pytest.mark.parametrize(
    ("told", "stem"),
    [
        (
            "Uzupełnił je statut warcki Jana Zycha z 1423 r.",
            "Z którego roku pochodzi statut warcki Jana Zycha?",
        ),
        (
            "Uznano ją w układzie gnieźnieńskim z 6 lipca 1850 roku.",
            "W którym roku zawarto układ gnieźnieński?",
        ),
        (
            "Rozejm zawarto 16 lutego 1919 r., a traktat gnieźnieński z 28 czerwca przyznał Polsce ziemię.",
            "W którym roku zawarto traktat gnieźnieński?",
        ),
    ],
    ids=["a law", "a noun that may be a verb", "a day of the year said last"],
)
def test_laws_and_treaties_are_asked_by_the_date_after_them(told: str, stem: str) -> None:
    assert stem in stems_of(told, "when_named")


def test_what_was_done_by_a_document_was_done_on_its_day() -> None:
    told = "Aktem z 12 maja 1364 roku Jan Zych powołał w Gnieźnie Akademię Lekarską."
    assert stems_of(told, "when") == ["Którego dnia Jan Zych powołał w Gnieźnie Akademię Lekarską?"]


def stems_of(text: str, rule: str) -> list[str]:
    """The stems that a rule makes of a plain text."""
    return [one.item.stem for one in propose(annotate(text)).candidates if one.rule == rule]
