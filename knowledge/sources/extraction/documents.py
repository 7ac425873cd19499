"""Files in, abstracts out: what `farmasvar extract` reads estimates from.

Files of records (RIS, NBIB, PubMed XML) go through the readers of ingestion. Besides those: plain text with an optional
title line and a line with the number of the review or article, and JSON lines with `id`, `title` and `abstract`.
Results of a registry are no prose; see `registry_results`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from knowledge.errors import SourceError
from knowledge.evidence.models import slugify
from knowledge.languages import LANGUAGES, load_language
from knowledge.sources.extraction.models import Abstract
from knowledge.sources.readers.files import plain_name, read_head, read_text
from knowledge.sources.readers.records import Fault, Record, card_id_of
from knowledge.sources.readers.registry import reader_for

LONGEST_TEXT = 60_000
"""Characters of an abstract; a longer text is no abstract, and reading it would take minutes."""
HEADER_LINES = 6
"""Lines of a plain text among which its number is looked for."""
COCHRANE = re.compile(r"\b(?:CD|cd)(\d{6})\b(?:\.pub\d+)?")
METHOD_REVIEW = re.compile(r"\b(?:14651858\.)(MR\d{6})")
REGISTERED = re.compile(r"\bNCT(\d{8})\b", re.IGNORECASE)
PUBMED = re.compile(r"\b(?:PMID|PubMed(?: ID)?)\s*[:#=-]?\s*(\d{1,8})\b|^\s*(\d{5,8})\s*$", re.IGNORECASE)
SERVICE = re.compile(r"\b(relis|svelic)-(\d{4})-(\d+)\b", re.IGNORECASE)
RECORD_SIGN = re.compile(r"^\W{0,3}(?:TY|ER|PMID|FAU|OWN|STAT)[ \t]{0,3}-", re.MULTILINE)


def abstracts_of(path: Path) -> Iterator[Abstract | Fault]:
    """Every abstract of the file; a record without an abstract, or one too long, is a fault. Raises `SourceError`."""
    for item in _read(path):
        if isinstance(item, Abstract) and len(item.text) > LONGEST_TEXT:
            yield Fault(where=item.card_id, what=f"longer than {LONGEST_TEXT:,} characters; give the abstract alone")
        else:
            yield item


def _read(path: Path) -> Iterator[Abstract | Fault]:
    name, head = plain_name(path), read_head(path)
    if not head.strip():
        raise SourceError("the file is empty")
    if name.endswith((".jsonl", ".ndjson")):
        return _json_lines(read_text(path))
    if head.lstrip()[:1] in ("<", "{", "[") or RECORD_SIGN.search(head):
        return _records(path)
    return iter([_plain_text(read_text(path), path)])


def card_id_for(identifier: str) -> str | None:
    """The card id that the contract gives a Cochrane, PubMed or registry number, wherever it stands in the text."""
    if match := COCHRANE.search(identifier):
        return f"cochrane-cd{match[1]}"
    if match := METHOD_REVIEW.search(identifier):
        return f"cochrane-{match[1].lower()}"
    if match := REGISTERED.search(identifier):
        return f"trial-nct{match[1]}"
    if match := SERVICE.search(identifier):
        return match[0].lower()
    if match := PUBMED.search(identifier):
        return f"pmid-{int(match[1] or match[2])}"
    return None


def card_id_of_record(record: Record) -> str:
    """The card id of a record of a database."""
    known = [record.cochrane, f"PMID {record.pmid}" if record.pmid else None, record.registry, record.doi]
    return next((found for name in known if name and (found := card_id_for(name))), card_id_of(record))


def language_of(text: str) -> str:
    """The language whose function words stand most often in the text; English where none do."""
    words = re.findall(r"[^\W\d_]+", text[:4000].lower())
    counts = {tag: sum(word in _function_words(tag) for word in words) for tag in LANGUAGES}
    return max(LANGUAGES, key=lambda tag: (counts[tag], tag == "en"))


def _function_words(tag: str) -> frozenset[str]:
    language = load_language(tag)
    return frozenset((*language.stop_words, *language.function_words))


def _records(path: Path) -> Iterator[Abstract | Fault]:
    for item in reader_for(path).read(path):
        if isinstance(item, Fault):
            yield item
        elif not item.abstract.strip():
            yield Fault(where=item.where, what="has no abstract")
        else:
            language = item.language if item.language in LANGUAGES else language_of(item.abstract)
            title = item.title
            yield Abstract(card_id=card_id_of_record(item), title=title, text=item.abstract, language=language)


def _json_lines(text: str) -> Iterator[Abstract | Fault]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        where = f"line {number}"
        try:
            content = json.loads(line)
        except (ValueError, RecursionError):
            yield Fault(where=where, what="no valid JSON")
            continue
        body = content.get("abstract") if isinstance(content, dict) else None
        if not isinstance(body, str) or not body.strip():
            yield Fault(where=where, what="has no text under `abstract`")
            continue
        title = content.get("title")
        names = [str(content.get(name) or "") for name in ("card_id", "id", "pmid", "doi", "url")]
        card_id = next(
            (found for name in names if (found := card_id_for(name))),
            slugify(names[0] or names[1]) or where.replace(" ", "-"),
        )
        yield Abstract(
            card_id=card_id, title=title if isinstance(title, str) else "", text=body, language=language_of(body)
        )


def _plain_text(text: str, path: Path) -> Abstract:
    """A title line, a line with a number, the abstract: the first two may be missing."""
    lines = text.splitlines()
    head = [number for number, line in enumerate(lines[:40]) if line.strip()][:HEADER_LINES]
    numbered = next((number for number in head if len(lines[number]) < 120 and card_id_for(lines[number])), None)
    title, start = _title_and_start(lines, head, numbered)
    card_id = card_id_for(lines[numbered]) if numbered is not None else card_id_for(path.name)
    body = "\n".join(lines[start:]).strip()
    return Abstract(
        card_id=card_id or slugify(path.stem) or "text", title=title, text=body, language=language_of(body or title)
    )


def _title_and_start(lines: list[str], head: list[int], numbered: int | None) -> tuple[str, int]:
    """The title, and where the abstract begins; `numbered` is the one of the first lines that holds a number."""
    if numbered is None:
        has_title = len(head) > 1 and _is_title(lines[head[0]])
        return (lines[head[0]].strip(), head[0] + 1) if has_title else ("", 0)
    above = [lines[number].strip() for number in head if number < numbered]
    if not above and len(head) > 1:
        return _title_below(lines, numbered + 1)
    return " ".join(above), numbered + 1


def _title_below(lines: list[str], start: int) -> tuple[str, int]:
    """The title where it stands under the number."""
    number = next((n for n in range(start, len(lines)) if lines[n].strip()), len(lines))
    return (lines[number].strip(), number + 1) if number < len(lines) - 1 and _is_title(lines[number]) else ("", start)


def _is_title(line: str) -> bool:
    """Whether a line may be a title: short, several words, no full stop at its end."""
    said = line.strip()
    return 3 <= len(said.split()) <= 40 and said[-1] not in ".:;"
