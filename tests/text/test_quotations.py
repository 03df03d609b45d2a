"""Quotations: where they begin and end, speech apart from phrases, and whose words they are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import sentences

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


def read(text):
    text = text.replace("\\n", "\n").replace(" /p ", "\n\n")
    lines = sentences(text)
    persons = find_persons(text, lines)
    return persons, find_quotations(text, lines, persons)


def rows(table):
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


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
