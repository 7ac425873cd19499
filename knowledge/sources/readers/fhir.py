"""FHIR R5 Evidence: one resource, or a bundle of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fhir.resources.codeableconcept import CodeableConcept
from fhir.resources.evidence import (
    Evidence,
    EvidenceCertainty,
    EvidenceStatistic,
    EvidenceStatisticAttributeEstimate,
)
from fhir.resources.quantity import Quantity
from pydantic import ValidationError

from knowledge.evidence.models import CardKind, Certainty, slugify
from knowledge.sources.extraction.fields import arms_in, direction_by_numbers, estimate_of, number
from knowledge.sources.extraction.models import Count, Estimate, Extracted, Grade, Measure, Words
from knowledge.sources.readers.bibliography import clean, doi_in, first_year, title_of
from knowledge.sources.readers.files import read_json
from knowledge.sources.readers.records import Fault, Record

MEASURES: dict[str, Measure] = {
    "relative risk": "RR", "risk ratio": "RR", "odds ratio": "OR", "hazard ratio": "HR", "risk difference": "RD",
    "absolute risk difference": "RD", "mean difference": "MD", "standardized mean difference": "SMD",
    "standardised mean difference": "SMD", "incidence rate ratio": "rate ratio", "rate ratio": "rate ratio",
    "c93152": "RR", "c16932": "OR", "c93150": "HR", "0000424": "RD", "0000457": "MD",
    "0000100": "SMD",
    "relative-risk": "RR", "odds-ratio": "OR", "hazard-ratio": "HR", "absolute-meandiff": "MD",
}  # fmt: skip
"""By the display or the code of a statistic type (HL7's own codes and those of the NCI thesaurus)."""
GRADES = {
    "high": Certainty.HIGH, "moderate": Certainty.MODERATE, "low": Certainty.LOW, "very-low": Certainty.VERY_LOW,
    "very low": Certainty.VERY_LOW,
}  # fmt: skip
ROLES = {
    "exposure": "intervention", "referenceExposure": "comparator", "measuredVariable": "outcome",
    "population": "population",
}  # fmt: skip


def accepts(name: str, head: str) -> bool:
    """Whether the file is JSON of FHIR with evidence."""
    return head.lstrip().startswith("{") and '"resourceType"' in head and '"Evidence"' in head


def read(path: Path) -> Iterator[Record | Fault]:
    """Every Evidence resource of the file."""
    content = read_json(path)
    entries = content.get("entry") if isinstance(content, dict) and content.get("resourceType") == "Bundle" else None
    resources = [e.get("resource") for e in entries if isinstance(e, dict)] if isinstance(entries, list) else [content]
    found = [item for item in resources if isinstance(item, dict) and item.get("resourceType") == "Evidence"]
    for place, resource in enumerate(found, start=1):
        yield _record(resource, f"FHIR Evidence {place}")


def _record(resource: dict[str, Any], where: str) -> Record | Fault:
    title = title_of(_said(resource, "title") or _said(resource, "description") or _said(resource, "name"))
    if not title:
        return Fault(where=where, what="FHIR Evidence without `title`, `name` or `description`; add one")
    try:
        statistics = [EvidenceStatistic.model_validate(item) for item in _list(resource, "statistic")]
        certainties = [EvidenceCertainty.model_validate(item) for item in _list(resource, "certainty")]
    except ValidationError as error:
        return Fault(where=where, what=f"FHIR Evidence that is not valid: {_first_fault(error)}")
    card_id = slugify(f"evidence {_said(resource, 'id') or title}")[:80].strip("-")
    results = _results(statistics, _named(resource, title), _grade(certainties), card_id)
    return Record(
        where=where,
        kind=_kind(statistics),
        title=title,
        container="FHIR Evidence",
        publisher=clean(_said(resource, "publisher")),
        year=first_year(_said(resource, "date")),
        doi=doi_in(*(_said(item, "value") for item in _list(resource, "identifier") if isinstance(item, dict))),
        card_id=card_id,
        results=results,
        doubts=(*_invalid(resource), *_not_read(len(statistics) - len(results))),
    )


def _kind(statistics: list[EvidenceStatistic]) -> CardKind:
    """A review, where any number comes of more than one study."""
    is_pooled = any((_studies(item) or 0) > 1 for item in statistics)
    return CardKind.SYSTEMATIC_REVIEW if is_pooled else CardKind.ARTICLE


def _not_read(missing: int) -> Iterator[str]:
    if missing:
        yield f"{missing} statistics are of a kind that is not read"


def _invalid(resource: dict[str, Any]) -> Iterator[str]:
    """What makes the whole resource no valid R5, though its numbers were read."""
    try:
        Evidence.model_validate(resource)
    except ValidationError as error:
        yield f"the FHIR Evidence is not valid R5: {_first_fault(error)}"


def _first_fault(error: ValidationError) -> str:
    fault = error.errors()[0]
    return f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}"[:160]


