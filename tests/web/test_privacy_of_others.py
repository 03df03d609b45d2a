"""A copy of what is kept of a pupil, and erasing a pupil, by the teacher whom the pupil or a parent has asked."""

from __future__ import annotations

import json

import pytest
from flask import Flask

from quizapp.store import groups, learners, tallies
from quizapp.store.engine import db
from quizapp.store.quizzes import Publication
from tests import cast
from tests.web.conftest import choose, joined
from tests.web.test_groups import a_group
from tests.web.test_own_data import RIGHT_DATE, answer_all, answer_silently, own_json
from tests.web.visitor import Visitor


def page_of(app: Flask, nickname: str) -> str:
    with app.app_context():
        learner = db.session.scalars(learners.select(learners.Learner).filter_by(nickname=nickname)).first()
        assert learner is not None
        return f"/teach/learners/{learner.public_id}"


def test_a_copy_holds_everything_as_json_and_csv(app: Flask, anna: Visitor, ula: Visitor) -> None:
    answer_all(ula, typed="mieszkam na Polnej 5")
    anna.open(page_of(app, "Ula"))
    anna.follow("Personal data")
    here = anna.page.path

    told = json.loads(anna.follow("Save all (JSON)").data)
    anna.open(here)
    table = anna.follow("Save answers (CSV)").data.decode("utf-8-sig")

    assert told["attempts"] == own_json(ula)["attempts"]
    assert told["learner"]["nickname"] == "Ula"
    assert "Polnej" in table
    assert len(table.splitlines()) == 4


def test_of_a_pupil_who_learns_elsewhere_too_each_teacher_has_their_own_part(
    app: Flask, anna: Visitor, celina: Visitor, ula: Visitor
) -> None:
    answer_all(ula)
    with app.app_context():
        account = db.session.scalars(learners.select(groups.Account).filter_by(login_key="celina")).one()
        code = cast.a_quiz(account, title="Kartkówka Celiny").join_code
    ula.open(f"/q/{code}")
    ula.send("Start")
    answer_silently(app, ula, RIGHT_DATE)
    here = page_of(app, "Ula")

    mine = json.loads(anna.open(f"{here}/data.json").data)
    hers = json.loads(celina.open(f"{here}/data.json").data)

    assert [one["quiz"] for one in mine["attempts"]] == ["Unia lubelska: sprawdzian"]
    assert [one["quiz"] for one in hers["attempts"]] == ["Kartkówka Celiny"]
    assert "Celiny" not in anna.open(f"{here}/data.csv").data.decode()
    assert anna.open(f"{here}/erasure").status == 409
    assert "another teacher" in anna.page.words
    assert anna.post(f"{here}/erasure", {"csrf_token": anna.token}).status == 409
    assert own_json(ula)["learner"]["nickname"] == "Ula"


def test_a_pupil_is_erased_and_namesakes_and_figures_stay(
    app: Flask, anna: Visitor, ula: Visitor, code: str
) -> None:
    answer_all(ula)
    namesake = joined(app, code, "Ula")
    answer_all(namesake)
    a_group(anna, "7b", "1. Ula")
    before = figures(app)

    anna.open(f"{page_of(app, 'Ula')}/data")
    anna.follow("Erase the pupil")
    assert "not handed in" not in anna.page.words
    assert "1 attempt with its times" in anna.page.words
    anna.send("Erase for good")

    assert "Ula has been erased." in anna.page.html
    assert ula.open("/scores/my-data.json").status == 404
    assert own_json(namesake)["attempts"][0]["points"] == 2.0
    with app.app_context():
        assert [one.name for one in db.session.scalars(learners.select(groups.Member))] == ["Ula"]
    assert figures(app) == before


def test_who_is_in_the_middle_of_a_quiz_is_told_of_first(app: Flask, anna: Visitor, ula: Visitor) -> None:
    choose(ula, RIGHT_DATE)

    anna.open(f"{page_of(app, 'Ula')}/erasure")

    assert "Ula has begun what is not handed in yet: Unia lubelska: sprawdzian." in anna.page.words
    assert own_json(ula)["learner"]["nickname"] == "Ula"


def test_who_only_stands_on_a_list_has_data_too(app: Flask, anna: Visitor) -> None:
    a_group(anna, "7b", "1. Olek")

    told = json.loads(anna.open(f"{page_of(app, 'Olek')}/data.json").data)

    assert [place["class"] for place in told["classes"]] == ["7b"]


def test_erasing_needs_the_token_of_the_page(app: Flask, anna: Visitor, ula: Visitor) -> None:
    choose(ula, RIGHT_DATE)

    anna.client.post(f"{page_of(app, 'Ula')}/erasure", data={})

    assert own_json(ula)["learner"]["nickname"] == "Ula"


@pytest.mark.parametrize("path", ["data", "data.json", "data.csv", "erasure"])
def test_a_pupil_of_another_teacher_is_nobodys_business(
    app: Flask, celina: Visitor, ula: Visitor, path: str
) -> None:
    choose(ula, RIGHT_DATE)
    address = f"{page_of(app, 'Ula')}/{path}"

    assert celina.open(address).status == 404
    assert ula.client.get(address).status_code == 302
    celina.open("/teach/quizzes")
    assert celina.client.post(address, data={"csrf_token": celina.token}).status_code in (404, 405)


def figures(app: Flask) -> object:
    with app.app_context():
        return tallies.tally(db.session.scalars(learners.select(Publication)).all())
