"""Half-open connections, floods and a full disk in turn: `python -m benchmarks.edges [--minutes 10]`.

`farmasvar serve http` with the shipped library runs in a process that may open few files (`--descriptors`). A ward asks
once a second all the while, every third time of somebody in danger, while strangers do their worst, and in between
nobody does. Printed for each part: how many of the ward's questions were answered, how long urgent ones took, the lines
logged a second, and how long after the part it took until an ordinary question was answered again.

The disk is a small one in memory, which takes root to mount; else that part is left out, and it is said why. Nothing
leaves this machine.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import httpx
import yaml

from bot.edge.server import listening_sockets

QUESTIONS = Path(__file__).parent / "data" / "soak_questions.yaml"
WARD, FLOODER = "ward-secret-of-24-letters", "flood-secret-of-24-letter"
HALF_OPEN, FLOOD = 400, 200
DISK = "256m"
ASK_EVERY_S, URGENT_EACH = 1.0, 3
PATIENCE_S = 20.0
START_S = 300.0
HALF_A_HEAD = b"POST /v1/answers HTTP/1.1\r\nHost: x\r\nX-"
FILLED_AT_ONCE = 2**20
AGAIN_S = 0.25
"""Between two attempts of a stranger."""
WASTE = "waste"


@dataclass
class Part:
    """What came of one part of the run."""

    name: str
    asked: int = 0
    answered: int = 0
    urgent_asked: int = 0
    urgent_s: list[float] = field(default_factory=list)
    lines_a_second: float = 0.0
    recovered_s: float | None = None

    def row(self) -> str:
        """The row of the table."""
        ordered = sorted(self.urgent_s)
        p50, longest = (f"{ordered[len(ordered) // 2]:.2f}", f"{ordered[-1]:.2f}") if ordered else ("-", "-")
        recovered = "-" if self.recovered_s is None else f"{self.recovered_s:.1f}"
        return (f"| {self.name} | {self.answered} of {self.asked} | {len(ordered)} of {self.urgent_asked} "
                f"| {p50}, {longest} | {self.lines_a_second:.1f} | {recovered} |")


class Ward:
    """Somebody who asks one question after the other."""

    def __init__(self, address: str) -> None:
        # A connection for each question: one kept open without a request is the first to be closed in a rush.
        self._client = httpx.AsyncClient(base_url=address, timeout=PATIENCE_S,
                                         limits=httpx.Limits(max_keepalive_connections=0),
                                         headers={"Authorization": f"Bearer {WARD}"})
        by_language = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
        self._usual = [text for kinds in by_language.values() for text in kinds["covered"]]
        self._urgent = [text for kinds in by_language.values() for text in kinds["urgent"]]
        self._chance = random.Random(1)

    async def usual(self) -> bool:
        """Whether an ordinary question is answered."""
        return await self._status(self._chance.choice(self._usual)) is not None

    async def urgent(self) -> float | None:
        """Seconds until a message of danger is answered as one; None where it is not."""
        begun = time.monotonic()
        status = await self._status(self._chance.choice(self._urgent))
        return time.monotonic() - begun if status == "urgent" else None

    async def ask_during(self, seconds: float, part: Part) -> None:
        """Ask until the time is over, whatever becomes of the questions before."""
        until, asking, number = time.monotonic() + seconds, [], 0
        while time.monotonic() < until:
            number += 1
            asking.append(asyncio.create_task(self._count(part, urgent=number % URGENT_EACH == 0)))
            await asyncio.sleep(ASK_EVERY_S)
        await asyncio.gather(*asking)

    async def recovered(self) -> float:
        """Seconds until an ordinary question is answered."""
        begun = time.monotonic()
        while not await self.usual():
            await asyncio.sleep(0.1)
        return time.monotonic() - begun

    async def _count(self, part: Part, *, urgent: bool) -> None:
        if urgent:
            part.urgent_asked += 1
            seconds = await self.urgent()
            part.urgent_s += [] if seconds is None else [seconds]
        else:
            part.asked += 1
            part.answered += await self.usual()

    async def _status(self, question: str) -> str | None:
        try:
            response = await self._client.post("/v1/answers", json={"question": question})
            return str(response.json()["answer"]["status"]) if response.status_code == httpx.codes.OK else None
        except (httpx.HTTPError, KeyError, ValueError):
            return None


async def half_open(port: int, folder: Path) -> None:
    """Keep hundreds of connections open that send half a head, and open those anew that are closed."""
    async def one() -> None:
        while True:
            with suppress(OSError):
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.write(HALF_A_HEAD)
                await reader.read()
                writer.close()
            await asyncio.sleep(AGAIN_S)

    await asyncio.gather(*(one() for _ in range(HALF_OPEN)))


async def flood(port: int, folder: Path) -> None:
    """Another clinic's questions, hundreds at a time, half of them without its token."""
    limits = httpx.Limits(max_connections=FLOOD)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE_S, limits=limits) as client:
        async def one(secret: str) -> None:
            while True:
                with suppress(httpx.HTTPError):
                    await client.post("/v1/answers", json={"question": "Does magnesium help against leg cramps?"},
                                      headers={"Authorization": f"Bearer {secret}"})
                await asyncio.sleep(AGAIN_S)

        await asyncio.gather(*(one(FLOODER if number % 2 else "nobody") for number in range(FLOOD)))


