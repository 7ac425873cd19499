"""What came of ingestion, file by file and altogether: cards, claims by form, what is left open, faults by kind."""

from __future__ import annotations

import re
from collections import Counter

from knowledge.evidence.models import Frozen
from knowledge.evidence.vocabulary import OpenPart

MOST_KINDS = 12
"""Kinds of fault that the table shows; the lines above it name every one."""
VARIABLE = re.compile(r"`[^`]*`|\b[\w./-]*\d[\w./:-]*|/\S+")
"""What differs between two faults of one kind: names in quotes, numbers, paths."""


class OpenLine(Frozen):
    """One thing a person must fill in."""

    card: str
    claim: str
    """Empty where it is the whole card's."""
    part: OpenPart | str
    said: str


class CardLine(Frozen):
    """One card that came of a file."""

    id: str
    work: str
    """What tells two works of one id apart."""
    published: tuple[str, str]
    """DOI and title."""
    revision: int
    fingerprint: str
    """Of the card's file as it was written or found."""
    keys: tuple[str, ...] = ()
    """Numbers that other records of the same work share."""
    is_new: bool
    source: str = ""
    """Fingerprint of the source file that the card was drafted from; a card that was kept keeps it."""
    drafted: str = ""
    """Fingerprint of what was drafted: another one means that the source says something else."""
    claims: dict[str, int]
    """How many, by form."""


class FileOutcome(Frozen):
    """What came of one file."""

    file: str
    digest: str
    beside: str = ""
    """Where it lies from the folder of the cards, so that it is found from anywhere."""
    edition: int
    """Of the readers; a later one reads the file again."""
    records: int = 0
    cards: tuple[CardLine, ...] = ()
    duplicates: int = 0
    documents: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    """Cards of other files that records of this one were joined to, as they are of the same work."""
    left_open: tuple[OpenLine, ...] = ()
    faults: tuple[str, ...] = ()
    """One line each: file, record, what is wrong."""
    kinds: tuple[str, ...] = ()
    """The kind of each fault, in their order."""
    skipped: bool = False
    """Whether an earlier run had read it, unchanged since."""


class IngestReport(Frozen):
    """What came of one run."""

    outcomes: tuple[FileOutcome, ...] = ()

    @property
    def files(self) -> int:
        """Files read now or, unchanged, by an earlier run."""
        return sum(bool(outcome.file) for outcome in self.outcomes)

    @property
    def skipped(self) -> int:
        """Files that an earlier run had read, unchanged since."""
        return sum(outcome.skipped for outcome in self.outcomes)

    @property
    def records(self) -> int:
        """Records found, with those at fault."""
        return sum(outcome.records for outcome in self.outcomes)

    @property
    def cards(self) -> int:
        """Draft cards of these files that now lie in the folder."""
        return len({card.id for outcome in self.outcomes for card in outcome.cards})

    @property
    def written(self) -> int:
        """Cards written by this run."""
        new = {card.id for outcome in self.outcomes if not outcome.skipped for card in outcome.cards if card.is_new}
        return len(new)

    @property
    def unchanged(self) -> int:
        """Cards that an earlier run had written from the same record."""
        return self.cards - self.written

    @property
    def duplicates(self) -> int:
        """Records of a source that another record had described already."""
        return sum(outcome.duplicates for outcome in self.outcomes)

    @property
    def documents(self) -> int:
        """Texts of these files that now lie in the folder, to be quoted."""
        return len({name for outcome in self.outcomes for name in outcome.documents})

    @property
    def faults(self) -> list[str]:
        """One line each: file, record, what is wrong."""
        return [fault for outcome in self.outcomes for fault in outcome.faults]

    @property
    def left_open(self) -> list[OpenLine]:
        """Everything a person must fill in."""
        return [line for outcome in self.outcomes for line in outcome.left_open]

    @property
    def claims(self) -> dict[str, int]:
        """Drafted claims by form, the commonest first."""
        latest = {card.id: card.claims for outcome in self.outcomes for card in outcome.cards}
        total: Counter[str] = Counter()
        for counts in latest.values():
            total.update(counts)
        return dict(total.most_common())

    def table(self) -> list[str]:
        """The closing table, a line a row."""
        rows = [("files", _with(self.files, self.skipped, "unchanged since an earlier run"))]
        rows.append(("records", _with(self.records, self.duplicates, "described twice")))
        rows.append(("draft cards", f"{self.cards}, {self.written} new"))
        rows += [("documents", str(self.documents))] if self.documents else []
        rows.append(("claims", _listed(self.claims)))
        rows.append(("left open", _listed(Counter(line.part for line in self.left_open))))
        kinds = Counter(kind for outcome in self.outcomes for kind in outcome.kinds)
        rows.append(("faults", str(len(self.faults))))
        rows += [("", f"{number} × {kind}") for kind, number in kinds.most_common(MOST_KINDS)]
        return [f"{name:<12} {said}".rstrip() for name, said in rows]


def kind_of_fault(what: str) -> str:
    """A fault without the names and numbers that tell it from others of its kind."""
    return " ".join(VARIABLE.sub("…", what.partition(";")[0]).split())[:100]


def _with(number: int, more: int, said: str) -> str:
    return f"{number}, {more} {said}" if more else str(number)


def _listed(counts: dict[str, int]) -> str:
    total = sum(counts.values())
    parts = ", ".join(f"{name} {number}" for name, number in sorted(counts.items(), key=lambda item: -item[1]))
    return f"{total}: {parts}" if counts else "0"
