"""Which cards and documents are of one work: the same publication, the same registered trial, versions of a review."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from knowledge.evidence.models import Card, Identifiers
from knowledge.evidence.vocabulary import Frozen

EDITION = re.compile(r"\.pub(\d+)$", re.IGNORECASE)
"""What ends the DOI of a later version of a Cochrane review."""


class Twins(Frozen):
    """Two cards of one work."""

    card: str
    other: str
    by: str
    """The number they share, such as `NCT01234567`."""


def keys_of(identifiers: Identifiers) -> Iterator[str]:
    """What two records of one work share: number of registry, review, RELIS or PubMed, or DOI without its version."""
    if identifiers.registry:
        yield identifiers.registry.upper()
    if identifiers.cochrane:
        yield identifiers.cochrane
    if identifiers.relis:
        yield f"RELIS {identifiers.relis.upper()}"
    if identifiers.pmid:
        yield f"PMID {identifiers.pmid}"
    if identifiers.doi:
        yield EDITION.sub("", identifiers.doi.casefold())


def edition_of(identifiers: Identifiers) -> int:
    """Which version of a review its DOI says it is; 1 where it says nothing."""
    match = EDITION.search(identifiers.doi or "")
    return int(match[1]) if match else 1


def twins(cards: Iterable[Card]) -> list[Twins]:
    """Pairs of cards of one work, each with the first it is one with."""
    by_key: dict[str, list[Card]] = defaultdict(list)
    found: dict[tuple[str, str], Twins] = {}
    for card in cards:
        for source in (card.source, *card.further):
            for key in keys_of(source.identifiers):
                if by_key[key] and by_key[key][0].id != card.id:
                    first = by_key[key][0]
                    found.setdefault((first.id, card.id), Twins(card=first.id, other=card.id, by=key))
                by_key[key].append(card)
    return list(found.values())
