# ruff: noqa: E501  (a sentence stays on its line)
"""What a pupil understands who sees the question alone, and what only the text before it would explain."""

from __future__ import annotations

import pytest
from asking import stems

from quizapp.generate.facts.gathered import gather
from quizapp.generate.propose import propose
from quizapp.text.annotate import annotate


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ("W {D:1935|1935 roku} {P:Jan Nowak} wpisał do zakupionego przez żonę, Łucję, zeszytu zadanie.", "when"),
        ("W {D:1966|1966 roku} uhonorowano {P:Jan Nowak|Jana Nowaka}, razem z uczniem, nagrodą.", "when"),
        ("W {D:1906|1906 roku} {P:Jan Nowak} poparł {P:Piotr Lis|Piotra Lisa} w trzecim.", "when"),
        ("W {D:1883|1883 roku} dziewczynka ukończyła gimnazjum w Warszawie.", "when"),
        ("Spiskowcy wyznaczyli początek powstania listopadowego na wieczór {D:1830-11-29|29 listopada 1830 roku}.", "when"),
        ("W {D:1229|1229 roku} {P:Jan Nowak} porwał rywala ze Spytkowic.", "when"),
        ("W {D:1939|1939 roku} polska uczelnia zakończyła działalność.", "when"),
        ("W {D:1797|1797 roku} podpisał w Mediolanie z rządem układ powołujący Legiony Polskie.", "when"),
        ("W {D:1386|1386 roku} wraz z braćmi przyjął w Krakowie chrzest i imię Władysław.", "when"),
        ("{D:1571-10-07|7 października 1571 roku} spotkano się z Turkami u wejścia do Zatoki Patraskiej.", "when"),
        ("W {D:1571|1571 roku} papież {P:Pius V} dokonał rzeczy z pozoru niemożliwej.", "who"),
        ("Perry wyprzedził Rosjan, których wiceadmirał {P:Jewfimij Putiatin} w {D:1853|1853 roku} zawinął do Nagasaki.", "when"),
        ("W {D:1922|1922 roku} Rada Ligi Narodów zatwierdziła mandat.", "when"),
        ("{P:Jan Nowak} chciał być „{Q:Jan Nowak|uczciwym maklerem, który pragnie zgody wszystkich}”.", "author_of_words"),
        ("„{Q:Jan Nowak|Grom z jasnego nieba}” – tak określił to w {D:2013|2013 roku} {P:Jan Nowak}.", "author_of_words"),
        ("{D:1901-12-10|10 grudnia 1901 roku} przyznano {P:Henri Dunant|Dunantowi}, wraz z innym pacyfistą, Nagrodę Nobla.", "when"),
        ("Po „{Q|czarnym piątku}” {D:1910-11-18|18 listopada 1910 roku} sufrażystki zaczęły wybijać w Londynie szyby.", "when"),
        ("W {D:1314|1314 roku} ostatni akt rozegrał się na paryskiej wysepce.", "when"),
        ("W {D:1666|1666 roku} {P:Samuel Pepys} zawiadomił o wszystkim {P:Karol II|Karola II}.", "when"),
        ("W {D:1900|1900 roku} {P:Frederick Roberts} zajął Pretorię.", "who"),
        ("W {D:1654|1654 roku} wybuchła na nowo wojna rosyjsko-polska.", "when"),
        ("W {D:1159|1159 roku} konsulat objął wraz z {P:Jan Lis|Janem Lisem}.", "when"),
        ("W {D:1868|1868 roku} {P:Maria Nowak} zawarła fikcyjne, przynajmniej z początku, małżeństwo.", "when"),
        ("{P:Maria Nowak} odeszła w {D:1928|1928 roku} w Londynie.", "when"),
        ("W {D:1903|1903 roku} zagrano w Krakowie „{Q|Wyzwolenie}”.", "when"),
        ("W {D:1918|1918 roku} {P:Jan Nowak} podpisał w Warszawie traktat.", "who"),
        ("{D:1413-08-27|27 sierpnia 1413 roku} nastąpiło zaćmienie Księżyca i {P:Nikiasz}, posłuszny wróżbom, czekał.", "when"),
        ("W {D:1281|1281 roku} {P:Henryk Prawy} zaprosił {P:Przemysł II|Przemysła II} na zjazd, uwięził i wypuścił za cenę ziemi rudzkiej.", "who"),
        ("{P:Przemysł II} pozostawił {P:Ryksa|Ryksę}.", "whom"),
        ("W {D:1610|1610 roku} {P:Jan Nowak} odniósł pod Kłuszynem największe zwycięstwo nad Szwedami.", "who"),
        ("W {D:1867|1867 roku} {P:Jan Nowak} ukończył w Heidelbergu studia prawnicze.", "when"),
        ("Wznosił zamki, a Toruń obdarzył {D:1568-05-12|12 maja 1568 roku} pierwszą pruską szkołą.", "when"),
        ("Następcą został {D:1990-11-28|28 listopada 1990 roku} {P:Jan Nowak}.", "when"),
        ("Dziewczynka ukończyła w {D:1883|1883 roku} gimnazjum ze złotym medalem.", "when"),
        ("{P:Jan Nowak} zastąpił w {D:1789|1789 roku} dotychczasowego posła, Ludwika Kosa.", "when"),
        ("Riksdag obradujący w Örebro wybrał Francuza {D:1810-08-21|21 sierpnia 1810 roku}.", "when"),
        ("Generał {P:Andrew Jackson} zdążył {D:1815-01-08|8 stycznia 1815 roku} odeprzeć Anglików pod Nowym Orleanem.", "when"),
    ],
    ids=[
        "a participle without its noun",
        "with what he was honoured",
        "the third of what",
        "a girl",
        "when it was to be",
        "whose rival",
        "one of many schools",
        "nobody signed",
        "nobody was baptised",
        "nobody met them",
        "which thing",
        "whose admiral",
        "which mandate",
        "part of a clause",
        "a name for it",
        "what was awarded",
        "the day that something else has",
        "an act of what",
        "of what nobody told him",
        "what a people did too",
        "a war again",
        "who became consul",
        "an adjective without its noun",
        "left where",
        "played once more",
        "what both sides signed",
        "an eclipse and somebody",
        "whom he let go",
        "what he left her as",
        "what another may call greater",
        "the end of one's studies",
        "who gave to the town",
        "whose successor",
        "which girl",
        "which deputy before him",
        "what he was elected to",
        "before what he did it",
    ],
)  # fmt: skip
def test_what_the_text_before_would_explain_is_not_asked(told: str, rule: str) -> None:
    assert stems(told, rule) == []


