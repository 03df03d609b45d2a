"""The disk is full, the database may only be read, the key was changed, an answer to an answer is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, func, select

from quizapp.config import Settings
from quizapp.store import attempts, learners
from quizapp.store.engine import db
from quizapp.web import create_app
from tests.conftest import Clock
from tests.web.conftest import choose, joined
from tests.web.test_taking import RIGHT_DATE
from tests.web.visitor import Visitor

pytestmark = pytest.mark.databases("sqlite")  # PostgreSQL in trouble: tests/test_lost_postgres.py
MANY = 500


def set_on_every_connection(app: Flask, pragma: str) -> None:
    """From now on, and on those that are open, as if the disk or the rights had changed."""

    def pragmatic(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA {pragma}")

    with app.app_context():
        event.listen(db.engine, "connect", pragmatic)
        db.engine.dispose()


def number_of(app: Flask, table: type[db.Model]) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(table)) or 0


def test_on_a_full_disk_whoever_was_let_in_is_in_and_the_next_is_told(
    app: Flask, code: str, clock: Clock
) -> None:
    set_on_every_connection(app, "max_page_count = 1")  # no page more than there are
    somebody, let_in = joined_or_refused(app, code, "Świętosława-Wierzchosława"), 0

    while somebody.page.status == 200 and let_in < MANY:  # type: ignore[union-attr]
        let_in += 1
        clock.forward(minutes=1)  # nobody is refused for coming too fast
        somebody = joined_or_refused(app, code, f"Świętosława-Wierzchosława {let_in}")

    assert somebody.page is not None
    assert somebody.page.status == 503
    assert "Not saved" in somebody.page.heading
    assert number_of(app, learners.Learner) == number_of(app, attempts.Attempt) == let_in
    assert somebody.client.get("/").status_code == 200

    set_on_every_connection(app, "max_page_count = 1000000")
    assert joined(app, code, "Bogna").page.status == 200  # type: ignore[union-attr]


def joined_or_refused(app: Flask, code: str, nickname: str) -> Visitor:
    visitor = Visitor(app)
    visitor.open("/")
    visitor.send("Go", code=code)
    if visitor.page is not None and visitor.page.status == 200:
        visitor.send("Start", nickname=nickname)
    return visitor


def test_where_the_database_may_only_be_read_nothing_is_said_to_be_saved(app: Flask, ula: Visitor) -> None:
    set_on_every_connection(app, "query_only = ON")
    here = ula.page.path  # type: ignore[union-attr]

    choose(ula, RIGHT_DATE)

    assert ula.page is not None
    assert (ula.page.status, ula.client.get("/healthz").status_code) == (503, 503)
    assert "Not saved" in ula.page.heading
    assert ula.open(here).status == 200, "what is there can still be read"
    set_on_every_connection(app, "query_only = OFF")
    choose(ula, RIGHT_DATE)
    assert number_of(app, attempts.StoredResponse) == 1


def test_an_answer_whose_reply_was_lost_is_there_and_counts_once(app: Flask, ula: Visitor) -> None:
    assert ula.page is not None
    label = next(tag for tag in ula.page.soup.find_all("label") if RIGHT_DATE in tag.get_text())
    answer = {"csrf_token": ula.token, "answer": (label.find("input") or {})["value"]}
    ula.client.post(ula.page.path, data=answer)  # and nobody reads what comes back

    again = ula.post(ula.page.path, answer)

    assert again.status == 200
    assert "Right 1 point" in again.words
    assert number_of(app, attempts.StoredResponse) == 1


@pytest.mark.parametrize("fallback", [True, False])
def test_a_new_key_in_the_middle_of_a_quiz(
    app: Flask, code: str, ula: Visitor, settings: Settings, clock: Clock, fallback: bool
) -> None:
    """With the old key believed the pupil goes on; without it nobody gets in, and nothing breaks."""
    here = ula.page.path  # type: ignore[union-attr]
    old = (settings.secret_key,) if fallback else ()
    changed = create_app(
        replace(settings, secret_key="another key for tests, long too", secret_key_fallbacks=old), clock
    )
    changed.testing = True
    later = Visitor(changed)
    cookie = ula.client.get_cookie("quizapp")
    assert cookie is not None
    later.client.set_cookie("quizapp", cookie.value)

    page = later.open(here)

    if fallback:
        assert page.status == 200
        choose(later, RIGHT_DATE)
        assert number_of(app, attempts.StoredResponse) == 1
    else:
        assert page.status in (200, 404)
        assert RIGHT_DATE not in page.words
        assert joined(changed, code, "Ula znowu").page.status == 200  # type: ignore[union-attr]
    with changed.app_context():
        db.engine.dispose()
