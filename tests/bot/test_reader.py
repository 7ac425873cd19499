"""`farmasvar read`: a message in the form of the contract."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.app.cli_read import as_text, read_batch
from bot.app.reader import Reader
from bot.reading.intent import load_intent_model
from bot.reading.language import Detector
from bot.reading.populations import CONTRACT_NAMES
from bot.safety.deidentify import Redaction
from knowledge.errors import SourceError
from knowledge.evidence.library import Library
from knowledge.languages import load_languages
from knowledge.terminology.analytes import load_analytes
from knowledge.terminology.linking import Recogniser
from knowledge.terminology.substance_names import load_substances


@pytest.fixture(scope="module")
def reader(shipped: Library) -> Reader:
    recogniser = Recogniser(shipped.terminology, load_substances(), shipped.concepts)
    return Reader(recogniser, Detector(load_languages(), shipped), load_analytes(), load_intent_model())


def test_a_reading_has_the_fields_of_the_contract(reader: Reader) -> None:
    reading = reader.read("84F with gout on warfarin, eGFR 22, K 5.7. Is ibuprofen safe?")
    assert {"needs", "patient", "urgent", "medicines_mentioned"} <= set(reading)
    assert reading["medicines_mentioned"] == ["warfarin", "ibuprofen"]
    assert reading["patient"] == {
        "age": 84,
        "sex": "f",
        "pregnant": None,
        "breastfeeding": None,
        "egfr": 22,
        "conditions": ["gout"],
        "medicines": ["warfarin"],
        "labs": {"potassium": 5.7},
    }
    assert reading["populations"] == ["elderly", "chronic kidney disease"]


def test_what_is_asked_stands_with_its_medicines_and_the_groups_it_is_about(reader: Reader) -> None:
    (need,) = reader.read("84F, eGFR 22. What is the maximum dose of paracetamol?")["needs"]
    assert (need["intent"], need["medicines"]) == ("dosage", ["paracetamol"])
    assert need["population"] == ["elderly", "chronic kidney disease"]


def test_an_identifier_stands_nowhere_in_a_reading(reader: Reader) -> None:
    assert "0412345" not in json.dumps(reader.read("Pasient Kari Nordmann, tlf 90412345, 82 år"))


def test_a_message_in_danger_is_read_as_urgent(reader: Reader) -> None:
    assert reader.read("He has swallowed 60 tablets of paracetamol an hour ago")["urgent"] is True


def test_a_message_that_cannot_be_redacted_is_read_as_urgent_and_shows_nothing(
        reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Redaction(text="", found=frozenset(), failed=True)
    monkeypatch.setattr("bot.app.reader.redact", lambda text: broken)
    reading = reader.read("Kari Nordmann has swallowed 60 tablets of paracetamol an hour ago")
    assert reading["urgent"] is True
    assert reading["medicines_mentioned"] == []


def test_a_reading_is_shown_in_words(reader: Reader) -> None:
    shown = as_text(reader.read("Hun er gravid i uke 30, ingen kjent diabetes, hva gjør vi?")).splitlines()
    assert {"sex: f", "pregnant: yes", "week: 30", "negated: diabetes", "urgent: no"} <= set(shown)


def test_a_batch_takes_text_for_question_and_keeps_the_order(reader: Reader, tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"id": "b", "text": "84F"}\n{"id": "a", "question": "82 år gammel mann"}\n', encoding="utf-8")
    read_batch(source, target, reader)
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [(row["id"], row["patient"]["age"]) for row in rows] == [("b", 84), ("a", 82)]


def test_a_place_that_cannot_be_written_is_named(reader: Reader, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": "b", "text": "84F"}\n', encoding="utf-8")
    with pytest.raises(SourceError, match="choose another --out"):
        read_batch(source, tmp_path / "no" / "out.jsonl", reader)


def test_every_group_is_a_concept_with_a_name_of_the_contract(shipped: Library) -> None:
    assert all(group in shipped.terminology for group in CONTRACT_NAMES)
