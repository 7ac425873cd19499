"""Below the fold: the numbers behind the answer, further evidence, harms, and where the sources disagree."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Block
from bot.answering.composition import Composition
from bot.answering.select import discrepancies
from bot.answering.sentences import comparison


def section(composition: Composition) -> list[Block]:
    """The folded part; nothing in an emergency."""
    if composition.urgent:
        return []
    blocks = [*_evidence(composition), *_harms(composition), *_disagreements(composition)]
    return [block.model_copy(update={"section": "more", "folded": True}) for block in blocks]


def _evidence(composition: Composition) -> list[Block]:
    plan, messages = composition.plan, composition.messages
    unsaid = [one for one in plan.short if composition.numbers_line(one) and not _is_said(one, composition)]
    further = [one for one in plan.evidence if one not in plan.harms and not _is_said(one, composition)]
    bullets = [Block(kind="bullet", text=text) for text in dict.fromkeys(_in_lines([*unsaid, *further], composition))]
    heading = messages.format("label-evidence" if plan.efficacy else "label-more")
    return [Block(kind="heading", text=heading), *bullets] if bullets else []


def _is_said(reference: str, composition: Composition) -> bool:
    """Whether the numbers of a claim stand in the reply, or its sentence where it has none."""
    said = {statement.text for statement in composition.statements}
    return (composition.numbers_line(reference) or composition.sentence(reference)) in said


def _in_lines(references: Sequence[str], composition: Composition) -> list[str]:
    """Claims in a line each: their numbers, with the sentence before them where they are not on what the line above, or
    all that is said before the fold, is on.

    "Mortality: risk ratio 0.9" below a verdict on placebo must not be what was found against another medicine.
    """
    claims = composition.library.claims

    def on(reference: str) -> tuple[object, ...]:
        card, claim = claims[reference]
        return card.id, *comparison(claim)

    told = {on(reference) for reference in composition.plan.short}
    above = next(iter(told)) if len(told) == 1 else None
    lines = []
    for reference in _with_the_like(references, composition):
        line = composition.numbers_of(reference, folded=True)
        sentence = "" if line and above == on(reference) else composition.say(reference, folded=True)
        lines.append(" ".join(part for part in (sentence, line) if part))
        above = on(reference)
    return lines


def _with_the_like(references: Sequence[str], composition: Composition) -> list[str]:
    """The claims with those of one card that compare the same in the same people behind the first of them."""
    claims = composition.library.claims
    groups: dict[object, list[str]] = {}
    for reference in references:
        card, claim = claims[reference]
        groups.setdefault((card.id, comparison(claim)), []).append(reference)
    return [reference for group in groups.values() for reference in group]


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
