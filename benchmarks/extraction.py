"""How well effect estimates are read from abstracts: recall, precision, and each field of the estimates found.

    python -m benchmarks.extraction GOLD.jsonl ABSTRACTS.jsonl.gz

GOLD holds one estimate a line, as `farmasvar extract --jsonl` prints them; an abstract is read once and matched by card
and numbers, signs left out. Targets: recall 0.90, precision 0.98, certainty, trials and participants 0.95, comparator
0.80 (token F1 of at least a half), outcome 0.75 (mean token F1).
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from knowledge.sources.extraction.files import extract_file
from knowledge.sources.extraction.models import Extracted

Row = dict[str, Any]
TARGETS = {
    "recall": 0.90,
    "precision": 0.98,
    "certainty": 0.95,
    "studies": 0.95,
    "participants": 0.95,
    "comparator": 0.80,
    "outcome": 0.75,
}
EXACT = ("measure", "studies", "participants", "certainty", "direction")
TEXTS = ("outcome", "comparator", "intervention", "population")


def key(row: Row) -> tuple[object, ...]:
    """What makes two rows the same estimate: the card and the numbers, without their signs."""
    limits = [row.get("ci_low"), row.get("ci_high")]
    numbers = sorted(round(abs(float(limit)), 4) for limit in limits if limit is not None)
    return row["card_id"], round(abs(float(row["value"])), 4), *(numbers if len(numbers) == 2 else ())


def token_f1(wanted: object, found: object) -> float:
    """Twice the words in common over all words of both; 1 for two empty texts."""
    first, second = (Counter(re.findall(r"[^\W_]+", str(text or "").lower())) for text in (wanted, found))
    total = sum(first.values()) + sum(second.values())
    return 2 * sum((first & second).values()) / total if total else 1.0


def paired(gold: list[Row], found: list[Row]) -> list[tuple[Row, Row]]:
    """Rows with the same numbers, one to one, those whose texts agree best first."""
    by_key: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, row in enumerate(found):
        by_key[key(row)].append(index)
    likeness = [
        (-sum(token_f1(row.get(name), found[other].get(name)) for name in TEXTS), index, other)
        for index, row in enumerate(gold)
        for other in by_key[key(row)]
    ]
    pairs: list[tuple[Row, Row]] = []
    used: set[tuple[str, int]] = set()
    for _, index, other in sorted(likeness):
        if not used & {("gold", index), ("found", other)}:
            used |= {("gold", index), ("found", other)}
            pairs.append((gold[index], found[other]))
    return pairs


def figures(gold: list[Row], found: list[Row]) -> dict[str, float]:
    """The share of each thing that is right, between 0 and 1; fields over the pairs only."""
    pairs = paired(gold, found)
    result = {"recall": len(pairs) / max(1, len(gold)), "precision": len(pairs) / max(1, len(found))}
    for name in EXACT:
        result[name] = sum((a.get(name) or "not_graded") == (b.get(name) or "not_graded") for a, b in pairs) / max(
            1, len(pairs)
        )
    for name in TEXTS:
        scores = [token_f1(a.get(name), b.get(name)) for a, b in pairs]
        share = sum(score >= 0.5 for score in scores) if name == "comparator" else sum(scores)
        result[name] = share / max(1, len(pairs))
    return result


def main() -> None:
    """Read the abstracts that the gold file names, print each figure with its target."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("abstracts", type=Path)
    options = parser.parse_args()
    rows: list[Row] = [
        json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    cards = {row["card_id"] for row in rows}
    gold = [row for row in rows if row.get("value") is not None]
    started = time.perf_counter()
    read = [item.row() for item in extract_file(options.abstracts) if isinstance(item, Extracted)]
    seconds = time.perf_counter() - started
    found = [row for row in read if row["card_id"] in cards]
    print(f"{len(cards)} abstracts, {len(gold)} estimates coded, {len(found)} read")
    doubtful = sum(bool(row["doubt"]) for row in read)
    print(f"{len(read)} estimates of all abstracts in {seconds:.0f} s, {doubtful} of them for a person")
    for name, value in figures(gold, found).items():
        target = TARGETS.get(name)
        print(
            f"{name:<14}{value:.3f}"
            + (f"  target {target:.2f}{'' if value >= target else '  MISSED'}" if target else "")
        )


if __name__ == "__main__":
    main()
