"""In a real browser: nothing is asked of another host, and Back after signing out shows nobody's page."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask
from playwright.sync_api import Request

from tests import cast
from tests.browser.conftest import Somebody


def test_no_request_leaves_the_host(app: Flask, site: str, somebody: Somebody) -> None:
    with app.app_context():
        code = cast.a_quiz(cast.a_teacher()).join_code
    page = somebody()
    asked: list[Request] = []
    page.context.on("request", lambda one: asked.append(one))

    for path in ("/", "/privacy", "/privacy/teachers", "/accessibility", "/sign-in", f"/q/{code}"):
        page.goto(f"{site}{path}")
    page.locator("input[name=nickname]").fill("Ula")
    page.locator("main form button").first.click()
    page.locator("input[name=answer]").first.check()
    page.locator("main form button").first.click()
    page.wait_for_load_state("networkidle")
    page.goto(f"{site}/scores")
    page.goto(f"{site}/sign-in")
    page.get_by_label("Login").fill("anna")
    page.get_by_label("Hasło").fill(cast.PASSWORD)
    page.get_by_role("button", name="Zaloguj").click()
    for path in ("/teach/quizzes", "/teach/bank", "/teach/scores", "/teach/sources"):
        page.goto(f"{site}{path}")
    page.wait_for_load_state("networkidle")

    assert len(asked) > 20
    assert {urlsplit(one.url).netloc for one in asked} == {urlsplit(site).netloc}


def test_back_after_signing_out_shows_the_sign_in_page(app: Flask, site: str, somebody: Somebody) -> None:
    with app.app_context():
        cast.a_quiz(cast.a_teacher(), title="Tajny sprawdzian")
    page = somebody()
    page.goto(f"{site}/sign-in")
    page.get_by_label("Login").fill("anna")
    page.get_by_label("Hasło").fill(cast.PASSWORD)
    page.get_by_role("button", name="Zaloguj").click()
    page.goto(f"{site}/teach/quizzes")
    assert "Tajny sprawdzian" in page.content()

    page.get_by_role("button", name="Wyloguj").click()
    page.wait_for_load_state()
    for _ in range(2):
        page.go_back()
        page.wait_for_load_state()
        assert "Tajny sprawdzian" not in page.content()

    assert urlsplit(page.url).path == "/sign-in"


def test_back_after_a_pupil_has_left_shows_no_answer_of_theirs(
    app: Flask, site: str, somebody: Somebody
) -> None:
    with app.app_context():
        code = cast.a_quiz(cast.a_teacher()).join_code
    page = somebody()
    page.goto(f"{site}/q/{code}")
    page.locator("input[name=nickname]").fill("Ula Kowal")
    page.locator("main form button").first.click()
    page.goto(f"{site}/scores")
    assert "Ula Kowal" in page.content()

    page.locator("form[action='/leave'] button").click()
    page.wait_for_load_state()
    page.go_back()
    page.wait_for_load_state()

    assert "Ula Kowal" not in page.content()
