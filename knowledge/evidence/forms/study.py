"""Studies: how a study was made: its design, who took part, what was given, for how long, against what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from knowledge.evidence.faults import Fault
from knowledge.evidence.forms.base import Day, Form, Names, Part, Phrase, Phrases, Quantity, Quote, Words
from knowledge.evidence.forms.dose import Amount, Duration
from knowledge.evidence.vocabulary import ConceptId, Frozen, PartialDate

Design = Literal[
    "randomised", "non_randomised", "double_blind", "single_blind", "open_label", "placebo_controlled", "crossover",
    "parallel", "cluster", "prospective", "retrospective", "cohort", "case_control", "single_arm",
]


class Given(Frozen):
    """What one group of a study was given: a medicine and how much of it."""

    medicine: ConceptId
    dose: Amount | None = None

    @property
    def phrase(self) -> Phrase:
        """The medicine with its dose, where the source gives one."""
        medicine = {"medicine": Names((self.medicine,))}
        if self.dose is None:
            return Phrase("study-arm", medicine)
        return Phrase("study-arm-dose", {**medicine, **self.dose.places()})


class Registered(Frozen):
    """What a trial register says of a study that has not reported, or not all."""

    status: Literal["planned", "recruiting", "ongoing", "stopped", "completed"]
    month: PartialDate
    """Up to when the entry was kept, as `2023-06`."""
    results: bool = False
    """Whether the entry holds results."""


class Study(Form):
    """What a source says of how a study was made; only what is given is said."""

    form: Literal["study"] = "study"
    implied: ClassVar[Mapping[str, Any]] = {
        "intent": "trial_details", "finding": "descriptive", "certainty": "not_graded",
    }
    study: Words | None = None
    """What the study is called, such as `Roffe 2001`; without it, the source itself is meant."""
    registered: Registered | None = None
    """What stands in a trial register, where that is the source: how far the trial is, and whether it has results."""
    secondhand: bool = False
    """Whether the card knows the study only from a review."""
    design: tuple[Design, ...] = ()
    studies: int | None = Field(default=None, ge=1)
    """How many studies a review found."""
    participants: int | None = Field(default=None, ge=1)
    completed: bool = False
    """Whether `participants` counts those who completed it."""
    planned: bool = False
    """Whether `participants` is how many are to take part."""
    per_group: int | None = Field(default=None, ge=1)
    """How many in each group, where the source says so."""
    people: bool = False
    """Whether to say who took part: the claim's populations and conditions."""
    age_low: float | None = Field(default=None, ge=0, le=120)
    age_high: float | None = Field(default=None, ge=0, le=120)
    """Ages of those who could take part, in years; either end may be open."""
    product: ConceptId | None = None
    product_not_named: bool = False
    """Whether the source does not say which salt or product was given."""
    dose: Amount | None = None
    given: bool = False
    """Whether to say the claim's route."""
    infusion: Duration | None = None
    washout: Duration | None = None
    duration: Duration | None = None
    arms: tuple[tuple[Given, ...], ...] = ()
    """What each group was given: one medicine, or several together."""
    main_outcomes: tuple[ConceptId, ...] = ()
    main_outcome_text: Quote | None = None
    """What was to be measured first of all; in the source's own words where the terminology has none."""
    measured_after: Duration | None = None
    """When that is measured."""
    comparator: ConceptId | None = None
    comparator_content: Literal["unknown", "not_stated"] | None = None
    """Whether the source remarks that what the comparator was made of is not known, or not stated."""

    @model_validator(mode="after")
    def says_something(self) -> Self:
        """Refuse a study of which nothing is said, and a time at which nothing is measured."""
        if self.measured_after and not (self.main_outcomes or self.main_outcome_text):
            raise ValueError(Fault("`measured_after` goes with `main_outcomes` or `main_outcome_text`", "give-one",
                                   either="code.main_outcomes code.main_outcome_text"))
        if self.age_low is not None and self.age_high is not None and self.age_low > self.age_high:
            raise ValueError(Fault("`age_low` is above `age_high`; check the source", "above", field="code.age_low",
                                   other="code.age_high"))
        if not list(self._facts()):
            raise ValueError(Fault("a study needs something to say of it, such as `design` or `participants`",
                                   "give-one", either="code.design code.participants"))
        return self

    @property
    def named(self) -> tuple[ConceptId, ...]:
        """The product, the comparator, what the groups were given and what was measured."""
        given = (one.medicine for arm in self.arms for one in arm)
        named = (self.product, self.comparator, *given, *self.main_outcomes)
        return tuple(dict.fromkeys(concept for concept in named if concept))

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The main outcome in the source's own words."""
        return (self.main_outcome_text,) if self.main_outcome_text else ()

    def parts(self) -> Mapping[str, Part]:
        """The study's name and what is said of it."""
        return {
            "study": self.study or "",
            "named": "yes" if self.study else "no",
            "registered": "yes" if self.registered else "no",
            "secondhand": "yes" if self.secondhand else "no",
            "facts": Phrases(tuple(self._facts())),
        }

    def _facts(self) -> Iterator[Phrase]:
        yield from self._standing()
        if self.design:
            words = tuple(Phrase(f"study-design-{word}") for word in self.design)
            yield Phrase("study-design", {"design": Phrases(words, between=", ")})
        yield from self._people()
        yield from self._treatment()
        if self.main_outcomes or self.main_outcome_text:
            when = (self.measured_after.phrase("study-after"),) if self.measured_after else ()
            outcomes = Names(self.main_outcomes, self.main_outcome_text)
            yield Phrase("study-main-outcome", {"outcomes": outcomes, "when": Phrases(when)})
        if self.comparator:
            content = self.comparator_content or "given"
            yield Phrase("study-comparator", {"comparator": Names((self.comparator,)), "content": content})

    def _standing(self) -> Iterator[Phrase]:
        """How far the study is, as a register says."""
        if self.registered:
            known = {"status": self.registered.status, "month": Day(self.registered.month)}
            yield Phrase("study-status", known)
            if not self.registered.results:
                yield Phrase("study-no-results")

    def _people(self) -> Iterator[Phrase]:
        """How many, and who."""
        if self.studies:
            yield Phrase("studies", {"number": self.studies})
        if self.participants:
            message = "study-completed" if self.completed else "study-planned" if self.planned else "participants"
            yield Phrase(message, {"number": self.participants})
        if self.per_group:
            yield Phrase("study-per-group", {"number": self.per_group})
        if self.people:
            yield Phrase("study-people")
        if self.age_low is not None or self.age_high is not None:
            ends = "between" if None not in (self.age_low, self.age_high) else "from" if self.age_high is None else "to"
            low, high = Quantity(self.age_low or 0), Quantity(self.age_high or 0)
            yield Phrase("study-ages", {"ends": ends, "low": low, "high": high})

    def _treatment(self) -> Iterator[Phrase]:
        """What was given, how much of it, and for how long."""
        if self.arms:
            arms = tuple(Phrases(tuple(one.phrase for one in arm), between=" + ") for arm in self.arms)
            phrases = tuple(Phrase("study-group", {"given": arm}) for arm in arms)
            yield Phrase("study-groups", {"groups": Phrases(phrases, between=" / ")})
        if self.product:
            yield Phrase("study-product", {"product": Names((self.product,))})
        if self.product_not_named:
            yield Phrase("study-product-not-named")
        if self.dose:
            yield Phrase("study-dose", self.dose.places())
        if self.given:
            yield Phrase("study-given")
        if self.infusion:
            yield self.infusion.phrase("study-infusion")
        if self.washout:
            yield self.washout.phrase("study-washout")
        if self.duration:
            yield self.duration.phrase("study-duration")
