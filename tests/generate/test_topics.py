# ruff: noqa: E501  (a sentence stays on its line)
"""Clauses without a subject of their own: asked of the person whom the text surely goes on telling of, or not at all."""

from __future__ import annotations

import pytest
from asking import candidates, stems

_LIFE = "{P:Jan Nowak} (ur. {D:1850-03-04|4 marca 1850 r.}) był polskim inżynierem.\n"


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("W {D:1880|1880 r.} uwolnił Annę Kowalską.", "W którym roku Jan Nowak uwolnił Annę Kowalską?"),
        (
            "{P:Piotr Zych} zlecił mu budowę mostu kolejowego.\nW {D:1880|1880 r.} ukończył most kolejowy na Narwi.",
            "W którym roku Jan Nowak ukończył most kolejowy na Narwi?",
        ),
        (
            "Wyjechał do Paryża i w {D:1880|1880 r.} założył tam Towarzystwo Techniczne.",
            "",  # „tam” points elsewhere
        ),
        ("W {D:1880|1880 r.} sam wyjechał do Paryża.", "W którym roku Jan Nowak wyjechał do Paryża?"),
        (
            "Państwo upadło.\nW {D:1880|1880 r.} ukończył most kolejowy na Narwi.",
            "W którym roku Jan Nowak ukończył most kolejowy na Narwi?",
        ),
        (
            "W {D:1880|1880 r.} uzyskał w Padwie przywilej druku książek.",
            "W którym roku Jan Nowak uzyskał w Padwie przywilej druku książek?",
        ),
        (
            "W {D:1880|1880 r.} wydał „{Q|Zasady budowy mostów}”.",
            "W którym roku Jan Nowak wydał „Zasady budowy mostów”?",
        ),
        ("W {D:1880|1880 r.} założyła Towarzystwo Techniczne.", ""),
        ("Kierownictwo objął {P:Piotr Zych}.\nW {D:1880|1880 r.} ukończył most kolejowy na Narwi.", ""),
        ("Jego ojciec zginął na wojnie.\nW {D:1880|1880 r.} ukończył most kolejowy na Narwi.", ""),
        ("W {D:1880|1880 r.} uroczyście odsłonił XYZ w Krakowie.", ""),
    ],
)
def test_a_biography_goes_on_with_its_hero(told: str, asked: str) -> None:
    assert (stems(_LIFE + told, "when") or [""])[-1] == asked


def test_the_trade_of_the_one_whom_she_married_is_no_subject() -> None:
    life = "{P:Anna Nowak} (ur. {D:1850-03-04|4 marca 1850 r.}) była polską malarką.\n"
    told = "W {D:1880|1880 r.} uwolniła fizyka {P:Jan Zych|Jana Zycha}."
    assert stems(life + told, "when")[-1] == "W którym roku Anna Nowak uwolniła fizyka Jana Zycha?"


def test_a_name_after_a_noun_that_a_preposition_governs_acts() -> None:
    text = "{P:Jan Nowak} zmarł późno.\nPo powrocie {P:Jan Nowak|Nowak} w {D:1880|1880 r.} objął katedrę chemii w Krakowie."
    assert stems(text, "when") == ["W którym roku Jan Nowak po powrocie objął katedrę chemii w Krakowie?"]


def test_the_second_verb_of_another_is_not_the_heros() -> None:
    text = "Zmarł {P:Jan Nowak}, a jego następca, {P:Piotr Zych}, zamknął szkołę i w {D:1880|1880 r.} opuścił Kraków."
    assert "Kto w 1880 r. opuścił Kraków?" not in stems(text, "who")
    assert all("Jan Nowak" not in stem for stem in stems(text, "when"))


def test_a_coat_of_arms_does_not_hide_a_life() -> None:
    life = "{P:Jan Nowak} herbu Lis (ur. {D:1850-03-04|4 marca 1850 r.} w Krakowie), polski inżynier.\n"
    told = "W {D:1880|1880 r.} na zjeździe PTI we Lwowie poznał Annę Kowalską."
    assert stems(life + told, "birth_and_death") == [
        "W którym roku urodził się Jan Nowak?",
        "Gdzie urodził się Jan Nowak?",
    ]
    assert stems(life + told, "when") == [
        "W którym roku Jan Nowak poznał Annę Kowalską na zjeździe PTI we Lwowie?"
    ]


def test_a_heading_that_promises_a_life_names_its_hero() -> None:
    text = "Życie {P:Jan Nowak|Jana Nowaka}\nPrzyszedł na świat {D:1850-03-04|4 marca 1850 r.} w Krakowie."
    assert stems(text, "when") == ["W którym roku przyszedł na świat Jan Nowak?"]


def test_a_sentence_that_only_says_what_day_it_was_tells_of_nobody() -> None:
    assert stems("{P:Jan Nowak} zasnął.\nW Polsce był już {D:1880-07-21|21 lipca 1880 r.}", "who") == []


def test_the_second_of_two_verbs_has_the_subject_of_the_first() -> None:
    told = "{P:Anna Nowak} wyjechała do Italii i w {D:1880|1880 r.} założyła Towarzystwo Techniczne."
    assert stems(told, "when") == ["W którym roku Anna Nowak założyła Towarzystwo Techniczne?"]


@pytest.mark.parametrize(
    "between",
    [
        "Pokonał {P:Piotr Zych|Piotra Zycha}.",
        "Mir podpisał z nim {P:Piotr Zych}.",
        "Rząd ustąpił.",
    ],
)
def test_a_story_with_another_who_may_act_leaves_it_open(between: str) -> None:
    told = f"{{P:Jan Nowak}} wkroczył do Krakowa.\n{between}\nW {{D:1880|1880 r.}} zdobył miasto Sandomierz."
    assert stems(told, "when") == []


