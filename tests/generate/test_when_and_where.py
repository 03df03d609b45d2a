# ruff: noqa: E501  (a sentence stays on its line)
from __future__ import annotations

import pytest
from asking import candidates, reasons, stems
from handmade import annotated

from quizapp.generate.facts.gathered import gather
from quizapp.generate.propose import propose
from quizapp.text.annotate import annotate


@pytest.mark.parametrize(
    ("marked", "stem"),
    [
        (
            "{D:1683-09-12|12 września 1683 roku} wojska sprzymierzone pokonały Turków pod Wiedniem.",
            "Którego dnia wojska sprzymierzone pokonały Turków pod Wiedniem?",
        ),
        (
            "Wojna północna rozpoczęła się w {D:1700-02|lutym 1700 r.}",
            "W którym miesiącu i roku rozpoczęła się wojna północna?",
        ),
        (
            "Bitwa pod Kircholmem rozegrała się {D:1605-09-27|27 września 1605 r.}",
            "Którego dnia rozegrała się bitwa pod Kircholmem?",
        ),
        ("W {D:1364|1364 roku} założono Akademię Krakowską.", "W którym roku założono Akademię Krakowską?"),
        (
            "Sprawozdanie lorda Lyttona Zgromadzenie Ligi Narodów przyjęło {D:1933-02-24|24 lutego 1933 roku}.",
            "Którego dnia Zgromadzenie Ligi Narodów przyjęło sprawozdanie lorda Lyttona?",
        ),
        (
            "Kamieniec Turcy opuścili {D:1699-09-22|22 września 1699 roku}.\nTurcy oddali twierdzę Kamieniec.",
            "Którego dnia Turcy opuścili Kamieniec?",
        ),
        (
            "Do Katowic Wojsko Polskie generała Szeptyckiego wkroczyło {D:1922-06-20|20 czerwca 1922 r.}",
            "Którego dnia Wojsko Polskie generała Szeptyckiego wkroczyło do Katowic?",
        ),
        (
            "Około szóstej wieczorem {D:1830-11-29|29 listopada 1830 r.} podpalono browar na Solcu.",
            "Którego dnia podpalono browar na Solcu?",
        ),
        (
            "Rozbity pod Byczyną, {P:Jan Nowak} wydał {D:1588|w 1588 roku} zamek lubelski.",
            "W którym roku Jan Nowak wydał zamek lubelski?",
        ),
        (
            "{D:1846-02-22|22 lutego 1846 roku} ukonstytuował się Rząd Narodowy w składzie: Jan, Adam i Ewa.",
            "Którego dnia ukonstytuował się Rząd Narodowy?",
        ),
        (
            "W {D:1364|1364 roku} {R:Kazimierz Wielki|król} {P:Kazimierz Wielki} założył w Krakowie akademię.",
            "W którym roku król Kazimierz Wielki założył w Krakowie akademię?",
        ),
        (
            "{P:Fryderyk Chopin} zmarł {D:1849-10-17|17 października 1849 roku} w Paryżu.",
            "W którym roku zmarł Fryderyk Chopin?",
        ),
        (
            "Następnie, {D:1831-09-08?year|8 września}, wojska rosyjskie zajęły Warszawę.",
            "Którego dnia wojska rosyjskie zajęły Warszawę?",
        ),
        (
            "Sejm Wielki uchwalił {D:1791-05-03|3 maja 1791 r.} konstytucję, która zniosła liberum veto.",
            "Którego dnia Sejm Wielki uchwalił konstytucję?",
        ),
        (
            "Dnia {D:1573-01-28|28 stycznia 1573 roku} szlachta zawiązała konfederację warszawską.",
            "Którego dnia szlachta zawiązała konfederację warszawską?",
        ),
        (
            "Gdy armia stanęła pod Moskwą, {D:1610-07-04|4 lipca 1610 r.} husaria rozbiła Szwedów pod Kłuszynem.",
            "Którego dnia husaria rozbiła Szwedów pod Kłuszynem?",
        ),
        (
            "Senat nadał Oktawianowi tytuł Augusta w {D:-0026|27 r. p.n.e.}",
            "W którym roku senat nadał Oktawianowi tytuł Augusta?",
        ),
        (
            "Do ugody polsko-tureckiej doszło {D:1621-10-09|9 października 1621 roku} pod Chocimiem.",
            "Którego dnia doszło do ugody polsko-tureckiej pod Chocimiem?",
        ),
        (
            "Lata nauki; w {D:1364|1364 roku} założono Akademię Krakowską.",
            "W którym roku założono Akademię Krakowską?",
        ),
        (
            "Po długiej zwłoce, w {D:1364|1364 roku} Polacy założyli w Krakowie akademię.",
            "W którym roku Polacy po długiej zwłoce założyli w Krakowie akademię?",
        ),
        (
            "{D:1454-02-07|7 II 1454} – mieszczanie zdobywają zamek krzyżacki.",
            "Którego dnia mieszczanie zdobywają zamek krzyżacki?",
        ),
        (
            "Służbę wojskową {P:Jan Nowak} rozpoczął w {D:1770|1770 r.} w wojsku saskim.",
            "W którym roku Jan Nowak rozpoczął służbę wojskową w wojsku saskim?",
        ),
        (
            "Rząd działał szybko: w {D:1364|1364 roku} założono Akademię Krakowską.",
            "W którym roku założono Akademię Krakowską?",
        ),
        (
            "W {D:1364|1364 roku} założono Akademię Krakowską, jak przekazał kronikarz.",
            "W którym roku założono Akademię Krakowską?",
        ),
        (
            "W {D:1364|1364 roku} Polska wzięła udział w zjeździe monarchów w Krakowie.",
            "W którym roku Polska wzięła udział w zjeździe monarchów w Krakowie?",
        ),
        (
            "Prawa miejskie nadano Gdyni {D:1926-02-10|10 lutego 1926 roku}.",
            "Którego dnia nadano Gdyni prawa miejskie?",
        ),
        (
            "Szwedzi opuścili Warszawę {D:1655-09-08|8 września 1655 roku} o północy czasu miejscowego.",
            "Którego dnia Szwedzi opuścili Warszawę?",
        ),
        (
            "Na początku {D:1944|1944 roku} marsz aliantów na Rzym zatrzymał się pod Cassino.",
            "W którym roku marsz aliantów na Rzym zatrzymał się pod Cassino?",
        ),
        (
            "Pod koniec {D:1944-03|marca 1944 roku} dowódca brytyjskiej armii, {R:Oliver Leese|generał} {P:Oliver Leese}, zaproponował szturm Polakom.",
            "W którym miesiącu i roku dowódca brytyjskiej armii, generał Oliver Leese, zaproponował szturm Polakom?",
        ),
    ],
)
def test_the_date_of_an_event_is_asked_in_good_polish(marked: str, stem: str) -> None:
    assert stems(marked, "when") == [stem]


