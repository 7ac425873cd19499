"""Of several medicines asked about at once, each that nothing is said of is named as not in the sources."""

from __future__ import annotations

from bot.answering.messages import messages_in
from bot.answering.missing import open_points
from bot.answering.select import Part, Plan
from knowledge.evidence.library import Library
from knowledge.evidence.models import Intent
from retrieval.ask import Ask

SAID = "cochrane-cd009402#pregnancy-summary"
"""A claim on magnesium alone."""


def told(library: Library, *parts: Part) -> str:
    return " ".join(open_points(Plan(parts=parts), library, messages_in("en")))


def test_a_second_medicine_is_not_passed_over_in_silence(shipped: Library) -> None:
    ask = Ask(intent=Intent.EFFICACY, medicines=("magnesium", "melatonin"), conditions=("leg_cramps",))
    said = told(shipped, Part(ask=ask, short=(SAID,)))
    assert "melatonin" in said and "magnesium" not in said


def test_a_medicine_that_another_part_of_the_answer_speaks_of_is_not_missing(shipped: Library) -> None:
    both = Ask(intent=Intent.FORMULATION, medicines=("doxycycline", "magnesium"))
    on_tetracyclines = next(
        f"{card.id}#{claim.id}" for card in shipped.cards.values() for claim in card.claims
        if "tetracyclines" in claim.concepts and "magnesium" in claim.concepts)
    interaction = Ask(intent=Intent.INTERACTIONS, medicines=("magnesium", "doxycycline"))
    assert told(shipped, Part(ask=both, short=(SAID,)), Part(ask=interaction, short=(on_tetracyclines,))) == ""


def test_an_interaction_is_asked_of_its_medicines_together(shipped: Library) -> None:
    ask = Ask(intent=Intent.INTERACTIONS, medicines=("magnesium", "melatonin"))
    assert told(shipped, Part(ask=ask, short=(SAID,))) == ""
