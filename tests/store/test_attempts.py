from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest
from flask import Flask

from quizapp.store import answering, attempts, learners, quizzes, starting
from tests import cast
from tests.conftest import START


@pytest.fixture
def quiz(app: Flask) -> quizzes.Quiz:
    app.app_context().push()
    return cast.a_quiz(cast.a_teacher())


def _answer(attempt: attempts.Attempt, position: int, *given: str) -> attempts.StoredResponse:
    version = attempts.version_at(attempt, position)
    assert version is not None
    return answering.answer(attempt, position, version, given, START)


def test_a_right_answer_wins_a_point_and_a_wrong_one_none(quiz: quizzes.Quiz) -> None:
    attempt = cast.an_attempt(quiz)

    right = _answer(attempt, 1, "1 lipca 1569 roku")
    wrong = _answer(attempt, 3, "3 maja 1791 roku")

    assert (right.points, wrong.points) == (1, 0)


def test_the_first_answer_counts_and_a_second_changes_nothing(quiz: quizzes.Quiz) -> None:
    attempt = cast.an_attempt(quiz)
    _answer(attempt, 1, "3 maja 1791 roku")

    again = _answer(attempt, 1, "1 lipca 1569 roku")

    assert again.given == ["3 maja 1791 roku"]
    assert attempt.points == 0


def test_an_attempt_goes_on_at_the_first_unanswered_question(quiz: quizzes.Quiz) -> None:
    attempt = cast.an_attempt(quiz)
    _answer(attempt, 1, "1 lipca 1569 roku")
    _answer(attempt, 3, "5 stycznia 1582 roku")

    assert attempt.next_position == 2


def test_starting_again_goes_on_with_the_open_attempt_and_after_the_finish_begins_a_new_one(
    quiz: quizzes.Quiz,
) -> None:
    attempt = cast.an_attempt(quiz)
    publication = attempt.publication

    same = starting.start_attempt(publication, attempt.visit, START)
    answering.finish(attempt, START)
    new = starting.start_attempt(publication, attempt.visit, START)

    assert same.id == attempt.id
    assert new.id != attempt.id


def test_the_score_is_kept_at_the_finish_and_finishing_twice_changes_nothing(quiz: quizzes.Quiz) -> None:
    attempt = cast.an_attempt(quiz)
    _answer(attempt, 1, "1 lipca 1569 roku")

    answering.finish(attempt, START + timedelta(minutes=5))
    answering.finish(attempt, START + timedelta(minutes=9))

    assert (attempt.score, attempt.points) == (100, 1)
    assert attempt.duration == timedelta(minutes=5)


def test_an_answer_after_the_finish_is_refused_and_not_kept(quiz: quizzes.Quiz) -> None:
    attempt = cast.an_attempt(quiz)
    answering.finish(attempt, START)

    with pytest.raises(answering.AttemptFinished):
        _answer(attempt, 1, "1 lipca 1569 roku")

    assert attempt.answered == {}


def test_a_clock_set_back_makes_no_negative_duration(quiz: quizzes.Quiz) -> None:
    attempt = cast.an_attempt(quiz)

    answering.finish(attempt, START - timedelta(hours=1))

    assert attempt.duration == timedelta(0)


def test_a_change_of_the_quiz_does_not_reach_an_attempt_under_way(quiz: quizzes.Quiz) -> None:
    attempt = cast.an_attempt(quiz)

    quizzes.remove_item(quiz, quiz.items[0])
    quizzes.publish(quiz, None, START)

    version = attempts.version_at(attempt, 1)
    assert version is not None
    assert version.stem == "Kiedy zawarto unię lubelską?"


def test_the_score_of_a_session_gathers_all_its_attempts(quiz: quizzes.Quiz) -> None:
    first = cast.an_attempt(quiz)
    _answer(first, 1, "1 lipca 1569 roku")
    answering.finish(first, START)
    second = starting.start_attempt(first.publication, first.visit, START)
    _answer(second, 1, "1 lipca 1569 roku")
    _answer(second, 2, "Kraków")

    assert attempts.session_score(first.visit) == attempts.SessionScore(Fraction(2), 3)


def test_another_learner_cannot_reach_the_attempt(quiz: quizzes.Quiz) -> None:
    attempt = cast.an_attempt(quiz, "Ula")
    _, olek = learners.start_learner_session("Olek", START)

    assert attempts.attempt_of(olek, attempt.public_id) is None
