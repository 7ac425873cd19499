"""ClinicalTrials.gov: every shape its downloads come in, and the shapes of others."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from knowledge.errors import SourceError
from knowledge.evidence.models import CardKind
from knowledge.review.desk import view
from knowledge.review.files import open_card, open_shelf
from knowledge.sources.ingest import ingest_files
from knowledge.sources.readers import Fault, Record
from knowledge.sources.readers.clinicaltrials import read


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
    assert (record.registry, record.card_id) == ("NCT00000001", "trial-nct00000001")
    assert record.title == "Ginger <1 g at Sea"
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


def test_things_that_are_no_studies_are_one_fault_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="a shape no reader knows"):
        found(tmp_path, [1, "two", None, {}])


@pytest.mark.parametrize(
    ("dates", "year"),
    [
        ({"studyFirstPostDateStruct": {"date": "2006-07-19"}}, None),
        ({"completionDateStruct": {"date": "2009-03"}}, 2009),
        ({"completionDateStruct": {"date": "2031-03", "type": "ESTIMATED"}}, None),
        ({"completionDateStruct": {"date": "2009"}, "resultsFirstPostDateStruct": {"date": "2011-05-01"}}, 2011),
    ],
)
def test_the_year_is_that_of_the_results_and_never_of_the_first_posting(
    tmp_path: Path, dates: dict[str, Any], year: int | None
) -> None:
    content = study()
    content["protocolSection"]["statusModule"] = dates
    (record,) = found(tmp_path, content)
    assert isinstance(record, Record)
    assert record.year == year


@pytest.mark.parametrize(
    ("design", "kind"),
    [
        ({"studyType": "INTERVENTIONAL", "designInfo": {"allocation": "RANDOMIZED"}}, CardKind.RANDOMISED_TRIAL),
        ({"designInfo": {"allocation": "NON_RANDOMIZED"}}, CardKind.NON_RANDOMISED_STUDY),
        ({"designInfo": {"allocation": "NA", "interventionModel": "SINGLE_GROUP"}}, CardKind.SINGLE_ARM_STUDY),
        ({"studyType": "OBSERVATIONAL", "designInfo": {"observationalModel": "COHORT"}}, CardKind.OBSERVATIONAL_STUDY),
        ({}, CardKind.STUDY),
    ],
)
def test_a_study_is_of_the_kind_that_its_record_says(tmp_path: Path, design: dict[str, Any], kind: CardKind) -> None:
    content = study()
    content["protocolSection"]["designModule"] = design
    (record,) = found(tmp_path, content)
    assert isinstance(record, Record)
    assert record.kind is kind


def test_former_numbers_of_a_study_are_names_of_it(tmp_path: Path) -> None:
    content = study()
    content["protocolSection"]["identificationModule"]["nctIdAliases"] = ["NCT00000009"]
    (record,) = found(tmp_path, content)
    assert isinstance(record, Record)
    assert record.names == ("NCT00000001", "NCT00000009")


def test_a_study_a_line_is_read_and_a_bad_line_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "studies.ndjson"
    lines = [json.dumps(study()), json.dumps(study("NCT00000002")), "{broken", json.dumps(study("NCT00000003"))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    first, second, bad, last = read(path)
    assert [item.registry for item in (first, second, last) if isinstance(item, Record)] == [
        "NCT00000001", "NCT00000002", "NCT00000003"
    ]
    assert bad == Fault(where="line 3", what="no valid JSON")


def test_the_classic_table_calls_its_columns_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "classic.csv"
    path.write_text("Rank,NCT Number,Title,Study Results\n1,NCT00000001,Ginger at sea,Has Results\n", encoding="utf-8")
    (record,) = read(path)
    assert isinstance(record, Record)
    assert (record.title, record.registry) == ("Ginger at sea", "NCT00000001")


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
    assert (first.title, first.year) == ("Ginger, at sea", None)
    assert second == Fault(where="row 2", what="`12` is no NCT number")


def test_the_fields_of_a_record_are_kept_for_its_reviewer_under_the_places_that_claims_name(tmp_path: Path) -> None:
    posted = study()
    posted["protocolSection"]["designModule"] = {"studyType": "INTERVENTIONAL", "enrollmentInfo": {"count": 90,
                                                                                                    "type": "ACTUAL"}}
    posted["protocolSection"]["conditionsModule"] = {"conditions": ["Seasickness"]}
    groups = [{"id": "A", "title": "Ginger", "seriousNumAffected": 1, "seriousNumAtRisk": 45},
              {"id": "B", "title": "Placebo", "seriousNumAffected": 2, "seriousNumAtRisk": 45}]
    analysis = {"groupIds": ["A", "B"], "paramType": "Risk Ratio (RR)", "paramValue": "0.50", "ciPctValue": "95",
                "ciLowerLimit": "0.30", "ciUpperLimit": "0.80"}
    posted["resultsSection"] = {
        "outcomeMeasuresModule": {"outcomeMeasures": [{"title": "Vomiting", "groups": groups, "analyses": [analysis]}]},
        "adverseEventsModule": {"eventGroups": groups, "seriousEvents": [{"term": "Shipwreck"}]}}
    (tmp_path / "studies.json").write_text(json.dumps(posted), encoding="utf-8")
    ingest_files([tmp_path / "studies.json"], tmp_path / "library", date(2026, 11, 30))
    shelf = open_shelf([tmp_path / "library"])
    shown = view(open_card(shelf, "trial-nct00000001"))
    assert "paramValue: 0.50" in shown.text and "conditions: Seasickness" in shown.text and "count: 90" in shown.text
    assert "Shipwreck" not in shown.text and "Kari" not in shown.text and "Ola" not in shown.text
    assert len(shown.claims) == 3 and all(claim.place.start is not None for claim in shown.claims)
