"""Files as other programs write them, read as text; and all that is wrong with files."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document as Docx
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from odfdo import Document as Odt
from odfdo import Header, List, Paragraph, Table
from pypdf import PdfReader, PdfWriter

from quizapp.formats.documents import ENCODINGS, Document, child, read_document
from quizapp.formats.documents.lines import flowing_text, paragraphs
from quizapp.formats.exchange import UnreadableFile

PRINTED = (Path(__file__).parent / "documents" / "kronika.pdf").read_bytes()
SENTENCE = "Unię lubelską zawarto 1 lipca 1569 roku w Lublinie."
PLAIN = f"{SENTENCE}\n\nSejmowi przewodniczył król Zygmunt August, a śluby złożono wśród źrebców."


def a_docx() -> bytes:
    document = Docx()
    document.core_properties.title = "Unia lubelska"
    document.add_heading("Unia", 1)
    document.add_paragraph(SENTENCE)
    document.add_paragraph("jedno państwo", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "1582", "pokój w Jamie Zapolskim"
    document.add_paragraph("Koniec.")
    return saved(document)


def an_odt() -> bytes:
    document = Odt("text")
    document.body.clear()
    document.body.append(Header(1, "Unia"))
    told = Paragraph(SENTENCE)
    told.insert_note(after="1569", note_id="n1", citation="1", body="Tak Bielski.")
    document.body.append(told)
    document.body.append(List(["jedno państwo"]))
    table = Table("T", width=2, height=1)
    table.set_value("A1", "1582")
    table.set_value("B1", "pokój w Jamie Zapolskim")
    document.body.append(table)
    document.body.append(Paragraph("Koniec."))
    return saved(document)


def saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def zipped(**members: bytes | str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def word(body: str, prefix: str = "") -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return zipped(word__document_xml=f"{prefix}<w:document {space}><w:body>{body}</w:body></w:document>")


def test_a_word_document_gives_its_paragraphs_lists_and_tables() -> None:
    read = read_document(a_docx())

    assert (read.kind, read.title) == ("docx", "Unia lubelska")
    assert read.text.split("\n\n") == [
        "Unia",
        SENTENCE,
        "jedno państwo",
        "1582 – pokój w Jamie Zapolskim",
        "Koniec.",
    ]


def test_an_opendocument_gives_the_same_and_its_notes_at_the_end() -> None:
    read = read_document(an_odt())

    assert read.kind == "odt"
    assert read.text.split("\n\n") == [
        "Unia",
        SENTENCE,
        "jedno państwo",
        "1582 – pokój w Jamie Zapolskim",
        "Koniec.",
        "Tak Bielski.",
    ]
    assert [str(remark) for remark in read.remarks] == ["Notes were put at the end of the text: 1."]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<w:p><w:r><w:t>w </w:t></w:r><w:r><w:t>1569</w:t></w:r></w:p>", "w 1569"),
        ("<w:p><w:del><w:r><w:delText>nie</w:delText></w:r></w:del><w:r><w:t>tak</w:t></w:r></w:p>", "tak"),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>skryte</w:t></w:r><w:r><w:t>jawne</w:t></w:r></w:p>", "jawne"),
        ("<w:p><w:r><w:t>raz</w:t><w:br/><w:t>dwa</w:t></w:r></w:p>", "raz\ndwa"),
        ('<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>1</w:t></w:r></w:p><w:p><w:t>a</w:t></w:p>', "a"),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>a</w:t></w:r></w:p>", "a"),
    ],
)  # fmt: skip
def test_of_word_only_what_is_shown_comes_in(body: str, text: str) -> None:
    assert read_document(word(body)).text == text


def test_a_pdf_gives_paragraphs_without_running_heads_numbers_and_divided_words() -> None:
    read = read_document(PRINTED)

    assert (read.kind, read.title) == ("pdf", "Unia lubelska")
    assert "najmłodszy syn wojewody siedmiogrodzkiego Stefana Batorego i Katarzyny Telegdi." in read.text
    assert "Dzieje ojczyste" not in read.text
    assert not [line for line in read.text.split("\n") if line.strip().isdecimal()]
    assert [str(remark) for remark in read.remarks] == ["Running heads and page numbers left out: 16 lines."]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Na czele stanął Mikołaj Ra-", "dziwiłł."], "Na czele stanął Mikołaj Radziwiłł."),
        (["Wojsko polsko-", "litewskie zwyciężyło."], "Wojsko polsko-litewskie zwyciężyło."),
        (["Układ zawarto w Bielsku-", "Białej."], "Układ zawarto w Bielsku-Białej."),
        (["Powstanie listopado-", "we upadło."], "Powstanie listopadowe upadło."),
    ],
)  # fmt: skip
def test_a_word_divided_at_a_line_end_is_joined(lines: list[str], text: str) -> None:
    assert paragraphs(lines) == text


def test_the_last_line_of_a_page_that_no_other_has_stays() -> None:
    told = ("unii", "pokoju", "wojnie", "sejmie", "królu")
    pages = [["Tom II", f"Zdanie o {what}.", str(place + 7)] for place, what in enumerate(told)]
    pages[3][1] = "1569"

    text, dropped = flowing_text(pages)

    assert dropped == 10
    assert "1569" in text
    assert "Zdanie o królu." in text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("# Unia\n\nTekst **ważny** o [królu](https://a.pl).\n", "Unia\n\nTekst ważny o królu."),
        ("---\ntitle: Dzieje\n---\n# Unia\n\nRok 1569.[^1]\n\n- a\n- b\n", "Unia\n\nRok 1569.\n\na\n\nb"),
    ],
)
def test_markdown_loses_its_signs(typed: str, text: str) -> None:
    read = read_document(typed.encode())

    assert (read.kind, read.text) == ("markdown", text)


def test_a_web_page_loses_menus_scripts_and_note_marks() -> None:
    page = (
        "<!DOCTYPE html><html><head><title>Unia &amp; pokój</title><style>p{}</style></head><body><nav>Menu</nav>"
        "<p>W 1569<sup class='reference'>[1]</sup> roku &lt;b&gt;.</p><script>alert(1)</script>"
        "<table><tr><th>1582<td>pokój</table><footer>Stopka</footer></body></html>"
    )

    read = read_document(page.encode())

    assert (read.kind, read.title) == ("html", "Unia & pokój")
    assert read.text == "W 1569 roku <b>.\n\n1582 – pokój"


def test_a_plain_text_stays_as_it_is() -> None:
    assert read_document(PLAIN.encode()) == Document(PLAIN, "text", encoding="UTF-8")


@pytest.mark.parametrize(("name", "codec"), [(n, c) for n, c in ENCODINGS.items() if n != "Windows-1252"])
def test_any_encoding_may_be_chosen(name: str, codec: str) -> None:
    assert read_document(PLAIN.encode(codec), name).text == PLAIN


def test_damaged_letters_are_counted() -> None:
    damaged = (PLAIN * 5).encode().replace("ę".encode(), b"\xc4", 3)

    read = read_document(damaged)

    assert (read.encoding, read.replaced) == ("UTF-8", 3)


def test_what_a_file_is_may_be_chosen_for_plain_text() -> None:
    assert read_document(b"# 1569\n\ntekst", kind="text").text == "# 1569\n\ntekst"


def encrypted_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(PRINTED)))
    writer.encrypt("haslo", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def scanned_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


ENTITY = '<!DOCTYPE x [<!ENTITY a "{}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "no text in this file"),
    "blank": (lambda: b" \n\0 ", "no text in this file"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 40, "PNG picture"),
    "an old document": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old or a password-protected"),
    "rtf": (lambda: b"{\\rtf1 Ala ma kota}", "RTF"),
    "a program": (lambda: b"MZ\x90\0" + bytes(100), "a program"),
    "any zip": (lambda: zipped(readme_xml="x"), "a zip archive"),
    "a spreadsheet": (lambda: zipped(xl__workbook_xml="<x/>"), "a spreadsheet"),
    "a damaged document": (lambda: a_docx()[:2000], "damaged"),
    "a document of broken xml": (lambda: word("<w:p>"), "damaged"),
    "an empty document": (lambda: word("<w:p/>"), "no text in this file"),
    "an external entity": (
        lambda: word("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        "entities",
    ),
    "a billion laughs": (lambda: word("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", ENTITY.format("ha" * 900)), "entities"),
    "a zip bomb": (lambda: zipped(word__document_xml=b" " * 60_000_000), "too large"),
    "too many members": (lambda: zipped(**{f"m{n}": "" for n in range(6000)}), "6000 files"),
    "an encrypted odt": (
        lambda: zipped(
            mimetype="application/vnd.oasis.opendocument.text",
            content_xml="x",
            **{"META-INF__manifest_xml": "<manifest:encryption-data/>"},
        ),
        "password",
    ),
    "an encrypted pdf": (encrypted_pdf, "password"),
    "a scanned pdf": (scanned_pdf, "pictures of pages"),
    "a cut pdf": (lambda: b"%PDF-1.7\n" + b"x" * 50, "damaged"),
    "control characters": (lambda: bytes(range(1, 9)) * 100, "no text that can be read"),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_what_cannot_be_read_is_named(what: str) -> None:
    make, says = BAD[what]

    with pytest.raises(UnreadableFile, match=says):
        read_document(make())


def test_thirty_thousand_levels_are_read_or_refused() -> None:
    deep = "<w:sdt>" * 30_000 + "<w:p><w:r><w:t>dno</w:t></w:r></w:p>" + "</w:sdt>" * 30_000

    assert read_document(word(deep)).text == "dno"
    assert is_answered(("<html>" + "<div>" * 3_000 + "dno").encode())


@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.7\n", b"<html>", b"# a\n"]))
def test_no_bytes_break_the_reader(data: bytes, beginning: bytes) -> None:
    assert is_answered(beginning + data)


GOOD = (
    a_docx(),
    an_odt(),
    PRINTED,
    b"# Unia\n\n| a | b |\n|--|--|\n| 1 | 2 |\n",
    b"<html><p>a<table><tr><td>b",
)


@hypothesis_settings(max_examples=150)
@given(st.sampled_from(range(len(GOOD))), st.integers(0, 2**32))
def test_no_damage_to_a_good_file_breaks_the_reader(which: int, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(GOOD[which])
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    if chance.random() < 0.3:
        del data[chance.randrange(len(data)) :]

    assert is_answered(bytes(data))


@pytest.mark.parametrize("tag", ["w:p", "w:tr", "w:tc", "w:t", "w:r"])
def test_no_order_of_elements_breaks_the_reader(tag: str) -> None:
    body = f"<{tag}><w:tr><w:tc><w:p><w:r><w:t>słowa</w:t></w:r></w:p></w:tc></w:tr></{tag}>"

    assert "słowa" in read_document(word(body)).text


def is_answered(data: bytes) -> bool:
    """Whether there is a text, or a refusal that says something."""
    try:
        return bool(read_document(data).text.strip())
    except UnreadableFile as error:
        return bool(str(error))


@pytest.mark.parametrize("data", [a_docx(), PLAIN.encode(), b"\x89PNG"])
def test_a_process_of_its_own_answers_the_same(data: bytes) -> None:
    run = subprocess.run(
        [sys.executable, "-m", child.__name__], input=data, capture_output=True, check=True, timeout=60
    )
    answer = run.stdout.decode()

    if data == b"\x89PNG":
        with pytest.raises(UnreadableFile, match="PNG"):
            child.document_of(answer)
    else:
        assert child.document_of(answer) == read_document(data)
