"""Several things asked in one message: a query for each, made from the words that ask it.

A message is taken clause by clause from the first that asks on: a cue of its language that shows plainly what a clause
asks goes before what the learnt model reads in it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from bot.reading.asks import TypedAsk
from bot.reading.clauses import clauses
from bot.reading.cues import Marked, strongest
from bot.reading.message import Message
from knowledge.evidence.library import Library
from knowledge.evidence.models import Intent
from knowledge.evidence.scope import ANY_DISEASE
from knowledge.languages import Language
from knowledge.languages.analysis import fold
from knowledge.languages.asks import conjunctions
from knowledge.terminology.linking import Mention
from retrieval.admissible import ABOUT_THE_MEDICINE, intents_for
from retrieval.ask import Ask, Because
from retrieval.query import Query, ask_of

MOST_ASKS = 4
"""Asks that are answered; what a message asks beyond them is seldom more than a word in passing."""
SHOWN_BY_CUES = 0.6
"""Weight of a cue, 0 to 1, from which it goes before what the model says of a whole message."""
PLAIN_CUE = 8
"""Weight from which a cue shows plainly what a clause asks."""
SHORTEST_CUE, MOST_OF_CLAUSE = 4, 0.45
"""Weight that is plain enough where a cue makes up so much of a short clause: "stop it?"."""
_JOINT = re.compile(r"(?<=\w) & (?=\w)|,\s+(?=(?P<word>\w+)\s)")
OF_AN_EFFECT = (Intent.EFFICACY, Intent.TRIAL_DETAILS)
"""What is asked of the complaint that the message is about, whether or not the clause names it again."""
ROLES = {"route": "routes", "outcome": "outcomes"}

_DIRECTIONS: dict[Intent, Literal["helps", "causes"]] = {
    Intent.EFFICACY: "helps",
    Intent.CAUSES: "causes",
}


class Wanted(NamedTuple):
    """One thing asked, with the query that finds it."""

    ask: Ask
    query: Query


class _Item(NamedTuple):
    intent: Intent
    start: int
    end: int
    medicines: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()


def wanted_in(
    message: Message,
    typed: Sequence[TypedAsk],
    base: Query,
    language: Language,
    library: Library,
    of_patient: Collection[str] = (),
) -> tuple[Wanted, ...]:
    """What a message asks, a query each, in order; `base` is the message read as one question.

    A message that asks one thing is that question; what its words leave open the model decides. `of_patient` are the
    diseases the patient is said to have.
    """
    diseases = () if base.conditions else of_patient
    shown = {piece: _shown_plainly(message, *piece, language) for piece in _pieces(message, language)}
    items = _merged(_by_clauses(shown, typed, message))
    shows_another = len(items) == 1 and items[0].intent in base.intents[1:] and not base.instead_of
    if len(items) < 2 and not shows_another:
        each = _each_complaint(_completed(base, items), message, language, library, of_patient)
        return _one_thing([_of_the_patient(one, diseases, library) for one in each], message)
    queries = [_query(item, message, base, library) for item in items[:MOST_ASKS]]
    if shows_another:
        queries = [base] if _is_safe_in_disease(queries[0], base, library) else [*queries, base]
    queries = _of_one_use([_of_the_patient(query, diseases, library) for query in queries], library)
    tells_of_complaint = Intent.CAUSES in shown.values()  # "cramps since he started it"
    return tuple(
        Wanted(ask_of(one).model_copy(update={"because": Because.TYPED}), one)
        for one in (_of_the_complaint(query, base) if tells_of_complaint else query for query in queries)
    )


def _of_one_use(queries: Sequence[Query], library: Library) -> list[Query]:
    first, *further = queries
    return [first, *(_of_the_same_use(query, first, library) for query in further)]


def _one_thing(queries: Sequence[Query], message: Message) -> tuple[Wanted, ...]:
    """What a message asks that asks one thing, of each complaint and of each medicine that may be to blame."""
    return tuple(Wanted(ask_of(one), one) for query in queries for one in _each_suspect(query, message))


def _each_complaint(
    query: Query, message: Message, language: Language, library: Library, of_patient: Collection[str]
) -> tuple[Query, ...]:
    """A query for each complaint of a list where the medicine is not taken for all: "against migraine and cramps?".

    One query would find what is known of cramps in people with migraine, which was not asked. So it is where it is
    taken for none of them: "more pneumonia, or more diarrhoea?" asks of each what becomes of it.
    """
    conditions = query.conditions
    known = [library.scope.is_indication(condition, query.medicines) for condition in conditions]
    if query.intents[:1] != (Intent.EFFICACY,) or all(known) or set(conditions) <= set(of_patient):
        return (query,)
    named = sorted((m for m in message.mentions if m.concept in conditions), key=lambda mention: mention.start)
    between = [word for one, other in pairwise(named) for word in message.words[one.end : other.start]]
    if len(named) != len(conditions) or any(word.folded not in conjunctions(language.tag) for word in between):
        return (query,)
    return tuple(query.model_copy(update={"conditions": (condition,)}) for condition in conditions)


def _is_safe_in_disease(own: Query, whole: Query, library: Library) -> bool:
    """Whether "is it safe?" is asked of a disease that was told before: no list of side effects answers that."""
    asked = (own.intents[:1], whole.intents[:1]) == ((Intent.ADVERSE_EFFECTS,), (Intent.CONTRAINDICATIONS,))
    return asked and any(not library.scope.is_indication(c, whole.medicines) for c in whole.conditions)


def _of_the_patient(query: Query, of_patient: Collection[str], library: Library) -> Query:
    """"This medicine at an eGFR of 20, what now?" asks what to do in that disease, and not of the medicine at large."""
    plain = query.conditions or query.outcomes or query.cards or query.instead_of or not query.medicines
    if query.intents[:1] != (Intent.GUIDANCE,) or plain:
        return query
    diseases = (one for one in of_patient if library.terminology.kind(one) == "condition")
    besides = tuple(one for one in diseases if not library.scope.is_indication(one, query.medicines))
    return query.model_copy(update={"conditions": besides})


def _each_suspect(query: Query, message: Message) -> tuple[Query, ...]:
    """A query for each medicine where several may be to blame, so that what is known of one is not taken for all."""
    if query.direction != "causes" or query.intents[:1] != (Intent.CAUSES,) or not query.conditions:
        return (query,)
    if len(query.medicines) < 2:
        return (query,)

    def told_besides(medicine: str) -> frozenset[str]:
        others = (m for m in message.mentions if m.kind == "medicine" and m.concept != medicine)
        return query.told.union(word.folded for m in others for word in message.words[m.start : m.end])

    return tuple(
        query.model_copy(update={"medicines": (medicine,), "told": told_besides(medicine)})
        for medicine in query.medicines[:MOST_ASKS]
    )


def _by_clauses(
    shown: Mapping[tuple[int, int], Intent | None], typed: Sequence[TypedAsk], message: Message
) -> list[_Item]:
    """What each clause asks, from the first that asks on: by a plain cue of its language, else by the model."""
    asked = [t for t in typed if t.ask.intent is not Intent.OTHER]
    from_here = _start_of_question(min((t.start for t in asked), default=0), message)
    later = ((piece, plain) for piece, plain in shown.items() if piece[1] > from_here)
    return [item for (start, end), plain in later if (item := _of_clause(start, end, plain, asked)) is not None]


def _of_clause(start: int, end: int, plain: Intent | None, asked: Sequence[TypedAsk]) -> _Item | None:
    """What one clause asks, of which medicines the model says where it read the same; None where it asks nothing."""
    begun = next((t for t in asked if start <= t.start < end), None)
    read = begun or next((t for t in asked if t.start < end and start < t.end), None)
    intent = plain or (begun.ask.intent if begun else None)
    if intent is None:
        return None
    if read and (read is begun or read.ask.intent is intent):
        return _Item(intent, start, end, read.ask.medicines, read.ask.beside, read.ask.conditions)
    return _Item(intent, start, end)


def _start_of_question(place: int, message: Message) -> int:
    """Where the question begins that a place lies in: "Does it work, what dose?" asks from its first clause on."""
    inside = (start for start, end in message.sentences if start <= place < end and "?" in message.text[start:end])
    return next(inside, place)


def _pieces(message: Message, language: Language) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) character of each clause, cut also at an ampersand between words and at a comma before
    a conjunction: "does it help, and may it be combined with ...?"."""
    joining = conjunctions(language.tag)
    for clause in clauses(message, joining):
        start = clause.start
        for match in _JOINT.finditer(message.text, clause.start, clause.end):
            if match["word"] is None or fold(match["word"]) in joining:
                yield start, match.start()
                start = match.end()
        yield start, clause.end


