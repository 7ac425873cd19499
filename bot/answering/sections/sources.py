"""The sources cited, their age and review state, and the disclaimer."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from bot.answering.answer import Block, Notice, NoticeKind
from bot.answering.composition import Composition
from bot.answering.messages import Messages
from bot.answering.select import discrepancies
from bot.answering.sentences import locator_text, source_line
from knowledge.evidence.models import Card

STALE_AFTER_YEARS = 5


def section(composition: Composition) -> list[Block]:
    """The list of sources, those cited below the fold folded too; then what the reader must know of them together."""
    messages = composition.messages
    blocks = source_blocks(composition)
    if not composition.urgent:
        composition.notices += source_notices(composition, bool(discrepancies(composition.plan, composition.library)))
    told = [notice for notice in composition.notices if notice.kind != "conflicting_sources"]
    blocks += [Block(kind="notice", text=notice.text, section="sources") for notice in told]
    return [*blocks, Block(kind="disclaimer", text=messages.format("disclaimer"), section="sources")]


def source_blocks(composition: Composition, *, heading: bool = True) -> list[Block]:
    """A line for each source, in the order of their numbers."""
    messages = composition.messages
    blocks = []
    if heading:
        blocks.append(Block(kind="heading", text=messages.format("label-sources"), section="sources"))
    for number, (identifier, places) in enumerate(composition.cited.items(), start=1):
        card = composition.library.source(identifier)
        line = source_line(card, locator_text(places, messages), messages)
        folded = identifier not in composition.shown
        blocks.append(Block(kind="source", text=f"[{number}] {line}", section="sources", folded=folded,
                            url=card.source.url or ""))
    return blocks


def source_notices(composition: Composition, conflicting: bool) -> list[Notice]:
    """What the reader must know of the sources together: their age, their disagreement, their review state.

    The age is that of the sources behind what is seen at first: a newer one below the fold makes the answer no newer.
    """
    source, messages = composition.library.source, composition.messages
    used = [source(card) for card in composition.cited]
    seen = [source(card) for card in composition.cited if card in composition.shown]
    quoting = [notice("quotation", messages)] if composition.plan.quoted else []
    known = quoting + notices_on(used, seen or used, messages, composition.today.year, conflicting)
    return known + overtaken(used, composition.library.outdated, messages, composition.today)


def overtaken(used: Iterable[Card], outdated: Collection[str], messages: Messages, today: date) -> list[Notice]:
    """Which sources have changed since they were read, and which were due to be compared with theirs again."""
    notices = []
    for card in used:
        title = messages.format("quoted", text=card.source.title.rstrip("."))
        due = card.review.next
        if card.id in outdated:
            text = messages.format("notice-changed_source", title=title)
        elif due is not None and due <= today:
            text = messages.format("notice-overdue_source", title=title, date=messages.date(due))
        else:
            continue
        notices.append(Notice(kind="stale_source", text=text))
    return notices


def notices_on(
    used: list[Card], dating: list[Card], messages: Messages, this_year: int, conflicting: bool
) -> list[Notice]:
    """The same for any cards, the age from those that are `dating`."""
    notices = []
    years = [card.evidence_year for card in dating if card.evidence_year]
    if years and this_year - max(years) > STALE_AFTER_YEARS:
        notices.append(notice("stale_source", messages, year=str(max(years))))
    if conflicting:
        notices.append(notice("conflicting_sources", messages))
    if any(card.review_state != "reviewed" for card in used):
        notices.append(notice("unreviewed_card", messages))
    return notices


def notice(kind: NoticeKind, messages: Messages, **slots: str) -> Notice:
    """A notice in the reader's language."""
    return Notice(kind=kind, text=messages.format(f"notice-{kind}", **slots))
