# ruff: noqa: E501  (a sentence stays on its line)
"""Questions in the words and the order that a careful teacher would leave as they are."""

from __future__ import annotations

import re

import pytest
from asking import candidates, stems

from quizapp.generate.facts.gathered import gather
from quizapp.generate.propose import propose
from quizapp.text.annotate import annotate

_LIFE = "{P:Jan Nowak} (ur. {D:1850-03-04|4 marca 1850 r.}) był polskim inżynierem.\n"


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        (
            "Egipskie władze w niepodległym od {D:1922|1922 roku} państwie pilnie strzegły zabytków w Tebach.",
            "when_roughly",
        ),
        ("W bitwie pod Lützen w {D:1632|1632 roku} dowodził {P:Albrecht von Wallenstein}.", "who"),
        ("W marcu {D:1912|1912 roku} ogłoszono wiadomość o sukcesie.", "when"),
        (
            "Wieść o tym dotarła tam {D:1912-11-12|12 listopada 1912 roku}, a ekipa poszukiwawcza odnalazła ciała.",
            "when",
        ),
        ("W {D:1857|1857 roku} otwarto czytelnię, której pomysłodawcą był {P:Antonio Panizzi}.", "who"),
        (
            "W latach {D:1946/1947|1946–1947} po dyskusji w rządzie ostrożnie przewieziono do Wrocławia.",
            "how_long",
        ),
        ("W {D:1926|1926 roku} wyraźnie wzrosło tempo robót w Gdyni.", "when"),
        (
            "Koronację {P:Jan Nowak|Jana Nowaka} w {D:1330|1330 roku} poprzedziły długie starania w Rzymie.",
            "when",
        ),
        ("W {D:1918|1918 roku} ogłoszono w Waszyngtonie deklarację niepodległości.", "when"),
        ("W {D:1676|1676 roku} {P:Jan Nowak} zamieszkał w Paryżu.", "when"),
        ("Część Numidii otrzymał {P:Bokchus}.", "who"),
        ("W {D:1990|1990 roku} w Paryżu w obradach ministrów wziął udział {P:Jan Nowak}.", "who"),
        ("W {D:1376|1376 roku} zastosowano w Niemczech nowe przepisy.", "when"),
        (
            "W {D:1932|1932 roku} {R:Jan Nowak|zastępca komisarza ludowego spraw zagranicznych} {P:Jan Nowak} podpisał pakt.",
            "holder",
        ),
        (
            "Porozumienie zawarto w Belfaście w Wielki Piątek, {D:1998-04-10|10 kwietnia 1998 roku}.",
            "gap_date",
        ),
        ("W {D:1679|1679 roku} przybył do Gdańska {P:Edmond Halley}.", "who"),
        (
            "Na sejmie {D:1668|1668 roku} {P:Jan Nowak} sprzeciwił się żądaniom posła szwedzkiego Adama Lisa.",
            "who",
        ),
        ("W {D:1668|1668 roku} {P:Jan Nowak} opowiedział się na sejmie za Kondeuszem.", "who"),
        ("W {D:1668|1668 roku} {P:Jan Nowak} rozpoczął studia w Padwie.", "who"),
        ("W {D:1793|1793 roku} {P:Jan Nowak} przedstawił dowody premierowi Wielkiej Brytanii.", "who"),
        ("W {D:2001|2001 roku} Polska złożyła w Nowym Jorku dokument ratyfikacyjny.", "which_state"),
        ("W {D:1960|1960 roku} {P:Lise Meitner} przeniosła się do Cambridge.", "when"),
        ("W {D:1575|1575 roku} szlachta w Warszawie odpowiedziała obwołaniem Anny królem.", "when"),
        ("W {D:1935|1935 roku} {P:Jan Nowak} ustąpił ze względu na chorobę.", "when"),
        (
            "Wydał w Paryżu „Księgę”, za co {P:Jan Nowak} w {D:1834|1834 roku} został skazany na śmierć.",
            "when",
        ),
        ("Od {D:1948|1948 roku} Izrael stoczył z sąsiadami kilka wojen.", "gap_date"),
        (
            "Traktat w Verdun – układ synów cesarza.\nW {D:0870|870 roku} stryjowie na mocy traktatu z Meerssen przejęli większość Lotaryngii.",
            "when",
        ),
        ("W {D:2002|2002 roku} {P:Jan Nowak} zamieszkał na stałe w Warszawie.", "who"),
        ("W {D:1905|1905 roku} {P:Jan Nowak} otrzymał Nagrodę Nobla.", "who"),
        (
            "W nocy {D:1666-09-02|2 września 1666 r.} z soboty na niedzielę, wybuchł ogień w piekarni przy Pudding Lane w Londynie.",
            "when",
        ),
        ("{P:Władysław IV}, wybrany w {D:1632|1632 r.}, pokonał pod Smoleńskiem Rosjan.", "who"),
        (
            "Powstanie przyspieszyło natomiast uwłaszczenie chłopów, przeprowadzone w Galicji w {D:1848|1848 roku}.",
            "gap_date",
        ),
        ("W {D:1656|1656 roku} wnuk pierwszego fundatora zamknął przed Szwedami bramę Toruńską.", "when"),
        ("W {D:1698|1698 roku} na łące pod Gdańskiem wyrosło polskie miasteczko z płótna i żerdzi.", "when"),
        ("{P:Jan Nowak} prowadził francuski gabinet od trzech lat.", "who"),
        ("Od roku wojskiem litewskim dowodził hetman {P:Jan Nowak}.", "who"),
        ("W {D:1698|1698 roku} senatorem Rzeczypospolitej został {P:Jan Nowak}.", "who"),
        ("W {D:1698|1698 roku} {P:Jan Nowak} został jednym z trybunów ludowych w Rzymie.", "who"),
        ("W {D:1698|1698 roku} {P:Jan Nowak} został w Krakowie biskupem krakowskim.", "where"),
        (
            "Unia Bałtycka\n\nW {D:1699|1699 roku} król {P:Jan Nowak} zgłosił w Rydze wniosek o głębszą przebudowę.",
            "who",
        ),
        (
            "Unia Bałtycka\n\nW {D:1699|1699 roku} {P:Jan Nowak} zgłosił w Rydze projekt szerokich zmian.",
            "who",
        ),
        (
            "Bezkrólewie\n\nUcieczka {P:Jan Nowak|Jana Nowaka} postawiła w {D:1674|1674 roku} Litwę przed pytaniem, którego nikt nie przewidział: kto ma rządzić?",
            "when",
        ),
        ("Unia Bałtycka\n\nW {D:1699|1699 roku} przyjęto Gabon Północny.", "when"),
        ("Unia Bałtycka\n\nW {D:1699|1699 roku} wcielono Księstwo Kurlandii.", "when"),
        ("Senat w Rzymie, a w maju do Kapui wszedł uroczyście {P:Jan Nowak}.", "who"),
        (
            "Gdańsk\n\nOskarżono go o zdradę i {D:1463-11-01|1 listopada 1463 roku} stracono w Krakowie wraz z synami.",
            "where",
        ),
        ("W {D:1071|1071 roku} {P:Jan Nowak} wyprowadził z Gdańska wojsko liczne, ale niejednolite.", "when"),
    ],
    ids=[
        "date of an adjective",
        "on which side",
        "whose success",
        "whose bodies",
        "when he thought of it",
        "what",
        "by degrees",
        "what went before",
        "whose independence",
        "where he settled",
        "the other part",
        "one of many who took part",
        "which rules",
        "one of many deputies",
        "a day that tells",
        "one of many who came",
        "one of many who opposed",
        "one of many who voted",
        "one of many students",
        "what it proved",
        "one state of many",
        "where one lived",
        "to what",
        "from what office",
        "for what",
        "since when",
        "whose uncles",
        "one of many who settled",
        "one of several laureates",
        "what the date opened",
        "the year of another thing",
        "tied to what went before",
        "whose kin",
        "what grew up",
        "up to when",
        "up to when that was",
        "one of many senators",
        "one of many tribunes",
        "where an office was taken",
        "what was to be rebuilt",
        "what was to be changed",
        "what the question was",
        "who was let in where",
        "what was made part of what",
        "who came where another verb is left out",
        "who was put to death",
        "what the host was not",
    ],
)
def test_what_the_words_do_not_say_clearly_is_not_asked(told: str, rule: str) -> None:
    assert stems(told, rule) == []


