from __future__ import annotations

from datetime import datetime

import pytest
from flask import Flask
from sqlalchemy import inspect, text
from sqlalchemy.exc import StatementError

from quizapp.store import people, schema
from quizapp.store.engine import Base, DatabaseUnavailable, can_write, db, once_committed, transaction
from tests import cast


@pytest.mark.databases("sqlite")  # pragmas are its own
def test_a_live_connection_has_the_settings_that_lose_nothing(app: Flask) -> None:
    with app.app_context(), db.engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete")
        }

    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "secure_delete": 1,
    }


@pytest.mark.databases("sqlite")  # PostgreSQL locks rows
def test_a_transaction_takes_the_write_lock_when_it_first_writes(app: Flask) -> None:
    with app.app_context():
        cast.a_teacher("anna")
        held = db.engine.connect()
        held.execute(text("UPDATE account SET name = 'Held'"))

        with db.engine.connect() as other:
            other.exec_driver_sql("PRAGMA busy_timeout=1")
            assert other.execute(text("SELECT name FROM account")).scalar() == "Anna"
            with pytest.raises(StatementError, match="locked"):
                other.execute(text("DELETE FROM setup_link"))
        held.rollback()
        held.close()


def test_migrations_from_nothing_make_the_tables_of_the_code(app: Flask) -> None:
    with app.app_context():
        made = {
            table: {column["name"] for column in inspect(db.engine).get_columns(table)}
            for table in inspect(db.engine).get_table_names()
            if table != "alembic_version"
        }

    assert made == {table.name: {c.name for c in table.columns} for table in Base.metadata.sorted_tables}


def test_upgrading_twice_changes_nothing(app: Flask) -> None:
    with app.app_context():
        schema.upgrade()

        assert schema.current_revision() == schema.newest_revision()


def test_a_schema_from_the_future_is_refused(app: Flask) -> None:
    with app.app_context():
        db.session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        db.session.commit()

        with pytest.raises(schema.NewerSchema):
            schema.upgrade()


def test_a_moment_without_a_zone_is_refused(app: Flask) -> None:
    with app.app_context(), pytest.raises(StatementError, match="without a zone"):
        people.add_account("anna", "Anna", cast.PASSWORD, "teacher", datetime(2026, 1, 1))  # noqa: DTZ001 - the fault


def test_a_database_without_our_schema_cannot_be_written(app: Flask) -> None:
    with app.app_context():
        assert can_write()

        db.session.execute(text("DROP TABLE alembic_version"))
        db.session.commit()

        assert not can_write()


def test_both_wait_for_a_lock_and_then_say_that_the_database_is_busy(app: Flask, database: str) -> None:
    with app.app_context():
        cast.a_teacher("anna")
        change = text("UPDATE account SET name = 'Held'")
        with db.engine.connect() as held, db.engine.connect() as other:
            held.execute(change)
            if database == "sqlite":
                assert other.exec_driver_sql("PRAGMA busy_timeout").scalar() == 5000
                other.exec_driver_sql("PRAGMA busy_timeout=1")
            else:
                assert other.exec_driver_sql("SHOW lock_timeout").scalar() == "5s"
                other.exec_driver_sql("SET lock_timeout = 1")

            with pytest.raises(DatabaseUnavailable):
                other.execute(change)


def test_a_transaction_inside_another_is_a_part_of_it(app: Flask) -> None:
    with app.app_context():

        def add_two_and_break() -> None:
            with transaction():
                cast.a_teacher("anna")
                cast.a_teacher("bogdan")
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            add_two_and_break()
        assert people.accounts() == []

        def add_one_twice() -> None:
            with transaction():
                cast.a_teacher("anna")
                cast.a_teacher("ANNA")

        with pytest.raises(people.LoginTaken):
            add_one_twice()
        assert people.accounts() == []


def test_what_waits_for_a_transaction_is_done_after_it_and_only_if_it_ends_well(app: Flask) -> None:
    done: list[int] = []

    def count() -> None:
        with db.engine.connect() as elsewhere:
            done.append(elsewhere.execute(text("SELECT count(*) FROM account")).scalar_one())

    def add(login: str) -> None:
        with transaction():
            with transaction():
                cast.a_teacher(login)
                once_committed(count)
            assert done == []

    with app.app_context():
        once_committed(count)
        assert done == [0]
        done.clear()
        add("anna")
        assert done == [1]
        done.clear()
        with pytest.raises(people.LoginTaken):
            add("anna")
        assert done == []
