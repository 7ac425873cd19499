"""What bringing an index up to date takes in either engine: what has changed, its vectors and its postings."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import attrgetter, ne
from typing import NamedTuple

import numpy as np

from retrieval.documents import Source
from retrieval.embedding import PassageEncoder, Vectors
from retrieval.index_tables import BLOCK, LENGTH, Progress, Work

PASSAGES_AT_ONCE = 16_384
"""Passages written together where sources are small.

A group holds terms from all over the alphabet, so that most pages of postings are written anew with each: in groups of
2,048, 200,000 passages take half as long again to write. Readers wait about a second for a group of these."""
ENCODED_AT_ONCE = 64
"""Passages encoded together; a crash loses no more than their encoding."""
MOST_COUNTED = int(np.iinfo(np.uint16).max)
"""A term repeated more often in one document counts as this often; BM25 has long stopped rising by then."""


class Held(NamedTuple):
    """What an index knows of the sources it holds.

    All of them are compared whenever a card is added. So no more is read of each than its state, and of those that are
    alike nothing is done one by one.
    """

    states: Mapping[str, str | None]
    """By the id of the source; None where it is not known."""
    digests_of: Callable[[Sequence[str]], Mapping[str, str]]
    """The digests of some of them."""

    def differing(self, sources: Sequence[Source]) -> Differing:
        """What is to be done to hold just these sources."""
        ids = list(map(attrgetter("id"), sources))
        unlike = list(compress(sources, map(ne, map(self.states.get, ids), map(attrgetter("state"), sources))))
        digests = self.digests_of([one.id for one in unlike if one.id in self.states]) if unlike else {}
        changed, restated = [], []
        for one in unlike:
            if digests.get(one.id) != one.digest:
                changed.append(one)
            elif one.state:
                restated.append(one)
        return Differing(sorted(self.states.keys() - set(ids)), changed, restated,
                         [one.id for one in changed if one.id in self.states])


class Differing(NamedTuple):
    """How the sources that are wanted differ from those that are held."""

    gone: list[str]
    """Held, and wanted no longer."""
    changed: list[Source]
    """New, or holding something else."""
    restated: list[Source]
    """Made of something else, but holding what they held."""
    replaced: list[str]
    """Those of the changed that are held."""


NOTHING_HELD = Held({}, lambda _: {})


class GatheredPostings:
    """The postings of new documents of one language, gathered document by document."""

    def __init__(self) -> None:
        self._places: defaultdict[str, int] = defaultdict(itertools.count().__next__)  # of the terms, as they come
        self._found: list[int] = []  # the places of the terms of one document after the other
        self._counts: list[int] = []
        self._documents: list[int] = []
        self._lengths: list[int] = []  # how many terms of each document

    def add(self, number: int, terms: Sequence[str], *, own_language: bool = True) -> None:
        """Enter a document; its number is above those before it."""
        counted = Counter(terms)
        if not own_language:
            counted[LENGTH] = len(terms)
        self._found.extend(map(self._places.__getitem__, counted))
        self._counts.extend(counted.values())
        self._documents.append(number)
        self._lengths.append(len(counted))

    def documents(self) -> Iterator[tuple[str, int]]:
        """Each term with the number of documents that hold it."""
        return zip(self._places, np.bincount(np.array(self._found, np.int64)).tolist(), strict=True)

    def blocks(self) -> Iterator[tuple[str, int, bytes, bytes]]:
        """Term, block, offsets and counts, as they are stored."""
        terms = list(self._places)
        found = np.array(self._found, np.int64)
        order = np.argsort(found, kind="stable")
        places = found[order]
        blocks, offsets = np.divmod(np.repeat(self._documents, self._lengths)[order], BLOCK)
        offsets_written = offsets.astype("<u2").tobytes()
        counts_written = np.minimum(self._counts, MOST_COUNTED).astype("<u2")[order].tobytes()
        starts = np.flatnonzero(np.diff(places, prepend=-1) | np.diff(blocks, prepend=-1))
        bounds = itertools.pairwise((2 * np.append(starts, len(places))).tolist())
        for place, block, (start, end) in zip(places[starts].tolist(), blocks[starts].tolist(), bounds, strict=True):
            yield terms[place], block, offsets_written[start:end], counts_written[start:end]


def work_of(sources: Iterable[Source], held: Held, passages: int, passages_of: Callable[[Sequence[str]], int]) -> Work:
    """What it takes to bring an index that holds these sources, and so many passages, up to date."""
    work = held.differing(list(sources))
    written = [text for source in work.changed for document in source.documents for text in document.passages]
    return Work(passages - passages_of([*work.gone, *work.replaced]), written)


def _passage_count(source: Source) -> int:
    return sum(len(document.passages) for document in source.documents)


def groups_of(sources: Iterable[Source]) -> Iterator[list[Source]]:
    """Sources in groups of about `PASSAGES_AT_ONCE` passages."""
    group: list[Source] = []
    size = 0
    for source in sources:
        group.append(source)
        size += _passage_count(source)
        if size >= PASSAGES_AT_ONCE:
            yield group
            group, size = [], 0
    if group:
        yield group


def encoded(sources: Sequence[Source], encoder: PassageEncoder, progress: Progress) -> Vectors:
    """A row for each passage, in order; encoded by length, since a batch takes the time of its longest text."""
    texts = [text for source in sources for document in source.documents for text in document.passages]
    order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
    rows = np.empty((len(texts), encoder.dimensions), dtype=np.float32)
    for start in range(0, len(order), ENCODED_AT_ONCE):
        places = order[start : start + ENCODED_AT_ONCE]
        rows[places] = encoder.passages([texts[place] for place in places])
        progress(len(places))
    return rows
