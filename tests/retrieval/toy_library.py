"""A toy library of five cards, a toy encoder, and the short way to a claim: small enough to check by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from zlib import crc32

import numpy as np

from knowledge.evidence.library import Library
from knowledge.evidence.models import Card, Claim
from knowledge.terminology.concepts import Concept, Symbol, Terminology
from knowledge.terminology.substance_names import Substance
from retrieval.embedding import Vectors


def concept(
    name: str, kind: str, *broader: str, stems: Sequence[str] = (), symbols: Sequence[Symbol] = (), **names: str
) -> Concept:
    """A concept; `nb="leggkramper, kramper i leggen"` gives the label and its synonyms."""
    by_language = {}
    for tag, spellings in {"en": name.replace("_", " "), **names}.items():
        label, *synonyms = spellings.split(", ")
        by_language[tag] = {"label": label, "phrase": label, "synonyms": synonyms}
    return Concept.model_validate(
        {
            "id": name,
            "kind": kind,
            "broader": broader,
            "inn_stems": tuple(stems),
            "symbols": tuple(symbols),
            "names": by_language,
        }
    )


TERMINOLOGY = Terminology([
    concept(
        "magnesium", "medicine", fi="magnesium, magnesiumia", de="Magnesium",
        symbols=[Symbol(text="Mg", is_unit=True)],
    ),
    concept("magnesium_oxide", "medicine", "magnesium", nb="magnesiumoksid"),
    concept("quinine", "medicine", nb="kinin", nl="kinine"),
    concept("statins", "medicine", stems=("vastatin",)),
    concept("quinolones", "medicine", stems=("floxacin",)),
    concept("placebo", "comparator"),
    concept("muscle_cramps", "condition", en="muscle cramps, muscle cramp, cramps", nb="muskelkramper, kramper"),
    concept(
        "leg_cramps", "condition", "muscle_cramps", en="leg cramps, leg cramp", nb="leggkramper, kramper i leggen",
        da="lægkramper", sv="vadkramper", nl="kuitkrampen", de="Wadenkrämpfe, Wadenkrampf", fi="pohjekrampit",
    ),
    concept("exercise_cramps", "condition", "muscle_cramps"),
    concept("restless_legs", "condition", en="restless legs, restless legs syndrome, RLS", nb="rastløse bein"),
    concept("als", "condition", en="amyotrophic lateral sclerosis, ALS"),
    concept("kidney_disease", "condition", nb="nyresykdom"),
    concept("multiple_sclerosis", "condition"),
    concept("disease", "condition"),
    concept("pregnant", "population", en="pregnant women, pregnant, pregnancy", nb="gravide, gravid"),
    concept("children", "population"),
    concept("older_adults", "population", en="older adults, elderly", nb="eldre"),
    concept("liver_cirrhosis", "condition", nb="levercirrhose, cirrhose"),
    concept("oral", "route", en="by mouth, oral"),
    concept("parenteral", "route"),
    concept("intravenous", "route", "parenteral"),
    concept("cramps_per_week", "outcome"),
    concept("diarrhoea", "symptom", nb="diaré"),
    concept("exercise", "topic", nb="trening"),
    concept("prevalence", "topic"),
])  # fmt: skip

SUBSTANCES = (
    Substance(id="rosuvastatin", label="rosuvastatin", names=("rosuvastatin", "rosuvastatiini")),
    Substance(id="ciprofloxacin", label="ciprofloxacin", names=("ciprofloxacin", "siprofloksasiini", "Ciproxin")),
    Substance(id="valproic_acid", label="valproic acid", names=("valproic acid", "valproat")),
)


def claim(name: str, intent: str = "efficacy", statement: str = "", **fields: Any) -> Claim:
    """A claim on magnesium with a sentence in English; what else it is about comes in `fields`."""
    return Claim.model_validate(
        {
            "id": name,
            "intent": intent,
            "finding": "descriptive",
            "certainty": "not_graded",
            "intervention": "magnesium",
            "statement": {"en": statement or f"A sentence on {name.replace('-', ' ')}."},
            "locator": {"lines": "1"},
            **fields,
        }
    )


def card(name: str, *claims: Claim) -> Card:
    source = {"title": name, "publisher": "A publisher", "language": "en", "checked": "2026-11-21"}
    content = {"id": name, "kind": "trial", "review_state": "reviewed", "source": source, "claims": claims}
    return Card.model_validate(content)


LIBRARY = Library(
    [
        card(
            "older",
            claim("frequency", "efficacy", "Magnesium hardly changes how often older people wake with leg cramps.",
                  conditions=["leg_cramps"], populations=["older_adults"], route="oral",
                  questions={"en": ["Does magnesium help leg cramps at night?"]}),
        ),
        card(
            "pregnancy",
            claim("relief", "efficacy", "In pregnant women the trials of magnesium disagree.",
                  conditions=["leg_cramps"], populations=["pregnant"], route="oral"),
        ),
        card(
            "infusion",
            claim("infused", "efficacy", "An infusion of magnesium was tried once.",
                  conditions=["leg_cramps"], route="intravenous"),
        ),
        card(
            "causes",
            claim("provoked", "causes", "Case reports suspect magnesium of provoking cramps.",
                  conditions=["leg_cramps"]),
        ),
        card(
            "legs",
            claim("restless", "efficacy", "No trial shows that magnesium calms restless legs.",
                  conditions=["restless_legs"]),
            claim("stools", "adverse_effects", "Loose stools are the commonest complaint.", about=["diarrhoea"]),
        ),
    ],
    TERMINOLOGY,
)  # fmt: skip


class WordEncoder:
    """A text as counts of its words, each word in the place its checksum gives, at unit length.

    The cosine of two texts of different words is then the share of words they have in common.
    """

    model = "toy-words"
    dimensions = 512

    def passages(self, texts: Sequence[str]) -> Vectors:
        return np.array([self.question(text) for text in texts], dtype=np.float32).reshape(-1, self.dimensions)

    def question(self, text: str) -> Vectors:
        counts = np.zeros(self.dimensions, dtype=np.float32)
        for word in re.findall(r"\w+", text.lower()):
            counts[crc32(word.encode()) % self.dimensions] += 1
        return counts / np.float32(max(np.linalg.norm(counts), 1e-9))
