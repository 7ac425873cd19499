"""RELIS and SveLIC answers: one enquiry with its answer, as copied text, saved page, DOCX or PDF.

The header and the disclaimer may stand twice; headings may be misspelt or missing; references may be numbered twice
and have gaps; what stands below them is no reference. Where no heading says which part is the conclusion, it is the
last paragraph of the answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from knowledge.documents.models import Document, Paragraph, Reference, Section, SectionRole
from knowledge.errors import SourceError
from knowledge.evidence.models import CardKind, Frozen
from knowledge.sources.readers.answer_headings import Part, heading_of
from knowledge.sources.readers.bibliography import clean
from knowledge.sources.readers.pages import Block, Page, is_page_file, read_page
from knowledge.sources.readers.records import Fault, Record

NUMBER = re.compile(
    r"(?P<service>RELIS|Sve?LIC) databas(?:e|en)? *(?P<year>\d{4}) *[;,:] *(?:spm\.? ?)?nr\.? *(?P<number>\d+)"
    r"(?: *, *(?P<centre>[^\n|]+?))? *$",
    re.MULTILINE | re.IGNORECASE,
)
DRUGLINE = re.compile(r"^ *Drugline,? *(?:nr\.?|no\.?|#) *(?P<number>\d+) *$", re.MULTILINE | re.IGNORECASE)
SOURCE = re.compile(r"^ *Källa: *(?:Sve?LIC, *)?(?P<centre>.+?) *$", re.MULTILINE | re.IGNORECASE)
DATE = re.compile(
    r"^ *(?:Dato|Datum|Publi\w+|Besvart|Besvarad)(?: (?:for|för|av) [^\W\d_]+)? *:? *(?P<date>\S.*?) *$",
    re.MULTILINE | re.IGNORECASE,
)
PAGE = re.compile(r"https?://(?:www\.)?(?:relis\.no/sporsmal_og_svar/(\d+-\d+)|svelic\.se/\S*?\?p=\d+)[^\s\"'<>]*")
SAVED_AS = re.compile(r"sporsmal_og_svar_(\d+-\d+)")
FURNITURE = re.compile(
    r"(?:RELIS\b|SVELIC\b|Tlf\b|E-post|www\.|https?:|Produsent\w+ legemiddelinfo|for helsepersonell"
    r"|Kommersiellt obunden|(?:och )?sjukvårdspersonal|Utredn?ing\w* (?:er|bygger)\b|[•·▪]|NB!|Hoppa till|Hopp til"
    r"|Skriv ut|Kontakt\b"
    r"|Svensk-norsk databas|Källa:|Karolic\b|Start\s)",
    re.IGNORECASE,
)
"""Beginnings of lines of the page that are no title and no reference."""
MENU = re.compile(r"\S {3,}\S|\S \| \S.* \| \S")
ENTRY_NUMBER = re.compile(r"^(?:\[?(\d{1,3})[.)\]]\s+)+")
REPLACES = re.compile(
    r"\b(?:erstatt\w*|ersätt\w*|ny(?:e|a)? vurdering\w*|förnyad bedömning|gjeld(?:er)? ikk(?:e|je) len[a-z]+"
    r"|gäller inte längre|opp?dater\w*|uppdater\w*|reviderer\w*)\b",
    re.IGNORECASE,
)
EARLIER = re.compile(
    r"(?:(?P<service>RELIS|Sve?LIC) databas(?:e|en)? *|Drugline *|\(?)\b(?P<year>(?:19|20)\d\d)\)?[;,:]? *"
    r"(?:spm\.? ?)?nr\.? *(?P<number>\d+)",
    re.IGNORECASE,
)
SENTENCE_START = re.compile(r"(?<=[.?!])\s+(?=[^\W\d_a-zæøåäö])")
WORDS = {
    "nb": re.compile(r"\b(?:og|er|ikke|fra|et|en|hun|være|også|ved|å|blir|økt|noen|hvordan|de|etter)\b", re.I),
    "nn": re.compile(r"\b(?:og|er|ikkje|frå|eit|ein|ho|vere|òg|ved|å|vert|blir|auka|nokon|korleis|dei|etter)\b", re.I),
    "sv": re.compile(r"\b(?:och|är|inte|från|ett|en|hon|vara|också|vid|att|blir|ökad|någon|hur|de|efter)\b", re.I),
}
"""Words that tell the three languages of the answers apart."""
MONTHS = {
    name: number
    for number, names in enumerate(
        ("januar januari", "februar februari", "mars", "april", "mai maj", "juni", "juli", "august augusti",
         "september", "oktober", "november", "desember december"), start=1,
    )  # fmt: skip
    for name in names.split()
}


class RelisAnswer(Frozen):
    """The parts of one answer."""

    service: str
    """`relis` or `svelic`."""
    year: int
    number: str
    database_number: str
    """As printed, without the centre."""
    centre: str
    dated: date
    title: str
    language: str
    sections: tuple[Section, ...]
    references: tuple[Reference, ...] = ()
    page: str | None = None
    """Address of the answer, if the file names it."""
    supersedes: tuple[str, ...] = ()

    @property
    def card_id(self) -> str:
        """The id that the contract gives it."""
        return f"{self.service}-{self.year}-{self.number}"

    @property
    def document(self) -> Document:
        """The answer as a document."""
        is_swedish = self.service == "svelic"
        return Document(
            id=self.card_id,
            kind=CardKind.SVELIC_ANSWER if is_swedish else CardKind.RELIS_ANSWER,
            title=self.title,
            publisher=f"SveLIC, {self.centre}" if is_swedish else self.centre,
            language=self.language,
            dated=self.dated,
            number=self.database_number,
            url=self.page,
            supersedes=self.supersedes,
            sections=self.sections,
            references=self.references,
        )


def accepts(name: str, head: str) -> bool:
    """Whether the text speaks of one of the services and puts a question."""
    if not is_page_file(name) and head.lstrip().startswith(("{", "[", "<?xml")):
        return False
    return bool(NUMBER.search(head) or DRUGLINE.search(head)) or (
        re.search(r"RELIS|Sve?LIC", head) is not None and re.search(r"^ *(?:SPØRSMÅL|FRÅGA)\b", head, re.M) is not None
    )


def read(path: Path) -> Iterator[Record | Fault]:
    """The one answer of the file."""
    found = read_page(path, own_line)
    yield from (Fault(where="", what=fault) for fault in found.faults)
    answer = parse_answer(found, path.stem)
    page = PAGE.match(answer.page or "")
    is_swedish = answer.service == "svelic"
    yield Record(
        where=answer.database_number,
        kind=CardKind.SVELIC_ANSWER if is_swedish else CardKind.RELIS_ANSWER,
        title=answer.title,
        container="SveLIC databas" if is_swedish else "RELIS database",
        publisher=answer.document.publisher,
        language=answer.language,
        year=answer.year,
        issue=answer.database_number.partition("databas")[2].lstrip("e ") or answer.database_number,
        enquiry_date=answer.dated,
        url=answer.page,
        relis=page[1] if page else None,
        card_id=answer.card_id,
        names=() if is_swedish else (
            f"RELIS {answer.number}", f"{answer.centre} {answer.number}", f"spm.nr. {answer.number}"
        ),
        document=answer.document,
    )  # fmt: skip


def own_line(line: str) -> Literal["alone", "begins", ""]:
    """Whether a line is one of the page's own: a heading of the form, the number, the date."""
    heading = heading_of(line)
    if heading:
        return "begins" if heading.rest else "alone"
    return "alone" if _is_page_line(line) else ""


