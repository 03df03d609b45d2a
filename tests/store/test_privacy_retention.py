"""What is not kept for ever, on a moved clock: exactly what is over goes, and not a byte of it stays."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select, text

from quizapp.config import DATABASE_FILE, Settings
from quizapp.store import (
    answering,
    attempts,
    erasure,
    groups,
    learners,
    limits,
    practice,
    quizzes,
    retention,
    starting,
)
from quizapp.store.engine import db
from quizapp.store.learners import Learner
from quizapp.store.tallies import tally
from tests import cast

JUNE = datetime(2026, 6, 12, 8, tzinfo=UTC)
LAST_DAY = datetime(2026, 8, 31, 21, 59, tzinfo=UTC)
FIRST_DAY = datetime(2026, 8, 31, 22, tzinfo=UTC)
"""Midnight in Warsaw, where September begins."""
BEFORE, DUE = datetime(2026, 9, 30, 21, 59, tzinfo=UTC), datetime(2026, 9, 30, 22, tzinfo=UTC)


@pytest.fixture
def quiz(app: Flask) -> quizzes.Quiz:
    app.app_context().push()
    return cast.a_quiz(cast.a_teacher(at=JUNE))


def a_pupil(quiz: quizzes.Quiz, nickname: str, at: datetime, typed: str = "Lublin") -> Learner:
    """Somebody who took the quiz then."""
    _, visit = learners.start_learner_session(nickname, at)
    publication = quiz.open_publication
    assert publication is not None
    attempt = starting.start_attempt(publication, visit, at)
    versions = [entry.version for entry in publication.entries]
    answering.answer(attempt, 1, versions[0], ("3 maja 1791 roku",), at)
    answering.answer(attempt, 2, versions[1], (typed,), at)
    answering.finish(attempt, at)
    return visit.learner


def names() -> list[str]:
    db.session.expire_all()
    return sorted(db.session.scalars(select(Learner.nickname)))


@pytest.mark.parametrize(
    ("at", "days", "begins"),
    [
        (BEFORE, 30, datetime(2025, 8, 31, 22, tzinfo=UTC)),
        (DUE, 30, FIRST_DAY),
        (datetime(2027, 3, 1, tzinfo=UTC), 30, FIRST_DAY),
        (LAST_DAY, 0, datetime(2025, 8, 31, 22, tzinfo=UTC)),
        (FIRST_DAY, 0, FIRST_DAY),
        (datetime(2027, 3, 1, tzinfo=UTC), 400, datetime(2025, 8, 31, 22, tzinfo=UTC)),
    ],
)
def test_a_school_year_is_kept_so_many_days_beyond_its_end(at: datetime, days: int, begins: datetime) -> None:
    assert retention.year_to_keep(at, days) == begins


def test_exactly_those_whose_year_is_over_are_erased(quiz: quizzes.Quiz) -> None:
    a_pupil(quiz, "Czerwcowa", JUNE)
    a_pupil(quiz, "Ostatni", LAST_DAY)
    a_pupil(quiz, "Wrześniowa", FIRST_DAY)

    assert retention.forget_expired(BEFORE, 30) == 0
    assert names() == ["Czerwcowa", "Ostatni", "Wrześniowa"]

    assert retention.forget_expired(DUE, 30) == 2
    assert names() == ["Wrześniowa", erasure.NOBODY, erasure.NOBODY]
    assert retention.forget_expired(DUE, 30) == 0


@pytest.mark.parametrize("how", ["visit", "practice", "answer"])
def test_who_came_again_is_kept(quiz: quizzes.Quiz, how: str) -> None:
    ula = a_pupil(quiz, "Ula", JUNE)
    again = FIRST_DAY + timedelta(days=3)
    publication = quiz.open_publication
    assert publication is not None
    if how == "visit":
        learners.resume(learners.new_resume_code(ula), again)
    elif how == "practice":
        practice.answer_practice(ula, publication.entries[0].version, ("3 maja 1791 roku",), None, again)
    else:
        starting.start_attempt(publication, ula.sessions[0], again)

    assert retention.forget_expired(DUE, 30) == 0
    assert names() == ["Ula"]


def test_a_list_written_before_the_summer_waits_a_year_for_its_pupils(quiz: quizzes.Quiz) -> None:
    group = groups.add_group("1a", quiz.owner, JUNE)
    groups.add_members(group, [(1, "Ala"), (2, "Olek")], JUNE)

    assert retention.forget_expired(DUE, 30) == 0
    assert names() == ["Ala", "Olek"]
    assert retention.forget_expired(DUE + timedelta(days=365), 30) == 2
    assert names() == []


def test_the_figures_of_questions_stay_when_a_year_is_forgotten(quiz: quizzes.Quiz) -> None:
    for number in range(5):
        a_pupil(quiz, f"Uczeń {number}", JUNE)
    before = tally(quiz.publications)

    retention.forget_expired(DUE, 30)

    db.session.expire_all()
    assert tally(quiz.publications) == before
    kept = db.session.scalars(select(attempts.Attempt)).all()
    assert [(one.score, one.started_at) for one in kept] == [(100, JUNE)] * 5


def test_not_a_byte_of_the_erased_is_left_in_the_database_its_log_or_a_copy(
    quiz: quizzes.Quiz, settings: Settings
) -> None:
    for number in range(60):
        a_pupil(quiz, f"Zostaje {number}", DUE)
        a_pupil(quiz, f"Wieloryb {number}", JUNE, typed=f"Wielorybia {number}")
    assert b"Wieloryb" in on_disk(settings)

    assert retention.forget_expired(DUE, 30) == 60

    copy = settings.data / "copy.sqlite3"
    db.session.execute(text("VACUUM INTO :file"), {"file": str(copy)})
    assert b"Zostaje" in on_disk(settings)
    assert b"Wieloryb" not in on_disk(settings) + copy.read_bytes()


def test_not_a_byte_of_one_who_erased_themselves_is_left(quiz: quizzes.Quiz, settings: Settings) -> None:
    for number in range(30):
        a_pupil(quiz, f"Zostaje {number}", DUE)
    ula = a_pupil(quiz, "Wieloryb Ula", DUE, typed="Wielorybia 5")
    code = learners.new_resume_code(ula)
    fingerprint, public_id = ula.resume_hash or "", ula.public_id
    db.session.commit()

    erasure.erase(ula, DUE)

    left = on_disk(settings)
    assert b"Zostaje 7" in left
    for gone in ("Wieloryb", code, fingerprint, public_id):
        assert gone.encode() not in left


def test_no_address_is_kept_and_tries_go_after_their_window(app: Flask, settings: Settings) -> None:
    app.app_context().push()
    limits.count_try("join", "from 127.0.0.1", 60, timedelta(minutes=1), DUE)
    row = db.session.scalars(select(limits.Tries)).one()
    bucket = row.bucket
    db.session.commit()
    assert b"127.0.0.1" not in on_disk(settings)
    assert bucket.encode() in on_disk(settings)

    retention.forget_expired(DUE + timedelta(minutes=2), 30)

    assert db.session.scalars(select(limits.Tries)).all() == []
    assert bucket.encode() not in on_disk(settings)


def on_disk(settings: Settings) -> bytes:
    """The database and its log as they lie there."""
    if not settings.is_sqlite:
        pytest.skip("how PostgreSQL lets go of rows is its own: see docs/privacy.md")
    return b"".join(path.read_bytes() for path in sorted(settings.data.glob(f"{DATABASE_FILE}*")))
