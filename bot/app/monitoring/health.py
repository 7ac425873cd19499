"""Whether a running bot can do its work: a few checks, each with one word and a reason that names no path or person.

A check takes no arguments and is run in a thread; it says what is wrong by raising or returning `Finding`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from threading import Lock, Thread
from typing import Literal

from bot.desk.store.database import Place, Server, StoreError, first_damage, try_writing
from knowledge.errors import DatabaseError, SearchIndexError
from knowledge.evidence.faults import Fault, Line
from knowledge.evidence.models import Frozen
from retrieval.index_tables import Manifest

LOCK_WAIT_S = 2.0
LOOKED_THROUGH_EVERY_S = 3600.0
"""How often every page of the database is read: a file of 100 MB is read in a second or two."""
NOT_YET = Fault("not looked through yet", "health-not-yet")
"""What is found of a database that nobody has read through since the start."""
LONGEST_SILENCE_S = 180.0
"""Telegram answers every poll within a minute; three minutes without an answer are a fault."""


class Finding(Frozen):
    """What one check found."""

    ok: bool
    detail: Line
    """In English, for logs and probes; a `Fault` where the pages say it in the language of whoever looks."""


class Health(Frozen):
    """What all checks found; `failing` if one of them failed."""

    status: Literal["ok", "failing"]
    checks: dict[str, Finding]


Check = Callable[[], Finding]


def examine(checks: Mapping[str, Check]) -> Health:
    """Run every check; one that breaks has failed."""
    findings: dict[str, Finding] = {}
    for name, check in checks.items():
        try:
            findings[name] = check()
        except Exception as error:  # a check must not hide what the others find
            findings[name] = Finding(ok=False, detail=Fault(
                f"the check itself broke: {type(error).__name__}", "health-check-broke", name=type(error).__name__))
    healthy = all(finding.ok for finding in findings.values())
    return Health(status="ok" if healthy else "failing", checks=findings)


def library_loaded(card_versions: Callable[[], Mapping[str, int]]) -> Check:
    """Whether there are cards to answer from."""

    def check() -> Finding:
        number = len(card_versions())
        return Finding(ok=number > 0, detail=Fault(f"{number} cards", "health-cards", number=number))

    return check


def index_readable(read: Callable[[], Manifest]) -> Check:
    """Whether the search index can be read."""

    def check() -> Finding:
        try:
            manifest = read()
        except SearchIndexError:
            return Finding(ok=False, detail=Fault(
                "the search index cannot be read; run `farmasvar index build`", "health-index-unreadable"))
        return Finding(ok=True, detail=Fault(
            f"{manifest.passages} passages", "health-passages", number=manifest.passages))

    return check


def database_writable(place: Place) -> Check:
    """Whether the database can be written to: something is, and is taken back."""

    def check() -> Finding:
        try:
            try_writing(place, LOCK_WAIT_S)
        except (StoreError, DatabaseError) as error:
            return Finding(ok=False, detail=Fault(
                f"the database cannot be used ({type(error).__name__}); look at its rights, the room on the disk and "
                "the log, run `farmasvar check`", "health-database-unusable", name=type(error).__name__))
        return Finding(ok=True, detail=Fault("writable", "health-writable"))

    return check


def database_whole(place: Place) -> Check:
    """Whether every table and every index of the database is whole; one that is damaged may still be written to."""

    def check() -> Finding:
        try:
            damage = first_damage(place)
        except (StoreError, DatabaseError) as error:
            damage = type(error).__name__
        if damage is not None:
            return Finding(ok=False, detail=Fault(
                "the database is damaged; run `farmasvar check`, and see docs/operations.md on restoring a backup",
                "health-damaged"))
        return Finding(ok=True, detail=Fault("every table and index is whole", "health-whole"))

    return check


def _in_a_thread(work: Callable[[], None]) -> None:
    Thread(target=work, name="slow check", daemon=True).start()


def now_and_then(
    check: Check, every_s: float, clock: Callable[[], float] = time.monotonic,
    start: Callable[[Callable[[], None]], None] = _in_a_thread,
) -> Check:
    """A slow check done in the background when it is asked for, but not oftener than every so many seconds.

    What it found last is given at once. `start` runs the work beside the caller.
    """
    lock = Lock()
    last = Finding(ok=True, detail=NOT_YET)
    due = clock()
    running = False

    def work() -> None:
        nonlocal last, running, due
        found = examine({"slow": check}).checks["slow"]
        with lock:
            last, running, due = found, False, clock() + every_s

    def latest() -> Finding:
        nonlocal running
        with lock:
            begin = not running and clock() >= due
            running = running or begin
        if begin:
            start(work)
        with lock:
            return last

    return latest


def heard_lately(last_poll: Callable[[], float], clock: Callable[[], float],
                 longest_silence_s: float = LONGEST_SILENCE_S) -> Check:
    """Whether the chat answered a poll not long ago; the start counts as the first one."""
    started = clock()

    def check() -> Finding:
        silent_s = clock() - max(started, last_poll())
        return Finding(ok=silent_s <= longest_silence_s, detail=f"last poll {silent_s:.0f} s ago")

    return check


def usual_checks(
    card_versions: Callable[[], Mapping[str, int]], database: Place, index: Callable[[], Manifest] | None
) -> dict[str, Check]:
    """What every channel needs: cards, a database and, where it is known, the index."""
    checks = {"library": library_loaded(card_versions), "database": database_writable(database)}
    if not isinstance(database, Server):
        checks["tables"] = now_and_then(database_whole(database), LOOKED_THROUGH_EVERY_S)
    return checks if index is None else {**checks, "index": index_readable(index)}
