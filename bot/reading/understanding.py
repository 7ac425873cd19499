"""From a message to a query: what is asked, about which medicine, for whom, and what leans on the turn before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Literal

from bot.dialogue.state import Conversation
from bot.reading.act import MOST_WORDS, Request, language_request, request_of
from bot.reading.asks import TypedAsk
from bot.reading.cues import Marked, matches, strongest
from bot.reading.facets import facets_of, named_cards, with_composed, without_any_disease, without_negated
from bot.reading.facts import Facts
from bot.reading.follow_up import REMEMBERED, SHORT_MESSAGE, Carried, by_role, carry_over, leans
from bot.reading.message import Message
from bot.reading.model import Patient
from bot.reading.populations import BREASTFEEDING, CHILDREN, INFANTS, PREGNANT
from bot.reading.reader import Reader
from bot.reading.several import Wanted, wanted_in
from knowledge.evidence.library import Library
from knowledge.evidence.models import Frozen, Intent
from knowledge.languages import Language
from knowledge.languages.analysis import fold, words
from knowledge.terminology.concepts import Terminology
from knowledge.terminology.linking import Mention, Recogniser
from retrieval.admissible import ABOUT_THE_MEDICINE, SEXES
from retrieval.ask import Ask, Because
from retrieval.passages import claim_texts
from retrieval.query import Query, ask_of, meets_none, query_of

Wants = tuple[tuple[str, ...], ...]
"""The cues of each practical want."""

Direction = Literal["helps", "causes"]

LONG_MESSAGE = 16
"""Words from which a message of several sentences is read as a case history with a question at its end."""
OF_THE_MEDICINE = (ABOUT_THE_MEDICINE - {Intent.CONTRAINDICATIONS}) | {Intent.CAUSES}
"""What is asked of the medicine itself in words such as "other medicines": "does it interact with other medicines?"."""
SAID_BY_MODEL = frozenset(
    {Intent.CONTRAINDICATIONS, Intent.DOSAGE, Intent.ADVERSE_EFFECTS, Intent.INTERACTIONS, Intent.TOXICITY,
     Intent.MONITORING, Intent.SWITCHING, Intent.GUIDANCE, Intent.ALTERNATIVES}
)  # fmt: skip
"""Intents that the model may see in a message that leans on the turn before; others may be a mere name in it."""
FEWEST_WORDS = 3
"""Words from which it may."""
OF_WHAT_IS_TAKEN = frozenset({Intent.EFFICACY, Intent.DOSAGE, Intent.TRIAL_DETAILS})
"""What is asked only of what may be taken: not whether something else may be, or what happened."""
OF_HER_CHILD = frozenset({CHILDREN, INFANTS})
"""Groups that the child of a mother named besides belongs to, and she does not."""
STATES = frozenset({"condition", "symptom", "outcome"})
"""Kinds of names of what a patient has, or may come to have."""
WEAKEST_KEPT = 0.6
"""Share of the strongest cue's weight that a second intent needs to be kept."""
PLAIN_CUE = 8
"""Weight from which a cue shows the intent plainly."""
_CLAUSE = re.compile(r"[.!?,;:–—]+\s+|\n+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\S)|\n+")


class Understood(Frozen):
    """A message as understood."""

    query: Query
    """What is asked first."""
    further: tuple[Query, ...] = ()
    """What else is asked."""
    patient: Patient = Patient()
    """What is known of the patient, this message and the turns before taken together."""
    mentioned: tuple[str, ...] = ()
    """Every medicine of the message that is not denied."""
    states: tuple[str, ...] = ()
    """Concept ids of every disease, symptom and outcome named in the message and not denied, wherever it stands."""
    denied: tuple[str, ...] = ()
    not_understood: tuple[str, ...] = ()
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
    """Medicines asked about that the library holds nothing on: concept ids, or names as typed."""
    about_animals: bool = False
    foreign: bool = False
    """Whether the message is in a language we do not speak, so that much of it was not understood."""
    named_words: tuple[int, ...] = ()
    """Places of the words that name a concept."""
    @property
    def wanted(self) -> tuple[Wanted, ...]:
        """Everything asked, in order."""
        because = Because.CARRIED if self.inherited and not self.query.intents else Because.TYPED
        asked = [ask_of(query).model_copy(update={"because": because}) for query in (self.query, *self.further)]
        return tuple(map(Wanted, asked, (self.query, *self.further)))

    vague_words: tuple[int, ...] = ()
    """Places of the words that say where or when it hurts, without saying what it is."""
    clauses: tuple[str, ...] = ()
    """The clauses likeliest to ask, names of medicines masked."""


