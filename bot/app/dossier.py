"""The dossier: what an auditor asks for, in one folder, with no person's words and nobody's name of an asker in it.

Purpose and risks, versions of program, weights and library, sources and their reviewers, figures with their commands,
what has changed since the last dossier, reports and what became of them, answers by status.
"""

from __future__ import annotations

import csv
import hashlib
import importlib.metadata
import json
import platform
import sysconfig
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from bot.app.library import library_of, review_policy
from bot.app.settings import Settings
from bot.desk.store.clinics import Clinics
from bot.desk.store.database import open_database
from bot.desk.store.feedback import Feedback
from knowledge.errors import FarmasvarError
from knowledge.evidence.models import Card
from knowledge.review.files import Shelf, open_shelf

ROOT = Path(__file__).resolve().parents[2]
PURPOSE = "intended-purpose.md"
WEIGHTS = ("retrieval/weights/*", "bot/reading/*.npz", "bot/safety/*.npz")
CARDS = "library.csv"
CARD_COLUMNS = ("id", "kind", "state", "version", "title", "publisher", "year", "url", "checked", "reviewers",
                "next_review", "claims")
VERSIONS = "versions.json"
Figures = Callable[[Path], dict[str, Any]]
"""Answers a gold file and gives its figures."""


def write_dossier(folder: Path, settings: Settings, *, now: float, gold: Sequence[Path] = (),
                  figures: Figures | None = None, since: Path | None = None) -> list[str]:
    """Write every part into a new folder; the lines of its table of contents.

    `since` is the folder of an earlier dossier. Raises `FarmasvarError` where the folder holds something already, or
    an earlier dossier cannot be read.
    """
    before = _earlier(since) if since else None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise FarmasvarError(f"{folder} is not empty; a dossier is written into a new folder")
        shelf = open_shelf(settings.library_folders)
        cards = sorted(shelf.library.cards.values(), key=lambda card: card.id)
        contents = [
            _write_text(folder, PURPOSE, purpose(), "intended purpose, risks and what is done about them"),
            _write_json(folder, VERSIONS, versions(settings, now), "versions of program, packages, weights, library"),
            _write_table(folder, CARDS, CARD_COLUMNS, map(card_row, cards), "every source, its state and reviewers"),
            _write_table(folder, "changes.csv", ("date", "card", "version", "what", "claims", "why"),
                         _changes(cards), "changes of cards, as their files tell them"),
            _write_json(folder, "evaluation.json", [figures(path) for path in gold] if figures else [],
                        "figures of gold files, with the command of each"),
            *_of_the_store(folder, settings, now),
        ]
        if before is not None:
            contents.append(_write_json(folder, "since.json", differences(before, cards, now),
                                        f"what differs from the dossier in {since}"))
        contents += _about_faults(folder, shelf)
        (folder / "README.md").write_text(_cover(contents, now), encoding="utf-8")
    except OSError as error:
        raise FarmasvarError(f"{folder}: cannot be written ({error.strerror}); mend that and try again") from error
    return contents


def purpose() -> str:
    """The statement of purpose and risks that goes with this version."""
    places = (ROOT / "docs", Path(sysconfig.get_path("data")) / "share" / "farmasvar")
    found = next((place / PURPOSE for place in places if (place / PURPOSE).exists()), None)
    if found is None:
        raise FarmasvarError(f"{PURPOSE} is not installed with this Farmasvar; install the package whole")
    return found.read_text(encoding="utf-8")


def versions(settings: Settings, now: float) -> dict[str, Any]:
    """What is running, so exactly that it can be put up again."""
    program = importlib.metadata.distribution("farmasvar")
    needed = sorted({line.split(";")[0].split(">")[0].split("=")[0].split("[")[0].strip()
                     for line in program.requires or () if "extra ==" not in line}, key=str.lower)
    weights = sorted({path for pattern in WEIGHTS for path in ROOT.glob(pattern) if path.is_file()})
    return {
        "written": _moment(now), "farmasvar": program.version, "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}", "library": library_of(settings).version,
        "switched_off": sorted(settings.switched_off), "drafts_answer": settings.drafts,
        "review_policy": review_policy(settings).model_dump(),
        "embedding_model": settings.embedding_model or "the packaged multilingual-e5-small",
        "packages": {name: importlib.metadata.version(name) for name in needed if _is_installed(name)},
        "weights": {str(path.relative_to(ROOT)): hashlib.sha256(path.read_bytes()).hexdigest() for path in weights},
    }


