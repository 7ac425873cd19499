"""Sending: messages with their keyboard, "typing", and the little notes that answer a press on a button."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError

from bot.channels.telegram.patience import patiently
from bot.channels.telegram.rendering import Span, html, plain
from bot.channels.telegram.updates import Place

TYPING_EVERY_S = 4.0
"""Telegram shows "typing" for five seconds."""

_log = logging.getLogger(__name__)


class Messenger:
    """The bot's voice in every chat."""

    def __init__(self, bot: Bot, *, attempts: int, pause_s: float) -> None:
        self._bot = bot
        self._attempts = attempts
        self._pause_s = pause_s

    async def send(self, place: Place, messages: Sequence[Sequence[Span]], *, in_doubt: Callable[[bool], None],
                   keyboard: InlineKeyboardMarkup | None = None, quote: bool = True) -> bool:
        """Send the messages in order, the keyboard under the last; False if Telegram will not deliver them.

        `quote` ties the first message to the person's own in a group. `in_doubt` hears whether anything may have
        reached the person.
        """
        for index, spans in enumerate(messages):
            last = index == len(messages) - 1
            try:
                await self._send_one(place, spans, keyboard=keyboard if last else None,
                                     quote=quote and index == 0 and not place.private,
                                     in_doubt=in_doubt if index == 0 else lambda doubt: None)
            except InvalidToken:
                raise
            except TelegramError as error:
                _log.warning("chat %d: reply not delivered: %s", place.chat_id, type(error).__name__)
                return False
        return True

    async def _send_one(self, place: Place, spans: Sequence[Span], *, keyboard: InlineKeyboardMarkup | None,
                        quote: bool, in_doubt: Callable[[bool], None]) -> None:
        reply = ReplyParameters(place.message_id, allow_sending_without_reply=True) if quote else None

        async def send(chat_id: int, *, adorned: bool) -> None:
            await patiently(lambda: self._bot.send_message(
                chat_id, html(spans) if adorned else plain(spans), parse_mode=ParseMode.HTML if adorned else None,
                message_thread_id=place.thread_id, reply_parameters=reply, reply_markup=keyboard if adorned else None,
                link_preview_options=LinkPreviewOptions(is_disabled=True)),
                attempts=self._attempts, pause_s=self._pause_s, in_doubt=in_doubt)

        try:
            await send(place.chat_id, adorned=True)
        except ChatMigrated as moved:
            await send(moved.new_chat_id, adorned=True)
        except BadRequest as error:
            # A person on call is better served by an answer without styles and buttons than by none.
            if not any(word in error.message.lower() for word in ("parse entities", "button")):
                raise
            await send(place.chat_id, adorned=False)

    async def replace(self, place: Place, spans: Sequence[Span]) -> bool:
        """Put a new text, without buttons, in place of the message the person pressed a button of."""
        try:
            await patiently(lambda: self._bot.edit_message_text(
                html(spans), place.chat_id, place.message_id, parse_mode=ParseMode.HTML, reply_markup=None),
                attempts=self._attempts, pause_s=self._pause_s)
        except BadRequest as error:
            return "not modified" in error.message
        except Forbidden:
            return False
        return True

    async def acknowledge(self, query_id: str, note: str | None = None) -> None:
        """Stop the waiting sign on a pressed button; a note pops up. An acknowledgement too late is no harm."""
        await self._lightly(lambda: self._bot.answer_callback_query(query_id, note, show_alert=note is not None))

    @asynccontextmanager
    async def typing(self, place: Place) -> AsyncIterator[None]:
        """Show "typing" while the block runs."""
        task = asyncio.create_task(self._keep_typing(place))
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _keep_typing(self, place: Place) -> None:
        while True:
            await self._lightly(lambda: self._bot.send_chat_action(
                place.chat_id, ChatAction.TYPING, message_thread_id=place.thread_id))
            await asyncio.sleep(TYPING_EVERY_S)

    async def _lightly(self, request: Callable[[], Awaitable[object]]) -> None:
        """Try once; nothing is lost if it fails."""
        try:
            await request()
        except TelegramError as error:
            _log.info("Telegram: %s, not repeated", type(error).__name__)
