"""Two processes that serve one PostgreSQL: whichever is asked, the answer is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.test import Client

from quizapp.config import Settings
from quizapp.store import attempts
from quizapp.store.engine import db
from tests import cast
from tests.conftest import settings_for
from tests.postgres import Databases
from tests.serving import Proxy, Site, serving
from tests.web.conftest import choose
from tests.web.visitor import Visitor

RIGHT = ("1 lipca 1569 roku", "Lublin", "5 stycznia 1582 roku")


@pytest.fixture(scope="module")
def settings(
    postgres: Databases, migrated: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory
) -> Settings:
    return settings_for(tmp_path_factory.mktemp("here"), postgres.new(migrated("postgresql")))


@pytest.fixture(scope="module")
def addresses(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """Of two sites with folders of their own, started at the same moment."""

    def site(folder: Path) -> Site:
        return Site(folder, settings.database_url)

    with ExitStack() as stack:
        sites = [stack.enter_context(serving(site(tmp_path_factory.mktemp("site")))) for _ in range(2)]
        yield [one.address() for one in sites]


@pytest.fixture
def visitor(addresses: list[str]) -> Visitor:
    """Somebody whose requests go to one site and the other in turn."""
    return Visitor(Proxy(addresses))


def test_who_signs_in_at_one_is_signed_in_and_out_at_both(
    app: Flask, addresses: list[str], visitor: Visitor
) -> None:
    with app.app_context():
        cast.a_teacher("anna")
    visitor.open("/sign-in")
    visitor.send("Sign in", login="anna", password=cast.PASSWORD)
    cookie = visitor.client.get_cookie("quizapp")
    assert cookie is not None
    both = [Visitor(Proxy([address])) for address in addresses]
    for one in both:
        one.client.set_cookie("quizapp", cookie.value)
        assert one.open("/teach/").path == "/teach/"

    both[0].send("Sign out")

    assert both[1].open("/teach/").path == "/sign-in"


def test_a_quiz_is_joined_answered_and_finished_by_turns(app: Flask, visitor: Visitor) -> None:
    with app.app_context():
        code = cast.a_quiz(cast.a_teacher("celina")).join_code
    visitor.open("/")
    visitor.send("Go", code=code)
    visitor.send("Start", nickname="Ula")

    for link, words in zip(("Next", "Next", "To the end"), RIGHT, strict=True):
        if words == "Lublin":
            visitor.send("Answer", answer=words)
        else:
            choose(visitor, words)
        visitor.follow(link)
    visitor.send("Finish")

    assert visitor.page is not None
    taken = select(attempts.Attempt).where(attempts.Attempt.public_id == visitor.page.path.split("/")[2])
    with app.app_context():
        attempt = db.session.scalars(taken).one()
        assert [response.given for response in attempt.responses] == [[words] for words in RIGHT]
        assert attempt.is_finished


def test_tries_at_both_count_together(visitor: Visitor) -> None:
    visitor.open("/sign-in")
    tries = {"csrf_token": visitor.token, "login": "guessed", "password": "wrong"}

    assert [visitor.post("/sign-in", tries).status for _ in range(11)] == [422] * 10 + [429]


def test_of_ten_answers_at_once_to_both_one_is_kept(app: Flask, addresses: list[str]) -> None:
    with app.app_context():
        code = cast.a_quiz(cast.a_teacher("dorota")).join_code
    ula = Visitor(Proxy(addresses))
    ula.open("/")
    ula.send("Go", code=code)
    ula.send("Start", nickname="Ula")
    assert ula.page is not None
    fields = ula.page.soup.select('input[type=radio][name="answer"]')
    form = {"csrf_token": ula.token}
    cookie = ula.client.get_cookie("quizapp")
    assert cookie is not None
    path, barrier = ula.page.path, Barrier(10)

    def answer(number: int) -> int:
        client = Client(Proxy([addresses[number % 2]]))
        client.set_cookie("quizapp", cookie.value)
        barrier.wait()
        return client.post(path, data={**form, "answer": fields[number % 3]["value"]}).status_code

    with ThreadPoolExecutor(10) as pool:
        statuses = list(pool.map(answer, range(10)))

    assert set(statuses) == {303}
    with app.app_context():
        taken = select(attempts.Attempt).where(attempts.Attempt.public_id == path.split("/")[2])
        attempt = db.session.scalars(taken).one()
        assert len(attempt.responses) == 1
