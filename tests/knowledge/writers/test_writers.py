"""What is written of a card in other programs' forms is read back by our own readers as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fhir.resources.bundle import Bundle
from fhir.resources.evidence import Evidence

from knowledge.evidence.library import Library, load_library
from knowledge.evidence.models import Card, Measure
from knowledge.evidence.wording import claim_sentence
from knowledge.languages.texts import messages_in
from knowledge.sources.readers import csl as csl_reader
from knowledge.sources.readers import fhir as fhir_reader
from knowledge.sources.readers import ris as ris_reader
from knowledge.sources.readers.records import Record
from knowledge.sources.writers.fhir_evidence import STATISTICS, fhir
from knowledge.sources.writers.reference import csl, own_record, ris
from tests.knowledge.small_cards import as_card, card, coded_claim, effect

KEPT = ("title", "authors", "container", "publisher", "year", "issue", "language")


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load_library()


def same_reference(record: object, written: Card) -> bool:
    assert isinstance(record, Record)
    written = own_record(written)
    numbers = written.source.identifiers
    return (record.pmid, record.doi) == (numbers.pmid, numbers.doi) and all(
        getattr(record, name) == getattr(written.source, name) for name in KEPT
    )


def test_the_reference_of_every_shipped_card_comes_back_from_csl_and_ris(shipped: Library, tmp_path: Path) -> None:
    cards = list(shipped.cards.values())
    (tmp_path / "all.json").write_text(json.dumps([csl(one) for one in cards]), encoding="utf-8")
    (tmp_path / "all.ris").write_text("\n".join(map(ris, cards)), encoding="utf-8")
    for records in (csl_reader.read(tmp_path / "all.json"), ris_reader.read(tmp_path / "all.ris")):
        pairs = list(zip(records, cards, strict=True))
        assert [one.id for record, one in pairs if not same_reference(record, one)] == []


def test_the_numbers_of_a_work_are_not_those_of_its_summary(shipped: Library) -> None:
    item = csl(shipped.cards["cochrane-cd009402"])
    assert not {"DOI", "PMID", "URL", "issued"} & set(item)
    assert "Magnesium for skeletal muscle cramps" in item["note"]


def test_volume_issue_and_pages_and_odd_names_are_kept(tmp_path: Path) -> None:
    content = card()
    content["source"] |= {"authors": ["van der Berg AB", "World Health Organization"], "container": "J Examples",
                          "issue": "30(9): 1302-3", "identifiers": {"pmid": "123", "doi": "10.1000/x"}}  # fmt: skip
    written = as_card(content)
    item = csl(written)
    assert (item["volume"], item["issue"], item["page"]) == ("30", "9", "1302-3")
    assert item["author"] == [{"family": "van der Berg", "given": "AB"}, {"literal": "World Health Organization"}]
    (tmp_path / "x.ris").write_text(ris(written), encoding="utf-8")
    assert same_reference(next(ris_reader.read(tmp_path / "x.ris")), written)


def test_every_number_of_an_effect_comes_back_from_fhir(shipped: Library, tmp_path: Path) -> None:
    for one in list(shipped.cards.values())[::7]:
        written = fhir(one, shipped.terminology)
        Bundle.model_validate(written)
        (tmp_path / "x.json").write_text(json.dumps(written), encoding="utf-8")
        for record, claim in zip(fhir_reader.read(tmp_path / "x.json"), one.claims, strict=True):
            assert isinstance(record, Record) and record.doubts == ()
            if claim.effect is None or claim.effect.measure not in STATISTICS:
                assert record.results == ()
                continue
            found, known = record.results[0], claim.effect
            assert (found.estimate.value, found.estimate.ci_low, found.estimate.ci_high) == (
                known.value, known.ci_low, known.ci_high
            )  # fmt: skip
            assert (found.studies.number if found.studies else None) == known.studies
            assert (found.certainty.level if found.certainty else "not_graded") == claim.certainty


def test_an_evidence_asserts_the_sentence_that_answers_say(shipped: Library) -> None:
    one = shipped.cards["cochrane-cd009402"]
    written = fhir(one, shipped.terminology)
    said = [entry["resource"]["assertion"] for entry in written["entry"]]
    assert said == [claim_sentence(claim, messages_in("en"), shipped.terminology) for claim in one.claims]


def test_a_draft_is_a_draft_and_what_is_open_asserts_nothing(shipped: Library) -> None:
    claim = coded_claim(open=["outcome"], effect=effect(measure=Measure.MEAN_DIFFERENCE))
    written = fhir(as_card(card("x", claim, review_state="draft")), shipped.terminology)
    evidence = Evidence.model_validate(written["entry"][0]["resource"])
    assert (evidence.status, evidence.assertion) == ("draft", None)
    roles = [item.variableRole.coding[0].code for item in evidence.variableDefinition]
    assert roles == ["population", "exposure", "measuredVariable"]
