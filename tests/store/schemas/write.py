"""Write the database of a schema with rows in every table: `python -m tests.store.schemas.write 0007`.

Run once for each schema that is released; the file is kept and never written again.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from flask_migrate import upgrade
from sqlalchemy import JSON, Boolean, Column, DateTime, Integer, LargeBinary, MetaData, Numeric, Table

from quizapp.config import DATABASE_FILE, Settings
from quizapp.items.serial import item_to_json
from quizapp.paths import MIGRATIONS
from quizapp.store.engine import db
from quizapp.web import create_app
from tests import cast

ROWS = 2
HERE = Path(__file__).parent
MOMENT = "2026-09-01 08:00:00.000000"


def main(revision: str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / DATABASE_FILE
        app = create_app(
            Settings(Path(folder), f"sqlite:///{file}", "a key to make schemas with", (), True, "en")
        )
        with app.app_context():
            upgrade(directory=str(MIGRATIONS), revision=revision)
            db.session.remove()
            known = MetaData()
            known.reflect(db.engine)
            db.engine.dispose()
        with closing(sqlite3.connect(file)) as database:
            for table in known.sorted_tables:
                if table.name != "alembic_version":
                    _fill(database, table)
            database.commit()
            (HERE / f"{revision}.sql").write_text("\n".join(database.iterdump()) + "\n", encoding="utf-8")


def _fill(database: sqlite3.Connection, table: Table) -> None:
    names = [column.name for column in table.columns]
    places = ", ".join("?" for _ in names)
    quoted = ", ".join(f'"{name}"' for name in names)
    for number in range(1, ROWS + 1):
        values = [_value(column, number) for column in table.columns]
        database.execute(f'INSERT INTO "{table.name}" ({quoted}) VALUES ({places})', values)


def _value(column: Column[Any], number: int) -> object:
    if column.nullable and not column.foreign_keys:
        return None
    kinds: list[tuple[type, object]] = [
        (JSON, _content(column)),
        (DateTime, MOMENT),
        (Boolean, 0),
        (Integer, number),
        (Numeric, 1),
        (LargeBinary, b"x"),
    ]
    for kind, value in kinds:
        if isinstance(column.type, kind):
            return value
    return f"{column.name[:12]} {number}"


def _content(column: Column[Any]) -> str:
    """Of what kind the JSON is that a later schema reads: a question, else nothing."""
    named = column.table.name in ("item_version", "proposed_item") and column.name == "content"
    return json.dumps(item_to_json(cast.a_choice())) if named else "[]"


if __name__ == "__main__":
    main(sys.argv[1])
