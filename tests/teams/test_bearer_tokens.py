"""Nobody but Teams is listened to."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from tests.teams.connector import APP, TENANT, new_key
from tests.teams.people import ADDRESS, Stage, play, settings

STRANGER = new_key()


@pytest.mark.parametrize("wrong", [
    {"key": STRANGER},
    {"key": STRANGER, "kid": "a key nobody knows"},
    {"aud": "00000000-0000-0000-0000-000000000000"},
    {"aud": None},
    {"iss": "https://sts.example.org"},
    {"iss": None},
    {"exp": int(time.time()) - 3600, "iat": int(time.time()) - 7200},
    {"nbf": int(time.time()) + 3600},
    {"serviceurl": "https://elsewhere.example.org"},
    {"serviceurl": None},
], ids=["our key is not theirs", "unknown key", "for another bot", "for nobody", "from somebody else", "from nobody",
        "expired", "not valid yet", "for another address", "for no address"])
def test_a_post_without_a_valid_token_is_refused(tmp_path: Path, wrong: dict[str, Any]) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            token = stage.microsoft.signed(**wrong)
            assert await stage.post(person.activity(text="does it help"), token) == 401
            assert stage.responder.enquiries == [] and stage.microsoft.posted == []

    play(tmp_path, scene)


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer a.b.c", "Basic a3J5cHQ="])
def test_a_post_without_any_token_is_refused(tmp_path: Path, authorization: str) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            answer = await stage.web.post("/api/messages", json=stage.person().activity(text="does it help"),
                                          headers={"Authorization": authorization} if authorization else {})
            assert answer.status_code == 401 and answer.content == b""
            assert stage.microsoft.keys_asked_for == 0, "what is no token is worth no look at the keys"

    play(tmp_path, scene)


def test_a_token_that_names_no_algorithm_or_a_shared_secret_is_refused(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        import jwt

        claims = {"iss": "https://api.botframework.com", "aud": APP, "serviceurl": stage.microsoft.address,
                  "exp": int(time.time()) + 3600}
        async with stage.bot():
            for key, algorithm in ((None, "none"), ("a secret" * 8, "HS256")):
                token = jwt.encode(claims, key, algorithm=algorithm, headers={"kid": stage.microsoft.kid})
                assert await stage.post(stage.person().activity(text="does it help"), token) == 401

    play(tmp_path, scene)


def test_an_activity_that_names_no_address_is_refused_for_the_token_could_not_be_compared(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            activity = stage.person().activity(text="does it help")
            assert await stage.post({**activity, "serviceUrl": ""}) == 401
            del activity["serviceUrl"]
            assert await stage.post(activity) == 401

    play(tmp_path, scene)


def test_another_organisation_and_another_channel_of_the_bot_service_are_not_read(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        elsewhere = {"tenant": {"id": "00000000-0000-0000-0000-000000000000"}}
        async with stage.bot():
            assert await stage.post(person.activity(text="does it help", channelData=elsewhere)) == 403
            assert await stage.post(person.activity(text="does it help", channelId="webchat")) == 403
            assert await stage.post(person.activity(text="does it help")) == 200
        assert len(stage.responder.enquiries) == 1

    play(tmp_path, scene)


def test_without_keys_teams_is_asked_to_come_again_and_the_keys_are_kept_once_they_are_had(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            stage.microsoft.gives_keys = False
            assert await stage.post(person.activity(text="does it help")) == 503
            stage.microsoft.gives_keys = True
            assert "turn 1" in await person.say("does it help")
            before = stage.microsoft.keys_asked_for
            await person.say("and this")
            assert stage.microsoft.keys_asked_for == before

    play(tmp_path, scene)


def test_tokens_with_made_up_keys_do_not_have_the_keys_fetched_each_time(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            for number in range(10):
                token = stage.microsoft.signed(key=STRANGER, kid=f"made up {number}")
                assert await stage.post(person.activity(text="does it help"), token) == 401
            assert stage.microsoft.keys_asked_for == 1
            assert "turn 1" in await person.say("does it help")

    play(tmp_path, scene)


def test_a_post_that_is_no_activity_is_refused(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            for body in (b"", b"no JSON", b"[]", b"{}", b'{"type": 1}', b"[" * 100_000):
                assert (await stage.web.post("/api/messages", content=body)).status_code == 400
            large = await stage.web.post("/api/messages", content=b" " * (2**20 + 1))
            assert large.status_code == 413

    play(tmp_path, scene)


def test_the_bot_asks_its_organisation_for_a_token_with_its_secret(tmp_path: Path,
                                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    from microsoft_teams.api.auth.cloud_environment import PUBLIC

    from bot.channels.teams.transport import app_tokens

    asked: list[Any] = []

    class SignIn:
        def __init__(self, client: str, **given: Any) -> None:
            asked.append((client, given))

        def acquire_token_for_client(self, scopes: list[str]) -> dict[str, str]:
            asked.append(scopes)
            return {"error": "invalid_client"}

    monkeypatch.setattr("microsoft_teams.apps.token_manager.ConfidentialClientApplication", SignIn)

    async def scene(stage: Stage) -> None:
        with pytest.raises(ValueError):
            await app_tokens(settings(tmp_path), PUBLIC).get_app_token(PUBLIC.bot_scope, None)  # type: ignore[misc]

    play(tmp_path, scene)
    assert asked == [(APP, {"client_credential": "a secret",
                            "authority": f"https://login.microsoftonline.com/{TENANT}"}),
                     ["https://api.botframework.com/.default"]]


@pytest.mark.parametrize(("name", "given"), [
    ("app", "Farmasvar"), ("tenant", "example.org"), ("address", "http://farmasvar.example.org")])
def test_a_setting_that_microsoft_would_refuse_is_refused_before(tmp_path: Path, name: str, given: str) -> None:
    with pytest.raises(ValueError, match="identifier|https"):
        settings(tmp_path, **{name: given})


def test_the_address_is_kept_without_a_slash_at_its_end(tmp_path: Path) -> None:
    assert settings(tmp_path, address=f"{ADDRESS}/").address == ADDRESS
