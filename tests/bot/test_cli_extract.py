"""`farmasvar extract` prints one estimate a line, says what it could not read, fails only where nothing was read."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from bot.app.cli import main

SENTENCE = (
    "Fewer died with the drug than with placebo (RR 0.80, 95% CI 0.70 to 0.91; 3 trials; low-certainty evidence)."
)


def run(*arguments: str) -> Result:
    """What the command says."""
    return CliRunner().invoke(main, ["extract", *arguments])


def test_each_estimate_is_one_object_a_line(tmp_path: Path) -> None:
    path = tmp_path / "review.txt"
    path.write_text(f"A drug for a disease\nCD009402\n{SENTENCE}", encoding="utf-8")
    result = run(str(path), "--jsonl")
    (row,) = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 0
    assert row["card_id"] == "cochrane-cd009402"
    assert (row["measure"], row["value"], row["ci_low"], row["ci_high"]) == ("RR", 0.8, 0.7, 0.91)
    assert (row["studies"], row["participants"], row["certainty"]) == (3, None, "low")


def test_without_jsonl_each_estimate_is_a_line_for_a_person(tmp_path: Path) -> None:
    path = tmp_path / "review.txt"
    path.write_text(f"CD009402\n{SENTENCE}", encoding="utf-8")
    assert "RR 0.8 (0.7 to 0.91)" in run(str(path)).stdout


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "review.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    result = run(str(path), str(tmp_path / "gone.txt"), "--jsonl")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1
    assert "gone.txt: no such file" in result.stderr


def test_nothing_read_is_a_fault(tmp_path: Path) -> None:
    assert run(str(tmp_path / "gone.txt")).exit_code == 1
