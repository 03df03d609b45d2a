from __future__ import annotations

import pytest
from flask import Flask

from quizapp.store import bank, people, quizzes, sources
from tests import cast
from tests.conftest import START
from tests.texts import LONG
from tests.web.visitor import Visitor

BEGINNING = "Unię lubelską zawarto 1 lipca 1569 roku w Lublinie."


@pytest.fixture
def account(app: Flask, anna: Visitor) -> people.Account:
    app.app_context().push()
    return people.db.session.scalars(people.select(people.Account).filter_by(login_key="anna")).one()


@pytest.fixture
def source(account: people.Account) -> sources.Source:
    return cast.a_source(account)


@pytest.fixture
def kept(account: people.Account, source: sources.Source) -> bank.BankItem:
    return bank.add_item(source, cast.a_choice(), "ready", START, owner=account)


def edit(visitor: Visitor, source: sources.Source, body: str) -> None:
    visitor.open(f"/teach/sources/{source.public_id}/text")
    visitor.send("Save as a new revision", body=body)
    people.db.session.expire_all()


def test_a_proof_moves_with_the_text_as_a_new_version(
    anna: Visitor, source: sources.Source, kept: bank.BankItem
) -> None:
    edit(anna, source, "Dopisany wstęp o sejmie. " + cast.TEXT)

    assert "1 proof moved" in anna.page.soup.get_text()
    assert source.revision.number == 2
    assert kept.latest_number == 2
    assert kept.latest.revision == source.revision
    assert all(span.is_verbatim_in(source.revision.body) for span in kept.latest.item.evidence)


def test_a_lost_proof_is_flagged_found_and_mended(
    anna: Visitor, source: sources.Source, kept: bank.BankItem
) -> None:
    edit(anna, source, cast.TEXT.replace(BEGINNING, "Umowę zawarto 1 lipca 1569 roku w Lublinie."))

    assert "does not say the proof of 1 question" in anna.page.soup.get_text()
    anna.open("/teach/bank?flag=lost")
    assert len(anna.page.soup.select("tr[data-item]")) == 1
    anna.follow("Kiedy zawarto unię")
    assert "Unię lubelską zawarto 1 lipca" in anna.page.soup.select_one("[data-lost]").get_text()  # type: ignore[union-attr]
    anna.send("Save", evidence="Umowę zawarto 1 lipca 1569 roku")
    anna.open("/teach/bank?flag=lost")
    assert not anna.page.soup.select("tr[data-item]")


def test_a_lost_question_may_still_be_retired_and_keeps_its_proof(
    anna: Visitor, source: sources.Source, kept: bank.BankItem
) -> None:
    edit(anna, source, cast.TEXT.replace(BEGINNING, ""))
    anna.open(f"/teach/items/{kept.public_id}")

    anna.send("Retire")

    people.db.session.expire_all()
    version = kept.latest
    assert version.status == "retired"
    assert all(span.is_verbatim_in(version.revision.body) for span in version.item.evidence)


def test_an_old_version_is_restored_onto_the_new_text(
    anna: Visitor, source: sources.Source, kept: bank.BankItem
) -> None:
    anna.open(f"/teach/items/{kept.public_id}")
    anna.send("Save", stem="Kiedy podpisano unię lubelską?")
    edit(anna, source, "Dopisany wstęp. " + cast.TEXT)
    anna.open(f"/teach/items/{kept.public_id}/versions")

    anna.send("Restore version 1")

    people.db.session.expire_all()
    assert kept.latest.stem == "Kiedy zawarto unię lubelską?"
    assert all(span.is_verbatim_in(source.revision.body) for span in kept.latest.item.evidence)


def test_a_published_quiz_keeps_the_text_that_it_had(
    anna: Visitor, account: people.Account, source: sources.Source, kept: bank.BankItem
) -> None:
    quiz = quizzes.add_quiz("Próba", account, START)
    quizzes.append_items(quiz, [kept])
    quizzes.publish(quiz, account, START)

    edit(anna, source, cast.TEXT.replace(BEGINNING, ""))

    assert quiz.open_publication is not None
    (published,) = quiz.open_publication.entries
    assert published.version.revision.body == cast.TEXT


def test_what_was_decided_on_candidates_is_not_asked_again(
    anna: Visitor, account: people.Account, source: sources.Source
) -> None:
    first, *_ = source.revision.candidates
    sources.decide(first, "rejected", account, START)

    edit(anna, source, cast.TEXT + "\n\nNa tym koniec.")

    stem = first.candidate.item.stem
    again = [one for one in source.revision.candidates if one.candidate.item.stem == stem]
    assert [one.verdict for one in again] == ["rejected"]


@pytest.mark.parametrize("body", ["", "Za krótko", "x " * 800_001])
def test_a_text_that_cannot_be_used_is_refused_and_stays_typed(
    anna: Visitor, source: sources.Source, body: str
) -> None:
    edit(anna, source, body)

    assert anna.page.status == 422
    assert anna.page.error_beside("body")
    assert source.revision.number == 1


def test_two_who_edit_at_once_do_not_overwrite_each_other(anna: Visitor, source: sources.Source) -> None:
    anna.open(f"/teach/sources/{source.public_id}/text")
    token = anna.token
    edit(anna, source, "Pierwsza zmiana. " + cast.TEXT)

    anna.post(
        f"/teach/sources/{source.public_id}/text",
        {"csrf_token": token, "seen": "1", "body": "Druga zmiana. " + cast.TEXT},
    )

    assert anna.page.status == 422
    assert "changed meanwhile" in anna.page.error_beside("body")
    assert anna.page.typed("body").startswith("Druga zmiana.")


def test_saving_what_did_not_change_makes_no_revision(anna: Visitor, source: sources.Source) -> None:
    edit(anna, source, cast.TEXT.replace("\n", "\r\n"))

    assert source.revision.number == 1


def test_nobody_edits_what_is_anothers(celina: Visitor, source: sources.Source) -> None:
    assert celina.open(f"/teach/sources/{source.public_id}/text").status == 404


def test_a_text_that_became_a_book_waits_for_its_reader(anna: Visitor, source: sources.Source) -> None:
    edit(anna, source, LONG)

    assert source.revision.number == 2
    assert source.revision.reading is not None
