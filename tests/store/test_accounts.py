from __future__ import annotations

import threading
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.store import people, sign_ins
from quizapp.store.engine import Base
from tests import cast
from tests.conftest import START


@pytest.fixture(autouse=True)
def _in_the_app(app: Flask) -> None:
    app.app_context().push()


def test_there_is_no_account_to_begin_with() -> None:
    assert not people.has_administrator()
    assert people.account_by_password("admin", "admin") is None


def test_the_set_up_link_makes_one_administrator_and_closes_for_ever() -> None:
    token = people.new_setup_link(START)
    assert token is not None

    account = people.set_up(token, "Anna", "Anna Nowak", cast.PASSWORD, START)

    assert account.is_admin
    assert not people.is_setup_open(token)
    assert people.new_setup_link(START) is None
    with pytest.raises(people.SetupClosed):
        people.set_up(token, "eve", "Eve", cast.PASSWORD, START)


def test_a_later_start_makes_an_earlier_link_void() -> None:
    first, second = people.new_setup_link(START), people.new_setup_link(START)

    assert first is not None
    assert second is not None
    assert not people.is_setup_open(first)
    assert people.is_setup_open(second)


def test_of_five_set_ups_at_once_one_succeeds(app: Flask) -> None:
    token = people.new_setup_link(START)
    assert token is not None
    barrier, refused, broken = threading.Barrier(5), [], []

    def race(number: int) -> None:
        with app.app_context():
            barrier.wait()
            try:
                people.set_up(token, f"admin{number}", "Admin", cast.PASSWORD, START)
            except people.SetupClosed:
                refused.append(number)
            except Exception as error:
                broken.append(error)
            people.db.session.remove()

    threads = [threading.Thread(target=race, args=(number,)) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert broken == []
    assert len(refused) == 4
    assert people.db.session.scalar(select(func.count()).select_from(people.Account)) == 1


@pytest.mark.parametrize("login", ["anna", "ANNA", " anna ", "ａｎｎａ"])
def test_a_login_is_compared_without_case_and_width(login: str) -> None:
    cast.a_teacher("Anna")

    assert people.account_by_password(login, cast.PASSWORD) is not None
    with pytest.raises(people.LoginTaken):
        people.add_account(login, "Another", cast.PASSWORD, "teacher", START)


def test_a_password_in_either_unicode_form_fits() -> None:
    people.add_account("anna", "Anna", "zażółć gęślą", "teacher", START)

    assert people.account_by_password("anna", "zaz\u0307o\u0301łc\u0301 ge\u0328s\u0301la\u0328") is not None


def test_a_wrong_password_opens_nothing() -> None:
    cast.a_teacher("anna")

    assert people.account_by_password("anna", cast.PASSWORD + "x") is None


def test_a_signed_out_session_is_dead() -> None:
    token = sign_ins.start_session(cast.a_teacher("anna"), START)
    found = sign_ins.session_by_token(token, START)
    assert found is not None
    assert found.account.login == "anna"

    sign_ins.end_session(found, START)

    assert sign_ins.session_by_token(token, START) is None


def test_neither_passwords_nor_tokens_stand_in_the_database() -> None:
    token = sign_ins.start_session(cast.a_teacher("anna"), START)

    stored = repr([people.db.session.execute(select(table)).all() for table in Base.metadata.sorted_tables])

    assert "anna" in stored
    assert token not in stored
    assert cast.PASSWORD not in stored


@pytest.mark.databases("sqlite")  # looks into its files
def test_neither_passwords_nor_tokens_stand_in_the_files(app: Flask) -> None:
    token = sign_ins.start_session(cast.a_teacher("anna"), START)

    url = app.config["SQLALCHEMY_DATABASE_URI"].removeprefix("sqlite:///")
    stored = b"".join(Path(path).read_bytes() for path in (url, f"{url}-wal"))

    assert b"anna" in stored
    assert token.encode() not in stored
    assert cast.PASSWORD.encode() not in stored
