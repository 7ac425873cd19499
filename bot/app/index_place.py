"""Where the search index is: in a file of the data folder, or beside everything else on the server that is set."""

from __future__ import annotations

from functools import lru_cache, partial

from bot.app.settings import Settings
from bot.desk.store.places import Server
from retrieval.index_place import IndexFile
from retrieval.index_tables import IndexPlace


def index_place(settings: Settings) -> IndexPlace:
    """The index of the settings."""
    store = settings.store
    return _on(str(store), store.address.get_secret_value()) if isinstance(store, Server) else IndexFile(
        settings.index_path)


@lru_cache(maxsize=4)
def _on(name: str, address: str) -> IndexPlace:
    """The index of a server; always the same one, for whoever reads its library anew to go on with its connections."""
    from bot.desk.store.servers import open_driver  # a driver that only servers need
    from retrieval.postgres.place import IndexServer

    return IndexServer(name=name, connect=partial(open_driver, address))