def card_row(card: Card) -> tuple[object, ...]:
    """A source as a line of the list."""
    source = card.source
    reviewers = " ".join(dict.fromkeys(approval.by for approval in card.review.approved))
    return (card.id, card.kind, "approved" if card.review_state == "reviewed" else card.review_state, card.version,
            source.title, source.publisher, source.year or "", source.url or "", source.checked, reviewers,
            card.review.next or "", len(card.claims))


def differences(before: dict[str, Any], cards: Iterable[Card], now: float) -> dict[str, Any]:
    """What an earlier dossier and the present library do not have in common."""
    was: dict[str, dict[str, str]] = before["cards"]
    present = {card.id: dict(zip(CARD_COLUMNS, map(str, card_row(card)), strict=True)) for card in cards}
    return {
        "from": before["written"], "to": _moment(now),
        "farmasvar": [before["farmasvar"], importlib.metadata.version("farmasvar")],
        "added": sorted(set(present) - set(was)), "gone": sorted(set(was) - set(present)),
        "changed": {card: {column: [was[card].get(column, ""), row[column]] for column in ("version", "state")
                           if was[card].get(column, "") != row[column]}
                    for card, row in present.items()
                    if card in was and (was[card]["version"], was[card]["state"]) != (row["version"], row["state"])},
    }  # fmt: skip


def _earlier(folder: Path) -> dict[str, Any]:
    """The parts of an earlier dossier that are compared."""
    try:
        told = json.loads((folder / VERSIONS).read_text(encoding="utf-8"))
        with (folder / CARDS).open(encoding="utf-8", newline="") as file:
            cards = {row["id"]: row for row in csv.DictReader(file)}
        return {"written": str(told["written"]), "farmasvar": str(told["farmasvar"]), "cards": cards}
    except (OSError, ValueError, KeyError) as error:
        raise FarmasvarError(f"{folder} holds no dossier that can be read ({error}); give the folder of one") from error


def _of_the_store(folder: Path, settings: Settings, now: float) -> list[str]:
    """Reports and counts; nothing where no channel has been served yet."""
    if isinstance(settings.store, Path) and not settings.store.exists():
        return []
    with closing(open_database(settings.store)) as connection:
        reports = Feedback(connection).all()
        counts = Clinics(connection).counts(since=0)
    rows = ((report.id, report.kind, _day(report.received), _day(report.closed), " ".join(report.cards))
            for report in reports)
    return [
        _write_table(folder, "reports.csv", ("report", "kind", "received", "dealt with", "cards"), rows,
                     "what readers reported and when it was dealt with; no words of theirs"),
        _write_json(folder, "answers.json", counts, "answers of each clinic by status; no questions"),
    ]


def _changes(cards: Iterable[Card]) -> Iterable[tuple[object, ...]]:
    made = ((change.date, card.id, change.version, change.what, " ".join(change.claims), change.why or "")
            for card in cards for change in card.history)
    return sorted(made, key=lambda row: (row[0], row[1], row[2]))


def _about_faults(folder: Path, shelf: Shelf) -> list[str]:
    if not shelf.faults:
        return []
    return [_write_text(folder, "faults.txt", "\n".join(shelf.faults) + "\n", "files of the library that are no cards")]


def _write_text(folder: Path, name: str, text: str, what: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return f"{name}: {what}"


def _write_json(folder: Path, name: str, told: object, what: str) -> str:
    return _write_text(folder, name, json.dumps(told, ensure_ascii=False, indent=1, default=str) + "\n", what)


def _write_table(folder: Path, name: str, columns: Sequence[str], rows: Iterable[Sequence[object]], what: str) -> str:
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)
    return f"{name}: {what}"


def _cover(contents: Sequence[str], now: float) -> str:
    lines = "\n".join(f"- {line}" for line in contents)
    return f"# Farmasvar: dossier of {_moment(now)}\n\nIt names no asker and holds no question.\n\n{lines}\n"


def _is_installed(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _moment(now: float) -> str:
    return datetime.fromtimestamp(now, UTC).isoformat(timespec="seconds")


def _day(when: float | None) -> date | str:
    return "" if when is None else datetime.fromtimestamp(when, UTC).date()
