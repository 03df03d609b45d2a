"""Offices, ranks and titles: how far they reach, what their nominative is, whose they are."""

from __future__ import annotations

import pytest
from marked import sentences

from quizapp.text.persons import find_persons

# a sentence | the holder | the office as the text words it | its nominative
OFFICES = """
Kpił z nich sędziwy książę de Ligne. | de Ligne | książę | książę
Przybyli Klemens Metternich, gospodarz zjazdu i minister spraw zagranicznych, lord Castlereagh i Adam Zych. | Klemens Metternich | minister spraw zagranicznych | minister spraw zagranicznych
Podziwiano króla Jana III Sobieskiego. | Jan III Sobieski | króla | król
Poselstwo przyjął cesarz rzymski Otton III. | Otton III | cesarz rzymski | cesarz rzymski
Spotkano się z wielkim księciem litewskim Witoldem. | Witold | wielkim księciem litewskim | wielki książę litewski
Poparła go królowa Szwecji Krystyna. | Krystyna | królowa Szwecji | królowa Szwecji
Listy do carycy Katarzyny II spłonęły. | Katarzyna II | carycy | caryca
Zwyciężył hetman wielki koronny Stanisław Żółkiewski. | Stanisław Żółkiewski | hetman wielki koronny | hetman wielki koronny
Zwyciężył hetman polny litewski Krzysztof Radziwiłł. | Krzysztof Radziwiłł | hetman polny litewski | hetman polny litewski
Pisał do podkanclerzego koronnego Piotra Tomickiego. | Piotr Tomicki | podkanclerzego koronnego | podkanclerzy koronny
Rada słuchała kasztelana krakowskiego Jana z Tęczyna. | Jan z Tęczyna | kasztelana krakowskiego | kasztelan krakowski
Ufano wojewodzie sandomierskiemu Jerzemu Mniszchowi. | Jerzy Mniszech | wojewodzie sandomierskiemu | wojewoda sandomierski
Kazania głosił arcybiskup gnieźnieński Jakub Świnka. | Jakub Świnka | arcybiskup gnieźnieński | arcybiskup gnieźnieński
Nuncjusz papieski Achille Ratti pozostał w mieście. | Achille Ratti | Nuncjusz papieski | nuncjusz papieski
Papież Grzegorz VII rzucił klątwę. | Grzegorz VII | Papież | papież
Układy prowadził wielki mistrz krzyżacki Winrich von Kniprode. | Winrich von Kniprode | wielki mistrz krzyżacki | wielki mistrz krzyżacki
Zamek oddał komtur Torunia Johann von Wallenrode. | Johann von Wallenrode | komtur Torunia | komtur Torunia
Rozmawiano z kanclerzem Rzeszy Ottonem von Bismarckiem. | Otto von Bismarck | kanclerzem Rzeszy | kanclerz Rzeszy
Minister spraw wewnętrznych Felicjan Sławoj Składkowski zakazał wieców. | Felicjan Sławoj Składkowski | Minister spraw wewnętrznych | minister spraw wewnętrznych
Prezydentowi Rzeczypospolitej Ignacemu Mościckiemu wręczono listę. | Ignacy Mościcki | Prezydentowi Rzeczypospolitej | prezydent Rzeczypospolitej
Prezesa Rady Ministrów Wincentego Witosa obalono. | Wincenty Witos | Prezesa Rady Ministrów | prezes Rady Ministrów
Ambasador w Paryżu Juliusz Łukasiewicz wysłał depeszę. | Juliusz Łukasiewicz | Ambasador w Paryżu | ambasador w Paryżu
Marszałek Sejmu Maciej Rataj zwołał posłów. | Maciej Rataj | Marszałek Sejmu | marszałek Sejmu
Generał brygady Stanisław Sosabowski wylądował pod Arnhem. | Stanisław Sosabowski | Generał brygady | generał brygady
Gen. bryg. Stanisław Maczek wyzwolił Bredę. | Stanisław Maczek | Gen. bryg. | generał brygady
Obrońców wspierał ks. Ignacy Skorupka. | Ignacy Skorupka | ks. | ksiądz
Zeznawał ppłk Łukasz Ciepliński. | Łukasz Ciepliński | ppłk | podpułkownik
Poległ tam por. Jan Rodowicz. | Jan Rodowicz | por. | porucznik
Relikwie św. Stanisława przeniesiono. | Stanisław | św. | święty
Wykładał prof. Tadeusz Kotarbiński. | Tadeusz Kotarbiński | prof. | profesor
Dobra przejął hr. Andrzej Zamoyski. | Andrzej Zamoyski | hr. | hrabia
Protestował bp Adam Stefan Sapieha. | Adam Stefan Sapieha | bp | biskup
Józef Poniatowski, marszałek Francji, utonął w Elsterze. | Józef Poniatowski | marszałek Francji | marszałek Francji
Jan Zamoyski, kanclerz wielki koronny, założył miasto. | Jan Zamoyski | kanclerz wielki koronny | kanclerz wielki koronny
Ryszarda Kaczorowskiego, prezydenta na uchodźstwie, żegnano z honorami. | Ryszard Kaczorowski | prezydenta | prezydent
Temistokles (strateg ateński) wygrał bitwę. | Temistokles | strateg ateński | strateg ateński
Wódz naczelny, Józef Chłopicki, był niechętny walce. | Józef Chłopicki | Wódz naczelny | wódz naczelny
Arcybiskupem lwowskim mianowano Józefa Bilczewskiego. | Józef Bilczewski | Arcybiskupem lwowskim | arcybiskup lwowski
Mianowano Stefana Czarnieckiego wojewodą kijowskim. | Stefan Czarniecki | wojewodą kijowskim | wojewoda kijowski
W 1922 r. prezydentem wybrano Gabriela Narutowicza. | Gabriel Narutowicz | prezydentem | prezydent
Gabriel Narutowicz został prezydentem Polski. | Gabriel Narutowicz | prezydentem Polski | prezydent Polski
Ministrem skarbu był Władysław Grabski. | Władysław Grabski | Ministrem skarbu | minister skarbu
Karol Wielki koronował się na cesarza. | Karol Wielki | cesarza | cesarz
Napoleon Bonaparte ogłosił się cesarzem Francuzów. | Napoleon Bonaparte | cesarzem Francuzów | cesarz Francuzów
Tytuł hetmana otrzymał Iwan Mazepa. | Iwan Mazepa | hetmana | hetman
Walery Sławek objął urząd premiera. | Walery Sławek | premiera | premier
Funkcję kwatermistrza pełnił Ignacy Prądzyński. | Ignacy Prądzyński | kwatermistrza | kwatermistrz
Stanowisko namiestnika przyjął Agenor Gołuchowski. | Agenor Gołuchowski | namiestnika | namiestnik
Edward Śmigły-Rydz jako marszałek Polski odpowiadał za obronę. | Edward Śmigły-Rydz | marszałek Polski | marszałek Polski
Na czele delegacji polskiej stał Jan Dąbski. | Jan Dąbski | delegacji polskiej | przewodniczący delegacji polskiej
Delegacji tureckiej przewodził Ismet Inönü. | Ismet Inönü | Delegacji tureckiej | przewodniczący delegacji tureckiej
Armią pruską dowodził Gebhard von Blücher. | Gebhard von Blücher | Armią pruską | dowódca armii pruskiej
Komisji Edukacji przewodniczył Michał Poniatowski. | Michał Poniatowski | Komisji Edukacji | przewodniczący Komisji Edukacji
Szef sztabu generalnego Tadeusz Rozwadowski kreślił plany. | Tadeusz Rozwadowski | Szef sztabu generalnego | szef sztabu generalnego
Dowódca 1 Dywizji Pancernej Stanisław Maczek nie wrócił do kraju. | Stanisław Maczek | Dowódca 1 Dywizji Pancernej | dowódca 1 Dywizji Pancernej
I sekretarz KC PZPR Władysław Gomułka przemówił. | Władysław Gomułka | I sekretarz KC PZPR | I sekretarz KC PZPR
Były premier Leszek Miller zeznawał. | Leszek Miller | Były premier | były premier
Trybun ludowy Tyberiusz Grakchus zginął na Forum. | Tyberiusz Grakchus | Trybun ludowy | trybun ludowy
Namiestnik Judei Poncjusz Piłat umył ręce. | Poncjusz Piłat | Namiestnik Judei | namiestnik Judei
Król Macedonii Filip II pokonał Ateńczyków. | Filip II | Król Macedonii | król Macedonii
Elektor saski Fryderyk August I zabiegał o koronę. | Fryderyk August I | Elektor saski | elektor saski
Sekretarz generalny ONZ Dag Hammarskjöld zginął w katastrofie. | Dag Hammarskjöld | Sekretarz generalny ONZ | sekretarz generalny ONZ
Generał-gubernator Hans Frank mieszkał na Wawelu. | Hans Frank | Generał-gubernator | generał-gubernator
Ludowy komisarz obrony Klimient Woroszyłow odebrał defiladę. | Klimient Woroszyłow | Ludowy komisarz obrony | ludowy komisarz obrony
Wicekról Indii lord Louis Mountbatten ogłosił podział. | Louis Mountbatten | Wicekról Indii | wicekról Indii
Rotmistrz Witold Pilecki dał się aresztować. | Witold Pilecki | Rotmistrz | rotmistrz
Nowym kanclerzem Niemiec został Konrad Adenauer. | Konrad Adenauer | kanclerzem Niemiec | kanclerz Niemiec
"""  # noqa: E501


