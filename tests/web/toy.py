"""The pages over a toy, and a browser without a screen: cookies, forms, and what a page says."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import httpx

from bot.channels.base import Responder
from bot.channels.web import WebSettings, web_server
from bot.channels.web.desk import WebDesk
from bot.desk.store.roles import Role
from tests.http.toy import NOW, TOKENS, ToyResponder, toy_redact

EVERY_PAGE = ("/ask", "/own", "/library", "/cards/toy", "/review", "/gaps", "/reports", "/access", "/use", "/status")
_NOTICES = re.compile(r'class="notice"[^>]*>(.*?)</p>')
_KEY = re.compile(r'name="form_key" value="([^"]+)"')


@dataclass
class Visitor:
    """Somebody with a browser."""

    client: httpx.AsyncClient
    page: str = ""

    async def open(self, address: str, status: int = 200) -> str:
        """What a page says."""
        response = await self.client.get(address)
        assert response.status_code == status, (response.status_code, response.text[:300])
        self.page = response.text
        return unescape(self.page)

    async def send(self, address: str, status: int = 200, **fields: Any) -> str:
        """What comes of a form of the page that is open."""
        key = _KEY.search(self.page)
        sent = {"form_key": key[1] if key else "", **fields}
        response = await self.client.post(address, data=sent)
        told = response.status_code, _NOTICES.findall(response.text), response.text[:300]
        assert response.status_code == status, told
        self.page = response.text
        return unescape(self.page)


@dataclass
class Pages:
    """The pages, and ways to people who use them."""

    address: str
    desk: WebDesk
    responder: Any

    @asynccontextmanager
    async def visited_by(self, person: str = "anna", role: Role = "asker", **headers: str) -> AsyncIterator[Visitor]:
        """Somebody who has signed in."""
        async with self.stranger(**headers) as visitor:
            code = self.desk.invite(person, role, by="test")
            await visitor.open(f"/join/{code}")
            await visitor.send(f"/join/{code}")
            yield visitor

    @asynccontextmanager
    async def stranger(self, **headers: str) -> AsyncIterator[Visitor]:
        """Somebody who has not."""
        async with httpx.AsyncClient(base_url=self.address, timeout=30, follow_redirects=True,
                                     headers=headers) as client:
            yield Visitor(client)


@asynccontextmanager
async def running_pages(folder: Path, responder: Responder | None = None, *, clock: Callable[[], float] = lambda: NOW,
                        steady_clock: Callable[[], float] = lambda: 0.0, port: int = 0,
                        renew: Callable[[], None] = lambda: None, **settings: Any) -> AsyncIterator[Pages]:
    """The pages on a free port; their clocks stand still unless told otherwise."""
    chosen = WebSettings(port=port, tokens=TOKENS, database=folder / "farmasvar.sqlite", **settings)
    toy = responder or ToyResponder()
    async with web_server(chosen, toy, toy_redact, lambda concept, language: f"{concept} ({language})", clock=clock,
                          steady_clock=steady_clock, renew=renew) as (port, desk):
        yield Pages(f"http://127.0.0.1:{port}", desk, toy)
