from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.styles import PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from quizapp.formats.exchange import Reading, UnreadableFile, WrittenItem
from quizapp.formats.options import as_listed
from quizapp.formats.own_table import read_own_table, template_xlsx, write_own_csv, write_own_xlsx
from quizapp.items.item import CATEGORIES, FALSE, STATUSES, TRUE, Item, Option
from quizapp.text.cleaning import clean_line, clean_lines
from tests.formats.sheets import a_sheet, shipped_items, with_part

HEAD = ("treść", "poprawna odpowiedź", "błędna odpowiedź 1", "błędna odpowiedź 2")
ROW = ("Kiedy zawarto unię w Krewie?", "14 sierpnia 1385", "4 marca 1386", "15 lipca 1410")
CSV = "treść;klucz;błędna 1;błędna 2\nKiedy zawarto unię?;1385;1386;1410\n"
SHEET = "xl/worksheets/sheet1.xml"


def csv_of(*rows: Sequence[str]) -> bytes:
    return "\n".join(";".join(row) for row in rows).encode()


def the_item(content: bytes) -> Item:
    (read,) = read_own_table(content).items
    return read.item


def reasons(reading: Reading) -> list[tuple[str, str]]:
    return [(lost.where, str(lost.reason)) for lost in reading.left_out]


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as raised:
        read_own_table(content)
    return str(raised.value)


# what a row may be


CASES: list[tuple[dict[str, str], Item]] = [
    (
        {"typ": "jednokrotny wybór", "klucz": "Polska", "błędne odpowiedzi": "Litwa | Czechy"},
        Item("single", "event", "?", (Option("Polska", True), Option("Litwa", False), Option("Czechy", False)),
             ("Polska",), ()),
    ),
    (
        {"typ": "multiple", "klucz": "Polska | Litwa", "błędna": "Czechy"},
        Item("multiple", "event", "?",
             (Option("Polska", True), Option("Litwa", True), Option("Czechy", False)), ("Polska", "Litwa"), ()),
    ),
    (
        {"typ": "prawda/fałsz", "klucz": "FAŁSZ"},
        Item("boolean", "event", "?", (Option(TRUE, False), Option(FALSE, True)), (FALSE,), ()),
    ),
    (
        {"typ": "luka", "treść": "Unia w ____ była pierwsza.", "klucz": "Krewie"},
        Item("cloze", "event", "Unia w ____ była pierwsza.", (), ("Krewie",), ()),
    ),
    (
        {"typ": "Luka", "treść": "Unia w ____.", "klucz": "Krewie", "błędna 1": "Lublinie", "błędna 2": "Horodle"},
        Item("cloze", "event", "Unia w ____.",
             (Option("Krewie", True), Option("Lublinie", False), Option("Horodle", False)), ("Krewie",), ()),
    ),
    (
        {"typ": "wpisywana", "klucz": "Jadwiga", "przyjmowane": "królowa Jadwiga | Jadwiga Andegaweńska"},
        Item("typed", "event", "?", (), ("Jadwiga", "królowa Jadwiga", "Jadwiga Andegaweńska"), ()),
    ),
    (
        {"typ": "data", "klucz": "14 sierpnia 1385", "kategoria": "data"},
        Item("date", "date", "?", (), ("14 sierpnia 1385",), ()),
    ),
    (
        {"typ": "kolejność", "klucz": "chrzest | ślub | koronacja"},
        Item("order", "event", "?",
             (Option("chrzest", True), Option("ślub", True), Option("koronacja", True)),
             ("chrzest", "ślub", "koronacja"), ()),
    ),
    (
        {"typ": "pary", "klucz": "1385 = unia | 1386 = koronacja", "błędna": "bitwa"},
        Item("match", "event", "?",
             (Option("unia", True, "1385"), Option("koronacja", True, "1386"), Option("bitwa", False)),
             ("1385 – unia", "1386 – koronacja"), ()),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "item"), CASES)
def test_every_type_is_read_from_a_row(cells: dict[str, str], item: Item) -> None:
    cells = {"treść": "?", "kategoria": "wydarzenie"} | cells
    assert the_item(csv_of(list(cells), list(cells.values()))) == item
    assert the_item(a_sheet([list(cells), list(cells.values())])) == item


