"""XML of other people: parsed without entities of its own or addresses fetched, raised figures kept in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, XMLParser

from knowledge.errors import SourceError
from knowledge.sources.readers.bibliography import clean, raised
from knowledge.sources.readers.files import read_text

DEEPEST = 150
"""Elements within elements; no record needs more, and walking a text made to be deep would exhaust the machine."""
NAMESPACE = re.compile(r"\{[^}]*\}")
DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
"""The declaration names the encoding of the bytes; the text is decoded already."""


def tree_of(path: Path) -> Element:
    """The root element, names without their namespaces. Raises `SourceError`."""
    return parsed(read_text(path))


def parsed(text: str) -> Element:
    """The root element of a text, names without their namespaces. Raises `SourceError`."""
    refuse_entities(text)
    parser = XMLParser()
    try:
        parser.feed(DECLARED.sub("", text, count=1))
        root: Element = parser.close()
    except ParseError as error:
        line, column = error.position
        raise SourceError(f"line {line}, column {column + 1}: no well-formed XML; download the file again") from error
    _tidy(root)
    return root


def refuse_entities(text: str) -> None:
    """Raise `SourceError` for XML that defines entities.

    Records need none of their own; a file that defines them may grow without end when they are expanded, or name an
    address. Without them the parser of the standard library expands and fetches nothing.
    """
    if "<!ENTITY" in text:
        raise SourceError("the XML defines entities of its own and is not read; export the records again")


def _tidy(root: Element) -> None:
    """Take namespaces off every name; a `SourceError` for what is nested too deeply."""
    waiting = [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        if depth > DEEPEST:
            raise SourceError("XML nested too deeply to be a record; it is not read")
        if isinstance(element.tag, str):
            element.tag = NAMESPACE.sub("", element.tag)
        for name in [name for name in element.attrib if name.startswith("{")]:
            element.attrib.setdefault(NAMESPACE.sub("", name), element.attrib[name])
        waiting += [(child, depth + 1) for child in element]


def inline(element: Element | None, leave_out: Iterable[str] = ()) -> str:
    """The text of an element on one line, raised and lowered figures in their place, formulas as far as they can be."""
    return clean("".join(_pieces(element, frozenset(leave_out)))) if element is not None else ""


def _pieces(element: Element, leave_out: frozenset[str]) -> Iterator[str]:
    name = NAMESPACE.sub("", element.tag) if isinstance(element.tag, str) else ""
    if name in leave_out or not name:
        return
    if name in ("sup", "sub") and len(element) == 0:
        yield raised(element.text or "", name)
        return
    if name in ("msup", "msub", "mfrac") and len(element) == 2:
        yield from _formula(name, element, leave_out)
        return
    yield element.text or ""
    for child in element:
        yield from _pieces(child, leave_out)
        yield child.tail or ""


def _formula(name: str, element: Element, leave_out: frozenset[str]) -> Iterator[str]:
    """A power, an index or a fraction: what MathML draws must not run together on the line."""
    first, second = ("".join(_pieces(part, leave_out)).strip() for part in element)
    if name == "mfrac":
        yield f"({first})/({second})"
    else:
        signs = raised(second, "sup" if name == "msup" else "sub")
        yield f"{first}{signs}" if signs != second or name == "msub" else f"{first}^{second}"


def text_at(element: Element | None, path: str) -> str:
    """The text at the path with that of markup inside it; empty when there is none."""
    return inline(element.find(path)) if element is not None else ""


def texts_at(element: Element | None, path: str) -> list[str]:
    """The texts at the path that are not empty."""
    return [said for found in (element.findall(path) if element is not None else []) if (said := inline(found))]
