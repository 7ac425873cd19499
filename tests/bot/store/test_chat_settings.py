"""Settings of chats, and the one chat reviewers meet in."""

from __future__ import annotations

import pytest

from bot.desk.store.asker import Asker
from bot.desk.store.chats import Chats, ChatSettings
from bot.desk.store.choices import Choices, ChoiceTable
from bot.desk.store.database import Connection

CHANGED = ChatSettings(language="nb", country="NO", who_may_ask="listed", replies="private")


@pytest.fixture
def chats(connection: Connection) -> Chats:
    return Chats(connection)


def test_a_chat_nobody_changed_lets_everyone_ask_for_all_to_see(chats: Chats) -> None:
    assert chats.of("telegram", "-100") == ChatSettings(who_may_ask="everyone", replies="visible")
    assert chats.reviewers_chat("telegram") is None


def test_settings_are_those_of_the_chat_and_of_no_other(chats: Chats) -> None:
    chats.keep("telegram", "-100", CHANGED)
    assert chats.of("telegram", "-100") == CHANGED
    assert chats.of("telegram", "-200") == ChatSettings()


def test_language_and_country_hold_for_whoever_chose_none(chats: Chats, connection: Connection) -> None:
    chats.keep("telegram", "-100", CHANGED)
    choices = ChoiceTable(connection)
    anne = Asker(channel="telegram", chat="-100", user="7")
    assert choices.of(anne) == Choices(language="nb", country="NO")
    choices.choose(anne, Choices(language="fi"))
    assert choices.of(anne) == Choices(language="fi", country="NO")


def test_there_is_one_reviewers_chat_at_a_time(chats: Chats) -> None:
    for chat in ("-100", "-200"):
        chats.keep("telegram", chat, chats.of("telegram", chat).model_copy(update={"reviewers": True}))
    assert chats.reviewers_chat("telegram") == "-200"
    assert not chats.of("telegram", "-100").reviewers
    chats.dismiss_reviewers("telegram")
    assert chats.reviewers_chat("telegram") is None


def test_a_group_that_gets_another_number_keeps_its_settings(chats: Chats) -> None:
    chats.keep("telegram", "-5", CHANGED.model_copy(update={"reviewers": True}))
    chats.move("telegram", "-5", "-1005")
    assert chats.of("telegram", "-1005") == CHANGED.model_copy(update={"reviewers": True})
    assert chats.of("telegram", "-5") == ChatSettings()
    assert chats.reviewers_chat("telegram") == "-1005"