def understand(
    text: str,
    language: Language,
    conversation: Conversation,
    library: Library,
    recogniser: Recogniser,
    reader: Reader,
    *,
    chosen: Ask | None = None,
    foreign: bool = False,
) -> Understood:
    """Read a message in the light of the conversation so far.

    `chosen` is what an option that was picked asks; the text then only puts it in words. A `foreign` message is in a
    language we do not speak: what it asks of a medicine and a condition is left open, for "does it cause" must not be
    read as "does it help".
    """
    if chosen is not None:
        understood = understood_ask(chosen, text, language.tag, library)
        patient = conversation.patient.with_new(understood.patient)
        return understood.model_copy(update={"patient": patient})
    heard = _hear(text, language, library, reader)
    reply_language, rest_is_empty = language_request(heard.message, language, heard.mentions)
    request = request_of(heard.message, language, heard.mentions)
    question = _question_of(heard, library)
    names_alone = not question.intents and _only_names(heard.asked, heard.mentions, language)
    _see_whether_it_leans(question, heard, conversation, library, rest_is_empty=rest_is_empty)
    if question.leaning:
        _carry(question, heard, conversation, library, names_alone=names_alone)
    _ask_for_alternatives(question, heard, conversation, library, recogniser)
    _fill_what_is_unsaid(question, library, foreign=foreign)
    base = _query(question, heard, library, recogniser)
    single = foreign or rest_is_empty or question.replaced or names_alone
    wanted = () if single else _wanted(heard, base, library)
    first, *further = (one.query for one in wanted) if wanted else (base,)
    facts = heard.facts
    return Understood(
        query=first,
        further=tuple(further),
        patient=conversation.patient.with_new(facts.patient) if question.leaning else facts.patient,
        mentioned=heard.names_of("medicine"),
        states=heard.names_of(*STATES),
        denied=facts.denied,
        not_understood=facts.not_understood,
        request=request,
        reply_language=reply_language,
        repeat=bool(reply_language) and rest_is_empty,
        follow_up=question.leaning,
        inherited=question.inherited,
        subject=question.subject,
        unknown_medicines=_unknown_medicines(heard.named("medicine"), base.medicines, library),
        about_animals=any(mention.concept == "animals" for mention in (*heard.mentions, *heard.context)),
        foreign=foreign,
        named_words=tuple(place for mention in heard.mentions for place in range(mention.start, mention.end)),
        vague_words=_vague_words(heard.asked, language),
        clauses=heard.clauses,
    )


@dataclass(frozen=True)
class _Heard:
    """A message with what stands in it, before the turns before are looked at."""

    text: str
    language: Language
    whole: Message
    """The message without the states that it denies."""
    facts: Facts
    typed: tuple[TypedAsk, ...]
    untaken: frozenset[str]
    """Medicines that are named and are not taken."""
    asked: str
    """The part of the text that asks."""
    background: str
    """The case history before it; empty in a short message."""
    mentions: list[Mention]
    """What the part that asks names."""
    context: list[Mention]
    """What the case history names."""
    message: Marked
    """The part that asks."""
    clauses: tuple[str, ...]
    """The clauses likeliest to ask, names of medicines masked."""

    def names_of(self, *kinds: str) -> tuple[str, ...]:
        """Concepts of these kinds that the message names and does not deny."""
        named = (m.concept for m in self.whole.mentions if m.kind in kinds and m.concept not in self.facts.denied)
        return tuple(dict.fromkeys(named))

    def named(self, kind: str) -> list[Mention]:
        """The names of a kind, those of the part that asks first."""
        return [mention for mention in (*self.mentions, *self.context) if mention.kind == kind]