def test_all_columns_of_a_row_are_kept() -> None:
    cells = {
        "ID": "unia", "Typ": "single", "Kategoria": "data", "Treść pytania": "Kiedy zawarto unię?", "Klucz": "1385",
        "Opcje błędne": "1386 | 1410", "Dowód w tekście": "zawarto w 1385 | unię zawarto", "Informacja zwrotna": "Tak.",
        "Wyjaśnienia opcji": "1386 = koronacja | 1385 = unia", "Tagi": "unie, daty", "Status": "szkic",
    }  # fmt: skip
    (read,) = read_own_table(a_sheet([list(cells), list(cells.values())])).items
    assert read.external_id == "unia"
    assert read.excerpts == ("zawarto w 1385", "unię zawarto")
    assert read.status == "draft"
    assert read.item.feedback == "Tak."
    assert read.item.tags == ("unie", "daty")
    assert [option.why for option in read.item.options] == ["unia", "koronacja", ""]
    assert (read.where, read.remarks) == ("row 2", ())


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"klucz": "1385", "błędna": "1386"}, "single"),
        ({"klucz": "Polska | Litwa", "błędna": "Czechy"}, "multiple"),
        ({"klucz": "Prawda"}, "boolean"),
        ({"klucz": "Krewie", "treść": "Unia w ____."}, "cloze"),
        ({"klucz": "14 sierpnia 1385"}, "date"),
        ({"klucz": "Jadwiga"}, "typed"),
    ],
)
def test_a_row_without_a_type_is_of_the_type_that_it_looks_like_and_says_so(
    cells: dict[str, str], kind: str
) -> None:
    cells = {"treść": "?"} | cells
    (read,) = read_own_table(csv_of(list(cells), list(cells.values()))).items
    assert read.item.type == kind
    assert [str(told) for told in read.remarks if "No type is given" in str(told)]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"klucz": ""}, "The column “poprawna odpowiedź” is empty"),
        ({"treść": ""}, "The column “treść” is empty"),
        ({"typ": "esej"}, "In the column “typ” stands “esej”"),
        ({"status": "nowe"}, "Write one of: gotowe, szkic, wycofane"),
        ({"typ": "single"}, "no wrong answer to choose from"),
        ({"typ": "single", "klucz": "a | b", "błędna": "c"}, "one right answer, and 2 are given"),
        ({"typ": "multiple", "błędna": "c"}, "at least two answers"),
        ({"typ": "boolean", "klucz": "może"}, "has to be Prawda or Fałsz"),
        ({"typ": "boolean", "klucz": "p", "błędna": "może"}, "has no wrong answers"),
        ({"typ": "luka"}, "no gap in the sentence. Write it as ____"),
        ({"typ": "typed", "błędna": "c"}, "has no wrong answers"),
        ({"typ": "data", "klucz": "1385", "błędna": "1386"}, "has no wrong answers"),
        ({"typ": "kolejność"}, "at least two answers"),
        ({"typ": "pary", "klucz": "1385 – unia | 1386 = ślub"}, "“1385 – unia” is no pair"),
        ({"błędna": "b | b"}, "Two of the answers are the same: b"),
        ({"treść": "x" * 4_001}, "The question has 4001 characters; at most 4000 fit."),
        ({"klucz": "x" * 1_001}, "An answer is longer than 1000 characters."),
        ({"błędna": "|".join(map(str, range(50)))}, "It has 51 answers; at most 50 fit."),
        ({"wyjaśnienia": "dlaczego"}, "In the column “wyjaśnienia odpowiedzi”, “dlaczego” is no pair"),
    ],
)
def test_a_bad_row_is_named_and_the_good_ones_come_in(cells: dict[str, str], reason: str) -> None:
    bad = {"treść": "Co to?", "klucz": "a", "typ": "", "błędna": "", "status": "", "wyjaśnienia": ""} | cells
    good = {"treść": "Kiedy?", "klucz": "1385", "typ": "", "błędna": "1386", "status": "", "wyjaśnienia": ""}
    reading = read_own_table(csv_of(list(bad), list(good.values()), list(bad.values()), list(good.values())))
    assert [read.where for read in reading.items] == ["row 2", "row 4"]
    ((where, why),) = reasons(reading)
    assert where == "row 3"
    assert reason in why


