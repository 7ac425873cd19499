"""Starting the bot, and what Teams hears of a post that takes long or is broken off."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.app.settings import Settings
from bot.app.wiring import teams_settings
from bot.channels.kit.port import File
from bot.channels.teams import references
from bot.channels.teams.files import Files
from bot.channels.teams.references import References
from knowledge.errors import ChannelError, SettingsError
from tests.kit.toy import NOW
from tests.teams.connector import APP, TENANT
from tests.teams.people import ADDRESS, Stage, play

GIVEN: dict[str, Any] = {"teams_app": APP.upper(), "teams_secret": "a secret", "teams_tenant": TENANT,
                         "teams_address": f"{ADDRESS}/"}


def test_the_settings_become_those_of_the_channel(tmp_path: Path) -> None:
    read = teams_settings(Settings(**GIVEN, data_dir=tmp_path, teams_cloud="usgov"))
    assert (read.app, read.tenant, read.address, read.cloud) == (APP, TENANT, ADDRESS, "usgov")
    assert read.folder == tmp_path / "teams"


@pytest.mark.parametrize("missing", list(GIVEN))
def test_a_setting_that_is_missing_is_named(missing: str) -> None:
    given = {name: value for name, value in GIVEN.items() if name != missing}
    with pytest.raises(SettingsError, match=f"^FARMASVAR_{missing.upper()}: is missing"):
        teams_settings(Settings(**given))


def test_everything_that_is_wrong_is_said_at_once() -> None:
    wrong = {**GIVEN, "teams_app": "Farmasvar", "teams_address": "http://farmasvar.example.org"}
    with pytest.raises(SettingsError, match="FARMASVAR_TEAMS_APP: `Farmasvar` is no .*\nFARMASVAR_TEAMS_ADDRESS: "):
        teams_settings(Settings(**wrong))


def test_two_bots_do_not_share_a_folder(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            with pytest.raises(ChannelError):
                async with stage.bot():
                    pass

    play(tmp_path, scene)


def test_a_post_that_takes_long_is_taken_before_teams_gives_it_up_and_answered_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.channels.teams.transport.CONFIRMED_WITHIN_S", 0.01)

    async def scene(stage: Stage) -> None:
        async with stage.bot():
            assert await stage.post(stage.person().activity(text="stall a little")) == 202
            stage.responder.released.set()
            await asyncio.gather(*stage.host._waiting)
            assert "stall a little" in stage.texts()[-1]

    play(tmp_path, scene)


def test_what_waits_while_the_bot_stops_is_not_confirmed(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            first = asyncio.create_task(stage.post(person.activity(text="stall")))
            assert await asyncio.to_thread(stage.responder.begun.wait, 10)
            waiting = asyncio.create_task(stage.post(person.activity(text="and this")))
            while len(stage.host._waiting) < 2:
                await asyncio.sleep(0)
            closing = asyncio.create_task(stage.host.close(5))
            await asyncio.sleep(0)
            stage.responder.released.set()
            await closing
            assert await first == 200 and await waiting == 503

    play(tmp_path, scene)


def test_chats_are_reached_where_teams_last_said_and_others_as_the_latest(tmp_path: Path) -> None:
    kept = References(tmp_path, "https://everywhere.example.org")
    kept.load()
    assert kept.of("a") == "https://everywhere.example.org"
    kept.note("a", "https://emea.example.org")
    kept.note("b", "https://amer.example.org")
    again = References(tmp_path, "https://everywhere.example.org")
    again.load()
    assert [again.of(chat) for chat in "abc"] == [
        "https://emea.example.org", "https://amer.example.org", "https://amer.example.org"]


@pytest.mark.parametrize("content", ["", "no JSON", "[]", '{"a": 1}', "\x00"])
def test_a_file_of_chats_that_cannot_be_read_is_begun_anew(tmp_path: Path, content: str) -> None:
    (tmp_path / "references.json").write_text(content)
    kept = References(tmp_path, "https://everywhere.example.org")
    kept.load()
    assert kept.of("a") == "https://everywhere.example.org"


def test_of_many_chats_those_not_heard_of_for_longest_make_room(tmp_path: Path,
                                                               monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(references, "MOST", 2)
    kept = References(tmp_path, "")
    for chat in "abc":
        kept.note(chat, f"https://{chat}.example.org")
    assert [kept.of(chat) for chat in "abc"] == [f"https://{chat}.example.org" for chat in "cbc"]


def test_a_file_that_is_sent_again_has_one_link_and_large_ones_make_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.teams.files.MOST_BYTES", 25)
    files = Files(lambda: NOW)
    one, other, last = (File(f"{name} æ.pdf", "application/pdf", b"0123456789") for name in "abc")
    paths = [files.put(one, "1"), files.put(one, "1"), files.put(other, "2")]
    assert paths[0] == paths[1] != paths[2] and paths[0].endswith("/a%20%C3%A6.pdf")
    files.put(last, "3")
    assert [files.get(path.split("/")[2]) for path in (paths[0], paths[2])] == [None, other]
