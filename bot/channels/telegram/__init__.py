"""The Telegram channel: `serve` runs it, `TelegramSettings` says how.

The way of an update: `polling` or `webhook` fetches it, `reading` makes sense of it, `access_gate` lets it in, `intake`
writes it to the `inbox`, `reception` queues it by chat (`queues`), and `handlers` chooses who takes care of it:
`answering`, `pressing`, `extras` and `feedback_talk` do what askers want, `administration` what chats and the bot are
governed by, `inline` what is typed in other chats, `correcting` what the bot has to say of itself. They share a `desk`.
`rendering` and `splitting` lay an answer out, `keyboards` makes its signed buttons, `messenger` and `attachments` send
it all with `patience`.
"""

from bot.channels.telegram.serve import serve
from bot.channels.telegram.settings import TelegramSettings

__all__ = ["TelegramSettings", "serve"]
