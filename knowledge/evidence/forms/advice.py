"""Advice: what a source recommends to do, for whom; whatever no code fits is said by a statement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from knowledge.evidence.faults import Fault
from knowledge.evidence.forms.base import Facets, Form, Names, Part, without_intervention
from knowledge.evidence.vocabulary import ConceptId

Do = Literal["use", "not_use", "first_choice", "stop_and_see", "ask_doctor", "monitor"]


class Advice(Form):
    """What to do with the claim's medicine, in any of the claim's conditions and populations."""

    form: Literal["advice"] = "advice"
    implied: ClassVar[Mapping[str, Any]] = {"intent": "guidance", "finding": "descriptive", "certainty": "not_graded"}
    do: Do
    monitor: tuple[ConceptId, ...] = ()
    """What to keep an eye on."""

    @property
    def named(self) -> tuple[ConceptId, ...]:
        """What is monitored."""
        return self.monitor

    def parts(self) -> Mapping[str, Part]:
        """What to do."""
        return {"do": self.do, "monitored": Names(self.monitor)}

    def fault(self, facets: Facets) -> str:
        """Advice is on something; monitoring watches something."""
        if (self.do == "monitor") != bool(self.monitor):
            return Fault("advice to monitor goes with what to `monitor`", "together", fields="code.do code.monitor")
        return without_intervention(self.form, facets)
