"""Approving a card, opening it again, withdrawing it: who may, and what still stands in the way."""

from __future__ import annotations

from datetime import date
from typing import Any

from knowledge.documents.folder import FOLDER as DOCUMENTS
from knowledge.errors import CardError
from knowledge.evidence.faults import Fault
from knowledge.evidence.models import Card
from knowledge.evidence.reviewing import AUTHORING, Approved
from knowledge.evidence.vocabulary import Frozen
from knowledge.review.editing import CARD_FIELDS, Hand, faults_of, placed, reopened, with_review
from knowledge.review.files import OpenCard

MONTHS_OF_A_YEAR = 12
LAST_DAY_OF_ALL_MONTHS = 28


class Policy(Frozen):
    """What the owner of a library asks for before a card is approved."""

    reviewers: int = 1
    """How many different people must approve it."""
    author_alone: bool = True
    """Whether somebody may approve what they drafted or corrected themselves without anybody else."""
    months: int = 24
    """After how many months an approved card is due to be compared with its source again."""


def authors(card: Card) -> frozenset[str]:
    """Who has written something of what the card says since it was last approved."""
    found = {card.review.drafted_by} if card.review.drafted_by else set()
    for change in card.history:
        if change.what == "approved":
            found = set()
        elif change.what in AUTHORING:
            found.add(change.by)
    return frozenset(found)


def obstacles(card: OpenCard) -> list[str]:
    """Why nobody may approve the card yet, in plain words, one line each."""
    found = card.card
    if found.review_state != "draft":
        return [Fault("the card is withdrawn already", "withdrawn-already") if found.review_state == "withdrawn"
                else Fault("the card is approved already", "approved-already")]  # fmt: skip
    if not found.claims and not (card.path.parent / DOCUMENTS / f"{found.id}.json").exists():
        return [Fault("the card has no claim, and there is no document of it to quote: add a claim", "no-claim")]
    done = {item.claim for item in found.review.accepted}
    waiting: list[str] = [
        Fault(f"claim `{claim.id}`: {', '.join(claim.open)} still open", "open", claim=claim.id,
              parts=" ".join(claim.open))
        for claim in found.claims
        if claim.open
    ]  # fmt: skip
    waiting += [
        Fault(f"claim `{claim.id}` is neither accepted nor dropped", "not-done", claim=claim.id)
        for claim in found.claims
        if not claim.open and claim.id not in done
    ]
    return waiting + faults_of(card, as_approved=True)


def still_needed(approvals: tuple[Approved, ...], by: frozenset[str], policy: Policy) -> str:
    """Whose approval a card still waits for, given who has approved it and who wrote it; empty where nobody's."""
    names = {approval.by for approval in approvals}
    missing = policy.reviewers - len(names)
    if missing > 0:
        return Fault(f"{missing} more reviewer{'s' if missing > 1 else ''} must approve it", "more-reviewers",
                     number=missing)  # fmt: skip
    if not policy.author_alone and names <= by:
        return Fault("somebody who did not write it must approve it", "another-author")
    return ""


def approve(
    card: OpenCard, hand: Hand, policy: Policy, next_review: date | None = None, compared: str = ""
) -> OpenCard:
    """The card with this person's approval; approved once those who are needed have given theirs.

    `compared`: the fingerprint of the source file it was compared with, where the file has changed since the draft.
    Raises `CardError` with the first obstacle, or where the person has approved it before.
    """
    if waiting := obstacles(card):
        raise CardError(Fault(f"{card.path.name}: cannot be approved yet: {waiting[0]}", "not-yet", fault=waiting[0]))
    found = card.card
    if hand.name in {approval.by for approval in found.review.approved}:
        needed = still_needed(found.review.approved, authors(found), policy)
        raise CardError(Fault(f"{card.path.name}: you have approved it already; {needed}", "approved-by-you",
                              fault=needed))  # fmt: skip
    approvals = (*found.review.approved, Approved(by=hand.name, date=hand.date))
    written = [{"by": approval.by, "date": approval.date} for approval in approvals]
    if still_needed(approvals, authors(found), policy):
        return with_review(card, approved=written)
    content = placed(card.content, "review_state", "approved", CARD_FIELDS)
    due = next_review or in_months(hand.date, policy.months)
    done = with_review(card.with_content(content), accepted=[], approved=written, next=due,
                       compared=compared or card.card.review.compared)  # fmt: skip
    return _noted(done, "approved", hand)


def reopen(card: OpenCard, hand: Hand, why: str | None = None) -> OpenCard:
    """An approved or withdrawn card as a draft, to be compared with its source again; its claims stay accepted."""
    if card.card.review_state == "draft":
        raise CardError(Fault(f"{card.path.name}: the card is a draft already", "draft-already"))
    return _noted(reopened(card), "reopened", hand, why)


def withdraw(card: OpenCard, hand: Hand, why: str) -> OpenCard:
    """The card taken back: it answers no more, and is kept for what was answered from it."""
    if not why.strip():
        raise CardError(Fault(f"{card.path.name}: say why it is withdrawn; those who relied on it may ask",
                              "say-why"))  # fmt: skip
    if card.card.review_state == "withdrawn":
        raise CardError(Fault(f"{card.path.name}: the card is withdrawn already", "withdrawn-already"))
    draft = reopened(card)  # which names the claims that are done, should it ever be opened again
    content = placed(draft.content, "review_state", "withdrawn", CARD_FIELDS)
    return _noted(with_review(draft.with_content(content), next=None), "withdrawn", hand, why.strip())


def in_months(day: date, months: int) -> date:
    """The same day so many months later; of a day that not every month has, the 28th."""
    month = day.month - 1 + months
    year = day.year + month // MONTHS_OF_A_YEAR
    return date(year, month % MONTHS_OF_A_YEAR + 1, min(day.day, LAST_DAY_OF_ALL_MONTHS))


def _noted(card: OpenCard, what: str, hand: Hand, why: str | None = None) -> OpenCard:
    """The card with a line in its history; what it says is as it was, so its version stays."""
    line: dict[str, Any] = {"version": int(card.content.get("version", 1)), "date": hand.date, "by": hand.name}
    line |= {"what": what} | ({"why": why} if why else {})
    history = [*(card.content.get("history") or ()), line]
    noted = card.with_content(placed(card.content, "history", history, CARD_FIELDS))
    _ = noted.card  # a fault stands here, not when it is saved
    return noted
