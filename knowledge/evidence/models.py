"""The evidence model: cards, claims, effect estimates, discrepancies.

A card is one source; a claim is one thing that source says, coded so that it can be said in any language.
Models are frozen, refuse unknown fields and check their own invariants; they read no files (see
`knowledge.evidence.library`).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, field_validator, model_validator

from knowledge.evidence.estimates import EffectEstimate, Measure, Unit
from knowledge.evidence.faults import Fault
from knowledge.evidence.forms import FORMS, Code
from knowledge.evidence.forms.base import Facets
from knowledge.evidence.forms.effect import Effect
from knowledge.evidence.reviewing import Change, Review
from knowledge.evidence.vocabulary import (
    CardKind,
    Certainty,
    ConceptId,
    Finding,
    Frozen,
    Intent,
    LanguageTag,
    OpenPart,
    PartialDate,
    PublicationStatus,
    Sentence,
    Slug,
)

__all__ = [
    "Card", "CardKind", "Certainty", "Claim", "Code", "ConceptId", "Discrepancy", "EffectEstimate", "Finding",
    "Frozen", "Identifiers", "Intent", "LanguageTag", "Locator", "Measure", "PartialDate", "PublicationStatus",
    "Sentence", "Slug", "SourceRecord", "Unit", "slugify",
]


EVERYBODY = "people"


class Locator(Frozen):
    """Where in the source a claim stands."""

    section: str = ""
    """Heading in the source's own language; empty where the source has none."""
    begins: Annotated[str, StringConstraints(pattern=r"^(?:\S+(?: \S+){0,5})?$")] = ""
    """The first words of the place, six at most, as the source prints them: a reader searches the source for them."""
    lines: Annotated[str, StringConstraints(pattern=r"^(?:\d+(?:-\d+)?(?:, \d+(?:-\d+)?)*)?$")] = ""
    """Lines of the editors' plain-text copy, such as `123-127` or `81-83, 95-99`; no reader is shown them."""

    @model_validator(mode="after")
    def _names_a_place(self) -> Locator:
        if not (self.section or self.begins or self.lines):
            raise ValueError(Fault("a locator needs a section, the first words of the place, or lines", "no-place"))
        return self


class Discrepancy(Frozen):
    """How another source, or another place of the same source, puts the matter differently."""

    against: tuple[str, ...] = ()
    """Cards that differ (`card` or `card#claim`); empty where the source contradicts itself."""
    statement: dict[LanguageTag, Sentence]
    """One sentence a language, in our words, naming both sides."""


class Claim(Frozen):
    """One thing a source says.

    Its `code` says it in one of the forms (`knowledge.evidence.forms`), from which a sentence is made in any language;
    or it carries that sentence itself in `statement`, in every language. A claim may have both where the sentence
    says more than the code can: the sentence is shown, the code is what can be compared with a patient. A claim with
    neither is an effect made of its facets.
    """

    id: Slug
    intent: Intent
    also: tuple[Intent, ...] = ()
    """Further intents that this claim answers."""
    finding: Finding
    certainty: Certainty
    intervention: ConceptId | None
    """The medicine, or other treatment, that the claim is about; null, said so, where it is about none."""
    route: ConceptId | None = None
    comparator: ConceptId | None = None
    conditions: tuple[ConceptId, ...] = ()
    populations: tuple[ConceptId, ...] = ()
    outcome: ConceptId | None = None
    about: tuple[ConceptId, ...] = ()
    """Whatever else the claim speaks of: other medicines, diseases, symptoms, topics."""
    effect: EffectEstimate | None = None
    code: Code | None = None
    statement: dict[LanguageTag, Sentence] = Field(default_factory=dict)
    questions: dict[LanguageTag, tuple[str, ...]] = Field(default_factory=dict)
    """Questions that this claim answers, as a professional would put them; they are indexed, never shown."""
    lead: bool = False
    """Whether this claim is fit to be the first sentence of an answer about its subject."""
    locator: Locator
    discrepancy: Discrepancy | None = None

    open: tuple[OpenPart, ...] = ()
    """What a machine could not read surely, for a person to fill in; a claim with something open answers nothing."""

    everybody: bool = False
    """Whether the card says so plainly that the claim is on people of any kind, by the population `people`."""

    told_by: CardKind | None = None
    """What kind of source says it; the card fills this in."""
    unchecked: bool = False
    """Whether no second reader has compared it with the source; the card fills this in, and its sentence says so."""

    @model_validator(mode="before")
    @classmethod
    def complete(cls, content: Any) -> Any:
        """The claim with what its form implies: what the card says itself stands, what the code names is spoken of.

        Everybody is no group: a claim on people is one that names no population.
        """
        if not isinstance(content, dict):
            return content
        content = dict(content)
        populations = content.get("populations")
        if isinstance(populations, list | tuple) and EVERYBODY in populations:
            content["populations"] = [group for group in populations if group != EVERYBODY]
            content["everybody"] = True
        if not content.get("statement") and content.get("code") is None:
            content["code"] = {"form": "effect"}
        code = content.get("code")
        form = FORMS.get(str(code.get("form"))) if isinstance(code, dict) else type(code) if code else None
        for field, value in form.implied.items() if form else ():
            content.setdefault(field, value)
        return content

    @model_validator(mode="after")
    def speaks_of_what_its_code_names(self) -> Self:
        """Add the concepts of the code to `about`, so that the claim is found by them."""
        if self.code:
            known = {self.intervention, self.outcome, *self.conditions, *self.populations, *self.about}
            added = tuple(dict.fromkeys(concept for concept in self.code.named if concept not in known))
            object.__setattr__(self, "about", (*self.about, *added))
        return self

    @property
    def form(self) -> str:
        """The name of the claim's form; `statement` where it has no code."""
        return self.code.form if self.code else "statement"

    @property
    def is_coded(self) -> bool:
        """Whether this claim's sentence is made from its code."""
        return not self.statement

    @cached_property
    def concepts(self) -> frozenset[str]:
        """Every concept the claim names, in any role but the comparator."""
        named = {self.intervention, self.route, self.outcome, *self.conditions, *self.populations, *self.about}
        return frozenset(concept for concept in named if concept)

    @model_validator(mode="after")
    def can_be_said(self) -> Self:
        """Refuse a claim that nobody could put into words."""
        if self.code and not self.open and (self.is_coded or not isinstance(self.code, Effect)):
            facets = Facets(
                intervention=self.intervention, comparator=self.comparator, conditions=self.conditions,
                populations=(EVERYBODY,) if self.everybody else self.populations, outcome=self.outcome,
                finding=self.finding,
            )
            if fault := self.code.fault(facets):
                raise ValueError(fault)
        if self.intent in self.also:
            raise ValueError(Fault(f"`also` repeats the intent `{self.intent}`", "same", fields="intent also"))
        return self


