"""Labels of openFDA: a response of the service, one label, a list, or a label a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from knowledge.documents.models import Section
from knowledge.sources.readers.files import read_json, read_text
from knowledge.sources.readers.product_sections import AMERICAN, day_of, label_parts, product_record, section_of
from knowledge.sources.readers.records import Fault, Record

PUBLISHER = "US Food and Drug Administration (openFDA)"


def accepts(name: str, head: str) -> bool:
    """Whether the file is JSON of labels."""
    is_label = '"set_id"' in head and ('"effective_time"' in head or '"openfda"' in head)
    return head.lstrip()[:1] in ("{", "[") and (is_label or "open.fda.gov" in head or '"spl_product_data' in head)


def read(path: Path) -> Iterator[Record | Fault]:
    """Every label of the file."""
    for number, label in enumerate(_labels(path), start=1):
        where = f"label {number}"
        yield _record(label, where) if isinstance(label, dict) else Fault(where=where, what="is no label of openFDA")


def _labels(path: Path) -> Iterator[Any]:
    text = read_text(path)
    lines = [line for line in text.split("\n", 2)[:2] if line.strip()]
    if len(lines) > 1 and all(line.startswith("{") and line.rstrip().endswith("}") for line in lines):
        for line in text.split("\n"):
            if line.strip():
                yield _one(line)
        return
    content = read_json(path)
    if isinstance(content, dict) and isinstance(content.get("results"), list):
        yield from content["results"]
    else:
        yield from content if isinstance(content, list) else [content]


def _one(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _record(label: dict[str, Any], where: str) -> Record | Fault:
    named, fields = _inside(label, "openfda"), _inside(label, "sections")
    identifier = _first(label, "set_id") or _first(named, "spl_set_id")
    generic, brand = _texts(named, "generic_name"), _first(named, "brand_name")
    if not identifier:
        return Fault(where=where, what="has no `set_id`; download the label again")
    if not generic and not brand:
        return Fault(where=identifier, what="names no medicine (`generic_name`, `brand_name`); download it again")
    sections = list(_sections(fields))
    if not sections:
        return Fault(where=identifier, what="has no section; ask openFDA for the whole label")
    substance = ", ".join(name.lower() for name in generic)
    return product_record(
        identifier, country="us", identifier=identifier, title=f"{brand} ({substance})" if brand and substance
        else brand or substance, publisher=_first(named, "manufacturer_name") or PUBLISHER, language="en",
        dated=day_of(_first(label, "effective_time")), subjects=generic or [brand], sections=sections,
        url=f"https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid={identifier}",
    )  # fmt: skip


def _inside(label: dict[str, Any], name: str) -> dict[str, Any]:
    """The part of a label under a name; the label itself where it has no such part."""
    found = label.get(name)
    return found if isinstance(found, dict) else label


def _sections(fields: dict[str, Any]) -> Iterator[Section]:
    for name, kind in AMERICAN.items():
        parts = [part for text in _texts(fields, name) for part in label_parts(text)]
        if found := section_of(kind, name.replace("_", " ").capitalize(), parts):
            yield found


def _texts(content: dict[str, Any], name: str) -> list[str]:
    said = content.get(name)
    listed = said if isinstance(said, list) else [said]
    return [text for text in listed if isinstance(text, str) and text.strip()]


def _first(content: dict[str, Any], name: str) -> str:
    return next(iter(_texts(content, name)), "")
