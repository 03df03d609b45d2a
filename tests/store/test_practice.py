from __future__ import annotations

import threading
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from flask import Flask

from quizapp.items.correction import Correction
from quizapp.items.serial import correction_to_json
from quizapp.items.spacing import Confidence
from quizapp.store import answering, attempts, bank, learners, practice, quizzes, starting
from quizapp.store.engine import db
from quizapp.text.excerpts import find_excerpt
from tests import cast
from tests.conftest import START

MORNING = START.astimezone(ZoneInfo("Europe/Warsaw"))
RIGHT, WRONG, PEACE = "1 lipca 1569 roku", "3 maja 1791 roku", "5 stycznia 1582 roku"


@pytest.fixture
def quiz(app: Flask) -> quizzes.Quiz:
    app.app_context().push()
    return cast.a_quiz(cast.a_teacher())


@pytest.fixture
def attempt(quiz: quizzes.Quiz) -> attempts.Attempt:
    return cast.an_attempt(quiz)


def _answer(attempt: attempts.Attempt, position: int, given: str, at: datetime = MORNING) -> None:
    version = attempts.version_at(attempt, position)
    assert version is not None
    answering.answer(attempt, position, version, (given,), at)


def _due(attempt: attempts.Attempt, days: int) -> list[str]:
    plan = practice.practice_of(attempt.visit.learner, MORNING + timedelta(days=days))
    return [item.latest.stem for item in plan.due]


def _practise(
    attempt: attempts.Attempt, given: str, days: int, confidence: Confidence | None = None
) -> practice.PracticeResponse:
    at = MORNING + timedelta(days=days)
    item = practice.practice_of(attempt.visit.learner, at).due[0]
    return practice.answer_practice(attempt.visit.learner, item.latest, (given,), confidence, at)


def _set_feedback(quiz: quizzes.Quiz, when: str) -> None:
    with quizzes.transaction():
        quiz.feedback = when
    quizzes.publish(quiz, None, START)


def test_a_wrong_answer_comes_back_the_next_day_and_a_right_one_after_two(attempt: attempts.Attempt) -> None:
    _answer(attempt, 1, RIGHT)
    _answer(attempt, 3, WRONG)

    assert [len(_due(attempt, days)) for days in (0, 1, 2)] == [0, 1, 2]


def test_the_most_overdue_comes_first(attempt: attempts.Attempt) -> None:
    _answer(attempt, 1, RIGHT)
    _answer(attempt, 3, WRONG)

    assert _due(attempt, 9) == ["Kiedy podpisano pokój w Jamie Zapolskim?", "Kiedy zawarto unię lubelską?"]


def test_what_was_never_answered_does_not_come_back(attempt: attempts.Attempt) -> None:
    answering.finish(attempt, START)

    assert _due(attempt, 300) == []
    assert not practice.has_answered(attempt.visit.learner)


def test_each_right_answer_puts_it_off_for_longer_and_a_wrong_one_brings_it_back(
    attempt: attempts.Attempt,
) -> None:
    _answer(attempt, 1, RIGHT)
    _practise(attempt, RIGHT, days=2)
    _practise(attempt, RIGHT, days=13)
    assert (_due(attempt, 58), len(_due(attempt, 59))) == ([], 1)

    _practise(attempt, WRONG, days=59)

    later = practice.practice_of(attempt.visit.learner, MORNING + timedelta(days=59)).later
    assert later[0][0] < date(2027, 1, 31)


def test_a_lucky_guess_comes_back_sooner_than_knowledge(quiz: quizzes.Quiz) -> None:
    days = {}
    for confidence in ("guess", "sure"):
        attempt = cast.an_attempt(quiz, confidence)
        _answer(attempt, 1, RIGHT)
        _practise(attempt, RIGHT, 2, confidence)
        days[confidence] = practice.practice_of(attempt.visit.learner, MORNING).later[0][0]

    assert days["guess"] < days["sure"]


def test_answers_of_all_sessions_of_the_learner_count(attempt: attempts.Attempt) -> None:
    _answer(attempt, 1, RIGHT)
    code = learners.new_resume_code(attempt.visit.learner)
    resumed = learners.resume(code, START)
    assert resumed is not None
    second = starting.start_attempt(attempt.publication, resumed[1], START)
    _answer(second, 3, WRONG)

    assert len(_due(attempt, 2)) == len(_due(second, 2)) == 2


def test_another_learner_has_nothing_to_practise(quiz: quizzes.Quiz, attempt: attempts.Attempt) -> None:
    _answer(attempt, 1, WRONG)
    olek = cast.an_attempt(quiz, "Olek")

    assert _due(olek, 9) == []


def test_a_retired_question_and_one_being_mended_stay_out(
    quiz: quizzes.Quiz, attempt: attempts.Attempt
) -> None:
    _answer(attempt, 1, WRONG)
    _answer(attempt, 3, WRONG)
    first, _, third = quiz.items

    bank.revise(first, first.latest.item, "retired", None, START)
    bank.revise(third, third.latest.item, "draft", None, START)

    assert _due(attempt, 9) == []


def test_the_latest_version_is_asked(quiz: quizzes.Quiz, attempt: attempts.Attempt) -> None:
    _answer(attempt, 1, WRONG)

    bank.revise(quiz.items[0], cast.a_choice("Kiedy to było?"), "ready", None, START)

    assert _due(attempt, 9) == ["Kiedy to było?"]


