"""Builders of small cards and concepts, as an editor's file would hold them: mappings that the models then check."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from knowledge.evidence.models import Card
from knowledge.languages import LANGUAGES
from knowledge.terminology.concepts import Concept

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def in_all(sentence: str) -> dict[str, str]:
    """A sentence in every language; which words it holds does not matter here."""
    return {tag: f"{sentence} ({tag})" for tag in LANGUAGES}


def claim(name: str = "kidneys", **fields: Any) -> dict[str, Any]:
    """A claim that carries its own sentence."""
    return {
        "id": name,
        "intent": "mechanism",
        "finding": "descriptive",
        "certainty": "not_graded",
        "intervention": "magnesium",
        "statement": in_all("Magnesium leaves by the kidneys."),
        "locator": {"section": "Answer", "lines": "3-4"},
        **fields,
    }


def coded_claim(name: str = "fewer-cramps", **fields: Any) -> dict[str, Any]:
    """A claim whose sentence the composer makes: five studies, 0.18 cramps fewer a week."""
    return {
        "id": name,
        "intent": "efficacy",
        "finding": "no_important_difference",
        "certainty": "moderate",
        "intervention": "magnesium",
        "conditions": ["leg_cramps"],
        "outcome": "cramps_per_week",
        "effect": effect(),
        "locator": {"lines": "12"},
        **fields,
    }


def effect(**fields: Any) -> dict[str, Any]:
    """A mean difference with its interval."""
    return {
        "measure": "mean_difference",
        "unit": "per_week",
        "value": -0.18,
        "ci_low": -0.84,
        "ci_high": 0.49,
        "studies": 5,
        "participants": 307,
        **fields,
    }


def card(name: str = "trial-one", *claims: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A trial with these claims, or with one on the kidneys."""
    source = {"title": "A trial", "publisher": "A publisher", "language": "en", "year": 2010, "checked": "2026-11-21"}
    content = {"id": name, "kind": "trial", "review_state": "reviewed", "source": source}
    return {**content, "claims": list(claims) or [claim()], **fields}


def as_card(content: dict[str, Any]) -> Card:
    return Card.model_validate(content)


def concept(name: str, *broader: str, kind: str = "medicine", **names: str) -> Concept:
    labels = names or {"en": name.replace("_", " ")}
    return Concept.model_validate({
        "id": name,
        "kind": kind,
        "broader": broader,
        "names": {tag: {"label": label, "phrase": label} for tag, label in labels.items()},
    })


def concepts() -> list[Concept]:
    """The concepts that the cards above name, and no others."""
    return [
        concept("magnesium"),
        concept("muscle_cramps", kind="condition"),
        concept("leg_cramps", "muscle_cramps", kind="condition"),
        concept("cramps_per_week", kind="outcome"),
        concept("placebo", kind="comparator"),
    ]


def write(folder: Path, name: str, content: object) -> Path:
    """A YAML file as an editor would leave it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.yaml"
    path.write_text(yaml.dump(content, Dumper=DUMPER, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def write_concepts(folder: Path) -> Path:
    """A terminology folder that holds the concepts above."""
    write(folder, "all", [entry.model_dump(mode="json") for entry in concepts()])
    return folder
