from __future__ import annotations

import pytest
from flask import Flask

from quizapp.store import attempts
from quizapp.store.engine import db
from tests import cast
from tests.store.test_results import CLASS, RIGHT, WRONG, take
from tests.web.conftest import choose, joined
from tests.web.test_results_pages import NAMES, _account, _quiz
from tests.web.visitor import Visitor


@pytest.fixture
def quiz(app: Flask, anna: Visitor) -> str:
    """The address of a quiz of Anna's that a class of five has taken."""
    with app.app_context():
        made = cast.a_quiz(_account("anna"))
        for name, answers in zip(NAMES, CLASS, strict=True):
            take(made, name, answers)
        return f"/teach/quizzes/{made.public_id}"


def scores(app: Flask) -> list[int | None]:
    with app.app_context():
        found = db.session.scalars(attempts.select(attempts.Attempt).order_by(attempts.Attempt.id))
        return [attempt.score for attempt in found]


def mend(anna: Visitor, quiz: str, position: int, **values: object) -> None:
    anna.open(f"{quiz}/analysis/{position}")
    anna.follow("Mend a wrong key")
    anna.send("Show who would change", **{"reason": "Klucz był zły.", **values})


def test_first_it_is_shown_who_would_change_and_nothing_is_changed(
    app: Flask, anna: Visitor, quiz: str
) -> None:
    before = scores(app)

    mend(anna, quiz, 1, way="key", right=["2"])

    assert "Who would change (4)" in anna.page.words
    shown = [" ".join(row.get_text(" ").split()) for row in anna.page.soup.select("tbody tr")]
    assert [row.split(" Nov 2026")[0].split(" 23")[0] for row in shown] == ["Żaneta", "Ala", "Łucja", "Ćma"]
    assert "1 → 0 3 → 2 6 → 3" in shown[0]
    assert scores(app) == before


def test_then_all_is_regraded_logged_and_undone_by_one_button(app: Flask, anna: Visitor, quiz: str) -> None:
    before = scores(app)
    mend(anna, quiz, 1, way="key", right=["2"])

    page = anna.send("Regrade")

    assert "4 answers changed" in page.html
    assert "Klucz był zły." in page.words
    assert "Anna" in page.words
    assert scores(app) == [200, 100, 300, 100, 0]
    page = anna.send("Undo")
    assert "undone on" in page.words
    assert scores(app) == before
    anna.open("/teach/regrades")
    assert "undone" in anna.page.words


def test_a_further_answer_is_accepted_and_the_bank_has_it_too(app: Flask, anna: Visitor, quiz: str) -> None:
    mend(anna, quiz, 2, way="key", answers="Lublin\nKraków")

    page = anna.send("Regrade")

    assert scores(app) == [300, 200, 200, 100, 0]
    assert "the question has the mended key too" in page.words
    with app.app_context():
        assert _quiz(quiz).items[1].latest.item.answer == ("Lublin", "Kraków")
    anna.send("Undo")
    with app.app_context():
        assert _quiz(quiz).items[1].latest.item.answer == ("Lublin",)


def test_a_key_that_the_text_does_not_prove_is_left_out_of_the_bank(
    app: Flask, anna: Visitor, quiz: str
) -> None:
    mend(anna, quiz, 1, way="key", right=["0", "2"])

    page = anna.send("Regrade", right=["0", "2"])

    assert scores(app) == [300, 200, 300, 100, 0]
    assert "mend it for the next time" in page.words
    with app.app_context():
        assert _quiz(quiz).items[0].latest.number == 1


def test_the_key_may_be_that_of_the_bank_as_it_was_mended_since(app: Flask, anna: Visitor, quiz: str) -> None:
    with app.app_context():
        item = _quiz(quiz).items[1].public_id
    anna.open(f"/teach/items/{item}")
    anna.send("Save", key="Lublin\nKraków")

    mend(anna, quiz, 2, way="latest")
    anna.send("Regrade")

    assert scores(app) == [300, 200, 200, 100, 0]


