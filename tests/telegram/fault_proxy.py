"""A reverse proxy between the bot and a Bot API server, which spoils what a test wants spoilt.

Answers can be refused, cut off, delayed beyond patience or replaced by rubbish, before or after the request had its
effect; the network can be away for a while; the updates of a poll can be doubled, shuffled, held back and mixed with
nonsense. What to spoil is decided by two functions the test gives, so every plan of faults can be repeated.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random
from typing import Any, Literal

import httpx
from tornado.httpserver import HTTPServer
from tornado.iostream import StreamClosedError
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

Update = dict[str, Any]
HOP_HEADERS = {"content-length", "transfer-encoding", "connection", "content-encoding", "date", "server"}
RUBBISH = b"<html><body>Please accept the terms of this network to go on.</body></html>"
HANDED_ON_S = 60.0
"""Longest a request may take behind the proxy; a poll is held for a few seconds at most in tests."""


@dataclass(frozen=True)
class Fault:
    """What happens to one request; `applied`: it reaches the server and has its effect first."""

    kind: Literal["refused", "cut", "half", "silent", "rubbish"]
    applied: bool = False
    code: int = 500
    retry_after: int | None = None
    page: bool = False
    """A refusal in HTML, as the machines in front of Telegram word it, in place of Telegram's JSON."""

    @property
    def refusal(self) -> bytes:
        """The body of a refusal."""
        if self.page:
            return f"<html><h1>{self.code}</h1></html>".encode()
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": "refused by the proxy"}
        if self.retry_after is not None:
            body |= {"description": f"Too Many Requests: retry after {self.retry_after}",
                     "parameters": {"retry_after": self.retry_after}}
        return json.dumps(body).encode()


SpoilRequest = Callable[[str], Fault | None]
"""Given the method, what to do to the request; None: hand it on."""
SpoilUpdates = Callable[[list[Update], "int | None"], list[Any]]
"""Given the updates of a poll and its offset, what the bot gets to see."""


@dataclass
class Answered:
    """One request the server carried out, whatever the bot heard of it."""

    method: str
    parameters: dict[str, Any]
    at: float


class FaultProxy:
    """The proxy; give its `base_url` to the bot."""

    def __init__(self, upstream: str, spoil_request: SpoilRequest = lambda method: None,
                 spoil_updates: SpoilUpdates = lambda updates, offset: updates) -> None:
        self.upstream = upstream
        self.spoil_request = spoil_request
        self.spoil_updates = spoil_updates
        self.faults: list[tuple[str, Fault]] = []
        """Every fault that was brought about, with the method it struck."""
        self.batches_spoilt = 0
        self.carried_out: list[Answered] = []

    async def __aenter__(self) -> FaultProxy:
        self.client = httpx.AsyncClient(timeout=HANDED_ON_S, limits=httpx.Limits(max_connections=None), verify=False)
        self.port = 0
        self._listen()
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self._fall_silent()
        await self.client.aclose()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/bot"

    async def lose_network(self, seconds: float) -> None:
        """Refuse every connection for a while; those that are open are torn down."""
        await self._fall_silent()
        await asyncio.sleep(seconds)
        self._listen()

    def _listen(self) -> None:
        sockets = bind_sockets(self.port, "127.0.0.1")
        self.port = sockets[0].getsockname()[1]
        self._server = HTTPServer(Application([(r"/bot([^/]*)/(\w+)", _Relay, {"proxy": self})],
                                              log_function=lambda handler: None))
        self._server.add_sockets(sockets)

    async def _fall_silent(self) -> None:
        self._server.stop()
        await self._server.close_all_connections()

    async def hand_on(self, token: str, method: str, request: RequestHandler) -> tuple[int, bytes]:
        """Status and body of the server's answer; updates in it are spoilt."""
        arguments = {name: request.get_argument(name, strip=False) for name in request.request.arguments}
        answer = await self.client.request(request.request.method or "POST", f"{self.upstream}{token}/{method}",
                                           content=request.request.body, params=request.request.query or None,
                                           headers={"Content-Type": request.request.headers.get("Content-Type", "")})
        body = self.normalise(method, answer.status_code, answer.content)
        if method == "getUpdates" and body[0] == 200:
            updates = json.loads(body[1])["result"]
            offset = int(arguments["offset"]) if "offset" in arguments else None
            shown = self.spoil_updates(updates, offset)
            self.batches_spoilt += shown != updates
            return 200, json.dumps({"ok": True, "result": shown}).encode()
        if body[0] == 200:
            self.carried_out.append(Answered(method, arguments, time.monotonic()))
        return body

    def normalise(self, method: str, code: int, body: bytes) -> tuple[int, bytes]:
        """Status and body as Telegram would give them; a server that differs from Telegram is put right here."""
        return code, body


