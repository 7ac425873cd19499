"""Accounts of an OpenID Connect provider that sign people in to the pages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "web_accounts",
        sa.Column("digest", _WORDS, primary_key=True),
        sa.Column("person", _WORDS, nullable=False),
        sa.Column("bound", sa.Double, nullable=False),
    )
    op.create_index("web_accounts_of_person", "web_accounts", ["person"])
