"""Small sources to index, encoders that count and fail, and a look at all an index scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from toy_library import WordEncoder

from knowledge.errors import SearchIndexError
from retrieval.documents import Document, Source
from retrieval.embedding import PassageEncoder, Vectors
from retrieval.index import NO_COSINE, Index
from retrieval.index_tables import IndexPlace, Manifest, Progress

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


def pair(word: str) -> Source:
    """A source whose every document names the word, big enough for its writing to take a while."""
    return source("pair", *(document(f"p{n}", f"{word} leg {n}") for n in range(200)))


def opened(place: IndexPlace, version: str = "v1") -> Index:
    return place.open(model=ENCODER.model, library_version=version)


def put(place: IndexPlace, sources: Sequence[Source], version: str = "v1", encoder: PassageEncoder = ENCODER,
        progress: Progress = lambda _: None) -> Manifest:
    """Build an index."""
    return place.build(sources, encoder, version, progress)


def built(place: IndexPlace, sources: Sequence[Source], version: str = "v1") -> Index:
    put(place, sources, version)
    return opened(place, version)


def found(index: Index, text: str, language: str = "en") -> dict[str, tuple[float, float]]:
    """Lexical score and cosine of every document of a language, by id."""
    scores = index.scores(ENCODER.question(text), {language: text.split()}, near_in={language})
    cosines = dict(zip(scores.ids, scores.cosines_of(list(scores.ids)).tolist(), strict=True))
    return {
        name: (float(scores.lexical[language][number]), cosines[number])
        for number, name in scores.ids.items()
        if cosines[number] > NO_COSINE and scores.tags[scores.languages[number]] == language
    }


def holding(index: Index, word: str) -> int:
    """How many documents hold a word, in one look."""
    return sum(lexical > 0 for lexical, _ in found(index, word).values())


def refusal(place: IndexPlace, *, model: str = ENCODER.model, version: str = "v1") -> str:
    """The one line with which an index is refused."""
    with pytest.raises(SearchIndexError) as caught:
        place.open(model=model, library_version=version)
    assert "\n" not in str(caught.value) and str(place) in str(caught.value)
    return str(caught.value)