def test_a_heroine_is_named_where_the_work_comes_first() -> None:
    text = "Eliza Nowak urodziła się w 1841 roku. Najgłośniejszą powieść, „Nad Niemnem”, wydała w 1888 roku."
    found = [one.item.stem for one in propose(annotate(text)).candidates if "1888" in one.item.answer]
    assert found == ["W którym roku Eliza Nowak wydała najgłośniejszą powieść, „Nad Niemnem”?"]


def test_what_a_minister_did_together_with_another_is_not_the_ministers_deed() -> None:
    text = (
        "Václav Havel urodził się w 1936 roku. W styczniu 1977 roku wraz z filozofem Janem Patočką "
        "i byłym ministrem Jiřím Hájkiem został jednym z pierwszych rzeczników Karty 77."
    )
    found = [one.item for one in propose(annotate(text)).candidates]
    assert "Hájk" not in " ".join(answer for item in found for answer in item.answer)
    assert any("Václav Havel został" in item.stem for item in found)


def test_the_office_of_one_who_was_born_is_not_dated_by_the_birth() -> None:
    told = (
        "{P:Jan Nowak}, {R:Jan Nowak|hetman wielki koronny}, urodził się {D:1542-03-19|19 marca 1542 roku}."
    )
    assert stems(told, "holder") == []


