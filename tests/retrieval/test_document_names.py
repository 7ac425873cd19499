"""What documents name is read once and kept; a changed document is read again, and a spoilt file is no fault."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest

import retrieval.document_names
from knowledge.documents.models import Document, Paragraph, Section, SectionRole
from knowledge.documents.naming import named_in
from knowledge.evidence.library import Library
from knowledge.evidence.vocabulary import CardKind
from knowledge.terminology.linking import Recogniser
from knowledge.terminology.substance_names import load_substances
from retrieval.document_names import names_of


def document(identifier: str, text: str) -> Document:
    section = Section(role=SectionRole.CONCLUSION, paragraphs=(Paragraph(text=text),))
    return Document(
        id=identifier, kind=CardKind.RELIS_ANSWER, title="Et svar", publisher="RELIS Fjord", language="nb",
        sections=(section,),
    )  # fmt: skip


@pytest.fixture(scope="module")
def recogniser(shipped: Library) -> Recogniser:
    return Recogniser(shipped.terminology, load_substances(), shipped.concepts)


def library(shipped: Library, *documents: Document) -> Library:
    return Library((), shipped.terminology, documents)


def test_only_what_changed_is_read_again(shipped: Library, recogniser: Recogniser, tmp_path: Path) -> None:
    path = tmp_path / "names.json"
    first, other = document("relis-2020-1", "Warfarin kan brukes."), document("relis-2020-2", "Metformin kan brukes.")
    names = names_of(library(shipped, first, other), recogniser, path)
    assert names["relis-2020-1"].subjects == {"warfarin"}
    changed = document("relis-2020-2", "Amlodipin kan brukes.")
    with patch.object(retrieval.document_names, "named_in", wraps=named_in) as reading:
        assert names_of(library(shipped, first, other), recogniser, path) == names
        assert reading.call_count == 0
        again = names_of(library(shipped, first, changed), recogniser, path)
    assert reading.call_count == 1
    assert again["relis-2020-2"].subjects == {"amlodipine"}


def test_a_spoilt_file_is_made_anew(shipped: Library, recogniser: Recogniser, tmp_path: Path) -> None:
    path = tmp_path / "names.json"
    path.write_text("{", encoding="utf-8")
    held = library(shipped, document("relis-2020-1", "Warfarin kan brukes."))
    assert names_of(held, recogniser, path)["relis-2020-1"].subjects == {"warfarin"}
    assert "warfarin" in path.read_text(encoding="utf-8")
