"""The evidence model: cards, claims, effect estimates, discrepancies.

A card is one source; a claim is one thing that source says, coded so that it can be said in any language.
Models are frozen, refuse unknown fields and check their own invariants; they read no files (see `knowledge.library`).
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
ConceptId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=8)]
PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(?:-\d{2}(?:-\d{2})?)?$")]


class Frozen(BaseModel):
    """A value that does not change and has no fields but those named."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class CardKind(StrEnum):
    """What sort of source a card is; `standing` orders the kinds."""

    COCHRANE_SUMMARY = "cochrane_summary"
    RELIS_ANSWER = "relis_answer"
    EVIDENCE_REVIEW = "evidence_review"
    TRIAL = "trial"
    CONSUMER_ARTICLE = "consumer_article"

    @property
    def standing(self) -> int:
        """Place in the evidence hierarchy, 1 the highest: a review stands above the trials it contains."""
        return list(CardKind).index(self) + 1


class Finding(StrEnum):
    """The direction of what a claim says."""

    BENEFIT = "benefit"
    NO_IMPORTANT_DIFFERENCE = "no_important_difference"
    HARM = "harm"
    INCONSISTENT = "inconsistent"
    INSUFFICIENT = "insufficient"
    ASSOCIATION = "association"
    DESCRIPTIVE = "descriptive"


class Certainty(StrEnum):
    """GRADE certainty, as the source graded it; prose without a grade is `not_graded`."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very_low"
    NOT_GRADED = "not_graded"


class Intent(StrEnum):
    """What an enquiry wants to know, and what a claim can answer."""

    EFFICACY = "efficacy"
    ADVERSE_EFFECTS = "adverse_effects"
    TOXICITY = "toxicity"
    INTERACTIONS = "interactions"
    CONTRAINDICATIONS = "contraindications"
    DOSAGE = "dosage"
    FORMULATION = "formulation"
    PREGNANCY = "pregnancy"
    MECHANISM = "mechanism"
    DEFINITION = "definition"
    CAUSES = "causes"
    TRIAL_DETAILS = "trial_details"
    GUIDANCE = "guidance"
    OTHER = "other"


class Measure(StrEnum):
    """How an effect estimate is expressed."""

    MEAN_DIFFERENCE = "mean_difference"
    """Intervention minus comparator, in `unit`; below 0 means less with the intervention."""
    EVENTS_PER_1000 = "events_per_1000"
    """People per 1,000 with the outcome: `value` with the intervention, `comparator_value` without."""
    RANGE_PERCENT = "range_percent"
    """Lowest and highest share of participants over the studies, in per cent; `ci_low`, `ci_high` hold the range."""
    NOT_POOLED = "not_pooled"
    """No pooled number in the source: only how many studies and participants."""


class Unit(StrEnum):
    """Unit of a mean difference."""

    PERCENT = "percent"
    CRAMPS_PER_WEEK = "cramps_per_week"


class EffectEstimate(Frozen):
    """An effect with its precision, as the source prints it.

    The interval is the source's 95 % confidence interval, except for `range_percent`, where it is the observed range.
    """

    measure: Measure
    value: float | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    comparator_value: float | None = None
    unit: Unit | None = None
    studies: int | None = Field(default=None, ge=0)
    participants: int | None = Field(default=None, ge=0)
    weeks: float | None = Field(default=None, gt=0)

    @model_validator(mode="after")
    def numbers_agree(self) -> Self:
        """Refuse an interval that misses its point, shares outside 0 to 1,000, and numbers without their partners."""
        low, high = self.ci_low, self.ci_high
        if (low is None) != (high is None):
            raise ValueError("give both ends of the interval or neither")
        if low is not None and high is not None:
            if low > high:
                raise ValueError(f"ci_low {low:g} is above ci_high {high:g}; check the source")
            if self.value is not None and not low <= self.value <= high:
                raise ValueError(f"{self.value:g} lies outside {low:g} to {high:g}; check the source")
        needs = {
            Measure.MEAN_DIFFERENCE: ("value", "unit"),
            Measure.EVENTS_PER_1000: ("value", "comparator_value"),
            Measure.RANGE_PERCENT: ("ci_low", "ci_high"),
            Measure.NOT_POOLED: (),
        }[self.measure]
        for name in needs:
            if getattr(self, name) is None:
                raise ValueError(f"measure {self.measure} needs `{name}`")
        if self.measure is Measure.EVENTS_PER_1000:
            for number in (self.value, self.comparator_value, low, high):
                if number is not None and not 0 <= number <= 1000:
                    raise ValueError(f"{number:g} per 1000 is no share; check the source")
        if self.participants is not None and self.studies is not None and self.studies > self.participants:
            raise ValueError("more studies than participants; the two numbers are probably swapped")
        return self


class Locator(Frozen):
    """Where in the source a claim stands."""

    section: str = ""
    """Heading in the source's own language; empty where the source has none."""
    lines: Annotated[str, StringConstraints(pattern=r"^\d+(?:-\d+)?(?:, \d+(?:-\d+)?)*$")]
    """Lines of the plain-text source file, such as `123-127` or `81-83, 95-99`."""


