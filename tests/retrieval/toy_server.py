"""A place for an index on a server of the tests."""

from __future__ import annotations

from typing import Any

import psycopg

from retrieval.postgres.place import IndexServer


def index_server(address: str, **settings: str) -> IndexServer:
    def connect(patience_s: float | None) -> psycopg.Connection[Any]:
        return psycopg.connect(address, autocommit=True, prepare_threshold=None, **settings)

    return IndexServer(name=f"postgresql://{address.rpartition('@')[2]}", connect=connect)
