"""What the patient suffers from besides neither hides what is known of the medicine nor goes unsaid."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answering.answer import Answer
from bot.answering.messages import messages_in
from bot.answering.missing import unstudied_diseases
from bot.answering.select import Part, Plan
from bot.reading.model import Patient
from knowledge.evidence.library import Library
from knowledge.evidence.models import Intent
from retrieval.ask import Ask as AskInCodes

Ask = Callable[..., Answer]
OF_ANY_DISEASE = "cochrane-cd009402#disease-no-studies"
HELPS = {
    "en": "72-year-old with COPD and leg cramps. Does magnesium help?",
    "nb": "Mann 72 med KOLS og leggkramper. Hjelper magnesium?",
    "nn": "Mann 72 med KOLS og leggkrampar. Hjelper magnesium?",
    "da": "Mand 72 med KOL og lægkramper. Hjælper magnesium?",
    "sv": "Man 72 med KOL och vadkramper. Hjälper magnesium?",
    "nl": "Man, 72 jaar, COPD en kuitkrampen. Helpt magnesium?",
    "de": "Patient, 72 Jahre, COPD und Wadenkrämpfe. Hilft Magnesium?",
    "fi": "Mies 72 v, keuhkoahtaumatauti ja pohjekrampit. Auttaako magnesium?",
}


@pytest.mark.parametrize("language", HELPS)
def test_the_effect_is_told_and_that_the_other_disease_is_not_considered(
    ask: Ask, shipped: Library, language: str
) -> None:
    answer = ask(HELPS[language], language=language)
    assert answer.status == "answered"
    disease = shipped.terminology.label("copd", language)
    not_considered = messages_in(language).format("nothing-on-disease", conditions=disease)
    assert not_considered in [block.text for block in answer.shown]


@pytest.mark.parametrize("text", ["Patient with myasthenia gravis. Is magnesium safe?"])
def test_whether_a_medicine_is_safe_in_a_disease_is_never_answered_without_it(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert (answer.status, answer.statements) == ("not_covered", ())
    assert "myasthenia" in answer.text.lower()


LISTED = {
    "en": "Does magnesium help against migraine or leg cramps?",
    "nb": "Hjelper magnesium mot migrene og leggkramper?",
    "nn": "Hjelper magnesium mot migrene og leggkrampar?",
    "da": "Hjælper magnesium mod migræne og lægkramper?",
    "sv": "Hjälper magnesium mot migrän och vadkramper?",
    "nl": "Helpt magnesium tegen migraine en kuitkrampen?",
    "de": "Hilft Magnesium bei Migräne und Wadenkrämpfen?",
    "fi": "Auttaako magnesium migreeniin ja pohjekramppeihin?",
}


@pytest.mark.parametrize("language", LISTED)
def test_each_complaint_of_a_list_is_answered_or_named_as_missing(ask: Ask, shipped: Library, language: str) -> None:
    answer = ask(LISTED[language], language=language)
    assert answer.status == "answered" and answer.plan
    asked = [(part.ask.conditions, part.answered) for part in answer.plan.parts]
    assert asked == [(("migraine",), False), (("leg_cramps",), True)]
    assert shipped.terminology.label("migraine", language).lower() in answer.text.lower()


def test_a_sentence_below_the_fold_does_not_stand_for_saying_it(shipped: Library) -> None:
    ask = AskInCodes(intent=Intent.EFFICACY, medicines=("magnesium",), conditions=("copd", "leg_cramps"))
    part = Part(ask=ask, short=("cochrane-cd009402#older-conclusion",), evidence=(OF_ANY_DISEASE,))
    plan = Plan(parts=(part,), patient=Patient(conditions=("copd", "leg_cramps")))
    messages = messages_in("en")
    assert len(unstudied_diseases(plan, shipped, messages)) == 1
    said = plan.model_copy(update={"parts": (part.model_copy(update={"short": (OF_ANY_DISEASE,)}),)})
    assert unstudied_diseases(said, shipped, messages) == []
