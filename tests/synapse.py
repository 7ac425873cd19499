"""A real Matrix homeserver for the tests, from the package `matrix-synapse`; it lasts as long as the tests."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import yaml

NAME = "clinic.test"
START_S = 90.0
SHARED_SECRET = "of the tests"
_MANY = {"per_second": 10_000, "burst_count": 10_000}


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _settings(folder: Path, port: int) -> Mapping[str, Any]:
    return {
        "server_name": NAME, "pid_file": str(folder / "pid"), "report_stats": False, "trusted_key_servers": [],
        "listeners": [{"port": port, "bind_addresses": ["127.0.0.1"], "type": "http",
                       "resources": [{"names": ["client"], "compress": False}]}],
        "database": {"name": "sqlite3", "args": {"database": str(folder / "homeserver.db")}},
        "log_config": str(folder / "log.yaml"), "media_store_path": str(folder / "media"),
        "signing_key_path": str(folder / "signing.key"), "suppress_key_server_warning": True,
        "macaroon_secret_key": "m", "form_secret": "f", "registration_shared_secret": SHARED_SECRET,
        "presence": {"enabled": False}, "rc_message": _MANY, "rc_invites": {"per_room": _MANY, "per_user": _MANY},
        "rc_joins": {"local": _MANY, "remote": _MANY}, "rc_admin_redaction": _MANY, "rc_registration": _MANY,
        "rc_login": {"address": _MANY, "account": _MANY, "failed_attempts": _MANY},
    }


@dataclass
class Synapse:
    """One homeserver: its folder, its address and, while it runs, its process."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "synapse.app.homeserver", "-c", str(self.folder / "homeserver.yaml")],
            cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "SYNAPSE_CACHE_FACTOR": "0.2"})
        deadline = time.monotonic() + START_S
        while True:
            try:
                if httpx.get(f"{self.address}/_matrix/client/versions", timeout=5).status_code == 200:
                    return
            except httpx.HTTPError:
                pass
            assert self.process.poll() is None, (self.folder / "synapse.log").read_text()[-2000:]
            assert time.monotonic() < deadline, "Synapse does not answer"
            time.sleep(0.1)

    def stop(self) -> None:
        """End it, and wait until it has."""
        if self.process is not None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(30)
            self.process = None

    def register(self, name: str, password: str = "secret") -> str:
        """Make an account; its user."""
        address = f"{self.address}/_synapse/admin/v1/register"
        nonce = httpx.get(address, timeout=30).json()["nonce"]
        signed = "\0".join((nonce, name, password, "notadmin")).encode()
        mac = hmac.new(SHARED_SECRET.encode(), signed, hashlib.sha1).hexdigest()
        made = httpx.post(address, timeout=30, json={
            "nonce": nonce, "username": name, "password": password, "admin": False, "mac": mac})
        assert made.status_code == 200, made.text
        return str(made.json()["user_id"])


def new_synapse(folder: Path) -> Synapse:
    """A homeserver in a folder of its own, running."""
    port = _free_port()
    log = {"version": 1, "disable_existing_loggers": False, "root": {"level": "WARNING", "handlers": ["file"]},
           "handlers": {"file": {"class": "logging.FileHandler", "filename": str(folder / "synapse.log")}}}
    (folder / "log.yaml").write_text(yaml.safe_dump(log), encoding="utf-8")
    (folder / "homeserver.yaml").write_text(json.dumps(_settings(folder, port)), encoding="utf-8")
    command = [sys.executable, "-m", "synapse.app.homeserver", "-c", str(folder / "homeserver.yaml"), "--generate-keys"]
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    synapse = Synapse(folder, port)
    synapse.start()
    return synapse