@pytest.mark.parametrize(
    "marked",
    [
        "W {D:1920|1920 roku} podpisał układ.",
        "W {D:1769|1769 roku} {P:Jan Nowak} wysłał go do Paryża.",
        "{D:1794-05-07|7 maja 1794 roku} naczelnik wydał uniwersał.",
        "Wojska rosyjskie nie zajęły Warszawy {D:1831-09-08|8 września 1831 r.}",
        "Rokowania toczyły się w {D:1648|1648 roku} w Münster.",
        "Powstańcy spod Racławic pamiętali Konstytucję {D:1791-05-03?year|3 maja}.",
        "Król ogłosił {D:1655-07-25|25 lipca 1655 roku}, że pospolite ruszenie złożyło broń.",
        "Przed {D:1410-07-15|15 lipca 1410 roku} wojska królewskie przekroczyły Wisłę.",
        "{D:1919-06-28|28 czerwca 1919 roku} wraz z {P:Roman Dmowski|Romanem Dmowskim} podpisał traktat wersalski.",
        "{D:1945-02-11|11 lutego 1945 r.} przywódcy podpisali protokół.",
        "{D:1363-11-10|10 listopada 1363 roku} po dwóch dniach {P:Jan Nowak} opuścił Kraków.",
        "W {D:1878|1878 r.} pisarka przeniosła się z dziećmi do Warszawy.",
        "Pieśń odśpiewano {D:1910-07-15|15 VII 1910 r.} w Krakowie.",
        "W {D:1939|1939 r.} w Paryżu premierem rządu został gen.",
        "Od {D:1587|1587 roku} wojska szwedzkie parokrotnie najechały Inflanty.",
        "Jesienią, {D:1794-10-10|10 października 1794 r.}, ranny pod Maciejowicami dostał się do rosyjskiej niewoli.",
        "Rano {D:1939-09-17|17 września 1939 r.} Armia Czerwona przekroczyła granicę, wieczorem zajęła Tarnopol.",
        "Po drugim głosowaniu, {D:1990-11-25|25 listopada 1990 r.}, zwycięzcą ogłoszono {P:Jan Nowak|Jana Nowaka}.",
        "Drugie natarcie, podjęte {D:1944-05-17|17 maja 1944 r.}, przyniosło Polakom powodzenie.",
        "Po porażce w wyborach prezydenckich {D:1990-11-25|25 listopada 1990 r.} {P:Jan Nowak} podał się do dymisji.",
        "Układy parafowano w Locarno, a uroczyście podpisano {D:1925-12-01|1 grudnia 1925 roku} w Londynie.",
    ],
)
def test_no_date_is_asked_where_the_sentence_leaves_a_doubt(marked: str) -> None:
    assert stems(marked, "when") == []


