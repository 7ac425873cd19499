"""The file side of ingestion: finding source files and reading them as text, whatever their encoding."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, cast

from knowledge.errors import SourceError

LARGEST_FILE = 400_000_000
"""Bytes after unpacking; a bigger file is more likely a packing bomb than a set of records."""
HEAD = 8_000
"""Bytes that are enough to see what a file holds."""


def source_files(paths: Iterable[Path], leave_out: Path) -> Iterator[Path]:
    """Every file of the paths, folders in sorted order; hidden files and the folder `leave_out` are passed over."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for inside in sorted(path.rglob("*")):
            hidden = any(part.startswith(".") for part in inside.relative_to(path).parts)
            if not hidden and inside.is_file() and leave_out.resolve() not in inside.resolve().parents:
                yield inside


def plain_name(path: Path) -> str:
    """The file's name in lower case, without the `.gz` of a packed file."""
    return path.name.lower().removesuffix(".gz")


def read_text(path: Path) -> str:
    """The whole file as text, unpacked if it ends in `.gz`; a `SourceError` says why it cannot be read."""
    return decode(_read(path, LARGEST_FILE))


def read_head(path: Path) -> str:
    """The beginning of the file as text."""
    return decode(_read(path, HEAD, whole=False), whole=False)


def _read(path: Path, size: int, whole: bool = True) -> bytes:
    try:
        with _open(path) as file:
            content = file.read(size + 1)
    except FileNotFoundError as error:
        raise SourceError("no such file or folder") from error
    except (OSError, EOFError, zlib.error) as error:
        raise SourceError(f"cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if whole and len(content) > size:
        raise SourceError(f"larger than {size // 1_000_000} MB; split it")
    return content[:size]


def _open(path: Path) -> IO[bytes]:
    return cast(IO[bytes], gzip.open(path, "rb")) if path.suffix.lower() == ".gz" else path.open("rb")


def decode(content: bytes, whole: bool = True) -> str:
    """The bytes as text: by their byte order mark, else UTF-8, else the Windows code page old exports use.

    With `whole` false the bytes are the beginning of a file, whose last character may be cut.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if b"\x00" in content[:HEAD]:
        raise SourceError("not a text file")
    try:
        return content.decode("utf-8", errors="strict" if whole else "ignore")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