def holders(text):
    return {
        (person.name, role.span.text, role.nominative)
        for person in find_persons(text, sentences(text))
        for role in person.roles
    }


def rows(table):
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize("row", rows(OFFICES), ids=lambda row: row[2])
def test_an_office_is_found_with_its_holder_and_given_in_the_nominative(row):
    text, *expected = row
    assert tuple(expected) in holders(text)


def test_an_enumeration_of_offices_and_names_is_read_in_pairs():
    text = (
        "Układ podpisali minister spraw zagranicznych Francji, Aristide Briand, szef niemieckiej dyplomacji, "
        "kanclerz Gustav Stresemann, a także premier Belgii, hrabia Henri Carton."
    )
    assert {(name, office) for name, office, _ in holders(text)} == {
        ("Aristide Briand", "minister spraw zagranicznych Francji"),
        ("Gustav Stresemann", "szef niemieckiej dyplomacji"),
        ("Gustav Stresemann", "kanclerz"),
        ("Henri Carton", "premier Belgii"),
        ("Henri Carton", "hrabia"),
    }


def test_an_enumeration_may_put_the_names_first():
    text = "Przybyli: Jan Zamoyski, kanclerz wielki, Stanisław Żółkiewski, hetman polny, i Piotr Myszkowski."
    assert {(name, office) for name, office, _ in holders(text)} == {
        ("Jan Zamoyski", "kanclerz wielki"),
        ("Stanisław Żółkiewski", "hetman polny"),
    }


