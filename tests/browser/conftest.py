"""A real Chromium against the real site on a free port."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page
from werkzeug.serving import make_server

SYSTEM_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def system_browser() -> str | None:
    named = os.environ.get("QUIZAPP_CHROMIUM")
    return named or next(filter(None, map(shutil.which, SYSTEM_BROWSERS)), None)


def playwright_browser_is_installed() -> bool:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return os.path.exists(playwright.chromium.executable_path)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser its tests are skipped by name; where CI is set they run, and fail."""
    browser_tests = [item for item in items if "browser" in item.path.parts]
    for item in browser_tests:
        item.add_marker(pytest.mark.browser)
    if (
        browser_tests
        and not os.environ.get("CI")
        and not system_browser()
        and not playwright_browser_is_installed()
    ):
        for item in browser_tests:
            item.add_marker(
                pytest.mark.skip(reason="no Chromium: install it, or set QUIZAPP_CHROMIUM to one")
            )


def launch_arguments() -> dict[str, Any]:
    """How a Chromium is started here, for tests and for pictures."""
    flags = [
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")  # Chromium refuses its sandbox to root, as in a container
    chosen = system_browser()
    return {"args": flags, **({"executable_path": chosen} if chosen else {})}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, **launch_arguments()}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "pl-PL"}


@pytest.fixture
def site(app: Flask) -> Iterator[str]:
    """The address of the running site."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


Somebody = Callable[..., Page]


@pytest.fixture
def somebody(site: str, browser: Browser) -> Iterator[Somebody]:
    """Opens a page for a person with cookies of their own; no page may break or be refused anything."""
    problems: list[str] = []
    contexts: list[BrowserContext] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            problems.append(message.text)

    def open_page(**options: Any) -> Page:
        context = browser.new_context(locale="pl-PL", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", listen)
        page.on("pageerror", lambda error: problems.append(str(error)))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []
