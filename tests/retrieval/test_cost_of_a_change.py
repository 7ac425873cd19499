"""What a card more costs a finished index in a file, counted in rows and steps of SQLite's, not in time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from unittest.mock import Mock

import apsw
import pytest
from toy_index import ENCODER, document, found, opened, singles, source

from retrieval import kept_vectors
from retrieval.documents import Source
from retrieval.index_file import COUNTED, connect, read_manifest
from retrieval.index_place import IndexFile
from retrieval.index_writer import build_index

Steps = list[dict[str, int]]


@contextmanager
def counted_steps() -> Iterator[Steps]:
    """What SQLite says of each statement on the connections that are opened meanwhile."""
    seen: Steps = []

    def watch(connection: apsw.Connection) -> None:
        connection.trace_v2(apsw.SQLITE_TRACE_PROFILE, lambda event: seen.append(event["stmt_status"]))

    apsw.connection_hooks.append(watch)
    try:
        yield seen
    finally:
        apsw.connection_hooks.remove(watch)


def cards(count: int, documents: int) -> list[Source]:
    """Cards of so many documents, each with a state, as those of a library have."""
    return [
        Source(id=f"card{n}", state=f"state {n}", documents=[document(f"{n}-{d}", f"leg w{d % 7}")
                                                             for d in range(documents)])
        for n in range(count)
    ]  # fmt: skip


def steps_for_one_more(folder: Path, count: int, documents: int) -> tuple[int, int]:
    """Rows that were looked at one after the other, and all steps, to add a card to so many."""
    path, library = folder / f"{count} {documents}.db", cards(count, documents)
    build_index(path, library, ENCODER, "v1")
    more = Source(id="more", state="new", documents=[document("more", "leg w3")])
    with counted_steps() as seen:
        build_index(path, [*library, more], ENCODER, "v2", trusted=True)
    assert "more" in found(opened(IndexFile(path), "v2"), "leg")
    return sum(one["SQLITE_STMTSTATUS_FULLSCAN_STEP"] for one in seen), sum(
        one["SQLITE_STMTSTATUS_VM_STEP"] for one in seen)  # fmt: skip


def test_a_card_more_costs_the_same_however_many_passages_the_others_have(tmp_path: Path) -> None:
    rows, steps = steps_for_one_more(tmp_path, 20, 1)
    rows_of_many, steps_of_many = steps_for_one_more(tmp_path, 20, 100)
    assert rows_of_many == rows
    assert steps_of_many < 1.1 * steps


def test_a_card_more_has_one_row_of_each_other_card_read(tmp_path: Path) -> None:
    (few, _), (many, _) = (steps_for_one_more(tmp_path, count, 1) for count in (20, 220))
    assert many - few == 200


def test_an_open_index_follows_without_reading_the_documents_it_knows(tmp_path: Path) -> None:
    read = []
    for documents in (10, 200):
        path, library = tmp_path / f"{documents}.db", cards(3, documents)
        build_index(path, library, ENCODER, "v1")
        with counted_steps() as seen:
            index = opened(IndexFile(path))
            found(index, "leg")
            build_index(path, [*library, Source(id="more", documents=[document("more", "leg w3")])], ENCODER, "v2")
            seen.clear()
            assert index.scores(None, {"en": ["leg"]}).numbers["more"] == 3 * documents + 1
        read.append(sum(one["SQLITE_STMTSTATUS_FULLSCAN_STEP"] for one in seen))
    assert read[0] == read[1]


def test_a_file_that_does_not_know_how_many_passages_it_holds_counts_them_once(tmp_path: Path) -> None:
    path = tmp_path / "i.db"
    build_index(path, singles(a="leg", b="iron"), ENCODER, "v1")
    with closing(connect(path)) as connection:
        connection.execute("DROP TABLE counted; DROP TRIGGER more_passages; DROP TRIGGER fewer_passages")
    assert read_manifest(path).passages == 2
    assert build_index(path, singles(a="leg", c="sleep", d="night"), ENCODER, "v2").passages == 3
    with closing(connect(path)) as connection:
        assert list(connection.execute("SELECT passages FROM counted")) == [(3,)]


def test_the_count_is_kept_by_whoever_writes(tmp_path: Path) -> None:
    path = tmp_path / "i.db"
    build_index(path, [source("a", document("a", "leg", "night")), *singles(b="iron")], ENCODER, "v1")
    with closing(connect(path)) as connection:  # as a program does that knows of no count
        connection.execute("DELETE FROM documents WHERE id = 'a'")
        connection.execute(COUNTED)  # and of two that find none the second
    assert read_manifest(path).passages == 1


def test_vectors_of_a_single_batch_are_written_to_the_index_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, opening = tmp_path / "i.db", Mock(side_effect=AssertionError)
    build_index(path, singles(a="leg"), ENCODER, "v1")
    monkeypatch.setattr(kept_vectors, "_opened", opening)
    build_index(path, singles(a="leg", b="iron"), ENCODER, "v2")
    assert set(found(opened(IndexFile(path), "v2"), "iron")) == {"a", "b"}


def test_a_card_made_of_something_else_that_holds_the_same_is_not_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "i.db"
    build_index(path, cards(3, 1), ENCODER, "v1")
    restated = [Source(id=one.id, state=f"{one.state} now", documents=one.documents) for one in cards(3, 1)]
    with closing(connect(path)) as connection:
        before = list(connection.execute("SELECT number FROM documents"))
    build_index(path, restated, ENCODER, "v2")
    with closing(connect(path)) as connection:
        assert list(connection.execute("SELECT number FROM documents")) == before
        assert [state for (state,) in connection.execute("SELECT state FROM sources ORDER BY id")] == [
            f"state {n} now" for n in range(3)]  # fmt: skip
