from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from flask import Flask

from quizapp.store import attempts
from quizapp.web.qr_codes import qr_code
from quizapp.web.teach.presenting import is_only_here
from tests import cast
from tests.web.conftest import joined
from tests.web.visitor import Visitor


@pytest.fixture
def wall(anna: Visitor, code: str) -> str:
    """The address of the projector's page of Anna's quiz."""
    anna.open("/teach/quizzes")
    return anna.follow("Unia lubelska: sprawdzian").path + "/presenting"


def test_the_wall_tells_the_code_the_address_and_the_qr_code(anna: Visitor, wall: str, code: str) -> None:
    page = anna.open(wall)

    assert f"{code[:3]}\u00a0{code[3:]}" in page.html
    assert "localhost" in page.words
    assert page.soup.img is not None
    assert page.soup.img["alt"] == f"QR code of the address http://localhost/q/{code}"


def test_the_qr_code_is_a_picture_of_the_entrance(anna: Visitor, wall: str, code: str) -> None:
    picture = anna.open(f"{wall}/code.svg")

    assert picture.headers["Content-Type"].startswith("image/svg+xml")
    assert picture.data == qr_code(f"http://localhost/q/{code}")
    assert b"style=" not in picture.data
    assert b"<script" not in picture.data


def test_the_wall_names_who_joined_and_who_finished(app: Flask, anna: Visitor, wall: str, code: str) -> None:
    joined(app, code, "Ula")
    olek = joined(app, code, "<b>Olek")
    olek.open(olek.page.path.rsplit("/", 1)[0] + "/review")
    olek.send("Finish")

    page = anna.open(wall)

    assert "2 people have joined" in page.words
    assert "1 person has finished" in page.words
    assert "<b>Olek – has finished" in page.words


def test_without_the_wish_no_nickname_reaches_the_wall(
    app: Flask, anna: Visitor, wall: str, code: str
) -> None:
    joined(app, code, "Ula")
    anna.open(wall.removesuffix("/presenting"))
    unticked = {"csrf_token": anna.token, "title": "Sprawdzian", "feedback": "at_once"}
    anna.post(wall.removesuffix("/presenting"), unticked)

    assert "1 person has joined" in anna.open(wall).words
    assert "Ula" not in anna.page.html
    assert "Ula" not in anna.client.get(f"{wall}/class").text


def test_the_part_that_changes_comes_alone(app: Flask, anna: Visitor, wall: str, code: str) -> None:
    joined(app, code, "Ula")

    part = BeautifulSoup(anna.client.get(f"{wall}/class").text, "html.parser")

    assert part.find("html") is None
    assert [tag["data-part"] for tag in part.find_all(attrs={"data-part": True})] == ["counts", "names"]
    assert part.find(role="status", string=None)["data-part"] == "counts"


def test_many_are_counted_where_they_cannot_be_named(app: Flask, anna: Visitor, wall: str) -> None:
    with app.app_context():
        quiz = attempts.db.session.scalars(attempts.select(cast.quizzes.Quiz)).one()
        for number in range(62):
            cast.an_attempt(quiz, f"Uczeń {number}")

    assert "62 people have joined" in anna.open(wall).words
    assert "and 2 more" in anna.page.words


def test_a_closed_quiz_has_nobody_on_the_wall(anna: Visitor, wall: str) -> None:
    anna.open(wall.removesuffix("/presenting"))
    anna.send("Close")

    page = anna.open(wall)

    assert "The quiz is not open" in page.words
    assert page.soup.img is None
    assert "0" in anna.client.get(f"{wall}/class").text


@pytest.mark.parametrize("part", ["", "/class", "/code.svg"])
def test_the_wall_of_another_teacher_is_nobodys_business(
    app: Flask, celina: Visitor, visitor: Visitor, wall: str, part: str
) -> None:
    assert celina.open(wall + part).status == 404
    assert visitor.open(wall + part).path == "/sign-in"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "quiz.localhost"])
def test_an_address_of_this_computer_alone_is_known(host: str) -> None:
    assert is_only_here(host)


@pytest.mark.parametrize("host", ["192.168.0.5", "quiz.szkola.pl", "fe80::1", ""])
def test_an_address_of_the_network_is_known(host: str) -> None:
    assert not is_only_here(host)
