"""Documents in a library's folder: kept word for word, the later version answering, what is replaced silent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.documents.folder import current, load_documents, save_document
from knowledge.documents.models import Document, Paragraph, Section, SectionRole
from knowledge.errors import CardError
from knowledge.evidence.vocabulary import CardKind
from knowledge.sources.ingest import ingest_files

ANSWER = """RELIS database 2019; spm.nr. 42, RELIS Fjord

Ingefær og sjøsyke

Dato for henvendelse: 07.03.2019

SPØRSMÅL: Hjelper ingefær mot sjøsyke?

SVAR: Kanskje.

KONKLUSJON
Det er usikkert.
"""


def document(identifier: str = "relis-2019-42", says: str = "Det er usikkert.", **other: object) -> Document:
    section = Section(role=SectionRole.CONCLUSION, paragraphs=(Paragraph(text=says),))
    fields = {"title": "Ingefær", "publisher": "RELIS Fjord", "language": "nb", "dated": date(2019, 3, 7), **other}
    return Document.model_validate(
        {"id": identifier, "kind": CardKind.RELIS_ANSWER, "sections": (section,), **fields}
    )


def test_ingesting_an_answer_keeps_its_text_as_a_document(tmp_path: Path) -> None:
    source, out = tmp_path / "answer.txt", tmp_path / "library"
    source.write_text(ANSWER, encoding="utf-8")
    report = ingest_files([source], out)
    assert (report.cards, report.documents, report.faults) == (1, 1, [])
    (kept,) = load_documents([out])
    assert kept.question == "Hjelper ingefær mot sjøsyke?"
    assert "usikkert" not in (out / "relis-2019-42.yaml").read_text(encoding="utf-8")
    assert ingest_files([source], out).faults == []


def test_a_later_version_answers_and_the_earlier_one_is_kept(tmp_path: Path) -> None:
    save_document(document(), tmp_path)
    assert save_document(document(says="Det hjelper ikke.", dated=date(2021, 1, 1)), tmp_path) == "written"
    (kept,) = load_documents([tmp_path])
    assert (kept.version, kept.sections[0].text) == (2, "Det hjelper ikke.")
    assert (tmp_path / "documents" / "earlier" / "relis-2019-42-v1.json").exists()
    assert save_document(document(says="Det er uvisst.", dated=date(2018, 1, 1)), tmp_path) == "older"


def test_the_same_document_again_changes_nothing(tmp_path: Path) -> None:
    save_document(document(), tmp_path)
    assert save_document(document(), tmp_path) == "unchanged"


def test_what_another_document_replaces_is_not_current() -> None:
    later = document("relis-2021-7", supersedes=("relis-2019-42",))
    assert current([document(), later]) == [later]


def test_of_two_libraries_the_later_text_counts(tmp_path: Path) -> None:
    save_document(document(), tmp_path / "one")
    save_document(document(says="Nytt.", dated=date(2022, 2, 2)), tmp_path / "two")
    assert [kept.sections[0].text for kept in load_documents([tmp_path / "one", tmp_path / "two"])] == ["Nytt."]


def test_a_spoilt_document_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "relis-2019-42.json").write_text('{"id": "relis-2019-42"}', encoding="utf-8")
    with pytest.raises(CardError, match=r"relis-2019-42.json: kind: Field required; ingest its source again"):
        load_documents([tmp_path])


def test_a_document_is_old_after_five_years() -> None:
    assert not document().is_old(date(2024, 3, 6))
    assert document().is_old(date(2024, 3, 7))
    assert not document(dated=None).is_old(date(2024, 3, 7))