def test_what_came_from_a_society_did_not_come_from_its_member() -> None:
    told = "Od {D:1664|1664 roku} był członkiem Towarzystwa Królewskiego. Z jego ramienia przyjechał do Gdańska w {D:1679|1679 roku} {P:Edmond Halley}."
    assert all("Jana Nowaka" not in stem for stem in stems(_LIFE + told, "when"))


@pytest.mark.parametrize(
    ("told", "accepted"),
    [
        ("Od {D:1921/1933|1921 do 1933 roku} był burmistrzem Krakowa.", "1921–1933"),
        (
            "Od {D:1993-02-02/2003-02-02|2 lutego 1993 do 2 lutego 2003 roku} był prezydentem Czech.",
            "1993–2003",
        ),
    ],
)
def test_years_alone_are_taken_for_what_lasted_years(told: str, accepted: str) -> None:
    (found,) = candidates(_LIFE + told, "how_long")
    assert accepted in found.item.answer


_OF_SEVERAL_YEARS = (
    "W styczniu 1789 roku zniesiono w Warszawie Radę Nieustającą. W maju {} roku uchwalono w Warszawie konstytucję. "
    "W lipcu {} roku król przystąpił w Warszawie do konfederacji targowickiej."
)


@pytest.mark.parametrize(
    ("years", "stem"),
    [
        ((1801, 1815), "W którym roku zniesiono w Warszawie Radę Nieustającą?"),
        ((1789, 1815), "W którym miesiącu i roku zniesiono w Warszawie Radę Nieustającą?"),
    ],
)
def test_the_month_is_asked_only_where_most_happened_in_one_year(years: tuple[int, int], stem: str) -> None:
    text = _OF_SEVERAL_YEARS.format(*years)
    assert stem in [one.item.stem for one in propose(annotate(text)).candidates if one.item.type == "date"]


@pytest.mark.parametrize(
    ("name", "accepted", "refused"),
    [
        ("Justynian I", "Justynian", "Wielki"),
        ("Ludwig Erhard", "Erhard", "Ludwig"),
        ("Antoni Bolesław Nowakowski", "Antoni Nowakowski", "Antoni"),
        ("Gunter z Arles", "Gunter", "Arles"),
        ("Antoniusz Prymus", "Prymus", "Antoniusz"),
        ("Tyberiusz Semproniusz Grakchus", "Tyberiusz Grakchus", "Tyberiusz"),
        ("Karol de Mirand", "de Mirand", "Karol"),
    ],
)
def test_the_name_by_which_one_is_known_is_taken(name: str, accepted: str, refused: str) -> None:
    told = f"{{P:{name}}} wydał w {{D:1532|1532 roku}} w Genewie „Księgę praw”."
    (found,) = [one for one in candidates(told, "who") if not one.item.options]
    assert accepted in found.item.answer
    assert refused not in found.item.answer


