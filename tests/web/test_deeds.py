"""What is written down of what was done: with it or not at all; and who failed to sign in."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

import pytest
from flask import Flask

from quizapp.config import DATABASE_FILE, Settings
from quizapp.store import deeds, groups, learners, people, retention
from quizapp.store.engine import db
from tests import cast
from tests.conftest import START, Clock
from tests.web.conftest import joined, signed_in
from tests.web.visitor import Visitor

NO_DEEDS = "CREATE TRIGGER no_deeds BEFORE INSERT ON deed BEGIN SELECT RAISE(ABORT, 'no deeds'); END"


@dataclass(frozen=True, slots=True)
class Case:
    """Anna, who administers too, and what she has."""

    anna: Visitor
    quiz: str
    group: str
    member: str
    learner: str


@pytest.fixture
def case(app: Flask) -> Case:
    with app.app_context():
        anna, celina = cast.an_administrator("anna"), cast.a_teacher("celina")
        quiz, unused = cast.a_quiz(anna), cast.a_quiz(anna, title="Nikt jeszcze", published=False)
        code = quiz.join_code
        group = groups.add_group("7b", anna, START)
        groups.add_members(group, [(1, "Jan")], START)
        things = unused.public_id, group.public_id, group.members[0].public_id
        assert celina.name == "Celina"
    joined(app, code, "Ula")
    visitor = Visitor(app)
    visitor.open("/sign-in")
    visitor.send("Sign in", login="anna", password=cast.PASSWORD)
    with app.app_context():
        learner = db.session.scalars(people.select(learners.Learner).filter_by(nickname="Ula")).one()
        return Case(visitor, *things, learner.public_id)


def rows(settings: Settings) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(settings.data / DATABASE_FILE)) as database:
        names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in names if name != "tries"
        }


NEW = "cztery czerwone parasole w deszczu"
DEEDS: dict[str, tuple[Callable[[Case], str], str, dict[str, str]]] = {
    "an invitation": (lambda case: "/teachers", "Invite a teacher", {}),
    "a link": (lambda case: "/teachers", "Link for a new password Celina", {}),
    "a role": (lambda case: "/teachers", "Let administer too Celina", {}),
    "an access": (lambda case: "/teachers", "End the access Celina", {}),
    "a password": (lambda case: "/account", "Change the password", {"old": cast.PASSWORD, "password": NEW}),
    "a quiz": (lambda case: f"/teach/quizzes/{case.quiz}/deletion", "Delete for good", {}),
    "a class": (lambda case: f"/teach/groups/{case.group}/deletion", "Delete the class", {}),
    "a place": (lambda case: f"/teach/members/{case.member}/removal", "Take off the list", {}),
    "a pupil": (lambda case: f"/teach/learners/{case.learner}/erasure", "Erase for good", {}),
}


@pytest.mark.databases("sqlite")  # a trigger of its own
@pytest.mark.parametrize("what", DEEDS)
def test_what_cannot_be_written_down_is_not_done(what: str, case: Case, settings: Settings) -> None:
    path, button, values = DEEDS[what]
    case.anna.open(path(case))
    before = rows(settings)
    with closing(sqlite3.connect(settings.data / DATABASE_FILE)) as database:
        database.execute(NO_DEEDS)

    assert case.anna.send(button, **values).status >= 400
    assert rows(settings) == before

    with closing(sqlite3.connect(settings.data / DATABASE_FILE)) as database:
        database.execute("DROP TRIGGER no_deeds")
    case.anna.open(path(case))
    case.anna.send(button, **values)
    after = rows(settings)
    assert len(after["deed"]) == len(before["deed"]) + 1
    assert {name for name in after if after[name] != before[name]} > {"deed"}


@pytest.mark.databases("sqlite")  # a trigger of its own
def test_nobody_signs_in_unseen(app: Flask, settings: Settings) -> None:
    with app.app_context():
        cast.a_teacher("anna")
    with closing(sqlite3.connect(settings.data / DATABASE_FILE)) as database:
        database.execute(NO_DEEDS)
    visitor = Visitor(app)
    visitor.open("/sign-in")

    assert visitor.send("Sign in", login="anna", password=cast.PASSWORD).status >= 400

    assert rows(settings)["login_session"] == []
    assert visitor.open("/teach/").path == "/sign-in"


@pytest.mark.databases("sqlite", "postgresql")
def test_failed_sign_ins_are_told_alike_for_known_and_unknown(app: Flask, clock: Clock) -> None:
    with app.app_context():
        cast.an_administrator("boss")
    signed_in(app, "anna")
    for login in ("anna", "ANNA ", "anielka-tajne-haslo", "nobody", "nobody"):
        visitor = Visitor(app)
        visitor.open("/sign-in")
        visitor.send("Sign in", login=login, password="nie to")
        clock.forward(minutes=1)
    boss = Visitor(app)
    boss.open("/sign-in")
    boss.send("Sign in", login="boss", password=cast.PASSWORD)

    boss.open("/deeds")
    told = [
        [cell.get_text(strip=True) for cell in row.find_all(["th", "td"])[:2]]
        for row in boss.page.soup.select("[aria-labelledby=failed] tbody tr")
    ]

    assert told == [["nob…", "2"], ["ani…", "1"], ["ann…", "2"]]
    with app.app_context():
        kept = repr([(one.who, one.what, one.about) for one in db.session.scalars(people.select(deeds.Deed))])
        assert "nobody" not in kept
        assert "tajne" not in kept
        assert "127.0.0.1" not in kept


@pytest.mark.databases("sqlite", "postgresql")
def test_failed_sign_ins_are_forgotten_after_a_month_and_deeds_after_a_year(app: Flask, clock: Clock) -> None:
    signed_in(app, "anna")
    visitor = Visitor(app)
    visitor.open("/sign-in")
    visitor.send("Sign in", login="anna", password="nie to")

    def kept(days: int) -> list[str]:
        clock.forward(days=days)
        with app.app_context():
            retention.forget_expired(clock(), 30)
            return list(db.session.scalars(people.select(deeds.Deed.what)))

    assert sorted(kept(29)) == ["failed to sign in", "signed in"]
    assert kept(1) == ["signed in"]
    assert kept(334) == ["signed in"]
    assert kept(1) == []
