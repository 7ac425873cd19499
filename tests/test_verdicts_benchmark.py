"""Drafts of reviews beside a person's verdicts: which claim is the main one, and what counts as agreement."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from benchmarks.verdicts import NO_ESTIMATE, compared, shown
from knowledge.sources.drafting.terms import shipped_terms


def folder_of(tmp_path: Path, abstracts: dict[str, tuple[str, str]]) -> Path:
    (tmp_path / "cochrane-verdicts").mkdir()
    lines = [f"14651858.{number}.pub2\t{verdict}" for number, (verdict, _) in abstracts.items()]
    (tmp_path / "cochrane-verdicts" / "Truth.tsv").write_text("\n".join(lines), encoding="utf-8")
    rows = [{"id": f"10.1002/14651858.{number}", "title": "Magnesium for cramps", "abstract": text}
            for number, (_, text) in abstracts.items()]  # fmt: skip
    (tmp_path / "cochrane.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    return tmp_path


def test_a_draft_is_compared_by_its_first_sure_direction(tmp_path: Path) -> None:
    good = "Fewer people relapsed with magnesium than with placebo (RR 0.60, 95% CI 0.40 to 0.80)."
    folder = folder_of(tmp_path, {"CD000001": ("helps", good), "CD000002": ("does not help", good)})
    rows = list(compared(folder, shipped_terms()))
    assert [(row.review, row.drafted, row.agrees) for row in rows] == [
        ("CD000001", "helps", True), ("CD000002", "helps", False),
    ]  # fmt: skip
    assert "risk_ratio 0.6 (0.4 to 0.8)" in shown(rows[0].claim)


def test_an_abstract_without_numbers_says_nothing(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {"CD000003": ("inconclusive", "No studies were found.")})
    (row,) = compared(folder, shipped_terms())
    assert (row.drafted, row.claim, row.agrees) == (NO_ESTIMATE, None, False)
