"""The index in a file: what it holds row by row, what damages it, and what a crash leaves."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from unittest.mock import Mock

import apsw
import pytest
from toy_index import ENCODER, FailingEncoder, built, document, found, holding, opened, pair, refusal, singles, source

from knowledge.errors import SearchIndexError
from knowledge.languages.analysis import ANALYSER_VERSION
from retrieval import index_work, index_writer
from retrieval.index_file import connect, read_manifest
from retrieval.index_place import IndexFile
from retrieval.index_tables import BLOCK
from retrieval.index_writer import IndexWriter, build_index, manifest_path


def test_numbers_beyond_one_block_are_found(tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    many = source("many", *(document(f"d{number}", "common") for number in range(3)))
    build_index(path, [many], ENCODER, "v1")
    connection = connect(path)
    connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'documents'", (BLOCK - 2,))
    connection.close()
    index = built(IndexFile(path), [many, *singles(x="rare thing", y="rare thing again", z="another")], "v2")
    assert {name for name, (lexical, _) in found(index, "rare").items() if lexical > 0} == {"x", "y"}


def test_a_manifest_says_what_the_index_was_built_from(tmp_path: Path) -> None:
    path = tmp_path / "new" / "farmasvar.db"
    manifest = build_index(path, singles(a="leg cramps"), ENCODER, "v1")
    assert (manifest.model, manifest.dimensions, manifest.passages) == ("toy-words", 512, 1)
    assert (manifest.library_version, manifest.analyser_version) == ("v1", ANALYSER_VERSION)
    assert read_manifest(path) == manifest == opened(IndexFile(path)).manifest
    assert json.loads(manifest_path(path).read_text(encoding="utf-8")) == manifest.model_dump()


def test_an_index_that_finds_no_room_is_a_fault_of_one_line_and_gone_on_with_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "i.db"
    for fault in (apsw.FullError("database or disk is full"), OSError(28, "No space left on device")):
        with monkeypatch.context() as full:
            full.setattr("retrieval.index_writer.set_value", Mock(side_effect=fault))
            with pytest.raises(SearchIndexError, match="cannot be built: .*; look at the room on the disk"):
                build_index(path, singles(a="leg cramps"), ENCODER, "v1")
    assert not path.exists()
    assert build_index(path, singles(a="leg cramps"), ENCODER, "v1").passages == 1


def test_nothing_but_the_index_and_its_manifest_is_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "farmasvar.db"
    build_index(path, singles(a="leg cramps"), ENCODER, "v1")
    assert set(tmp_path.iterdir()) == {path, manifest_path(path)}


def test_one_changed_source_writes_no_other_sources_rows(tmp_path: Path) -> None:
    path = tmp_path / "i.db"
    build_index(path, singles(a="leg night", b="iron"), ENCODER, "v1")
    before = dict(connect(path).execute("SELECT id, number FROM documents"))
    build_index(path, singles(a="leg night", b="iron dose"), ENCODER, "v2")
    after = dict(connect(path).execute("SELECT id, number FROM documents"))
    assert after["a"] == before["a"] and after["b"] > before["b"]


def test_terms_and_postings_of_what_is_gone_go_too(tmp_path: Path) -> None:
    path = tmp_path / "i.db"
    build_index(path, singles(a="leg night", b="iron"), ENCODER, "v1")
    build_index(path, singles(b="iron"), ENCODER, "v2")
    connection = connect(path)
    for table in ("terms", "postings"):
        assert list(connection.execute(f"SELECT term FROM {table}")) == [("iron",)]
    for table in ("documents", "document_terms", "passages", "vectors", "sources"):
        assert next(connection.execute(f"SELECT count(*) FROM {table}")) == (1,)


@pytest.mark.parametrize("content", [b"", b"not an index at all", b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_file_that_is_no_index_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(content)
    assert "is not a Farmasvar index" in refusal(IndexFile(path))
    assert path.read_bytes() == content


def test_a_folder_is_no_index(tmp_path: Path) -> None:
    assert "cannot be read" in refusal(IndexFile(tmp_path))


def test_half_an_index_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "small.db"
    build_index(path, singles(a="leg cramps"), ENCODER, "v1")
    path.write_bytes(path.read_bytes()[:4096])
    assert "is not a Farmasvar index" in refusal(IndexFile(path))


def test_an_index_may_lie_where_nothing_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "i.db"
    build_index(path, singles(a="leg"), ENCODER, "v1")
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        assert set(found(opened(IndexFile(path)), "leg")) == {"a"}
    finally:
        tmp_path.chmod(0o755)


def test_a_large_index_on_its_way_to_another_library_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_work, "PASSAGES_AT_ONCE", 1)
    path = tmp_path / "i.db"
    build_index(path, singles(a="leg"), ENCODER, "v1")
    with pytest.raises(MemoryError):
        build_index(path, singles(a="leg", b="iron", c="sleep"), FailingEncoder(batches=1), "v2")
    for version in ("v1", "v2"):
        assert "older library" in refusal(IndexFile(path), version=version)


def test_a_change_of_few_cards_is_made_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "i.db"
    build_index(path, singles(a="leg", b="iron"), ENCODER, "v1")
    with pytest.raises(MemoryError):
        build_index(path, singles(a="leg", c="sleep"), FailingEncoder(batches=0), "v2")
    assert set(found(opened(IndexFile(path)), "iron")) == {"a", "b"}


def test_a_trusted_index_is_not_read_whole_to_add_a_card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, looked = tmp_path / "i.db", []
    build_index(path, singles(a="leg"), ENCODER, "v1")
    monkeypatch.setattr(index_writer, "is_whole", looked.append)
    build_index(path, singles(a="leg", b="iron"), ENCODER, "v2", trusted=True)
    assert set(found(opened(IndexFile(path), "v2"), "iron")) == {"a", "b"}
    assert not looked


def test_a_trusted_index_in_which_writing_meets_with_damage_is_built_anew(tmp_path: Path) -> None:
    path = tmp_path / "i.db"
    build_index(path, singles(a="leg"), ENCODER, "v1")
    with closing(connect(path)) as connection:
        connection.execute("DROP TABLE postings")
    build_index(path, singles(a="leg", b="iron"), ENCODER, "v2", trusted=True)
    assert set(found(opened(IndexFile(path), "v2"), "leg")) == {"a", "b"}


WRITER = """
import sys
from pathlib import Path
sys.path[:0] = {paths!r}
import test_index_file as t
connection = t.connect(Path({path!r}))
writer = t.IndexWriter(connection)
states = [t.pair("old"), t.pair("new")]
print("writing", flush=True)
number = 0
while True:
    number += 1
    one = states[number % 2]
    rows = t.ENCODER.passages([text for d in one.documents for text in d.passages])
    writer.replace([one], rows)
