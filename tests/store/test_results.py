from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import update

from quizapp.analysis.items import item_figures
from quizapp.analysis.tally import LEFT_OUT, Chosen
from quizapp.analysis.tests import test_figures as figures_of_test
from quizapp.store import answering, attempts, erasure, learners, quizzes, starting, tallies
from quizapp.store.engine import db
from tests import cast
from tests.analysis.recomputed import recomputed_items, recomputed_test
from tests.conftest import START

RIGHT = ("1 lipca 1569 roku", "Lublin", "5 stycznia 1582 roku")
WRONG = "3 maja 1791 roku"

CLASS = (
    (RIGHT[0], "lublin", RIGHT[2]),
    (RIGHT[0], "Lublin", WRONG),
    (WRONG, "w Lublinie", RIGHT[2]),
    (WRONG, "Kraków", None),
    (None, None, RIGHT[0]),
)


@pytest.fixture
def quiz(app: Flask) -> quizzes.Quiz:
    app.app_context().push()
    return cast.a_quiz(cast.a_teacher())


def take(quiz: quizzes.Quiz, nickname: str, answers: Sequence[str | None]) -> attempts.Attempt:
    return take_again(cast.an_attempt(quiz, nickname), answers)


def take_again(attempt: attempts.Attempt, answers: Sequence[str | None]) -> attempts.Attempt:
    for entry, words in zip(attempt.publication.entries, answers, strict=True):
        if words is not None:
            answering.answer(attempt, entry.position, entry.version, (words,), START)
    answering.finish(attempt, START + timedelta(minutes=5))
    return attempt


def a_class(quiz: quizzes.Quiz) -> list[attempts.Attempt]:
    return [take(quiz, f"Uczeń {number}", answers) for number, answers in enumerate(CLASS, start=1)]


def raw_rows(publication: quizzes.Publication) -> list[list[float]]:
    """The points of the first whole attempt of each learner, read from the responses alone."""
    seen, rows = set(), []
    found = db.session.scalars(
        attempts.select(attempts.Attempt)
        .where(attempts.Attempt.publication_id == publication.id, attempts.Attempt.finished_at.is_not(None))
        .order_by(attempts.Attempt.finished_at, attempts.Attempt.id)
    )
    for attempt in found:
        if attempt.positions is None and attempt.visit.learner_id not in seen:
            seen.add(attempt.visit.learner_id)
            answered = {response.position: response.score / 100 for response in attempt.responses}
            rows.append([answered.get(position, 0.0) for position in attempt.places])
    return rows


def check_against_raw_rows(quiz: quizzes.Quiz) -> None:
    publication = quiz.publications[-1]
    db.session.expire_all()
    rows, counted = raw_rows(publication), tallies.tally([publication])
    assert counted.attempts == len(rows)
    maxima = [1.0] * len(publication.entries)
    for found, expected in zip(item_figures(counted), recomputed_items(rows, maxima), strict=True):
        for name, value in expected.items():
            same = None if value is None else pytest.approx(value, rel=1e-9, abs=1e-9)
            assert getattr(found, name) == same, name
    whole = figures_of_test(counted)
    for name, value in recomputed_test(rows).items():
        assert getattr(whole, name) == pytest.approx(value, rel=1e-9, abs=1e-9), name


def test_the_counts_say_what_the_responses_say(quiz: quizzes.Quiz) -> None:
    a_class(quiz)

    check_against_raw_rows(quiz)


def test_the_counts_say_who_chose_what_and_keep_nothing_that_was_typed(quiz: quizzes.Quiz) -> None:
    a_class(quiz)

    counted = tallies.tally(quiz.publications)

    assert counted.choices[0] == {
        0: Chosen(2, 300),
        2: Chosen(2, 200),
        LEFT_OUT: Chosen(1, 0),
    }
    assert counted.choices[1] == {LEFT_OUT: Chosen(1, 0)}
    kept = db.session.scalars(tallies.select(tallies.PublicationTally)).all()
    assert "ublin" not in str([one.content for one in kept])


def test_an_attempt_is_counted_in_the_transaction_that_finishes_it(quiz: quizzes.Quiz) -> None:
    a_class(quiz)

    assert (
        attempts.db.session.scalars(
            tallies.select(attempts.Attempt.is_first).order_by(attempts.Attempt.id)
        ).all()
        == [True] * 5
    )
    kept = db.session.scalars(tallies.select(tallies.PublicationTally)).one()
    assert tallies.tally_from_json(kept.content, 100).attempts == 5