@dataclass
class _Question:
    """What a message asks, as far as it is made out; each step fills in more."""

    facets: dict[str, list[str]]
    intents: list[Intent]
    intent_weight: float
    direction: Direction | None
    cards: list[str]
    leaning: bool = False
    compared: bool = False
    carried: Carried | None = None
    replaced: tuple[str, ...] = ()
    """The medicines that something else is asked for in place of."""

    @property
    def inherited(self) -> tuple[str, ...]:
        """Concepts and cards taken over from the turns before."""
        return tuple(c for c in self.carried.inherited if c not in self.replaced) if self.carried else ()

    @property
    def subject(self) -> tuple[str, ...]:
        """Concepts to remember."""
        if self.carried:
            return self.carried.subject
        return (*self.replaced, *(concept for name in REMEMBERED for concept in self.facets[name]))


def _hear(text: str, language: Language, library: Library, reader: Reader) -> _Heard:
    whole = reader.message(text, language.tag)
    facts = reader.facts(whole)
    denied = {mention for mention in whole.mentions if mention.concept in facts.denied and mention.kind != "medicine"}
    whole = replace(whole, mentions=tuple(mention for mention in whole.mentions if mention not in denied))
    typed, clauses = reader.asks(whole)
    untaken = _untaken(whole, facts) | _not_tolerated(whole, facts, typed, library.terminology)
    asked, background = question_part(text)
    mentions, context = (
        without_negated(_not_denied(reader.message(part, language.tag), facts, untaken), part, language) if part else []
        for part in (asked, background)
    )
    return _Heard(
        text, language, whole, facts, tuple(_without(one, untaken) for one in typed), untaken, asked, background,
        mentions, context, Marked(asked, mentions), clauses,
    )  # fmt: skip


def _question_of(heard: _Heard, library: Library) -> _Question:
    """What the message asks by its own words."""
    terminology = library.terminology
    facets = without_any_disease(with_composed(facets_of(heard.mentions, heard.context, library), terminology))
    groups = [group for group in heard.facts.populations if terminology.kind(group) == "population"]
    of_a_mother = {PREGNANT, BREASTFEEDING} & {*groups}  # the child of whom she tells is not whom it is asked for
    named = [
        group
        for group in facets["populations"]
        if group not in SEXES and not (of_a_mother and group in OF_HER_CHILD and group not in groups)
    ]
    facets["populations"] = list(dict.fromkeys([*groups, *named]))
    intents, weight, direction = _intents(heard.message, heard.language)
    return _Question(facets, intents, weight, direction, list(named_cards(heard.asked, library)))


def _see_whether_it_leans(
    question: _Question, heard: _Heard, conversation: Conversation, library: Library, *, rest_is_empty: bool
) -> None:
    """Whether the message leans on the turns before, or only adds to them what else is taken."""
    terminology = library.terminology
    cues = heard.language.understanding
    question.leaning = not rest_is_empty and leans(
        heard.message, heard.asked, question.facets, question.cards, conversation, cues
    )
    if _tells_of_others_taken(heard.facts, question.facets, conversation, terminology):
        question.leaning, question.facets["medicines"], question.intents = True, [], []
    question.compared = _compares_with_subject(heard, question.facets, conversation, terminology)
    question.leaning = question.leaning or question.compared


def _carry(
    question: _Question, heard: _Heard, conversation: Conversation, library: Library, *, names_alone: bool
) -> None:
    """Fill the question up with what the message leaves unsaid."""
    own = [one.ask.intent for one in heard.typed][:1]
    said = not question.intents and not names_alone and len(heard.whole.words) >= FEWEST_WORDS
    if said and own and own[0] in SAID_BY_MODEL:
        question.intents = own
    carried = carry_over(
        question.facets, question.intents, question.cards, conversation, library, compared=question.compared
    )
    question.carried = carried
    question.facets, question.intents, question.cards = carried.facets, list(carried.intents), list(carried.cards)
    if question.intents[:1] == [Intent.CAUSES] and question.direction is None:
        question.direction = "causes"  # what was asked before still is: not whether it helps


def _ask_for_alternatives(
    question: _Question, heard: _Heard, conversation: Conversation, library: Library, recogniser: Recogniser
) -> None:
    """Where another treatment is asked for, the medicine named or talked about is what it is to replace."""
    if not _asks_for_alternatives(heard.asked, heard.message, heard.language, recogniser):
        return
    facets, scope = question.facets, library.scope
    told = {*(mention.concept for mention in heard.whole.mentions), *heard.facts.denied}  # "has not helped his cramps"
    has_complaint = any(scope.is_indication(concept, facets["medicines"]) for concept in told)
    if not (facets["conditions"] or has_complaint) and len(heard.whole.words) >= LONG_MESSAGE:
        return  # it says enough of the medicine itself for what is asked of it to be looked for
    before = by_role(conversation.concepts, library.terminology)
    talked_about = facets["medicines"] or before["medicines"]
    if facets["conditions"] or any(scope.knows(medicine) for medicine in talked_about):
        question.replaced, facets["medicines"] = tuple(talked_about), []
        question.intents, question.intent_weight, question.direction = [Intent.GUIDANCE], 1.0, None
        facets["conditions"] = facets["conditions"] or [c for c in before["conditions"] if scope.is_indication(c)]


