"""A running Telegram bot watched from outside: what its log, its metrics and its health check say."""

from __future__ import annotations

import asyncio
import io
import json
import logging
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from socket import socket

import httpx
import pytest

from bot.app.monitoring.logs import configure_logging
from bot.app.monitoring.server import MonitoringSettings
from bot.channels.telegram import serve
from tests.telegram.fake_bot_api import TOKEN
from tests.telegram.people import MENTION, member, private
from tests.telegram.toy import Stage, play, toy_redact


@pytest.fixture(params=["plain", "json"])
def log(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """Everything logged, at the most talkative level."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    written = io.StringIO()
    root.handlers.clear()
    configure_logging("DEBUG", request.param, written)
    yield written
    root.handlers[:] = handlers
    root.setLevel(level)


def test_no_text_of_a_message_gets_into_the_log(tmp_path: Path, log: io.StringIO) -> None:
    async def scene(stage: Stage) -> None:
        person, colleague = private(stage.fake, 7), member(stage.fake, 8)
        async with stage.bot():
            person.say("zebra one 01017012345")
            person.say("boom zebra two")
            person.say("options zebra three")
            person.say("/language zebra-four")
            person.say("/zebra five")
            person.photo(caption="zebra six")
            colleague.say(f"{MENTION} zebra seven")
            person.poison_message()
            await stage.fake.messages(7, 6)
            await stage.fake.messages(-100500, 1)

    play(tmp_path, scene)
    text = log.getvalue()
    assert "connected as bot" in text
    for private_text in ("zebra", "01017012345", "secret words", "Kari", "Nordmann", TOKEN):
        assert private_text not in text


def test_the_bot_answers_who_asks_after_its_health_and_counts(tmp_path: Path) -> None:
    with closing(socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    async def scene(stage: Stage) -> None:
        person, stop = private(stage.fake, 7), asyncio.Event()
        running = asyncio.create_task(serve(stage.settings(), stage.responder, toy_redact, clock=lambda: stage.now,
                                            stop=stop, monitoring=MonitoringSettings(port=port)))
        person.say("does it help?")
        await stage.fake.messages(7, 1)
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
            health = (await client.get("/health")).json()
            assert health["status"] == "ok", health
            assert set(health["checks"]) == {"library", "database", "tables", "telegram"}
            counted = (await client.get("/metrics")).text
            assert 'farmasvar_questions_total{channel="telegram"' in counted
            stage.now += 3600
            silent = await client.get("/health")
            assert (silent.status_code, silent.json()["checks"]["telegram"]["ok"]) == (503, False)
        stop.set()
        await running

    play(tmp_path, scene)


def test_what_is_logged_as_json_can_be_read_by_a_machine(tmp_path: Path) -> None:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    written = io.StringIO()
    configure_logging("DEBUG", "json", written)
    try:
        async def scene(stage: Stage) -> None:
            async with stage.bot():
                private(stage.fake, 7).say("q")
                await stage.fake.messages(7, 1)

        play(tmp_path, scene)
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    assert lines and all({"time", "level", "logger", "event"} <= set(line) for line in lines)
