"""The builder under the hand, and the paper as Chromium prints it."""

from __future__ import annotations

import io

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests import cast
from tests.browser import every_type
from tests.browser.conftest import Somebody


@pytest.fixture
def quiz(app: Flask) -> str:
    """The path of a quiz of Anna's with a question of each type."""
    with app.app_context():
        made = cast.a_quiz(cast.a_teacher(), every_type.items(), "Każdy rodzaj", published=False)
        return f"/teach/quizzes/{made.public_id}"


@pytest.fixture
def anna(somebody: Somebody, site: str, quiz: str) -> Page:
    """Who owns it, signed in."""
    page: Page = somebody(viewport={"width": 1280, "height": 900})
    page.goto(f"{site}/sign-in")
    page.get_by_label("Login").fill("anna")
    page.get_by_label("Hasło").fill(cast.PASSWORD)
    page.get_by_role("button", name="Zaloguj się").click()
    expect(page.get_by_role("button", name="Wyloguj się")).to_be_visible()
    return page


def test_a_question_is_dragged_to_its_place_and_stays_there(anna: Page, site: str, quiz: str) -> None:
    anna.goto(site + quiz)
    lines = anna.locator(".chosen li")
    first = lines.nth(0).locator("p").inner_text()
    grip, target = lines.nth(0).locator(".grip"), lines.nth(2)
    grip.scroll_into_view_if_needed()
    start, end = grip.bounding_box(), target.bounding_box()
    assert start is not None
    assert end is not None

    anna.mouse.move(start["x"] + 20, start["y"] + 20)
    anna.mouse.down()
    anna.mouse.move(end["x"] + 20, end["y"] + end["height"] - 5, steps=8)
    with anna.expect_response(lambda response: response.url.endswith("/items/order")):
        anna.mouse.up()

    expect(anna.locator("[data-ordered]")).to_contain_text("3")
    anna.reload()
    expect(lines.nth(2).locator("p")).to_have_text(first)


def test_each_part_of_the_paper_begins_a_page_and_none_is_torn(anna: Page, site: str, quiz: str) -> None:
    anna.goto(f"{site}{quiz}/print?versions=2")

    pages = [page.extract_text() for page in PdfReader(io.BytesIO(anna.pdf(prefer_css_page_size=True))).pages]

    assert len(pages) == 6
    assert all(page.lstrip().startswith("Każdy rodzaj") for page in pages)
    sheet = PdfReader(io.BytesIO(anna.pdf(prefer_css_page_size=True))).pages[0].mediabox
    assert (round(sheet.width), round(sheet.height)) == (595, 842)
