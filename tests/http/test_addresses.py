"""What clients and programs rely on: HEAD, Allow, keys of repeated requests, and every address tried by machine."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings

from bot.channels.http import HttpSettings, api_server
from tests.http.toy import NOW, OTHER_SECRET, SECRET, TOKENS, ToyResponder, play, running_api, toy_redact

TRIALS = 25
"""Requests tried of each operation; some hundred in all."""


def test_the_headers_of_an_address_can_be_asked_for_alone(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            for path in ("/v1/cards", "/openapi.json"):
                whole, alone = await api.get(path), await api.client.head(path)
                assert (alone.status_code, alone.content) == (200, b"")
                assert alone.headers["Content-Length"] == str(len(whole.content))
            # What the checks say changes as they end in the background, and its length with it.
            health = await api.client.head("/health")
            assert (health.status_code, health.content) == (200, b"")
            assert int(health.headers["Content-Length"]) > 0
            assert (await api.client.head("/nowhere")).status_code == 404
            refused = await api.client.head("/v1/answers")
            assert (refused.status_code, refused.headers["Allow"]) == (405, "POST")

    play(scene)


def test_a_refused_method_is_told_all_that_the_address_takes(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            for path, allowed in (("/v1/conversations/c", "GET, HEAD, DELETE"), ("/v1/cards", "GET, HEAD"),
                                  ("/health", "GET, HEAD")):
                refused = await api.client.put(path)
                assert (refused.status_code, refused.headers["Allow"]) == (405, allowed)
                assert allowed in refused.json()["detail"]

    play(scene)


def test_a_question_sent_again_under_its_key_is_answered_once(tmp_path: Path) -> None:
    async def scene() -> None:
        responder = ToyResponder()
        async with running_api(tmp_path, responder) as api, api.as_clinic(OTHER_SECRET) as other:
            def ask(question: str, client: Any = api.client) -> Any:
                return asyncio.create_task(client.post(
                    "/v1/answers", json={"question": question}, headers={"Idempotency-Key": "k-1"}))

            first = ask("stall")
            assert await asyncio.to_thread(responder.begun.wait, 20)
            again = ask("stall")
            responder.released.set()
            assert (await first).json() == (await again).json() == (await ask("stall")).json()
            assert len(responder.enquiries) == 1
            refused = await ask("something else")
            assert (refused.status_code, refused.json()["title"]) == (409, "Conflict")
            assert (await ask("stall", other)).json()["id"] != (await first).json()["id"]

    play(scene)


def test_a_request_that_broke_may_be_sent_again_under_its_key(tmp_path: Path) -> None:
    async def scene() -> None:
        database = tmp_path / "farmasvar.sqlite"
        database.write_bytes(b"no database at all, but long enough to be read as one" * 10)
        async with running_api(tmp_path, database=database) as api:
            sent: dict[str, Any] = {"json": {"question": "q"}, "headers": {"Idempotency-Key": "k-1"}}
            assert (await api.client.post("/v1/answers", **sent)).status_code == 503
            database.unlink()
            assert (await api.client.post("/v1/answers", **sent)).status_code == 200

    play(scene)


def test_a_report_sent_again_under_its_key_is_one_report(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            given = await api.ask("q", conversation="c")
            for _ in range(2):
                await api.client.post(given["links"]["feedback"], json={"kind": "error", "reason": "no"},
                                      headers={"Idempotency-Key": "r"})
            held = (await api.get("/v1/conversations/c")).json()["held"]
            assert len(held["feedback"]) == 1

    play(scene)


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """What Schemathesis reads of the description, of an API that runs in a thread of its own."""
    chosen = HttpSettings(port=0, tokens=TOKENS, database=tmp_path_factory.mktemp("api") / "farmasvar.sqlite",
                          requests_per_minute=1_000_000)
    port: Future[int] = Future()
    ended: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = Future()

    async def running() -> None:
        stop = asyncio.Event()
        async with api_server(chosen, ToyResponder(), toy_redact, clock=lambda: NOW) as listening:
            ended.set_result((asyncio.get_running_loop(), stop))
            port.set_result(listening)
            await stop.wait()

    thread = Thread(target=lambda: asyncio.run(running()), daemon=True)
    thread.start()
    yield schemathesis.openapi.from_url(f"http://127.0.0.1:{port.result(20)}/openapi.json")
    loop, stop = ended.result()
    loop.call_soon_threadsafe(stop.set)
    thread.join(20)


@pytest.mark.parametrize("number", range(17))
def test_every_address_does_what_the_description_says(described: Any, number: int) -> None:
    operations = [result.ok() for result in described.get_all_operations()]
    assert len(operations) == 17

    @given(case=operations[number].as_strategy())
    @settings(max_examples=TRIALS, derandomize=True, deadline=None, database=None, phases=(Phase.generate,),
              suppress_health_check=list(HealthCheck))
    def holds(case: Any) -> None:
        case.call_and_validate(headers={"Authorization": f"Bearer {SECRET}"})

    holds()
