"""Moving everything that is kept from a file to a server, or back."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from bot.desk.store import taken_back
from bot.desk.store.copying import copy_everything, is_empty
from bot.desk.store.database import Place, Server, StoreError, is_there, open_database, reason, sole_use, transaction
from bot.desk.store.tables import taken_back as rows_taken_back
from knowledge.errors import DatabaseError


def move(source: Place, target: Place) -> dict[str, int]:
    """Write all that one database holds into another that is empty; how many rows of each table.

    Nothing may use either meanwhile; a bot that does is told, and other programs cannot write. The source stays as it
    is. What no backup may bring back is noted with the target as it was with the source.
    """
    if not is_there(source):
        raise DatabaseError(f"no database {source} yet, so there is nothing to move")
    with sole_use(source), sole_use(target):
        try:
            with closing(open_database(source)) as held, closing(open_database(target)) as empty:
                if not is_empty(empty):
                    raise DatabaseError(f"{target} holds something already, and nothing is written over it; "
                                        "give an empty database")
                with transaction(held), transaction(empty):
                    counted = copy_everything(held, empty)
                    if isinstance(target, Server) and not isinstance(source, Server):
                        taken_back.write_rows(empty, taken_back.read(source))
                    elif isinstance(source, Server) and not isinstance(target, Server):
                        _note_beside(target, taken_back.read_rows(held))
                        empty.execute(rows_taken_back.delete())
        except (OSError, StoreError) as error:
            raise DatabaseError(f"cannot move {source} to {target}: {reason(error)}") from error
    return counted


def _note_beside(database: Path, lines: list[taken_back.TakenBack]) -> None:
    noted = set(taken_back.read(database))
    taken_back.append(taken_back.path_beside(database), [line for line in lines if line not in noted])
