"""A PostgreSQL that breaks down in the middle of an attempt, is late at the start, or never comes."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.cli.start import prepare
from quizapp.config import Settings
from quizapp.store import attempts, schema
from quizapp.store.engine import DatabaseUnavailable, db
from tests import cast
from tests.conftest import settings_for
from tests.postgres import Databases, Server
from tests.serving import Site, serving
from tests.web.conftest import choose, joined
from tests.web.visitor import Visitor

NOWHERE = "postgresql+psycopg://quiz:hu%40sh%25@127.0.0.1:1/nothing"


@pytest.fixture
def server() -> Iterator[Server]:
    """A PostgreSQL with the settings it comes with: what it has acknowledged outlasts a breakdown."""
    server = Server()
    yield server
    server.stop()


@pytest.fixture
def settings(server: Server, tmp_path: Path) -> Settings:
    databases = Databases(server.url, "own")
    settings = settings_for(tmp_path, databases.new())
    databases.admin.close()
    return settings


def test_an_attempt_goes_on_after_a_breakdown_and_nothing_is_twice(app: Flask, server: Server) -> None:
    with app.app_context():
        schema.upgrade()
        code = cast.a_quiz(cast.a_teacher()).join_code
    ula = joined(app, code, "Ula")
    choose(ula, "1 lipca 1569 roku")
    ula.follow("Next")

    server.break_down()
    assert ula.page is not None
    answer = {"csrf_token": ula.token, "answer": "Lublin"}
    path = ula.page.path
    refused = ula.post(path, answer)
    health = ula.client.get("/healthz")

    assert (refused.status, refused.headers["Retry-After"]) == (503, "5")
    assert "Not saved" in refused.heading
    assert (health.status_code, health.headers["Retry-After"]) == (503, "5")

    server.start()
    assert ula.client.get("/healthz").status_code == 200
    for _ in range(2):
        assert ula.post(path, answer).status == 200
    with app.app_context():
        attempt = db.session.scalars(select(attempts.Attempt)).one()
        assert [(r.position, r.given) for r in attempt.responses] == [
            (1, ["1 lipca 1569 roku"]),
            (2, ["Lublin"]),
        ]


def test_the_first_page_says_that_the_database_is_gone(app: Flask, server: Server) -> None:
    server.break_down()

    page = Visitor(app).open("/")

    assert page.status == 503
    assert page.heading


def test_a_site_waits_for_a_database_that_is_late(server: Server, settings: Settings, tmp_path: Path) -> None:
    server.break_down()
    with serving(Site(tmp_path, settings.database_url)) as site:
        site.wait_for_log("database.awaited")
        server.start()

        assert site.address()
        assert site.end() == 0


def test_the_wait_for_a_database_has_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("QUIZAPP_DATA", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", NOWHERE)

    with caplog.at_level(logging.WARNING), pytest.raises(DatabaseUnavailable):
        prepare(patience=0.2)

    assert "database.awaited" in caplog.text


@pytest.mark.parametrize("command", [["demo"], ["export", "-", "--format", "gift"]])
def test_a_command_does_not_wait_and_says_what_is_wrong_in_a_line(command: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "quizapp", *command],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={
            "QUIZAPP_DATA": str(tmp_path),
            "DATABASE_URL": NOWHERE,
            "PATH": "",
            "PYTHONPATH": ":".join(sys.path),
        },
    )

    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "DATABASE_URL" in done.stderr
    assert "hu" not in done.stderr, "no part of the password"


def test_a_database_that_only_lets_read_says_so_and_keeps_what_was_typed(app: Flask) -> None:
    with app.app_context():
        schema.upgrade()
        code = cast.a_quiz(cast.a_teacher()).join_code
    ula = joined(app, code, "Ula")
    with app.app_context():
        name = db.engine.url.database
        db.session.execute(db.text(f"ALTER DATABASE {name} SET default_transaction_read_only = on"))
        db.session.commit()
        db.engine.dispose()

    choose(ula, "1 lipca 1569 roku")

    assert ula.page is not None
    assert ula.page.status == 503
    assert ula.client.get("/healthz").status_code == 503
