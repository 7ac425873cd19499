"""A bridge between the HTTP API and a chat program with outgoing and incoming webhooks (Mattermost, Slack and others).

The chat posts each message that begins with the bot's name to this program; the program asks the API and answers in the
thread of the message, where the chat has threads. Below an answer stands what can be asked next, and a number chooses
it. Each person has a conversation of their own in each channel. Only what each can choose next is remembered here, in
memory, and no text is logged.

    FARMASVAR_URL=http://127.0.0.1:8480 FARMASVAR_TOKEN=... \
    CHAT_TOKEN=... CHAT_URL=https://chat.example.org/hooks/... python examples/webhook_bridge.py

`examples/README.md` says where each of these comes from. Needs Python 3.11 and tornado.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
import os
import re
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

TRIES = 3
MOST_REMEMBERED = 1000
"""Conversations whose choices are remembered."""
FAILED = ("The question could not be answered: the service cannot be reached or is too busy. Ask again in a few "
          "minutes. If somebody is in danger, call the emergency number now.")

_log = logging.getLogger("webhook_bridge")


@dataclass(frozen=True)
class Settings:
    """Where the API and the chat are, and what each side expects as proof."""

    api_url: str
    api_token: str
    """The secret of the clinic: what stands after the colon in FARMASVAR_HTTP_TOKENS."""
    chat_url: str
    """The address of the incoming webhook; whoever knows it may post."""
    chat_token: str
    """What the outgoing webhook sends along, so that nobody else can pose as the chat."""
    country: str | None = None
    longest_wait_s: float = 60.0
    """Before asking again where the API is busy."""


def conversation_of(channel: str, user: str) -> str:
    """A name for one person's conversation in one channel that tells neither."""
    return hashlib.sha256(f"{channel}\n{user}".encode()).hexdigest()[:32]


def question_of(message: dict[str, str]) -> str:
    """The text of a message without the word that summoned the bot."""
    text = message.get("text", "").strip()
    return text.removeprefix(message.get("trigger_word", "")).strip()


class Choices:
    """What each conversation can choose next, as the API offered it."""

    def __init__(self) -> None:
        self._offered: OrderedDict[str, list[dict[str, Any]]] = OrderedDict()

    def offer(self, conversation: str, options: list[dict[str, Any]]) -> None:
        """Remember the options of the last answer."""
        self._offered[conversation] = options
        self._offered.move_to_end(conversation)
        while len(self._offered) > MOST_REMEMBERED:
            self._offered.popitem(last=False)

    def chosen(self, conversation: str, text: str) -> str:
        """The question that a number stands for; any other text as it is."""
        options = self._offered.get(conversation, [])
        if text.isdecimal() and 1 <= int(text) <= len(options):
            return str(options[int(text) - 1]["question"])
        return text


def with_options(answer: dict[str, Any]) -> str:
    """The text of an answer, and below it what can be asked next, numbered."""
    numbered = [f"{number}. {option['label']}" for number, option in enumerate(answer["options"], start=1)]
    return "\n".join([answer["text"], *([""] if numbered else []), *numbered])


async def ask(settings: Settings, choices: Choices, text: str, conversation: str) -> str:
    """What is said to a message. Waits and tries again where the API says so; other refusals are put into words."""
    question = choices.chosen(conversation, text)
    body = {"question": question, "conversation": conversation, "country": settings.country}
    headers = {"Authorization": f"Bearer {settings.api_token}", "Content-Type": "application/json"}
    for attempt in range(1, TRIES + 1):
        try:
            response = await AsyncHTTPClient().fetch(HTTPRequest(
                f"{settings.api_url}/v1/answers", method="POST", headers=headers, body=json.dumps(body),
                request_timeout=30))
            answer = json.loads(response.body)["answer"]
            choices.offer(conversation, answer["options"])
            return with_options(answer)
        except (OSError, HTTPClientError) as error:
            status = error.code if isinstance(error, HTTPClientError) else 0
            _log.warning("the API refused with %d, attempt %d", status, attempt)
            answered = error.response if isinstance(error, HTTPClientError) else None
            if answered and status in (413, 422):
                return "The question could not be read; shorten it to one question of a few sentences."
            wait = re.fullmatch(r"\d+", answered.headers.get("Retry-After", "")) if answered else None
            if attempt == TRIES or (answered and not wait):
                break
            await asyncio.sleep(min(float(wait[0]) if wait else attempt, settings.longest_wait_s))
    return FAILED


