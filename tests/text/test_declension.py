"""Names and offices in the oblique cases: genitive, dative, accusative, instrumental, locative."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.text.names.declension import decline_name, decline_office

CASES = ("gen", "dat", "acc", "inst", "loc")

NAMES = """
m | Stefan Batory | Stefana Batorego | Stefanowi Batoremu | Stefana Batorego | Stefanem Batorym | Stefanie Batorym
m | Zygmunt III Waza | Zygmunta III Wazy | Zygmuntowi III Wazie | Zygmunta III Wazę | Zygmuntem III Wazą | Zygmuncie III Wazie
m | Kazimierz Wielki | Kazimierza Wielkiego | Kazimierzowi Wielkiemu | Kazimierza Wielkiego | Kazimierzem Wielkim | Kazimierzu Wielkim
m | Jan z Czarnkowa | Jana z Czarnkowa | Janowi z Czarnkowa | Jana z Czarnkowa | Janem z Czarnkowa | Janie z Czarnkowa
m | Ryszard Lwie Serce | Ryszarda Lwie Serce | Ryszardowi Lwie Serce | Ryszarda Lwie Serce | Ryszardem Lwie Serce | Ryszardzie Lwie Serce
m | Tadeusz Kościuszko | Tadeusza Kościuszki | Tadeuszowi Kościuszce | Tadeusza Kościuszkę | Tadeuszem Kościuszką | Tadeuszu Kościuszce
m | Otto von Bismarck | Ottona von Bismarcka | Ottonowi von Bismarckowi | Ottona von Bismarcka | Ottonem von Bismarckiem | Ottonie von Bismarcku
m | J. Piłsudski | J. Piłsudskiego | J. Piłsudskiemu | J. Piłsudskiego | J. Piłsudskim | J. Piłsudskim
m | Edward Rydz-Śmigły | Edwarda Rydza-Śmigłego | Edwardowi Rydzowi-Śmigłemu | Edwarda Rydza-Śmigłego | Edwardem Rydzem-Śmigłym | Edwardzie Rydzu-Śmigłym
m | Max Weygand | Maxa Weyganda | Maxowi Weygandowi | Maxa Weyganda | Maxem Weygandem | Maxie Weygandzie
m | Robert Van Dupuy | Roberta Van Dupuya | Robertowi Van Dupuyowi | Roberta Van Dupuya | Robertem Van Dupuyem | Robercie Van Dupuyu
m | Kara Mustafa | Kary Mustafy | Karze Mustafie | Karę Mustafę | Karą Mustafą | Karze Mustafie
f | Maria Skłodowska-Curie | Marii Skłodowskiej-Curie | Marii Skłodowskiej-Curie | Marię Skłodowską-Curie | Marią Skłodowską-Curie | Marii Skłodowskiej-Curie
f | Emilia Plater | Emilii Plater | Emilii Plater | Emilię Plater | Emilią Plater | Emilii Plater
f | Katarzyna II | Katarzyny II | Katarzynie II | Katarzynę II | Katarzyną II | Katarzynie II
f | Henryka Pustowójtówna | Henryki Pustowójtówny | Henryce Pustowójtównie | Henrykę Pustowójtównę | Henryką Pustowójtówną | Henryce Pustowójtównie
f | Lise Meitner | Lise Meitner | Lise Meitner | Lise Meitner | Lise Meitner | Lise Meitner
f | Bona Sforza | Bony Sforzy | Bonie Sforzy | Bonę Sforzę | Boną Sforzą | Bonie Sforzy
"""  # noqa: E501

OFFICES = """
król Polski | króla Polski | królowi Polski | króla Polski | królem Polski | królu Polski
wielki książę litewski | wielkiego księcia litewskiego | wielkiemu księciu litewskiemu | wielkiego księcia litewskiego | wielkim księciem litewskim | wielkim księciu litewskim
hetman wielki koronny | hetmana wielkiego koronnego | hetmanowi wielkiemu koronnemu | hetmana wielkiego koronnego | hetmanem wielkim koronnym | hetmanie wielkim koronnym
minister spraw zagranicznych | ministra spraw zagranicznych | ministrowi spraw zagranicznych | ministra spraw zagranicznych | ministrem spraw zagranicznych | ministrze spraw zagranicznych
podkanclerzy | podkanclerzego | podkanclerzemu | podkanclerzego | podkanclerzym | podkanclerzym
przewodniczący Rady Państwa | przewodniczącego Rady Państwa | przewodniczącemu Rady Państwa | przewodniczącego Rady Państwa | przewodniczącym Rady Państwa | przewodniczącym Rady Państwa
generał brygady | generała brygady | generałowi brygady | generała brygady | generałem brygady | generale brygady
generał-gubernator | generała-gubernatora | generałowi-gubernatorowi | generała-gubernatora | generałem-gubernatorem | generale-gubernatorze
hrabia | hrabiego | hrabiemu | hrabiego | hrabią | hrabi
ksiądz | księdza | księdzu | księdza | księdzem | księdzu
królowa Szwecji | królowej Szwecji | królowej Szwecji | królową Szwecji | królową Szwecji | królowej Szwecji
caryca | carycy | carycy | carycę | carycą | carycy
I sekretarz partii | I sekretarza partii | I sekretarzowi partii | I sekretarza partii | I sekretarzem partii | I sekretarzu partii
Naczelnik Państwa | Naczelnika Państwa | Naczelnikowi Państwa | Naczelnika Państwa | Naczelnikiem Państwa | Naczelniku Państwa
najwyższy dowódca floty | najwyższego dowódcy floty | najwyższemu dowódcy floty | najwyższego dowódcę floty | najwyższym dowódcą floty | najwyższym dowódcy floty
"""  # noqa: E501


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize("row", rows(NAMES), ids=lambda row: row[1])
def test_a_name_is_declined_as_a_teacher_declines_it(row):
    gender, nominative, *forms = row
    assert [decline_name(nominative, gender, case) for case in CASES] == forms


@pytest.mark.parametrize("row", rows(OFFICES), ids=lambda row: row[0])
def test_an_office_is_declined_by_its_head_and_what_agrees_with_it(row):
    nominative, *forms = row
    assert [decline_office(nominative, case) for case in CASES] == forms


@pytest.mark.parametrize("name", ["Kwame Nkrumahé", "Wellesley", "Chabannes de Lapalisse"])
def test_a_foreign_name_of_doubtful_declension_is_left_alone(name):
    assert decline_name(name, "m", "inst") is None


def test_nobody_of_unknown_gender_is_declined():
    assert decline_name("Alex Kowalski", "unknown", "gen") is None


def test_what_is_no_office_is_not_declined():
    assert decline_office("bitwa pod Grunwaldem", "gen") is None


def test_the_nominative_is_the_name_itself():
    assert decline_name("Wellesley", "m", "nom") == "Wellesley"


def test_a_case_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="no such case"):
        decline_name("Stefan Batory", "m", "genitive")


@pytest.mark.parametrize("name", ["-Aa", "Ab-C", "Ko"])
def test_a_scrap_of_a_name_is_not_declined(name):
    assert decline_name(name, "m", "gen") is None


@given(st.text(max_size=30), st.sampled_from(("m", "f", "unknown")), st.sampled_from(CASES))
def test_no_text_makes_declension_raise(text, gender, case):
    assert decline_name(text, gender, case) is None or isinstance(decline_name(text, gender, case), str)
    assert decline_office(text, case) is None or isinstance(decline_office(text, case), str)