def test_the_reason_for_not_asking_is_told() -> None:
    assert reasons("W {D:1920|1920 roku} podpisał układ handlowy z Anglią.") == [
        "O datę nie zapytano: zdanie nie nazywa tego, o kim mówi."
    ]


def test_a_month_is_asked_with_the_right_preposition_and_typed_by_its_name() -> None:
    (candidate,) = candidates("Bitwa pod Wiedniem rozegrała się we {D:1683-09|wrześniu 1683 roku}.", "when")
    assert candidate.item.answer == ("wrzesień 1683 roku", "we wrześniu 1683 roku")


@pytest.mark.parametrize(
    ("marked", "stem"),
    [
        (
            "Konferencja jałtańska odbyła się w dniach {D:1945-02-04/1945-02-11|4–11 lutego 1945 r.} na Krymie.",
            "W jakich dniach odbyła się na Krymie konferencja jałtańska?",
        ),
        (
            "W latach {D:1920/1921|1920–1921} {P:Ignacy Paderewski} reprezentował Polskę w Lidze Narodów.",
            "W jakich latach Ignacy Paderewski reprezentował Polskę w Lidze Narodów?",
        ),
        (
            "Rokowania pokojowe w Münster trwały od {D:1644/1648|1644 do 1648 roku}.",
            "W jakich latach trwały rokowania pokojowe w Münster?",
        ),
        (
            "W nocy z {D:1864-04-10/1864-04-11|10 na 11 kwietnia 1864 roku} został aresztowany w Warszawie.",
            "",
        ),
        ("Zarządzał zamkiem od {D:1644/1648|1644 do 1648 roku}.", ""),
    ],
)
def test_a_stretch_of_time_is_typed(marked: str, stem: str) -> None:
    assert "".join(stems(marked, "how_long")) == stem


LIFE = "{P:Tadeusz Kościuszko} (ur. {D:1746-02-04|4 lutego 1746} w Mereczowszczyźnie, zm. {D:1817-10-15|15 października 1817} w Solurze) – polski generał."


def test_births_and_deaths_in_brackets_are_asked() -> None:
    asked = [
        "Gdzie urodził się Tadeusz Kościuszko?",
        "W którym roku urodził się Tadeusz Kościuszko?",
        "W którym roku zmarł Tadeusz Kościuszko?",
    ]
    assert sorted(stems(LIFE, "birth_and_death")) == asked


def test_of_a_woman_it_is_asked_when_she_was_born() -> None:
    marked = "{P:Maria Konopnicka} (ur. {D:1842|1842}, zm. {D:1910|1910}) – poetka."
    assert sorted(stems(marked, "birth_and_death")) == [
        "W którym roku urodziła się Maria Konopnicka?",
        "W którym roku zmarła Maria Konopnicka?",
    ]


def test_years_in_brackets_without_a_word_are_no_birth_and_death() -> None:
    assert stems("{P:Maria Konopnicka} ({D:1842|1842}–{D:1910|1910}) – poetka.", "birth_and_death") == []


