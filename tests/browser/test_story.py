"""The whole story in a real browser: from an empty installation to a score in the teacher's history."""

from __future__ import annotations

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from quizapp.store import people
from tests import cast
from tests.browser.conftest import Somebody
from tests.conftest import START

PHONE = {"width": 360, "height": 740}


@pytest.mark.databases("sqlite", "postgresql")
def test_from_a_text_to_a_score_in_the_history(app: Flask, site: str, somebody: Somebody) -> None:
    with app.app_context():
        token = people.new_setup_link(START)
    teacher = somebody()
    pupil = somebody(viewport=PHONE)

    _set_up(teacher, f"{site}/setup/{token}")
    _give_text(teacher)
    accepted_key = _accept_the_first_candidate(teacher)
    _add_an_own_question(teacher)
    code = _publish(teacher)
    _join(pupil, site, code)
    _answer_everything(pupil, accepted_key)
    _finish(pupil)

    teacher.get_by_role("link", name="Wyniki").first.click()
    row = teacher.get_by_role("row").filter(has_text="Ula")
    expect(row).to_contain_text("2 / 2")
    row.get_by_role("link", name="Ula", exact=True).click()
    expect(teacher.get_by_role("table")).to_contain_text("Zygmunt August")


def test_a_pupil_who_closes_the_browser_comes_back_to_the_same_question(
    app: Flask, site: str, somebody: Somebody
) -> None:
    code = _published_quiz(app)
    page = somebody()
    _join(page, site, code)
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Odpowiedz").click()
    kept = page.context.storage_state()
    page.context.close()

    again = somebody(storage_state=kept)
    again.goto(f"{site}/scores")
    again.get_by_role("link", name="Unia lubelska: sprawdzian").click()

    expect(again.get_by_text("Pytanie 2 z 3")).to_be_visible()


def _published_quiz(app: Flask) -> str:
    with app.app_context():
        return cast.a_quiz(cast.a_teacher()).join_code


def _set_up(page: Page, link: str) -> None:
    page.goto(link)
    page.get_by_label("Imię i nazwisko").fill("Anna Nowak")
    page.get_by_label("Login").fill("anna")
    page.get_by_label("Hasło").fill(cast.PASSWORD)
    page.get_by_role("button", name="Załóż konto").click()


def _give_text(page: Page) -> None:
    page.get_by_role("link", name="Nowy tekst").or_(
        page.get_by_role("link", name="Dodaj pierwszy tekst")
    ).first.click()
    page.get_by_label("Tytuł").fill("Unia lubelska")
    page.get_by_label("Tekst", exact=True).fill(cast.TEXT)
    page.get_by_role("button", name="Przeczytaj tekst").click()
    expect(page.locator("mark.date").first).to_be_visible()


def _accept_the_first_candidate(page: Page) -> str:
    expect(page.get_by_role("button", name="Klawisze")).to_be_visible()  # the keys work from now on
    page.keyboard.press("j")
    card = page.locator("[data-candidate]").first
    key: str = card.locator(".is-key").first.evaluate("line => line.firstChild.textContent.trim()")
    page.keyboard.press("a")
    expect(page.locator("[data-state=accepted]")).to_have_count(1)
    return key.partition(" / ")[0]  # the others are taken too


def _add_an_own_question(page: Page) -> None:
    page.get_by_role("link", name="Nowe pytanie").click()
    page.get_by_label("Pytanie", exact=True).fill("Kto przewodniczył sejmowi w Lublinie?")
    page.get_by_label("Kategoria").select_option("person")
    page.get_by_label("Poprawna odpowiedź").fill("Zygmunt August")
    page.get_by_label("Błędne odpowiedzi").fill("Mikołaj Radziwiłł\nStefan Batory")
    page.get_by_label("Dowód").fill("Sejmowi przewodniczył król Stefan Batory")
    page.get_by_role("button", name="Zapisz").click()
    expect(page.locator("#evidence-error")).to_contain_text("W tekście nie ma słów")
    assert page.get_by_label("Poprawna odpowiedź").input_value() == "Zygmunt August"
    page.get_by_label("Dowód").fill("Sejmowi przewodniczył król Zygmunt August")
    page.get_by_role("button", name="Zapisz").click()
    expect(page.get_by_text("Zapisano.")).to_be_visible()


def _publish(page: Page) -> str:
    page.get_by_role("link", name="Quizy", exact=True).click()
    page.get_by_label("Tytuł quizu").fill("Kartkówka")
    page.get_by_role("button", name="Nowy quiz").click()
    for box in page.locator("input[name=item]").all():
        box.check()
    page.get_by_role("button", name="Dodaj do quizu").click()
    page.get_by_role("button", name="Opublikuj").click()
    return page.locator("[data-join-code]").get_attribute("data-join-code") or ""


def _join(page: Page, site: str, code: str) -> None:
    page.goto(site)
    page.get_by_label("Kod z tablicy").fill(code.lower())
    page.get_by_role("button", name="Dalej").click()
    page.get_by_label("Pseudonim").fill("Ula")
    page.get_by_role("button", name="Zacznij").click()


def _answer_everything(page: Page, accepted_key: str) -> None:
    _answer(page, accepted_key)
    page.get_by_role("link", name="Następne pytanie").click()
    _answer(page, "Zygmunt August")
    page.get_by_role("link", name="Przejdź do zakończenia").click()


def _answer(page: Page, key: str) -> None:
    if page.locator("[data-options]").count():
        page.locator("label.option").filter(has_text=key).first.click()
    else:
        page.get_by_role("textbox").fill(key)
    page.get_by_role("button", name="Odpowiedz").click()
    expect(page.locator("mark.evidence").first).to_be_visible()
    expect(page.locator(".verdict")).to_contain_text("Dobrze")


def _finish(page: Page) -> None:
    page.get_by_role("button", name="Zakończ").click()
    expect(page.locator(".big-number")).to_contain_text("2 punkty")
