"""Processes of four threads each on one database, with the commands beside them: is it whole, how long does one wait.

    python -m benchmarks.two_processes --seconds 60

Each thread does what the HTTP channel does for a question, without the answering itself: it reads the conversation,
then keeps answer, conversation and counts in one transaction, on a connection of its own each time. That is far more
than a real load: a channel spends most of its time on the answer.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bot.desk.store.backups import connect_as_it_is
from tests.bot.store.load import DATABASE, percentiles

COMMANDS = (("access", "grant", "7", "asker"), ("access", "list"), ("feedback",), ("gaps",), ("check",),
            ("access", "revoke", "7"))


@click.command()
@click.option("--seconds", type=float, default=60.0, show_default=True, help="How long the processes work.")
@click.option("--processes", type=int, default=2, show_default=True, help="How many of them, of four threads each.")
def main(seconds: float, processes: int) -> None:
    """Run the trial and print its figures."""
    with TemporaryDirectory() as folder:
        until = time.monotonic() + seconds
        working = [
            subprocess.Popen([sys.executable, "-m", "tests.bot.store.load", folder, f"process{number}"], text=True,
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            for number in range(processes)
        ]
        ran, failures = 0, Counter[str]()
        while time.monotonic() < until:
            for words in COMMANDS:
                ended = subprocess.run([sys.executable, "-m", "bot.app.cli", *words], capture_output=True, text=True,
                                       env={**os.environ, "FARMASVAR_DATA_DIR": folder}, check=False)
                ran += 1
                if ended.returncode:
                    told = [line for line in (ended.stderr or ended.stdout).splitlines() if " ok " not in line]
                    failures[f"{' '.join(words)}: {told[:1]}".replace(folder, "")] += 1
        outcomes = [process.communicate()[0].split() for process in working]
        path = Path(folder) / DATABASE
        with closing(connect_as_it_is(path)) as connection:
            [kept] = connection.execute("SELECT count(*) FROM answers").fetchone()
            integrity = connection.execute("PRAGMA integrity_check").fetchall()
        confirmed, refused = (sum(int(outcome[place]) for outcome in outcomes) for place in (0, 1))
        click.echo(f"{processes} processes, {seconds:g} s: {confirmed} answers confirmed, {kept} in the file, "
                   f"{refused} refused, integrity {integrity[0][0]}; {ran} commands beside them, "
                   f"{failures.total()} failed")
        for failure, times in failures.items():
            click.echo(f"  {times} times {failure}")
        waits = sorted(float(wait) for outcome in outcomes for wait in outcome[2:])
        p50, p99, longest = percentiles(waits)
        click.echo(f"to keep an answer: p50 {1000 * p50:.1f} ms, p99 {1000 * p99:.1f} ms, longest {longest:.2f} s")


if __name__ == "__main__":
    main()
