"""What is not in the sources, each thing by name: asks without an answer, and words that were not understood."""

from __future__ import annotations

from bot.answering.answer import Block
from bot.answering.composition import Composition
from bot.answering.missing import open_points


def section(composition: Composition) -> list[Block]:
    """One sentence on all that was asked and is not in the sources, one on what was not understood."""
    if composition.urgent:
        return []
    messages, plan = composition.messages, composition.plan
    texts = open_points(plan, composition.library, messages)
    if plan.not_understood:
        words = messages.list([messages.format("quoted", text=word) for word in plan.not_understood])
        texts.append(messages.format("not-understood", words=words))
    return [Block(kind="paragraph", text=" ".join(texts), section="not_in_sources")] if texts else []
