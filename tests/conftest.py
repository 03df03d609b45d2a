"""A real application on a real database for every test, and the clock as a value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import settings

from quizapp.config import Settings
from quizapp.store import schema
from quizapp.web import create_app

settings.register_profile("quizapp", deadline=None)  # two slow cores must not fail a test
settings.load_profile("quizapp")

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.moment = START

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **by: float) -> None:
        self.moment += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(name="settings")
def some_settings(tmp_path: Path) -> Settings:
    return Settings(
        data=tmp_path,
        database_url=f"sqlite:///{tmp_path / 'quizapp.sqlite3'}",
        secret_key="a key for tests, long enough",
        secret_key_fallbacks=(),
        rate_limits=True,
        language="en",
    )


@pytest.fixture
def app(settings: Settings, clock: Callable[[], datetime]) -> Iterator[Flask]:
    app = create_app(settings, clock)
    app.testing = True  # an error that no page explains fails the test with its traceback
    with app.app_context():
        schema.upgrade()
    yield app
    with app.app_context():
        from quizapp.store.engine import db

        db.engine.dispose()
