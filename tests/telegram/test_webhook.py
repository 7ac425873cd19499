"""The webhook in place of polling."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import AsyncHTTPClient
from tornado.testing import bind_unused_port

from bot.channels.telegram import serve
from bot.channels.telegram.polling import ALLOWED_UPDATES
from bot.channels.telegram.webhook import SECRET_HEADER
from knowledge.errors import ChannelError
from tests.telegram.people import private
from tests.telegram.toy import Stage, play, toy_redact

SECRET = "a-secret-of-the-webhook_1234"


def webhook_settings(stage: Stage) -> dict[str, Any]:
    socket, port = bind_unused_port()
    socket.close()
    stage.fake.webhook_target = f"http://127.0.0.1:{port}/telegram.hook"
    return {"webhook_url": "https://bot.example/telegram.hook", "webhook_port": port, "webhook_secret": SECRET}


async def post(stage: Stage, body: bytes, secret: str | None = SECRET, path: str = "") -> int:
    headers = {} if secret is None else {SECRET_HEADER: secret}
    answer = await AsyncHTTPClient().fetch(str(stage.fake.webhook_target) + path, method="POST", body=body,
                                           headers=headers, raise_error=False)
    return int(answer.code)


def test_updates_posted_to_the_webhook_are_answered(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot(**webhook_settings(stage)):
            await stage.fake.until(lambda: stage.fake.webhook)
            assert json.loads(stage.fake.webhook["allowed_updates"]) == list(ALLOWED_UPDATES)
            person = private(stage.fake, 7)
            person.poison()
            person.say("question")
            await stage.fake.messages(7, 1)
            await stage.fake.confirmed()
        assert not stage.fake.called("getUpdates")

    play(tmp_path, scene)


def test_a_request_without_the_secret_is_refused(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot(**webhook_settings(stage)):
            await stage.fake.until(lambda: stage.fake.webhook)
            for secret in (None, "", "wrong", SECRET + "x", "æ"):
                assert await post(stage, b'{"update_id": 1}', secret) == 403
            assert await post(stage, b'{"update_id": 1}') == 200

    play(tmp_path, scene)


def test_a_request_that_is_no_update_does_no_harm(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot(**webhook_settings(stage)):
            await stage.fake.until(lambda: stage.fake.webhook)
            assert await post(stage, b"no json") == 400
            assert await post(stage, b"[1]") == 400
            assert await post(stage, b"{}", path="/elsewhere") == 404
            assert await post(stage, b'{"message": {}}') == 200

    play(tmp_path, scene)


def test_polling_removes_the_webhook_and_keeps_what_is_pending(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        private(stage.fake, 7).say("question")
        stage.fake.webhook = {"url": "https://bot.example/old"}
        async with stage.bot():
            await stage.fake.messages(7, 1)
        assert not stage.fake.webhook

    play(tmp_path, scene)


def test_a_port_in_use_is_one_line(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        settings = stage.settings(**{**webhook_settings(stage), "webhook_port": stage.fake.port})
        with pytest.raises(ChannelError, match="cannot listen"):
            await asyncio.wait_for(serve(settings, stage.responder, toy_redact), 5)

    play(tmp_path, scene)
