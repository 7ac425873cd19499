"""Makes the vectors that ship with the library, and says how near they are to what they were made from.

`python -m benchmarks.shipped_vectors --write` after a change to cards, terminology or templates: what the file holds
already is kept, what no passage needs any longer is dropped, and the rest is encoded by the engine of questions, which
gives the same numbers on every machine. Without `--write` it counts what would be encoded.
"""

from __future__ import annotations

import argparse

import numpy as np
from tqdm import tqdm

from knowledge.evidence.library import load_library
from retrieval.embedding import QuestionEncoder
from retrieval.passages import card_sources
from retrieval.shipped_vectors import VECTORS_FILE, ShippedVectors, VectorTable

BATCH = 64


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help=f"write {VECTORS_FILE.name}")
    arguments = parser.parse_args()
    encoder, table = QuestionEncoder(), VectorTable.read()
    sources = card_sources(load_library())
    texts = sorted({text for source in sources for document in source.documents for text in document.passages})
    missing = table.missing(texts, encoder.model)
    print(f"{len(texts)} passages, {len(missing)} of them without a vector")
    if not arguments.write:
        return
    engine = ShippedVectors(table, encoder.model, encoder.dimensions, lambda: encoder)
    texts.sort(key=len)  # a batch takes the time of its longest text
    vectors = np.concatenate([
        engine.passages(texts[start : start + BATCH]) for start in tqdm(range(0, len(texts), BATCH))
    ])
    made = VectorTable.of(encoder.model, texts, vectors)
    found = made.vectors([place for text in texts if (place := made.place(text)) is not None])
    print(f"least cosine of a vector with what it was made from: {(found * vectors).sum(axis=1).min():.5f}")
    made.write()


if __name__ == "__main__":
    main()
