"""What reads messages: the names of the terminology, the facts of a patient, and what is asked. Built once."""

from __future__ import annotations

from bot.reading.asks import Asked, asked_in
from bot.reading.facts import Facts, patient_facts
from bot.reading.intent import load_intent_model
from bot.reading.message import Message
from bot.reading.shorthand import message_of
from bot.safety.danger import QuestionVectors
from knowledge.terminology.analytes import Analytes
from knowledge.terminology.linking import Recogniser


class Reader:
    """Reads a message once; everything after works on what it gives."""

    def __init__(self, recogniser: Recogniser, analytes: Analytes, encoder: QuestionVectors | None = None) -> None:
        """`encoder` helps to tell what is asked; without one it is told by words alone."""
        self._recogniser = recogniser
        self._analytes = analytes
        self._encoder = encoder
        self._model = load_intent_model()

    def message(self, text: str, language: str) -> Message:
        """The message with the names in it."""
        return message_of(text, language, self._recogniser)

    def asks(self, message: Message) -> Asked:
        """What it asks, each with the words that ask it, and the clauses that ask."""
        return asked_in(message, model=self._model, terminology=self._recogniser.terminology, encoder=self._encoder)

    def facts(self, message: Message) -> Facts:
        """What it says of the patient."""
        return patient_facts(message, self._recogniser.terminology, self._analytes)
