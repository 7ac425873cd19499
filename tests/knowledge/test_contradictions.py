"""A claim whose code says one thing and whose numbers another is refused, with the fields and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.channels.web.told import told
from knowledge.errors import CardError
from knowledge.evidence.contradictions import contradictions
from knowledge.evidence.library import load_library
from knowledge.languages import LANGUAGES
from knowledge.languages.texts import messages_in
from knowledge.review.editing import Hand, accept
from knowledge.sources.drafting.terms import shipped_terms
from tests.knowledge.review.drafts import DAY, DRAFT, drafted
from tests.knowledge.small_cards import as_card, card, claim

BETTER, WORSE = "patient_satisfaction", "leg_cramps"
"""Outcomes of which more is good, and bad."""


def faults(finding: str, measure: str, value: float, change: str = "", outcome: str = "", state: str = "reviewed",
           **fields: Any) -> list[str]:
    code = fields.pop("code", {"form": "effect"} | ({"change": change} if change else {}))
    limits = {name: fields.pop(name) for name in ("ci_low", "ci_high") if name in fields}
    unit = {"unit": "points"} if measure == "mean_difference" else {}
    content = claim("c", intervention="magnesium", conditions=["asthma"], outcome=outcome or "sleep_quality",
                    finding=finding, certainty="low", intent="efficacy", code=code,
                    effect={"measure": measure, "value": value, **limits, **unit}, **fields)  # fmt: skip
    return contradictions([as_card(card("trial-one", content, review_state=state))], shipped_terms().terminology)


@pytest.mark.parametrize(("kind", "given"), [
    ("against-measure", {"finding": "harm", "measure": "nnt_benefit", "value": 12}),
    ("against-measure", {"finding": "benefit", "measure": "nnt_harm", "value": 12}),
    ("against-finding", {"finding": "harm", "measure": "risk_ratio", "value": 0.5, "change": "better"}),
    ("against-change", {"finding": "benefit", "measure": "risk_ratio", "value": 1.5, "change": "lower"}),
    ("against-change", {"finding": "benefit", "measure": "mean_difference", "value": -2, "change": "higher"}),
    ("against-side", {"finding": "benefit", "measure": "risk_ratio", "value": 1.5, "outcome": WORSE}),
    ("against-side", {"finding": "harm", "measure": "risk_ratio", "value": 1.5, "outcome": BETTER}),
    ("against-interval", {"finding": "no_important_difference", "measure": "risk_ratio", "value": 0.5, "ci_low": 0.4,
                          "ci_high": 0.7}),
    ("against-form", {"finding": "harm", "measure": "nnt_benefit", "value": 9,
                      "code": {"form": "harm", "events": ["nausea"]}}),
])  # fmt: skip
def test_what_cannot_both_be_so_is_refused_with_fields_and_cure_in_every_language(kind: str, given: Any) -> None:
    [fault] = faults(**given)
    assert fault.kind == kind and "correct" in fault and "`" in fault  # type: ignore[attr-defined]
    said = {told(fault, messages_in(tag)).text for tag in LANGUAGES}
    assert len(said) == len(LANGUAGES) and not any("nnt_" in text or "no_important" in text for text in said)


@pytest.mark.parametrize("given", [
    {"finding": "benefit", "measure": "risk_ratio", "value": 0.9, "ci_low": 0.7, "ci_high": 1.1, "outcome": WORSE},
    {"finding": "no_important_difference", "measure": "risk_ratio", "value": 0.95, "ci_low": 0.92, "ci_high": 0.98},
    {"finding": "no_important_difference", "measure": "mean_difference", "value": -3.0, "ci_low": -5.0,
     "ci_high": -1.0},
    {"finding": "insufficient", "measure": "risk_ratio", "value": 0.5, "ci_low": 0.4, "ci_high": 0.7},
    {"finding": "harm", "measure": "risk_ratio", "value": 1.5, "state": "draft", "outcome": BETTER},
])  # fmt: skip
def test_what_a_source_may_well_say_is_not_refused(given: Any) -> None:
    assert faults(**given) == []


def test_no_shipped_card_contradicts_itself() -> None:
    library = load_library()
    assert contradictions(library.cards.values(), library.terminology) == []


def test_a_claim_that_contradicts_itself_is_not_accepted(tmp_path: Path) -> None:
    opened = drafted(tmp_path, DRAFT.replace("change: lower", "change: higher"))
    with pytest.raises(CardError, match=r"`code.change` higher says otherwise than the numbers"):
        accept(opened, "pain", Hand("Kari", DAY))
