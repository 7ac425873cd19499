"""Brand names by country, each with the substances it stands for.

The files under `terminology/brands` hold a line for each substance or combination, with its brands and, after each, the
countries it is sold in under that name (`*` for all of them). A country that only one of our sources shows has a
question mark:

    pantoprazole = Somac no fi?, Pantoloc se dk, Pantozol nl be de
    amlodipine + valsartan = Exforge *

A brand that stands on two lines means different things in different countries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from knowledge.errors import CardError
from knowledge.evidence.models import ConceptId, Frozen
from knowledge.terminology.substance_names import entries_of, identifier

FOLDER = Path(__file__).parent / "brands"

COUNTRIES = ("no", "se", "dk", "fi", "nl", "be", "de", "gb")
"""Countries whose brand names are listed, as ISO 3166 codes in lower case."""

SPOKEN_IN = {
    "nb": ("no",), "nn": ("no",), "sv": ("se", "fi"), "da": ("dk",), "fi": ("fi",), "nl": ("nl", "be"), "de": ("de",),
    "en": ("gb",),
}  # fmt: skip
"""Where each language is spoken, of these countries: whose brand it is that a name typed in it means."""

_BRAND = re.compile(r"(?P<name>\S.*?)(?P<countries>(?: (?:[a-z]{2}\??|\*))+)$")


class Brand(Frozen):
    """A brand name and what it stands for."""

    name: str
    medicines: tuple[ConceptId, ...]
    """The substances or concepts it holds, one or several."""
    countries: tuple[str, ...]
    """Where it is sold under this name."""
    seen_once: tuple[str, ...] = ()
    """Those of the countries that only one source shows."""


def meant_in(language: str | None, brands: tuple[Brand, ...]) -> tuple[Brand, ...]:
    """Of several brands of one name those sold where a language is spoken; all, where none is so or it is unknown."""
    spoken_in = {*SPOKEN_IN.get(language or "", ())}
    return tuple(brand for brand in brands if not spoken_in.isdisjoint(brand.countries)) or brands


def _brands_of(line: str, where: str) -> Iterator[Brand]:
    content, equals, names = line.partition(" = ")
    if not equals or not content.strip():
        raise CardError(f"{where}: expected `substance = Brand country country, ...`, found `{line}`")
    medicines = tuple(identifier(part) for part in content.split(" + "))
    for entry in names.split(","):
        match = _BRAND.fullmatch(entry.strip())
        if not match:
            raise CardError(f"{where}: expected `substance = Brand country country, ...`, found `{entry.strip()}`")
        marks = match["countries"].split()
        countries = tuple(mark.rstrip("?") for mark in marks) if marks != ["*"] else COUNTRIES
        unknown = [country for country in countries if country not in COUNTRIES]
        if unknown:
            raise CardError(f"{where}: `{unknown[0]}` is none of the countries {', '.join(COUNTRIES)}")
        yield Brand(
            name=match["name"],
            medicines=medicines,
            countries=countries,
            seen_once=tuple(mark[:-1] for mark in marks if mark.endswith("?")),
        )


@cache
def load_brands(folder: Path = FOLDER) -> tuple[Brand, ...]:
    """Every brand of the files; a malformed line is a `CardError`."""
    brands: list[Brand] = []
    for path in sorted(folder.glob("*.txt")):
        for number, text in entries_of(path):
            brands += _brands_of(text, f"{path.name}, line {number}")
    return tuple(brands)