def test_a_date_that_nobody_understands_is_told_and_kept() -> None:
    (read,) = read_own_table(
        csv_of(("treść", "klucz", "typ"), ("Kiedy?", "1385 | za Jagiełły", "data"))
    ).items
    assert read.item.answer == ("1385", "za Jagiełły")
    assert [str(told) for told in read.remarks] == [
        "“za Jagiełły” is not understood as a date, so it counts word for word."
    ]


def test_what_could_not_be_kept_is_said() -> None:
    head = ("id", "treść", "klucz", "typ", "kategoria", "błędna", "przyjmowane", "wyjaśnienia", "nauczyciel")
    row = (
        "a",
        "Kto?",
        "Jagiełło",
        "single",
        "średniowiecze",
        "Witold",
        "Władysław",
        "Zygmunt = nie on | Witold = a | Witold = b",
        "AK",
    )
    reading = read_own_table(csv_of(head, row, row))
    first, second = reading.items
    assert first.item.tags == ("średniowiecze",)
    assert [str(told).split(":")[0] for told in first.remarks] == [
        "“Witold” is explained twice; the first explanation is kept.",
        "“Zygmunt” is explained, but is none of the answers.",
        "Further accepted answers are only for typed questions",
        "“średniowiecze” is no category here, so it became a tag.",
    ]
    assert (first.external_id, second.external_id) == ("a", "")
    assert "taken already in row 2" in str(second.remarks[-1])
    assert reasons(reading) == [
        ("row 1", "Column I (“nauczyciel”) is none of this table, so it was not read.")
    ]


@pytest.mark.parametrize(
    ("head", "key", "kind", "right"),
    [
        (("Pytanie", "A", "B", "C", "Poprawna"), "B", "single", ["y"]),
        (
            ("Pytanie", "Odpowiedź A", "Odpowiedź B", "Odpowiedź C", "Poprawna odpowiedź"),
            "a, c",
            "multiple",
            ["x", "z"],
        ),
        (
            ("Treść pytania", "Odpowiedź 1", "Odpowiedź 2", "Odpowiedź 3", "Prawidłowa odpowiedź"),
            "3",
            "single",
            ["z"],
        ),
        (("Pytanie", "opcja 1", "opcja 2", "opcja 3", "klucz"), "Y", "single", ["y"]),
    ],
)
def test_answers_in_lettered_columns_are_told_apart_by_the_letter(
    head: tuple[str, ...], key: str, kind: str, right: list[str]
) -> None:
    item = the_item(a_sheet([head, ("Co?", "x", "y", "z", key)]))
    assert item.type == kind
    assert [option.text for option in item.options if option.correct] == right
    assert len(item.options) == 3


# files of other programs


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "iso8859-2"])
@pytest.mark.parametrize("said", [False, True])
def test_any_dialect_of_csv_is_read(delimiter: str, line_end: str, codec: str, said: bool) -> None:
    text = CSV.replace(";", delimiter).replace("\n", line_end)
    content = (f"sep={delimiter}{line_end}" + text if said else text).encode(codec)
    read = the_item(content)
    assert read.stem == "Kiedy zawarto unię?"
    assert [option.text for option in read.options] == ["1385", "1386", "1410"]


def test_the_delimiter_is_the_one_that_parts_the_names() -> None:
    text = 'Pytania, klasa 8, rok 2026\n\n"treść",poprawna,błędna\n"Kto; kiedy, gdzie?",a,b\n'
    assert the_item(text.encode()).stem == "Kto; kiedy, gdzie?"


def test_quoted_cells_hold_delimiters_lines_and_quotes() -> None:
    text = 'treść;klucz;błędne\n"Kto ""wielki""; i\nkiedy?"; "a" ;"b\nc"\n'
    item = the_item(text.encode())
    assert item.stem == 'Kto "wielki"; i kiedy?'
    assert [option.text for option in item.options] == ["a", "b", "c"]


def test_quotes_inside_a_cell_are_letters() -> None:
    item = the_item('treść;klucz;błędna\n"Wielki" czy mały?;a "b" c;5" lufa\n'.encode())
    assert item.stem == '"Wielki" czy mały?'
    assert [option.text for option in item.options] == ['a "b" c', '5" lufa']


def test_an_unclosed_quote_costs_its_own_row_only() -> None:
    reading = read_own_table('treść;klucz;błędna\n"Kto;a;b\nCo?;"c";d\nGdzie?;e;f\n'.encode())
    assert [read.where for read in reading.items] == ["row 3", "row 4"]
    ((where, why),) = reasons(reading)
    assert where == "row 2"
    assert "quotation mark" in why


