"""What a record of ClinicalTrials.gov says, as lines for a reviewer to compare claims with.

The headings are the places that claims name: the path of a part in the record. Counts of single adverse events, sites
and people are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

PROTOCOL = ("conditionsModule", "armsInterventionsModule", "outcomesModule", "eligibilityModule")
RESULTS = ("outcomeMeasuresModule", "adverseEventsModule")
LEFT_OUT = ("seriousEvents", "otherEvents")
"""Lists of single events, often hundreds."""
LONGEST = 200_000
"""Characters; more than anybody compares."""


def study_text(study: Mapping[str, Any]) -> str:
    """The design, arms, outcomes and results of a study; empty where the record holds none of it."""
    protocol, results = (_mapping(study.get(name)) for name in ("protocolSection", "resultsSection"))
    lines: list[str] = []
    if design := list(_lines(protocol.get("designModule"), "protocolSection.designModule")):
        lines += ["Study design", *design]
    for name in PROTOCOL:
        lines += _part(protocol.get(name), f"protocolSection.{name}")
    for name in RESULTS:
        lines += _part(results.get(name), f"resultsSection.{name}")
    return "\n".join(lines)[:LONGEST]


def _part(content: Any, path: str) -> list[str]:
    lines = list(_lines(content, path))
    return ["", path, *lines] if lines else []


def _lines(content: Any, path: str) -> Iterator[str]:
    """A line for each field that is said in words or figures; below them, under its path, what is made of parts."""
    parts: list[tuple[str, Any]] = []
    for name, value in _mapping(content).items():
        if name in LEFT_OUT:
            continue
        if isinstance(value, Mapping):
            parts.append((f"{path}.{name}", value))
        elif isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
            parts.append((f"{path}.{name}", None))
            parts += [(f"{path}.{name}[{place}]", item) for place, item in enumerate(value)]
        else:
            said = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            yield f"{name}: {' '.join(said.split())}"
    for place, part in parts:
        yield place
        yield from _lines(part, place)


def _mapping(content: Any) -> Mapping[str, Any]:
    return content if isinstance(content, Mapping) else {}
