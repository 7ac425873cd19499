"""Analyses of a review: RevMan 5 files and the table of overall estimates that RevMan Web exports.

A table says nothing of the review it belongs to but its number, where the file is named by it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from knowledge.evidence.models import CardKind, slugify
from knowledge.sources.extraction.fields import arms_in, direction_by_numbers, estimate_of, number
from knowledge.sources.extraction.models import Count, Extracted, Measure, Words
from knowledge.sources.readers.bibliography import clean, cochrane_number, doi_in, first_year, people, title_of
from knowledge.sources.readers.files import plain_name, read_text
from knowledge.sources.readers.records import Fault, Record
from knowledge.sources.readers.xml import text_at, tree_of

MEASURES: dict[str, Measure] = {
    "risk ratio": "RR", "rr": "RR", "odds ratio": "OR", "or": "OR", "peto odds ratio": "OR", "peto_or": "OR",
    "hazard ratio": "HR", "hr": "HR", "risk difference": "RD", "rd": "RD", "mean difference": "MD", "md": "MD",
    "std. mean difference": "SMD", "standardized mean difference": "SMD", "standardised mean difference": "SMD",
    "smd": "SMD", "rate ratio": "rate ratio",
}  # fmt: skip
COLUMNS = {
    "name": ("analysis name", "outcome"), "group": ("analysis group name", "comparison"),
    "subgroup": ("subgroup number", "subgroup", "subgroup name"), "measure": ("effect measure",),
    "studies": ("studies", "number of studies"), "value": ("mean", "effect estimate", "effect"),
    "low": ("ci start", "ci lower"), "high": ("ci end", "ci upper"), "level": ("confidence level", "ci level"),
    "first": ("experimental intervention", "experimental group label", "experimental group"),
    "second": ("control intervention", "control group label", "control group"),
    "first_total": ("experimental total", "experimental participants"),
    "second_total": ("control total", "control participants"),
    "participants": ("participants", "total participants"), "number": ("analysis number",),
    "group_number": ("analysis group number", "comparison number"), "unit": ("unit", "scale"),
}  # fmt: skip
SIGNS = frozenset({"effect measure", "ci start", "ci end"})
OUTCOMES = ("DICH_OUTCOME", "CONT_OUTCOME", "IV_OUTCOME", "IPD_OUTCOME")
NUMBER = re.compile(r"(?<![a-z0-9])(cd\d{6})(?!\d)", re.IGNORECASE)
REVIEW = "review"


def accepts(name: str, head: str) -> bool:
    """Whether the file is a review of RevMan 5, or a table with the columns of RevMan Web."""
    if head.lstrip().startswith("<"):
        return "<COCHRANE_REVIEW" in head
    return {clean(cell).strip('"').casefold() for cell in head.partition("\n")[0].split(",")} >= SIGNS


def read(path: Path) -> Iterator[Record | Fault]:
    """The one review of the file."""
    text = read_text(path)
    if text.lstrip("\ufeff \r\n\t").startswith("<"):
        yield _review(tree_of(path))
    else:
        yield from _table(text, path)


def _table(text: str, path: Path) -> Iterator[Record | Fault]:
    found = NUMBER.search(path.name)
    cochrane = found[1].upper() if found else None
    name = re.sub(r"\.\w+$", "", plain_name(path))
    card_id = f"cochrane-{cochrane.lower()}" if cochrane else slugify(name) or REVIEW
    results: list[Extracted] = []
    try:
        for result in _rows(text, card_id):
            if isinstance(result, Fault):
                yield result
            else:
                results.append(result)
    except csv.Error as error:
        yield Fault(where="", what=f"no valid CSV ({error}); export the table again")
        return
    yield Record(
        where=f"review {cochrane or name}",
        kind=CardKind.COCHRANE_SUMMARY if cochrane else CardKind.SYSTEMATIC_REVIEW,
        title=f"Analyses of {cochrane or name}",
        container="RevMan Web",
        publisher="Cochrane" if cochrane else "",
        cochrane=cochrane,
        card_id=card_id,
        names=(cochrane,) if cochrane else (),
        results=tuple(results),
        doubts=("the table does not name its review; give the card its title, authors and year",),
    )


def _rows(text: str, card_id: str) -> Iterator[Extracted | Fault]:
    """The estimate of each row of a table. Raises `csv.Error` where it is none."""
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""))
    for place, row in enumerate(rows, start=2):
        cells = {clean(str(key)).casefold(): clean(cell) for key, cell in row.items() if isinstance(cell, str)}
        said = {field: next((cells[n] for n in names if cells.get(n)), "") for field, names in COLUMNS.items()}
        if not said["subgroup"]:  # the estimate of a subgroup answers another question than that of all studies
            yield _result(said, card_id, f"row {place}")


def _result(said: dict[str, str], card_id: str, where: str) -> Extracted | Fault:
    measure = MEASURES.get(said["measure"].casefold())
    value = number(said["value"])
    if measure is None or value is None:
        what = f"no estimate that can be read: measure `{said['measure']}`, value `{said['value']}`"
        return Fault(where=where, what=what)
    estimate = estimate_of(
        measure, value, number(said["low"]), number(said["high"]), _level(said["level"]), said["unit"] or None
    )
    named = arms_in(said["group"]) if said["group"] else (None, None)
    first, second = said["first"] or named[0], said["second"] or named[1]
    totals = [number(said["first_total"]), number(said["second_total"])]
    people_in = number(said["participants"])
    if people_in is None and None not in totals:
        people_in = sum(total for total in totals if total is not None)
    outcome = said["name"]
    return Extracted(
        card_id=card_id,
        estimate=estimate,
        outcome=Words(text=outcome) if outcome else None,
        intervention=Words(text=first) if first else None,
        comparator=Words(text=second) if second else None,
        studies=_count(number(said["studies"])),
        participants=_count(people_in),
        direction=direction_by_numbers(estimate, outcome),
        doubt=estimate.doubt,
        quote=Words(text=f"{where}, analysis {said['group_number']}.{said['number']}"),
    )


def _level(said: str) -> float | None:
    found = number(said.removesuffix("%"))
    return found * 100 if found is not None and 0 < found < 1 else found


def _count(found: float | None) -> Count | None:
    return Count(number=int(found)) if found is not None and found >= 0 and found == int(found) else None


def _review(root: Element) -> Record | Fault:
    sheet = root.find("COVER_SHEET")
    title = title_of(text_at(sheet, "TITLE"))
    if not title:
        return Fault(where=REVIEW, what="has no title")
    doi = doi_in(root.get("DOI", ""))
    found = NUMBER.search(root.get("ID", "")) or NUMBER.search(root.get("REVIEW_NO", ""))
    cochrane = cochrane_number(doi) or (found[1].upper() if found else None)
    persons = [
        f"{text_at(person, 'LAST_NAME')}, {text_at(person, 'FIRST_NAME')}"
        for person in (sheet.iter("PERSON") if sheet is not None else ())
        if text_at(person, "LAST_NAME")
    ]
    card_id = f"cochrane-{cochrane.lower()}" if cochrane else slugify(title)[:80].strip("-")
    return Record(
        where=cochrane or REVIEW,
        kind=CardKind.COCHRANE_SUMMARY if cochrane else CardKind.SYSTEMATIC_REVIEW,
        title=title,
        authors=people(persons),
        container="Cochrane Database Syst Rev" if cochrane else "",
        publisher="Cochrane" if cochrane else "",
        year=first_year(root.get("MODIFIED", ""), root.get("DATE_MODIFIED", "")),
        url=f"https://doi.org/{doi}" if doi else None,
        doi=doi,
        cochrane=cochrane,
        card_id=card_id,
        abstract=_abstract(root),
        names=(cochrane,) if cochrane else (),
        results=tuple(_analyses(root, card_id)),
    )


def _abstract(root: Element) -> str:
    found = root.find(".//ABSTRACT")
    parts = [part for part in (found.iter() if found is not None else ()) if part.tag in ("TITLE", "P")]
    return "\n".join(said for part in parts if (said := text_at(part, ".")))


def _analyses(root: Element, card_id: str) -> Iterator[Extracted]:
    for first, comparison in enumerate(root.iter("COMPARISON"), start=1):
        outcomes = [child for child in comparison if child.tag in OUTCOMES]
        for second, outcome in enumerate(outcomes, start=1):
            if outcome.get("ESTIMABLE", "YES") != "YES" or outcome.get("TOTALS", "YES") != "YES":
                continue
            said = {
                "measure": outcome.get("EFFECT_MEASURE", ""), "value": outcome.get("EFFECT_SIZE", ""),
                "low": outcome.get("CI_START", ""), "high": outcome.get("CI_END", ""), "level": "", "unit": "",
                "group": text_at(comparison, "NAME"), "name": text_at(outcome, "NAME"),
                "first": text_at(outcome, "GROUP_LABEL_1"), "second": text_at(outcome, "GROUP_LABEL_2"),
                "first_total": outcome.get("TOTAL_1", ""), "second_total": outcome.get("TOTAL_2", ""),
                "participants": "", "studies": outcome.get("STUDIES", ""), "number": str(second),
                "group_number": str(first),
            }  # fmt: skip
            result = _result(said, card_id, f"analysis {first}.{second}")
            if isinstance(result, Extracted):
                yield result
