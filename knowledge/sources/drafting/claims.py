"""All claims that can be drafted of a record: its estimates, its counts of serious harm, how the study was made."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Any

from knowledge.evidence.models import CardKind, Claim, Frozen, Measure, PublicationStatus
from knowledge.languages import LANGUAGES
from knowledge.sources.drafting.effects import SUBJECTS, Source, effect_draft
from knowledge.sources.drafting.models import Draft, LeftOpen
from knowledge.sources.drafting.terms import Term, Terms
from knowledge.sources.drafting.unheld import unheld_draft, unheld_results
from knowledge.sources.extraction.documents import LONGEST_TEXT, language_of
from knowledge.sources.extraction.models import Abstract, Words
from knowledge.sources.extraction.read import read_abstract
from knowledge.sources.readers.records import Harm, Record

SILENT = frozenset({PublicationStatus.RETRACTED, PublicationStatus.PROTOCOL})
"""What was retracted or only planned has no results to claim."""
DESIGNS = {
    CardKind.RANDOMISED_TRIAL: "randomised", CardKind.NON_RANDOMISED_STUDY: "non_randomised",
    CardKind.SINGLE_ARM_STUDY: "single_arm",
}  # fmt: skip
FIRST_WORDS = 6


class Drafted(Frozen):
    """The claims of one record."""

    claims: tuple[Claim, ...] = ()
    left_open: tuple[tuple[str, LeftOpen], ...] = ()
    """What a person must fill in, with the id of its claim."""


def drafted_claims(record: Record, terms: Terms) -> Drafted:
    """Every claim that can be drafted of the record."""
    if SILENT.intersection(record.publication):
        return Drafted()
    claims: list[Claim] = []
    left: list[tuple[str, LeftOpen]] = []
    taken: set[str] = set()
    for draft in _drafts(record, terms):
        name = _free(draft.name, taken)
        open_parts = tuple(dict.fromkeys(item.part for item in draft.left_open))
        claims.append(Claim.model_validate({**draft.content, "id": name, "open": open_parts}))
        left += [(name, item) for item in draft.left_open]
    return Drafted(claims=tuple(claims), left_open=tuple(left))


def _free(name: str, taken: set[str]) -> str:
    """The name, with a number where another claim of the card has it already."""
    free = next(n for n in (name, *(f"{name}-{k}" for k in range(2, len(taken) + 3))) if n not in taken)
    taken.add(free)
    return free


def _drafts(record: Record, terms: Terms) -> Iterator[Draft]:
    about = tuple(dict.fromkeys(c for said in record.subjects for c in _subject(said, terms)))
    for found in record.results:
        yield effect_draft(found, Source(title=record.title, about=about), {"section": found.quote.text}, terms)
    text = record.abstract
    if text.strip() and len(text) <= LONGEST_TEXT:
        language = language_of(text)
        tag = language if language in LANGUAGES else "en"
        every = tuple(read_abstract(Abstract(card_id="card", title=record.title, text=text, language=tag)))
        source = Source(language=tag, title=record.title, text=text, about=about, others=every)
        drafts = [(_start(found.quote), effect_draft(found, source, _place(found.quote, text), terms))
                  for found in every]
        unheld = [Words(text=place.of(text), place=place) for place in unheld_results(source, terms)]
        drafts += [(_start(words), unheld_draft(words, source, _place(words, text), terms)) for words in unheld]
        yield from (draft for _, draft in sorted(drafts, key=itemgetter(0)))
    for harm in record.harms:
        yield _harm(harm, about, terms)
    if record.enrolled or record.kind in DESIGNS and record.registry:
        yield _study(record, about, terms)


def _subject(said: str, terms: Terms) -> tuple[str, ...]:
    """The condition that the words name, where they name it exactly: a kind of it would be another condition."""
    term: Term = terms.term(said, SUBJECTS)
    return term.concepts if term.exact else ()


def _start(words: Words) -> int:
    return words.place.start if words.place else 0


def _place(words: Words, text: str) -> dict[str, str]:
    """Where an estimate or a sentence stands: the heading above it, and the first words of its place."""
    start = _start(words)
    above = [line for line in text[:start].split("\n")[:-1] if line.strip()]
    heading = next((line for line in reversed(above) if len(line.split()) <= FIRST_WORDS and line[-1] not in ".;,"), "")
    begins = " ".join(words.text.split()[:FIRST_WORDS])
    return {"section": heading.strip(": ") or "Abstract", "begins": begins}


def _harm(harm: Harm, about: tuple[str, ...], terms: Terms) -> Draft:
    """Counts of each arm, of which nobody has said whether they differ: they are told, and no direction is."""
    controls = [arm for arm in harm.arms if terms.is_control(arm.title)]
    others = [arm for arm in harm.arms if arm not in controls]
    left: list[LeftOpen] = []
    code: dict[str, Any] = {"form": "effect"}
    content: dict[str, Any] = {
        "intent": "adverse_effects", "finding": "insufficient", "certainty": "not_graded", "intervention": None,
        "outcome": harm.event, "conditions": about, "code": code, "locator": {"section": harm.place},
    }  # fmt: skip
    if len(controls) == 1 and len(others) == 1:
        first, second = others[0], controls[0]
        content["effect"] = {
            "measure": Measure.EVENTS, "arm": first.counted(), "comparator_arm": second.counted(),
        }  # fmt: skip
        term = terms.term(first.title, ("medicine",))
        comparator = terms.term(second.title, ("comparator",))
        if len(term.concepts) == 1 and not terms.is_withheld(first.title):
            content["intervention"] = term.concepts[0]
        else:
            left.append(LeftOpen(part="intervention", said=first.title))
        if not term.exact:
            code["intervention_text"] = {"text": first.title[:200], "language": "en"}
        if comparator.exact:
            content["comparator"] = comparator.concepts[0]
        else:
            code["comparator_text"] = {"text": second.title[:200], "language": "en"}
    else:
        counts = "; ".join(f"{arm.title}: {arm.affected} of {arm.at_risk}" for arm in harm.arms)
        left += [LeftOpen(part="intervention", said=counts[:400]), LeftOpen(part="estimate", said="which arm is which")]
    if not about:
        left.append(LeftOpen(part="population", said="not read"))
    return Draft(name=harm.event.replace("_", "-"), content=content, left_open=tuple(left))


def _study(record: Record, about: tuple[str, ...], terms: Terms) -> Draft:
    """How the study was made, as its record says."""
    design = DESIGNS.get(record.kind)
    code: dict[str, Any] = {"form": "study", "design": (design,) if design else ()}
    if record.enrolled:
        code["participants"] = record.enrolled
    named = [c for said in record.treatments for c in terms.term(said, ("medicine",)).concepts]
    medicines = tuple(dict.fromkeys(named))
    left: list[LeftOpen] = []
    if len(medicines) != 1:
        said = ", ".join(record.treatments)
        left.append(LeftOpen(part="intervention", said=said[:400] or "not read"))
    content = {
        "intervention": medicines[0] if len(medicines) == 1 else None, "conditions": about, "code": code,
        "locator": {"section": "Study design"},
    }  # fmt: skip
    return Draft(name="study", content=content, left_open=tuple(left))