THREE_DATES = """{D:1794-03-24|24 marca 1794 r.} w Krakowie ogłoszono akt insurekcji.
{D:1794-04-04|4 kwietnia 1794 r.} wojska polskie pokonały Rosjan pod Racławicami.
{D:1794-05-07|7 maja 1794 r.} wydano uniwersał połaniecki."""


def test_wrong_dates_are_dates_of_other_events_in_the_order_of_time() -> None:
    options = [candidate.item.options for candidate in candidates(THREE_DATES, "when")]
    assert [[option.text for option in shown] for shown in options] == [
        ["24 marca 1794 r.", "4 kwietnia 1794 r.", "7 maja 1794 r."]
    ] * 3


def test_the_date_of_a_birth_or_death_is_typed_and_stands_among_no_others() -> None:
    text = (
        THREE_DATES
        + "\n{D:1794-06-08|8 czerwca 1794 r.} w Krakowie zmarł {R:Jan Nowak:król|król} {P:Jan Nowak}."
    )
    death = candidates(text, "when")[0:4]
    typed = [candidate.item.stem for candidate in death if not candidate.item.options]
    shown = [option.text for candidate in death for option in candidate.item.options]
    assert typed == ["W którym roku zmarł król Jan Nowak?"]
    assert "8 czerwca 1794 r." not in shown


@pytest.mark.parametrize(
    ("dying", "asked"),
    [
        ("{P:Ewa Lis} odebrała sobie życie w {D:1901|1901 roku}.", []),
        ("{P:Ewa Lis} popełniła samobójstwo w {D:1901|1901 roku}.", []),
        ("W {D:1901|1901 roku} {P:Ewa Lis} poniosła śmierć w Alpach.", []),
        (
            "W {D:1901|1901 roku} {P:Maria Nowak|Nowak} odebrała sobie życie.",
            ["W którym roku Maria Nowak odebrała sobie życie?"],
        ),
    ],
)
def test_a_death_in_other_words_is_asked_only_of_the_hero(dying: str, asked: list[str]) -> None:
    text = (
        "{P:Maria Nowak} urodziła się w Krakowie.\nW {D:1880|1880 roku} {P:Maria Nowak|Nowak} założyła w Wiedniu szkołę.\n"
        "W {D:1890|1890 roku} {P:Maria Nowak|Nowak} namalowała portret cesarza.\n" + dying
    )
    found = [
        one.item.stem for one in propose(annotated(text)).candidates if "1901" in one.item.evidence[0].text
    ]
    assert found == asked


def test_a_date_whose_year_the_heading_says_is_not_chosen_by_its_year() -> None:
    events = """W {D:1780|1780 roku} w Krakowie założono szkołę rycerską.
W {D:1788|1788 roku} wojska polskie zajęły Chełm.
W {D:1794|1794 roku} wojska polskie pokonały Rosjan pod Racławicami."""
    typed = {
        heading: sorted(c.item.stem for c in candidates(heading + events, "when") if not c.item.options)
        for heading in ("", "Powstanie 1794\n")
    }
    assert typed == {  # nor is it a wrong answer to another question
        "": [],
        "Powstanie 1794\n": [
            "Powstanie 1794. W którym roku wojska polskie zajęły Chełm?",
            "Powstanie 1794. W którym roku założono w Krakowie szkołę rycerską?",
            "W którym roku wojska polskie pokonały Rosjan pod Racławicami?",
        ],
    }


def test_a_date_without_two_others_is_typed() -> None:
    (candidate,) = candidates("W {D:1364|1364 roku} założono Akademię Krakowską.", "when")
    assert (candidate.item.type, candidate.item.answer) == ("date", ("1364",))


def test_a_date_of_what_may_be_the_same_event_is_no_wrong_option() -> None:
    marked = (
        THREE_DATES
        + "\n{D:1794-04-05|5 kwietnia 1794 r.} wojska polskie pokonały Rosjan także pod Szczekocinami."
    )
    for candidate in candidates(marked, "when"):
        if "Racławicami" in candidate.item.stem:
            assert "5 kwietnia 1794 r." not in [option.text for option in candidate.item.options]


