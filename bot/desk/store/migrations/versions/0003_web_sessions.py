"""Links that let one person into the pages, and who is signed in there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "web_links",
        sa.Column("code_hash", _WORDS, primary_key=True),
        sa.Column("person", _WORDS, nullable=False),
        sa.Column("role", _WORDS, nullable=False),
        sa.Column("invited_by", _WORDS, nullable=False),
        sa.Column("expires", sa.Double, nullable=False),
    )
    op.create_table(
        "web_sessions",
        sa.Column("token_hash", _WORDS, primary_key=True),
        sa.Column("person", _WORDS, nullable=False),
        sa.Column("began", sa.Double, nullable=False),
        sa.Column("renewed", sa.Double, nullable=False),
        sa.Column("ends", sa.Double, nullable=False),
    )
    op.create_index("web_sessions_of_person", "web_sessions", ["person"])
