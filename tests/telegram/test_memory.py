"""What is remembered, and for how long."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.channels.telegram.database import open_database
from bot.channels.telegram.memory import BUTTONS_PER_CHAT, CONVERSATION_KEPT_S, Button, Choices, Memory
from bot.channels.telegram.updates import Place
from bot.conversation import Conversation

NOW = 1_790_000_000.0
PLACE = Place(chat_id=7, thread_id=None, user_id=7, message_id=1, private=True, language_hint=None)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with closing(open_database(tmp_path / "telegram.sqlite")) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        yield Memory(connection)


def test_of_each_chat_only_the_newest_buttons_are_kept(memory: Memory) -> None:
    other = memory.add_button(8, Button(question="other"), now=NOW)
    ids = [memory.add_button(7, Button(question=f"question {number}"), now=NOW)
           for number in range(BUTTONS_PER_CHAT + 1)]
    assert memory.button(7, ids[0], now=NOW) is None
    assert memory.button(7, ids[1], now=NOW) == Button(question="question 1")
    assert memory.button(8, other, now=NOW) == Button(question="other")


def test_a_conversation_nobody_came_back_to_is_forgotten_and_choices_are_kept(memory: Memory) -> None:
    memory.keep_conversation(PLACE, Conversation(turns=3), now=NOW)
    memory.choose(PLACE, Choices(language="fi", country="FI"))
    memory.forget_old(now=NOW + CONVERSATION_KEPT_S - 1)
    assert memory.conversation(PLACE).turns == 3
    memory.forget_old(now=NOW + CONVERSATION_KEPT_S + 1)
    assert memory.conversation(PLACE) == Conversation()
    assert memory.choices(PLACE) == Choices(language="fi", country="FI")


def test_a_conversation_of_an_older_form_begins_anew(tmp_path: Path) -> None:
    with closing(open_database(tmp_path / "telegram.sqlite")) as connection:
        connection.execute("INSERT INTO conversations VALUES (7, 0, 7, '{\"former_field\": 1}', 0)")
        assert Memory(connection).conversation(PLACE) == Conversation()
