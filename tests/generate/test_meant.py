# ruff: noqa: E501  (a sentence stays on its line)
"""Who is meant where the text does not say the name: nobody rather than somebody else."""

from __future__ import annotations

import pytest
from asking import candidates, stems

from quizapp.generate.propose import propose
from quizapp.text.annotate import annotate


def asked(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The stems about a text that the program itself annotates, with their keys."""
    return [(one.item.stem, one.item.answer) for one in propose(annotate(text)).candidates]


def test_a_bare_king_among_several_rulers_is_nobody() -> None:
    text = "{P:August II} oblegał Rygę.\n{P:Karol XII} ruszył na Saksonię.\n{R:August II|Król} zginął {D:1718-12-11|11 grudnia 1718 roku} pod Fredriksten."
    assert stems(text, "when") == []
    assert all("Fredriksten" not in one.item.stem for one in candidates(text, "who"))


def test_a_guest_of_the_last_paragraph_is_not_the_hero_of_the_next() -> None:
    text = (
        "CZARTORYSKI Adam Jerzy (1770–1861), polityk\n\n"
        "Za jego rządów uniwersytet rozkwitał, a Tadeusz Czacki założył szkołę w Krzemieńcu. Urząd ten utracił.\n\n"
        "W 1817 roku założył bibliotekę w Puławach."
    )
    assert all("Czacki" not in stem for stem, _ in asked(text) if "założył bibliotekę" in stem)
    assert ("W którym roku Adam Jerzy Czartoryski założył bibliotekę w Puławach?", ("1817",)) in asked(text)


def test_who_only_passes_words_on_is_not_their_speaker() -> None:
    text = "Herodot przytacza słowa Dienekesa. Gdy usłyszał o strzałach, miał powiedzieć: „Tym lepiej, będziemy walczyć w cieniu”."
    assert all(answer[0] != "Herodot" for _, answer in asked(text))


def test_who_has_words_put_into_his_mouth_is_not_their_author() -> None:
    text = "Przestrzegał go Gajusz Mariusz, któremu Plutarch wkłada w usta słowa: „Staraj się być potężniejszy od Rzymian”."
    assert [stem for stem, _ in asked(text)] == [
        "Kto według tekstu miał powiedzieć: „Staraj się być potężniejszy od Rzymian”?"
    ]


def test_an_office_before_the_first_name_tells_which_of_two_is_meant() -> None:
    text = (
        "Na czele stał książę Adam Jerzy Czartoryski. W Paryżu tworzył Adam Mickiewicz. "
        "Książę Adam zmarł w lipcu 1861 roku w Montfermeil."
    )
    assert all("Mickiewicz" not in stem for stem, _ in asked(text) if "zmarł" in stem)


@pytest.mark.parametrize(
    ("told", "stem"),
    [
        (
            "W {D:1575|1575 roku} {R:Jakub Uchański|prymas} {P:Jakub Uchański} ogłosił królem Maksymiliana.",
            "Który prymas w 1575 roku ogłosił królem Maksymiliana?",
        ),
        (
            "W {D:1410|1410 roku} Malborka bronił {R:Henryk von Plauen|komtur świecki} {P:Henryk von Plauen}.",
            "Który komtur świecki w 1410 roku bronił Malborka?",
        ),
    ],
)
def test_which_of_his_kind_did_it_is_asked_by_the_office_before_the_name(told: str, stem: str) -> None:
    assert stems(told, "who") == [stem]


@pytest.mark.parametrize(
    "told",
    [
        "W {D:1826|1826 roku} {P:Fryderyk Chopin} uczył się w Szkole Głównej Muzyki w Warszawie.",
        "{P:Michał Radziwiłł} został w {D:1831|1831 roku} naczelnym wodzem.\n{P:Jan Nowak} pisał o tym w Krakowie.",
    ],
    ids=["many learnt there", "wrote about it"],
)
def test_what_many_did_at_a_time_is_not_asked_of_one(told: str) -> None:
    assert all("uczył się" not in stem and "pisał" not in stem for stem in stems(told, "who"))


def test_where_a_year_has_one_date_the_year_is_asked_for() -> None:
    text = (
        "{D:1780-08-08|8 sierpnia 1780 roku} Polacy podpalili młyn w Hruszówce.\n"
        "{D:1790-01-03|3 stycznia 1790 roku} Prusacy zajęli Toruń nad Wisłą.\n"
        "W {D:1866|1866 roku} Austriacy przegrali bitwę pod Sadową.\n"
    )
    assert stems(text, "when")[0] == "W którym roku Polacy podpalili młyn w Hruszówce?"


def test_a_verb_alone_before_a_few_words_is_read_too() -> None:
    assert asked("Kiedy Spartanin podniósł laskę, usłyszał: „Bij, ale wysłuchaj!”.") == []


@pytest.mark.parametrize(
    ("told", "answers"),
    [
        ("Polskiej delegacji przewodniczył Edward Gierek.", {"Edward Gierek", "Gierek"}),
        (
            "Armii węgierskiej przewodził Ludwik II Jagiellończyk.",
            {"Ludwik II Jagiellończyk", "Ludwik II", "Ludwik Jagiellończyk"},
        ),
        ("Polskiej delegacji przewodniczył Jan Długosz.", {"Jan Długosz", "Długosz"}),
        ("Polskiej delegacji przewodniczył Karol de Ligne.", {"Karol de Ligne", "Ligne", "de Ligne"}),
        ("Polskiej delegacji przewodniczył Jan Paweł II.", {"Jan Paweł II"}),
        ("Polskiej delegacji przewodniczył Wilhelm Habsburg.", {"Wilhelm Habsburg"}),
    ],
    ids=[
        "a surname like a rare first name",
        "a king without his family",
        "a surname like a first name and a noun",
        "a surname with its particle",
        "there was another pope of that name",
        "many were of that dynasty",
    ],
)
def test_what_somebody_goes_by_is_taken(told: str, answers: set[str]) -> None:
    ((_, given),) = [
        (stem, answer) for stem, answer in asked(told) if "przewodził" in stem or "przewodniczył" in stem
    ]
    assert answers <= set(given)
    assert not {"Ludwik", "Jan Paweł", "Habsburg"} & set(given)


def test_asked_for_the_day_one_need_not_say_the_year() -> None:
    (candidate,) = candidates(
        "Bitwa na równinie pod Mohaczem, stoczona {D:1526-08-29|29 sierpnia 1526 roku}, zakończyła dzieje królestwa.",
        "when_made",
    )
    assert candidate.item.answer == ("29 sierpnia 1526 roku", "29 sierpnia")


def test_what_a_heading_tells_is_not_asked() -> None:
    text = (
        "Pokój w Gdowie: jak generał Jan Kos sprzedał Kalisz\n\nW 1797 roku w Gdowie podpisano pokój. "
        "Generał Jan Kos wrócił do Wieliczki."
    )
    assert [stem for stem, _ in asked(text)] == [
        "W którym roku podpisano w Gdowie pokój?",
        "Pokój w Gdowie. Generał ____ wrócił do Wieliczki.",
    ]


def test_nobody_is_asked_for_where_somebody_unknown_may_have_done_it() -> None:
    text = (
        "Układ w Gdowie\n\nW 1922 roku minister Adam Lis zadzwonił do Kalisza. "
        "Grzw Gruzbwan, kierujący sprawami wschodnimi, poszedł do pokoju ministra Jana Kosa w Gdowie."
    )
    assert [stem for stem, _ in asked(text) if "Kt" in stem] == [
        "Układ w Gdowie. Który minister w 1922 roku zadzwonił do Kalisza?"
    ]
