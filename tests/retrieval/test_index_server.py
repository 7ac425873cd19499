"""The index on PostgreSQL: the same rows whoever writes them, whole for whoever searches, and what a person is told."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from toy_index import (
    ENCODER,
    CountingEncoder,
    FailingEncoder,
    built,
    document,
    found,
    holding,
    opened,
    pair,
    put,
    refusal,
    singles,
    source,
)
from toy_library import WordEncoder
from toy_server import index_server

from knowledge.errors import DamagedIndexError, OlderIndexError, SearchIndexError
from retrieval.index import Index
from retrieval.index_place import IndexFile
from retrieval.index_tables import BLOCK
from retrieval.index_work import ENCODED_AT_ONCE
from retrieval.postgres.place import IndexServer
from retrieval.postgres.tables import NAMES
from tests.postgres import Postgres

pytestmark = pytest.mark.services
MANY = [source(f"s{n}", document(f"d{n}", f"word {n}")) for n in range(5 * ENCODED_AT_ONCE)]
"""Sources of five batches."""
STORED = ("generations", *(f"{name}_1" for name in NAMES))
"""The tables of an index that was never made anew."""
_PLACES = iter(range(1000))


@pytest.fixture
def database(postgres: Postgres) -> str:
    name = f"served_{next(_PLACES)}"
    postgres.execute(f"CREATE DATABASE {name}")
    return name


@pytest.fixture
def place(postgres: Postgres, database: str) -> Iterator[IndexServer]:
    place = index_server(postgres.address(database))
    yield place
    place.close()


@pytest.fixture
def ask(postgres: Postgres, database: str) -> Callable[[str], list[tuple[object, ...]]]:
    return lambda statement: postgres.execute(statement, database)


Ask = Callable[[str], list[tuple[object, ...]]]


def test_what_it_scores_is_to_the_last_bit_what_a_file_scores(place: IndexServer, tmp_path: Path) -> None:
    states = [[pair("old"), *MANY[:90]], [pair("new"), *MANY[30:]]]
    file = IndexFile(tmp_path / "i.sqlite")
    for number, sources in enumerate(states):
        ours, theirs = (built(one, sources, f"v{number}") for one in (place, file))
        for question in ("old leg 7", "word 44", "new word"):
            assert found(ours, question) == found(theirs, question)
        assert ours.respelt({"en": ["wordd", "lag", "legg"]}) == theirs.respelt({"en": ["wordd", "lag", "legg"]})


def test_numbers_beyond_one_block_are_found(place: IndexServer, ask: Ask) -> None:
    many = source("many", *(document(f"d{number}", "common") for number in range(3)))
    put(place, [many])
    ask(f"UPDATE farmasvar_index.generations SET last_document = {BLOCK - 2}")
    index = built(place, [many, *singles(x="rare thing", y="rare thing again", z="another")], "v2")
    assert {name for name, (lexical, _) in found(index, "rare").items() if lexical > 0} == {"x", "y"}


def test_terms_and_postings_of_what_is_gone_go_too(place: IndexServer, ask: Ask) -> None:
    put(place, singles(a="leg night", b="iron"))
    put(place, singles(b="iron"), "v2")
    for table in ("terms", "postings"):
        assert ask(f"SELECT term FROM farmasvar_index.{table}_1") == [("iron",)]
    for table in ("documents", "document_terms", "passages", "vectors", "sources"):
        assert ask(f"SELECT count(*) FROM farmasvar_index.{table}_1") == [(1,)]


def test_one_changed_source_writes_no_other_sources_rows(place: IndexServer, ask: Ask) -> None:
    put(place, singles(a="leg night", b="iron"))
    before = dict(ask("SELECT id, number FROM farmasvar_index.documents_1"))
    put(place, singles(a="leg night", b="iron dose"), "v2")
    after = dict(ask("SELECT id, number FROM farmasvar_index.documents_1"))
    assert after["a"] == before["a"] and after["b"] != before["b"]


def test_a_build_that_breaks_leaves_the_old_version_and_what_was_encoded(place: IndexServer) -> None:
    index = built(place, singles(a="leg"))
    with pytest.raises(MemoryError):
        put(place, MANY, "v2", FailingEncoder(batches=3))
    assert set(found(index, "leg")) == set(found(opened(place), "leg")) == {"a"}
    encoder = CountingEncoder()
    put(place, MANY, "v2", encoder)
    assert encoder.encoded == 2 * ENCODED_AT_ONCE
    assert len(found(index, "word")) == len(MANY)


def test_who_searches_an_index_of_another_model_is_told_once_the_new_one_is_whole(place: IndexServer) -> None:
    index = built(place, singles(a="leg"))
    other = CountingEncoder()
    other.model = "other"

    class Looking(CountingEncoder):
        model = "other"

        def passages(self, texts):  # type: ignore[no-untyped-def]
            assert set(found(index, "leg")) == {"a"}
            return super().passages(texts)

    put(place, singles(b="iron"), "v1", Looking())
    with pytest.raises(SearchIndexError, match="built anew with the model other; restart"):
        found(index, "leg")
    assert set(found(place.open(model="other", library_version="v1"), "iron")) == {"b"}


def test_a_generation_that_nobody_searches_is_taken_away(place: IndexServer, ask: Ask) -> None:
    for model in ("one", "two", "three"):
        encoder = WordEncoder()
        encoder.model = model
        put(place, singles(a="leg"), "v1", encoder)
    tables = ask("SELECT tablename FROM pg_tables WHERE schemaname = 'farmasvar_index'")
    assert {str(name).rpartition("_")[2] for (name,) in tables} == {"3", "generations", "encoded"}


def test_two_builders_encode_nothing_twice(place: IndexServer) -> None:
    encoders = [CountingEncoder() for _ in range(2)]
    builders = [threading.Thread(target=put, args=(place, MANY, "v1", encoder)) for encoder in encoders]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join(timeout=60)
    assert sorted(encoder.encoded for encoder in encoders) == [0, len(MANY)]
    assert len(found(opened(place), "word")) == len(MANY)


WRITER = """
import sys
sys.path[:0] = {paths!r}
import test_index_server as t
place = t.index_server({address!r})
number = 0
while True:
    number += 1
    t.put(place, [t.pair("old" if number % 2 else "new"), *t.singles(a="leg night")], f"w{{number}}")
    print("written", flush=True)
