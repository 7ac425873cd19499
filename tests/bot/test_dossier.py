"""The dossier: whole, comparable with an earlier one, and without anybody's words."""

from __future__ import annotations

import csv
import json
from contextlib import closing
from pathlib import Path

import pytest

from bot.app.dossier import write_dossier
from bot.app.settings import Settings
from bot.desk.store.clinics import Clinics
from bot.desk.store.database import open_database
from bot.desk.store.feedback import Feedback
from knowledge.errors import FarmasvarError
from tests.bot.store.people import ANNE, NOW, record
from tests.knowledge.review.drafts import NAME, drafted

PARTS = ["README.md", "answers.json", "changes.csv", "evaluation.json", "intended-purpose.md", "library.csv",
         "reports.csv", "versions.json"]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    drafted(tmp_path / "cards")
    made = Settings(data_dir=tmp_path / "data", library=(tmp_path / "cards",), shipped_library=False)
    made.data_dir.mkdir()
    with closing(open_database(made.database_path)) as connection:
        Feedback(connection).add(record(), ANNE, "error", reason="the dose is wrong", now=NOW)
        Clinics(connection).count("ward", "answered", now=NOW)
    return made


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_dossier_tells_purpose_versions_sources_reports_and_figures(tmp_path: Path, settings: Settings) -> None:
    folder = tmp_path / "dossier"
    write_dossier(folder, settings, now=NOW, gold=(Path("gold.jsonl"),), figures=lambda path: {"file": path.name})
    assert sorted(path.name for path in folder.iterdir()) == PARTS
    assert "Intended purpose" in (folder / "intended-purpose.md").read_text(encoding="utf-8")
    told = json.loads((folder / "versions.json").read_text(encoding="utf-8"))
    assert told["packages"]["numpy"] and all(len(digest) == 64 for digest in told["weights"].values())
    assert {"bot/safety/danger.npz", "bot/reading/asks.npz"} <= set(told["weights"])
    (card,) = table(folder / "library.csv")
    assert (card["id"], card["state"], card["claims"]) == (NAME, "draft", "3")
    (report,) = table(folder / "reports.csv")
    assert (report["kind"], report["received"], report["dealt with"]) == ("error", "2026-09-21", "")
    assert json.loads((folder / "answers.json").read_text(encoding="utf-8")) == {"ward": {"answered": 1}}
    assert json.loads((folder / "evaluation.json").read_text(encoding="utf-8")) == [{"file": "gold.jsonl"}]


def test_no_asker_and_no_words_of_theirs_stand_in_a_dossier(tmp_path: Path, settings: Settings) -> None:
    write_dossier(tmp_path / "dossier", settings, now=NOW)
    written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "dossier").iterdir())
    assert ANNE.user not in written and "the dose is wrong" not in written
    assert record().question.text not in written


def test_a_dossier_tells_what_has_changed_since_an_earlier_one(tmp_path: Path, settings: Settings) -> None:
    write_dossier(tmp_path / "first", settings, now=NOW)
    (tmp_path / "cards" / f"{NAME}.yaml").write_text(
        (tmp_path / "cards" / f"{NAME}.yaml").read_text(encoding="utf-8").replace("version: 1", "version: 2"),
        encoding="utf-8")
    write_dossier(tmp_path / "second", settings, now=NOW, since=tmp_path / "first")
    told = json.loads((tmp_path / "second" / "since.json").read_text(encoding="utf-8"))
    assert (told["added"], told["gone"], told["changed"]) == ([], [], {NAME: {"version": ["1", "2"]}})


def test_a_folder_in_use_or_one_that_is_no_dossier_is_refused(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(FarmasvarError, match="not empty"):
        write_dossier(tmp_path / "cards", settings, now=NOW)
    with pytest.raises(FarmasvarError, match="no dossier"):
        write_dossier(tmp_path / "new", settings, now=NOW, since=tmp_path / "cards")


def test_without_a_database_there_are_no_reports_to_tell(tmp_path: Path, settings: Settings) -> None:
    settings.database_path.unlink()
    write_dossier(tmp_path / "dossier", settings, now=NOW)
    assert not (tmp_path / "dossier" / "reports.csv").exists()
