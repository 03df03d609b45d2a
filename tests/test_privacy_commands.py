"""Forgetting by command and by the server: a real process, a real data folder."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from quizapp.config import read_settings
from quizapp.store import learners, schema
from quizapp.store.engine import db
from quizapp.web import create_app
from quizapp.web.clock import system_clock


def run(data: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "quizapp", *arguments],
        env={**os.environ, "QUIZAPP_DATA": str(data), **environ},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def names(data: Path, *added: tuple[str, int]) -> list[str]:
    """Who is in a data folder, after putting in some who came so many days ago."""
    app = create_app(read_settings({"QUIZAPP_DATA": str(data)}))
    with app.app_context():
        schema.upgrade()
        for nickname, days in added:
            learners.start_learner_session(nickname, system_clock() - timedelta(days=days))
        found = sorted(db.session.scalars(select(learners.Learner.nickname)))
        db.session.remove()
        db.engine.dispose()
    return found


def test_the_command_erases_the_years_that_are_over_and_says_how_many(tmp_path: Path) -> None:
    assert names(tmp_path, ("Dawna", 800), ("Dzisiejszy", 0)) == ["Dawna", "Dzisiejszy"]

    done = run(tmp_path, "forget")

    assert (done.returncode, done.stdout.startswith("Erased: 1 ")) == (0, True), done.stderr
    assert names(tmp_path) == ["Dzisiejszy"]


def test_a_school_may_keep_longer(tmp_path: Path) -> None:
    names(tmp_path, ("Dawna", 800))

    assert run(tmp_path, "forget", QUIZAPP_KEEP_DAYS="1500").stdout.startswith("Erased: 0 ")


@pytest.mark.parametrize("days", ["-1", "a month", "²", "99999", "1.5"])
def test_days_that_are_none_are_refused_in_a_line(tmp_path: Path, days: str) -> None:
    done = run(tmp_path, "forget", QUIZAPP_KEEP_DAYS=days)

    assert done.returncode == 1
    assert "QUIZAPP_KEEP_DAYS" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_server_forgets_when_it_starts(tmp_path: Path) -> None:
    names(tmp_path, ("Dawna", 800), ("Dzisiejszy", 0))
    server = subprocess.Popen(
        [sys.executable, "-m", "quizapp", "serve", "--port", "0", "--workers", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "QUIZAPP_DATA": str(tmp_path), "PYTHONUNBUFFERED": "1"},
    )
    assert server.stdout is not None
    assert server.stdout.readline().startswith("quizapp: http")
    server.terminate()
    assert server.wait(20) == 0
    server.stdout.close()

    assert names(tmp_path) == ["Dzisiejszy"]
