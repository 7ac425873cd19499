"""What a reviewer sees: the queue of cards that wait, and a card claim by claim beside its source."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

from knowledge.errors import CardError
from knowledge.evidence.faults import Line
from knowledge.evidence.identity import keys_of
from knowledge.evidence.models import Card, CardKind, Claim
from knowledge.evidence.replacing import replaced_by
from knowledge.evidence.reviewing import Accepted
from knowledge.evidence.vocabulary import Frozen
from knowledge.evidence.wording import claim_sentence
from knowledge.languages.texts import messages_in
from knowledge.review.comparing import Stretch, text_differences
from knowledge.review.editing import claim_content, faults_of
from knowledge.review.files import OpenCard, Shelf
from knowledge.review.places import Found, found_in, source_changed, source_text
from knowledge.sources.ingest import LEFT_OPEN

Waiting = Literal["draft", "due", "changed"]


class QueueItem(Frozen):
    """A card that waits for a reviewer."""

    card: str
    path: Path
    why: Waiting
    """`due`: it was approved, and its day has come; `changed`: the text it was compared with is another now."""
    due: date | None
    kind: CardKind
    title: str
    claims: int
    accepted: int
    open: int
    """Claims with something open."""
    approved_by: tuple[str, ...]
    """Who has approved a draft that waits for another reviewer."""
    is_dated: bool
    """Whether an answer from it could say how old its source is."""


class ClaimView(Frozen):
    """One claim as a reviewer needs it."""

    claim: Claim
    content: dict[str, Any]
    """Its fields as the file has them."""
    place: Found
    """In the text of the source."""
    left_open: tuple[tuple[str, str], ...]
    """Each open part with the words of the source that could not be read surely, as far as they are kept."""
    accepted: Accepted | None
    faults: tuple[Line, ...]


class TwinView(Frozen):
    """Another card of the same work, which will not answer beside this one."""

    card: str
    title: str
    by: str
    """The number they share."""
    gives_way: bool
    """Whether this card, once approved, answers in its place; else it answers in the place of this one."""


class CardView(Frozen):
    """A card beside its source."""

    card: Card
    text: str
    """Of its source; empty where the library holds none."""
    claims: tuple[ClaimView, ...]
    changed_source: tuple[Stretch, ...] = ()
    """What is gone from and new in its source since the card was approved last."""
    twins: tuple[TwinView, ...] = ()

    @property
    def next_claim(self) -> int | None:
        """The place of the first claim that is not accepted yet; None where all are."""
        return next((place for place, view in enumerate(self.claims) if view.accepted is None), None)


def queue(shelf: Shelf, today: date, cards: Sequence[str] = ()) -> list[QueueItem]:
    """Drafts, the ones begun first, then approved cards of a changed source, then those due, the longest due first."""
    found = []
    for card in shelf.library.cards.values():
        next_review = card.review.next
        why = _waits(card, shelf.paths[card.id], today)
        if why is not None:
            found.append(
                QueueItem(
                    card=card.id, path=shelf.paths[card.id], why=why, due=next_review,
                    kind=card.kind, title=card.source.title, claims=len(card.claims),
                    accepted=len(card.review.accepted), open=sum(bool(claim.open) for claim in card.claims),
                    approved_by=tuple(item.by for item in card.review.approved) if why == "draft" else (),
                    is_dated=is_dated(card),
                )
            )  # fmt: skip
    wanted = [item for item in found if not cards or item.card in cards]
    order = ("draft", "changed", "due")
    return sorted(wanted, key=lambda item: (order.index(item.why), -item.accepted, item.due or today, item.card))


def is_dated(card: Card) -> bool:
    """Whether any answer from the card can say how old its source is."""
    return any(one.year or one.search_date or one.enquiry_date for one in (card.source, *card.further))


def _waits(card: Card, path: Path, today: date) -> Waiting | None:
    """Why a card waits for a reviewer; None where it does not."""
    if card.review_state != "reviewed":
        return "draft" if card.review_state == "draft" else None
    if source_changed(path, card):
        return "changed"
    return "due" if card.review.next is not None and card.review.next <= today else None


def view(card: OpenCard) -> CardView:
    """The card as it is now, claim by claim, with each claim's place in the text of the source."""
    found = card.card
    text = source_text(found, card.path.parent)
    changed = source_changed(card.path, found)
    said = _left_open(card.path.parent, found.id)
    accepted = {item.claim: item for item in found.review.accepted}
    return CardView(
        card=found,
        text=text,
        changed_source=tuple(text_differences(*changed)) if changed else (),
        twins=tuple(_twins(card)),
        claims=tuple(
            ClaimView(
                claim=claim, content=claim_content(card, claim.id),
                place=found_in(claim.locator, text, found.source.language),
                left_open=tuple((part, said.get((claim.id, part), "")) for part in claim.open),
                accepted=accepted.get(claim.id), faults=tuple(faults_of(card, claim.id, as_approved=True)),
            )
            for claim in found.claims
        ),
    )  # fmt: skip


def _twins(card: OpenCard) -> Iterator[TwinView]:
    """The cards of the same work, as things will be once this card is approved."""
    if card.card.review_state == "withdrawn":
        return
    cards = {found.id: found for found in card.shelf.library.cards.values() if found.review_state != "withdrawn"}
    if card.card.id not in cards:
        return
    cards[card.card.id] = card.card.model_copy(update={"review_state": "reviewed"})
    replaced = replaced_by(list(cards.values()))
    numbers = set(_numbers(card.card))
    for other, by in replaced.items():
        if card.card.id in (other, by):
            twin = cards[by if other == card.card.id else other]
            shared = next((number for number in _numbers(twin) if number in numbers), "")
            yield TwinView(card=twin.id, title=twin.source.title, by=shared, gives_way=by == card.card.id)


def _numbers(card: Card) -> Iterator[str]:
    return (key for source in (card.source, *card.further) for key in keys_of(source.identifiers))


def sentence(card: OpenCard, claim: str, language: str) -> str:
    """What a claim says in a language, as it is now, saved or not; empty while something in it is open.

    Raises `CardError` where the card has no such claim.
    """
    claim_content(card, claim)
    found = next(one for one in card.card.claims if one.id == claim)
    if found.open:
        return ""
    try:
        return claim_sentence(found, messages_in(language), card.shelf.library.terminology)
    except KeyError as error:
        raise CardError(f"claim `{claim}`: no name or sentence in `{language}` for {error}; add it") from error


def _left_open(folder: Path, card: str) -> dict[tuple[str, str], str]:
    """What ingestion could not read surely, by claim and part; a list that cannot be read helps nobody."""
    found: dict[tuple[str, str], str] = defaultdict(str)
    try:
        with (folder / LEFT_OPEN).open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                if len(row) == 4 and row[0] == card:
                    found[row[1], row[2]] = row[3]
    except (OSError, UnicodeDecodeError, csv.Error):
        return {}
    return dict(found)
