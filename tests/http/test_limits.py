"""What strangers and floods may cost: connections, heads, bodies, the queue."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import pytest

from bot.app.monitoring.health import Finding
from bot.app.monitoring.server import MonitoringSettings, monitoring_server
from bot.edge import Limits
from bot.edge.server import listening_sockets, running_server
from knowledge.errors import ChannelError
from tests.http.toy import OTHER_SECRET, SECRET, Api, ToyResponder, play, running_api

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
HALF_A_HEAD = b"POST /v1/answers HTTP/1.1\r\nHost: x\r\nX-"


async def connected(api: Api, sent: bytes) -> Streams:
    reader, writer = await asyncio.open_connection("127.0.0.1", api.client.base_url.port)
    writer.write(sent)
    await writer.drain()
    return reader, writer


async def is_closed(reader: asyncio.StreamReader) -> bool:
    try:
        return not await reader.read()
    except ConnectionError:
        return True


async def until(met: Callable[[], bool]) -> None:
    while not met():
        await asyncio.sleep(0)


def test_a_connection_that_never_finishes_its_headers_is_closed(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path, limits=Limits(head_s=0.2)) as api:
            for sent in (b"", HALF_A_HEAD):
                reader, writer = await connected(api, sent)
                assert await is_closed(reader)
                writer.close()
            assert (await api.ask("still there?"))["id"]

    play(scene)


def test_a_second_request_on_a_connection_must_come_in_time_too(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path, limits=Limits(head_s=0.2)) as api:
            reader, writer = await connected(api, b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
            assert b"200" in await reader.readline()
            writer.write(HALF_A_HEAD)
            assert b'"status":"ok"' in await reader.read()
            writer.close()

    play(scene)


def test_a_body_that_never_ends_is_given_up(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path, limits=Limits(body_s=0.2)) as api:
            head = f"POST /v1/answers HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {SECRET}\r\nContent-Length: 50"
            reader, writer = await connected(api, head.encode() + b"\r\n\r\n" + b'{"question')
            assert await is_closed(reader)
            writer.close()

    play(scene)


def test_three_hundred_half_open_connections_do_not_stop_a_real_question(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path, limits=Limits(connections=128)) as api:
            streams = [await connected(api, HALF_A_HEAD) for _ in range(300)]
            assert (await api.ask("does it help?"))["id"]
            turned_away = [reader for reader, _ in streams[:150]]
            assert all([await is_closed(reader) for reader in turned_away])
            assert (await api.ask("and again?"))["id"]
            for _, writer in streams:
                writer.close()

    play(scene)


def test_the_monitoring_address_has_the_same_limits() -> None:
    async def scene() -> None:
        checks = {"one": lambda: Finding(ok=True, detail="x")}
        async with monitoring_server(MonitoringSettings(port=0), checks) as port:
            streams = [await asyncio.open_connection("127.0.0.1", port) for _ in range(200)]
            async with httpx.AsyncClient() as client:
                assert (await client.get(f"http://127.0.0.1:{port}/health")).status_code == 200
            for _, writer in streams:
                writer.close()

    play(scene)


def test_headers_beyond_any_measure_are_refused(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            reader, writer = await connected(api, b"GET /health HTTP/1.1\r\nX: " + b"x" * 100_000)
            assert b" 400 " in await reader.readline()
            writer.close()
            assert (await api.ask("still there?"))["id"]

    play(scene)


def test_an_urgent_question_is_answered_before_two_hundred_that_wait(tmp_path: Path) -> None:
    async def scene() -> None:
        responder = ToyResponder()
        async with running_api(tmp_path, responder, most_waiting=250, requests_per_minute=1000) as api:
            limits = httpx.Limits(max_connections=300)
            headers = {"Authorization": f"Bearer {OTHER_SECRET}"}
            async with httpx.AsyncClient(base_url=api.client.base_url, headers=headers, timeout=60,
                                         limits=limits) as other:
                waiting = [asyncio.create_task(other.post("/v1/answers", json={"question": f"stall {number}"}))
                           for number in range(200)]
                await until(lambda: len(responder.glanced) == 200)
                given = await api.ask("she swallowed them all")
                assert given["answer"]["status"] == "urgent"
                assert not any(task.done() for task in waiting)
                responder.released.set()
                assert {(await task).status_code for task in waiting} == {200}

    play(scene)


def test_an_urgent_question_is_let_in_when_every_connection_is_being_answered(tmp_path: Path) -> None:
    async def scene() -> None:
        responder = ToyResponder()
        async with running_api(tmp_path, responder, limits=Limits(connections=16)) as api:
            headers = {"Authorization": f"Bearer {OTHER_SECRET}"}
            async with httpx.AsyncClient(base_url=api.client.base_url, headers=headers, timeout=60) as other:
                waiting = [asyncio.create_task(other.post("/v1/answers", json={"question": "stall"}))
                           for _ in range(16)]
                await until(lambda: len(responder.glanced) == 16)
                assert (await api.ask("she swallowed them all"))["answer"]["status"] == "urgent"
                responder.released.set()
                assert {(await task).status_code for task in waiting} == {200}

    play(scene)


def test_a_question_of_another_clinic_does_not_wait_for_all_of_a_flood(tmp_path: Path) -> None:
    async def scene() -> None:
        responder = ToyResponder()
        async with running_api(tmp_path, responder, answer_threads=1) as api, api.as_clinic(OTHER_SECRET) as other:
            flood = [asyncio.create_task(other.post("/v1/answers", json={"question": "stall"})) for _ in range(20)]
            await until(lambda: responder.glanced.count("stall") == 20)
            asked = asyncio.create_task(api.ask("mine"))
            await until(lambda: "mine" in responder.glanced)
            assert (await api.get("/health")).status_code == 200  # by now it has its place in the queue
            responder.released.set()
            await asyncio.gather(asked, *flood)
            assert [enquiry.text for enquiry in responder.enquiries].index("mine") == 1

    play(scene)


def test_what_cannot_be_answered_soon_is_told_at_once_to_come_back(tmp_path: Path) -> None:
    async def scene() -> None:
        responder = ToyResponder()
        async with running_api(tmp_path, responder, answer_threads=1, most_waiting=2) as api:
            asked = [asyncio.create_task(api.client.post("/v1/answers", json={"question": "stall"})) for _ in range(9)]
            done, _ = await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED)
            refused = next(iter(done)).result()
            assert (refused.status_code, refused.headers["Retry-After"]) == (503, "2")
            assert "emergency number" in refused.json()["detail"]
            assert (await api.ask("she swallowed them all"))["answer"]["status"] == "urgent"
            responder.released.set()
            statuses = [(await task).status_code for task in asked]
            assert (statuses.count(200), statuses.count(503)) == (3, 6)

    play(scene)


@pytest.mark.parametrize(("listen", "setting"), [
    ("no..name", "FARMASVAR_HTTP_LISTEN"), ("192.0.2.1", "FARMASVAR_HTTP_LISTEN"),
    ("127.0.0.1", "FARMASVAR_HTTP_PORT"),
])
def test_where_nothing_can_be_listened_to_the_setting_at_fault_is_named(listen: str, setting: str) -> None:
    [taken] = listening_sockets("127.0.0.1", 0, "SETTING")
    with taken, pytest.raises(ChannelError, match=f"set another {setting}$"):
        listening_sockets(listen, taken.getsockname()[1], "FARMASVAR_HTTP_PORT")


def test_a_port_is_told_and_taken_once() -> None:
    async def scene() -> None:
        async def hello(scope: object, receive: object, send: Callable[[dict[str, object]], Awaitable[None]]) -> None:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"hello"})

        sockets = listening_sockets("localhost", 0, "SETTING")
        async with running_server(hello, sockets), httpx.AsyncClient() as client:  # type: ignore[arg-type]
            assert (await client.get(f"http://localhost:{sockets[0].getsockname()[1]}/")).text == "hello"

    play(scene)
