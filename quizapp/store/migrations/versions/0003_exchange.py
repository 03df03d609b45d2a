"""files of questions that wait for a teacher to say yes"""

import sqlalchemy as sa
from alembic import op

from quizapp.store import engine

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "waiting_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("format", sa.String(length=16), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("at", engine.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_waiting_file_account_id_account")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_waiting_file_source_id_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_file")),
        sa.UniqueConstraint("public_id", name=op.f("uq_waiting_file_public_id")),
    )
    op.create_index(op.f("ix_waiting_file_account_id"), "waiting_file", ["account_id"])
    op.create_index(op.f("ix_waiting_file_at"), "waiting_file", ["at"])