def _fill_what_is_unsaid(question: _Question, library: Library, *, foreign: bool) -> None:
    """What a message asks of what it names, where its words leave it open."""
    terminology, facets = library.terminology, question.facets
    if not question.intents and not foreign:
        question.intents = _default_intents(facets, library)
    if Intent.EFFICACY in question.intents[:1] and not facets["conditions"]:
        # "Does it help against headache?": what it should help against is the condition, whatever its kind.
        facets["conditions"] = [concept for concept in facets["topics"] if terminology.kind(concept) == "symptom"]
    _fill_by_what_is_named(question, library)


def _fill_by_what_is_named(question: _Question, library: Library) -> None:
    """What an excess, a complaint under a medicine, or two medicines together ask by being named."""
    terminology, facets = library.terminology, question.facets
    too_much = any(terminology.is_excess(condition) for condition in facets["conditions"])
    if too_much and question.intents[:1] in ([], [Intent.DEFINITION], [Intent.OTHER]):
        question.intents = [Intent.TOXICITY, *question.intents]
    joined = bool(facets["medicines"] and facets["conditions"])
    if question.intents[:1] == [Intent.CAUSES] and question.direction is None and joined:
        question.direction = "causes"  # "cramps, on these two: are the medicines to blame?"
    if not facets["outcomes"] and _asks_of_a_pair(facets["medicines"], question.intents, library):
        question.intents = [Intent.INTERACTIONS, *question.intents]


def _query(question: _Question, heard: _Heard, library: Library, recogniser: Recogniser) -> Query:
    """The question as it is searched for."""
    facets, language, message = question.facets, heard.language, heard.message
    cues = language.understanding
    wish = questions_of(heard.asked)
    wishing = message if wish == heard.asked else Marked(wish, recogniser.mentions(wish, language.tag))
    practical = tuple(want for want, found in cues.practical.items() if any(matches(cue, wishing) for cue in found))
    history = bool(heard.background)
    return Query(
        text=_query_text(
            heard.asked if history else heard.text, facets, library.terminology, language.tag, question.leaning, history
        ),
        language=language.tag,
        intents=tuple(question.intents),
        intent_weight=question.intent_weight,
        direction=question.direction,
        medicines=tuple(_subject_medicines(facets["medicines"], question.intents, library)),
        instead_of=question.replaced,
        conditions=tuple(facets["conditions"]),
        populations=tuple(facets["populations"]),
        routes=tuple(facets["routes"]),
        outcomes=tuple(facets["outcomes"]),
        topics=tuple(facets["topics"]),
        added=any(matches(cue, message) for cue in cues.added),
        number_needed=any(matches(cue, message) for cue in cues.number_needed),
        told=heard.facts.told,
        practical=practical,
        meets_wants=_meeting(tuple(cues.practical[want] for want in practical), language.tag, library),
        cards=tuple(question.cards),
        card_names=tuple(library.cards[card].names[0] for card in question.cards if library.cards[card].names),
    )


def _wanted(heard: _Heard, base: Query, library: Library) -> tuple[Wanted, ...]:
    """Everything that the message asks."""
    patient = heard.facts.patient
    asking = replace(heard.whole, mentions=tuple(m for m in heard.whole.mentions if m.concept not in heard.untaken))
    of_patient = tuple(dict.fromkeys((*patient.conditions, *patient.populations)))
    return tuple(wanted_in(asking, heard.typed, base, heard.language, library, of_patient))


def _only_names(text: str, mentions: Sequence[Mention], language: Language) -> bool:
    """Whether a message holds names and little words alone, so that nothing in it shows what is asked."""
    named = {place for mention in mentions for place in range(mention.start, mention.end)}
    little = {fold(word) for word in language.stop_words}
    return all(place in named or fold(word) in little for place, word in enumerate(words(text)))


