"""What speaks for and against the best hits answering an ask: the signals that `retrieval.answerable` weighs.

None depends on how much else a library holds. Words are looked for in the hits, which are all on what is asked about,
and not in the whole library, where sooner or later every word stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from knowledge.evidence.forms.effect import Effect
from knowledge.evidence.library import Library
from knowledge.evidence.models import Claim, Frozen, Intent
from knowledge.languages import load_language
from knowledge.languages.analysis import fold, stem, words
from knowledge.terminology.concepts import Terminology
from knowledge.terminology.linking import Mention, Recogniser
from retrieval.admissible import EXPECTED, measured_by, measures_what_is_asked
from retrieval.passages import claim_texts
from retrieval.query import Query
from retrieval.search import Hit

NEAREST_OF = 10
"""Hits among which the nearest in wording is looked for: the best by all scores need not be it."""
OF_HARM = frozenset(
    {
        Intent.CAUSES,
        Intent.ADVERSE_EFFECTS,
        Intent.INTERACTIONS,
        Intent.CONTRAINDICATIONS,
        Intent.TOXICITY,
        Intent.ALLERGY,
    }
)
"""Asks that what is said of a whole class answers: a warning of thiazides is one of each of them."""
ADULTS = "adults"
SHORTEST_CONTENT_WORD = 3
"""Letters; a shorter word is taken for one without a subject of its own."""

POOLED = 0.7
"""Of an effect measured of a whole class, for a question on one of it."""
OF_WHAT_WAS_NAMED = frozenset({Intent.EFFICACY, Intent.DOSAGE, Intent.CONTRAINDICATIONS})
"""What a clause that names nothing asks of what was named before it; its words only ask."""


class Signals(Frozen):
    """What is known of an ask and its best hits."""

    cosine: float
    """Highest of the best admissible claims."""
    lexical: float
    """Highest of the best admissible claims: share, 0 to 1, of the BM25 score that the words could attain."""
    unexplained: float
    """Share of the content words that neither the best claim's concepts nor its texts account for."""
    foreign: float
    """Share of the content words that name no known concept, ask for nothing the best claim offers, and stand in none
    of the best hits."""
    source_named: float
    """1 where a source of the library is named, 0 otherwise."""
    intent: float
    """How plainly the ask is for what the best claim offers, from 1 to -1 where it is plainly for other things; 0 where
    nothing shows what is asked."""
    codes: float
    """How well the best claim's codes answer the ask, 0 to 1: on that very medicine, offering what is plainly asked, no
    word and no condition left over. It is what a card without any question texts has to show."""
    by_class: float
    """Share of the medicines asked about that the best claim does not name, but only a class they belong to; 0 in an
    ask of harm."""
    topics: float
    """Share of the topics and outcomes asked about that the best claim is coded with; 0 where none is."""
    only_mentioned: float
    """Share of the conditions and populations asked about that the best claim mentions without being about them, or
    without offering what is asked of them."""
    practical: float
    """1 where there is a practical want (price, storage, ...) that the best claim does not speak of."""
    open_end: float
    """`unexplained` where relief is asked about but the remedy, or what it should relieve, was not recognised."""


def signals_of(
    query: Query, hits: Sequence[Hit], library: Library, recogniser: Recogniser, ordinary: Collection[str]
) -> Signals:
    """The signals of an ask with its hits, of which there is one at least; `ordinary` are folded words without a
    subject of their own."""
    _, claim = library.claims[hits[0].claim]
    text, language, terminology = query.text, query.language, library.terminology
    mentions = recogniser.mentions(text, language)
    met = [place for mention in _met(mentions, claim, terminology) for place in range(mention.start, mention.end)]
    asking = _asking_words(text, query, claim)
    named = [place for mention in mentions for place in range(mention.start, mention.end)]
    stems = [_stems_of(library, hit.claim, language) for hit in hits[:NEAREST_OF]]
    only_asks = query.names_nothing and set(query.intents[:1]) <= OF_WHAT_WAS_NAMED
    asking = list(range(len(words(text)))) if only_asks else asking
    ordinary = query.told.union(ordinary)
    unexplained = unexplained_share(text, [*met, *asking], stems[0], ordinary, language)
    intent, only_mentioned = intent_agreement(query, claim, terminology), only_mentioned_share(query, claim, library)
    return Signals(
        cosine=max(hit.cosine for hit in hits[:NEAREST_OF]),
        lexical=max(hit.lexical for hit in hits[:NEAREST_OF]),
        unexplained=unexplained,
        foreign=unexplained_share(text, [*named, *asking], frozenset().union(*stems), ordinary, language),
        source_named=float(bool(query.cards)),
        intent=intent,
        codes=codes_fit(query, claim, terminology) * (1.0 - unexplained) * (1.0 - only_mentioned),
        by_class=by_class_share(query, claim, terminology),
        topics=topics_share(query, claim, terminology),
        only_mentioned=only_mentioned,
        practical=float(_wants_what_is_practical(query, hits[0].claim, claim, terminology)),
        open_end=unexplained if leaves_open(query) else 0.0,
    )


