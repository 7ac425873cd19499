"""What an index holds: documents, the texts to find, each with the passages that are embedded.

A document is scored lexically as a whole, by its terms; by meaning it is as near as its nearest passage. Documents of
one source (a card, or one text of a collection) are added, changed and removed together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import overload

from knowledge.languages.analysis import ANALYSER_VERSION


@dataclass(frozen=True)
class Document:
    """One text to find, in one language."""

    id: str
    """Unique in the index; ties in rankings are broken by it."""
    language: str
    terms: Sequence[str]
    """What lexical search counts, repeated as often as it occurs; no term holds a space."""
    passages: Sequence[str]
    """Texts whose vectors stand for the document; without any it is found by its words alone."""
    also: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Its terms in further languages, in which it is found by words alone; none of them is its own language."""


class MadeLater(Sequence[Document]):
    """Documents that are made when they are first looked at."""

    def __init__(self, make: Callable[[], Sequence[Document]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Sequence[Document]:
        return self._make()

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, place: int) -> Document: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Document]: ...

    def __getitem__(self, place: int | slice) -> Document | Sequence[Document]:
        return self._made[place]


@dataclass(frozen=True)
class Source:
    """Documents that are added, changed and removed together."""

    id: str
    documents: Sequence[Document]
    state: str = ""
    """Of what they are made; while it is the same they are, and need not be made to know it. Empty: not known."""

    @cached_property
    def digest(self) -> str:
        """Changes whenever the documents do, or the way their terms are made."""
        content = hashlib.sha256(f"analyser {ANALYSER_VERSION}\n".encode())
        for document in self.documents:
            also = (part for tag, terms in document.also.items() for part in (tag, " ".join(terms)))
            parts = (document.id, document.language, " ".join(document.terms), *document.passages, *also)
            for part in parts:
                content.update(f"{len(part)}:{part}\n".encode())
        return content.hexdigest()[:32]
