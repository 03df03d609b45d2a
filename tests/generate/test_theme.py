# ruff: noqa: E501  (a sentence stays on its line)
"""What a text is about is said before a question that does not say it."""

from __future__ import annotations

import pytest
from asking import candidates, stems
from handmade import annotated

from quizapp.generate.facts.gathered import gather
from quizapp.generate.propose import propose

DEED = "\n{D:1846-02-26|26 lutego 1846 r.} pułkownik {P:Jan Nowak} pobił powstańców pod Gdowem."


@pytest.mark.parametrize(
    ("opening", "theme"),
    [
        ("Powstanie krakowskie – zbrojne wystąpienie w Krakowie.", "Powstanie krakowskie"),
        ("Powstanie Kościuszki, zwane też insurekcją – zryw przeciw Rosji.", "Powstanie Kościuszki"),
        ("EDYKT NANTEJSKI, akt wydany w Nantes przez króla; zamykał okres wojen.", "Edykt nantejski"),
        ("PIRENEJSKI POKÓJ, traktat zawarty w Paryżu przez króla; zamykał okres wojen.", "Pokój pirenejski"),
        ("Pokój brzeski z 3 marca 1918 roku\nRokowania trwały długo.", "Pokój brzeski z 1918 roku"),
        ("Ewa Nowak – malarka, która zbudowała teatr\nPaństwo odkupiło budynek.", "Ewa Nowak"),
        ("ESRO: od Paryża do Kourou\nSiedzibę wybrano po roku.", "ESRO"),
        ("START II: od rokowań do ratyfikacji\nUkład START II podpisano w Moskwie.", "START II"),
        (
            "BUNT WÓJTA ALBERTA\nMiasto wystąpiło przeciw księciu, a wójt Albert uciekł z miasta.",
            "Bunt wójta Alberta",
        ),
        (
            "KSIĄŻĘ W POTRZASKU? UKŁAD W GDOWIE Z 1656 ROKU\nW lecie komisarze spotkali się w Gdowie.",
            "Układ w Gdowie z 1656 roku",
        ),
        ("BITWA POD RÓŻĄ\nWojsko stanęło pod Różą o świcie.", "Bitwa pod Różą"),
        ("BITWA O MOST\nWojsko weszło na most nocą, a Most Królewski spłonął.", "Bitwa o most"),
        ("Czwarta krucjata ruszyła z Wenecji jesienią.", "Czwarta krucjata"),
        ("LOCARNO: od rokowań do układu\nDelegaci przybyli do Locarno.", "Locarno"),
        ("EDYKT – dzieje ustawy\nKról wydał go w Nantes.", "Edykt"),
        ("Bertha von Suttner\nPisarka żyła w Austrii.", "Bertha von Suttner"),
        (
            "{P:Bertha von Suttner|Suttner, Bertha von}\nAustriacka pisarka, autorka wielu powieści.",
            "Bertha von Suttner",
        ),
        ("Druga wojna punicka (218–201 p.n.e.) zaczęła się od sporu o miasto.", "Druga wojna punicka"),
        ("Konstytucja 3 Maja uchwalona została na drodze zamachu stanu.", "Konstytucja 3 Maja"),
        ("Pomarańczowa rewolucja – ruch protestu na Ukrainie.", "Pomarańczowa rewolucja"),
        ("Brexit – potoczna nazwa wystąpienia Wielkiej Brytanii z Unii.", "Brexit"),
        ("bitwa pod Wagram\nAustriacy stracili wielu ludzi.", "Bitwa pod Wagram"),
        ("BITWA POD WAGRAM\nAustriacy stracili wielu ludzi.", "Bitwa pod Wagram"),
        ("Bitwa pod Wagram (5–6 lipca 1809)\nAustriacy stracili wielu ludzi.", "Bitwa pod Wagram"),
        ("{P:Jan Nowak} – inżynier, który zbudował port.", "Jan Nowak"),
        (
            "{P:Jan Nowak|NOWAK Jan}, {D:1884-08-05|5 VIII 1884} – {D:1954-03-07|7 III 1954}\nLekarz.",
            "Jan Nowak",
        ),
        ("{P:Jan Nowak|NOWAK Jan}, 1505–1569\nPoeta i tłumacz, od młodości dworzanin.", "Jan Nowak"),
        ("{P:Jan Nowak|NOWAK Jan} z Gdowa, 1505–1569\nPoeta i tłumacz.", "Jan Nowak"),
        ("{P:Jan Nowak}, Włoch w służbie Habsburgów\nPoeta i tłumacz.", "Jan Nowak"),
        ("{P:Jan Nowak|Nowak Jan, zwany Małym} (1499–1560), poeta kościoła\nPisał wiersze.", "Jan Nowak"),
        ("{P:Jan Nowak} i paszporty nadziei\nInżynier spędził młodość w Krakowie.", "Jan Nowak"),
        ("Gdów, {D:1605-09-27|27 września 1605}\nRano deszcz ustał.", "Gdów 1605"),
        ("Gdów, {D:1605-09-27|27 września 1605}\nObrony kraju król nie umiał opłacić.", "Gdów 1605"),
        ("LIGA, Związek Miast Morskich\nZwiązek miast handlowych Europy Północnej.", "Liga"),
        ("KONKORDAT GDOWSKI\nSpór trwał od pół wieku.", "Konkordat gdowski"),
        ("Stracone zwycięstwo? Drugi pokój gdowski\nRano deszcz ustał.", "Drugi pokój gdowski"),
        ("Spór o jedno słowo. Umowa znad Gopła\nRano deszcz ustał.", "Umowa znad Gopła"),
        ("Kongres wiedeński. Spór o Saksonię\nRano deszcz ustał.", "Kongres wiedeński"),
        ("Cena zwycięstwa: pokój w Gdowie\nRano deszcz ustał.", "Pokój w Gdowie"),
        ("Gdów 299: pokój zawarty nad Rabą\nRano deszcz ustał.", "Gdów 299"),
        ("PERYKLES (ok. 495–429 p.n.e.), polityk i strateg\nRano deszcz ustał.", "Perykles"),
        (
            "Kosy i armaty. Bitwa pod Gdowem, {D:1794-04-04|4 kwietnia 1794}\nRano deszcz ustał.",
            "Bitwa pod Gdowem 1794",
        ),
        ("Temat 14. Unia gdowska\nRano deszcz ustał.", "Unia gdowska"),
        ("§ 23. Kongres w Gdowie\nRano deszcz ustał.", "Kongres w Gdowie"),
        ("Temat: Układ w Gdowie\nRano deszcz ustał.", "Układ w Gdowie"),
        ("{P:Jan Nowak|NOWAK Jan} h. Lis (1745–1779) – marszałek\nRano deszcz ustał.", "Jan Nowak"),
        ("Żelazna Dama\n{P:Anna Nowak} urodziła się w Krakowie.", "Anna Nowak"),
        ("Na jej grobie nie ma słów.\nUrodziła się w Gdowie jako córka {P:Jan Nowak|Jana Nowaka}.", ""),
        ("Grób {P:Anna Nowak|Anny Nowak} zarósł.\nUrodziła się w Gdowie jako córka drukarza.", "Anna Nowak"),
        ("{P:Jan Nowak} urodził się w Krakowie.", "Jan Nowak"),
    ],
)
def test_the_theme_is_what_the_beginning_names_or_explains(opening: str, theme: str) -> None:
    found = gather(annotated(opening)).theme
    assert (found.name if found else "") == theme


