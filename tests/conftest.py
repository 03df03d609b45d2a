"""A real application on a real database of both kinds for every test, and the clock as a value."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask
from hypothesis import settings
from jinja2 import FileSystemBytecodeCache

from quizapp.config import DATABASE_FILE, Settings
from quizapp.store import people, schema
from quizapp.store.engine import db
from quizapp.web import create_app
from tests.postgres import CARELESS, Databases, Server

settings.register_profile("quizapp", deadline=None)  # two slow cores must not fail a test
settings.load_profile("quizapp")

DATABASES = ("sqlite", "postgresql")
SQLITE = "sqlite:///"
OTHER_SERVER = os.environ.pop("DATABASE_URL", "")
"""A PostgreSQL to make the databases of the tests on; no command that a test starts may find it and fill it."""
PAGES_ON_BOTH = bool(os.environ.get("PAGES_ON_BOTH"))
"""Pages ask the store in words: they run on SQLite alone unless `make test-both` asks for more than half an hour."""
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


def pytest_configure_node(node: Any) -> None:
    """Of pytest-xdist: the workers share one PostgreSQL, which the process that starts them has."""
    node.workerinput["postgres"] = _postgres_url(node.config)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that uses a database runs on each, one of a page on SQLite, unless its mark names some."""
    if "database" in metafunc.fixturenames:
        mark = metafunc.definition.get_closest_marker("databases")
        parts = metafunc.definition.path.parts
        once = "browser" in parts or ("web" in parts and not PAGES_ON_BOTH)
        names = mark.args if mark else DATABASES[:1] if once else DATABASES
        metafunc.parametrize("database", names)


@pytest.fixture(scope="session")
def postgres(request: pytest.FixtureRequest) -> Iterator[Databases]:
    """Where databases of PostgreSQL are made; the server starts when the first is wanted."""
    own = getattr(request.config, "workerinput", {})
    made = Databases(own.get("postgres") or _postgres_url(request.config), own.get("workerid", "main"))
    yield made
    made.close()


@pytest.fixture(scope="session")
def migrated(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], str]:
    """The address of a database of that kind made by the migrations, to be copied for each test."""

    @cache
    def made(database: str) -> str:
        folder = tmp_path_factory.mktemp("migrated")
        url = request.getfixturevalue("postgres").new() if database == "postgresql" else _file_in(folder)
        app = create_app(settings_for(folder, url))
        with app.app_context():
            schema.upgrade()
            db.engine.dispose()
        return url

    return made


@pytest.fixture(name="settings")
def some_settings(
    request: pytest.FixtureRequest, database: str, tmp_path: Path, migrated: Callable[[str], str]
) -> Iterator[Settings]:
    """An installation with a database of its own: ready where the test has an application, else empty."""
    template = migrated(database) if "app" in request.fixturenames else ""
    if database == "sqlite":
        url = _file_in(tmp_path)
        if template:
            copyfile(template.removeprefix(SQLITE), url.removeprefix(SQLITE))
        yield settings_for(tmp_path, url)
    else:
        postgres: Databases = request.getfixturevalue("postgres")
        url = postgres.new(template)
        yield settings_for(tmp_path, url)
        postgres.drop(url)


@pytest.fixture(scope="session", autouse=True)
def _quick_hashes() -> Iterator[None]:
    """A password is hashed slowly on purpose; here it is hashed a thousand times."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(people, "_hasher", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
        yield


@pytest.fixture(scope="session")
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    """Each template is compiled once, not once a test."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture
def app(
    settings: Settings, clock: Callable[[], datetime], compiled_templates: FileSystemBytecodeCache
) -> Iterator[Flask]:
    app = create_app(settings, clock)
    app.testing = True  # an error that no page explains fails the test with its traceback
    app.jinja_env.bytecode_cache = compiled_templates
    yield app
    with app.app_context():
        db.engine.dispose()


def _postgres_url(config: pytest.Config) -> str:
    if OTHER_SERVER:
        return OTHER_SERVER
    server = Server(*CARELESS)
    config.add_cleanup(server.stop)
    return server.url


def _file_in(folder: Path) -> str:
    return f"{SQLITE}{folder / DATABASE_FILE}"


def settings_for(folder: Path, url: str) -> Settings:
    return Settings(
        data=folder,
        database_url=url,
        secret_key="a key for tests, long enough",
        secret_key_fallbacks=(),
        rate_limits=True,
        language="en",
    )
