"""The tables, as they are now; `bot.desk.store.migrations` brings older databases to them.

Times are Unix seconds; `channel`, `chat`, `thread` and `user` are those of `bot.desk.store.asker`. What is called
`number` counts the rows as they come. Columns that hold JSON hold it as text: what is in them is checked by the models
that read it. A table with a column `user` must be named in `bot.desk.store.privacy`, so that what it holds can be
handed out and forgotten (a test insists).
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

METADATA = MetaData()


class Words(TypeDecorator[str]):
    """Text that is ordered by its code points on every engine. PostgreSQL holds no NUL, so that is replaced."""

    impl = Text().with_variant(Text(collation="C"), "postgresql")
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as it is kept and looked for."""
        return value.replace("\0", "\ufffd") if isinstance(value, str) else value


_Number = BigInteger().with_variant(Integer(), "sqlite")
"""SQLite counts only in a column of just this type."""

inbox = Table(
    "inbox", METADATA,
    Column("update_id", _Number, primary_key=True, autoincrement=False),
    Column("status", Words, nullable=False),
    Column("received", Double, nullable=False),
    Column("chat_id", BigInteger),
    Column("message_id", BigInteger),
    Column("user_id", BigInteger),
    Column("kind", Words),
    Column("incoming", Words),
    Column("queue", BigInteger),
    Column("urgent", Integer, nullable=False, server_default=text("0")),
    Column("holder", BigInteger),
    Index("inbox_unfinished", "queue", sqlite_where=text("status IN ('waiting', 'answering')"),
          postgresql_where=text("status IN ('waiting', 'answering')")),
    Index("inbox_waiting", "chat_id", "message_id", sqlite_where=text("chat_id IS NOT NULL"),
          postgresql_where=text("chat_id IS NOT NULL")),
)
"""Updates of Telegram, see `bot.channels.telegram.inbox`; who and what kind are those of `incoming`.

One after the other of a `queue` is answered, by the bot that has the seat `holder`, see `bot.desk.store.crew`.
"""
INBOX_DONE = {"status": "done", "chat_id": None, "message_id": None, "user_id": None, "kind": None, "incoming": None,
              "queue": None}
"""What is kept of an update that needs nothing more: that it came."""

choices = Table(
    "choices", METADATA,
    Column("number", _Number, primary_key=True),
    Column("channel", Words, nullable=False),
    Column("chat", Words, nullable=False),
    Column("user", Words, nullable=False),
    Column("language", Words),
    Column("country", Words),
    UniqueConstraint("channel", "chat", "user"),
    Index("choices_of_user", "channel", "user"),
)

conversations = Table(
    "conversations", METADATA,
    Column("channel", Words, primary_key=True),
    Column("chat", Words, primary_key=True),
    Column("thread", Words, primary_key=True),
    Column("user", Words, primary_key=True),
    Column("state", Words, nullable=False),
    Column("changed", Double, nullable=False),
    Column("before", Words),
    Column("question_message", Words),
    Index("conversations_of_user", "channel", "user"),
    Index("conversations_by_age", "changed"),
)

answers = Table(
    "answers", METADATA,
    Column("number", _Number, primary_key=True),
    Column("id", Words, nullable=False, unique=True),
    Column("channel", Words, nullable=False),
    Column("chat", Words, nullable=False),
    Column("thread", Words, nullable=False),
    Column("user", Words, nullable=False),
    Column("question_message", Words),
    Column("reply_messages", Words, nullable=False),
    Column("record", Words, nullable=False),
    Column("status", Words, nullable=False),
    Column("given", Double, nullable=False),
    Index("answers_of_message", "channel", "chat", "question_message"),
    Index("answers_of_user", "channel", "user"),
    Index("answers_by_age", "given"),
    Index("answers_not_covered", "given", sqlite_where=text("status = 'not_covered'"),
          postgresql_where=text("status = 'not_covered'")),
)

answer_cards = Table(
    "answer_cards", METADATA,
    Column("answer_id", Words, ForeignKey("answers.id", ondelete="CASCADE"), primary_key=True),
    Column("card", Words, primary_key=True),
    Column("version", Integer, nullable=False),
    Index("answer_cards_of_card", "card", "version"),
)