def test_a_row_with_more_cells_than_names_is_not_guessed_at() -> None:
    reading = read_own_table("treść;klucz;błędna\nKto; kiedy?;a;b\nCo?;c;d;;\n".encode())
    assert [read.item.stem for read in reading.items] == ["Co?"]
    assert reasons(reading)[0][0] == "row 2"
    assert "4 cells under 3 names" in reasons(reading)[0][1]


def test_text_stays_text_in_csv() -> None:
    for text in ("007", "1E5", "1,5", "45321", "1/2", "1 000", "-5"):
        assert the_item(csv_of(("treść", "klucz", "typ"), ("Ile?", text, "typed"))).answer == (text,)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \r\n ", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "byte 0"),
        (b"%PDF-1.7 x", "byte 0"),
        ("treść;klucz\nKto\0?;a".encode(), "byte"),
        (b"<!DOCTYPE html><table><tr><td>x</td></tr></table>", "web page"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "web page or XML"),
        ("pytania z historii\nKto?;Jagiełło".encode(), "No row names the columns"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Excel (XLS)"),
        (b"\xd0\xcf\x11\xe0" + bytes(99) + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04 cut off", "damaged"),
        (";".join(["treść", "klucz", *["x"] * 200_000]).encode(), "more than 500 columns"),
        ("treść;klucz;Klucz\na;b;c".encode(), "Columns B and C both hold “poprawna odpowiedź”"),
        ("treść;poprawna;odpowiedź\na;b;c".encode(), "Columns B and C"),
    ],
)
def test_a_file_that_is_no_table_is_refused_by_what_it_is(content: bytes, words: str) -> None:
    started = time.process_time()
    assert words in refusal(content)
    assert time.process_time() - started < 10


def test_empty_names_and_empty_rows_are_passed_over() -> None:
    reading = read_own_table(
        ("treść;;klucz;błędna;\n;;;\n" + "\n" * 5 + "Kto?;;a;b;\n" + ";;;;\n" * 999).encode()
    )
    assert [read.where for read in reading.items] == ["row 8"]
    assert reading.left_out == ()


def test_twenty_thousand_rows_are_read_and_the_bad_last_one_is_named() -> None:
    started = time.process_time()
    reading = read_own_table((CSV + "Kiedy?;1385;1386;\n" * 20_000 + "Bez klucza;;;\n").encode())
    assert len(reading.items) == 20_001
    assert [lost.where for lost in reading.left_out] == ["row 20003"]
    assert time.process_time() - started < 60


# spreadsheets


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1917, "General", "1917"),
        (1917.0, "0", "1917"),
        (2.5, "General", "2,5"),
        (0.1 + 0.2, "0.0", "0,3"),
        (1e20, "General", "100000000000000000000"),
        (0.25, "0%", "25%"),
        (-5, "General", "-5"),
        (True, "General", "Prawda"),
        (False, "General", "Fałsz"),
        (date(1917, 12, 15), "yyyy-mm-dd", "15 grudnia 1917"),
        (datetime(1917, 12, 15), "[$-415]d\\ mmmm\\ yyyy;@", "15 grudnia 1917"),  # noqa: DTZ001
        (date(1917, 12, 15), "d mmmm", "15 grudnia"),
        (date(1917, 12, 1), "mmmm yyyy", "grudzień 1917"),
        (date(1917, 1, 1), "yyyy", "1917"),
        (datetime(1917, 12, 15, 4, 30), "d.mm.yyyy h:mm", "15 grudnia 1917, 04:30"),  # noqa: DTZ001
        ("  Jagiełło\r\n", "@", "Jagiełło"),
        ("007", "@", "007"),
        ("a_x000D_", "@", "a"),
    ],
)
def test_a_cell_is_read_as_it_looks(value: Any, number_format: str, text: str) -> None:
    def mend(book: Any) -> None:
        book.active["B2"].number_format = number_format

    item = the_item(a_sheet([("treść", "klucz", "typ"), ("Co?", value, "typed")], mend))
    assert item.answer == (text,)


def test_a_true_cell_is_the_key_of_a_boolean() -> None:
    assert the_item(a_sheet([HEAD, ("Unia była w 1385 roku.", False)])).answer == (FALSE,)


