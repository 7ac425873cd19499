"""Signing in with an account of an OpenID Connect provider: a certified one, run here by Node."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpx
import pytest
from pydantic import SecretStr, ValidationError

from bot.app.settings import load_settings
from bot.app.wiring import web_settings
from bot.channels.web.provider import ProviderSettings
from bot.edge import listening_sockets
from knowledge.errors import SettingsError
from tests.http.toy import play
from tests.web.toy import Pages, Visitor, running_pages

FOLDER = Path(__file__).parent / "provider"
SECRET = "a secret of the pages"

provided = pytest.mark.skipif(
    shutil.which("node") is None or not (FOLDER / "node_modules").is_dir(),
    reason="needs Node and its packages: `npm ci` in tests/web/provider")


@contextmanager
def provider(port: int, called: str = "Ann-Mari.Ås@example.org") -> Iterator[str]:
    """A provider that knows the pages at a port; gives its address."""
    command = ["node", str(FOLDER / "server.mjs"), f"http://127.0.0.1:{port}/provider/back", called]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert process.stdout is not None
        while not (line := process.stdout.readline()).startswith("http://"):
            assert line, "the provider did not start"
        yield line.strip()
    finally:
        process.kill()
        process.communicate()


@asynccontextmanager
async def pages_with_provider(folder: Path, called: str = "Ann-Mari.Ås@example.org", *, secret: str = SECRET,
                              issuer: str | None = None, **settings: Any) -> AsyncIterator[Pages]:
    """The pages, with a provider that they trust."""
    port = _free_port()
    with provider(port, called) as address:
        trusted = ProviderSettings(issuer=issuer or address, client="pages", secret=SecretStr(secret), name="the ward",
                                   **settings)
        async with running_pages(folder, provider=trusted, port=port) as pages:
            yield pages


def _free_port() -> int:
    (socket,) = listening_sockets("127.0.0.1", 0, "no setting")
    port = int(socket.getsockname()[1])
    socket.close()
    return port


async def signed_in_as(visitor: Visitor, account: str, link: str = "") -> httpx.Response:
    """Where somebody ends who signs in at the provider, and lets it tell the pages who they are."""
    response = await visitor.client.get(f"/provider/sign-in?link={link}" if link else "/provider/sign-in")
    for _ in range(2):  # who are you, and may it be told
        if "/interaction/" not in str(response.url):
            break
        form = re.search(r'action="([^"]+)"', response.text)
        assert form, response.text[:400]
        prompt = re.search(r'name="prompt" value="(\w+)"', response.text)
        fields = {"prompt": prompt[1] if prompt else "login", "login": account, "password": "any"}
        response = await visitor.client.post(urljoin(str(response.url), form[1]), data=fields)
    visitor.page = response.text
    return response


@provided
def test_an_account_is_bound_to_a_person_by_a_link_and_signs_them_in_from_then_on(tmp_path: Path) -> None:
    async def scene() -> None:
        async with pages_with_provider(tmp_path) as pages:
            code = pages.desk.invite("anna", "reviewer", by="test")
            async with pages.stranger() as anna:
                assert "Sign in with the ward" in await anna.open(f"/join/{code}")
                response = await signed_in_as(anna, "u-1", code)
                assert response.url.path == "/ask"
                await anna.open("/reports")
                await anna.open(f"/join/{code}", 410)
            async with pages.stranger() as again:
                assert "Sign in with the ward" in await again.open("/ask", 401)
                assert (await signed_in_as(again, "u-1")).url.path == "/ask"
                held = (await again.client.get("/own/export.json")).json()
                assert held["user"] == "anna" and held["accounts"] == 1
                assert "farmasvar_provider" not in again.client.cookies

    play(scene)


@provided
def test_an_account_that_nobody_bound_is_let_in_only_where_newcomers_are_welcome(tmp_path: Path) -> None:
    async def scene() -> None:
        async with pages_with_provider(tmp_path / "closed") as pages, pages.stranger() as stranger:
            response = await signed_in_as(stranger, "u-1")
            assert response.status_code == 403 and "not let in here" in response.text
            assert pages.desk.people() == []
        async with pages_with_provider(tmp_path / "open", newcomers=True) as pages, pages.stranger() as stranger:
            assert (await signed_in_as(stranger, "u-1")).url.path == "/ask"
            await stranger.open("/reports", 403)
            assert [(member.id, member.role) for member, _ in pages.desk.people()] == [("ann-mari-as", "asker")]

    play(scene)


@provided
def test_a_newcomer_never_becomes_somebody_else_by_the_name_the_provider_shows(tmp_path: Path) -> None:
    async def scene() -> None:
        async with pages_with_provider(tmp_path, "administrator", newcomers=True) as pages:
            pages.desk.first_invitation()  # nobody has used it yet
            async with pages.stranger() as mallory:
                await signed_in_as(mallory, "u-1")
                await mallory.open("/access", 403)
            async with pages.stranger() as other:
                await signed_in_as(other, "u-2")
            assert [member.id for member, _ in pages.desk.people()] == ["administrator-2", "administrator-3"]

    play(scene)


@provided
def test_whoever_is_taken_off_the_list_stays_out_with_their_account(tmp_path: Path) -> None:
    async def scene() -> None:
        async with pages_with_provider(tmp_path, "berit", newcomers=True) as pages, pages.stranger() as berit:
            await signed_in_as(berit, "u-1")
            pages.desk.remove("berit", by="test")
            await berit.open("/ask", 401)
            assert (await signed_in_as(berit, "u-1")).status_code == 403

    play(scene)


@provided
def test_a_return_that_was_not_begun_in_this_browser_signs_nobody_in(tmp_path: Path) -> None:
    async def scene() -> None:
        async with pages_with_provider(tmp_path, newcomers=True) as pages, pages.stranger() as mallory:
            mallory.client.follow_redirects = False
            response = await mallory.client.get("/provider/sign-in")
            begun = httpx.URL(response.headers["Location"])
            assert begun.params["code_challenge_method"] == "S256" and begun.params["nonce"]
            async with pages.stranger() as victim:
                for query in (f"state={begun.params['state']}&code=stolen", "code=stolen", "error=access_denied", ""):
                    response = await victim.client.get(f"/provider/back?{query}")
                    assert response.status_code == 502 and "did not work" in response.text
                await victim.open("/ask", 401)

    play(scene)


@provided
@pytest.mark.parametrize("wrong", [{"secret": "not the secret"}, {"issuer": "http://127.0.0.1:9"}])
def test_a_provider_that_is_away_or_does_not_vouch_lets_nobody_in(tmp_path: Path, wrong: dict[str, str]) -> None:
    async def scene() -> None:
        async with pages_with_provider(tmp_path, newcomers=True, **wrong) as pages, pages.stranger() as stranger:
            response = await signed_in_as(stranger, "u-1")
            assert response.status_code == 502 and "did not work" in response.text
            await stranger.open("/ask", 401)

    play(scene)


def test_without_a_provider_there_is_nothing_at_its_addresses(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.stranger() as stranger:
            for address in ("/provider/sign-in", "/provider/back"):
                assert (await stranger.client.get(address)).status_code == 404
            assert "Sign in with" not in await stranger.open("/ask", 401)

    play(scene)


@pytest.mark.parametrize("issuer", ["login.example.org", "http://login.example.org", "ftp://login.example.org", ""])
def test_a_provider_is_spoken_to_over_tls_alone(issuer: str) -> None:
    with pytest.raises(ValidationError, match="no https address"):
        ProviderSettings(issuer=issuer, client="pages")


def test_settings_of_a_provider_that_are_said_by_half_are_told_apart(tmp_path: Path) -> None:
    given = {"FARMASVAR_WEB_PROVIDER": "https://login.example.org"}
    with pytest.raises(SettingsError, match="FARMASVAR_WEB_PROVIDER_CLIENT is missing"):
        load_settings(web_settings, environment=given, folder=tmp_path)
    given = {"FARMASVAR_WEB_PROVIDER": "http://login.example.org", "FARMASVAR_WEB_PROVIDER_CLIENT": "pages"}
    with pytest.raises(SettingsError, match="no https address"):
        load_settings(web_settings, environment=given, folder=tmp_path)
    given["FARMASVAR_WEB_PROVIDER"] = "https://login.example.org"
    found = web_settings(load_settings(environment=given, folder=tmp_path)).provider
    assert found is not None and found.shown == "login.example.org" and not found.newcomers
