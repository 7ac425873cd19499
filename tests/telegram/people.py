"""The persons of the tests: they write, edit, reply, send photos and press buttons, in private and in groups."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import Any

from tests.telegram.fake_bot_api import BOT, Chat, FakeBotApi, Message

_query_numbers = count(1)


@dataclass(frozen=True)
class Person:
    """Somebody in one chat; everything they do is put before the bot as an update."""

    fake: FakeBotApi
    user_id: int
    chat_id: int
    language_code: str | None = "en"
    thread_id: int | None = None

    def say(self, text: str, **more: Any) -> int:
        """Write a message; its id."""
        return self.send(text=text, **more)

    def reply(self, to: Message, text: str) -> int:
        """Write a message in reply to one of the bot's."""
        return self.send(text=text, reply_to_message=self.fake.chats[self.chat_id].messages[to.message_id])

    def photo(self, **more: Any) -> int:
        """Send a photo; its message id."""
        return self.send(photo=[{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}], **more)

    def send(self, **content: Any) -> int:
        """Send a message with any content; its id."""
        message = self._message(self.fake.new_message_id(), content)
        self.fake.chats[self.chat_id].messages[message["message_id"]] = message
        self.fake.add_update("message", message)
        return int(message["message_id"])

    def edit(self, message_id: int, text: str) -> int:
        """Change a message; the number of the update."""
        message = self._message(message_id, {"text": text, "edit_date": 1_790_000_001})
        return self.fake.add_update("edited_message", message)

    def quote(self, to: int, text: str) -> int:
        """Write a message in reply to a person's."""
        return self.send(text=text, reply_to_message=self.fake.chats[self.chat_id].messages[to])

    def add_bot(self, was: str = "left", now: str = "member") -> int:
        """Put the bot into the chat; the number of the update."""
        def membership(status: str) -> dict[str, Any]:
            rights = {"until_date": 0} if status == "kicked" else {}
            return {"user": BOT, "status": status, **rights}

        return self.fake.add_update("my_chat_member", {
            "chat": self.fake.chats[self.chat_id].chat, "from": self._user(), "date": 1_790_000_000,
            "old_chat_member": membership(was), "new_chat_member": membership(now)})

    def react(self, message: Message, new: str, old: str = "") -> int:
        """Put a sign under a message of the bot, in place of another."""
        signs = [[{"type": "emoji", "emoji": sign}] if sign else [] for sign in (old, new)]
        return self.fake.add_update("message_reaction", {
            "chat": self.fake.chats[self.chat_id].chat, "message_id": message.message_id, "user": self._user(),
            "date": 1_790_000_000, "old_reaction": signs[0], "new_reaction": signs[1]})

    def press(self, message: Message, label: str) -> str:
        """Press the button with the label; the id of the callback query."""
        return self.press_code(message, message.button(label)["callback_data"])

    def press_code(self, message: Message, code: str) -> str:
        """Press a button that carries the code."""
        query_id = f"query-{next(_query_numbers)}"
        self.fake.open_queries.add(query_id)
        shown = self.fake.chats[self.chat_id].messages[message.message_id]
        self.fake.add_update("callback_query", {
            "id": query_id, "from": self._user(), "chat_instance": "1", "data": code, "message": shown})
        return query_id

    def search(self, text: str) -> str:
        """Type an inline query in any chat; its id."""
        query_id = f"search-{next(_query_numbers)}"
        self.fake.open_searches.add(query_id)
        self.fake.add_update("inline_query", {"id": query_id, "from": self._user(), "query": text, "offset": ""})
        return query_id

    def poison(self) -> int:
        """An update python-telegram-bot cannot parse: a callback query without `chat_instance`."""
        return self.fake.add_update("callback_query", {"id": "poison", "from": self._user()["id"]})

    def poison_message(self) -> int:
        """A message python-telegram-bot cannot parse, though it shows who sent it."""
        message = self._message(self.fake.new_message_id(), {"text": "secret words", "photo": [{"unknown": 1}]})
        return self.fake.add_update("message", message)

    def _user(self) -> dict[str, Any]:
        user: dict[str, Any] = {"id": self.user_id, "is_bot": False, "first_name": "Kari", "last_name": "Nordmann"}
        return user if self.language_code is None else {**user, "language_code": self.language_code}

    def _message(self, message_id: int, content: dict[str, Any]) -> dict[str, Any]:
        message = {"message_id": message_id, "date": 1_790_000_000, "chat": self.fake.chats[self.chat_id].chat,
                   "from": self._user(), **content}
        if self.thread_id is not None:
            message |= {"message_thread_id": self.thread_id, "is_topic_message": True}
        return message


def private(fake: FakeBotApi, user_id: int, language_code: str | None = "en") -> Person:
    """Somebody who talks to the bot alone."""
    fake.chats.setdefault(user_id, Chat({"id": user_id, "type": "private", "first_name": "Kari"}))
    return Person(fake, user_id, user_id, language_code)


def member(fake: FakeBotApi, user_id: int, group_id: int = -100500, thread_id: int | None = None) -> Person:
    """Somebody in a group, perhaps in one of its topics."""
    group = fake.chats.setdefault(group_id, Chat({"id": group_id, "type": "supergroup", "title": "Ward",
                                                  **({"is_forum": True} if thread_id else {})}))
    if thread_id:
        group.topics.add(thread_id)
    return Person(fake, user_id, group_id, "en", thread_id)


MENTION = f"@{BOT['username']}"
