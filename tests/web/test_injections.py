"""What is typed stays what was typed: no header, no query, no template is made of it."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.store import attempts, people, quizzes, sign_ins
from quizapp.store.engine import db
from tests.web.conftest import joined
from tests.web.visitor import Visitor

LINES = "Unia\r\nSet-Cookie: zly=1\r\n\r\n<p>Unia"
TEMPLATES = ("{{ 7 * 191 }}", "{% for a in b %}", "${7*191}", "#{7*191}", "%(a)s", "{0.__class__}")
QUERIES = (
    "' OR '1'='1",
    "x'; DROP TABLE attempt; --",
    '" OR ""="',
    "\\",
    "%",
    "_",
    "a\x00b",
    "NEAR(",
    '"',
    "*",
)


def quiz_with_title(app: Flask, title: str) -> str:
    with app.app_context():
        quiz = db.session.scalars(select(quizzes.Quiz)).one()
        quiz.title = title
        db.session.commit()
        return quiz.public_id


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_line_ends_in_a_title_make_no_header(app: Flask, anna: Visitor, code: str, kind: str) -> None:
    joined(app, code, "Ula")
    quiz = quiz_with_title(app, LINES)

    file = anna.client.get(f"/teach/quizzes/{quiz}/results.{kind}")

    assert file.status_code == 200
    assert "zly" not in "".join(file.headers.getlist("Set-Cookie"))
    assert all("\n" not in value and "\r" not in value for _, value in file.headers)


@pytest.mark.parametrize("next_page", ["/\r\nSet-Cookie: zly=1", "/%0d%0aSet-Cookie:%20zly=1", "\r\n/"])
def test_line_ends_in_the_way_back_make_no_header(visitor: Visitor, next_page: str) -> None:
    visitor.open("/")
    token = visitor.token

    answer = visitor.client.post("/language", data={"csrf_token": token, "lang": "pl", "next": next_page})

    assert answer.status_code in (302, 303)
    assert all("\n" not in value and "\r" not in value for _, value in answer.headers)
    assert "zly" not in "".join(answer.headers.getlist("Set-Cookie"))


@pytest.mark.parametrize("typed", TEMPLATES)
def test_a_template_that_is_typed_is_shown_as_it_was_typed(
    app: Flask, anna: Visitor, code: str, typed: str
) -> None:
    quiz = quiz_with_title(app, typed)

    ula = joined(app, code, typed)
    ula.open("/scores")
    seen = [ula.page, anna.open(f"/teach/quizzes/{quiz}/results")]

    for page in seen:
        assert page is not None
        assert page.status == 200
        assert typed in " ".join(page.soup.get_text(" ").split())
        assert "1337" not in page.html


@pytest.mark.parametrize("typed", QUERIES)
def test_a_query_that_is_typed_finds_and_does_nothing_more(
    app: Flask, anna: Visitor, code: str, typed: str
) -> None:
    before = counts(app)

    for path in ("/teach/bank", "/teach/scores"):
        page = anna.client.get(
            path, query_string=dict.fromkeys(("words", "tag", "learner", "quiz", "sort"), typed)
        )
        assert page.status_code in (200, 400, 422), path
    stranger = Visitor(app)
    stranger.open("/sign-in")
    stranger.send("Sign in", login=typed, password=typed)

    assert counts(app) == before
    assert stranger.client.get("/teach/bank").status_code in (302, 303, 403, 404)


def counts(app: Flask) -> list[int]:
    with app.app_context():
        tables = (attempts.Attempt, people.Account, quizzes.Quiz, sign_ins.LoginSession)
        return [db.session.scalar(select(func.count()).select_from(table)) or 0 for table in tables]
