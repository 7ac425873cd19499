"""What an editor is to be told of the codes of claims beyond what makes a card unreadable."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.evidence.faults import Fault
from knowledge.evidence.forms.contraindication import Contraindication
from knowledge.evidence.forms.level import Threshold
from knowledge.evidence.models import Card, Claim
from knowledge.terminology.analytes import load_analytes
from knowledge.terminology.concepts import Terminology

MOST_QUOTED_WORDS = 8
"""How many of a source's own words a reviewed card may use in the place of a concept."""


def long_quotations(cards: Iterable[Card]) -> list[str]:
    """Quotations in reviewed cards that are longer than a name has to be."""
    return [
        Fault(
            f"{card.id}.yaml: claim `{claim.id}`: quotes {len(quote.text.split())} words in the place of a concept; "
            f"use at most {MOST_QUOTED_WORDS} or add the concept to knowledge/terminology",
            "long-quotation", claim=claim.id, text=quote.text, words=len(quote.text.split()), most=MOST_QUOTED_WORDS,
        )
        for card in cards
        if card.review_state == "reviewed"
        for claim in card.claims
        if claim.code
        for quote in claim.code.quotes
        if len(quote.text.split()) > MOST_QUOTED_WORDS
    ]


def unknown_analytes(cards: Iterable[Card], terminology: Terminology) -> list[str]:
    """Thresholds of what neither terminology nor laboratory knows, so that no patient's value could meet them."""
    return [
        Fault(
            f"{card.id}.yaml: claim `{claim.id}`: unknown analyte `{threshold.analyte}`; "
            "add it to knowledge/terminology/laboratory or correct it",
            "unknown-analyte", claim=claim.id, analyte=threshold.analyte,
        )
        for card in cards
        for claim in card.claims
        if (threshold := _threshold(claim))
        and threshold.analyte not in terminology
        and threshold.analyte not in load_analytes()
    ]


def _threshold(claim: Claim) -> Threshold | None:
    """The value that a patient's is compared with: that of a level, or the one that marks who is warned."""
    if isinstance(claim.code, Contraindication):
        return claim.code.level
    return claim.code if isinstance(claim.code, Threshold) else None
