"""The registry of source readers, and how a file finds its reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from knowledge.errors import SourceError
from knowledge.readers import clinicaltrials, pubmed, relis, ris
from knowledge.readers.files import plain_name, read_head
from knowledge.readers.records import Fault, Record


class Reader(NamedTuple):
    """One kind of source file and how it is read."""

    label: str
    accepts: Callable[[str, str], bool]
    """Whether a file with this lower-case name and this beginning is one of them."""
    read: Callable[[Path], Iterator[Record | Fault]]


READERS: dict[str, Reader] = {
    "pubmed": Reader("PubMed XML", pubmed.accepts, pubmed.read),
    "clinicaltrials": Reader("ClinicalTrials.gov JSON or CSV", clinicaltrials.accepts, clinicaltrials.read),
    "relis": Reader("RELIS answer as plain text", relis.accepts, relis.read),
    "ris": Reader("RIS, NBIB or MEDLINE text", ris.accepts, ris.read),
}
"""Every reader, in the order in which they are asked."""

KNOWN_BUT_NOT_READ = (
    (re.compile(r"<xml>\s*<records>"), "EndNote XML"),
    (re.compile(r"^%[0A] ?", re.MULTILINE), "the EndNote tagged format"),
    (re.compile(r"^FN (?:Clarivate|Thomson|ISI)", re.MULTILINE), "the Web of Science tagged format"),
)
"""Formats that reference managers write and no reader reads; all of them can export RIS instead."""


def reader_for(path: Path) -> Reader:
    """The first reader that accepts the file; a `SourceError` names the formats there are."""
    head = read_head(path)
    if not head.strip():
        raise SourceError("the file is empty")
    for reader in READERS.values():
        if reader.accepts(plain_name(path), head):
            return reader
    for pattern, name in KNOWN_BUT_NOT_READ:
        if pattern.search(head):
            raise SourceError(f"{name} is not read; export the records as RIS")
    raise SourceError(f"no reader knows this file; it should be {', '.join(r.label for r in READERS.values())}")