class Identifiers(Frozen):
    """Public record numbers of a source, verified before they were written down."""

    pmid: Annotated[str, StringConstraints(pattern=r"^\d{1,8}$")] | None = None
    doi: Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    cochrane: Annotated[str, StringConstraints(pattern=r"^CD\d{6}$")] | None = None
    relis: str | None = None
    registry: str | None = None


class Work(Frozen):
    """The work that a source sums up."""

    authors: tuple[str, ...] = Field(min_length=1)
    """The first ones; of more than two the rest is not shown."""
    title: str
    container: str


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
    original: Work | None = None
    """The work that this source sums up, where year, address and identifiers are those of the work: they are then
    never shown as those of the summary."""
    standing_note: dict[LanguageTag, Sentence] = Field(default_factory=dict)
    """What a reader must know of the source as a whole, such as that a page is written for consumers."""


class Card(Frozen):
    """One source and what it says."""

    id: Slug
    kind: CardKind
    version: int = Field(default=1, ge=1)
    review_state: Literal["draft", "reviewed", "withdrawn"] = "draft"
    """`reviewed` (also written `approved`) once a second reader has compared every claim with the source; a withdrawn
    card is kept for what was answered from it, and answers no more."""
    source: SourceRecord
    further: tuple[SourceRecord, ...] = ()
    """Other records of the same study or review, such as its entry in a registry beside its article."""
    publication: tuple[PublicationStatus, ...] = ()
    """Whether the source was retracted, questioned, corrected, or is only a plan; said wherever it is cited."""
    contained_in: tuple[Slug, ...] = ()
    """Cards of reviews that contain this trial."""
    names: tuple[str, ...] = ()
    """What people call the source, such as `Roffe` or `CD009402`."""
    review: Review = Review()
    claims: tuple[Claim, ...]
    history: tuple[Change, ...] = ()
    """What was changed since it was drafted, the latest last."""

    @field_validator("review_state", mode="before")
    @classmethod
    def approved_is_reviewed(cls, state: Any) -> Any:
        """One word for a card that a second reader has approved."""
        return "reviewed" if state == "approved" else state

    @model_validator(mode="before")
    @classmethod
    def claims_know_their_source(cls, content: Any) -> Any:
        """The card with its kind written on each claim, so that a claim's sentence can say who says so."""
        if not isinstance(content, dict) or not isinstance(content.get("claims"), list | tuple):
            return content
        kind, unchecked = content.get("kind"), content.get("review_state", "draft") == "draft"
        told = [
            claim.model_copy(update={"told_by": CardKind(str(kind)), "unchecked": unchecked})
            if isinstance(claim, Claim)
            else {**claim, "told_by": kind, "unchecked": unchecked} if isinstance(claim, dict) else claim
            for claim in content["claims"]
        ]
        return {**content, "claims": told}

    @model_validator(mode="after")
    def claim_ids_differ(self) -> Self:
        """Refuse two claims of one name: a citation must point at one of them."""
        seen: set[str] = set()
        for claim in self.claims:
            if claim.id in seen:
                raise ValueError(Fault(f"two claims are called `{claim.id}`; rename one", "two-claims", claim=claim.id))
            seen.add(claim.id)
        return self

    @model_validator(mode="after")
    def answers_only_with_what_stands(self) -> Self:
        """Refuse a retracted source that would still answer, and results of what was only planned."""
        if PublicationStatus.RETRACTED in self.publication and self.review_state != "withdrawn":
            raise ValueError(Fault("a retracted source must not answer: set `review_state: withdrawn`", "retracted"))
        if PublicationStatus.PROTOCOL in self.publication and any(claim.effect for claim in self.claims):
            raise ValueError(Fault("a protocol has no results; remove the claims with an `effect`", "protocol"))
        return self

    @model_validator(mode="after")
    def leaves_nothing_open_once_reviewed(self) -> Self:
        """Refuse a reviewed card with a claim that still waits for a person."""
        waiting = [claim.id for claim in self.claims if claim.open]
        if waiting and self.review_state == "reviewed":
            raise ValueError(Fault(f"claim `{waiting[0]}` has something open; fill it in and take `open` away",
                                   "something-open", claim=waiting[0]))
        return self

    @model_validator(mode="after")
    def accepts_only_what_it_says(self) -> Self:
        """Refuse a review that accepts a claim that is not there."""
        known = {claim.id for claim in self.claims}
        if unknown := [item.claim for item in self.review.accepted if item.claim not in known]:
            raise ValueError(Fault(f"`review` accepts a claim `{unknown[0]}` that the card has not; take it out there",
                                   "accepts-unknown", claim=unknown[0]))
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