async def reply(settings: Settings, choices: Choices, message: dict[str, str]) -> str:
    """What is said to one message."""
    channel = message.get("channel_id") or message.get("channel", "")
    user = message.get("user_id") or message["user"]
    return await ask(settings, choices, question_of(message), conversation_of(channel, user))


async def post(settings: Settings, choices: Choices, message: dict[str, str]) -> None:
    """Answer one message in the channel it came from: on Slack in its thread, or in a new one below it."""
    text = await reply(settings, choices, message)
    channel = message.get("channel_name") or message.get("channel_id") or message.get("channel", "")
    body: dict[str, Any] = {"text": text, "channel": channel}
    thread = message.get("thread_ts") or message.get("timestamp")
    if thread:
        body["thread_ts"] = thread
    await AsyncHTTPClient().fetch(HTTPRequest(settings.chat_url, method="POST", body=json.dumps(body),
                                              headers={"Content-Type": "application/json"}))


class MessageHandler(RequestHandler):
    """What the outgoing webhook posts to.

    Mattermost tells of no thread and its incoming webhooks know none, but what answers its request may be a comment on
    the message; it waits half a minute. Other chats wait for a few seconds only, so they are answered by a post.
    """

    def initialize(self, settings: Settings, choices: Choices, at_work: set[asyncio.Task[None]]) -> None:
        """`at_work` holds the answers under way."""
        self._settings = settings
        self._choices = choices
        self._at_work = at_work

    async def post(self) -> None:
        """Take a message, as JSON or as a form."""
        message = self._message()
        if not hmac.compare_digest(message.get("token", "").encode(), self._settings.chat_token.encode()):
            self.set_status(403)
            return
        if not question_of(message) or not ("user_id" in message or "user" in message):
            await self.finish({})
        elif "post_id" in message:
            text = await reply(self._settings, self._choices, message)
            await self.finish({"text": text, "response_type": "comment"})
        else:
            task = asyncio.create_task(post(self._settings, self._choices, message))
            self._at_work.add(task)
            task.add_done_callback(self._posted)
            await self.finish({})

    def _message(self) -> dict[str, str]:
        if not self.request.headers.get("Content-Type", "").startswith("application/json"):
            return {name: self.get_body_argument(name) for name in self.request.body_arguments}
        try:
            read = json.loads(self.request.body)
        except ValueError:
            return {}
        fields = read.items() if isinstance(read, dict) else ()
        return {name: value for name, value in fields if isinstance(value, str)}

    def _posted(self, task: asyncio.Task[None]) -> None:
        self._at_work.discard(task)
        if not task.cancelled() and task.exception():
            _log.error("an answer could not be posted: %s", type(task.exception()).__name__)


@asynccontextmanager
async def bridge(settings: Settings, listen: str = "127.0.0.1", port: int = 8490) -> AsyncIterator[int]:
    """Listens while the block runs and gives the port; answers under way at its end are finished."""
    at_work: set[asyncio.Task[None]] = set()
    given = {"settings": settings, "choices": Choices(), "at_work": at_work}
    application = Application([("/", MessageHandler, given)], log_function=lambda handler: None)
    server = HTTPServer(application, max_body_size=64 * 1024)
    sockets = bind_sockets(port, address=listen)
    server.add_sockets(sockets)
    try:
        yield int(sockets[0].getsockname()[1])
    finally:
        server.stop()
        await asyncio.gather(*at_work, return_exceptions=True)
        await server.close_all_connections()


async def main() -> None:
    """Run until interrupted."""
    environment = os.environ
    settings = Settings(environment["FARMASVAR_URL"].rstrip("/"), environment["FARMASVAR_TOKEN"],
                        environment["CHAT_URL"], environment["CHAT_TOKEN"], environment.get("COUNTRY"))
    async with bridge(settings, environment.get("LISTEN", "127.0.0.1"), int(environment.get("PORT", "8490"))):
        await asyncio.Event().wait()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    asyncio.run(main())
