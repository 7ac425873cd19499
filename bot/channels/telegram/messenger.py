"""Sending: messages with their keyboard, what the bot is busy with, and the notes that answer a press on a button."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress

from telegram import Bot, ForceReply, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError

from bot.answering.messages import FALLBACK_LANGUAGE
from bot.app.monitoring import metrics
from bot.channels.telegram.patience import patiently
from bot.channels.telegram.rendering import Span, html, plain
from bot.channels.telegram.updates import Place

TYPING_EVERY_S = 4.0
"""Telegram shows "typing" for five seconds."""
MOST_SHOWN = 16
"""In so many chats at once; what is shown must not hold up what is said."""

InDoubt = Callable[[bool], None]
_log = logging.getLogger(__name__)


def nobody_doubts(doubt: bool) -> None:
    """For a message that may come twice without harm."""


class Messenger:
    """The bot's voice in every chat."""

    def __init__(self, bot: Bot, *, attempts: int, pause_s: float,
                 repeat_note: Callable[[str], str] = lambda language: "") -> None:
        """`repeat_note` words, in a language, that a message may have been seen before."""
        self._bot = bot
        self._attempts = attempts
        self._pause_s = pause_s
        self._repeat_note = repeat_note
        self._showing: set[asyncio.Task[None]] = set()

    def link(self, payload: str) -> str:
        """An address that opens the private chat with the bot; /start then carries the payload."""
        return f"https://t.me/{self._bot.username}?start={payload}"

    def link_with(self, code: str) -> str:
        """An address that opens the private chat with the bot; the code in it does nothing there."""
        return f"https://t.me/{self._bot.username}#{code}"

    async def send(self, place: Place, messages: Sequence[Sequence[Span]], *, in_doubt: InDoubt = nobody_doubts,
                   keyboard: InlineKeyboardMarkup | ForceReply | None = None, quote: bool = True,
                   language: str | None = None) -> tuple[int, ...]:
        """Send the messages in order, the keyboard under the last; the numbers of those Telegram took.

        `quote` ties the first message to the person's own in a group. `in_doubt` hears whether anything may have
        reached the person. A message that may have arrived and is sent again says so, in the language.
        """
        sent: list[int] = []
        for index, spans in enumerate(messages):
            last = index == len(messages) - 1
            try:
                sent.append(await self._send_one(
                    place, spans, keyboard=keyboard if last else None,
                    quote=quote and index == 0 and not place.private and place.message_id > 0,
                    in_doubt=in_doubt if index == 0 else nobody_doubts,
                    note=self._repeat_note(language or place.language_hint or FALLBACK_LANGUAGE)))
            except InvalidToken:
                raise
            except TelegramError as error:
                metrics.fault("delivery")
                _log.warning("chat %d: reply not delivered: %s", place.chat_id, type(error).__name__)
                break
        return tuple(sent)

    async def _send_one(self, place: Place, spans: Sequence[Span], *,
                        keyboard: InlineKeyboardMarkup | ForceReply | None, quote: bool, in_doubt: InDoubt,
                        note: str) -> int:
        reply = ReplyParameters(place.message_id, allow_sending_without_reply=True) if quote else None
        noted = [Span(f"{note}\n\n", "i"), *spans] if note and note not in plain(spans) else spans

        async def send(chat_id: int, *, adorned: bool) -> Message:
            def send_once(shown: Sequence[Span]) -> Awaitable[Message]:
                return self._bot.send_message(
                    chat_id, html(shown) if adorned else plain(shown), parse_mode=ParseMode.HTML if adorned else None,
                    message_thread_id=place.thread_id, reply_parameters=reply,
                    reply_markup=keyboard if adorned else None,
                    link_preview_options=LinkPreviewOptions(is_disabled=True))

            return await patiently(lambda: send_once(spans), again=lambda: send_once(noted),
                                   attempts=self._attempts, pause_s=self._pause_s, in_doubt=in_doubt)

        try:
            return (await send(place.chat_id, adorned=True)).message_id
        except ChatMigrated as moved:
            return (await send(moved.new_chat_id, adorned=True)).message_id
        except BadRequest as error:
            # A person on call is better served by an answer without styles and buttons than by none.
            if not any(word in error.message.lower() for word in ("parse entities", "button")):
                raise
            return (await send(place.chat_id, adorned=False)).message_id

    async def replace(self, place: Place, spans: Sequence[Span], keyboard: InlineKeyboardMarkup | None = None) -> bool:
        """Put a new text and keyboard in place of those of a message; False if that cannot be done."""
        try:
            await patiently(lambda: self._bot.edit_message_text(
                html(spans), place.chat_id, place.message_id, parse_mode=ParseMode.HTML, reply_markup=keyboard,
                link_preview_options=LinkPreviewOptions(is_disabled=True)),
                attempts=self._attempts, pause_s=self._pause_s)
        except BadRequest as error:
            return "not modified" in error.message
        except Forbidden:
            return False
        return True

    async def relabel(self, place: Place, keyboard: InlineKeyboardMarkup | None) -> None:
        """Put other buttons under a message; where it is gone, or has them already, nothing is lost."""
        await self.lightly(lambda: self._bot.edit_message_reply_markup(
            place.chat_id, place.message_id, reply_markup=keyboard))

    async def rewrite(self, place: Place, shown: Sequence[int], messages: Sequence[Sequence[Span]],
                      keyboard: InlineKeyboardMarkup | None) -> tuple[int, ...]:
        """Put the messages in place of those shown: some change, surplus ones go, further ones are sent."""
        kept: list[int] = []
        for number, spans in zip(shown, messages, strict=False):
            last = len(kept) == len(messages) - 1
            changed = place.model_copy(update={"message_id": number})
            if not await self.replace(changed, spans, keyboard if last else None):
                break  # deleted by somebody: what follows is sent anew, in order
            kept.append(number)
        for number in shown[len(kept):]:
            await self.lightly(lambda number=number: self._bot.delete_message(  # type: ignore[misc]
                place.chat_id, number))
        further = messages[len(kept):]
        sent = await self.send(place, further, keyboard=keyboard, quote=not kept) if further else ()
        return (*kept, *sent)

    async def acknowledge(self, query_id: str, note: str | None = None, *, alert: bool = True) -> None:
        """Stop the waiting sign on a pressed button; a note pops up, or passes by if it is no `alert`.

        An acknowledgement too late is no harm.
        """
        await self.lightly(lambda: self._bot.answer_callback_query(query_id, note, show_alert=bool(note) and alert))

    @asynccontextmanager
    async def busy(self, place: Place, action: ChatAction = ChatAction.TYPING) -> AsyncIterator[None]:
        """Show what the bot is busy with, usually "typing", while the block runs.

        A request under way is left to end by itself. Now and then a connection of httpx's pool is lost with a request
        that is cancelled, and after some thousands of messages none would be left (seen with benchmarks/soak.py).
        """
        if len(self._showing) >= MOST_SHOWN:
            yield
            return
        over = asyncio.Event()
        showing = asyncio.create_task(self._keep_showing(place, action, over))
        self._showing.add(showing)
        showing.add_done_callback(self._showing.discard)
        try:
            yield
        finally:
            over.set()

    async def close(self, grace_s: float) -> None:
        """Wait so long for what is still being shown."""
        if self._showing:
            await asyncio.wait(set(self._showing), timeout=grace_s)

    async def _keep_showing(self, place: Place, action: ChatAction, over: asyncio.Event) -> None:
        while not over.is_set():
            await self.lightly(lambda: self._bot.send_chat_action(
                place.chat_id, action, message_thread_id=place.thread_id))
            with suppress(TimeoutError):
                await asyncio.wait_for(over.wait(), TYPING_EVERY_S)

    async def lightly(self, request: Callable[[], Awaitable[object]]) -> None:
        """Try once; nothing is lost if it fails."""
        try:
            await request()
        except TelegramError as error:
            _log.info("Telegram: %s, not repeated", type(error).__name__)
