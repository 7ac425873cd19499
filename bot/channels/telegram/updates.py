"""What people send, reduced to what the bot needs: a question, a command, a press on a button, something unreadable.

`read_update` looks at one parsed Telegram update and says which it is, or None where the bot has nothing to say:
channel posts, bots, group talk that is not meant for it. It touches nothing; see `reception` for what happens next.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter
from telegram import CallbackQuery, Message, Update, User
from telegram.constants import ChatType, MessageAttachmentType

from knowledge.models import Frozen

ASK_COMMANDS = frozenset({"ask", "spor", "sporg", "fraga", "vraag", "frage", "kysy"})
"""Commands that carry a question; "spør", "spørg" and "fråga" without the letters Telegram does not allow."""

COMMANDS = ("start", "help", "language", "country", "sources", "privacy", "new")
"""The other commands, in the order of Telegram's menu."""

ANONYMOUS_ADMIN_ID = 1087968824
"""Group administrators who hide their name appear as this bot."""

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@(\w+))?(?:\s+|$)")


class Place(Frozen):
    """Where a message came from and where the reply goes."""

    chat_id: int
    thread_id: int | None
    """Forum topic, if any."""
    user_id: int
    message_id: int
    private: bool
    language_hint: str | None
    """Language of the person's app."""


class Question(Frozen):
    """A text to answer."""

    kind: Literal["question"] = "question"
    place: Place
    text: str


class Command(Frozen):
    """A slash command other than a question."""

    kind: Literal["command"] = "command"
    place: Place
    name: str
    argument: str


class Press(Frozen):
    """A press on an inline button; `place.message_id` is the message that carries the button."""

    kind: Literal["press"] = "press"
    place: Place
    query_id: str
    button: str


class Unreadable(Frozen):
    """Something without text: a photo, a voice message, a sticker."""

    kind: Literal["unreadable"] = "unreadable"
    place: Place
    album: str | None
    """Photos sent together share this, and get one reply."""


Incoming = Annotated[Question | Command | Press | Unreadable, Field(discriminator="kind")]
INCOMING: TypeAdapter[Incoming] = TypeAdapter(Incoming)


def read_update(update: Update, *, bot: User) -> Question | Command | Press | Unreadable | None:
    """What the person wants, or None where no reply is called for."""
    if update.callback_query is not None:
        return _read_press(update.callback_query)
    message = update.message or update.edited_message
    return None if message is None else _read_message(message, bot)


def _read_press(query: CallbackQuery) -> Press | None:
    if query.message is None:
        return None
    thread_id = _thread(query.message) if isinstance(query.message, Message) else None
    place = Place(chat_id=query.message.chat.id, thread_id=thread_id, user_id=query.from_user.id,
                  message_id=query.message.message_id, private=query.message.chat.type == ChatType.PRIVATE,
                  language_hint=query.from_user.language_code)
    return Press(place=place, query_id=query.id, button=query.data or "")


def _read_message(message: Message, bot: User) -> Question | Command | Unreadable | None:
    sender = message.from_user
    if sender is None or message.is_automatic_forward or message.chat.type == ChatType.CHANNEL:
        return None
    if sender.is_bot and sender.id != ANONYMOUS_ADMIN_ID:
        return None
    private = message.chat.type == ChatType.PRIVATE
    place = Place(chat_id=message.chat.id, thread_id=_thread(message), user_id=sender.id,
                  message_id=message.message_id, private=private, language_hint=sender.language_code)
    username = bot.username or ""
    text = (message.text or message.caption or "").strip()

    if command := _COMMAND.match(text):
        return _read_command(command, text, place, username)
    mention = re.compile(rf"(?<!\w)@{re.escape(username)}(?!\w)", re.IGNORECASE)
    if not (private or mention.search(text) or _answers_the_bot(message, bot)):
        return None
    if not text:
        return Unreadable(place=place, album=message.media_group_id) if _has_content(message) else None
    words = " ".join(mention.sub(" ", text).split()) if mention.search(text) else text
    return Question(place=place, text=words) if words else Command(place=place, name="help", argument="")


def _read_command(command: re.Match[str], text: str, place: Place, username: str) -> Question | Command | None:
    name, addressee = command[1].lower(), command[2]
    if addressee and addressee.lower() != username.lower():
        return None
    rest = text[command.end():].strip()
    if name in ASK_COMMANDS:
        return Question(place=place, text=rest) if rest else Command(place=place, name="help", argument="")
    if name not in COMMANDS and not (place.private or addressee):
        return None
    return Command(place=place, name=name, argument=rest)


def _thread(message: Message) -> int | None:
    """The forum topic. Plain reply threads carry a thread id as well, but Telegram refuses to send to those."""
    return message.message_thread_id if message.is_topic_message else None


def _answers_the_bot(message: Message, bot: User) -> bool:
    """Whether this replies to the bot; in a topic every message replies to the notice that opened the topic."""
    replied = message.reply_to_message
    return (replied is not None and replied.from_user is not None and replied.from_user.id == bot.id
            and replied.forum_topic_created is None)


def _has_content(message: Message) -> bool:
    """Whether the message carries something a person sent, as opposed to a notice such as "joined the group"."""
    return any(getattr(message, kind.value, None) for kind in MessageAttachmentType)
