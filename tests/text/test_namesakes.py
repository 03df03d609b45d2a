"""Fathers and sons, bynames and second names: who bears a part of another's name is not that other."""

from __future__ import annotations

import pytest
from marked import sentences

from quizapp.text.persons import find_persons

# a text, its sentences parted by / | who is named, with how often each
PERSONS = """
Jan Wilczyński (1901–1980) – chemik./Był synem Adama Wilczyńskiego, lekarza./Wilczyński studiował w Gdańsku. | Jan Wilczyński 2; Adam Wilczyński 1
Anna Wilczyńska urodziła się w Łodzi./Była córką Zofii Wilczyńskiej./Wilczyńska pisała wiersze. | Anna Wilczyńska 2; Zofia Wilczyńska 1
Karol Borowicz założył drukarnię./Jego brat, Piotr Borowicz, pomagał mu./Borowicz wydał słownik. | Karol Borowicz 2; Piotr Borowicz 1
Karol II objął tron po śmierci ojca, króla Karola I./Wiosną Karol ruszył na wojnę. | Karol II 2; Karol I 1
Jan Piotr Borzym był wojewodą./To ojciec hetmana Piotra Borzyma i syn Piotra Adama Borzyma. | Jan Piotr Borzym 1; Piotr Borzym 1; Piotr Adam Borzym 1
Pałac wzniósł wojewoda Jan Borzym./Stał nad rzeką./Potem spłonął./Ruiny obejrzał kanclerz Jan Maria Borzym. | Jan Borzym 1; Jan Maria Borzym 1
Hetman Jan Borzym bronił miasta./Minęły lata./Były trudne./Koronował się król Jan IV Borzym. | Jan IV Borzym 2
Anna Nowicka (1840–1909) – aktorka, znana za oceanem jako Anna Novis. | Anna Nowicka 2
Jan Wilk (zwany Jaremą) herbu Korybut zmarł. | Jan Wilk 1
Michał Dryma urodził się na wsi./Ojciec jego, Józef Dryma, był chłopem./Dryma kupił ziemię. | Michał Dryma 2; Józef Dryma 1
Wieść o Borzymie doszła do miasta./Hetmanem został Jan Borzym, brat Adama Borzyma./Borzym ruszył na wojnę. | Jan Borzym 3; Adam Borzym 1
Sofokles mówił wiele i umarł./Wnuk poety, Sofokles Młodszy, wystawił tragedię. | Sofokles 1; Sofokles Młodszy 1
Wieczorem Maria Rudzka była u Jana Rudzkiego./Rudzki uczył ją łaciny./Pisała do brata, Karola Rudzkiego./Rudzki odpisywał. | Maria Rudzka 1; Jan Rudzki 2; Karol Rudzki 1
Krakowski Konrad h. Lis (1547–1620), poseł./Zginął kanclerz Konrad Lubelski. | Konrad Krakowski 1; Konrad Lubelski 1
Kotzenreich, Klemens Adam von/Austriacki mąż stanu./Kotzenreich zmarł w Wiedniu. | Klemens Adam von Kotzenreich 2
Borzymska, Anna/Urodziła się na wsi./Borzymska zmarła w Wiedniu. | Anna Borzymska 2
Rządził Jan bez Ziemi./Padał deszcz./Minął rok./Minął drugi./Minął trzeci./Minął czwarty./Jan nie ustąpił. | Jan bez Ziemi 2
Powitano Anwara as-Sattata./Sattat zginął. | Anwar as-Sattat 2
Żarnowiecki Konrad pochodził ze wsi./Zginął kanclerz Konrad Krakowski. | Konrad Krakowski 1
Dowodził wezyr Elmas Mehmed./Obok rejsa Szabriego Mehmeda zasiadał lekarz. | Elmas Mehmed 1
Grubprand z Kremolii, biskup, pisał./Otrzymał biskupstwo Kremolii. | Grubprand z Kremolii 1
Padał deszcz./Gustaw Waza, król Szwecji, zwołał sejm./Trwał długo./Minął rok./Minął drugi./Minął trzeci./Minął czwarty./Wtedy Gustaw wyszedł z sali./Uwięziono arcybiskupa Gustawa Kosa. | Gustaw Waza 2; Gustaw Kos 1
Króla Jana Kazimierza reprezentował wojewoda płocki Jan Kazimierz Borzym. | Jan Kazimierz 1; Jan Kazimierz Borzym 1
Johnson Sanders Ellen, ur. 29 X 1938 w Łodzi, ekonomistka i polityk./Studiowała w Kielcach. | Ellen Johnson Sanders 1
Johnson Sanders Ellen/Johnson Sanders Ellen, ur. 29 X 1938 w Łodzi, ekonomistka i polityk. | Ellen Johnson Sanders 2
NOWAK Jan/Nowak Jan (1901–1980), chemik. | Jan Nowak 2
KIJ Mikołaj z Nagórek, 1505–1569/Kij pisał wiersze. | Mikołaj Kij 2
GRUMIDATES VI EUMOLPOS, ok. 132–63 p.n.e./Król Pontu. | Grumidates VI Eumolpos 1
GRUMIDATES VI (132–63 p.n.e.), król Pontu/Syn Grumidatesa V i Laodiki./Wódz wyruszył przeciw Grumidatesowi. | Grumidates VI 2; Grumidates V 1; Laodika 1
Padała armia Antiocha III./Zakładnikiem był jego syn, późniejszy Antioch IV./Antioch nie przeżył klęski. | Antioch III 2; Antioch IV 1
Matką poety była Barbara z Herburtów./Padało. | Barbara z Herburtów 1
Dowodził Renald de Gondremart./Padało./Minął rok./Minął drugi./Minął trzeci./Minął czwarty./Najdłużej bronił się Renald. | Renald de Gondremart 2
Prosił o rękę Jeannette Fimber./Padało./Minął rok./Minął drugi./Minął trzeci./Minął czwarty./Ślub z Jeannette wziął latem. | Jeannette Fimber 2
Walczył z nim Jan Wilk, namiestnik Lidii./Przepadła potem Lidia oraz Frygia. | Jan Wilk 1
Panował Henryk II./Wojska Henryka, wspierane przez Czechów, odeszły. | Henryk II 2
Wysłano jezuitę Antonia Grumovina./Na to Grumovino odpowiedział, że przyjedzie. | Antonio Grumovino 2
"""  # noqa: E501