@pytest.mark.parametrize(
    ("name", "year", "more"),
    [
        ("Jan III", 1683, {"Jan III Sobieski", "Jan Sobieski", "Sobieski"}),
        ("Zygmunt III", 1600, {"Zygmunt III Waza", "Zygmunt Waza"}),
        ("Iwan IV", 1580, {"Iwan IV Groźny", "Iwan Groźny"}),
        ("Leopold I", 1831, set()),  # not the emperor
    ],
)
def test_what_schoolbooks_call_a_ruler_of_that_time_is_taken(name: str, year: int, more: set[str]) -> None:
    told = f"W Genewie w {{D:{year}|{year} roku}} {{P:{name}}} wydał „Księgę praw”."
    (found,) = [one for one in candidates(told, "who") if not one.item.options]
    assert set(found.item.answer) == {name} | more


def test_a_middle_first_name_alone_is_no_answer() -> None:
    told = "{P:Tomasz Manuel Nowakowski} wydał w {D:1532|1532 roku} w Genewie „Księgę praw”.\nPochwalono {P:Tomasz Manuel Nowakowski|Manuela}."
    (found,) = [one for one in candidates(told, "who") if not one.item.options]
    assert "Nowakowski" in found.item.answer
    assert "Manuel" not in found.item.answer


def test_a_ruler_whom_the_text_calls_by_his_first_name_is_known_by_it() -> None:
    told = "{P:Bolko VIII|Bolko VIII} wydał w {D:1532|1532 roku} w Genewie „Księgę praw”.\nPochwalono {P:Bolko VIII|Bolka}."
    (found,) = candidates(told, "who")
    assert found.item.answer == ("Bolko VIII", "Bolko")


def test_a_ruler_with_a_patronymic_goes_by_his_first_name() -> None:
    told = "{R:Fiodor Borysowicz:car|Car} {P:Fiodor Borysowicz} wydał w {D:1532|1532 roku} w Genewie „Księgę praw”."
    (found,) = [one for one in candidates(told, "who") if not one.item.options]
    assert found.item.answer == ("Fiodor Borysowicz", "Fiodor")


def test_nobody_is_asked_for_by_a_name_that_another_of_the_text_bears_too() -> None:
    told = (
        "{P:Nowak} wydał w {D:1532|1532 roku} w Genewie „Księgę praw”.\nPochwalono {P:Jan Nowak|Jana Nowaka}."
    )
    assert candidates(told, "who") == []


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Odkrycie grobowca Tutanchamona", "Odkrycie grobowca Tutanchamona. W którym roku"),
        ("Pielgrzymi wolności. Wielka Emigracja", "Wielka Emigracja. W którym roku"),
        ("Ostatnia noc w Paryżu", "„Ostatnia noc w Paryżu”. W którym roku"),
        ("Polsko-radziecki pakt o nieagresji", "Polsko-radziecki pakt o nieagresji. W którym roku"),
        ("III wojna punicka", "III wojna punicka. W którym roku"),
        ("Zniesienie poddaństwa w Rosji", "Zniesienie poddaństwa w Rosji. W którym roku"),
        ("Orzeł wylądował. Pierwszy krok na Księżycu", "„Pierwszy krok na Księżycu”. W którym roku"),
    ],
)
def test_the_part_of_a_title_that_says_what_it_is_about_is_said_first(title: str, stem: str) -> None:
    text = f"{title}\n\nW 1917 roku podjęto wykopaliska w Dolinie Królów. Do pracy stanęło wielu robotników."
    found = [one.item.stem for one in propose(annotate(text)).candidates if one.rule == "when"]
    assert found == [f"{stem} podjęto wykopaliska w Dolinie Królów?"]


_OF_A_LIFE = (
    "Jan Karol Nowak\n\nJan Karol Nowak był inżynierem. W 1898 roku założył szkołę w Toruniu. W 1902 roku otworzył teatr "
    "w Krakowie. W 1910 roku w Gdyni zbudowano według jego planów most drogowy. W 1915 roku wydał „Sztukę budowania”. "
    "W 1923 roku zmarł w Gdyni."
)


