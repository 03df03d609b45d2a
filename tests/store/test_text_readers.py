"""Long texts are read by a process beside the site; what was decided outlives what is read anew."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from quizapp.items.item import Item
from quizapp.store import bank, people, readings, sources
from quizapp.store.engine import db
from quizapp.store.sources import MarkAmendment, Reading, SourceRevision
from quizapp.text.amendments import Amendment
from quizapp.text.serial import amendment_to_json
from tests import cast
from tests.conftest import START
from tests.texts import LONG, TEXT


@pytest.fixture
def anna(app: Flask) -> Iterator[people.Account]:
    with app.app_context():
        yield cast.a_teacher()


@pytest.fixture
def long_text(anna: people.Account) -> SourceRevision:
    return sources.add_source("Długi", LONG, anna, START).revision


def watched(percents: list[int]) -> Any:
    return percents.append


def test_a_short_text_waits_for_nobody(anna: people.Account) -> None:
    revision = cast.a_source(anna).revision

    assert revision.reading is None
    assert revision.candidates
    assert not readings.call_reader(START)


def test_a_long_text_waits_and_is_read(long_text: SourceRevision) -> None:
    assert long_text.candidates == []
    assert sources.annotations_of(long_text).dates == ()
    assert readings.call_reader(START)
    assert not readings.call_reader(START), "one is on its way"
    claim = readings.claim_next(START)
    assert claim is not None
    percents: list[int] = []

    readings.read(claim, watched(percents))

    assert percents == sorted(percents)
    assert percents[-1] >= 40
    db.session.expire_all()
    assert long_text.reading is None
    assert "Którego dnia zawarto unię lubelską w Lublinie?" in stems(long_text)
    assert sources.annotations_of(long_text).dates


def test_of_many_readers_one_gets_the_text(app: Flask, long_text: SourceRevision) -> None:
    claims: list[readings.Claim | None] = []
    gate = threading.Barrier(6)

    def claim() -> None:
        with app.app_context():
            gate.wait()
            claims.append(readings.claim_next(START))
            db.session.remove()

    threads = [threading.Thread(target=claim) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sum(claim is not None for claim in claims) == 1


def test_a_text_whose_reader_died_is_read_by_the_next(long_text: SourceRevision) -> None:
    dead = readings.claim_next(START)
    assert dead is not None
    assert readings.report(dead, 40, START + timedelta(seconds=20))
    assert not readings.call_reader(START + timedelta(seconds=45))

    later = START + timedelta(seconds=60)
    assert readings.call_reader(later)
    living = readings.claim_next(later)

    assert living is not None
    assert not readings.report(dead, 50, later)
    with pytest.raises(readings.Overtaken):
        readings.read(dead, lambda percent: None)
    readings.read(living, lambda percent: None)
    db.session.expire_all()
    assert long_text.candidates


def test_a_text_that_kills_its_readers_is_left(long_text: SourceRevision) -> None:
    at = START
    for _ in range(3):
        assert readings.claim_next(at)
        at += timedelta(minutes=1)

    assert readings.claim_next(at) is None
    assert not readings.call_reader(at)
    assert readings.has_failed(db.session.scalars(db.select(Reading)).one(), at)


def test_a_text_given_back_is_taken_again(long_text: SourceRevision) -> None:
    claim = readings.claim_next(START)
    assert claim is not None

    readings.release(claim)

    assert readings.claim_next(START) is not None


def amend(revision: SourceRevision, amendment: Amendment, by: people.Account) -> None:
    db.session.add(
        MarkAmendment(
            revision_id=revision.id, content=amendment_to_json(amendment), account_id=by.id, at=START
        )
    )
    db.session.commit()
    db.session.expire_all()
    readings.read_anew(revision)


def place(revision: SourceRevision, words: str) -> tuple[int, int]:
    start = revision.body.index(words)
    return start, start + len(words)


def stems(revision: SourceRevision) -> list[str]:
    return [row.candidate.item.stem for row in revision.candidates]


def asking(revision: SourceRevision, stem: str) -> sources.ProposedItem:
    return next(row for row in revision.candidates if row.candidate.item.stem == stem)


def test_candidates_follow_a_corrected_name_and_decisions_stay(anna: people.Account) -> None:
    revision = cast.a_source(anna, body=TEXT).revision
    rejected, accepted = (
        asking(revision, "Unia lubelska. Który kanclerz założył w 1580 roku Zamość?"),
        asking(revision, "Unia lubelska. Który król zdobył w 1581 roku Wielkie Łuki?"),
    )
    sources.decide(rejected, "rejected", anna, START)
    item: Item = accepted.candidate.item
    kept = bank.accept(accepted, item, "ready", anna, START)
    before = (rejected.content, accepted.content)

    amend(revision, Amendment("name", place(revision, "Jan Zamoyski"), "Zamoyski Jan"), anna)

    by_verdict = {row.verdict: row for row in revision.candidates if row.verdict}
    assert (by_verdict["rejected"].content, by_verdict["accepted"].content) == before
    assert by_verdict["accepted"].item_id == kept.id
    waiting = [row for row in revision.candidates if row.verdict is None]
    keys = [row.content["answer"][0] for row in waiting]
    assert keys.count("Zamoyski Jan") == 2
    assert "Jan Zamoyski" not in keys
    assert [row.position for row in revision.candidates] == sorted(
        row.position for row in revision.candidates
    )


def test_an_amendment_undone_brings_the_candidates_back(anna: people.Account) -> None:
    revision = cast.a_source(anna).revision
    before = stems(revision)
    amend(revision, Amendment("no_date", place(revision, "5 stycznia 1582 roku")), anna)
    assert stems(revision) != before

    revision.amendments[0].undone_at = START
    db.session.commit()
    readings.read_anew(revision)

    assert stems(revision) == before


def test_a_long_text_amended_waits_again_and_the_reader_of_the_old_marks_is_overtaken(
    long_text: SourceRevision, anna: people.Account
) -> None:
    slow = readings.claim_next(START)
    assert slow is not None

    amend(long_text, Amendment("no_date", place(long_text, "5 stycznia 1582 roku")), anna)

    with pytest.raises(readings.Overtaken):
        readings.read(slow, lambda percent: None)
    db.session.rollback()
    quick = readings.claim_next(START)
    assert quick is not None
    readings.read(quick, lambda percent: None)
    db.session.expire_all()
    assert not [date for date in sources.annotations_of(long_text).dates if "1582" in date.edtf]