def test_all_who_lead_a_delegation_together_lead_it():
    text = "Delegacji brytyjskiej przewodzili Winston Churchill, Anthony Eden i Clement Attlee."
    assert {name for name, _, _ in holders(text)} == {"Winston Churchill", "Anthony Eden", "Clement Attlee"}


def test_the_relative_clause_speaks_of_the_name_before_it():
    text = "Wrócił Henryk Walezy, którego w 1573 r. wybrano na króla."
    assert ("Henryk Walezy", "króla", "król") in holders(text)


def test_the_next_sentence_may_leave_its_subject_unsaid():
    text = "Ignacy Paderewski wrócił do kraju.\nW styczniu został premierem."
    assert ("Ignacy Paderewski", "premierem", "premier") in holders(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ministrowie spraw zagranicznych obradowali, a Jan Zamoyski milczał.",
        "Następcą króla nie został nikt, choć Jan Zamoyski miał nadzieję.",
        "Jan Zamoyski i Stefan Batory rozmawiali.\nPotem został hetmanem.",
        "Stefan Batory żył skromnie. Starosta ukradł mu konia.",
        "Pomnik króla stoi obok domu, w którym mieszkał Jan Matejko.",
    ],
)
def test_an_office_whose_holder_is_in_doubt_is_nobodys(text):
    assert holders(text) == set()