def test_no_birth_or_death_is_told_as_true_or_false() -> None:
    for seed in (0, 1):
        found = propose(annotate(_OF_A_LIFE), seed=seed).candidates
        said = [one.item.stem for one in found if one.rule == "true_date"]
        assert said
        assert not any("zmarł" in stem for stem in said)


def test_what_was_done_by_nobody_named_follows_its_date() -> None:
    text = (
        "W 1898 roku w Toruniu otwarto szkołę muzyczną. W 1910 roku w Gdyni zbudowano most drogowy. "
        "W 1915 roku w Krakowie założono teatr miejski. W 1923 roku w Sopocie wydano „Sztukę budowania”."
    )
    said = [one.item.stem for one in propose(annotate(text)).candidates if one.rule == "true_date"]
    assert said
    assert all(re.match(r"W \d{4} roku (otwarto|zbudowano|założono|wydano) ", stem) for stem in said)


def test_a_relative_of_the_same_first_name_is_somebody_else() -> None:
    text = (
        "Tytus Flawiusz Wespazjan, cesarz rzymski, urodził się w 9 roku. W 67 roku zdobył Jotapatę. "
        "Wojnę dokończył syn cesarza Tytus, który w 70 roku zdobył Jerozolimę."
    )
    found = [one.item for one in propose(annotate(text)).candidates]
    assert not any("Wespazjan zdobył Jerozolimę" in item.stem for item in found)


def test_of_a_life_only_deeds_of_its_hero_are_told_apart() -> None:
    other = _OF_A_LIFE.replace("otworzył teatr w Krakowie", "Rosja napadła na Mandżurię")
    other = other.replace("wydał „Sztukę budowania”", "wojska zajęły port w Gdyni")
    for text, is_asked in ((_OF_A_LIFE, True), (other, False)):
        found = [one.item.stem for one in propose(annotate(text)).candidates if one.rule == "event_of_date"]
        assert bool(found) is is_asked
        assert all(stem.startswith("Co zrobił Jan Karol Nowak w ") for stem in found)


@pytest.mark.parametrize(
    ("told", "stem"),
    [
        (
            "W układzie zawartym w Alcáçovas {D:1479-09-04|4 września 1479 roku} Kastylia zachowała Wyspy Kanaryjskie.",
            "Którego dnia zawarto układ w Alcáçovas?",
        ),
        (
            "Zgodził się na to traktatem pokojowym, podpisanym {D:1878-03-03|3 marca 1878 roku} w San Stefano pod Stambułem.",
            "Którego dnia podpisano traktat pokojowy w San Stefano?",
        ),
        (
            "Artykuł piąty pokoju wersalskiego, zawartego {D:1783-09-03|3 września 1783 roku} między Wielką Brytanią a Francją, obiecywał zwrot Tobago.",
            "Którego dnia zawarto pokój wersalski między Wielką Brytanią a Francją?",
        ),
        (
            "Pokój wersalski, zawarty między Wielką Brytanią a Francją {D:1783-09-03|3 września 1783 roku}, przywrócił Tobago.",
            "Którego dnia zawarto pokój wersalski między Wielką Brytanią a Francją?",
        ),
        (
            "Król dostał wieść o bitwie morskiej stoczonej pod Oliwą {D:1627-11-28|28 listopada 1627 roku}.",
            "Którego dnia stoczono bitwę morską pod Oliwą?",
        ),
    ],
)
def test_what_a_participle_dates_is_asked_in_whatever_case_it_stands(told: str, stem: str) -> None:
    assert stems(told, "when_made") == [stem]


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (
            "Najwyżej zaszedł {P:Eryk}, władca trzech królestw, koronowany w Kalmarze {D:1397|w 1397 roku}.",
            ["W którym roku koronowano Eryka w Kalmarze?"],
        ),
        (
            "{P:Jan Nowak}, mianowany {D:1940|w 1940 roku} dowódcą Frontu Zachodniego, ruszył na północ.",
            ["W którym roku mianowano Jana Nowaka dowódcą Frontu Zachodniego?"],
        ),
        ("Pomagała mu druga żona, {P:Anna Nowak}, poślubiona {D:1663|w 1663 roku}.", []),
        (
            "Służyć temu miało przymierze z Francją, dzieło kanclerza Prus, zawarte w Wersalu {D:1756|w 1756 roku}.",
            [],
        ),
        ("{P:Jan Nowak} poznał siostrę, koronowaną {D:1663|w 1663 roku} w Krakowie.", []),
    ],
)
def test_of_whom_a_participle_tells_is_asked_when_it_was_done(told: str, asked: list[str]) -> None:
    assert stems(told, "when_made") == asked