@pytest.mark.parametrize(
    ("told", "stem"),
    [
        (
            "Traktat podpisano {D:1854-03-31|31 marca 1854 roku} w Kanagawie.",
            "Którego dnia podpisano traktat w Kanagawie?",
        ),
        (
            "{D:1295-06-26|26 czerwca 1295 roku} arcybiskup {P:Jakub Świnka} włożył {P:Przemysł II|Przemysłowi II} koronę na głowę.",
            "Którego dnia arcybiskup Jakub Świnka włożył Przemysłowi II koronę na głowę?",
        ),
        (
            "W {D:1945|1945 roku} {P:Jan Nowak} „{Q|Sosna}” rozwiązał Armię Krajową.",
            "W którym roku Jan Nowak „Sosna” rozwiązał Armię Krajową?",
        ),
        (
            "W {D:1518|1518 roku} dwudziestoletni {P:Jan Nowak} założył w Krakowie drukarnię.",
            "W którym roku Jan Nowak założył w Krakowie drukarnię?",
        ),
        (
            "W {D:1305|1305 roku} {P:Jan Nowak}, po ciężkiej chorobie, zrzekł się tronu w Krakowie.",
            "W którym roku Jan Nowak zrzekł się tronu w Krakowie?",
        ),
        (
            "Pierwszym krokiem był udział w programie „{Q|Partnerstwo}”, do którego Polska przystąpiła w {D:1994|1994 roku}.",
            "W którym roku Polska przystąpiła do programu „Partnerstwo”?",
        ),
        (
            "{P:Jan Nowak} zmarł w moskiewskim więzieniu {D:1946-12-24|24 grudnia 1946 roku}.",
            "W którym roku zmarł Jan Nowak?",
        ),
        (
            "Po południu {D:1853-07-08|8 lipca 1853 roku} Amerykanie wpłynęli do Zatoki Tokijskiej.",
            "Którego dnia Amerykanie wpłynęli do Zatoki Tokijskiej?",
        ),
        (
            "{D:1827-10-20|20 października 1827 roku}, wczesnym popołudniem, flota rosyjska wpłynęła do zatoki Navarino.",
            "Którego dnia flota rosyjska wpłynęła do zatoki Navarino?",
        ),
        (
            "W tym samym roku, {D:1272|1272 roku}, Krzyżacy zdobyli Tarent.",
            "W którym roku Krzyżacy zdobyli Tarent?",
        ),
        (
            "Nagrodą Nobla z chemii wyróżniono {P:Maria Curie|Marię Curie} w {D:1911|1911 roku}.",
            "W którym roku wyróżniono Marię Curie Nagrodą Nobla z chemii?",
        ),
        (
            "W {D:1364|1364 roku} powstała w Krakowie najstarsza polska uczelnia.",
            "W którym roku powstała w Krakowie najstarsza polska uczelnia?",
        ),
        (
            "W {D:1775|1775 roku} Kongres Kontynentalny powierzył {P:Jerzy Waszyngton|Jerzemu Waszyngtonowi} dowództwo nad armią.",
            "W którym roku Kongres Kontynentalny powierzył Jerzemu Waszyngtonowi dowództwo nad armią?",
        ),
        (
            "Oblężenie Sarajewa władze bośniackie uznały za zakończone dopiero {D:1996-02-29|29 lutego 1996 roku}.",
            "Którego dnia władze bośniackie uznały oblężenie Sarajewa za zakończone?",
        ),
        (
            "W piątek {D:1307-10-13|13 października 1307 r.} Francuzi aresztowali w Paryżu templariuszy.",
            "Którego dnia Francuzi aresztowali w Paryżu templariuszy?",
        ),
        (
            "W {D:1962|1962 roku} została druga konferencja w Évian otwarta.",
            "W którym roku została otwarta druga konferencja w Évian?",
        ),
        (
            "{P:Karol Andegaweński}, brat króla Francji, wezwany przez papieża, {D:1266-02-26|26 lutego 1266 roku} pokonał pod Benewentem {P:Manfred|Manfreda}.",
            "Którego dnia Karol Andegaweński pokonał pod Benewentem Manfreda?",
        ),
        (
            "Syn Mieszka, {P:Kazimierz I}, w {D:1327|1327 roku} złożył hołd królowi czeskiemu.",
            "W którym roku syn Mieszka, Kazimierz I, złożył hołd królowi czeskiemu?",
        ),
        (
            "Kierownictwo wydziału praw wyborczych objęła w {D:1887|1887 roku} {P:Maria Nowak} z Krakowa.",
            "W którym roku Maria Nowak z Krakowa objęła kierownictwo wydziału praw wyborczych?",
        ),
    ],
    ids=[
        "where it was signed",
        "a crown on a head",
        "a nickname",
        "no age",
        "after an illness",
        "a noun in its case",
        "in a prison",
        "a time of day",
        "a time of day with its adjective",
        "that year, which is said",
        "a prize with its name",
        "the oldest of many",
        "over whom",
        "what was held to be over",
        "a day of the week",
        "what was opened",
        "a brother without his comma",
        "whose son between commas",
        "where she is from",
    ],
)
def test_what_is_clear_alone_is_asked_in_clear_words(told: str, stem: str) -> None:
    assert stems(told, "when") == [stem]


