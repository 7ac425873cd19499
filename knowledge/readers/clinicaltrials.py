"""ClinicalTrials.gov: JSON of API version 2 (one study, a list, a search response) and CSV exports.

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
from knowledge.models import CardKind
from knowledge.readers.bibliography import NCT, clean, first_year, title_of
from knowledge.readers.files import read_text
from knowledge.readers.records import Fault, Record

OTHER_REGISTRIES = {
    "isrctn": "an ISRCTN record",
    "a2_eudract_number": "a record of the EU Clinical Trials Register",
    "ctNumber": "a CTIS record",
}
"""What a field betrays about a record that is no study of ClinicalTrials.gov."""


def accepts(name: str, head: str) -> bool:
    """Whether the file is JSON, or a table with a column of NCT numbers."""
    if name.endswith(".csv"):
        return "NCT Number" in head.partition("\n")[0]
    return name.endswith(".json") or head.lstrip()[:1] in ("{", "[")


def read(path: Path) -> Iterator[Record | Fault]:
    """Every study of the file."""
    text = read_text(path)
    return _read_json(text) if text.lstrip()[:1] in ("{", "[") else _read_csv(text)


def _read_json(text: str) -> Iterator[Record | Fault]:
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise SourceError(f"line {error.lineno}, column {error.colno}: no valid JSON ({error.msg})") from error
    except (RecursionError, ValueError) as error:
        raise SourceError("no JSON that can be read: nested too deeply or with a number too long") from error
    for number, study in enumerate(_studies(content), start=1):
        yield _from_study(study, f"study {number}")


def _studies(content: Any) -> list[Any]:
    if isinstance(content, list):
        return content
    if isinstance(content.get("studies"), list):
        found: list[Any] = content["studies"]
        return found
    if "protocolSection" in content:
        return [content]
    for field, name in OTHER_REGISTRIES.items():
        if field in content:
            raise SourceError(f"{name}; of the registries only ClinicalTrials.gov (API version 2) is read")
    raise SourceError("JSON of a shape no reader knows; only studies of ClinicalTrials.gov (API version 2) are read")


def _from_study(study: Any, where: str) -> Record | Fault:
    if not isinstance(study, dict) or "protocolSection" not in study:
        return Fault(where=where, what="no study of ClinicalTrials.gov (API version 2): `protocolSection` is missing")
    names = ("protocolSection", "identificationModule")
    status = ("protocolSection", "statusModule")
    return _record(
        where,
        number=_text(study, *names, "nctId"),
        title=_text(study, *names, "officialTitle") or _text(study, *names, "briefTitle"),
        acronym=_text(study, *names, "acronym"),
        sponsor=_text(study, "protocolSection", "sponsorCollaboratorsModule", "leadSponsor", "name"),
        year=first_year(
            _text(study, *status, "studyFirstPostDateStruct", "date"), _text(study, *status, "studyFirstSubmitDate")
        ),
    )


def _text(content: Any, *path: str) -> str:
    """The text at the end of the path; empty when a part of the path is missing, as in filtered responses."""
    for step in path:
        content = content.get(step) if isinstance(content, dict) else None
    return _unescaped(content) if isinstance(content, str) else ""


def _unescaped(text: str) -> str:
    """The text without the backslashes that the registry puts before signs with a meaning in Markdown."""
    return clean(re.sub(r"\\([<>*~_\[\]#^])", r"\1", text))


def _read_csv(text: str) -> Iterator[Record | Fault]:
    csv.field_size_limit(sys.maxsize)  # a list of sites may be longer than the module's default allows
    rows = csv.DictReader(io.StringIO(text, newline=""))
    try:
        for number, row in enumerate(rows, start=1):
            cells = {name: _unescaped(cell) for name, cell in row.items() if isinstance(name, str) and cell}
            yield _record(
                f"row {number}",
                number=cells.get("NCT Number", ""),
                title=cells.get("Study Title", ""),
                acronym=cells.get("Acronym", ""),
                sponsor=cells.get("Sponsor", ""),
                year=first_year(cells.get("First Posted", "")),
            )
    except csv.Error as error:
        yield Fault(where="", what=f"line {rows.line_num}: no valid CSV ({error})")


def _record(where: str, *, number: str, title: str, acronym: str, sponsor: str, year: int | None) -> Record | Fault:
    if not NCT.fullmatch(number):
        return Fault(where=where, what=f"`{number}` is no NCT number" if number else "has no NCT number")
    if not title:
        return Fault(where=number, what="has no title")
    return Record(
        where=number,
        kind=CardKind.TRIAL,
        title=title_of(title),
        authors=(sponsor,) if sponsor else (),
        container="ClinicalTrials.gov",
        publisher="National Library of Medicine (US)",
        year=year,
        url=f"https://clinicaltrials.gov/study/{number}",
        registry=number,
        card_id=number.lower(),
        names=(number, acronym) if acronym else (number,),
    )
