"""A build that stops in the middle: what was encoded by then is not encoded again."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from toy_index import CountingEncoder, FailingEncoder, built, document, found, opened, source

from retrieval import index_work
from retrieval.index_place import IndexFile
from retrieval.index_work import ENCODED_AT_ONCE, PASSAGES_AT_ONCE
from retrieval.index_writer import build_index

MANY = [source(f"s{n}", document(f"d{n}", f"word {n}")) for n in range(5 * ENCODED_AT_ONCE)]
"""Sources of five batches."""


@pytest.mark.parametrize("passages_at_once", [ENCODED_AT_ONCE, PASSAGES_AT_ONCE])
def test_what_was_encoded_before_a_crash_is_not_encoded_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, passages_at_once: int
) -> None:
    monkeypatch.setattr(index_work, "PASSAGES_AT_ONCE", passages_at_once)
    path = tmp_path / "i.db"
    with pytest.raises(MemoryError):
        build_index(path, MANY, FailingEncoder(batches=3), "v1")
    assert not path.exists()
    encoder = CountingEncoder()
    build_index(path, MANY, encoder, "v1")
    assert encoder.encoded == 2 * ENCODED_AT_ONCE
    assert {file.name for file in tmp_path.iterdir()} == {"i.db", "i.manifest.json"}
    assert found(opened(IndexFile(path)), "word 7") == found(built(IndexFile(tmp_path / "whole.db"), MANY), "word 7")


BUILDER = """
import sys
from pathlib import Path
sys.path[:0] = {paths!r}
import test_kept_vectors as t
from toy_library import WordEncoder

class Waiting(WordEncoder):
    batches = 0

    def passages(self, texts):
        self.batches += 1
        if self.batches > 3:
            print("three batches", flush=True)
            sys.stdin.read()
        return super().passages(texts)

t.build_index(Path({path!r}), t.MANY, Waiting(), "v1")
"""


def test_a_builder_that_is_killed_loses_the_batch_under_way_only(tmp_path: Path) -> None:
    path = tmp_path / "i.db"
    program = BUILDER.format(path=str(path), paths=[str(Path(__file__).parent), *sys.path])
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", program], stdin=pipe, stdout=pipe, text=True) as builder:
        assert builder.stdout is not None and builder.stdout.readline() == "three batches\n"
        builder.send_signal(signal.SIGKILL)
    encoder = CountingEncoder()
    build_index(path, MANY, encoder, "v1")
    assert encoder.encoded == 2 * ENCODED_AT_ONCE
    assert len(opened(IndexFile(path)).scores(None, {}).ids) == len(MANY)


def test_kept_vectors_of_another_model_are_not_used(tmp_path: Path) -> None:
    with pytest.raises(MemoryError):
        build_index(tmp_path / "i.db", MANY, FailingEncoder(batches=3), "v1")
    other = CountingEncoder()
    other.model = "other"
    build_index(tmp_path / "i.db", MANY, other, "v1")
    assert other.encoded == len(MANY)


def test_kept_vectors_that_cannot_be_read_are_encoded_again(tmp_path: Path) -> None:
    path = tmp_path / "i.db"
    with pytest.raises(MemoryError):
        build_index(path, MANY, FailingEncoder(batches=3), "v1")
    (tmp_path / "i.db.encoded").write_bytes(b"no database" * 1000)
    encoder = CountingEncoder()
    build_index(path, MANY, encoder, "v1")
    assert encoder.encoded == len(MANY)
