"""Settings: where they come from, faults that name the setting, secrets that stay hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings, load_settings
from knowledge.errors import SettingsError


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a `.env` nor a `farmasvar.toml` nor a variable of the machine plays a part."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"FARMASVAR_{name.upper()}", raising=False)


def test_everything_has_a_default() -> None:
    settings = load_settings()
    assert settings.telegram_token is None
    assert settings.index_path.name == "index.sqlite"
    assert settings.index_path.parent == settings.data_dir


def test_the_environment_wins_over_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "farmasvar.toml").write_text('country = "DK"\nlanguage = "da"\nlog_level = "INFO"\n', encoding="utf-8")
    (tmp_path / ".env").write_text("FARMASVAR_COUNTRY=SE\nFARMASVAR_LANGUAGE=sv\n", encoding="utf-8")
    monkeypatch.setenv("FARMASVAR_COUNTRY", "NO")
    settings = load_settings()
    assert (settings.country, settings.language, settings.log_level) == ("NO", "sv", "INFO")


def test_a_wrong_value_names_its_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FARMASVAR_TELEGRAM_WEBHOOK_PORT", "the usual one")
    with pytest.raises(SettingsError, match="FARMASVAR_TELEGRAM_WEBHOOK_PORT.*README"):
        load_settings()


def test_chats_are_a_json_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FARMASVAR_TELEGRAM_ALLOWED_CHATS", "[17, -42]")
    assert load_settings().telegram_allowed_chats == {17, -42}


@pytest.mark.parametrize("name", ["telegram_token", "telegram_webhook_secret"])
def test_a_secret_shows_in_no_text_of_the_settings(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"FARMASVAR_{name.upper()}", "123456:not-for-any-log")
    settings = load_settings()
    assert getattr(settings, name).get_secret_value() == "123456:not-for-any-log"
    for text in (repr(settings), str(settings), str(settings.model_dump()), settings.model_dump_json()):
        assert "not-for-any-log" not in text


def test_settings_do_not_change() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_settings().country = "NO"  # type: ignore[misc]


def test_every_setting_says_what_it_does() -> None:
    assert all((field.description or "").endswith(".") for field in Settings.model_fields.values())