def test_where_one_was_born_is_not_read_out_of_the_opening_of_an_entry() -> None:
    told = "{P:Maria Nowak}. Ur. {D:1867-11-07|7 XI 1867} w Warszawie, była najmłodszą córką {P:Jan Nowak|Jana Nowaka}."
    assert stems(told, "where") == []


def test_a_father_known_by_his_first_name_alone_is_not_asked_for() -> None:
    assert stems("{P:Jan Nowak}, syn {P:Józef|Józefa}, zbudował most.", "kinship") == []


def test_a_month_names_no_body_after_it() -> None:
    text = "Głosowano 8 czerwca 2003 roku. W lipcu Sąd Najwyższy stwierdził ważność referendum."
    assert [event.words for event in gather(annotate(text)).events] == [
        "Sąd Najwyższy stwierdził ważność referendum"
    ]


def test_a_life_is_named_by_its_heading_where_a_question_does_not_name_whose_it_is() -> None:
    text = (
        "Hrabina i maszyna\n\nAda Nowak lubiła liczby. W 1842 roku włoski inżynier Luigi Bianco wydał po francusku „Opis "
        "maszyny”. W 1843 roku Ada Nowak przełożyła „Opis maszyny” na angielski. W 1851 roku Ada Nowak otworzyła w "
        "Londynie szkołę dla dziewcząt."
    )
    asked = [one.item.stem for one in propose(annotate(text)).candidates]
    assert (
        "„Hrabina i maszyna”. W którym roku włoski inżynier Luigi Bianco wydał po francusku „Opis maszyny”?"
        in asked
    )
    assert "W którym roku Ada Nowak przełożyła „Opis maszyny” na angielski?" in asked


