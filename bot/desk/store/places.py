"""Where a database is: a file of this machine, or a server."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from pydantic import SecretStr

from knowledge.evidence.models import Frozen


class Server(Frozen):
    """A PostgreSQL database."""

    address: SecretStr
    """As PostgreSQL's own programs take it, `postgresql://user:password@host/name`; several hosts may be named."""
    folder: Path
    """The data folder of this process, for what a person is to find there."""

    def __str__(self) -> str:
        """Its hosts and name, without user and password."""
        shown = self.address.get_secret_value().partition("://")[2].rpartition("@")[2].partition("?")[0]
        return f"postgresql://{shown}"


Place: TypeAlias = Path | Server


def folder_of(place: Place) -> Path:
    """The data folder that goes with a database."""
    return place.folder if isinstance(place, Server) else place.parent
