"""A card as FHIR R5: a collection with one Evidence a claim, checked by the models of `fhir.resources`.

What is asserted is the claim's English sentence, so that it sounds no surer there than here. Numbers stand in a
statistic where FHIR has a type for the measure; the others stand in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fhir.resources.bundle import Bundle

from knowledge.evidence.estimates import EffectEstimate
from knowledge.evidence.forms.effect import Effect
from knowledge.evidence.models import Card, Certainty, Claim, Measure
from knowledge.evidence.wording import claim_sentence
from knowledge.languages.texts import messages_in
from knowledge.sources.writers.reference import own_record
from knowledge.terminology.concepts import Terminology

HL7 = "http://terminology.hl7.org/CodeSystem"
STATISTICS = {
    Measure.RISK_RATIO: ("C93152", "Relative Risk"), Measure.ODDS_RATIO: ("C16932", "Odds Ratio"),
    Measure.HAZARD_RATIO: ("C93150", "Hazard Ratio"), Measure.RISK_DIFFERENCE: ("0000424", "Risk Difference"),
    Measure.MEAN_DIFFERENCE: ("0000457", "Mean Difference"),
    Measure.STANDARDISED_MEAN_DIFFERENCE: ("0000100", "Standardized Mean Difference"),
    Measure.RATE_RATIO: ("rate-ratio", "Rate Ratio"),
}  # fmt: skip
STATES = {"draft": "draft", "reviewed": "active", "withdrawn": "retired"}


def fhir(card: Card, terminology: Terminology) -> dict[str, Any]:
    """The card as a Bundle; raises pydantic's `ValidationError` where it would be no valid R5."""
    card = own_record(card)
    entries = [{"resource": _evidence(card, claim, terminology)} for claim in card.claims]
    content = {"resourceType": "Bundle", "id": card.id[:64], "type": "collection", "entry": entries}
    Bundle.model_validate(content)
    return content


def _evidence(card: Card, claim: Claim, terminology: Terminology) -> dict[str, Any]:
    sentence = claim_sentence(claim, messages_in("en"), terminology) if not claim.open else ""
    source = card.source
    variables = list(_variables(claim, terminology))
    content: dict[str, Any] = {
        "resourceType": "Evidence",
        "id": f"{card.id}.{claim.id}"[:64],
        "version": str(card.version),
        "title": source.title,
        "status": STATES[card.review_state],
        "publisher": source.publisher,
        "assertion": sentence or None,
        "identifier": [{"value": number} for number in _numbers(card)],
        "relatedArtifact": [_artifact(card)],
        "variableDefinition": variables or [_variable("measuredVariable", source.title)],
        "statistic": [_statistic(claim.effect)] if claim.effect and claim.effect.measure in STATISTICS else [],
        "certainty": _certainty(claim.certainty),
        "note": [{"text": f"Place in the source: {place}"}] if (place := _place(claim)) else [],
    }
    return {name: value for name, value in content.items() if value}


def _numbers(card: Card) -> Iterator[str]:
    numbers = card.source.identifiers
    if numbers.doi:
        yield f"https://doi.org/{numbers.doi}"
    yield from (said for said in (numbers.cochrane, numbers.registry, numbers.relis) if said)
    if numbers.pmid:
        yield f"PMID {numbers.pmid}"


def _artifact(card: Card) -> dict[str, Any]:
    source = card.source
    made = {"type": "derived-from", "display": source.title}
    return {**made, "document": {"url": source.url, "title": source.title}} if source.url else made


def _place(claim: Claim) -> str:
    return ", ".join(part for part in (claim.locator.section, claim.locator.begins) if part)


def _variables(claim: Claim, terminology: Terminology) -> Iterator[dict[str, Any]]:
    """Whom it is on, what was given and compared, and what was measured, each in words."""

    def label(concept: str) -> str:
        return terminology.label(concept, "en")

    code = claim.code if isinstance(claim.code, Effect) else Effect()
    quoted = {role: getattr(code, f"{role}_text") for role in ("population", "intervention", "comparator", "outcome")}
    whom = ", ".join(map(label, (*claim.populations, *claim.conditions)))
    named = {
        "population": whom, "intervention": label(claim.intervention) if claim.intervention else "",
        "comparator": label(claim.comparator) if claim.comparator else "",
        "outcome": label(claim.outcome) if claim.outcome else "",
    }  # fmt: skip
    roles = {"population": "population", "intervention": "exposure", "comparator": "referenceExposure",
             "outcome": "measuredVariable"}  # fmt: skip
    for role, fhir_role in roles.items():
        if words := quoted[role].text if quoted[role] else named[role]:
            yield _variable(fhir_role, words)


def _variable(role: str, words: str) -> dict[str, Any]:
    coding = [{"system": f"{HL7}/variable-role", "code": role}]
    return {"description": words, "variableRole": {"coding": coding}, "observed": {"display": words}}


def _statistic(effect: EffectEstimate) -> dict[str, Any]:
    code, display = STATISTICS[effect.measure]
    kind = {"coding": [{"system": f"{HL7}/statistic-type", "code": code, "display": display}], "text": display}
    quantity = {"value": effect.value, **({"unit": str(effect.unit)} if effect.unit else {})}
    size = {"numberOfStudies": effect.studies, "numberOfParticipants": effect.participants}
    made: dict[str, Any] = {"statisticType": kind, "quantity": quantity}
    if effect.ci_low is not None and effect.ci_high is not None:
        named = {"coding": [{"system": f"{HL7}/attribute-estimate-type", "code": "C53324",
                             "display": "Confidence interval"}]}  # fmt: skip
        interval = {"low": {"value": effect.ci_low}, "high": {"value": effect.ci_high}}
        made["attributeEstimate"] = [{"type": named, "level": effect.ci_level / 100, "range": interval}]
    if known := {name: number for name, number in size.items() if number is not None}:
        made["sampleSize"] = known
    return made


def _certainty(certainty: Certainty) -> list[dict[str, Any]]:
    if certainty is Certainty.NOT_GRADED:
        return []
    kind = {"coding": [{"system": f"{HL7}/certainty-type", "code": "Overall"}]}
    code = str(certainty).replace("_", "-")
    return [{"type": kind, "rating": {"coding": [{"system": f"{HL7}/certainty-rating", "code": code}]}}]
