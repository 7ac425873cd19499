"""Ingestion: source files in; a draft card for each record, the texts that may be quoted, and one line a fault out."""

from __future__ import annotations

import csv
import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import yaml

from knowledge.documents.folder import save_document
from knowledge.documents.models import Document
from knowledge.errors import CardError, FarmasvarError, SourceError
from knowledge.evidence.identity import edition_of, keys_of
from knowledge.evidence.library import EARLIER, read_card
from knowledge.evidence.models import Card, Identifiers
from knowledge.sources.drafting.claims import Drafted, drafted_claims
from knowledge.sources.drafting.terms import Terms, shipped_terms
from knowledge.sources.inputs import Input, inputs_of
from knowledge.sources.joining import joined, record_name
from knowledge.sources.ledger import EDITION, Ledger, fingerprint
from knowledge.sources.readers.records import Fault, Record, draft_card
from knowledge.sources.readers.registry import reader_for
from knowledge.sources.report import CardLine, FileOutcome, IngestReport, OpenLine, kind_of_fault
from knowledge.sources.texts import add_text, save_text

LEFT_OPEN = "left-open.csv"
"""The list, in the folder of the cards, of what a person must fill in."""

__all__ = ["IngestReport", "card_text", "ingest_files"]


def ingest_files(
    paths: Iterable[Path], out: Path, checked: date | None = None, *, on_file: Callable[[str], None] = lambda _: None,
    terms: Terms | None = None, taken: Collection[str] = (),
) -> IngestReport:  # fmt: skip
    """Write a draft card to `out` for every record of the files; a file that is there already is never changed.

    Folders are walked, patterns filled in, archives unpacked. What an earlier run read is passed over unless it has
    changed, so a run that was stopped goes on where it was. `checked` is the date the cards carry, today unless given;
    `on_file` is told each file before it is read; `taken` are names of cards of other folders, which no draft may bear,
    since two cards of one name cannot answer side by side. Raises `SourceError` only when nothing can be written to
    `out`.
    """
    run = _Run(out, checked or date.today(), terms, taken)
    with closing(inputs_of(paths, leave_out=out)) as inputs:
        for item in inputs:
            on_file(item.shown)
            run.add(item)
    if not run.outcomes:
        what = "the folders given hold no files"
        run.outcomes.append(FileOutcome(file="", digest="", edition=EDITION, faults=(what,), kinds=(what,)))
        return IngestReport(outcomes=tuple(run.outcomes))
    report = IngestReport(outcomes=tuple(run.outcomes))
    _write_left_open(report, out)
    return report


class _File:
    """What comes of the file that is being read."""

    def __init__(self, shown: str, digest: str, beside: str) -> None:
        self.shown, self.digest, self.beside = shown, digest, beside
        self.records = self.duplicates = 0
        self.cards: dict[str, CardLine] = {}
        self.documents: list[str] = []
        self.joined: list[str] = []
        self.left_open: list[OpenLine] = []
        self.faults: list[str] = []
        self.kinds: list[str] = []

    def fault(self, where: str, what: str) -> None:
        """A line of fault."""
        self.faults.append(f"{where}: {what}")
        self.kinds.append(kind_of_fault(what))

    def leave_open(self, card: str, record: Record, drafted: Drafted) -> None:
        """What a person must fill in of a card, in the place of what was open in an earlier record of it."""
        self.left_open = [line for line in self.left_open if line.card != card]
        self.left_open += [OpenLine(card=card, claim="", part="record", said=said) for said in record.doubts]
        self.left_open += [
            OpenLine(card=card, claim=name, part=item.part, said=item.said) for name, item in drafted.left_open
        ]

    def outcome(self) -> FileOutcome:
        """All of it."""
        return FileOutcome(
            file=self.shown, digest=self.digest, beside=self.beside, edition=EDITION, records=self.records,
            cards=tuple(self.cards.values()), duplicates=self.duplicates, documents=tuple(self.documents),
            joined=tuple(dict.fromkeys(self.joined)),
            left_open=tuple(self.left_open), faults=tuple(self.faults), kinds=tuple(self.kinds),
        )  # fmt: skip