def test_the_state_of_one_whom_the_text_leaves_out_is_left_out_too() -> None:
    told = "Ciężko chory, wydał w {D:1881|1881 roku} w Genewie „Księgę praw”."
    assert stems(_LIFE + told, "when")[-1] == "W którym roku Jan Nowak wydał w Genewie „Księgę praw”?"


@pytest.mark.parametrize(("name", "accepted"), [("Claude d’Avaux", "d’Avaux"), ("Pierre d’Ailly", "d’Ailly")])
def test_a_surname_that_begins_with_a_particle_is_taken(name: str, accepted: str) -> None:
    (found,) = candidates(f"W {{D:1635|1635 roku}} {{P:{name}}} wydał w Genewie „Księgę praw”.", "who")
    assert accepted in found.item.answer


def test_who_was_chosen_is_named_in_the_nominative() -> None:
    told = "Król {P:Władysław IV}, wybrany w {D:1632|1632 r.}, pokonał pod Smoleńskiem Rosjan."
    assert stems(told, "when_made") == ["W którym roku został wybrany król Władysław IV?"]


def test_what_may_be_one_word_or_two_is_read_as_one() -> None:
    text = "Maria Nowak, polska poetka, urodziła się w 1923 roku. W 1952 roku wydała debiutancki tom „Pierwsze słowa”."
    found = [one.item.stem for one in propose(annotate(text)).candidates if one.rule == "when"]
    assert "W którym roku Maria Nowak wydała debiutancki tom „Pierwsze słowa”?" in found


def test_who_spoke_there_is_no_part_of_the_place() -> None:
    told = "W wykładzie wygłoszonym {D:1945-12-11|11 grudnia 1945 r.} w Sztokholmie {P:Alexander Fleming|Fleming} przestrzegał lekarzy."
    assert stems(told, "when_made") == ["Którego dnia wygłoszono wykład w Sztokholmie?"]


def test_another_treaty_than_the_one_the_text_is_about_is_not_clear() -> None:
    text = (
        "Układ między Polską a Niemcami z 1970 roku\n\nTak kończył się spór o granicę. W 1950 roku Niemiecka Republika "
        "Demokratyczna zawarła w Zgorzelcu {} układ."
    )
    for which, is_asked in (("odpowiedni", False), ("graniczny", True)):
        found = propose(annotate(text.format(which))).candidates
        assert any(one.rule == "when" for one in found) is is_asked


@pytest.mark.parametrize(
    "told",
    [
        "Opisał ją po wyprawie na Alaskę zwiedzaną w {D:1913|1913 roku}.",
        "Z małżeństwa z Anną Jagiellonką zawartego w {D:1576|1576 roku} nie miał dzieci.",
        "Spokój dało przymierze z Danią, dzieło kanclerza {P:Jan Nowak|Jana Nowaka}, zawarte w Rydze {D:1756-05-01|1 maja 1756 roku}.",
        "Sejm Wielki\n\nPrzepisy zebrano w ustawach ogłoszonych w {D:1783|1783 roku}.",
        "Powstańcy zostali otoczeni pod Gdowem i rozproszeni {D:1846-02-26|26 lutego 1846 roku}.",
    ],
)
def test_what_a_participle_only_describes_is_not_asked(told: str) -> None:
    assert stems(told, "when_made") == []


def test_a_hero_is_asked_for_where_the_text_leaves_out_who_spoke() -> None:
    text = (
        "Jan Nowak, polski kanclerz, urodził się w 1542 roku w Skokówce. W 1594 roku założył akademię. "
        "W akcie fundacyjnym uczelni napisał: „Takie będą Rzeczypospolite, jakie ich młodzieży chowanie”."
    )
    found = [one.item for one in propose(annotate(text)).candidates if one.rule == "author_of_words"]
    assert [item.answer[0] for item in found] == ["Jan Nowak"]