def test_a_formula_counts_by_its_result_and_one_without_is_named() -> None:
    content = a_sheet([HEAD, ROW, ("=A2", *ROW[1:]), ("Kto?", "=1+1", "a", "b"), ("=D2", "=B2", "=C2")])

    def with_result(sheet: bytes) -> bytes:
        return (
            sheet.replace(b"<f>A2</f><v></v>", b"<f>A2</f><v>Kiedy?</v>")
            .replace(b"<f>A2</f><v />", b"<f>A2</f><v>Kiedy?</v>")
            .replace(b'<c r="A3">', b'<c r="A3" t="str">')
        )

    reading = read_own_table(with_part(content, SHEET, with_result))
    assert [read.item.stem for read in reading.items] == [ROW[0], "Kiedy?"]
    assert [where for where, _ in reasons(reading)] == ["row 4", "row 5"]
    assert "Cell B4 holds a formula" in reasons(reading)[0][1]
    assert "Cell A5 holds a formula" in reasons(reading)[1][1]


def test_a_cell_in_error_is_named() -> None:
    def mend(book: Any) -> None:
        book.active["C2"].value, book.active["C2"].data_type = "#REF!", "e"

    reading = read_own_table(a_sheet([HEAD, ROW, ROW], mend))
    assert [read.where for read in reading.items] == ["row 3"]
    assert reasons(reading) == [("row 2", "Cell C2 shows the error #REF! instead of words.")]


def test_merged_cells_count_for_their_first_row() -> None:
    def mend(book: Any) -> None:
        book.active.merge_cells("A2:A3")

    reading = read_own_table(a_sheet([HEAD, ROW, ROW], mend))
    assert [read.where for read in reading.items] == ["row 2"]
    assert reasons(reading) == [("row 3", "The column “treść” is empty. Fill it in.")]


def test_a_head_below_a_title_is_found() -> None:
    assert the_item(a_sheet([("Unie polsko-litewskie",), (), HEAD, ROW])).stem == ROW[0]


def test_every_visible_sheet_is_read_and_others_are_named() -> None:
    def mend(book: Any) -> None:
        for title, rows in (("Druga", [HEAD, ROW]), ("Ukryta", [HEAD, ROW]), ("Notatki", [("kupić kredę",)])):
            sheet: Worksheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        book["Ukryta"].sheet_state = "hidden"
        book.create_sheet("Pusta")

    reading = read_own_table(a_sheet([HEAD, ROW], mend))
    assert [read.where for read in reading.items] == ["sheet Sheet, row 2", "sheet Druga, row 2"]
    assert reasons(reading) == [
        ("sheet Ukryta", "This sheet is hidden. Show it to bring it in."),
        ("sheet Notatki", "No row of this sheet names the columns."),
    ]


def test_a_million_empty_rows_with_colours_do_not_hold_anybody_up() -> None:
    def endless(sheet: bytes) -> bytes:
        rows = b"".join(
            b'<row r="%d" s="1"><c r="A%d" s="1"/></row>' % (at, at) for at in range(3, 1_000_000)
        )
        return sheet.replace(b"</sheetData>", rows + b"</sheetData>")

    def coloured(book: Any) -> None:
        book.active["A1"].fill = PatternFill("solid", fgColor="FFFF00")

    content = with_part(a_sheet([HEAD, ROW], coloured), SHEET, endless)
    started = time.process_time()
    assert the_item(content).stem == ROW[0]
    assert time.process_time() - started < 30


@pytest.mark.parametrize(
    ("name", "part", "words"),
    [
        ("xl/x.xml", bytes(70_000_000), "larger than 60 MB"),
        ("xl/workbook.bin", b"x", "XLSB"),
        ("content.xml", b"x", "OpenDocument"),
        ("word/document.xml", b"x", "Word"),
        ("xl/styles.xml", b'<!DOCTYPE x [<!ENTITY a "a">]><x>&a;</x>', "damaged"),
        (SHEET, b"<worksheet><sheetData><row>", "damaged"),
        ("xl/workbook.xml", b"", "damaged"),
    ],
)
def test_an_archive_that_is_no_plain_spreadsheet_is_refused(name: str, part: bytes, words: str) -> None:
    assert words in refusal(with_part(a_sheet([HEAD, ROW]), name, lambda _: part))


def test_an_archive_of_something_else_is_no_spreadsheet() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("zdjecie.jpg", b"x")
    assert "no spreadsheet" in refusal(target.getvalue())


