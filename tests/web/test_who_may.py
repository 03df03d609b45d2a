"""Every door of a quiz and of a class, tried by everybody: the doors are read off the site itself."""

from __future__ import annotations

import pytest
from flask import Flask

from quizapp.store import assignments, groups, quizzes, sharing
from quizapp.store.engine import db
from tests import cast
from tests.web.conftest import signed_in
from tests.web.test_groups import a_group, set_quiz
from tests.web.visitor import Visitor

OF_THE_OWNER_ALONE = {
    "add_quiz_items",
    "archive_quiz",
    "change_quiz",
    "delete_group",
    "delete_quiz",
    "deleting_group",
    "deleting_quiz",
    "draw",
    "move_quiz_item",
    "order_quiz_items",
    "remove_quiz_item",
    "restore_quiz",
    "share_group",
    "share_quiz",
    "unshare_group",
    "unshare_quiz",
}
"""What a quiz or a class that was shared does not let another teacher do."""


class Door:
    """One address and the way it is asked."""

    def __init__(self, endpoint: str, method: str, path: str) -> None:
        self.name = endpoint.removeprefix("teach.")
        self.method = method
        self.path = path

    def try_as(self, visitor: Visitor) -> int:
        """The status that somebody gets there, whatever they send."""
        ask = visitor.client.get if self.method == "GET" else visitor.client.post
        visitor.open("/sign-in")
        data = {} if self.method == "GET" else {"csrf_token": visitor.token}
        return ask(self.path, **({"data": data} if data else {})).status_code


@pytest.fixture
def owned(app: Flask, anna: Visitor, code: str) -> dict[str, str]:
    """The public ids of what Anna has, by the name that they have in an address."""
    group = a_group(anna, "7b", "1\n2")
    set_quiz(anna, group)
    with app.app_context():
        quiz = db.session.scalars(quizzes.select(quizzes.Quiz)).one()
        return {
            "quiz": quiz.public_id,
            "item": quiz.items[0].public_id,
            "position": "1",
            "group": group.rsplit("/", 1)[1],
            "assignment": db.session.scalars(quizzes.select(assignments.Assignment)).one().public_id,
            "member": db.session.scalars(quizzes.select(groups.Member)).first().public_id,
            "teacher": "nobody",
        }


def doors(app: Flask, owned: dict[str, str]) -> list[Door]:
    """Every door that leads to a quiz, a class or a pupil of one."""
    found = []
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        names = set(rule.arguments) - set(rule.defaults or ())
        if rule.endpoint.startswith("teach.") and names & {"quiz", "group", "member"} and names <= set(owned):
            values = {**{name: owned[name] for name in names}, **(rule.defaults or {})}
            methods = sorted(set(rule.methods or ()) & {"GET", "POST"})
            found += [Door(rule.endpoint, one, adapter.build(rule.endpoint, values, one)) for one in methods]
    return found


def test_there_are_doors(app: Flask, owned: dict[str, str]) -> None:
    assert {door.name for door in doors(app, owned)} >= OF_THE_OWNER_ALONE


def test_a_stranger_is_sent_to_sign_in_and_another_teacher_finds_nothing(
    app: Flask, owned: dict[str, str], celina: Visitor
) -> None:
    stranger = Visitor(app)

    for door in doors(app, owned):
        assert door.try_as(stranger) == 302, (door.method, door.path)
        assert door.try_as(celina) == 404, (door.method, door.path)


def test_an_administrator_has_no_other_way_in_than_any_teacher(app: Flask, owned: dict[str, str]) -> None:
    with app.app_context():
        cast.an_administrator("boss")
    boss = Visitor(app)
    boss.open("/sign-in")
    boss.send("Sign in", login="boss", password=cast.PASSWORD)

    for door in doors(app, owned):
        assert door.try_as(boss) == 404, (door.method, door.path)


def test_who_was_let_in_comes_in_everywhere_but_where_the_owner_alone_does(
    app: Flask, owned: dict[str, str]
) -> None:
    daria = signed_in(app, "daria")
    with app.app_context():
        account = db.session.scalars(quizzes.select(quizzes.Account).filter_by(login_key="daria")).one()
        sharing.share(db.session.scalars(quizzes.select(quizzes.Quiz)).one(), account)
        sharing.share(db.session.scalars(quizzes.select(groups.Group)).one(), account)

    for door in sorted(doors(app, owned), key=lambda one: "removal" in one.path):
        status = door.try_as(daria)
        if door.name in OF_THE_OWNER_ALONE:
            assert status == 404, (door.method, door.path)
        else:
            assert status in (200, 303, 422), (door.method, door.path, status)
