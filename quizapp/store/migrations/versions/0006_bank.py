"""what the bank is searched by, and what the files of the bank would change"""

import sqlalchemy as sa
from alembic import op

from quizapp.items.serial import correction_from_json, item_from_json
from quizapp.store import engine
from quizapp.store.describing import described

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

SUMMED_UP = ("type", "category", "status", "changed_at")
DESCRIBED = ("search_text", "asked_key", "asked_words")


def upgrade() -> None:
    with op.batch_alter_table("item") as batch_op:
        for name in ("type", "category", "status"):
            batch_op.add_column(sa.Column(name, sa.String(16), nullable=True))
        batch_op.add_column(sa.Column("changed_at", engine.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("search_text", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("asked_key", sa.String(64), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("asked_words", sa.Text(), nullable=False, server_default=""))
        batch_op.create_index(batch_op.f("ix_item_asked_key"), ["asked_key"])
    op.create_table(
        "item_label",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_item_label_item_id_item")),
        sa.PrimaryKeyConstraint("item_id", "kind", "name", name=op.f("pk_item_label")),
    )
    op.create_index("ix_item_label_kind_name", "item_label", ["kind", "name"])
    op.create_table(
        "file_change",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("at", engine.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_file_change_item_id_item")),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_file_change")),
    )
    _describe_every_item()
    with op.batch_alter_table("item") as batch_op:
        for name in ("type", "category", "status"):
            batch_op.alter_column(name, existing_type=sa.String(16), nullable=False)
        batch_op.alter_column("changed_at", existing_type=engine.UtcDateTime(timezone=True), nullable=False)


def _describe_every_item() -> None:
    connection = op.get_bind()
    item = sa.table("item", *map(sa.column, ("id", "source_id", "latest_number", *SUMMED_UP, *DESCRIBED)))
    version = sa.table(
        "item_version",
        *map(sa.column, ("item_id", "number", "type", "category", "status")),
        sa.column("content", sa.JSON),
        sa.column("at", engine.UtcDateTime),
    )
    text = sa.table(
        "source_revision",
        *map(sa.column, ("source_id", "number", "body")),
        sa.column("corrections", sa.JSON),
    )
    label = sa.table("item_label", *map(sa.column, ("item_id", "kind", "name")))
    rows = connection.execute(
        sa.select(item.c.id, item.c.source_id, version).join(
            version, sa.and_(version.c.item_id == item.c.id, version.c.number == item.c.latest_number)
        )
    ).all()
    newest = sa.select(text).order_by(text.c.number)
    texts = {row.source_id: row for row in connection.execute(newest)} if rows else {}
    for row in rows:
        now = texts[row.source_id]
        found = described(item_from_json(row.content), now.body, map(correction_from_json, now.corrections))
        connection.execute(
            item.update()
            .where(item.c.id == row.id)
            .values(
                type=row.type,
                category=row.category,
                status=row.status,
                changed_at=row.at,
                search_text=found.search_text,
                asked_key=found.asked_key,
                asked_words=found.asked_words,
            )
        )
        labels = [*(("tag", name) for name in found.tags), *(("flag", name) for name in found.flags)]
        for kind, name in labels:
            connection.execute(label.insert().values(item_id=row.id, kind=kind, name=name))
