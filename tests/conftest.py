"""What all tests share: quick, repeatable property tests, and the shipped library read once."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from knowledge.evidence.library import CARDS_FOLDER, Library, load_terminology, read_card, read_translations

if TYPE_CHECKING:
    from bot.desk.store.places import Server
    from tests.postgres import Postgres

settings.register_profile("farmasvar", max_examples=50, deadline=None, derandomize=True, database=None)
settings.load_profile("farmasvar")


@cache
def _library() -> Library:
    translations = read_translations()
    return Library([read_card(path, translations) for path in sorted(CARDS_FOLDER.glob("*.yaml"))], load_terminology())


@pytest.fixture(scope="session")
def shipped() -> Library:
    """The library as shipped, whether or not its parts agree: `test_library` asks that."""
    return _library()


@pytest.fixture(scope="session")
def every_card() -> Library:
    """The same, for a module whose own `shipped` is the founding cards."""
    return _library()


FOUNDING = frozenset((
    "article-healthline-magnesium-rls", "article-sundhedspanel-urolige-ben", "cochrane-cd009402", "relis-2015-5672",
    "review-lottrup-riis-2014", "trial-dahle-1995", "trial-frusso-1999", "trial-garrison-2010", "trial-nygaard-2006",
    "trial-roffe-2001",
))
"""The ten cards on one mineral: few enough that a test can know what each says."""


@pytest.fixture(scope="session")
def founding() -> Library:
    """The founding cards alone, for tests of what is said of them."""
    library = _library()
    return Library([card for name, card in library.cards.items() if name in FOUNDING], library.terminology)


@pytest.fixture(scope="session")
def postgres_programs() -> Iterator[Path]:
    """The folder of PostgreSQL's programs."""
    from tests.postgres import own_folder, unpacked

    folder = own_folder()
    yield unpacked(folder)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres(postgres_programs: Path) -> Iterator[Postgres]:
    """A server for all tests; those that end one have `own_postgres`."""
    from tests.postgres import new_server

    server = new_server(postgres_programs)
    yield server
    server.remove()


@pytest.fixture
def own_postgres(postgres_programs: Path) -> Iterator[Postgres]:
    """A server of the test's own, running."""
    from tests.postgres import new_server

    server = new_server(postgres_programs)
    yield server
    server.remove()


_numbers = itertools.count(1)


@pytest.fixture
def new_database(postgres: Postgres, tmp_path: Path) -> Iterator[Callable[[], Server]]:
    """Makes empty databases on the server."""
    from bot.desk.store import servers
    from bot.desk.store.places import Server

    made: list[str] = []

    def make() -> Server:
        made.append(f"test_{next(_numbers)}")
        postgres.execute(f"CREATE DATABASE {made[-1]}")
        return Server(address=postgres.address(made[-1]), folder=tmp_path)

    yield make
    for name in made:
        servers.engine_of(postgres.address(name)).dispose()
    servers.engine_of.cache_clear()


@pytest.fixture
def server(new_database: Callable[[], Server]) -> Server:
    """An empty database on the server."""
    return new_database()