@pytest.mark.parametrize("thing", ["Gniew", "Kurzętnik", "Kłajm"], ids=["a noun too", "a town", "unknown"])
@pytest.mark.parametrize("clause", ["w którym pozostała załoga", "który długo się bronił"])
def test_what_a_relative_clause_tells_of_acts_in_the_clause_it_stands_in(thing: str, clause: str) -> None:
    told = (
        f"W {{D:1454|1454 roku}} {{P:Jan Nowak}} wkroczył do Prus, a {thing}, {clause}, poddał się Polakom."
    )
    asked = stems(told, "who") + stems(told, "when")
    assert asked
    assert not any("poddał" in stem for stem in asked)


def test_the_sentence_that_names_the_subject_is_part_of_the_proof() -> None:
    (found,) = candidates(_LIFE + "W {D:1880|1880 r.} uwolnił Annę Kowalską.", "when")
    assert [span.text.split()[0] for span in found.item.evidence] == ["W", "Jan"]


def test_a_name_put_in_stands_apart_from_the_words_of_the_text() -> None:
    asked = stems(_LIFE + "W l. {D:1880/1884|1880–84} studiował we Lwowie.", "where")
    assert asked == ["W którym mieście Jan Nowak studiował w latach 1880–84?"]


def test_whose_successor_somebody_was_is_asked_with_the_heros_name() -> None:
    told = "Jego następcą na katedrze chemii został w {D:1890|1890 r.} {P:Piotr Zych}."
    assert "Kto został następcą Jana Nowaka na katedrze chemii w 1890 r.?" in stems(_LIFE + told, "who")


@pytest.mark.parametrize(
    ("name", "years"),
    [("{P:Jan Nowak}", ["1783", "1830"]), ("{P:Zygmunt III}", [])],
    ids=["years of a life", "perhaps of a reign"],
)
def test_the_years_after_the_heros_name_are_of_birth_and_death(name: str, years: list[str]) -> None:
    found = candidates(name + " ({D:1783/1830|1783–1830}) rządził krajem.", "birth_and_death")
    assert sorted(one.item.answer[0] for one in found) == years


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (
            "Dom stał pusty. Jego wyprawa trwała rok. Choroba minęła.\nW {D:1880|1880 r.} wyjechał do Paryża.",
            "W którym roku Jan Nowak wyjechał do Paryża?",
        ),
        (
            "Polak został posłem do sejmu.\nW {D:1880|1880 r.} uzyskał biskupstwo Autun.",
            "W którym roku Jan Nowak uzyskał biskupstwo Autun?",
        ),
        ("W {D:1880|1880 r.} zdobył twierdzę Jotapata.", "W którym roku Jan Nowak zdobył twierdzę Jotapata?"),
        ("Ojciec został posłem do sejmu.\nW {D:1880|1880 r.} uzyskał tytuł barona.", ""),
    ],
    ids=["a thing does not travel", "so the text calls him", "what a fortress is called", "his father"],
)
def test_what_is_no_other_person_leaves_the_hero_the_subject(told: str, asked: str) -> None:
    assert (stems(_LIFE + told, "when") or [""])[-1] == asked


def test_who_is_born_after_the_name_is_the_hero_of_the_text() -> None:
    told = (
        "Obok laureata pracowała {P:Anna Nowak}.\nUrodzona w Wiedniu, słuchała wykładów.\n"
        "W {D:1926|1926 roku} otrzymała tytuł profesora.\n{P:Jan Lis} milczał.\n"
        "Zmarła w {D:1968|1968 roku} w Cambridge."
    )
    assert stems(told, "when") == [
        "W którym roku Anna Nowak otrzymała tytuł profesora?",
        "W którym roku zmarła Anna Nowak?",
    ]


@pytest.mark.parametrize("birth", ["Urodziła się w Wiedniu.", "Urodzona w Wiedniu, słuchała wykładów."])
def test_whose_birth_is_told_without_a_name_is_the_one_named_before(birth: str) -> None:
    told = f"{{P:Anna Nowak}} miała starszą siostrę.\n{birth}\nZmarła w {{D:1968|1968 roku}} w Cambridge."
    assert stems(told, "when") == ["W którym roku zmarła Anna Nowak?"]


@pytest.mark.parametrize(
    ("name", "told", "stem"),
    [
        (
            "Maria Nowak",
            "W {D:1911|1911 roku} przyznano jej Nagrodę Nobla z chemii.",
            "W którym roku przyznano Marii Nowak Nagrodę Nobla z chemii?",
        ),
        (
            "Maria Nowak",
            "W {D:1921|1921 roku} Warszawa wręczyła jej w Ratuszu medal.",
            "W którym roku Warszawa wręczyła Marii Nowak w Ratuszu medal?",
        ),
        (
            "Maurice Talleyrand",
            "W {D:1911|1911 roku} przyznano mu Nagrodę Nobla z chemii.",
            "W którym roku przyznano Talleyrandowi Nagrodę Nobla z chemii?",
        ),
    ],
    ids=["a prize", "a place between", "a first name that is not declined"],
)
def test_to_whom_it_was_given_is_said_by_name(name: str, told: str, stem: str) -> None:
    life = f"{{P:{name}}} (ur. {{D:1850-03-04|4 marca 1850 r.}}) pracowała w Paryżu.\n"
    assert stems(life + told, "when") == [stem]