def parse_answer(page: Page, saved_as: str = "") -> RelisAnswer:
    """The parts of the answer; a `SourceError` names the first one that is missing."""
    parts = _parts(page.blocks)
    head = "\n".join(block.text for block in parts.head)
    service, year, number, printed, centre = _number(head, page.around)
    dated = _date(head, page.around)
    title = _title(parts, page)
    if not title:
        raise SourceError("no title above the question")
    if not parts.question:
        raise SourceError("nothing under the heading SPØRSMÅL or FRÅGA")
    if not parts.answer:
        raise SourceError("nothing under the heading SVAR")
    language = _language("\n".join(block.text for block in (*parts.question, *parts.answer)))
    sections = tuple(_sections(parts))
    address = PAGE.search(f"{head}\n{page.around}")
    by_name = SAVED_AS.search(saved_as)
    return RelisAnswer(
        service=service,
        year=year or dated.year,
        number=number,
        database_number=printed,
        centre=centre,
        dated=dated,
        title=title,
        language=language,
        sections=sections,
        references=tuple(_references(parts.references)),
        page=address[0].rstrip(".,)") if address else
        f"https://relis.no/sporsmal_og_svar/{by_name[1]}" if by_name else None,
        supersedes=tuple(_superseded(service, f"{service}-{year or dated.year}-{number}", title, sections)),
    )  # fmt: skip


