"""Where databases are known to differ, pages do not: signs, lengths, numbers, letters and their order."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.store import bank, bank_search, groups, people
from quizapp.store.engine import db
from tests import cast
from tests.conftest import START
from tests.web.visitor import Visitor

pytestmark = pytest.mark.databases("sqlite", "postgresql")
HOSTILE = {
    "NUL": "a\x00b",
    "half a surrogate": b"a\xed\xa0\x80b",
    "long": "ż" * 5000,
    "beyond 32 bits": str(2**31),
    "beyond 64 bits": str(2**63),
    "digits of elsewhere": "٣²",
}
TEACHER_PAGES = (
    "/teach/sources/new",
    "/teach/quizzes",
    "/teach/groups",
    "/teach/bank",
    "/teach/scores",
)


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_no_form_of_a_teacher_breaks_on_it(app: Flask, anna: Visitor, value: str | bytes) -> None:
    with app.app_context():
        quiz = cast.a_quiz(db.session.scalars(select(people.Account)).one())
        pages = [*TEACHER_PAGES, f"/teach/quizzes/{quiz.public_id}", f"/q/{quiz.join_code}"]

    for page in pages:
        check_forms(anna, page, value)


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_no_form_of_a_pupil_breaks_on_it(ula: Visitor, value: str | bytes) -> None:
    assert ula.page is not None
    question = ula.page.path

    for page in ("/", "/sign-in", question, f"{question.rsplit('/', 1)[0]}/2", "/scores", "/practice"):
        check_forms(ula, page, value)


def test_a_question_ticked_by_what_is_no_id_breaks_nothing(app: Flask, anna: Visitor) -> None:
    app.testing = False  # an error is to be a page here too
    with app.app_context():
        quiz = cast.a_quiz(db.session.scalars(select(people.Account)).one()).public_id
    anna.open("/teach/bank")
    form = {"csrf_token": anna.token, "item": "a\x00b", "do": "tag", "new_tag": "unia", "format": "gift"}

    for path in ("bank/changes", f"quizzes/{quiz}/items", "export", "export/file"):
        assert anna.client.post(f"/teach/{path}", data=form).status_code < 500


@pytest.mark.parametrize("number", [2**31, 2**63, 2**80])
def test_a_number_that_no_row_has_is_not_found(ula: Visitor, number: int) -> None:
    assert ula.page is not None
    attempt = ula.page.path.rsplit("/", 1)[0]

    assert ula.open(f"{attempt}/{number}").status == 404
    assert ula.open(f"/scores?page={number}").status < 500


@pytest.mark.parametrize("number", [2**31, 2**63, 2**80])
def test_a_page_beyond_the_last_is_the_last(anna: Visitor, number: int) -> None:
    for path in ("/teach/bank", "/teach/scores"):
        assert anna.open(f"{path}?page={number}").status == 200


def test_classes_are_listed_in_the_order_of_the_register(app: Flask) -> None:
    with app.app_context():
        anna = cast.a_teacher()
        for name in ("Żubry", "łosie", "Lisy", "8b", "10a", "lamy", "Łanie"):
            groups.add_group(name, anna, START)

        assert [group.name for group in groups.groups_of(anna)] == [
            "8b", "10a", "lamy", "Lisy", "Łanie", "łosie", "Żubry",
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "found"),
    [("ŁÓDŹ", 1), ("łódź", 1), ("Łódź", 1), ("100%", 1), ("10_%", 0), ("a_b", 0), ("\\", 0)],
)
def test_a_search_finds_letters_of_any_case_and_no_wildcards(app: Flask, words: str, found: int) -> None:
    with app.app_context():
        anna = cast.a_teacher()
        source = cast.a_source(anna)
        item = cast.a_choice("Ile z miasta Łódź ocalało: 100% czy mniej?")
        bank.add_item(source, item, "ready", START, owner=anna)

        assert bank_search.search(anna, bank_search.BankSearch(words=words)).total == found


def check_forms(visitor: Visitor, path: str, value: str | bytes) -> None:
    """Send each form of a page with this in every field that somebody types into."""
    page = visitor.open(path)
    assert page.status == 200, path
    for form in page.soup.find_all("form"):
        typed = [
            field["name"]
            for field in form.find_all(["input", "textarea"])
            if field.get("name")
            and field.get("type", "text") not in ("hidden", "file", "submit", "radio", "checkbox")
        ]
        if not typed:
            continue
        hidden = {field["name"]: field.get("value", "") for field in form.select("input[type=hidden][name]")}
        action = urlsplit(str(form.get("action") or page.path)).path
        data = {**hidden, **dict.fromkeys(typed, value)}
        if str(form.get("method", "get")).lower() == "get":
            sent = visitor.client.get(action, query_string=data)
        else:
            sent = visitor.client.post(action, data=data)
        assert sent.status_code < 500, f"{action} {typed}"
