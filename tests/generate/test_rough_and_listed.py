"""Questions of rough dates, chronicles, delegations and lengths; wrong answers from outside the text."""

from __future__ import annotations

import pytest
from asking import candidates, stems

from quizapp.generate.propose import propose
from quizapp.generate.strangers import strangers, towns
from quizapp.text.annotate import annotate


@pytest.mark.parametrize(
    ("told", "asked", "answer"),
    [
        (
            "Od 1877 posłem na Sejm Krajowy był Jan Nowak.",
            "Od którego roku Jan Nowak był posłem na Sejm Krajowy?",
            "od 1877",
        ),
        (
            "Do 1906 r. cenzurą teatralną kierował Jan Nowak.",
            "Do którego roku Jan Nowak kierował cenzurą teatralną?",
            "do 1906 r.",
        ),
        (
            "Jesienią 1609 r. wojska polskie rozpoczęły oblężenie Smoleńska.",
            "W którym roku wojska polskie rozpoczęły oblężenie Smoleńska?",
            "1609",
        ),
        (
            "Wolność wyznania przetrwała we Francji do października 1685 roku.",
            "Do którego roku wolność wyznania przetrwała we Francji?",
            "1685",
        ),
        ("Jan Nowak przemieszkał w Paryżu do 1827 roku.", "", ""),
        ("Jan Nowak przetrwał w oblężonym zamku w Kole do 1827 roku.", "", ""),
        ("Spór o Śląsk zakończył się w Paryżu odroczeniem do 2014 roku.", "", ""),
        ("Car podpisał manifest o uwłaszczeniu 19 lutego (3 marca) 1861 r. w Petersburgu.", "", ""),
        ("Spór o granicę w Prusach zakończył się odroczeniem zmian do 1914 roku.", "", ""),
        ("W XVI wieku Gdańsk przeżywał rozkwit handlu.", "", ""),
        ("W latach dwudziestych XX w. zbudowano port morski w Gdyni.", "", ""),
        ("W połowie XVI wieku Gdańsk przeżywał rozkwit handlu.", "", ""),
        ("W marcu 1609 roku zebrał się sejm. Latem wojska polskie rozpoczęły oblężenie Smoleńska.", "", ""),
        ("Wiosną następnego roku wojska polskie rozpoczęły oblężenie Smoleńska.", "", ""),
    ],
)
def test_a_rough_date_is_asked_as_wide_as_it_is(told: str, asked: str, answer: str) -> None:
    found = [one.item for one in propose(annotate(told)).candidates if one.rule == "when_roughly"]
    assert [(item.stem, item.answer[0]) for item in found] == ([(asked, answer)] if asked else [])


CHRONICLE = """{D:1233-12-28|28 XII 1233} – mistrz krajowy nadaje Toruniowi przywilej lokacyjny.
{D:1454-02-07|7 II 1454} – mieszczanie Torunia zdobywają zamek krzyżacki; wybucha powstanie.
{D:1466-10-19|19 X 1466} – zawarcie drugiego pokoju toruńskiego.
{D:1473-02-19|19 II 1473} – rodzi się Mikołaj Kopernik."""


def test_a_part_of_the_season_goes_with_it() -> None:
    told = "Późnym {D:1605-22|latem 1605 roku} {P:Jan Nowak} wylądował w Inflantach."
    assert stems(told, "when_roughly") == ["W którym roku Jan Nowak wylądował w Inflantach?"]


def test_the_entries_of_a_chronicle_are_asked_for_their_dates() -> None:
    asked = stems(CHRONICLE, "when_by_chronicle")
    assert asked[2] == "Jaką datę podaje tekst przy wydarzeniu „Zawarcie drugiego pokoju toruńskiego”?"
    (matched,) = candidates(CHRONICLE, "event_and_date")
    assert "Rodzi się Mikołaj Kopernik" not in [option.left for option in matched.item.options]
    (ordered,) = candidates(CHRONICLE, "order")
    assert len(ordered.item.options) == 4


def test_two_lines_with_dashes_are_no_chronicle() -> None:
    assert stems("\n".join(CHRONICLE.splitlines()[:2]), "when_by_chronicle") == []


