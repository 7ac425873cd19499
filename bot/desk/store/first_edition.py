"""Databases of the first edition, which counted the changes of its tables in `PRAGMA user_version` of SQLite files.

They are brought to its last version as it did itself, then row by row to the tables with which the second edition
begins. Nothing here is ever changed again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from sqlalchemy import Connection

from knowledge.errors import ChannelError

Migration = Callable[[sqlite3.Connection], None]

_COPIED = {
    "inbox": "update_id, status, received, chat_id, message_id, user_id, "
             "json_extract(incoming, '$.kind') AS kind, incoming",
    "choices": "rowid AS number, channel, chat, user, language, country",
    "conversations": "channel, chat, thread, user, state, changed, before, question_message",
    "answers": "rowid AS number, id, channel, chat, thread, user, question_message, reply_messages, record, status, "
               "given",
    "answer_cards": "answer_id, card, version",
    "corrections": "card, version, channel, chat, user, told",
    "feedback": "id, answer_id, kind, reason, question, cards, language, received, closed, channel, chat, thread, "
                "user, passed_on",
    "gap_counts": "concept, language, day, times, last",
    "secrets": "name, value",
    "members": "channel, id, role, since, granted_by",
    "invitations": "code_hash, channel, role, invited_by, expires",
    "access_history": "number, channel, changed, event, id, role, changed_by",
    "chat_settings": "channel, chat, who_may_ask, replies, reviewers",
    "linked_channels": "rowid AS number, chat, name, language, linked",
    "publications": "number, card, version, chat, messages, text, published, told_version, replaced, marked",
}


def migrate(connection: Connection, name: str) -> None:
    """Bring the file to the last version of the first edition, within the transaction of the caller."""
    driver = _driver(connection)
    version = _version(driver)
    if version > len(MIGRATIONS):
        raise ChannelError(f"the database {name} was made by a newer Farmasvar; install that version, "
                           "or set another data folder")
    for migration in MIGRATIONS[version:]:
        migration(driver)


def convert(connection: Connection, make_tables: Callable[[], None]) -> None:
    """Move every row into the tables that `make_tables` makes, within the transaction of the caller.

    Rows are numbered as they came, and reports are counted on from where they were.
    """
    driver = _driver(connection)
    for [index] in driver.execute("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL").fetchall():
        driver.execute(f"DROP INDEX {index}")
    for table in _COPIED:
        driver.execute(f"ALTER TABLE {table} RENAME TO former_{table}")
    make_tables()
    for table, columns in _COPIED.items():
        found = driver.execute(f"SELECT {columns} FROM former_{table} ORDER BY rowid")
        names = ", ".join(f'"{column[0]}"' for column in found.description)
        marks = ", ".join("?" for _ in found.description)
        driver.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", found)
    driver.execute("DELETE FROM sqlite_sequence WHERE name = 'feedback'")
    driver.execute("UPDATE sqlite_sequence SET name = 'feedback' WHERE name = 'former_feedback'")
    for table in reversed(_COPIED):
        driver.execute(f"DROP TABLE former_{table}")


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def telegram_tables(connection: sqlite3.Connection) -> None:
    """The tables of the first version, which counted no migrations: they may be there already."""
    connection.execute("""CREATE TABLE IF NOT EXISTS inbox (
        update_id INTEGER PRIMARY KEY, status TEXT NOT NULL, received REAL NOT NULL,
        chat_id INTEGER, message_id INTEGER, incoming TEXT)""")
    connection.execute("CREATE INDEX IF NOT EXISTS inbox_waiting ON inbox (chat_id, message_id) "
                       "WHERE chat_id IS NOT NULL")
    connection.execute("""CREATE TABLE IF NOT EXISTS choices (
        chat_id INTEGER, user_id INTEGER, language TEXT, country TEXT, PRIMARY KEY (chat_id, user_id))""")
    connection.execute("""CREATE TABLE IF NOT EXISTS conversations (
        chat_id INTEGER, thread_id INTEGER, user_id INTEGER, state TEXT NOT NULL, changed REAL NOT NULL,
        PRIMARY KEY (chat_id, thread_id, user_id))""")


def askers_of_every_channel(connection: sqlite3.Connection) -> None:
    """Choices and conversations belong to an asker of any channel; the chat's own choices have an empty user."""
    connection.execute("ALTER TABLE choices RENAME TO former_choices")
    connection.execute("""CREATE TABLE choices (
        channel TEXT NOT NULL, chat TEXT NOT NULL, user TEXT NOT NULL, language TEXT, country TEXT,
        PRIMARY KEY (channel, chat, user))""")
    connection.execute("INSERT INTO choices SELECT 'telegram', CAST(chat_id AS TEXT), CAST(user_id AS TEXT), "
                       "language, country FROM former_choices ORDER BY rowid")
    connection.execute("DROP TABLE former_choices")
    connection.execute("CREATE INDEX choices_of_user ON choices (channel, user)")

    connection.execute("ALTER TABLE conversations RENAME TO former_conversations")
    connection.execute("""CREATE TABLE conversations (
        channel TEXT NOT NULL, chat TEXT NOT NULL, thread TEXT NOT NULL, user TEXT NOT NULL,
        state TEXT NOT NULL, changed REAL NOT NULL, PRIMARY KEY (channel, chat, thread, user))""")
    connection.execute("INSERT INTO conversations SELECT 'telegram', CAST(chat_id AS TEXT), "
                       "CASE WHEN thread_id = 0 THEN '' ELSE CAST(thread_id AS TEXT) END, CAST(user_id AS TEXT), "
                       "state, changed FROM former_conversations")
    connection.execute("DROP TABLE former_conversations")
    connection.execute("CREATE INDEX conversations_of_user ON conversations (channel, user)")
    connection.execute("CREATE INDEX conversations_by_age ON conversations (changed)")


