"""Damaged files of every kind: none crashes a reader. `python -m benchmarks.fuzzing` tries ten thousand."""

from __future__ import annotations

import logging
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.fuzzing import inputs, sound_files, trial

INPUTS = 250


@pytest.mark.parametrize(("name", "content"), sound_files(), ids=lambda value: value if isinstance(value, str) else "")
def test_a_sound_file_of_every_kind_is_read(tmp_path: Path, name: str, content: bytes) -> None:
    assert trial(tmp_path, name, content) in ("read", "fault")


def test_no_damaged_file_breaks_a_reader(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    came = {trial(tmp_path, name, content) for name, content in islice(inputs(1, sound_files()), INPUTS)}
    assert came == {"read", "fault", "refused"}
