"""Two records of one work become one card: its entry in a registry, its article, its summary.

They are of one work where they share a registry number, a review number, a PMID or a DOI. The card keeps the first
record as its source and the others as `further`; claims of the others name in their place which record they stand in.
"""

from __future__ import annotations

from typing import Any

from knowledge.evidence.estimates import EffectEstimate
from knowledge.evidence.library import parse
from knowledge.evidence.models import Card, Claim, Identifiers, SourceRecord

Numbers = tuple[str, float | None, float | None, float | None]


def joined(card: Card, other: Card) -> Card:
    """The card with another record of its work and the claims that it has not yet; a `CardError` if refused."""
    if holds(card, other.source):
        return card
    known = {_numbers(claim.effect) for claim in card.claims if claim.effect}
    taken = {claim.id for claim in card.claims}
    claims: list[Any] = list(card.claims)
    for claim in other.claims:
        if claim.effect and _numbers(claim.effect) in known:
            continue
        claims.append(_of_record(claim, record_name(other.source), taken))
    fields = {name: getattr(card, name) for name in type(card).model_fields}
    content = {
        **fields, "claims": claims, "further": (*card.further, other.source),
        "names": tuple(dict.fromkeys((*card.names, *other.names))),
        "publication": tuple(dict.fromkeys((*card.publication, *other.publication))),
    }  # fmt: skip
    return parse(Card, content, card.id)


def holds(card: Card, source: SourceRecord) -> bool:
    """Whether a card has a record already."""
    return any(_same(one.identifiers, source.identifiers) for one in (card.source, *card.further))


def record_name(source: SourceRecord) -> str:
    """How a record is called within its card: by its number, else by where it appeared."""
    numbers = source.identifiers
    named = f"PMID {numbers.pmid}" if numbers.pmid else numbers.doi or numbers.registry or numbers.cochrane
    return named or source.container or source.publisher


def _same(one: Identifiers, other: Identifiers) -> bool:
    return (one.pmid, one.doi, one.registry, one.cochrane) == (other.pmid, other.doi, other.registry, other.cochrane)


def _numbers(effect: EffectEstimate) -> Numbers:
    return (str(effect.measure), effect.value, effect.ci_low, effect.ci_high)


def _of_record(claim: Claim, record: str, taken: set[str]) -> Claim:
    """A claim under a free name, its place told with the record it stands in."""
    names = (claim.id, *(f"{claim.id}-{number}" for number in range(2, len(taken) + 3)))
    name = next(free for free in names if free not in taken)
    taken.add(name)
    section = f"{record}: {claim.locator.section}" if claim.locator.section else record
    return claim.model_copy(update={"id": name, "locator": claim.locator.model_copy(update={"section": section})})
