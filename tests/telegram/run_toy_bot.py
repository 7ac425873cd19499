"""Runs a bot with the toy responder in a process of its own, so that a test can kill it for good.

Arguments: address of the fake Bot API, file or address of the database, then any of: "stall" to never finish an answer,
"log" to log everything on standard error, and settings as `name=value`.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from pathlib import Path

from pydantic import SecretStr

from bot.answering.answer import Answer, Enquiry
from bot.channels.telegram import TelegramSettings, serve
from bot.desk.store.places import Place, Server
from bot.dialogue.state import Conversation
from knowledge.errors import ChannelError
from tests.telegram.fake_bot_api import TOKEN
from tests.telegram.toy import ToyResponder, toy_redact


class StallingResponder(ToyResponder):
    """Says on standard output that it has begun, then never comes to an end."""

    def reply(self, enquiry: Enquiry, conversation: Conversation) -> tuple[Answer, Conversation]:
        print("begun", flush=True)
        sys.stdin.read()
        raise AssertionError("the test kills the process before this")


def place_of(word: str) -> Place:
    """A file, or a server."""
    if word.startswith("postgresql://"):
        return Server(address=SecretStr(word), folder=Path.cwd())
    return Path(word)


if __name__ == "__main__":
    words = sys.argv[3:]
    settings = TelegramSettings.model_validate({
        "token": SecretStr(TOKEN), "base_url": sys.argv[1], "database": place_of(sys.argv[2]), "poll_timeout_s": 5,
        **dict(word.split("=", 1) for word in words if "=" in word)})
    if "log" in words:
        logging.basicConfig(level=logging.DEBUG)
    responder = StallingResponder() if "stall" in words else ToyResponder()
    try:
        asyncio.run(serve(settings, responder, toy_redact))
    except ChannelError as error:
        sys.exit(f"ChannelError: {error}")
    print("stopped", flush=True)