@pytest.mark.parametrize(("kind", "due"), [("contradicted", 1), ("imprecise", 2)])
def test_what_the_text_has_wrong_is_not_learnt_by_heart(
    quiz: quizzes.Quiz, attempt: attempts.Attempt, kind: str, due: int
) -> None:
    _answer(attempt, 1, WRONG)
    _answer(attempt, 3, WRONG)
    span = find_excerpt(cast.TEXT, "5 stycznia 1582 roku")
    assert span is not None
    with quizzes.transaction():
        quiz.items[2].source.revision.corrections = [correction_to_json(Correction(span, kind))]  # type: ignore[arg-type]

    assert len(_due(attempt, 9)) == due


@pytest.mark.parametrize("when", ["at_end", "after_closing"])
def test_a_test_under_way_gives_nothing_to_practise(quiz: quizzes.Quiz, when: str) -> None:
    _set_feedback(quiz, when)
    attempt = cast.an_attempt(quiz)
    _answer(attempt, 1, WRONG)

    assert _due(attempt, 9) == []
    assert not practice.has_answered(attempt.visit.learner)


def test_a_test_that_shows_its_answers_after_closing_gives_them_to_practice_then(quiz: quizzes.Quiz) -> None:
    _set_feedback(quiz, "after_closing")
    attempt = cast.an_attempt(quiz)
    _answer(attempt, 1, WRONG)
    answering.finish(attempt, START)
    assert _due(attempt, 9) == []
    quizzes.publish(quiz, None, START)
    assert _due(attempt, 9) == [], "published anew, it is as open as before"

    quizzes.close(quiz, cast.a_teacher("celina"), START)

    assert len(_due(attempt, 9)) == 1


def test_practice_does_not_show_the_keys_of_a_test_under_way(
    quiz: quizzes.Quiz, attempt: attempts.Attempt
) -> None:
    _answer(attempt, 1, WRONG)
    answering.finish(attempt, START)
    assert len(_due(attempt, 9)) == 1

    _set_feedback(quiz, "at_end")
    test = starting.start_attempt(quiz.publications[-1], attempt.visit, START)
    assert _due(attempt, 9) == []

    answering.finish(test, START)
    assert len(_due(attempt, 9)) == 1


def test_a_second_answer_on_the_same_day_changes_nothing_and_one_on_the_next_day_counts(
    attempt: attempts.Attempt,
) -> None:
    _answer(attempt, 1, WRONG)
    first = _practise(attempt, RIGHT, days=1)
    learner, version = attempt.visit.learner, first.version

    evening = MORNING + timedelta(days=1, hours=13)
    again = practice.answer_practice(learner, version, (WRONG,), None, evening)
    after_midnight = practice.answer_practice(learner, version, (WRONG,), None, evening + timedelta(hours=3))

    assert again.id == first.id
    assert after_midnight.id != first.id
    assert [response.given for response in practice.practised_by(learner)] == [[RIGHT], [WRONG]]


def test_of_ten_equal_answers_at_once_one_is_kept(app: Flask, attempt: attempts.Attempt) -> None:
    _answer(attempt, 1, WRONG)
    learner_id, at = attempt.visit.learner_id, MORNING + timedelta(days=1)
    barrier, kept, errors = threading.Barrier(10), [], []

    def press(number: int) -> None:
        with app.app_context():
            learner = db.session.get(learners.Learner, learner_id)
            assert learner is not None
            version = practice.practice_of(learner, at).due[0].latest
            barrier.wait()
            try:
                given = (version.item.options[number % 3].text,)
                kept.append(practice.answer_practice(learner, version, given, None, at).id)
            except Exception as error:
                errors.append(error)
            db.session.remove()

    threads = [threading.Thread(target=press, args=(number,)) for number in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert errors == []
    assert len(kept) == 10
    assert len(set(kept)) == 1


def test_a_sitting_has_at_most_ten_questions(app: Flask) -> None:
    app.app_context().push()
    items = [cast.a_choice(f"Kiedy zawarto unię lubelską? ({number})") for number in range(13)]
    attempt = cast.an_attempt(cast.a_quiz(cast.a_teacher(), items))
    for position in range(1, 14):
        _answer(attempt, position, WRONG)
    tomorrow = MORNING + timedelta(days=1)
    plan = practice.practice_of(attempt.visit.learner, tomorrow)
    assert (len(plan.due), plan.size_of_sitting(0)) == (13, 10)

    for _ in range(10):
        _practise(attempt, RIGHT, days=1)

    plan = practice.practice_of(attempt.visit.learner, tomorrow)
    assert (len(plan.due), len(plan.sitting), plan.next_in_sitting) == (3, 10, None)
    _practise(attempt, RIGHT, days=1)
    plan = practice.practice_of(attempt.visit.learner, tomorrow)
    assert (len(plan.due), len(plan.sitting), plan.size_of_sitting(10)) == (2, 1, 3)
    assert plan.next_in_sitting == plan.due[0]


def test_an_answer_keeps_what_was_given_and_how_sure_the_learner_was(attempt: attempts.Attempt) -> None:
    _answer(attempt, 2, "Kraków")

    stored = _practise(attempt, "lublin", 1, "unsure")

    assert (stored.given, stored.points, stored.confidence) == (["lublin"], 1, "unsure")
