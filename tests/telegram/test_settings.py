"""What the settings accept."""

from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from bot.channels.telegram import TelegramSettings


def settings(**changes: object) -> TelegramSettings:
    return TelegramSettings.model_validate({"token": SecretStr("1:a"), "database": Path("x.sqlite"), **changes})


def test_the_token_is_not_shown() -> None:
    assert "1:a" not in repr(settings())


@pytest.mark.parametrize("token", ["", "1:a b", " 1:a", "1:a\n"])
def test_a_token_with_spaces_is_refused(token: str) -> None:
    with pytest.raises(ValidationError, match="BotFather"):
        settings(token=token)


def test_a_webhook_needs_https() -> None:
    with pytest.raises(ValidationError, match="https"):
        settings(webhook_url="http://bot.example/telegram", webhook_secret="s" * 32)


@pytest.mark.parametrize("secret", [None, "short", "x" * 257, "with spaces in the middle", "æ" * 32])
def test_a_webhook_needs_a_good_secret(secret: str | None) -> None:
    with pytest.raises(ValidationError, match="webhook_secret"):
        settings(webhook_url="https://bot.example/telegram", webhook_secret=secret)