@pytest.mark.parametrize(
    "opening",
    [
        "Ostatnia noc w Paryżu\nDelegaci przyjechali wieczorem.",
        "Samo miasto powstało w średniowieczu.",
        "Klęska pod Zentą skłoniła sułtana do pokoju.",
        "Jak upadał Rzym?\nBarbarzyńcy przyszli z północy.",
        "Traktat pokojowy podpisany w mieście na początku kwietnia zamknął trwające wojny.",
        "Zimą senat zwrócił się do Kartaginy.",
        "Pruski mąż stanu, przez wiele lat kierujący polityką kraju.",
        "Austriacka pisarka, autorka wielu powieści.",
        "Pierwszy traktat, jaki cesarstwo zawarło z sąsiadem, spisano po łacinie.",
        "Ostatnia wojna wybuchła o miedzę.",
        "Kolejny rozbiór przeprowadzono zimą.",
        "Sześcioletni rozejm brzeski, który podpisano we wrześniu, wygasał jesienią.",
        "Wojna smoleńska dobiegała końca, gdy król ruszył na północ.",
    ],
)
def test_no_theme_is_guessed(opening: str) -> None:
    assert gather(annotated(opening)).theme is None


@pytest.mark.parametrize(
    ("heading", "told", "label"),
    [
        (
            "Zima nadziei: od rozejmu do zjazdu wileńskiego",
            "Zwycięstwa pod Gdowem i Bochnią, odniesione w maju, nie złamały oporu.",
            "„Od rozejmu do zjazdu wileńskiego”",
        ),
        (
            "Zima nadziei: od rozejmu do zjazdu wileńskiego",
            "Powstanie krakowskie – zbrojne wystąpienie w Krakowie.",
            "Powstanie krakowskie",
        ),
        ("Zima nadziei", "Powstanie krakowskie miało jeszcze jeden akt.", "Powstanie krakowskie"),
        ("DWAJ KRÓLOWIE NA RZECE", "Spotkali się w maju.", "„Dwaj królowie na rzece”"),
        (
            "Araukania 1866–1869: od śmierci prezydenta do wolnych wyborów",
            "Żołnierze zajęli główne punkty stolicy.",
            "„Araukania 1866–1869”",
        ),
    ],
    ids=[
        "a heading of events",
        "a thing defined",
        "a heading of nothing",
        "a heading in capitals",
        "a heading with its years",
    ],
)
def test_a_heading_of_events_says_more_than_a_noun_of_the_first_sentence(
    heading: str, told: str, label: str
) -> None:
    found = gather(annotated(f"{heading}\n{told}")).label
    assert found is not None
    assert found.name == label


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("ZALESZKERT, bitwa pod (1071)", "Zaleszkert"),
        ("RWPG", "RWPG"),
        ("NOWA UNIA", "Nowa unia"),
        ("UNIA GREKÓW I RZYMIAN", "Unia Greków i Rzymian"),
    ],
)
def test_a_heading_in_capitals_is_put_into_small_letters(heading: str, name: str) -> None:
    found = gather(annotated(f"{heading}\nPadał deszcz.\nW {{D:1657|1657 roku}} zdobyto miasto.")).theme
    assert found is not None
    assert found.name == name


