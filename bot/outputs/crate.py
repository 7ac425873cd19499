"""An enquiry with its answer, the cards it rests on in their version, and their sources, as one RO-Crate (version 1.1).

A crate is a zip of plain files with a description that archives and repositories read. It holds what the answer holds:
the question as it was redacted, and nothing else of the patient. Of documents it holds the reference, not the text.
"""

from __future__ import annotations

import io
import json
import zipfile
from datetime import datetime
from typing import Any

from bot.answering.answer import Answer
from knowledge.evidence.library import Library
from knowledge.evidence.models import Card
from knowledge.sources.writers.reference import csl, own_record, ris

METADATA = "ro-crate-metadata.json"
PROFILE = "https://w3id.org/ro/crate/1.1"
Entity = dict[str, Any]


def crate(answer: Answer, library: Library, now: datetime, version: str) -> bytes:
    """The zip; `version` is that of the program."""
    cards = [library.source(citation.card) for citation in answer.citations]
    files = {
        "answer.json": _json(answer.contract_json()),
        "answer.txt": f"{answer.full_text}\n",
        "references.json": _json([csl(card) for card in cards]),
        "references.ris": "".join(map(ris, cards)),
        **{_file_of(card): _json(_content(card)) for card in cards if card.claims},
    }
    files[METADATA] = _json({"@context": f"{PROFILE}/context", "@graph": _graph(answer, cards, now, version, files)})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _file_of(card: Card) -> str:
    return f"cards/{card.id}-v{card.version}.json"


def _content(card: Card) -> Any:
    return card.model_dump(mode="json", exclude_defaults=True)


def _graph(answer: Answer, cards: list[Card], now: datetime, version: str, files: dict[str, str]) -> list[Entity]:
    cards = list(map(own_record, cards))
    sources = [_source(card) for card in cards]
    kinds = {".json": "application/json", ".txt": "text/plain", ".ris": "application/x-research-info-systems"}
    parts: list[Entity] = [
        {"@id": name, "@type": "File", "name": name, "encodingFormat": kinds[name[name.rindex(".") :]]}
        for name in files
    ]
    for part in parts:
        part |= next(({"version": str(card.version), "isBasedOn": {"@id": _address(card)}} for card in cards
                      if part["@id"] == _file_of(card)), {})  # fmt: skip
    asked = answer.question.text
    root = {
        "@id": "./", "@type": "Dataset", "name": f"Medicines enquiry: {asked}"[:200],
        "description": "A medicines enquiry with its answer, the evidence cards it rests on and their sources.",
        "datePublished": now.isoformat(), "inLanguage": answer.language, "license": answer.disclaimer,
        "hasPart": [{"@id": name} for name in files], "citation": [{"@id": source["@id"]} for source in sources],
        "mentions": {"@id": "#answering"},
    }  # fmt: skip
    action = {
        "@id": "#answering", "@type": "CreateAction", "name": "Answering the enquiry", "endTime": now.isoformat(),
        "instrument": {"@id": "#farmasvar"}, "object": [{"@id": "#question"}, *({"@id": _file_of(card)} for card in
        cards if card.claims)], "result": [{"@id": "answer.json"}, {"@id": "answer.txt"}],
    }  # fmt: skip
    return [
        {"@id": METADATA, "@type": "CreativeWork", "about": {"@id": "./"}, "conformsTo": {"@id": PROFILE}},
        root, action,
        {"@id": "#question", "@type": "Question", "text": asked, "inLanguage": answer.question.language},
        {"@id": "#farmasvar", "@type": "SoftwareApplication", "name": "Farmasvar", "version": version},
        *parts, *sources,
    ]  # fmt: skip


def _address(card: Card) -> str:
    return card.source.url or f"#{card.id}"


def _source(card: Card) -> Entity:
    source, numbers = card.source, card.source.identifiers
    entity: Entity = {
        "@id": _address(card), "@type": "CreativeWork", "name": source.title, "publisher": source.publisher,
        "inLanguage": source.language, "author": list(source.authors),
        "datePublished": str(source.year) if source.year else None, "isPartOf": source.container,
        "identifier": [said for said in (numbers.doi, numbers.pmid and f"PMID {numbers.pmid}", numbers.cochrane,
                                         numbers.registry, numbers.relis) if said],
    }  # fmt: skip
    return {name: value for name, value in entity.items() if value}
