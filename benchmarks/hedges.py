"""The hedging table as a round trip: coded judgements become sentences, and readings of the sentences are compared.

    python -m benchmarks.hedges render QUESTIONS.jsonl.gz --part first --out SENTENCES.jsonl
    python -m benchmarks.hedges score QUESTIONS.jsonl.gz --part first READINGS.jsonl

QUESTIONS holds items of MedEvidence: a question on one outcome of one Cochrane review, its answer and certainty. Each
is coded as a claim and said in every language. SENTENCES begins with a line of instructions; the others are shuffled,
with a number, the language and the sentence, nothing of the code. READINGS holds `{"id", "direction", "certainty"}` a
line. The table is mended on the first half, judged on the second; target: 0.98 in each language.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.evidence.library import load_terminology
from knowledge.evidence.models import Claim
from knowledge.evidence.wording import claim_sentence
from knowledge.languages import LANGUAGES
from knowledge.languages.texts import messages_in

TARGET = 0.98
SEED = 284
NOT_GRADED = "not graded"
CODES: dict[str, dict[str, Any]] = {
    "higher": {"finding": "harm", "code": {"change": "higher"}},
    "lower": {"finding": "benefit", "code": {"change": "lower"}},
    "no difference": {"finding": "no_important_difference", "code": {}},
    "uncertain effect": {"finding": "insufficient", "code": {}},
    "insufficient data": {"finding": "insufficient", "code": {"too_few_data": True}},
}
"""How an answer is coded; whether a change is good or bad is no part of the sentence."""
INSTRUCTION = (
    "For each sentence, read nothing but the sentence itself and give its direction and its certainty, as one JSON "
    'object a line: {"id", "direction", "certainty"}. The direction is what the sentence says becomes of the outcome, '
    "also where it says that this is uncertain: `higher` (an increase is reported, or it is uncertain whether there is "
    "one), `lower` (a reduction, likewise), `no difference` (little or no difference is reported, surely or not), "
    "`uncertain effect` (no direction is named: the evidence leaves open what the effect is), `insufficient data` (the "
    "data are said to be too few to tell). The certainty is how sure the sentence sounds: `high` (said without any "
    "reservation, or high certainty named), `moderate` (probably, or moderate certainty named), `low` (may, possibly, "
    "or low certainty named), `very low` (very uncertain), `not graded` (the source is said not to have graded the "
    "evidence, or only to draw no conclusion). Names in quotation marks are English in every language."
)
_QUESTION = re.compile(
    r"^(?:Is|Are) (?:the )?(?P<outcome>.+?) (?:higher, lower|lower, higher),? or the same,? (?:when )?comparing "
    r"(?P<arms>.+?)\s*\?\s*$"
)
_JOINTS = (" to ", " with ", " and ")
"""What parts the two sides of a comparison, the surest first."""


@dataclass(frozen=True)
class Sentence:
    """A sentence to be read, and what it was made from."""

    item: int
    language: str
    text: str
    direction: str
    certainty: str


def claim_of(row: dict[str, Any]) -> Claim:
    """An item coded as a claim, its names in the question's own words."""
    asked = _QUESTION.match(" ".join(row["question"].split()))
    if asked is None:
        raise ValueError(f"question {row['id']} is not of the known form: {row['question']}")
    joint = next((joint for joint in _JOINTS if joint in asked["arms"]), " to ")
    given, _, against = asked["arms"].rpartition(joint)
    given, against = (given, against) if given else (against, "")
    names = {"outcome_text": asked["outcome"], "intervention_text": given, "comparator_text": against}
    coded = CODES[row["answer"]]
    quoted = {name: {"text": text.replace("“", "'").replace("”", "'"), "language": "en"}
              for name, text in names.items() if text}
    return Claim.model_validate({
        "id": f"item-{row['id']}", "intent": "efficacy", "finding": coded["finding"], "intervention": None,
        "certainty": (row["certainty"] or "not_graded").replace(" ", "_"), "populations": ["people"],
        "code": {"form": "effect", **coded["code"], **quoted}, "locator": {"section": "MedEvidence"},
    })  # fmt: skip


