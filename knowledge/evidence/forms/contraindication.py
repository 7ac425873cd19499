"""Contraindications: who should not take a medicine, or not without advice, and who is the exception."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from knowledge.evidence.faults import Fault
from knowledge.evidence.forms.base import Facets, Form, Names, Part, without_intervention
from knowledge.evidence.forms.level import Threshold
from knowledge.evidence.vocabulary import ConceptId

Strength = Literal["do_not", "ask_first", "caution", "except"]
"""`do_not`: should not take it; `ask_first`: not before asking a doctor; `caution`: may not be safe; `except`: the
source calls the medicine harmless at usual doses, but not for these people."""


class Contraindication(Form):
    """A warning for the people in the claim's conditions and populations (any one of the conditions is enough)."""

    form: Literal["contraindication"] = "contraindication"
    implied: ClassVar[Mapping[str, Any]] = {
        "intent": "contraindications", "finding": "descriptive", "certainty": "not_graded",
    }
    strength: Strength
    severe_only: bool = False
    """Whether only a severe form of the condition is meant."""
    reasons: tuple[ConceptId, ...] = ()
    """What the source fears, such as bleeding."""
    level: Threshold | None = None
    """A measured value that marks these people, such as an eGFR."""

    @property
    def named(self) -> tuple[ConceptId, ...]:
        """What is feared."""
        return self.reasons

    @property
    def message(self) -> str:
        """One template a strength."""
        return f"contraindication-{self.strength}"

    def parts(self) -> Mapping[str, Part]:
        """The reason, if any, and whether only the severe form counts."""
        return {"reasons": Names(self.reasons), "severe": "yes" if self.severe_only else "no"}

    def fault(self, facets: Facets) -> str:
        """A warning needs a medicine and those it is for."""
        if not (facets.conditions or facets.populations):
            return Fault("a contraindication needs those it holds for: give `conditions` or `populations`", "give-one",
                         either="conditions populations")
        return without_intervention(self.form, facets)
