"""What a question page costs a phone that has never been here: bytes as they are sent, and how many requests."""

from __future__ import annotations

from flask import Flask
from playwright.sync_api import Page, Response, expect

from tests import cast
from tests.browser import every_type
from tests.browser.conftest import Somebody

MOST_BYTES = 40_000
MOST_SCRIPT_BYTES = 12_000
MOST_REQUESTS = 6


def test_a_question_page_of_any_type_is_light(app: Flask, site: str, somebody: Somebody) -> None:
    with app.app_context():
        code = cast.a_quiz(cast.a_teacher(), every_type.items()).join_code
    page = somebody()
    page.goto(f"{site}/q/{code}")
    page.get_by_label("Pseudonim").fill("Ula")
    page.get_by_role("button", name="Zacznij").click()
    expect(page.get_by_text("Pytanie 1 z 8")).to_be_visible()
    attempt, visit = page.url.rsplit("/", 1)[0], page.context.storage_state()

    for place in range(1, 9):
        parts = _open_cold(somebody(storage_state=visit), f"{attempt}/{place}")

        assert len(parts) <= MOST_REQUESTS, parts
        assert sum(parts.values()) <= MOST_BYTES, parts
        assert sum(size for address, size in parts.items() if ".js" in address) <= MOST_SCRIPT_BYTES, parts


def _open_cold(page: Page, address: str) -> dict[str, int]:
    """Everything that comes for a page into an empty cache: addresses and sizes."""
    sent: list[Response] = []
    page.on("response", lambda response: sent.append(response))
    page.goto(address, wait_until="networkidle")
    assert all(response.ok for response in sent)
    return {response.url: len(response.body()) for response in sent}
