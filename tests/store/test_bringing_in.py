from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from quizapp.formats.exchange import ReadItem
from quizapp.items.item import Item
from quizapp.store import bank, exchange, people, sources, waiting_files
from quizapp.store.engine import db
from tests import cast
from tests.conftest import START

EVIDENCE = "Unię lubelską zawarto 1 lipca 1569 roku"


@pytest.fixture
def anna(app: Flask) -> Iterator[people.Account]:
    with app.app_context():
        yield cast.a_teacher()


@pytest.fixture
def source(anna: people.Account) -> sources.Source:
    return cast.a_source(anna)


def read(item: Item | None = None, *excerpts: str, name: str = "") -> ReadItem:
    """A question as a reader gives it: without evidence, with the words that prove it."""
    item = item or cast.a_choice()
    return ReadItem(replace(item, evidence=()), "line 1", excerpts or (EVIDENCE,), name)


def bring(
    source: sources.Source, *reads: ReadItem, rule: exchange.Known = "skip", ready: bool = True
) -> exchange.BroughtIn:
    owner = db.session.get(people.Account, source.owner_id)
    done = exchange.bring_in(source, exchange.compare(source, reads), rule, ready, owner, START)
    assert done is not None
    return done


def bank_of(source: sources.Source) -> list[bank.BankItem]:
    return list(db.session.scalars(bank.select(bank.BankItem).filter_by(source_id=source.id)))


def test_a_question_whose_proof_is_found_comes_in_ready_and_anchored(source: sources.Source) -> None:
    done = bring(source, read())

    (kept,) = bank_of(source)
    assert done == exchange.BroughtIn(ready=1, drafts=0, updated=0, skipped=0)
    assert (kept.latest.status, kept.latest.item) == ("ready", cast.a_choice())


@pytest.mark.parametrize("excerpts", [("Tych słów w tekście nie ma",), (" ",)])
def test_one_without_its_proof_stays_a_draft(source: sources.Source, excerpts: tuple[str, ...]) -> None:
    (one,) = exchange.compare(source, [read(None, *excerpts)])

    assert not one.is_ready
    assert bring(source, read(None, *excerpts)).drafts == 1
    assert [item.latest.status for item in bank_of(source)] == ["draft"]


def test_all_come_in_as_drafts_where_the_teacher_wants_to_look_first(source: sources.Source) -> None:
    assert bring(source, read(), ready=False).drafts == 1


@pytest.mark.parametrize(
    ("rule", "done", "count"),
    [
        ("skip", exchange.BroughtIn(0, 0, 0, 1), 1),
        ("update", exchange.BroughtIn(0, 0, 0, 1), 1),
        ("copy", exchange.BroughtIn(1, 0, 0, 0), 2),
    ],
)
def test_the_same_file_a_second_time(
    source: sources.Source, rule: exchange.Known, done: exchange.BroughtIn, count: int
) -> None:
    bring(source, read())

    assert bring(source, read(), rule=rule) == done
    assert len(bank_of(source)) == count


@pytest.mark.parametrize(("rule", "feedback", "versions"), [("skip", "dawne", 1), ("update", "nowe", 2)])
def test_a_question_that_changed_outside(
    source: sources.Source, rule: exchange.Known, feedback: str, versions: int
) -> None:
    bring(source, read(replace(cast.a_choice(), feedback="dawne")))

    bring(source, read(replace(cast.a_choice(), feedback="nowe")), rule=rule)

    (kept,) = bank_of(source)
    assert (kept.latest.item.feedback, len(kept.versions)) == (feedback, versions)
    assert kept.latest.status == "ready"


def test_a_question_is_known_by_the_name_that_it_went_out_with(source: sources.Source) -> None:
    bring(source, read())
    (kept,) = bank_of(source)
    name = exchange.as_written([kept])[0].id

    bring(
        source,
        read(replace(cast.a_choice(), stem="Którego dnia zawarto unię lubelską?"), name=name),
        rule="update",
    )

    assert [item.latest.stem for item in bank_of(source)] == ["Którego dnia zawarto unię lubelską?"]


def test_a_format_without_a_place_for_proof_takes_none_away(source: sources.Source) -> None:
    bring(source, read())

    bring(source, ReadItem(replace(cast.a_choice(), evidence=(), feedback="nowe"), "line 1"), rule="update")

    (kept,) = bank_of(source)
    assert (kept.latest.item.feedback, kept.latest.item.evidence) == ("nowe", cast.a_choice().evidence)


def test_a_question_twice_in_a_file_comes_in_once(source: sources.Source) -> None:
    first, second = exchange.compare(source, [read(), read()])

    assert (first.repeats, second.repeats) == ("", "line 1")
    assert bring(source, read(), read()) == exchange.BroughtIn(ready=1, drafts=0, updated=0, skipped=1)


def test_nothing_of_a_file_stays_when_the_last_question_fails(source: sources.Source) -> None:
    good, bad = exchange.compare(source, [read(), read(cast.a_typed(), "w Lublinie")])
    broken = replace(bad, item=replace(bad.item, stem=None))  # type: ignore[arg-type] # what no column takes

    with pytest.raises(Exception, match=r"NOT NULL|null|None"):
        exchange.bring_in(source, [good, broken], "skip", True, None, START)

    assert bank_of(source) == []


def test_a_file_is_brought_in_once_however_often_it_is_sent(
    source: sources.Source, anna: people.Account
) -> None:
    file = waiting_files.keep_file(b"x", "a.txt", "gift", source, anna, START)
    incoming = exchange.compare(source, [read()])

    first = exchange.bring_in(source, incoming, "copy", True, anna, START, file)
    second = exchange.bring_in(source, incoming, "copy", True, anna, START, file)

    assert (first, second) == (exchange.BroughtIn(1, 0, 0, 0), None)
    assert len(bank_of(source)) == 1


def test_a_file_waits_a_day_for_its_own_teacher(source: sources.Source, anna: people.Account) -> None:
    celina = cast.a_teacher("celina")
    file = waiting_files.keep_file(b"x", "a.txt", "gift", source, anna, START)
    name, tomorrow = file.public_id, START + timedelta(days=1, seconds=1)

    assert waiting_files.waiting_file_for(anna, name, START) is not None
    assert waiting_files.waiting_file_for(celina, name, START) is None
    assert waiting_files.waiting_file_for(anna, name, tomorrow) is None

    waiting_files.keep_file(b"y", "b.txt", "gift", source, celina, tomorrow)
    assert list(db.session.scalars(bank.select(waiting_files.WaitingFile.name))) == ["b.txt"]


def test_a_teacher_cannot_fill_the_database_with_files(source: sources.Source, anna: people.Account) -> None:
    for number in range(8):
        waiting_files.keep_file(
            b"x", f"{number}.txt", "gift", source, anna, START + timedelta(minutes=number)
        )

    kept = db.session.scalars(
        bank.select(waiting_files.WaitingFile.name).order_by(waiting_files.WaitingFile.at)
    )
    assert list(kept) == ["3.txt", "4.txt", "5.txt", "6.txt", "7.txt"]
