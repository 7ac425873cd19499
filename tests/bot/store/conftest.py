"""A database for a test, on each engine, and answers small enough to check by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.desk.store.database import Connection, Place, open_database

ENGINES = ("file", pytest.param("server", marks=pytest.mark.services))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "farmasvar.sqlite"


@pytest.fixture(params=ENGINES)
def place(request: pytest.FixtureRequest) -> Place:
    """Where a database may be, empty yet, on each engine."""
    found: Place = request.getfixturevalue("path" if request.param == "file" else "server")
    return found


@pytest.fixture
def connection(place: Place) -> Iterator[Connection]:
    with closing(open_database(place)) as opened:
        yield quick(opened)


@pytest.fixture
def file_connection(path: Path) -> Iterator[Connection]:
    with closing(open_database(path)) as opened:
        yield quick(opened)


def quick(connection: Connection) -> Connection:
    """The connection, not waiting for the disk."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA synchronous=OFF")
    return connection
