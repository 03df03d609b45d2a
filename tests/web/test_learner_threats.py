"""What a pupil or somebody outside may try on attempts, codes and names; see docs/security.md."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.store import attempts, quizzes
from quizapp.store.engine import db
from quizapp.store.learners import CODE_ALPHABET
from tests.conftest import Clock
from tests.web import canaries
from tests.web.conftest import a_code, choose, joined
from tests.web.test_groups import a_group
from tests.web.test_taking import RIGHT_DATE, WRONG_DATE, attempt_of
from tests.web.visitor import Visitor

BAD_WORDS = ("KURW", "CHUJ", "CIPA", "FUCK", "SHIT", "SEX", "NAZI", "DUPA")


def stored(app: Flask) -> list[tuple[int, list[str], int]]:
    with app.app_context():
        db.session.expire_all()
        rows = db.session.scalars(select(attempts.StoredResponse).order_by(attempts.StoredResponse.id))
        return [(row.position, row.given, row.score) for row in rows]


def everything(app: Flask) -> str:
    """All that can be written by a pupil, as it stands."""
    with app.app_context():
        tables = (attempts.Attempt, attempts.StoredResponse, attempts.Draft)
        return str([[tuple(row) for row in db.session.execute(select(one.__table__))] for one in tables])


def letter(visitor: Visitor, text: str) -> str:
    label = next(tag for tag in visitor.page.soup.find_all("label") if text in tag.get_text())
    return str((label.find("input") or visitor.page.soup.find(id=label["for"]))["value"])


def test_an_answer_is_not_changed_after_its_feedback(app: Flask, ula: Visitor) -> None:
    here, right = ula.page.path, letter(ula, RIGHT_DATE)
    choose(ula, WRONG_DATE)
    before = stored(app)

    page = ula.post(here, {"csrf_token": ula.token, "answer": right})

    assert page.status == 200
    assert stored(app) == before == [(1, [WRONG_DATE], 0)]


def test_fields_that_no_form_has_change_nothing(app: Flask, ula: Visitor) -> None:
    wrong = letter(ula, WRONG_DATE)
    claimed = {
        "score": "100",
        "points": "1",
        "correct": "1",
        "is_first": "1",
        "learner_id": "1",
        "at": "2020",
    }

    ula.post(ula.page.path, {"csrf_token": ula.token, "answer": wrong, **claimed})

    assert stored(app) == [(1, [WRONG_DATE], 0)]


@pytest.mark.parametrize("choice", ["Z", "AA", "0", "-1", "A", RIGHT_DATE, "٣", "A\x00", ""])
def test_a_choice_that_the_question_does_not_have_is_refused(app: Flask, ula: Visitor, choice: str) -> None:
    response = ula.client.post(ula.page.path, data={"csrf_token": ula.token, "answer": choice})

    assert response.status_code in (400, 422)
    assert stored(app) == []


@pytest.mark.parametrize("position", ["0", "4", "99", "-1", "10000000000000000000000", "1.5", "x"])
def test_a_question_that_the_attempt_does_not_have_is_not_found(
    app: Flask, ula: Visitor, position: str
) -> None:
    token, attempt = ula.token, attempt_of(ula)

    for action in ("", "/draft", "/flag", "/report"):
        response = ula.client.post(
            f"{attempt}/{position}{action}", data={"csrf_token": token, "answer": "A", "flagged": "1"}
        )
        assert response.status_code == 404, action
    assert stored(app) == []


def test_no_address_of_an_attempt_opens_to_another_pupil_or_a_stranger(
    app: Flask, ula: Visitor, code: str
) -> None:
    """Every address of the site that names an attempt, read and written."""
    olek = joined(app, code, "Olek")
    stranger = Visitor(app)
    stranger.open("/")
    with app.app_context():
        quiz = db.session.scalars(select(quizzes.Quiz)).one()
        attempt = db.session.scalars(select(attempts.Attempt).order_by(attempts.Attempt.id)).first()
        assert attempt is not None
        known = canaries.ids(quiz, attempt, 1, quiz.items[0].public_id)
    doors = [door for door in canaries.addresses(app, known) if known["attempt"] in door[2]]
    assert len(doors) > 10
    before = everything(app)

    for who in (olek, stranger):
        for endpoint, method, path in doors:
            data = {"csrf_token": who.token, "answer": "A", "flagged": "1", "reason": "unclear"}
            sent = who.client.open(path, method=method, **({"data": data} if method == "POST" else {}))
            assert sent.status_code == (302 if endpoint.startswith("teach.") else 404), (method, path)
    assert everything(app) == before


def test_the_time_of_the_browser_counts_for_nothing(app: Flask, anna: Visitor, clock: Clock) -> None:
    ula = joined(app, a_code(app, "at_once", time_limit=10), "Ula")
    choose(ula, RIGHT_DATE)
    ula.follow("Next question")
    here, token = ula.page.path, ula.token
    clock.forward(minutes=10, seconds=11)

    page = ula.post(
        here,
        {"csrf_token": token, "answer": "Lublin", "deadline": "2099-01-01", "now": "0", "seconds": "600"},
    )

    assert "time" in page.words.lower()
    assert stored(app) == [(1, [RIGHT_DATE], 100)]


def test_who_guesses_codes_is_stopped_and_lets_the_others_in_later(
    app: Flask, code: str, visitor: Visitor, clock: Clock
) -> None:
    visitor.open("/")
    token = visitor.token
    statuses = [
        visitor.client.post("/join", data={"csrf_token": token, "code": f"BCDF{number:03}"}).status_code
        for number in range(100)
    ]

    assert set(statuses) == {422, 429}
    stopped = visitor.client.post("/join", data={"csrf_token": token, "code": code})
    assert (stopped.status_code, int(stopped.headers["Retry-After"]) > 0) == (429, True)
    clock.forward(minutes=1)
    assert visitor.client.post("/join", data={"csrf_token": token, "code": code}).status_code == 303


def test_a_closed_code_and_one_that_never_was_are_answered_alike(
    app: Flask, anna: Visitor, code: str, visitor: Visitor
) -> None:
    anna.open("/teach/quizzes")
    anna.follow("Unia lubelska: sprawdzian")
    anna.send("Close")
    visitor.open("/")
    told = set()
    for typed in (code, "BCDFGHJ"):
        answer = visitor.client.post("/join", data={"csrf_token": visitor.token, "code": typed})
        page = re.sub(r'name="csrf_token" value="[^"]+"', "", answer.get_data(as_text=True))
        told.add((answer.status_code, page.replace(typed, "")))
        told.add((answer.status_code, page.replace(typed, "")))
        entrance = visitor.client.get(f"/q/{typed}")
        assert entrance.status_code == 404

    assert len(told) == 1


def test_ten_thousand_codes_are_all_different_unbiased_and_spell_nothing() -> None:
    """χ² over the signs: beyond 55.5 by chance once in a thousand with 27 degrees."""
    codes = [quizzes.new_join_code() for _ in range(10_000)]
    counted = Counter("".join(codes))
    expected = sum(counted.values()) / len(CODE_ALPHABET)

    assert len(set(codes)) == len(codes)
    assert set(counted) == set(CODE_ALPHABET)
    assert not set("AEIOUY01") & set(counted)
    assert sum((count - expected) ** 2 / expected for count in counted.values()) < 65
    assert not any(word in one for word in BAD_WORDS for one in codes)


@pytest.mark.parametrize(
    "twin", ["Ola", "OLA ", "О́ла", "Оlа", "O\u200bla", "\u202eOla", "Óla", "Ｏｌａ", "O la\u2060"]
)
def test_twins_of_a_nickname_are_told_apart_in_a_quiz_and_refused_in_a_class(
    app: Flask, anna: Visitor, code: str, twin: str
) -> None:
    joined(app, code, "Ola")
    second = Visitor(app)
    second.open(f"/q/{code}")
    second.send("Start", nickname=twin)
    shown = second.page.soup.select_one(".nickname")
    name = shown.get_text(strip=True) if shown else ""

    assert second.page.status == 422 or name.endswith(" 2") or name == "O la", (twin, name)
    assert not re.search("[\u200b-\u200f\u202a-\u202e\u2060-\u2069]", name)


@pytest.mark.parametrize(
    "name", ["admin", "Nauczyciel", "NAUCZYCIELKA", "аdmin", "a\u200bdmin", "Teacher ", "–", "\u200b"]
)
def test_nobody_is_called_as_those_who_run_the_place(visitor: Visitor, code: str, name: str) -> None:
    visitor.open(f"/q/{code}")

    assert visitor.send("Start", nickname=name).status == 422


def test_the_teacher_removes_a_twin_from_the_class(app: Flask, anna: Visitor) -> None:
    group = a_group(anna, "7b", "1. Ola\n2. Olek")
    anna.open(group)
    anna.follow("Ola")
    anna.send("Save", nickname="Ola K.")
    assert "Ola K." in anna.page.words
    anna.follow("Ola K.")
    anna.follow("Take off the list")
    anna.send("Take off the list")

    assert "Ola K." not in anna.open(group).words
