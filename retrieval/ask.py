"""The Ask: one thing an enquiry wants to know, in codes. Everything after the reading works on asks, never on text."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Literal

from pydantic import AliasChoices, Field, model_validator

from knowledge.evidence.models import Frozen, Intent


class Because(StrEnum):
    """Why an ask stands in a reading."""

    TYPED = "typed"
    """The message asks it."""
    CARRIED = "carried"
    """The message leaves it unsaid, and the conversation so far says it."""
    OWED = "owed"
    """Nobody typed it: a fact of the patient meets a medicine asked about."""


class Level(Frozen):
    """A measured value: what was measured, how much, and the unit as typed (None: none was)."""

    analyte: str
    """Concept id of the analyte, such as `creatinine`."""
    value: float
    unit: str | None = None


class Ask(Frozen):
    """One thing that is wanted. Facets left open are empty; ids are those of the terminology and of substances."""

    intent: Intent
    medicines: tuple[str, ...] = ()
    """What the question is about; for a class that was asked about, the class."""
    beside: tuple[str, ...] = Field(default=(), validation_alias=AliasChoices("beside", "with"))
    """The other side of an interaction: medicines, herbs or foods."""
    conditions: tuple[str, ...] = ()
    populations: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    """Everything else that was recognised: symptoms, forms, topics; they raise a claim, and never exclude one."""
    instead_of: tuple[str, ...] = ()
    """Medicines that another treatment is asked for; they are not among `medicines`."""
    cards: tuple[str, ...] = ()
    """Sources the question names."""
    level: Level | None = None
    direction: Literal["helps", "causes"] | None = None
    """Whether it is about relief or about harm done, where the wording shows that."""
    because: Because = Because.TYPED

    @model_validator(mode="before")
    @classmethod
    def one_condition(cls, value: Any) -> Any:
        """`condition`, as the contract has it, is a list of one; `answered` says nothing of what is asked."""
        if not isinstance(value, dict):
            return value
        given = {name: field for name, field in value.items() if name != "answered"}
        condition = given.pop("condition", None)
        return {"conditions": (condition,), **given} if condition else given

    @property
    def concepts(self) -> tuple[str, ...]:
        """Every concept it names."""
        named = (
            *self.medicines, *self.beside, *self.conditions, *self.populations, *self.routes, *self.outcomes,
            *self.topics,
        )  # fmt: skip
        return tuple(dict.fromkeys(named))

    @property
    def names_nothing(self) -> bool:
        """Whether it names neither a concept nor a source, so that nothing can be searched for."""
        return not (self.concepts or self.instead_of or self.cards)

    def contract_json(self) -> dict[str, Any]:
        """The ask as the contract's JSON object; what the contract does not name stands only where it is set."""
        more = self.model_dump(
            mode="json",
            exclude_defaults=True,
            include={"routes", "outcomes", "topics", "instead_of", "cards", "level", "direction"},
        )
        further = {"conditions": list(self.conditions)} if len(self.conditions) > 1 else {}
        return {
            "intent": self.intent.value,
            "medicines": list(self.medicines),
            "with": list(self.beside),
            "condition": self.conditions[0] if self.conditions else None,
            "populations": list(self.populations),
            "because": self.because.value,
            **more,
            **further,
        }
