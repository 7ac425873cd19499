"""The words of the evidence model that more than one module needs: kinds of source, findings, certainties, intents."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
ConceptId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=8)]
PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(?:-\d{2}(?:-\d{2})?)?$")]


class Frozen(BaseModel):
    """A value that does not change and has no fields but those named."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def __getstate__(self) -> dict[Any, Any]:
        """What is pickled: the fields, without what was worked out from them, equal words and sets of names as one.

        A library read from such a pickle takes half the memory: most claims set the same fields to a few words.
        """
        state = super().__getstate__()
        given = state["__pydantic_fields_set__"]
        fields = type(self).model_fields
        return {
            **state,
            "__dict__": {name: _as_one(value) for name, value in state["__dict__"].items() if name in fields},
            "__pydantic_fields_set__": _FIELDS_SET.setdefault(frozenset(given), given),
        }


_FIELDS_SET: dict[frozenset[str], set[str]] = {}
"""One set of names for all models in which just these fields are set; nothing changes it, for no model changes."""


def _as_one(value: Any) -> Any:
    """The value, its words the same objects as all equal ones."""
    if type(value) is str:
        return sys.intern(value)
    return tuple(map(_as_one, value)) if type(value) is tuple else value


class CardKind(StrEnum):
    """What sort of source a card is; `standing` orders the kinds."""

    COCHRANE_SUMMARY = "cochrane_summary"
    SYSTEMATIC_REVIEW = "systematic_review"
    GUIDELINE = "guideline"
    RELIS_ANSWER = "relis_answer"
    SVELIC_ANSWER = "svelic_answer"
    PRODUCT_TEXT = "product_text"
    EVIDENCE_REVIEW = "evidence_review"
    RANDOMISED_TRIAL = "randomised_trial"
    TRIAL = "trial"
    NON_RANDOMISED_STUDY = "non_randomised_study"
    OBSERVATIONAL_STUDY = "observational_study"
    SINGLE_ARM_STUDY = "single_arm_study"
    STUDY = "study"
    """A study of which its record does not say how it was made."""
    CASE_REPORT = "case_report"
    ARTICLE = "article"
    """An article of which its record does not say what kind it is."""
    CONSUMER_ARTICLE = "consumer_article"

    @property
    def standing(self) -> int:
        """Place in the evidence hierarchy, 1 the highest: a review stands above the trials it contains."""
        return list(CardKind).index(self) + 1

    @property
    def is_single_study(self) -> bool:
        """Whether such a source reports one study rather than weighing several."""
        return self in SINGLE_STUDIES


SINGLE_STUDIES = frozenset(
    {
        CardKind.RANDOMISED_TRIAL,
        CardKind.TRIAL,
        CardKind.NON_RANDOMISED_STUDY,
        CardKind.OBSERVATIONAL_STUDY,
        CardKind.SINGLE_ARM_STUDY,
        CardKind.STUDY,
        CardKind.CASE_REPORT,
    }
)


class PublicationStatus(StrEnum):
    """What a reader must know of a publication before its contents."""

    RETRACTED = "retracted"
    EXPRESSION_OF_CONCERN = "expression_of_concern"
    PROTOCOL = "protocol"
    """Only planned: it has no results."""
    ERRATUM = "erratum"


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


OpenPart = Literal["result", "intervention", "comparator", "population", "outcome", "finding", "estimate"]
"""A part of a drafted claim that could not be read surely and waits for a person; `result`: the whole of it, a sentence
of the source of which nobody has said yet whether a claim is to be made of it."""


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
    BREASTFEEDING = "breastfeeding"
    MECHANISM = "mechanism"
    DEFINITION = "definition"
    CAUSES = "causes"
    TRIAL_DETAILS = "trial_details"
    GUIDANCE = "guidance"
    ALTERNATIVES = "alternatives"
    MONITORING = "monitoring"
    ADMINISTRATION = "administration"
    SWITCHING = "switching"
    ALLERGY = "allergy"
    AVAILABILITY = "availability"
    OTHER = "other"
