"""Names that only their surroundings tell for names, and what their nominative is."""

from __future__ import annotations

import pytest
from marked import sentences

from quizapp.text.persons import find_persons

# a sentence | the words that name somebody | the nominative | the gender
BY_WHAT_STANDS_AROUND = """
Niczego się nie boję, odparł Napoleon i wsiadł na konia. | Napoleon | Napoleon | m
Już w młodości Kazimierz ożenił się z Litwinką. | Kazimierz | Kazimierz | m
Obronę przygotował polemarcha Timokreon, człowiek surowy. | Timokreon | Timokreon | m
Z miasta wygnano Filemnasa, syna garncarza. | Filemnasa | Filemnas | m
Wspominano bezbożność Grubelliusa, norymberskiego drukarza. | Grubelliusa | Grubellius | m
Kazimierz, urodzony w 1201 roku w Kowalu, objął tron. | Kazimierz | Kazimierz | m
Nadeszła wieść, że Napoleon opuścił wyspę. | Napoleon | Napoleon | m
Tron objął jego jedyny syn, Konstanty, który rządził długo. | Konstanty | Konstanty | m
W 1936 Adam Skorek wyjechał za granicę. | Adam Skorek | Adam Skorek | m
Do uczonych należał Piotr Rondel i jego uczniowie. | Piotr Rondel | Piotr Rondel | m
Opiekę nad małoletnią Krystyną powierzono radzie. | Krystyną | Krystyna | f
Zapisał to kronikarz Eutymnios Wyznawca w swej księdze. | Eutymnios Wyznawca | Eutymnios Wyznawca | m
Z tłumu Gruzwert Drincip zastrzelił dwie osoby. | Gruzwert Drincip | Gruzwert Drincip | m
Zatrzymano armię kałgi Kirmura Bereja pod miastem. | Kirmura Bereja | Kirmur Berej | m
Miasto zdobyli Galowie pod wodzą Brenkusa, a potem odeszli. | Brenkusa | Brenkus | m
Do obozu wkradł się nocą Grumucjusz z nożem. | Grumucjusz | Grumucjusz | m
Dworem rządziła cesarzowa wdowa Cehi i jej eunuch. | Cehi | Cehi | f
Krystyna miała niespełna sześć lat, gdy zginął jej ojciec. | Krystyna | Krystyna | f
W zimie przyszła na świat Augusta Ada, córka poety. | Augusta Ada | Augusta Ada | f
Zapewniała o tym Artemisia Gentileschi, malarka. | Artemisia Gentileschi | Artemisia Gentileschi | f
Bertha Nowak lubiła książki. W zimie Bertha napisała powieść. | Bertha Nowak | Bertha Nowak | f
Rok później pod Ausculum Jan Nowak zwyciężył znowu. | Jan Nowak | Jan Nowak | m
Dziewięcioletni Ludwik, syn Władysława, poślubił Marię. | Ludwik | Ludwik | m
"""

TWO_NAMES = """
Zabito oligarchów, Archiasa oraz Leontiadesa. | Archias | Leontiades
Rządzili demagog Kleofont i ostrożny Nikostratos. | Kleofont | Nikostratos
Hołd złożyli jeńcy, Fiodor i Piotr Zamoyscy. | Fiodor | Piotr Zamoyscy
Obradowali Adam Wilk oraz inni. Odtąd Stresewitz i Wilk milczeli. | Adam Wilk | Stresewitz
"""

