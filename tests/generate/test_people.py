# ruff: noqa: E501  (a sentence stays on its line)
from __future__ import annotations

import pytest
from asking import candidates, stems
from handmade import annotated

from quizapp.generate.propose import propose


@pytest.mark.parametrize(
    ("marked", "stem"),
    [
        ("{P:Jan Tilly} dowodził armią cesarską.", "Kto dowodził armią cesarską?"),
        (
            "Armią cesarską dowodził {R:Jan Tilly|hrabia} {P:Jan Tilly}.",
            "Który hrabia dowodził armią cesarską?",
        ),
        (
            "Na czele komitetu strajkowego stanął elektryk {P:Lech Wałęsa}.",
            "Kto stanął na czele komitetu strajkowego?",
        ),
        (
            "W {D:1630|1630 r.} {R:Gustaw Adolf|król Szwecji} {P:Gustaw Adolf} wylądował na Pomorzu.",
            "Który król Szwecji w 1630 r. wylądował na Pomorzu?",
        ),
        (
            "{P:Armand de Richelieu}, pierwszy minister Francji, zerwał pokój z Hiszpanią.",
            "Kto zerwał pokój z Hiszpanią?",
        ),
        (
            "Rozejm zawarł {P:Jan Dąbski} bliski współpracownik {P:Wincenty Witos|Witosa}.",
            "",
        ),
        (
            "Delegacją radziecką kierował formalnie {P:Jan Nowak}.",
            "Kto kierował formalnie delegacją radziecką?",
        ),
        ("{P:Maria Skłodowska} wyjechała na studia do Paryża.", "Kto wyjechał na studia do Paryża?"),
        ("{P:Maria Skłodowska} wyjechała do Paryża.", ""),
        (
            "Wojskami krzyżackimi dowodził {P:Ulrich von Jungingen}, który poległ w bitwie pod Grunwaldem.",
            "Kto dowodził wojskami krzyżackimi?",
        ),
    ],
)
def test_the_one_who_did_it_is_asked_in_good_polish(marked: str, stem: str) -> None:
    assert (stems(marked, "who") or [""])[0] == stem


def test_a_relative_clause_asks_for_the_name_before_it() -> None:
    marked = "Wodzem mianowano {P:Jan Zamoyski|Jana Zamoyskiego}, który spalił Wielkie Łuki."
    assert stems(marked, "who") == ["Kto spalił Wielkie Łuki?"]


@pytest.mark.parametrize(
    "marked",
    [
        "Armią cesarską nie dowodził {P:Jan Tilly}.",
        "{P:Jan Tilly} dowodził nią pod Białą Górą.",
        "Traktat podpisali {P:Jan Dąbski} i {P:Adolf Abramowicz}.",
        "Do Krakowa przybył z wojskiem także {P:Jan Tilly}.",
        "Król wysłał do Paryża {P:Jan Tilly|Jana Tilly}.",
        "{P:Anna Jagiellonka} została królową Polski.",
        "Po ośmiu dniach {P:Marian Langiewicz} przekroczył granicę austriacką.",
        "{P:Jan Nowak} miał spalić archiwum w Krakowie.",
        "Armią cesarską dowodził prawdopodobnie {P:Jan Tilly}.",
        "Nowym premierem został {P:Leopold Skulski}.",
        "Armią ród Zamoyskich wsparł {P:Jan Zamoyski}.",
        "{P:Jan Tilly} przebywał w San Francisco.",
        "{P:Jan Tilly} był niemieckim inżynierem.",
        "W południe {P:Jan Tilly} odegrał hejnał mariacki.",
    ],
)
def test_nobody_is_asked_for_where_the_subject_is_not_certain(marked: str) -> None:
    assert stems(marked, "who") == []


def test_of_one_in_the_heading_it_is_not_asked_who_did_it() -> None:
    text = """{P:Jan Tilly}
W {D:1622|1622 r.} {P:Jan Tilly} spalił zamek w Heidelbergu."""
    assert stems(text, "who") == []


def test_true_or_false_is_said_of_a_deed_with_its_place_or_time() -> None:
    deeds = """{R:Hannibal:konsul|Konsul} {P:Hannibal} zwrócił się ku sprawom zdrowotnym w {D:0202|202 r.}
{R:Scypion:konsul|Konsul} {P:Scypion} pokonał wojska punickie pod Zamą.
{R:Hazdrubal:konsul|Konsul} {P:Hazdrubal} oblegał miasta iberyjskie."""
    said = " ".join(stems(deeds, "true_person"))
    assert "Zamą" in said
    assert "sprawom" not in said


