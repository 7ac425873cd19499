"""What a message asks, as typed: an intent for each thing asked, the medicines it is about, and what it turns on.

A message is cut into clauses, each clause is judged by the model of asks (`bot.reading.intent`), clauses that ask the
same belong together, and the medicines named anywhere in the message are given to the asks that are about them.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.reading.about import Asking, Scene
from bot.reading.clause_features import Analysis, analysed
from bot.reading.intent import INTENTS, IntentModel, Likely
from bot.reading.linear import Values
from bot.reading.meaning import clause_texts
from bot.reading.message import Message
from bot.safety.danger import QuestionVectors
from knowledge.evidence.models import Frozen, Intent
from knowledge.terminology.concepts import Terminology
from retrieval.ask import Ask

MOST_ASKINGS = 40
"""Askings of one message that are looked into; no enquiry has as many, and a text without end must not take as long."""
MOST_CLAUSES = 3
"""Clauses of a message, the likeliest to ask, for each of which the nearest is looked for in what is told."""
TURNED_ON = ("condition", "symptom")
"""Kinds of names that an ask may turn on."""
_DIRECTIONS: dict[Intent, Literal["helps", "causes"]] = {
    Intent.EFFICACY: "helps",
    Intent.ADVERSE_EFFECTS: "causes",
    Intent.TOXICITY: "causes",
    Intent.CAUSES: "causes",
}


class TypedAsk(Frozen):
    """An ask with the words that ask it: characters `start` to `end` (exclusive) of the message's text."""

    ask: Ask
    start: int
    end: int


class Asked(NamedTuple):
    """What a message asks, and the clauses that ask, names of medicines masked, the likeliest to ask anything first."""

    asks: tuple[TypedAsk, ...]
    clauses: tuple[str, ...] = ()


def read_asks(
    message: Message, *, model: IntentModel, terminology: Terminology, encoder: QuestionVectors | None = None
) -> tuple[Ask, ...]:
    """The asks of a message in the order in which they are asked; empty where it asks nothing we know.

    `encoder` gives the vectors of what is asked; without one the words alone are judged.
    """
    asked = asked_in(message, model=model, terminology=terminology, encoder=encoder)
    return tuple(typed.ask for typed in asked.asks)


def asked_in(
    message: Message, *, model: IntentModel, terminology: Terminology, encoder: QuestionVectors | None = None
) -> Asked:
    """The same, each with the words that ask it, and the clauses that ask."""
    if not message.words:
        return Asked(())
    analysis = analysed(message)
    likely = model.intents_of(analysis, encoder)
    found: list[TypedAsk] = []
    asked = tuple(runs_of(analysis, likely)[:MOST_ASKINGS])
    for asking in asked:
        ask = _ask(Scene(analysis, asking, asked), model, terminology)
        twin = next((place for place, other in enumerate(found) if _is_same(ask, other.ask)), None)
        if twin is None:
            found.append(TypedAsk(ask=ask, start=asking.start, end=asking.end))
        else:
            both = _joined(found[twin].ask, ask)
            found[twin] = TypedAsk(ask=both, start=found[twin].start, end=asking.end)
    return Asked(tuple(found), _likeliest(analysis, likely))


def _likeliest(analysis: Analysis, given: Likely) -> tuple[str, ...]:
    """What is encoded of the clauses likeliest to ask anything, the likeliest first."""
    texts = clause_texts(analysis)
    order = np.argsort(-given.values.max(axis=1), kind="stable")
    return tuple(texts[place] for place in order[:MOST_CLAUSES])


def runs_of(analysis: Analysis, given: Likely) -> list[Asking]:
    """The runs of clauses that ask one intent each, in order; `given` is what `IntentModel.intents_of` gives."""
    likely, something = given.values[:, :-1], given.values[:, -1]
    asked = likely >= given.asked_from.intent
    asks_something = something >= given.asked_from.something
    is_likely = likely.max(axis=1) >= given.asked_from.at_all
    unsure = np.flatnonzero(asks_something & is_likely)
    asked[unsure, likely[unsure].argmax(axis=1)] = True
    if not asked.any() and (asks_something | is_likely).any():
        asked[np.unravel_index(likely.argmax(), likely.shape)] = True
    found = []
    for column, intent in enumerate(INTENTS):
        for first, last in _runs(analysis, asked[:, column]):
            found.append(Asking(intent, analysis.clauses[first].start, analysis.clauses[last].end))
    return sorted(found, key=lambda asking: (asking.start, _order(likely, asking.intent)))


