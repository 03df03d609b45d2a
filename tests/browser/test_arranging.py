"""Ordering and matching by keyboard, mouse and finger; the selects keep what is sent, with a script or without."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from playwright.sync_api import Locator, Page, expect

from quizapp.items.item import Item, Option
from quizapp.text.excerpts import find_excerpt
from tests import cast
from tests.browser.conftest import Somebody

PHONE = {"width": 360, "height": 740}
EVENTS = ("unia lubelska", "pokój w Jamie Zapolskim", "rokosz Zebrzydowskiego", "bitwa pod Cecorą")
PAIRS = (("unia lubelska", "1569"), ("pokój w Jamie Zapolskim", "1582"), ("rokosz Zebrzydowskiego", "1606"))
MOST_SCRIPT = 12_000
SIZES_OF_SCRIPTS = """performance.getEntriesByType("resource")
    .filter(({ name }) => name.endsWith(".js")).map(({ decodedBodySize }) => decodedBodySize)"""


def order_item() -> Item:
    options = tuple(Option(text, correct=True) for text in EVENTS)
    return _item("order", "Ułóż wydarzenia od najwcześniejszego.", options, EVENTS)


def match_item() -> Item:
    options = tuple(Option(right, correct=True, left=left) for left, right in PAIRS)
    return _item("match", "Połącz wydarzenia z latami.", (*options, Option("1620", correct=False)), ("1569",))


def _item(kind: str, stem: str, options: tuple[Option, ...], answer: tuple[str, ...]) -> Item:
    span = find_excerpt(cast.TEXT, "Unię lubelską zawarto 1 lipca 1569 roku")
    assert span is not None
    return Item(kind, "event", stem, options, answer, (span,))  # type: ignore[arg-type]


def open_question(app: Flask, site: str, page: Page, item: Item) -> None:
    with app.app_context():
        code = cast.a_quiz(cast.a_teacher(), [item]).join_code
    page.goto(f"{site}/q/{code}")
    page.get_by_label("Pseudonim").fill("Ula")
    page.get_by_role("button", name="Zacznij").click()
    expect(page.locator(".stem")).to_contain_text(item.stem)


def open_arranged(app: Flask, site: str, page: Page, item: Item) -> None:
    open_question(app, site, page, item)
    expect(page.locator(".selects.is-arranged")).to_be_visible()  # the script works from now on


def send(page: Page) -> None:
    page.get_by_role("button", name="Odpowiedz").click()


def shown(page: Page) -> list[str]:
    return [text.strip() for text in page.locator("[data-order] label").all_inner_texts()]


def line(page: Page, text: str) -> Locator:
    return page.locator(".selects li").filter(has_text=text)


def test_events_are_put_in_order_by_the_arrows_and_the_keyboard(
    app: Flask, site: str, somebody: Somebody
) -> None:
    page = somebody()
    open_arranged(app, site, page, order_item())
    for place, event in enumerate(EVENTS):
        up = page.get_by_role("button", name=f"Przesuń wyżej: {event}")
        up.focus()
        for _ in range(shown(page).index(event) - place):
            page.keyboard.press("Enter")
            expect(up).to_be_focused()
    assert shown(page) == list(EVENTS)
    assert page.get_by_role("status").filter(has_text="miejsce").count() == 1
    page.keyboard.press("Tab")
    send(page)

    expect(page.locator(".verdict")).to_contain_text("Dobrze")
    expect(page.locator(".verdict .points")).to_contain_text("1 punkt")


@pytest.mark.parametrize("is_phone", [False, True])
def test_events_are_put_in_order_by_drag(app: Flask, site: str, somebody: Somebody, is_phone: bool) -> None:
    page = somebody(viewport=PHONE) if is_phone else somebody()
    open_arranged(app, site, page, order_item())
    for place, event in reversed(list(enumerate(EVENTS))):
        drag(page, line(page, event).locator(".grip"), page.locator("[data-order] li").nth(place))
    assert shown(page) == list(EVENTS)
    send(page)

    expect(page.locator(".verdict .points")).to_contain_text("1 punkt")


def drag(page: Page, what: Locator, onto: Locator) -> None:
    onto.scroll_into_view_if_needed()
    start, end = what.bounding_box(), onto.bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    goal = end["y"] + (0.85 if end["y"] > start["y"] else 0.5) * end["height"]
    page.mouse.move(end["x"] + 30, goal, steps=12)
    page.mouse.up()


def test_a_drag_given_up_by_escape_changes_nothing(app: Flask, site: str, somebody: Somebody) -> None:
    page = somebody()
    open_arranged(app, site, page, order_item())
    before = shown(page)
    page.locator(".grip").first.hover()
    page.mouse.down()
    page.mouse.move(200, 600, steps=8)
    page.keyboard.press("Escape")
    page.mouse.up()

    assert shown(page) == before
    assert page.locator("select").first.input_value() == ""


def test_a_place_chosen_in_a_select_moves_the_line(app: Flask, site: str, somebody: Somebody) -> None:
    page = somebody()
    open_arranged(app, site, page, order_item())
    for place, event in enumerate(EVENTS, start=1):
        line(page, event).locator("select").select_option(str(place))
    assert shown(page) == list(EVENTS)
    send(page)

    expect(page.locator(".verdict .points")).to_contain_text("1 punkt")


def test_what_goes_together_is_matched_by_a_tap_on_one_and_then_the_other(
    app: Flask, site: str, somebody: Somebody
) -> None:
    page = somebody(viewport=PHONE, has_touch=True)
    open_arranged(app, site, page, match_item())
    card, row = page.locator(".pool li"), page.locator("[data-match] li")
    card.filter(has_text="1569").tap()
    row.filter(has_text="unia lubelska").locator("select").tap(force=True)
    row.filter(has_text="pokój w Jamie").locator("label").tap()
    card.filter(has_text="1582").tap()
    card.filter(has_text="1620").tap()
    row.filter(has_text="rokosz").tap(position={"x": 8, "y": 8})
    expect(page.get_by_role("status").filter(has_text="rokosz Zebrzydowskiego – 1620")).to_have_count(1)
    send(page)

    expect(page.locator(".verdict")).to_contain_text("Częściowo")
    expect(page.locator(".verdict .points")).to_contain_text(re.compile(r"0,67|2/3|⅔"))


def test_what_goes_together_is_matched_by_drag(app: Flask, site: str, somebody: Somebody) -> None:
    page = somebody()
    open_arranged(app, site, page, match_item())
    for left, right in PAIRS:
        drag(page, page.locator(".pool li").filter(has_text=right), line(page, left))
    send(page)

    expect(page.locator(".verdict .points")).to_contain_text("1 punkt")


@pytest.mark.parametrize("item", [order_item(), match_item()], ids=["order", "match"])
def test_the_selects_do_it_without_javascript(app: Flask, site: str, somebody: Somebody, item: Item) -> None:
    page = somebody(java_script_enabled=False)
    open_question(app, site, page, item)
    wanted = dict(PAIRS) if item.type == "match" else {event: str(n) for n, event in enumerate(EVENTS, 1)}
    for label, value in wanted.items():
        page.get_by_label(label).select_option(label=value)
    send(page)

    expect(page.locator(".verdict .points")).to_contain_text("1 punkt")


@pytest.mark.parametrize("item", [order_item(), match_item()], ids=["order", "match"])
def test_a_question_is_light_and_its_targets_are_large(
    app: Flask, site: str, somebody: Somebody, item: Item
) -> None:
    page = somebody(viewport=PHONE)
    open_arranged(app, site, page, item)

    sizes = page.evaluate(SIZES_OF_SCRIPTS)
    assert 0 < sum(sizes) <= MOST_SCRIPT
    for target in page.locator(".arrow, .grip, .pool li, .selects select").all():
        box = target.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
