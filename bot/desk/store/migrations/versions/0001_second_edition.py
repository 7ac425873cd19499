"""The tables with which the second edition begins."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "inbox",
        sa.Column("update_id", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("status", _WORDS, nullable=False),
        sa.Column("received", sa.Double, nullable=False),
        sa.Column("chat_id", sa.BigInteger),
        sa.Column("message_id", sa.BigInteger),
        sa.Column("user_id", sa.BigInteger),
        sa.Column("kind", _WORDS),
        sa.Column("incoming", _WORDS),
    )
    op.create_index("inbox_waiting", "inbox", ["chat_id", "message_id"], sqlite_where=sa.text("chat_id IS NOT NULL"),
                    postgresql_where=sa.text("chat_id IS NOT NULL"))
    op.create_table(
        "choices",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("channel", _WORDS, nullable=False),
        sa.Column("chat", _WORDS, nullable=False),
        sa.Column("user", _WORDS, nullable=False),
        sa.Column("language", _WORDS),
        sa.Column("country", _WORDS),
        sa.UniqueConstraint("channel", "chat", "user"),
    )
    op.create_index("choices_of_user", "choices", ["channel", "user"])
    op.create_table(
        "conversations",
        sa.Column("channel", _WORDS, primary_key=True),
        sa.Column("chat", _WORDS, primary_key=True),
        sa.Column("thread", _WORDS, primary_key=True),
        sa.Column("user", _WORDS, primary_key=True),
        sa.Column("state", _WORDS, nullable=False),
        sa.Column("changed", sa.Double, nullable=False),
        sa.Column("before", _WORDS),
        sa.Column("question_message", _WORDS),
    )
    op.create_index("conversations_by_age", "conversations", ["changed"])
    op.create_index("conversations_of_user", "conversations", ["channel", "user"])
    op.create_table(
        "answers",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("id", _WORDS, nullable=False, unique=True),
        sa.Column("channel", _WORDS, nullable=False),
        sa.Column("chat", _WORDS, nullable=False),
        sa.Column("thread", _WORDS, nullable=False),
        sa.Column("user", _WORDS, nullable=False),
        sa.Column("question_message", _WORDS),
        sa.Column("reply_messages", _WORDS, nullable=False),
        sa.Column("record", _WORDS, nullable=False),
        sa.Column("status", _WORDS, nullable=False),
        sa.Column("given", sa.Double, nullable=False),
    )
    op.create_index("answers_by_age", "answers", ["given"])
    op.create_index("answers_not_covered", "answers", ["given"], sqlite_where=sa.text("status = 'not_covered'"),
                    postgresql_where=sa.text("status = 'not_covered'"))
    op.create_index("answers_of_message", "answers", ["channel", "chat", "question_message"])
    op.create_index("answers_of_user", "answers", ["channel", "user"])
    op.create_table(
        "answer_cards",
        sa.Column("answer_id", _WORDS, sa.ForeignKey("answers.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("card", _WORDS, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index("answer_cards_of_card", "answer_cards", ["card", "version"])
    op.create_table(
        "corrections",
        sa.Column("card", _WORDS, primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("channel", _WORDS, primary_key=True),
        sa.Column("chat", _WORDS, primary_key=True),
        sa.Column("user", _WORDS, primary_key=True),
        sa.Column("told", sa.Double, nullable=False),
    )
    op.create_index("corrections_of_user", "corrections", ["channel", "user"])
    op.create_table(
        "feedback",
        sa.Column("id", _NUMBER, primary_key=True),
        sa.Column("answer_id", _WORDS, nullable=False),
        sa.Column("kind", _WORDS, nullable=False),
        sa.Column("reason", _WORDS, nullable=False),
        sa.Column("question", _WORDS, nullable=False),
        sa.Column("cards", _WORDS, nullable=False),
        sa.Column("language", _WORDS, nullable=False),
        sa.Column("received", sa.Double, nullable=False),
        sa.Column("closed", sa.Double),
        sa.Column("channel", _WORDS),
        sa.Column("chat", _WORDS),
        sa.Column("thread", _WORDS),
        sa.Column("user", _WORDS),
        sa.Column("passed_on", sa.Double),
        sqlite_autoincrement=True,
    )
    op.create_index("feedback_of_answer", "feedback", ["answer_id"])
    op.create_index("feedback_of_user", "feedback", ["channel", "user"])
    op.create_table(
        "gap_counts",
        sa.Column("concept", _WORDS, primary_key=True),
        sa.Column("language", _WORDS, primary_key=True),
        sa.Column("day", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("last", sa.Double, nullable=False),
    )
    op.create_table(
        "secrets",
        sa.Column("name", _WORDS, primary_key=True),
        sa.Column("value", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "members",
        sa.Column("channel", _WORDS, primary_key=True),
        sa.Column("id", _WORDS, primary_key=True),
        sa.Column("role", _WORDS, nullable=False),
        sa.Column("since", sa.Double, nullable=False),
        sa.Column("granted_by", _WORDS, nullable=False),
    )
    op.create_table(
        "invitations",
        sa.Column("code_hash", _WORDS, primary_key=True),
        sa.Column("channel", _WORDS, nullable=False),
        sa.Column("role", _WORDS, nullable=False),
        sa.Column("invited_by", _WORDS, nullable=False),
        sa.Column("expires", sa.Double, nullable=False),
    )
    op.create_table(
        "access_history",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("channel", _WORDS, nullable=False),
        sa.Column("changed", sa.Double, nullable=False),
        sa.Column("event", _WORDS, nullable=False),
        sa.Column("id", _WORDS, nullable=False),
        sa.Column("role", _WORDS, nullable=False),
        sa.Column("changed_by", _WORDS, nullable=False),
    )
    op.create_table(
        "chat_settings",
        sa.Column("channel", _WORDS, primary_key=True),
        sa.Column("chat", _WORDS, primary_key=True),
        sa.Column("who_may_ask", _WORDS, nullable=False),
        sa.Column("replies", _WORDS, nullable=False),
        sa.Column("reviewers", sa.Integer, nullable=False),
    )
    op.create_index("one_reviewers_chat", "chat_settings", ["channel"], unique=True,
                    sqlite_where=sa.text("reviewers <> 0"),
                    postgresql_where=sa.text("reviewers <> 0"))
    op.create_table(
        "linked_channels",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("chat", _WORDS, nullable=False, unique=True),
        sa.Column("name", _WORDS, nullable=False),
        sa.Column("language", _WORDS, nullable=False),
        sa.Column("linked", sa.Integer, nullable=False),
    )
    op.create_table(
        "publications",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("card", _WORDS, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("chat", _WORDS, nullable=False),
        sa.Column("messages", _WORDS, nullable=False),
        sa.Column("text", _WORDS, nullable=False),
        sa.Column("published", sa.Double, nullable=False),
        sa.Column("told_version", sa.Integer),
        sa.Column("replaced", sa.Double),
        sa.Column("marked", sa.Integer, nullable=False, server_default=sa.text("0")),
    )
    op.create_index("standing_publications", "publications", ["card", "chat"], unique=True,
                    sqlite_where=sa.text("replaced IS NULL"),
                    postgresql_where=sa.text("replaced IS NULL"))
