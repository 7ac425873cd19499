"""ClinicalTrials.gov: studies of API version 2 (one, a list, a search response, one a line) and both forms of tables.

Names and addresses of investigators are left alone: the sponsor stands as author of a registry record.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from knowledge.errors import SourceError
from knowledge.evidence.models import CardKind
from knowledge.sources.extraction.registry_results import study_results
from knowledge.sources.readers.bibliography import NCT, clean, first_year, title_of
from knowledge.sources.readers.designs import design_of
from knowledge.sources.readers.files import read_json, read_text
from knowledge.sources.readers.records import ArmCount, Fault, Harm, Record
from knowledge.sources.readers.registry_text import study_text

OTHER_REGISTRIES = {
    "isrctn": "an ISRCTN record",
    "a2_eudract_number": "a record of the EU Clinical Trials Register",
    "ctNumber": "a CTIS record",
}
"""What a field betrays about a record that is no study of ClinicalTrials.gov."""
MEDICINES = ("DRUG", "BIOLOGICAL", "DIETARY_SUPPLEMENT")
"""Types of intervention that a medicine may be of."""
LINES = (".ndjson", ".jsonl")


def accepts(name: str, head: str) -> bool:
    """Whether the file is JSON, or a table with a column of NCT numbers."""
    if name.endswith((".csv", ".tsv")):
        return "NCT Number" in head.partition("\n")[0]
    return name.endswith((".json", *LINES)) or head.lstrip()[:1] in ("{", "[")


def read(path: Path) -> Iterator[Record | Fault]:
    """Every study of the file."""
    text = read_text(path)
    if text.lstrip()[:1] not in ("{", "[", '"'):
        return _read_csv(text)
    if _is_a_study_a_line(text):
        return _read_lines(text)
    return (_from_study(study, f"study {number}") for number, study in enumerate(_studies(read_json(path)), start=1))


def _is_a_study_a_line(text: str) -> bool:
    lines = [line for line in text.split("\n", 3)[:3] if line.strip()]
    return len(lines) > 1 and all(line.startswith("{") and line.rstrip().endswith("}") for line in lines[:2])


def _read_lines(text: str) -> Iterator[Record | Fault]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            study = json.loads(line)
        except (RecursionError, ValueError):
            yield Fault(where=f"line {number}", what="no valid JSON")
        else:
            yield _from_study(study, f"line {number}")


def _studies(content: dict[str, Any] | list[Any]) -> list[Any]:
    if isinstance(content, list):
        if content and not any(isinstance(study, dict) and "protocolSection" in study for study in content):
            raise SourceError(_other_shape(content[0] if isinstance(content[0], dict) else {}))
        return content
    if isinstance(content.get("studies"), list):
        found: list[Any] = content["studies"]
        return found
    if "protocolSection" in content:
        return [content]
    raise SourceError(_other_shape(content))


def _other_shape(content: dict[str, Any]) -> str:
    for field, name in OTHER_REGISTRIES.items():
        if field in content:
            return f"{name}; download the trial from ClinicalTrials.gov, or from the WHO's platform (ICTRP) as XML"
    if "resourceType" in content:
        return f"a FHIR resource {content['resourceType']!s:.40}; of those only Evidence and ePI bundles are read"
    return "JSON of a shape no reader knows; export the references as RIS, or the study from ClinicalTrials.gov"


def _from_study(study: Any, where: str) -> Record | Fault:
    if not isinstance(study, dict) or "protocolSection" not in study:
        return Fault(where=where, what="no study of ClinicalTrials.gov (API version 2): `protocolSection` is missing")
    names = ("protocolSection", "identificationModule")
    number = _text(study, *names, "nctId")
    aliases = _at(study, *names, "nctIdAliases")
    registered = _text(study, *names, "orgStudyIdInfo", "id")
    found = _record(
        where,
        number=number,
        title=_text(study, *names, "officialTitle") or _text(study, *names, "briefTitle"),
        others=[
            _text(study, *names, "acronym"),
            *(alias for alias in (aliases if isinstance(aliases, list) else []) if isinstance(alias, str)),
            registered if len(registered) > 3 else "",
        ],
        sponsor=_text(study, "protocolSection", "sponsorCollaboratorsModule", "leadSponsor", "name"),
        year=_year(study),
        kind=_kind(study),
    )
    if isinstance(found, Fault):
        return found
    conditions = _at(study, "protocolSection", "conditionsModule", "conditions")
    listed = conditions if isinstance(conditions, list) else []
    return found.model_copy(
        update={
            "results": tuple(study_results(study, f"trial-{number.lower()}")),
            "harms": tuple(_harms(study)),
            "enrolled": _enrolled(study),
            "treatments": tuple(_treatments(study)),
            "subjects": tuple(clean(said) for said in listed if isinstance(said, str)),
            "fields": study_text(study),
        }
    )


def _harms(study: Any) -> Iterator[Harm]:
    """Serious adverse events by arm, where every arm has its counts."""
    path = ("resultsSection", "adverseEventsModule", "eventGroups")
    groups = _at(study, *path)
    arms: list[ArmCount] = []
    for group in groups if isinstance(groups, list) else []:
        affected, at_risk = _at(group, "seriousNumAffected"), _at(group, "seriousNumAtRisk")
        if not (_is_count(affected) and _is_count(at_risk) and 0 < at_risk >= affected):
            return
        arms.append(ArmCount(title=_text(group, "title") or "?", affected=affected, at_risk=at_risk))
    if arms:
        yield Harm(event="serious_adverse_events", arms=tuple(arms), place=".".join(path))


def _is_count(said: Any) -> bool:
    return isinstance(said, int) and not isinstance(said, bool) and said >= 0


def _enrolled(study: Any) -> int | None:
    """How many took part; a planned number is none."""
    path = ("protocolSection", "designModule", "enrollmentInfo")
    count = _at(study, *path, "count")
    return count if _is_count(count) and count and _text(study, *path, "type") == "ACTUAL" else None


def _treatments(study: Any) -> Iterator[str]:
    listed = _at(study, "protocolSection", "armsInterventionsModule", "interventions")
    for item in listed if isinstance(listed, list) else []:
        name = _text(item, "name")
        if _text(item, "type") in MEDICINES and "placebo" not in name.lower():
            yield name


def _year(study: Any) -> int | None:
    """The year of the results: when they were posted, else when the study ended; its first posting is no result's."""
    status = ("protocolSection", "statusModule")
    posted = first_year(_text(study, *status, "resultsFirstPostDateStruct", "date"))
    if posted or _text(study, *status, "completionDateStruct", "type") == "ESTIMATED":
        return posted
    return first_year(_text(study, *status, "completionDateStruct", "date"))


