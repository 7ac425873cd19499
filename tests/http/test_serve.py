"""Starting and stopping: ports that are taken, signals, requests under way, and what the log says of it all."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.app.monitoring import metrics
from bot.app.monitoring.logs import configure_logging
from bot.app.monitoring.server import MonitoringSettings
from bot.channels.http import HttpSettings, serve
from knowledge.errors import ChannelError
from tests.http.toy import SECRET, TOKENS, ToyResponder, play, running_api, toy_redact


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything logged, at the most talkative level."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    written = io.StringIO()
    root.handlers.clear()
    configure_logging("DEBUG", "json", written)
    yield written
    root.handlers[:] = handlers
    root.setLevel(level)


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_stop_signal_lets_a_request_under_way_finish(tmp_path: Path, log: io.StringIO) -> None:
    async def scene() -> None:
        responder, port, watched = ToyResponder(), free_port(), free_port()
        settings = HttpSettings(port=port, tokens=TOKENS, database=tmp_path / "farmasvar.sqlite")
        watching = MonitoringSettings(port=watched)
        serving = asyncio.create_task(serve(settings, responder, toy_redact, monitoring=watching))
        async with httpx.AsyncClient(headers={"Authorization": f"Bearer {SECRET}"}, timeout=30) as client:
            while "listening" not in log.getvalue():
                await asyncio.sleep(0)
            asking = asyncio.create_task(
                client.post(f"http://127.0.0.1:{port}/v1/answers", json={"question": "stall"}))
            assert await asyncio.to_thread(responder.begun.wait, 20)
            assert (await client.get(f"http://127.0.0.1:{watched}/health")).status_code == 200
            os.kill(os.getpid(), signal.SIGTERM)
            while True:
                try:
                    await client.get(f"http://127.0.0.1:{port}/health", headers={"Connection": "close"})
                except httpx.TransportError:
                    break
            responder.released.set()
            assert (await asking).json()["answer"]["status"] == "answered"
            await serving
        assert '"stopped"' in log.getvalue()

    play(scene)


def test_a_request_that_takes_too_long_does_not_hold_up_the_end(tmp_path: Path) -> None:
    async def scene() -> None:
        responder = ToyResponder()
        async with running_api(tmp_path, responder, grace_s=0) as api:
            asking = asyncio.create_task(api.client.post("/v1/answers", json={"question": "stall"}))
            assert await asyncio.to_thread(responder.begun.wait, 20)
        with pytest.raises(httpx.TransportError):
            await asking
        responder.released.set()

    play(scene)


def test_a_port_that_is_taken_names_the_setting(tmp_path: Path) -> None:
    async def scene() -> None:
        with closing(socket.socket()) as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            settings = HttpSettings(port=port, tokens=TOKENS, database=tmp_path / "farmasvar.sqlite")
            with pytest.raises(ChannelError, match="FARMASVAR_HTTP_PORT"):
                await serve(settings, ToyResponder(), toy_redact)

    play(scene)


def test_the_log_names_routes_and_clinics_and_no_word_of_a_request(tmp_path: Path, log: io.StringIO) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            given = await api.ask("zebra one", conversation="giraffe")
            await api.client.post(given["links"]["feedback"], json={"kind": "error", "reason": "zebra two"})
            await api.client.post("/v1/answers", json={"question": "boom zebra three"})
            await api.client.post("/v1/answers", json={"question": "zebra four", "zebra": "five"})
            await api.client.post("/v1/answers", content=b"{zebra six")
            await api.get("/v1/cards", params={"language": "zebra-seven"})
            await api.get("/zebra-eight?zebra=nine")
            await api.client.delete("/v1/conversations/giraffe")
            await api.client.request("ZEBRA", "/v1/cards")

    play(scene)
    text = log.getvalue()
    assert "zebra" not in text.lower() and "giraffe" not in text and SECRET not in text
    lines: list[dict[str, Any]] = [json.loads(line) for line in text.splitlines()]
    assert all({"time", "level", "logger", "event"} <= set(line) for line in lines)
    routes = {(line["route"], line["clinic"], line["status"]) for line in lines if "route" in line and "status" in line}
    assert ("/v1/answers/{answer}/feedback", "ward", 200) in routes
    assert ("/v1/conversations/{conversation}", "ward", 200) in routes
    broken = next(line for line in lines if line["event"].startswith("broken off"))
    assert broken["event"].startswith("broken off: ValueError at toy.py:")


def test_answers_and_faults_are_counted(tmp_path: Path) -> None:
    def counted(line: str) -> float:
        found = [row for row in metrics.exposition().decode().splitlines() if row.startswith(line)]
        return float(found[0].rsplit(" ", 1)[1]) if found else 0.0

    answered = 'farmasvar_questions_total{channel="http",language="nb",status="answered"}'
    broken, seconds = 'farmasvar_faults_total{kind="answer"}', 'farmasvar_answer_seconds_count{channel="http"}'
    before = [counted(line) for line in (answered, broken, seconds)]

    async def scene() -> None:
        async with running_api(tmp_path) as api:
            await api.ask("q", language="nb")
            await api.client.post("/v1/answers", json={"question": "boom"})

    play(scene)
    assert [counted(line) for line in (answered, broken, seconds)] == [number + 1 for number in before]
