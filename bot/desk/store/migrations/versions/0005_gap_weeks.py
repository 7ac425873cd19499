"""How many people asked for what is not in the library, week by week."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "gap_weeks",
        sa.Column("concept", _WORDS, primary_key=True),
        sa.Column("week", _WORDS, primary_key=True),
        sa.Column("people", sa.Integer, nullable=False),
    )
    op.create_table(
        "gap_people",
        sa.Column("concept", _WORDS, primary_key=True),
        sa.Column("week", _WORDS, primary_key=True),
        sa.Column("person", _WORDS, primary_key=True),
    )
