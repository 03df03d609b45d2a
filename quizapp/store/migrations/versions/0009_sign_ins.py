"""signed-in browsers one by one, a second step at sign-in, and deeds that outlive the account"""

import sqlalchemy as sa
from alembic import op

from quizapp.store import engine

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("deed") as batch_op:
        batch_op.add_column(sa.Column("who", sa.String(length=254), nullable=False, server_default=""))
        batch_op.alter_column("about", existing_type=sa.String(length=200), type_=sa.String(length=254))
    op.execute("UPDATE deed SET who = (SELECT login FROM account WHERE account.id = deed.account_id)")
    with op.batch_alter_table("deed") as batch_op:
        batch_op.alter_column("who", existing_type=sa.String(length=254), server_default=None)
        batch_op.drop_constraint(op.f("fk_deed_account_id_account"), type_="foreignkey")
        batch_op.drop_column("account_id")

    with op.batch_alter_table("login_session") as batch_op:
        batch_op.add_column(sa.Column("public_id", sa.String(length=24), nullable=True))
        batch_op.add_column(sa.Column("device", sa.String(length=40), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("last_seen_at", engine.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("awaits_code", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute("UPDATE login_session SET public_id = substr(token_hash, 1, 24), last_seen_at = started_at")
    with op.batch_alter_table("login_session") as batch_op:
        batch_op.alter_column("public_id", existing_type=sa.String(length=24), nullable=False)
        batch_op.alter_column("last_seen_at", existing_type=engine.UtcDateTime(timezone=True), nullable=False)
        batch_op.create_unique_constraint(op.f("uq_login_session_public_id"), ["public_id"])
    op.create_table(
        "second_factor",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("seed", sa.String(length=43), nullable=False),
        sa.Column("holds_since", engine.UtcDateTime(timezone=True), nullable=True),
        sa.Column("last_step", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_second_factor_account_id_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_second_factor")),
    )
    op.create_table(
        "recovery_code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_recovery_code_account_id_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_code")),
    )
    op.create_index(op.f("ix_recovery_code_account_id"), "recovery_code", ["account_id"])
