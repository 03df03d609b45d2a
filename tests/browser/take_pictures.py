"""Writes the pictures of docs/learner.md: `python -m tests.browser.take_pictures` from the top folder."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from playwright.sync_api import Page, expect, sync_playwright
from werkzeug.serving import make_server

from quizapp.config import DATABASE_FILE, Settings
from quizapp.store import schema
from quizapp.web import create_app
from tests import cast
from tests.browser import every_type
from tests.browser.conftest import launch_arguments
from tests.browser.keyboard import KeyboardLearner

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
SCHOOL = "quiz.szkola.example"
"""A name that leads here in the browser of the pictures, so that the wall shows an address as a school has it."""
VIEWPORT = {"width": 600, "height": 600}
WALL = {"width": 900, "height": 600}
CLASS = ("Olek", "Zosia", "Kacper", "Jagoda", "Antek", "Hania", "Staś", "Basia", "Marysia")
SHOWN = (
    "join",
    "1-single",
    "1-single-answered",
    "2-multiple",
    "3-boolean",
    "4-cloze",
    "5-typed",
    "6-date",
    "7-order",
    "8-match",
    "result",
)
WIDTHS = (360, 1280)
IN_THE_QUIZ = {
    "join": "entrance",
    "1-single": "question",
    "1-single-answered": "answered",
    "result": "result",
}
"""The sights of a run that are also pictured at both widths, and the names of those pictures."""
BESIDE_THE_QUIZ = {
    "home": "/",
    "scores": "/scores",
    "practice": "/practice",
    "return": "/return",
    "erase": "/scores/erase",
}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        app = an_application(Path(folder))
        with app.app_context():
            quiz = cast.a_quiz(cast.a_teacher(), every_type.items())
            code, public_id = quiz.join_code, quiz.public_id
            for nickname in CLASS:
                cast.an_attempt(quiz, nickname)
        arguments = launch_arguments()
        arguments["args"].append(f"--host-resolver-rules=MAP {SCHOOL} 127.0.0.1")
        browser = playwright.chromium.launch(**arguments)
        with served(app) as site:
            page = browser.new_context(locale="pl-PL", viewport=VIEWPORT).new_page()
            KeyboardLearner(page, lambda name: _picture(page, name)).do_quiz(
                f"{site}/q/{code}", every_type.items()
            )
            for width in WIDTHS:
                viewport = {"width": width, "height": 720}
                _picture_pages(browser.new_context(locale="pl-PL", viewport=viewport).new_page(), site, code)
            _picture_wall(browser.new_context(locale="pl-PL", viewport=WALL).new_page(), site, public_id)
        browser.close()


def _picture(page: Page, name: str) -> None:
    if name in SHOWN:
        page.screenshot(path=PICTURES / "keyboard" / f"{name}.png", animations="disabled")


def _picture_pages(page: Page, site: str, code: str) -> None:
    def picture(name: str) -> None:
        width = page.viewport_size["width"] if page.viewport_size else 0
        path = PICTURES / "pages" / f"{name}-{width}.png"
        page.screenshot(path=path, animations="disabled", full_page=True)

    def watch(sight: str) -> None:
        if sight in IN_THE_QUIZ:
            picture(IN_THE_QUIZ[sight])
        if sight == "1-single-answered":
            address = page.url
            page.goto(f"{address.rsplit('/', 1)[0]}/review")
            picture("review")
            page.goto(f"{address}/report")
            picture("report")
            page.goto(address)

    KeyboardLearner(page, watch).do_quiz(f"{site}/q/{code}", every_type.items())
    for name, path in BESIDE_THE_QUIZ.items():
        page.goto(f"{site}{path}")
        picture(name)


def _picture_wall(page: Page, site: str, quiz: str) -> None:
    page.goto(f"{site.replace('127.0.0.1', SCHOOL)}/sign-in?next=/teach/quizzes/{quiz}/presenting")
    page.get_by_label("Login").fill("anna")
    page.get_by_label("Hasło").fill(cast.PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator(".wall-code")).to_be_visible()
    page.screenshot(path=PICTURES / "projector.png")


def an_application(folder: Path) -> Flask:
    app = create_app(
        Settings(
            data=folder,
            database_url=f"sqlite:///{folder / DATABASE_FILE}",
            secret_key="a key for pictures, long enough",
            secret_key_fallbacks=(),
            rate_limits=False,
            language="pl",
        )
    )
    with app.app_context():
        schema.upgrade()
    return app


@contextmanager
def served(app: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()


if __name__ == "__main__":
    main()
