"""Where the indexes of these tests lie: each contract test is run on a file and, with `-m services`, on PostgreSQL."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from toy_server import index_server

from retrieval.index_place import IndexFile
from retrieval.index_tables import IndexPlace
from retrieval.postgres import near
from retrieval.postgres.place import IndexServer

if TYPE_CHECKING:
    from tests.postgres import Postgres

ENGINES = ["file", *(pytest.param(name, marks=pytest.mark.services) for name in ("server", "vectors on the server"))]
"""With the vectors left on the server, as those of an index too large for memory are, graphs find what is near."""
_numbers = itertools.count(1)


class OnServer:
    """Places on one server; a database that nobody uses any longer is emptied and used again."""

    def __init__(self, server: Postgres) -> None:
        self._server = server
        self._free: list[str] = []
        self._used: dict[IndexServer, str] = {}

    def __call__(self) -> IndexServer:
        if self._free:
            database = self._free.pop()
            self._server.execute("DROP SCHEMA IF EXISTS farmasvar_index CASCADE", database)
        else:
            database = f"index_{next(_numbers)}"
            self._server.execute(f"CREATE DATABASE {database}")
        place = index_server(self._server.address(database))
        self._used[place] = database
        return place

    def give_back(self, place: IndexServer) -> None:
        place.close()
        self._free.append(self._used.pop(place))

    def close(self) -> None:
        for place in self._used:
            place.close()


@pytest.fixture(scope="module", params=ENGINES)
def new_place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
              ) -> Iterator[Callable[[], IndexPlace]]:
    """Makes places where there is no index yet."""
    if request.param == "file":
        folder = tmp_path_factory.mktemp("indexes")
        yield lambda: IndexFile(folder / f"{next(_numbers)}.sqlite")
        return
    places = OnServer(request.getfixturevalue("postgres"))
    with pytest.MonkeyPatch.context() as patched:
        if request.param == "vectors on the server":
            patched.setattr(near, "IN_MEMORY", -1)
            patched.setattr(near, "GRAPH_FROM", 1)
        yield places
    places.close()


@pytest.fixture
def place(new_place: Callable[[], IndexPlace]) -> Iterator[IndexPlace]:
    """A place where there is no index yet."""
    yield from _place(new_place)


@pytest.fixture
def other_place(new_place: Callable[[], IndexPlace]) -> Iterator[IndexPlace]:
    """Another one."""
    yield from _place(new_place)


def _place(new_place: Callable[[], IndexPlace]) -> Iterator[IndexPlace]:
    place = new_place()
    yield place
    if isinstance(new_place, OnServer) and isinstance(place, IndexServer):
        new_place.give_back(place)
