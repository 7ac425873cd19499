"""NBIB and MEDLINE text, as PubMed sends it and editors mangle it."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.evidence.models import CardKind, PublicationStatus
from knowledge.sources.readers import Fault, Record
from knowledge.sources.readers.nbib import accepts, read

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


def found(folder: Path, text: str) -> list[Record | Fault]:
    path = folder / "records.nbib"
    path.write_text(text, encoding="utf-8")
    return list(read(path))


def test_medline_text_is_read_with_its_identifiers(tmp_path: Path) -> None:
    first, bad, review = found(tmp_path, MEDLINE)
    assert isinstance(first, Record) and isinstance(review, Record)
    assert (first.pmid, first.doi, first.registry) == ("11", "10.1234/sea.11", "NCT00000042")
    assert (first.title, first.language, first.year) == ("Ginger for seasick sailors", "da", 1998)
    assert first.kind is CardKind.RANDOMISED_TRIAL
    assert bad == Fault(where="PMID 12", what="has no title")


def test_a_review_does_not_take_the_registration_of_its_trials(tmp_path: Path) -> None:
    review = found(tmp_path, MEDLINE)[2]
    assert isinstance(review, Record)
    assert review.kind is CardKind.SYSTEMATIC_REVIEW
    assert review.registry is None


def one(folder: Path, body: str) -> Record:
    (record,) = found(folder, f"PMID- 11\nTI  - Ginger at sea.\n{body}\n")
    assert isinstance(record, Record)
    return record


def test_a_line_that_lost_its_indent_goes_on_with_the_one_before(tmp_path: Path) -> None:
    text = "PMID- 11\nTI  - Ginger for seasick\nsailors, a trial.\nAB  - AIM: x.\nCOX-2 was low.\nPT  - Editorial\n"
    (record,) = found(tmp_path, text)
    assert isinstance(record, Record)
    assert record.title == "Ginger for seasick sailors, a trial"
    assert record.abstract == "AIM: x. COX-2 was low."


def test_a_separator_of_lines_within_a_title_does_not_end_it(tmp_path: Path) -> None:
    (record,) = found(tmp_path, "PMID- 11\nTI  - Ginger\u2028for sailors.\n")
    assert isinstance(record, Record)
    assert record.title == "Ginger for sailors"


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        ("PT  - Retracted Publication\n", PublicationStatus.RETRACTED),
        ("RIN - J Sea. 2016;1:2\n", PublicationStatus.RETRACTED),
        ("ECI - J Sea. 2016;1:2\n", PublicationStatus.EXPRESSION_OF_CONCERN),
        ("EIN - J Sea. 2016;1:2\n", PublicationStatus.ERRATUM),
        ("PT  - Clinical Trial Protocol\n", PublicationStatus.PROTOCOL),
    ],
)
def test_what_happened_to_a_publication_is_marked(tmp_path: Path, lines: str, status: PublicationStatus) -> None:
    assert one(tmp_path, lines).publication == (status,)


def test_the_words_for_authors_left_out_are_no_author(tmp_path: Path) -> None:
    assert one(tmp_path, "AU  - Burnside, Nancy\nAU  - And Others\n").authors == ("Burnside N",)


def test_an_address_is_kept_where_no_identifier_gives_one(tmp_path: Path) -> None:
    (record,) = found(tmp_path, "OWN - ERIC\nTI  - A manual\nLID - http://example.org/?id=1\n")
    assert isinstance(record, Record)
    assert record.url == "http://example.org/?id=1"


def test_text_without_such_tags_is_not_accepted() -> None:
    assert accepts("any.txt", MEDLINE)
    assert not accepts("note.txt", "PMID is a number - or so they say")
