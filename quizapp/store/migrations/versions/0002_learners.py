"""learners who come back, settings of a quiz, drafts, reports, practice"""

import secrets

import sqlalchemy as sa
from alembic import op

from quizapp.store import engine

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "learner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("nickname", sa.String(length=200), nullable=False),
        sa.Column("resume_hash", sa.String(length=64), nullable=True),
        sa.Column("created_at", engine.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learner")),
        sa.UniqueConstraint("public_id", name=op.f("uq_learner_public_id")),
        sa.UniqueConstraint("resume_hash", name=op.f("uq_learner_resume_hash")),
    )
    op.create_index(op.f("ix_learner_created_at"), "learner", ["created_at"])
    _give_each_session_a_learner()

    with op.batch_alter_table("quiz") as batch_op:
        batch_op.add_column(sa.Column("feedback", sa.String(16), nullable=False, server_default="at_once"))
        batch_op.add_column(sa.Column("time_limit", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("shows_names", sa.Boolean(), nullable=False, server_default=sa.true()))
    with op.batch_alter_table("publication") as batch_op:
        batch_op.add_column(sa.Column("feedback", sa.String(16), nullable=False, server_default="at_once"))
        batch_op.add_column(sa.Column("time_limit", sa.Integer(), nullable=True))
    with op.batch_alter_table("attempt") as batch_op:
        batch_op.add_column(sa.Column("positions", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("deadline_at", engine.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("extra_time", sa.Integer(), nullable=False, server_default="100"))
    with op.batch_alter_table("response") as batch_op:
        batch_op.add_column(sa.Column("confidence", sa.String(8), nullable=True))

    op.create_table(
        "draft",
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("given", sa.JSON(), nullable=False),
        sa.Column("is_flagged", sa.Boolean(), nullable=False),
        sa.Column("at", engine.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name=op.f("fk_draft_attempt_id_attempt")),
        sa.PrimaryKeyConstraint("attempt_id", "position", name=op.f("pk_draft")),
    )
    op.create_table(
        "item_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("item_version_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=16), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", engine.UtcDateTime(timezone=True), nullable=False),
        sa.Column("handled_at", engine.UtcDateTime(timezone=True), nullable=True),
        sa.Column("handled_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name=op.f("fk_item_report_attempt_id_attempt")),
        sa.ForeignKeyConstraint(
            ["handled_by_id"], ["account.id"], name=op.f("fk_item_report_handled_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["item_version_id"], ["item_version.id"], name=op.f("fk_item_report_item_version_id_item_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_report")),
        sa.UniqueConstraint("public_id", name=op.f("uq_item_report_public_id")),
    )
    op.create_index(op.f("ix_item_report_at"), "item_report", ["at"])
    op.create_index(op.f("ix_item_report_attempt_id"), "item_report", ["attempt_id"])
    op.create_index(op.f("ix_item_report_item_version_id"), "item_report", ["item_version_id"])
    op.create_table(
        "practice_response",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("item_version_id", sa.Integer(), nullable=False),
        sa.Column("given", sa.JSON(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("accepted_as", sa.String(length=500), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("confidence", sa.String(length=8), nullable=True),
        sa.Column("at", engine.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_version_id"], ["item_version.id"], name=op.f("fk_practice_response_item_version_id_item_version")
        ),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learner.id"], name=op.f("fk_practice_response_learner_id_learner")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice_response")),
    )
    op.create_index(op.f("ix_practice_response_at"), "practice_response", ["at"])
    op.create_index(op.f("ix_practice_response_item_version_id"), "practice_response", ["item_version_id"])
    op.create_index(op.f("ix_practice_response_learner_id"), "practice_response", ["learner_id"])


def _give_each_session_a_learner() -> None:
    with op.batch_alter_table("learner_session") as batch_op:
        batch_op.add_column(sa.Column("learner_id", sa.Integer(), nullable=True))
    session = sa.table("learner_session", *map(sa.column, ("id", "nickname", "started_at", "learner_id")))
    learner = sa.table("learner", *map(sa.column, ("id", "public_id", "nickname", "created_at")))
    connection = op.get_bind()
    for row in connection.execute(sa.select(session.c.id, session.c.nickname, session.c.started_at)).all():
        connection.execute(
            learner.insert().values(
                id=row.id, public_id=secrets.token_urlsafe(15), nickname=row.nickname, created_at=row.started_at
            )
        )
        connection.execute(session.update().where(session.c.id == row.id).values(learner_id=row.id))
    if connection.dialect.name == "postgresql":  # the ids were given, so its counter has to be told
        op.execute("SELECT setval(pg_get_serial_sequence('learner', 'id'), (SELECT max(id) FROM learner))")
    with op.batch_alter_table("learner_session") as batch_op:
        batch_op.alter_column("learner_id", existing_type=sa.Integer(), nullable=False)
        batch_op.create_foreign_key(op.f("fk_learner_session_learner_id_learner"), "learner", ["learner_id"], ["id"])
        batch_op.create_index(op.f("ix_learner_session_learner_id"), ["learner_id"])
        batch_op.drop_column("nickname")
