"""Files as text, whatever their encoding, packed or not."""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path
from typing import IO, Any, cast

from knowledge.errors import SourceError

LARGEST_FILE = 400_000_000
"""Bytes after unpacking; a bigger file is more likely a packing bomb than a set of records."""
HEAD = 8_000
"""Bytes that are enough to see what a file holds."""
PACKED = b"PK\x03\x04"
"""How a packed document or archive begins."""


def plain_name(path: Path) -> str:
    """The file's name in lower case, without the `.gz` of a packed file."""
    return path.name.lower().removesuffix(".gz")


def read_text(path: Path) -> str:
    """The whole file as text, unpacked if it ends in `.gz`; a `SourceError` says why it cannot be read."""
    return decode(_read(path, LARGEST_FILE))


def read_bytes(path: Path) -> bytes:
    """The whole file, unpacked if it ends in `.gz`; a `SourceError` says why it cannot be read."""
    return _read(path, LARGEST_FILE)


def read_json(path: Path) -> Any:
    """The content of a JSON file: an object or a list. A `SourceError` says what is wrong with it."""
    try:
        content = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise SourceError(f"line {error.lineno}, column {error.colno}: no valid JSON ({error.msg})") from error
    except (RecursionError, ValueError) as error:
        raise SourceError("no JSON that can be read: nested too deeply or with a number too long") from error
    if not isinstance(content, dict | list):
        raise SourceError("JSON that is neither a record nor a list of records")
    return content


def read_head(path: Path) -> str:
    """The beginning of the file as text; of a PDF or a packed document its bytes, one sign each."""
    head = _read(path, HEAD, whole=False)
    return head.decode("latin-1") if b"%PDF-" in head[:1024] or head.startswith(PACKED) else decode(head, whole=False)


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
