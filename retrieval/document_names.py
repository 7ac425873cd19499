"""What documents name, kept in a file beside the index: to read a thousand answers for names takes half a minute.

The file is made anew where it is missing, unreadable or of another library; a document that is unchanged is not read
again as long as the terminology is the same.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import ValidationError

from knowledge.documents.models import Document
from knowledge.documents.naming import Named, named_in
from knowledge.evidence.library import Library
from knowledge.evidence.models import Frozen
from knowledge.terminology.linking import Recogniser


class KeptNames(Frozen):
    """What the file holds."""

    library: str = ""
    terminology: str = ""
    documents: dict[str, str] = {}
    """A fingerprint of each document that was read."""
    names: dict[str, Named] = {}


def names_of(library: Library, recogniser: Recogniser, path: Path | None = None) -> Mapping[str, Named]:
    """What each document of the library names, by its id; from the file where it is of this library."""
    kept = _read(path)
    version = _version(library)
    if kept.library == version:
        return kept.names
    terminology = library.terminology.fingerprint
    reusable = kept.names if kept.terminology == terminology else {}
    prints = {document.id: _print(document) for document in library.documents.values()}
    names = {
        identifier: reusable[identifier]
        if identifier in reusable and kept.documents.get(identifier) == prints[identifier]
        else named_in(document, recogniser)
        for identifier, document in library.documents.items()
    }
    if path is not None:
        _write(path, KeptNames(library=version, terminology=terminology, documents=prints, names=names))
    return names


def _version(library: Library) -> str:
    """What changes whenever a document, a concept or the number of substances and brands does."""
    terminology = library.terminology
    return f"{library.version} {len(terminology.substances)} {len(terminology.brands)}"


def _print(document: Document) -> str:
    return _digest([document.model_dump_json()])


def _digest(texts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode())
    return digest.hexdigest()[:16]


def _read(path: Path | None) -> KeptNames:
    try:
        return KeptNames.model_validate_json(path.read_bytes()) if path else KeptNames()
    except (OSError, ValidationError):
        return KeptNames()


def _write(path: Path, kept: KeptNames) -> None:
    """The file as a whole or not at all; where it cannot be written, the next start reads the documents again."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        beside.write_text(kept.model_dump_json(), encoding="utf-8")
        os.replace(beside, path)
    except OSError:
        beside.unlink(missing_ok=True)
