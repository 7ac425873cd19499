"""From a message to a query: what is asked, about which medicine, for whom, and what leans on the turn before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

from bot.conversation import Conversation
from bot.cues import Marked, matches, strongest
from bot.facets import facets_of, named_cards, with_age, with_composed, without_negated
from bot.memory import REMEMBERED, Carried, by_role, carry_over, leans
from bot.requests import MOST_WORDS, Request, language_request, request_of
from knowledge.concepts import Terminology
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.models import Frozen, Intent
from retrieval.analysis import words
from retrieval.matching import ABOUT_THE_MEDICINE
from retrieval.passages import claim_texts
from retrieval.query import Query
from retrieval.recognition import Mention, Recogniser

Direction = Literal["helps", "causes"]

LONG_MESSAGE = 16
"""Words from which a message of several sentences is read as a case history with a question at its end."""
STATES_OF_MAGNESIUM = ("electrolyte_disturbance", "magnesium_overdose")
"""Conditions that are about magnesium in the body; naming them beside it does not ask whether it helps."""
TOO_MUCH = frozenset({"hypermagnesaemia", "magnesium_overdose"})
"""Conditions whose signs are what claims on toxicity tell."""
OF_THE_MEDICINE = (ABOUT_THE_MEDICINE - {Intent.CONTRAINDICATIONS}) | {Intent.CAUSES}
"""What is asked of the medicine itself in words such as "other medicines": "does it interact with other medicines?"."""
WEAKEST_KEPT = 0.6
"""Share of the strongest cue's weight that a second intent needs to be kept."""
PLAIN_CUE = 8
"""Weight from which a cue shows the intent plainly."""
_CLAUSE = re.compile(r"[.!?,;:–—]+\s+|\n+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\S)|\n+")


class Understood(Frozen):
    """A message as understood."""

    query: Query
    request: Request | None = None
    """Set where the message is about the conversation, or about nothing here."""
    reply_language: str | None = None
    """Language the message asks to be answered in."""
    repeat: bool = False
    """Whether the message asks for nothing but another language, and so for the last answer again."""
    follow_up: bool = False
    inherited: tuple[str, ...] = ()
    """Concepts and cards taken over from the turns before."""
    subject: tuple[str, ...] = ()
    """Concepts to remember: those of the question, and what it needs not but was talked about."""
    unknown_medicines: tuple[str, ...] = ()
    """Names of medicines that the library holds nothing on, as they were written."""
    about_animals: bool = False
    foreign: bool = False
    """Whether the message is in a language we do not speak, so that much of it was not understood."""
    named_words: tuple[int, ...] = ()
    """Places of the words that name a concept."""
    vague_words: tuple[int, ...] = ()
    """Places of the words that say where or when it hurts, without saying what it is."""


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
    mentions = without_negated(recogniser.mentions(asked), asked, language)
    context = without_negated(recogniser.mentions(background), background, language) if background else []
    message = Marked(asked, mentions)
    cues = language.understanding

    reply_language, rest_is_empty = language_request(message, language, mentions)
    request = request_of(message, language, mentions)
    facets = with_composed(facets_of(mentions, context, library), terminology)
    facets["populations"] = with_age(facets["populations"], asked, background, language)
    intents, intent_weight, direction = _intents(message, language)
    wish = questions_of(asked)
    wishing = message if wish == asked else Marked(wish, recogniser.mentions(wish))
    practical = tuple(want for want, found in cues.practical.items() if any(matches(cue, wishing) for cue in found))
    cards = named_cards(asked, library)
    leaning = not rest_is_empty and leans(message, asked, facets, cards, conversation, cues)
    carried: Carried | None = None
    if leaning:
        carried = carry_over(facets, intents, cards, conversation, terminology)
        facets, intents, cards = carried.facets, list(carried.intents), list(carried.cards)
        if intents[:1] == [Intent.CAUSES] and direction is None:
            direction = "causes"  # what was asked before still is: not whether it helps
    replaced: tuple[str, ...] = ()
    if _asks_for_alternatives(asked, message, language, recogniser):
        talked_about = facets["medicines"] or by_role(conversation.concepts, terminology)["medicines"]
        if facets["conditions"] or any(terminology.covers("magnesium", medicine) for medicine in talked_about):
            replaced, facets["medicines"] = tuple(talked_about), []
            intents, intent_weight, direction = [Intent.GUIDANCE], 1.0, None
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
            instead_of=replaced,
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
        repeat=bool(reply_language) and rest_is_empty,
        follow_up=leaning,
        inherited=tuple(concept for concept in carried.inherited if concept not in replaced) if carried else (),
        subject=carried.subject if carried else (*replaced, *(c for name in REMEMBERED for c in facets[name])),
        unknown_medicines=_unknown_medicines(unknown, subjects, terminology),
        about_animals=any(mention.concept == "animals" for mention in (*mentions, *context)),
        foreign=foreign,
        named_words=tuple(place for mention in mentions for place in range(mention.start, mention.end)),
        vague_words=_vague_words(asked, language),
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


def _asks_for_alternatives(text: str, message: Marked, language: Language, recogniser: Recogniser) -> bool:
    """Whether another treatment is asked for than the medicine named or talked about.

    From where a medicine is named last, any cue says so; before and there, only one around its name: "is magnesium an
    alternative?" and "something else: does magnesium help?" ask about it.
    """
    cues = [cue for cue in language.understanding.alternatives if matches(cue, message)]
    clauses = [Marked(clause, recogniser.mentions(clause)) for clause in _CLAUSE.split(text)] if cues else []
    medicines = [clause.marked.split().count("MEDICINE") for clause in clauses]
    for place, clause in enumerate(clauses):
        asks = any(matches(cue, clause) for cue in cues if "MEDICINE" in cue.split() or not any(medicines[place:]))
        if not asks or medicines[place] > 1 or OF_THE_MEDICINE & set(_intents(clause, language)[0][:1]):
            continue
        from_here = Marked(" ".join(later.plain for later in clauses[place:]))
        if not any(matches(cue, from_here) for cue in language.understanding.no_alternatives):
            return True
    return False


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


def _unknown_medicines(
    unknown: Sequence[Mention], subjects: Sequence[str], terminology: Terminology
) -> tuple[str, ...]:
    """Names of the medicines asked about that the library does not hold, as typed, or as remembered."""
    typed = {mention.concept: mention.label for mention in unknown}
    names = (typed.get(medicine, medicine) for medicine in subjects if medicine not in terminology)
    return tuple(dict.fromkeys(names))


def _vague_words(text: str, language: Language) -> tuple[int, ...]:
    """Places of the words that say where or when it hurts, in a message short enough to leave open what it is."""
    typed = words(text)
    if len(typed) > MOST_WORDS:
        return ()
    vague = language.understanding.vague_words
    return tuple(place for place, word in enumerate(typed) if any(matches(cue, Marked(word)) for cue in vague))


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