def _wants_what_is_practical(query: Query, reference: str, claim: Claim, terminology: Terminology) -> bool:
    """Whether something practical is wanted that the claim does not speak of; the words of an outcome that it measures
    want nothing else: "halving" of fits is none of tablets."""
    wanted = bool(query.practical) and not query.meets_wants(reference)
    return wanted and not (query.outcomes and measures_what_is_asked(claim, query, terminology))


def unexplained_share(
    text: str, explained: Iterable[int], known_stems: Collection[str], ordinary: Collection[str], language: str
) -> float:
    """Share of a question's content words that nothing accounts for: neither their place, nor a known stem."""
    typed = words(text)
    accounted = set(explained)
    content = [
        position
        for position, word in enumerate(typed)
        if fold(word) not in ordinary and len(word) >= SHORTEST_CONTENT_WORD and not word[0].isdigit()
    ]
    missing = [p for p in content if p not in accounted and stem(typed[p], language) not in known_stems]
    return len(missing) / len(content) if content else 0.0


def by_class_share(query: Query, claim: Claim, terminology: Terminology) -> float:
    """Share of the medicines asked about that the claim speaks of only by a class they belong to; 0 in an ask of harm.

    That one of a class helps does not say that each does, but what a class is warned of goes for all of it. What the
    medicine was compared with may well be a class: warfarin among the usual anticoagulants.
    """
    if not query.medicines or OF_HARM & set(query.intents[:1]):
        return 0.0
    spoken_of = _spoken_of(claim)

    def by_class(medicine: str) -> bool:
        named = any(terminology.covers(medicine, concept) for concept in spoken_of)
        compared_with = claim.comparator is not None and terminology.related(medicine, claim.comparator)
        return not named and not compared_with and not terminology.kin(medicine).isdisjoint(spoken_of)

    return sum(map(by_class, query.medicines)) / len(query.medicines)


def topics_share(query: Query, claim: Claim, terminology: Terminology) -> float:
    """Share of the topics and outcomes asked about that the claim is coded with; 0 where none is asked about."""
    asked = (*query.topics, *query.outcomes)
    return sum(not terminology.kin(c).isdisjoint(claim.concepts) for c in asked) / len(asked) if asked else 0.0


def intent_agreement(query: Query, claim: Claim, terminology: Terminology) -> float:
    """How plainly the question asks for what the claim offers, 1 to -1."""
    offered = {claim.intent, *claim.also}
    if not query.intents:
        return 0.0
    if query.intents[0] in offered:
        return query.intent_weight
    if measures_what_is_asked(claim, query, terminology):
        return 0.5 * query.intent_weight
    answering = offered & EXPECTED.get(query.intents[0], frozenset()) or offered & set(query.intents) - {Intent.OTHER}
    return query.intent_weight * (0.5 if answering else -1.0)


def codes_fit(query: Query, claim: Claim, terminology: Terminology) -> float:
    """How plainly the ask is for what a claim on that very medicine offers, 0 to 1; 0 for a claim on another.

    A claim that names the medicine, or is on one of the class asked about, is on it; what was measured of its class as
    a whole, and says so, counts for less. Asked which medicine helps, a claim on just that complaint says one.
    """
    offers = bool(query.intents) and query.intents[0] in {claim.intent, *claim.also}
    if claim.intervention is None or not (offers or measures_what_is_asked(claim, query, terminology)):
        return 0.0
    if not query.medicines:
        return query.intent_weight * float(_is_on_all(query.conditions, claim, terminology))
    if any(terminology.covers(medicine, one) for medicine in query.medicines for one in claim.concepts):
        return query.intent_weight
    pooled = isinstance(claim.code, Effect) and any(
        terminology.covers(claim.intervention, medicine) for medicine in query.medicines
    )
    return POOLED * query.intent_weight if pooled else 0.0


