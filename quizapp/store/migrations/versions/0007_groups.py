"""groups, assignments, co-teachers, hours of a quiz"""

import sqlalchemy as sa
from alembic import op

from quizapp.store import engine

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("quiz") as batch_op:
        batch_op.add_column(sa.Column("shuffles", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("opens_at", engine.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("closes_at", engine.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("attempts_limit", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("archived_at", engine.UtcDateTime(timezone=True), nullable=True))
        batch_op.create_index(op.f("ix_quiz_closes_at"), ["closes_at"])
    with op.batch_alter_table("publication") as batch_op:
        batch_op.add_column(sa.Column("shuffles", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "quiz_teacher",
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["quiz_id"], ["quiz.id"], name=op.f("fk_quiz_teacher_quiz_id_quiz"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_quiz_teacher_account_id_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("quiz_id", "account_id", name=op.f("pk_quiz_teacher")),
    )
    op.create_index(op.f("ix_quiz_teacher_account_id"), "quiz_teacher", ["account_id"])
    op.create_table(
        "learner_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("join_code", sa.String(length=16), nullable=False),
        sa.Column("joining", sa.String(length=16), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", engine.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["account.id"], name=op.f("fk_learner_group_owner_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learner_group")),
        sa.UniqueConstraint("public_id", name=op.f("uq_learner_group_public_id")),
        sa.UniqueConstraint("join_code", name=op.f("uq_learner_group_join_code")),
    )
    op.create_index(op.f("ix_learner_group_owner_id"), "learner_group", ["owner_id"])
    op.create_table(
        "group_teacher",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["learner_group.id"],
            name=op.f("fk_group_teacher_group_id_learner_group"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_group_teacher_account_id_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("group_id", "account_id", name=op.f("pk_group_teacher")),
    )
    op.create_index(op.f("ix_group_teacher_account_id"), "group_teacher", ["account_id"])
    op.create_table(
        "group_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name_key", sa.String(length=200), nullable=False),
        sa.Column("extra_time", sa.Integer(), nullable=False),
        sa.Column("joined_at", engine.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"], ["learner_group.id"], name=op.f("fk_group_member_group_id_learner_group")
        ),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name=op.f("fk_group_member_learner_id_learner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_member")),
        sa.UniqueConstraint("public_id", name=op.f("uq_group_member_public_id")),
        sa.UniqueConstraint("group_id", "learner_id", name=op.f("uq_group_member_group_id")),
        sa.UniqueConstraint("group_id", "number", name=op.f("uq_group_member_group_id_number")),
        sa.UniqueConstraint("group_id", "name_key", name=op.f("uq_group_member_group_id_name_key")),
    )
    op.create_index(op.f("ix_group_member_group_id"), "group_member", ["group_id"])
    op.create_index(op.f("ix_group_member_learner_id"), "group_member", ["learner_id"])
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("opens_at", engine.UtcDateTime(timezone=True), nullable=True),
        sa.Column("due_at", engine.UtcDateTime(timezone=True), nullable=True),
        sa.Column("assigned_by_id", sa.Integer(), nullable=True),
        sa.Column("at", engine.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["quiz_id"], ["quiz.id"], name=op.f("fk_assignment_quiz_id_quiz")),
        sa.ForeignKeyConstraint(
            ["group_id"], ["learner_group.id"], name=op.f("fk_assignment_group_id_learner_group")
        ),
        sa.ForeignKeyConstraint(
            ["assigned_by_id"], ["account.id"], name=op.f("fk_assignment_assigned_by_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
        sa.UniqueConstraint("public_id", name=op.f("uq_assignment_public_id")),
        sa.UniqueConstraint("quiz_id", "group_id", name=op.f("uq_assignment_quiz_id")),
    )
    op.create_index(op.f("ix_assignment_quiz_id"), "assignment", ["quiz_id"])
    op.create_index(op.f("ix_assignment_group_id"), "assignment", ["group_id"])
