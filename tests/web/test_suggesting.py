"""A teacher asks the language model for more; it is a small server of the tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

import pytest
from flask import Flask

from quizapp.config import Settings
from quizapp.generate.draft import Why
from quizapp.language_model import Trouble
from quizapp.store import sources
from quizapp.web.teach.words import REFUSAL_WORDS, TROUBLE_WORDS
from tests import cast
from tests.model_server import KEY, ModelServer, serving
from tests.web.test_teaching import give_text
from tests.web.visitor import Visitor

BUTTON = "Propose more with the language model"
GOOD = {
    "type": "single",
    "category": "person",
    "stem": "Kto mówił o trzech sercach?",
    "key": "Zygmunt August",
    "distractors": ["Mikołaj Radziwiłł", "Stefan Batory"],
    "evidence": ["„Z trzech serc jedno uczynić pragnę” – mówił król Zygmunt August."],
}


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with serving() as server:
        yield server


@pytest.fixture(name="settings")
def settings_with_a_model(settings: Settings, model: ModelServer) -> Settings:
    return replace(settings, model=model.settings)


def of_the_model(visitor: Visitor) -> list[Any]:
    assert visitor.page is not None
    return visitor.page.soup.select(".candidate:has([data-by-model])")


def test_giving_a_text_asks_nobody(anna: Visitor, model: ModelServer) -> None:
    give_text(anna)

    assert anna.page.soup.select("[data-candidate]")
    assert model.asked == []
    assert model.settings.host in anna.page.words


def test_what_the_model_proposes_waits_labelled_behind_the_others(anna: Visitor, model: ModelServer) -> None:
    model.says(
        {"questions": [GOOD, {**GOOD, "evidence": ["Tego nie ma."]}, {**GOOD, "stem": "Zygmunt August?"}]}
    )
    give_text(anna)
    before = len(anna.page.soup.select("[data-candidate]"))

    anna.send(BUTTON)

    assert cast.TEXT in model.asked[0]["messages"][1]["content"]
    anchors = [card["id"] for card in anna.page.soup.select("[data-candidate]")]
    assert anchors == [f"c{place}" for place in range(1, before + 2)]
    assert [card["id"] for card in of_the_model(anna)] == anchors[-1:]
    assert "1 added, 2 refused" in anna.page.html
    assert "the evidence is not in the text (1); the question gives the answer away (1)" in anna.page.html


def test_a_question_of_the_model_is_accepted_like_any_other(anna: Visitor, model: ModelServer) -> None:
    model.says({"questions": [GOOD]})
    give_text(anna)
    anna.send(BUTTON)

    anna.send(f"Accept: {GOOD['stem']}")

    assert of_the_model(anna)[0]["data-state"] == "accepted"
    anna.open("/teach/bank")
    assert GOOD["stem"] in anna.page.words


def test_asking_twice_adds_nothing_twice(anna: Visitor, model: ModelServer) -> None:
    model.says({"questions": [GOOD]})
    give_text(anna)

    anna.send(BUTTON)
    anna.send(BUTTON)

    assert len(of_the_model(anna)) == 1
    assert "asked already (1)" in anna.page.html


def test_what_the_model_writes_is_never_markup(anna: Visitor, model: ModelServer) -> None:
    model.says(
        {"questions": [{**GOOD, "distractors": ["<script src=//x></script>", "<b onclick=x>Batory</b>"]}]}
    )
    give_text(anna)

    anna.send(BUTTON)

    assert len(of_the_model(anna)) == 1
    assert "&lt;script" in anna.page.html
    assert "<script src=//x" not in anna.page.html


@pytest.mark.parametrize(
    ("status", "body", "says"),
    [
        (500, b"", "it refused to answer (1)"),
        (401, f"no such key: {KEY}".encode(), "it refused to answer (1)"),
        (200, b"<html>", "what it sent cannot be read (1)"),
    ],
)
def test_a_model_without_an_answer_is_told_and_takes_nothing_away(
    anna: Visitor, model: ModelServer, status: int, body: bytes, says: str
) -> None:
    give_text(anna)
    before = anna.page.soup.select("[data-candidate]")
    model.status, model.body = status, body

    anna.send(BUTTON)

    assert anna.page.status == 200
    assert len(anna.page.soup.select("[data-candidate]")) == len(before)
    assert "1 of 1 parts" in anna.page.html
    assert says in anna.page.html
    assert KEY not in anna.page.html


def test_another_teacher_cannot_send_the_text_away(
    anna: Visitor, celina: Visitor, model: ModelServer
) -> None:
    give_text(anna)
    celina.open("/teach/")

    assert celina.post(f"{anna.page.path}/suggestions", {"csrf_token": celina.token}).status == 404
    assert model.asked == []


def test_a_form_without_its_token_sends_nothing_away(anna: Visitor, model: ModelServer) -> None:
    give_text(anna)

    assert anna.post(f"{anna.page.path}/suggestions", {"sent": "yes"}).status == 400
    assert model.asked == []


def test_a_text_that_belongs_to_all_is_sent_by_nobody(app: Flask, anna: Visitor, model: ModelServer) -> None:
    give_text(anna)
    with app.app_context(), sources.transaction() as session:
        session.get(sources.Source, 1).owner_id = None

    anna.open(anna.page.path)

    assert BUTTON not in anna.page.words
    assert anna.post(f"{anna.page.path}/suggestions", {"csrf_token": anna.token}).status == 404


def test_there_are_words_for_every_refusal_and_every_trouble() -> None:
    assert set(REFUSAL_WORDS) == set(get_args(Why))
    assert set(TROUBLE_WORDS) == set(get_args(Trouble))


class TestWithoutAModel:
    @pytest.fixture(name="settings")
    def settings_without_a_model(self, settings: Settings) -> Settings:
        return replace(settings, model=None)

    def test_there_is_no_button_and_no_way_to_ask(self, anna: Visitor) -> None:
        give_text(anna)

        assert BUTTON not in anna.page.words
        assert anna.post(f"{anna.page.path}/suggestions", {"csrf_token": anna.token}).status == 404
