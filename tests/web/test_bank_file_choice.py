"""The file of the bank and a teacher changed the same question: the teacher sees both, and chooses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask

from quizapp.store import bank, people
from quizapp.store.bank_files import load_bank
from tests.conftest import START
from tests.store.test_bank_in_step import a_bank, the_item, with_stem
from tests.web.visitor import Visitor


@pytest.fixture
def item(app: Flask, anna: Visitor) -> bank.BankItem:
    app.app_context().push()
    account = people.db.session.scalars(people.select(people.Account).filter_by(login_key="anna")).one()
    load_bank(a_bank(), START)
    changed = the_item()
    bank.revise(
        changed,
        replace(changed.latest.item, stem="Kiedy, zdaniem Anny, zawarto unię?"),
        "ready",
        account,
        START,
    )
    load_bank(with_stem("Kiedy podpisano unię lubelską?"), START)
    return changed


@pytest.mark.parametrize(
    ("button", "stem"),
    [
        ("Keep it as it is now", "Kiedy, zdaniem Anny, zawarto unię?"),
        ("Take it from the file", "Kiedy podpisano unię lubelską?"),
    ],
)
def test_the_teacher_sees_both_wordings_and_chooses_one(
    anna: Visitor, item: bank.BankItem, button: str, stem: str
) -> None:
    anna.open("/teach/bank?flag=file")
    anna.follow("Kiedy, zdaniem Anny")
    anna.follow("See both and choose")
    assert "Kiedy podpisano unię lubelską?" in anna.page.words
    assert [tag.get_text() for tag in anna.page.soup.select("ins")]

    anna.send(button)

    assert anna.page.typed("stem") == stem
    anna.open("/teach/bank?flag=file")
    assert not anna.page.soup.select("tr[data-item]")


def test_where_nothing_waits_there_is_nothing_to_choose(anna: Visitor, item: bank.BankItem) -> None:
    anna.open(f"/teach/items/{item.public_id}/file")
    anna.send("Keep it as it is now")

    anna.open(f"/teach/items/{item.public_id}/file")

    assert anna.page.heading == "Question"
