"""The round trip of the hedging table: items become sentences without their code, readings are compared with it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.hedges import CODES, claim_of, half, lines_to_read, report, sentences, wrong_readings
from knowledge.languages import LANGUAGES

LEVELS = ("high", "moderate", "low", "very low", None)


def item(number: int, answer: str = "lower", certainty: str | None = "low", arms: str = "zinc to placebo") -> Any:
    question = f"Is the length of stay higher, lower, or the same when comparing {arms}?"
    return {"id": number, "question": question, "answer": answer, "certainty": certainty}


def test_every_answer_at_every_certainty_is_another_sentence_in_every_language() -> None:
    rows = [item(n, answer, level) for n, (answer, level) in enumerate((a, c) for a in CODES for c in LEVELS)]
    said = sentences(rows)
    for tag in LANGUAGES:
        texts = [sentence.text for sentence in said if sentence.language == tag]
        assert len(set(texts)) == len(rows), tag


def test_what_is_read_tells_nothing_of_the_code() -> None:
    instruction, *lines = lines_to_read(sentences([item(1), item(2, "higher", None)]))
    assert set(instruction) == {"instruction"}
    assert all(set(line) == {"id", "language", "sentence"} for line in lines)
    assert [line["id"] for line in lines] == list(range(2 * len(LANGUAGES)))


def test_both_sides_of_a_comparison_are_found() -> None:
    code = claim_of(item(1, arms="zinc added to iron to iron alone")).code
    assert code is not None and [quote.text for quote in code.quotes] == [
        "zinc added to iron", "iron alone", "length of stay",
    ]  # fmt: skip
    with pytest.raises(ValueError, match="question 3"):
        claim_of({**item(3), "question": "How long do people stay?"})


def test_a_reading_that_is_wrong_or_missing_counts_against_its_language() -> None:
    said = sentences([item(1)])
    right = {n: {"direction": s.direction, "certainty": s.certainty} for n, s in enumerate(said)}
    assert wrong_readings(said, right) == []
    finnish = next(number for number, sentence in enumerate(said) if sentence.language == "fi")
    told = list(report(said, {**right, finnish: {"direction": "higher", "certainty": "low"}}))
    assert any(line.startswith("fi") and "below the target" in line for line in told)
    assert sum("below the target" in line for line in told) == 1
    assert len(wrong_readings(said, {})) == len(LANGUAGES)


def test_the_halves_share_no_item(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(json.dumps(item(n)) for n in (3, 1, 0, 2)).encode()))
    assert [[row["id"] for row in half(path, part)] for part in ("first", "second")] == [[0, 1], [2, 3]]
