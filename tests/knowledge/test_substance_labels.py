"""What a language calls substances whose names no rule of spelling gives: the files, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.errors import LanguageError
from knowledge.evidence.library import load_terminology
from knowledge.languages import LANGUAGES
from knowledge.languages.substance_labels import FILE, substance_labels
from knowledge.terminology.concepts import Terminology

OTHERS = [tag for tag in LANGUAGES if tag != "en"]


@pytest.fixture(scope="module")
def terminology() -> Terminology:
    return load_terminology()


def labels_in(folder: Path, text: str) -> dict[str, str]:
    (folder / "nb").mkdir()
    (folder / "nb" / FILE).write_text(text, encoding="utf-8")
    return substance_labels("nb", folder)


@pytest.mark.parametrize("tag", OTHERS)
def test_every_label_is_of_a_known_substance_and_differs_from_the_english_name(
    tag: str, terminology: Terminology
) -> None:
    labels = substance_labels(tag)
    assert labels and labels.keys() <= terminology.substances.keys()
    assert [name for substance, name in labels.items() if name == terminology.substances[substance].label] == []


@pytest.mark.parametrize("tag", OTHERS)
def test_no_label_is_a_name_of_something_else(tag: str, terminology: Terminology) -> None:
    owners = {name.casefold(): known.id for known in terminology.substances.values() for name in known.names}
    owners |= {
        name.casefold(): known.id
        for known in terminology.concepts.values()
        if tag in known.names
        for name in (known.names[tag].label, *known.names[tag].synonyms)
    }
    labels = substance_labels(tag)
    assert [name for substance, name in labels.items() if owners.get(name.casefold(), substance) != substance] == []
    assert len({name.casefold() for name in labels.values()}) == len(labels)


@pytest.mark.parametrize(
    ("substance", "names"),
    [
        (
            "activated_charcoal",
            {
                "nb": "aktivt kull", "nn": "aktivt kol", "da": "aktivt kul", "sv": "aktivt kol",
                "nl": "actieve kool", "de": "Aktivkohle", "fi": "lääkehiili",
            },
        ),
        (
            "omega_3_fatty_acids",
            {
                "nb": "omega-3-fettsyrer", "nn": "omega-3-feittsyrer", "da": "omega-3-fedtsyrer",
                "sv": "omega-3-fettsyror", "nl": "omega-3-vetzuren", "de": "Omega-3-Fettsäuren",
                "fi": "omega-3-rasvahapot",
            },
        ),
        (
            "sodium_bicarbonate",
            {
                "nb": "natriumhydrogenkarbonat", "nn": "natriumhydrogenkarbonat", "da": "natriumhydrogencarbonat",
                "sv": "natriumvätekarbonat", "nl": "natriumwaterstofcarbonaat", "de": "Natriumhydrogencarbonat",
                "fi": "natriumvetykarbonaatti",
            },
        ),
    ],
)  # fmt: skip
def test_a_substance_reads_natively_in_every_language(
    substance: str, names: dict[str, str], terminology: Terminology
) -> None:
    assert {tag: terminology.label(substance, tag) for tag in OTHERS} == names


def test_english_keeps_its_own_name(terminology: Terminology) -> None:
    assert terminology.label("activated_charcoal", "en") == "activated charcoal"


def test_a_language_without_a_file_has_no_labels(tmp_path: Path) -> None:
    assert substance_labels("nb", tmp_path) == {}


@pytest.mark.parametrize(
    "text",
    [
        "- aktivt kull\n",
        "activated_charcoal: [aktivt kull]\n",
        "activated_charcoal:\n",
        "activated_charcoal: {aktivt kull\n",
        "activated_charcoal: aktivt kull\nactivated_charcoal: medisinsk kull\n",
    ],
)
def test_a_broken_file_is_told_in_one_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(LanguageError) as told:
        labels_in(tmp_path, text)
    message = str(told.value)
    assert FILE in message and "correct" in message and "\n" not in message
