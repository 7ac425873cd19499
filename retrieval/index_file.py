"""The index on disk: one SQLite file of documents, postings and vectors (sqlite-vec), and what it was built from.

Tables: `documents`, their `passages` and the `vectors` of those; `postings`, by term and block of documents, and the
number of documents that hold each of the `terms`; `document_terms`, by which a document's postings are found again
when it goes; `removed`, the documents that went, for readers to follow; `sources`, with the digest of what each held;
`counted`, how many passages there are; `manifest`. A passage's vector has the passage's number.

`retrieval.file_snapshot` reads it, `retrieval.index_writer` writes it.
"""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import sqlite_vec

from knowledge.errors import DamagedIndexError, OlderIndexError, SearchIndexError
from knowledge.languages.analysis import ANALYSER_VERSION
from retrieval.index_tables import Manifest

SCHEMA_VERSION = 5
PAGE_SIZE = 16_384
"""Bytes of a page of the file. With SQLite's usual 4,096 a vector table of 200,000 rows is opened from a cold disk in
1.9 s instead of 0.7, for each page of a long row is asked for by itself."""
CACHE_KIB = 65_536
"""Pages of the file kept in memory by a writer; with SQLite's usual 2 MB a large index is read over and over."""
DAMAGED = (apsw.CorruptError, apsw.NotADBError, apsw.SQLError, StopIteration, LookupError, ValueError)
"""What reading raises where a file is no index, or where parts of it are not what they were."""
BUSY_MS = 60_000
"""How long a reader or writer waits for another writer's transaction."""

SCHEMA = """
CREATE TABLE manifest (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE sources (
    id TEXT PRIMARY KEY,
    digest TEXT NOT NULL,  -- of its documents
    state TEXT NOT NULL  -- of what they are made of; empty where that is not known
) WITHOUT ROWID;
CREATE TABLE documents (
    number INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice, so that a reader can tell what is new
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    language TEXT NOT NULL,
    length INTEGER NOT NULL,  -- in terms of that language
    first_passage INTEGER NOT NULL,
    passages INTEGER NOT NULL  -- how many, numbered one after the other
);
CREATE TABLE removed (number INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL);
CREATE INDEX documents_of_source ON documents (source);
CREATE TABLE document_terms (
    document INTEGER NOT NULL, language TEXT NOT NULL, terms TEXT NOT NULL, PRIMARY KEY (document, language)
) WITHOUT ROWID;
CREATE TABLE passages (number INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL);
CREATE TABLE terms (
    language TEXT NOT NULL, term TEXT NOT NULL, documents INTEGER NOT NULL, PRIMARY KEY (language, term)
) WITHOUT ROWID;
CREATE TABLE postings (
    language TEXT NOT NULL,
    term TEXT NOT NULL,
    block INTEGER NOT NULL,
    offsets BLOB NOT NULL,  -- uint16, document number less the block's first, ascending
    counts BLOB NOT NULL,  -- uint16, how often the term stands in that document
    PRIMARY KEY (language, term, block)
) WITHOUT ROWID;
"""
COUNTED = """
CREATE TABLE IF NOT EXISTS counted (passages INTEGER NOT NULL);
DELETE FROM counted;
INSERT INTO counted SELECT coalesce(sum(passages), 0) FROM documents;
CREATE TRIGGER IF NOT EXISTS more_passages AFTER INSERT ON documents
BEGIN UPDATE counted SET passages = passages + new.passages; END;
CREATE TRIGGER IF NOT EXISTS fewer_passages AFTER DELETE ON documents
BEGIN UPDATE counted SET passages = passages - old.passages; END;
"""
"""How many passages there are, whoever writes: a program that knows nothing of it keeps it as well. Files were made
without it before, and get it when something is written."""


def connect(path: Path, *, create: bool = False) -> apsw.Connection:
    """An SQLite connection that knows sqlite-vec; for writing too where the file allows it."""
    # Even a reader opens for writing where it can: after a crash the first to come undoes what was half written.
    if create:
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
    elif os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        flags = apsw.SQLITE_OPEN_READWRITE
    else:
        flags = apsw.SQLITE_OPEN_READONLY
    connection = apsw.Connection(str(path), flags=flags)
    connection.set_busy_timeout(BUSY_MS)
    connection.enable_load_extension(True)
    connection.load_extension(sqlite_vec.loadable_path())
    connection.enable_load_extension(False)
    return connection


def create(path: Path, *, model: str, dimensions: int) -> apsw.Connection:
    """A new, empty index."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = connect(path, create=True)
    connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    with connection:
        connection.execute(SCHEMA)
        connection.execute(COUNTED)
        connection.execute(
            "CREATE VIRTUAL TABLE vectors USING "
            f"vec0(number INTEGER PRIMARY KEY, vector FLOAT[{dimensions}] distance_metric=cosine)"
        )
        values: dict[str, str | int] = {
            "schema": SCHEMA_VERSION,
            "model": model,
            "dimensions": dimensions,
            "library_version": "",
            "analyser_version": ANALYSER_VERSION,
            "revision": 0,
        }
        connection.executemany("INSERT INTO manifest VALUES (?, ?)", values.items())
    return connection


def value(connection: apsw.Connection, key: str) -> Any:
    """One entry of the manifest."""
    (found,) = next(connection.execute("SELECT value FROM manifest WHERE key = ?", (key,)))
    return found


def set_value(connection: apsw.Connection, key: str, content: str | int) -> None:
    """Change one entry of the manifest."""
    connection.execute("UPDATE manifest SET value = ? WHERE key = ?", (content, key))


def passages_in(connection: apsw.Connection) -> int:
    """How many passages the index holds."""
    if is_counted(connection):
        (count,) = next(connection.execute("SELECT passages FROM counted"))
    else:  # by document: the table of passages is twenty times as long, for it holds their texts
        (count,) = next(connection.execute("SELECT coalesce(sum(passages), 0) FROM documents"))
    return int(count)


def is_counted(connection: apsw.Connection) -> bool:
    """Whether the file knows how many passages it holds."""
    return any(connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'counted'"))


def remove(path: Path) -> None:
    """Delete an SQLite file that nobody writes to, and its journal: it would be played into a file that comes after."""
    for name in (path.name, f"{path.name}-journal", f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)


def is_whole(path: Path) -> bool:
    """Whether every page of the file stands where it belongs; reads all of it, at about 0.8 GB/s from memory."""
    try:
        with closing(connect(path)) as connection:
            return list(connection.execute("PRAGMA quick_check(1)")) == [("ok",)]
    except DAMAGED:
        return False


def read_manifest(path: Path) -> Manifest:
    """What an index file was built from; a `SearchIndexError` where it is none."""
    if not path.exists():
        raise SearchIndexError(f"{path}: no index here; run `farmasvar index build`")
    try:
        connection = connect(path)
        try:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
            if {"manifest", "passages", "vectors"} <= tables and "postings" not in tables:
                raise OlderIndexError(f"{path}: made by an older Farmasvar; run `farmasvar index build`")
            values: dict[str, Any] = dict(connection.execute("SELECT key, value FROM manifest"))
            if values.pop("schema") != SCHEMA_VERSION:
                raise OlderIndexError(f"{path}: made by another version of Farmasvar; run `farmasvar index build`")
            values.pop("revision")
            return Manifest(passages=passages_in(connection), **values)
        finally:
            connection.close()
    except DAMAGED as error:
        raise DamagedIndexError(f"{path}: is not a Farmasvar index, or damaged; run `farmasvar index build`") from error
    except apsw.Error as error:
        raise SearchIndexError(f"{path}: cannot be read ({type(error).__name__}); look at its rights") from error
