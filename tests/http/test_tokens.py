"""Tokens, the allowance, and the settings they stand in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr, ValidationError

from bot.channels.http import HttpSettings
from bot.channels.http.allowance import Allowance
from bot.channels.http.tokens import read_tokens
from bot.settings import Settings
from bot.wiring import http_settings
from knowledge.errors import SettingsError

SECRET = "s" * 24


def test_a_token_names_its_clinic() -> None:
    tokens = read_tokens([SecretStr(f"ward-7:{SECRET}"), SecretStr("pharmacy:" + "t" * 30)])
    assert tokens.clinic(f"Bearer {SECRET}") == "ward-7"
    assert tokens.clinic("bearer  " + "t" * 30) == "pharmacy"


def test_a_clinic_may_have_two_tokens_while_one_takes_over_from_the_other() -> None:
    tokens = read_tokens([SecretStr(f"ward:{SECRET}"), SecretStr("ward:" + "t" * 24)])
    assert tokens.clinic(f"Bearer {SECRET}") == tokens.clinic("Bearer " + "t" * 24) == "ward"


@given(st.text())
def test_nothing_else_is_taken_for_a_token(header: str) -> None:
    assert read_tokens([SecretStr(f"ward:{SECRET}")]).clinic(header) is None


@pytest.mark.parametrize("shown", ["", SECRET[:-1], SECRET + "s", SECRET.upper(), f"ward:{SECRET}", "\udcff"])
def test_a_token_must_be_shown_exactly(shown: str) -> None:
    assert read_tokens([SecretStr(f"ward:{SECRET}")]).clinic(f"Bearer {shown}") is None


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ((), "no token is set"),
        ((SECRET,), "token 1 must be name:secret"),
        ((f"ward:{SECRET}", "ward:short"), "token 2 must be"),
        ((f"Ward 7:{SECRET}",), "small letters"),
        ((f":{SECRET}",), "token 1"),
        ((f"ward:{SECRET}", f"pharmacy:{SECRET}"), "the same secret"),
    ],
)
def test_tokens_that_are_not_sound_are_refused_without_being_shown(written: tuple[str, ...], hint: str) -> None:
    with pytest.raises(ValueError, match=hint) as refused:
        read_tokens([SecretStr(token) for token in written])
    assert SECRET not in str(refused.value)


def test_settings_never_show_a_token(tmp_path: Path) -> None:
    settings = HttpSettings(tokens=(SecretStr(f"ward:{SECRET}"),), database=tmp_path / "d")
    assert SECRET not in f"{settings!r} {settings} {settings.model_dump_json()}"
    with pytest.raises(ValidationError) as refused:
        HttpSettings(tokens=(SecretStr("ward:short-secret"),), database=tmp_path / "d")
    assert "short-secret" not in str(refused.value)


def test_a_server_without_tokens_says_how_to_set_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"FARMASVAR_{name.upper()}", raising=False)
    with pytest.raises(SettingsError, match="FARMASVAR_HTTP_TOKENS: no token is set"):
        http_settings(Settings())
    monkeypatch.setenv("FARMASVAR_HTTP_TOKENS", f'["ward:{SECRET}"]')
    assert http_settings(Settings()).port == 8480


def test_the_allowance_fills_up_again_and_never_runs_over() -> None:
    now = [100.0]
    allowance = Allowance(3, lambda: now[0])
    assert [allowance.take("ward") for _ in range(4)] == [0, 0, 0, 20]
    assert allowance.take("pharmacy") == 0
    now[0] += 20
    assert [allowance.take("ward") for _ in range(2)] == [0, 20]
    now[0] += 3600
    assert [allowance.take("ward") for _ in range(4)] == [0, 0, 0, 20]
