"""The hours of a quiz are those of the school, in whatever zone the machine runs and when the clocks are changed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.store import assignments
from quizapp.store.engine import db
from tests.conftest import START, Clock
from tests.web.conftest import a_code, joined
from tests.web.test_groups import LIST, a_group, code_of, come, set_quiz
from tests.web.visitor import Visitor

pytestmark = [pytest.mark.usefixtures("zone"), pytest.mark.databases("sqlite", "postgresql")]
SECOND = timedelta(seconds=1)


@pytest.fixture(params=["Pacific/Kiritimati", "America/St_Johns"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The zone of the machine: fourteen hours before Greenwich, three and a half behind it."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def anna(zone: None, anna: Visitor) -> Visitor:
    return anna


HOURS = (
    ("2026-12-01T00:30", datetime(2026, 11, 30, 23, 30, tzinfo=UTC), "1 Dec 2026, 00:30"),
    ("2027-03-28T01:59", datetime(2027, 3, 28, 0, 59, tzinfo=UTC), "28 Mar 2027, 01:59"),
    ("2027-03-28T03:00", datetime(2027, 3, 28, 1, 0, tzinfo=UTC), "28 Mar 2027, 03:00"),
    ("2027-10-31T02:30", datetime(2027, 10, 31, 0, 30, tzinfo=UTC), "31 Oct 2027, 02:30"),
    ("2027-10-31T03:00", datetime(2027, 10, 31, 2, 0, tzinfo=UTC), "31 Oct 2027, 03:00"),
)


def test_a_quiz_is_open_until_the_hour_on_the_wall_of_the_school(
    app: Flask, anna: Visitor, clock: Clock
) -> None:
    code = a_code(app)
    group = a_group(anna, "7b", LIST)
    pupil = come(app, code_of(anna, group), "1. Jan N.")
    for typed, closes, told in HOURS:
        clock.moment = START  # Anna is still signed in
        set_quiz(anna, group, due_at=typed)

        assert f"until {told}" in anna.page.words
        with app.app_context():
            assert db.session.scalars(select(assignments.Assignment.due_at)).one() == closes
        clock.moment = closes - SECOND
        assert can_start(pupil, code)
        clock.moment = closes + SECOND
        assert not can_start(pupil, code)


def can_start(pupil: Visitor, code: str) -> bool:
    entrance = pupil.open(f"/q/{code}")
    return any("Start" in button.get_text() for button in entrance.soup.select("main button"))


def test_whoever_answers_while_the_clocks_are_changed_has_the_time_that_was_given(
    app: Flask, anna: Visitor, clock: Clock
) -> None:
    code = a_code(app, time_limit=10)
    for change in (datetime(2027, 3, 28, 1, tzinfo=UTC), datetime(2027, 10, 31, 1, tzinfo=UTC)):
        clock.moment = change - timedelta(minutes=5)
        pupil = joined(app, code, "Ula")
        here = pupil.page.path

        clock.moment = change + timedelta(minutes=2)
        assert "3 min left" in pupil.open(here).words
        clock.moment = change + timedelta(minutes=6)
        assert pupil.open(here).path.endswith("/result")
