"""Offices with places that nobody knows or in quotation marks, set off or given by a verb."""

from __future__ import annotations

import pytest
from marked import sentences

from quizapp.text.persons import find_persons

# a sentence | the holder | the office as the text words it | its nominative
OFFICES = """
Walczono z tyranem Ferei Aleksandrem. | Aleksander | tyranem Ferei | tyran Ferei
Sądowi przewodniczył biskup Beauvoir Pierre Cochon. | Pierre Cochon | biskup Beauvoir | biskup Beauvoir
Etruskom przewodził król Cluvium Porseda. | Porseda | król Cluvium | król Cluvium
Dworem rządziła cesarzowa wdowa Cehi. | Cehi | cesarzowa wdowa | cesarzowa wdowa
Spór toczono z księciem Sudermanii Karolem. | Karol | księciem Sudermanii | książę Sudermanii
Pisano do hrabiego Essex, Roberta Deverella. | Robert Deverell | hrabiego Essex | hrabia Essex
Rozmowy prowadził William Cecil, baron Burghley. | William Cecil | baron Burghley | baron Burghley
List wysłano do Jana, księcia Bedford, do Paryża. | Jan | księcia Bedford | książę Bedford
Naradzał się szef Foreign Office Austen Chamberlain. | Austen Chamberlain | szef Foreign Office | szef Foreign Office
Przemawiał redaktor naczelny „Gońca Wieczornego” Jan Kos. | Jan Kos | redaktor naczelny „Gońca Wieczornego” | redaktor naczelny „Gońca Wieczornego”
Wiosną przewodniczący „Jedności” Lech Wilk zabrał głos. | Lech Wilk | przewodniczący „Jedności” | przewodniczący „Jedności”
Insygnia oddał prezydent na uchodźstwie Ryszard Kos. | Ryszard Kos | prezydent na uchodźstwie | prezydent na uchodźstwie
Jan Kos był posłem na Sejm Krajowy. | Jan Kos | posłem na Sejm Krajowy | poseł na Sejm Krajowy
Leszkowi Kosowi powierzył urzędy wicepremiera i ministra finansów. | Leszek Kos | wicepremiera | wicepremier
Leszkowi Kosowi powierzył urzędy wicepremiera i ministra finansów. | Leszek Kos | ministra finansów | minister finansów
Senat uznał Trebona za cesarza. | Trebon | cesarza | cesarz
Jana Kosa wybrano dwa lata później regentem Węgier. | Jan Kos | regentem Węgier | regent Węgier
Ślub wzięła z owdowiałym królem Polski Zygmuntem I. | Zygmunt I | królem Polski | król Polski
Ministrem mianowany hrabia Jan Kos odmówił. | Jan Kos | hrabia | hrabia
Pierwszym głównym negocjatorem został Jan Kos. | Jan Kos | głównym negocjatorem | główny negocjator
Przemawiał lord admirał Charles Howard. | Charles Howard | lord admirał | lord admirał
Jan Kos, wówczas już pułkownik, odpisał. | Jan Kos | pułkownik | pułkownik
Adam Kos, przez piętnaście lat jej sekretarz, milczał. | Adam Kos | sekretarz | sekretarz
Poparł go Adam Kos, ongiś starosta Krosna. | Adam Kos | starosta Krosna | starosta Krosna
Było to dzieło Adama Kosa, biskupa krakowskiego i do niedawna kanclerza wielkiego koronnego. | Adam Kos | kanclerza wielkiego koronnego | kanclerz wielki koronny
Było to dzieło Adama Kosa, do niedawna kanclerza wielkiego koronnego. | Adam Kos | kanclerza wielkiego koronnego | kanclerz wielki koronny
Wilka pokonał Adam Kos, biskup krakowski i niegdyś kanclerz wielki koronny. | Adam Kos | kanclerz wielki koronny | kanclerz wielki koronny
Poparł go Adam Kos, syn Ottona, biskupa bamberskiego. | Otton | biskupa bamberskiego | biskup bamberski
Był ministrem w rządzie prezydenta Adama Wilka. | Adam Wilk | prezydenta | prezydent
Obradom przewodniczył Jan Kos, arcybiskup Reims. | Jan Kos | arcybiskup Reims | arcybiskup Reims
Przybył premier Izraela Jan Kos z żoną. | Jan Kos | premier Izraela | premier Izraela
Wilecki Zbigniew h. Ostoja, biskup lubelski, był posłem. | Zbigniew Wilecki | biskup lubelski | biskup lubelski
Wilecki Zbigniew herbu Dębno, biskup lubelski, był posłem. | Zbigniew Wilecki | biskup lubelski | biskup lubelski
Mowę wygłosił Adam Kos, biskup lubelski, kardynał, jeden z posłów. | Adam Kos | kardynał | kardynał
Mowy wygłosili Adam Kos, biskup lubelski, starosta, Piotr Wilk, i inni. | Piotr Wilk | starosta | starosta
Armię prowadził beotarcha Epikurnos. | Epikurnos | beotarcha | beotarcha
Politykę prowadził kardynał Richelieu. | Richelieu | kardynał | kardynał
Spocząć miała obok księcia małżonka Alberta. | Albert | księcia małżonka | książę małżonek
Ugodę wymógł na Józefie I król szwedzki Karol XII. | Karol XII | król szwedzki | król szwedzki
"""  # noqa: E501


