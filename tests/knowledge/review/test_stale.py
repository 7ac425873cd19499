"""What may no longer be so is found: changed and missing source files, passed dates, newer versions, twins."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.documents.folder import save_document
from knowledge.documents.models import Document, Paragraph, Section, SectionRole
from knowledge.evidence.library import load_library
from knowledge.review.editing import accept, add, correct, correct_record, drop
from knowledge.review.files import open_card, open_shelf, saved
from knowledge.review.stale import source_now, stale
from knowledge.review.states import Policy, approve
from knowledge.sources.ingest import ingest_files
from tests.knowledge.review.drafts import DAY, DRAFT, KARI, NAME, drafted

NBIB = """\
PMID- {pmid}
TI  - Magnesium for cramps: a trial
FAU - Example, Anna
TA  - J Examples
DP  - 2020
AB  - Cramps were fewer with magnesium (RR 0.80, 95% CI 0.70 to {high}).
PT  - Randomized Controlled Trial

"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "files" / "one.nbib"
    path.parent.mkdir()
    path.write_text(NBIB.format(pmid=11, high="0.91"), encoding="utf-8")
    return path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library"


def reasons(library: Path, today: date = DAY) -> list[tuple[str, str]]:
    return [(item.name, item.why) for item in stale(open_shelf([library]), today)]


def approved(library: Path, name: str) -> None:
    shelf = open_shelf([library])
    card = open_card(shelf, name)
    for claim in card.card.claims:
        card = drop(card, claim.id, KARI, "not needed here")
    place = {"section": "Abstract"}
    said = {"intervention": "magnesium", "code": {"form": "harm", "events": ["nausea"]}, "locator": place, "id": "said"}
    card = accept(add(card, said, KARI), "said", KARI)
    saved(approve(card, KARI, Policy(), compared=source_now(shelf, name)))


def test_a_library_fresh_from_its_files_is_not_stale(source: Path, library: Path) -> None:
    ingest_files([source], library)
    assert reasons(library) == []


def test_a_card_whose_file_changed_is_stale_until_a_reviewer_has_compared_it(source: Path, library: Path) -> None:
    ingest_files([source], library)
    approved(library, "pmid-11")
    assert load_library(library).outdated == frozenset()
    source.write_text(NBIB.format(pmid=11, high="0.95"), encoding="utf-8")
    assert reasons(library) == [("pmid-11", "changed")]
    assert load_library(library).outdated == {"pmid-11"}
    report = ingest_files([source], library)
    assert "has changed since; it was kept" in report.faults[0]
    ingest_files([source], library)
    assert reasons(library) == [("pmid-11", "changed")], "reading it again compares nothing"
    card = open_card(open_shelf([library]), "pmid-11")
    card = saved(correct_record(card, {"names": ["Example 2020"]}, KARI))
    saved(approve(card, KARI, Policy(), compared=source_now(card.shelf, "pmid-11")))
    assert reasons(library) == [] and load_library(library).outdated == frozenset()


def test_a_reviewed_card_read_again_from_the_same_file_is_no_fault(source: Path, library: Path) -> None:
    ingest_files([source], library)
    approved(library, "pmid-11")
    assert ingest_files([source], library).faults == []


def test_of_a_file_of_many_records_only_those_that_changed_make_their_cards_stale(source: Path, library: Path) -> None:
    both = NBIB.format(pmid=11, high="0.91") + NBIB.replace("cramps: a", "sleep: a").format(pmid=12, high="0.91")
    source.write_text(both, encoding="utf-8")
    ingest_files([source], library)
    approved(library, "pmid-11")
    approved(library, "pmid-12")
    source.write_text(both.replace("0.91", "0.93", 1), encoding="utf-8")
    assert reasons(library) == [(str(source), "changed")]
    ingest_files([source], library)
    assert reasons(library) == [("pmid-11", "changed")]


def test_a_file_that_is_gone_is_named_and_one_that_moved_with_its_library_is_found(
    source: Path, library: Path, tmp_path: Path
) -> None:
    ingest_files([source], library)
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    (tmp_path / "files").rename(moved / "files")
    library.rename(moved / "library")
    assert reasons(moved / "library") == []
    (moved / "files" / "one.nbib").unlink()
    assert reasons(moved / "library") == [("pmid-11", "gone")]


def test_a_day_of_review_that_has_passed_is_named(tmp_path: Path) -> None:
    card = accept(accept(drop(drafted(tmp_path), "sleep", KARI), "pain", KARI), "diarrhoea", KARI)
    saved(approve(card, KARI, Policy(), next_review=date(2027, 1, 1)))
    assert reasons(tmp_path, date(2026, 12, 31)) == []
    assert reasons(tmp_path, date(2027, 1, 1)) == [(NAME, "due")]


def test_two_cards_of_one_work_and_the_older_of_two_versions_are_named(tmp_path: Path) -> None:
    def write(name: str, identifiers: str) -> None:
        text = DRAFT.replace(NAME, name).replace("  checked:", f"  identifiers: {identifiers}\n  checked:")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")

    write("trial-nct00000001", "{registry: NCT00000001}")
    write("pmid-1", "{pmid: '1', registry: NCT00000001}")
    write("cochrane-cd000001", "{doi: 10.1002/14651858.CD000001.pub2, cochrane: CD000001}")
    write("older", "{doi: 10.1002/14651858.CD000001, cochrane: CD000001}")
    assert reasons(tmp_path) == [("older", "newer"), ("trial-nct00000001", "twice")]


def test_a_document_that_another_replaces_is_named(tmp_path: Path) -> None:
    def document(name: str, *replaced: str) -> Document:
        section = Section(role=SectionRole.ANSWER, paragraphs=(Paragraph(text="An answer."),))
        return Document(id=name, kind="relis_answer", title="T", publisher="RELIS", language="nb", sections=(section,),
                        supersedes=replaced)  # fmt: skip

    save_document(document("relis-2015-1"), tmp_path)
    save_document(document("relis-2020-2", "relis-2015-1"), tmp_path)
    assert reasons(tmp_path) == [("relis-2015-1", "superseded")]


def test_while_an_approved_card_is_a_draft_again_what_was_approved_answers(tmp_path: Path) -> None:
    card = accept(accept(drop(drafted(tmp_path), "sleep", KARI), "pain", KARI), "diarrhoea", KARI)
    card = saved(approve(card, KARI, Policy()))
    card = saved(correct(card, "pain", {"certainty": "low"}, KARI))

    def answering(drafts: bool = False) -> list[tuple[int, str]]:
        cards = load_library(tmp_path, drafts=drafts).cards.values()
        return [(card.version, str(card.claims[0].certainty)) for card in cards]

    assert (answering(), answering(drafts=True)) == ([(2, "moderate")], [(3, "low")])
    saved(approve(accept(card, "pain", KARI), KARI, Policy()))
    assert answering() == [(3, "low")]
