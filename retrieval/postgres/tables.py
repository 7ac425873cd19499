"""The tables of the index on a server, and what a person is told where they cannot be used.

They stand in a schema of their own, beside whatever else the database keeps. What an index of one model and layout
holds is one generation, its tables named by its number; `generations` says which one is searched. An index that is
brought up to date stays in its generation, in one transaction. One of another model is a new generation: whoever
searches goes on in the old one until the new one is whole. Vectors have a table of their own: a column added to it
would have its graph built anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, LiteralString, NamedTuple, TypeAlias

import psycopg
from psycopg import errors, sql

from knowledge.errors import DamagedIndexError, OlderIndexError, SearchIndexError
from retrieval.index_tables import Manifest, State

Connection: TypeAlias = psycopg.Connection[Any]
Connect = Callable[[float | None], Connection]
"""Opens a connection that commits each statement by itself and keeps no plans, whose statements have so many seconds;
None: as long as they take."""

SCHEMA = "farmasvar_index"
LAYOUT = 1
"""Of the tables of a generation; one of another layout is made anew."""
BUILDING = 0x6661726D63
"""Key of the lock of whoever builds."""
LEAST_PGVECTOR = (0, 8)
"""Versions before it have no iterative scans, and the first of them no `halfvec`."""
NAMES = ("sources", "documents", "removed", "document_terms", "passages", "vectors", "terms", "postings")

GENERATIONS = """
CREATE TABLE IF NOT EXISTS farmasvar_index.generations (
    generation integer PRIMARY KEY,
    is_current boolean NOT NULL,
    layout integer NOT NULL,
    model text NOT NULL,
    dimensions integer NOT NULL,
    library_version text NOT NULL,
    analyser_version integer NOT NULL,
    passages bigint NOT NULL,
    revision bigint NOT NULL,
    earlier bigint[] NOT NULL,  -- revisions that it came of, the last ones
    last_document bigint NOT NULL,  -- numbers given so far: none is given twice, so that a reader can tell what is new
    last_passage bigint NOT NULL,
    last_removal bigint NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS one_is_current ON farmasvar_index.generations (is_current) WHERE is_current;
CREATE TABLE IF NOT EXISTS farmasvar_index.encoded (key bytea PRIMARY KEY, vector bytea NOT NULL);
"""
TABLES: LiteralString = """
CREATE TABLE {sources} (
    id text PRIMARY KEY,
    digest text NOT NULL,  -- of its documents
    state text NOT NULL  -- of what they are made of; empty where that is not known
);
CREATE TABLE {documents} (
    number bigint PRIMARY KEY,
    id text NOT NULL UNIQUE,
    source text NOT NULL,
    language text NOT NULL,
    length integer NOT NULL,  -- in terms of that language
    first_passage bigint NOT NULL,
    passages integer NOT NULL  -- how many, numbered one after the other
);
CREATE INDEX ON {documents} (source);
CREATE TABLE {removed} (number bigint PRIMARY KEY, document bigint NOT NULL);
CREATE TABLE {document_terms} (
    document bigint NOT NULL, language text NOT NULL, terms text NOT NULL, PRIMARY KEY (document, language)
);
CREATE TABLE {passages} (number bigint PRIMARY KEY, text text NOT NULL);
CREATE TABLE {vectors} (number bigint PRIMARY KEY, language text NOT NULL, vector vector({dimensions}) NOT NULL);
CREATE INDEX ON {vectors} (language);
CREATE TABLE {terms} (
    language text COLLATE "C" NOT NULL,  -- read in the order in which a file has them, which sums and ties depend on
    term text COLLATE "C" NOT NULL,
    documents integer NOT NULL,
    PRIMARY KEY (language, term)
);
CREATE TABLE {postings} (
    language text COLLATE "C" NOT NULL,
    term text COLLATE "C" NOT NULL,
    block bigint NOT NULL,
    offsets bytea NOT NULL,  -- uint16, document number less the block's first, ascending
    counts bytea NOT NULL,  -- uint16, how often the term stands in that document
    PRIMARY KEY (language, term, block)
);
ALTER TABLE {postings} ALTER offsets SET STORAGE EXTERNAL, ALTER counts SET STORAGE EXTERNAL;
"""
# Numbers do not grow smaller by compression that pays for undoing it at every question.


class Generation(NamedTuple):
    """One generation, as the table of them has it."""

    state: State
    layout: int
    manifest: Manifest
    earlier: Sequence[int]
    """Revisions that its state came of, the last ones."""

    @property
    def number(self) -> int:
        """By which its tables are named."""
        return self.state.generation


CURRENT = (
    "SELECT generation, revision, layout, model, dimensions, library_version, analyser_version, passages, "
    "earlier FROM farmasvar_index.generations WHERE is_current"
)


def generation_of(row: tuple[Any, ...]) -> Generation:
    """From a row of `CURRENT`."""
    number, revision, layout, model, dimensions, library_version, analyser_version, passages, earlier = row
    manifest = Manifest(model=model, dimensions=dimensions, library_version=library_version,
                        analyser_version=analyser_version, passages=passages)
    return Generation(State(number, revision), layout, manifest, earlier)


def current(connection: Connection) -> Generation | None:
    """The generation that is searched; None where there is none yet."""
    try:
        row = connection.execute(CURRENT).fetchone()
    except (errors.UndefinedTable, errors.InvalidSchemaName):
        return None
    return generation_of(row) if row else None


def present(connection: Connection, place: str) -> Generation:
    """The generation that is searched; a `SearchIndexError` where there is none that this version can read."""
    found = current(connection)
    if found is None:
        raise SearchIndexError(f"{place}: no index here; run `farmasvar index build`")
    if found.layout != LAYOUT:
        raise OlderIndexError(f"{place}: made by another version of Farmasvar; run `farmasvar index build`")
    return found


def named(statement: LiteralString, generation: int, **parts: sql.Composable) -> sql.Composed:
    """A statement on the tables of a generation, which it names in braces."""
    tables = {name: sql.Identifier(SCHEMA, f"{name}_{generation}") for name in NAMES}
    return sql.SQL(statement).format(**tables, **parts)


def create(connection: Connection, generation: int, dimensions: int) -> None:
    """The empty tables of a generation."""
    connection.execute(named(TABLES, generation, dimensions=sql.Literal(dimensions)))


def drop(connection: Connection, generation: int) -> None:
    """Take the tables of a generation away."""
    for name in NAMES:
        connection.execute(named("DROP TABLE IF EXISTS {" + name + "}", generation))
    connection.execute("DELETE FROM farmasvar_index.generations WHERE generation = %s", (generation,))


RIGHTS = """
SELECT current_user,
    (SELECT extversion FROM pg_extension WHERE extname = 'vector'),
    EXISTS (SELECT FROM pg_available_extensions WHERE name = 'vector'),
    current_setting('is_superuser') = 'on' OR EXISTS (
        SELECT FROM pg_available_extension_versions
        WHERE name = 'vector' AND (trusted OR NOT superuser) AND has_database_privilege(current_database(), 'CREATE')
    ),
    coalesce(has_schema_privilege(to_regnamespace('farmasvar_index')::oid, 'CREATE'),
        has_database_privilege(current_database(), 'CREATE'))
"""


def hindrance(connection: Connection) -> str | None:
    """What keeps an index from being built in this database, and what to do; None: nothing that is known beforehand."""
    user, version, is_available, may_turn_on, may_make_tables = connection.execute(RIGHTS).fetchall()[0]
    if version is None and not is_available:
        return ("pgvector is not installed on the server; install it there (on Debian the package "
                "postgresql-18-pgvector, as a container pgvector/pgvector:pg18)")
    if version is None and not may_turn_on:
        return (f"the user {user} may not turn pgvector on; have the server's administrator run "
                "`CREATE EXTENSION vector` in this database")
    if version is not None and tuple(int(part) for part in version.split(".")[:2]) < LEAST_PGVECTOR:
        return (f"pgvector {version} is too old; install 0.8 or newer on the server and run "
                "`ALTER EXTENSION vector UPDATE` in this database")
    if not may_make_tables:
        return (f"the user {user} may make no schema there; have the database's owner run "
                f'`CREATE SCHEMA {SCHEMA} AUTHORIZATION "{user}"`')
    return None


def prepare(connection: Connection, place: str) -> None:
    """Have pgvector, the schema and the list of generations there; a `SearchIndexError` that says what is missing."""
    if lacking := hindrance(connection):
        raise SearchIndexError(f"{place}: the index cannot be built: {lacking}")
    connection.execute("CREATE EXTENSION IF NOT EXISTS vector")
    if lacking := hindrance(connection):  # what was turned on may be too old
        raise SearchIndexError(f"{place}: the index cannot be built: {lacking}")
    if not connection.execute("SELECT to_regnamespace(%s) IS NOT NULL", (SCHEMA,)).fetchall()[0][0]:
        connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(SCHEMA)))
    connection.execute(GENERATIONS)


def told(place: str, fault: BaseException) -> SearchIndexError:
    """A fault of the server's, as it is told to a person."""
    reason = str(fault).partition("\n")[0] or type(fault).__name__
    if isinstance(fault, errors.DataCorrupted | errors.IndexCorrupted):
        return DamagedIndexError(f"{place}: the index is damaged ({reason}); run `farmasvar index build`")
    if isinstance(fault, errors.InsufficientPrivilege):
        return SearchIndexError(f"{place}: the index cannot be used: {reason}; have its owner GRANT the right, or use "
                                "the database with the user that built it")
    return SearchIndexError(f"{place}: the index cannot be used: {reason}; is the server running, and does "
                            "FARMASVAR_DATABASE name it?")
