"""Substances: every medicine that has no concept of its own, with its classes and its names.

The lists under `terminology/substances` hold international nonproprietary names (INN) in English, with the names
that no rule gives, in sections by class. The usual spellings of the Nordic languages, Dutch, German and Finnish follow
by rule (`knowledge.terminology.spelling`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from knowledge.errors import CardError
from knowledge.evidence.models import ConceptId, Frozen
from knowledge.languages import LANGUAGES
from knowledge.languages.substance_labels import substance_labels
from knowledge.terminology.spelling import spelling_variants

FOLDER = Path(__file__).parent / "substances"

_SECTION = re.compile(r"^\[(?P<classes>[a-z0-9_, ]*)\]$")
_INTERNATIONAL = re.compile(r"^[a-z]{5,}(?:in|ine|one|ole|ate|ide|ab|ib|il|ol)$")
"""A further name that looks like an international one, such as a former one: it has spellings of its own."""
_LINE = re.compile(r"^[^\W\d_][^=,]*(?: = [^=,]+(?:, ?[^=,]+)*)?$")


class Substance(Frozen):
    """A medicine with every name it may be asked for by, except its brands."""

    id: ConceptId
    label: str
    """The English international name."""
    names: tuple[str, ...]
    """Every form, the label first."""
    classes: tuple[ConceptId, ...] = ()
    """The classes it belongs to, without those above them."""


class _Entry(NamedTuple):
    """A line of a list."""

    where: str
    label: str
    further: tuple[str, ...]
    classes: tuple[str, ...]


def entries_of(path: Path) -> Iterator[tuple[int, str]]:
    """The entries of a list with the line each begins in: without comments, and a line that ends in a comma goes on."""
    begun, entry = 0, ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        text = line.partition("#")[0].strip()
        begun, entry = (begun, f"{entry} {text}") if entry else (number, text)
        if entry and not (entry.endswith(",") and text):
            yield begun, entry
            entry = ""
    if entry:
        yield begun, entry


def _read_lines(folder: Path) -> Iterator[_Entry]:
    """Every entry of every list; `[class, class]` begins the members of these classes, `[]` those of none."""
    for path in sorted(folder.glob("*.txt")):
        classes: tuple[str, ...] = ()
        for number, text in entries_of(path):
            where = f"{path.name}, line {number}"
            section = _SECTION.match(text)
            if section:
                classes = tuple(name.strip() for name in section["classes"].split(",") if name.strip())
                continue
            if not _LINE.match(text):
                raise CardError(f"{where}: expected `name` or `name = further name, further name`, found `{text}`")
            label, _, further = text.partition(" = ")
            yield _Entry(where, label, tuple(name.strip() for name in further.split(",") if further), classes)


def identifier(label: str) -> str:
    """The id of a substance: its English name in snake case.

    >>> identifier("St John's wort")
    'st_john_s_wort'
    """
    return re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_")


@cache
def load_substances(folder: Path = FOLDER) -> tuple[Substance, ...]:
    """Every substance of the lists; a malformed line or a name given twice is a `CardError`.

    A spelling that follows by rule never takes a name away from another substance. Whatever a language shows a
    substance by is one of its names: what is shown can be typed back.
    """
    entries = list(_read_lines(folder))
    owners: dict[str, str] = {}
    for entry in entries:
        for name in (entry.label, *entry.further):
            if name.casefold() in owners:
                raise CardError(f"{entry.where}: `{name}` stands already in {owners[name.casefold()]}; leave one out")
            owners[name.casefold()] = entry.where
    substances = []
    for entry in entries:
        international = [name for name in entry.further if _INTERNATIONAL.match(name)]
        variants = frozenset().union(*map(spelling_variants, (entry.label, *international)))
        by_rule = sorted(form for form in variants if form not in owners)
        owners.update((form, entry.where) for form in by_rule)
        shown = {name.casefold(): name for name in _shown(identifier(entry.label))}
        own = [name for form, name in shown.items() if form not in owners]
        owners.update((form, entry.where) for form in shown)
        names = (entry.label, *entry.further, *by_rule, *own)
        substances.append(Substance(id=identifier(entry.label), label=entry.label, names=names, classes=entry.classes))
    return tuple(substances)


def _shown(substance: ConceptId) -> Iterator[str]:
    """What languages show a substance by where that is no spelling of its English name."""
    for tag in LANGUAGES:
        if label := substance_labels(tag).get(substance):
            yield label
