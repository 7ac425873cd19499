"""The Telegram channel: `serve` runs it, `TelegramSettings` says how.

The way of an update: `polling` or `webhook` fetches it, `updates` reads it, `reception` writes it to the `inbox` and
queues it by chat (`queues`), `handlers` asks the responder, `rendering` and `splitting` lay the answer out, and
`messenger` sends it with `patience`.
"""

from bot.channels.telegram.serve import serve
from bot.channels.telegram.settings import TelegramSettings

__all__ = ["TelegramSettings", "serve"]
