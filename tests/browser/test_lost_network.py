"""What a pupil sees when the network goes: the page of the running attempt, and nothing of it after leaving."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from werkzeug.serving import BaseWSGIServer, make_server

from tests import cast
from tests.browser.conftest import Somebody


class Network:
    """A site that can be cut off and come back at the same address."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.port = 0
        self.restore()

    def restore(self) -> None:
        self.server: BaseWSGIServer = make_server("127.0.0.1", self.port, self.app, threaded=True)
        self.port = self.server.port
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def cut(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    @property
    def site(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@pytest.fixture
def network(app: Flask) -> Iterator[Network]:
    network = Network(app)
    yield network
    if network.thread.is_alive():
        network.cut()


@pytest.fixture
def ula(app: Flask, network: Network, somebody: Somebody) -> Page:
    """A pupil at the first question, whose browser has had the time to make ready for a lost network."""
    with app.app_context():
        code = cast.a_quiz(cast.a_teacher()).join_code
    page = somebody()
    page.goto(f"{network.site}/q/{code}")
    page.evaluate("navigator.serviceWorker.ready")
    page.get_by_label("Pseudonim").fill("Ula")
    page.get_by_role("button", name="Zacznij").click()
    expect(page.get_by_text("Pytanie 1 z 3")).to_be_visible()
    _wait_for_copies(page, 1)
    return page


def test_the_page_of_a_running_attempt_survives_and_says_that_it_is_a_copy(
    ula: Page, network: Network
) -> None:
    expect(ula.get_by_text("Brak sieci")).to_be_hidden()
    network.cut()

    ula.reload()

    expect(ula.get_by_text("Pytanie 1 z 3")).to_be_visible()
    expect(ula.get_by_role("status").filter(has_text="Brak sieci")).to_be_visible()
    background = "getComputedStyle(document.body).backgroundColor"
    assert ula.evaluate(background) == "rgb(245, 241, 232)", "the stylesheet came too"


def test_an_answer_that_could_not_be_sent_is_still_there_and_is_sent_when_the_network_is_back(
    ula: Page, network: Network
) -> None:
    ula.get_by_role("radio").nth(1).check()
    network.cut()
    ula.get_by_role("button", name="Odpowiedz").click()

    expect(ula.get_by_role("status").filter(has_text="Nie zapisano")).to_be_visible()
    ula.reload()
    expect(ula.get_by_role("status").filter(has_text="Brak sieci")).to_be_visible()
    expect(ula.get_by_role("radio").nth(1)).to_be_checked()
    ula.get_by_role("button", name="Odpowiedz").click()
    expect(ula.get_by_role("status").filter(has_text="Nie zapisano")).to_be_visible()

    network.restore()
    expect(ula.get_by_text("Twoja odpowiedź")).to_be_visible(timeout=15_000)


def test_a_page_that_was_never_open_is_the_offline_page_until_the_network_is_back(
    ula: Page, network: Network
) -> None:
    network.cut()
    ula.get_by_role("link", name="Pomiń").click()
    expect(ula.get_by_role("heading", name="Brak sieci")).to_be_visible()

    network.restore()
    ula.get_by_role("link", name="Spróbuj jeszcze raz").click()

    expect(ula.get_by_text("Pytanie 2 z 3")).to_be_visible()


def test_whoever_ends_the_session_leaves_no_copy_behind(ula: Page, network: Network) -> None:
    question = ula.url
    ula.get_by_role("radio").first.check()
    ula.get_by_role("button", name="Odpowiedz").click()
    expect(ula.get_by_text("Twoja odpowiedź")).to_be_visible()
    ula.goto(f"{network.site}/scores")
    ula.get_by_role("button", name="Zakończ moją sesję").click()
    expect(ula.get_by_text("zakończona")).to_be_visible()
    _wait_for_copies(ula, 0)
    network.cut()

    ula.goto(question)

    expect(ula.get_by_role("heading", name="Brak sieci")).to_be_visible()


def test_what_is_handed_in_leaves_no_copy_behind(ula: Page) -> None:
    ula.goto(re.sub(r"/\d+$", "/review", ula.url))
    ula.get_by_role("button", name="Zakończ").click()
    expect(ula.locator(".big-number")).to_be_visible()

    _wait_for_copies(ula, 0)


def test_a_teachers_page_is_never_kept(app: Flask, network: Network, ula: Page) -> None:
    ula.goto(f"{network.site}/sign-in?next=/teach/bank")
    ula.get_by_label("Login").fill("anna")
    ula.get_by_label("Hasło").fill(cast.PASSWORD)
    ula.get_by_role("button", name="Zaloguj się").click()
    expect(ula.get_by_role("heading", level=1)).to_be_visible()
    _wait_for_copies(ula, 0)
    network.cut()

    ula.goto(f"{network.site}/teach/bank")

    expect(ula.get_by_role("heading", name="Brak sieci")).to_be_visible()


def test_the_offline_page_follows_the_language(ula: Page, network: Network) -> None:
    ula.goto(network.site)
    ula.get_by_role("button", name="English").click()
    expect(ula.get_by_role("button", name="Go")).to_be_visible()
    _wait_until(ula, "async () => (await (await caches.match('/offline'))?.text())?.includes('Try again')")
    network.cut()

    ula.goto(f"{network.site}/scores")

    expect(ula.get_by_role("heading", name="No network")).to_be_visible()


def _wait_for_copies(page: Page, count: int) -> None:
    _wait_until(page, f"async () => (await (await caches.open('attempt')).keys()).length === {count}")


def _wait_until(page: Page, script: str) -> None:
    """The driver's own wait takes the promise of an answer for the answer."""
    for _ in range(100):
        if page.evaluate(script):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"in vain: {script}")
