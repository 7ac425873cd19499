"""The registry of source readers, and how a file finds its reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from knowledge.errors import SourceError
from knowledge.sources.readers import (
    clinicaltrials,
    cochrane,
    csl,
    csv_exports,
    endnote,
    epi,
    fhir,
    ictrp,
    jats,
    nbib,
    openfda,
    pubmed,
    relis,
    revman,
    ris,
    smpc,
    spl,
)
from knowledge.sources.readers.files import HEAD, plain_name, read_head
from knowledge.sources.readers.pages import head_of, is_page_file
from knowledge.sources.readers.records import Fault, Record


class Reader(NamedTuple):
    """One kind of source file and how it is read."""

    label: str
    accepts: Callable[[str, str], bool]
    """Whether a file with this lower-case name and this beginning is one of them."""
    read: Callable[[Path], Iterator[Record | Fault]]


READERS: dict[str, Reader] = {
    "pubmed": Reader("PubMed XML", pubmed.accepts, pubmed.read),
    "jats": Reader("JATS (PubMed Central)", jats.accepts, jats.read),
    "endnote": Reader("EndNote XML", endnote.accepts, endnote.read),
    "ictrp": Reader("WHO ICTRP XML", ictrp.accepts, ictrp.read),
    "revman": Reader("RevMan review or table", revman.accepts, revman.read),
    "spl": Reader("structured product label (SPL)", spl.accepts, spl.read),
    "openfda": Reader("openFDA label", openfda.accepts, openfda.read),
    "epi": Reader("electronic product information (FHIR)", epi.accepts, epi.read),
    "fhir": Reader("FHIR Evidence", fhir.accepts, fhir.read),
    "csl": Reader("CSL-JSON", csl.accepts, csl.read),
    "csv_exports": Reader("CSV of Covidence, Rayyan, Embase or PubMed", csv_exports.accepts, csv_exports.read),
    "cochrane": Reader("Cochrane abstract as text, saved page, DOCX or PDF", cochrane.accepts, cochrane.read),
    "clinicaltrials": Reader("ClinicalTrials.gov JSON or CSV", clinicaltrials.accepts, clinicaltrials.read),
    "relis": Reader("RELIS or SveLIC answer as text, saved page, DOCX or PDF", relis.accepts, relis.read),
    "smpc": Reader("summary of product characteristics as text, saved page, DOCX or PDF", smpc.accepts, smpc.read),
    "ris": Reader("RIS", ris.accepts, ris.read),
    "nbib": Reader("NBIB or MEDLINE text", nbib.accepts, nbib.read),
}
"""Every reader, in the order in which they are asked."""

KNOWN_BUT_NOT_READ = (
    (re.compile(r"^\W{0,3}%[0A] ?", re.MULTILINE), "the EndNote tagged format", "export the records as RIS"),
    (re.compile(r"^FN (?:Clarivate|Thomson|ISI)", re.MULTILINE), "the Web of Science tagged format", "export as RIS"),
    (re.compile(r"^@\w+\s*\{", re.MULTILINE), "BibTeX", "export the records as RIS or CSL-JSON"),
    (re.compile(r"^PT\tAU\t|^\W{0,3}Publication Type\tAuthors\t"), "a table of Web of Science", "export as RIS"),
    (re.compile(r"\A\d+: .*\bPMID: \d+", re.DOTALL), "a summary of PubMed", "save as PubMed format"),
    (re.compile(r"<(?:eSummaryResult|eSearchResult|eFetchResult)\b"), "a search of PubMed", "save as PubMed format"),
    (re.compile(r"\A.{0,1000}%PDF-", re.DOTALL), "a PDF whose name does not end in .pdf", "name it so"),
    (re.compile(r"\APK\x03\x04"), "a packed file or workbook", "save it as CSV or DOCX, or name an archive .zip"),
    (re.compile(r"\A\{\\rtf"), "rich text (RTF)", "save it as DOCX or plain text"),
    (re.compile(r"\A\xd0\xcf\x11\xe0"), "an old document of Word or Excel", "save it as DOCX or CSV"),
    (re.compile(r"\A(?:\x89PNG|\xff\xd8\xff|GIF8)"), "a picture", "have its letters recognised (OCR)"),
)
"""Formats that no reader reads, and what to do instead."""


def reader_for(path: Path) -> Reader:
    """The first reader that accepts the file; a `SourceError` names the formats there are."""
    head = head_of(path, HEAD) if is_page_file(plain_name(path)) else read_head(path)
    if not head.strip():
        raise SourceError("the file is empty")
    for reader in READERS.values():
        if reader.accepts(plain_name(path), head):
            return reader
    for pattern, name, remedy in KNOWN_BUT_NOT_READ:
        if pattern.search(head):
            raise SourceError(f"{name} is not read; {remedy}")
    labels = ", ".join(reader.label for reader in READERS.values())
    raise SourceError(f"no reader knows what this {form_of(path)} holds; it should be {labels}")


def form_of(path: Path) -> str:
    """What to call a file whose contents nobody knows."""
    ending = plain_name(path).rpartition(".")[2]
    return {"pdf": "PDF", "docx": "document of Word", "html": "web page", "htm": "web page"}.get(ending, "file")
