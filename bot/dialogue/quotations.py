"""What documents say to a message: to the asks that no claim answers, beside a claim where they add to it, and what is
owed to the patient's facts.

A document on other people than the patient's group does not answer for a child or a pregnant woman.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.answering.missing import YOUNG, ask_in_words
from bot.answering.owed import GROUP_INTENTS, is_said_by
from bot.dialogue.turn import Resources, Turn
from bot.reading.model import Patient
from bot.reading.several import Wanted
from knowledge.evidence.library import ANSWERS, Library
from knowledge.evidence.models import Intent
from retrieval.answerable import Judgement
from retrieval.ask import Ask, Because
from retrieval.query import query_of
from retrieval.quotations import SAID_OF_ANYBODY, Quoted

MOST_OWED = 6
"""Facts of a patient, each with a medicine, that documents are looked into for."""
OWN_EVIDENCE = YOUNG | frozenset(GROUP_INTENTS)
"""Groups for which what is known of others must not be read as theirs."""


def quoted_for(
    wanted: Wanted, judgement: Judgement | None, message: str, patient: Patient, resources: Resources
) -> Quoted | None:
    """What a document says to an ask: where no claim answers it, or where the document adds to the claims."""
    if resources.quotations is None:
        return None
    groups = [group for group in patient.populations if group in OWN_EVIDENCE]
    populations = tuple(dict.fromkeys((*wanted.query.populations, *groups)))
    quoted = resources.quotations.quote(wanted.query.model_copy(update={"populations": populations}), message)
    if quoted and judgement and judgement.covered:
        return quoted if _adds(quoted, judgement, resources.library) else None
    return quoted


def _adds(quoted: Quoted, judgement: Judgement, library: Library) -> bool:
    """Whether a document is of a later date than the source of every claim near the ask."""
    dated = library.documents[quoted.document].dated
    years = [library.claims[hit.claim][0].evidence_year for hit in judgement.hits]
    return dated is not None and all(year is None or dated.year > year for year in years)


def quoted_as_owed(turn: Turn, resources: Resources) -> tuple[tuple[Ask, Quoted], ...]:
    """What documents say on facts of the patient that meet a medicine asked about, typed or not."""
    assert turn.understood is not None and turn.messages is not None
    if resources.quotations is None:
        return ()
    typed = [wanted.ask for wanted in turn.understood.wanted]
    told = {quoted.document for quoted in turn.quoted if quoted}
    found: list[tuple[Ask, Quoted]] = []
    for ask in _first(_owed(turn.understood.patient, typed, turn.owed, resources.library), MOST_OWED):
        words = ask_in_words(ask, resources.library, turn.messages)
        quoted = resources.quotations.quote(query_of(ask, words, turn.messages.language))
        if quoted and quoted.document not in told and _is_of_kind(quoted, ask, resources.library):
            told.add(quoted.document)
            found.append((ask, quoted))
    return tuple(found)


def _is_of_kind(quoted: Quoted, ask: Ask, library: Library) -> bool:
    """Whether a document's section is on the fact: a product text has sections on pregnancy and breastfeeding alone."""
    return library.documents[quoted.document].kind in ANSWERS or ask.intent in GROUP_INTENTS.values()


def _owed(patient: Patient, typed: Sequence[Ask], said: Sequence[Ask], library: Library) -> Iterator[Ask]:
    """The asks owed to groups and allergies of the patient, but for those typed or told by claims.

    Not to medicines in use: an answer on two of them is one on another patient, who had a complaint of both.
    """
    for medicine in dict.fromkeys(medicine for ask in typed for medicine in ask.medicines):
        for ask in _of(medicine, patient):
            related = any(library.terminology.related(medicine, other) for other in ask.beside)
            if not related and not any(is_said_by(ask, other) for other in (*typed, *said)):
                yield ask


def _of(medicine: str, patient: Patient) -> Iterator[Ask]:
    for group in patient.populations:
        if group not in SAID_OF_ANYBODY:
            intent = GROUP_INTENTS.get(group, Intent.CONTRAINDICATIONS)
            yield Ask(intent=intent, medicines=(medicine,), populations=(group,), because=Because.OWED)
    for allergen in patient.allergies:
        yield Ask(intent=Intent.ALLERGY, medicines=(medicine,), beside=(allergen,), because=Because.OWED)


def _first(asks: Iterable[Ask], most: int) -> list[Ask]:
    return [ask for ask, _ in zip(asks, range(most), strict=False)]
