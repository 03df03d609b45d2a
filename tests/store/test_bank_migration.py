"""The bank of a database that is older than its search."""

from __future__ import annotations

import json

from flask_migrate import upgrade
from sqlalchemy import text

from quizapp.config import Settings
from quizapp.items.serial import item_to_json
from quizapp.paths import MIGRATIONS
from quizapp.store import bank, bank_search, people
from quizapp.store.engine import db
from quizapp.web import create_app
from tests import cast

MOMENT = "2026-11-01 09:00:00.000000"


def test_items_of_an_older_database_are_found_by_their_words_and_flags(settings: Settings) -> None:
    app = create_app(settings)
    with app.app_context():
        upgrade(directory=str(MIGRATIONS), revision="0002")
        with db.engine.begin() as connection:
            for statement, values in _old_rows():
                connection.execute(text(statement), values)

        upgrade(directory=str(MIGRATIONS))

        db.session.remove()
        teacher = people.db.session.scalars(bank.select(people.Account)).one()
        for words in ("lubelska", "LUBELSKĄ", "1 lipca"):
            (found,) = bank_search.search(teacher, bank_search.BankSearch(words=words, status="ready")).items
            assert found.latest.stem == "Kiedy zawarto unię lubelską?"
        assert bank_search.search(teacher, bank_search.BankSearch(tag="łatwe")).total == 1
        assert bank_search.search(teacher, bank_search.BankSearch(flag="lost")).total == 0
        db.engine.dispose()


def _old_rows() -> list[tuple[str, dict[str, object]]]:
    item = item_to_json(cast.a_choice()) | {"tags": ["łatwe"]}
    return [
        (
            "INSERT INTO account (id, public_id, login, login_key, name, password_hash, role, created_at)"
            " VALUES (1, 'a', 'anna', 'anna', 'Anna', 'x', 'teacher', :at)",
            {"at": MOMENT},
        ),
        (
            "INSERT INTO source (id, public_id, title, origin, licence, language, owner_id, created_at)"
            " VALUES (1, 's', 'Unia', '', '', 'pl', 1, :at)",
            {"at": MOMENT},
        ),
        (
            "INSERT INTO source_revision (id, source_id, number, body, sha256, corrections, abstained, created_at)"
            " VALUES (1, 1, 1, :body, 'x', '[]', '[]', :at)",
            {"at": MOMENT, "body": cast.TEXT},
        ),
        (
            "INSERT INTO item (id, public_id, source_id, owner_id, latest_number) VALUES (1, 'i', 1, 1, 1)",
            {},
        ),
        (
            "INSERT INTO item_version (id, item_id, number, revision_id, type, category, status, stem, content,"
            " content_hash, author_id, at)"
            " VALUES (1, 1, 1, 1, 'single', 'date', 'ready', :stem, :content, 'x', 1, :at)",
            {"at": MOMENT, "stem": item["stem"], "content": json.dumps(item)},
        ),
    ]