@pytest.mark.parametrize(
    "oddity", [b"<fonts><font><family val='99'/></font></fonts>", b"<fills><fill/></fills>"]
)
def test_styles_that_are_written_oddly_take_nothing_from_the_words(oddity: bytes) -> None:
    def odd(styles: bytes) -> bytes:
        return re.sub(
            rb"<(fonts|fills).*?</\1>", lambda found: oddity if found[1] in oddity else found[0], styles
        )

    content = a_sheet([("treść", "klucz", "typ"), ("Kiedy?", date(1917, 12, 15), "data")])
    assert the_item(with_part(content, "xl/styles.xml", odd)).answer == ("15 grudnia 1917",)


def test_dates_counted_from_1904_are_the_same_dates() -> None:
    def filled(book: Any) -> None:
        book.epoch = CALENDAR_MAC_1904
        book.active.append(["Kiedy?", date(1917, 12, 15), "data"])

    content = a_sheet([("treść", "klucz", "typ")], filled)
    assert the_item(content).answer == ("15 grudnia 1917",)


def test_macros_are_passed_over() -> None:
    content = with_part(a_sheet([HEAD, ROW]), "xl/vbaProject.bin", lambda _: b"\xd0\xcf\x11\xe0")
    assert the_item(content).stem == ROW[0]


def test_the_template_is_read_as_its_examples_and_explains_every_column() -> None:
    content = template_xlsx()
    reading = read_own_table(content)
    assert [read.item.type for read in reading.items] == ["single", "typed", "match"]
    assert reading.left_out == ()
    assert all(read.excerpts and not read.remarks for read in reading.items)
    book = load_workbook(io.BytesIO(content))
    head = [str(cell.value) for cell in book["Pytania"][1]]
    explained = {str(row[0].value) for row in book["Objaśnienia"].iter_rows()}
    assert {name.split(" 1")[0] for name in head if name[-1] not in "234"} <= {
        name.split(" 1")[0] for name in explained
    }
    assert book["Pytania"]["E9"].number_format or book["Pytania"].column_dimensions["E"].number_format == "@"


# out and in again


@pytest.mark.parametrize("write", [write_own_csv, write_own_xlsx])
def test_the_shipped_bank_comes_back_as_it_went_out(write: Any) -> None:
    items = shipped_items()
    writing = write(items)
    reading = read_own_table(writing.content)
    assert writing.left_out == reading.left_out == ()
    assert [read.remarks for read in reading.items] == [()] * len(items)
    assert [(read.external_id, read.item, read.excerpts, read.status) for read in reading.items] == [
        (each.id, replace(each.item, evidence=()), tuple(map(clean_line, each.excerpts)), each.status)
        for each in items
    ]


def test_csv_opens_in_a_polish_spreadsheet_and_starts_no_formula() -> None:
    item = Item("typed", "event", "=HYPERLINK(1)", (), ("+1", "-1", "@SUM(A1)", "'=1", "＝1"), ())
    content = write_own_csv([WrittenItem(item, "a")]).content
    assert content.startswith(b"\xef\xbb\xbfid;typ;")
    assert content.endswith(b"\r\n")
    row = content.decode("utf-8-sig").split("\r\n")[1]
    assert "'=HYPERLINK(1)" in row
    assert "'+1" in row
    read = the_item(content)
    assert (read.stem, read.answer) == (item.stem, item.answer)


def test_a_spreadsheet_holds_text_and_no_formulas() -> None:
    item = Item("typed", "event", "=1+1", (), ("007", "=A1"), ())
    content = write_own_xlsx([WrittenItem(item, "1917")]).content
    book = load_workbook(io.BytesIO(content))
    assert {cell.data_type for row in book["Pytania"].iter_rows() for cell in row if cell.value} == {"s"}
    assert the_item(content) == item


def test_what_no_row_can_hold_is_left_out_by_name() -> None:
    long = Item("typed", "event", "Co?", (), ("a",), (), "x" * 8_001)
    alone = Item("multiple", "event", "Które?", (Option("a", True), Option("b", False)), ("a",), ())
    twice = Item(
        "match",
        "event",
        "Co?",
        (Option("x", True, "1", "tak"), Option("x", True, "2")),
        ("1 – x", "2 – x"),
        (),
    )
    fine = Item("typed", "event", "Kto?", (), ("a",), ())
    writing = write_own_xlsx(
        [WrittenItem(item, f"i{n}") for n, item in enumerate((long, alone, fine, twice))]
    )
    assert [lost.where for lost in writing.left_out] == ["i0", "i1", "i3"]
    assert "8001 characters" in str(writing.left_out[0].reason)
    assert [read.external_id for read in read_own_table(writing.content).items] == ["i2"]