def test_a_day_after_a_look_back_to_another_day_has_no_sure_year() -> None:
    text = (
        "Układ pokojowy podpisano 24 lipca 1923 roku w Lozannie. Drogę do rokowań otworzył rozejm w Mudanyi z 11 "
        "października 1922 roku. Zgromadzenie w Ankarze 1 listopada zniosło sułtanat."
    )
    asked = " ".join(one.item.stem for one in propose(annotate(text)).candidates)
    assert "Lozannie" in asked
    assert "sułtanat" not in asked


def test_with_a_title_it_is_asked_who_did_what_a_people_did_too() -> None:
    told = (
        "W {D:1900|1900 roku} {R:Frederick Roberts:marszałek|marszałek} {P:Frederick Roberts} zajął Pretorię."
    )
    assert stems(told, "who") == ["Który marszałek w 1900 roku zajął Pretorię?"]


_LONG = "".join(f"Mur {number} stał.\n" for number in range(90))


@pytest.mark.parametrize(
    ("heading", "told", "asked"),
    [
        ("Oblężenie Malty\n\n", "W {D:1645|1645 roku} posiłki wylądowały na północy wyspy.", True),
        ("", "W {D:1645|1645 roku} posiłki wylądowały na północy wyspy.", False),
        ("Oblężenie Malty\n\n", "W {D:1645|1645 roku} król zajął port w Birgu.", False),
        ("Dzieje Malty\n\n", "W {D:1645|1645 roku} na wyspie rozegrała się bitwa.", False),
        ("Oblężenie Malty\n\n", "W {D:1645|1645 roku} prochy przeniesiono do katedry.", False),
        ("Oblężenie Malty\n\n", "W {D:1645|1645 roku} kolejna wyprawa przybyła na wyspę.", False),
        (
            "Oblężenie Malty\n\n",
            _LONG + "W {D:1645|1645 roku} posiłki wylądowały na północy wyspy.",
            False,
        ),
    ],
)
def test_the_heading_of_a_page_says_which_thing_is_meant_but_not_who(
    heading: str, told: str, asked: bool
) -> None:
    assert bool(stems(heading + told, "when")) is asked


def test_a_heading_that_names_the_answer_leaves_no_bare_noun_in_the_question() -> None:
    deed = "W {D:1645|1645 roku} admirał {P:Jan Karol Lis} zajął miasto.\nW {D:1648|1648 roku} wybuchł pożar."
    assert not stems(f"Jan Karol Lis\n\n{deed}", "who")


@pytest.mark.parametrize(
    ("heading", "told", "number"),
    [
        ("Pokój w Żurawnie", "W {D:1454|1454 roku} Związek zajął Toruń i Gniew.", 0),
        ("Pokój w Żurawnie", "Związek zajął w {D:1454|1454 roku} Toruń i Gniew.", 0),
        ("Pokój w Żurawnie", "W {D:1454|1454 roku} Bank zajął Toruń i Gniew.", 0),
        ("Związek Miast", "W {D:1454|1454 roku} Związek zajął Toruń i Gniew.", 1),
    ],
)
def test_a_body_shortened_to_its_noun_is_clear_only_where_the_heading_has_it(
    heading: str, told: str, number: int
) -> None:
    marked = f"{heading}\n\nMiasta zebrały się w Związku Miast.\n{told}"
    assert len(stems(marked, "when")) == number


def test_a_heading_does_not_say_whose_ashes_are_meant() -> None:
    told = "Książę pióra i szabli\n\nW {D:1829|1829 roku} prochy przeniesiono do katedry w Gnieźnie."
    assert stems(told, "when") == []