def _said(item: dict[str, Any], name: str) -> str:
    found = item.get(name)
    return found if isinstance(found, str) else ""


def _list(item: dict[str, Any], name: str) -> list[Any]:
    found = item.get(name)
    return found if isinstance(found, list) else []


def _named(resource: dict[str, Any], title: str) -> dict[str, str]:
    """What the variables of the evidence are, by role; the arms else as the title names them."""
    found: dict[str, str] = {}
    for item in _list(resource, "variableDefinition"):
        if not isinstance(item, dict):
            continue
        role = item.get("variableRole")
        codes = _list(role, "coding") if isinstance(role, dict) else []
        code = next((_said(c, "code") for c in codes if isinstance(c, dict)), _said(item, "variableRole"))
        observed = item.get("observed") or item.get("intended")
        words = _said(item, "description") or (_said(observed, "display") if isinstance(observed, dict) else "")
        if code in ROLES and words:
            found.setdefault(ROLES[code], clean(words))
    head, _, tail = title.partition(": ")
    first, second = arms_in(head.replace(" v ", " versus "))
    for name, said in (("intervention", first), ("comparator", second), ("outcome", tail if second else "")):
        if said:
            found.setdefault(name, said)
    return found


def _grade(certainties: list[EvidenceCertainty]) -> Grade | None:
    """The overall rating; that of a domain such as imprecision is none."""
    for item in certainties:
        if item.type is not None and any("overall" not in (c.code or "").lower() for c in item.type.coding or []):
            continue
        for coding in (item.rating.coding or []) if item.rating else []:
            if level := GRADES.get((coding.code or "").casefold()):
                return Grade(level=level)
    return None


def _studies(item: EvidenceStatistic) -> int | None:
    size = item.sampleSize
    return int(size.numberOfStudies) if size is not None and size.numberOfStudies is not None else None


def _results(
    statistics: list[EvidenceStatistic], named: dict[str, str], grade: Grade | None, card_id: str
) -> tuple[Extracted, ...]:
    """The statistics that are effect estimates."""
    return tuple(found for item in statistics if (found := _result(item, named, grade, card_id)))


def _result(
    item: EvidenceStatistic, named: dict[str, str], grade: Grade | None, card_id: str
) -> Extracted | None:
    estimate = _estimate(item)
    if estimate is None:
        return None
    size, outcome = item.sampleSize, named.get("outcome", "")
    count = size.numberOfParticipants if size is not None else None
    studies = _studies(item)
    words = {role: Words(text=said) for role, said in named.items()}
    return Extracted(
        card_id=card_id,
        estimate=estimate,
        **words,
        studies=Count(number=studies) if studies is not None else None,
        participants=Count(number=int(count)) if count is not None else None,
        certainty=grade,
        direction=direction_by_numbers(estimate, outcome),
        doubt=estimate.doubt,
        quote=Words(text="statistic"),
    )


def _estimate(item: EvidenceStatistic) -> Estimate | None:
    measure = next((known for name in _names(item.statisticType) if (known := MEASURES.get(name.casefold()))), None)
    value = _amount(item.quantity)
    if measure is None or value is None or item.quantity is None:
        return None
    low, high, level = _interval(item)
    return estimate_of(measure, value, low, high, level, item.quantity.unit)


def _interval(item: EvidenceStatistic) -> tuple[float | None, float | None, float | None]:
    """The limits of the confidence interval and its level in per cent; of several intervals, those of the last."""
    attributes = item.attributeEstimate or []
    intervals = [(one.range, one.level) for one in attributes if one.range is not None and _is_of_confidence(one)]
    if not intervals:
        return None, None, None
    limits, level = intervals[-1]
    return _amount(limits.low), _amount(limits.high), float(level) * 100 if level is not None else None


def _is_of_confidence(attribute: EvidenceStatisticAttributeEstimate) -> bool:
    return any("confidence" in name.casefold() or name == "C53324" for name in _names(attribute.type))


def _names(concept: CodeableConcept | None) -> list[str]:
    """What a coded concept is called: its text, the displays and the codes."""
    if concept is None:
        return []
    said = [concept.text, *(name for coding in concept.coding or [] for name in (coding.display, coding.code))]
    return [name for name in said if name]


def _amount(quantity: Quantity | None) -> float | None:
    return number(quantity.value) if quantity is not None else None
