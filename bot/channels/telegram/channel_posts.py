"""Posts in broadcast channels: whether the bot may post, sending, and rewriting what was sent."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from telegram import Bot, ChatMemberAdministrator, LinkPreviewOptions, ReplyParameters
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError

from bot.channels.telegram.patience import patiently
from bot.channels.telegram.rendering import Span, html

POST_UNITS = 3800
"""Shorter than a message may be, so that a post can be marked as outdated later."""
ATTEMPTS = 5
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class ChannelPosts:
    """The bot as one who posts in channels."""

    def __init__(self, bot: Bot, pause_s: float) -> None:
        self._bot = bot
        self._pause_s = pause_s

    async def postable(self, name: str) -> tuple[str, str] | None:
        """Number and name of the channel, if it is a broadcast channel in which the bot may post."""
        whom: str | int = int(name) if name.removeprefix("-").isdecimal() else "@" + name.removeprefix("@")
        try:
            chat = await patiently(lambda: self._bot.get_chat(whom), attempts=ATTEMPTS, pause_s=self._pause_s)
            if chat.type != ChatType.CHANNEL:
                return None
            member = await patiently(lambda: self._bot.get_chat_member(chat.id, self._bot.id),
                                     attempts=ATTEMPTS, pause_s=self._pause_s)
        except (BadRequest, Forbidden):
            return None
        if not isinstance(member, ChatMemberAdministrator) or not member.can_post_messages:
            return None
        return str(chat.id), f"@{chat.username}" if chat.username else chat.title or str(chat.id)

    async def send(self, chat: str, messages: Sequence[Sequence[Span]], answered: str | None) -> tuple[list[str], bool]:
        """Post the messages, the first in reply to another post.

        The numbers of those that went out, and whether one that failed may have gone out all the same.
        """
        sent: list[str] = []
        doubt = False

        def note(value: bool) -> None:
            nonlocal doubt
            doubt = value

        for spans in messages:
            reply = (ReplyParameters(int(answered), allow_sending_without_reply=True)
                     if answered and not sent else None)
            text = html(spans)
            try:
                message = await patiently(
                    lambda text=text, reply=reply: self._bot.send_message(  # type: ignore[misc]
                        int(chat), text, parse_mode=ParseMode.HTML, reply_parameters=reply,
                        link_preview_options=_NO_PREVIEW),
                    attempts=ATTEMPTS, pause_s=self._pause_s, in_doubt=note)
            except InvalidToken:
                raise
            except TelegramError:
                break
            sent.append(str(message.message_id))
        return sent, doubt

    async def rewrite(self, chat: str, message: str, markup: str) -> None:
        """Put another text in place of a post; one that was deleted, or a channel without the bot, is let be."""
        with suppress(BadRequest, Forbidden):
            await patiently(
                lambda: self._bot.edit_message_text(markup, int(chat), int(message), parse_mode=ParseMode.HTML,
                                                    link_preview_options=_NO_PREVIEW),
                attempts=ATTEMPTS, pause_s=self._pause_s)