def test_of_one_learner_the_first_whole_attempt_counts_and_the_others_when_asked_for(
    quiz: quizzes.Quiz,
) -> None:
    first = take(quiz, "Ula", (WRONG, "Kraków", RIGHT[2]))
    retry = starting.start_retry(first, first.visit, START)
    assert retry is not None
    answering.finish(retry, START + timedelta(minutes=6))
    second = starting.start_attempt(first.publication, first.visit, START)
    answering.finish(second, START + timedelta(minutes=9))
    quizzes.publish(quiz, None, START)
    assert quiz.open_publication is not None
    answering.finish(starting.start_attempt(quiz.open_publication, first.visit, START), START)

    assert tallies.tally(quiz.publications).attempts == 1
    assert tallies.tally(quiz.publications, only_first=False).attempts == 3
    assert tallies.tally(quiz.publications).totals == {100: 1}
    assert raw_rows(quiz.publications[0]) == [[0.0, 0.0, 1.0]]


def test_what_was_never_counted_is_counted_when_it_is_asked_for(quiz: quizzes.Quiz) -> None:
    a_class(quiz)
    with quizzes.transaction() as session:
        session.execute(tallies.delete(tallies.PublicationTally))
        session.execute(update(attempts.Attempt).values(is_first=None))

    check_against_raw_rows(quiz)


def test_counting_in_small_steps_comes_to_the_same(
    quiz: quizzes.Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = a_class(quiz)
    answering.finish(starting.start_attempt(done[0].publication, done[0].visit, START), START)
    with quizzes.transaction() as session:
        tallies.forget_counts(session, [quiz.publications[0].id])
    monkeypatch.setattr(tallies, "MOST_AT_ONCE", 2)

    assert tallies.tally(quiz.publications, only_first=False).attempts == 6
    assert tallies.tally(quiz.publications).attempts == 5


def test_erasing_a_learner_changes_no_count(quiz: quizzes.Quiz) -> None:
    done = a_class(quiz)
    before = tallies.tally(quiz.publications)

    erasure.erase(done[0].visit.learner, START)

    assert tallies.tally(quiz.publications) == before
    check_against_raw_rows(quiz)


def test_publications_that_ask_the_same_are_one_form(quiz: quizzes.Quiz) -> None:
    quizzes.publish(quiz, None, START)
    quizzes.remove_item(quiz, quiz.items[0])
    quizzes.publish(quiz, None, START)

    forms = tallies.publications_by_form(quiz.publications)

    assert [[publication.number for publication in form] for form in forms] == [[3], [2, 1]]


def test_two_publications_of_one_form_are_counted_together(quiz: quizzes.Quiz) -> None:
    a_class(quiz)
    quizzes.publish(quiz, None, START)
    take(quiz, "Olek", CLASS[0])

    assert tallies.tally(quiz.publications).attempts == 6
    assert tallies.tally(quiz.publications[1:]).attempts == 1


def test_of_many_who_finish_at_once_each_is_counted_once(app: Flask, quiz: quizzes.Quiz) -> None:
    running = [cast.an_attempt(quiz, f"Uczeń {number}").id for number in range(8)]
    barrier = threading.Barrier(len(running))

    def hand_in(attempt_id: int) -> None:
        with app.app_context():
            attempt = db.session.get(attempts.Attempt, attempt_id)
            assert attempt is not None
            barrier.wait()
            answering.finish(attempt, START)
            db.session.remove()

    threads = [threading.Thread(target=hand_in, args=(id_,)) for id_ in running]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    db.session.expire_all()

    kept = db.session.scalars(tallies.select(tallies.PublicationTally)).one()
    assert tallies.tally_from_json(kept.content, 100).attempts == 8


def test_a_learner_of_another_quiz_is_first_there_too(quiz: quizzes.Quiz) -> None:
    done = take(quiz, "Ula", CLASS[0])
    other = quizzes.add_quiz("Drugi", cast.a_teacher("celina"), START)
    quizzes.append_items(other, quiz.items)
    publication = quizzes.publish(other, None, START)
    learner = db.session.get(learners.LearnerSession, done.learner_session_id)
    assert learner is not None

    answering.finish(starting.start_attempt(publication, learner, START), START)

    assert tallies.tally([publication]).attempts == 1