def answers_given(connection: sqlite3.Connection) -> None:
    """Answers with the cards they rest on, and who has been told that a card has changed."""
    connection.execute("""CREATE TABLE answers (
        id TEXT PRIMARY KEY, channel TEXT NOT NULL, chat TEXT NOT NULL, thread TEXT NOT NULL, user TEXT NOT NULL,
        question_message TEXT, reply_messages TEXT NOT NULL, record TEXT NOT NULL, status TEXT NOT NULL,
        given REAL NOT NULL)""")
    connection.execute("CREATE INDEX answers_of_message ON answers (channel, chat, question_message)")
    connection.execute("CREATE INDEX answers_of_user ON answers (channel, user)")
    connection.execute("CREATE INDEX answers_by_age ON answers (given)")
    connection.execute("CREATE INDEX answers_not_covered ON answers (given) WHERE status = 'not_covered'")
    connection.execute("""CREATE TABLE answer_cards (
        answer_id TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE, card TEXT NOT NULL,
        version INTEGER NOT NULL, PRIMARY KEY (answer_id, card))""")
    connection.execute("CREATE INDEX answer_cards_of_card ON answer_cards (card, version)")
    connection.execute("""CREATE TABLE corrections (
        card TEXT NOT NULL, version INTEGER NOT NULL, channel TEXT NOT NULL, chat TEXT NOT NULL, user TEXT NOT NULL,
        told REAL NOT NULL, PRIMARY KEY (card, version, channel, chat, user))""")
    connection.execute("CREATE INDEX corrections_of_user ON corrections (channel, user)")


def what_editors_see(connection: sqlite3.Connection) -> None:
    """Reports on answers, and how often what the library lacks was asked for, by day."""
    connection.execute("""CREATE TABLE feedback (
        id INTEGER PRIMARY KEY AUTOINCREMENT, answer_id TEXT NOT NULL, kind TEXT NOT NULL, reason TEXT NOT NULL,
        question TEXT NOT NULL, cards TEXT NOT NULL, language TEXT NOT NULL, received REAL NOT NULL, closed REAL,
        channel TEXT, chat TEXT, thread TEXT, user TEXT)""")
    connection.execute("CREATE INDEX feedback_of_answer ON feedback (answer_id)")
    connection.execute("CREATE INDEX feedback_of_user ON feedback (channel, user)")
    connection.execute("""CREATE TABLE gap_counts (
        concept TEXT NOT NULL, language TEXT NOT NULL, day INTEGER NOT NULL, times INTEGER NOT NULL,
        last REAL NOT NULL, PRIMARY KEY (concept, language, day))""")


