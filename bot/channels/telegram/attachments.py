"""Sending pictures and documents, one by one or as an album."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from telegram import Bot, InputMediaPhoto, ReplyParameters
from telegram.constants import MediaGroupLimit, MessageLimit
from telegram.error import ChatMigrated, InvalidToken, TelegramError

from bot.app.monitoring import metrics
from bot.channels.telegram.messenger import InDoubt
from bot.channels.telegram.patience import patiently
from bot.channels.telegram.splitting import shortened
from bot.channels.telegram.updates import Place

if TYPE_CHECKING:
    from bot.outputs.documents import Document
    from bot.outputs.figures import Figure

UPLOAD_TIMEOUT_S = 60.0
_log = logging.getLogger(__name__)
Result = TypeVar("Result")


class Attachments:
    """Sends files in reply to the message that a place names."""

    def __init__(self, bot: Bot, *, attempts: int, pause_s: float) -> None:
        self._bot = bot
        self._attempts = attempts
        self._pause_s = pause_s

    async def send_figures(self, place: Place, figures: Sequence[Figure], *, in_doubt: InDoubt) -> bool:
        """Send pictures with their captions, several as an album; False if Telegram will not deliver them."""
        return await self._deliver(place, lambda chat_id: self._send_figures(chat_id, place, figures, in_doubt))

    async def send_document(self, place: Place, document: Document, *, in_doubt: InDoubt) -> bool:
        """Send a document; False if Telegram will not deliver it."""
        return await self._deliver(place, lambda chat_id: self._patiently(lambda: self._bot.send_document(
            chat_id, document.content, filename=document.filename, message_thread_id=place.thread_id,
            reply_parameters=_reply(place), write_timeout=UPLOAD_TIMEOUT_S), in_doubt))

    async def _send_figures(self, chat_id: int, place: Place, figures: Sequence[Figure], in_doubt: InDoubt) -> None:
        for album in _albums(figures):
            if len(album) == 1:
                await self._patiently(lambda album=album: self._bot.send_photo(  # type: ignore[misc]
                    chat_id, album[0].png, caption=_caption(album[0]), filename=f"{album[0].name}.png",
                    message_thread_id=place.thread_id, reply_parameters=_reply(place),
                    write_timeout=UPLOAD_TIMEOUT_S), in_doubt)
            else:
                await self._patiently(lambda album=album: self._bot.send_media_group(  # type: ignore[misc]
                    chat_id, [InputMediaPhoto(one.png, caption=_caption(one), filename=f"{one.name}.png")
                              for one in album],
                    message_thread_id=place.thread_id, reply_parameters=_reply(place),
                    write_timeout=UPLOAD_TIMEOUT_S), in_doubt)

    async def _patiently(self, request: Callable[[], Awaitable[Result]], in_doubt: InDoubt) -> Result:
        return await patiently(request, attempts=self._attempts, pause_s=self._pause_s, in_doubt=in_doubt)

    async def _deliver(self, place: Place, send: Callable[[int], Awaitable[object]]) -> bool:
        try:
            try:
                await send(place.chat_id)
            except ChatMigrated as moved:
                await send(moved.new_chat_id)
        except InvalidToken:
            raise
        except TelegramError as error:
            metrics.fault("delivery")
            _log.warning("chat %d: file not delivered: %s", place.chat_id, type(error).__name__)
            return False
        return True


def _albums(figures: Sequence[Figure]) -> list[Sequence[Figure]]:
    size = MediaGroupLimit.MAX_MEDIA_LENGTH
    return [figures[start:start + size] for start in range(0, len(figures), size)]


def _caption(figure: Figure) -> str:
    return shortened(figure.caption, MessageLimit.CAPTION_LENGTH)


def _reply(place: Place) -> ReplyParameters | None:
    """In a group a file is tied to the message it belongs to."""
    tied = not place.private and place.message_id > 0
    return ReplyParameters(place.message_id, allow_sending_without_reply=True) if tied else None