def _tells_of_others_taken(
    facts: Facts, facets: Mapping[str, list[str]], conversation: Conversation, terminology: Terminology
) -> bool:
    """Whether a message only adds what the patient takes besides: a co-medication never replaces the subject."""
    subjects = by_role(conversation.concepts, terminology)["medicines"]
    taken = set(facets["medicines"]) & set(facts.patient.medicines)
    return bool(subjects) and bool(taken) and taken == set(facets["medicines"]) and not facets["conditions"]


def _not_denied(message: Message, facts: Facts, untaken: frozenset[str]) -> list[Mention]:
    """The names in a part of a message but for the states that it denies and the medicines that are not taken."""
    names = (m for m in message.mentions if m.kind == "medicine" or m.concept not in facts.denied)
    return [m for m in names if m.concept not in untaken]


def _untaken(message: Message, facts: Facts) -> frozenset[str]:
    """The medicines of which a message only says that they are not taken, or how much of them was measured, where it
    names others."""
    named = Counter(mention.concept for mention in message.mentions if mention.kind == "medicine")
    measured = Counter(level.analyte for level in facts.patient.levels)
    untaken = {one for one in named if one in facts.denied or named[one] <= measured[one]}
    return frozenset(untaken if named.keys() - untaken else ())


def _not_tolerated(
    message: Message, facts: Facts, typed: Sequence[TypedAsk], terminology: Terminology
) -> frozenset[str]:
    """The medicines that a message names only to say that they are not tolerated: "which one, penicillin allergy?".

    Where it may be asked about all the same, as what may be given instead, it stays.
    """
    mentions, allergies = message.mentions, facts.patient.allergies
    medicines = [m for m in mentions if m.kind == "medicine"]
    named = Counter(m.concept for m in medicines)
    parts = {*named} - {m.concept for m in medicines if not _is_part(m, mentions, terminology)}
    others = {m.concept for m in mentions if m.kind in ("medicine", "condition")} - {*allergies}
    of_effects = bool(typed) and all(one.ask.intent in OF_WHAT_IS_TAKEN for one in typed)
    refused = {m for m in allergies if named[m] < 2} if others and of_effects else set()
    return frozenset(refused | parts)


def _is_part(mention: Mention, mentions: Sequence[Mention], terminology: Terminology) -> bool:
    """Whether a medicine is a part of the name of a state: "statin" of "statin intolerant"; not of a lack or an excess
    of it, which says what it may be taken for."""
    own = {*terminology.lacks_of(mention.concept), *terminology.excesses_of(mention.concept)}
    named = (other for other in mentions if other.kind in STATES)
    states = [other for other in named if not any(terminology.covers(one, other.concept) for one in own)]
    return any(state.start <= mention.start and mention.end <= state.end for state in states)


def _without(typed: TypedAsk, untaken: frozenset[str]) -> TypedAsk:
    """The ask without medicines that are not taken."""
    ask = typed.ask
    if untaken.isdisjoint((*ask.medicines, *ask.beside)):
        return typed
    kept = {name: tuple(m for m in getattr(ask, name) if m not in untaken) for name in ("medicines", "beside")}
    return typed.model_copy(update={"ask": ask.model_copy(update=kept)})


def _compares_with_subject(
    heard: _Heard, facets: Mapping[str, list[str]], conversation: Conversation, terminology: Terminology
) -> bool:
    """Whether a message sets one medicine against that talked about: "and compared with lithium?"."""
    named, before = facets["medicines"], by_role(conversation.concepts, terminology)["medicines"]
    if len(named) != 1 or not before or facets["conditions"] or named[0] in before:
        return False
    cues = heard.language.understanding.compared
    return len(heard.message.plain.split()) <= SHORT_MESSAGE and any(matches(cue, heard.message) for cue in cues)


def understood_ask(ask: Ask, question: str, language: str, library: Library) -> Understood:
    """An ask in codes as a message understood; `question` puts it in words of a language."""
    names = tuple(library.cards[card].names[0] for card in ask.cards if card in library.cards)
    query = query_of(ask, question, language).model_copy(update={"card_names": names})
    subject = (*ask.medicines, *ask.instead_of, *ask.conditions, *ask.populations, *ask.routes)
    patient = Patient(populations=ask.populations, levels=(ask.level,) if ask.level else ())
    return Understood(query=query, patient=patient, subject=tuple(dict.fromkeys(subject)), named_words=(0,))


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
def _meeting(wants: Wants, language: str, library: Library) -> Callable[[str], bool]:
    """What tells whether a claim speaks of these wants; the same for equal questions."""
    return partial(_speaks_of, wants, language, library) if wants else meets_none


