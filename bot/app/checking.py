"""A thorough look at everything that can be damaged, for a person at the command line; nothing is changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.app.index_place import index_place
from bot.app.library import library_faults, library_of
from bot.app.monitoring.health import Check, Finding, database_writable, examine
from bot.app.settings import Settings
from bot.desk.store.backups import connect_as_it_is
from bot.desk.store.copying import read_everything
from bot.desk.store.database import Place, Server, StoreError, connect, reason
from bot.desk.store.upgrading import HEAD, is_newer, revision, version_of
from knowledge.errors import OlderIndexError, SearchIndexError
from retrieval.index_tables import IndexPlace

LEAST_FREE_BYTES = 100_000_000
"""Room for a copy of a database of a busy year, as scrubbing it needs."""


def check_everything(settings: Settings) -> dict[str, Finding]:
    """What was found, part by part."""
    checks: dict[str, Check] = {
        "data folder": lambda: _folder(settings.data_dir),
        "database": lambda: _database(settings.store),
        "index": lambda: _index(index_place(settings)),
        "library": lambda: _library(settings),
    }
    return examine(checks).checks


def _folder(folder: Path) -> Finding:
    if not folder.exists():
        return Finding(ok=True, detail=f"{folder} is not there yet; it is made when it is first needed")
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return Finding(ok=False, detail=f"{folder} cannot be written to; look at its rights and owner")
    free = shutil.disk_usage(folder).free
    return Finding(ok=free >= LEAST_FREE_BYTES, detail=f"{folder}, {free / 1e9:.1f} GB free")


def _database(place: Place) -> Finding:
    return _server(place) if isinstance(place, Server) else _file(place)


def _server(server: Server) -> Finding:
    cure = "see docs/operations.md on PostgreSQL"
    try:
        with closing(connect(server)) as connection:
            version = revision(connection)
            if version is not None and is_newer(version):
                return Finding(ok=False, detail=f"{server} was made by a newer Farmasvar; install that version")
            held = read_everything(connection) if version == HEAD else None
    except StoreError as error:
        return Finding(ok=False, detail=f"{server} cannot be read: {reason(error)}; {cure}")
    if version is None:
        return Finding(ok=True, detail=f"{server} is empty yet; its tables are made when a channel is first served")
    if held is None:
        return Finding(ok=True, detail=f"{server}, version {version}; it is brought up to date at the next start")
    return _if_writable(server, f"{server}, {held / 1e6:.1f} MB, version {version}")


def _file(path: Path) -> Finding:
    if not path.exists():
        return Finding(ok=True, detail="not there yet; it is made when a channel is first served")
    try:
        with closing(connect_as_it_is(path)) as connection:
            [found] = connection.execute("PRAGMA integrity_check(1)").fetchone()
            broken_links = connection.execute("PRAGMA foreign_key_check").fetchall()
            version = version_of(connection)
    except sqlite3.Error as error:
        return Finding(ok=False, detail=f"{path} cannot be read: {error}; see docs/operations.md on restoring a backup")
    if found != "ok" or broken_links:
        return Finding(ok=False, detail=f"{path} is damaged; see docs/operations.md on restoring a backup")
    if is_newer(version):
        return Finding(ok=False, detail=f"{path} was made by a newer Farmasvar; install that version")
    return _if_writable(path, f"{path.stat().st_size / 1e6:.1f} MB, version {version}")


def _if_writable(place: Place, detail: str) -> Finding:
    """That a database is whole and can be written to, or why it cannot."""
    writable = database_writable(place)()
    return Finding(ok=True, detail=detail) if writable.ok else writable


def _index(place: IndexPlace) -> Finding:
    try:
        if not place.is_there():
            lacking = place.hindrance()
            return Finding(ok=lacking is None, detail=lacking or "not there yet; it is built when it is first needed")
        manifest, whole = place.manifest(), place.is_whole()
    except OlderIndexError:
        return Finding(ok=True, detail="made by an older Farmasvar; it is built anew at the next start")
    except SearchIndexError as error:
        return Finding(ok=False, detail=f"{error}; it is only a cache, and built anew at the next start if damaged")
    if not whole:
        return Finding(ok=False, detail=f"{place} is damaged; it is only a cache, and built anew at the next start")
    return Finding(ok=True, detail=f"{place.size_bytes() / 1e6:.1f} MB, {manifest.passages} passages")


def _library(settings: Settings) -> Finding:
    faults = library_faults(settings)
    if faults:
        return Finding(ok=False, detail=f"{len(faults)} faults; see `farmasvar cards check`")
    return Finding(ok=True, detail=f"{len(library_of(settings).cards)} cards")