def test_a_question_is_struck(app: Flask, anna: Visitor, quiz: str) -> None:
    mend(anna, quiz, 3, way="struck", reason="Było niejasne.")
    assert "everybody gets its point" in anna.page.words

    anna.send("Regrade")

    assert scores(app) == [300, 300, 200, 100, 100]
    anna.open(f"{quiz}/analysis")
    assert "struck" in anna.page.words


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"way": "key", "right": []}, "right"),
        ({"way": "key", "right": ["7", "²"]}, "right"),
        ({"way": "nonsense"}, "way"),
        ({"way": "struck", "reason": " "}, "reason"),
        ({"way": "struck", "reason": "x" * 301}, "reason"),
    ],
)
def test_a_form_that_says_nothing_is_refused_and_comes_back(
    app: Flask, anna: Visitor, quiz: str, values: dict[str, object], field: str
) -> None:
    before = scores(app)

    mend(anna, quiz, 1, **values)

    assert anna.page.status == 422
    assert anna.page.soup.select(f".error-summary a[href='#{field}']")
    assert anna.page.typed("reason") == str(values.get("reason", "Klucz był zły.")).strip()
    assert scores(app) == before


@pytest.mark.parametrize("answers", ["", " \n ", "x" * 201, "\n".join(map(str, range(51)))])
def test_answers_that_cannot_be_kept_are_refused(anna: Visitor, quiz: str, answers: str) -> None:
    mend(anna, quiz, 2, way="key", answers=answers)

    assert anna.page.status == 422
    assert anna.page.error_beside("answers")


def test_the_pupil_reads_that_the_key_was_mended_and_why(app: Flask, anna: Visitor, quiz: str) -> None:
    with app.app_context():
        code = _quiz(quiz).join_code
    ula = joined(app, code, "Ula")
    choose(ula, WRONG)
    answered = ula.page.path
    result = answered.rsplit("/", 1)[0] + "/result"
    ula.open(answered.rsplit("/", 1)[0] + "/review")
    ula.send("Finish")
    assert "0 points" in ula.page.words

    mend(anna, quiz, 1, way="key", right=["0", "2"], reason="Obie daty są dobre.")
    anna.send("Regrade", right=["0", "2"])

    page = ula.open(result)
    assert "1 point" in page.words
    assert "the points of 1 answer were mended" in page.words
    assert "The teacher mended the key of this question. Obie daty są dobre." in page.words
    assert "Points before: 0, now: 1." in page.words
    page = ula.open(f"{answered.rsplit('/', 1)[0]}/1")
    assert "Obie daty są dobre." in page.words


def test_who_answers_afterwards_is_graded_by_the_mended_key(app: Flask, anna: Visitor, quiz: str) -> None:
    mend(anna, quiz, 1, way="key", right=["2"])
    anna.send("Regrade")
    with app.app_context():
        code = _quiz(quiz).join_code

    ula = joined(app, code, "Ula")
    choose(ula, WRONG)

    assert "Right" in ula.page.words
    assert RIGHT[0] not in ula.page.soup.select_one(".verdict .answers").get_text()


def test_a_regrade_of_another_teacher_is_nobodys_business(anna: Visitor, celina: Visitor, quiz: str) -> None:
    mend(anna, quiz, 1, way="struck")
    anna.send("Regrade")
    log = anna.page.path

    assert celina.open(log).status == 404
    celina.open("/teach/regrades")
    assert celina.page.soup.select(".empty")
    celina.open("/teach/grades")
    token = {"csrf_token": celina.token}
    assert celina.post(f"{log}/undoing", token).status == 404
    assert celina.post(f"{quiz}/analysis/1/key", token).status == 404


def test_an_undoing_twice_says_so(anna: Visitor, quiz: str) -> None:
    mend(anna, quiz, 1, way="struck")
    anna.send("Regrade")
    log, token = anna.page.path, anna.token
    anna.send("Undo")

    page = anna.post(f"{log}/undoing", {"csrf_token": token})

    assert "undone already" in page.html