def test_years_in_which_a_known_ruler_did_not_reign_are_no_wrong_options() -> None:
    told = [
        "W {D:1629|1629 roku} sejm uchwalił w Warszawie nowe podatki.",
        "W {D:1631|1631 roku} spłonął zamek w Gdańsku.",
        "W {D:1633|1633 roku} %s mianował {P:Jan Nowak|Jana Nowaka} hetmanem polnym koronnym.",
        "W {D:1636|1636 roku} kupcy założyli w Toruniu drukarnię.",
        "W {D:1638|1638 roku} w Krakowie otwarto szkołę.",
    ]
    by_king, by_another = (
        next(one.item for one in candidates("\n".join(told) % who, "when") if "hetmanem" in one.item.stem)
        for who in ("{P:Władysław IV}", "{P:Adam Kos}")
    )
    assert [option.text for option in by_king.options] == ["1633", "1636", "1638"]
    assert [option.text for option in by_another.options] == ["1631", "1633", "1636"]


def test_the_three_dates_can_be_put_in_order_and_told_apart() -> None:
    (order,) = candidates(THREE_DATES, "order")
    assert [option.text for option in order.item.options] == [
        "W Krakowie ogłoszono akt insurekcji",
        "Wojska polskie pokonały Rosjan pod Racławicami",
        "Wydano uniwersał połaniecki",
    ]
    assert stems(THREE_DATES, "event_of_date") == ["Które wydarzenie tekst datuje na 24 marca 1794 r.?"]
    assert [option.left for option in candidates(THREE_DATES, "event_and_date")[0].item.options] == [
        option.text for option in order.item.options
    ]


def test_a_statement_is_false_only_by_the_date_of_another_event() -> None:
    for candidate in candidates(THREE_DATES, "true_date"):
        said = candidate.item.stem.rstrip(".") in candidate.item.evidence[0].text
        assert candidate.item.answer == ("Prawda" if said else "Fałsz",)


def test_the_place_is_asked_only_where_it_belongs_to_the_verb() -> None:
    marked = """{P:Adam Adami} urodził się w Ratyzbonie.
Papież {P:Bonifacy IX} zezwolił na utworzenie wydziału teologicznego w Krakowie."""
    assert stems(marked, "where") == ["W którym mieście urodził się Adam Adami?"]


def test_the_place_is_not_asked_for_where_another_stands_beside_it() -> None:
    told = "{P:Adam Adami} (1601–1670) – prawnik.\nW młodości {P:Adam Adami|Adami} studiował w Ratyzbonie%s."
    assert stems(told % "", "where") == ["W którym mieście Adam Adami studiował w młodości?"]
    assert stems(told % ", w Wiedniu pod kierunkiem mistrzów oraz w kolegium", "where") == []


@pytest.mark.parametrize(
    ("did", "is_asked"), [("zajęły", True), ("wzbudziły", False), ("wywołały", False), ("niepokoiły", False)]
)
def test_where_something_was_felt_is_not_asked(did: str, is_asked: bool) -> None:
    marked = f"W {{D:1790|1790 roku}} wojska pruskie {did} w Berlinie arsenał królewski."
    assert bool(stems(marked, "where")) == is_asked


@pytest.mark.parametrize(
    ("named", "is_dated"), [("królewski", True), ("3 maja", False), ("Trzeciego Maja", False)]
)
def test_a_thing_named_after_a_day_gets_no_year_from_the_dates_around(named: str, is_dated: bool) -> None:
    marked = f"W {{D:1790|1790 roku}} sejm zakazał zjazdów, wojska pruskie natomiast zajęły w Krakowie plac {named}."
    assert bool(stems(marked, "where")) == is_dated


def test_where_somebody_died_is_not_asked() -> None:
    assert stems("{P:Adam Adami} zmarł w Ratyzbonie.", "where") == []


def test_a_birth_is_typed_where_the_other_dates_are_of_another_age() -> None:
    text = (
        "Tadeusz Kościuszko urodził się 4 lutego 1746 roku na Polesiu. Wojska polskie pokonały Rosjan pod "
        "Racławicami 4 kwietnia 1794 roku. Powstańcy zdobyli warszawski Arsenał 17 kwietnia 1794 roku."
    )

    born = next(
        c.item for c in propose(annotate(text)).candidates if c.item.stem.startswith("W którym roku urodził")
    )

    assert (born.type, born.options) == ("date", ())


