"""ClinicalTrials.gov: every shape its downloads come in, and the shapes of others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from knowledge.errors import SourceError
from knowledge.readers import Fault, Record
from knowledge.readers.clinicaltrials import read


def study(number: str = "NCT00000001", **identification: str) -> dict[str, Any]:
    return {
        "protocolSection": {
            "identificationModule": {
                "nctId": number,
                "briefTitle": "Ginger at sea",
                "officialTitle": "Ginger \\<1 g at Sea",
                **identification,
            },
            "statusModule": {"studyFirstPostDateStruct": {"date": "2006-07-19"}},
            "sponsorCollaboratorsModule": {
                "leadSponsor": {"name": "Harbour Hospital"},
                "responsibleParty": {"investigatorFullName": "Kari Sailor"},
            },
            "contactsLocationsModule": {"centralContacts": [{"name": "Ola", "email": "ola@harbour.test"}]},
        }
    }


def found(folder: Path, content: Any) -> list[Record | Fault]:
    path = folder / "studies.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return list(read(path))


@pytest.mark.parametrize("content", [study(), [study()], {"studies": [study()], "nextPageToken": "x"}])
def test_one_study_a_list_and_a_search_response_are_read_alike(tmp_path: Path, content: Any) -> None:
    (record,) = found(tmp_path, content)
    assert isinstance(record, Record)
    assert (record.registry, record.card_id) == ("NCT00000001", "nct00000001")
    assert record.title == "Ginger <1 g at Sea"
    assert record.year == 2006
    assert record.authors == ("Harbour Hospital",)


def test_names_and_addresses_of_people_are_left_alone(tmp_path: Path) -> None:
    (record,) = found(tmp_path, study())
    assert "Kari" not in str(record)
    assert "harbour.test" not in str(record)


def test_a_response_without_most_modules_is_read(tmp_path: Path) -> None:
    identification = {"nctId": "NCT00000002", "briefTitle": "Short"}
    (record,) = found(tmp_path, {"protocolSection": {"identificationModule": identification}})
    assert isinstance(record, Record)
    assert (record.title, record.year, record.authors) == ("Short", None, ())


def test_an_acronym_is_a_name_of_the_study(tmp_path: Path) -> None:
    (record,) = found(tmp_path, study(acronym="WAVES"))
    assert isinstance(record, Record)
    assert record.names == ("NCT00000001", "WAVES")


@pytest.mark.parametrize(
    ("bad", "fault"),
    [
        (study("NCT12"), Fault(where="study 2", what="`NCT12` is no NCT number")),
        ({"protocolSection": []}, Fault(where="study 2", what="has no NCT number")),
        (study(briefTitle="", officialTitle=""), Fault(where="NCT00000001", what="has no title")),
    ],
)
def test_one_bad_study_costs_only_itself(tmp_path: Path, bad: Any, fault: Fault) -> None:
    first, second, third = found(tmp_path, [study(), bad, study("NCT00000003")])
    assert isinstance(first, Record) and isinstance(third, Record)
    assert second == fault


def test_things_that_are_no_studies_are_faults(tmp_path: Path) -> None:
    assert all(isinstance(item, Fault) for item in found(tmp_path, [1, "two", None, {}]))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ({"isrctn": {}}, "an ISRCTN record"),
        ({"a2_eudract_number": "x"}, "EU Clinical Trials Register"),
        ({"ctNumber": "x", "ctStatus": 1}, "a CTIS record"),
        ({"error": "x"}, "a shape no reader knows"),
    ],
)
def test_records_of_other_registries_are_named(tmp_path: Path, content: Any, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        found(tmp_path, content)


@pytest.mark.parametrize("text", ['{"studies": [', "[" * 100_000])
def test_broken_json_is_a_fault_of_one_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "broken.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match="JSON"):
        list(read(path))


def test_a_csv_export_is_read_row_by_row(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(
        'NCT Number,Study Title,Sponsor,First Posted\nNCT00000001,"Ginger, at\nsea",Harbour Hospital,2020-01-02\n'
        "12,No number,x,\nNCT00000003,Short row\n",
        encoding="utf-8",
    )
    first, second, third = read(path)
    assert isinstance(first, Record) and isinstance(third, Record)
    assert (first.title, first.year) == ("Ginger, at sea", 2020)
    assert second == Fault(where="row 2", what="`12` is no NCT number")