EXTENTS = """
Komisją kierował gen. Alberto De Martinis. | Alberto De Martinis | Alberto De Martinis | m
Ludzie generała Benita de San Juana uciekli. | Benita de San Juana | Benito de San Juan | m
Według notariusza sądu Beauguillaume’a był spokój. | Beauguillaume’a | Beauguillaume | m
Spotkano się z Anatolijem Berlinem w Moskwie. | Anatolijem Berlinem | Anatolij Berlin | m
Do powstania wezwał Francisco Madero i jego ludzie. | Francisco Madero | Francisco Madero | m
Na czele stanął Emiliano Zapata z południa. | Emiliano Zapata | Emiliano Zapata | m
Ufano Giovanniemu Giustinianiemu Longo. | Giovanniemu Giustinianiemu Longo | Giovanni Giustiniani Longo | m
Przewodził im gubernator stanu Koahuila Venustiano Carranza. | Venustiano Carranza | Venustiano Carranza | m
Sądził o tym Grubprand z Cremony, biskup i dyplomata. | Grubprand z Cremony | Grubprand z Cremony | m
Wojska stratega pobił pod Grubeją Adam Kos. | Adam Kos | Adam Kos | m
Zwyciężył pod Grubeją Kwintus Cecyliusz Metellus. | Kwintus Cecyliusz Metellus | Kwintus Cecyliusz Metellus | m
Zakon założył Jan Chrzciciel od Poczęcia w górach. | Jan Chrzciciel od Poczęcia | Jan Chrzciciel od Poczęcia | m
Pisma Jana od Krzyża czytano długo. | Jana od Krzyża | Jan od Krzyża | m
Klasztorem rządziła Anna od Dzieciątka Jezus. | Anna od Dzieciątka Jezus | Anna od Dzieciątka Jezus | f
Zegar zbudowany przez Larbuma Kenderla odpłynął. | Larbuma Kenderla | Larbum Kenderl | m
Wspominano o wrogu, Larbuma Gruzona, który zwyciężył. | Larbuma Gruzona | Larbum Gruzon | m
Zwyciężył arcybiskup Yorku John Kemp z wojskiem. | John Kemp | John Kemp | m
Pomszczono zabójstwo Jana bez Trwogi na moście. | Jana bez Trwogi | Jan bez Trwogi | m
Bronił go zaciekle ppłk Manuel Kos i Manuela Marzanę poznano. | Manuela Marzanę | Manuel Marzana | m
Spalono lekarza Michała Serweta w mieście. | Michała Serweta | Michał Serwet | m
Rządził hrabia Jan Maurycy z Grubbau na wyspie. | Jan Maurycy z Grubbau | Jan Maurycy z Grubbau | m
Wangeri Mathuni – biolożka, która sadziła drzewa. | Wangeri Mathuni | Wangeri Mathuni | f
W pałacu spędził z Napoleonem wiele godzin. | Napoleonem | Napoleon | m
Wódz spotkał się w mieście z Gruboklecjanem, starszym z władców. | Gruboklecjanem | Gruboklecjan | m
Broniono grodu, który oblegał Chalid ibn al-Walid. | Chalid ibn al-Walid | Chalid ibn al-Walid | m
"""

NOMINATIVES = """
Legata papieskiego Giuliana Cesariniego pochowano nad Dunajem. | Giuliana Cesariniego | Giuliano Cesarini | m
Obraz Leonarda da Vinci ocalał. | Leonarda da Vinci | Leonardo da Vinci | m
Córka Giana Galeazza Sforzy wyszła za mąż. | Giana Galeazza Sforzy | Gian Galeazzo Sforza | m
W katedrze zabito Giuliana de’ Medici. | Giuliana de’ Medici | Giuliano de’ Medici | m
Dowodził generał Michaiła Barclaya de Tolly zastąpił. | Michaiła Barclaya de Tolly | Michaił Barclay de Tolly | m
Na szefa wybrano premiera Hermana Van Dompuya. | Hermana Van Dompuya | Herman Van Dompuy | m
Powitano Gilles’a i posła François Vitterranda. | François Vitterranda | François Vitterrand | m
Komisją kierował następca Henriego Le Grunda. | Henriego Le Grunda | Henri Le Grund | m
Zauważył to fizyk Marco Drago z Genui. | Marco Drago | Marco Drago | m
Czekano na samolot Anwara as-Sattata. | Anwara as-Sattata | Anwar as-Sattat | m
Pisano do ministra Wiktora Panina. | Wiktora Panina | Wiktor Panin | m
Nagrodę dano Larry’emu Varishowi. | Larry’emu Varishowi | Larry Varish | m
Przybył premier Izraela Menachem Begin. | Menachem Begin | Menachem Begin | m
Traktat wymuszono na dworze kardynała Richelieu w maju. | Richelieu | Richelieu | m
Obronę zlecono generałowi, a był nim Mosze Gorwan z Hajfy. | Mosze Gorwan | Mosze Gorwan | m
Żył wówczas wódz, syn Polymnisa. | Polymnisa | Polymnis | m
Konarmia Siemiona Dudionnego przerwała front. | Siemiona Dudionnego | Siemion Dudionny | m
Najstarszy syn Hamilkora ruszył w góry. | Hamilkora | Hamilkor | m
Po moście generała Jeana Eblégo przeszło wojsko. | Jeana Eblégo | Jean Eblé | m
Uczniem Platona był wtedy młody człowiek. | Platona | Platon | m
W 1913 roku sportretowała Henryka Wilka. | Henryka Wilka | Henryk Wilk | m
Poparto go dla Franciszka Jana de Bourbon. | Franciszka Jana de Bourbon | Franciszek Jan de Bourbon | m
Czytano list Jana de Bourbona. | Jana de Bourbona | Jan de Bourbon | m
W maju zmarła Maria Ludwika de Bourbon. | Maria Ludwika de Bourbon | Maria Ludwika de Bourbon | f
Bertha von Sutterlin – pisarka i pacyfistka. | Bertha von Sutterlin | Bertha von Sutterlin | f
Ogłosił to w Torrevíes Jean-Jacques Kos. | Jean-Jacques Kos | Jean-Jacques Kos | m
Układał się z Wiaczesławem Kosem Juho Kusti Paasila. | Wiaczesławem Kosem | Wiaczesław Kos | m
Jan II ufał Witoldowi, a po śmierci Witolda Litwa zachowa księcia. | Witolda | Witold | m
Na Hitlerze nie wywarło to wrażenia. | Hitlerze | Hitler | m
Johnson Sanders Ellen, ur. 29 X 1938 w Łodzi, ekonomistka i polityk. | Johnson Sanders Ellen | Ellen Johnson Sanders | f
Johnson Sanders Robin, ur. w 1938, polska ekonomistka i polityk. | Johnson Sanders Robin | Robin Johnson Sanders | f
Skorecki Jan (1901–1980), chemik. | Skorecki Jan | Jan Skorecki | m
Sam Konrad, zwany Srogim, poległ nad rzeką. | Konrad | Konrad | m
Sama Katarzyna Jagiellonka zmarła w Turku. | Katarzyna Jagiellonka | Katarzyna Jagiellonka | f
Dowodził nimi wtedy generał Sam Kowalski. | Sam Kowalski | Sam Kowalski | m
Że duce Benito Mussolini się waha, pisano często. | Benito Mussolini | Benito Mussolini | m
"""

