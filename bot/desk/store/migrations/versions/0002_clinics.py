"""Clinics of the HTTP API, their tokens, and how much they ask."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "clinics",
        sa.Column("name", _WORDS, primary_key=True),
        sa.Column("country", _WORDS),
        sa.Column("language", _WORDS),
    )
    op.create_table(
        "clinic_tokens",
        sa.Column("digest", _WORDS, primary_key=True),
        sa.Column("clinic", _WORDS, sa.ForeignKey("clinics.name", ondelete="CASCADE"), nullable=False),
        sa.Column("added", sa.Double, nullable=False),
        sa.Column("ends", sa.Double),
    )
    op.create_table(
        "clinic_counts",
        sa.Column("clinic", _WORDS, primary_key=True),
        sa.Column("day", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("status", _WORDS, primary_key=True),
        sa.Column("times", sa.Integer, nullable=False),
    )
