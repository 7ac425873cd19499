"""Whether an option is answered once it is pressed: one that leads to "not in the sources" promises what is not there.

An option is an ask in codes, so codes decide. It is offered where some claim that may answer it, for this patient, is
of the kind that it asks for; and where it is pressed that claim answers it, whatever its wording is near to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.answering.answer import Option
from bot.dialogue.by_codes import is_of_its_kind
from bot.dialogue.fitting import Found, focused, hits_for_the_asker, hits_for_the_patient
from bot.dialogue.turn import Resources, Turn
from bot.reading.model import Patient
from bot.reading.understanding import understood_ask
from knowledge.evidence.library import Library
from knowledge.evidence.models import Intent
from retrieval.admissible import admissible, facet_fit
from retrieval.query import Query
from retrieval.search import Hit


def answered_options(turn: Turn, resources: Resources) -> Callable[[Option], bool]:
    """Tells of an option whether it is answered for whoever gets the reply to this turn."""
    assert turn.messages is not None
    patient = turn.understood.patient if turn.understood is not None else turn.before.patient
    library, language = resources.library, turn.messages.language
    known: dict[Option, bool] = {}

    def is_answered(option: Option) -> bool:
        if option not in known:
            known[option] = _is_told(option, language, patient, library) or _is_quoted(option, language, resources)
        return known[option]

    return is_answered


def by_its_codes(found: Found, library: Library) -> Found:
    """What was found for an option, the nearest claim of the kind that it asks for in front where wording decides not.
    """
    wanted, judgement = found
    if judgement is None or judgement.covered:
        return found
    first = next((hit for hit in judgement.hits if _tells(hit, wanted.query, library)), None)
    if first is None:
        return found
    ahead = first.model_copy(update={"score": max(hit.score for hit in judgement.hits)})
    rest = (hit for hit in judgement.hits if hit.claim != first.claim)
    return wanted, judgement.model_copy(update={"hits": (ahead, *rest), "by_codes": True})


def _is_told(option: Option, language: str, patient: Patient, library: Library) -> bool:
    """Whether a claim answers it."""
    if option.ask is None:
        return True
    understood = understood_ask(option.ask, option.question, language, library)
    understood = understood.model_copy(update={"patient": patient.with_new(understood.patient)})
    wanted = focused(understood.wanted[0], understood, library)
    hits = tuple(sorted(_admitted(wanted.query, library), key=lambda hit: (-hit.score, hit.claim)))
    hits = hits_for_the_asker(hits, wanted.query, understood.patient, library)
    hits = hits_for_the_patient(hits, wanted, understood, library)
    return any(_tells(hit, wanted.query, library) for hit in hits)


def _admitted(query: Query, library: Library) -> Iterator[Hit]:
    """The claims that may answer, as a search would give them that knows no words."""
    sought = query.medicines or query.conditions or query.instead_of
    kin = frozenset().union(*map(library.terminology.kin, sought)) if sought else frozenset()
    for reference in dict.fromkeys(name for concept in kin for name in library.naming.get(concept, ())):
        card, claim = library.claims[reference]
        if admissible(claim, card, query, library):
            fit = facet_fit(claim, query, library)
            yield Hit(claim=reference, score=fit, cosine=0.0, lexical=1.0, facets=fit)


def _tells(hit: Hit, query: Query, library: Library) -> bool:
    """Whether a claim is of the kind asked for; a single study is one of the trials, whatever it says of the effect."""
    card, claim = library.claims[hit.claim]
    if not query.intents:
        return True
    of_trials = query.intents[0] is Intent.TRIAL_DETAILS and card.kind.is_single_study
    return is_of_its_kind(claim, query, library) or (of_trials and Intent.EFFICACY in (claim.intent, *claim.also))


def _is_quoted(option: Option, language: str, resources: Resources) -> bool:
    """Whether a document answers it."""
    if option.ask is None or resources.quotations is None:
        return False
    query = understood_ask(option.ask, option.question, language, resources.library).query
    return resources.quotations.quote(query, option.question) is not None
