"""The next questions offered under an answer: a button, and the question it stands for, in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Option
from bot.messages import Messages, sentence_case
from knowledge.concepts import Terminology
from knowledge.library import Library
from knowledge.models import Intent
from retrieval.matching import INDICATIONS
from retrieval.query import Query

MOST_OPTIONS = 5
DEFAULT_MEDICINE, DEFAULT_CONDITION = "magnesium", "leg_cramps"


class OptionMaker:
    """Makes options in one language."""

    def __init__(self, messages: Messages, library: Library) -> None:
        self._messages = messages
        self._library = library

    def _option(self, name: str, ask: str, **concepts: str) -> Option:
        terminology = self._library.terminology
        slots = {key: terminology.name(value, self._messages.language).label for key, value in concepts.items()}
        if "population" in concepts:
            slots["population"] = terminology.name(concepts["population"], self._messages.language).phrase
        return Option(
            label=sentence_case(self._messages.format(f"option-{name}", **slots)),
            question=self._messages.format(f"ask-{ask}", **slots),
        )

    def about_medicine(self, medicine: str, *, without: Sequence[str] = ()) -> list[Option]:
        """What can be asked of a medicine the library knows."""
        asked = {"efficacy": "leg_cramps", "efficacy-rls": "restless_legs"}
        names = [*asked, "adverse_effects", "interactions", "contraindications", "dosage", "toxicity"]
        options = [
            self._option("efficacy", "efficacy", medicine=medicine, condition=asked[name])
            if name in asked
            else self._option(name, name, medicine=medicine)
            for name in names
            if name not in without
        ]
        return options[:MOST_OPTIONS]

    def about_condition(self, condition: str) -> list[Option]:
        """What can be asked of cramps or restless legs."""
        return [
            self._option("efficacy", "efficacy", medicine=DEFAULT_MEDICINE, condition=condition),
            self._option("treatment", "treatment", condition=condition),
            self._option("medicines-causing", "medicines-causing", condition=condition),
            self._option("definition", "definition", condition=condition),
        ]

    def about_population(self, population: str) -> list[Option]:
        """What can be asked of a group of people."""
        slots = {"medicine": DEFAULT_MEDICINE, "condition": DEFAULT_CONDITION, "population": population}
        return [
            self._option("population", "population", **slots),
            self._option("adverse_effects", "adverse_effects", medicine=DEFAULT_MEDICINE),
        ]

    def starting(self) -> list[Option]:
        """Where nobody knows what is meant: what the library is best at."""
        return [
            self._option("efficacy", "efficacy", medicine=DEFAULT_MEDICINE, condition="leg_cramps"),
            self._option("efficacy", "efficacy", medicine=DEFAULT_MEDICINE, condition="restless_legs"),
            self._option("adverse_effects", "adverse_effects", medicine=DEFAULT_MEDICINE),
            self._option("toxicity", "toxicity", medicine=DEFAULT_MEDICINE),
        ]

    def following(self, query: Query) -> list[Option]:
        """What a reader of this answer is likely to want next."""
        terminology = self._library.terminology
        options: list[Option] = []
        intent = query.intents[0] if query.intents else None
        cramps = any(terminology.covers("muscle_cramps", condition) for condition in query.conditions)
        if intent in (Intent.EFFICACY, None) and cramps:
            condition = next(c for c in query.conditions if terminology.covers("muscle_cramps", c))
            for population in ("pregnant", "older_adults"):
                if not any(terminology.related(population, asked) for asked in query.populations):
                    options.append(
                        self._option(
                            "population",
                            "population",
                            medicine=DEFAULT_MEDICINE,
                            condition=condition,
                            population=population,
                        )
                    )
            options.append(self._option("trials", "trials", medicine=DEFAULT_MEDICINE, condition=condition))
        without = {Intent.EFFICACY: ["efficacy", "efficacy-rls"]}.get(intent, [str(intent)]) if intent else []
        options += self.about_medicine(DEFAULT_MEDICINE, without=["efficacy", "efficacy-rls", "dosage", *without])
        options = options[: MOST_OPTIONS - 1]
        options.append(self._option("sources", "sources"))
        return options


def is_indication(concept: str, terminology: Terminology) -> bool:
    """Whether the concept is something magnesium is taken for."""
    return any(terminology.covers(wide, concept) for wide in INDICATIONS)
