"""Whether the files that cards were drafted from are still what they were.

The ledger of a library's folder says which file each card and document came from, and its fingerprint then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from knowledge.evidence.vocabulary import Frozen
from knowledge.sources.ledger import NAME, Ledger, fingerprint
from knowledge.sources.report import FileOutcome

MANY = 1
"""Records of a file of several: that the file changed says nothing of each of them until it is read again."""


class SourceChange(Frozen):
    """A source file that is not what it was."""

    file: str
    why: Literal["changed", "gone"]
    cards: tuple[str, ...] = ()
    """Cards and documents known to rest on what it was; none where the file must be read again to know."""
    now: str = ""
    """Its fingerprint now."""


def source_changes(folder: Path, compared: Mapping[str, str]) -> Iterator[SourceChange]:
    """The changed files of a library's folder; `compared`: with which fingerprint a reviewer has compared a card since.

    Files within archives are not looked at: an archive is changed by packing it again.
    """
    if not (folder / NAME).exists():
        return
    for outcome in Ledger(folder).known.values():
        path = _path(outcome, folder)
        if path is None:
            if not _is_packed(outcome, folder):
                yield SourceChange(file=outcome.file, why="gone", cards=_names(outcome))
            continue
        now = fingerprint(path)
        if now == outcome.digest:
            old = tuple(
                line.id for line in outcome.cards if line.source and now not in (line.source, compared.get(line.id))
            )
            if old:
                yield SourceChange(file=outcome.file, why="changed", cards=old, now=now)
        else:
            names = _names(outcome) if outcome.records <= MANY else ()
            open_names = tuple(name for name in names if compared.get(name) != now)
            if open_names or not names:
                yield SourceChange(file=outcome.file, why="changed", cards=open_names, now=now)


def _names(outcome: FileOutcome) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*(line.id for line in outcome.cards), *outcome.documents, *outcome.joined)))


def _path(outcome: FileOutcome, folder: Path) -> Path | None:
    """The file where it was read, or where it lies from the folder."""
    candidates = (folder / outcome.beside if outcome.beside else None, Path(outcome.file))
    return next((path for path in candidates if path is not None and path.is_file()), None)


def _is_packed(outcome: FileOutcome, folder: Path) -> bool:
    """Whether the file lies in an archive that is there."""
    parents = (*Path(outcome.file).parents, *(folder / outcome.beside).parents)
    return any(parent.is_file() for parent in parents)
