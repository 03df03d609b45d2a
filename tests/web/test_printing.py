from __future__ import annotations

import io
import re

import pytest
from docx import Document
from flask import Flask

from quizapp.formats.print_docx import PARTS, Paper, PaperWords, write_docx
from quizapp.items.versions import arrange
from quizapp.store import quizzes
from tests import cast
from tests.browser.every_type import items as one_of_each
from tests.web.visitor import Visitor

WORDS = PaperWords("name", "date", "points", "version", "sheet", "key", "proof", "several", "order", "match")


@pytest.fixture
def quiz(app: Flask, anna: Visitor) -> str:
    """The address of Anna's quiz with a question of each type."""
    with app.app_context():
        account = quizzes.db.session.scalars(quizzes.select(quizzes.Account)).one()
        made = cast.a_quiz(account, one_of_each(), "Unia: każdy rodzaj", published=False)
        return f"/teach/quizzes/{made.public_id}"


def lines(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]


def test_the_paper_has_a_test_a_sheet_and_a_key_for_each_version(anna: Visitor, quiz: str) -> None:
    anna.open(quiz)
    anna.follow("Print")
    page = anna.send("Show", versions="2", part=["test", "sheet", "key"])

    assert [part["aria-label"] for part in page.soup.select(".paper")] == [
        "Test A",
        "Test B",
        "Answer sheet A",
        "Answer sheet B",
        "Key A",
        "Key B",
    ]
    for test in page.soup.select(".part-test"):
        assert "Name or register number" in test.get_text()
        assert len(test.select(".paper-questions > li")) == 8
    for sheet in page.soup.select(".part-sheet .paper-rows"):
        assert len(sheet.find_all("li")) == 8
    for key in page.soup.select(".part-key .paper-key"):
        assert len(key.select("tbody tr")) == 8
        assert "Unię lubelską zawarto 1 lipca 1569 roku" in key.get_text()


def test_the_test_itself_gives_nothing_away(anna: Visitor, quiz: str) -> None:
    page = anna.open(f"{quiz}/print?part=test&part=sheet")

    assert "Unię lubelską zawarto" not in page.words
    assert "Lublin" not in page.words.replace("lubelsk", "")
    assert "Key" not in [part["aria-label"].split()[0] for part in page.soup.select(".paper")]


def test_the_same_quiz_is_printed_alike_again(anna: Visitor, quiz: str) -> None:
    first = anna.open(f"{quiz}/print?versions=3").words

    assert anna.open(f"{quiz}/print?versions=3").words == first
    document = anna.open(f"{quiz}/print.docx?versions=3").data
    assert lines(anna.open(f"{quiz}/print.docx?versions=3").data) == lines(document)


@pytest.mark.parametrize("query", ["versions=0", "versions=99", "versions=x&part=%3Cb%3E", "part="])
def test_a_strange_wish_prints_one_version_of_everything(anna: Visitor, quiz: str, query: str) -> None:
    page = anna.open(f"{quiz}/print?{query}")

    assert page.status == 200
    assert len(page.soup.select(".paper")) == 3


def test_an_empty_quiz_is_not_printed(anna: Visitor) -> None:
    anna.open("/teach/quizzes")
    anna.send("New quiz", title="Pusty")
    address = anna.page.path

    assert "Print" not in anna.page.words
    assert anna.open(f"{address}/print").status == 404
    assert anna.open(f"{address}/print.docx").status == 404


def test_a_stranger_prints_nothing(quiz: str, celina: Visitor) -> None:
    assert celina.open(f"{quiz}/print").status == 404
    assert celina.open(f"{quiz}/print.docx").status == 404


def test_the_document_opens_again_and_holds_every_version(anna: Visitor, quiz: str) -> None:
    file = anna.open(f"{quiz}/print.docx?versions=2")

    assert file.headers["Content-Disposition"] == "attachment; filename=Unia-kazdy-rodzaj.docx"
    document = Document(io.BytesIO(file.data))
    text = [paragraph.text for paragraph in document.paragraphs]
    assert document.core_properties.title == "Unia: każdy rodzaj"
    assert text.count("Unia: każdy rodzaj") == 6
    assert "Version A" in text
    assert "Answer sheet · Version B" in text
    assert any(line.startswith("Name or register number: ____") for line in text)
    assert [len(table.rows) for table in document.tables] == [8, 8, 8, 8]
    keys = [" ".join(cell.text for cell in row.cells) for row in document.tables[2].rows]
    assert any("Unię lubelską zawarto 1 lipca 1569 roku" in key for key in keys)
    section = document.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)


def test_no_page_of_the_document_ends_inside_a_question() -> None:
    content = write_docx(Paper("Test", arrange(one_of_each(), 1, "x"), WORDS), ["test"])
    paragraphs = Document(io.BytesIO(content)).paragraphs
    starts = [
        place for place, each in enumerate(paragraphs) if re.match(r"\d+\. ", each.text) and each.runs[0].bold
    ]

    assert len(starts) == 8
    for start, end in zip(starts, [*starts[1:], len(paragraphs)], strict=True):
        assert all(each.paragraph_format.keep_with_next for each in paragraphs[start : end - 1])
        assert not paragraphs[end - 1].paragraph_format.keep_with_next


@pytest.mark.parametrize("part", PARTS)
def test_each_part_alone_begins_on_the_first_page(part: str) -> None:
    content = write_docx(Paper("Test", arrange(one_of_each(), 1, "x"), WORDS), [part])  # type: ignore[list-item]

    assert lines(content)[0] == "Test"
    assert "w:br w:type" not in Document(io.BytesIO(content)).element.xml


def test_signs_that_a_document_cannot_hold_do_not_break_it() -> None:
    odd = cast.a_choice("Co\x0b z \x00 tym?", "a\x1fb", ("<w:p>", "&amp;"))
    content = write_docx(Paper("T\x00", arrange([odd], 1, "x"), WORDS), PARTS)

    assert any("<w:p>" in line for line in lines(content))
