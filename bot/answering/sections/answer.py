"""The short answer to each thing that was asked, verdict first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.answering.answer import Block
from bot.answering.composition import Composition
from bot.answering.levels import compared
from bot.answering.quoting import quotation
from bot.answering.select import Part
from bot.answering.sentences import comparison
from retrieval.ask import Because

MOST_WORDS = 90
"""Words that the safety and the short answers fill at the most, beyond the first sentence of each ask."""

EXCESS = 20
"""Words beyond that which the nearest further fact may take, so that a shorter one farther off does not replace it."""


class _Told(NamedTuple):
    """A part of the plan with the sentences that answer it."""

    part: Part
    sentences: list[str]


def section(composition: Composition) -> list[Block]:
    """One paragraph for each ask that the sources answer; where there are several, each says what it answers."""
    owed_parts = composition.plan.answers(Because.OWED)
    owed = {reference for part in owed_parts for reference in part.short}
    said = owed.union(*(part.quoted for part in owed_parts))
    told = _answers(composition, said)
    if composition.urgent:
        return [Block(kind="paragraph", text=" ".join(one.sentences)) for one in told]
    _fill(told, said, _words(map(composition.sentence, owed)), composition)
    labels = [_label(one.part, composition) if len(told) > 1 else "" for one in told]
    short = [
        Block(kind="short", label=label, text=" ".join(one.sentences)) for label, one in zip(labels, told, strict=True)
    ]
    return [*short, *_beside(composition, said)]


def _answers(composition: Composition, said: set[str]) -> list[_Told]:
    """What answers each ask: its claims, or else what is quoted, as far as nothing before says it; `said` grows."""
    told = []
    parts = composition.plan.answers(Because.TYPED, Because.CARRIED)
    for place, part in enumerate(parts):
        later = {
            reference
            for other in parts[place + 1 :]
            for reference in other.short
            if _is_of_kind(reference, other, composition) and not _is_of_kind(reference, part, composition)
        }
        if part.short and later.issuperset(part.short):
            continue  # all of it stands below, under its own label
        new = [reference for reference in (part.short or part.quoted) if reference not in said | later]
        said.update(new)
        sentences = _in_words(part, new, composition) if new else []
        if sentences:
            told.append(_Told(part, sentences))
    return told


def _is_of_kind(reference: str, part: Part, composition: Composition) -> bool:
    """Whether a claim is of the kind that a part is asked for: the good a medicine does is none of its harms."""
    claim = composition.library.claims[reference][1]
    return part.ask.intent in (claim.intent, *claim.also)


def _in_words(part: Part, new: Sequence[str], composition: Composition) -> list[str]:
    """The sentences that say these claims, or quote these units where a part has no claims."""
    if part.short:
        comparison = [compared(part, composition)] if part.ask.level else []
        return [*comparison, *map(composition.say, new)]
    quoted = quotation(part.model_copy(update={"quoted": tuple(new)}), composition)
    return [quoted] if quoted else []


def _beside(composition: Composition, said: set[str]) -> list[Block]:
    """What documents of a later date than the claims add to them, below the claims."""
    blocks = []
    for part in composition.plan.answers(Because.TYPED, Because.CARRIED):
        units = tuple(unit for unit in part.quoted if part.short and unit not in said)
        said.update(units)
        if text := quotation(part.model_copy(update={"quoted": units}), composition) if units else "":
            blocks.append(Block(kind="paragraph", text=text))
    return blocks


def _fill(parts: list[_Told], said: set[str], used: int, composition: Composition) -> None:
    """Add what the room before the fold still holds: the numbers behind each verdict, then further facts.

    Further claims on an effect stay below the fold: beside the verdict they would be read as equals of it. Where
    several things were asked, each has its verdict, and further facts would part them.
    """
    used += sum(_words(sentences) for _, sentences in parts)
    for part, sentences in parts:
        used += _add_numbers(part, sentences, MOST_WORDS - used, composition)
    for part, sentences in parts if len(parts) == 1 else ():
        _add_beside(part, sentences, said, used, composition)


def _add_numbers(part: Part, sentences: list[str], room: int, composition: Composition) -> int:
    """Add the numbers behind each verdict, as far as there is room; the words they take."""
    used = 0
    for reference in part.short:
        line = composition.numbers_line(reference)
        is_new = line not in {statement.text for statement in composition.statements}
        if line and is_new and used + _words([line]) <= room:
            used += _words([line])
            place = _place(reference, part, sentences, composition)
            sentences.insert(place, composition.numbers_of(reference) + ".")
    return used


def _add_beside(part: Part, sentences: list[str], said: set[str], used: int, composition: Composition) -> None:
    """Add the further facts of a part for which there is room."""
    for place, reference in enumerate(part.beside):
        words = _words([composition.sentence(reference)])
        room = MOST_WORDS if place else MOST_WORDS + EXCESS
        told = {composition.sentence(other) for other in said if other in composition.library.claims}
        if reference not in said and composition.sentence(reference) not in told and used + words <= room:
            used += words
            said.add(reference)
            sentences.append(composition.say(reference))


def _place(reference: str, part: Part, sentences: Sequence[str], composition: Composition) -> int:
    """Where the numbers of a claim stand: behind all sentences, but right behind its own where the part tells of
    several comparisons, for nothing else tells whose they are."""
    claims = composition.library.claims
    several = len({comparison(claims[one][1]) for one in part.short}) > 1
    own = composition.say(reference)
    return sentences.index(own) + 1 if several and own in sentences else len(sentences)


def _label(part: Part, composition: Composition) -> str:
    return composition.messages.format(f"intent-{part.ask.intent}") + ":"


def _words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)
