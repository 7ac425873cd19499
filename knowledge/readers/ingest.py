"""Ingestion: source files in, one draft card file per record out, one line a fault."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import yaml

from knowledge.errors import CardError, SourceError
from knowledge.models import Card, Frozen
from knowledge.readers.files import source_files
from knowledge.readers.records import Fault, Record, draft_card
from knowledge.readers.registry import reader_for


class IngestReport(Frozen):
    """What came of one run."""

    files: int = 0
    records: int = 0
    """Records found, with those at fault."""
    written: int = 0
    unchanged: int = 0
    """Cards that an earlier run had written from the same record."""
    duplicates: int = 0
    """Records of a source that another record of this run had described already."""
    faults: list[str] = []
    """One line each: file, record, what is wrong."""

    @property
    def cards(self) -> int:
        """Draft cards of these files that now lie in the folder."""
        return self.written + self.unchanged


def ingest_files(paths: Iterable[Path], out: Path, checked: date | None = None) -> IngestReport:
    """Write a draft card to `out` for every record of the files; a file that is there already is never changed.

    Folders are walked. `checked` is the date the cards carry, today unless given. Raises `SourceError` only when
    nothing can be written to `out`.
    """
    run = _Run(out, checked or date.today())
    for path in source_files(paths, leave_out=out):
        run.add_file(path)
    if not run.files:
        run.faults.append("the folders given hold no files")
    return IngestReport(
        files=run.files, records=run.records, written=run.written, unchanged=run.unchanged,
        duplicates=run.duplicates, faults=run.faults,
    )


class _Run:
    """The counts of a run and the records it has seen."""

    def __init__(self, out: Path, checked: date) -> None:
        self.out = out
        self.checked = checked
        self.files = self.records = self.written = self.unchanged = self.duplicates = 0
        self.faults: list[str] = []
        self.works: dict[str, str] = {}
        """The work behind each card of this run, by card id: one id with two works is no repetition but a mistake."""
        self.published: set[tuple[str, str]] = set()
        """DOI and title of each, for databases that give the same work different numbers."""
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SourceError(f"{out}: no folder for the cards can be made there; choose another --out") from error

    def add_file(self, path: Path) -> None:
        """Every record of the file as a card, or as a line of fault."""
        self.files += 1
        for item in _read(path):
            where = f"{path}, {item.where}" if item.where else f"{path}"
            self.records += bool(item.where)
            if isinstance(item, Fault):
                self.faults.append(f"{where}: {item.what}")
            else:
                self.add_record(item, where)

    def add_record(self, record: Record, where: str) -> None:
        """The record as a card, unless this run has had one of the same name."""
        try:
            card = draft_card(record, self.checked, where)
        except CardError as error:
            self.faults.append(str(error))
            return
        published = ((record.doi or "").casefold(), record.title_key)
        if self.works.get(card.id, record.work) != record.work:
            self.faults.append(f"{where}: another record with another title has the card id `{card.id}`; check both")
        elif card.id in self.works or published in self.published:
            self.duplicates += 1
        else:
            self.works[card.id] = record.work
            self.published |= {published} if record.doi else set()
            self.save(card, where)

    def save(self, card: Card, where: str) -> None:
        """The card as a new file; one that is there already stays as it is."""
        path = self.out / f"{card.id}.yaml"
        text = card_text(card)
        try:
            if not path.exists():
                with path.open("x", encoding="utf-8") as file:
                    file.write(text)
                self.written += 1
                return
            present = path.read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            raise SourceError(f"{path}: cannot be written ({error.strerror}); mend that and run again") from error
        if _undated(present) == _undated(text):
            self.unchanged += 1
        else:
            self.faults.append(f"{where}: {path} is there already and differs; it was kept, delete it to make it anew")


def _read(path: Path) -> Iterator[Record | Fault]:
    """What the file's reader finds; a file that cannot be read or holds nothing is a fault of its own."""
    found = False
    try:
        for item in reader_for(path).read(path):
            found = True
            yield item
    except SourceError as error:
        yield Fault(where="", what=str(error))
        return
    if not found:
        yield Fault(where="", what="holds no record")


def card_text(card: Card) -> str:
    """The card as YAML, in the order of the model, without fields that say nothing."""
    content = card.model_dump(mode="json", exclude_defaults=True)
    # As dates, which YAML writes without quotes, like those of the cards people write.
    content["source"] |= {name: day for name in ("enquiry_date", "checked") if (day := getattr(card.source, name))}
    head = {"id": card.id, "kind": str(card.kind), "version": card.version, "review_state": card.review_state}
    return yaml.safe_dump({**head, **content}, allow_unicode=True, sort_keys=False, width=110)


def _undated(text: str) -> str:
    """The card file without the day it was made on: the same record read tomorrow is the same card."""
    return re.sub(r"^  checked: .*$", "", text, flags=re.MULTILINE)
