"""Cards as files on the reviewer's desk: opened, changed in memory, saved only onto what was opened.

An `OpenCard` never changes; every edit gives another one. The text that `saved` writes differs from the one that was
opened only in the lines of what was edited.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from knowledge.errors import CardError
from knowledge.evidence.library import (
    CARDS_FOLDER,
    Library,
    card_files,
    card_from,
    earlier_file,
    load_terminology,
    read_card,
    read_translations,
)
from knowledge.evidence.models import Card
from knowledge.review.places import kept_source, source_text
from knowledge.review.yaml_edits import content_of, rewritten

LOCK = ".review.lock"


class ChangedMeanwhile(CardError):
    """A card's file is no longer what it was when it was opened; nothing was saved."""

    def __init__(self, path: Path, attempted: str) -> None:
        super().__init__(
            f"{path.name}: somebody else has changed the card since you opened it; nothing was saved. "
            "Open it again and repeat your change"
        )
        self.attempted = attempted
        """The text that was to be saved, for a front end to show."""


@dataclass(frozen=True)
class Shelf:
    """The folders under review with every card in them, of whatever state: what an edit is checked against."""

    folders: tuple[Path, ...]
    library: Library
    translations: Mapping[str, Any]
    paths: Mapping[str, Path]
    """The file of each card."""
    faults: tuple[str, ...] = ()
    """Files that are no cards; they are left out."""


@dataclass(frozen=True)
class OpenCard:
    """One card: its file as it was opened, and its content as it is now."""

    path: Path
    opened: str
    """Text of the file when it was opened."""
    content: Mapping[str, Any]
    """As the file is to hold it; never changed in place."""
    shelf: Shelf

    @cached_property
    def card(self) -> Card:
        """The content as a card; a `CardError` names the fault where it is none."""
        return card_from(_copied(self.content), self.path, dict(self.shelf.translations))

    @cached_property
    def text(self) -> str:
        """What is to be saved."""
        return rewritten(self.opened, self.content)

    @cached_property
    def before(self) -> Mapping[str, Any]:
        """The content when it was opened."""
        return dict(content_of(self.opened))

    @property
    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return self.content != self.before

    @property
    def revision(self) -> str:
        """Fingerprint of the text that was opened, for a form that is sent back later."""
        return fingerprint_of(self.opened)

    def with_content(self, content: Mapping[str, Any]) -> OpenCard:
        """The card with another content."""
        return replace(self, content=content)


def fingerprint_of(text: str) -> str:
    """What tells one text of a card from another."""
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def open_shelf(folders: Sequence[Path] = (CARDS_FOLDER,)) -> Shelf:
    """Every card of the folders; what cannot be read is named among the faults and left out."""
    translations = read_translations()
    cards: dict[str, Card] = {}
    paths: dict[str, Path] = {}
    faults: list[str] = []
    for path in card_files(folders):
        try:
            card = read_card(path, translations)
        except CardError as error:
            faults.append(str(error))
            continue
        if card.id in cards:
            faults.append(f"{path}: two cards are called `{card.id}`; rename one")
            continue
        cards[card.id], paths[card.id] = card, path
    return Shelf(
        folders=tuple(folders), library=Library(cards.values(), load_terminology()), translations=translations,
        paths=paths, faults=tuple(faults),
    )  # fmt: skip


def with_card(shelf: Shelf, card: Card) -> Shelf:
    """The shelf with a card as it is now."""
    cards = {**shelf.library.cards, card.id: card}
    library = Library(cards.values(), shelf.library.terminology, shelf.library.documents.values())
    return replace(shelf, library=library)


def open_card(shelf: Shelf, card: str) -> OpenCard:
    """A card of the shelf, read from its file as it is now; a `CardError` where there is none or it is at fault."""
    path = shelf.paths.get(card)
    if path is None:
        raise CardError(f"no card `{card}` in {', '.join(map(str, shelf.folders))}; see the queue for what there is")
    text = _read(path)
    content = content_of(text)
    if not isinstance(content, dict):
        raise CardError(f"{path.name}: expected one card (a mapping of fields)")
    opened = OpenCard(path=path, opened=text, content=content, shelf=shelf)
    _ = opened.card
    return opened


def saved(card: OpenCard) -> OpenCard:
    """Write the card and give it back as it is then opened.

    Raises `ChangedMeanwhile` where the file is not what was opened, `CardError` where it cannot be written; in both
    cases the file stays as it is. What was approved and is now changed is kept in the folder `earlier`.
    """
    text, valid = card.text, card.card
    with _locked(card.path.parent):
        if _read(card.path) != card.opened:
            raise ChangedMeanwhile(card.path, text)
        try:
            _keep_approved(card)
            with NamedTemporaryFile("w", encoding="utf-8", newline="", dir=card.path.parent, delete=False) as beside:
                beside.write(text)
            os.chmod(beside.name, card.path.stat().st_mode & 0o777)
            os.replace(beside.name, card.path)
            _keep_source(card, valid)
        except OSError as error:
            raise CardError(f"{card.path}: cannot be written ({error.strerror}); mend that and save again") from error
    return replace(card, opened=text, shelf=with_card(card.shelf, valid))


def _keep_approved(card: OpenCard) -> None:
    """Keep the file of an approved card that becomes a draft: it answers until the draft is approved in its turn."""
    was = card_from(_copied(card.before), card.path, dict(card.shelf.translations))
    if was.review_state != "reviewed" or card.card.review_state != "draft":
        return
    earlier = earlier_file(card.path, was.version)
    earlier.parent.mkdir(exist_ok=True)
    earlier.write_text(card.opened, encoding="utf-8", newline="")


def _keep_source(card: OpenCard, valid: Card) -> None:
    """Keep the text that a card was compared with as it was approved: a later one is shown against it."""
    text = source_text(valid, card.path.parent)
    if not text or valid.review_state != "reviewed" or card.before.get("review_state", "draft") != "draft":
        return
    kept = kept_source(card.path)
    kept.parent.mkdir(exist_ok=True)
    kept.write_text(text, encoding="utf-8", newline="")


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """One writer at a time in a folder, so that nobody writes between a look and a write."""
    try:
        with (folder / LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
    except OSError as error:
        raise CardError(f"{folder}: cannot be written to ({error.strerror}); mend that and save again") from error


def _read(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except OSError as error:
        raise CardError(f"{path}: cannot be read ({error.strerror}); restore the file") from error
    except UnicodeDecodeError as error:
        raise CardError(f"{path}: is not UTF-8 text; save it as UTF-8") from error


def _copied(content: Any) -> Any:
    """A copy that may be changed: reading a card fills in sentences of the language folders."""
    if isinstance(content, Mapping):
        return {key: _copied(value) for key, value in content.items()}
    return [_copied(item) for item in content] if isinstance(content, list | tuple) else content
