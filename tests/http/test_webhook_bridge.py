"""The bridge of examples/ with a fake chat on one side and a running API on the other, over real HTTP."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from examples.webhook_bridge import FAILED, Settings, bridge
from tests.http.toy import SECRET, play, running_api

CHAT_TOKEN = "of-the-outgoing-webhook"


class _Hook(RequestHandler):
    def initialize(self, posted: asyncio.Queue[dict[str, Any]]) -> None:
        self.posted = posted

    def post(self) -> None:
        self.posted.put_nowait(json.loads(self.request.body))


class Chat:
    """A chat program: takes posts at an incoming webhook, posts what people write to the bridge."""

    def __init__(self, url: str, posted: asyncio.Queue[dict[str, Any]]) -> None:
        self.url = url
        self.posted = posted
        self.bridge = ""

    async def say(self, text: str, **more: Any) -> httpx.Response:
        message = {"token": CHAT_TOKEN, "text": text, "user": "kari", "channel": "ward", **more}
        async with httpx.AsyncClient() as client:
            return await client.post(self.bridge, json=message)

    async def reads(self) -> dict[str, Any]:
        return await asyncio.wait_for(self.posted.get(), 20)


@asynccontextmanager
async def chat_with_bridge(api_url: str) -> AsyncIterator[Chat]:
    posted: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    server = HTTPServer(Application([("/hooks/x", _Hook, {"posted": posted})]))
    sockets = bind_sockets(0, address="127.0.0.1")
    server.add_sockets(sockets)
    chat = Chat(f"http://127.0.0.1:{sockets[0].getsockname()[1]}/hooks/x", posted)
    settings = Settings(api_url, SECRET, chat.url, CHAT_TOKEN, country="NO", longest_wait_s=0)
    async with bridge(settings, port=0) as port:
        chat.bridge = f"http://127.0.0.1:{port}/"
        yield chat
    server.stop()
    await server.close_all_connections()


def test_a_message_is_answered_in_its_channel_and_the_conversation_goes_on(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api, chat_with_bridge(str(api.client.base_url).rstrip("/")) as chat:
            assert (await chat.say("farmasvar does it help?", trigger_word="farmasvar")).status_code == 200
            first = await chat.reads()
            assert first["text"].startswith("does it help? (turn 1) [1]")
            assert first["channel"] == "ward"
            assert "thread_ts" not in first
            await chat.say("and in pregnancy?")
            assert "turn 2" in (await chat.reads())["text"]
            await chat.say("what of this?", user="ola")
            assert "turn 1" in (await chat.reads())["text"]
            assert api.responder.enquiries[0].country == "NO"

    play(scene)


def test_slack_is_answered_in_the_thread_of_the_message(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api, chat_with_bridge(str(api.client.base_url).rstrip("/")) as chat:
            await chat.say("q", timestamp="1790000000.000100")
            assert (await chat.reads())["thread_ts"] == "1790000000.000100"
            await chat.say("and more", timestamp="1790000001.000200", thread_ts="1790000000.000100")
            assert (await chat.reads())["thread_ts"] == "1790000000.000100"

    play(scene)


def test_mattermost_is_answered_by_a_comment_on_the_message(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api, chat_with_bridge(str(api.client.base_url).rstrip("/")) as chat:
            answered = (await chat.say("q", post_id="p7", timestamp="1790000000")).json()
            assert answered["response_type"] == "comment" and answered["text"].startswith("q (turn 1)")
            failed = (await chat.say("boom", post_id="p8")).json()
            assert failed == {"text": FAILED, "response_type": "comment"}
            assert chat.posted.empty(), "nothing is posted besides"

    play(scene)


def test_what_can_be_asked_next_is_numbered_and_a_number_asks_it(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api, chat_with_bridge(str(api.client.base_url).rstrip("/")) as chat:
            first = (await chat.say("farmasvar q", post_id="p1", trigger_word="farmasvar")).json()
            assert first["text"].endswith("\n\n1. More?")
            second = (await chat.say("farmasvar 1", post_id="p2", trigger_word="farmasvar")).json()
            assert second["text"].startswith("tell me more (turn 2)")
            third = (await chat.say("7", post_id="p3")).json()
            assert third["text"].startswith("7 (turn 3)"), "a number that stands for nothing is a question"
            theirs = (await chat.say("1", post_id="p4", user="ola")).json()
            assert theirs["text"].startswith("1 (turn 1)"), "nobody chooses from what another was offered"

    play(scene)


def test_a_message_may_come_as_a_form(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api, chat_with_bridge(str(api.client.base_url).rstrip("/")) as chat:
            form = {"token": CHAT_TOKEN, "text": "q", "user_id": "U1", "channel_id": "C1", "channel_name": "ward"}
            async with httpx.AsyncClient() as client:
                await client.post(chat.bridge, data=form)
            posted = await chat.reads()
            assert posted["text"].startswith("q (turn 1)") and posted["channel"] == "ward"

    play(scene)


@pytest.mark.parametrize("change", [{"token": "guessed"}, {"token": 7}, {"token": None}])
def test_nobody_else_can_pose_as_the_chat(tmp_path: Path, change: dict[str, Any]) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api, chat_with_bridge(str(api.client.base_url).rstrip("/")) as chat:
            assert (await chat.say("q", **change)).status_code == 403
            async with httpx.AsyncClient() as client:
                broken = await client.post(chat.bridge, content=b"[", headers={"Content-Type": "application/json"})
                assert broken.status_code == 403
            assert api.responder.enquiries == []

    play(scene)


def test_an_empty_message_is_left_alone(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api, chat_with_bridge(str(api.client.base_url).rstrip("/")) as chat:
            assert (await chat.say("farmasvar ", trigger_word="farmasvar")).status_code == 200
            await chat.say("q")
            await chat.reads()
            assert len(api.responder.enquiries) == 1

    play(scene)


@pytest.mark.parametrize("question", ["boom", "does it help?"])
def test_a_person_is_told_when_the_answer_does_not_come(tmp_path: Path, question: str) -> None:
    async def scene() -> None:
        async with running_api(tmp_path, requests_per_minute=1) as api:
            if question != "boom":
                await api.ask("the only one allowed")
            async with chat_with_bridge(str(api.client.base_url).rstrip("/")) as chat:
                await chat.say(question)
                assert (await chat.reads())["text"] == FAILED

    play(scene)


def test_a_question_that_is_too_long_is_told_so(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api, chat_with_bridge(str(api.client.base_url).rstrip("/")) as chat:
            await chat.say("x" * 5000)
            assert "shorten it" in (await chat.reads())["text"]

    play(scene)


def test_a_person_is_told_when_nobody_is_there(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            url = str(api.client.base_url).rstrip("/")
        async with chat_with_bridge(url) as chat:
            await chat.say("is anybody there?")
            assert (await chat.reads())["text"] == FAILED

    play(scene)
