"""As whom the database knows the person who wrote."""

from __future__ import annotations

from bot.channels.telegram.updates import ANONYMOUS_ADMIN_ID, Place
from bot.channels.telegram.voice import asker_at

PLACE = Place(chat_id=-100500, thread_id=42, user_id=7, message_id=1, private=False, language_hint=None)


def test_a_person_is_known_by_their_number_in_each_chat_and_topic() -> None:
    asker = asker_at(PLACE)
    assert (asker.channel, asker.chat, asker.thread, asker.user) == ("telegram", "-100500", "42", "7")


def test_administrators_without_a_name_are_known_as_their_group() -> None:
    here = PLACE.model_copy(update={"user_id": ANONYMOUS_ADMIN_ID})
    elsewhere = here.model_copy(update={"chat_id": -100600})
    assert asker_at(here).user == "-100500"
    assert asker_at(elsewhere).user == "-100600"