def test_a_duke_is_no_other_without_his_title() -> None:
    deeds = """{R:Burbon:książę|Książę} {P:Burbon} pokonał wojska cesarskie pod Zamą.
{R:Bedford:książę|Książę} {P:Bedford} oblegał miasta iberyjskie.
{R:Scypion:konsul|Konsul} {P:Scypion} pokonał wojska punickie pod Kartaginą."""
    assert stems(deeds, "true_person") == ["Scypion pokonał wojska punickie pod Kartaginą."]


HERO = """{P:Jan Tilly} dowodził armią cesarską pod Białą Górą.
W {D:1622|1622 r.} {P:Jan Tilly|Tilly} spalił zamek w Heidelbergu.
W {D:1631|1631 r.} {P:Jan Tilly|Tilly} spalił twierdzę Magdeburg."""


def test_nobody_is_asked_for_the_one_whom_the_whole_text_is_about() -> None:
    assert stems(HERO, "who") == stems(HERO, "true_person") == []
    assert len(stems(HERO, "when")) == 2


def test_one_who_only_tells_of_it_is_no_wrong_option() -> None:
    deeds = """{R:Scypion:wódz|Wódz} {P:Scypion} pokonał wojska punickie pod Zamą.
Według {P:Liwiusz|Liwiusza} przygotowania trwały rok.
{R:Hannibal:wódz|Wódz} {P:Hannibal} przeprowadził słonie przez Alpy.
{R:Hazdrubal:wódz|Wódz} {P:Hazdrubal} oblegał miasta iberyjskie.
O tym samym pisze {R:Polibiusz:wódz|wódz} {P:Polibiusz}."""
    options = {option.text for candidate in candidates(deeds, "who") for option in candidate.item.options}
    assert options == {"Scypion", "Hannibal", "Hazdrubal"}


def test_who_was_the_best_is_no_statement() -> None:
    fame = """{R:Jan Tilly|Generał} {P:Jan Tilly} zdobył największą sławę pod Białą Górą.
{R:Gustaw Horn|Generał} {P:Gustaw Horn} milczał pod Pragą.
{R:Piotr Mansfeld|Generał} {P:Piotr Mansfeld} zajął Pragę."""
    assert not any("sławę" in stem for stem in stems(fame, "true_person"))
    assert any(
        "twierdzę" in stem for stem in stems(fame.replace("największą sławę", "twierdzę"), "true_person")
    )


def test_a_rank_that_others_reached_too_is_no_statement() -> None:
    ranks = """{R:Jan Tilly|Generał} {P:Jan Tilly} doszedł do stopnia marszałka pod Pragą.
{R:Gustaw Horn|Generał} {P:Gustaw Horn} milczał pod Lipskiem.
{R:Piotr Mansfeld|Generał} {P:Piotr Mansfeld} zajął Pragę."""
    assert not any("stopnia" in stem for stem in stems(ranks, "true_person"))


COMPANY = """Traktat handlowy podpisali {R:Johan Oxenstierna|generał} {P:Johan Oxenstierna}, {P:Izaak Volmar} oraz {P:Klaudiusz Avaux}.
Armią cesarską dowodził {R:Jan Tilly|generał} {P:Jan Tilly}.
{R:Albrecht Wallenstein|Generał} {P:Albrecht Wallenstein} wylądował na Pomorzu."""


def test_an_enumeration_asks_for_several() -> None:
    (candidate,) = candidates(COMPANY, "several_people")
    assert candidate.item.stem == "Które z tych osób podpisały traktat handlowy?"
    assert candidate.item.answer == ("Izaak Volmar", "Johan Oxenstierna", "Klaudiusz Avaux")


def test_members_of_an_enumeration_never_stand_among_the_wrong_persons() -> None:
    for candidate in candidates(COMPANY, "several_people"):
        assert {option.text for option in candidate.item.options if not option.correct} == {
            "Albrecht Wallenstein",
            "Jan Tilly",
        }


SPEAKERS = """„{Q:Axel Oxenstierna|Czy nie wiesz, że światem rządzi bardzo mała mądrość?}” – pisał do syna {P:Axel Oxenstierna}.
„{Q:Jan Długosz|Król nie lękał się wrogów}” – zanotował {P:Jan Długosz}.
{P:Marcin Luter} zawołał: „{Q:Marcin Luter|Tu stoję i inaczej nie mogę}”.
Zamek nazywano „{Q|orlim gniazdem}”."""