class _Relay(RequestHandler):
    def initialize(self, proxy: FaultProxy) -> None:
        self._proxy = proxy
        self._work: asyncio.Task[tuple[int, bytes]] | None = None
        self._gone = asyncio.Event()

    async def get(self, token: str, method: str) -> None:
        await self.post(token, method)

    async def post(self, token: str, method: str) -> None:
        fault = self._proxy.spoil_request(method)
        if fault is not None:
            self._proxy.faults.append((method, fault))
        answer = 200, b""
        if fault is None or fault.applied or fault.kind == "half":
            try:
                self._work = asyncio.ensure_future(self._proxy.hand_on(token, method, self))
                answer = await self._work
            except (asyncio.CancelledError, httpx.HTTPError):
                self._cut()
                return
        with suppress(StreamClosedError):
            await self._give(answer, fault)

    async def _give(self, answer: tuple[int, bytes], fault: Fault | None) -> None:
        self.set_header("Content-Type", "application/json")
        match fault:
            case None:
                self.set_status(answer[0])
                await self.finish(answer[1])
            case Fault(kind="refused"):
                self.set_status(fault.code)
                await self.finish(fault.refusal)
            case Fault(kind="rubbish"):
                await self.finish(RUBBISH)
            case Fault(kind="half"):
                self.set_header("Content-Length", str(len(answer[1])))
                self.write(answer[1][:len(answer[1]) // 2])
                await self.flush()
                self._cut()
            case Fault(kind="silent"):
                await self._gone.wait()
            case _:
                self._cut()

    def _cut(self) -> None:
        """Close the connection without another word."""
        with suppress(StreamClosedError, AttributeError):
            self.detach().close()

    def on_connection_close(self) -> None:
        self._gone.set()
        if self._work is not None:
            self._work.cancel()


@dataclass
class HeldBack:
    """Updates that come late: newer ones have been confirmed before they are first seen.

    Telegram's own server has forgotten such an update by then, so it is kept here until the bot's next poll shows that
    the batch with it was taken in.
    """

    chance: Random
    share: float
    behind: int = 5
    """How many newer updates go first."""
    _held: list[tuple[int, Update]] = field(default_factory=list)
    _given: list[Update] = field(default_factory=list)
    _confirmed_by: int = 0
    _seen: set[int] = field(default_factory=set)
    late: int = 0

    def __call__(self, updates: list[Update], offset: int | None) -> list[Any]:
        if self._given and offset != self._confirmed_by:
            self._held += [(0, update) for update in self._given]
        self._given = []
        now: list[Update] = []
        for update in updates:
            if update["update_id"] not in self._seen and self.chance.random() < self.share:
                self._held.append((self.behind, update))
            elif all(update is not held for _, held in self._held):
                now.append(update)
            self._seen.add(update["update_id"])
        waiting = []
        for left, update in self._held:
            if left <= len(now) or not updates:
                self._given.append(update)
            else:
                waiting.append((left - len(now), update))
        self._held = waiting
        self.late += len(self._given)
        batch = [*now, *self._given]
        self._confirmed_by = max((update["update_id"] for update in batch), default=0) + 1
        return batch


def doubled(chance: Random, share: float) -> SpoilUpdates:
    """Some updates twice in a batch, and some of earlier batches again."""
    before: list[Update] = []

    def spoil(updates: list[Update], offset: int | None) -> list[Any]:
        again = [update for update in updates if chance.random() < share]
        old = chance.sample(before, min(len(before), len(again)))
        before.extend(updates)
        return [*updates, *again, *old]

    return spoil


def shuffled(chance: Random) -> SpoilUpdates:
    """Each batch in random order."""
    return lambda updates, offset: chance.sample(updates, len(updates))


NONSENSE: tuple[Any, ...] = (
    None, 7, "update", [], {}, [{"update_id": 1}], {"update_id": None}, {"update_id": "12"}, {"update_id": 1.5},
    {"update_id": True}, {"update_id": [3]}, {"message": {"text": "no number"}}, {"update_id": 2**70, "message": {}},
)
"""Things that are no update at all."""


def with_nonsense(chance: Random, share: float) -> SpoilUpdates:
    """Things that are no updates, put between those that are."""
    def spoil(updates: list[Update], offset: int | None) -> list[Any]:
        batch: list[Any] = []
        for update in updates:
            if chance.random() < share:
                batch.append(chance.choice(NONSENSE))
            batch.append(update)
        return batch

    return spoil


WRONG_VALUES: tuple[Any, ...] = (None, "", "text", 0, -1, 2**63, 1e300, True, [], {}, [None], {"id": "x"}, "\ud800",
                                 "\x00")


def damaged(chance: Random, content: Any, wounds: int = 2) -> Any:
    """A copy of what Telegram might send, with some of its parts missing or of another type."""
    copy = deepcopy(content)
    for _ in range(wounds):
        place = copy
        while isinstance(place, dict) and place:
            key = chance.choice(sorted(place))
            if isinstance(place[key], dict) and place[key] and chance.random() < 0.7:
                place = place[key]
            elif chance.random() < 0.5:
                del place[key]
                break
            else:
                place[key] = deepcopy(chance.choice(WRONG_VALUES))
                break
    return copy
