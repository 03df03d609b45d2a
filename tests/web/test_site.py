from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from quizapp.store import people
from quizapp.store.engine import ConstraintBroken
from quizapp.web.access import safe_next
from tests import cast
from tests.conftest import START, Clock
from tests.web.visitor import Visitor


@pytest.fixture
def setup_path(app: Flask) -> str:
    with app.app_context():
        return f"/setup/{people.new_setup_link(START)}"


def test_the_set_up_link_makes_the_first_account_and_signs_in(visitor: Visitor, setup_path: str) -> None:
    visitor.open(setup_path)

    visitor.send("Make the account", name="Anna Nowak", login="anna", password=cast.PASSWORD)

    assert visitor.page.path == "/teach/"
    assert visitor.open(setup_path).status == 404


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("password", "short"),
        ("password", "haslo123"),
        ("password", "x" * 1001),
        ("login", "two words"),
        ("login", ""),
        ("name", "  "),
    ],
)
def test_an_account_that_will_not_do_is_refused_beside_the_field(
    visitor: Visitor, setup_path: str, field: str, value: str
) -> None:
    visitor.open(setup_path)

    visitor.send(
        "Make the account", **{"name": "Anna", "login": "anna", "password": cast.PASSWORD, field: value}
    )

    assert visitor.page.status == 422
    assert visitor.page.error_beside(field)
    if field != "name":
        assert visitor.page.typed("name") == "Anna"


def test_signing_in_answers_alike_for_known_and_unknown(app: Flask, visitor: Visitor) -> None:
    with app.app_context():
        cast.a_teacher("anna")
    visitor.open("/sign-in")

    wrong = visitor.send("Sign in", login="anna", password="wrong password")
    unknown = visitor.send("Sign in", login="nobody", password="wrong password")

    assert wrong.status == unknown.status == 422
    assert wrong.error_beside("password") == unknown.error_beside("password") != ""


def test_signing_in_too_often_is_slowed_down_and_opens_again(
    app: Flask, visitor: Visitor, clock: Clock
) -> None:
    with app.app_context():
        cast.a_teacher("anna")
    visitor.open("/sign-in")
    token = visitor.token
    statuses = [
        visitor.post("/sign-in", {"csrf_token": token, "login": "anna", "password": "wrong"}).status
        for _ in range(11)
    ]

    assert statuses == [422] * 10 + [429]
    assert int(visitor.page.headers["Retry-After"]) > 0
    clock.forward(minutes=6)
    visitor.open("/sign-in")
    visitor.send("Sign in", login="anna", password=cast.PASSWORD)
    assert visitor.page.path == "/teach/"


def test_who_signs_in_rightly_may_do_it_often(app: Flask, visitor: Visitor) -> None:
    with app.app_context():
        cast.a_teacher("anna")

    for _ in range(12):
        visitor.open("/sign-in")
        assert visitor.send("Sign in", login="anna", password=cast.PASSWORD).path == "/teach/"


def test_signing_in_begins_a_new_session_and_signing_out_kills_it(app: Flask, visitor: Visitor) -> None:
    with app.app_context():
        cast.a_teacher("anna")
    visitor.open("/sign-in")
    before = visitor.client.get_cookie("quizapp").value
    visitor.send("Sign in", login="anna", password=cast.PASSWORD)
    during = visitor.client.get_cookie("quizapp").value
    visitor.send("Sign out")

    thief = Visitor(app)
    for stolen in (before, during):
        thief.client.set_cookie("quizapp", stolen)
        assert thief.open("/teach/").path == "/sign-in"


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/a\tb",
        "/\r\nX: y",
        "/" + "a" * 8000,
        "",
        None,
        "teach",
    ],
)
def test_nobody_is_sent_to_another_site(target: str | None) -> None:
    assert safe_next(target, "/home") == "/home"


def test_somebody_is_sent_back_to_a_page_of_this_site() -> None:
    assert safe_next("/teach/scores?sort=quiz", "/home") == "/teach/scores?sort=quiz"


@pytest.mark.parametrize(
    "path", ["/nothing", "/a/unknown", "/q/unknown", "/setup/unknown", "/%00", "/%ff", "/<zqx>"]
)
def test_an_unknown_address_has_a_page_that_says_so(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)

    assert page.status in (400, 404)
    assert page.heading
    assert "zqx>" not in page.html


def test_a_form_without_its_token_is_refused(visitor: Visitor) -> None:
    visitor.open("/")

    assert visitor.post("/join", {"code": "BBBBBBB"}).status == 400
    assert visitor.post("/sign-in", {"login": "a", "password": "b"}).status == 400


def test_a_body_that_is_too_large_or_has_too_many_fields_is_refused(visitor: Visitor) -> None:
    visitor.open("/")
    token = visitor.token

    assert visitor.post("/join", {"csrf_token": token, "code": "x" * 2_100_000}).status == 413
    assert visitor.post("/join", {"csrf_token": token, **{f"f{n}": "" for n in range(2000)}}).status == 413


def test_every_page_forbids_what_it_does_not_need(visitor: Visitor) -> None:
    headers = visitor.open("/").headers

    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "manifest-src 'self'" in headers["Content-Security-Policy"]
    assert "worker-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    cookie = headers.get("Set-Cookie", "")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_healthz_answers_ok_while_the_database_can_be_written(visitor: Visitor) -> None:
    response = visitor.client.get("/healthz")

    assert (response.status_code, response.json) == (200, {"status": "ok"})


@pytest.mark.databases(
    "sqlite"
)  # takes its file away; a PostgreSQL breaks down in tests/test_lost_postgres.py
def test_healthz_answers_503_when_it_cannot(app: Flask, visitor: Visitor) -> None:
    with app.app_context():
        database = Path(people.db.engine.url.database or "")
        people.db.engine.dispose()
    database.unlink()

    response = visitor.client.get("/healthz")

    assert response.status_code == 503
    assert "Retry-After" in response.headers


def test_the_language_is_the_browsers_until_somebody_chooses(visitor: Visitor) -> None:
    polish = visitor.open("/", headers={"Accept-Language": "pl-PL,pl;q=0.9"})
    assert polish.soup.html["lang"] == "pl"

    visitor.send("English")

    assert visitor.open("/", headers={"Accept-Language": "pl"}).soup.html["lang"] == "en"


def test_the_language_can_be_changed_where_a_form_came_back(visitor: Visitor) -> None:
    visitor.open("/")
    visitor.send("Go", code="ABCDEFG")
    assert visitor.page.status == 422

    visitor.send("Polski")

    assert (visitor.page.status, visitor.page.path) == (200, "/")
    assert visitor.page.soup.html["lang"] == "pl"


@pytest.mark.parametrize("asked", ["pl;q=x", "*", "zz", "x" * 5000, ""])
def test_a_strange_wish_for_a_language_is_no_error(visitor: Visitor, asked: str) -> None:
    assert visitor.open("/", headers={"Accept-Language": asked}).status == 200


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "text/xml", ""])
def test_a_body_that_is_no_form_is_refused(visitor: Visitor, kind: str) -> None:
    response = visitor.client.post("/join", data="[" * 60_000, content_type=kind)

    assert response.status_code == 415


def test_two_changes_of_one_question_at_once_are_told_apart(app: Flask) -> None:
    with app.test_request_context("/"):
        explain = app.error_handler_spec[None][None][ConstraintBroken]
        response = explain(ConstraintBroken("", {}, Exception()))

    assert response.status_code == 409