_Blocks = dict[Part, list[Block]]
"""The blocks of each part, while they are told apart."""


class _Parts(Frozen):
    """The blocks of each part, in their order."""

    head: tuple[Block, ...]
    question: tuple[Block, ...]
    answer: tuple[Block, ...]
    conclusion: tuple[Block, ...]
    conclusion_heading: str
    references: tuple[Block, ...]
    question_headed: bool


def _parts(blocks: Sequence[Block]) -> _Parts:
    found, headings, conclusion_heading, assessment = _by_heading(blocks)
    if not headings:
        raise SourceError("none of the headings SPØRSMÅL, SVAR, KONKLUSJON (or FRÅGA, SVAR, SAMMANFATTNING)")
    if assessment and len(found[Part.QUESTION]) > 2:  # the answer stood above it, without a heading
        found[Part.CONCLUSION], conclusion_heading = found[Part.ANSWER], assessment
        _part_answer_from_question(found)
        headings.add(Part.CONCLUSION)
    for part, part_from_others in WITHOUT_HEADING.items():
        if part not in headings:
            part_from_others(found)
    return _Parts(
        head=tuple(found[Part.HEAD]),
        question=tuple(found[Part.QUESTION]),
        answer=tuple(found[Part.ANSWER]),
        conclusion=tuple(found[Part.CONCLUSION]),
        conclusion_heading=conclusion_heading,
        references=tuple(found[Part.REFERENCES]),
        question_headed=Part.QUESTION in headings,
    )


class _ByHeading(NamedTuple):
    """The blocks as the headings above them say."""

    blocks: _Blocks
    headings: set[Part]
    """The parts that have a heading."""
    conclusion: str
    """The heading of the conclusion."""
    assessment: str
    """The heading of an answer that is called an assessment."""


def _by_heading(blocks: Sequence[Block]) -> _ByHeading:
    found: _Blocks = {part: [] for part in Part}
    now, headings, conclusion, assessment = Part.HEAD, set[Part](), "", ""
    for block in blocks:
        said = heading_of(block.text, answered=Part.ANSWER in headings or bool(found[Part.CONCLUSION]))
        if said is None:
            found[now].append(block)
            continue
        if said.part in headings and now is Part.REFERENCES:
            raise SourceError(f"the heading {said.heading} stands twice; put each answer in a file of its own")
        if said.part in headings and said.part is Part.ANSWER:
            found[now].append(block.model_copy(update={"kind": "heading"}))
            continue
        now = said.part
        headings.add(now)
        if now is Part.CONCLUSION:
            conclusion = said.heading
        elif said.is_assessment:
            assessment = said.heading
        if said.rest:
            found[now].append(block.model_copy(update={"kind": "text", "text": said.rest}))
    return _ByHeading(found, headings, conclusion, assessment)


