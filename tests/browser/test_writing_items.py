"""A question is written, and is seen as pupils will see it, in a real browser."""

from __future__ import annotations

from flask import Flask
from playwright.sync_api import expect

from tests import cast
from tests.browser.conftest import Somebody


def test_the_preview_and_the_remarks_follow_what_is_typed(app: Flask, site: str, somebody: Somebody) -> None:
    with app.app_context():
        source = cast.a_source(cast.a_teacher()).public_id
    page = somebody()
    page.goto(f"{site}/sign-in")
    page.fill("[name=login]", "anna")
    page.fill("[name=password]", cast.PASSWORD)
    page.press("[name=password]", "Enter")
    page.goto(f"{site}/teach/sources/{source}/items/new")
    question = page.locator("[data-part=question]")

    page.fill("#stem", "Kto przewodniczył sejmowi w Lublinie?")
    page.fill("#key", "Zygmunt August")
    page.fill("#distractors", "Stefan Batory\nZygmunt August")

    expect(question.locator("label.option")).to_have_count(2)
    expect(page.locator("[data-part=remarks-distractors]")).to_contain_text("Zygmunt August")
    page.fill("#distractors", "Stefan Batory\nMikołaj Radziwiłł")
    expect(question.locator("label.option")).to_have_count(3)
    expect(page.locator("[data-part=remarks-distractors]")).not_to_contain_text("Zygmunt August")

    page.fill("#distractors", "")
    page.select_option("#type", "typed")
    expect(question.locator("input[type=text], input:not([type])")).to_have_count(1)
    expect(page.locator("#distractors")).to_be_hidden()
    expect(page.locator("#stem")).to_have_value("Kto przewodniczył sejmowi w Lublinie?")
