from __future__ import annotations

import pytest
from flask import Flask

from quizapp.store import people, quizzes
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
    return a_code(app)


@pytest.fixture
def ula(app: Flask, code: str) -> Visitor:
    """A pupil who has joined Anna's quiz and sees its first question."""
    return joined(app, code, "Ula")


def a_code(app: Flask, feedback: quizzes.Feedback = "at_once", time_limit: int | None = None) -> str:
    """The join code of a quiz of Anna's under such rules."""
    with app.app_context():
        account = people.db.session.scalars(people.select(people.Account).filter_by(login_key="anna")).one()
        return cast.a_quiz(account, feedback=feedback, time_limit=time_limit).join_code


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


def choose(visitor: Visitor, text: str, button: str = "Answer", **more: str) -> None:
    """Answer the question at hand with the option that says so."""
    assert visitor.page is not None
    label = next(tag for tag in visitor.page.soup.find_all("label") if text in tag.get_text())
    field = label.find("input") or visitor.page.soup.find(id=label["for"])
    visitor.send(button, **{field["name"]: field["value"]}, **more)
