"""From a message to a query: what is asked, about which medicine, for whom, and what leans on the turn before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal

from bot.conversation import Conversation
from bot.cues import Marked, matches, strongest
from knowledge.concepts import Terminology
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.models import Frozen, Intent
from retrieval.analysis import fold, words
from retrieval.matching import ABOUT_THE_MEDICINE, INDICATIONS
from retrieval.passages import claim_texts
from retrieval.query import Query
from retrieval.recognition import Mention, Recogniser

Direction = Literal["helps", "causes"]
Request = Literal["sources", "greeting", "thanks", "help", "off_topic"]

OLD_AGE = 65
"""Years from which the evidence on older adults is meant, as most guidelines draw the line."""
ADULT_AGE = 18
LONG_MESSAGE = 16
"""Words from which a message of several sentences is read as a case history with a question at its end."""
STATES_OF_MAGNESIUM = ("electrolyte_disturbance", "magnesium_overdose")
"""Conditions that are about magnesium in the body; naming them beside it does not ask whether it helps."""
TOO_MUCH = frozenset({"hypermagnesaemia", "magnesium_overdose"})
"""Conditions whose signs are what claims on toxicity tell."""
EVERYBODY = "people"
OTHER_WORDS = frozenset(
    {"other", "any", "andre", "andra", "anden", "andere", "anderen", "muita", "noen", "nogen", "nagra"}
)
"""Folded words that may stand between a negation and what it denies: "no other diseases"."""
NEGATION_REACH = 3
LONGEST_ENDING = 3
"""Letters a name may end in beyond itself: "Roffes", "Roffessa"."""
WEAKEST_KEPT = 0.6
"""Share of the strongest cue's weight that a second intent needs to be kept."""
PLAIN_CUE = 8
"""Weight from which a cue shows the intent plainly."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\S)|\n+")


class Understood(Frozen):
    """A message as understood."""

    query: Query
    request: Request | None = None
    """Set where the message is about the conversation, or about nothing here."""
    reply_language: str | None = None
    """Language the message asks to be answered in."""
    repeat: bool = False
    """Whether the message only asks for the last answer again, in another language."""
    follow_up: bool = False
    unknown_medicines: tuple[str, ...] = ()
    """Names of medicines that the library holds nothing on, as they were written."""
    about_animals: bool = False
    foreign: bool = False
    """Whether the message is in a language we do not speak, so that much of it was not understood."""
    named_words: tuple[int, ...] = ()
    """Places of the words that name a concept."""


def understand(
    text: str,
    language: Language,
    conversation: Conversation,
    library: Library,
    recogniser: Recogniser,
    *,
    foreign: bool = False,
) -> Understood:
    """Read a message in the light of the conversation so far.

    A `foreign` message is in a language we do not speak: what it asks of a medicine and a condition is left open, for
    "does it cause" must not be read as "does it help".
    """
    terminology = library.terminology
    asked, background = question_part(text)
    mentions = _without_negated(recogniser.mentions(asked), asked, language)
    context = _without_negated(recogniser.mentions(background), background, language) if background else []
    message = Marked(asked, mentions)
    cues = language.understanding

    reply_language, rest_is_empty = _language_request(message, language, mentions)
    request = _request(message, language, mentions)
    facets = _facets(mentions, context, library)
    facets = _with_composed(facets, terminology)
    facets["populations"] = _with_age(facets["populations"], asked, background, language)
    intents, intent_weight, direction = _intents(message, language)
    wish = questions_of(asked)
    wishing = message if wish == asked else Marked(wish, recogniser.mentions(wish))
    practical = tuple(want for want, found in cues.practical.items() if any(matches(cue, wishing) for cue in found))
    cards = _named_cards(asked, library)
    named = bool(facets["medicines"] or facets["conditions"] or cards)
    leaning = conversation.turns > 0 and (
        any(matches(cue, message) for cue in cues.follow_up if len(words(asked)) <= 12 or " " in cue) or not named
    )
    if conversation.turns and leaning and not rest_is_empty:
        facets, intents, cards = _inherit(facets, intents, cards, conversation, terminology)
    if not intents and not foreign:
        intents = _default_intents(facets, terminology)
    if Intent.EFFICACY in intents[:1] and not facets["conditions"]:
        # "Does magnesium help against headache?": what it should help against is the condition, whatever its kind.
        facets["conditions"] = [concept for concept in facets["topics"] if terminology.kind(concept) == "symptom"]

    if TOO_MUCH & set(facets["conditions"]) and intents[:1] in ([], [Intent.DEFINITION], [Intent.OTHER]):
        intents = [Intent.TOXICITY, *intents]
    if _asks_of_a_pair(facets["medicines"], intents, terminology):
        intents = [Intent.INTERACTIONS, *intents]
    unknown = [mention for mention in (*mentions, *context) if mention.concept not in terminology]
    subjects = _subject_medicines(facets["medicines"], intents, terminology)
    classes = [wider for mention in unknown if mention.concept in subjects for wider in mention.classes]
    query_text = _query_text(
        text if not background else asked, facets, terminology, language.tag, leaning, bool(background)
    )
    return Understood(
        query=Query(
            text=query_text,
            language=language.tag,
            intents=tuple(intents),
            intent_weight=intent_weight,
            direction=direction,
            medicines=tuple(subjects),
            medicine_classes=tuple(dict.fromkeys(classes)),
            conditions=tuple(facets["conditions"]),
            populations=tuple(facets["populations"]),
            routes=tuple(facets["routes"]),
            outcomes=tuple(facets["outcomes"]),
            topics=tuple(facets["topics"]),
            practical=practical,
            practical_claims=_speaking_of(tuple(cues.practical[want] for want in practical), language.tag, library),
            cards=tuple(cards),
            card_names=tuple(library.cards[card].names[0] for card in cards if library.cards[card].names),
        ),
        request=request,
        reply_language=reply_language,
        repeat=bool(reply_language) and rest_is_empty and conversation.turns > 0,
        follow_up=leaning,
        unknown_medicines=tuple(dict.fromkeys(m.label for m in unknown if m.concept in subjects)),
        about_animals=any(mention.concept == "animals" for mention in (*mentions, *context)),
        foreign=foreign,
        named_words=tuple(place for mention in mentions for place in range(mention.start, mention.end)),
    )


def question_part(text: str) -> tuple[str, str]:
    """The part of a message that asks, and the case history before it (empty in a short message)."""
    sentences = [sentence for sentence in _SENTENCE.split(text.strip()) if sentence.strip()]
    if len(sentences) < 2 or len(words(text)) < LONG_MESSAGE:
        return text, ""
    asking = [number for number, sentence in enumerate(sentences) if sentence.rstrip().endswith("?")]
    first = min(asking[0] if asking else len(sentences) - 1, len(sentences) - 1)
    first = max(first - 1, 1) if first == len(sentences) - 1 and len(words(sentences[first])) < 8 else first
    return " ".join(sentences[first:]), " ".join(sentences[:first])


def questions_of(text: str) -> str:
    """The sentences with a question mark, or the whole text where there is none.

    "She bought it online. Does it help?" does not ask where to buy it.
    """
    asking = [sentence for sentence in _SENTENCE.split(text.strip()) if sentence.rstrip().endswith("?")]
    return " ".join(asking) or text


def _without_negated(mentions: Sequence[Mention], text: str, language: Language) -> list[Mention]:
    """Mentions that are not negated: in "no known diabetes" the patient has none.

    Only a negation right before counts: "why does magnesium not help cramps" is about cramps all the same.
    """
    typed = [fold(word) for word in words(text)]
    negations = {fold(word) for word in language.understanding.negation if " " not in word}
    between = {fold(word) for word in language.understanding.history} | OTHER_WORDS
    kept = []
    for mention in mentions:
        before = typed[max(0, mention.start - NEGATION_REACH) : mention.start]
        while before and before[-1] in between:
            before.pop()
        if not (mention.kind in ("condition", "population") and before and before[-1] in negations):
            kept.append(mention)
    return kept


def _facets(mentions: Sequence[Mention], context: Sequence[Mention], library: Library) -> dict[str, list[str]]:
    """Concepts by the role they play; from the case history only what the question may lean on.

    That is what the medicine is taken for, the patient's group, and a disease in which effects were studied.
    """
    terminology = library.terminology
    facets: dict[str, list[str]] = {
        name: [] for name in ("medicines", "conditions", "populations", "routes", "outcomes", "topics")
    }
    role = {
        "medicine": "medicines",
        "comparator": "topics",
        "condition": "conditions",
        "population": "populations",
        "route": "routes",
        "outcome": "outcomes",
    }
    for mention in mentions:
        if mention.concept == EVERYBODY:
            continue
        facets[role.get(mention.kind, "topics")].append(mention.concept)
    for mention in context:
        name = role.get(mention.kind, "topics")
        is_indication = any(terminology.covers(wide, mention.concept) for wide in INDICATIONS)
        studied = is_indication or mention.concept in library.studied
        leans = name in ("populations", "routes") or (name == "medicines" and not facets["medicines"]) or studied
        if leans:
            facets[name].append(mention.concept)
    return {name: _narrowest(list(dict.fromkeys(found)), terminology) for name, found in facets.items()}


def _with_composed(facets: dict[str, list[str]], terminology: Terminology) -> dict[str, list[str]]:
    """The facets with conditions that several named concepts mean together, in the place of the cramps they narrow."""
    named = frozenset(concept for found in facets.values() for concept in found)
    composed = terminology.composed(named)
    if not composed:
        return facets
    replaced = frozenset().union(*composed.values())
    conditions = [concept for concept in facets["conditions"] if concept not in replaced]
    return {**facets, "conditions": [*conditions, *composed]}


def _narrowest(concepts: list[str], terminology: Terminology) -> list[str]:
    """Concepts without those that another one already narrows: of cramps and leg cramps, leg cramps."""
    return [
        concept
        for concept in concepts
        if not any(other != concept and concept in terminology.wider(other) for other in concepts)
    ]


def _with_age(populations: list[str], asked: str, background: str, language: Language) -> list[str]:
    plain = " ".join(fold(word) for word in words(f"{background} {asked}"))
    if not any(letter.isdigit() for letter in plain):
        return populations
    for cue in language.understanding.older_age:
        found = _age_pattern(cue).search(plain)
        if found:
            age = int(found.group(1))
            group = "older_adults" if age >= OLD_AGE else "children" if age < ADULT_AGE else None
            return [*populations, group] if group and group not in populations else populations
    return populations


def _word_pattern(token: str) -> str:
    return re.escape(fold(token.rstrip("*"))) + (r"\S*" if token.endswith("*") else "")


@cache
def _age_pattern(cue: str) -> re.Pattern[str]:
    tokens = [token for word in cue.split() for token in re.split(r"[-/]", word)]
    pieces = [r"(\d{1,3})" if token == "NUMBER" else _word_pattern(token) for token in tokens]
    return re.compile(rf"(?:^| ){' '.join(pieces)}(?: |$)")


def _intents(message: Marked, language: Language) -> tuple[list[Intent], float, Direction | None]:
    """The intents whose cues occur, the strongest first; how far the wording shows them, 0 to 1; and the direction.

    Intents much weaker than the strongest are dropped. A direction needs a cue that says what does what to what.
    """
    cues = language.understanding.intents
    strength = {intent: strongest(found, message) for intent, found in cues.items()}
    best = max(strength.values(), default=0)
    if not best:
        return [], 1.0, None
    kept = [intent for intent, value in strength.items() if value and value >= WEAKEST_KEPT * best]
    kept.sort(key=lambda intent: (-strength[intent], list(Intent).index(intent)))
    helps, causes = strength.get(Intent.EFFICACY, 0), strength.get(Intent.CAUSES, 0)
    directed = strongest((cue for cue in cues.get(Intent.CAUSES, ()) if "CONDITION" in cue), message)
    direction: Direction | None = None
    if directed and directed >= helps:
        direction = "causes"
    elif helps and helps >= causes:
        direction = "helps"
    return kept, min(1.0, best / PLAIN_CUE), direction


@lru_cache(maxsize=256)
def _speaking_of(wants: tuple[tuple[str, ...], ...], language: str, library: Library) -> frozenset[str]:
    """Claims whose texts in this language hold a cue of each of these wants; none where nothing is wanted."""
    speaking = set()
    for reference, (_, claim) in library.claims.items() if wants else ():
        texts = [Marked(text) for text in claim_texts(library, claim, language)]
        if all(any(matches(cue, text) for cue in cues for text in texts) for cues in wants):
            speaking.add(reference)
    return frozenset(speaking)


def _default_intents(facets: Mapping[str, list[str]], terminology: Terminology) -> list[Intent]:
    """What a message without any cue asks: a medicine beside a condition asks whether it helps."""
    treatable = [c for c in facets["conditions"] if not any(terminology.covers(own, c) for own in STATES_OF_MAGNESIUM)]
    return [Intent.EFFICACY] if facets["medicines"] and treatable else []


def _asks_of_a_pair(medicines: list[str], intents: Sequence[Intent], terminology: Terminology) -> bool:
    """Whether a question on magnesium beside another medicine asks how the two get on, without saying so."""
    magnesium = any(terminology.covers("magnesium", medicine) for medicine in medicines)
    others = [medicine for medicine in medicines if not terminology.covers("magnesium", medicine)]
    silent = not intents or intents[0] in (Intent.FORMULATION, Intent.CONTRAINDICATIONS, Intent.OTHER)
    return magnesium and bool(others) and silent


def _subject_medicines(medicines: list[str], intents: Sequence[Intent], terminology: Terminology) -> list[str]:
    """The medicines the question is about: where magnesium is named, others are what the patient takes besides,
    except in a question on interactions."""
    magnesium = [medicine for medicine in medicines if terminology.covers("magnesium", medicine)]
    if magnesium and Intent.INTERACTIONS not in intents:
        others = [medicine for medicine in medicines if medicine in terminology and medicine not in magnesium]
        return magnesium + (others if len(others) <= 1 and Intent.EFFICACY not in intents else [])
    return medicines


def _named_cards(text: str, library: Library) -> list[str]:
    """Cards whose name stands in the text, a case ending allowed."""
    typed = [fold(word) for word in words(text)]
    found = []
    for card in library.cards.values():
        for name in card.names:
            parts = [fold(part) for part in words(name)]
            for start in range(len(typed) - len(parts) + 1):
                window = typed[start : start + len(parts)]
                last = window[-1]
                if window[:-1] == parts[:-1] and (
                    last == parts[-1] or (last.startswith(parts[-1]) and len(last) - len(parts[-1]) <= LONGEST_ENDING)
                ):
                    found.append(card.id)
    return list(dict.fromkeys(found))


def _inherit(
    facets: dict[str, list[str]],
    intents: list[Intent],
    cards: list[str],
    conversation: Conversation,
    terminology: Terminology,
) -> tuple[dict[str, list[str]], list[Intent], list[str]]:
    """Fill what the message leaves open from the turn before."""
    before: dict[str, list[str]] = {"medicines": [], "conditions": [], "populations": [], "routes": []}
    for concept in conversation.concepts:
        name = {"condition": "conditions", "population": "populations", "route": "routes"}.get(
            terminology.kind(concept)
        )
        if name is None and terminology.kind(concept) == "medicine":
            name = "medicines"
        if name:
            before[name].append(concept)
    filled = {name: list(found) for name, found in facets.items()}
    new_medicine = bool(facets["medicines"])
    if not new_medicine:
        filled["medicines"] = before["medicines"]
    others = [c for c in facets["conditions"] if not any(terminology.covers(wide, c) for wide in INDICATIONS)]
    about_medicine = bool(ABOUT_THE_MEDICINE & set(intents[:1]))
    if (not facets["conditions"] and not about_medicine) or (others and len(others) == len(facets["conditions"])):
        indications = [c for c in before["conditions"] if any(terminology.covers(wide, c) for wide in INDICATIONS)]
        rest = [] if (facets["populations"] or others) else [c for c in before["conditions"] if c not in indications]
        filled["conditions"] = list(dict.fromkeys([*indications, *rest, *facets["conditions"]]))
    narrower = before["populations"] and all(
        any(terminology.covers(new, old) for old in before["populations"]) for new in facets["populations"]
    )
    if narrower and not others and not cards:
        filled["populations"] = before["populations"]
    if not facets["routes"] and not facets["populations"] and not others and not cards:
        filled["routes"] = before["routes"]
    if not cards and not new_medicine and not facets["conditions"] and not facets["populations"]:
        cards = list(conversation.cards)
    if not intents and conversation.intent:
        intents = [conversation.intent]
    return filled, intents, cards


def _query_text(
    text: str, facets: Mapping[str, list[str]], terminology: Terminology, language: str, leaning: bool, history: bool
) -> str:
    """The text to embed: the question, with the names of what it leans on."""
    if not (leaning or history):
        return text
    named = [
        terminology.name(concept, language).label
        for name in ("medicines", "conditions", "populations", "routes")
        for concept in facets[name]
        if concept in terminology
    ]
    return f"{text} ({', '.join(named)})" if named else text


def _request(message: Marked, language: Language, mentions: Sequence[Mention]) -> Request | None:
    """A request about the conversation itself; a message that names a medicine is a question all the same."""
    requests = language.understanding.requests
    medical = any(mention.kind in ("medicine", "condition", "symptom", "population") for mention in mentions)
    if any(matches(cue, message) for cue in requests.off_topic):
        return "off_topic"
    if medical:
        return None
    short = len(message.plain.split()) <= 8
    if any(matches(cue, message) for cue in requests.sources) and short:
        return "sources"
    for name in ("greeting", "thanks", "help"):
        if short and any(matches(cue, message) for cue in getattr(requests, name)):
            return name
    return None


def _language_request(message: Marked, language: Language, mentions: Sequence[Mention]) -> tuple[str | None, bool]:
    """The language a message asks to be answered in, and whether it asks nothing else."""
    names = language.understanding.language_names
    for tag, spoken in names.items():
        for name in spoken:
            folded = " ".join(fold(word) for word in words(name))
            if f" {folded} " in f" {message.plain} ":
                replaced = Marked("")
                replaced.plain = f" {message.plain} ".replace(f" {folded} ", " LANGUAGE ").strip()
                replaced.marked = replaced.plain
                if any(matches(cue, replaced) for cue in language.understanding.reply_in):
                    medical = any(mention.kind in ("medicine", "condition", "symptom") for mention in mentions)
                    return tag, not medical and len(message.plain.split()) <= 8
    return None, False
