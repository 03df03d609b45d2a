"""texts uploaded and read off the request, marks corrected by a person"""

import sqlalchemy as sa
from alembic import op

from quizapp.store import engine

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("source_revision") as batch_op:
        batch_op.add_column(sa.Column("annotations", sa.JSON(), nullable=True))
    with op.batch_alter_table("proposed_item") as batch_op:
        batch_op.add_column(sa.Column("is_withdrawn", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("place", sa.Integer(), nullable=False, server_default="0"))
    _give_each_candidate_its_place()

    op.create_table(
        "upload",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=True),
        sa.Column("at", engine.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["account.id"], name=op.f("fk_upload_owner_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload")),
        sa.UniqueConstraint("public_id", name=op.f("uq_upload_public_id")),
    )
    op.create_index(op.f("ix_upload_at"), "upload", ["at"])
    op.create_index(op.f("ix_upload_owner_id"), "upload", ["owner_id"])
    op.create_table(
        "reading",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("reader", sa.String(length=32), nullable=True),
        sa.Column("seen_at", engine.UtcDateTime(timezone=True), nullable=True),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["source_revision.id"], name=op.f("fk_reading_revision_id_source_revision")
        ),
        sa.PrimaryKeyConstraint("revision_id", name=op.f("pk_reading")),
    )
    op.create_table(
        "mark_amendment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("at", engine.UtcDateTime(timezone=True), nullable=False),
        sa.Column("undone_at", engine.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_mark_amendment_account_id_account")),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["source_revision.id"], name=op.f("fk_mark_amendment_revision_id_source_revision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mark_amendment")),
        sa.UniqueConstraint("public_id", name=op.f("uq_mark_amendment_public_id")),
    )
    op.create_index(op.f("ix_mark_amendment_revision_id"), "mark_amendment", ["revision_id"])


def _give_each_candidate_its_place() -> None:
    proposed = sa.table("proposed_item", sa.column("id"), sa.column("place"), sa.column("content", sa.JSON()))
    connection = op.get_bind()
    for row in connection.execute(sa.select(proposed.c.id, proposed.c.content)).all():
        place = row.content["evidence"][0]["start"] if row.content["evidence"] else 0
        connection.execute(proposed.update().where(proposed.c.id == row.id).values(place=place))