def _part_question_from_head(found: _Blocks) -> None:
    """Where nothing says that the question begins: it is all below the title, and below the last short line."""
    head = found[Part.HEAD]
    places = [place for place, block in enumerate(head) if not _is_page_line(block.text)]
    start = next((place for place in reversed(places) if len(head[place].text) < 20), -1)
    asked = [place for place in places[1:] if place > start]
    found[Part.QUESTION] = [head[place] for place in asked]
    found[Part.HEAD] = [block for place, block in enumerate(head) if place not in asked]


def _part_answer_from_question(found: _Blocks) -> None:
    """Where nothing says that the answer begins: it does below the first paragraph, and further numbered questions."""
    asked = found[Part.QUESTION]
    first = 1 + sum(1 for block in asked[1:] if re.match(r"\d\s*[.)].*\?$", block.text))
    found[Part.QUESTION], found[Part.ANSWER] = asked[:first], asked[first:]


def _part_references_from_last(found: _Blocks) -> None:
    """Where nothing says that the references begin: they are the numbered lines at the end, and the page's own."""
    last = found[Part.CONCLUSION] or found[Part.ANSWER]
    while len(last) > 1 and (ENTRY_NUMBER.match(last[-1].text) or _is_page_line(last[-1].text)):
        found[Part.REFERENCES].insert(0, last.pop())


def _part_conclusion_from_answer(found: _Blocks) -> None:
    """Where no heading says which part is the conclusion: it is the last paragraph, if another stands above it."""
    answer = found[Part.ANSWER]
    if len(answer) > 1 and answer[-2].kind == answer[-1].kind == "text":
        found[Part.CONCLUSION] = [answer.pop()]


WITHOUT_HEADING: dict[Part, Callable[[_Blocks], None]] = {
    Part.QUESTION: _part_question_from_head,
    Part.ANSWER: _part_answer_from_question,
    Part.REFERENCES: _part_references_from_last,
    Part.CONCLUSION: _part_conclusion_from_answer,
}
"""How a part without a heading gets its blocks from those above it, in the order in which this is done."""


def _is_page_line(text: str) -> bool:
    is_dated = DATE.match(text) is not None and len(text) < 60
    return bool(
        is_dated or NUMBER.search(text) or DRUGLINE.match(text) or FURNITURE.match(text) or MENU.search(text)
    )


def _number(head: str, around: str) -> tuple[str, int | None, str, str, str]:
    """Service, year, number, the number as printed, centre."""
    match = NUMBER.search(head) or NUMBER.search(around)
    if match:
        service = "relis" if match["service"].upper() == "RELIS" else "svelic"
        printed = clean(match[0]).removesuffix(match["centre"] or "").rstrip(", ")
        return service, int(match["year"]), match["number"], printed, clean(match["centre"] or match["service"])
    match = DRUGLINE.search(head) or DRUGLINE.search(around)
    if match:
        source = SOURCE.search(head) or SOURCE.search(around)
        return "svelic", None, match["number"], clean(match[0]), clean(source["centre"]) if source else "SveLIC"
    raise SourceError("no line `RELIS database YEAR; spm.nr. NUMBER, CENTRE` or the like above the question")


def _date(head: str, around: str) -> date:
    match = DATE.search(head) or DATE.search(around)
    if not match:
        raise SourceError("no line `Dato for henvendelse`, `Datum för utredning` or `Publicerat` above the question")
    return _day(match["date"])


def _day(said: str) -> date:
    match = re.match(r"(\d{1,2})[. ]+(\d{1,2})[. ]+(\d{4})\b", said)
    named = re.match(r"(\d{1,2})\.? +([^\W\d_]+) +(\d{4})\b", said)
    try:
        if match:
            return date(int(match[3]), int(match[2]), int(match[1]))
        if named and named[2].lower() in MONTHS:
            return date(int(named[3]), MONTHS[named[2].lower()], int(named[1]))
        return date.fromisoformat(said[:10])
    except ValueError as error:
        raise SourceError(f"`{said}` is no date of enquiry; write it as DD.MM.YYYY") from error


