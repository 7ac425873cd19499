"""Signing in, and what is remembered between two runs: the device, and how far the stream of events was dealt with."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path

from nio import AsyncClient, AsyncClientConfig, LoginError, WhoamiError

from bot.channels.matrix.settings import MatrixSettings
from knowledge.errors import ChannelError
from knowledge.evidence.models import Frozen

DEVICE_NAME = "Farmasvar"
REQUEST_TIMEOUT_S = 30.0
_REFUSALS = ("M_FORBIDDEN", "M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED", "M_UNRECOGNIZED",
             "M_INVALID_USERNAME")
_log = logging.getLogger(__name__)


class Remembered(Frozen):
    """What is kept of a bot beside its keys."""

    user: str = ""
    device: str = ""
    since: str = ""
    """Everything before this place in the stream of events was dealt with; empty before the first time."""


class Memory:
    """The file of it, readable by its owner only."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "position.json"

    def read(self) -> Remembered:
        """What was kept; nothing where there is no file, or none that can be read."""
        try:
            return Remembered.model_validate_json(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Remembered()

    def keep(self, remembered: Remembered) -> None:
        """Put it in place of what was kept, wholly or not at all."""
        new = self.path.with_suffix(".new")
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            json.dump(remembered.model_dump(), file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self.path)


def made_client(settings: MatrixSettings, remembered: Remembered) -> AsyncClient:
    """A client that is not signed in yet; its keys lie in the folder."""
    config = AsyncClientConfig(encryption_enabled=True, store_sync_tokens=False, request_timeout=REQUEST_TIMEOUT_S)
    device = remembered.device if remembered.user == settings.user else ""
    return AsyncClient(settings.homeserver.rstrip("/"), settings.user, device_id=device, config=config,
                       store_path=str(settings.folder))


async def sign_in(client: AsyncClient, settings: MatrixSettings, memory: Memory) -> Remembered:
    """Sign in as the device of before; what is remembered now.

    Raises ChannelError where the server refuses, and ConnectionError where it fails.
    """
    if settings.token is not None:
        await _with_token(client, settings.token.get_secret_value())
    else:
        assert settings.password is not None
        answer = await client.login(settings.password.get_secret_value(), device_name=DEVICE_NAME)
        if isinstance(answer, LoginError):
            raise _refused("the user or its password", answer.status_code)
    if client.user_id != settings.user:
        raise ChannelError(f"the Matrix token belongs to {client.user_id}, not to {settings.user}; correct one of them")
    before = memory.read()
    known = before if (before.user, before.device) == (client.user_id, client.device_id) else Remembered()
    now = known.model_copy(update={"user": client.user_id, "device": client.device_id})
    memory.keep(now)
    _log.info("signed in as device %s", client.device_id)
    return now


async def _with_token(client: AsyncClient, token: str) -> None:
    client.access_token = token
    answer = await client.whoami()
    if isinstance(answer, WhoamiError):
        raise _refused("its access token", answer.status_code)
    client.restore_login(answer.user_id, answer.device_id or "", token)


def _refused(what: str, status: str | None) -> Exception:
    if status in _REFUSALS:
        return ChannelError(f"the Matrix homeserver does not accept {what} ({status}); correct it in the settings")
    return ConnectionError(status)