@pytest.mark.parametrize(
    ("title", "clear"),
    [("Bitwa pod Oliwą", "flota"), ("Kongres berliński", "obrady"), ("Powstanie styczniowe", "powstaniec")],
)
def test_what_is_clear_depends_on_what_the_text_is_about(title: str, clear: str) -> None:
    theme = gather(annotate(f"{title}\n\nWszystko zaczęło się w Warszawie.")).theme
    assert theme is not None
    assert theme.nouns & {"flota", "obrady", "powstaniec"} >= {clear}
    assert "powstaniec" not in theme.nouns or clear == "powstaniec"


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ("Spór graniczny w Bawarii trwał czterdzieści pięć lat.", "how_many_days"),
        ("Gdzie indziej nic. W lipcu {D:1626|1626 roku} Szwedzi wylądowali w Piławie.", "where"),
        ("Mąż Marii, {P:Adam Nowak|Adamem Nowakiem} zwany, zmarł w {D:1877|1877 roku}.", "when"),
    ],
    ids=["half a number", "a port", "the death of somebody by the way"],
)
def test_what_is_cut_or_by_the_way_is_not_asked(told: str, rule: str) -> None:
    assert stems(told, rule) == []


def test_what_begins_and_ends_is_not_put_in_order() -> None:
    text = (
        "W {D:1563-04-23|dniu 23 kwietnia 1563 roku} położono kamień węgielny w Escorialu. {D:1571-10-07|7 października 1571 roku} "
        "flota chrześcijan pobiła Turków pod Lepanto. {D:1584-09-13|13 września 1584 roku} ukończono budowę klasztoru w Escorialu."
    )
    assert stems(text, "order") == []


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (
            "W {D:1581|1581 roku} {P:Grzegorz XIII}, {R:Grzegorz XIII|papież}, wysłał na wschód jezuitów z Rzymu.",
            "Który papież",
        ),
        ("W {D:1685|1685 roku} {P:Ludwik XIV} odwołał w Fontainebleau edykt nantejski.", "Który władca"),
        ("W {D:1685|1685 roku} {P:Jan Nowak} otworzył w Fontainebleau szkołę muzyczną.", "Kto"),
    ],
)
def test_who_reigned_is_asked_for_as_a_ruler(told: str, asked: str) -> None:
    (found,) = candidates(told, "who")
    assert found.item.stem.startswith(f"{asked} ")


def test_a_king_is_taken_by_his_first_names() -> None:
    told = "W {D:1765|1765 roku} {P:Stanisław August Poniatowski}, {R:Stanisław August Poniatowski|król}, założył w Warszawie Szkołę Rycerską."
    (found,) = candidates(told, "who")
    assert "Stanisław August" in found.item.answer


def test_who_did_it_without_a_year_is_asked_only_where_a_title_or_a_book_tells_the_deed() -> None:
    told = "Powstanie krakowskie – zbrojne wystąpienie.\nW {{D:1846|1846 roku}} wojska austriackie wkroczyły do Krakowa.\n{}\nW {{D:1848|1848 roku}} otwarto w Krakowie teatr miejski."
    for deed, is_asked in (
        ("{P:Adam Lis} objął w Krakowie urząd burmistrza.", False),
        ("{R:Adam Lis|Pułkownik} {P:Adam Lis} pobił powstańców w Krakowie.", True),
        ("{P:Adam Lis} wydał w Krakowie „{Q|Księgę praw}”.", True),
    ):
        assert bool(stems(told.format(deed), "who")) is is_asked


def test_a_name_of_youth_is_the_heros_too() -> None:
    text = (
        "Stanisław Konarski – reformator szkół\n\nHieronim Konarski urodził się 30 września 1700 roku w Żarczycach. "
        "W 1725 roku wyjechał na studia do Rzymu. W 1740 roku założył w Warszawie Collegium Nobilium."
    )
    found = [one.item for one in propose(annotate(text)).candidates]
    assert any("Stanisław Konarski założył" in item.stem for item in found)
    assert not any("Hieronim Konarski założył" in item.stem for item in found)


def test_words_told_of_their_own_speaker_are_not_asked_about() -> None:
    told = "{P:Oktawian August} chlubił się, że {Q:Oktawian August|zostawia miasto marmurowe, choć otrzymał ceglane}."
    assert stems(told, "author_of_words") == []


