"""counts of marks, scales of grades, keys mended after the fact, indices of the score history"""

import sqlalchemy as sa
from alembic import op

from quizapp.store import engine

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("attempt") as batch_op:
        batch_op.add_column(sa.Column("is_first", sa.Boolean(), nullable=True))
        batch_op.drop_index(op.f("ix_attempt_publication_id"))
        batch_op.drop_index(op.f("ix_attempt_started_at"))
        batch_op.drop_index(op.f("ix_attempt_learner_session_id"))
    op.create_index("ix_attempt_publication_id_started_at", "attempt", ["publication_id", "started_at"])
    op.create_index("ix_attempt_started_at_publication_id", "attempt", ["started_at", "publication_id"])
    op.create_index(
        "ix_attempt_learner_session_id_started_at", "attempt", ["learner_session_id", "started_at", "publication_id"]
    )
    uncounted = sa.text("finished_at IS NOT NULL AND is_first IS NULL")
    op.create_index(
        "ix_attempt_uncounted", "attempt", ["publication_id"], sqlite_where=uncounted, postgresql_where=uncounted
    )
    unfinished = sa.text("finished_at IS NULL")
    op.create_index(
        "ix_attempt_unfinished", "attempt", ["publication_id"], sqlite_where=unfinished, postgresql_where=unfinished
    )
    op.create_index(op.f("ix_learner_nickname"), "learner", ["nickname"])

    op.create_table(
        "publication_tally",
        sa.Column("publication_id", sa.Integer(), nullable=False),
        sa.Column("is_first", sa.Boolean(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("maximum", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_publication_tally_publication_id_publication")
        ),
        sa.PrimaryKeyConstraint("publication_id", "is_first", name=op.f("pk_publication_tally")),
    )
    op.create_table(
        "grade_scale",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("quiz_id", sa.Integer(), nullable=True),
        sa.Column("percents", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_grade_scale_account_id_account")),
        sa.ForeignKeyConstraint(["quiz_id"], ["quiz.id"], name=op.f("fk_grade_scale_quiz_id_quiz")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grade_scale")),
        sa.UniqueConstraint("account_id", name=op.f("uq_grade_scale_account_id")),
        sa.UniqueConstraint("quiz_id", name=op.f("uq_grade_scale_quiz_id")),
    )
    op.create_table(
        "regrade",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("item_version_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("revised_to_id", sa.Integer(), nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("at", engine.UtcDateTime(timezone=True), nullable=False),
        sa.Column("undone_at", engine.UtcDateTime(timezone=True), nullable=True),
        sa.Column("undone_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_regrade_account_id_account")),
        sa.ForeignKeyConstraint(["undone_by_id"], ["account.id"], name=op.f("fk_regrade_undone_by_id_account")),
        sa.ForeignKeyConstraint(
            ["item_version_id"], ["item_version.id"], name=op.f("fk_regrade_item_version_id_item_version")
        ),
        sa.ForeignKeyConstraint(
            ["revised_to_id"], ["item_version.id"], name=op.f("fk_regrade_revised_to_id_item_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regrade")),
        sa.UniqueConstraint("public_id", name=op.f("uq_regrade_public_id")),
    )
    op.create_index(op.f("ix_regrade_item_version_id"), "regrade", ["item_version_id"])
    op.create_table(
        "regraded_quiz",
        sa.Column("regrade_id", sa.Integer(), nullable=False),
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["regrade_id"], ["regrade.id"], name=op.f("fk_regraded_quiz_regrade_id_regrade")),
        sa.ForeignKeyConstraint(["quiz_id"], ["quiz.id"], name=op.f("fk_regraded_quiz_quiz_id_quiz")),
        sa.PrimaryKeyConstraint("regrade_id", "quiz_id", name=op.f("pk_regraded_quiz")),
    )
    op.create_index(op.f("ix_regraded_quiz_quiz_id"), "regraded_quiz", ["quiz_id"])
    op.create_table(
        "score_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regrade_id", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("old_score", sa.Integer(), nullable=True),
        sa.Column("old_accepted_as", sa.String(length=500), nullable=False),
        sa.Column("old_note", sa.String(length=500), nullable=False),
        sa.Column("new_score", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["regrade_id"], ["regrade.id"], name=op.f("fk_score_change_regrade_id_regrade")),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name=op.f("fk_score_change_attempt_id_attempt")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_change")),
    )
    op.create_index(op.f("ix_score_change_regrade_id"), "score_change", ["regrade_id"])
    op.create_index(op.f("ix_score_change_attempt_id"), "score_change", ["attempt_id"])
