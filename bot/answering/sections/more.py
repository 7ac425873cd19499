"""Below the fold: the numbers behind the answer, further evidence, harms, and where the sources disagree."""

from __future__ import annotations

from bot.answering.answer import Block
from bot.answering.composition import Composition
from bot.answering.select import discrepancies


def section(composition: Composition) -> list[Block]:
    """The folded part; nothing in an emergency."""
    if composition.urgent:
        return []
    blocks = [*_evidence(composition), *_harms(composition), *_disagreements(composition)]
    return [block.model_copy(update={"section": "more", "folded": True}) for block in blocks]


def _evidence(composition: Composition) -> list[Block]:
    plan, messages = composition.plan, composition.messages
    said = {statement.text for statement in composition.statements}
    numbers = [
        composition.numbers_of(reference, folded=True)
        for reference in plan.short
        if composition.numbers_line(reference) not in said
    ]
    further = [
        composition.numbers_of(reference, folded=True) or composition.say(reference, folded=True)
        for reference in plan.evidence
        if (composition.numbers_line(reference) or composition.sentence(reference)) not in said
    ]
    bullets = [Block(kind="bullet", text=text) for text in dict.fromkeys([*filter(None, numbers), *further])]
    heading = messages.format("label-evidence" if plan.efficacy else "label-more")
    return [Block(kind="heading", text=heading), *bullets] if bullets else []


def _harms(composition: Composition) -> list[Block]:
    harms = [reference for reference in composition.plan.harms if reference not in composition.plan.short]
    if not harms:
        return []
    text = " ".join(composition.say(reference, folded=True) for reference in harms)
    return [Block(kind="paragraph", label=composition.messages.format("label-harms"), text=text)]


def _disagreements(composition: Composition) -> list[Block]:
    differing = discrepancies(composition.plan, composition.library)
    texts = [composition.say_difference(reference, folded=True) for reference in differing]
    label = composition.messages.format("label-conflict")
    return [Block(kind="paragraph", label=label if n == 0 else "", text=text) for n, text in enumerate(texts)]