def _shown_plainly(message: Message, start: int, end: int, language: Language) -> Intent | None:
    """The intent that a cue shows plainly in a part of the text."""
    marked = Marked(message.text[start:end], _within(message, start, end))
    strength = {intent: strongest(cues, marked) for intent, cues in language.understanding.intents.items()}
    best = max(strength, key=lambda intent: strength[intent])
    letters = len(marked.plain.replace(" ", ""))
    needed = min(PLAIN_CUE, max(SHORTEST_CUE, MOST_OF_CLAUSE * letters))
    return best if strength[best] >= needed else None


def _of_the_same_use(query: Query, first: Query, library: Library) -> Query:
    """"Does it help this, and which dose?" asks of the dose for this: no dose for another use answers it."""
    other = [c for c in first.conditions if not library.scope.is_indication(c, query.medicines)]
    if query.conditions or first.intents[:1] != (Intent.EFFICACY,) or not other:
        return query
    return query.model_copy(update={"conditions": tuple(other)})


def _of_the_complaint(query: Query, base: Query) -> Query:
    """"A known side effect?" after such a clause asks of the complaint told there, not of side effects at large."""
    if query.intents[:1] != (Intent.ADVERSE_EFFECTS,) or query.conditions or not base.conditions:
        return query
    update = {
        "intents": (Intent.CAUSES, Intent.ADVERSE_EFFECTS), "direction": "causes", "conditions": base.conditions,
    }  # fmt: skip
    return query.model_copy(update=update)


