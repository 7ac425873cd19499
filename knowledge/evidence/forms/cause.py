"""Causes: what an agent, a disease or a lack may bring about, and how sure the link is.

An answer on a cause does not use the hedging table of effects: the strength of the link is the source's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from knowledge.evidence.faults import Fault
from knowledge.evidence.forms.base import Form, Names, Part
from knowledge.evidence.vocabulary import ConceptId

Link = Literal["proven", "can", "associated", "suspected", "no_sure_link"]
"""`can`: the source says that it can cause it, without more; `associated`: reported together, no cause claimed;
`suspected`: may be a cause; `no_sure_link`: no definite link found, which is not the same as none."""


class Cause(Form):
    """Agents, each by itself, and what they are linked to."""

    form: Literal["cause"] = "cause"
    implied: ClassVar[Mapping[str, Any]] = {"intent": "causes", "finding": "association", "certainty": "not_graded"}
    agents: tuple[ConceptId, ...] = Field(min_length=1)
    results: tuple[ConceptId, ...] = Field(min_length=1)
    link: Link
    among_others: bool = False
    """Whether the source gives the agents as examples."""

    @model_validator(mode="after")
    def is_no_circle(self) -> Self:
        """Refuse what causes itself."""
        if set(self.agents) & set(self.results):
            raise ValueError(Fault("a cause cannot be its own result; correct `agents` or `results`", "same",
                                   fields="code.agents code.results"))
        return self

    @property
    def named(self) -> tuple[ConceptId, ...]:
        """Both sides of the link."""
        return (*self.agents, *self.results)

    @property
    def events_named(self) -> tuple[ConceptId, ...]:
        """What happens."""
        return self.results

    def parts(self) -> Mapping[str, Part]:
        """Both sides and the link."""
        return {
            "agents": Names(self.agents, open=self.among_others),
            "results": Names(self.results),
            "link": self.link,
        }