def _title(parts: _Parts, page: Page) -> str:
    marked = [block.text for block in parts.head if block.kind == "heading" and block.level == 1]
    if page.is_marked_up and marked:
        return clean(marked[0])
    lines = [block.text for block in parts.head]
    candidates = [place for place, line in enumerate(lines) if line and not _is_page_line(line)]
    if not candidates:
        return clean(re.sub(r"\s+[-–|]\s+(?:RELIS|Sve?LIC)\b.*$", "", page.title, flags=re.IGNORECASE))
    return clean(lines[candidates[-1 if parts.question_headed else 0]])


def _language(text: str) -> str:
    counts = {tag: len(pattern.findall(text)) for tag, pattern in WORDS.items()}
    return max(counts, key=counts.__getitem__)


def _sections(parts: _Parts) -> Iterator[Section]:
    yield from _headed(parts.question, SectionRole.QUESTION, "")
    yield from _headed(parts.conclusion, SectionRole.CONCLUSION, parts.conclusion_heading)
    yield from _headed(parts.answer, SectionRole.ANSWER, "")


def _headed(blocks: Sequence[Block], role: SectionRole, heading: str) -> Iterator[Section]:
    """The sections of one part, cut at its headings; the first row of a table holds the heads of its columns."""
    paragraphs: list[Paragraph] = []
    columns: tuple[str, ...] = ()
    for block in blocks:
        if block.kind == "heading":
            if paragraphs:
                yield Section(role=role, heading=heading, paragraphs=tuple(paragraphs))
            heading, paragraphs, columns = clean(block.text), [], ()
        elif block.kind == "row" and not columns:
            columns = block.cells
        elif text := clean(block.text):
            is_row = block.kind == "row"
            columns = columns if is_row else ()
            paragraphs.append(Paragraph(text=text, columns=" | ".join(columns) if is_row else ""))
    if paragraphs:
        yield Section(role=role, heading=heading, paragraphs=tuple(paragraphs))


def _references(blocks: Sequence[Block]) -> Iterator[Reference]:
    """Each reference without its number, which copying from the page may have doubled; nothing below the list."""
    entries: list[Reference] = []
    for block in blocks:
        numbers = ENTRY_NUMBER.match(block.text)
        if numbers:
            entries.append(Reference(number=int(numbers[1]), text=clean(block.text[numbers.end() :])))
        elif entries and (block.after_gap or _is_page_line(block.text)):
            break
        elif not _is_page_line(block.text):
            text = clean(block.text)
            if entries:
                entries[-1] = entries[-1].model_copy(update={"text": f"{entries[-1].text} {text}"})
            elif text:
                entries.append(Reference(number=None, text=text))
    yield from entries


def _superseded(service: str, own: str, title: str, sections: Sequence[Section]) -> Iterator[str]:
    """The earlier answers that this one replaces: it says so of them, or asks whether they still hold and they do not.

    An answer that is only referred to is not replaced.
    """
    said = [sentence for sentence in _sentences(sections) if REPLACES.search(sentence)]
    if any(REPLACES.search(text) for text in (title, *_texts_of(SectionRole.CONCLUSION, sections))):
        said += _texts_of(SectionRole.QUESTION, sections)
    found = dict.fromkeys(
        f"{(match['service'] or service).lower().replace('svlic', 'svelic')}-{match['year']}-{match['number']}"
        for sentence in said
        for match in EARLIER.finditer(sentence)
    )
    yield from (identifier for identifier in found if identifier != own)


def _sentences(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        for paragraph in section.paragraphs:
            yield from SENTENCE_START.split(paragraph.text)


def _texts_of(role: SectionRole, sections: Sequence[Section]) -> list[str]:
    return [section.text for section in sections if section.role is role]
