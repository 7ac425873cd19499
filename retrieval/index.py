"""The index: one SQLite file with passages and their vectors (sqlite-vec), beside a manifest a person can read.

It is built in a temporary file and moved into place, so a crash leaves the old index as it was. `open_index` refuses
what is no index, or was built from another library, with another model or another analyser.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import apsw
import numpy as np
import sqlite_vec

from knowledge.errors import SearchIndexError
from knowledge.models import Frozen
from retrieval.analysis import ANALYSER_VERSION
from retrieval.embedding import PassageEncoder, Vectors
from retrieval.passages import Passage

BATCH = 64
MOST_NEAREST = 4096
"""The most neighbours sqlite-vec gives in one search."""
TIES = 64
"""Neighbours fetched beyond those asked for, so that equal ones at the end are told apart by their id."""
ABANDONED_S = 86_400
"""Age from which an unfinished index belongs to a build that was killed."""
Progress = Callable[[int], object]
"""Called with the number of passages done since the last call."""


class Manifest(Frozen):
    """What an index was built from."""

    model: str
    dimensions: int
    library_version: str
    analyser_version: int
    passages: int


def manifest_path(path: Path) -> Path:
    """Where the readable copy of the manifest lies."""
    return path.with_suffix(".manifest.json")


def connect(path: Path, *, read_only: bool) -> apsw.Connection:
    """An SQLite connection that knows sqlite-vec."""
    flags = apsw.SQLITE_OPEN_READONLY if read_only else apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
    connection = apsw.Connection(str(path), flags=flags)
    connection.enable_load_extension(True)
    connection.load_extension(sqlite_vec.loadable_path())
    connection.enable_load_extension(False)
    return connection


def build_index(
    path: Path,
    passages: Sequence[Passage],
    encoder: PassageEncoder,
    library_version: str,
    progress: Progress = lambda _: None,
) -> Manifest:
    """Write a new index of the passages to `path`, replacing the old one only once the new one is whole."""
    manifest = Manifest(
        model=encoder.model,
        dimensions=encoder.dimensions,
        library_version=library_version,
        analyser_version=ANALYSER_VERSION,
        passages=len(passages),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.unfinished")
    for left in path.parent.glob(f"{path.name}.*.unfinished"):
        if left.stat().st_mtime < time.time() - ABANDONED_S:
            left.unlink(missing_ok=True)
    try:
        connection = connect(unfinished, read_only=False)
        connection.execute("CREATE TABLE manifest (content TEXT NOT NULL)")
        connection.execute(
            "CREATE TABLE passages (number INTEGER PRIMARY KEY, id TEXT, claim TEXT, language TEXT, text TEXT)"
        )
        connection.execute(
            "CREATE VIRTUAL TABLE vectors USING vec0(number INTEGER PRIMARY KEY, language TEXT PARTITION KEY, "
            f"vector FLOAT[{encoder.dimensions}] distance_metric=cosine)"
        )
        for start in range(0, len(passages), BATCH):
            batch = passages[start : start + BATCH]
            rows = encoder.passages([passage.text for passage in batch])
            with connection:
                for number, (passage, vector) in enumerate(zip(batch, rows, strict=True), start):
                    connection.execute(
                        "INSERT INTO passages VALUES (?, ?, ?, ?, ?)",
                        (number, passage.id, passage.claim, passage.language, passage.text),
                    )
                    connection.execute(
                        "INSERT INTO vectors (number, language, vector) VALUES (?, ?, ?)",
                        (number, passage.language, np.asarray(vector, dtype=np.float32).tobytes()),
                    )
            progress(len(batch))
        connection.execute("INSERT INTO manifest VALUES (?)", (manifest.model_dump_json(),))
        connection.close()
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
    manifest_path(path).write_text(json.dumps(manifest.model_dump(), indent=2) + "\n", encoding="utf-8")
    return manifest


class VectorIndex:
    """An opened index: its passages, and nearest neighbours among their vectors."""

    def __init__(self, connection: apsw.Connection, manifest: Manifest) -> None:
        self._connection = connection
        self.manifest = manifest
        self.passages: list[Passage] = [
            Passage(id=id_, claim=claim, language=language, text=text)
            for id_, claim, language, text in connection.execute(
                "SELECT id, claim, language, text FROM passages ORDER BY number"
            )
        ]

    def nearest(self, vector: Vectors, language: str, limit: int = MOST_NEAREST) -> list[tuple[Passage, float]]:
        """The passages of one language nearest to a unit vector with their cosine, best first, ties by passage id."""
        wanted = min(limit + TIES, MOST_NEAREST)
        try:
            rows = self._connection.execute(
                "SELECT number, distance FROM vectors WHERE vector MATCH ? AND language = ? AND k = ?",
                (vector.astype(np.float32).tobytes(), language, wanted),
            )
            found = [(self.passages[number], 1.0 - distance) for number, distance in rows]
        except apsw.Error as error:
            raise SearchIndexError(f"the index cannot be read ({error}); run `farmasvar index build`") from error
        return sorted(found, key=lambda hit: (-hit[1], hit[0].id))[: max(limit, 0)]


def read_manifest(path: Path) -> Manifest:
    """The manifest inside an index file; a `SearchIndexError` where the file is none."""
    if not path.exists():
        raise SearchIndexError(f"{path}: no index here; run `farmasvar index build`")
    try:
        connection = connect(path, read_only=True)
        (content,) = next(connection.execute("SELECT content FROM manifest"))
        connection.close()
        return Manifest.model_validate_json(str(content))
    except (apsw.Error, StopIteration, ValueError) as error:
        raise SearchIndexError(
            f"{path}: is not a Farmasvar index; delete it and run `farmasvar index build`"
        ) from error


def open_index(path: Path, *, model: str, library_version: str) -> VectorIndex:
    """The index for searching; refused where it was built with another model, analyser or library."""
    manifest = read_manifest(path)
    if manifest.model != model:
        raise SearchIndexError(
            f"{path}: built with the model {manifest.model}, but {model} is set; run `farmasvar index build`"
        )
    if manifest.analyser_version != ANALYSER_VERSION or manifest.library_version != library_version:
        raise SearchIndexError(f"{path}: built from an older library; run `farmasvar index build`")
    return VectorIndex(connect(path, read_only=True), manifest)
