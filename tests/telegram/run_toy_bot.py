"""Runs a bot with the toy responder in a process of its own, so that a test can kill it for good.

Arguments: address of the fake Bot API, database file, and "stall" to never finish an answer.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from pydantic import SecretStr

from bot.answer import Answer, Enquiry
from bot.channels.telegram import TelegramSettings, serve
from bot.conversation import Conversation
from tests.telegram.fake_bot_api import TOKEN
from tests.telegram.toy import ToyResponder, toy_redact


class StallingResponder(ToyResponder):
    """Says on standard output that it has begun, then never comes to an end."""

    def reply(self, enquiry: Enquiry, conversation: Conversation) -> tuple[Answer, Conversation]:
        print("begun", flush=True)
        sys.stdin.read()
        raise AssertionError("the test kills the process before this")


if __name__ == "__main__":
    settings = TelegramSettings(token=SecretStr(TOKEN), base_url=sys.argv[1], database=Path(sys.argv[2]),
                                poll_timeout_s=5)
    responder = StallingResponder() if sys.argv[3:] == ["stall"] else ToyResponder()
    asyncio.run(serve(settings, responder, toy_redact))
    print("stopped", flush=True)
