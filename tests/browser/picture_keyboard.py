"""Writes the pictures of docs/learner.md: `python -m tests.browser.picture_keyboard` from the top folder."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from playwright.sync_api import Page, sync_playwright
from werkzeug.serving import make_server

from quizapp.config import DATABASE_FILE, Settings
from quizapp.store import schema
from quizapp.web import create_app
from tests import cast
from tests.browser import every_type
from tests.browser.conftest import launch_arguments
from tests.browser.keyboard import KeyboardLearner

PICTURES = Path(__file__).parents[2] / "docs" / "pictures" / "keyboard"
VIEWPORT = {"width": 600, "height": 600}
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


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        app = _an_application(Path(folder))
        with app.app_context():
            code = cast.a_quiz(cast.a_teacher(), every_type.items()).join_code
        browser = playwright.chromium.launch(**launch_arguments())
        with _served(app) as site:
            page = browser.new_context(locale="pl-PL", viewport=VIEWPORT).new_page()
            KeyboardLearner(page, lambda name: _picture(page, name)).do_quiz(
                f"{site}/q/{code}", every_type.items()
            )
        browser.close()


def _picture(page: Page, name: str) -> None:
    if name in SHOWN:
        page.screenshot(path=PICTURES / f"{name}.png", animations="disabled")


def _an_application(folder: Path) -> Flask:
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
def _served(app: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()


if __name__ == "__main__":
    main()
