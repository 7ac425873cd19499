"""Showing what the bot is busy with."""

from __future__ import annotations

import asyncio
from typing import Any

from telegram import Bot

from bot.channels.telegram.messenger import Messenger
from bot.channels.telegram.updates import own_place


class SlowBot(Bot):
    """Telegram takes its time over "typing"."""

    def __init__(self) -> None:
        super().__init__("1:token")
        self._unfreeze()
        self.asked, self.answered = asyncio.Event(), asyncio.Event()
        self.shown = 0

    async def send_chat_action(self, *_: Any, **__: Any) -> bool:
        self.asked.set()
        await self.answered.wait()
        self.shown += 1
        return True


def test_a_request_to_show_typing_is_never_broken_off() -> None:
    async def scene() -> None:
        bot = SlowBot()
        messenger = Messenger(bot, attempts=1, pause_s=0.1)
        async with messenger.busy(own_place(7)):
            await bot.asked.wait()
        assert bot.shown == 0
        bot.answered.set()
        await messenger.close(5)
        assert bot.shown == 1

    asyncio.run(scene())


def test_what_is_done_at_once_shows_no_typing() -> None:
    async def scene() -> None:
        bot = SlowBot()
        messenger = Messenger(bot, attempts=1, pause_s=0.1)
        async with messenger.busy(own_place(7)):
            pass
        await messenger.close(5)
        assert not bot.asked.is_set()

    asyncio.run(scene())
