"""Quotations: where they begin and end, speech apart from phrases, and whose words they are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import sentences

from quizapp.text.annotate import annotate
from quizapp.text.persons import find_persons
from quizapp.text.quotations import find_quotations
from quizapp.text.spans import Span

# a text | what stands between the outer marks, / between two
MARKS = """
Rzekł: „Idę” i poszedł. | Idę
Rzekł: „Idę“ i poszedł. | Idę
Rzekł: ”Idę” i poszedł. | Idę
Rzekł: “Idę” i poszedł. | Idę
Rzekł: "Idę" i poszedł. | Idę
Rzekł: »Idę« i poszedł. | Idę
Rzekł: «Idę» i poszedł. | Idę
Rzekł: ‚Idę’ i poszedł. | Idę
Rzekł: ‘Idę’ i poszedł. | Idę
Rzekł: 'Idę' i poszedł. | Idę
Rzekł: ,,Idę'' i poszedł. | Idę
Rzekł: ,,Idę” i poszedł. | Idę
Rzekł: „Idę ” i poszedł. | Idę
Rzekł: („Idę”). | Idę
„Idę”, „stoję”, „siedzę” | Idę / stoję / siedzę
„Mówił »idę« i szedł” | Mówił »idę« i szedł
„Mówił «idę» i szedł” | Mówił «idę» i szedł
„Mówił „idę” i szedł” | Mówił „idę” i szedł
»Mówił „idę” i szedł« | Mówił „idę” i szedł
"Mówił „idę” i szedł" | Mówił „idę” i szedł
“Mówił ‘idę’ i szedł” | Mówił ‘idę’ i szedł
„Idę. Stoję [...]. Siedzę […]!” | Idę. Stoję [...]. Siedzę […]!
„Idę”¹ i „stoję”2. | Idę / stoję
Polityka George'a i Pierre’a | -
Wzrost 5' 10" i kąt 30' | -
„Nigdy nie zamknięte | -
Nigdy nie otwarte” ma | -
„a „b” c | b
"a„ | -
„” i "" | -
„ … ” | -
„Pierwszy akapit bez końca /p Drugi „akapit” z końcem | akapit
"""

# a text | the speaker's name or - for nobody | speech or phrase | the cue or -
SPEAKERS = """
Jan Zamoyski powiedział: „Takie będą rzeczypospolite, jakie ich młodzieży chowanie”. | Jan Zamoyski | speech | powiedział
„Takie będą rzeczypospolite” – pisał później Jan Zamoyski. | Jan Zamoyski | speech | pisał później
„Takie będą rzeczypospolite”, pisał Jan Zamoyski. | Jan Zamoyski | speech | pisał
„Takie będą” – stwierdził Jan Zamoyski – „rzeczypospolite”. | Jan Zamoyski / Jan Zamoyski | speech / speech | stwierdził / stwierdził
Przybył Jan Długosz, którego słowa Jan Zamoyski przytoczył: „Nikt nie ocalał z pogromu”. | - | speech | przytoczył
Według Jana Długosza „nikt nie ocalał z pogromu”. | Jan Długosz | speech | Według
Zdaniem Jana Długosza „nikt nie ocalał z pogromu”. | Jan Długosz | speech | Zdaniem
Jak zapisał Jan Długosz, „nikt nie ocalał z pogromu”. | Jan Długosz | speech | zapisał
Jan Długosz twierdził, że „nikt nie ocalał z pogromu”. | Jan Długosz | speech | twierdził
Odpowiedź Jana Zamoyskiego: „Nie ustąpię”. | Jan Zamoyski | speech | Odpowiedź
Słowa Juliusza Cezara: „Przyszedłem, zobaczyłem, zwyciężyłem” powtarzano w Rzymie. | Juliusz Cezar | speech | Słowa
W liście do Jana Zamoyskiego Stefan Batory napisał: „Czekam na wieści”. | Stefan Batory | speech | napisał
Stefan Batory miał powiedzieć do Jana Zamoyskiego: „Ruszajmy”. | Stefan Batory | speech | miał powiedzieć
Stefan Batory wstał i zawołał: „Ruszajmy na Psków!” | Stefan Batory | speech | zawołał
„Ruszajmy na Psków!” – kpił z króla Jan Zamoyski. | Jan Zamoyski | speech | kpił
„Ruszajmy na Psków!” – wołano w obozie. | - | speech | wołano
Elżbieta I oświadczyła: „Poślubiłam Anglię”. | Elżbieta I | speech | oświadczyła
Stefan Batory zachorował.\\n„Nie ustąpię” – zapewniał mimo to. | Stefan Batory | speech | zapewniał
Stefan Batory i Jan Zamoyski radzili.\\n„Nie ustąpię” – rzekł. | - | speech | rzekł
Stefan Batory zachorował.\\n„Nie ustąpię” – rzekła. | - | speech | rzekła
Król Stefan Batory zachorował.\\n„Nie ustąpię” – odpowiedział król. | Stefan Batory | speech | odpowiedział
Stefan Batory zachorował.\\n„Nie ustąpię” – odpowiedział poseł. | - | speech | odpowiedział
Jan Zamoyski otworzył bramę.\\nKronikarz zapisał: „Weszli bez walki”. | - | speech | zapisał
Artykuł w dzienniku „Czas” napisał Jan Zamoyski. | - | phrase | -
Pancernik „Potiomkin” wymówił posłuszeństwo. | - | phrase | -
Jan Zamoyski mówił o tak zwanych „złotych latach”. | - | phrase | -
Nazywano go „lisem pustyni”. | - | phrase | -
Jan Zamoyski rozkazał odwrót i „pojednanie na polu”. | - | phrase | -
Jan Zamoyski przestrzegał przed „zgniłym pokojem z wrogiem”. | - | phrase | -
Operacja „Burza” zaczęła się na Wołyniu. | - | phrase | -
Jan Matejko namalował obraz „Kazanie Skargi”. | - | phrase | -
W tej „wolnej” prasie pisano bzdury. | - | phrase | -
Swetoniusz przypisuje Juliuszowi Cezarowi słowa: „Kości zostały rzucone”. | - | speech | słowa
"""  # noqa: E501

# a text | the speakers' names or - for nobody | speech or phrase, / between two

# the subject is left out, or said by a pronoun or a participle
UNSAID = """
Jan Zamoyski wrócił z wojny. Zwołał szlachtę. Na zjeździe oświadczył: „Nie ustąpię nikomu”. | Jan Zamoyski | speech
Jan Zamoyski wrócił z wojny. Drogi były złe. W liście pisał: „Wojsko idzie powoli”. | Jan Zamoyski | speech
Anna Jagiellonka zachorowała. Stefan Batory wezwał lekarza. „Wrócę do sił” – zapewniała. | Anna Jagiellonka | speech
Anna Jagiellonka zachorowała. Odwiedził ją Jan Zamoyski. Jej zdaniem „lekarze byli bezradni”. | Anna Jagiellonka | speech
Jan Zamoyski (1542–1605) – kanclerz i hetman. Studiował w Padwie. Stefan Batory obsypał go łaskami. O sobie mówił: „Padwa uczyniła mnie mężem”. | Jan Zamoyski | speech
Jan Zamoyski (1542–1605) – kanclerz i hetman. Studiował w Padwie. /p Umarł nagle. O sobie mawiał: „Padwa uczyniła mnie mężem”. | Jan Zamoyski | speech
Gdy Jan Zamoyski stanął pod Pskowem, zawołał: „Nie odejdę stąd!”. | Jan Zamoyski | speech
Jan Zamoyski, który nie lubił czekać, zawołał: „Nie odejdę stąd!”. | Jan Zamoyski | speech
Jan Zamoyski napisał wstęp, w którym przekonywał, że „prawo jest po jego stronie”. | Jan Zamoyski | speech
Wysłannicy skłonili Jana Zamoyskiego do powrotu. W Krakowie oświadczył: „Nie ustąpię nikomu”. | Jan Zamoyski | speech
Sąd skazał Annę Nowak. Po ogłoszeniu wyroku skazana zawołała: „Jestem niewinna!”. | Anna Nowak | speech
Jan Zamoyski odwiedził Stefana Batorego. Ten zapytał: „Co słychać w Krakowie?”. | Stefan Batory | speech
Do sali weszli Jan Zamoyski i Stefan Batory. Ten ostatni powiedział: „Zaczynajmy”. | Stefan Batory | speech
Jan Zamoyski spytał go, skąd wraca. „Z Moskwy” – odpowiedział. | - | speech
Jan Nowak pokłócił się z Adamem Kowalskim. Według niego „spółka była od początku bankrutem”. | - | speech
Gdy Anna Nowak zapytała Jana Zamoyskiego o drogę, odpowiedział: „Prosto przez las”. | Jan Zamoyski | speech
"""  # noqa: E501

# an office alone
BY_OFFICE = """
Premier Jan Nowak ustąpił w maju. Premierem został Adam Kowalski. „Umowa jest dobra” – zapewniał premier. | Adam Kowalski | speech
Premier Jan Nowak ustąpił w maju. Premierem został Adam Kowalski. „Umowa jest dobra” – zapewniał nowy premier. | Adam Kowalski | speech
Na czele rządu stanął Jan Nowak, a wojskiem dowodził Adam Kowalski. „Umowa jest dobra” – zapewniał premier. | Jan Nowak | speech
Prezydent Polski Jan Nowak przyjął gości. „Umowa jest zła” – oświadczył prezydent Francji. | - | speech
Wojna Elżbiety I trwała. Jan Zamoyski stanął przed tronem. „Czekałam na posła” – odparła po łacinie królowa. | Elżbieta I | speech
Do Londynu jechał Jan Zamoyski. W mowie Elżbiety I nie było gniewu. „Czekałam na posła” – przyznała autorka „Modlitw” – „a mam herolda”. | Elżbieta I / - / Elżbieta I | speech / phrase / speech
Prezydent Jan Nowak przyjął prezydenta Francji. „Nasz sojusz trwa” – oświadczył prezydent. | - | speech
"""  # noqa: E501

# words that follow the quotation
SAID_AFTER = """
„Nie ma dwóch ojczyzn” – westchnął w „Listach” (1834) Jan Nowak. | Jan Nowak / - | speech / phrase
Jan Nowak wszedł do sali. „Nie ma dwóch ojczyzn” – usłyszał. | - | speech
Jan Nowak wszedł do sali. „Nie ma dwóch ojczyzn” – usłyszeli od niego goście. | Jan Nowak | speech
„Ani kroku wstecz” – brzmiał rozkaz Jana Nowaka. | Jan Nowak | speech
„Ani kroku wstecz” – tymi słowami Jan Nowak zakończył obrady. | Jan Nowak | speech
„Mój syn”, pisała Anna Nowak do siostry, „nie zazna spokoju”. | Anna Nowak / Anna Nowak | speech / speech
„Nie ma dwóch ojczyzn” – usłyszał od Jana Nowaka poseł. | Jan Nowak | speech
„Dokąd idziesz?” – spytał Jan Nowak. – „Do domu” – odparł Adam Kowalski. | Jan Nowak / Adam Kowalski | speech / speech
„Dokąd idziesz?” – spytał Jan Nowak.\\n– „Do domu” – odparł Adam Kowalski. | Jan Nowak / Adam Kowalski | speech / speech
„Dokąd idziesz?” – spytał Jan Nowak. „Do domu” – odparł. | Jan Nowak / - | speech / speech
"""

# words that lead into it
SAID_BEFORE = """
Jan Nowak poderwał ludzi okrzykiem: „Naprzód, wiara!”. | Jan Nowak | speech
Jan Nowak zwrócił się do żołnierzy słowami: „Cześć zwycięzcom!”. | Jan Nowak | speech
Jan Nowak wysłał z Wilna depeszę: „Miasto zdobyte”. | Jan Nowak | speech
Jan Nowak patrzył na pożar. Miał wtedy powiedzieć: „Nic tu po nas”. | Jan Nowak | speech
Jan Nowak patrzył na pożar. Dodał także: „Nic tu po nas”. | Jan Nowak | speech
Według profesora Jana Nowaka „nikt nie ocalał z pogromu”. | Jan Nowak | speech
Według kronikarza „nikt nie ocalał z pogromu”. | - | speech
Przy ogniu siedział Jan Nowak, mówiąc: „Nic tu po nas”. | Jan Nowak | speech
Adam Kowalski wezwał do odwrotu, a Jan Nowak padł na kolana: „Zaczekajmy do rana!”. | Jan Nowak | speech
Gdy Adam Kowalski ogłosił odwrót, Jan Nowak padł na kolana: „Zaczekajmy do rana!”. | Jan Nowak | speech
Jan Nowak, redaktor „Czasu”, zapowiedział: „Nic tu po nas”. | - / Jan Nowak | phrase / speech
Adam Kowalski był posłem. Jan Nowak, redaktor „Czasu”, odrzekł: „Nic tu po nas”. | - / Jan Nowak | phrase / speech
Zamek nazwany przez Jana Nowaka „kamienną pięścią Północy” stoi do dziś. | Jan Nowak | speech
Jan Nowak nazwał go „lwem”, Adam Kowalski zaś „lisem”. | Jan Nowak / Adam Kowalski | speech / speech
W relacji posła Jana Nowaka czytamy: „Miasto jest piękne”. | Jan Nowak | speech
Jan Nowak zanotował w dzienniku: „Miasto jest piękne”. | Jan Nowak | speech
Jan Nowak skarżył się w liście do Adama Kowalskiego: „Miasto jest smutne”. | Jan Nowak | speech
Jan Nowak kazał posłowi zawołać: „Idziemy do domu!”. | - | speech
Jan Nowak zacytował Adama Kowalskiego: „Miasto jest piękne”. | - | speech
Ostatnie jego słowa zapisał Jan Nowak: „Miasto jest piękne”. | - | speech
Jan Nowak uśmiechnął się: „To mój uczeń”. | Jan Nowak | speech
"""

# speech or a phrase
SPEECH_OR_PHRASE = """
W maju skandowano na placu: „Chleba!”. | - | speech
Anna Nowak wydała „Myśli o wychowaniu panien w domu”. | - | phrase
Anna Nowak napisała dla dzieci „Bajki o dawnych czasach”. | - | phrase
W „Listach do dawnej przyjaciółki” pytał Jan Nowak o dom. | - | phrase
Jan Nowak wypowiedział rządowi „wojnę na górze”. | - | phrase
Jan Nowak mówił o „poetce pogodnej strony świata”. | Jan Nowak | speech
Jan Nowak skarżył się w liście na „chciwość i bezbożność drukarzy”. | Jan Nowak | speech
Otwarcie mówiono, że będzie to „drugi potop”. | - | speech
Jan Nowak powiedział wprost, że sąd „umył ręce”. | Jan Nowak | speech
Jan Nowak nazwał go w I w. p.n.e. „pierwszym mężem Grecji”. | Jan Nowak | speech
Jan Nowak określił tę wieś mianem „stolicy pszczół”. | Jan Nowak | speech
Z okrzykiem „Na Moskwę!” ruszyli szwoleżerowie. | - | speech
"""

# nobody else than before
AS_BEFORE = """
Stefan Batory zachorował. Anna Jagiellonka wezwała lekarza. „Nie ustąpię” – zapewniał król. | - | speech
Zdjąwszy czapkę, Jan Zamoyski zawołał: „Niech żyje król!”. | Jan Zamoyski | speech
Jan Zamoyski wyszedł przed namiot. Zdjąwszy czapkę, zawołał: „Niech żyje król!”. | Jan Zamoyski | speech
Jan Zamoyski wrócił. Dowództwo oddano Stefanowi Czarnieckiemu. „Nie ustąpię” – oświadczył. | - | speech
Premier Jan Nowak i minister Adam Kowalski wrócili do kraju. „Umowa jest dobra” – zapewniał premier. | Jan Nowak | speech
Elżbieta I przyjęła Jana Zamoyskiego. „Czekałam na posła” – odparła po łacinie królowa. | Elżbieta I | speech
„Nie ma dwóch ojczyzn” – zakończył krótką mowę Jan Nowak. | Jan Nowak | speech
Jan Nowak wszedł do sali. „Nie ma dwóch ojczyzn” – skomentował miejscowy dziennik. | - | speech
„Ani kroku wstecz” – miał powiedzieć, wracając z pola, Jan Nowak. | Jan Nowak | speech
„Nie wrócę” – zapowiedział Jan Nowak w liście do „Czasu” i słowa dotrzymał. | Jan Nowak / - | speech / phrase
Jan Nowak, jak głosi legenda, poderwał ludzi okrzykiem: „Naprzód, wiara!”. | Jan Nowak | speech
Wtem wtrącił się Jan Nowak: „A dokąd mogli uciec?”. | Jan Nowak | speech
Adam Kowalski otrzymał depeszę: „Miasto zdobyte”. | - | speech
W odpowiedzi na list Jana Nowaka przyszła depesza: „Miasto zdobyte”. | - | speech
Jan Nowak odpowiedział na to 24 lutego 1431: „Nic tu po nas”. | Jan Nowak | speech
Na murze widniał napis „Chleba i wolności dla wszystkich”. | - | phrase
Adam Kowalski został nazwany „lisem”. | - | phrase
„Idę do domu” – odparł Jan Nowak. – „Nie czekajcie”. | Jan Nowak / Jan Nowak | speech / speech
"""  # noqa: E501


def read(text):
    text = text.replace("\\n", "\n").replace(" /p ", "\n\n")
    lines = sentences(text)
    persons = find_persons(text, lines)
    return persons, find_quotations(text, lines, persons)


def rows(table):
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines() if line]


@pytest.mark.parametrize("row", rows(MARKS), ids=lambda row: row[0])
def test_marks_of_every_kind_are_read_in_pairs_and_lone_ones_left_alone(row):
    text, expected = row
    _, quotations = read(text)
    assert [quotation.span.text for quotation in quotations] == [
        said for said in expected.split(" / ") if said != "-"
    ]


@pytest.mark.parametrize("row", rows(SPEAKERS), ids=lambda row: row[0])
def test_words_are_given_to_whoever_the_text_gives_them(row):
    text, *expected = row
    persons, quotations = read(text)
    names = {person.id: person.name for person in persons}
    assert [" / ".join(column) for column in zip(*expected_rows(names, quotations), strict=True)] == expected


@pytest.mark.parametrize(
    "row",
    rows(UNSAID + BY_OFFICE + SAID_AFTER + SAID_BEFORE + SPEECH_OR_PHRASE + AS_BEFORE),
    ids=lambda row: row[0],
)
def test_a_text_of_several_sentences_tells_whose_words_they_are(row):
    text, *expected = row
    annotations = annotate(text.replace(" /p ", "\n\n").replace("\\n", "\n"))
    names = {person.id: person.name for person in annotations.persons}
    found = [(names.get(q.speaker, "-"), q.kind) for q in annotations.quotations]
    assert [" / ".join(column) for column in zip(*found, strict=True)] == expected


def expected_rows(names, quotations):
    return [(names.get(q.speaker, "-"), q.kind, q.cue.text if q.cue else "-") for q in quotations]


def test_a_nickname_within_a_name_is_no_quotation():
    _, quotations = read("Rozkaz wydał Stefan „Grot” Rowecki.")
    assert quotations == ()


def test_a_quotation_of_several_sentences_is_one():
    text = "Jan Zamoyski mówił: „Przyszli nocą. Spalili wieś […]. Nikt nie ocalał.”. Potem umilkł."
    _, (quotation,) = read(text)
    assert quotation.span.text == "Przyszli nocą. Spalili wieś […]. Nikt nie ocalał."


PIECES = st.sampled_from(
    [
        "„",
        "”",
        "“",
        '"',
        "»",
        "«",
        "‚",
        "’",
        "'",
        ",,",
        "''",
        "–",
        ":",
        ".",
        ",",
        "Jan",
        "Zamoyski",
        "powiedział",
        "„Tak”",
        "że",
        "według",
        "i",
        "\n\n",
        "król",
        "rzekł",
        "Idę",
        "[…]",
    ]
)


@given(
    st.lists(PIECES, max_size=40).map(" ".join)
    | st.lists(PIECES, max_size=40).map("".join)
    | st.text(max_size=200)
)
def test_spans_are_verbatim_apart_and_inside_their_marks(text):
    lines = sentences(text)
    persons = find_persons(text, lines)
    quotations = find_quotations(text, lines, persons)
    assert all(quotation.span.is_verbatim_in(text) and quotation.span.text for quotation in quotations)
    assert all(one.span.end < other.span.start for one, other in pairwise(quotations))
    assert {q.speaker for q in quotations} <= {person.id for person in persons} | {None}
    assert quotations == find_quotations(text, lines, persons)


@pytest.mark.parametrize(
    "piece", ['"', "„", "”", "«", "»", "'", ",,", '" ', "„a” ", "„a” – rzekł „b” ", "(", ": „"]
)
def test_a_hundred_thousand_marks_are_read_to_their_end(piece):
    text = piece * (100_000 // len(piece))
    assert isinstance(find_quotations(text, (Span.of(text, 0, len(text)),)), tuple)