def sentences(rows: Sequence[dict[str, Any]]) -> list[Sentence]:
    """Every item in every language, in an order that tells nothing."""
    terminology = load_terminology()
    said = [
        Sentence(row["id"], tag, claim_sentence(claim, messages_in(tag), terminology), row["answer"],
                 row["certainty"] or NOT_GRADED)
        for row, claim in ((row, claim_of(row)) for row in rows)
        for tag in LANGUAGES
    ]  # fmt: skip
    random.Random(SEED).shuffle(said)
    return said


def half(path: Path, part: str) -> list[dict[str, Any]]:
    """The first or the second half of the items, by their numbers."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = sorted((json.loads(line) for line in lines), key=lambda row: row["id"])
    middle = len(rows) // 2
    return rows[:middle] if part == "first" else rows[middle:]


def lines_to_read(said: Sequence[Sentence]) -> Iterator[dict[str, Any]]:
    """The instruction and the sentences, without anything they were made from."""
    yield {"instruction": INSTRUCTION}
    for number, sentence in enumerate(said):
        yield {"id": number, "language": sentence.language, "sentence": sentence.text}


def wrong_readings(said: Sequence[Sentence], readings: dict[int, dict[str, Any]]) -> list[tuple[int, Sentence]]:
    """Sentences whose reading differs from what they were made from, or is missing."""
    return [
        (number, sentence)
        for number, sentence in enumerate(said)
        if (readings.get(number, {}).get("direction"), readings.get(number, {}).get("certainty"))
        != (sentence.direction, sentence.certainty)
    ]


def report(said: Sequence[Sentence], readings: dict[int, dict[str, Any]]) -> Iterator[str]:
    """One line a language, then one a misread sentence."""
    wrong = wrong_readings(said, readings)
    count, missed = Counter(s.language for s in said), Counter(s.language for _, s in wrong)
    for part in ("direction", "certainty"):
        right = sum(readings.get(n, {}).get(part) == getattr(s, part) for n, s in enumerate(said))
        yield f"{part:<12}{right:>6} of {len(said)}  {100 * right / len(said):.1f} %"
    for tag in LANGUAGES:
        share = 1 - missed[tag] / count[tag]
        below = "" if share >= TARGET else "  below the target"
        yield f"{tag:<12}{count[tag] - missed[tag]:>6} of {count[tag]}  {100 * share:.1f} %{below}"
    for number, sentence in sorted(wrong, key=lambda pair: (pair[1].language, pair[1].item)):
        read = readings.get(number, {})
        meant = f"{sentence.direction}, {sentence.certainty}"
        yield f"{sentence.language} {meant} read as {read.get('direction')}, {read.get('certainty')}: {sentence.text}"


def main() -> int:
    """Write the sentences to be read, or score the readings."""
    parser = argparse.ArgumentParser(description="The hedging table as a round trip.")
    commands = parser.add_subparsers(dest="command", required=True)
    render, score = commands.add_parser("render"), commands.add_parser("score")
    for command in (render, score):
        command.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl.gz")
        command.add_argument("--part", choices=("first", "second"), required=True)
    render.add_argument("--out", type=Path, required=True)
    score.add_argument("readings", type=Path, metavar="READINGS.jsonl")
    options = parser.parse_args()
    said = sentences(half(options.questions, options.part))
    if options.command == "render":
        lines = [json.dumps(line, ensure_ascii=False) for line in lines_to_read(said)]
        options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{len(lines) - 1} sentences in {options.out}")
        return 0
    with options.readings.open(encoding="utf-8") as readings:
        read = {int(row["id"]): row for row in map(json.loads, filter(str.strip, readings)) if "id" in row}
    print("\n".join(report(said, read)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
