from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from fractions import Fraction
from functools import partial

import pytest
from flask import Flask

from quizapp.items.item import Item
from quizapp.items.mending import with_answers, with_key
from quizapp.store import (
    answering,
    attempts,
    erasure,
    people,
    practice,
    quizzes,
    regrades,
    regrading,
    tallies,
)
from quizapp.store.bank import ItemVersion
from quizapp.store.engine import db
from tests import cast
from tests.conftest import START
from tests.store.test_results import CLASS, RIGHT, WRONG, a_class, check_against_raw_rows, take

LATER = START + timedelta(days=1)


@pytest.fixture
def anna(app: Flask) -> people.Account:
    app.app_context().push()
    return cast.a_teacher()


@pytest.fixture
def quiz(anna: people.Account) -> quizzes.Quiz:
    return cast.a_quiz(anna)


def version_in(quiz: quizzes.Quiz, position: int) -> ItemVersion:
    return quiz.publications[0].entries[position - 1].version


def scores() -> list[tuple[int | None, int]]:
    """The kept score of each attempt, and the sum of what its responses are worth."""
    db.session.expire_all()
    found = db.session.scalars(attempts.select(attempts.Attempt).order_by(attempts.Attempt.id))
    return [(attempt.score, sum(response.score for response in attempt.responses)) for attempt in found]


def other_key(version: ItemVersion, *right: str) -> Item:
    return with_key(version.item, set(right))


def test_the_dry_run_says_who_changes_and_changes_nothing(quiz: quizzes.Quiz, anna: people.Account) -> None:
    a_class(quiz)
    before, version = scores(), version_in(quiz, 1)

    changes = regrading.changes_by(version, other_key(version, WRONG), anna)

    assert [(change.attempt.visit.nickname, change.old, change.difference) for change in changes] == [
        ("Uczeń 1", 1, -1),
        ("Uczeń 2", 1, -1),
        ("Uczeń 3", 0, 1),
        ("Uczeń 4", 0, 1),
    ]
    assert scores() == before


def test_another_key_moves_the_points_and_the_sums_stay_true(
    quiz: quizzes.Quiz, anna: people.Account
) -> None:
    a_class(quiz)
    version = version_in(quiz, 1)

    done = regrading.regrade(version, other_key(version, WRONG), "Klucz był zły.", anna, LATER)

    assert scores() == [(200, 200), (100, 100), (300, 300), (100, 100), (0, 0)]
    assert [(change.old_score, change.new_score) for change in done.changes] == [(100, 0)] * 2 + [
        (0, 100)
    ] * 2
    assert (done.account, done.at, done.reason) == (anna, LATER, "Klucz był zły.")
    check_against_raw_rows(quiz)


def test_two_right_options_take_nothing_from_anybody(quiz: quizzes.Quiz, anna: people.Account) -> None:
    a_class(quiz)
    version = version_in(quiz, 1)

    done = regrading.regrade(version, other_key(version, RIGHT[0], WRONG), "Obie są dobre.", anna, LATER)

    assert [change.new_score for change in done.changes] == [100, 100]
    assert scores() == [(300, 300), (200, 200), (300, 300), (100, 100), (0, 0)]


def test_a_further_accepted_answer_is_found_among_what_was_typed(
    quiz: quizzes.Quiz, anna: people.Account
) -> None:
    a_class(quiz)
    version = version_in(quiz, 2)

    regrading.regrade(version, with_answers(version.item, ("Lublin", "Kraków")), "Też.", anna, LATER)

    assert scores() == [(300, 300), (200, 200), (200, 200), (100, 100), (0, 0)]
    changed = db.session.scalars(
        attempts.select(attempts.StoredResponse).where(attempts.StoredResponse.score == 100)
    )
    assert "Kraków" in [response.given[0] for response in changed]


def test_a_struck_question_gives_its_point_to_all_even_to_who_left_it_out(
    quiz: quizzes.Quiz, anna: people.Account
) -> None:
    a_class(quiz)

    regrading.regrade(version_in(quiz, 1), None, "Pytanie było niejasne.", anna, LATER)

    assert scores() == [(300, 300), (200, 200), (300, 300), (100, 100), (100, 100)]
    check_against_raw_rows(quiz)


def test_who_was_right_already_is_not_among_the_changes_of_a_struck_question(
    quiz: quizzes.Quiz, anna: people.Account
) -> None:
    a_class(quiz)

    changes = regrading.changes_by(version_in(quiz, 1), None, anna)

    assert [(change.attempt.visit.nickname, change.difference) for change in changes] == [
        ("Uczeń 3", 1),
        ("Uczeń 4", 1),
        ("Uczeń 5", 1),
    ]


