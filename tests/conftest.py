"""A real application on a real database for every test, and the clock as a value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile

import pytest
from flask import Flask
from hypothesis import settings

from quizapp.config import DATABASE_FILE, Settings
from quizapp.store import schema
from quizapp.store.engine import db
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


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database made by the migrations, to be copied for each test."""
    folder = tmp_path_factory.mktemp("migrated")
    app = create_app(_settings(folder))
    with app.app_context():
        schema.upgrade()
        db.engine.dispose()
    return folder / DATABASE_FILE


@pytest.fixture(name="settings")
def some_settings(tmp_path: Path) -> Settings:
    return _settings(tmp_path)


@pytest.fixture
def app(settings: Settings, clock: Callable[[], datetime], empty_database: Path) -> Iterator[Flask]:
    copyfile(empty_database, settings.data / DATABASE_FILE)
    app = create_app(settings, clock)
    app.testing = True  # an error that no page explains fails the test with its traceback
    yield app
    with app.app_context():
        db.engine.dispose()


def _settings(folder: Path) -> Settings:
    return Settings(
        data=folder,
        database_url=f"sqlite:///{folder / DATABASE_FILE}",
        secret_key="a key for tests, long enough",
        secret_key_fallbacks=(),
        rate_limits=True,
        language="en",
    )
