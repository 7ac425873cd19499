"""Search results of the WHO's registry platform (ICTRP): trials of any registry, as XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from knowledge.evidence.models import CardKind, slugify
from knowledge.sources.readers.bibliography import first_year, title_of
from knowledge.sources.readers.designs import design_of
from knowledge.sources.readers.records import Fault, Record
from knowledge.sources.readers.xml import text_at, tree_of

PLATFORM = "WHO International Clinical Trials Registry Platform"


def accepts(name: str, head: str) -> bool:
    """Whether the file is XML of the platform."""
    return "<Trials_downloaded_from_ICTRP" in head or "<Internal_Number>" in head


def read(path: Path) -> Iterator[Record | Fault]:
    """Every trial of the file."""
    for number, trial in enumerate(tree_of(path).iter("Trial"), start=1):
        yield _record(trial, f"trial {number}")


def _record(trial: Element, where: str) -> Record | Fault:
    number = text_at(trial, "TrialID").strip()
    title = title_of(text_at(trial, "Scientific_title") or text_at(trial, "Public_title"))
    if not number:
        return Fault(where=where, what="has no TrialID")
    if not title:
        return Fault(where=number, what="has no title")
    sponsor, acronym = text_at(trial, "Primary_sponsor"), text_at(trial, "Acronym")
    address = text_at(trial, "web_address")
    return Record(
        where=number,
        kind=_kind(trial),
        title=title,
        authors=(sponsor,) if sponsor else (),
        container=text_at(trial, "Source_Register") or PLATFORM,
        publisher=PLATFORM,
        year=_results_year(trial),
        url=address if re.fullmatch(r"https?://\S+", address) else None,
        registry=number,
        card_id=f"trial-{slugify(number)}",
        names=(number, *([acronym] if acronym else [])),
    )


def _kind(trial: Element) -> CardKind:
    said = f"{text_at(trial, 'Study_type')} {text_at(trial, 'Study_design')}"
    return design_of(said, text_at(trial, "Study_type"), text_at(trial, "Scientific_title"))


def _results_year(trial: Element) -> int | None:
    """The year its results were posted or published; the day it was registered says nothing of its evidence."""
    return first_year(text_at(trial, "results_date_posted"), text_at(trial, "results_date_first_publication"))
