"""Small sources to index, encoders that count and fail, and a look at all an index scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from toy_library import WordEncoder

from retrieval.documents import Document, Source
from retrieval.embedding import Vectors
from retrieval.index import NO_COSINE, Index, open_index
from retrieval.index_writer import build_index

ENCODER = WordEncoder()


class FailingEncoder(WordEncoder):
    """Encodes so many batches, then breaks, as a machine does that runs out of memory."""

    def __init__(self, batches: int) -> None:
        self.batches = batches

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.batches -= 1
        if self.batches < 0:
            raise MemoryError("no more")
        return super().passages(texts)


class CountingEncoder(WordEncoder):
    """Counts what it encodes."""

    def __init__(self) -> None:
        self.encoded = 0

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.encoded += len(texts)
        return super().passages(texts)


def document(
    name: str, text: str, *more: str, language: str = "en", also: Mapping[str, Sequence[str]] | None = None
) -> Document:
    return Document(id=name, language=language, terms=text.split(), passages=(text, *more), also=also or {})


def source(name: str, *documents: Document) -> Source:
    return Source(id=name, documents=documents)


def singles(**texts: str) -> list[Source]:
    """A source of one document for each name."""
    return [source(name, document(name, text)) for name, text in texts.items()]


def opened(path: Path, version: str = "v1") -> Index:
    return open_index(path, model=ENCODER.model, library_version=version)


def built(path: Path, sources: Sequence[Source], version: str = "v1") -> Index:
    build_index(path, sources, ENCODER, version)
    return opened(path, version)


def found(index: Index, text: str, language: str = "en") -> dict[str, tuple[float, float]]:
    """Lexical score and cosine of every document of a language, by id."""
    scores = index.scores(ENCODER.question(text), {language: text.split()})
    cosines = scores.cosines_in(language)
    return {
        name: (float(scores.lexical[language][number]), float(cosines[number]))
        for number, name in scores.ids.items()
        if cosines[number] > NO_COSINE
    }
