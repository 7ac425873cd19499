"""Reading a text as if it were a file."""

from __future__ import annotations

from pathlib import Path

from knowledge.sources.readers import Fault, Record
from knowledge.sources.readers.registry import reader_for


def found(folder: Path, name: str, text: str) -> list[Record | Fault]:
    """What the reader of such a file finds."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return list(reader_for(path).read(path))


def one(folder: Path, name: str, text: str) -> Record:
    """The only record of a file."""
    (record,) = found(folder, name, text)
    assert isinstance(record, Record), record
    return record
