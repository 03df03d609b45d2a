"""A text comes as a file: it is shown as it was read, mended, confirmed."""

from __future__ import annotations

import io

import pytest
from flask import Flask

from quizapp.store.engine import db
from quizapp.store.uploads import Upload
from tests import cast
from tests.conftest import Clock
from tests.formats.test_documents import BAD, PRINTED, a_docx, an_odt
from tests.web.visitor import Visitor


def send_file(visitor: Visitor, data: bytes, name: str = "unia.txt", **values: str) -> None:
    visitor.open("/teach/sources/new")
    typed = {"csrf_token": visitor.token, "title": "", "body": "", "origin": "", **values}
    visitor.post("/teach/sources/new", {**typed, "file": (io.BytesIO(data), name)})


def shown(visitor: Visitor) -> str:
    assert visitor.page is not None
    return visitor.page.typed("body")


@pytest.mark.parametrize(
    ("data", "kind"),
    [(a_docx(), "Word document"), (an_odt(), "OpenDocument text"), (PRINTED, "PDF document")],
    ids=["docx", "odt", "pdf"],
)
def test_a_document_is_shown_as_it_was_read_and_becomes_a_source(
    anna: Visitor, data: bytes, kind: str
) -> None:
    send_file(anna, data, "dzieje.bin")

    assert kind in anna.page.words
    assert anna.page.typed("title")
    text = shown(anna)
    anna.send("Use this text")

    assert anna.page.soup.select(".workbench")
    assert text.split("\n")[0] in anna.page.words


def test_what_the_teacher_mended_is_the_source(anna: Visitor) -> None:
    send_file(anna, cast.TEXT.encode(), "unia lubelska.txt", origin="Podręcznik")
    assert (anna.page.typed("title"), anna.page.typed("origin")) == ("unia lubelska", "Podręcznik")

    anna.send("Use this text", title="Unia", body=cast.TEXT.replace("Rudym", "Czarnym"))

    assert "Czarnym" in anna.page.words
    assert "Podręcznik" in anna.page.words
    assert anna.page.heading == "Unia"


def test_the_encoding_is_named_with_words_to_tell_by_and_may_be_changed(anna: Visitor) -> None:
    send_file(anna, cast.TEXT.encode("cp1250"))
    assert "Windows-1250" in anna.page.words
    assert "Unię" in anna.page.soup.select_one(".telling").get_text()

    anna.send("Read again", encoding="ISO 8859-2")
    assert "mówił" in shown(anna)
    assert "„Z trzech" not in shown(anna)
    anna.send("Read again", encoding="Windows-1250")

    assert shown(anna) == cast.TEXT


def test_damaged_letters_are_counted_before_the_text_is_taken(anna: Visitor) -> None:
    send_file(anna, cast.TEXT.encode().replace("ę".encode(), b"\xc4", 2))

    assert "2 letters could not be read" in anna.page.words


@pytest.mark.parametrize("what", BAD)
def test_a_file_that_cannot_be_read_is_refused_beside_the_field(anna: Visitor, what: str) -> None:
    send_file(anna, BAD[what][0](), "tekst.docx", title="Unia", origin="Stąd")

    assert anna.page.status == 422
    assert anna.page.error_beside("file")
    assert (anna.page.typed("title"), anna.page.typed("origin")) == ("Unia", "Stąd")


@pytest.mark.parametrize(
    "name",
    ["..\\..\\x", "a\0.txt", "x" * 3000, "CON", ".xml", "\u202egpj.exe", "<b>.txt", "../../etc/passwd"],
)
def test_the_name_of_a_file_is_only_shown(anna: Visitor, name: str) -> None:
    send_file(anna, cast.TEXT.encode(), name)

    assert anna.page.status == 200
    assert shown(anna) == cast.TEXT
    assert len(anna.page.typed("title")) <= 200
    assert not set(anna.page.typed("title")) & set("/\\\0\u202e")


def test_a_file_beside_a_pasted_text_is_asked_about(anna: Visitor) -> None:
    send_file(anna, b"x", title="Unia", body=cast.TEXT)

    assert anna.page.status == 422
    assert anna.page.typed("body") == cast.TEXT


@pytest.mark.parametrize("values", [{"title": ""}, {"body": " \n "}, {"body": "Wojna"}])
def test_what_cannot_be_confirmed_comes_back_as_typed(anna: Visitor, values: dict[str, str]) -> None:
    send_file(anna, cast.TEXT.encode())

    anna.send("Use this text", **{"origin": "Stąd", **values})

    assert anna.page.status == 422
    assert anna.page.error_beside(next(iter(values)))
    assert anna.page.typed("origin") == "Stąd"


def test_a_form_sent_twice_makes_one_source(anna: Visitor) -> None:
    send_file(anna, cast.TEXT.encode())
    address, typed = anna.page.path, {"title": "Unia", "body": cast.TEXT, "csrf_token": anna.token}

    anna.post(address, typed)
    anna.post(address, typed)

    assert "confirmed already" in anna.page.html
    assert len(anna.page.soup.select(".catalogue > li")) == 1


def test_another_teacher_sees_nothing_of_it(anna: Visitor, celina: Visitor) -> None:
    send_file(anna, cast.TEXT.encode())
    address = anna.page.path
    celina.open("/teach/sources/new")
    token = celina.token

    assert celina.open(address).status == 404
    assert celina.post(f"{address}/reading", {"csrf_token": token}).status == 404
    celina.post(address, {"csrf_token": token, "title": "x", "body": cast.TEXT})
    assert not celina.page.soup.select(".catalogue")


def test_what_nobody_confirmed_is_forgotten(app: Flask, anna: Visitor, clock: Clock) -> None:
    send_file(anna, cast.TEXT.encode())
    clock.forward(days=2)
    send_file(anna, cast.TEXT.encode())

    with app.app_context():
        assert len(db.session.scalars(db.select(Upload)).all()) == 1


def test_a_whole_book_may_be_sent_and_no_more(anna: Visitor) -> None:
    send_file(anna, b"%PDF-1.7" + bytes(9_000_000))
    assert anna.page.status == 422
    send_file(anna, bytes(17_000_000))
    assert anna.page.status == 413
