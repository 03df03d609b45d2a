"""Ten minutes at the workbench, counted: every click, key and field that a teacher needs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests import cast
from tests.browser.conftest import Somebody
from tests.conftest import Clock
from tests.texts import TEXT

STEPS_TO_A_PUBLISHED_QUIZ = 7
"""From the list of texts: new text, title, text, read, accept all, make a quiz, publish."""
STEPS_TO_REJECT_ONE = 2
PRINTED = Path(__file__).parents[1] / "formats" / "documents" / "kronika.pdf"


class Hand:
    """Counts what a teacher does."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.steps = 0

    def click(self, name: str, role: str = "button") -> None:
        self.steps += 1
        self.page.get_by_role(role, name=name).first.click()  # type: ignore[arg-type]

    def fill(self, label: str, words: str) -> None:
        self.steps += 1
        self.page.get_by_label(label, exact=True).fill(words)

    def press(self, key: str) -> None:
        self.steps += 1
        self.page.keyboard.press(key)


def at_the_workbench(app: Flask, site: str, page: Page, text: str = TEXT) -> None:
    signed_in(app, site, page)
    with app.app_context():
        source = cast.a_source(cast.sources.db.session.get_one(cast.people.Account, 1), body=text)
        address = f"{site}/teach/sources/{source.public_id}"
    page.goto(address)
    keys_work(page)


def signed_in(app: Flask, site: str, page: Page) -> None:
    with app.app_context():
        cast.a_teacher()
    page.goto(f"{site}/sign-in")
    page.get_by_label("Login").fill("anna")
    page.get_by_label("Hasło").fill(cast.PASSWORD)
    page.get_by_role("button", name="Zaloguj").click()


def keys_work(page: Page) -> None:
    expect(page.get_by_role("button", name="Klawisze")).to_be_visible()


def test_from_a_pasted_text_to_a_published_quiz(app: Flask, site: str, somebody: Somebody) -> None:
    page = somebody(viewport={"width": 1280, "height": 800})
    signed_in(app, site, page)
    hand = Hand(page)

    hand.click("Dodaj pierwszy tekst", "link")
    hand.fill("Tytuł", "Unia lubelska")
    hand.fill("Tekst", TEXT)
    hand.click("Przeczytaj tekst")
    keys_work(page)
    hand.press("j")
    hand.press("r")
    expect(page.locator("[data-state=rejected]")).to_have_count(1)
    hand.click("Przyjmij wszystkie")
    expect(page.locator("[data-state=accepted]").first).to_be_visible()
    hand.click("Ułóż quiz")
    hand.click("Opublikuj")

    expect(page.locator("[data-join-code]").first).to_be_visible()
    assert hand.steps == STEPS_TO_A_PUBLISHED_QUIZ + STEPS_TO_REJECT_ONE


def test_the_keys_decide_and_take_back_even_after_a_reload(
    app: Flask, site: str, somebody: Somebody, clock: Clock
) -> None:
    page = somebody()
    at_the_workbench(app, site, page)

    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator("[data-state=accepted]")).to_have_count(1)
    expect(page.locator("[data-candidate]").nth(1)).to_be_focused()
    clock.forward(seconds=1)
    page.keyboard.press("r")
    expect(page.locator("[data-state=rejected]")).to_have_count(1)
    page.reload()
    keys_work(page)
    page.keyboard.press("u")
    expect(page.locator("[data-state=rejected]")).to_have_count(0)
    expect(page.locator("[data-state=accepted]")).to_have_count(1)
    keys_work(page)
    page.keyboard.press("?")
    expect(page.locator("[data-keys-help]")).to_be_visible()


def test_a_candidate_is_edited_in_its_place_while_the_checks_answer(
    app: Flask, site: str, somebody: Somebody
) -> None:
    page = somebody()
    at_the_workbench(app, site, page)
    address = page.url
    page.keyboard.press("j")
    page.keyboard.press("e")
    form = page.locator(".candidate .item-form")
    expect(form).to_be_visible()

    form.get_by_label("Dowód").fill("Tego w tekście nie ma.")
    expect(page.locator(".live-findings")).to_contain_text("W tekście nie ma słów")
    form.get_by_role("button", name="Zapisz").click()
    expect(form.locator("#evidence-error")).to_contain_text("W tekście nie ma słów")
    assert page.url == address
    form.get_by_label("Dowód").fill("Unię lubelską zawarto 1 lipca 1569 roku w Lublinie.")
    form.get_by_label("Pytanie", exact=True).fill("W którym roku zawarto w Lublinie unię?")
    form.get_by_role("button", name="Zapisz").click()

    expect(page.locator("[data-state=accepted]")).to_have_count(1)
    expect(page.locator(".item-form")).to_have_count(0)