"""


def test_readers_never_see_half_an_update_and_a_kill_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "i.db"
    index = built(IndexFile(path), [pair("old"), *singles(a="leg night")])
    program = WRITER.format(path=str(path), paths=[str(Path(__file__).parent), *sys.path])
    for milliseconds in range(5, 65, 5):
        with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as writer:
            try:
                assert writer.stdout is not None and writer.stdout.readline() == "writing\n"
                until = time.monotonic() + milliseconds / 1000
                while time.monotonic() < until:
                    assert holding(index, "old") in (0, 200)
            finally:
                writer.send_signal(signal.SIGKILL)
        fresh = opened(IndexFile(path))
        assert sorted([holding(fresh, "old"), holding(fresh, "new")]) == [0, 200]
        assert found(index, "old") == found(fresh, "old")
        assert found(index, "night")["a"] == found(fresh, "night")["a"]


def test_two_writers_take_turns(tmp_path: Path) -> None:
    path = tmp_path / "i.db"
    built(IndexFile(path), [])
    writers = [IndexWriter(connect(path)) for _ in range(2)]
    for number, writer in enumerate(writers):
        one = singles(**{f"s{number}": "leg"})[0]
        writer.replace([one], ENCODER.passages(["leg"]))
    assert set(found(opened(IndexFile(path)), "leg")) == {"s0", "s1"}
