"""What takes long to make, kept in a file for the next start: believed only while all it was made of is as it was.

Such a file is there for speed alone. Where it is missing, damaged or of anything else, its content is made anew; where
it cannot be written, it is made at each start.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import get_ident
from typing import TypeVar

import pydantic

PROGRAM = tuple(Path(__file__).parents[1] / name for name in ("knowledge", "retrieval", "bot"))
"""Folders of the program and of the data that ship with it."""
NOT_OF_THE_PROGRAM = frozenset({"__pycache__", "cards"})
DIGEST_BYTES = 32

Made = TypeVar("Made")


def kept(file: Path, made_of: str, make: Callable[[], Made]) -> Made:
    """What `make` gives, from the file where that keeps what was made of the same before.

    `made_of` says of what state of which things it is made, beside the program itself. What is made must be whole by
    itself: it is pickled.
    """
    state = hashlib.blake2b(f"{program_state()}\n{made_of}".encode(), digest_size=DIGEST_BYTES).digest()
    with suppress(Exception):  # not there, or damaged in whatever way
        found = memoryview(file.read_bytes())
        content = found[2 * DIGEST_BYTES :]
        if found[: 2 * DIGEST_BYTES] == state + _digest(content):
            return pickle.loads(content)  # type: ignore[no-any-return]
    made = make()
    content = memoryview(pickle.dumps(made, protocol=5))
    write(file, state, _digest(content), content)
    return made


def kept_with_program(name: str, make: Callable[[], Made], made_of: str = "") -> Made:
    """The same for what is made of little but the program and the data that ship with it, where Python keeps compiled
    modules."""
    return kept(Path(__file__).parent / "__pycache__" / f"{name}.kept", made_of, make)


def write(file: Path, *parts: bytes | memoryview) -> None:
    """Write a file that is only there for speed: whole or not at all, and without complaint where it cannot be.

    Whoever may read what lies beside it may read it: one account installs the program, and another runs it.
    """
    beside = file.with_name(f"{file.name}.{os.getpid()}-{get_ident()}")
    try:
        file.parent.mkdir(exist_ok=True)
        with beside.open("wb") as written:
            written.writelines(parts)
        os.replace(beside, file)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def state_of(places: Iterable[tuple[Path, str]]) -> str:
    """A digest of the names, times and sizes of the files of folders, each with the ending of those that count."""
    digest = hashlib.blake2b(digest_size=DIGEST_BYTES)
    for folder, ending in places:
        with suppress(FileNotFoundError), os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.endswith(ending) and entry.is_file():
                    status = entry.stat()
                    digest.update(f"{entry.path}\n{status.st_mtime_ns} {status.st_size}\n".encode())
    return digest.hexdigest()


@cache
def program_state() -> str:
    """The same of the program and the data that ship with it, as they were when the process first asked."""
    state = state_of((folder, "") for top in PROGRAM for folder in sorted(_folders(top)))
    return f"{sys.version} {pydantic.VERSION} {state}"


def _folders(top: Path) -> Iterator[Path]:
    """A folder of the program with all below it."""
    yield top
    with os.scandir(top) as entries:
        for entry in entries:
            if entry.is_dir() and entry.name not in NOT_OF_THE_PROGRAM:
                yield from _folders(Path(entry.path))


def _digest(content: memoryview) -> bytes:
    return hashlib.blake2b(content, digest_size=DIGEST_BYTES).digest()
