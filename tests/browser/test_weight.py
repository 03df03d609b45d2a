"""What a question page costs a phone that has never been here: bytes as they are sent, and how many requests."""

from __future__ import annotations

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Response, expect

from tests import cast
from tests.browser import every_type
from tests.browser.conftest import Somebody

MOST_BYTES = 40_000
MOST_SCRIPT_BYTES = 12_000
MOST_REQUESTS = 6


@pytest.mark.parametrize("place", range(1, 9))
def test_a_question_page_is_light(app: Flask, site: str, somebody: Somebody, place: int) -> None:
    with app.app_context():
        code = cast.a_quiz(cast.a_teacher(), every_type.items()).join_code
    page = somebody()
    page.goto(f"{site}/q/{code}")
    page.get_by_label("Pseudonim").fill("Ula")
    page.get_by_role("button", name="Zacznij").click()
    expect(page.get_by_text("Pytanie 1 z 8")).to_be_visible()
    question = page.url.rsplit("/", 1)[0] + f"/{place}"

    sent = _open_cold(somebody(storage_state=page.context.storage_state()).context, question)

    parts = [(response.url, len(response.body())) for response in sent]
    assert len(parts) <= MOST_REQUESTS, parts
    assert sum(size for _, size in parts) <= MOST_BYTES, parts
    assert sum(size for address, size in parts if ".js" in address) <= MOST_SCRIPT_BYTES, parts


def _open_cold(context: BrowserContext, address: str) -> list[Response]:
    """Everything that came for a page into an empty cache."""
    sent: list[Response] = []
    page = context.pages[0]
    page.on("response", lambda response: sent.append(response))
    page.goto(address, wait_until="networkidle")
    assert all(response.ok for response in sent)
    return sent
