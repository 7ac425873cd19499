"""What no backup may bring back, where the database is on a server and no file lies beside it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "taken_back",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("noted", sa.Double, nullable=False),
        sa.Column("kind", _WORDS, nullable=False),
        sa.Column("key_name", _WORDS, nullable=False),
        sa.Column("digest", _WORDS, nullable=False),
    )
    op.create_index("taken_back_by_time", "taken_back", ["noted"])
