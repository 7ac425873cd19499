"""Whole conversations, replayed through the real assistant; see `tests/golden.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.dialogue.assistant import Assistant
from knowledge.languages import LANGUAGES
from tests.golden import replayed, transcripts


@pytest.mark.parametrize("path", transcripts(), ids=lambda path: path.stem)
def test_the_conversation_reads_as_it_was_reviewed(path: Path, assistant: Assistant) -> None:
    transcript = path.read_text(encoding="utf-8")
    now = replayed(transcript, assistant)
    assert now == transcript, f"{path.name} changed; run `python -m tests.golden --rewrite` and review the diff"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_language_has_two_conversations(tag: str) -> None:
    assert sum(path.name.startswith(f"{tag}-") for path in transcripts()) >= 2
