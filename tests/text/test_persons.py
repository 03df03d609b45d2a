"""Names of persons: which words are names, whose they are, and what their nominative is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import sentences

from quizapp.text.persons import find_persons
from quizapp.text.spans import Span

NAMES = """
Aleksandra Macedońskiego | Aleksander Macedoński | m
Aleksandrowi Wielkiemu | Aleksander Wielki | m
Andrzeja Frycza Modrzewskiego | Andrzej Frycz Modrzewski | m
Anny Jagiellonki | Anna Jagiellonka | f
Anną Austriaczką | Anna Austriaczka | f
Tyberiusza Grakcha | Tyberiusz Grakch | m
Augusta II Mocnego | August II Mocny | m
Barbary Radziwiłłówny | Barbara Radziwiłłówna | f
Bartłomieja Nowodworskiego | Bartłomiej Nowodworski | m
Benita Mussoliniego | Benito Mussolini | m
Bolesława Krzywoustego | Bolesław Krzywousty | m
Bolesławowi Śmiałemu | Bolesław Śmiały | m
Bony Sforzy | Bona Sforza | f
Charles'a de Gaulle'a | Charles de Gaulle | m
Cypriana Kamila Norwida | Cyprian Kamil Norwid | m
Dariusza III | Dariusz III | m
Clare Hollingworth | Clare Hollingworth | f
Davida Lloyda George'a | David Lloyd George | m
Dymitra Samozwańca | Dymitr Samozwaniec | m
Elizą Orzeszkową | Eliza Orzeszkowa | f
Elżbiety I | Elżbieta I | f
Elżbiety Łokietkówny | Elżbieta Łokietkówna | f
Emila Zoli | Emil Zola | m
Ernesta Malinowskiego | Ernest Malinowski | m
Ferdynanda Magellana | Ferdynand Magellan | m
Georga Friedricha Müllera | Georg Friedrich Müller | m
Carlowi Theodorowi Körnerowi | Carl Theodor Körner | m
Florence Nightingale | Florence Nightingale | f
Franciszka Józefa I | Franciszek Józef I | m
Fryderyka Barbarossy | Fryderyk Barbarossa | m
Fryderyka Chopina | Fryderyk Chopin | m
Gajusza Mariusza | Gajusz Mariusz | m
Gabriela Narutowicza | Gabriel Narutowicz | m
Galileusza | Galileusz | m
George'a Washingtona | George Washington | m
Giuseppe Garibaldiego | Giuseppe Garibaldi | m
Godfryda z Bouillon | Godfryd z Bouillon | m
Henryka Pobożnego | Henryk Pobożny | m
Henryka Walezego | Henryk Walezy | m
Henrykiem VIII | Henryk VIII | m
Hernána Cortésa | Hernán Cortés | m
Ignacego Daszyńskiego | Ignacy Daszyński | m
Indiry Gandhi | Indira Gandhi | f
Iwana Groźnego | Iwan Groźny | m
Iwanem III Srogim | Iwan III Srogi | m
Izabelą Czartoryską | Izabela Czartoryska | f
J. Piłsudskiego | J. Piłsudski | m
Jadwigi Andegaweńskiej | Jadwiga Andegaweńska | f
Jana Chryzostoma Paska | Jan Chryzostom Pasek | m
Jana Husa | Jan Hus | m
Jana II Kazimierza | Jan II Kazimierz | m
Jana Kochanowskiego | Jan Kochanowski | m
Jana Zamoyskiego | Jan Zamoyski | m
Jana bez Ziemi | Jan bez Ziemi | m
Jeremiego Wiśniowieckiego | Jeremi Wiśniowiecki | m
Joachima Lelewela | Joachim Lelewel | m
Joanny d'Arc | Joanna d'Arc | f
Jerzego Ossolińskiego | Jerzy Ossoliński | m
Johna Fitzgeralda Kennedy'ego | John Fitzgerald Kennedy | m
Józefa Piłsudskiego | Józef Piłsudski | m
Józefa Bema | Józef Bem | m
Juliusza Słowackiego | Juliusz Słowacki | m
Karola Marksa | Karol Marks | m
Karola Młota | Karol Młot | m
Karola Wielkiego | Karol Wielki | m
Karolem Gustawem | Karol Gustaw | m
Kazimierza Jagiellończyka | Kazimierz Jagiellończyk | m
Konrada Mazowieckiego | Konrad Mazowiecki | m
Krzysztofa Kolumba | Krzysztof Kolumb | m
Lecha Wałęsy | Lech Wałęsa | m
Leona Sapiehy | Leon Sapieha | m
Michała Anioła | Michał Anioł | m
Ludwika Waryńskiego | Ludwik Waryński | m
Ludwikowi XIV | Ludwik XIV | m
Marcina Lutra | Marcin Luter | m
Marii Antoniny | Maria Antonina | f
Marii Konopnickiej | Maria Konopnicka | f
Marii Skłodowskiej-Curie | Maria Skłodowska-Curie | f
Maksymiliana Robespierre'a | Maksymilian Robespierre | m
Maurycego Mochnackiego | Maurycy Mochnacki | m
Mieszka Starego | Mieszko Stary | m
Mieszkowi I | Mieszko I | m
Mikołaja Kopernika | Mikołaj Kopernik | m
Mikołajowi II | Mikołaj II | m
Napoleona III | Napoleon III | m
Ottona von Bismarcka | Otto von Bismarck | m
Piotra Skargi | Piotr Skarga | m
Piusem IX | Pius IX | m
Ramzesa II | Ramzes II | m
Richarda Nixona | Richard Nixon | m
Ryszarda Lwie Serce | Ryszard Lwie Serce | m
Sokratesa | Sokrates | m
Stanisława Augusta Poniatowskiego | Stanisław August Poniatowski | m
Stanisława Staszica | Stanisław Staszic | m
Stefana „Grota” Roweckiego | Stefan Rowecki | m
Stefana Batorego | Stefan Batory | m
Tadeusza Boya-Żeleńskiego | Tadeusz Boy-Żeleński | m
Tomasza z Akwinu | Tomasz z Akwinu | m
Wandy Wasilewskiej | Wanda Wasilewska | f
Wilhelma Orańskiego | Wilhelm Orański | m
Wilhelma Zdobywcę | Wilhelm Zdobywca | m
Wincentego Witosa | Wincenty Witos | m
Włodzimierza Lenina | Włodzimierz Lenin | m
Władysława Jagiełły | Władysław Jagiełło | m
Władysława Łokietka | Władysław Łokietek | m
Władysławem IV Wazą | Władysław IV Waza | m
Winstona Churchilla | Winston Churchill | m
Zawiszy Czarnego | Zawisza Czarny | m
Zygmunta III Wazy | Zygmunt III Waza | m
"""

NOBODY = """
W Krakowie i w Warszawie panował spokój.
Habsburgowie i Hohenzollernowie podzielili się łupem.
Polacy, Niemcy i Rosjanie walczyli nad Wisłą.
Rada Ministrów zebrała się w Pałacu Brühla.
Ulica Jana Matejki prowadzi do placu Kościuszki.
Okręt „Stefan Batory” zawinął do portu.
Konstytucja 3 Maja upadła wraz z Rzecząpospolitą.
W Maju wybuchło powstanie, a w Sierpniu upadło.
Sejm Wielki i Senat uchwaliły ustawę.
Gazeta Warszawska doniosła o klęsce pod Cecorą.
Uniwersytet Jagielloński i Politechnika Lwowska straciły profesorów.
Armia Czerwona wkroczyła na Kresy.
Stany Zjednoczone i Wielka Brytania milczały.
Stocznia Gdańska im. Lenina stanęła.
Most Poniatowskiego wysadzono w powietrze.
Polska Partia Socjalistyczna wezwała do strajku.
Wojna trzydziestoletnia spustoszyła Czechy i Saksonię.
Liga Narodów nałożyła sankcje na Włochy.
Zakon Krzyżacki zajął Pomorze Gdańskie.
Traktat zawarto w Białej Cerkwi.
Pancernik Bismarck zatonął na Atlantyku.
Rzeczpospolita Obojga Narodów sąsiadowała z Portą.
Wielka Wojna z Zakonem trwała dwa lata.
Złota Orda najeżdżała Ruś Halicką.
Nobla nie przyznano, a Nagrodę Goncourtów wstrzymano.
"""


def persons_of(text):
    return find_persons(text, sentences(text))


def table(text):
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


@pytest.mark.parametrize("row", table(NAMES), ids=lambda row: row[1])
def test_an_inflected_name_is_given_in_the_nominative_with_its_gender(row):
    inflected, nominative, gender = row
    (person,) = persons_of(f"Dawne kroniki wspominają nieraz {inflected} z wielką czcią.")
    assert [span.text for span in person.mentions] == [inflected]
    assert (person.name, person.gender) == (nominative, gender)


@pytest.mark.parametrize("row", table(NOBODY), ids=lambda row: row[0])
def test_countries_peoples_houses_institutions_and_streets_are_nobody(row):
    assert persons_of(row[0]) == ()


def test_a_surname_alone_and_initials_mean_the_person_named_in_full():
    (person,) = persons_of("Wincenty Witos objął rządy.\nWitosa popierali chłopi.\nW. Witos nie ustąpił.")
    assert [span.text for span in person.mentions] == ["Wincenty Witos", "Witosa", "W. Witos"]


def test_a_ruler_may_be_called_by_the_first_name_or_the_byname_alone():
    (person,) = persons_of("Bolesław Chrobry zajął Pragę.\nPotem Bolesław ją stracił.\nChrobrego pokonano.")
    assert [span.text for span in person.mentions] == ["Bolesław Chrobry", "Bolesław", "Chrobrego"]


def test_two_rulers_of_one_name_are_kept_apart_by_their_numbers():
    first, second = persons_of("Aleksander I pokonał Francję.\nAleksandra II zabito bombą.")
    assert (first.name, second.name) == ("Aleksander I", "Aleksander II")


def test_the_fuller_name_further_on_names_the_person():
    (person,) = persons_of("Bismarck zjednoczył Niemcy.\nKanclerz Otto von Bismarck podał się do dymisji.")
    assert person.name == "Otto von Bismarck"


def test_a_form_that_the_text_shows_in_the_nominative_is_believed():
    (person,) = persons_of("Zwycięstwo przypisano Totili.\nTotila zginął w bitwie, mówił kronikarz Totila.")
    assert person.name == "Totila"


def test_a_name_that_nobody_knows_is_believed_when_the_text_keeps_using_it():
    text = "Wercyngetoryx podniósł bunt.\nRzymianie otoczyli Wercyngetoryxa w twierdzy Alezyi."
    (person,) = persons_of(text)
    assert (person.name, len(person.mentions)) == ("Wercyngetoryx", 2)


def test_a_place_that_nobody_knows_is_nobody_however_often_it_comes():
    assert persons_of("Kirchmund padł po oblężeniu.\nPod Kirchmundem stały działa.\nKirchmund płonął.") == ()


def test_the_same_text_gives_the_same_persons():
    text = "Jan Zamoyski i Stefan Batory ruszyli pod Psków.\nBatory zachorował."
    assert persons_of(text) == persons_of(text)


WORDS = st.sampled_from(
    [
        "Jan",
        "Jana",
        "III",
        "von",
        "de",
        "z",
        "„",
        "”",
        "»",
        "«",
        "(",
        ")",
        ",",
        ".",
        "–",
        ":",
        "„Grot”",
        "Kowalski",
        "Kowalskiego",
        "król",
        "gen.",
        "św.",
        "J.",
        "i",
        "a",
        "oraz",
        "na",
        "czele",
        "został",
        "mianowano",
        "królem",
        "Polski",
        "delegacji",
        "przewodził",
        "którego",
        "jako",
        "urząd",
        "Piłsudskiego",
        "Anna",
        "d'Arc",
        "1410",
        "I",
    ]
)


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200))
def test_spans_are_verbatim_and_names_of_two_persons_never_overlap(text):
    lines = (Span.of(text, 0, len(text)),) if text else ()
    persons = find_persons(text, lines)
    spans = sorted(span for person in persons for span in person.mentions)
    assert all(span.is_verbatim_in(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(role.span.is_verbatim_in(text) for person in persons for role in person.roles)
    assert len({person.id for person in persons}) == len(persons)


@pytest.mark.parametrize(
    "piece", ["A", "Aa ", "J. ", "Jan z ", "Jan von ", "gen. ", "król Polski i ", "A-", "A'"]
)
def test_a_long_text_of_nothing_but_one_piece_is_read_to_its_end(piece):
    text = piece * (100_000 // len(piece))
    assert find_persons(text, (Span.of(text, 0, len(text)),)) is not None


def test_who_is_called_by_his_estate_is_who_was_said_to_hold_it():
    text = "Poparto Adama Kosa, księcia Fonti.\nWiosną obwołano królem księcia Fonti.\nKsiążę Fonti odpłynął."
    (person,) = find_persons(text, sentences(text))
    assert person.name == "Adam Kos"
    assert [mention.text for mention in person.mentions] == ["Adama Kosa", "Fonti", "Fonti"]


def test_an_estate_that_two_have_held_tells_nobody():
    text = "Poparto Adama Kosa, księcia Fonti, i Jana Wilka, księcia Fonti.\nKsiążę Fonti odpłynął."
    assert {len(person.mentions) for person in find_persons(text, sentences(text))} == {1}