def test_words_told_of_nobody_in_particular_are_asked_about() -> None:
    told = "{P:Jan Nowak} mówił potem, że posłów „{Q:Jan Nowak|witano chlebem i solą w każdym mieście nad Wisłą}”."
    assert len(stems(told, "author_of_words")) == 1


@pytest.mark.parametrize(
    ("told", "stem"),
    [
        (
            "W {D:1672|1672 roku} do grona członków Towarzystwa Królewskiego przyjęto {P:Isaac Newton|Isaaca Newtona}.",
            "W którym roku przyjęto Isaaca Newtona do grona członków Towarzystwa Królewskiego?",
        ),
        (
            "Pierwszy kamień pod budowę Cytadeli położył w {D:1832|1832 roku} namiestnik Królestwa Polskiego.",
            "W którym roku namiestnik Królestwa Polskiego położył pierwszy kamień pod budowę Cytadeli?",
        ),
    ],
)
def test_who_was_taken_in_and_who_acts_stand_beside_the_verb(told: str, stem: str) -> None:
    assert stems(told, "when") == [stem]


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        (
            "W {D:1672|1672 roku} do grona członków Towarzystwa przyjęto {P:Isaac Newton|Isaaca Newtona}.",
            "whom",
        ),
        ("W {D:1906|1906 roku} tytuł hrabiego w Petersburgu otrzymał {P:Siergiej Witte}.", "who"),
    ],
    ids=["taken in with others", "a title that many got"],
)
def test_what_many_did_or_bore_is_not_asked(told: str, rule: str) -> None:
    assert stems(told, rule) == []


def test_books_by_the_way_are_not_asked_for_by_their_year() -> None:
    text = (
        "Wojna o Inflanty\n\nW 1577 roku wojska moskiewskie zajęły Windawę. W 1586 roku wydano w Wilnie książkę „Moscovia”. "
        "Jezuita opisał w niej swoje wrażenia."
    )
    assert not any("Moscovia" in one.item.stem for one in propose(annotate(text)).candidates)


def test_who_did_it_as_the_first_is_named() -> None:
    text = (
        "Fridtjof Nansen urodził się w 1861 roku. W 1888 roku z pięcioma towarzyszami jako pierwszy przeszedł w poprzek "
        "lądolód Grenlandii."
    )
    found = [one.item.stem for one in propose(annotate(text)).candidates if "1888" in one.item.answer]
    assert all("Fridtjof Nansen" in stem for stem in found)


def test_a_year_is_in_the_heading_as_a_whole_number() -> None:
    facts = gather(annotate("Powstanie 1794\n\nWszystko zaczęło się w Krakowie."))
    assert facts.is_headed_by(1794)
    assert not facts.is_headed_by(794)


@pytest.mark.parametrize(
    ("told", "stem"),
    [
        (
            "{D:1490-09-21|21 września 1490 roku} koronę włożono na głowę jego młodszego brata, {P:Jan Kos|Jana Kosa}.",
            "Którego dnia włożono koronę na głowę Jana Kosa?",
        ),
        (
            "W {D:1490|1490 roku} zajęto dobra biskupa krakowskiego, {P:Jan Kos|Jana Kosa}.",
            "W którym roku zajęto dobra Jana Kosa?",
        ),
    ],
)
def test_a_name_after_a_comma_stands_for_the_noun_that_it_explains(told: str, stem: str) -> None:
    assert stems(told, "when") == [stem]


def test_an_office_that_one_holds_is_asked_for() -> None:
    told = "W {{D:1798|1798 roku}} {} został {{P:Jan Nowak}}."
    assert stems(told.format("pierwszym konsulem Francji"), "who") != []
    assert stems(told.format("generałem gubernatorem Warszawy"), "who") != []
    assert stems(told.format("konsulem Francji"), "who") == []


def test_of_what_a_change_was_is_said() -> None:
    told = "Unia Bałtycka\n\nW {{D:1699|1699 roku}} {{P:Jan Nowak}} zgłosił w Rydze projekt {}."
    assert stems(told.format("szerokich zmian w statucie"), "who") != []
    assert stems(told.format("głębszej reformy skarbu"), "who") != []
    assert stems(told.format("głębszej reformy"), "who") == []
