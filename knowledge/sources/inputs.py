"""What ingestion is given, as files: folders walked, patterns filled in, archives unpacked within limits.

Nothing of an archive decides where it is written: each file goes under a number of ours into a folder that is taken
away afterwards. Links, devices and locked files are left out and named.
"""

from __future__ import annotations

import glob
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from knowledge.errors import SourceError
from knowledge.sources.readers.files import LARGEST_FILE

ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
MOST_MEMBERS = 20_000
LARGEST_ARCHIVE = 2_000_000_000
"""Bytes of all files of an archive unpacked, those of archives within it counted."""
DEEPEST = 2
"""Archives within an archive."""
CHUNK = 1 << 20


class Input(NamedTuple):
    """One file to be read."""

    path: Path
    shown: str
    """How it is called in a report: a file of an archive by the archive's name and its own."""
    fault: str = ""
    """Why it cannot be read; empty where it can."""


class _Budget:
    """What an archive may still unpack."""

    def __init__(self) -> None:
        self.size, self.members = LARGEST_ARCHIVE, MOST_MEMBERS

    def take(self, size: int, members: int = 0) -> None:
        """Count what was unpacked; a `SourceError` where it is too much."""
        self.size -= size
        self.members -= members
        if self.size < 0:
            raise SourceError(f"unpacks to more than {LARGEST_ARCHIVE // 1_000_000_000} GB; split it")
        if self.members < 0:
            raise SourceError(f"holds more than {MOST_MEMBERS:,} files; split it")


def inputs_of(paths: Iterable[Path], leave_out: Path) -> Generator[Input, None, None]:
    """Every file of the paths; hidden files and the folder `leave_out` are passed over.

    A path of an archive's file is there only until the next one is asked for; closing the generator takes away
    whatever was unpacked.
    """
    for path in paths:
        for found in _expanded(path):
            for file in _walked(found, leave_out):
                if is_archive(file):
                    yield from _unpacked(file, str(file), _Budget(), 0)
                else:
                    yield Input(file, str(file))


def is_archive(path: Path) -> bool:
    """Whether a file calls itself an archive of several files."""
    return path.name.lower().endswith(ARCHIVES)


def _expanded(path: Path) -> list[Path]:
    """The paths that a pattern stands for; a path that is there is none, whatever signs it holds."""
    if path.exists() or not glob.has_magic(str(path)):
        return [path]
    return sorted(map(Path, glob.glob(str(path), recursive=True))) or [path]


def _walked(path: Path, leave_out: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for inside in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in inside.relative_to(path).parts)
        if not hidden and inside.is_file() and leave_out.resolve() not in inside.resolve().parents:
            yield inside


def _unpacked(path: Path, shown: str, budget: _Budget, depth: int) -> Iterator[Input]:
    if depth > DEEPEST:
        yield Input(path, shown, f"an archive within more than {DEEPEST} others; unpack it")
        return
    try:
        with tempfile.TemporaryDirectory(prefix="farmasvar-") as folder:
            for number, (name, opened) in enumerate(_members(path)):
                yield from _member(Path(folder), number, f"{shown}/{name}", opened, budget, depth)
    except (zipfile.BadZipFile, tarfile.TarError, OSError, EOFError, zlib.error, NotImplementedError) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        yield Input(path, shown, f"the archive cannot be unpacked: {reason}; pack it again")
    except (SourceError, RuntimeError) as error:
        yield Input(path, shown, f"the archive {error}")


def _member(
    folder: Path, number: int, shown: str, opened: IO[bytes] | str, budget: _Budget, depth: int
) -> Iterator[Input]:
    name = PurePosixPath(shown).name
    if isinstance(opened, str):
        yield Input(folder, shown, opened)
        return
    if name.startswith(".") or "__MACOSX" in shown:
        return
    home = folder / str(number)
    home.mkdir()
    file = home / _safe(name)
    size = 0
    with file.open("wb") as out:
        while block := opened.read(CHUNK):
            size += len(block)
            budget.take(len(block))
            if size > LARGEST_FILE:
                break
            out.write(block)
    budget.take(0, members=1)
    if size > LARGEST_FILE:
        yield Input(file, shown, f"larger than {LARGEST_FILE // 1_000_000} MB; split it")
    elif is_archive(file):
        yield from _unpacked(file, shown, budget, depth + 1)
    else:
        yield Input(file, shown)
    file.unlink(missing_ok=True)


def _safe(name: str) -> str:
    """A name that any file system takes, with its ending: readers go by it."""
    kept = "".join(sign if sign.isalnum() or sign in "._- " else "_" for sign in name)
    return kept[-100:].lstrip(".") or "file"


def _members(path: Path) -> Iterator[tuple[str, IO[bytes] | str]]:
    """Name and content of every file of an archive; in place of a content, why there is none."""
    if path.name.lower().endswith(".zip"):
        with zipfile.ZipFile(path) as packed:
            for item in packed.infolist():
                if item.is_dir():
                    continue
                if item.flag_bits & 1:
                    yield item.filename, "locked with a password; unpack it"
                    continue
                with packed.open(item) as content:
                    yield item.filename, content
    else:
        with tarfile.open(path) as tar:
            for member in tar:
                if member.isfile():
                    content_of = tar.extractfile(member)
                    if content_of is not None:
                        yield member.name, content_of
                elif not member.isdir():
                    yield member.name, "a link or device of an archive; it is not followed"