def _within(message: Message, start: int, end: int) -> list[Mention]:
    """The mentions of a part of the text, counted from its own first word."""
    first = next((n for n, word in enumerate(message.words) if word.start >= start), len(message.words))
    return [
        mention.model_copy(update={"start": mention.start - first, "end": mention.end - first})
        for mention in message.mentions_in(start, end)
    ]


def _merged(items: Sequence[_Item]) -> list[_Item]:
    """The items in the order of the text, one for each intent on the same medicines."""
    kept: list[_Item] = []
    for item in sorted(items, key=lambda item: item.start):
        if not any(
            item.intent is other.intent and (not item.medicines or set(item.medicines) <= set(other.medicines))
            for other in kept
        ):
            kept.append(item)
    return kept


def _completed(base: Query, items: Sequence[_Item]) -> Query:
    """The one question, its intent and direction taken from the model where no cue shows them plainly."""
    if not items or base.instead_of or (base.intents and base.intent_weight >= SHOWN_BY_CUES):
        return base
    item = items[0]
    intents = tuple(dict.fromkeys((*intents_for(item.intent), *base.intents)))
    direction = base.direction or _DIRECTIONS.get(item.intent)
    named = tuple(dict.fromkeys((*item.medicines, *item.beside)))
    medicines = named if named and not base.intents else base.medicines
    return base.model_copy(
        update={"intents": intents, "direction": direction, "intent_weight": 1.0, "medicines": medicines}
    )


def _query(item: _Item, message: Message, base: Query, library: Library) -> Query:
    """The query for one of several asks: its own words, with the names of what it leans on."""
    named = {mention.concept: mention.kind for mention in message.mentions_in(item.start, item.end)}
    medicines = item.medicines or _of_kinds(named, "medicine") or base.medicines
    indications = tuple(c for c in base.conditions if library.scope.is_indication(c, medicines))
    conditions = _conditions_of(item, named, indications)
    causes = _is_blamed(item.intent, conditions, indications)
    intents = (Intent.CAUSES, Intent.ADVERSE_EFFECTS) if causes else intents_for(item.intent)
    if item.intent is Intent.ADVERSE_EFFECTS and indications and not causes:
        intents = (Intent.ADVERSE_EFFECTS, Intent.CAUSES)  # "a known side effect?" may ask of the complaint
    unsaid = [concept for concept in (*medicines, *conditions, *base.populations) if concept not in named]
    return base.model_copy(
        update={
            "text": _with_names(message.text[item.start : item.end].strip(), unsaid, base.language, library),
            "intents": intents,
            "intent_weight": 1.0,
            "direction": "causes" if causes else _DIRECTIONS.get(item.intent),
            "medicines": tuple(dict.fromkeys((*medicines, *item.beside))),
            "beside": item.beside,
            "conditions": conditions,
            "names_nothing": not named,
            "topics": _of_kinds(named, "symptom", "form", "topic"),
            **{role: _of_kinds(named, kind) or getattr(base, role) for kind, role in ROLES.items()},
        }
    )


def _with_names(words: str, unsaid: Sequence[str], language: str, library: Library) -> str:
    """Words with the names of what they leave unsaid."""
    labels = ", ".join(library.terminology.label(concept, language) for concept in unsaid)
    return f"{words} ({labels})" if labels else words


def _is_blamed(intent: Intent, conditions: Sequence[str], indications: Sequence[str]) -> bool:
    """Whether the medicine is asked about as the cause of a complaint; side effects, of one it is not taken for."""
    if intent is Intent.CAUSES:
        return bool(conditions)
    return intent is Intent.ADVERSE_EFFECTS and not set(conditions) <= set(indications)


def _of_kinds(named: Mapping[str, str], *kinds: str) -> tuple[str, ...]:
    return tuple(concept for concept, kind in named.items() if kind in kinds)


def _conditions_of(item: _Item, named: Mapping[str, str], indications: Sequence[str]) -> tuple[str, ...]:
    """The conditions one of several asks is about: its own, those the model read, or what the medicine is taken for."""
    own = tuple(c for c in _of_kinds(named, "condition") if c != ANY_DISEASE)
    if item.intent is Intent.EFFICACY and not own:  # what it should help against is the condition, whatever its kind
        own = _of_kinds(named, "symptom")
    read = item.conditions if item.intent not in ABOUT_THE_MEDICINE else ()
    told = indications if item.intent in OF_AN_EFFECT else ()
    return tuple(c for c in own or read or told if c != ANY_DISEASE)
