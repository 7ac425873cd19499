"""Why a reply is what it is, for editors: how the message was read, what each ask found, what was shut out and why."""

from __future__ import annotations

from collections.abc import Iterator

from bot.dialogue.turn import Turn
from bot.reading.several import Wanted
from knowledge.evidence.library import Library
from retrieval.admissible import shut_out_by
from retrieval.answerable import Judgement, probability

MOST_SHOWN = 8
"""Claims shown of those let in, and of those shut out."""


def explained(turn: Turn, library: Library) -> str:
    """The way of a message, step by step, in plain lines."""
    return "\n".join(_lines(turn, library))


def _lines(turn: Turn, library: Library) -> Iterator[str]:
    yield f"danger: {turn.sign.kind if turn.sign else 'no sign'}"
    if turn.understood is None:
        return
    yield f"language: {turn.asked_in}"
    yield f"patient: {turn.understood.patient.stated() or 'no facts'}"
    yield f"denied: {', '.join(turn.understood.denied) or 'nothing'}"
    yield f"not understood: {', '.join(turn.understood.not_understood) or 'nothing'}"
    for ask in turn.owed:
        yield f"owed: {ask.contract_json()}"
    for wanted, judgement in turn.found:
        yield ""
        yield f"ask: {wanted.ask.contract_json()}"
        yield from _of_ask(wanted, judgement, library)


def _of_ask(wanted: Wanted, judgement: Judgement | None, library: Library) -> Iterator[str]:
    if judgement is None:
        yield "  not covered: no claim is let in by its codes, or it is on a medicine that the library does not hold"
    else:
        yield f"  covered: {'yes' if judgement.covered else 'no'} (probability {probability(judgement.signals):.2f})"
        for name, value in judgement.signals.model_dump().items():
            yield f"  signal {name}: {value:.2f}"
        for hit in judgement.hits[:MOST_SHOWN]:
            yield (
                f"  in: {hit.claim} (score {hit.score:.2f}, cosine {hit.cosine:.2f}, "
                f"words {hit.lexical:.2f}, codes {hit.facets:.2f})"
            )
    shut = (
        (reference, shut_out_by(claim, card, wanted.query, library))
        for reference, (card, claim) in library.claims.items()
        if claim.intent in wanted.query.intents
    )
    for reference, why in list((reference, why) for reference, why in shut if why)[:MOST_SHOWN]:
        yield f"  out: {reference} ({why})"