class Discrepancy(Frozen):
    """How another source, or another place of the same source, puts the matter differently."""

    against: tuple[str, ...] = ()
    """Cards that differ (`card` or `card#claim`); empty where the source contradicts itself."""
    statement: dict[LanguageTag, Sentence]
    """One sentence a language, in our words, naming both sides."""


class Claim(Frozen):
    """One thing a source says.

    Either it is coded fully enough for the composer to make its sentence (an effect on an outcome),
    or it carries that sentence itself in `statement`, in every language.
    """

    id: Slug
    intent: Intent
    also: tuple[Intent, ...] = ()
    """Further intents that this claim answers."""
    finding: Finding
    certainty: Certainty
    intervention: ConceptId | None = "magnesium"
    route: ConceptId | None = None
    comparator: ConceptId | None = None
    conditions: tuple[ConceptId, ...] = ()
    populations: tuple[ConceptId, ...] = ()
    outcome: ConceptId | None = None
    about: tuple[ConceptId, ...] = ()
    """Whatever else the claim speaks of: other medicines, diseases, symptoms, topics."""
    effect: EffectEstimate | None = None
    statement: dict[LanguageTag, Sentence] = Field(default_factory=dict)
    questions: dict[LanguageTag, tuple[str, ...]] = Field(default_factory=dict)
    """Questions that this claim answers, as a professional would put them; they are indexed, never shown."""
    lead: bool = False
    """Whether this claim is fit to be the first sentence of an answer about its subject."""
    locator: Locator
    discrepancy: Discrepancy | None = None

    @property
    def is_coded(self) -> bool:
        """Whether the composer makes this claim's sentence from its code."""
        return not self.statement

    @cached_property
    def concepts(self) -> frozenset[str]:
        """Every concept the claim names, in any role but the comparator."""
        named = {self.intervention, self.route, self.outcome, *self.conditions, *self.populations, *self.about}
        return frozenset(concept for concept in named if concept)

    @model_validator(mode="after")
    def can_be_said(self) -> Self:
        """Refuse a claim that nobody could put into words."""
        if self.is_coded and not (self.intervention and self.outcome and (self.conditions or self.populations)):
            raise ValueError(
                "no `statement`, and the code is too thin to make one: "
                "give `intervention`, `outcome` and a condition or population, or write the statement"
            )
        if self.is_coded and self.finding in (Finding.DESCRIPTIVE, Finding.ASSOCIATION):
            raise ValueError(f"a claim whose finding is `{self.finding}` needs a `statement`")
        if self.intent in self.also:
            raise ValueError(f"`also` repeats the intent `{self.intent}`")
        return self


class Identifiers(Frozen):
    """Public record numbers of a source, verified before they were written down."""

    pmid: Annotated[str, StringConstraints(pattern=r"^\d{1,8}$")] | None = None
    doi: Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    cochrane: Annotated[str, StringConstraints(pattern=r"^CD\d{6}$")] | None = None
    relis: str | None = None
    registry: str | None = None


class SourceRecord(Frozen):
    """Bibliographic data of one source."""

    title: str
    authors: tuple[str, ...] = ()
    """Family name and initials, as Vancouver style wants them."""
    container: str = ""
    """Journal, site or database the source appeared in."""
    publisher: str
    language: LanguageTag
    year: int | None = Field(default=None, ge=1900, le=2100)
    issue: str = ""
    """Volume, issue and pages, such as `30(9): 1302-3`."""
    enquiry_date: date | None = None
    """When the question was put (RELIS); such an answer is not updated once published."""
    search_date: PartialDate | None = None
    """Up to when the source's authors searched the literature."""
    checked: date
    """When somebody last compared this record with public records."""
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    identifiers: Identifiers = Identifiers()
    standing_note: dict[LanguageTag, Sentence] = Field(default_factory=dict)
    """What a reader must know of the source as a whole, such as that a page is written for consumers."""


class Card(Frozen):
    """One source and what it says."""

    id: Slug
    kind: CardKind
    version: int = Field(default=1, ge=1)
    review_state: Literal["draft", "reviewed"] = "draft"
    """`reviewed` once a second reader has compared every claim with the source."""
    source: SourceRecord
    contained_in: tuple[Slug, ...] = ()
    """Cards of reviews that contain this trial."""
    names: tuple[str, ...] = ()
    """What people call the source, such as `Roffe` or `CD009402`."""
    claims: tuple[Claim, ...]

    @model_validator(mode="after")
    def claim_ids_differ(self) -> Self:
        """Refuse two claims of one name: a citation must point at one of them."""
        seen: set[str] = set()
        for claim in self.claims:
            if claim.id in seen:
                raise ValueError(f"two claims are called `{claim.id}`; rename one")
            seen.add(claim.id)
        return self

    @property
    def evidence_year(self) -> int | None:
        """The year up to which the source knew the literature, as far as it says."""
        if self.source.search_date:
            return int(self.source.search_date[:4])
        if self.source.enquiry_date:
            return self.source.enquiry_date.year
        return self.source.year


def slugify(text: str) -> str:
    """A lower-case identifier of ASCII letters, digits and hyphens made from any text."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
