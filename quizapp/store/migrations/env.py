"""How Alembic runs here: one transaction for all steps, and one process at a time.

SQLite takes its write lock first, PostgreSQL an advisory lock, so that of several first starts one
makes the schema and the others find it made; a process killed half way leaves the schema as it was.
"""

from alembic import context
from flask import current_app
from sqlalchemy import text

from quizapp.store import tables  # noqa: F401 - all tables, for the comparison of a new migration
from quizapp.store.engine import Base

MIGRATION_LOCK = 7_451_902


def run() -> None:
    engine = current_app.extensions["migrate"].db.engine
    is_sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        if is_sqlite:
            connection.exec_driver_sql(
                "PRAGMA foreign_keys=OFF"
            )  # batch mode makes a table anew and swaps it in
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.execute(text("SET LOCAL lock_timeout = 0"))  # the first start may take its time
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=True,
            transactional_ddl=True,
            user_module_prefix="engine.",
        )
        context.run_migrations()
        connection.commit()
        if is_sqlite:
            connection.exec_driver_sql("PRAGMA foreign_keys=ON")


run()
