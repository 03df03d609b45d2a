"""Each of the eight question types by keyboard alone, without JavaScript, and as a screen reader is told of it."""

from __future__ import annotations

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from quizapp.items.item import ITEM_TYPES, Item
from tests import cast
from tests.browser import every_type
from tests.browser.conftest import Somebody
from tests.browser.keyboard import KeyboardLearner


@pytest.fixture
def entrance(app: Flask, site: str) -> str:
    """Where a pupil joins a quiz of all eight types."""
    with app.app_context():
        quiz = cast.a_quiz(cast.a_teacher(), every_type.items())
        return f"{site}/q/{quiz.join_code}"


def test_the_quiz_of_these_tests_has_every_type() -> None:
    assert [item.type for item in every_type.items()] == list(ITEM_TYPES)


def test_a_quiz_of_every_type_is_done_by_keyboard_alone(entrance: str, somebody: Somebody) -> None:
    page = somebody()

    KeyboardLearner(page).do_quiz(entrance, every_type.items())

    expect(page.locator(".big-number")).to_have_text("8 punktów na 8")


def test_a_quiz_of_every_type_is_done_without_javascript(entrance: str, somebody: Somebody) -> None:
    page = somebody(java_script_enabled=False)
    _join(page, entrance)

    for item in every_type.items():
        _answer(page, item)
        page.get_by_role("button", name="Odpowiedz").click()
        expect(page.locator(".verdict")).to_contain_text("Dobrze")
        page.locator("main a.primary").click()
    page.get_by_role("button", name="Zakończ").click()

    expect(page.locator(".big-number")).to_have_text("8 punktów na 8")


QUESTIONS_AS_TOLD = {
    1: """
        - group "Kiedy zawarto unię lubelską?":
          - list:
            - listitem:
              - radio "1 lipca 1569 roku"
        """,
    2: """
        - group "Kogo tekst nazywa z imienia?":
          - paragraph: /Poprawna jest więcej niż jedna odpowiedź/
          - list:
            - listitem:
              - checkbox "Zygmunt August"
        """,
    3: """
        - group "Unię zawarto w Wilnie.":
          - list:
            - listitem:
              - radio "Prawda"
            - listitem:
              - radio "Fałsz"
        """,
    4: """
        - group "„Z trzech (luka) jedno uczynić pragnę” – mówił król.":
          - list:
            - listitem:
              - radio "serc"
        """,
    5: """
        - paragraph: W jakim mieście zawarto unię?
        - textbox "Twoja odpowiedź"
        """,
    6: """
        - paragraph: Kiedy podpisano pokój w Jamie Zapolskim?
        - paragraph: /Na przykład/
        - textbox "Twoja odpowiedź"
        """,
    7: """
        - group "Ułóż wydarzenia od najwcześniejszego.":
          - paragraph: /1 to najwcześniejsze/
          - list:
            - listitem:
              - combobox "unia lubelska"
        """,
    8: """
        - group "Kto czym się zajmował?":
          - list:
            - listitem:
              - combobox "Zygmunt August"
            - listitem:
              - combobox "Mikołaj Radziwiłł"
        """,
}


def test_a_screen_reader_is_told_the_question_its_options_and_how_far_it_is(
    entrance: str, somebody: Somebody
) -> None:
    page = somebody()
    _join(page, entrance)

    for place, told in QUESTIONS_AS_TOLD.items():
        page.goto(page.url.rsplit("/", 1)[0] + f"/{place}")
        expect(page).to_have_title(f"Pytanie {place} z 8 – Unia lubelska: sprawdzian – quizapp")
        main = page.get_by_role("main")
        expect(main).to_match_aria_snapshot(told)
        expect(main).to_match_aria_snapshot(
            """
            - 'heading "Unia lubelska: sprawdzian" [level=1]'
            - 'progressbar "Odpowiedzi: 0 z 8"'
            - button "Odpowiedz"
            """
        )
    assert page.locator("main :is(.stem, .option-text):not([lang=pl])").count() == 0


def test_the_description_of_a_typed_answer_is_the_question(entrance: str, somebody: Somebody) -> None:
    page = somebody()
    _join(page, entrance)
    page.goto(page.url.rsplit("/", 1)[0] + "/6")

    expect(page.get_by_role("textbox")).to_have_accessible_description(
        "Kiedy podpisano pokój w Jamie Zapolskim? Na przykład: 3 maja 1791, 3.05.1791, maj 1791 lub 1791."
    )


def test_right_and_wrong_are_told_in_words_with_the_proof(entrance: str, somebody: Somebody) -> None:
    page = somebody()
    _join(page, entrance)
    page.get_by_role("radio", name="3 maja 1791 roku").check()
    page.get_by_role("button", name="Odpowiedz").click()

    expect(page).to_have_title("Źle: pytanie 1 z 8 – quizapp")
    expect(page.get_by_role("main")).to_match_aria_snapshot(
        """
        - paragraph:
          - strong: Źle
          - text: 0 punktów
        - term: Twoja odpowiedź
        - definition: 3 maja 1791 roku
        - term: Poprawna odpowiedź
        - definition: 1 lipca 1569 roku
        - figure /dowodzą/:
          - blockquote:
            - paragraph:
              - mark: Unię lubelską zawarto 1 lipca 1569 roku
        """
    )


def test_an_answer_left_out_is_told_first_and_leads_to_its_field(entrance: str, somebody: Somebody) -> None:
    page = somebody()
    _join(page, entrance)
    page.get_by_role("button", name="Odpowiedz").click()

    expect(page).to_have_title("Błąd: Pytanie 1 z 8 – Unia lubelska: sprawdzian – quizapp")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_match_aria_snapshot(
        """
        - alert:
          - heading [level=2]
          - list:
            - listitem:
              - 'link "Twoja odpowiedź: Wybierz jedną z odpowiedzi."'
        """
    )
    expect(page.get_by_role("group").first).to_have_accessible_description("Wybierz jedną z odpowiedzi.")


def test_what_was_done_is_told_as_a_status(entrance: str, somebody: Somebody) -> None:
    page = somebody()
    _join(page, entrance)
    page.goto(entrance.split("/q/")[0] + "/scores")
    page.get_by_role("button", name="Zakończ moją sesję").click()

    expect(page.get_by_role("status")).to_have_text("Twoja sesja na tym urządzeniu została zakończona.")


def _join(page: Page, entrance: str) -> None:
    page.goto(entrance)
    page.get_by_label("Pseudonim").fill("Ula")
    page.get_by_role("button", name="Zacznij").click()
    expect(page.get_by_text("Pytanie 1 z 8")).to_be_visible()


def _answer(page: Page, item: Item) -> None:
    if item.is_typed:
        page.get_by_role("textbox").fill(item.answer[0])
    elif item.type == "order":
        for place, option in enumerate(item.options, start=1):
            page.get_by_label(option.text).select_option(str(place))
    elif item.type == "match":
        for option in (option for option in item.options if option.left):
            page.get_by_label(option.left).select_option(label=option.text)
    else:
        kind = "checkbox" if item.type == "multiple" else "radio"
        for option in (option for option in item.options if option.correct):
            page.get_by_role(kind, name=option.text, exact=True).check()
