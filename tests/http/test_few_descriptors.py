"""A process that may open 256 files: what is half open, and what floods in, leaves room for an emergency."""

from __future__ import annotations

import asyncio
import os
import resource
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from bot.edge.server import listening_sockets
from tests.http.toy import OTHER_SECRET, SECRET, play

DESCRIPTORS, HALF_OPEN, FLOOD = 256, 400, 200
OF_THE_TEST = 1500
"""Descriptors that the strangers need."""
MOST_LOGGED = 300
HALF_A_HEAD = b"POST /v1/answers HTTP/1.1\r\nHost: x\r\nX-"
ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(
    resource.getrlimit(resource.RLIMIT_NOFILE)[0] < OF_THE_TEST, reason="the test itself may open too few files"
)


class Process(NamedTuple):
    """A running API that may open few files."""

    port: int
    watched_at: int
    pid: int

    def client(self, secret: str) -> httpx.AsyncClient:
        """As a clinic sees it."""
        headers = {"Authorization": f"Bearer {secret}"}
        limits = httpx.Limits(max_connections=FLOOD)
        return httpx.AsyncClient(base_url=f"http://127.0.0.1:{self.port}", headers=headers, timeout=40, limits=limits)

    def open_files(self) -> int:
        """How many descriptors it holds."""
        return len(os.listdir(f"/proc/{self.pid}/fd"))


def free_port() -> int:
    [bound] = listening_sockets("127.0.0.1", 0, "SETTING")
    with bound:
        return int(bound.getsockname()[1])


@asynccontextmanager
async def running(folder: Path) -> AsyncIterator[Process]:
    """The API in a process of its own, whose log is short at the end."""
    port, watched_at = free_port(), free_port()
    arguments = [str(folder / "farmasvar.sqlite"), str(port), str(watched_at), str(DESCRIPTORS)]
    with (folder / "log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.http.run_toy_api", *arguments, cwd=ROOT, stderr=log
        )
        try:
            found = Process(port, watched_at, process.pid)
            async with httpx.AsyncClient() as client:
                while not await answers(client, f"http://127.0.0.1:{port}/health"):
                    await asyncio.sleep(0)
            yield found
        finally:
            process.kill()
            await process.wait()
    logged = (folder / "log").read_text(encoding="utf-8").splitlines()
    assert len(logged) < MOST_LOGGED, logged[-5:]
    assert not [line for line in logged if "Too many open files" in line or "system resource" in line]


async def answers(client: httpx.AsyncClient, address: str) -> bool:
    try:
        return (await client.get(address)).status_code == httpx.codes.OK
    except httpx.TransportError:
        return False


async def half_open(port: int, number: int) -> list[asyncio.StreamWriter]:
    """Connections that send half a head and then nothing, all at once."""
    async def one() -> asyncio.StreamWriter | None:
        with suppress(OSError):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(HALF_A_HEAD)
            return writer
        return None

    return [writer for writer in await asyncio.gather(*(one() for _ in range(number))) if writer is not None]


def scene(folder: Path, play_it: Callable[[Process], Awaitable[None]]) -> None:
    async def whole() -> None:
        async with running(folder) as process:
            await play_it(process)

    play(whole)


def test_half_open_connections_on_every_address_leave_room_for_questions(tmp_path: Path) -> None:
    async def scene_of(process: Process) -> None:
        strangers = await half_open(process.port, HALF_OPEN) + await half_open(process.watched_at, HALF_OPEN)
        async with process.client(SECRET) as ward:
            asked = await ward.post("/v1/answers", json={"question": "does it help?"})
            urgent = await ward.post("/v1/answers", json={"question": "she swallowed them all"})
            assert (asked.status_code, urgent.json()["answer"]["status"]) == (200, "urgent")
            assert await answers(ward, f"http://127.0.0.1:{process.watched_at}/health")
        assert process.open_files() < DESCRIPTORS
        for writer in strangers:
            writer.close()

    scene(tmp_path, scene_of)


def test_an_urgent_question_is_answered_behind_a_flood_and_half_open_connections(tmp_path: Path) -> None:
    async def scene_of(process: Process) -> None:
        strangers = await half_open(process.port, HALF_OPEN)
        async with process.client(OTHER_SECRET) as other, process.client(SECRET) as ward:
            flood = [asyncio.create_task(other.post("/v1/answers", json={"question": f"stall {number}"}))
                     for number in range(FLOOD)]
            while not any(task.done() for task in flood):  # those turned away show that no place is left
                await asyncio.sleep(0)
            urgent = await ward.post("/v1/answers", json={"question": "she swallowed them all"})
            assert urgent.json()["answer"]["status"] == "urgent"
            assert sum(task.done() for task in flood) < FLOOD
            for task in flood:
                task.cancel()
            await asyncio.gather(*flood, return_exceptions=True)
        for writer in strangers:
            writer.close()

    scene(tmp_path, scene_of)