def test_a_key_after_a_striking_takes_the_mark_of_it_away(quiz: quizzes.Quiz, anna: people.Account) -> None:
    a_class(quiz)
    version = version_in(quiz, 1)
    regrading.regrade(version, None, "Niejasne.", anna, LATER)

    done = regrading.regrade(version, other_key(version, WRONG), "Jednak jest dobra odpowiedź.", anna, LATER)

    notes = db.session.scalars(
        attempts.select(attempts.StoredResponse.note).where(attempts.StoredResponse.position == 1)
    )
    assert set(notes) == {""}
    assert [(change.old_score, change.new_score) for change in done.moved] == [(100, 0)] * 3
    assert scores() == [(200, 200), (100, 100), (300, 300), (100, 100), (0, 0)]


def test_a_question_struck_twice_stays_struck_when_the_second_time_is_undone(
    quiz: quizzes.Quiz, anna: people.Account
) -> None:
    a_class(quiz)
    before, version = scores(), version_in(quiz, 1)
    first = regrading.regrade(version, None, "Niejasne.", anna, LATER)
    struck = scores()

    regrading.undo(regrading.regrade(version, None, "Raz jeszcze.", anna, LATER), anna, LATER)

    assert scores() == struck
    regrading.undo(first, anna, LATER)
    assert scores() == before


@pytest.mark.parametrize("way", ["key", "both", "struck"])
def test_undoing_brings_back_every_point(quiz: quizzes.Quiz, anna: people.Account, way: str) -> None:
    a_class(quiz)
    version, before = version_in(quiz, 1), scores()
    counted = tallies.tally(quiz.publications)
    keys = {"key": other_key(version, WRONG), "both": other_key(version, RIGHT[0], WRONG), "struck": None}
    done = regrading.regrade(version, keys[way], "Próba.", anna, LATER)

    regrading.undo(done, anna, LATER)

    assert scores() == before
    assert tallies.tally(quiz.publications) == counted
    assert (done.undone_at, done.undone_by_id) == (LATER, anna.id)
    assert regrades.regrades_of(quiz.id) == {}


def test_answers_to_come_are_graded_by_the_mended_key_and_undone_with_the_others(
    quiz: quizzes.Quiz, anna: people.Account
) -> None:
    version = version_in(quiz, 1)
    done = regrading.regrade(version, other_key(version, WRONG), "Klucz był zły.", anna, START)

    late = take(quiz, "Spóźniona", (WRONG, None, None))
    assert late.points == 1
    quizzes.publish(quiz, None, START)
    assert take(quiz, "Z drugiej klasy", (WRONG, None, None)).points == 1

    regrading.undo(done, anna, LATER)

    assert scores() == [(0, 0), (0, 0)]


def test_who_hands_in_after_a_question_was_struck_gets_its_point_too(
    anna: people.Account,
) -> None:
    quiz = cast.a_quiz(anna, feedback="at_end")
    done = regrading.regrade(version_in(quiz, 1), None, "Niejasne.", anna, START)
    attempt = cast.an_attempt(quiz)

    answering.finish(attempt, START)

    assert attempt.points == 1
    regrading.undo(done, anna, LATER)
    assert scores() == [(0, 0)]


def test_a_second_mending_is_undone_before_the_first(quiz: quizzes.Quiz, anna: people.Account) -> None:
    a_class(quiz)
    version, before = version_in(quiz, 1), scores()
    first = regrading.regrade(version, other_key(version, WRONG), "Klucz.", anna, LATER)
    between = scores()
    second = regrading.regrade(version, None, "Jednak niejasne.", anna, LATER)

    with pytest.raises(regrading.NotTheLatest):
        regrading.undo(first, anna, LATER)
    regrading.undo(second, anna, LATER)
    assert scores() == between
    regrading.undo(first, anna, LATER)
    assert scores() == before


def test_undoing_twice_is_refused(quiz: quizzes.Quiz, anna: people.Account) -> None:
    a_class(quiz)
    done = regrading.regrade(version_in(quiz, 1), None, "Próba.", anna, LATER)
    regrading.undo(done, anna, LATER)

    with pytest.raises(regrading.NotTheLatest):
        regrading.undo(done, anna, LATER)


def test_an_attempt_under_way_changes_too_and_its_score_comes_at_the_finish(
    quiz: quizzes.Quiz, anna: people.Account
) -> None:
    attempt, version = cast.an_attempt(quiz), version_in(quiz, 1)
    answering.answer(attempt, 1, version, (WRONG,), START)

    regrading.regrade(version, other_key(version, WRONG), "Klucz był zły.", anna, LATER)

    assert scores() == [(None, 100)]
    answering.finish(attempt, LATER)
    assert scores() == [(100, 100)]


