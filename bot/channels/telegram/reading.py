"""Reading one parsed Telegram update: what the person wants, or None where the bot has nothing to say.

It says nothing to channel posts, to other bots, and to group talk that is not meant for it. Nothing is touched here;
see `intake` for what happens next.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal

from telegram import (
    CallbackQuery,
    ChatMemberUpdated,
    InlineQuery,
    Message,
    MessageReactionUpdated,
    ReactionType,
    ReactionTypeEmoji,
    Update,
    User,
)
from telegram.constants import ChatMemberStatus, ChatType, MessageAttachmentType, MessageEntityType

from bot.channels.telegram.updates import (
    ANONYMOUS_ADMIN_ID,
    ASK_COMMANDS,
    COMMANDS,
    REASON,
    Added,
    Command,
    Incoming,
    Place,
    Press,
    Question,
    Reaction,
    Reason,
    Search,
    Unreadable,
    own_place,
)

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@(\w+))?(?:\s+|$)")


def read_update(update: Update, *, bot: User, commands: frozenset[str] = frozenset(COMMANDS)) -> Incoming | None:
    """What the person wants, or None where no reply is called for; `commands` need no address in a group."""
    if update.callback_query is not None:
        return _read_press(update.callback_query)
    if update.inline_query is not None:
        return _read_search(update.inline_query)
    if update.message_reaction is not None:
        return _read_reaction(update.message_reaction)
    if update.my_chat_member is not None:
        return _read_membership(update.my_chat_member)
    message = update.message or update.edited_message
    return None if message is None else _read_message(message, bot, commands)


def _read_press(query: CallbackQuery) -> Press | None:
    if query.message is None:
        return None
    thread_id = _thread(query.message) if isinstance(query.message, Message) else None
    place = Place(chat_id=query.message.chat.id, thread_id=thread_id, user_id=query.from_user.id,
                  message_id=query.message.message_id, private=query.message.chat.type == ChatType.PRIVATE,
                  language_hint=query.from_user.language_code)
    return Press(place=place, query_id=query.id, button=query.data or "")


def _read_search(query: InlineQuery) -> Search:
    user = query.from_user
    place = own_place(user.id, user_id=user.id).model_copy(update={"language_hint": user.language_code})
    return Search(place=place, query_id=query.id, text=query.query)


def _read_reaction(change: MessageReactionUpdated) -> Reaction | None:
    """The thumb that a person put under a message, or took back; any other sign says nothing."""
    user = change.user
    if user is None or user.is_bot:
        return None
    before, after = _thumb(change.old_reaction), _thumb(change.new_reaction)
    if before == after:
        return None
    place = Place(chat_id=change.chat.id, thread_id=None, user_id=user.id, message_id=change.message_id,
                  private=change.chat.type == ChatType.PRIVATE, language_hint=user.language_code)
    return Reaction(place=place, thumb=after)


def _thumb(reactions: Sequence[ReactionType]) -> Literal["helpful", "unhelpful"] | None:
    shown = {one.emoji for one in reactions if isinstance(one, ReactionTypeEmoji)}
    return "helpful" if "👍" in shown else "unhelpful" if "👎" in shown else None


def _read_membership(change: ChatMemberUpdated) -> Added | None:
    """Whether the bot was put into a group; that it was made an administrator there, or left, calls for no word."""
    outside = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)
    came = change.old_chat_member.status in outside and change.new_chat_member.status not in outside
    if not came or change.chat.type not in (ChatType.GROUP, ChatType.SUPERGROUP):
        return None
    user = change.from_user
    place = own_place(change.chat.id, user_id=user.id).model_copy(update={"language_hint": user.language_code})
    return Added(place=place)


def _read_message(message: Message, bot: User,
                  commands: frozenset[str]) -> Question | Command | Unreadable | Reason | None:
    sender = _person_behind(message)
    if sender is None:
        return None
    place = Place(chat_id=message.chat.id, thread_id=_thread(message), user_id=sender.id,
                  message_id=message.message_id, private=message.chat.type == ChatType.PRIVATE,
                  language_hint=sender.language_code)
    text = _visible_words(message)
    if text.startswith("/") and not _is_borrowed(message):
        if command := _COMMAND.match(text):
            return _read_command(command, text, place, bot.username or "", commands, _question_replied_to(message))
        if place.private and len(text.split()) == 1:
            return Command(place=place, name="help", argument="")  # an attempt at a command
    button = _button_replied_to(message, bot)
    if button is not None and text:
        return Reason(place=place, text=text, button=button)
    return _read_plain(message, text, place, bot)


def _person_behind(message: Message) -> User | None:
    """Who wrote the message; None where that is a channel or another bot."""
    sender = message.from_user
    if sender is None or message.is_automatic_forward or message.chat.type == ChatType.CHANNEL:
        return None
    return None if sender.is_bot and sender.id != ANONYMOUS_ADMIN_ID else sender


def _read_plain(message: Message, text: str, place: Place, bot: User) -> Question | Command | Unreadable | None:
    """A message that is no command: a question, something without text, or None where it is not meant for the bot."""
    mention = re.compile(rf"(?<!\w)@{re.escape(bot.username or '')}(?!\w)", re.IGNORECASE)
    answers_the_bot = _answers_the_bot(message, bot)
    if not (place.private or mention.search(text) or answers_the_bot):
        return None
    if not text:
        seen = _has_content(message) or message.text
        return Unreadable(place=place, album=message.media_group_id) if seen else None
    asked = _asked(message, text, mention, private=place.private)
    if not asked:
        return Command(place=place, name="help", argument="")
    replied = message.reply_to_message if answers_the_bot else None
    return Question(place=place, text=asked, replies_to=replied.message_id if replied else None)


def _asked(message: Message, text: str, mention: re.Pattern[str], *, private: bool) -> str:
    """What is asked, without the bot's name; whoever names it in a group may pass a colleague's question on."""
    if not mention.search(text):
        return text
    words = " ".join(mention.sub(" ", text).split())
    return words if private else _joined(_question_replied_to(message), words)


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _read_command(command: re.Match[str], text: str, place: Place, username: str,
                  commands: frozenset[str], replied_to: str) -> Question | Command | None:
    name, addressee = command[1].lower(), command[2]
    if addressee and addressee.lower() != username.lower():
        return None
    rest = text[command.end():].strip()
    if name in ASK_COMMANDS:
        asked = _joined(replied_to, rest)
        return Question(place=place, text=asked) if asked else Command(place=place, name="help", argument="")
    if name in commands:
        return Command(place=place, name=name, argument=rest)
    # What stands behind the slash can be anything, a patient's number too: none of it is kept.
    return Command(place=place, name="help", argument=rest) if place.private or addressee else None


def _thread(message: Message) -> int | None:
    """The forum topic. Plain reply threads carry a thread id as well, but Telegram refuses to send to those."""
    return message.message_thread_id if message.is_topic_message else None


def _answers_the_bot(message: Message, bot: User) -> bool:
    """Whether this replies to the bot; in a topic every message replies to the notice that opened the topic."""
    replied = message.reply_to_message
    return (replied is not None and replied.from_user is not None and replied.from_user.id == bot.id
            and replied.forum_topic_created is None)


def _visible_words(message: Message) -> str:
    """The words of a message; none where nothing is to be seen: marks of direction and letters of no width."""
    text = (message.text or message.caption or "").strip()
    return text if any(unicodedata.category(letter)[0] in "LNPS" for letter in text) else ""


def _is_borrowed(message: Message) -> bool:
    """Whether the first word is somebody else's: forwarded or quoted. Its command is not the sender's."""
    quotes = (MessageEntityType.BLOCKQUOTE, MessageEntityType.EXPANDABLE_BLOCKQUOTE, MessageEntityType.CODE,
              MessageEntityType.PRE)
    entities = (*message.entities, *message.caption_entities)
    return message.forward_origin is not None or any(one.type in quotes and one.offset == 0 for one in entities)


def _question_replied_to(message: Message) -> str:
    """The words of a person that this replies to: somebody passes a colleague's question on to the bot."""
    replied = message.reply_to_message
    if replied is None or replied.from_user is None or replied.from_user.is_bot:
        return ""
    return _visible_words(replied)


def _button_replied_to(message: Message, bot: User) -> str | None:
    """What stands behind a message of the bot that asked for a reason, if this replies to one.

    It stands behind its buttons, or in an address in its text where it opened the field to write in.
    """
    replied = message.reply_to_message
    if replied is None or not _answers_the_bot(message, bot):
        return None
    data: list[object] = [entity.url.partition("#")[2] for entity in replied.entities if entity.url]
    if replied.reply_markup is not None:
        data += [button.callback_data for row in replied.reply_markup.inline_keyboard for button in row]
    return next((code for code in data if isinstance(code, str) and code.startswith(REASON)), None)


def _has_content(message: Message) -> bool:
    """Whether the message carries something a person sent, as opposed to a notice such as "joined the group"."""
    return any(getattr(message, kind.value, None) for kind in MessageAttachmentType)
