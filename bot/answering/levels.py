"""A measured level beside the thresholds that claims state, whatever the analyte: compared, never judged.

A value is converted by the factor of the analyte in the terminology, and both are shown; where no unit was given, or
one that cannot be converted, nothing is compared and the unit is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.answering.composition import Composition
from bot.answering.messages import Messages
from bot.answering.select import Part
from bot.reading.model import Patient
from knowledge.evidence.forms.level import Level as Threshold
from knowledge.evidence.library import Library
from knowledge.evidence.models import Intent
from knowledge.evidence.wording import unit_in_words
from knowledge.terminology.analytes import convert, load_analytes
from retrieval.ask import Ask, Because, Level

OF_LEVELS = frozenset({Intent.TOXICITY, Intent.MONITORING, Intent.DEFINITION, Intent.ADVERSE_EFFECTS})
"""Intents that a measured level answers before anything else does: "how dangerous is that?"."""
DIGITS = 3
"""Significant digits of a converted value."""


class Stated(NamedTuple):
    """A threshold that a claim states, with the measured value in its unit (None: it cannot be converted)."""

    reference: str
    threshold: Threshold
    value: float | None

    @property
    def reached(self) -> bool:
        """Whether the value lies where the claim speaks of it."""
        return self.value is not None and self.threshold.reached_by(self.value)


def thresholds_for(level: Level, library: Library) -> list[Stated]:
    """The thresholds that claims state for an analyte, the most extreme first."""
    found = [
        Stated(reference, code, _in_unit(level, code.unit))
        for reference in library.thresholds.get(level.analyte, ())
        if isinstance(code := library.claims[reference][1].code, Threshold)
    ]
    above = [stated for stated in found if stated.threshold.comparison in ("above", "at_least")]
    below = [stated for stated in found if stated not in above]
    return [
        *sorted(above, key=lambda stated: -stated.threshold.value),
        *sorted(below, key=lambda stated: stated.threshold.value),
    ]


def _may_reach(level: Level, stated: Stated) -> bool:
    """Whether a value without a unit would reach a threshold in some unit in which the analyte is reported."""
    analytes = load_analytes()
    units = analytes[level.analyte].units if level.analyte in analytes else ()
    values = (_in_unit(level.model_copy(update={"unit": unit}), stated.threshold.unit) for unit in units)
    return level.unit is None and any(value is not None and stated.threshold.reached_by(value) for value in values)


def _in_unit(level: Level, unit: str) -> float | None:
    analytes = load_analytes()
    if level.unit is None or level.analyte not in analytes:
        return None
    return convert(level.value, level.unit, unit, analytes[level.analyte])


def level_parts(patient: Patient, asks: Sequence[Ask], library: Library) -> list[Part]:
    """A part for each measured level that claims state a threshold of, and which it reaches or whose unit is open.

    One that reaches none is compared with the nearest where the level itself is asked about.
    """
    asked = any(ask.intent in OF_LEVELS for ask in asks)
    parts = []
    for level in patient.levels:
        stated = thresholds_for(level, library)
        reached = [one for one in stated if one.reached]
        open_unit = [one for one in stated if _may_reach(level, one)]
        known = [one for one in stated if one.value is not None]
        shown = reached or open_unit[-1:] or (known[-1:] if asked else [])
        if shown:
            medicine = library.claims[shown[0].reference][1].intervention
            ask = Ask(
                intent=Intent.MONITORING,
                medicines=(medicine,) if medicine else (),
                level=level,
                because=Because.OWED,
            )
            parts.append(Part(ask=ask, short=tuple(one.reference for one in shown)))
    return parts


def is_life_threatening(patient: Patient, library: Library) -> bool:
    """Whether a measured level reaches the gravest threshold that a claim states."""
    return any(
        stated.reached and stated.threshold.gravest
        for level in patient.levels
        for stated in thresholds_for(level, library)
    )


def compared(part: Part, composition: Composition) -> str:
    """What was measured beside the first threshold a part states."""
    level, messages = part.ask.level, composition.messages
    code = composition.library.claims[part.short[0]][1].code
    if level is None or not isinstance(code, Threshold):
        return ""
    measured = value_in_words(level.value, level.unit, messages)
    limit = value_in_words(code.value, code.unit, messages)
    value = _in_unit(level, code.unit)
    if value is None:
        analyte = composition.label(level.analyte)
        return messages.format("level-unit-missing", value=measured, limit=limit, analyte=analyte)
    if level.unit and level.unit.lower() != code.unit.lower():
        measured = f"{measured} ({value_in_words(float(f'{value:.{DIGITS}g}'), code.unit, messages)})"
    side = "equal" if value == code.value else "above" if value > code.value else "below"
    return messages.format(f"level-{side}", value=measured, limit=limit)


def value_in_words(value: float, unit: str | None, messages: Messages) -> str:
    """A measured value with its unit as the language writes both."""
    number = messages.number(value)
    return f"{number} {unit_in_words(unit, messages)}" if unit else number
