"""Of several cards of one work, which one answers: no source may stand twice in an answer, as if two had found it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from knowledge.documents.models import Document
from knowledge.evidence.identity import edition_of, twins
from knowledge.evidence.models import Card


def replaced_by(cards: Sequence[Card]) -> dict[str, str]:
    """Each card that another card of the same work replaces, with that other one.

    A reviewed card replaces a draft, a later version of a review an earlier one, a card with claims one that has none,
    and a card of a later folder, such as one's own, a card of an earlier one: `cards` come in the order of the folders.
    """
    places = {card.id: place for place, card in enumerate(cards)}
    by_id = {card.id: card for card in cards}
    group = {card.id: card.id for card in cards}
    for pair in twins(cards):
        one, other = group[pair.card], group[pair.other]
        group = {name: one if of == other else of for name, of in group.items()} if one != other else group
    members: dict[str, list[Card]] = {}
    for name, of in group.items():
        members.setdefault(of, []).append(by_id[name])
    best = {of: max(held, key=lambda card: _standing(card, places)).id for of, held in members.items()}
    return {name: best[of] for name, of in group.items() if best[of] != name}


def _standing(card: Card, places: Mapping[str, int]) -> tuple[bool, int, bool, int]:
    return card.review_state == "reviewed", edition_of(card.source.identifiers), bool(card.claims), places[card.id]


def with_replacing(documents: Iterable[Document], replaced: Mapping[str, str]) -> list[Document]:
    """The documents, those of replaced cards as documents of what replaces them, so that they are cited as one source.

    Where that has a text of its own already, the text of the replaced card is left out.
    """
    every = list(documents)
    known = {document.id for document in every}
    found = []
    for document in every:
        by = replaced.get(document.id)
        if by is None:
            found.append(document)
        elif by not in known:
            known.add(by)
            found.append(document.model_copy(update={"id": by}))
    return found
