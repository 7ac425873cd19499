"""Cards and answers in the forms of other programs, as the command line prints or keeps them."""

from __future__ import annotations

import json
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bot.answering.answer import Answer
from bot.outputs.crate import crate
from knowledge.errors import CardError, FarmasvarError
from knowledge.evidence.library import Library
from knowledge.evidence.models import Card
from knowledge.sources.writers.fhir_evidence import fhir
from knowledge.sources.writers.reference import csl, ris
from knowledge.terminology.concepts import Terminology


def exported(card: Card, form: str, terminology: Terminology) -> str:
    """A card as FHIR Evidence (`fhir`), or its reference as CSL-JSON (`csl`) or RIS (`ris`)."""
    if form == "ris":
        return ris(card)
    if form == "csl":
        return json.dumps([csl(card)], ensure_ascii=False, indent=2) + "\n"
    if not card.claims:
        raise CardError(f"{card.id}: has no claims and so no evidence to write; its reference is --form csl or ris")
    return json.dumps(fhir(card, terminology), ensure_ascii=False, indent=2) + "\n"


def write_crate(path: Path, answer: Answer, library: Library, now: datetime) -> None:
    """Keep an answer as an RO-Crate; a file that is there is not overwritten."""
    try:
        with path.open("xb") as file:
            file.write(crate(answer, library, now, _version()))
    except FileExistsError as error:
        raise FarmasvarError(f"{path}: is there already; name another file") from error
    except OSError as error:
        raise FarmasvarError(f"{path}: cannot be written ({error.strerror}); name another file") from error


def _version() -> str:
    try:
        return version("farmasvar")
    except PackageNotFoundError:  # run from its source without being installed
        return "unknown"
