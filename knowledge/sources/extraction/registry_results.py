"""Effect estimates among the posted results of a registered trial (ClinicalTrials.gov, API version 2).

They are fields, not prose: the place of each is its path in the record. Which group is the comparator is said nowhere;
it is read only where one of two groups is named as a placebo or control.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from knowledge.errors import SourceError
from knowledge.sources.extraction.fields import direction_by_numbers, estimate_of
from knowledge.sources.extraction.fields import number as _number
from knowledge.sources.extraction.models import Count, Estimate, Extracted, Measure, Words
from knowledge.sources.extraction.vocabulary import load_vocabulary
from knowledge.sources.readers.files import read_text
from knowledge.sources.readers.records import Fault

MEASURES: dict[str, Measure] = {
    "Hazard Ratio (HR)": "HR", "Cox Proportional Hazard": "HR", "Odds Ratio (OR)": "OR", "Risk Ratio (RR)": "RR",
    "Risk Difference (RD)": "RD", "Mean Difference (Final Values)": "MD", "Mean Difference (Net)": "MD",
    "LS Mean Difference": "MD", "Least Squares Mean Difference": "MD", "Rate Ratio": "rate ratio",
}  # fmt: skip
"""Kinds of parameter that the registry offers and that are effect estimates."""
OUTCOMES = ("resultsSection", "outcomeMeasuresModule", "outcomeMeasures")


def studies_in(content: Any) -> list[dict[str, Any]]:
    """The studies of a file, in any of the registry's shapes."""
    listed = content.get("studies") if isinstance(content, dict) else content
    if isinstance(content, dict) and "protocolSection" in content:
        listed = [content]
    return [s for s in listed if isinstance(s, dict) and "protocolSection" in s] if isinstance(listed, list) else []


def read_results(path: Path) -> Iterator[Extracted | Fault]:
    """Every effect estimate of the file's studies. Raises `SourceError` for what is no study of the registry."""
    try:
        content = json.loads(read_text(path))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"no JSON that can be read ({type(error).__name__}); download the record again") from error
    studies = studies_in(content)
    if not studies:
        raise SourceError("JSON of another shape; of the registries only ClinicalTrials.gov (API version 2) is read")
    for number, study in enumerate(studies, start=1):
        nct = _at(study, "protocolSection", "identificationModule", "nctId")
        if not isinstance(nct, str):
            yield Fault(where=f"study {number}", what="has no NCT number")
            continue
        yield from study_results(study, f"trial-{nct.lower()}")


def study_results(study: Any, card_id: str) -> Iterator[Extracted]:
    """Every effect estimate among a study's posted results."""
    outcomes = _at(study, *OUTCOMES)
    for place, outcome in enumerate(outcomes if isinstance(outcomes, list) else []):
        yield from _outcome(outcome, card_id, f"{'.'.join(OUTCOMES)}[{place}]")


def _at(content: Any, *path: str) -> Any:
    for step in path:
        content = content.get(step) if isinstance(content, dict) else None
    return content


def _outcome(outcome: Any, card_id: str, path: str) -> Iterator[Extracted]:
    analyses = _at(outcome, "analyses")
    for number, analysis in enumerate(analyses if isinstance(analyses, list) else []):
        estimate = _estimate(analysis, _at(outcome, "unitOfMeasure"))
        if estimate is None:
            continue
        groups = _groups(outcome, analysis)
        controls = [title for _, title in groups if load_vocabulary("en").found("control_arms", title)]
        others = [title for _, title in groups if title not in controls]
        known = len(groups) == 2 and len(controls) == 1
        title, frame = _at(outcome, "title"), _at(outcome, "timeFrame")
        said = ", ".join(part for part in (title, frame) if isinstance(part, str))
        yield Extracted(
            card_id=card_id,
            estimate=estimate,
            outcome=Words(text=said) if said else None,
            intervention=Words(text=others[0]) if known else None,
            comparator=Words(text=controls[0]) if known else None,
            participants=_participants(outcome, [name for name, _ in groups]),
            studies=Count(number=1),
            direction=direction_by_numbers(estimate, said),
            doubt=estimate.doubt,
            quote=Words(text=f"{path}.analyses[{number}]"),
        )


def _estimate(analysis: Any, unit: Any) -> Estimate | None:
    measure = MEASURES.get(str(_at(analysis, "paramType")))
    value, low, high, level = (
        _number(_at(analysis, name)) for name in ("paramValue", "ciLowerLimit", "ciUpperLimit", "ciPctValue")
    )
    if measure is None or value is None:
        return None
    return estimate_of(measure, value, low, high, level, unit if isinstance(unit, str) else None)


def _groups(outcome: Any, analysis: Any) -> list[tuple[str, str]]:
    """Identifier and title of each group that the analysis compares."""
    wanted, groups = _at(analysis, "groupIds"), _at(outcome, "groups")
    listed = groups if isinstance(groups, list) else []
    titles = {_at(group, "id"): _at(group, "title") for group in listed if isinstance(_at(group, "id"), str)}
    return [
        (g, titles[g])
        for g in (wanted if isinstance(wanted, list) else [])
        if isinstance(g, str) and isinstance(titles.get(g), str)
    ]


def _participants(outcome: Any, groups: list[str]) -> Count | None:
    """The participants analysed in the groups together; None where a group's number is missing."""
    denominators = _at(outcome, "denoms")
    for denominator in denominators if isinstance(denominators, list) else []:
        counts = _at(denominator, "counts")
        if _at(denominator, "units") != "Participants" or not isinstance(counts, list):
            continue
        numbers = {
            _at(count, "groupId"): _number(_at(count, "value"))
            for count in counts
            if isinstance(_at(count, "groupId"), str)
        }
        found = [numbers.get(group) for group in groups]
        if found and all(number is not None and number >= 0 for number in found):
            return Count(number=int(sum(number for number in found if number is not None)))
    return None
