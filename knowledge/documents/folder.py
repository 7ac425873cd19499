"""Documents in a library's folder: one JSON file each, in its folder `documents`.

JSON and not YAML, because a folder may hold hundreds of product texts of a hundred pages each, and is read at every
start. An earlier version of a document is kept in `documents/earlier` to be shown; it never answers.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from knowledge.documents.models import Document
from knowledge.errors import CardError, SourceError

FOLDER = "documents"
EARLIER = "earlier"
Saved = Literal["written", "unchanged", "older"]


def save_document(document: Document, library: Path) -> Saved:
    """Keep a document in a library's folder; one of a later date takes the place of an earlier one as a new version.

    `older`: what is there is newer, and stays. Raises `SourceError` where the folder cannot be written to.
    """
    path = library / FOLDER / f"{document.id}.json"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            present = read_document(path)
            if _content(present) == _content(document):
                return "unchanged"
            if present.dated and document.dated and document.dated < present.dated:
                return "older"
            earlier = path.parent / EARLIER / f"{present.id}-v{present.version}.json"
            earlier.parent.mkdir(exist_ok=True)
            path.replace(earlier)
            document = document.model_copy(update={"version": present.version + 1})
        path.write_text(document.model_dump_json(indent=1, exclude_defaults=True) + "\n", encoding="utf-8")
    except OSError as error:
        raise SourceError(f"{path}: cannot be written ({error.strerror}); mend that and run again") from error
    return "written"


def _content(document: Document) -> str:
    return document.model_dump_json(exclude={"version"})


def read_document(path: Path) -> Document:
    """One document of a library; a `CardError` says what is wrong with it."""
    try:
        document = Document.model_validate_json(path.read_bytes())
    except OSError as error:
        raise CardError(f"{path.name}: cannot be read ({error.strerror})") from error
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join(map(str, fault["loc"]))
        raise CardError(f"{path.name}: {place}: {fault['msg']}; ingest its source again") from error
    if document.id != path.stem:
        raise CardError(f"{path.name}: the document calls itself `{document.id}`; file and id must agree")
    return document


def load_documents(folders: Iterable[Path]) -> list[Document]:
    """The documents of the libraries in these folders, by id; of one in two folders, that of the later date.

    What another of them says it replaces is among them: who answers leaves it out (see `current`).
    """
    found: dict[str, Document] = {}
    for folder in folders:
        for path in sorted((folder / FOLDER).glob("*.json")):
            document = read_document(path)
            other = found.get(document.id)
            if other is None or _age(document) >= _age(other):
                found[document.id] = document
    return [found[identifier] for identifier in sorted(found)]


def _age(document: Document) -> tuple[str, int]:
    return str(document.dated or ""), document.version


def current(documents: Iterable[Document]) -> list[Document]:
    """The documents that no other one replaces."""
    every = list(documents)
    replaced = {identifier for document in every for identifier in document.supersedes}
    return [document for document in every if document.id not in replaced]
