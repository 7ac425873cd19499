"""What the bot is called, asked of Telegram without running it."""

from __future__ import annotations

from telegram import Bot
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from bot.channels.telegram.settings import TelegramSettings

ASKING_TAKES_S = 5.0


async def bot_name(settings: TelegramSettings) -> str | None:
    """The name of the bot, without @; None where Telegram does not answer or does not know the token."""
    request = HTTPXRequest(connect_timeout=ASKING_TAKES_S, read_timeout=ASKING_TAKES_S)
    try:
        async with Bot(settings.token.get_secret_value(), base_url=settings.base_url, request=request) as bot:
            return bot.username
    except TelegramError:
        return None