LINES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20).map(clean_line)
WORDS = st.one_of(
    LINES.filter(bool),
    st.sampled_from(
        ["=1", "a|b", "a=b", "\\", "\\|", "a,b", "'=1", "1917", "15 grudnia 1917", '"', "_x0041_", "<b>"]
    ),
)
SEVERAL = st.lists(WORDS, min_size=2, max_size=5, unique=True)


@st.composite
def items(draw: st.DrawFn) -> WrittenItem:
    kind = draw(
        st.sampled_from(["single", "multiple", "boolean", "cloze", "gap", "typed", "date", "order", "match"])
    )
    texts = draw(SEVERAL)
    why = draw(st.lists(LINES, min_size=len(texts), max_size=len(texts)))
    stem = draw(WORDS)
    options: list[Option] = []
    if kind in ("single", "gap", "multiple"):
        right = 1 if kind != "multiple" else min(2, len(texts) - 1) if len(texts) > 2 else 2
        options = [Option(text, n < right, "", why[n]) for n, text in enumerate(texts)]
    elif kind == "boolean":
        key = draw(st.sampled_from([TRUE, FALSE]))
        options = [Option(text, text == key, "", why[0]) for text in (TRUE, FALSE)]
    elif kind == "order":
        options = [Option(text, True, "", why[n]) for n, text in enumerate(texts)]
    elif kind == "match":
        lefts = draw(st.lists(WORDS, min_size=2, max_size=len(texts)))
        paired = [*lefts, *[""] * len(texts)]
        options = [Option(text, bool(paired[n]), paired[n], why[n]) for n, text in enumerate(texts)]

    keys = [
        f"{option.left} – {option.text}" if option.left else option.text
        for option in options
        if option.correct
    ]
    item = Item(
        type="cloze" if kind == "gap" else kind,  # type: ignore[arg-type]
        category=draw(st.sampled_from(CATEGORIES)),
        stem=clean_line(f"{stem} ____") if kind in ("cloze", "gap") else stem,
        options=tuple(options),
        answer=tuple(keys if options else texts),
        evidence=(),
        feedback=clean_lines(draw(st.text(max_size=30))),
        tags=tuple(draw(st.lists(WORDS, max_size=3, unique=True))),
    )
    excerpts = tuple(draw(st.lists(WORDS, max_size=3)))
    return WrittenItem(as_listed(item), draw(WORDS), excerpts, draw(st.sampled_from(STATUSES)))


@pytest.mark.parametrize("write", [write_own_csv, write_own_xlsx])
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(written=items())
def test_any_item_comes_back_as_it_went_out_or_is_left_out_by_name(write: Any, written: WrittenItem) -> None:
    writing = write([written])
    reading = read_own_table(writing.content)
    assert len(reading.items) + len(writing.left_out) == 1
    for read in reading.items:
        assert (read.item, read.excerpts, read.external_id, read.status) == (
            written.item, written.excerpts, written.id, written.status,
        )  # fmt: skip


def items_or_refusal(content: bytes) -> tuple[Item, ...]:
    try:
        return tuple(read.item for read in read_own_table(content).items)
    except UnreadableFile as refused:
        return () if str(refused) else (CASES[0][1],)


TYPED_IN = st.text(st.sampled_from("treść;klucz,\"'\n\r\t=|\\ aą"), max_size=80)


@settings(max_examples=300, deadline=None)
@given(content=st.binary(max_size=300) | TYPED_IN.map(str.encode))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    for given_bytes in (content, "treść;klucz;błędna\n".encode() + content, b"PK\x03\x04" + content):
        assert all(item.stem and item.answer for item in items_or_refusal(given_bytes))


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_no_damage_to_a_spreadsheet_breaks_the_reader(data: st.DataObject) -> None:
    content = bytearray(SPREADSHEET)
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    assert len(items_or_refusal(bytes(content[: data.draw(st.integers(1, len(content)))]))) <= 1


SPREADSHEET = a_sheet([HEAD, ROW])
