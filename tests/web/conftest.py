from __future__ import annotations

import pytest
from flask import Flask

from quizapp.store import people
from tests import cast
from tests.web.visitor import Visitor


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Somebody who has just come to the site."""
    return Visitor(app)


@pytest.fixture
def anna(app: Flask) -> Visitor:
    """A teacher, signed in."""
    return signed_in(app, "anna")


@pytest.fixture
def celina(app: Flask) -> Visitor:
    """A teacher of another school, signed in."""
    return signed_in(app, "celina")


@pytest.fixture
def code(app: Flask, anna: Visitor) -> str:
    """The join code of a quiz of three questions that Anna has published."""
    with app.app_context():
        account = people.db.session.scalars(people.select(people.Account).filter_by(login_key="anna")).one()
        return cast.a_quiz(account).join_code


@pytest.fixture
def ula(app: Flask, code: str) -> Visitor:
    """A pupil who has joined Anna's quiz and sees its first question."""
    return joined(app, code, "Ula")


def signed_in(app: Flask, login: str) -> Visitor:
    with app.app_context():
        cast.a_teacher(login)
    visitor = Visitor(app)
    visitor.open("/sign-in")
    visitor.send("Sign in", login=login, password=cast.PASSWORD)
    return visitor


def joined(app: Flask, code: str, nickname: str) -> Visitor:
    visitor = Visitor(app)
    visitor.open("/")
    visitor.send("Go", code=code)
    visitor.send("Start", nickname=nickname)
    return visitor
