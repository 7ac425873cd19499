"""Passages and questions for `benchmarks.scale`: as many texts as wanted, each with a vector.

Texts are those of all collections in random order; beyond those, texts drawn from them. A text without a vector in
the cache gets that of another text with noise, as drawn texts do.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.corpora import TEST, TUNING
from knowledge.languages.analysis import terms
from retrieval.documents import Document, Source
from retrieval.embedding import DIMENSIONS, MODEL, QuestionEncoder, Vectors

SEED = 11
QUERIES = 200
"""Half of MedicationQA, half of SciFact."""
NOISE = 0.3
"""Length of the noise added to a unit vector: the cosine with the one it was made of is about 0.96."""
OTHERS_DRAWN_FROM = 2
TEXTS, VECTORS, ASKED = "passages.jsonl", "vectors.npy", "questions"
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Passage:
    """One text to index."""

    id: str
    language: str
    text: str

    def source(self) -> Source:
        """A source of its own."""
        return Source(self.id, [Document(self.id, self.language, terms(self.text, self.language), [self.text])])


def real_texts(corpora: Path) -> tuple[list[tuple[str, str]], list[str]]:
    """Language and text of every passage of the collections, in random order, and the questions."""
    found: dict[str, str] = {}
    asked: list[str] = []
    draw = random.Random(SEED)
    for name, load in {**TEST, **TUNING}.items():
        collection = load(corpora)
        found.update((text, collection.language) for text in collection.passages.values())
        if name in ("medicationqa", "scifact"):
            asked += draw.sample(sorted(collection.queries.values()), QUERIES // 2)
    texts = [(language, text) for text, language in found.items()]
    draw.shuffle(texts)
    draw.shuffle(asked)
    return texts, asked


def drawn_texts(real: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Texts without end, each as long as a real one and of sentences drawn from that and two more of its language.

    Drawn with repetition from so few they hold as many different terms as real ones (54 of 84); of sentences from
    everywhere a text would hold 75, and the index would grow by more than its passages.
    """
    draw = random.Random(SEED)
    texts: dict[str, list[str]] = {}
    for language, text in real:
        texts.setdefault(language, []).append(text)
    while True:
        language, model = draw.choice(real)
        drawn_from = [model, *draw.choices(texts[language], k=OTHERS_DRAWN_FROM)]
        sentences = [sentence for text in drawn_from for sentence in _SENTENCE_END.split(text)]
        missing, parts = len(model), []
        while missing > 0:
            parts.append(draw.choice(sentences)[: max(missing, 20)])
            missing -= len(parts[-1]) + 1
        yield language, " ".join(parts)


def cached_vectors(cache: Path, kind: str, texts: Sequence[str]) -> dict[str, Vectors]:
    """The vectors that `benchmarks.vectors` has kept of some of the texts."""
    database = sqlite3.connect(f"file:{cache}?mode=ro", uri=True)
    found = {}
    for text in texts:
        key = hashlib.sha256(f"{MODEL}\n{kind}\n{text}".encode()).hexdigest()[:32]
        row = database.execute("SELECT vector FROM vectors WHERE key = ?", (key,)).fetchone()
        if row:
            found[text] = np.frombuffer(row[0], np.float32)
    return found


def prepare(corpora: Path, cache: Path, folder: Path, size: int) -> None:
    """Write the passages, their vectors, the questions and theirs, which all further processes read."""
    real, asked = real_texts(corpora)
    known = cached_vectors(cache, "passage", [text for _, text in real])
    print(f"{len(real):,} different real passages, {len(known):,} of them with a vector in the cache")
    noise = np.random.default_rng(SEED)
    givers = np.stack(list(known.values())) if known else unit(noise.normal(size=(1000, DIMENSIONS)))
    texts = iter(real[:size])
    drawn = drawn_texts(real)
    vectors = np.lib.format.open_memmap(folder / VECTORS, "w+", np.float32, (size, DIMENSIONS))
    with (folder / TEXTS).open("w", encoding="utf-8") as file:
        for number in range(size):
            language, text = next(texts, None) or next(drawn)
            vector = known.get(text)
            if vector is None:
                giver = givers[noise.integers(len(givers))]
                vector = unit(giver + NOISE * unit(noise.normal(size=DIMENSIONS)))
            vectors[number] = vector
            file.write(json.dumps([f"p{number:07}", language, text]) + "\n")
    vectors.flush()
    encoder = QuestionEncoder()
    encoded = cached_vectors(cache, "question", asked)
    np.save(folder / f"{ASKED}.npy", [encoded[text] if text in encoded else encoder.question(text) for text in asked])
    (folder / f"{ASKED}.json").write_text(json.dumps(asked), encoding="utf-8")


def unit(vectors: NDArray[Any]) -> Vectors:
    """The vectors at length one."""
    return (vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)).astype(np.float32)


def read_passages(folder: Path, size: int) -> list[Passage]:
    """So many passages of those prepared."""
    with (folder / TEXTS).open(encoding="utf-8") as file:
        return [Passage(*json.loads(next(file))) for _ in range(size)]


def read_questions(folder: Path) -> list[tuple[str, Vectors]]:
    """The questions with their vectors."""
    asked = json.loads((folder / f"{ASKED}.json").read_text(encoding="utf-8"))
    return list(zip(asked, np.load(folder / f"{ASKED}.npy"), strict=True))


class GivenVectors:
    """An encoder that has every vector beforehand."""

    model = MODEL
    dimensions = DIMENSIONS

    def __init__(self, passages: Sequence[Passage], vectors: Vectors) -> None:
        self._rows = {passage.text: number for number, passage in enumerate(passages)}
        self._vectors = vectors

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, in order."""
        return self._vectors[[self._rows[text] for text in texts]]
