"""The rows of `farmasvar extract`: every effect estimate of a file, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from knowledge.sources.extraction.documents import abstracts_of
from knowledge.sources.extraction.models import Extracted
from knowledge.sources.extraction.read import read_abstract
from knowledge.sources.extraction.registry_results import read_results
from knowledge.sources.readers.files import plain_name, read_head
from knowledge.sources.readers.records import Fault


def extract_file(path: Path) -> Iterator[Extracted | Fault]:
    """Every estimate of the file in the order of its records. Raises `SourceError` where the file cannot be read."""
    lines = plain_name(path).endswith((".jsonl", ".ndjson"))
    if not lines and read_head(path).lstrip()[:1] in ("{", "["):
        yield from read_results(path)
        return
    for item in abstracts_of(path):
        if isinstance(item, Fault):
            yield item
        else:
            yield from read_abstract(item)
