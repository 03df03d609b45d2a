"""The bad inputs of docs/bad-inputs.md, by their numbers; whoever sends them reads the site in Polish."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.store.engine import db
from tests.web.conftest import a_code, joined, signed_in
from tests.web.visitor import Page, Visitor

NOT_OF_THE_INPUT = {"tries", "login_session"}
"""Tables that count who knocks, whatever is brought."""


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """A stranger."""
    return in_polish(Visitor(app))


@pytest.fixture
def anna(app: Flask) -> Visitor:
    """A teacher, signed in."""
    return in_polish(signed_in(app, "anna"))


@pytest.fixture
def code(app: Flask, anna: Visitor) -> str:
    """The join code of a quiz of three questions that Anna has published."""
    return a_code(app)


@pytest.fixture
def quiz(anna: Visitor, code: str) -> str:
    """The address of that quiz."""
    anna.open("/teach/quizzes")
    return anna.follow("Unia lubelska: sprawdzian").path


@pytest.fixture
def ula(app: Flask, code: str) -> Visitor:
    """A pupil at the first question of that quiz."""
    pupil = in_polish(joined(app, code, "Ula"))
    pupil.open(page_of(pupil).path)
    return pupil


def in_polish(visitor: Visitor) -> Visitor:
    visitor.client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "pl"  # type: ignore[attr-defined] # of Flask's client
    return visitor


def page_of(visitor: Visitor) -> Page:
    assert visitor.page is not None
    return visitor.page


def assert_refused(page: Page, field: str, *says: str, **typed: str) -> None:
    """The form came back: beside the field stands what is wrong and what would do, and what was typed is there."""
    assert page.status == 422, page.words[:300]
    assert page.title.startswith("Błąd:")
    said = page.error_beside(field).replace("\u00a0", " ")
    assert all(part in said for part in says), said
    assert {name: page.typed(name) for name in typed} == typed


@contextmanager
def nothing_written(app: Flask) -> Iterator[None]:
    """What is done within adds no row to any table and takes none away."""
    before = rows(app)
    yield
    assert rows(app) == before


def rows(app: Flask) -> dict[str, int]:
    with app.app_context():
        return {
            name: db.session.scalar(select(func.count()).select_from(table)) or 0
            for name, table in db.metadata.tables.items()
            if name not in NOT_OF_THE_INPUT
        }
