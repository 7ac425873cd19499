"""Vectors that ship with the library: as near as makes no difference, and never those of another text or model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from knowledge.evidence.library import Library
from retrieval.embedding import PassageEncoder, QuestionEncoder, Vectors
from retrieval.passages import card_sources
from retrieval.shipped_vectors import ShippedVectors, VectorTable, shipped_vectors

MODEL, DIMENSIONS = "toy", 8


def unit_vectors(texts: Sequence[str]) -> Vectors:
    rows = np.random.default_rng(len(texts)).normal(size=(len(texts), DIMENSIONS)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


class Counting:
    """An encoder that tells what it was asked to encode."""

    model, dimensions = MODEL, DIMENSIONS

    def __init__(self) -> None:
        self.asked: list[str] = []

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return unit_vectors(texts)


def never() -> PassageEncoder:
    raise AssertionError("nothing was to be encoded")


def test_a_text_of_the_table_is_not_encoded_again(tmp_path: Path) -> None:
    texts = [f"text {number}" for number in range(40)]
    VectorTable.of(MODEL, texts, unit_vectors(texts)).write(tmp_path / "table.npz")
    table = VectorTable.read(tmp_path / "table.npz")
    found = ShippedVectors(table, MODEL, DIMENSIONS, never).passages(texts[::-1])
    assert (found * unit_vectors(texts)[::-1]).sum(axis=1).min() > 0.9999
    assert np.linalg.norm(found, axis=1) == pytest.approx(1.0, abs=1e-6)


def test_a_new_text_is_encoded_and_stands_in_its_place() -> None:
    engine = Counting()
    table = VectorTable.of(MODEL, ["old"], unit_vectors(["old"]))
    rows = ShippedVectors(table, MODEL, DIMENSIONS, lambda: engine).passages(["new", "old", "newer"])
    assert engine.asked == ["new", "newer"]
    assert np.allclose(rows[[0, 2]], unit_vectors(["new", "newer"]))


def test_vectors_of_another_model_are_of_no_use() -> None:
    table = VectorTable.of("another", ["old"], unit_vectors(["old"]))
    engine = Counting()
    ShippedVectors(table, MODEL, DIMENSIONS, lambda: engine).passages(["old"])
    assert engine.asked == ["old"] == table.missing(["old"], MODEL)


def test_without_a_file_everything_is_encoded(tmp_path: Path) -> None:
    table = VectorTable.read(tmp_path / "none.npz")
    assert len(table) == 0 and table.missing(["a", "b"], MODEL) == ["a", "b"]


def test_every_passage_of_the_shipped_library_has_its_vector(shipped: Library) -> None:
    texts = {text for source in card_sources(shipped) for document in source.documents for text in document.passages}
    missing = shipped_vectors().missing(sorted(texts), QuestionEncoder().model)
    assert not missing, f"{len(missing)} passages; run `python -m benchmarks.shipped_vectors --write`"
