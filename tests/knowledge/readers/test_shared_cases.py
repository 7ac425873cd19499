"""Odd files after public bug reports: what should come of each, where the collection lies beside the project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.errors import SourceError
from knowledge.evidence.models import PublicationStatus
from knowledge.sources.readers import Fault, Record
from knowledge.sources.readers.registry import reader_for

CASES = Path(__file__).parents[4] / "shared" / "eval" / "ingest-cases"

Found = list[Record | Fault]


def records(items: Found) -> list[Record]:
    return [item for item in items if isinstance(item, Record)]


def only(items: Found) -> Record:
    (record,) = records(items)
    return record


def fault_of(items: Found) -> str:
    (item,) = items
    assert isinstance(item, Fault)
    return item.what


WANTED: dict[str, Callable[[Found], bool]] = {
    "02-empty-tags.ris": lambda items: only(items).issue == "8(9)",
    "04-dates-y1-py-da.ris": lambda items: only(items).year == 2014 and bool(only(items).doubts),
    "06-tag-order-db-first.ris": lambda items: len(records(items)) == 2,
    "08-u2028-in-title.nbib": lambda items: only(items).title.endswith("first half and second half of the title"),
    "09-unindented-wrap.nbib": lambda items: only(items).title.endswith("placebo-controlled trial with no benefit"),
    "10-eric-and-others.nbib": lambda items: only(items).authors == ("Burnside N",) and bool(only(items).url),
    "12-endnote-percent.ris": lambda items: "EndNote" in fault_of(items),
    "14-endnote-id-no-an.ris": lambda items: only(items).pmid is None,
    "16-a1-mendeley.ris": lambda items: only(items).authors == ("Wong TML", "van de Schoot R"),
    "17-retracted.xml": lambda items: only(items).publication == (PublicationStatus.RETRACTED,),
    "18-retracted.nbib": lambda items: only(items).publication == (PublicationStatus.RETRACTED,),
    "20-two-versions.xml": lambda items: [record.revision for record in records(items)] == [1, 2],
    "22-structured-abstract.xml": lambda items: "14,000 IU/day n=30, placebo n=23" in only(items).abstract,
    "24-pmc-jats.xml": lambda items: only(items).pmid == "29000001",
    "26-ctgov-results.json": lambda items: (
        only(items).results[0].estimate.value == -0.9
        and "NCT00000009" in only(items).names
        and only(items).year != 2018
    ),
    "28-ctgov-classic.csv": lambda items: only(items).title == "Invented medicine in pain",
    "30-ctgov.ndjson": lambda items: len(records(items)) == 2,
    "32-ictrp.xml": lambda items: only(items).registry == "EUCTR2013-003828-36-SK",
    "34-revman-web-overall-estimates.csv": lambda items: only(items).results[0].estimate.value == 0.85,
    "36-fhir-evidence.json": lambda items: only(items).results[0].estimate.ci_high == 1.02,
    "38-covidence.csv": lambda items: only(items).authors == ("Berg A", "Dahl B"),
    "40-pubmed.csv": lambda items: only(items).pmid == "33000009",
    "42-csl.json": lambda items: {record.doi for record in records(items)} == {"10.1000/inv.9"},
    "52-ris-in-latin1.ris": lambda items: only(items).language == "nb" and only(items).authors == ("Øverås Å",),
    "54-string.json": lambda items: "neither a record nor a list" in fault_of(items),
}


@pytest.mark.parametrize("name", WANTED)
def test_an_odd_file_is_read_right_or_refused_and_never_silently_wrong(name: str) -> None:
    path = CASES / name
    if not path.exists():
        pytest.skip("the collection of odd files does not lie beside the project")
    try:
        items = list(reader_for(path).read(path))
    except SourceError as error:
        items = [Fault(where="", what=str(error))]
    assert WANTED[name](items), items
