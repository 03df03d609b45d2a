from __future__ import annotations

import pytest
from flask import Flask

from quizapp.store import attempts
from tests.web.conftest import choose, joined
from tests.web.visitor import Visitor

pytestmark = pytest.mark.databases("sqlite", "postgresql")  # the way of a pupil, on both

RIGHT_DATE, WRONG_DATE = "1 lipca 1569 roku", "3 maja 1791 roku"


def test_a_pupil_answers_sees_the_proof_finishes_and_reads_the_score(ula: Visitor) -> None:
    choose(ula, RIGHT_DATE)
    assert "Right" in ula.page.words
    assert ula.page.soup.select_one("mark.evidence").get_text(strip=True).startswith("Unię lubelską zawarto")

    ula.follow("Next question")
    ula.send("Answer", answer="lublin")
    ula.follow("Next question")
    choose(ula, WRONG_DATE)
    assert "Wrong" in ula.page.words
    assert "3 maja 1791 roku to inna data." in ula.page.words

    ula.follow("To the end")
    ula.send("Finish")

    assert "2 points" in ula.page.words
    ula.open("/scores")
    assert "Unia lubelska: sprawdzian" in ula.page.words


def test_neither_key_nor_explanation_is_in_a_page_before_the_answer(ula: Visitor) -> None:
    assert "KANAREK" not in ula.page.html
    assert "Tak mówi tekst" not in ula.page.html
    assert "correct" not in ula.page.html.lower()


def test_the_place_of_the_key_on_the_page_tells_nothing(app: Flask, code: str) -> None:
    values = set()
    for number in range(12):
        pupil = joined(app, code, f"Pupil {number}")
        label = next(tag for tag in pupil.page.soup.find_all("label") if RIGHT_DATE in tag.get_text())
        values.add((label.find("input") or pupil.page.soup.find(id=label["for"]))["value"])

    assert values <= {"a", "b", "c"}


def test_coming_back_leads_to_the_same_question(ula: Visitor) -> None:
    choose(ula, RIGHT_DATE)
    attempt = ula.page.path.rsplit("/", 1)[0]

    ula.open(attempt)

    assert ula.page.path == f"{attempt}/2"


def test_an_unanswered_question_comes_back_with_a_message_and_nothing_is_kept(ula: Visitor) -> None:
    here = ula.page.path

    ula.send("Answer")

    assert (ula.page.status, ula.page.path) == (422, here)
    assert ula.page.title.startswith("Error:")
    assert "Choose one of the answers." in ula.page.words
    ula.open("/scores")
    assert "0 of 3" in ula.page.words


@pytest.mark.parametrize("given", ["z", "", "0", "a" * 70_000, "9" * 30, "<zqx>"])
def test_a_choice_that_is_not_on_the_page_is_refused(ula: Visitor, given: str) -> None:
    ula.post(ula.page.path, {"csrf_token": ula.token, "answer": given})

    assert ula.page.status == 422


def test_a_typed_answer_that_is_too_long_comes_back_as_typed(ula: Visitor) -> None:
    choose(ula, RIGHT_DATE)
    ula.follow("Next question")

    ula.send("Answer", answer="x" * 501)

    assert ula.page.status == 422
    assert ula.page.typed("answer") == "x" * 501
    assert "500" in ula.page.error_beside("answer")


def test_the_same_answer_sent_twice_counts_once(ula: Visitor) -> None:
    here, token = ula.page.path, ula.token
    ula.post(here, {"csrf_token": token, "answer": "a"})

    ula.post(here, {"csrf_token": token, "answer": "b"})

    assert ula.page.status == 200
    assert "first answer counts" in ula.page.html


def test_an_answer_after_the_finish_is_not_counted(ula: Visitor) -> None:
    here, token = ula.page.path, ula.token
    ula.open(here.rsplit("/", 1)[0] + "/review")
    ula.send("Finish")

    ula.post(here, {"csrf_token": token, "answer": "a"})

    assert ula.page.path.endswith("/result")
    assert "not counted" in ula.page.html
    assert "0 points" in ula.page.words


