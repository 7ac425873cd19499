"""Several bots take their work from one inbox: whose turn a message is, and who has taken it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_UNFINISHED = sa.text("status IN ('waiting', 'answering')")


def upgrade() -> None:
    """Add the columns; what waits does so in the chat it came from."""
    op.add_column("inbox", sa.Column("queue", sa.BigInteger))
    op.add_column("inbox", sa.Column("urgent", sa.Integer, nullable=False, server_default=sa.text("0")))
    op.add_column("inbox", sa.Column("holder", sa.BigInteger))
    op.execute("UPDATE inbox SET queue = chat_id WHERE status IN ('waiting', 'answering')")
    op.create_index("inbox_unfinished", "inbox", ["queue"], sqlite_where=_UNFINISHED, postgresql_where=_UNFINISHED)
