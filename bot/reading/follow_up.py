"""What a message leans on from the turns before: the medicine, the condition, the group of people it leaves unsaid."""

from __future__ import annotations

from collections.abc import Sequence

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
    known = before.concepts or before.cards or (before.asked_back and before.intent)
    if not known or (facets["medicines"] and facets["conditions"]):
        return False
    named = bool(facets["medicines"] or facets["conditions"] or cards)
    length = len(words(text))
    if not named or (before.asked_back and length <= SHORT_REPLY):
        return True
    if not facets["medicines"] and not cards and length <= BARE_NAME:
        return True
    return any(matches(cue, message) for cue in cues.follow_up if length <= SHORT_MESSAGE or " " in cue)


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
    terminology, scope = library.terminology, library.scope
    before = by_role(conversation.concepts, terminology)
    if compared:
        facets = {**facets, "medicines": [*before["medicines"], *facets["medicines"]]}
    filled = {name: list(found) for name, found in facets.items()}
    new_medicine = bool(facets["medicines"])
    if not new_medicine:
        filled["medicines"] = before["medicines"]

    medicines = tuple(filled["medicines"])  # what these are taken for: others of the library may be taken for anything
    known = [concept for concept in before["conditions"] if scope.is_indication(concept, medicines)]
    others = [concept for concept in facets["conditions"] if not scope.is_indication(concept, medicines)]
    changed = _differs(facets["medicines"], before["medicines"], terminology) or _differs(
        [concept for concept in facets["conditions"] if scope.is_indication(concept, medicines)], known, terminology
    )
    # "And in pregnancy?" may only name a group; of a question about causes it must not make one about effect.
    may_name = conversation.asked_back or conversation.intent is Intent.CAUSES
    silent = not intents or (may_name and list(intents) == [Intent.PREGNANCY])
    if conversation.intent and silent and not (changed and conversation.intent in OF_ONE_SUBJECT):
        intents = [conversation.intent]
    about_medicine = bool(ABOUT_THE_MEDICINE & set(intents[:1]))
    if (not facets["conditions"] and not about_medicine) or (others and len(others) == len(facets["conditions"])):
        rest = [] if (facets["populations"] or others) else [c for c in before["conditions"] if c not in known]
        filled["conditions"] = list(dict.fromkeys([*known, *rest, *facets["conditions"]]))
    same = not others and not cards and not changed
    narrower = all(any(terminology.covers(new, old) for old in before["populations"]) for new in facets["populations"])
    asks_for_whom = list(intents[:1]) == [Intent.CONTRAINDICATIONS]  # "who should not take it?" is not about one group
    if before["populations"] and narrower and same and not asks_for_whom:
        filled["populations"] = before["populations"]
    if not facets["routes"] and not facets["populations"] and same:
        filled["routes"] = before["routes"]
    kept_cards = tuple(cards)
    if not cards and not new_medicine and not facets["conditions"] and not facets["populations"]:
        kept_cards = conversation.cards
    inherited = [c for name in REMEMBERED for c in filled[name] if c not in facets[name]]
    unsaid = [] if filled["conditions"] or changed else known
    return Carried(
        facets=filled,
        intents=tuple(intents),
        cards=kept_cards,
        inherited=(*inherited, *(card for card in kept_cards if card not in cards)),
        subject=tuple(dict.fromkeys([*(c for name in REMEMBERED for c in filled[name]), *unsaid])),
    )


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