def test_the_speaker_is_asked_for() -> None:
    assert stems(SPEAKERS, "author_of_words") == [
        "Kto jest autorem słów „Czy nie wiesz, że światem rządzi bardzo mała mądrość?”?",
        "Kto jest autorem słów „Król nie lękał się wrogów”?",
        "Kto jest autorem słów „Tu stoję i inaczej nie mogę”?",
    ]
    assert {candidate.item.type for candidate in candidates(SPEAKERS, "author_of_words")} == {"typed"}


def test_the_speaker_is_typed_beside_holders_of_the_same_office() -> None:
    generals = """{R:Jan Tilly|Generał} {P:Jan Tilly} zawołał: „{Q:Jan Tilly|Ani kroku dalej bez rozkazu}”.
{R:Gustaw Horn|Generał} {P:Gustaw Horn} milczał pod Białą Górą.
{R:Piotr Mansfeld|Generał} {P:Piotr Mansfeld} zajął Pragę."""
    (candidate,) = candidates(generals, "author_of_words")
    assert candidate.item.options == ()
    assert "Tilly" in candidate.item.answer


def test_the_words_are_asked_for_where_others_are_quoted_too() -> None:
    assert stems(SPEAKERS, "words_of_author")[1] == "Które słowa, według tekstu, wypowiedział Jan Długosz?"


def test_a_phrase_in_quotation_marks_has_no_author() -> None:
    assert not any("orlim" in stem for stem in stems(SPEAKERS, "author_of_words"))


def test_a_word_of_the_quotation_is_left_out() -> None:
    (candidate, *_) = candidates(SPEAKERS, "missing_word")
    assert candidate.item.stem == (
        "Axel Oxenstierna: „Czy nie wiesz, że światem rządzi bardzo mała ____?” Jakiego słowa brakuje w tym cytacie?"
    )
    assert candidate.item.answer == ("mądrość",)


OFFICES = """{R:Jan Zamoyski|Kanclerz wielki koronny} {P:Jan Zamoyski} poparł elekcję.
{R:Jan Karol Chodkiewicz|Hetman wielki litewski} {P:Jan Karol Chodkiewicz} zwyciężył pod Kircholmem.
{R:Stanisław Karnkowski|Prymas} {P:Stanisław Karnkowski} koronował króla.
{R:Krzysztof Radziwiłł|Hetman polny litewski} {P:Krzysztof Radziwiłł} bronił Inflant."""


def test_persons_are_matched_with_their_offices() -> None:
    (candidate,) = candidates(OFFICES, "person_and_office")
    assert [option.left for option in candidate.item.options] == [
        "Jan Zamoyski",
        "Jan Karol Chodkiewicz",
        "Krzysztof Radziwiłł",
    ]


def test_the_holder_of_an_office_is_asked_for_in_the_instrumental() -> None:
    dated = OFFICES.replace(".\n", " w {D:1601|1601 r.}\n")
    again = "\nPoparł go {P:Jan Zamoyski|Zamoyski}.\nPoparł go {P:Jan Karol Chodkiewicz|Chodkiewicz}."
    assert stems(dated + again, "holder")[:2] == [
        "Kto w 1601 r. był kanclerzem wielkim koronnym?",
        "Kto w 1601 r. był hetmanem wielkim litewskim?",
    ]


def test_the_office_of_somebody_named_by_the_way_is_not_asked_for() -> None:
    assert stems(OFFICES.replace(".\n", " w {D:1601|1601 r.}\n"), "holder") == []


def test_an_office_is_not_dated_by_what_happened_where_its_holder_had_been() -> None:
    marked = """Szkołę założył {R:Jan Zamoyski|hetman wielki koronny} {P:Jan Zamoyski|Jan Zamoyski}%s w {D:1563|1563 roku}.
Mowę wygłosił {P:Jan Zamoyski|Zamoyski}."""
    assert stems(marked % "", "holder") == ["Kto w 1563 r. był hetmanem wielkim koronnym?"]
    assert stems(marked % ", który studiował w Padwie, gdzie wybrano go rektorem", "holder") == []


def test_an_office_of_many_is_not_asked_for_without_a_year() -> None:
    assert stems(OFFICES, "holder") == []


