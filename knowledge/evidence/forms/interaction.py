"""Interactions: what two medicines, or a medicine and a food, do to each other, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from knowledge.evidence.faults import Fault
from knowledge.evidence.forms.base import MEDICINE, Facets, Form, Names, Part, Quantity, without_intervention
from knowledge.evidence.vocabulary import ConceptId

Happens = Literal[
    "interacts", "less_absorbed", "more_absorbed", "more_excreted", "less_excreted", "lower_level", "higher_level",
    "weaker_effect", "stronger_effect", "harm",
]
Action = Literal["avoid", "separate", "monitor", "adjust_dose", "ask_first"]


class Interaction(Form):
    """What the claim's medicine and each of the others do to each other."""

    form: Literal["interaction"] = "interaction"
    implied: ClassVar[Mapping[str, Any]] = {
        "intent": "interactions", "finding": "association", "certainty": "not_graded",
    }
    others: tuple[ConceptId, ...] = Field(min_length=1)
    """The other side: medicines or classes, each of them by itself."""
    among_others: bool = False
    """Whether the source gives these as examples."""
    happens: Happens = "interacts"
    """`interacts` where the source says no more than that."""
    affected: Literal["medicine", "others"] | None = None
    """To which side it happens."""
    events: tuple[ConceptId, ...] = ()
    """What can come of it, such as bleeding or a lack."""
    action: Action | None = None
    hours: float | None = Field(default=None, gt=0, le=48)
    """How far apart at least the two are to be taken."""

    @model_validator(mode="after")
    def says_to_whom(self) -> Self:
        """Refuse an effect that happens to nobody, a harm without a name, and hours that separate nothing."""
        two_sided = self.happens in ("interacts", "harm")
        if two_sided == (self.affected is not None):
            raise ValueError(Fault("`affected` goes with every kind of interaction but `interacts` and `harm`",
                                   "not-with", field="code.affected", choice="code.happens", values="interacts harm"))
        if self.happens == "harm" and not self.events:
            raise ValueError(Fault("an interaction that does harm needs its `events`", "give-one",
                                   either="code.events"))
        if self.hours is not None and self.action != "separate":
            raise ValueError(Fault("`hours` goes with the action `separate`", "only-with", field="code.hours",
                                   choice="code.action", values="separate"))
        return self

    @property
    def named(self) -> tuple[ConceptId, ...]:
        """The other side, and what can come of it."""
        return (*self.others, *self.events)

    @property
    def events_named(self) -> tuple[ConceptId, ...]:
        """What happens."""
        return self.events

    def parts(self) -> Mapping[str, Part]:
        """Both sides, who does it to whom, what comes of it, and what to do."""
        others = Names(self.others, open=self.among_others)
        return {
            "happens": self.happens,
            "others": others,
            "actor": others if self.affected == "medicine" else MEDICINE,
            "target": others if self.affected == "others" else MEDICINE,
            "events": Names(self.events, either=True),
            "action": self.action or "none",
            "apart": "yes" if self.hours else "no",
            "hours": Quantity(self.hours or 0),
        }

    def fault(self, facets: Facets) -> str:
        """An interaction needs its first side."""
        if facets.intervention in self.others:
            return Fault("an interaction of a medicine with itself; correct `intervention` or `others`", "same",
                         fields="intervention code.others")
        return without_intervention(self.form, facets)