# a sentence | who is named, with gender
SINGLE = """
Napoleon był czarujący, po czym nie ustąpił w niczym. | Napoleon m
Napoleonowi, odciętemu od stolicy, również się śpieszyło. | Napoleon m
W imieniu Katarzyny II traktat podpisał książę. | Katarzyna II f
Przy królu stał arcybiskup gnieźnieński Jarosław Bogoria Skotnicki, prawnik. | Jarosław Bogoria Skotnicki m
Na czele Szwedów stał Magnus Gabriel De la Gardie. | Magnus Gabriel De la Gardie m
Miał przed sobą premiera Itō Hirobumiego oraz ministra spraw zagranicznych Mutsu Munemitsu. | Itō Hirobumi m; Mutsu Munemitsu m
Siedemdziesięcioletni Gu Hongtang, najsłynniejszy z urzędników, układał się z nimi. | Gu Hongtang m
Z tłumu wypadł niejaki Koyatama Toyotarō i strzelił. | Koyatama Toyotarō m
Pod miastem rozgromił Archelgosa, najlepszego z wodzów króla. | Archelgos m
Dobić go musiał Gall imieniem Bituitus. | Bituitus m
Wyprawił do nich swego bratanka Antypatrosa. | Antypatros m
Wykazał, że mgławica w Andromedzie jest galaktyką. | -
Wysłał Zeuksisa, dawnego namiestnika Lidii. | Zeuksis m
Był synem Mitrydatesa V i Laodiki. | Laodika f; Mitrydates V m
Dowodził tego już amerykański astrofizyk Lyman Spitzer. | Lyman Spitzer m
Większość ziem zjednoczył Łokietek. | Łokietek m
Mowę przekazał nam Piotr Patrycjusz, kronikarz. | Piotr Patrycjusz m
Wykupił go brat Juana Grumeza, który zebrał pieniądze. | Juan Grumez m
Jego brat i następca Dawid liczył na więcej. | Dawid m
Dworzaninem był Songgu oraz Tong Guozhang, wuj cesarza. | Songgu m; Tong Guozhang m
Śmierć admirała Ding Ruzhanga wstrząsnęła dworem. | Ding Ruzhang m
Śmierć premiera Zhou Enpaia wstrząsnęła krajem. | Zhou Enpai m
Przemówiła senator Barbara Wilczyński z partii. | Barbara Wilczyński f
Życie odebrała sobie siostra malarki, Izabela. | Izabela f
Miał córkę Juanę, późniejszą żonę poety. | Juana f
Wygnał z kraju macochę Odę wraz z braćmi. | Oda f
Na czele stali Gabończyk Jean Fimber i Czadyjczyk Moussa Grumat. | Jean Fimber m; Moussa Grumat m
Obiecał rękę córki Teodory Uzun Grumanowi, wodzowi federacji. | Teodora f; Uzun Gruman m
Pojmano hrabiego Grumbury bez walki. | Grumbury m
Otaczał się wodzami: Grumifacjuszem i Artecjuszem, którzy walczyli. | Artecjusz m; Grumifacjusz m
Wystąpił wspólnie z rodaczką Grumah Fimbee z północy. | Grumah Fimbee f
Grumos z Koryntem zawarł przymierze. | -
Pracę Dereka de Grumla Price’a czytano w Londynie. | Derek de Grumla Price m
Oskarżyli Francisca Gómeza de la Grumba o fałszerstwo. | Francisco Gómez de la Grumba m
Powitano przywódcę Sinn Féin Gerry’ego Fimbersa w mieście. | Gerry Fimbers m
Był ministrem w gabinecie Mwai Grumakiego. | Mwai Grumaki m
Mierzył odległość gwiazdy Wegi. | -
Wojska Stena Gyllena Starszego rozbito. | Sten Gyllen Starszy m
Przyjechał Rodrigo Ponce de Grumón z wojskiem. | Rodrigo Ponce de Grumón m
Wypędzono Ascania Grumarina za ród. | Ascanio Grumarino m
Należał do Georga Ferdinanda Grumwitza. | Georg Ferdinand Grumwitz m
Autorką jest Klementyna z Rybińskich Wilczyńska. | Klementyna z Rybińskich Wilczyńska f
Pismo wręczono Frankowi B. Grumaixowi. | Frank B. Grumaix m
Układ podpisano w Sali Zegarowej ministerstwa. | -
Królewicz Kazimierz, wysłany przez ojca, wrócił. | Kazimierz m
Podpisali go Grumfet Pasza i Sadurah Bej, ambasador w Berlinie. | Grumfet Pasza m; Sadurah Bej m
Straż prowadził Grumhud pasza, wezyr. | Grumhud m
Wybór padł na wielkiego księcia litewskiego Jagiełłę. | Jagiełło m
Naloty prowadziła Luftwaffe, a Luftwaffe straciła samoloty. | -
Był synem Grumdyjczyka i Turczynki. | -
Zaproszono Felipe Grumneza do Paryża. | Felipe Grumnez m
Przyjechał Alija Grumović z bratem. | Alija Grumović m
Ur. 4 lutego 1505 r. w Żurawnie. | -
Zm. jesienią w Rejowcu. | -
Cesarstwo oddawało półwysep Grumotuński i cztery miasta. | -
Pokój zawarł we frygijskiej Grupamei, prokonsul nie zwlekał. | -
Żołnierz, który wszedł do domu, milczał. | -
Kmieć zobaczył ich pierwszy. | -
Gości powitało wołanie: „Panie Wilczyński, prosimy!”. | Wilczyński m
Kraj obiegła wieść o powrocie Ludwika z Elby. | Ludwik m
Cieszono się z ucieczki króla Ludwika z Parmy. | Ludwik m
Opowiedział o tym Gruzardowi Frimberowi w ambasadzie. | Gruzard Frimber m
Pisał listy do Eratomedesa, kierownika biblioteki. | Eratomedes m
Był z nimi sędziwy Hippokliasz, były tyran Aten. | Hippokliasz m
Flota, którą prowadzili Datymis i Artabernes, spaliła miasto. | Artabernes m; Datymis m
Posłano gońca Eumolpidesa po pomoc. | Eumolpides m
Legenda każe Eumolpidesowi biec do miasta. | Eumolpides m
Dług spłacił jego syn Kimon. | Kimon m
Syn jego Jofanes oskarżył go o kradzież. | Jofanes m
Syn Szeli, Stanisław, zginął wcześniej. | Stanisław m; Szela m
Powitał go ambasador Archibald Kerr. | Archibald Kerr m
Dzielnie biła się Artomazja, królowa Galikarmosu. | Artomazja f
Gruzenna umarła młodo. | Gruzenna f
Uzyskała to od księżnej Kingi na zjeździe. | Kinga f
Targował się z Andersem Foghiem Rasmussenem. | Anders Fogh Rasmussen m
Nazwano tak gabinet Mariana Zyndrama-Kosińskiego. | Marian Zyndram-Kosiński m
Został komendantem Związku Walki Zbrojnej. | -
Tłum stał na placu Świętego Piotra. | -
Jan Wilk, książę na Wiśniewcu, Łuboniach i Chorotolu, dowódca wojsk, zmarł. | Jan Wilk m
"""  # noqa: E501

