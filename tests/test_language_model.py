from __future__ import annotations

import json
import logging
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from quizapp.config import ModelSettings
from quizapp.language_model import MOST_BYTES, Answer, ask
from tests.model_server import KEY, ModelServer, serving

HELLO = [{"role": "user", "content": "Zażółć"}]


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with serving() as server:
        yield server


def test_the_model_is_asked_by_the_protocol_and_answers_in_order(model: ModelServer) -> None:
    model.says("gęślą jaźń")

    assert ask(model.settings, [HELLO, HELLO]) == [Answer("gęślą jaźń")] * 2
    assert model.asked[0] == {
        "path": "/v1/chat/completions",
        "model": "mały-model",
        "messages": HELLO,
        "temperature": 0,
        "stream": False,
    }
    assert model.headers[0]["Authorization"] == f"Bearer {KEY}"


def test_without_a_key_none_is_sent(model: ModelServer) -> None:
    ask(replace(model.settings, key=""), [HELLO])

    assert "Authorization" not in model.headers[0]


@pytest.mark.parametrize("status", [301, 307, 400, 401, 429, 500, 503])
def test_another_status_is_a_refusal_and_no_redirect_is_followed(model: ModelServer, status: int) -> None:
    model.status, model.location = status, f"{model.settings.url}/elsewhere"

    assert ask(model.settings, [HELLO]) == [Answer(trouble="refused")]
    assert len(model.asked) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"\xff\xfe",
        b"null",
        b"[]",
        b"{}",
        b'{"choices": []}',
        b'{"choices": [null]}',
        b'{"choices": {"0": 1}}',
        b'{"choices": [{"message": {"content": null}}]}',
        b'{"choices": [{"message": {"content": ["a"]}}]}',
        b"[" * 200_000,
        b"9" * 100_000,
    ],
)
def test_an_answer_of_another_shape_cannot_be_read(model: ModelServer, body: bytes) -> None:
    model.body = body

    assert ask(model.settings, [HELLO]) == [Answer(trouble="unreadable")]


def test_an_answer_without_end_is_cut_off(model: ModelServer) -> None:
    model.says("x" * MOST_BYTES)

    assert ask(model.settings, [HELLO]) == [Answer(trouble="oversized")]


def test_a_model_that_never_answers_is_left_in_time(model: ModelServer) -> None:
    model.hangs = True

    assert ask(model.settings, [HELLO] * 6, seconds=0.2) == [Answer(trouble="timeout")] * 6


def test_a_model_that_is_not_there_cannot_be_reached() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and nobody listens
        nowhere = ModelSettings(f"http://127.0.0.1:{taken.getsockname()[1]}", "model")

        assert ask(nowhere, [HELLO]) == [Answer(trouble="unreachable")]


def test_a_server_without_encryption_is_no_https(model: ModelServer) -> None:
    secret = replace(model.settings, url=model.settings.url.replace("http:", "https:"))

    assert ask(secret, [HELLO]) == [Answer(trouble="unreachable")]


def test_a_second_question_at_once_is_turned_away(model: ModelServer) -> None:
    model.hangs = True
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(ask, model.settings, [HELLO])
        assert model.reached.wait(10)

        assert ask(model.settings, [HELLO, HELLO]) == [Answer(trouble="busy")] * 2
        model.released.set()
        assert first.result().pop().trouble == "unreachable"


def test_neither_the_key_nor_the_text_is_logged_or_shown(
    model: ModelServer, caplog: pytest.LogCaptureFixture
) -> None:
    model.status, model.body = 401, json.dumps({"error": f"bad key {KEY}"}).encode()

    with caplog.at_level(logging.DEBUG):
        answers = ask(model.settings, [HELLO])

    told = f"{caplog.text} {answers} {model.settings!r}"
    assert "model.asked" in told
    assert KEY not in told
    assert "Zażółć" not in told