class _Run:
    """One run: the cards it has seen, so that a source described twice becomes one."""

    def __init__(self, out: Path, checked: date, terms: Terms | None, taken: Collection[str]) -> None:
        self.out, self.checked, self._terms, self._taken = out, checked, terms, frozenset(taken)
        self.outcomes: list[FileOutcome] = []
        self.seen: dict[str, CardLine] = {}
        """The card of each id: one id with two works is no repetition but a mistake."""
        self.published: set[tuple[str, str]] = set()
        """DOI and title of each, for databases that give the same work different numbers."""
        self.made: set[str] = set()
        """Cards written by this run; only these may it write anew."""
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SourceError(f"{out}: no folder for the cards can be made there; choose another --out") from error
        self.ledger = Ledger(out)
        self.by_key = {key: line.id for line in self.ledger.lines() for key in line.keys}
        """The card that has a number of a work."""

    @property
    def terms(self) -> Terms:
        """The terminology, read when the first claim needs it."""
        self._terms = self._terms or shipped_terms()
        return self._terms

    def add(self, item: Input) -> None:
        """Every record of the file as a card, or as a line of fault; a file that has not changed is passed over."""
        digest = "" if item.fault else fingerprint(item.path)
        known = self.ledger.unchanged(item.shown, digest, self.out) if digest else None
        fresh = known is not None and self.made.isdisjoint(known.joined)
        if known is not None and fresh and not any(self._clashes(card) for card in known.cards):
            for card in known.cards:
                self._remember(card)
            self.outcomes.append(known)
            return
        file = _File(item.shown, digest, os.path.relpath(item.shown, self.out))
        for found in [Fault(where="", what=item.fault)] if item.fault else _read(item.path):
            where = f"{item.shown}, {found.where}" if found.where else item.shown
            file.records += bool(found.where)
            if isinstance(found, Fault):
                file.fault(where, found.what)
            else:
                self._add_record(found, where, file)
                if found.document:
                    self._add_document(found.document, where, file)
        outcome = file.outcome()
        self.outcomes.append(outcome)
        if digest:
            self.ledger.keep(outcome)

    def _clashes(self, card: CardLine) -> bool:
        return card.id in self.seen

    def _remember(self, card: CardLine) -> None:
        self.seen[card.id] = card
        self.by_key |= {key: card.id for key in card.keys}
        if card.published[0]:
            self.published.add(card.published)

    def _add_document(self, document: Document, where: str, file: _File) -> None:
        """The text of a record, to be quoted; of two texts of one name, the later is kept to answer."""
        try:
            document = document.model_copy(update={"id": self._free(document.id)})
            saved = save_document(document, self.out)
        except CardError as error:
            file.fault(where, str(error))
            return
        file.documents.append(document.id)
        if saved == "older":
            file.fault(where, f"a later version of `{document.id}` is there already; this one was left out")

    def _add_record(self, record: Record, where: str, file: _File) -> None:
        """The record as a card, unless this run has had one of the same name."""
        try:
            drafted = self._drafted(record)
            card = draft_card(record, self.checked, where, drafted.claims)
            card = card.model_copy(update={"id": self._free(card.id)})
        except CardError as error:
            file.fault(where, str(error).removeprefix(f"{where}: "))
            return
        if self._join(card, record, drafted, where, file):
            return
        known = self.seen.get(card.id)
        published = ((record.doi or "").casefold(), record.title_key)
        revision = _revision(record)
        if known and known.revision != revision:
            older, newer = sorted((known.revision, revision))
            file.fault(where, f"version {older} is left out; version {newer} is kept")
            if revision < newer:
                return
            if card.id in self.made:
                (self.out / f"{card.id}.yaml").unlink(missing_ok=True)
        elif known and known.work != record.work:
            file.fault(where, f"another record with another title has the card id `{card.id}`; check both")
            return
        elif known or published in self.published:
            file.duplicates += 1
            return
        self._save(card, record, published, drafted, where, file)

    def _free(self, name: str) -> str:
        """The name, with a number behind it where another folder has a card of that name."""
        names = (name, *(f"{name}-{number}" for number in range(2, len(self._taken) + 3)))
        return next(name for name in names if name not in self._taken)

    def _join(self, card: Card, record: Record, drafted: Drafted, where: str, file: _File) -> bool:
        """Make the record one with the card of its work, if there is one of another name that no reviewer has changed.

        What was reviewed stays as it is, and the record becomes a card of its own: `cards stale` names the two.
        """
        name = next((self.by_key[key] for key in keys_of(card.source.identifiers) if key in self.by_key), card.id)
        path = self.out / f"{name}.yaml"
        if name == card.id or not path.exists() or is_worked_on(path.read_text(encoding="utf-8", errors="replace")):
            return False
        try:
            present = read_card(path)
            if present.review_state != "draft":
                return False
            one = joined(present, card)
            path.write_text(card_text(one), encoding="utf-8")
            add_text(name, record_name(card.source), record.title, record.abstract.strip() or record.fields, self.out)
        except OSError as error:
            raise SourceError(f"{path}: cannot be written ({error.strerror}); mend that and run again") from error
        except FarmasvarError as error:
            file.fault(where, f"is of the same work as `{name}` and cannot be joined to it: {error}")
            return False
        file.duplicates += 1
        file.joined.append(name)
        new = {claim.id for claim in one.claims} - {claim.id for claim in present.claims}
        file.left_open += [
            OpenLine(card=name, claim=claim, part=item.part, said=item.said)
            for claim, item in drafted.left_open
            if claim in new
        ]
        self._renew(one, path, file)
        return True

    def _renew(self, card: Card, path: Path, file: _File) -> None:
        """Remember a card's file as it is after another record was joined to it."""
        keys = [key for source in (card.source, *card.further) for key in keys_of(source.identifiers)]
        self.by_key |= dict.fromkeys(keys, card.id)
        if line := file.cards.get(card.id):
            file.cards[card.id] = line.model_copy(update={"fingerprint": fingerprint(path)})
        self.ledger.renew(card.id, fingerprint(path))

    def _drafted(self, record: Record) -> Drafted:
        if not (record.abstract or record.results or record.harms or record.registry):
            return Drafted()
        return drafted_claims(record, self.terms)

    def _save(
        self, card: Card, record: Record, published: tuple[str, str], drafted: Drafted, where: str, file: _File
    ) -> None:
        """The card as a new file; one that is there already stays as it is."""
        path, text = self.out / f"{card.id}.yaml", card_text(card)
        print_of_draft = hashlib.sha256(_undated(text).encode()).hexdigest()[:24]
        before = self.ledger.line_of(card.id)
        self._set_aside(path, before, _revision(record))
        says_else = before is not None and bool(before.drafted) and before.drafted != print_of_draft
        is_new = self._write(path, text, where, file, says_else=says_else)
        self._keep_text(record, path, is_new=is_new)
        drafted_as, source = print_of_draft, file.digest
        if before is not None and says_else and not is_new:  # the card that is there is of the source as it was
            drafted_as, source = before.drafted, before.source
        line = CardLine(
            id=card.id, work=record.work, published=published, revision=_revision(record),
            fingerprint=fingerprint(path), is_new=is_new, keys=tuple(keys_of(card.source.identifiers)),
            drafted=drafted_as, source=source,
            claims=dict(Counter(claim.form for claim in card.claims)),
        )  # fmt: skip
        self._remember(line)
        file.cards[card.id] = line
        file.leave_open(card.id, record, drafted)

    def _keep_text(self, record: Record, path: Path, *, is_new: bool) -> None:
        """The text of a record beside its card, for whoever reviews it; not over one that others were joined to."""
        text = record.abstract.strip() or record.fields
        if text and not record.document and (is_new or not holds_more(path)):
            save_text(path.stem, record.title, text, self.out)

    def _set_aside(self, path: Path, before: CardLine | None, revision: int) -> None:
        """Put the draft of an older version of a record away; one that a reviewer has changed stays."""
        if before is None or before.revision >= revision or not path.exists():
            return
        if not is_worked_on(path.read_text(encoding="utf-8", errors="replace")):
            earlier = path.parent / EARLIER / f"{path.stem}-edition-{before.revision}.yaml"
            earlier.parent.mkdir(exist_ok=True)
            path.replace(earlier)

    def _write(self, path: Path, text: str, where: str, file: _File, *, says_else: bool) -> bool:
        try:
            if not path.exists():
                # Written beside and moved, so that a run that is stopped leaves no half card.
                part = path.with_suffix(".part")
                part.write_text(text, encoding="utf-8")
                part.replace(path)
                self.made.add(path.stem)
                return True
            present = path.read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            raise SourceError(f"{path}: cannot be written ({error.strerror}); mend that and run again") from error
        if is_worked_on(present):
            if says_else:
                file.fault(where, f"the source of {path} has changed since; it was kept, see `farmasvar cards stale`")
        elif not holds_more(path) and _undated(present) != _undated(text):
            file.fault(where, f"{path} is there already and differs; it was kept, delete it to make it anew")
        return False


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
    except RecursionError:
        yield Fault(where="", what="nested too deeply to be a record; it is not read")
        return
    if not found:
        yield Fault(where="", what="holds no record")


