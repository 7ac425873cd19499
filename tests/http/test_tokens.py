"""Tokens, the allowance, and the settings they stand in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr, ValidationError

from bot.app.settings import Settings, load_settings
from bot.app.wiring import http_settings
from bot.channels.http import HttpSettings
from bot.channels.http.allowance import Allowance
from bot.channels.http.tokens import Clinic, TokenBook, read_tokens
from knowledge.errors import SettingsError

SECRET = "s" * 24


def book_of(*tokens: str) -> TokenBook:
    return TokenBook(read_tokens([SecretStr(token) for token in tokens]))


def named(clinic: Clinic | None) -> str:
    assert clinic is not None
    return clinic.name


def test_a_token_names_its_clinic() -> None:
    tokens = book_of(f"ward-7:{SECRET}", "pharmacy:" + "t" * 30)
    assert named(tokens.clinic(f"Bearer {SECRET}")) == "ward-7"
    assert named(tokens.clinic("bearer  " + "t" * 30)) == "pharmacy"


def test_a_clinic_may_have_two_tokens_while_one_takes_over_from_the_other() -> None:
    tokens = book_of(f"ward:{SECRET}", "ward:" + "t" * 24)
    assert named(tokens.clinic(f"Bearer {SECRET}")) == named(tokens.clinic("Bearer " + "t" * 24)) == "ward"


@given(st.text())
def test_nothing_else_is_taken_for_a_token(header: str) -> None:
    assert book_of(f"ward:{SECRET}").clinic(header) is None


@pytest.mark.parametrize("shown", ["", SECRET[:-1], SECRET + "s", SECRET.upper(), f"ward:{SECRET}", "\udcff"])
def test_a_token_must_be_shown_exactly(shown: str) -> None:
    assert book_of(f"ward:{SECRET}").clinic(f"Bearer {shown}") is None


@pytest.mark.parametrize(
    ("written", "hint"),
    [
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


def test_a_server_without_tokens_says_how_to_set_them(tmp_path: Path) -> None:
    def loaded(**environment: str) -> Settings:
        return load_settings(environment={"FARMASVAR_DATA_DIR": str(tmp_path), **environment}, folder=tmp_path)

    with pytest.raises(SettingsError, match="farmasvar tokens add CLINIC"):
        http_settings(loaded())
    assert http_settings(loaded(FARMASVAR_HTTP_TOKENS=f'["ward:{SECRET}"]')).port == 8480


def test_the_allowance_fills_up_again_and_never_runs_over() -> None:
    now = [100.0]
    allowance = Allowance(3, lambda: now[0])
    assert [allowance.take("ward") for _ in range(4)] == [0, 0, 0, 20]
    assert allowance.take("pharmacy") == 0
    now[0] += 20
    assert [allowance.take("ward") for _ in range(2)] == [0, 20]
    now[0] += 3600
    assert [allowance.take("ward") for _ in range(4)] == [0, 0, 0, 20]
