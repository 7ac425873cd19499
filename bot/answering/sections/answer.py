"""The short answer to each thing that was asked, verdict first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from bot.answering.answer import Block
from bot.answering.composition import Composition
from bot.answering.levels import compared
from bot.answering.quoting import quotation
from bot.answering.select import Part
from retrieval.ask import Because

MOST_WORDS = 90
"""Words that the safety and the short answers fill at the most, beyond the first sentence of each ask."""

EXCESS = 20
"""Words beyond that which the nearest further fact may take, so that a shorter one farther off does not replace it."""


def section(composition: Composition) -> list[Block]:
    """One paragraph for each ask that the sources answer; where there are several, each says what it answers."""
    owed = {reference for part in composition.plan.answers(Because.OWED) for reference in part.short}
    quoted_as_owed = {unit for part in composition.plan.answers(Because.OWED) for unit in part.quoted}
    parts: list[tuple[Part, list[str]]] = []
    said = owed | quoted_as_owed
    for part in composition.plan.answers(Because.TYPED, Because.CARRIED):
        new = [reference for reference in part.short if reference not in said]
        said.update(new)
        if new:
            comparison = [compared(part, composition)] if part.ask.level else []
            parts.append((part, [*comparison, *map(composition.say, new)]))
        elif not part.short and (units := tuple(unit for unit in part.quoted if unit not in said)):
            said.update(units)
            if quoted := quotation(part.model_copy(update={"quoted": units}), composition):
                parts.append((part, [quoted]))
    if not composition.urgent:
        _fill(parts, said, _words(map(composition.sentence, owed)), composition)
    kind: Literal["paragraph", "short"] = "paragraph" if composition.urgent else "short"
    beside = [] if composition.urgent else _beside(composition, said)
    labels = [_label(part, composition) if len(parts) > 1 and not composition.urgent else "" for part, _ in parts]
    return [
        *(
            Block(kind=kind, label=label, text=" ".join(sentences))
            for label, (_, sentences) in zip(labels, parts, strict=True)
        ),
        *beside,
    ]


def _beside(composition: Composition, said: set[str]) -> list[Block]:
    """What documents of a later date than the claims add to them, below the claims."""
    blocks = []
    for part in composition.plan.answers(Because.TYPED, Because.CARRIED):
        units = tuple(unit for unit in part.quoted if part.short and unit not in said)
        said.update(units)
        if text := quotation(part.model_copy(update={"quoted": units}), composition) if units else "":
            blocks.append(Block(kind="paragraph", text=text))
    return blocks


def _fill(parts: list[tuple[Part, list[str]]], said: set[str], used: int, composition: Composition) -> None:
    """Add what the room before the fold still holds: the numbers behind each verdict, then further facts.

    Further claims on an effect stay below the fold: beside the verdict they would be read as equals of it. Where
    several things were asked, each has its verdict, and further facts would part them.
    """
    used += sum(_words(sentences) for _, sentences in parts)
    for part, sentences in parts:
        for reference in part.short:
            line = composition.numbers_line(reference)
            if line and used + _words([line]) <= MOST_WORDS:
                used += _words([line])
                sentences.append(composition.numbers_of(reference) + ".")
    for part, sentences in parts if len(parts) == 1 else ():
        for place, reference in enumerate(part.beside):
            words = _words([composition.sentence(reference)])
            room = MOST_WORDS if place else MOST_WORDS + EXCESS
            told = {composition.sentence(other) for other in said if other in composition.library.claims}
            if reference not in said and composition.sentence(reference) not in told and used + words <= room:
                used += words
                said.add(reference)
                sentences.append(composition.say(reference))


def _label(part: Part, composition: Composition) -> str:
    return composition.messages.format(f"intent-{part.ask.intent}") + ":"


def _words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)
