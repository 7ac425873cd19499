"""The patient as understood, in one line, where facts were given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answering.answer import Block
from bot.answering.composition import Composition
from bot.answering.levels import value_in_words
from bot.answering.messages import Messages, sentence_case
from bot.reading.model import Patient
from retrieval.ask import Ask, Because

MOST_NAMED = 4
"""Conditions and medicines named; a longer list is one nobody reads at night."""


def section(composition: Composition) -> list[Block]:
    """The facts that were stated, and what the reply is about."""
    plan = composition.plan
    if composition.urgent or plan.patient.is_empty:
        return []
    asked = [part.ask for part in plan.parts if part.ask.because is not Because.OWED][:1]
    facts = list(facts_in_words(plan.patient, asked, composition))
    if not facts or facts == list(_who(Patient(sex=plan.patient.sex), composition.messages)):
        return []  # "in pregnant women" tells of a group; of a patient it would say no more than the sex
    subject = [composition.labels((*ask.medicines, *ask.conditions)) for ask in asked]
    line = " · ".join([sentence_case(", ".join(facts)), *filter(None, subject)])
    return [Block(kind="paragraph", text=line, section="patient")]


def facts_in_words(patient: Patient, asked: Sequence[Ask], composition: Composition) -> Iterator[str]:
    """Each fact in a few words, in the order a ward would give them; what is asked about stands behind them."""
    messages = composition.messages
    yield from _who(patient, messages)
    if patient.pregnant:
        yield messages.format("patient-pregnant-week", week=patient.week) if patient.week else messages.format(
            "patient-pregnant"
        )
    if patient.breastfeeding:
        yield messages.format("patient-breastfeeding")
    yield from _kidneys(patient, messages)
    for level in patient.levels:
        yield f"{composition.label(level.analyte)} {value_in_words(level.value, level.unit, messages)}"
    subjects = [concept for ask in asked for concept in (*ask.medicines, *ask.conditions)]
    terminology = composition.library.terminology

    def is_told_besides(concept: str) -> bool:
        return terminology.kind(concept) != "symptom" and not any(terminology.related(concept, s) for s in subjects)

    yield from map(composition.label, list(filter(is_told_besides, patient.conditions))[:MOST_NAMED])
    yield from map(composition.label, list(filter(is_told_besides, patient.medicines))[:MOST_NAMED])


def _who(patient: Patient, messages: Messages) -> Iterator[str]:
    if patient.sex:
        yield messages.format("patient-sex", sex=patient.sex)
    if patient.age is not None:
        if patient.age < 2:
            yield messages.format("patient-months", months=round(patient.age * 12))
        else:
            yield messages.format("patient-years", years=messages.number(patient.age))


def _kidneys(patient: Patient, messages: Messages) -> Iterator[str]:
    if patient.egfr is not None:
        yield f"eGFR {messages.number(patient.egfr)}"
    if patient.kidney_stage is not None:
        yield messages.format("patient-kidney-stage", stage=patient.kidney_stage)
    if patient.dialysis:
        yield messages.format("patient-dialysis")