async def full_disk(port: int, folder: Path) -> None:
    """Fill the disk, and keep it full."""
    with (folder / WASTE).open("wb", buffering=0) as file:
        while True:
            with suppress(OSError):
                while file.write(b"\0" * FILLED_AT_ONCE) == FILLED_AT_ONCE:
                    pass
            await asyncio.sleep(AGAIN_S)


WORST: dict[str, Callable[[int, Path], Coroutine[None, None, None]] | None] = {
    "nobody else": None,
    f"{HALF_OPEN} half-open connections": half_open,
    f"a flood of {FLOOD} at a time": flood,
    "a full disk": full_disk,
    "nobody else again": None,
}


def do_worst(name: str, port: int, folder: Path) -> None:
    """What strangers do, in a process of its own, so that the ward's questions leave when they should."""
    attack = WORST[name]
    assert attack is not None
    asyncio.run(attack(port, folder))


@contextmanager
def strangers(name: str, port: int, folder: Path) -> Iterator[None]:
    """What strangers do while the block runs."""
    if WORST[name] is None:
        yield
        return
    process = get_context("spawn").Process(target=do_worst, args=(name, port, folder))
    process.start()
    try:
        yield
    finally:
        process.terminate()
        process.join()
        (folder / WASTE).unlink(missing_ok=True)


@contextmanager
def small_disk() -> Iterator[tuple[Path, str | None]]:
    """A folder for the data, and why it is no disk of its own, if it is none."""
    with TemporaryDirectory() as folder:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", folder], capture_output=True,
                                 text=True, check=False) if os.geteuid() == 0 else None
        if mounted is None or mounted.returncode:
            yield Path(folder), "only root can mount a small disk" if mounted is None else mounted.stderr.strip()
            return
        try:
            yield Path(folder), None
        finally:
            subprocess.run(["umount", folder], check=True)


@asynccontextmanager
async def serving(folder: Path, log: Path, descriptors: int) -> AsyncIterator[int]:
    """The product in a process of its own, once it answers; its port."""
    [bound] = listening_sockets("127.0.0.1", 0, "FARMASVAR_HTTP_PORT")
    with bound:
        port = int(bound.getsockname()[1])
    settings = {
        "FARMASVAR_DATA_DIR": str(folder), "FARMASVAR_HTTP_PORT": str(port),
        "FARMASVAR_HTTP_TOKENS": json.dumps([f"ward:{WARD}", f"flood:{FLOODER}"]), "FARMASVAR_LOG_LEVEL": "INFO",
    }

    def few_files() -> None:
        _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, hard))

    with log.open("wb") as written:
        process = subprocess.Popen([sys.executable, "-m", "bot.app.cli", "serve", "http"], stderr=written,
                                   env={**os.environ, **settings}, preexec_fn=few_files)
        try:
            async with asyncio.timeout(START_S), httpx.AsyncClient() as client:
                while process.poll() is None:
                    with suppress(httpx.HTTPError):
                        if (await client.get(f"http://127.0.0.1:{port}/health")).status_code == httpx.codes.OK:
                            break
                    await asyncio.sleep(0.5)
            if process.poll() is not None:
                raise click.ClickException(f"the server did not start: {log.read_text(encoding='utf-8')[-500:]}")
            yield port
        finally:
            process.terminate()
            process.wait(30)


async def play(seconds: float, descriptors: int) -> list[str]:
    """The rows of the table, each part as long as the others."""
    rows = []
    with small_disk() as (folder, not_mounted), TemporaryDirectory() as elsewhere:
        log = Path(elsewhere) / "log"
        async with serving(folder, log, descriptors) as port:
            ward = Ward(f"http://127.0.0.1:{port}")
            for name, attack in WORST.items():
                if attack is full_disk and not_mounted:
                    rows.append(f"| {name} | left out: {not_mounted} | | | | |")
                    continue
                part, lines = Part(name), _lines(log)
                with strangers(name, port, folder):
                    await ward.ask_during(seconds, part)
                    part.lines_a_second = (_lines(log) - lines) / seconds
                if attack is not None:
                    part.recovered_s = await ward.recovered()
                rows.append(part.row())
    return rows


def _lines(log: Path) -> int:
    return log.read_bytes().count(b"\n")


@click.command()
@click.option("--minutes", type=float, default=10.0, show_default=True, help="For all parts together.")
@click.option("--descriptors", type=int, default=256, show_default=True, help="Files that the server may open.")
def main(minutes: float, descriptors: int) -> None:
    """Run the parts and print the table."""
    rows = asyncio.run(play(60 * minutes / 5, descriptors))
    click.echo("| what strangers do | questions answered | urgent answered | urgent: p50, longest (s) "
               "| lines logged a second | answered again after (s) |\n|---|---|---|---|---|---|")
    click.echo("\n".join(rows))


if __name__ == "__main__":
    main()
