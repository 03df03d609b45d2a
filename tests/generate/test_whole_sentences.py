"""Gaps: a whole sentence of the text with its date or a name left out, where it is clear under the heading."""

from __future__ import annotations

import pytest
from asking import candidates, stems

_CONGRESS = """Kongres w Zaleskach

Kongres w Zaleskach obradował w {D:1815|1815 roku}.
%s
W {D:1817|1817 roku} Zaleski odbudowano, a w {D:1819|1819 roku} spłonęły."""

_WOMAN = """{P:Anna Zaleska}

{P:Anna Zaleska} urodziła się w {D:1801|1801 roku} w Krakowie.
%s"""


@pytest.mark.parametrize(
    ("sentence", "gapped"),
    [
        (
            "Spory zakończyła umowa, na mocy której {D:1818-03-07|7 marca 1818 roku} Kalisz powrócił pod władzę króla.",
            "Spory zakończyła umowa, na mocy której 7 marca ____ roku Kalisz powrócił pod władzę króla.",
        ),
        (
            "O pomoc zwrócono się do Szwecji, skąd w {D:1818-03|marcu 1818 roku} przypłynęła flota.",
            "O pomoc zwrócono się do Szwecji, skąd w marcu ____ roku przypłynęła flota.",
        ),
        (
            "Spór wyrósł z niezadowolenia kupców, zrzeszonych od {D:1818|1818 roku} w Związku Kaliskim.",
            "Spór wyrósł z niezadowolenia kupców, zrzeszonych od ____ roku w Związku Kaliskim.",
        ),
    ],
)
def test_a_date_is_left_out_of_its_sentence(sentence: str, gapped: str) -> None:
    (found,) = [stem for stem in stems(_CONGRESS % sentence, "gap_date") if gapped in stem]
    assert found == f"Kongres w Zaleskach. {gapped}"


def test_days_of_the_text_to_choose_from_are_left_out_whole() -> None:
    months = [
        f"Senat zebrał się w {{D:{year}-0{month}|{name} {year} roku}} w Kaliszu i uchwalił podatki."
        for year, month, name in ((1817, 2, "lutym"), (1818, 5, "maju"))
    ]
    sentence = "O pomoc zwrócono się do Szwecji, skąd w {D:1818-03|marcu 1818 roku} przypłynęła flota."
    (found,) = candidates(_CONGRESS % "\n".join([sentence, *months]), "gap_date")
    assert found.item.stem.endswith("skąd ____ przypłynęła flota.")
    assert "w marcu 1818 roku" in found.item.answer
    assert len(found.item.options) == 3


def test_days_without_their_year_are_left_out_among_others_such() -> None:
    told = [
        "Umowę, którą posłowie podpisali {D:XXXX-03-17|17 marca} w Kaliszu, odrzucił sejm.",
        "Posłowie Rosji, którzy {D:XXXX-05-23|23 maja} przybyli do Kalisza, żądali zwrotu zamku.",
        "Ostatnie spory, o które {D:XXXX-06-04|4 czerwca} pytał senat, rozstrzygnął sąd.",
    ]
    found = [one.item for one in candidates(_CONGRESS % "\n".join(told), "gap_date")]
    asked = {item.stem: [option.text for option in item.options] for item in found}
    assert asked["Kongres w Zaleskach. Umowę, którą posłowie podpisali ____ w Kaliszu, odrzucił sejm."] == [
        "17 marca",
        "23 maja",
        "4 czerwca",
    ]


@pytest.mark.parametrize(
    ("said", "kind"), [("od {D:1818|1818 roku}", "date"), ("w {D:1818|1818 roku}", "cloze")]
)
def test_since_when_something_lasted_is_typed(said: str, kind: str) -> None:
    others = [
        f"W {{D:{year}|{year} roku}} Senat zebrał się w Kaliszu i uchwalił podatki." for year in (1817, 1821)
    ]
    sentence = f"Spór wyrósł z niezadowolenia kupców, zrzeszonych {said} w Związku Kaliskim."
    found = candidates(_CONGRESS % "\n".join([sentence, *others]), "gap_date")
    assert [one.item.type for one in found if "kupców" in one.item.stem] == [kind]


