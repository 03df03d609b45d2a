from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.store import answering, attempts, erasure, learners, practice, quizzes, reports, starting
from quizapp.store.engine import Model, db
from quizapp.store.own_data import own_data
from tests import cast
from tests.conftest import START

RIGHT, WRONG = "1 lipca 1569 roku", "3 maja 1791 roku"


@pytest.fixture
def quiz(app: Flask) -> quizzes.Quiz:
    app.app_context().push()
    return cast.a_quiz(cast.a_teacher())


@dataclass
class Pupil:
    """A learner with a bit of everything."""

    learner: learners.Learner
    attempt: attempts.Attempt
    token: str
    code: str


def _a_pupil(quiz: quizzes.Quiz, nickname: str) -> Pupil:
    token, visit = learners.start_learner_session(nickname, START)
    publication = quiz.open_publication
    assert publication is not None
    attempt = starting.start_attempt(publication, visit, START)
    versions = [entry.version for entry in publication.entries]
    answering.answer(attempt, 1, versions[0], (WRONG,), START)
    answering.answer(attempt, 2, versions[1], ("LUBLIN",), START)
    practice.answer_practice(visit.learner, versions[0], (RIGHT,), "sure", START + timedelta(days=1))
    with quizzes.transaction() as session:
        session.add(attempts.Draft(attempt_id=attempt.id, position=3, given={"answer": ["a"]}, at=START))
        session.add(
            reports.ItemReport(
                attempt_id=attempt.id,
                position=1,
                item_version_id=versions[0].id,
                reason="unclear",
                words=f"Jestem {nickname}",
                at=START,
            )
        )
    return Pupil(visit.learner, attempt, token, learners.new_resume_code(visit.learner))


def _everything() -> dict[str, list[tuple[Any, ...]]]:
    """The whole database, table by table."""
    db.session.expire_all()
    return {
        table.name: [tuple(row) for row in db.session.execute(select(table))]
        for table in Model.metadata.sorted_tables
    }


def test_nothing_of_the_person_is_left(quiz: quizzes.Quiz) -> None:
    ula = _a_pupil(quiz, "Ula Kanarek")
    old_ids = {ula.learner.public_id, ula.attempt.visit.public_id}

    erasure.erase(ula.learner, START)

    left = str(_everything())
    assert "Kanarek" not in left
    assert "LUBLIN" not in left
    assert not any(old in left for old in old_ids)
    assert learners.learner_by_token(ula.token) is None
    assert learners.resume(ula.code, START) is None


def test_exactly_one_person_is_erased_even_of_two_with_one_name(quiz: quizzes.Quiz) -> None:
    other = _a_pupil(quiz, "Ula")
    before = _everything()
    ula = _a_pupil(quiz, "Ula")

    erasure.erase(ula.learner, START)

    after = _everything()
    for name, rows in before.items():
        assert [row for row in rows if row not in after[name]] == [], name
    assert learners.learner_by_token(other.token) is not None
    known = own_data(other.learner)
    assert [len(part) for part in (known.attempts, known.practice, known.reports, known.drafts)] == [1] * 4
    assert known.reports[0].words == "Jestem Ula"


def test_scores_and_chosen_answers_stay_for_the_statistics_of_questions(quiz: quizzes.Quiz) -> None:
    ula = _a_pupil(quiz, "Ula")

    erasure.erase(ula.learner, START)

    attempt = db.session.scalars(select(attempts.Attempt)).one()
    assert [(kept.given, kept.score) for kept in attempt.responses] == [([WRONG], 0), ([""], 100)]
    assert attempt.visit.nickname == erasure.NOBODY
    assert (attempt.is_finished, attempt.score) == (True, 100)
    report = db.session.scalars(select(reports.ItemReport)).one()
    assert (report.reason, report.words) == ("unclear", "")


def test_a_running_attempt_is_handed_in_and_takes_no_answer_any_more(quiz: quizzes.Quiz) -> None:
    ula = _a_pupil(quiz, "Ula")
    version = attempts.version_at(ula.attempt, 3)
    assert version is not None

    erasure.erase(ula.learner, START)

    with pytest.raises(answering.AttemptFinished):
        answering.answer(ula.attempt, 3, version, (WRONG,), START)


def test_an_answer_in_practice_that_comes_too_late_is_not_kept(quiz: quizzes.Quiz) -> None:
    ula = _a_pupil(quiz, "Ula")
    version = attempts.version_at(ula.attempt, 3)
    assert version is not None
    stale = learners.Learner(id=ula.learner.id, public_id=ula.learner.public_id)

    erasure.erase(ula.learner, START)

    with pytest.raises(practice.LearnerGone):
        practice.answer_practice(stale, version, (WRONG,), None, START)
    assert db.session.scalars(select(practice.PracticeResponse)).all() == []


def test_who_has_attempted_nothing_leaves_no_row(app: Flask) -> None:
    app.app_context().push()
    _, visit = learners.start_learner_session("Ula", START)

    erasure.erase(visit.learner, START)

    assert db.session.scalars(select(learners.Learner)).all() == []
    assert db.session.scalars(select(learners.LearnerSession)).all() == []


def test_all_sessions_of_the_person_end(quiz: quizzes.Quiz) -> None:
    ula = _a_pupil(quiz, "Ula")
    resumed = learners.resume(ula.code, START)
    assert resumed is not None

    erasure.erase(ula.learner, START)

    assert learners.learner_by_token(resumed[0]) is None
    assert len(db.session.scalars(select(learners.LearnerSession)).all()) == 1
