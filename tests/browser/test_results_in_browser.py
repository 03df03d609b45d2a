"""The teacher's pages of results in a real browser."""

from __future__ import annotations

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from quizapp.store import answering, quizzes
from tests import cast
from tests.browser.conftest import Somebody
from tests.conftest import START
from tests.store.test_results import CLASS, WRONG, take


@pytest.fixture
def quiz(app: Flask) -> str:
    """A quiz of Anna's that a class of five has taken."""
    with app.app_context():
        made = cast.a_quiz(cast.a_teacher())
        for number, answers in enumerate(CLASS, start=1):
            take(made, f"Uczeń {number}", answers)
        return made.public_id


def test_answers_appear_while_they_are_given(app: Flask, site: str, somebody: Somebody, quiz: str) -> None:
    page = somebody()
    page.clock.install()
    _open(page, site, f"/teach/quizzes/{quiz}/live")
    expect(page.get_by_role("status").last).to_contain_text("Jest 5 uczniów, 5 skończyło")

    with app.app_context():
        known = quizzes.db.session.scalars(
            quizzes.select(quizzes.Quiz).where(quizzes.Quiz.public_id == quiz)
        ).one()
        running = cast.an_attempt(known, "Teraz")
        answering.answer(running, 1, running.publication.entries[0].version, (WRONG,), START)
    page.clock.run_for(5_100)

    expect(page.get_by_role("status").last).to_contain_text("Jest 6 uczniów, 5 skończyło")
    expect(page.get_by_role("row", name="Teraz")).to_contain_text("1 / 3")


def test_a_wrong_key_is_mended_and_the_mending_undone(site: str, somebody: Somebody, quiz: str) -> None:
    page = somebody()
    _open(page, site, f"/teach/quizzes/{quiz}/analysis/1")

    page.get_by_role("link", name="Popraw zły klucz").click()
    page.get_by_role("checkbox", name=WRONG).check()
    page.get_by_label("Dlaczego").fill("Obie daty są dobre.")
    page.get_by_role("button", name="Pokaż, komu się zmieni").click()
    expect(page.get_by_role("row", name="Uczeń 3")).to_contain_text("2 → 3")
    page.get_by_role("button", name="Przelicz punkty").click()

    expect(page.get_by_text("Przeliczono: zmieniły się 2 odpowiedzi.")).to_be_visible()
    page.get_by_role("button", name="Cofnij").click()
    expect(page.get_by_text("Cofnięto: każda odpowiedź")).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_is_wider_than_the_screen(site: str, somebody: Somebody, quiz: str, width: int) -> None:
    page = somebody(viewport={"width": width, "height": 720})
    _open(page, site, "/teach/scores")
    home = f"/teach/quizzes/{quiz}"
    paths = (
        "/results",
        "/analysis",
        "/analysis/1",
        "/analysis/2/answers",
        "/analysis/1/key",
        "/live",
        "/grades",
    )

    for path in ("/teach/scores", "/teach/results", "/teach/regrades", *(home + one for one in paths)):
        page.goto(site + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def _open(page: Page, site: str, path: str) -> None:
    page.goto(f"{site}/sign-in?next={path}")
    page.get_by_label("Login").fill("anna")
    page.get_by_label("Hasło").fill(cast.PASSWORD)
    page.get_by_role("button", name="Zaloguj się").click()
    page.wait_for_url(f"**{path}")
