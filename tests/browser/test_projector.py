"""The projector's page keeps up with the class."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from playwright.sync_api import Page, Route, expect

from quizapp.store import quizzes
from tests import cast
from tests.browser.conftest import Somebody


@pytest.fixture
def quiz(app: Flask) -> str:
    with app.app_context():
        return cast.a_quiz(cast.a_teacher()).public_id


@pytest.fixture
def wall(site: str, somebody: Somebody, quiz: str) -> Page:
    """The projector, its clock in the hands of the test."""
    return _open_wall(somebody(), site, quiz)


def test_who_joins_appears_without_a_reload(app: Flask, wall: Page, quiz: str) -> None:
    expect(wall.get_by_role("status").last).to_contain_text("0 osób dołączyło")

    _join(app, quiz, "Ula")
    wall.clock.run_for(5_100)

    expect(wall.get_by_role("status").last).to_contain_text("1 osoba dołączyła")
    expect(wall.get_by_role("listitem")).to_have_text("Ula")


def test_nobody_is_asked_while_the_page_is_hidden(wall: Page) -> None:
    asked = _count_requests(wall)
    _set_hidden(wall, True)
    wall.clock.run_for(60_000)
    assert asked == []

    with wall.expect_request("**/presenting/class"):
        _set_hidden(wall, False)

    assert len(asked) == 1


def test_a_site_that_does_not_answer_is_asked_ever_more_rarely(wall: Page) -> None:
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    wall.route(re.compile("/presenting/class$"), refuse)
    for _ in range(60):
        wall.clock.run_for(1_000)
        wall.wait_for_timeout(10)

    assert 2 <= len(asked) <= 4  # after 5, 15, 35 seconds, and not every 5


def test_without_javascript_a_link_refreshes(app: Flask, site: str, somebody: Somebody, quiz: str) -> None:
    wall = _open_wall(somebody(java_script_enabled=False), site, quiz)
    _join(app, quiz, "Ula")

    wall.get_by_role("link", name="Odśwież").click()

    expect(wall.get_by_role("listitem")).to_have_text("Ula")


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080), (320, 640)])
def test_code_and_picture_are_seen_at_once(
    site: str, somebody: Somebody, quiz: str, width: int, height: int
) -> None:
    wall = _open_wall(somebody(viewport={"width": width, "height": height}), site, quiz)

    expect(wall.locator(".wall-code")).to_be_in_viewport(ratio=1)
    expect(wall.get_by_role("img", name="Kod QR")).to_be_in_viewport(ratio=0.95)
    assert wall.evaluate("document.documentElement.scrollWidth") <= width


def _open_wall(page: Page, site: str, quiz: str) -> Page:
    page.clock.install()
    page.goto(f"{site}/sign-in?next=/teach/quizzes/{quiz}/presenting")
    page.get_by_label("Login").fill("anna")
    page.get_by_label("Hasło").fill(cast.PASSWORD)
    page.get_by_role("button", name="Zaloguj się").click()
    expect(page.locator(".wall-code")).to_be_visible()
    page.wait_for_load_state()
    return page


def _join(app: Flask, quiz: str, nickname: str) -> None:
    with app.app_context():
        known = quizzes.db.session.scalars(
            quizzes.select(quizzes.Quiz).where(quizzes.Quiz.public_id == quiz)
        ).one()
        cast.an_attempt(known, nickname)


def _count_requests(page: Page) -> list[str]:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/static/" not in request.url else None)
    return asked


def _set_hidden(page: Page, is_hidden: bool) -> None:
    page.evaluate(
        """hidden => {
            Object.defineProperty(document, "hidden", {value: hidden, configurable: true});
            document.dispatchEvent(new Event("visibilitychange"));
        }""",
        is_hidden,
    )