def _is_on_all(conditions: Sequence[str], claim: Claim, terminology: Terminology) -> bool:
    """Whether conditions are asked about, and the claim is on each, or on a kind of it."""
    about = (*claim.conditions, *claim.populations)
    return bool(conditions) and all(any(terminology.covers(c, own) for own in about) for c in conditions)


def only_mentioned_share(query: Query, claim: Claim, library: Library) -> float:
    """Share of the conditions and populations asked about that the claim is not about.

    A condition that no medicine of the library is taken for is merely mentioned, too, by a claim that does not offer
    what is asked of it: that a level was measured in asthma does not say whether the medicine helps.
    """
    terminology = library.terminology
    asked = (*query.conditions, *query.populations)
    of_some = any(terminology.kind(group) == "population" for group in claim.populations)
    warned = bool(OF_HARM & set(query.intents[:1])) and not of_some
    about = (*claim.conditions, *claim.populations, *measured_by(claim, query))
    beside = not (offers_what_is_expected(query, claim) or measures_what_is_asked(claim, query, terminology))

    def missed(wanted: str) -> bool:
        if warned and terminology.covers(ADULTS, wanted):
            return False  # what adults are warned of at large, old ones are as well
        if not any(terminology.related(concept, wanted) for concept in about):
            return True
        return beside and wanted in query.conditions and not library.scope.is_indication(wanted)

    return sum(map(missed, asked)) / len(asked) if asked else 0.0


def offers_what_is_expected(query: Query, claim: Claim) -> bool:
    """Whether the claim is of a kind that can answer one of the intents which only certain kinds answer."""
    wanted = {intent for intent in query.intents if intent in EXPECTED}
    if query.direction == "helps":
        wanted.add(Intent.EFFICACY)
    offered = {claim.intent, *claim.also}
    return not wanted or any(offered & EXPECTED[intent] for intent in wanted)


def leaves_open(query: Query) -> bool:
    """Whether a question on relief lacks the remedy or what it should relieve: words nobody knows may name it."""
    if query.cards or Intent.EFFICACY not in query.intents[:1]:
        return False
    return not query.medicines or not (query.conditions or query.populations or query.outcomes)


def _spoken_of(claim: Claim) -> frozenset[str]:
    return claim.concepts | ({claim.comparator} if claim.comparator else frozenset())


def _met(mentions: Sequence[Mention], claim: Claim, terminology: Terminology) -> list[Mention]:
    """The mentions that the claim speaks of; of a word that names things of several kinds, it must speak of each."""
    spoken_of = _spoken_of(claim)

    def met(mention: Mention) -> bool:
        return any(terminology.related(c, mention.concept) for c in spoken_of)

    unmet_kinds: set[tuple[int, str]] = {(mention.start, mention.kind) for mention in mentions}
    unmet_kinds -= {(mention.start, mention.kind) for mention in mentions if met(mention)}
    missed = {start for start, _ in unmet_kinds}
    return [mention for mention in mentions if mention.start not in missed]


def _asking_words(text: str, query: Query, claim: Claim) -> list[int]:
    """Places of the words that ask for what the claim offers: "side effects" is no subject of its own there."""
    offered = {claim.intent, *claim.also} & set(query.intents)
    exact, beginnings = _words_of_cues(query.language, frozenset(offered))
    folded = [fold(word) for word in words(text)]
    return [
        place
        for place, word in enumerate(folded)
        if word in exact or any(word.startswith(beginning) for beginning in beginnings)
    ]


@lru_cache(maxsize=256)
def _words_of_cues(language: str, intents: frozenset[Intent]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The folded words of the cues of these intents: whole ones, and beginnings that any ending may follow."""
    cues = load_language(language).understanding.intents
    tokens = [token for intent in intents for cue in cues.get(intent, ()) for token in cue.split()]
    exact = frozenset(fold(word) for token in tokens if "*" not in token for word in words(token))
    beginnings = {fold(token.rstrip("*")) for token in tokens if token.endswith("*") and not token.startswith("*")}
    return exact, tuple(sorted(one for one in beginnings if len(one) >= SHORTEST_CONTENT_WORD))


def _stems(texts: Iterable[str], language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for text in texts for word in words(text))


@lru_cache(maxsize=4096)
def _stems_of(library: Library, reference: str, language: str) -> frozenset[str]:
    """Stems of the words of a claim's texts, in the language asked and in English."""
    _, claim = library.claims[reference]
    return _stems([*claim_texts(library, claim, language), *claim_texts(library, claim, "en")], language)
