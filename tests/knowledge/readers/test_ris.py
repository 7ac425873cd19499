"""RIS, NBIB and MEDLINE text, as careless as reference managers write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.models import CardKind
from knowledge.readers import Fault, Record
from knowledge.readers.ris import accepts, read

THREE = """1.
TY  - JOUR
AU  - Østby, Anna-Berit C.
AU  - Sailor A.B.
AU  - Sea Group
TI  - Ginger for seasick
sailors.
JF  - Journal of Sea Travel
JO  - J Sea Travel
PY  - 2016/01/
VL  - 30
IS  - 9
SP  - 1302
EP  - 1303
DO  - http://dx.doi.org/10.1234/sea.11.
U1  - 26957754[pmid]
N2  -
LA  - Norwegian
ER  -

2.
TY  - JOUR
AB  - Only an abstract.
ER  -

3.
TY  - BOOK
A1  - Wave, W.
T1  - All about waves
PB  - Harbour Press
Y1  - 99
UR  - //harbour.test/waves
UR  - https://harbour.test/waves
"""
MEDLINE = """
PMID- 11
TI  - Ginger for seasick
      sailors.
LID - 10.1234/sea.11 [doi]
FAU - Østby, Anna
AU  - Østby A
LA  - dan
TA  - J Sea Travel
JT  - Journal of Sea Travel
DP  - 1998 Dec
VI  - 30
IP  - 9
PG  - 1302-3
PT  - Randomized Controlled Trial
SI  - ClinicalTrials.gov/NCT00000042

PMID- 12
PT  - Editorial
PMID- 13
TI  - Waves: a systematic review.
PT  - Systematic Review
SI  - ClinicalTrials.gov/NCT00000042
"""


def found(folder: Path, text: str, encoding: str = "utf-8") -> list[Record | Fault]:
    path = folder / "records.ris"
    path.write_bytes(text.encode(encoding))
    return list(read(path))


def test_a_reference_is_read_with_wrapped_title_and_tidy_names(tmp_path: Path) -> None:
    record = found(tmp_path, THREE)[0]
    assert isinstance(record, Record)
    assert record.title == "Ginger for seasick sailors"
    assert record.authors == ("Østby ABC", "Sailor AB", "Sea Group")
    assert (record.container, record.publisher) == ("J Sea Travel", "Journal of Sea Travel")
    assert (record.year, record.issue, record.language) == (2016, "30(9): 1302-3", "nb")
    assert (record.pmid, record.doi) == ("26957754", "10.1234/sea.11")


def test_one_bad_reference_costs_only_itself(tmp_path: Path) -> None:
    first, bad, last = found(tmp_path, THREE)
    assert isinstance(first, Record) and isinstance(last, Record)
    assert bad == Fault(where="record 2", what="has no title")


def test_a_reference_without_end_is_read_and_a_year_of_two_digits_is_not(tmp_path: Path) -> None:
    last = found(tmp_path, THREE)[2]
    assert isinstance(last, Record)
    assert (last.title, last.year, last.url) == ("All about waves", None, "https://harbour.test/waves")


def test_a_new_type_line_ends_a_reference_that_was_left_open(tmp_path: Path) -> None:
    items = found(tmp_path, "TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\n")
    assert [item.title for item in items if isinstance(item, Record)] == ["One", "Two"]


def test_a_reference_that_lost_its_beginning_is_a_fault(tmp_path: Path) -> None:
    fault, record = found(tmp_path, "TI  - Lost\nER  -\nTY  - JOUR\nTI  - Kept\nER  -\n")
    assert isinstance(fault, Fault)
    assert isinstance(record, Record)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    record = found(tmp_path, THREE, encoding)[0]
    assert isinstance(record, Record)
    assert record.authors[0] == "Østby ABC"


def test_windows_line_ends_make_no_difference(tmp_path: Path) -> None:
    assert found(tmp_path, THREE.replace("\n", "\r\n")) == found(tmp_path, THREE)


def test_medline_text_is_read_with_its_identifiers(tmp_path: Path) -> None:
    first, bad, review = found(tmp_path, MEDLINE)
    assert isinstance(first, Record) and isinstance(review, Record)
    assert (first.pmid, first.doi, first.registry) == ("11", "10.1234/sea.11", "NCT00000042")
    assert (first.title, first.language, first.year) == ("Ginger for seasick sailors", "da", 1998)
    assert first.kind is CardKind.TRIAL
    assert bad == Fault(where="PMID 12", what="has no title")


def test_a_review_does_not_take_the_registration_of_its_trials(tmp_path: Path) -> None:
    review = found(tmp_path, MEDLINE)[2]
    assert isinstance(review, Record)
    assert review.kind is CardKind.EVIDENCE_REVIEW
    assert review.registry is None


def test_text_without_such_tags_is_not_accepted() -> None:
    assert accepts("any.txt", THREE)
    assert accepts("any.txt", MEDLINE)
    assert not accepts("wos.ris", "FN Clarivate\nPT J\nAU Sailor, A\nER\n")
    assert not accepts("note.txt", "PMID is a number - or so they say")
