"""A teacher's account is deleted: what was made goes to another, who made it is no longer told."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import delete, make_url, select

from quizapp.store import account_erasure, bank, deeds, groups, people, quizzes, sharing, sources
from quizapp.store.engine import Base, db
from tests import cast
from tests.conftest import START
from tests.web.conftest import joined
from tests.web.visitor import Visitor

HISTORY = {
    "assignment.assigned_by_id",
    "candidate_verdict.account_id",
    "item_report.handled_by_id",
    "item_version.author_id",
    "mark_amendment.account_id",
    "publication.closed_by_id",
    "publication.opened_by_id",
    "regrade.account_id",
    "regrade.undone_by_id",
    "source_revision.author_id",
}
"""Says who did something; after the deletion, somebody without a name."""


def test_every_column_that_names_an_account_is_thought_of() -> None:
    naming = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        for key in column.foreign_keys
        if key.column is Base.metadata.tables["account"].c.id
    }
    handed_over = {f"{owned.__tablename__}.owner_id" for owned in account_erasure.OWNED}
    deleted = {f"{column.table.name}.{column.name}" for column in account_erasure.THEIRS_ALONE}

    assert naming == handed_over | deleted | HISTORY


@pytest.fixture
def boss(app: Flask) -> Visitor:
    with app.app_context():
        cast.an_administrator("boss")
    visitor = Visitor(app)
    visitor.open("/sign-in")
    visitor.send("Sign in", login="boss", password=cast.PASSWORD)
    return visitor


@pytest.fixture
def code(app: Flask) -> str:
    """The code of a quiz of Bogumił's, who has a class too; Celina shares both."""
    with app.app_context():
        bogumil, celina = (cast.a_teacher(name) for name in ("bogumil", "celina"))
        quiz = cast.a_quiz(bogumil)
        group = groups.add_group("7b", bogumil, START)
        for shared in (quiz, group):
            sharing.share(shared, celina)
        sharing.share(cast.a_quiz(celina, title="Celiny"), bogumil)
        return quiz.join_code


def end_the_access(boss: Visitor) -> None:
    boss.open("/teachers")
    boss.send("End the access Bogumil")


@pytest.mark.databases("sqlite", "postgresql")
def test_all_goes_to_another_teacher_with_the_scores_of_pupils(app: Flask, boss: Visitor, code: str) -> None:
    joined(app, code, "Ula")
    end_the_access(boss)
    boss.follow("Delete the account")
    assert "1 text, 3 questions" in boss.page.words
    assert "1 quiz with all its scores" in boss.page.words
    assert "1 class with its pupils" in boss.page.words

    boss.send("Delete for good", heir=public_id(app, "celina"), login="bogumila")
    assert "not the login" in boss.page.error_beside("login")
    assert boss.page.typed("heir") == public_id(app, "celina")
    boss.send("Delete for good", login="Bogumil")

    assert "Celina has what it had" in boss.page.html
    assert "Bogumil" not in boss.open("/teachers").words
    assert "bogumil → celina" in boss.open("/deeds").words
    celina = Visitor(app)
    celina.open("/sign-in")
    celina.send("Sign in", login="celina", password=cast.PASSWORD)
    assert "Ula" in celina.open("/teach/scores").words
    with app.app_context():
        celina_id = db.session.scalars(select(people.Account.id).filter_by(login="celina")).one()
        for owned in (sources.Source, bank.BankItem, quizzes.Quiz, groups.Group):
            assert set(db.session.scalars(select(owned.owner_id))) == {celina_id}
        for table in (quizzes.quiz_teacher, groups.group_teacher):
            assert db.session.execute(select(table)).all() == []
        cast.a_teacher("bogumil")  # the login is free


def public_id(app: Flask, login: str) -> str:
    with app.app_context():
        account = people.account_by_login(login)
        assert account is not None
        return account.public_id


def test_nothing_of_the_person_is_left_but_the_login_in_the_list_of_deeds(
    app: Flask, boss: Visitor, code: str
) -> None:
    bogumil = Visitor(app)
    bogumil.open("/sign-in")
    bogumil.send("Sign in", login="bogumil", password=cast.PASSWORD)
    end_the_access(boss)
    boss.follow("Delete the account")
    boss.send("Delete for good", login="bogumil")

    assert "bogumil signed in" in boss.open("/deeds").words
    with app.app_context():
        stored = {
            table.name: repr(db.session.execute(select(table)).all()) for table in Base.metadata.sorted_tables
        }
        assert {name for name, rows in stored.items() if "bogumil" in rows.casefold()} == {"deed"}
        author = db.session.scalars(select(bank.ItemVersion)).first().author
        assert (author.name, author.login, author.role) == ("–", "", "former")
        db.session.execute(delete(deeds.Deed))
        db.session.commit()
        account_erasure.forget_deleted_pages()

    url = make_url(app.config["SQLALCHEMY_DATABASE_URI"])
    if url.get_backend_name() == "sqlite":  # the files of a PostgreSQL are its own
        for path in (Path(str(url.database)), Path(f"{url.database}-wal")):
            assert b"ogumil" not in path.read_bytes()


def test_whoever_has_an_access_is_not_deleted_the_last_administrator_least_of_all(
    app: Flask, boss: Visitor, code: str
) -> None:
    for login in ("bogumil", "boss"):
        path = f"/teachers/{public_id(app, login)}/deletion"
        assert boss.open(path).path == "/teachers"
        assert "End the access first" in boss.page.html
        boss.client.post(
            path, data={"csrf_token": boss.token, "heir": public_id(app, "celina"), "login": login}
        )

    with app.app_context():
        assert {one.login for one in people.accounts()} == {"bogumil", "boss", "celina"}


@pytest.mark.databases("sqlite", "postgresql")
def test_of_two_deletions_the_second_finds_nobody(app: Flask) -> None:
    with app.app_context():
        anna, bogdan, celina = (cast.a_teacher(login) for login in ("anna", "bogdan", "celina"))
        people.give_role(anna, "former", START)
        account_erasure.erase_account(anna, bogdan)

        with pytest.raises(account_erasure.StillHasAccess):
            account_erasure.erase_account(anna, celina)
        with pytest.raises(account_erasure.StillHasAccess):
            account_erasure.erase_account(bogdan, celina)


def test_nobody_takes_over_who_has_no_access(app: Flask, boss: Visitor, code: str) -> None:
    end_the_access(boss)
    with app.app_context():
        celina = people.account_by_login("celina")
        assert celina is not None
        people.give_role(celina, "former", START)
    boss.open(f"/teachers/{public_id(app, 'bogumil')}/deletion")

    boss.send("Delete for good", heir=public_id(app, "celina"), login="bogumil")

    assert boss.page.status == 422
    assert boss.page.error_beside("heir")