def test_a_heading_in_capitals_is_not_quoted() -> None:
    marked = "Padał deszcz.\nUKŁAD W GDOWIE Z {D:1656|1656 ROKU}\n{P:Jan Nowak} zdobył Kalisz w {D:1657|1657 roku}."
    asked = [found.item.stem for found in propose(annotated(marked)).candidates]
    assert asked == ["____ zdobył Kalisz w 1657 roku."]


@pytest.mark.parametrize(
    ("definition", "years"),
    [
        ("Organizacja morska działająca w latach {D:1815/1840|1815–1840}.", ["1818", "1820", "1833"]),
        ("Organizacja morska.", ["1805", "1818", "1820"]),
    ],
)
def test_what_a_body_did_is_not_said_to_be_before_it_was(definition: str, years: list[str]) -> None:
    marked = (
        f"Liga Zaleska\n\n{definition}\nW {{D:1805|1805 roku}} spłonął Kalisz.\n"
        "W {D:1818|1818 roku} Liga Zaleska przyjęła Kraków do swego grona.\n"
        "W {D:1820|1820 roku} poseł Rosji zerwał układy.\nW {D:1833|1833 roku} ogłoszono pokój."
    )
    (when,) = [one for one in candidates(marked, "when") if "Kraków" in one.item.stem]
    assert [option.text for option in when.item.options] == years