def test_a_month_does_not_pass_over_the_year_said_last_before_it() -> None:
    text = (
        "Traktat lizboński wszedł w życie 1 grudnia 2009 roku. Zmiany uzgodniła Rada Europejska, obradująca w Brukseli "
        "w czerwcu 2007 roku. Tekst traktatu zaakceptowano w październiku w Lizbonie."
    )
    asked = [c.item for c in propose(annotate(text)).candidates]
    assert not any(
        "2009" in answer for item in asked if "zaakceptowano" in item.stem for answer in item.answer
    )


def test_a_day_does_not_take_its_year_from_a_later_one_than_the_heading_says() -> None:
    told = "Traktat z Danią podpisano 5 września w Kilonii. W 1906 roku wybuchły strajki w Kilonii."
    for heading, dated in (("Traktat z 1905 roku", False), ("Traktat z 1906 roku", True)):
        dates = gather(annotate(f"{heading}\n\n{told}")).annotations.dates
        assert ("1906-09-05" in [date.edtf for date in dates]) is dated


def test_a_day_does_not_take_its_year_from_a_look_back() -> None:
    text = (
        "Miasto upadło 29 maja 1453 roku. Sułtan Mehmed II wzniósł w 1452 roku twierdzę nad Bosforem. "
        "Dnia 22 kwietnia Turcy przeciągnęli część okrętów do Złotego Rogu."
    )
    asked = [found.item for found in propose(annotate(text)).candidates]
    assert [item for item in asked if item.type == "date" and "przeciągnęli" in item.stem] == []


def test_kinds_of_people_and_ranks_are_nobody_certain() -> None:
    life = "{P:Jan Nowak} (ur. {D:1850-03-04|4 marca 1850 r.}) był polskim oficerem.\n"
    assert stems(life + "W {D:1880|1880 r.} otrzymał stopień generała porucznika.", "when")[-1:] == [
        "W którym roku Jan Nowak otrzymał stopień generała porucznika?"
    ]
    assert stems("W {D:1318|1318 r.} w Sulejowie odbył się zjazd możnych i rycerstwa.", "when") == [
        "W którym roku w Sulejowie odbył się zjazd możnych i rycerstwa?"
    ]


def test_what_a_sentence_without_a_verb_explains_is_asked_by_its_name() -> None:
    text = "Pokój westfalski – układ kończący wojnę, zawarty {D:1648-10-24|24 października 1648} między Szwecją i Francją."
    assert stems(text, "when_made") == ["Którego dnia zawarto pokój westfalski?"]


@pytest.mark.parametrize(
    "marked",
    [
        "Traktat wiedeński nosi datę {D:1815-06-09|9 czerwca 1815 r.}",
        "W {D:1917|1917 roku} rząd brytyjski wyraził zgodę.",
        "W drodze układu odzyskał w {D:1229-02|lutym 1229 roku} Jerozolimę, Betlejem i Nazaret.",
        "W marcu {D:1933-03|1933 roku} Japonia zapowiedziała wystąpienie.",
        "W lutym {D:1904-02|1904 roku} padła odpowiedź w Tokio.",
        "Komisja Prawdy zaleciła w {D:2009|2009 roku}, aby odsunąć ministra od funkcji publicznych.",
        "Komisja Prawdy zaleciła w {D:2009|2009 roku} ministrowi, aby odszedł.",
        "W {D:1257|1257 roku} {P:Jan Nowak} założył nowe, z wielkim rynkiem.",
        "W {D:1917|1917 roku} {P:Jan Nowak} wyszedł do {P:Adam Zych|Adama Zycha} ze słowami.",
    ],
)
def test_what_is_cut_off_is_not_asked(marked: str) -> None:
    assert stems(marked, "when") == []


def test_an_adjective_of_a_land_tells_one_of_a_name_from_another() -> None:
    told = "{P:Jan Nowak} zmarł.\nW {D:1312|1312 roku} {P:Jan Nowak|Jan} opolski opuścił Kraków."
    assert stems(told, "when") == ["W którym roku Jan opolski opuścił Kraków?"]


