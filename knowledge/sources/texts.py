"""Texts of abstracts, kept beside the draft cards of a library for whoever compares a claim with its place in them.

They belong to their publishers: no card holds a word of them, no answer is made of them, and they are no documents to
quote. The pages show the place of a claim in them, to people of the house that keeps them.
"""

from __future__ import annotations

from pathlib import Path

from knowledge.errors import SourceError

FOLDER = "texts"


def save_text(card: str, title: str, text: str, library: Path) -> None:
    """Keep the text of a card's source; a `SourceError` where the folder cannot be written to."""
    path = library / FOLDER / f"{card}.txt"
    whole = f"{title}\n\n{text.strip()}\n"
    try:
        if path.exists() and path.read_text(encoding="utf-8", errors="replace") == whole:
            return
        path.parent.mkdir(exist_ok=True)
        path.write_text(whole, encoding="utf-8")
    except OSError as error:
        raise SourceError(f"{path}: cannot be written ({error.strerror}); mend that and run again") from error


def add_text(card: str, record: str, title: str, text: str, library: Path) -> None:
    """Keep the text of a further record of a card's work below that of the first."""
    if not text.strip():
        return
    path = library / FOLDER / f"{card}.txt"
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n\n{record}\n{title}\n\n{text.strip()}\n")


def text_of(card: str, library: Path) -> str:
    """The text that is kept of a card's source; empty where there is none."""
    path = library / FOLDER / f"{card}.txt"
    try:
        return path.read_text(encoding="utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: cannot be read; delete it and ingest its source again") from error
