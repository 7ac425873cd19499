"""A process with four threads that use the database of a folder as the HTTP channel does, until it is told to stop.

    python -m tests.bot.store.load FOLDER NAME

Writes one line to standard output when it stops: how many answers it has kept, by what the database confirmed, how many
were refused, and how many seconds it took to keep each.
"""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from bot.desk.records import new_answer_id
from bot.desk.store.answers import Answers
from bot.desk.store.asker import Asker
from bot.desk.store.conversations import Conversations
from bot.desk.store.database import Place, StoreError, open_database, transaction
from bot.desk.store.feedback import Feedback
from bot.desk.store.gaps import Gaps
from bot.dialogue.state import Conversation
from knowledge.errors import DatabaseError
from tests.bot.store.people import uncovered

THREADS = 4
DATABASE = "farmasvar.sqlite"


@dataclass
class Work:
    """What a thread did."""

    took: list[float] = field(default_factory=list)
    """Seconds it took to keep each answer."""
    refused: int = 0
    """Answers that could not be kept within the time that a locked database is waited for; a channel says so then."""


def work(place: Place, name: str, stop: Event) -> Work:
    """Answer until told to stop, a connection for each piece of work."""
    done = Work()
    while not stop.is_set():
        started = time.perf_counter()
        try:
            _answer(place, name, len(done.took))
        except (DatabaseError, StoreError) as error:
            if "locked" not in str(error):
                raise
            done.refused += 1
        else:
            done.took.append(time.perf_counter() - started)
    return done


def _answer(place: Place, name: str, number: int) -> None:
    asker = Asker(channel="http", chat=name, user=f"{name}-{number % 20}")
    record = uncovered(new_answer_id(), f"{name} {number} {'magnesium ' * 100}", "magnesium")
    with closing(open_database(place)) as connection:
        before = Conversations(connection).get(asker)
    with closing(open_database(place)) as connection, transaction(connection):
        Conversations(connection).keep(asker, Conversation(turns=before.turns + 1), now=time.time())
        Answers(connection).keep(record, asker, question_message=None, reply_messages=(), now=time.time())
        Gaps(connection).count(record, asker, now=time.time())
        if number % 5 == 0:
            Feedback(connection).add(record, asker, "error", reason="wrong", now=time.time())


def percentiles(waits: list[float]) -> tuple[float, float, float]:
    """The median, the 99th percentile and the last of sorted waits."""
    return waits[len(waits) // 2], waits[len(waits) * 99 // 100], waits[-1]


def main() -> None:
    """Work until standard input is closed."""
    path, name = Path(sys.argv[1]) / DATABASE, sys.argv[2]
    stop = Event()
    with ThreadPoolExecutor(THREADS) as threads:
        working = [threads.submit(work, path, f"{name}{number}", stop) for number in range(THREADS)]
        sys.stdin.read()
        stop.set()
    done = [one.result() for one in working]
    took = [seconds for one in done for seconds in one.took]
    print(len(took), sum(one.refused for one in done), *(f"{seconds:.4f}" for seconds in took))


if __name__ == "__main__":
    main()