def test_dates_to_choose_from_begin_the_sentence_with_a_capital() -> None:
    told = [
        "W {D:1818-03|marcu 1818 roku} oddano zamek, którego bronił kupiec.",
        "Senat zebrał się w {D:1817-02|lutym 1817 roku} w Kaliszu i uchwalił podatki.",
        "Senat rozwiązał się w {D:1818-05|maju 1818 roku} w Kaliszu i zniósł podatki.",
    ]
    (found,) = [
        one for one in candidates(_CONGRESS % "\n".join(told), "gap_date") if "kupiec" in one.item.stem
    ]
    assert [option.text for option in found.item.options] == [
        "W lutym 1817 roku",
        "W marcu 1818 roku",
        "W maju 1818 roku",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ten spór, który wybuchł w {D:1818|1818 roku}, zakończyło dopiero orzeczenie sądu.",  # which one?
        "Jego załogę, którą w {D:1818|1818 roku} otoczono, zmuszono do poddania twierdzy.",  # whose?
        "Wkrótce nadeszła wiadomość, że w {D:1818|1818 roku} upadł Kalisz.",
        "Rok wcześniej ogłoszono, że w {D:1818|1818 roku} zbierze się sejm.",
        "Ze swych roszczeń zrezygnował, gdy w {D:1818|1818 roku} upadł Kalisz.",  # who?
        "Czy Kalisz, który w {D:1818|1818 roku} otoczono, mógł się jeszcze bronić?",
        "Podobno szlachta, którą w {D:1818|1818 roku} zwołano, nie przybyła.",
        "Wojska, które {D:1818-04-05|5 kwietnia 1818 roku}, w Wielkanoc, wyruszyły z Kalisza, rozbito.",
        "W latach {D:1816/1818|1816–1818} toczono wojnę, którą zakończył pokój, zawarty 5 maja {D:1818|1818 roku}.",
        "Szlachta, której sejm zwołano na {D:1818|rok 1818}, nie przybyła.",
        "Wojska, które w {D:1818|1818}, 1819 i 1820 roku ruszały z Kalisza, rozbito.",
        "Pierwszym był Norweg, którego w {D:1818|1818 roku} wysłano z Kalisza do Rzymu.",  # the first what?
    ],
)
def test_what_is_tied_to_another_sentence_or_tells_its_date_is_no_gap(sentence: str) -> None:
    asked = stems(_CONGRESS % sentence, "gap_date")
    assert not [stem for stem in asked if sentence[:12] in stem]


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("Sławę przyniosły jej obrazy, które wystawiała od {D:1830|1830 roku} w Wiedniu.", True),
        ("Sławę przyniosły mu obrazy, które wystawiał od {D:1830|1830 roku} w Wiedniu.", False),
        (
            "Kiedy {P:Jan Kos} spalił jej dom, zamieszkała w Wiedniu, gdzie w {D:1830|1830 roku} wystawiono obrazy.",
            True,
        ),
        ("Zamieszkała w Wiedniu, gdzie w {D:1830|1830 roku} wystawiono jej obrazy.", True),
        ("Zamieszkali w Wiedniu, gdzie w {D:1830|1830 roku} wystawiono jej obrazy.", False),
        (
            "{P:Ewa Kos} pisała wiersze.\nZamieszkała w Wiedniu, gdzie w {D:1830|1830 roku} wystawiono jej obrazy.",
            False,
        ),
    ],
)
def test_a_pronoun_or_a_verb_may_mean_the_hero_of_the_heading(sentence: str, person: bool) -> None:
    asked = stems(_WOMAN % sentence, "gap_date")
    assert any("Wiedniu" in stem for stem in asked) is person


