from __future__ import annotations

from flask import Flask

from quizapp.store import answering, classroom, learners, quizzes, starting
from tests import cast
from tests.conftest import START


def test_those_who_joined_are_told_in_the_order_in_which_they_came(app: Flask) -> None:
    with app.app_context():
        quiz = cast.a_quiz(cast.a_teacher())
        cast.an_attempt(quiz, "Ula")
        answering.finish(cast.an_attempt(quiz, "Olek"), START)

        assert [(p.nickname, p.has_finished) for p in classroom.participants(_open(quiz))] == [
            ("Ula", False),
            ("Olek", True),
        ]
        assert classroom.turnout(_open(quiz)) == classroom.Turnout(joined=2, finished=1)


def test_who_begins_again_after_finishing_counts_once(app: Flask) -> None:
    with app.app_context():
        quiz = cast.a_quiz(cast.a_teacher())
        _, visit = learners.start_learner_session("Ula", START)
        answering.finish(starting.start_attempt(_open(quiz), visit, START), START)
        starting.start_attempt(_open(quiz), visit, START)

        assert classroom.turnout(_open(quiz)) == classroom.Turnout(joined=1, finished=1)


def test_two_of_one_nickname_are_two(app: Flask) -> None:
    with app.app_context():
        quiz = cast.a_quiz(cast.a_teacher())
        cast.an_attempt(quiz, "Ula")
        cast.an_attempt(quiz, "Ula")

        assert classroom.turnout(_open(quiz)).joined == 2


def test_the_class_of_an_earlier_publication_is_not_here(app: Flask) -> None:
    with app.app_context():
        anna = cast.a_teacher()
        quiz = cast.a_quiz(anna)
        cast.an_attempt(quiz, "Ula")
        quizzes.publish(quiz, anna, START)

        assert classroom.turnout(_open(quiz)) == classroom.Turnout(0, 0)
        assert classroom.participants(_open(quiz)) == []


def _open(quiz: quizzes.Quiz) -> quizzes.Publication:
    publication = quiz.open_publication
    assert publication is not None
    return publication
