"""Safety that meets this patient: what the sources say of the facts that were stated, before anything else."""

from __future__ import annotations

from bot.answering.answer import Block
from bot.answering.composition import Composition
from bot.answering.levels import compared
from bot.answering.quoting import quotation
from retrieval.ask import Because


def section(composition: Composition) -> list[Block]:
    """One paragraph for each owed ask that the sources answer; a measured level is compared in words first.

    What a document says of it is quoted.
    """
    blocks = []
    for part in composition.plan.answers(Because.OWED):
        said = [compared(part, composition)] if part.ask.level else []
        said += [composition.say(reference) for reference in part.short]
        said += [quotation(part, composition)] if part.quoted else []
        blocks.append(Block(kind="short", text=" ".join(filter(None, said)), section="safety"))
    return blocks