def test_an_office_is_asked_for_by_the_text_where_all_its_dates_are_of_one_year() -> None:
    dated = "{D:1601-05-03|3 maja 1601 r.} sejm uchwalił podatki.\n"
    told = """{R:Lew Sapieha:kanclerz wielki litewski|Kanclerz wielki litewski} {P:Lew Sapieha} przybył na sejm.
Długo przemawiał {P:Lew Sapieha|Sapieha}.
"""
    marked = dated + told
    (candidate,) = candidates(marked, "holder")
    assert candidate.item.stem == "Kto według tekstu w 1601 r. był kanclerzem wielkim litewskim?"
    assert "3 maja 1601 r." in [span.text for span in candidate.item.evidence]
    assert stems(marked + "W {D:1605|1605 r.} wybuchła wojna.", "holder") == []
    assert stems(told + dated, "holder") == []


def test_an_office_that_somebody_unnamed_may_hold_is_not_asked_for() -> None:
    marked = """{R:Ludwik Mierosławski:dyktator powstania|Dyktator powstania} {P:Ludwik Mierosławski} wyjechał do Francji.
Nowy dyktator zreorganizował wojsko."""
    assert stems(marked, "holder") == []


NOT_THEN = """
W {D:1601|1601 roku} zarząd Rusi objął {P:Jan Zamoyski}, %s {R:Jan Zamoyski|wojewoda krakowski}.
{P:Jan Zamoyski|Zamoyski} spalił zamek w Heidelbergu."""


@pytest.mark.parametrize(
    "when",
    ["wcześniej", "niegdyś", "ongiś", "przedtem", "poprzednio", "dawny", "były", "niedawny", "do niedawna",
     "późniejszy", "przyszły", "potem", "niebawem"],
)  # fmt: skip
def test_an_office_of_another_time_is_not_dated_by_what_is_told(when: str) -> None:
    assert stems(NOT_THEN % "wówczas", "holder") == ["Kto w 1601 r. był wojewodą krakowskim?"]
    assert stems(NOT_THEN % when, "holder") == []


def test_an_office_of_another_time_does_not_tell_who_did_it() -> None:
    marked = "W {D:1630|1630 r.} %s {R:Gustaw Adolf|król Szwecji} {P:Gustaw Adolf} wylądował na Pomorzu."
    assert stems(marked % "młody", "who") == ["Który król Szwecji w 1630 r. wylądował na Pomorzu?"]
    assert "Szwecji" not in "".join(stems(marked % "przyszły", "who"))


def test_a_name_is_left_out_of_its_whole_sentence_and_typed() -> None:
    marked = """Wojska polskie poprowadził na Kijów {R:Stanisław Koniecpolski:premier|premier} {P:Stanisław Koniecpolski}.
Sejm powołał w {D:1989|1989 roku} większością głosów rząd {P:Tadeusz Mazowiecki|Tadeusza Mazowieckiego}."""
    (candidate,) = [one for one in candidates(marked, "gap_person") if "Sejm" in one.item.stem]
    assert candidate.item.stem == "Sejm powołał w 1989 roku większością głosów rząd ____."
    assert candidate.item.answer == ("Tadeusza Mazowieckiego", "Tadeusz Mazowiecki", "Mazowiecki")
    assert candidate.item.options == ()


@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("lord Beaconsfield", ("lord Beaconsfield", "Beaconsfield")),
        ("hrabia Flandrii", ()),
        ("minister Flandrii", ()),
    ],
)
def test_a_title_with_an_estate_is_another_name(title: str, more: tuple[str, ...]) -> None:
    marked = f"W {{D:1601|1601 roku}} {{P:Jan Zych}}, {{R:Jan Zych|{title}}}, spalił zamek w Heidelbergu."
    (candidate,) = candidates(marked, "who")
    assert candidate.item.answer == ("Jan Zych", "Zych", *more)


def test_a_surname_with_a_particle_is_no_epithet() -> None:
    marked = "W {D:1601|1601 roku} {P:Jan Adam de Bourbon} spalił zamek w Heidelbergu."
    (candidate,) = candidates(marked, "who")
    assert "Jan Adam de" not in candidate.item.answer


def test_who_is_called_by_his_estate_is_asked_for() -> None:
    marked = """Poparto {P:Jan Zych|Jana Zycha}, {R:Jan Zych:książę Conti|księcia Conti}.
W {D:1601|1601 roku} {R:Jan Zych:książę|książę} {P:Jan Zych|Conti} spalił zamek w Heidelbergu."""
    (candidate,) = candidates(marked, "who")
    assert {"Jan Zych", "książę Conti", "Conti"} <= set(candidate.item.answer)


