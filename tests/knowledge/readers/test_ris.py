"""RIS, as careless as reference managers write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.evidence.models import PublicationStatus
from knowledge.sources.readers import Fault, Record
from knowledge.sources.readers.ris import accepts, read

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


def test_text_without_such_tags_is_not_accepted() -> None:
    assert accepts("any.txt", THREE)
    assert not accepts("wos.ris", "FN Clarivate\nPT J\nAU Sailor, A\nER\n")


def one(folder: Path, body: str) -> Record:
    (record,) = found(folder, f"TY  - JOUR\nTI  - Ginger at sea\n{body}ER  - \n")
    assert isinstance(record, Record)
    return record


def test_the_type_line_need_not_come_first(tmp_path: Path) -> None:
    text = "DB  - A\nTI  - One\nTY  - JOUR\nPY  - 2001\nER  - \n\nDB  - B\nTI  - Two\nTY  - JOUR\nPY  - 2002\nER  -\n"
    assert [(r.title, r.year) for r in found(tmp_path, text) if isinstance(r, Record)] == [("One", 2001), ("Two", 2002)]


def test_a_separator_of_lines_within_a_title_does_not_end_it(tmp_path: Path) -> None:
    (record,) = found(tmp_path, "TY  - JOUR\nTI  - Ginger\u2028at sea\x0b again\nER  -\n")
    assert isinstance(record, Record)
    assert record.title == "Ginger at sea again"


def test_an_empty_tag_is_no_page(tmp_path: Path) -> None:
    assert one(tmp_path, "VL  - 8\nIS  - 9\nSP  -\nDB -\n").issue == "8(9)"


def test_the_number_of_a_row_is_no_pmid_but_an_accession_number_of_medline_is(tmp_path: Path) -> None:
    assert one(tmp_path, "DB  - MEDLINE\nDP  - NLM\nID  - 57\n").pmid is None
    assert one(tmp_path, "DB  - MEDLINE\nAN  - 26957754\nID  - 57\n").pmid == "26957754"
    assert one(tmp_path, "DB  - Embase\nAN  - 26957754\n").pmid is None


def test_of_dates_that_disagree_the_issues_is_taken_and_a_person_is_told(tmp_path: Path) -> None:
    record = one(tmp_path, "Y1  - 2013/05/28\nPY  - 2013\nDA  - 2014/04/01\nY2  - 2020/02/19\n")
    assert record.year == 2014
    assert "several years (PY 2013, Y1 2013, DA 2014)" in record.doubts[0]
    assert one(tmp_path, "PY  - 2013\nDA  - Aug\nY2  - 2020/02/19\n").doubts == ()


def test_a_retracted_source_is_marked_and_a_notice_of_retraction_is_none(tmp_path: Path) -> None:
    text = "TY  - JOUR\nTI  - RETRACTED: Ginger at sea\nER  -\nTY  - JOUR\nTI  - Retraction: Ginger at sea\nER  -\n"
    record, notice = found(tmp_path, text)
    assert isinstance(record, Record) and isinstance(notice, Fault)
    assert record.publication == (PublicationStatus.RETRACTED,)
    assert "notice of a retraction" in notice.what


def test_lines_that_ovid_writes_between_two_records_are_no_record(tmp_path: Path) -> None:
    text = "TY  - JOUR\nTI  - One\nER  -\nNL  - J Sea\n\nLink to the text\n\n2.\nTY  - JOUR\nTI  - Two\nER  -\n"
    assert [item.title for item in found(tmp_path, text) if isinstance(item, Record)] == ["One", "Two"]
    assert len(found(tmp_path, text)) == 2


def test_the_cochrane_library_names_pubmed_and_protocols_in_its_own_way(tmp_path: Path) -> None:
    assert one(tmp_path, "AN  - CN-01234567\nC3  - PubMed 31000001\nC3  - EMBASE 2001\n").pmid == "31000001"
    protocol = one(tmp_path, "DO  - 10.1002/14651858.CD000043\nM3  - Protocol - Intervention\n")
    assert (protocol.cochrane, protocol.publication) == ("CD000043", (PublicationStatus.PROTOCOL,))