def holders(text):
    return {
        (person.name, role.span.text, role.nominative)
        for person in find_persons(text, sentences(text))
        for role in person.roles
    }


def rows(table):
    return [[cell.strip() for cell in line.split("|")] for line in table.splitlines() if line.strip()]


@pytest.mark.parametrize("row", rows(OFFICES), ids=lambda row: row[2])
def test_an_office_is_found_to_its_end_with_its_holder(row):
    text, *expected = row
    assert tuple(expected) in holders(text)


def test_an_entry_goes_on_with_whom_its_head_names():
    text = (
        "Nowak Jan (1901–1980), chemik.\nOd 1923 był dyrektorem technicznym.\nKos powierzył mu tekę ministra."
    )
    found = {(name, office) for name, office, _ in holders(text)}
    assert ("Jan Nowak", "dyrektorem technicznym") in found


# a text | the office that whom it gives it to must not be | "-" if nobody's, else the holder
GIVEN_TO_ANOTHER = """
Nowak Jan (1901–1980), chemik. W 1923 roku profesor Adam Kos ściągnął go do huty, powierzając mu stanowisko dyrektora technicznego. | dyrektora technicznego | Jan Nowak
Ród był stary. Adam Kos ściągnął go do huty, powierzając mu stanowisko dyrektora. | dyrektora | -
Jan Nowak wrócił. Adam Kos spotkał Piotra Wilka, oddając mu urząd starosty. | starosty | -
Jan Nowak wrócił. Adam Kos wezwał go do stolicy, proponując mu tekę ministra. | ministra | -
Adam Kos wezwał go do stolicy i zaproponował mu tekę ministra. | ministra | -
Adam Kos opuścił obóz, nadając Piotrowi Wilkowi godność hetmana. | hetmana | Piotr Wilk
Adam Kos wrócił do stolicy, obejmując urząd starosty. | starosty | Adam Kos
Jan Nowak żył długo. Gdy cesarz Adam Kos opanował wyspę, dowodził tam legionem pieszym. Konsulem został później. | Konsulem | -
Jan Nowak żył długo. Gdy cesarz Adam Kos opanował wyspę, dowodził tam legionem pieszym. | legionem pieszym | -
Jan Nowak żył długo. Dwa lata później zginął, kiedy rządził Adam Kos. Konsulem był krótko. | Konsulem | -
Jan Nowak rósł w mieście. Rysunku uczył go Adam Kos. Współobywatele powierzyli mu godność ławnika. | ławnika | -
"""  # noqa: E501


@pytest.mark.parametrize("row", rows(GIVEN_TO_ANOTHER), ids=lambda row: row[0])
def test_an_office_is_not_who_gives_it(row):
    text, office, holder = row
    found = {name for name, said, _ in holders(text.replace(". ", ".\n")) if said == office}
    assert found == ({holder} - {"-"})
