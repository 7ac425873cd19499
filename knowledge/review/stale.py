"""What of a library may no longer be so: changed sources, passed days of review, newer versions, what was replaced."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from knowledge.documents.folder import load_documents
from knowledge.evidence.identity import edition_of, twins
from knowledge.evidence.vocabulary import Frozen
from knowledge.review.files import Shelf
from knowledge.sources.freshness import source_changes

Why = Literal["changed", "gone", "due", "newer", "superseded", "twice"]


class Stale(Frozen):
    """One thing that somebody should look at."""

    name: str
    """A card, a document, or a file of several records."""
    why: Why
    said: str
    """What it is and what to do, in one line."""


def stale(shelf: Shelf, today: date) -> list[Stale]:
    """All of it, sorted by card."""
    found = [*_changed(shelf), *_due(shelf, today), *_versions(shelf), *_replaced(shelf.folders)]
    return sorted(found, key=lambda item: (item.name, item.why))


def source_now(shelf: Shelf, card: str) -> str:
    """The fingerprint of a card's source file where it is another than the card was drafted from; else empty."""
    folder = shelf.paths[card].parent
    return next((change.now for change in source_changes(folder, {}) if card in change.cards), "")


def _changed(shelf: Shelf) -> list[Stale]:
    compared = {card.id: card.review.compared for card in shelf.library.cards.values()}
    found = []
    for folder in shelf.folders:
        for change in source_changes(folder, compared):
            if change.why == "gone":
                said = f"its source file {change.file} is not there any more; put it back, or ingest it from its place"
            elif change.cards:
                said = f"{change.file} has changed since it was read; ingest it again and compare the card"
            else:
                said = "has changed since it was read; ingest it again to see which cards it changes"
            names = change.cards or (change.file,)
            found += [Stale(name=name, why=change.why, said=said) for name in names]
    return found


def _due(shelf: Shelf, today: date) -> list[Stale]:
    return [
        Stale(name=card.id, why="due", said=f"was to be compared with its source again by {card.review.next}; "
              f"`farmasvar review {card.id}`")
        for card in shelf.library.cards.values()
        if card.review_state == "reviewed" and card.review.next is not None and card.review.next <= today
    ]  # fmt: skip


def _versions(shelf: Shelf) -> list[Stale]:
    found = []
    cards = shelf.library.cards
    for pair in twins(card for card in cards.values() if card.review_state != "withdrawn"):
        one, other = cards[pair.card], cards[pair.other]
        editions = edition_of(one.source.identifiers), edition_of(other.source.identifiers)
        if editions[0] != editions[1]:
            older, newer = (one, other) if editions[0] < editions[1] else (other, one)
            said = f"`{newer.id}` is of a newer version of the same review; once approved, it answers in its place"
            found.append(Stale(name=older.id, why="newer", said=said))
        else:
            said = f"is of the same work as `{one.id}` ({pair.by}); one of them answers, so withdraw the other"
            found.append(Stale(name=other.id, why="twice", said=said))
    return found


def _replaced(folders: Sequence[Path]) -> list[Stale]:
    documents = load_documents(folders)
    names = {document.id for document in documents}
    return [
        Stale(name=old, why="superseded", said=f"`{document.id}` replaces it; it answers no more and is kept")
        for document in documents
        for old in document.supersedes
        if old in names
    ]
