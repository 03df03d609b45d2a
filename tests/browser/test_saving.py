"""Nothing that a pupil gives is lost: not with the page, not with the network, not with the time.

Without the service worker, which a first visit does not have either; with it: `test_lost_network`.
"""

from __future__ import annotations

from flask import Flask
from playwright.sync_api import Page, expect

from quizapp.store import attempts
from tests import cast
from tests.browser.conftest import Somebody

WITHOUT_NETWORK = "Nie zapisano: brak połączenia. Próbuję ponownie…"


def _begin(app: Flask, site: str, page: Page, **rules: object) -> None:
    with app.app_context():
        code = cast.a_quiz(cast.a_teacher(), **rules).join_code  # type: ignore[arg-type]
    page.goto(f"{site}/q/{code}")
    page.get_by_label("Pseudonim").fill("Ula")
    page.get_by_role("button", name="Zacznij").click()
    page.wait_for_url("**/a/*/1")  # loaded, with its scripts


def _to_the_typed_question(page: Page) -> None:
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Odpowiedz").click()
    page.get_by_role("link", name="Następne pytanie").click()


def test_what_is_half_typed_is_saved_and_comes_back_on_a_fresh_page(
    app: Flask, site: str, somebody: Somebody
) -> None:
    page = somebody(service_workers="block")
    _begin(app, site, page)
    _to_the_typed_question(page)

    page.get_by_role("textbox").press_sequentially("Lubl")
    expect(page.get_by_role("status").filter(has_text="Zapisano.")).to_be_visible()
    kept = page.context.storage_state()
    address = page.url
    elsewhere = somebody(service_workers="block", storage_state={"cookies": kept["cookies"], "origins": []})
    elsewhere.goto(address)

    expect(elsewhere.get_by_role("textbox")).to_have_value("Lubl")


def test_without_a_network_the_draft_stays_on_the_device_and_is_sent_later(
    app: Flask, site: str, somebody: Somebody
) -> None:
    page = somebody(service_workers="block")
    _begin(app, site, page)
    _to_the_typed_question(page)
    page.context.set_offline(True)

    page.get_by_role("textbox").press_sequentially("Lublin")
    expect(page.get_by_text(WITHOUT_NETWORK)).to_be_visible()
    page.context.set_offline(False)

    expect(page.get_by_text("Zapisano.")).to_be_visible()
    page.reload()
    expect(page.get_by_role("textbox")).to_have_value("Lublin")


def test_a_page_closed_without_a_network_finds_its_draft_again(
    app: Flask, site: str, somebody: Somebody
) -> None:
    page = somebody(service_workers="block")
    _begin(app, site, page)
    _to_the_typed_question(page)
    page.route("**/draft", lambda route: route.abort())
    page.get_by_role("textbox").press_sequentially("Lublin")
    expect(page.get_by_text(WITHOUT_NETWORK)).to_be_visible()

    page.unroute("**/draft")
    page.reload()

    expect(page.get_by_role("textbox")).to_have_value("Lublin")
    expect(page.get_by_text("Zapisano.")).to_be_visible()


def test_an_answer_sent_without_a_network_arrives_once_when_it_is_back(
    app: Flask, site: str, somebody: Somebody
) -> None:
    page = somebody(service_workers="block")
    _begin(app, site, page)
    page.get_by_role("radio").first.check()
    page.context.set_offline(True)

    page.get_by_role("button", name="Odpowiedz").click()
    expect(page.get_by_text(WITHOUT_NETWORK)).to_be_visible()
    page.get_by_role("button", name="Odpowiedz").click()
    assert page.get_by_role("radio").first.is_checked()
    page.context.set_offline(False)

    expect(page.get_by_text("Twoja odpowiedź")).to_be_visible()
    expect(page.get_by_text("pierwsza odpowiedź")).to_have_count(0)
    with app.app_context():
        assert len(attempts.db.session.scalars(attempts.select(attempts.StoredResponse)).all()) == 1


def test_an_empty_answer_comes_back_with_its_error(app: Flask, site: str, somebody: Somebody) -> None:
    page = somebody(service_workers="block")
    _begin(app, site, page)

    page.get_by_role("button", name="Odpowiedz").click()

    expect(page.locator(".error-summary")).to_be_focused()


def test_back_after_the_feedback_shows_the_answered_question(
    app: Flask, site: str, somebody: Somebody
) -> None:
    page = somebody(service_workers="block")
    _begin(app, site, page)
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Odpowiedz").click()
    page.get_by_role("link", name="Następne pytanie").click()

    page.go_back()

    expect(page.get_by_text("Twoja odpowiedź")).to_be_visible()


def test_the_time_is_shown_hidden_and_warned_of(app: Flask, site: str, somebody: Somebody) -> None:
    page = somebody(service_workers="block")
    page.clock.install()
    _begin(app, site, page, time_limit=6)
    expect(page.locator(".time-left")).to_have_text("zostało 6 min")

    page.clock.run_for(61_000)
    expect(page.locator("[data-time-warning]")).to_have_text("zostało 5 min")
    page.get_by_text("Czas", exact=True).click()
    page.reload()
    expect(page.locator(".time-left")).to_be_hidden()

    page.clock.run_for(5 * 60_000 + 1000)
    expect(page.locator("[data-time-warning]")).to_have_text("została mniej niż minuta")


def test_when_the_time_is_over_what_is_chosen_is_sent(app: Flask, site: str, somebody: Somebody) -> None:
    page = somebody(service_workers="block")
    page.clock.install()
    _begin(app, site, page, time_limit=1)
    page.get_by_role("radio").first.check()

    page.clock.run_for(61_000)

    expect(page.get_by_text("Twoja odpowiedź")).to_be_visible()


def test_of_two_tabs_the_first_answer_counts_and_a_refresh_sends_nothing_again(
    app: Flask, site: str, somebody: Somebody
) -> None:
    page = somebody(service_workers="block")
    _begin(app, site, page)
    other = page.context.new_page()
    other.goto(page.url)
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Odpowiedz").click()
    expect(page.get_by_text("Twoja odpowiedź")).to_be_visible()

    page.reload()
    other.get_by_role("radio").last.check()
    other.get_by_role("button", name="Odpowiedz").click()

    expect(other.get_by_text("Twoja odpowiedź")).to_be_visible()
    expect(page.get_by_text("Twoja odpowiedź")).to_be_visible()
    with app.app_context():
        (kept,) = attempts.db.session.scalars(attempts.select(attempts.StoredResponse)).all()
        shown = " ".join(other.locator("main").inner_text().split())
        assert f"Twoja odpowiedź {kept.given[0]}" in shown