@pytest.mark.parametrize(
    ("heading", "sentence", "clear"),
    [
        (
            "Liga Zaleska",
            "Wybory, po których w {D:1830|1830 roku} przyjęto do niej Kalisz, unieważniono.",
            True,
        ),
        (
            "Liga Zaleska",
            "Wybory, po których w {D:1830|1830 roku} przyjęto do niego Kalisz, unieważniono.",
            False,
        ),
        ("Bitwa zaleska", "Wybory, po których w {D:1830|1830 roku} zapomniano o niej, unieważniono.", False),
        (
            "Liga Zaleska",
            "{P:Anna Kos} zmarła. Wybory, po których w {D:1830|1830 roku} przyjęto do niej Kalisz, unieważniono.",
            False,
        ),
    ],
)
def test_a_pronoun_may_mean_the_body_of_the_heading(heading: str, sentence: str, clear: bool) -> None:
    marked = f"{heading}\n\nZjazd obradował w {{D:1815|1815 roku}}.\n{sentence}"
    assert any("unieważniono" in stem for stem in stems(marked, "gap_date")) is clear


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Szwedów prowadził admirał {P:Marek Bora}, któremu towarzyszył sekretarz.", "Marek Bora"),
        (
            "Posłowie zgodzili się oddać zamek pod opiekę {P:Marek Bora|Marka Bory} na trzy lata.",
            "Marka Bory",
        ),
        (
            "{P:Marek Bora|Markowi Borze} powierzono zamek i całą straż na trzy lata.",
            None,
        ),  # it looks like the subject
        ("Szwedów prowadził Gshu {P:Han}, któremu towarzyszył sekretarz.", None),
        ("Szwedów prowadził admirał, który uczył się na {P:Harvard|Harvardzie} i w Rzymie.", None),
        ("Ze związku z Hiszpanką starosta miał w tych latach córkę {P:Zofia Bora|Zofię Borę}.", None),
        (
            "Szwedów prowadził brat {R:Marek Bora:biskup|biskup} {P:Marek Bora}, któremu towarzyszył sekretarz.",
            "Marek Bora",
        ),
        ("Na rozmowy wysłano dwóch posłów, {P:Marek Bora|Marka Borę} i {P:Jan Kos|Jana Kosa}.", None),
        ("Posłowie oddali zamek pod opiekę {P:Marek Bora|Marka} Czarnego na trzy lata.", None),
        ("Przybył wtedy kanclerz {P:Marek Bora}, którego lud zwał Borem od jego rodu.", None),
        (
            "Szwedów prowadzili admirał {P:Marek Bora}, generał {P:Adam Lis} i kupiec {P:Piotr Wilk}, wojska zaś król.",
            None,
        ),
        ("Główną część służby Szwedów wypełniły starania i poselstwa do {P:Marek Bora|Marka Bory}.", None),
        ("Na lewym skrzydle Szwedów admirał powalił maczugą hrabiego {P:Gruzbura|Gruzbury}.", None),
        ("Syn {R:Jan:wojewoda|wojewody} {P:Jan|Jana}, którego zaproszono do Kalisza, bronił zamku.", None),
        ("Ze związku z Hiszpanką {P:Zofia Bora|Zofią Borą} starosta Kalisza miał syna.", None),
        (
            "Szwedów prowadził {R:Przemysław:książę|książę} {P:Przemysław}, któremu towarzyszył sekretarz.",
            None,
        ),
        ("Szwedów prowadził {R:Karol IV:książę|książę} {P:Karol IV}, któremu towarzyszył brat.", "Karol IV"),
        ("{P:Marek Bora}, który następnie pod Kaliszem i Gdowem rozgromił wodza wojsk.", None),
    ],
)
def test_a_name_is_left_out_of_its_sentence(sentence: str, answer: str | None) -> None:
    found = [one.item for one in candidates(_CONGRESS % sentence, "gap_person")]
    assert [item.answer[0] for item in found if "Kos" not in item.answer] == ([answer] if answer else [])


def test_no_name_is_left_out_that_means_two_of_the_text() -> None:
    told = (
        "Zakładnikiem był brat, późniejszy {P:Antioch IV}.\n"
        "{P:Antioch III|Antioch} targnął się na skarbiec świątyni w Elymais."
    )
    assert not [stem for stem in stems(_CONGRESS % told, "gap_person") if stem.endswith("w Elymais.")]


def test_two_of_a_sentence_are_left_out_one_by_one() -> None:
    sentence = "Szwedów prowadził admirał {P:Marek Bora}, a Rosjan kupiec {P:Jan Kos|Jan Kos}, brat biskupa."
    answers = [one.item.answer[0] for one in candidates(_CONGRESS % sentence, "gap_person")]
    assert sorted(answers) == ["Jan Kos", "Marek Bora"]


def test_a_gap_is_made_only_where_no_question_asks() -> None:
    sentence = "W {D:1818|1818 roku} {P:Marek Bora} wydał w Genewie „Księgę praw dla szlachty”."
    marked = _CONGRESS % sentence
    assert stems(marked, "who")
    assert not [
        stem for stem in (*stems(marked, "gap_person"), *stems(marked, "gap_date")) if "Księgę" in stem
    ]