def test_a_form_left_changes_nothing(app: Flask, site: str, somebody: Somebody) -> None:
    page = somebody()
    at_the_workbench(app, site, page)
    page.keyboard.press("j")
    page.keyboard.press("e")
    expect(page.locator(".item-form #stem")).to_be_focused()

    page.keyboard.press("Escape")

    expect(page.locator(".item-form")).to_have_count(0)
    expect(page.locator("[data-candidate]").first).to_be_focused()


def test_a_mark_is_corrected_beside_the_text(app: Flask, site: str, somebody: Somebody) -> None:
    page = somebody()
    at_the_workbench(app, site, page)

    page.locator("mark.person", has_text="Jan Zamoyski").first.click()
    page.get_by_role("button", name="Popraw oznaczenie").click()
    dialog = page.locator("dialog[open]")
    dialog.get_by_label("Imię i nazwisko w mianowniku").fill("Zamoyski Jan")
    dialog.get_by_role("button", name="Zapisz").click()

    expect(page.locator(".is-key", has_text="Zamoyski Jan").first).to_be_visible()


def test_words_selected_in_the_text_are_asked_about(app: Flask, site: str, somebody: Somebody) -> None:
    page = somebody()
    at_the_workbench(app, site, page)

    page.locator("mark.person", has_text="Mikołaj Radziwiłł").first.evaluate(
        "mark => document.getSelection().selectAllChildren(mark)"
    )
    page.get_by_role("link", name="Zapytaj o to").click()

    expect(page.get_by_label("Poprawna odpowiedź")).to_have_value("Mikołaj Radziwiłł")
    assert "Na czele poselstwa" in page.get_by_label("Dowód").input_value()


def test_a_printed_document_is_shown_before_it_is_used(app: Flask, site: str, somebody: Somebody) -> None:
    page = somebody()
    signed_in(app, site, page)
    page.get_by_role("link", name="Dodaj pierwszy tekst").click()
    page.get_by_label("Plik").set_input_files(PRINTED)
    page.get_by_role("button", name="Przeczytaj tekst").click()

    expect(page.get_by_role("heading", name="Czy tak brzmi ten tekst?")).to_be_visible()
    page.get_by_label("Tekst", exact=True).fill(TEXT)
    page.get_by_role("button", name="Użyj tego tekstu").click()

    expect(page.locator("[data-candidate]").first).to_be_visible()


@pytest.fixture
def served(app: Flask) -> Iterator[str]:
    """The site as it is served in earnest: one worker, so that whoever blocks it blocks everybody."""
    environment = {
        **os.environ,
        "QUIZAPP_DATA": str(app.config["DATA_FOLDER"]),
        "DATABASE_URL": app.config["SQLALCHEMY_DATABASE_URI"],
    }
    server = subprocess.Popen(
        [sys.executable, "-m", "quizapp", "serve", "--port", "0", "--workers", "1"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    yield server.stdout.readline().split()[1]
    server.send_signal(signal.SIGTERM)
    server.wait(timeout=30)
    server.stdout.close()


def test_a_book_is_read_while_everybody_else_is_answered(app: Flask, served: str, somebody: Somebody) -> None:
    page = somebody()
    signed_in(app, served, page)
    page.goto(f"{served}/teach/sources/new")
    page.get_by_label("Tytuł").fill("Księga")
    page.get_by_label("Tekst", exact=True).fill("\n\n".join(TEXT for _ in range(400)))
    page.get_by_role("button", name="Przeczytaj tekst").click()
    expect(page.locator("[data-percent]")).to_be_visible(timeout=20_000)
    answered: list[int] = []
    is_read = threading.Event()

    def visit() -> None:
        while not is_read.is_set():
            with urlopen(f"{served}/", timeout=20) as answer:
                answered.append(answer.status)

    visitor = threading.Thread(target=visit)
    visitor.start()
    try:
        expect(page.locator("[data-candidate]").first).to_be_visible(timeout=120_000)
    finally:
        is_read.set()
        visitor.join()

    assert len(answered) > 20  # one after the other, while one core reads the book
    expect(page.locator(".parts").first).to_be_visible()
