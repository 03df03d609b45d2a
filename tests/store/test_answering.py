"""Answers that wait for the finish, deadlines, retries, and many clients at one moment."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from fractions import Fraction

import pytest
from flask import Flask

from quizapp.store import answering, attempts, learners, quizzes, starting
from tests import cast
from tests.conftest import START

RIGHT = ("1 lipca 1569 roku", "Lublin", "5 stycznia 1582 roku")
WRONG = "3 maja 1791 roku"


@pytest.fixture(autouse=True)
def _in_the_app(app: Flask) -> None:
    app.app_context().push()


def _quiz(feedback: quizzes.Feedback = "at_end", time_limit: int | None = None) -> quizzes.Quiz:
    return cast.a_quiz(cast.a_teacher(), feedback=feedback, time_limit=time_limit)


def _give(attempt: attempts.Attempt, position: int, words: str, window: str = "w", seen: str = "") -> None:
    given = {"answer": [words], attempts.RESPONSE: [words], attempts.WRITER: [window]}
    answering.keep_draft(attempt, position, given, (window, seen), START)


def _answer(attempt: attempts.Attempt, position: int, words: str, at: timedelta = timedelta(0)) -> None:
    version = attempts.version_at(attempt, position)
    assert version is not None
    answering.answer(attempt, position, version, (words,), START + at)


def test_answers_that_wait_for_the_end_may_be_changed_and_are_graded_together() -> None:
    attempt = cast.an_attempt(_quiz())
    _give(attempt, 1, WRONG)
    _give(attempt, 2, RIGHT[1])
    _give(attempt, 1, RIGHT[0])

    assert (attempt.answered, attempt.given, attempt.points) == ({}, {1, 2}, 0)
    answering.finish(attempt, START)

    assert [(r.position, r.given, r.score) for r in attempt.responses] == [
        (1, [RIGHT[0]], 100),
        (2, [RIGHT[1]], 100),
    ]
    assert attempt.points == 2
    assert attempt.drafts == []


def test_half_an_answer_is_kept_and_does_not_count() -> None:
    attempt = cast.an_attempt(_quiz())

    answering.keep_draft(attempt, 2, {"answer": ["Lub"]}, ("w",), START)
    answering.finish(attempt, START)

    assert attempt.responses == []


def test_where_feedback_comes_at_once_a_draft_never_counts_and_goes_with_the_answer() -> None:
    attempt = cast.an_attempt(_quiz("at_once"))
    _give(attempt, 1, RIGHT[0])
    _give(attempt, 2, RIGHT[1])

    _answer(attempt, 1, WRONG)
    assert [draft.position for draft in attempt.drafts] == [2]
    answering.finish(attempt, START)

    assert [response.given for response in attempt.responses] == [[WRONG]]


def test_a_window_that_has_not_seen_the_latest_answer_does_not_write_over_it() -> None:
    attempt = cast.an_attempt(_quiz())
    _give(attempt, 1, RIGHT[0], "first window")

    with pytest.raises(answering.StaleDraft):
        _give(attempt, 1, WRONG, "second window")
    _give(attempt, 1, WRONG, "third window", seen="first window")

    draft = attempts.draft_at(attempt, 1)
    assert draft is not None
    assert draft.response == (WRONG,)


def test_a_flag_stays_through_answers_and_can_be_taken_away() -> None:
    attempt = cast.an_attempt(_quiz())
    answering.flag(attempt, 2, True, START)
    _give(attempt, 2, RIGHT[1])
    assert attempt.flagged == {2}

    answering.flag(attempt, 2, False, START)

    assert attempt.flagged == set()
    assert attempt.given == {2}


def test_an_answer_within_the_grace_counts_and_one_after_it_does_not() -> None:
    attempt = cast.an_attempt(_quiz("at_once", time_limit=10))
    _answer(attempt, 1, RIGHT[0], timedelta(minutes=10, seconds=10))

    with pytest.raises(answering.AttemptFinished):
        _answer(attempt, 2, RIGHT[1], timedelta(minutes=10, seconds=11))

    answering.finish_if_over(attempt, START + timedelta(minutes=10, seconds=11))
    assert attempt.is_finished
    assert attempt.points == 1


@pytest.mark.parametrize("feedback", ["at_end", "after_closing"])
def test_when_the_time_is_over_what_was_there_is_handed_in(feedback: quizzes.Feedback) -> None:
    attempt = cast.an_attempt(_quiz(feedback, time_limit=10))
    _give(attempt, 1, RIGHT[0])

    answering.finish_all_over(START + timedelta(minutes=10))
    assert not attempt.is_finished
    answering.finish_all_over(START + timedelta(hours=3))

    assert attempt.points == 1
    assert attempt.duration == timedelta(minutes=10)
    assert attempt.ran_out


@pytest.mark.parametrize(("percent", "minutes"), [(100, 20), (125, 25), (150, 30), (200, 40)])
def test_more_time_moves_the_deadline_and_holds_for_the_next_attempt(percent: int, minutes: int) -> None:
    attempt = cast.an_attempt(_quiz(time_limit=20))

    starting.give_time(attempt, percent)
    answering.finish(attempt, START)
    again = starting.start_attempt(attempt.publication, attempt.visit, START)

    assert attempt.deadline_at == again.deadline_at == START + timedelta(minutes=minutes)


def test_no_limit_is_no_deadline() -> None:
    attempt = cast.an_attempt(_quiz(time_limit=20))

    starting.give_time(attempt, 0)

    assert attempt.deadline_at is None


def test_another_pupil_gets_no_more_time() -> None:
    quiz = _quiz(time_limit=20)
    starting.give_time(cast.an_attempt(quiz, "Ula"), 200)

    assert cast.an_attempt(quiz, "Olek").deadline_at == START + timedelta(minutes=20)


def test_an_attempt_whose_time_is_over_is_not_gone_on_with() -> None:
    attempt = cast.an_attempt(_quiz(time_limit=20))

    later = starting.start_attempt(attempt.publication, attempt.visit, START + timedelta(hours=1))

    assert later.id != attempt.id


def test_a_test_explained_after_closing_tells_nothing_while_any_publication_is_open() -> None:
    quiz = _quiz("after_closing")
    attempt = cast.an_attempt(quiz)
    _give(attempt, 1, RIGHT[0])
    answering.finish(attempt, START)
    assert not attempt.is_explained
    assert attempts.session_score(attempt.visit) == attempts.SessionScore(Fraction(0), 0)

    quizzes.publish(quiz, None, START)
    assert not attempt.is_explained

    quizzes.close(quiz, cast.a_teacher("celina"), START)
    assert attempt.is_explained
    assert attempts.session_score(attempt.visit).points == 1


def test_closing_a_test_explained_to_all_hands_in_what_is_under_way() -> None:
    quiz = _quiz("after_closing")
    attempt = cast.an_attempt(quiz)
    _give(attempt, 1, RIGHT[0])

    quizzes.close(quiz, cast.a_teacher("celina"), START + timedelta(minutes=7))
    answering.finish_all_over(START + timedelta(minutes=8))

    assert attempt.points == 1
    assert attempt.duration == timedelta(minutes=7)


def test_a_retry_asks_what_was_missed_and_explains_at_once() -> None:
    attempt = cast.an_attempt(_quiz(time_limit=5))
    _give(attempt, 1, WRONG)
    _give(attempt, 2, RIGHT[1])
    answering.finish(attempt, START)

    retry = starting.start_retry(attempt, attempt.visit, START)

    assert retry is not None
    assert (retry.places, retry.questions, retry.feedback, retry.deadline_at) == ([1, 3], 2, "at_once", None)
    assert attempts.version_at(retry, 2) is None
    _answer(retry, 1, RIGHT[0])
    assert retry.next_position == 3
    same = starting.start_retry(attempt, attempt.visit, START)
    assert same is not None
    assert same.id == retry.id
    whole = starting.start_attempt(attempt.publication, attempt.visit, START)
    assert whole.places == [1, 2, 3]


def test_there_is_no_retry_of_what_was_not_missed_or_is_not_explained() -> None:
    quiz = _quiz("after_closing")
    attempt = cast.an_attempt(quiz)
    answering.finish(attempt, START)
    assert starting.start_retry(attempt, attempt.visit, START) is None

    perfect = cast.an_attempt(cast.a_quiz(cast.a_teacher("celina")))
    for position, words in enumerate(RIGHT, start=1):
        _answer(perfect, position, words)
    answering.finish(perfect, START)
    assert starting.start_retry(perfect, perfect.visit, START) is None


def test_who_comes_back_with_a_code_goes_on_with_the_attempt_on_another_device() -> None:
    attempt = cast.an_attempt(_quiz())
    code = learners.new_resume_code(attempt.visit.learner)

    resumed = learners.resume(f" {code[:5].lower()}-{code[5:]} ", START)

    assert resumed is not None
    _, elsewhere = resumed
    assert attempts.attempt_of(elsewhere, attempt.public_id) == attempt
    assert starting.start_attempt(attempt.publication, elsewhere, START) == attempt


def at_once(
    app: Flask, attempt: attempts.Attempt, *steps: Callable[[attempts.Attempt], object]
) -> list[object]:
    """What comes of steps that many clients take at the same moment."""
    barrier, done, attempt_id = threading.Barrier(len(steps)), [], attempt.id

    def take(step: Callable[[attempts.Attempt], object]) -> None:
        with app.app_context():
            own = attempts.db.session.get(attempts.Attempt, attempt_id)
            assert own is not None
            barrier.wait()
            try:
                done.append(step(own))
            except Exception as error:
                done.append(error)
            attempts.db.session.remove()

    threads = [threading.Thread(target=take, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    attempts.db.session.expire_all()
    return done


def _answering(position: int, words: str) -> Callable[[attempts.Attempt], object]:
    def step(attempt: attempts.Attempt) -> object:
        version = attempts.version_at(attempt, position)
        assert version is not None
        return answering.answer(attempt, position, version, (words,), START).given

    return step


def test_of_ten_answers_at_once_one_is_kept(app: Flask) -> None:
    attempt = cast.an_attempt(_quiz("at_once"))

    kept = at_once(app, attempt, *(_answering(1, (RIGHT[0], WRONG)[n % 2]) for n in range(10)))

    assert len(attempt.responses) == 1
    assert kept == [attempt.responses[0].given] * 10


def test_of_ten_finishes_at_once_one_counts_and_every_answer_is_graded_once(app: Flask) -> None:
    attempt = cast.an_attempt(_quiz("at_end"))
    for position, words in enumerate(RIGHT, start=1):
        _give(attempt, position, words)

    def hand_in(minutes: int) -> Callable[[attempts.Attempt], object]:
        return lambda own: answering.finish(own, START + timedelta(minutes=minutes))

    done = at_once(app, attempt, *map(hand_in, range(10)))

    assert done == [None] * 10
    assert [response.position for response in attempt.responses] == [1, 2, 3]
    assert attempt.score == 300


@pytest.mark.parametrize("feedback", ["at_once", "at_end"])
def test_an_answer_races_the_finish_and_the_score_is_that_of_what_is_kept(
    app: Flask, feedback: quizzes.Feedback
) -> None:
    attempt = cast.an_attempt(_quiz(feedback))

    def give(number: int) -> Callable[[attempts.Attempt], object]:
        if feedback == "at_once":
            return _answering(number % 3 + 1, RIGHT[number % 3])
        return lambda own: _give(own, number % 3 + 1, RIGHT[number % 3])

    steps = [*map(give, range(5)), *[lambda own: answering.finish(own, START)] * 5]
    done = at_once(app, attempt, *steps)

    assert {type(one) for one in done if isinstance(one, Exception)} <= {answering.AttemptFinished}
    assert attempt.is_finished
    assert attempt.score == sum(response.score for response in attempt.responses)


def test_of_ten_drafts_from_ten_windows_at_once_one_stands(app: Flask) -> None:
    attempt = cast.an_attempt(_quiz())

    def write(number: int) -> Callable[[attempts.Attempt], object]:
        return lambda own: _give(own, 1, f"{number}", f"window {number}")

    done = at_once(app, attempt, *map(write, range(10)))

    assert done.count(None) == 1
    assert {type(one) for one in done if one is not None} == {answering.StaleDraft}
