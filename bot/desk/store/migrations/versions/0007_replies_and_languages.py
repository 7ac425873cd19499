"""Reports get replies; answers are counted by language too, those before without one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the columns, and put the counts into a table with one more."""
    op.add_column("feedback", sa.Column("reply", _WORDS, nullable=False, server_default=sa.text("''")))
    op.add_column("feedback", sa.Column("replied", sa.Double))
    op.add_column("feedback", sa.Column("reply_told", sa.Double))
    op.create_table(
        "use_counts",
        sa.Column("clinic", _WORDS, primary_key=True),
        sa.Column("day", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("status", _WORDS, primary_key=True),
        sa.Column("language", _WORDS, primary_key=True),
        sa.Column("times", sa.Integer, nullable=False),
    )
    op.execute("INSERT INTO use_counts (clinic, day, status, language, times) "
               "SELECT clinic, day, status, '', times FROM clinic_counts")
    op.drop_table("clinic_counts")
