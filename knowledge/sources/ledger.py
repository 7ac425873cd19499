"""What earlier runs of ingestion read, a line a file in the folder of the cards: a run may be stopped and resumed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pydantic import ValidationError

from knowledge.errors import SourceError
from knowledge.sources.report import CardLine, FileOutcome

NAME = ".ingested.jsonl"
EDITION = 3
"""Raised when a reader or the drafting makes other cards of the same file."""
CHUNK = 1 << 20


class Ledger:
    """Outcomes by file; each is kept as soon as it is known."""

    def __init__(self, out: Path) -> None:
        self.path = out / NAME
        self.known: dict[str, FileOutcome] = {}
        for line in self._lines():
            try:
                outcome = FileOutcome.model_validate_json(line)
            except ValidationError:
                continue  # a line that was cut when a run was stopped: its file is read again
            self.known[outcome.file] = outcome
        self._cards = {line.id: line for outcome in self.known.values() for line in outcome.cards}

    def _lines(self) -> list[str]:
        try:
            return self.path.read_text(encoding="utf-8", errors="replace").split("\n") if self.path.exists() else []
        except OSError as error:
            raise SourceError(f"{self.path}: cannot be read ({error.strerror}); delete it and run again") from error

    def unchanged(self, file: str, digest: str, out: Path) -> FileOutcome | None:
        """What an earlier run made of the file, if neither it nor any of its cards has changed since."""
        outcome = self.known.get(file)
        if outcome is None or outcome.digest != digest or outcome.edition != EDITION:
            return None
        if any(fingerprint(out / f"{card.id}.yaml") != card.fingerprint for card in outcome.cards):
            return None
        if any(not (out / f"{name}.yaml").exists() for name in outcome.joined):
            return None
        if any(not (out / "documents" / f"{name}.json").exists() for name in outcome.documents):
            return None
        return outcome.model_copy(update={"skipped": True})

    def lines(self) -> list[CardLine]:
        """What was last known of every card."""
        return list(self._cards.values())

    def renew(self, card: str, print_of_file: str) -> None:
        """Note that a card's file was changed by joining another record to it."""
        for outcome in list(self.known.values()):
            if any(line.id == card for line in outcome.cards):
                lines = tuple(
                    line.model_copy(update={"fingerprint": print_of_file}) if line.id == card else line
                    for line in outcome.cards
                )
                self.keep(outcome.model_copy(update={"cards": lines}))

    def line_of(self, card: str) -> CardLine | None:
        """What was last known of a card."""
        return self._cards.get(card)

    def keep(self, outcome: FileOutcome) -> None:
        """Write the outcome down."""
        self.known[outcome.file] = outcome
        self._cards |= {line.id: line for line in outcome.cards}
        try:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(outcome.model_dump_json(exclude_defaults=True) + "\n")
        except OSError as error:
            raise SourceError(f"{self.path}: cannot be written ({error.strerror}); mend that and run again") from error


def fingerprint(path: Path) -> str:
    """What tells whether a file is as it was; empty for one that cannot be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(CHUNK):
                digest.update(block)
    except OSError:
        return ""
    return digest.hexdigest()[:24]
