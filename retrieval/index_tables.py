"""What an index holds, whichever engine keeps it: SQLite in a file of this machine, or PostgreSQL.

`retrieval.index` scores from a `Snapshot`, what the tables hold at one moment. `retrieval.index_file` has those of a
file, `retrieval.postgres` those of a server; an `IndexPlace` is where one is, and all that can be done with it there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import SearchIndexError
from knowledge.evidence.models import Frozen
from retrieval.documents import Source
from retrieval.embedding import PassageEncoder, Vectors
from retrieval.lexical import Numbers

if TYPE_CHECKING:
    from retrieval.index import Index

LENGTH = "#length"
"""In place of a term, in postings: the documents found in a language that is not their own, and how many terms each has
in it."""
BLOCK = 4096
"""Document numbers in one block of postings: what is rewritten of a common term when one document changes."""
Postings: TypeAlias = tuple[Numbers, NDArray[np.uint16]]
"""The numbers of the documents that hold a term, ascending, and how often each does."""
Progress = Callable[[int], object]
"""Called with the number of passages done since the last call."""


class Manifest(Frozen):
    """What an index was built from."""

    model: str
    dimensions: int
    library_version: str
    """Version of the library it holds; empty while it is being brought up to date."""
    analyser_version: int
    passages: int


class State(NamedTuple):
    """Which state of an index a snapshot is of."""

    generation: int
    """Another one shares no numbers with this one."""
    revision: int
    """Rises with every change; never the same for two states that any tables were ever in."""


class DocumentRow(NamedTuple):
    """A document as it is listed."""

    number: int
    """Never used twice, and above those of all documents before it."""
    id: str
    language: str
    length: int
    """In terms of its language."""
    first_passage: int
    passages: int
    """How many, numbered one after the other."""


class Snapshot(Protocol):
    """The tables of an index at one moment."""

    @property
    def state(self) -> State:
        """Of which state it is."""

    def follows(self, earlier: State) -> bool:
        """Whether it came of an earlier state by what `documents` and `removed` tell."""

    def documents(self, after: int) -> list[DocumentRow]:
        """Those with a number above `after`, in the order of their numbers."""

    def removed(self, after: int) -> list[tuple[int, int]]:
        """Removals above `after`, each with the number of the document that went."""

    def vectors(self) -> Iterator[tuple[Numbers, Vectors]]:
        """Every vector, in parts: the numbers of passages, and a row for each."""

    def vectors_of(self, passages: Sequence[int]) -> Vectors:
        """A row for each of these passages, in order."""

    def frequencies(self, language: str) -> dict[str, int]:
        """In how many documents of a language each of its terms stands; `LENGTH` is counted like a term."""

    def languages(self) -> list[str]:
        """Every language that some term is of."""

    def postings(self, wanted: Mapping[str, Collection[str]]) -> dict[tuple[str, str], Postings]:
        """The postings of terms by language; empty ones where no document holds the term."""


class Tables(Protocol):
    """The tables of one index, opened for reading; threads may share them."""

    faults: tuple[type[Exception], ...]
    """What reading them may raise."""

    def reading(self) -> AbstractContextManager[Snapshot]:
        """All that is read inside is of one moment."""

    def told(self, fault: Exception) -> SearchIndexError:
        """A fault of reading, as it is told to a person."""


class Work(NamedTuple):
    """What bringing an index up to date takes."""

    kept: int
    """Passages that stay as they are."""
    written: list[str]
    """Passages that are written; a crash may have left some of them encoded."""


class IndexPlace(Protocol):
    """Where an index is, or is to be; shown to people by `str`."""

    def is_there(self) -> bool:
        """Whether there is anything at that place; a fault of looking counts as something."""

    def is_whole(self) -> bool:
        """Whether all of it can be read; takes as long as reading it."""

    def hindrance(self) -> str | None:
        """What keeps an index from being built there, and what to do; None: nothing that is known beforehand."""

    def manifest(self) -> Manifest:
        """What the index was built from; a `SearchIndexError` where there is none or it cannot be read."""

    def size_bytes(self) -> int:
        """What it takes of the disk."""

    def open(self, *, model: str, library_version: str) -> Index:
        """The index for searching; refused where it was built with another model, analyser or library."""

    def build(self, sources: Sequence[Source], encoder: PassageEncoder, library_version: str, progress: Progress, *,
              trusted: bool = False) -> Manifest:
        """Bring the index up to date, and make it where there is none.

        Whoever searches meanwhile finds what was there before. What stands there is read whole first, so that nothing
        is added to what is damaged; `trusted`: only where writing meets with damage. Raises SearchIndexError where it
        cannot be written.
        """

    def work_on(self, sources: Iterable[Source], model: str) -> Work:
        """What bringing the index up to date takes."""

    def remove(self) -> None:
        """Delete an index that is damaged and that nobody writes to."""


def postings_of(blocks: Sequence[tuple[int, bytes, bytes]]) -> Postings:
    """Postings from their blocks, as they are stored: number, offsets and counts of each."""
    offsets = np.frombuffer(b"".join(block[1] for block in blocks), "<u2").astype(np.int64)
    firsts = np.repeat([block[0] * BLOCK for block in blocks], [len(block[1]) // 2 for block in blocks])
    return offsets + firsts.astype(np.int64), np.frombuffer(b"".join(block[2] for block in blocks), "<u2")
