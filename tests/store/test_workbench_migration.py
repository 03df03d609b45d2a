"""A database of before the workbench's own tables comes up with its candidates, each at its place in the text."""

from __future__ import annotations

from flask_migrate import upgrade
from sqlalchemy import text

from quizapp.config import Settings
from quizapp.paths import MIGRATIONS
from quizapp.store import schema
from quizapp.store.engine import db
from quizapp.web import create_app

ROWS = (
    "INSERT INTO source (id, public_id, title, origin, licence, language, created_at)"
    " VALUES (1, 'abcdefghijklmnopqrst', 'Unia', '', '', 'pl', '2026-11-01 10:00:00')",
    "INSERT INTO source_revision (id, source_id, number, body, sha256, corrections, abstained, created_at)"
    " VALUES (1, 1, 1, 'W 1569 roku zawarto unię.', 'x', '[]', '[]', '2026-11-01 10:00:00')",
    "INSERT INTO proposed_item (id, public_id, revision_id, candidate_id, position, content, rule, score, flags)"
    " VALUES (1, 'bbcdefghijklmnopqrst', 1, 'c', 0,"
    " '{\"evidence\": [{\"start\": 9}, {\"start\": 2}]}', 'when', 0.5, '[]')",
)


def test_candidates_of_an_older_database_get_their_place(settings: Settings) -> None:
    app = create_app(settings)
    with app.app_context():
        upgrade(directory=str(MIGRATIONS), revision="0002")
        with db.engine.begin() as connection:
            for row in ROWS:
                connection.execute(text(row.replace(":", "\\:")))

        schema.upgrade()

        with db.engine.connect() as connection:
            kept = connection.execute(
                text("SELECT place, is_withdrawn, candidate_id FROM proposed_item")
            ).one()
            assert (kept.place, bool(kept.is_withdrawn), kept.candidate_id) == (9, False, "c")
            assert connection.execute(text("SELECT annotations FROM source_revision")).scalar_one() is None
        db.engine.dispose()