def test_a_surname_is_proved_by_the_sentence_with_the_full_name_too() -> None:
    marked = """{R:Stanisław Żółkiewski|Hetman} {P:Stanisław Żółkiewski} wkroczył do Moskwy.
{P:Stanisław Żółkiewski|Żółkiewski} zginął pod Cecorą."""
    for candidate in candidates(marked, "who"):
        if "zginął" in candidate.item.stem:
            assert [span.text[:6] for span in candidate.item.evidence] == ["Żółkie", "Hetman"]


def test_a_name_that_misses_its_beginning_is_nobody() -> None:
    assert stems("Polityką szwedzką kierował Axel {P:Johan Oxenstierna|Oxenstierna}.", "who") == []


def test_two_questions_that_differ_by_a_detail_are_asked_once() -> None:
    marked = """{R:Johan Oxenstierna:kanclerz szwedzki|Kanclerzem szwedzkim} w Osnabrück w {D:1645|1645 r.} był {P:Johan Oxenstierna}.
{R:Jan Tilly|Hrabia} {P:Jan Tilly} zmarł w Ingolstadt.
Armią dowodził {P:Gustaw Horn}."""
    asked = [found.item.stem for found in propose(annotated(marked)).candidates]
    assert len([stem for stem in asked if "kanclerzem szwedzkim" in stem]) == 1


def test_an_office_that_points_elsewhere_is_not_asked_for() -> None:
    marked = (
        "{R:Adam Czartoryski:komendant tej szkoły|Komendantem tej szkoły} był książę {P:Adam Czartoryski}."
    )
    assert stems(marked, "holder") == []


def test_the_father_of_somebody_is_not_dated_by_what_was_done_to_the_son() -> None:
    marked = "W {D:1385|1385 r.} tron oddano synowi {R:Jan Zych|wielkiego księcia litewskiego} {P:Jan Zych|Jana Zycha}."
    assert stems(marked, "holder") == []


def test_the_number_of_a_holder_is_no_part_of_the_office() -> None:
    told = "W {{D:1861|1861 roku}} do Gdyni przybył {{R:Jan Nowak|{0}}} {{P:Jan Nowak}}.\n{{P:Jan Nowak|Nowak}} milczał."
    assert stems(told.format("prezydent Stanów Zjednoczonych"), "holder")
    assert not stems(told.format("szesnasty prezydent Stanów Zjednoczonych"), "holder")


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("spalił klasztor w Bochni", True),
        ("został posłem Kalisza w Rzymie", False),  # an engineer is no rival for an office
        ("zginął w Bochni", False),
    ],
)
def test_a_deed_may_be_said_of_another_doer_but_no_office_and_no_death(deed: str, said: bool) -> None:
    told = (
        "Bitwa pod Gdowem\n\n{P:Adam Lis} zbudował most w Kaliszu.\n"
        f"W {{D:1818|1818 roku}} {{P:Jan Kos}} {deed}."
    )
    place = deed.split()[-1]
    assert any(place in stem for stem in stems(told, "true_person")) is said


def test_an_initial_is_no_part_of_what_one_must_type() -> None:
    (found,) = candidates(
        "W {D:1962|1962 roku} {P:Jan F. Nowak} spalił w Gdowie klasztor Augustianów.", "who"
    )
    assert {"Jan F. Nowak", "Nowak"} <= set(found.item.answer)


def test_in_a_text_about_a_thing_one_is_asked_who_does_most_of_it() -> None:
    told = (
        "Bitwa pod Gdowem\n\nW {D:1818|1818 roku} {P:Jan Kos} spalił klasztor w Bochni.\n{P:Jan Kos} spalił Bochnię.\n"
        "{P:Jan Kos} oblegał Wieliczkę.\n{P:Jan Kos} zbudował most w Kaliszu.\n{P:Jan Kos} wrócił do Kalisza."
    )
    assert any("klasztor" in stem for stem in stems(told, "who"))


def test_a_known_pope_is_called_one_whatever_the_text_calls_him() -> None:
    told = "W {D:1633|1633 roku} {P:Urban VIII} podarował kościołowi w Gdyni złoty kielich."
    (candidate,) = candidates(told, "who")
    assert candidate.item.stem == "Który papież w 1633 roku podarował kościołowi w Gdyni złoty kielich?"
