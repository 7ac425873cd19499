"""Structured product labels (SPL, HL7 version 3): what DailyMed gives as XML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from knowledge.documents.models import Section
from knowledge.sources.readers.product_sections import CODES, day_of, product_record, section_of
from knowledge.sources.readers.records import Fault, Record
from knowledge.sources.readers.xml import inline, text_at, tree_of

UNNAMED = "a label"
LINES = ("paragraph", "item", "caption", "tr")
"""Elements of a section's text that are a line."""


def accepts(name: str, head: str) -> bool:
    """Whether the file is XML of HL7 with a label."""
    return head.lstrip().startswith("<") and "urn:hl7-org:v3" in head and "<document" in head


def read(path: Path) -> Iterator[Record | Fault]:
    """The one label of the file."""
    root = tree_of(path)
    identifier = _attribute(root, "setId", "root")
    products = [*root.iter("manufacturedProduct"), *root.iter("manufacturedMedicine")]
    brands = dict.fromkeys(name for product in products if (name := text_at(product, "name")))
    generic = dict.fromkeys(inline(item.find("name")) for item in root.iter("genericMedicine"))
    subjects = [name for name in (*generic, *brands) if name]
    if not identifier:
        yield Fault(where=UNNAMED, what="has no setId; download the label again")
    elif not subjects:
        yield Fault(where=identifier, what="names no medicine; download the label again")
    else:
        sections = [section for item in root.findall(".//structuredBody/component/section") for section in _all(item)]
        yield product_record(
            identifier, country="us", identifier=identifier, title=_title(next(iter(brands), ""), generic),
            publisher=text_at(root, "author/assignedEntity/representedOrganization/name") or "DailyMed",
            language="en", dated=day_of(_attribute(root, "effectiveTime", "value")),
            subjects=list(generic) or subjects, sections=sections,
            url=f"https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid={identifier}",
        )  # fmt: skip


def _attribute(element: Element, part: str, name: str) -> str:
    """What an attribute of a part says; nothing where either is missing."""
    found = element.find(part)
    return found.get(name, "") if found is not None else ""


def _title(brand: str, generic: Iterable[str]) -> str:
    substance = ", ".join(name.lower() for name in generic)
    return f"{brand} ({substance})" if brand and substance else brand or substance


def _all(item: Element, above: str = "") -> Iterator[Section]:
    """A section and those within it; a part without a code of its own is of the kind of the one around it."""
    kind = CODES.get(_attribute(item, "code", "code"), above)
    if kind and (found := section_of(kind, inline(item.find("title")), _lines(item.find("text")))):
        yield found
    for inside in item.findall("component/section"):
        yield from _all(inside, kind)


def _lines(text: Element | None) -> list[str]:
    """The paragraphs, items and rows of a section; a text without any is one line."""
    if text is None:
        return []
    found: list[str] = []
    for element in text.iter():
        if element.tag == "tr":
            found.append(" ".join(said for cell in element if (said := inline(cell))))
        elif element.tag in LINES and not any(child.tag in LINES for child in element.iter() if child is not element):
            found.append(inline(element))
    return [line for line in found if line] or [inline(text)]
