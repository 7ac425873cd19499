"""The index of one machine, in a file, as a place: see `retrieval.index_tables`; a server's is `retrieval.postgres`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from retrieval import index_file, index_writer
from retrieval.documents import Source
from retrieval.embedding import PassageEncoder
from retrieval.index import Index, open_index
from retrieval.index_tables import Manifest, Progress, Work


@dataclass(frozen=True)
class IndexFile:
    """An SQLite file with sqlite-vec."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)

    def is_there(self) -> bool:
        """Whether there is anything at that place."""
        return self.path.exists()

    def is_whole(self) -> bool:
        """Whether every page of the file stands where it belongs."""
        return index_file.is_whole(self.path)

    def hindrance(self) -> str | None:
        """Nothing that is not told of the folder."""
        return None

    def manifest(self) -> Manifest:
        """What the index was built from; a `SearchIndexError` where there is none or it cannot be read."""
        return index_file.read_manifest(self.path)

    def size_bytes(self) -> int:
        """What the file takes of the disk."""
        return self.path.stat().st_size

    def open(self, *, model: str, library_version: str) -> Index:
        """The index for searching; refused where it was built with another model, analyser or library."""
        return open_index(self.path, model=model, library_version=library_version)

    def build(self, sources: Sequence[Source], encoder: PassageEncoder, library_version: str,
              progress: Progress = lambda _: None, *, trusted: bool = False) -> Manifest:
        """Bring the index up to date, and make it where there is none."""
        return index_writer.build_index(self.path, sources, encoder, library_version, progress, trusted=trusted)

    def work_on(self, sources: Iterable[Source], model: str) -> Work:
        """What bringing the index up to date takes."""
        return index_writer.work_on(self.path, sources, model)

    def remove(self) -> None:
        """Delete the file and its journal."""
        index_file.remove(self.path)
