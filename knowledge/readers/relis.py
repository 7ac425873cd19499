"""RELIS answers as plain text: one Norwegian enquiry with its answer, as copied from the database's page.

The header and the disclaimer may stand twice; headings may be misspelt; references may be numbered twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from knowledge.errors import SourceError
from knowledge.models import CardKind, Frozen
from knowledge.readers.bibliography import clean
from knowledge.readers.files import read_text
from knowledge.readers.records import Fault, Record

NUMBER = re.compile(r"^[ \t]*RELIS database (\d{4}) *; *spm\.? ?nr\.? *(\d+), *(RELIS .+)$", re.MULTILINE | re.I)
DATE = re.compile(r"^[ \t]*Dato for (?:henvendelse|førespurnad): *(.*)$", re.MULTILINE | re.I)
PAGE = re.compile(r"https?://(?:www\.)?relis\.no/sporsmal_og_svar/(\d+-\d+)\S*")
HEADING = re.compile(r"^[ \t]*(SPØRSMÅL|SVAR|KONK\w*|REFERANSER?)[ \t]*(?::|$)", re.MULTILINE | re.I)
"""Headings stand alone on a line or end in a colon; only the beginning of the often misspelt "konklusjon" counts."""
FURNITURE = re.compile(
    r"^(?:RELIS\b|Tlf|E-post|www\.|https?:|Dato for|Produsent\w+ legemiddelinfo|for helsepersonell|Utredningen er|•)",
    re.I,
)
"""Lines of the page that are no title."""
REFERENCE_NUMBER = re.compile(r"^(?:\d+\.\s+)+")
NYNORSK = re.compile(r"\b(?:ikkje|eit|frå|ein|vert|auka|nokon)\b", re.I)
BOKMAAL = re.compile(r"\b(?:ikke|et|fra|en|blir|økt|noen)\b", re.I)


class RelisAnswer(Frozen):
    """The parts of one answer."""

    year: int
    number: str
    centre: str
    enquiry_date: date
    title: str
    question: str
    answer: str
    conclusion: str = ""
    references: tuple[str, ...] = ()
    """Without their numbers."""
    page: str | None = None
    """Address of the answer, if the text names it."""


def accepts(name: str, head: str) -> bool:
    """Whether the text speaks of RELIS and puts a question."""
    is_plain = not head.lstrip().startswith(("<", "{", "["))
    return is_plain and "RELIS" in head and ("spm.nr" in head or "SPØRSMÅL" in head)


def read(path: Path) -> Iterator[Record | Fault]:
    """The one answer of the file."""
    text = read_text(path)
    answer = parse_answer(text)
    page = PAGE.match(answer.page or "")
    yield Record(
        where=f"RELIS {answer.year}; {answer.number}",
        kind=CardKind.RELIS_ANSWER,
        title=answer.title,
        container="RELIS database",
        publisher=answer.centre,
        language="nn" if len(NYNORSK.findall(text)) > len(BOKMAAL.findall(text)) else "nb",
        year=answer.year,
        issue=f"{answer.year}; spm.nr. {answer.number}",
        enquiry_date=answer.enquiry_date,
        url=answer.page,
        relis=page[1] if page else None,
        card_id=f"relis-{answer.year}-{answer.number}",
        names=(f"RELIS {answer.number}", f"{answer.centre} {answer.number}", f"spm.nr. {answer.number}"),
    )


def parse_answer(text: str) -> RelisAnswer:
    """The parts of the answer; a `SourceError` names the first one that is missing."""
    # Some pages use a decomposed or non-breaking layout of blanks; one kind of blank is enough here.
    text = text.replace("\r\n", "\n").replace("\u00a0", " ")
    sections = _sections(text)
    head = sections[""]
    number, asked, page = NUMBER.search(head), DATE.search(head), PAGE.search(head)
    if not number:
        raise SourceError("no line `RELIS database YEAR; spm.nr. NUMBER, CENTRE` above the question")
    if not asked:
        raise SourceError("no line `Dato for henvendelse` above the question")
    for heading in ("SPØRSMÅL", "SVAR"):
        if not sections.get(heading):
            raise SourceError(f"nothing under the heading {heading}")
    lines = [line.strip() for line in head.splitlines()]
    titles = [line for line in lines if line and not FURNITURE.match(line)]
    if not titles:
        raise SourceError("no title above the question")
    return RelisAnswer(
        year=int(number[1]),
        number=number[2],
        centre=clean(number[3]),
        enquiry_date=_date(asked[1].strip()),
        title=clean(titles[-1]),
        question=sections["SPØRSMÅL"],
        answer=sections["SVAR"],
        conclusion=sections.get("KONKLUSJON", ""),
        references=tuple(_references(sections.get("REFERANSER", ""))),
        page=page[0] if page else None,
    )


def _sections(text: str) -> dict[str, str]:
    """What stands under each heading; under the empty one what stands above the first."""
    headings = list(HEADING.finditer(text))
    if not headings:
        raise SourceError("none of the headings SPØRSMÅL, SVAR, KONKLUSJON")
    sections = {"": text[: headings[0].start()]}
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        name = _heading_name(heading[1].upper())
        if name in sections:
            raise SourceError(f"the heading {name} stands twice; put each answer in a file of its own")
        sections[name] = text[heading.end() : following.start() if following else len(text)].strip()
    return sections


def _heading_name(said: str) -> str:
    if said.startswith("KONK"):
        return "KONKLUSJON"
    return "REFERANSER" if said.startswith("REFERANSE") else said


def _date(said: str) -> date:
    match = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", said)
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else date.fromisoformat(said)
    except ValueError as error:
        raise SourceError(f"`{said}` is no date of enquiry; write it as DD.MM.YYYY") from error


def _references(text: str) -> Iterator[str]:
    """Each reference without its number, which copying from the page may have doubled."""
    entries: list[str] = []
    for line in (line.strip() for line in text.splitlines()):
        if REFERENCE_NUMBER.match(line) or not entries:
            entries.append(REFERENCE_NUMBER.sub("", line))
        else:
            entries[-1] += " " + line
    return (clean(entry) for entry in entries if entry.strip())
