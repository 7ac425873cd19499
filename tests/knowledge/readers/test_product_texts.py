"""Product texts by section: labels of openFDA, SPL, summaries of product characteristics, ePI."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from knowledge.documents.models import Document
from knowledge.evidence.models import Intent
from knowledge.sources.ingest import ingest_files
from knowledge.sources.readers import Fault, Record
from tests.knowledge.readers.reading import found, one

SMPC = """1. NAME OF THE MEDICINAL PRODUCT
Inventine 10 mg tablets
2. QUALITATIVE AND QUANTITATIVE COMPOSITION
Each tablet contains 10 mg magnesium.
3. PHARMACEUTICAL FORM
Tablet.
4. CLINICAL PARTICULARS
4.1 Therapeutic indications
Treatment of deficiency in adults.
4.2 Posology and method of administration
One tablet daily.
4.3 Contraindications
Severe renal impairment.
4.4 Special warnings and precautions for use
Caution in the elderly. See list:
1 Renal function is measured before use and every month after that.
4.5 Interaction with other medicinal products
Tetracyclines should be taken 3 hours apart.
4.6 Fertility, pregnancy and lactation
There is no experience in pregnant women.
4.8 Undesirable effects
Diarrhoea.
4.9 Overdose
Weakness.
10. DATE OF REVISION OF THE TEXT
2024-03-05
"""


def document_of(record: Record) -> Document:
    assert record.document is not None
    return record.document


def by_intent(document: Document, intent: Intent) -> list[str]:
    return [section.text for section in document.sections if intent in section.intents]


def test_a_summary_of_product_characteristics_is_read_by_section(tmp_path: Path) -> None:
    document = document_of(one(tmp_path, "smpc.txt", SMPC))
    assert (document.id, document.title, document.dated) == (
        "label-eu-inventine-10-mg-tablets", "Inventine 10 mg tablets", date(2024, 3, 5)
    )  # fmt: skip
    assert by_intent(document, Intent.INTERACTIONS) == ["Tetracyclines should be taken 3 hours apart."]
    assert by_intent(document, Intent.TOXICITY) == ["Weakness."]
    assert by_intent(document, Intent.PREGNANCY) == ["There is no experience in pregnant women."]
    assert "magnesium" in document.subjects[1]
    assert "Renal function is measured" in by_intent(document, Intent.MONITORING)[0]


def test_a_text_in_markdown_is_read_as_the_page_it_describes(tmp_path: Path) -> None:
    text = "\n\n".join(f"## {line}" if line[:1].isdigit() and line[1:2] == "." else line for line in SMPC.splitlines())
    text = text.replace("Diarrhoea.", "| Often | Diarrhoea in 10<sup>2</sup> |\n|---|---|\n| Rare | Rash |")
    document = document_of(one(tmp_path, "smpc.md", text))
    assert by_intent(document, Intent.INTERACTIONS) == ["Tetracyclines should be taken 3 hours apart."]
    assert by_intent(document, Intent.ADVERSE_EFFECTS) == ["Often Diarrhoea in 10²\nRare Rash"]


def test_sections_out_of_their_order_are_not_guessed_at(tmp_path: Path) -> None:
    start = SMPC[: SMPC.index("4.2")]
    (fault,) = found(tmp_path, "smpc.txt", start)
    assert isinstance(fault, Fault) and "sections 4.1 to 4.8" in fault.what


def test_a_part_on_breastfeeding_answers_nothing_on_pregnancy(tmp_path: Path) -> None:
    page = "".join(f"<p>{line}</p>" for line in SMPC.splitlines())
    parts = "<h3>Pregnancy</h3><p>Do not use.</p><h3>Breast-feeding</h3><p>May be used.</p>"
    html = f"<html><body>{page.replace('<p>There is no experience in pregnant women.</p>', parts)}</body></html>"
    document = document_of(one(tmp_path, "smpc.html", html))
    assert by_intent(document, Intent.PREGNANCY) == ["Do not use."]
    assert by_intent(document, Intent.BREASTFEEDING) == ["May be used."]


def label(**fields: Any) -> dict[str, Any]:
    interactions = "7 DRUG INTERACTIONS May bind. 7.1 Iron Less."
    return {
        "set_id": "aaaa-bbbb", "effective_time": "20230126", "overdosage": ["Weakness."],
        "drug_interactions": [interactions],
        "openfda": {"generic_name": ["MAGNESIUM"], "brand_name": ["Inventine"]}, **fields,
    }  # fmt: skip


@pytest.mark.parametrize("shape", ["response", "label", "list", "lines"])
def test_labels_of_openfda_are_read_in_every_shape(tmp_path: Path, shape: str) -> None:
    content = {
        "response": json.dumps({"meta": {"terms": "https://open.fda.gov/terms/"}, "results": [label()]}),
        "label": json.dumps(label()),
        "list": json.dumps([label()]),
        "lines": f"{json.dumps(label())}\n{json.dumps({**label(), 'set_id': 'cccc'})}\n",
    }[shape]
    record = found(tmp_path, "labels.jsonl" if shape == "lines" else "labels.json", content)[0]
    assert isinstance(record, Record)
    document = document_of(record)
    assert (document.id, document.subjects) == ("label-us-aaaa-bbbb", ("MAGNESIUM",))
    assert document.dated == date(2023, 1, 26)
    assert document.title == "Inventine (magnesium)"
    assert by_intent(document, Intent.TOXICITY) == ["Weakness."]


@pytest.mark.parametrize("fields", [{"set_id": ""}, {"openfda": {}}, {"drug_interactions": [], "overdosage": []}])
def test_a_label_without_number_medicine_or_section_costs_only_itself(tmp_path: Path, fields: dict[str, Any]) -> None:
    bad, good = found(tmp_path, "labels.json", json.dumps([label(**fields), label()]))
    assert isinstance(bad, Fault) and isinstance(good, Record)


SPL = """<?xml version="1.0"?><document xmlns="urn:hl7-org:v3"><effectiveTime value="20230126"/>
 <setId root="aaaa-bbbb"/>
 <author><assignedEntity><representedOrganization><name>Harbour Pharma</name></representedOrganization></assignedEntity>
 </author><component><structuredBody><component><section><code code="48780-1"/><subject><manufacturedProduct>
 <manufacturedProduct><name>Inventine</name><asEntityAsGeneric><genericMedicine><name>MAGNESIUM</name></genericMedicine>
 </asEntityAsGeneric></manufacturedProduct></manufacturedProduct></subject></section></component>
 <component><section><code code="34073-7"/><title>7 DRUG INTERACTIONS</title><text><paragraph>May bind 10<sup>9</sup>.
 </paragraph><table><tbody><tr><td>Iron</td><td>Less</td></tr></tbody></table></text>
 <component><section><code code="42229-5"/><title>7.1 Iron</title><text>Take apart.</text></section></component>
 </section></component></structuredBody></component></document>"""


def test_a_structured_label_is_read_with_the_parts_of_its_sections(tmp_path: Path) -> None:
    record = one(tmp_path, "label.xml", SPL)
    document = document_of(record)
    assert (document.id, document.subjects) == ("label-us-aaaa-bbbb", ("MAGNESIUM",))
    assert document.publisher == "Harbour Pharma"
    assert by_intent(document, Intent.INTERACTIONS) == ["May bind 10⁹.\nIron Less", "Take apart."]


def epi() -> dict[str, Any]:
    parts = [{"title": "4.5 Interaktionen", "text": {"div": "<div><p>Abstand von 3 Stunden.</p></div>"}}]
    composition = {
        "resourceType": "Composition", "language": "de", "title": "Inventin 10 mg", "date": "2024-03-05",
        "section": [{"title": "4. KLINISCHE ANGABEN", "section": parts}],
    }  # fmt: skip
    ingredient = {
        "resourceType": "Ingredient", "role": {"coding": [{"display": "Active"}]},
        "substance": {"code": {"concept": {"coding": [{"display": "Magnesium"}]}}},
    }  # fmt: skip
    entries = [{"resource": composition}, {"resource": ingredient}]
    return {"resourceType": "Bundle", "identifier": {"value": "EU/1/00/001"}, "entry": entries}


def test_an_epi_is_read_in_its_language(tmp_path: Path) -> None:
    document = document_of(one(tmp_path, "epi.json", json.dumps(epi())))
    assert (document.id, document.language, document.subjects) == ("label-eu-eu-1-00-001", "de", ("Magnesium",))
    assert by_intent(document, Intent.INTERACTIONS) == ["Abstand von 3 Stunden."]


def test_a_product_text_becomes_a_document_to_be_quoted(tmp_path: Path) -> None:
    (tmp_path / "labels.json").write_text(json.dumps([label()]), encoding="utf-8")
    report = ingest_files([tmp_path / "labels.json"], tmp_path / "out")
    assert (report.documents, report.faults) == (1, [])
    assert (tmp_path / "out" / "documents" / "label-us-aaaa-bbbb.json").exists()