def signing_secret(connection: sqlite3.Connection) -> None:
    """What buttons are signed with."""
    connection.execute("CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL)")


def who_waits(connection: sqlite3.Connection) -> None:
    """Whom a waiting update is of, so that it can be forgotten."""
    connection.execute("ALTER TABLE inbox ADD COLUMN user_id INTEGER "
                       "AS (json_extract(incoming, '$.place.user_id')) VIRTUAL")


def without_buttons(connection: sqlite3.Connection) -> None:
    """The questions behind buttons are kept with their answer."""
    connection.execute("DROP TABLE IF EXISTS buttons")


def members_and_invitations(connection: sqlite3.Connection) -> None:
    """Who may use a channel, open invitations, and who changed the list when."""
    connection.execute("""CREATE TABLE members (
        channel TEXT NOT NULL, id TEXT NOT NULL, role TEXT NOT NULL, since REAL NOT NULL, granted_by TEXT NOT NULL,
        PRIMARY KEY (channel, id))""")
    connection.execute("""CREATE TABLE invitations (
        code_hash TEXT PRIMARY KEY, channel TEXT NOT NULL, role TEXT NOT NULL, invited_by TEXT NOT NULL,
        expires REAL NOT NULL)""")
    connection.execute("""CREATE TABLE access_history (
        number INTEGER PRIMARY KEY, channel TEXT NOT NULL, changed REAL NOT NULL, event TEXT NOT NULL,
        id TEXT NOT NULL, role TEXT NOT NULL, changed_by TEXT NOT NULL)""")


def settings_of_chats(connection: sqlite3.Connection) -> None:
    """What a chat's administrators decided; the language and country of the chat stay among the choices."""
    connection.execute("""CREATE TABLE chat_settings (
        channel TEXT NOT NULL, chat TEXT NOT NULL, who_may_ask TEXT NOT NULL, replies TEXT NOT NULL,
        reviewers INTEGER NOT NULL, PRIMARY KEY (channel, chat))""")
    connection.execute("CREATE UNIQUE INDEX one_reviewers_chat ON chat_settings (channel) WHERE reviewers")


def published_cards(connection: sqlite3.Connection) -> None:
    """Linked broadcast channels, and the card summaries posted in them."""
    connection.execute("""CREATE TABLE linked_channels (
        chat TEXT PRIMARY KEY, name TEXT NOT NULL, language TEXT NOT NULL, linked INTEGER NOT NULL)""")
    connection.execute("""CREATE TABLE publications (
        number INTEGER PRIMARY KEY, card TEXT NOT NULL, version INTEGER NOT NULL, chat TEXT NOT NULL,
        messages TEXT NOT NULL, text TEXT NOT NULL, published REAL NOT NULL, told_version INTEGER, replaced REAL,
        marked INTEGER NOT NULL DEFAULT 0)""")
    connection.execute("CREATE UNIQUE INDEX standing_publications ON publications (card, chat) "
                       "WHERE replaced IS NULL")


def before_the_last_question(connection: sqlite3.Connection) -> None:
    """Where a conversation stood before its last question, in case that question is edited."""
    connection.execute("ALTER TABLE conversations ADD COLUMN before TEXT")
    connection.execute("ALTER TABLE conversations ADD COLUMN question_message TEXT")


def reports_passed_on(connection: sqlite3.Connection) -> None:
    """Which reports of other channels the reviewers have been shown."""
    connection.execute("ALTER TABLE feedback ADD COLUMN passed_on REAL")


def key_of_what_was_taken_back(connection: sqlite3.Connection) -> None:
    """The key of `bot.desk.store.taken_back`; made here, so that every backup has it."""
    connection.execute("INSERT INTO secrets (name, value) VALUES ('taken_back', randomblob(32))")


MIGRATIONS: tuple[Migration, ...] = (
    telegram_tables,
    askers_of_every_channel,
    answers_given,
    what_editors_see,
    signing_secret,
    who_waits,
    without_buttons,
    members_and_invitations,
    settings_of_chats,
    published_cards,
    before_the_last_question,
    reports_passed_on,
    key_of_what_was_taken_back,
)