def _kind(study: Any) -> CardKind:
    design = ("protocolSection", "designModule")
    said = [
        f"allocation: {_text(study, *design, 'designInfo', 'allocation')}",
        _text(study, *design, "designInfo", "interventionModel"),
    ]
    title = _text(study, "protocolSection", "identificationModule", "officialTitle")
    return design_of(" ".join(said), _text(study, *design, "studyType"), title)


def _at(content: Any, *path: str) -> Any:
    for step in path:
        content = content.get(step) if isinstance(content, dict) else None
    return content


def _text(content: Any, *path: str) -> str:
    """The text at the end of the path; empty when a part of the path is missing, as in filtered responses."""
    found = _at(content, *path)
    return _unescaped(found) if isinstance(found, str) else ""


def _unescaped(text: str) -> str:
    """The text without the backslashes that the registry puts before signs with a meaning in Markdown."""
    return clean(re.sub(r"\\([<>*~_\[\]#^])", r"\1", text))


def _read_csv(text: str) -> Iterator[Record | Fault]:
    csv.field_size_limit(sys.maxsize)  # a list of sites may be longer than the module's default allows
    separator = "\t" if "\t" in text.partition("\n")[0] else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for number, row in enumerate(rows, start=1):
            cells = {name: _unescaped(cell) for name, cell in row.items() if isinstance(name, str) and cell}
            design = cells.get("Study Design") or cells.get("Study Designs", "")
            # The classic export calls its columns otherwise.
            title = cells.get("Study Title") or cells.get("Title", "")
            yield _record(
                f"row {number}",
                number=cells.get("NCT Number", ""),
                title=title,
                others=[cells.get("Acronym", "")],
                sponsor=cells.get("Sponsor") or cells.get("Sponsor/Collaborators", "").partition("|")[0],
                year=first_year(cells.get("Results First Posted", "")),
                kind=design_of(design, cells.get("Study Type", ""), title),
            )
    except csv.Error as error:
        yield Fault(where="", what=f"line {rows.line_num}: no valid CSV ({error})")


def _record(
    where: str, *, number: str, title: str, others: list[str], sponsor: str, year: int | None, kind: CardKind
) -> Record | Fault:
    if not NCT.fullmatch(number):
        return Fault(where=where, what=f"`{number}` is no NCT number" if number else "has no NCT number")
    if not title:
        return Fault(where=number, what="has no title")
    return Record(
        where=number,
        kind=kind,
        title=title_of(title),
        authors=(sponsor,) if sponsor else (),
        container="ClinicalTrials.gov",
        publisher="National Library of Medicine (US)",
        year=year,
        url=f"https://clinicaltrials.gov/study/{number}",
        registry=number,
        card_id=f"trial-{number.lower()}",
        names=(number, *(other for other in others if other)),
    )