def _write_left_open(report: IngestReport, out: Path) -> None:
    """The list of what a person must fill in, as a table; none where nothing is open."""
    path, lines = out / LEFT_OPEN, report.left_open
    try:
        if not lines:
            path.unlink(missing_ok=True)
            return
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("card", "claim", "open", "as the source has it"))
            writer.writerows((line.card, line.claim, line.part, line.said) for line in lines)
    except OSError as error:
        raise SourceError(f"{path}: cannot be written ({error.strerror}); mend that and run again") from error


def card_text(card: Card) -> str:
    """The card as YAML, in the order of the model, without fields that say nothing."""
    # What the card itself fills in on each claim stands in its head already.
    filled = {"claims": {"__all__": {"told_by", "unchecked"}}}
    content = card.model_dump(mode="json", exclude_defaults=True, exclude=filled)
    for claim, written in zip(card.claims, content.get("claims", []), strict=True):
        written["intervention"] = claim.intervention  # which a claim must give, also where it is null
        if claim.code:
            written["code"] = {"form": claim.form, **written.get("code", {})}
    # As dates, which YAML writes without quotes, like those of the cards people write.
    content["source"] |= {name: day for name in ("enquiry_date", "checked") if (day := getattr(card.source, name))}
    head = {"id": card.id, "kind": str(card.kind), "version": card.version, "review_state": card.review_state}
    return yaml.safe_dump({**head, **content}, allow_unicode=True, sort_keys=False, width=110)


def _revision(record: Record) -> int:
    """Which version of its record this is: as its reader says, or as the DOI of a review does."""
    return max(record.revision, edition_of(Identifiers(doi=record.doi)) if record.cochrane else 1)


def holds_more(path: Path) -> bool:
    """Whether other records were joined to a card: its text then holds theirs, too."""
    return path.exists() and re.search(r"^further:", path.read_text(encoding="utf-8"), re.MULTILINE) is not None


def is_worked_on(text: str) -> bool:
    """Whether a reviewer has done something with a card: what differs from its draft is then wanted."""
    return re.search(r"^(?:review|history):", text, re.MULTILINE) is not None


def _undated(text: str) -> str:
    """The card file without the day it was made on: the same record read tomorrow is the same card."""
    return re.sub(r"^  checked: .*$", "", text, flags=re.MULTILINE)