def test_the_theme_stands_before_the_question_and_is_proved() -> None:
    marked = "Powstanie krakowskie – zbrojne wystąpienie w Galicji." + DEED
    (who,) = candidates(marked, "who")
    assert who.item.stem == "Powstanie krakowskie. Kto 26 lutego 1846 r. pobił powstańców pod Gdowem?"
    assert "Powstanie krakowskie – zbrojne wystąpienie w Galicji." in [
        span.text for span in who.item.evidence
    ]


def test_without_a_theme_nobody_knows_which_insurgents_are_meant() -> None:
    assert stems("W Galicji wybuchły walki." + DEED, "who") == []


def test_a_theme_that_names_the_answer_is_left_out() -> None:
    marked = (
        "Powstanie Nowaka – zbrojne wystąpienie w Galicji.\nW {D:1846|1846 r.} {P:Jan Nowak} spalił Kraków."
    )
    assert stems(marked, "who") == ["Kto w 1846 r. spalił Kraków?"]


def test_a_theme_that_the_question_names_is_not_said_twice() -> None:
    marked = "Bitwa pod Gdowem – starcie z 1846 roku.\nBitwa pod Gdowem rozegrała się {D:1846-02-26|26 lutego 1846 r.}"
    assert stems(marked, "when") == ["Którego dnia rozegrała się bitwa pod Gdowem?"]


def test_what_the_text_explains_is_clear_by_its_kind_alone() -> None:
    marked = "Wielka Karta Swobód – przywilej nadany baronom.\nPapież {P:Jan Nowak} unieważnił przywilej {D:1215-08-24|24 sierpnia 1215 r.}"
    assert stems(marked, "when") == [
        "Wielka Karta Swobód. Którego dnia papież Jan Nowak unieważnił przywilej?"
    ]


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        (
            "Powstanie krakowskie",
            "Powstanie krakowskie. Kto 26 lutego 1846 r. pobił powstańców pod Gdowem?",
        ),
        ("Klasówka, grupa B", None),
        ("", None),
    ],
)
def test_a_text_that_does_not_say_what_it_is_about_has_the_title_that_the_teacher_gave(
    title: str, stem: str | None
) -> None:
    text = annotated("Powstanie ogarnęło Kraków i Galicję zimą." + DEED)
    asked = [found.item.stem for found in propose(text, title=title).candidates if found.rule == "who"]
    assert asked == ([stem] if stem else [])


HEADED = """Układ w Tylży z 1807 roku
{D:1805-10|W październiku 1805 roku} ogłoszono w Wilnie orędzie biskupów.
{D:1806-05|W maju 1806 roku} cesarz {P:Jan Nowak} zburzył mury Drezna.
{D:1807-07-07|7 lipca 1807 roku} układ podpisano w Tylży.
{D:1809-06|W czerwcu 1809 roku} zbudowano w Krakowie teatr włoski."""


@pytest.mark.parametrize("rule", ["event_of_date", "order"])
def test_an_event_of_the_year_in_the_heading_does_not_stand_beside_others(rule: str) -> None:
    asked = [candidate.item for candidate in candidates(HEADED, rule)]
    assert asked
    assert not any("Układ podpisano" in option.text for item in asked for option in item.options)


def test_a_date_in_the_heading_is_not_to_be_matched_with_its_event() -> None:
    days = HEADED.replace("1805-10|W październiku", "1805-10-01|1 października")
    days = days.replace("1806-05|W maju", "1806-05-02|2 maja").replace(
        "1809-06|W czerwcu", "1809-06-03|3 czerwca"
    )
    (item,) = [candidate.item for candidate in candidates(days, "event_and_date")]
    assert not any("Układ podpisano" in str(option.left) for option in item.options)
