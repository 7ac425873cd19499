"""What an assistant is made of comes from a file while nothing has changed, and is never older than the cards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.app.prepared import FILE, prepared
from bot.app.settings import Settings
from bot.reading.language import Detector
from knowledge.errors import CardError
from knowledge.languages import load_languages
from tests.knowledge.small_cards import DUMPER, card, claim, coded_claim


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "cards").mkdir()
    write(tmp_path, card("trial-one", coded_claim(), claim()))
    return Settings(data_dir=tmp_path / "data", library=(tmp_path / "cards",), shipped_library=False)


def write(folder: Path, content: dict[str, Any]) -> None:
    path = folder / "cards" / f"{content['id']}.yaml"
    path.write_text(yaml.dump(content, Dumper=DUMPER), encoding="utf-8")


def make_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have any preparation that is not read from the file fail."""
    monkeypatch.setattr("bot.app.prepared._made", lambda settings: pytest.fail("made anew"))


def test_the_second_start_finds_the_same_as_the_first_made(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = prepared(settings)
    make_nothing(monkeypatch)
    second = prepared(settings)
    text = "Hilft Magnesium gegen Wadenkrämpfe, oder eher Kinin?"
    assert second.library.version == first.library.version
    assert second.library.cards == first.library.cards
    assert second.recogniser.mentions(text) == first.recogniser.mentions(text)
    detectors = [Detector(load_languages(), profiles=one.profiles) for one in (first, second)]
    assert detectors[0].detect(text) == detectors[1].detect(text)
    assert second.toxic_signs.by_medicine == first.toxic_signs.by_medicine


def test_a_changed_card_is_seen_at_once(settings: Settings, tmp_path: Path) -> None:
    before = prepared(settings).library
    write(tmp_path, card("trial-one", coded_claim(certainty="very_low"), claim()))
    after = prepared(settings).library
    assert before.claims["trial-one#fewer-cramps"][1].certainty == "moderate"
    assert after.claims["trial-one#fewer-cramps"][1].certainty == "very_low"
    assert after.version != before.version


def test_a_new_card_and_one_that_is_gone_are_seen_at_once(settings: Settings, tmp_path: Path) -> None:
    prepared(settings)
    write(tmp_path, card("trial-two"))
    assert {*prepared(settings).library.cards} == {"trial-one", "trial-two"}
    (tmp_path / "cards" / "trial-one.yaml").unlink()
    assert {*prepared(settings).library.cards} == {"trial-two"}


def test_what_is_switched_off_is_off_at_once(settings: Settings, tmp_path: Path) -> None:
    write(tmp_path, card("trial-two"))
    assert {*prepared(settings).library.cards} == {"trial-one", "trial-two"}
    fewer = settings.model_copy(update={"switched_off": frozenset({"trial-two"})})
    assert {*prepared(fewer).library.cards} == {"trial-one"}


def test_a_card_that_became_faulty_is_told_and_not_answered_from_what_was_kept(
    settings: Settings, tmp_path: Path
) -> None:
    prepared(settings)
    write(tmp_path, card("trial-one", coded_claim(finding="no such finding")))
    with pytest.raises(CardError, match="trial-one"):
        prepared(settings)


def test_a_damaged_file_is_made_anew(settings: Settings) -> None:
    first = prepared(settings)
    (settings.data_dir / FILE).write_bytes(b"damaged")
    assert prepared(settings).library.cards == first.library.cards
    assert (settings.data_dir / FILE).stat().st_size > len(b"damaged")