def test_the_review_names_what_is_unanswered(ula: Visitor) -> None:
    choose(ula, RIGHT_DATE)

    ula.open(ula.page.path.rsplit("/", 1)[0] + "/review")

    assert [a["href"][-2:] for a in ula.page.soup.select("main .unanswered a")] == ["/2", "/3"]


def test_another_pupil_reaches_neither_page_nor_score(app: Flask, ula: Visitor, code: str) -> None:
    here, attempt = ula.page.path, ula.page.path.rsplit("/", 1)[0]
    olek = joined(app, code, "Olek")
    token = olek.token

    statuses = [olek.open(path).status for path in (here, attempt, f"{attempt}/review", f"{attempt}/result")]
    statuses += [
        olek.post(path, {"csrf_token": token, "answer": "a"}).status for path in (here, f"{attempt}/finish")
    ]

    assert statuses == [404] * 6


@pytest.mark.parametrize("place", ["0", "4", "-1", "99999999999999999999999", "²", "1.5", "x"])
def test_a_question_that_is_not_there_is_not_found(ula: Visitor, place: str) -> None:
    attempt = ula.page.path.rsplit("/", 1)[0]

    assert ula.open(f"{attempt}/{place}").status == 404


@pytest.mark.parametrize(
    "typed", ["", "   ", "ABCDEFG", "'; DROP TABLE quiz;--", "😀", "x" * 5000, "<zqx>", "\x00"]
)
def test_a_wrong_code_is_refused_beside_the_field_and_kept(visitor: Visitor, code: str, typed: str) -> None:
    visitor.open("/")

    visitor.send("Go", code=typed)

    assert visitor.page.status == 422
    assert visitor.page.error_beside("code")


def test_a_code_may_be_typed_in_small_letters_with_blanks(visitor: Visitor, code: str) -> None:
    visitor.open("/")

    visitor.send("Go", code=f" {code[:3].lower()}-{code[3:].lower()} ")

    assert visitor.page.status == 200
    assert "Unia lubelska: sprawdzian" in visitor.page.words


def test_a_closed_quiz_looks_like_a_code_that_never_was(anna: Visitor, visitor: Visitor, code: str) -> None:
    anna.open("/teach/quizzes")
    anna.follow("Unia lubelska: sprawdzian")
    anna.send("Close")

    visitor.open("/")
    closed = visitor.send("Go", code=code).error_beside("code")
    unknown = visitor.send("Go", code="BBBBBBB").error_beside("code")

    assert closed == unknown
    assert visitor.open(f"/q/{code}").status == 404


@pytest.mark.parametrize("nickname", ["", "   ", "\u200b\u200b", "\u0301\u0302", "x" * 41])
def test_a_nickname_must_be_visible_and_short(visitor: Visitor, code: str, nickname: str) -> None:
    visitor.open(f"/q/{code}")

    visitor.send("Start", nickname=nickname)

    assert visitor.page.status == 422
    assert visitor.page.error_beside("nickname")


def test_a_hostile_nickname_is_shown_as_text(anna: Visitor, app: Flask, code: str) -> None:
    joined(app, code, "<img src=x onerror=alert(1)>")

    anna.open("/teach/scores")

    assert "<img src=x onerror=alert(1)>" in anna.page.words


def test_who_has_joined_starts_again_without_a_nickname(ula: Visitor, code: str) -> None:
    ula.open(ula.page.path.rsplit("/", 1)[0] + "/review")
    ula.send("Finish")
    ula.open(f"/q/{code}")

    ula.send("Start")

    assert ula.page.path.endswith("/1")


def test_leaving_ends_the_session_on_this_device(ula: Visitor) -> None:
    here = ula.page.path
    ula.open("/scores")

    ula.send("End my session")

    assert ula.open(here).status == 404


def test_the_running_score_of_the_session_is_on_the_page(ula: Visitor) -> None:
    choose(ula, RIGHT_DATE)

    assert "1 point" in ula.page.soup.header.get_text(" ")


def test_a_point_won_is_in_the_database_when_the_page_says_so(app: Flask, ula: Visitor) -> None:
    choose(ula, RIGHT_DATE)

    with app.app_context():
        stored = attempts.db.session.scalars(attempts.select(attempts.StoredResponse)).one()
        assert stored.given == [RIGHT_DATE]
        assert stored.score == 100
