"""What keeps a door shut: a link is worth no more than whoever made it, and tries count wherever they are made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask

from quizapp.config import Settings
from quizapp.store import access_links, people
from quizapp.store.engine import db
from quizapp.web import create_app
from tests import cast
from tests.conftest import START, Clock
from tests.web.visitor import Visitor

pytestmark = pytest.mark.databases("sqlite", "postgresql")


@pytest.fixture
def other_app(app: Flask, settings: Settings, clock: Clock) -> Iterator[Flask]:
    """Another worker on the same database; after the first has gone, the site after a restart."""
    other = create_app(settings, clock)
    other.testing = True
    yield other
    with other.app_context():
        db.engine.dispose()


@pytest.mark.parametrize("role", ["teacher", "former"])
def test_the_links_of_who_administers_no_more_lead_nowhere(app: Flask, role: people.AccountRole) -> None:
    with app.app_context():
        cast.an_administrator("ewa")
        admin, anna = cast.an_administrator("jan"), cast.a_teacher("anna")
        invitation, reset = access_links.invite(admin, START), access_links.let_reset(anna, admin, START)
        people.give_role(admin, role, START)

        with pytest.raises(access_links.LinkUsed):
            access_links.accept_invitation(invitation, "jan2", "Jan", cast.PASSWORD, START)
        with pytest.raises(access_links.LinkUsed):
            access_links.reset_password(reset, cast.PASSWORD, START)

    assert Visitor(app).open(f"/invitation/{invitation}").status == 410
    assert Visitor(app).open(f"/new-password/{reset}").status == 410


def test_who_has_no_access_any_more_sets_no_new_password(app: Flask) -> None:
    with app.app_context():
        admin, anna = cast.an_administrator(), cast.a_teacher("anna")
        reset = access_links.let_reset(anna, admin, START)
        people.give_role(anna, "former", START)

        with pytest.raises(access_links.LinkUsed):
            access_links.reset_password(reset, cast.PASSWORD, START)


DOORS = {
    "sign-in": ("/sign-in", {"login": "anna", "password": "x"}, 10),
    "set-up": ("/setup/guessed", {}, 10),
    "invitation": ("/invitation/guessed", {}, 20),
    "new password": ("/new-password/guessed", {}, 20),
    "join": ("/join", {"code": "ZZZZZZZ"}, 60),
    "code of a pupil": ("/return", {"code": "guessed"}, 60),
}
"""An address, what is sent there, and how often it may be sent."""


@pytest.mark.parametrize("door", DOORS)
def test_tries_count_over_workers_and_restarts_and_end_with_their_window(
    door: str, app: Flask, other_app: Flask, clock: Clock
) -> None:
    path, form, most = DOORS[door]
    workers = [Visitor(app), Visitor(other_app)]
    for worker in workers:
        worker.open("/sign-in")

    def knock(number: int) -> int:
        worker = workers[number % 2]
        return worker.client.post(path, data={**form, "csrf_token": worker.token}).status_code

    assert 429 not in [knock(number) for number in range(most)]
    assert [knock(0), knock(1)] == [429, 429]

    clock.forward(minutes=5)
    assert knock(0) != 429


class CountingHasher(PasswordHasher):
    """The same hashes, counted."""

    compared = 0

    def verify(self, *args: Any, **kwargs: Any) -> bool:
        self.compared += 1
        return super().verify(*args, **kwargs)


@pytest.mark.parametrize("login", ["anna", "nobody", "bogdan"])
def test_every_try_to_sign_in_costs_one_hash(login: str, app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    hasher = CountingHasher(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr(people, "_hasher", hasher)
    with app.app_context():
        cast.a_teacher("anna")
        people.give_role(cast.a_teacher("bogdan"), "former", START)

        assert people.account_by_password(login, "wrong") is None

    assert hasher.compared == 1