# a sentence | the holder | the office
OFFICES = """
Układ zawarł z bezdzietnym księciem pomorskim Bogusławem II. | Bogusław II | książę pomorski
Miał córkę, Ryksę Elżbietę, późniejszą królową Czech. | Ryksa Elżbieta | królowa Czech
Mediował wysoki przedstawiciel Unii Europejskiej Jan Wilk. | Jan Wilk | wysoki przedstawiciel Unii Europejskiej
Obroną kierował ordynat Jan Wilk. | Jan Wilk | ordynat
Wysłał Jana Wilka, dawnego namiestnika Lidii. | Jan Wilk | namiestnik Lidii
Rozmawiał z ministrem spraw zagranicznych Grumsu Fimemitsu. | Grumsu Fimemitsu | minister spraw zagranicznych
Stał tam hrabia Grumogne Renald de Fimbert. | Renald de Fimbert | hrabia Grumogne
Biła się Artomazja, królowa Galikarmosu, i jej brat. | Artomazja | królowa Galikarmosu
Został dowódcą Warszawskiej Brygady Pancerno-Motorowej Jan Wilk. | Jan Wilk | dowódca Warszawskiej Brygady Pancerno-Motorowej
"""  # noqa: E501


def rows(table):
    return [[cell.strip() for cell in line.split("|")] for line in table.splitlines() if line.strip()]