@pytest.mark.parametrize(
    ("told", "stem"),
    [
        (
            "W {D:1943-04|kwietniu 1943 roku}, po ujawnieniu zbrodni katyńskiej, Moskwa zerwała stosunki z rządem polskim.",
            "W którym miesiącu i roku Moskwa po ujawnieniu zbrodni katyńskiej zerwała stosunki z rządem polskim?",
        ),
        (
            "{D:1794-10-10|10 października 1794 roku} pod Maciejowicami ranny {P:Tadeusz Kościuszko} dostał się do niewoli.",
            "Którego dnia ranny Tadeusz Kościuszko dostał się do niewoli pod Maciejowicami?",
        ),
    ],
)
def test_who_acts_stands_before_where_and_after_what(told: str, stem: str) -> None:
    assert stems(told, "when") == [stem]


@pytest.mark.parametrize(
    "told",
    [
        "Działalność Komisji Edukacji ustała w {D:1794|1794 roku} wraz z upadkiem powstania kościuszkowskiego.",
        "{P:Justyn} po wstąpieniu na tron w {D:0518|518 roku} usynowił siostrzeńca Justyniana.",
        "W {D:1683-08|sierpniu 1683 roku} {P:Jan Sobieski} wyruszył z Krakowa.",
        "Spór między liberałami a konserwatystami zaostrzył się w {D:1844|1844 roku} w Lucernie.",
    ],
    ids=["another event says when", "the date is of what came before", "whither is not said", "by degrees"],
)
def test_a_date_that_another_event_tells_or_that_is_a_trifle_is_not_asked(told: str) -> None:
    assert stems(told, "when") == []


def test_only_the_first_word_of_a_name_keeps_its_capital() -> None:
    assert stems("Działalność Komisji Edukacji rozpoczęła się w {D:1773|1773 roku}.", "when") == [
        "W którym roku rozpoczęła się działalność Komisji Edukacji?"
    ]
    assert stems("Stolicę Apostolską reprezentował {P:Ercole Consalvi}.", "who") == [
        "Kto reprezentował Stolicę Apostolską?"
    ]


def test_beside_years_before_christ_those_after_say_so_too() -> None:
    marked = (
        "W {D:-0026|27 roku p.n.e.} {P:August} przyjął w Rzymie tytuł cesarza.\n"
        "W {D:-0001|2 roku p.n.e.} {P:August} ogłosił w Rzymie ustawy obyczajowe.\n"
        "W {D:0009|9 roku} {P:August} otworzył w Rzymie nowe forum."
    )
    options = {option.text for one in candidates(marked, "when") for option in one.item.options}
    assert options == {"27 p.n.e.", "2 p.n.e.", "9 n.e."}


@pytest.mark.parametrize(
    ("told", "stem"),
    [
        (
            "Osiem lat później, {D:1343-07-08|8 lipca 1343 roku}, w Kaliszu podpisano pokój kaliski.",
            "Którego dnia podpisano w Kaliszu pokój kaliski?",
        ),
        (
            "Z końcem {D:1924|1924 roku} wygasły pełnomocnictwa drugiego rządu {P:Jan Nowak|Jana Nowaka}.",
            "W którym roku wygasły pełnomocnictwa drugiego rządu Jana Nowaka?",
        ),
    ],
    ids=["counted and said", "the end of a year"],
)
def test_a_date_may_be_led_up_to(told: str, stem: str) -> None:
    text = told.replace(
        "Osiem lat później",
        "W {D:1335|1335 roku} zawarto w Wyszehradzie rozejm.\n{D:1343?day|Osiem lat później}",
    )
    assert stems(text, "when")[-1] == stem


def test_among_other_events_stands_only_what_is_clear_without_the_heading() -> None:
    deeds = "W {{D:1645|1645 roku}} {}.\nW {{D:1647|1647 roku}} {{P:Jan Lis}} zdobył Senglę.\nW {{D:1649|1649 roku}} {{P:Piotr Kos}} zajął Birgu."
    for first, is_asked in (("turecka flota zajęła Gozo", True), ("obrońcy opuścili wyspę", False)):
        assert bool(stems(f"Oblężenie Malty\n\n{deeds.format(first)}", "event_of_date")) is is_asked