def test_the_quizzes_of_another_teacher_are_not_touched(quiz: quizzes.Quiz, anna: people.Account) -> None:
    celina = cast.a_teacher("celina")
    other = quizzes.add_quiz("Celiny", celina, START)
    quizzes.append_items(other, quiz.items)
    quizzes.publish(other, celina, START)
    take(other, "Celiny Ula", CLASS[2])
    version = version_in(quiz, 1)

    assert regrading.changes_by(version, other_key(version, WRONG), anna) == []
    regrading.regrade(version, other_key(version, WRONG), "Klucz.", anna, LATER)

    assert scores() == [(200, 200)]
    assert take(other, "Olek", CLASS[2]).points == 2


def test_what_an_erased_learner_typed_keeps_its_worth(quiz: quizzes.Quiz, anna: people.Account) -> None:
    done = a_class(quiz)
    erasure.erase(done[0].visit.learner, START)
    version = version_in(quiz, 2)

    changes = regrading.changes_by(version, with_answers(version.item, ("Kraków",)), anna)

    assert [change.attempt.visit.nickname for change in changes] == ["Uczeń 2", "Uczeń 3", "Uczeń 4"]


def test_the_learner_is_told_what_changed_while_it_holds(quiz: quizzes.Quiz, anna: people.Account) -> None:
    attempt = a_class(quiz)[2]
    version = version_in(quiz, 1)
    done = regrading.regrade(version, other_key(version, WRONG), "Klucz był zły.", anna, LATER)

    told = regrades.changes_in(attempt)
    assert [(place, change.old_score, change.new_score) for place, change in told.items()] == [(1, 0, 100)]

    regrading.undo(done, anna, LATER)
    assert regrades.changes_in(attempt) == {}


def test_a_point_for_a_struck_question_says_nothing_of_what_is_known(
    quiz: quizzes.Quiz, anna: people.Account
) -> None:
    attempt = take(quiz, "Ula", (WRONG, "Lublin", None))
    regrading.regrade(version_in(quiz, 1), None, "Niejasne.", anna, LATER)

    known = practice.practice_of(attempt.visit.learner, START + timedelta(days=9))

    assert [item.latest.stem for item in known.due] == [version_in(quiz, 2).stem]


def test_points_are_stored_in_hundredths_and_differences_are_those_of_the_store(
    anna: people.Account,
) -> None:
    from quizapp.items.item import Option

    pairs = cast.a_choice()
    three = Item(
        "multiple",
        "date",
        "Które?",
        (*(Option(text, correct=True) for text in "abc"), Option("d", correct=False)),
        ("a", "b", "c"),
        pairs.evidence,
    )
    quiz = cast.a_quiz(anna, [three])
    attempt = cast.an_attempt(quiz)
    answering.answer(attempt, 1, version_in(quiz, 1), ("a",), START)
    answering.finish(attempt, START)
    version = version_in(quiz, 1)

    changes = regrading.changes_by(version, other_key(version, "a", "b"), anna)

    assert [change.difference for change in changes] == [Fraction(17, 100)]


def test_an_answer_at_the_moment_of_the_mending_is_graded_by_the_mended_key(
    app: Flask, quiz: quizzes.Quiz, anna: people.Account
) -> None:
    version, running = version_in(quiz, 1), [cast.an_attempt(quiz, f"Uczeń {n}").id for n in range(6)]
    version_id, anna_id = version.id, anna.id
    barrier = threading.Barrier(len(running) + 1)

    def give(attempt_id: int) -> None:
        attempt = db.session.get(attempts.Attempt, attempt_id)
        asked = db.session.get(ItemVersion, version_id)
        assert attempt is not None
        assert asked is not None
        barrier.wait()
        answering.answer(attempt, 1, asked, (WRONG,), START)

    def mend() -> None:
        asked, account = db.session.get(ItemVersion, version_id), db.session.get(people.Account, anna_id)
        assert asked is not None
        assert account is not None
        barrier.wait()
        regrading.regrade(asked, other_key(asked, WRONG), "Klucz.", account, START)

    def in_context(step: Callable[[], None]) -> None:
        with app.app_context():
            step()
            db.session.remove()

    steps = [mend, *(partial(give, attempt_id) for attempt_id in running)]
    threads = [threading.Thread(target=in_context, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert scores() == [(None, 100)] * 6