corrections = Table(
    "corrections", METADATA,
    Column("card", Words, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("channel", Words, primary_key=True),
    Column("chat", Words, primary_key=True),
    Column("user", Words, primary_key=True),
    Column("told", Double, nullable=False),
    Index("corrections_of_user", "channel", "user"),
)

feedback = Table(
    "feedback", METADATA,
    Column("id", _Number, primary_key=True),
    Column("answer_id", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("question", Words, nullable=False),
    Column("cards", Words, nullable=False),
    Column("language", Words, nullable=False),
    Column("received", Double, nullable=False),
    Column("closed", Double),
    Column("channel", Words),
    Column("chat", Words),
    Column("thread", Words),
    Column("user", Words),
    Column("passed_on", Double),
    Column("reply", Words, nullable=False, server_default=text("''")),
    Column("replied", Double),
    Column("reply_told", Double),
    Index("feedback_of_answer", "answer_id"),
    Index("feedback_of_user", "channel", "user"),
    sqlite_autoincrement=True,  # the number of a report is never given to another
)

gap_counts = Table(
    "gap_counts", METADATA,
    Column("concept", Words, primary_key=True),
    Column("language", Words, primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("times", Integer, nullable=False),
    Column("last", Double, nullable=False),
)

gap_weeks = Table(
    "gap_weeks", METADATA,
    Column("concept", Words, primary_key=True),
    Column("week", Words, primary_key=True),
    Column("people", Integer, nullable=False),
)

gap_people = Table(
    "gap_people", METADATA,
    Column("concept", Words, primary_key=True),
    Column("week", Words, primary_key=True),
    Column("person", Words, primary_key=True),
)

secrets = Table(
    "secrets", METADATA,
    Column("name", Words, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

members = Table(
    "members", METADATA,
    Column("channel", Words, primary_key=True),
    Column("id", Words, primary_key=True),
    Column("role", Words, nullable=False),
    Column("since", Double, nullable=False),
    Column("granted_by", Words, nullable=False),
)

invitations = Table(
    "invitations", METADATA,
    Column("code_hash", Words, primary_key=True),
    Column("channel", Words, nullable=False),
    Column("role", Words, nullable=False),
    Column("invited_by", Words, nullable=False),
    Column("expires", Double, nullable=False),
)

access_history = Table(
    "access_history", METADATA,
    Column("number", _Number, primary_key=True),
    Column("channel", Words, nullable=False),
    Column("changed", Double, nullable=False),
    Column("event", Words, nullable=False),
    Column("id", Words, nullable=False),
    Column("role", Words, nullable=False),
    Column("changed_by", Words, nullable=False),
)

chat_settings = Table(
    "chat_settings", METADATA,
    Column("channel", Words, primary_key=True),
    Column("chat", Words, primary_key=True),
    Column("who_may_ask", Words, nullable=False),
    Column("replies", Words, nullable=False),
    Column("reviewers", Integer, nullable=False),
    Index("one_reviewers_chat", "channel", unique=True, sqlite_where=text("reviewers <> 0"),
          postgresql_where=text("reviewers <> 0")),
)

linked_channels = Table(
    "linked_channels", METADATA,
    Column("number", _Number, primary_key=True),
    Column("chat", Words, nullable=False, unique=True),
    Column("name", Words, nullable=False),
    Column("language", Words, nullable=False),
    Column("linked", Integer, nullable=False),
)

publications = Table(
    "publications", METADATA,
    Column("number", _Number, primary_key=True),
    Column("card", Words, nullable=False),
    Column("version", Integer, nullable=False),
    Column("chat", Words, nullable=False),
    Column("messages", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("published", Double, nullable=False),
    Column("told_version", Integer),
    Column("replaced", Double),
    Column("marked", Integer, nullable=False, server_default=text("0")),
    Index("standing_publications", "card", "chat", unique=True, sqlite_where=text("replaced IS NULL"),
          postgresql_where=text("replaced IS NULL")),
)

clinics = Table(
    "clinics", METADATA,
    Column("name", Words, primary_key=True),
    Column("country", Words),
    Column("language", Words),
)

clinic_tokens = Table(
    "clinic_tokens", METADATA,
    Column("digest", Words, primary_key=True),
    Column("clinic", Words, ForeignKey("clinics.name", ondelete="CASCADE"), nullable=False),
    Column("added", Double, nullable=False),
    Column("ends", Double),
)

use_counts = Table(
    "use_counts", METADATA,
    Column("clinic", Words, primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("status", Words, primary_key=True),
    Column("language", Words, primary_key=True),
    Column("times", Integer, nullable=False),
)

web_links = Table(
    "web_links", METADATA,
    Column("code_hash", Words, primary_key=True),
    Column("person", Words, nullable=False),
    Column("role", Words, nullable=False),
    Column("invited_by", Words, nullable=False),
    Column("expires", Double, nullable=False),
)

web_sessions = Table(
    "web_sessions", METADATA,
    Column("token_hash", Words, primary_key=True),
    Column("person", Words, nullable=False),
    Column("began", Double, nullable=False),
    Column("renewed", Double, nullable=False),
    Column("ends", Double, nullable=False),
    Index("web_sessions_of_person", "person"),
)

web_accounts = Table(
    "web_accounts", METADATA,
    Column("digest", Words, primary_key=True),
    Column("person", Words, nullable=False),
    Column("bound", Double, nullable=False),
    Index("web_accounts_of_person", "person"),
)

taken_back = Table(
    "taken_back", METADATA,
    Column("number", _Number, primary_key=True),
    Column("noted", Double, nullable=False),
    Column("kind", Words, nullable=False),
    Column("key_name", Words, nullable=False),
    Column("digest", Words, nullable=False),
    Index("taken_back_by_time", "noted"),
)
"""What no backup may bring back, see `bot.desk.store.taken_back`: of a server; beside a file it stands in another."""
