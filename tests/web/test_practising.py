from __future__ import annotations

import pytest
from flask import Flask

from quizapp.store import bank, people
from quizapp.store.engine import db
from tests import cast
from tests.conftest import START, Clock
from tests.web.conftest import joined
from tests.web.test_learning import RIGHT_DATE, WRONG_DATE, choose
from tests.web.visitor import Visitor

PEACE = "5 stycznia 1582 roku"


@pytest.fixture
def done(ula: Visitor) -> Visitor:
    """Ula has answered all three questions: one right, one right by typing, one wrong."""
    choose(ula, RIGHT_DATE)
    ula.follow("Next question")
    ula.send("Answer", answer="lublin")
    ula.follow("Next question")
    choose(ula, WRONG_DATE)
    ula.follow("To the end")
    ula.send("Finish")
    return ula


def test_what_was_wrong_comes_back_the_next_day_with_its_proof(done: Visitor, clock: Clock) -> None:
    clock.forward(days=1)
    done.open("/")
    done.follow("Practice")
    assert "1 question for today" in done.page.words

    done.follow("Start")
    assert "Kiedy podpisano pokój w Jamie Zapolskim?" in done.page.words
    assert "Unia lubelska" in done.page.heading
    choose(done, PEACE)
    assert "Right" in done.page.words
    assert done.page.soup.select_one("mark.evidence").get_text(strip=True).startswith("Pokój podpisano")
    assert "comes back in 2 days" in done.page.words

    done.follow("To the end")
    assert "1 of 1 remembered" in done.page.words
    done.open("/practice")
    assert "Done for today." in done.page.words


def test_a_sitting_goes_through_all_that_is_due(done: Visitor, clock: Clock) -> None:
    clock.forward(days=3)
    done.open("/practice")
    assert "3 questions for today" in done.page.words
    done.follow("Start")
    assert "Question 1 of 3" in done.page.words
    choose(done, PEACE)
    done.follow("Next question")
    assert "Question 2 of 3" in done.page.words
    choose(done, WRONG_DATE)
    done.follow("Next question")
    done.send("Answer", answer="Kraków")
    done.follow("To the end")

    assert "1 of 3 remembered" in done.page.words


def test_the_days_on_which_questions_come_back_are_told(done: Visitor) -> None:
    done.open("/practice")

    assert "Nothing to practise today." in done.page.words
    assert "Tue, 24 Nov 2026 1 question" in done.page.words
    assert "Wed, 25 Nov 2026 2 questions" in done.page.words


def test_how_sure_one_is_may_be_said_and_may_be_left_out(app: Flask, done: Visitor, clock: Clock) -> None:
    clock.forward(days=3)
    done.open("/practice")
    done.follow("Start")
    label = next(tag for tag in done.page.soup.find_all("label") if PEACE in tag.get_text())
    done.send("Answer", answer=label.find("input")["value"], confidence="guess")
    done.follow("Next question")
    done.send("Answer", answer="a", confidence="<zqx>")

    with app.app_context():
        kept = db.session.execute(db.text("SELECT confidence FROM practice_response ORDER BY id")).scalars()
        assert list(kept) == ["guess", None]


def test_neither_key_nor_explanation_is_in_a_page_before_the_answer(done: Visitor, clock: Clock) -> None:
    clock.forward(days=3)
    done.open("/practice")
    done.follow("Start")

    assert "KANAREK" not in done.page.html
    assert "inna data" not in done.page.html


def test_an_empty_answer_comes_back_with_a_message_and_how_sure_one_was(done: Visitor, clock: Clock) -> None:
    clock.forward(days=1)
    done.open("/practice")
    done.follow("Start")

    done.send("Answer", confidence="unsure")

    assert done.page.status == 422
    assert done.page.title.startswith("Error:")
    assert done.page.soup.find("input", value="unsure").has_attr("checked")


def test_the_same_answer_sent_twice_counts_once(done: Visitor, clock: Clock) -> None:
    clock.forward(days=1)
    done.open("/practice")
    done.follow("Start")
    here, data = done.page.path, {"csrf_token": done.token, "version": "1"}
    done.post(here, {**data, "answer": "a"})
    first = done.page.soup.select_one(".answers dd").get_text()

    done.post(here, {**data, "answer": "b"})

    assert "first answer counts" in done.page.html
    assert done.page.soup.select_one(".answers dd").get_text() == first


def test_a_question_changed_meanwhile_is_shown_anew(app: Flask, done: Visitor, clock: Clock) -> None:
    clock.forward(days=1)
    done.open("/practice")
    done.follow("Start")
    with app.app_context():
        item = bank.db.session.scalars(bank.select(bank.BankItem)).all()[-1]
        bank.revise(item, cast.a_choice("Kiedy to było?"), "ready", None, START)

    done.send("Answer", answer="a")

    assert "changed meanwhile" in done.page.html
    assert "Kiedy to było?" in done.page.words
    done.send("Answer", answer="a")
    assert "Your answer" in done.page.words


def test_another_pupil_and_a_stranger_cannot_open_the_question(
    app: Flask, done: Visitor, code: str, clock: Clock
) -> None:
    clock.forward(days=1)
    done.open("/practice")
    done.follow("Start")
    here = done.page.path
    olek, stranger = joined(app, code, "Olek"), Visitor(app)
    stranger.open("/")

    assert olek.open(here).status == stranger.open(here).status == 404
    stranger.open("/")
    assert stranger.post(here, {"csrf_token": stranger.token, "answer": "a"}).status == 404
    assert stranger.open("/practice/done").status == 404


def test_what_is_not_due_is_not_found(done: Visitor, clock: Clock) -> None:
    clock.forward(days=1)
    done.open("/practice")
    done.follow("Start")
    here = done.page.path
    choose(done, PEACE)

    clock.forward(days=1)

    assert done.open(here).status == 404


def test_nobody_is_led_to_practice_before_the_first_answer(visitor: Visitor, ula: Visitor) -> None:
    for somebody in (visitor, ula):
        somebody.open("/")
        assert "Practice" not in somebody.page.soup.nav.get_text()
        somebody.open("/practice")
        assert "Nothing to practise yet" in somebody.page.words


def test_the_end_of_a_sitting_without_an_answer_is_its_beginning(done: Visitor) -> None:
    assert done.open("/practice/done").path == "/practice"


def test_more_than_ten_are_asked_in_sittings_of_ten(app: Flask, clock: Clock, anna: Visitor) -> None:
    with app.app_context():
        account = people.db.session.scalars(people.select(people.Account)).one()
        items = [cast.a_typed(f"Jak nazywa się miasto? ({number})") for number in range(12)]
        code = cast.a_quiz(account, items).join_code
    ula = joined(app, code, "Ula")
    for _ in range(11):
        ula.send("Answer", answer="Kraków")
        ula.follow("Next question")
    ula.send("Answer", answer="Kraków")
    clock.forward(days=1)
    ula.open("/practice")
    assert "At most 10 at a time" in ula.page.words
    ula.follow("Start")
    for _ in range(9):
        ula.send("Answer", answer="Lublin")
        ula.follow("Next question")
    ula.send("Answer", answer="Lublin")
    ula.follow("To the end")
    assert "10 of 10 remembered" in ula.page.words
    assert "2 questions still wait today." in ula.page.words

    ula.follow("Go on")

    assert "Question 1 of 2" in ula.page.words
