"""Estimates that stand in fields: RevMan, FHIR Evidence, posted results of a registry."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from knowledge.sources.extraction.models import Extracted
from knowledge.sources.readers import Fault
from tests.knowledge.readers.reading import found, one

TABLE = (
    "Analysis group number,Analysis group name,Analysis number,Analysis name,Subgroup number,Effect measure,Studies,"
    "Experimental total,Control total,Mean,CI start,CI end\n"
    "1,Ginger versus placebo,1,Vomiting,,Risk Ratio,5,150,157,0.85,0.70,1.02\n"
    "1,Ginger versus placebo,1,Vomiting,1,Risk Ratio,2,50,57,0.55,0.30,0.92\n"
    "1,Ginger versus placebo,2,Mortality,,Risk Ratio,3,100,100,1.50,1.10,2.05\n"
    "1,Ginger versus placebo,3,Nausea,,Unheard Of,3,100,100,1.50,1.10,2.05\n"
)
RM5 = """<COCHRANE_REVIEW ID="CD000042" DOI="10.1002/14651858.CD000042.pub2"><COVER_SHEET>
 <TITLE>Ginger for sailors</TITLE>
 <CREATORS><PERSON><FIRST_NAME>Anna</FIRST_NAME><LAST_NAME>Østby</LAST_NAME></PERSON></CREATORS></COVER_SHEET>
 <ANALYSES_AND_DATA><COMPARISON><NAME>Ginger versus placebo</NAME>
 <DICH_OUTCOME EFFECT_MEASURE="RR" EFFECT_SIZE="0.5" CI_START="0.3" CI_END="0.8" STUDIES="2" TOTAL_1="50" TOTAL_2="51"
  TOTALS="YES" ESTIMABLE="YES"><NAME>Relapse</NAME></DICH_OUTCOME>
 <DICH_OUTCOME EFFECT_MEASURE="RR" EFFECT_SIZE="0.0" CI_START="0.0" CI_END="0.0" TOTALS="YES" ESTIMABLE="NO">
  <NAME>Death</NAME></DICH_OUTCOME></COMPARISON></ANALYSES_AND_DATA></COCHRANE_REVIEW>"""


def numbers(result: Extracted) -> tuple[Any, ...]:
    estimate = result.estimate
    return (estimate.measure, estimate.value, estimate.ci_low, estimate.ci_high)


def test_the_table_of_a_review_gives_estimates_of_all_studies_but_none_of_a_subgroup(tmp_path: Path) -> None:
    fault, record = found(tmp_path, "CD000042-overall-estimates.csv", TABLE)
    assert isinstance(fault, Fault) and not isinstance(record, Fault)
    assert "`Unheard Of`" in fault.what
    vomiting, deaths = record.results
    assert numbers(vomiting) == ("RR", 0.85, 0.70, 1.02)
    assert vomiting.intervention and vomiting.intervention.text == "Ginger"
    assert vomiting.participants and vomiting.participants.number == 307
    assert (vomiting.direction, deaths.direction) == ("no clear difference", "favours comparator")
    assert record.card_id == "cochrane-cd000042" and record.doubts


def test_a_review_of_revman_gives_its_data_and_what_could_be_estimated(tmp_path: Path) -> None:
    record = one(tmp_path, "review.rm5", RM5)
    assert (record.title, record.cochrane, record.authors) == ("Ginger for sailors", "CD000042", ("Østby A",))
    (result,) = record.results
    assert numbers(result) == ("RR", 0.5, 0.3, 0.8)
    assert result.direction == "favours intervention"


def evidence(**fields: Any) -> dict[str, Any]:
    limits = {"low": {"value": 0.7}, "high": {"value": 1.02}}
    interval = {"type": {"text": "Confidence interval"}, "level": 0.95, "range": limits}
    statistic = {
        "statisticType": {"text": "Relative Risk"}, "quantity": {"value": 0.85},
        "sampleSize": {"numberOfStudies": 5, "numberOfParticipants": 307}, "attributeEstimate": [interval],
    }  # fmt: skip
    rating = [{"rating": {"coding": [{"code": "moderate"}]}}]
    return {
        "resourceType": "Evidence", "status": "active", "title": "Ginger versus placebo: vomiting",
        "statistic": [statistic], "certainty": rating, **fields,
    }  # fmt: skip


def test_evidence_of_fhir_gives_its_estimate_with_the_grade(tmp_path: Path) -> None:
    record = one(tmp_path, "evidence.json", json.dumps(evidence()))
    (result,) = record.results
    assert numbers(result) == ("RR", 0.85, 0.7, 1.02)
    assert result.certainty and result.certainty.level == "moderate"
    assert result.outcome and result.outcome.text == "vomiting"
    assert "not valid R5: variableDefinition" in record.doubts[0]


def test_the_rating_of_one_domain_is_no_grade_of_the_evidence(tmp_path: Path) -> None:
    rating = [{"type": {"coding": [{"code": "Imprecision"}]}, "rating": {"coding": [{"code": "low"}]}}]
    (result,) = one(tmp_path, "evidence.json", json.dumps(evidence(certainty=rating))).results
    assert result.certainty is None


@pytest.mark.parametrize("fields", [{"statistic": [{"quantity": "much"}]}, {"title": ""}])
def test_evidence_that_is_none_is_a_fault_that_says_fhir(tmp_path: Path, fields: dict[str, Any]) -> None:
    (fault,) = found(tmp_path, "evidence.json", json.dumps(evidence(**fields)))
    assert isinstance(fault, Fault) and "FHIR" in fault.what
