"""A message read into the form of the contract: the facts of the patient, what is asked, whether it is urgent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.answering.messages import FALLBACK_LANGUAGE
from bot.reading.asks import read_asks
from bot.reading.facts import patient_facts
from bot.reading.intent import IntentModel
from bot.reading.language import Detector
from bot.reading.message import Message
from bot.reading.model import Patient
from bot.reading.populations import CONTRACT_NAMES
from bot.reading.shorthand import message_of
from bot.safety.danger import QuestionVectors, assess
from bot.safety.deidentify import redact
from bot.safety.toxic_signs import ToxicSigns
from knowledge.terminology.analytes import Analytes
from knowledge.terminology.concepts import Terminology
from knowledge.terminology.linking import Recogniser
from retrieval.ask import Ask

LABEL_LANGUAGE = "en"
"""The contract names everything in English."""


class Reader:
    """Whatever reading a message needs, loaded once."""

    def __init__(
        self,
        recogniser: Recogniser,
        detector: Detector,
        analytes: Analytes,
        model: IntentModel,
        encoder: QuestionVectors | None = None,
        toxic_signs: ToxicSigns | None = None,
    ) -> None:
        """`encoder` and `toxic_signs` help to recognise danger, as in the assistant; `encoder` also what is asked."""
        self.recogniser = recogniser
        self.model = model
        self.detector = detector
        self.analytes = analytes
        self.encoder = encoder
        self.toxic_signs = toxic_signs

    @property
    def terminology(self) -> Terminology:
        """The concepts that messages are read into."""
        return self.recogniser.terminology

    def read(self, text: str, language: str | None = None) -> dict[str, Any]:
        """How a message is understood, in the form of the contract; `language` is a hint. Identifiers go first.

        Danger is looked for in the message as it was typed, so that it is found although redacting failed.
        """
        shown = redact(text).text
        detected = self.detector.detect(shown, language)
        spoken = detected.language if detected.supported else FALLBACK_LANGUAGE
        urgent = assess(text, spoken, self.encoder, self.toxic_signs) is not None
        message = message_of(shown, spoken, self.recogniser)
        facts = patient_facts(message, self.terminology, self.analytes)
        asks = read_asks(message, model=self.model, terminology=self.terminology, encoder=self.encoder)
        return {
            "needs": [need_json(ask, facts.populations, self.terminology) for ask in asks],
            "patient": patient_json(facts.patient, self.terminology),
            "urgent": urgent,
            "medicines_mentioned": medicines_mentioned(message, self.terminology),
            "populations": [CONTRACT_NAMES[group] for group in facts.populations],
            "negated": [self.terminology.label(concept, LABEL_LANGUAGE) for concept in facts.denied],
            "not_understood": list(facts.not_understood),
        }


def _inns(medicines: Iterable[str], terminology: Terminology) -> list[str]:
    """The English names of medicines, once each; classes are none."""
    return list(dict.fromkeys(terminology.inn(name) for name in medicines if not terminology.is_class(name)))


def medicines_mentioned(message: Message, terminology: Terminology) -> list[str]:
    """Every medicine of the message by its English name, once each."""
    return _inns((mention.concept for mention in message.mentions if mention.kind == "medicine"), terminology)


def need_json(ask: Ask, populations: Iterable[str], terminology: Terminology) -> dict[str, Any]:
    """One ask in the form of `eval/enquiries/README.md`; `populations` are those of the whole message."""
    need: dict[str, Any] = {
        "intent": str(ask.intent),
        "medicines": _inns(ask.medicines, terminology),
        "with": _inns(ask.beside, terminology),
        "condition": terminology.label(ask.conditions[0], LABEL_LANGUAGE) if ask.conditions else None,
        "population": [CONTRACT_NAMES[group] for group in populations],
    }
    classes = [terminology.label(name, LABEL_LANGUAGE) for name in ask.medicines if terminology.is_class(name)]
    return need | ({"classes": classes} if classes and not need["medicines"] else {})


def _whole(number: float | None) -> float | None:
    """A number as people write it: 82, not 82.0."""
    return int(number) if number is not None and number.is_integer() else number


def patient_json(patient: Patient, terminology: Terminology) -> dict[str, Any]:
    """The facts of a patient in the form of `eval/enquiries/README.md`: null and empty mean that nothing was stated."""
    labs: dict[str, Any] = {level.analyte: _whole(level.value) for level in patient.levels}
    if patient.weight_kg is not None:
        labs["weight_kg"] = _whole(patient.weight_kg)
    shown: dict[str, Any] = {
        "age": _whole(patient.age),
        "sex": patient.sex,
        "pregnant": patient.pregnant,
        "breastfeeding": patient.breastfeeding,
        "egfr": _whole(patient.egfr),
        "conditions": [terminology.label(concept, LABEL_LANGUAGE) for concept in patient.conditions],
        "medicines": _inns(patient.medicines, terminology),
        "labs": labs,
    }
    further = {"age_decade": patient.age_decade, "week": patient.week, "kidney_stage": patient.kidney_stage}
    return shown | {name: value for name, value in further.items() if value is not None}
