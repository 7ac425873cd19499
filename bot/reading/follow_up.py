"""What a message leans on from the turns before: the medicine, the condition, the group of people it leaves unsaid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.answering.messages import Messages
from bot.dialogue.state import Conversation
from bot.reading.cues import Marked, matches
from knowledge.evidence.library import Library
from knowledge.evidence.models import Frozen, Intent
from knowledge.languages import Understanding
from knowledge.languages.analysis import words
from knowledge.terminology.concepts import Terminology
from retrieval.admissible import ABOUT_THE_MEDICINE

Facets = dict[str, list[str]]

SHORT_MESSAGE = 12
"""Words up to which a single word such as "it" shows that a message leans on the turn before."""
BARE_NAME = 3
"""Words up to which a complaint named alone is asked about for the medicine talked about."""
SHORT_REPLY = 8
"""Words up to which a message after a question back is read as the answer to it."""
OF_ONE_SUBJECT = frozenset({Intent.TRIAL_DETAILS, Intent.GUIDANCE, Intent.PREGNANCY, Intent.OTHER})
"""Intents that a question on another medicine or complaint does not take over."""
REMEMBERED = ("medicines", "conditions", "populations", "routes")
_FACET_OF = {
    "medicine": "medicines", "condition": "conditions", "population": "populations", "route": "routes",
}  # fmt: skip


class Carried(Frozen):
    """A message filled up with what it leaves unsaid."""

    facets: dict[str, list[str]]
    intents: tuple[Intent, ...]
    cards: tuple[str, ...]
    inherited: tuple[str, ...] = ()
    """Concepts and cards that come from the turns before."""
    subject: tuple[str, ...] = ()
    """What is being talked about now, with what this question needs not, such as why a medicine is taken."""


def leans(
    message: Marked, text: str, facets: Facets, cards: Sequence[str], before: Conversation, cues: Understanding
) -> bool:
    """Whether a message leans on the turns before; one that names a medicine and a condition is complete."""
    if not _is_under_way(before) or (facets["medicines"] and facets["conditions"]):
        return False
    of_medicine = bool(facets["medicines"] or cards)
    if not of_medicine and not facets["conditions"]:
        return True
    length = len(words(text))
    if before.asked_back and length <= SHORT_REPLY or not of_medicine and length <= BARE_NAME:
        return True
    return any(matches(cue, message) for cue in cues.follow_up if length <= SHORT_MESSAGE or " " in cue)


def _is_under_way(before: Conversation) -> bool:
    """Whether anything was talked about that a message could lean on."""
    return bool(before.concepts or before.cards or (before.asked_back and before.intent))


def by_role(concepts: Sequence[str], terminology: Terminology) -> Facets:
    """Remembered concepts by the role they play in a question."""
    roles: Facets = {name: [] for name in REMEMBERED}
    for concept in concepts:
        role = _FACET_OF.get(terminology.kind(concept))
        if role:
            roles[role].append(concept)
    return roles


def carry_over(
    facets: Facets,
    intents: Sequence[Intent],
    cards: Sequence[str],
    conversation: Conversation,
    library: Library,
    *,
    compared: bool = False,
) -> Carried:
    """Fill what the message leaves open from the turns before.

    Another medicine or another complaint is another subject: the group of people talked about before is dropped. A
    medicine that is only `compared` with the one talked about is not.
    """
    before = by_role(conversation.concepts, library.terminology)
    if compared:
        facets = {**facets, "medicines": [*before["medicines"], *facets["medicines"]]}
    filled = {name: list(found) for name, found in facets.items()}
    filled["medicines"] = filled["medicines"] or before["medicines"]
    change = _change(facets, before, filled["medicines"], library)
    intents = _intents_still(intents, change, conversation)
    filled["conditions"] = _conditions_still(facets, before, change, intents)
    if not (change.others or cards or change.changed):
        filled |= _people_still(facets, before, intents, library.terminology)
    named = cards or facets["medicines"] or facets["conditions"] or facets["populations"]
    kept_cards = tuple(cards) if named else conversation.cards
    unsaid = [] if filled["conditions"] or change.changed else change.known
    return Carried(
        facets=filled,
        intents=tuple(intents),
        cards=kept_cards,
        inherited=(*_beyond(filled, facets), *(card for card in kept_cards if card not in cards)),
        subject=tuple(dict.fromkeys([*_beyond(filled, {}), *unsaid])),
    )


def _beyond(filled: Facets, own: Facets) -> list[str]:
    """The concepts that a message did not name itself."""
    return [concept for name in REMEMBERED for concept in filled[name] if concept not in own.get(name, ())]


class _Change(NamedTuple):
    """How what a message names differs from what was talked about."""

    known: list[str]
    """The complaints talked about that the medicines are taken for: others of the library may be taken for anything."""
    others: list[str]
    """The complaints named that they are not taken for."""
    changed: bool
    """Whether another medicine, or another complaint that it is taken for, is named."""


def _change(facets: Facets, before: Facets, medicines: Sequence[str], library: Library) -> _Change:
    terminology, taken = library.terminology, tuple(medicines)

    def treated(concepts: Sequence[str]) -> list[str]:
        return [concept for concept in concepts if library.scope.is_indication(concept, taken)]

    known, named = treated(before["conditions"]), treated(facets["conditions"])
    others = [concept for concept in facets["conditions"] if concept not in named]
    other_medicine = _differs(facets["medicines"], before["medicines"], terminology)
    return _Change(known, others, other_medicine or _differs(named, known, terminology))


def _intents_still(intents: Sequence[Intent], change: _Change, conversation: Conversation) -> Sequence[Intent]:
    """What is asked: what was asked before, where the message does not say."""
    # "And in pregnancy?" may only name a group; of a question about causes it must not make one about effect.
    may_name = conversation.asked_back or conversation.intent is Intent.CAUSES
    silent = not intents or (may_name and list(intents) == [Intent.PREGNANCY])
    if conversation.intent and silent and not (change.changed and conversation.intent in OF_ONE_SUBJECT):
        return [conversation.intent]
    return intents


def _conditions_still(facets: Facets, before: Facets, change: _Change, intents: Sequence[Intent]) -> list[str]:
    """The complaints it is about: those talked about beside the ones named, where these name none to be treated."""
    named = facets["conditions"]
    about_medicine = bool(ABOUT_THE_MEDICINE & set(intents[:1]))
    only_others = bool(change.others) and len(change.others) == len(named)
    if not only_others and (named or about_medicine):
        return list(named)
    new_group = facets["populations"] or change.others
    rest = [] if new_group else [c for c in before["conditions"] if c not in change.known]
    return list(dict.fromkeys([*change.known, *rest, *named]))


def _people_still(facets: Facets, before: Facets, intents: Sequence[Intent], terminology: Terminology) -> Facets:
    """The group of people and the route talked about, as far as a message on the same subject is still about them.

    A group that is wider takes the place of the narrower one. "Who should not take it?" is not about one group.
    """
    still: Facets = {}
    narrower = all(any(terminology.covers(new, old) for old in before["populations"]) for new in facets["populations"])
    if before["populations"] and narrower and list(intents[:1]) != [Intent.CONTRAINDICATIONS]:
        still["populations"] = before["populations"]
    if not facets["routes"] and not facets["populations"]:
        still["routes"] = before["routes"]
    return still


def _differs(named: Sequence[str], before: Sequence[str], terminology: Terminology) -> bool:
    """Whether what is named is none of what was talked about."""
    return bool(named and before) and not any(terminology.related(new, old) for new in named for old in before)


def still_about(inherited: Sequence[str], library: Library, messages: Messages) -> str:
    """The line that says what a message was taken to be about still; empty where it took over nothing to name."""
    terminology, tag = library.terminology, messages.language
    cards = [library.cards[card].names[0] for card in inherited if card in library.cards and library.cards[card].names]
    if cards:
        return messages.format("still-about", subject=messages.list(cards))
    roles = by_role([c for c in inherited if c not in library.cards], terminology)

    def labels(role: str) -> str:
        return messages.list([terminology.label(c, tag) for c in roles[role]])

    medicine, condition = labels("medicines"), labels("conditions")
    if medicine and condition:
        subject = messages.format("subject-medicine-condition", medicine=medicine, condition=condition)
    else:
        subject = medicine or condition
    if roles["populations"]:
        phrases = messages.list([terminology.name(c, tag).phrase for c in roles["populations"]])
        subject = f"{subject} {phrases}" if subject else labels("populations")
    return messages.format("still-about", subject=subject) if subject else ""
