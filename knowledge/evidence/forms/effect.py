"""Effects: what an intervention does to an outcome, hedged by direction, certainty and size.

The hedging table stands in each language's `texts/hedges.ftl`; the numbers behind an effect in the claim's `effect`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from pydantic import model_validator

from knowledge.evidence.faults import Fault
from knowledge.evidence.forms.base import Facets, Form, Part, Quote
from knowledge.evidence.vocabulary import Finding

Change = Literal["lower", "higher", "better", "worse"]

DIRECTED = (Finding.BENEFIT, Finding.HARM)


class Effect(Form):
    """An effect on an outcome, by the terminology's names or, where it has none, in the source's own words."""

    form: Literal["effect"] = "effect"
    implied: ClassVar[Mapping[str, Any]] = {"intent": "efficacy"}
    change: Change | None = None
    """What becomes of the outcome, where it has a direction; without it, it gets better or worse by the finding."""
    size: Literal["large", "small"] | None = None
    """As the source calls the effect; without it, nothing is said of its size."""
    too_few_data: bool = False
    """Whether the source finds too little to tell at all, not that what was found leaves the answer open."""
    intervention_text: Quote | None = None
    comparator_text: Quote | None = None
    population_text: Quote | None = None
    outcome_text: Quote | None = None
    """What the terminology does not hold, in the source's own words."""

    @model_validator(mode="after")
    def sizes_what_it_changes(self) -> Self:
        """Refuse a size of no change."""
        if self.size and not self.change:
            raise ValueError(Fault("a `size` needs the `change` it is the size of", "needs", field="code.size",
                                   other="code.change"))
        return self

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The source's own words, where they stand in for a concept."""
        told = (self.intervention_text, self.comparator_text, self.population_text, self.outcome_text)
        return tuple(quote for quote in told if quote)

    def parts(self) -> Mapping[str, Part]:
        """The size; whatever else an effect needs are facets."""
        return {"size": self.size or "plain"}

    def row(self, finding: Finding) -> str:
        """The row of the hedging table: a message of `hedges.ftl`."""
        if self.too_few_data:
            return "effect-too_few_data"
        if finding not in DIRECTED or self.change is None:
            return f"effect-{finding}"
        return "effect-benefit" if self.change == "better" else f"effect-{self.change}"

    def fault(self, facets: Facets) -> str:
        """An effect needs an intervention, an outcome, those it was studied in, and a direction."""
        whom = facets.conditions or facets.populations or self.population_text
        what = facets.outcome or self.outcome_text
        if not ((facets.intervention or self.intervention_text) and what and whom):
            return Fault(
                "no `statement`, and the code is too thin to make one: "
                "give `intervention`, `outcome` and a condition or population, or write the statement", "too-thin"
            )
        if facets.finding in (Finding.DESCRIPTIVE, Finding.ASSOCIATION):
            return Fault(f"an effect whose finding is `{facets.finding}` needs a `statement`", "not-with",
                         field="code.form", choice="finding", values=str(facets.finding))
        if self.change and facets.finding not in DIRECTED:
            return Fault(f"a `change` needs the finding `benefit` or `harm`, not `{facets.finding}`", "only-with",
                         field="code.change", choice="finding", values="benefit harm")
        if self.too_few_data and facets.finding != Finding.INSUFFICIENT:
            return Fault(f"`too_few_data` needs the finding `insufficient`, not `{facets.finding}`", "only-with",
                         field="code.too_few_data", choice="finding", values="insufficient")
        return ""