def _order(likely: Values, intent: Intent) -> float:
    return -float(likely[:, INTENTS.index(intent)].max())


def _runs(analysis: Analysis, asked: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First and last clause of each run of clauses of one sentence that ask the same."""
    runs: list[tuple[int, int]] = []
    for place in np.flatnonzero(asked):
        clause = analysis.clauses[place]
        if runs and analysis.clauses[runs[-1][1]].sentence == clause.sentence and place - runs[-1][1] == 1:
            runs[-1] = runs[-1][0], int(place)
        else:
            runs.append((int(place), int(place)))
    return runs


def _ask(scene: Scene, model: IntentModel, terminology: Terminology) -> Ask:
    intent = scene.asking.intent
    medicines, beside = (_members(found, scene, terminology) for found in _medicines(scene, model))
    return Ask(
        intent=intent,
        medicines=medicines,
        beside=beside,
        conditions=_conditions(scene.analysis, scene.asking),
        direction=_DIRECTIONS.get(intent),
    )


def _medicines(scene: Scene, model: IntentModel) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What an ask is about, and the other side of an interaction."""
    if not scene.named:
        return (), ()
    likely = model.medicines_of(scene)
    places = range(len(scene.named))
    about = [place for place in places if likely[place, 0] >= model.about_from] or [int(likely[:, 0].argmax())]
    beside: list[int] = []
    if scene.asking.intent is Intent.INTERACTIONS:
        beside = [place for place in places if likely[place, 1] >= model.beside_from]
        rest = [place for place in places if place not in about]
        if len({*about, *beside}) == 1 and rest:
            beside = [max(rest, key=lambda place: likely[place, 1])]
    about_, beside_ = (
        tuple(medicine for place in found for medicine in scene.named[place].medicines) for found in (about, beside)
    )
    return about_, beside_


def _members(found: tuple[str, ...], scene: Scene, terminology: Terminology) -> tuple[str, ...]:
    """The medicines, a class among them replaced by its members of the message: "and the statin?"."""
    everything = (medicine for one in scene.named for medicine in one.medicines)
    named = [medicine for medicine in everything if not terminology.is_class(medicine)]
    members: list[str] = []
    for medicine in found:
        covered = [other for other in named if terminology.covers(medicine, other)]
        members += covered if terminology.is_class(medicine) and covered else [medicine]
    return tuple(dict.fromkeys(members))


def _conditions(analysis: Analysis, asking: Asking) -> tuple[str, ...]:
    """The conditions named in the words that ask, or else the nearest in the sentence, or else the only one."""
    message = analysis.message
    named = [mention for mention in message.mentions if mention.kind in TURNED_ON]
    within = [m.concept for m in named if asking.start <= message.words[m.start].start < asking.end]
    if not within:
        everywhere = list(dict.fromkeys(m.concept for m in named))
        within = everywhere if len(everywhere) == 1 else []
    return tuple(dict.fromkeys(within))


def _is_same(ask: Ask, other: Ask) -> bool:
    """Whether two asks want the same: one intent, and medicines of which one names no other than the other one."""
    if ask.intent is not other.intent:
        return False
    mine, theirs = {*ask.medicines, *ask.beside}, {*other.medicines, *other.beside}
    return mine <= theirs or theirs <= mine


def _joined(one: Ask, other: Ask) -> Ask:
    """One ask in the place of two that want the same."""
    return one.model_copy(
        update={
            name: tuple(dict.fromkeys((*getattr(one, name), *getattr(other, name))))
            for name in ("medicines", "beside", "conditions")
        }
    )