def persons_of(text):
    return find_persons(text, sentences(text))


@pytest.mark.parametrize(("text", "expected"), rows(PERSONS))
def test_a_relative_is_not_the_one_the_text_is_about(text, expected):
    found = sorted(f"{person.name} {len(person.mentions)}" for person in persons_of(text.replace("/", "\n")))
    assert found == sorted(expected.split("; "))


@pytest.mark.parametrize(("text", "expected"), rows(SINGLE))
def test_what_stands_beside_a_word_tells_whether_it_names_somebody(text, expected):
    found = sorted(f"{person.name} {person.gender}" for person in persons_of(text))
    assert "; ".join(found) == ("" if expected == "-" else expected)


@pytest.mark.parametrize(("text", "name", "office"), rows(OFFICES))
def test_an_office_is_no_more_and_no_less_than_its_name(text, name, office):
    assert (name, office) in {(p.name, role.nominative) for p in persons_of(text) for role in p.roles}


def test_a_lord_does_not_rule_the_servant_whom_he_is_sent():
    persons = persons_of("Wysłał potajemnie do króla Persów swego niewolnika Sikinnosa z wieścią.")
    assert [(person.name, person.roles) for person in persons] == [("Sikinnos", ())]


@pytest.mark.parametrize(("title", "roles"), [("sułtan", []), ("król", ["król"])])
def test_a_ruler_without_a_title_is_none_whose_names_are_others(title, roles):
    (person,) = persons_of(f"Wyprawa Kazimierza III zawiodła.\nRok później {title} wysłał posłów.")
    assert [role.nominative for role in person.roles] == roles