@lru_cache(maxsize=4096)
def _speaks_of(wants: Wants, language: str, library: Library, reference: str) -> bool:
    """Whether the texts of a claim in this language hold a cue of each of these wants.

    A coded effect on an outcome says nothing of tablets, whatever its words: "halving of seizures" halves none.
    """
    claim = library.claims[reference][1]
    if claim.is_coded and claim.form == "effect":
        return False
    texts = [Marked(text) for text in claim_texts(library, claim, language)]
    return all(any(matches(cue, text) for cue in cues for text in texts) for cues in wants)


def _asks_for_alternatives(text: str, message: Marked, language: Language, recogniser: Recogniser) -> bool:
    """Whether another treatment is asked for than the medicine named or talked about.

    From where a medicine is named last, any cue says so; before and there, only one around its name: "is it an
    alternative?" and "something else: does it help?" ask about it.
    """
    cues = [cue for cue in language.understanding.alternatives if matches(cue, message)]
    texts = _CLAUSE.split(text) if cues else ()
    clauses = [Marked(clause, recogniser.mentions(clause, language.tag)) for clause in texts]
    medicines = [clause.marked.split().count("MEDICINE") for clause in clauses]

    def asks(place: int) -> bool:
        clause, named_later = clauses[place], any(medicines[place:])
        asked = any(matches(cue, clause) for cue in cues if "MEDICINE" in cue.split() or not named_later)
        return asked and medicines[place] < 2 and not OF_THE_MEDICINE & set(_intents(clause, language)[0][:1])

    def taken_back(place: int) -> bool:
        from_here = Marked(" ".join(later.plain for later in clauses[place:]))
        return any(matches(cue, from_here) for cue in language.understanding.no_alternatives)

    return any(asks(place) and not taken_back(place) for place in range(len(clauses)))


def _default_intents(facets: Mapping[str, list[str]], library: Library) -> list[Intent]:
    """What a message without any cue asks: a medicine beside a condition asks whether it helps.

    A condition that is a lack or an excess of the medicine in the body does not ask that.
    """
    medicines = facets["medicines"]
    treatable = [c for c in facets["conditions"] if not any(library.scope.is_state_of(c, m) for m in medicines)]
    return [Intent.EFFICACY] if medicines and treatable else []


def _asks_of_a_pair(medicines: list[str], intents: Sequence[Intent], library: Library) -> bool:
    """Whether a question on a medicine beside another one asks how the two get on, without saying so."""
    known = [medicine for medicine in medicines if medicine in library.scope.subjects]
    others = [m for m in medicines if not any(library.terminology.related(m, one) for one in known)]
    silent = not intents or intents[0] in (Intent.FORMULATION, Intent.CONTRAINDICATIONS, Intent.OTHER)
    return bool(known) and bool(others) and silent


def _subject_medicines(medicines: list[str], intents: Sequence[Intent], library: Library) -> list[str]:
    """The medicines the question is about: where one is named that the library is on, others are what the patient
    takes besides, except in a question on interactions."""
    terminology = library.terminology
    if intents[:1] == [Intent.CAUSES]:
        return medicines  # any of them may be to blame
    known = [m for m in medicines if any(terminology.covers(subject, m) for subject in library.scope.subjects)]
    if known and Intent.INTERACTIONS not in intents:
        others = [medicine for medicine in medicines if library.scope.knows(medicine) and medicine not in known]
        return known + (others if len(others) <= 1 and Intent.EFFICACY not in intents else [])
    return medicines


def _unknown_medicines(mentions: Sequence[Mention], subjects: Sequence[str], library: Library) -> tuple[str, ...]:
    """The medicines asked about that no claim speaks of: concept ids, or names as typed or remembered."""
    typed = {mention.concept: mention.label for mention in mentions}
    names = (
        typed.get(medicine) or medicine.replace("_", " ") for medicine in subjects if not library.speaks_of(medicine)
    )
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
