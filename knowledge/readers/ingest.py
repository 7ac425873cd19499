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
        self.titles: dict[str, str] = {}
        """Title of each card of this run, by card id."""
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SourceError(f"{out}: no folder for the cards can be made there; choose another --out") from error

    def add_file(self, path: Path) -> None:
        self.files += 1
        found = 0
        try:
            for found, item in enumerate(_read(path), start=1):
                self.records += isinstance(item, Record) or bool(item.where)
                if isinstance(item, Fault):
                    self.faults.append(f"{path}, {item.where}: {item.what}" if item.where else f"{path}: {item.what}")
                else:
                    self.add_record(item, f"{path}, {item.where}")
        except SourceError as error:
            self.faults.append(f"{path}: {error}")
            return
        if not found:
            self.faults.append(f"{path}: holds no record")

    def add_record(self, record: Record, where: str) -> None:
        try:
            card = draft_card(record, self.checked, where)
        except CardError as error:
            self.faults.append(str(error))
            return
        known = self.titles.setdefault(card.id, record.title_key)
        if self.titles and known != record.title_key:
            self.faults.append(f"{where}: another record with another title has the card id `{card.id}`; check both")
            return
        self.save(card, where, repeated=known is not record.title_key)

    def save(self, card: Card, where: str, repeated: bool) -> None:
        path = self.out / f"{card.id}.yaml"
        text = card_text(card)
        try:
            if not path.exists():
                with path.open("x", encoding="utf-8") as file:
                    file.write(text)
                self.written += 1
                return
            same = _undated(path.read_text(encoding="utf-8")) == _undated(text)
        except OSError as error:
            raise SourceError(f"{path} cannot be written: {error.strerror}") from error
        if repeated:
            self.duplicates += 1
        elif same:
            self.unchanged += 1
        else:
            self.faults.append(f"{where}: {path} is there already and differs; it was kept, delete it to make it anew")


def _read(path: Path) -> Iterator[Record | Fault]:
    yield from reader_for(path).read(path)


def card_text(card: Card) -> str:
    """The card as YAML, in the order of the model, without fields that say nothing."""
    content = card.model_dump(mode="json", exclude_defaults=True)
    head = {"id": card.id, "kind": str(card.kind), "version": card.version, "review_state": card.review_state}
    return yaml.safe_dump({**head, **content}, allow_unicode=True, sort_keys=False, width=110)


def _undated(text: str) -> str:
    """The card file without the day it was made on: the same record read tomorrow is the same card."""
    return re.sub(r"^  checked: .*$", "", text, flags=re.MULTILINE)