DELEGATES = (
    "Austrię reprezentował {R:Klemens von Metternich:książę|książę} {P:Klemens von Metternich}, "
    "Rosję – {P:Karl Nesselrode} i {P:Andriej Razumowski}, Francję – {P:Charles de Talleyrand}."
)


def test_the_delegates_of_a_state_stand_among_those_of_the_others() -> None:
    single, several = candidates(DELEGATES, "delegates")[:2]
    by_stem = {found.item.stem: found.item for found in candidates(DELEGATES, "delegates")}
    assert by_stem["Kto reprezentował Francję?"].answer == ("Charles de Talleyrand",)
    russia = by_stem["Które z tych osób reprezentowały Rosję?"]
    assert set(russia.answer) == {"Karl Nesselrode", "Andriej Razumowski"}
    matched = by_stem["Kto kogo reprezentował? Połącz państwa z ich przedstawicielami."]
    assert (matched.options[0].left, matched.options[0].text) == ("Austrię", "Klemens von Metternich")
    assert single.score >= several.score


def test_a_list_with_something_else_in_it_names_no_delegates() -> None:
    told = DELEGATES.replace("Francję – {P:Charles de Talleyrand}", "Francję – wysłannik, którego nie znano")
    assert stems(told, "delegates") == []


@pytest.mark.parametrize(
    ("told", "asked", "answers"),
    [
        (
            "Oblężenie Tyru trwało siedem miesięcy.",
            "Jak długo trwało oblężenie Tyru?",
            ("siedem miesięcy", "7 miesięcy"),
        ),
        ("Oblężenie Tyru trwało około 7 miesięcy.", "", ()),
        ("Oblężenie trwało siedem miesięcy.", "", ()),
        ("Oblężenie Tyru trwało kilka miesięcy.", "", ()),
        ("Oblężenie Tyru trwało od 5 do 7 miesięcy.", "", ()),
        ("Wojna z Tyrem – starcie z Fenicjanami.\nOblężenie trwało siedem miesięcy.", "", ()),
        ("Bitwa pod Tyrem\nWalki trwały trzy dni.", "", ()),
        (
            "Bitwa pod Tyrem\nBitwa trwała trzy dni.",
            "Bitwa pod Tyrem. Jak długo trwała bitwa?",
            ("trzy dni", "3 dni"),
        ),
        ("Oblężenie Tyru nie trwało siedem miesięcy.", "", ()),
    ],
)
def test_how_long_a_thing_lasted(told: str, asked: str, answers: tuple[str, ...]) -> None:
    found = [one.item for one in candidates(told, "how_many_days")]
    assert [(item.stem, item.answer) for item in found] == ([(asked, answers)] if asked else [])


def test_a_month_of_no_known_year_is_no_bound() -> None:
    told = "Od {D:XXXX-05|maja} rząd w Gdowie kierował sprawami Kalisza."
    marked = f"W {{D:1815|1815 roku}} i {{D:1817|1817 roku}} padało.\n{told}"
    assert candidates(marked, "when_roughly") == []


def test_wrong_persons_from_outside_had_no_part_in_the_year() -> None:
    told = (
        "W {D:1610|1610 r.} {R:Zygmunt III Waza:król|król} {P:Zygmunt III Waza} oblegał z wojskiem Smoleńsk."
    )
    (found,) = candidates(told, "who")
    known = {person.name: person for person in strangers()}
    wrong = [option for option in found.item.options if not option.correct]
    assert len(wrong) == 2
    assert all(known[option.text].is_out_of(1610) and known[option.text].gender == "m" for option in wrong)
    assert all(option.why for option in wrong)


def test_an_office_is_never_asked_among_persons_from_outside() -> None:
    told = "W {D:1618|1618 r.} {P:Stanisław Żółkiewski} został kanclerzem wielkim koronnym Rzeczypospolitej."
    (found,) = candidates(told, "who")
    assert found.item.type == "typed"


def test_the_lists_from_outside_are_sound() -> None:
    names = [person.name for person in strangers()]
    assert len(set(names)) == len(names) > 500
    assert all(person.begin <= person.end for person in strangers())
    assert all(
        person.died is None or person.born is None or person.born < person.died for person in strangers()
    )
    assert len({town.name for town in towns()}) == len(towns()) > 100