"""


def test_readers_never_see_half_an_update_and_a_kill_loses_nothing(
    place: IndexServer, postgres: Postgres, database: str
) -> None:
    index = built(place, [pair("old"), *singles(a="leg night")])
    program = WRITER.format(address=postgres.address(database), paths=[str(Path(__file__).parent), *sys.path])
    for milliseconds in (7, 31, 62, 125):
        with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as writer:
            try:
                assert writer.stdout is not None and writer.stdout.readline() == "written\n"
                until = time.monotonic() + milliseconds / 1000
                while time.monotonic() < until:
                    assert holding(index, "old") in (0, 200)
            finally:
                writer.send_signal(signal.SIGKILL)
        fresh = place.open(model=ENCODER.model, library_version=place.manifest().library_version)
        assert sorted([holding(fresh, "old"), holding(fresh, "new")]) == [0, 200]
        assert found(index, "night")["a"] == found(fresh, "night")["a"]
        assert place.is_whole()


def test_threads_search_side_by_side_while_the_index_changes(place: IndexServer) -> None:
    index = built(place, [pair("old"), *singles(a="leg night")])
    seen: list[int] = []
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            seen.append(holding(index, "old") + holding_new(index))

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(6):
        put(place, [pair("new" if number % 2 == 0 else "old"), *singles(a="leg night")], f"v{number}")
    stop.set()
    for thread in threads:
        thread.join(timeout=60)
    assert seen and set(seen) <= {0, 200, 400}


def holding_new(index: Index) -> int:
    return holding(index, "new")


def test_a_server_that_was_restarted_is_asked_again(own_postgres: Postgres) -> None:
    place = index_server(own_postgres.address())
    index = built(place, singles(a="leg"))
    own_postgres.stop()
    with pytest.raises(SearchIndexError, match="cannot be used: .*; is the server running"):
        found(index, "leg")
    own_postgres.start()
    assert set(found(index, "leg")) == {"a"}
    place.close()


@pytest.mark.parametrize("asked_meanwhile", [True, False])
def test_an_index_that_went_back_to_an_earlier_state_is_read_anew(
    place: IndexServer, ask: Ask, asked_meanwhile: bool
) -> None:
    put(place, singles(a="leg"))
    ask("CREATE SCHEMA earlier; "
        + "".join(f"CREATE TABLE earlier.{table} AS TABLE farmasvar_index.{table};" for table in STORED))
    put(place, singles(b="iron"), "v2")
    index = opened(place, "v2")
    assert set(found(index, "leg")) == {"b"}
    ask("".join(f"TRUNCATE farmasvar_index.{table}; INSERT INTO farmasvar_index.{table} TABLE earlier.{table};"
                for table in STORED))
    if asked_meanwhile:
        assert set(found(index, "leg")) == {"a"}
    put(place, singles(c="sleep"), "v3")
    assert set(found(index, "sleep")) == set(found(opened(place, "v3"), "sleep")) == {"c"}


def test_a_table_that_is_gone_or_half_empty_is_built_anew(place: IndexServer, ask: Ask) -> None:
    for damage in ("DROP TABLE farmasvar_index.postings_1", "DELETE FROM farmasvar_index.vectors_2"):
        put(place, singles(a="leg", b="iron"))
        assert place.is_whole()
        ask(damage)
        assert not place.is_whole()
        assert set(found(built(place, singles(a="leg", b="iron")), "leg")) == {"a", "b"}


def test_a_trusted_index_in_which_writing_meets_with_damage_is_built_anew(place: IndexServer, ask: Ask) -> None:
    put(place, singles(a="leg"))
    ask("DROP TABLE farmasvar_index.postings_1")
    place.build(singles(a="leg", b="iron"), ENCODER, "v2", trusted=True)
    assert set(found(opened(place, "v2"), "leg")) == {"a", "b"}


def test_an_index_of_another_layout_is_told_as_one_of_another_version(place: IndexServer, ask: Ask) -> None:
    put(place, singles(a="leg"))
    ask("UPDATE farmasvar_index.generations SET layout = 0")
    with pytest.raises(OlderIndexError, match="another version of Farmasvar; run `farmasvar index build`"):
        place.manifest()
    assert set(found(built(place, singles(a="leg")), "leg")) == {"a"}


def test_a_damaged_page_is_told_as_damage(place: IndexServer) -> None:
    from retrieval.postgres.tables import told

    assert isinstance(told("here", psycopg.errors.DataCorrupted("invalid page in block 0")), DamagedIndexError)


@pytest.fixture
def humble(postgres: Postgres, database: str) -> IndexServer:
    """The database as a user sees it who may do nothing there but connect."""
    postgres.execute(f"CREATE ROLE humble_{database} LOGIN PASSWORD 'humble'")
    return index_server(postgres.address(database), user=f"humble_{database}", password="humble")


def test_a_user_who_may_not_turn_pgvector_on_is_told_who_can(humble: IndexServer) -> None:
    with pytest.raises(SearchIndexError, match="have the server's administrator run `CREATE EXTENSION vector`"):
        put(humble, singles(a="leg"))


def test_a_user_who_may_make_no_schema_is_told_what_the_owner_is_to_run(
    humble: IndexServer, ask: Ask, database: str
) -> None:
    ask("CREATE EXTENSION vector")
    with pytest.raises(SearchIndexError) as caught:
        put(humble, singles(a="leg"))
    told = str(caught.value)
    assert told.count("`") == 2 and "\n" not in told
    ask(told.split("`")[1])
    assert set(found(built(humble, singles(a="leg")), "leg")) == {"a"}
    humble.close()


def test_a_user_who_may_not_read_the_index_is_told_so(humble: IndexServer, place: IndexServer) -> None:
    put(place, singles(a="leg"))
    assert "have its owner GRANT the right" in refusal(humble)


def test_a_server_without_pgvector_is_told_as_such(own_postgres: Postgres) -> None:
    control = own_postgres.programs.parent / "share" / "extension" / "vector.control"
    hidden = control.with_suffix(".hidden")
    control.rename(hidden)
    try:
        with pytest.raises(SearchIndexError, match="pgvector is not installed on the server; install it"):
            put(index_server(own_postgres.address()), singles(a="leg"))
    finally:
        hidden.rename(control)