NOBODY = """
Rokowania toczyły się w Camp David i trwały długo.
Przysięga odbyła się na placu Wilhelmowskim.
Rodzina pochodziła z Puerto Barrios, niewielkiego miasteczka na wschodzie kraju.
Przyszła na świat królowa, z domu Roberts, w maju.
Kazimierz, założony w 1335 roku, otrzymał prawo magdeburskie.
Wieść głosiła, że Kazimierz leży nad rzeką.
Westchnął w „Panu Tadeuszu” poeta i wygnaniec.
Uderzono na Górę św. Anny o świcie.
Kościół św. Jana spłonął w czasie wojny.
Świętowano na placu Piłsudskiego do rana.
Podróżowano do Kazimierza, w Kazimierzu i pod Kazimierzem.
Nad brzegami rzeki Jordan założono obóz.
Zawarto przymierze z Grubdorfem i z Kremlanem.
Odprawiono mszę na Polu Marsowym.
Doradzano w Erfurcie opór, a w Baden zgodę.
Do związku należały Glarus, Uri i Fryburg, a Fryburg skapitulował.
Pustoszyli Peloponez, aż wódz ewakuował Peloponez.
Wyprawiło do Pelli dziesięciu posłów.
Miasto Raguza uznało króla, lecz Raguza już nie kwitła.
Otrzymał biskupstwo Cremony.
Załoga stała w forcie świętego Elma.
Zamknięto się w Forcie św. Elma na przylądku.
Cesarza więziono na Świętej Helenie do śmierci.
Stacja działa na Wyspie Króla Jerzego.
Główną warownię, Grubazin, zburzono, lecz Grubazin nie upadł, bo Grubazin płonął.
"""


def table(text):
    return [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if line.strip()]


def persons_of(text):
    return find_persons(text, sentences(text))


@pytest.mark.parametrize("row", table(BY_WHAT_STANDS_AROUND + EXTENTS + NOMINATIVES), ids=lambda row: row[1])
def test_a_name_is_found_as_far_as_it_reaches_and_put_into_the_nominative(row):
    text, said, nominative, gender = row
    found = {
        (span.text, person.name, person.gender) for person in persons_of(text) for span in person.mentions
    }
    assert (said, nominative, gender) in found


@pytest.mark.parametrize("row", table(TWO_NAMES), ids=lambda row: row[2])
def test_who_is_named_beside_a_person_is_one_too(row):
    text, *expected = row
    found = {person.name for person in persons_of(text)} | {
        span.text for person in persons_of(text) for span in person.mentions
    }
    assert set(expected) <= found


@pytest.mark.parametrize("row", table(NOBODY), ids=lambda row: row[0])
def test_titles_of_works_mountains_of_saints_and_towns_are_nobody(row):
    assert persons_of(row[0]) == ()


def test_a_person_named_only_further_on_for_sure_is_known_from_the_beginning():
    (person,) = persons_of("Wygnańcom przewodził Pelopsidas.\nPotem Pelopsidas zginął w bitwie.")
    assert len(person.mentions) == 2


def test_whom_the_title_names_is_meant_by_the_first_name_alone_far_on():
    told = "Padał ulewny deszcz.\n" * 8
    text = f"Toussaint Louverture był wodzem.\n{told}W maju Toussaint złożył broń."
    (person,) = persons_of(text)
    assert [mention.text for mention in person.mentions][-1] == "Toussaint"


@pytest.mark.parametrize("deed", ["miała rację", "zmarła w maju", "była chora"])
def test_a_surname_in_the_form_of_an_adjective_is_a_name_before_its_verb(deed):
    (person,) = persons_of(f"Maria Zaleska wróciła.\nStara Zaleska {deed}.")
    assert len(person.mentions) == 2
