"""Electronic product information (ePI): a FHIR document whose composition holds the text by section."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from knowledge.documents.models import Section
from knowledge.sources.readers.bibliography import clean, language_tag
from knowledge.sources.readers.files import read_json
from knowledge.sources.readers.pages import page_of_html
from knowledge.sources.readers.product_sections import EUROPEAN, day_of, product_record, section_of
from knowledge.sources.readers.records import Fault, Record

NUMBER = re.compile(r"^\s*(\d{1,2}(?:\.\d{1,2})?)\.?(?:\s|$)")
UNNAMED = "an ePI"
DEEPEST = 20


def accepts(name: str, head: str) -> bool:
    """Whether the file is JSON of FHIR with a composition."""
    return head.lstrip().startswith("{") and '"resourceType"' in head and '"Composition"' in head


def read(path: Path) -> Iterator[Record | Fault]:
    """The one text of the file."""
    content = read_json(path)
    resources = list(_resources(content))
    composition = next(_of_type("Composition", resources), None)
    if composition is None:
        yield Fault(where=UNNAMED, what="holds no Composition; download the whole bundle")
        return
    title = clean(_said(composition, "title"))
    sections = [found for item in _list(composition, "section") for found in _sections(item, "", 0)]
    if not title or not sections:
        what = "names no title" if not title else "has no section with a number of a product text (4.1 to 4.9)"
        yield Fault(where=title or UNNAMED, what=f"{what}; download the whole bundle")
        return
    bundle = content if isinstance(content, dict) else {}
    identifier = _identifier(bundle) or _identifier(composition) or title
    language = language_tag(_said(composition, "language") or _said(bundle, "language"))
    yield product_record(
        title, country="eu", identifier=identifier, title=title, publisher="European Medicines Agency (ePI)",
        language=language, dated=day_of(_said(composition, "date")), subjects=_subjects(resources) or [title],
        sections=sections,
    )  # fmt: skip


def _of_type(kind: str, resources: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    return (item for item in resources if item.get("resourceType") == kind)


def _subjects(resources: list[dict[str, Any]]) -> list[str]:
    """The active substances and the names of the products."""
    substances = map(_substance, _of_type("Ingredient", resources))
    names = map(_name, _of_type("MedicinalProductDefinition", resources))
    return [name for name in (*substances, *names) if name]


def _resources(content: Any) -> Iterator[dict[str, Any]]:
    if not isinstance(content, dict):
        return
    if content.get("resourceType") != "Bundle":
        yield content
        return
    for entry in _list(content, "entry"):
        inside = entry.get("resource") if isinstance(entry, dict) else None
        if isinstance(inside, dict):
            yield from _resources(inside) if inside.get("resourceType") == "Bundle" else [inside]


def _sections(item: Any, above: str, depth: int) -> Iterator[Section]:
    """A section and those within it, of the kind that its number names, or the number of the one around it."""
    if not isinstance(item, dict) or depth > DEEPEST:
        return
    heading = clean(_said(item, "title"))
    number = NUMBER.match(heading)
    kind = EUROPEAN.get(number[1], "") if number else above
    text = item.get("text")
    lines = [block.text for block in page_of_html(_said(text, "div")).blocks] if isinstance(text, dict) else []
    if kind and (found := section_of(kind, heading, lines)):
        yield found
    for inside in _list(item, "section"):
        yield from _sections(inside, kind, depth + 1)


def _said(item: Any, name: str) -> str:
    found = item.get(name) if isinstance(item, dict) else None
    return found if isinstance(found, str) else ""


def _list(item: Any, name: str) -> list[Any]:
    found = item.get(name) if isinstance(item, dict) else None
    return found if isinstance(found, list) else [found] if isinstance(found, dict) else []


def _identifier(item: dict[str, Any]) -> str:
    return next((said for one in _list(item, "identifier") if (said := _said(one, "value"))), "")


def _name(product: dict[str, Any]) -> str:
    return next((said for one in _list(product, "name") if (said := _said(one, "productName"))), "")


def _substance(ingredient: dict[str, Any]) -> str:
    """The name of an active substance; an excipient is no subject of the text."""
    if "active" not in json.dumps(ingredient.get("role", "")).lower():
        return ""
    code = (ingredient.get("substance") or {}).get("code") if isinstance(ingredient.get("substance"), dict) else None
    concept = code.get("concept") if isinstance(code, dict) else None
    shown = next((said for one in _list(concept, "coding") if (said := _said(one, "display"))), "")
    return shown or _said(concept, "text")
