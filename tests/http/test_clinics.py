"""Tokens of clinics in the store: given, renewed and withdrawn by a command while the server runs."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner, Result

from bot.app.cli import main
from bot.desk.store.backups import back_up, restore
from bot.desk.store.clinics import Clinic, Clinics
from bot.desk.store.database import open_database, transaction
from tests.http.toy import NOW, Api, play, running_api

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on a data folder of its own, and shows where it failed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FARMASVAR_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("FARMASVAR_HTTP_TOKENS", raising=False)

    def command(*words: str, fails: bool = False) -> Result:
        done = CliRunner().invoke(main, ["tokens", *words])
        assert (done.exit_code != 0) is fails, done.output
        return done

    return command


async def until_status(api: Api, secret: str, status: int) -> httpx.Response:
    async with api.as_clinic(secret) as client:
        while True:
            response = await client.post("/v1/answers", json={"question": "q"})
            if response.status_code == status:
                return response
            await asyncio.sleep(0)


def test_a_token_is_given_renewed_and_withdrawn_while_the_server_runs(tmp_path: Path, run: Run) -> None:
    now = [NOW]

    async def scene() -> None:
        async with running_api(tmp_path, tokens_read_every_s=0.01, clock=lambda: now[0]) as api:
            first = run("add", "night-clinic", "--country", "NO", "--language", "nb").stdout.strip()
            response = await until_status(api, first, 200)
            assert response.json()["answer"]["language"] == "nb"
            assert api.responder.enquiries[-1].country == "NO"
            second = run("renew", "night-clinic").stdout.strip()
            await until_status(api, second, 200)
            await until_status(api, first, 200)
            now[0] = 4e9  # the day is over
            await until_status(api, first, 401)
            await until_status(api, second, 200)
            run("withdraw", "night-clinic")
            await until_status(api, second, 401)

    play(scene)


def test_the_list_shows_what_each_clinic_asked_and_no_secret(tmp_path: Path, run: Run,
                                                             monkeypatch: pytest.MonkeyPatch) -> None:
    secret = run("add", "night-clinic", "--country", "UK").stdout.strip()
    monkeypatch.setenv("FARMASVAR_HTTP_TOKENS", '["ward:' + "s" * 24 + '"]')

    async def scene() -> None:
        async with running_api(tmp_path, tokens_read_every_s=0.01, clock=time.time) as api:
            await until_status(api, secret, 200)
            await api.ask("unknown thing")

    play(scene)
    shown = run("list").stdout
    assert "GB" in shown and "answered 1" in shown and "not_covered 1" in shown and "in the setting" in shown
    assert secret not in shown
    assert secret.encode() not in (tmp_path / "farmasvar.sqlite").read_bytes()


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("add", "Night Clinic"), "small letters"),
        (("add", "a", "--country", "QQ"), "no country"),
        (("add", "a", "--language", "tlh"), "not spoken here"),
        (("renew", "nobody"), "no token in the store"),
        (("withdraw", "nobody"), "farmasvar tokens list"),
    ],
)
def test_a_command_that_makes_no_sense_says_why(run: Run, words: tuple[str, ...], hint: str) -> None:
    assert hint in run(*words, fails=True).output


def test_a_restore_does_not_bring_back_a_token_that_was_withdrawn(tmp_path: Path) -> None:
    database, copy = tmp_path / "farmasvar.sqlite", tmp_path / "copy"
    with closing(open_database(database)) as connection, transaction(connection):
        for name in ("one", "two"):
            Clinics(connection).keep(Clinic(name=name))
            Clinics(connection).add_token(name, now=1.0)
    back_up(database, copy)
    with closing(open_database(database)) as connection, transaction(connection):
        assert Clinics(connection).end_tokens("one", at=2.0, now=2.0) == 1
    restore(copy, database, kept_days=7, now=time.time())
    with closing(open_database(database)) as connection:
        assert [token.clinic.name for token in Clinics(connection).tokens(now=3.0)] == ["two"]
