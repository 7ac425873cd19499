"""A toy library on three medicines that have nothing to do with each other; the medicines and their facts are invented.

Each has a claim of every kind that an answer is made of, so that whatever leaks from one to another shows.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.dialogue.assistant import Assistant
from knowledge.evidence.library import Library, load_terminology
from knowledge.evidence.models import Card
from knowledge.languages import LANGUAGES
from knowledge.terminology.concepts import Concept, Terminology
from retrieval.embedding import QuestionEncoder
from retrieval.index import open_index
from retrieval.index_writer import build_index
from retrieval.passages import card_sources
from retrieval.search import HybridSearch
from tests.bot.shipped_assistant import assistant_with

MEDICINES = ("veltorin", "osmadil", "trixofen")
TREATS = {"veltorin": "asthma", "osmadil": "gout", "trixofen": "migraine"}
WARNED_OF = {"veltorin": "kidney_disease", "osmadil": "epilepsy", "trixofen": "heart_failure"}
GROUP = {"veltorin": "pregnant", "osmadil": "children", "trixofen": "older_adults"}
ROUTE = {"veltorin": "oral", "osmadil": "intravenous", "trixofen": "oral"}
PARTNER = {"veltorin": "warfarin", "osmadil": "lithium", "trixofen": "digoxin"}


def _concept(identifier: str, kind: str) -> Concept:
    label = identifier.replace("_", " ")
    names = {tag: {"label": label, "phrase": label} for tag in LANGUAGES}
    return Concept.model_validate({"id": identifier, "kind": kind, "names": names})


def _claim(medicine: str, name: str, intent: str, sentence: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": name,
        "intent": intent,
        "finding": "descriptive",
        "certainty": "not_graded",
        "intervention": medicine,
        "lead": True,
        "statement": {tag: f"{sentence} ({tag})" for tag in LANGUAGES},
        "locator": {"lines": "1"},
        **fields,
    }


def _card(medicine: str) -> Card:
    condition, group, partner = TREATS[medicine], GROUP[medicine], PARTNER[medicine]
    label = condition.replace("_", " ")
    claims = [
        _claim(medicine, "effect", "efficacy", f"{medicine} eased {label} in one trial.", finding="benefit",
               conditions=[condition], route=ROUTE[medicine]),
        _claim(medicine, "effect-in-group", "efficacy", f"{medicine} was studied for {label} in this group.",
               finding="insufficient", conditions=[condition], populations=[group], route=ROUTE[medicine]),
        _claim(medicine, "harm", "adverse_effects", f"A rash is the usual harm of {medicine}.", finding="harm",
               about=["rash"]),
        _claim(medicine, "overdose", "toxicity", f"Too much {medicine} can stop the breathing.", finding="harm",
               about=["slow_breathing"]),
        _claim(medicine, "warning", "contraindications", f"{medicine} is not for people with this disease.",
               conditions=[WARNED_OF[medicine]]),
        _claim(medicine, "interaction", "interactions", f"{medicine} interacts with {partner}.",
               finding="association", about=[partner]),
        _claim(medicine, "dose", "dosage", f"The usual dose of {medicine} is 10 mg a day."),
    ]  # fmt: skip
    source = {"title": f"On {medicine}", "publisher": "A publisher", "language": "en", "year": 2024,
              "checked": "2026-11-21"}  # fmt: skip
    return Card.model_validate(
        {"id": f"card-{medicine}", "kind": "evidence_review", "review_state": "reviewed", "source": source,
         "names": [f"{medicine.title()} review"], "claims": claims}
    )  # fmt: skip


def three_medicines() -> Library:
    """The toy library with the shipped terminology, to which the three medicines are added."""
    shipped = load_terminology()
    known = set(shipped.concepts)
    wanted = {
        **dict.fromkeys((*MEDICINES, *PARTNER.values()), "medicine"),
        **dict.fromkeys((*TREATS.values(), *WARNED_OF.values()), "condition"),
        **dict.fromkeys(GROUP.values(), "population"),
        **dict.fromkeys(ROUTE.values(), "route"),
        "rash": "symptom",
        "slow_breathing": "symptom",
    }
    added = [_concept(identifier, kind) for identifier, kind in wanted.items() if identifier not in known]
    terminology = Terminology([*shipped.concepts.values(), *added])
    return Library([_card(medicine) for medicine in MEDICINES], terminology)


def three_medicine_assistant(folder: Path) -> Assistant:
    """An assistant over the toy library, its index in `folder`."""
    library = three_medicines()
    path, encoder = folder / "index.sqlite", QuestionEncoder()
    build_index(path, card_sources(library), encoder, library.version)
    index = open_index(path, model=encoder.model, library_version=library.version)
    return assistant_with(HybridSearch(library, index, encoder), library, country="NO")
