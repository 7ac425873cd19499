"""References in Vancouver style, with the words around them in the reader's language."""

from __future__ import annotations

from babel import Locale

from bot.answering.messages import Messages, sentence_case
from bot.answering.sentences import original_work
from knowledge.evidence.models import Card, SourceRecord

MOST_AUTHORS = 6


def vancouver(card: Card, number: int, messages: Messages) -> str:
    """A source as a numbered reference: authors, title, where and when it appeared, its address and numbers."""
    source = card.source
    journal = bool(source.issue[:1].isdigit() and source.year) and source.original is None
    parts = [_authors(source), source.title, _place(source, messages, journal=journal)]
    if source.language != messages.language:
        parts.append(sentence_case(str(Locale.parse(messages.locale).languages[source.language])))
    parts.append(original_work(source, messages))
    if source.url:
        parts.append(messages.format("reference-available", url=source.url))
    identifiers = source.identifiers
    if identifiers.doi and identifiers.doi not in (source.url or ""):
        parts.append(f"doi: {identifiers.doi}")
    if identifiers.pmid:
        parts.append(f"PMID: {identifiers.pmid}")
    return f"{number}. " + " ".join(map(_stopped, filter(None, parts)))


def _stopped(part: str) -> str:
    """The part with its full stop; an address goes without, since the stop would be taken for a piece of it."""
    if part.endswith(("?", "!")) or "://" in part.rsplit(" ", 1)[-1]:
        return part
    return f"{part.rstrip('.')}."


def _authors(source: SourceRecord) -> str:
    """Up to six authors, then et al.; without any, the body that published the work, where that is not its site."""
    if source.authors:
        more = [] if len(source.authors) <= MOST_AUTHORS else ["et al"]
        return ", ".join((*source.authors[:MOST_AUTHORS], *more))
    return source.publisher if source.publisher != source.container else ""


def _place(source: SourceRecord, messages: Messages, *, journal: bool) -> str:
    """Journal with year, volume and pages, or site or publisher with the year; then when the record was looked up."""
    year = str(source.year) if source.year and source.original is None else messages.format("reference-undated")
    looked_up = messages.format("reference-cited", date=messages.date(source.checked))
    medium = f" {messages.format('reference-internet')}" if source.url and source.container else ""
    if journal:
        return f"{source.container}{medium}. {year} {looked_up};{source.issue.replace(': ', ':')}"
    named = [] if source.publisher == source.container or not source.authors else [source.publisher]
    issue = f"; {source.issue}" if source.issue else ""
    if named:
        before = f"{source.container}{medium}. " if source.container else ""
        return f"{before}{named[0]}; {year}{issue} {looked_up}"
    return f"{source.container or source.publisher}{medium}. {year}{issue} {looked_up}"
