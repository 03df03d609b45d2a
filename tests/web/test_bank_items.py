from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask

from quizapp.store import bank, people, sources
from tests import cast
from tests.conftest import START
from tests.web.visitor import Visitor


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


def open_item(visitor: Visitor, item: bank.BankItem, more: str = "") -> None:
    visitor.open(f"/teach/items/{item.public_id}{more}")


def test_versions_are_laid_into_each_other_word_by_word(anna: Visitor, kept: bank.BankItem) -> None:
    open_item(anna, kept)
    anna.send("Save", stem="Kiedy podpisano unię lubelską?", tags="łatwe", status="draft")

    anna.follow("Versions")

    newest = anna.page.soup.select_one("#v2")
    assert newest is not None
    assert [tag.get_text() for tag in newest.select("del")] == [
        "[removed: Ready] ",
        "[removed: zawarto] ",
    ]
    assert [tag.get_text() for tag in newest.select("ins")] == [
        "[added: Draft] ",
        "[added: podpisano] ",
        "[added: łatwe] ",
    ]
    assert "Anna" in newest.get_text()


def test_an_old_version_is_restored_as_a_new_one(anna: Visitor, kept: bank.BankItem) -> None:
    open_item(anna, kept)
    anna.send("Save", stem="Kiedy podpisano unię lubelską?")
    anna.follow("Versions")

    anna.send("Restore version 1")

    assert [tag["id"] for tag in anna.page.soup.select(".versions > li")] == ["v3", "v2", "v1"]
    open_item(anna, kept)
    assert anna.page.typed("stem") == "Kiedy zawarto unię lubelską?"


def test_nobody_sees_the_versions_of_what_is_anothers(celina: Visitor, kept: bank.BankItem) -> None:
    open_item(celina, kept, "/versions")

    assert celina.page.status == 404


@pytest.mark.parametrize(("button", "status"), [("Retire", "retired"), ("Make a draft", "draft")])
def test_the_state_is_changed_by_a_button(
    anna: Visitor, kept: bank.BankItem, button: str, status: str
) -> None:
    open_item(anna, kept)
    anna.send(button)

    assert anna.page.typed("status") == status


def test_what_cannot_be_asked_is_not_made_ready(
    anna: Visitor, account: people.Account, kept: bank.BankItem
) -> None:
    bank.revise(kept, replace(kept.latest.item, stem="Unia lubelska:"), "draft", account, START)
    open_item(anna, kept)

    anna.send("Make ready")

    assert anna.page.typed("status") == "draft"
    assert "mend what is said" in anna.page.soup.get_text()


def test_a_question_names_those_that_ask_the_same(
    anna: Visitor, account: people.Account, source: sources.Source, kept: bank.BankItem
) -> None:
    bank.add_item(source, cast.a_choice("Kiedy zawarto unie lubelskie?"), "draft", START, owner=account)

    open_item(anna, kept)

    (told,) = anna.page.soup.select("[data-alike]")
    assert "Kiedy zawarto unie lubelskie?" in told.get_text()


EVERY_TYPE = {
    "single": ("Zygmunt August", "Mikołaj Radziwiłł\nStefan Batory", "input[type=radio]"),
    "multiple": ("Zygmunt August\nMikołaj Radziwiłł", "Stefan Batory", "input[type=checkbox]"),
    "boolean": ("Prawda", "", "input[type=radio]"),
    "cloze": ("Zygmunt August", "", "input[name=preview-answer]"),
    "typed": ("Zygmunt August", "", "input[name=preview-answer]"),
    "date": ("1 lipca 1569", "", "#preview-answer-hint"),
    "order": ("pierwsze\ndrugie\ntrzecie", "", "[data-order] select"),
    "match": ("sejm = Zygmunt August\nposelstwo = Mikołaj Radziwiłł", "", "[data-match] select"),
}


@pytest.mark.parametrize("kind", EVERY_TYPE)
def test_a_question_of_every_type_is_previewed_as_pupils_see_it_and_not_saved(
    anna: Visitor, source: sources.Source, kind: str
) -> None:
    key, distractors, control = EVERY_TYPE[kind]
    anna.open(f"/teach/sources/{source.public_id}/items/new")
    anna.send("Preview", type=kind, stem="Kto był na sejmie? ____", key=key, distractors=distractors)

    assert anna.page.status == 200
    question = anna.page.soup.select_one("[data-part=question]")
    assert question is not None
    assert question.select(control)
    assert "Kto był na sejmie?" in question.get_text()
    assert anna.page.typed("key") == key
    anna.open("/teach/bank")
    assert not anna.page.soup.select("[data-item]")


@pytest.mark.parametrize(
    ("values", "field", "says"),
    [
        ({"stem": "Zygmunt August był:"}, "stem", ""),
        ({"distractors": "Zygmunt August\nStefan Batory"}, "distractors", "Zygmunt August"),
        ({"evidence": "Sejmowi przewodniczył Batory"}, "evidence", "The text does not say"),
        ({"type": "multiple"}, "key", "two lines"),
    ],
)
def test_remarks_stand_beside_the_fields_while_a_question_is_written(
    anna: Visitor, source: sources.Source, values: dict[str, str], field: str, says: str
) -> None:
    anna.open(f"/teach/sources/{source.public_id}/items/new")
    typed = {
        "type": "single",
        "stem": "Kto przewodniczył sejmowi?",
        "category": "person",
        "key": "Zygmunt August",
        "distractors": "Mikołaj Radziwiłł\nStefan Batory",
        "evidence": "Sejmowi przewodniczył król Zygmunt August",
        **values,
    }

    anna.post(anna.page.path, {"csrf_token": anna.token, "preview": "parts", **typed})

    (beside,) = anna.page.soup.select(f"[data-part=remarks-{field}]")
    assert beside.get_text(strip=True)
    assert says in beside.get_text()
    assert not anna.page.soup.select("form[data-preview]")


@pytest.mark.parametrize(
    "typed", [{}, {"type": "nonsense", "stem": "Kto?"}, {"stem": "<b>Kto?</b>", "key": "x" * 30_000}]
)
def test_a_preview_of_anything_is_a_page(
    anna: Visitor, source: sources.Source, typed: dict[str, str]
) -> None:
    anna.open(f"/teach/sources/{source.public_id}/items/new")

    anna.post(anna.page.path, {"csrf_token": anna.token, "preview": "parts", **typed})

    assert anna.page.status == 200
    assert "<b>Kto?" not in anna.page.html
