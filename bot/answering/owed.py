"""Owed asks: what the library holds on a fact of the patient that meets a medicine asked about, typed or not.

For each medicine asked about, and only for those: does it meet a disease, a group such as pregnant women, a medicine
in use, an allergy, a measured level? What is known on it stands first in the reply. Everything here works on codes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.answering.levels import OF_LEVELS
from bot.answering.select import Part
from bot.reading.model import Patient
from knowledge.evidence.forms.contraindication import Contraindication
from knowledge.evidence.library import Library
from knowledge.evidence.models import CardKind, Claim, Finding, Intent
from knowledge.evidence.scope import ANY_DISEASE
from retrieval.ask import Ask, Because

WARNINGS = frozenset(
    {Intent.CONTRAINDICATIONS, Intent.PREGNANCY, Intent.BREASTFEEDING, Intent.INTERACTIONS, Intent.ALLERGY}
)
"""Intents of claims that say for whom, or with what, a medicine is a matter of caution."""
ON_SAFETY = WARNINGS | {
    Intent.ADVERSE_EFFECTS, Intent.TOXICITY, Intent.MONITORING, Intent.DEFINITION, Intent.GUIDANCE, Intent.SWITCHING,
}  # fmt: skip
"""Intents that a warning or a level can answer."""
GROUP_INTENTS = {"pregnant": Intent.PREGNANCY, "breastfeeding": Intent.BREASTFEEDING}
STRENGTHS = ("do_not", "ask_first", "caution", "except")
"""Strengths of a contraindication, the strongest first."""
MOST_OF_ONE_FACT = 2
"""Claims said of one fact, the strongest first; others stand below the fold."""


OF_PAIRS = (Intent.INTERACTIONS, Intent.ALLERGY)
"""What is owed of two medicines together."""


def owed_asks(
    patient: Patient, asks: Sequence[Ask], library: Library, mentioned: Sequence[str] = ()
) -> tuple[Ask, ...]:
    """The asks owed to the facts of the patient, for each medicine asked about.

    `mentioned` are all medicines of the message: one that is to be begun meets the medicine asked about as one in use.
    """
    known = [m for m in mentioned if library.scope.knows(m)]
    medicines = [m for ask in asks for m in ask.medicines if library.scope.knows(m)] or known
    routes = tuple(dict.fromkeys(route for ask in asks for route in ask.routes))
    owed = (
        ask.model_copy(update={"routes": routes})
        for medicine in dict.fromkeys((*medicines, *known))
        for ask in _of_facts(medicine, patient, mentioned, library)
        # Of what is only taken besides, the diseases and groups it is not for.
        if medicine in medicines or ask.intent not in OF_PAIRS
    )
    return tuple(_with_something_new(owed, library))


def _of_facts(medicine: str, patient: Patient, mentioned: Sequence[str], library: Library) -> Iterator[Ask]:
    terminology = library.terminology
    implied = (
        wide
        for group in patient.populations
        for wide in sorted(terminology.wider(group))
        if terminology.kind(wide) == "condition" and wide != ANY_DISEASE
    )  # whoever is on dialysis has a kidney disease
    yield from _of_the_blood(medicine, patient, library)
    for fact in dict.fromkeys((*patient.conditions, *patient.populations, *implied)):
        if not library.scope.is_indication(fact, (medicine,)):
            role = "populations" if terminology.kind(fact) == "population" else "conditions"
            intent = GROUP_INTENTS.get(fact, Intent.CONTRAINDICATIONS)
            yield Ask.model_validate(
                {"intent": intent, "medicines": (medicine,), role: (fact,), "because": Because.OWED}
            )
    for other in dict.fromkeys((*patient.medicines, *mentioned)):
        if not terminology.related(other, medicine):
            yield Ask(intent=Intent.INTERACTIONS, medicines=(medicine,), beside=(other,), because=Because.OWED)
    for allergen in patient.allergies:
        yield Ask(intent=Intent.ALLERGY, medicines=(medicine,), beside=(allergen,), because=Because.OWED)


def _of_the_blood(medicine: str, patient: Patient, library: Library) -> Iterator[Ask]:
    """A lack or an excess in the blood, which the medicine may have brought about, with the patient's diseases.

    Where a level was measured, either is owed: which of them it is, is the reader's to judge.
    """
    terminology = library.terminology
    told = [one for one in patient.conditions if terminology.is_excess(one) or terminology.is_lack(one)]
    measured = (
        state
        for level in patient.levels
        for state in sorted((*terminology.excesses_of(level.analyte), *terminology.lacks_of(level.analyte)))
    )
    for state in dict.fromkeys((*told, *measured)):
        others = (one for one in patient.conditions if one != state)
        yield Ask(intent=Intent.ADVERSE_EFFECTS, medicines=(medicine,), conditions=(state, *others),
                  because=Because.OWED)


def is_said_by(owed: Ask, typed: Ask) -> bool:
    """Whether an ask that was typed is on the same fact, so that its answer says what is owed."""
    facts = {*owed.conditions, *owed.populations, *owed.beside}
    return typed.intent is owed.intent and facts <= {*typed.conditions, *typed.populations, *typed.beside}


def _with_something_new(asks: Iterable[Ask], library: Library) -> Iterator[Ask]:
    """The asks that a claim answers which no earlier one says already (kidney disease, then its stage)."""
    said: set[str] = set()
    for ask in asks:
        references = warnings(ask, library)[:MOST_OF_ONE_FACT]
        if not said.issuperset(references):
            said.update(references)
            yield ask


def warnings(ask: Ask, library: Library) -> list[str]:
    """The claims on the fact an ask is about, the strongest first, harm before its absence, then by their source."""
    medicine = ask.medicines[0]
    found = [
        (_mildness(claim), claim.finding is not Finding.HARM, card.kind.standing, not claim.lead, place, reference)
        for place, (reference, card, claim) in enumerate(library.scope.of(medicine))
        if _warns(claim, ask, library)
    ]
    if ask.intent is Intent.INTERACTIONS:
        found += [
            (_mildness(claim), claim.finding is not Finding.HARM, card.kind.standing, not claim.lead, place, reference)
            for place, (reference, card, claim) in enumerate(library.scope.of(ask.beside[0]))
            if _warns_of_pair(claim, medicine, library)
        ]
    return list(dict.fromkeys(reference for *_, reference in sorted(found)))


def _mildness(claim: Claim) -> int:
    """0 for the strongest warning: "do not" must not stand below "harmless, except"."""
    if not isinstance(claim.code, Contraindication):
        return STRENGTHS.index("caution")
    return STRENGTHS.index(claim.code.strength)


def _warns(claim: Claim, ask: Ask, library: Library) -> bool:
    """Whether a claim warns of the fact: by its codes it is on just this disease, group or medicine."""
    related = library.terminology.related
    if not _route_met(claim, ask, library):
        return False
    if ask.beside:
        fact, about = ask.beside[0], {*claim.about}
        of_kind = Intent.INTERACTIONS in (claim.intent, *claim.also) or ask.intent is Intent.ALLERGY
        return of_kind and any(related(concept, fact) for concept in about)
    if not (claim.intervention and library.terminology.covers(claim.intervention, ask.medicines[0])):
        return False  # a warning on one salt or one member of a class is none on the others
    if ask.intent is Intent.ADVERSE_EFFECTS:
        return _brings_about(claim, ask, library)
    return _warns_of_people(claim, ask, library)


def _warns_of_people(claim: Claim, ask: Ask, library: Library) -> bool:
    """Whether a claim on the medicine warns of the disease or the group."""
    if ask.populations and not all(library.scope.is_indication(c, ask.medicines) for c in claim.conditions):
        return False
    if claim.intent not in WARNINGS and Intent.CONTRAINDICATIONS not in claim.also:
        return False
    facts = (*ask.conditions, *ask.populations)
    about = {*claim.conditions, *claim.populations}
    return any(library.terminology.covers(concept, fact) for concept in about for fact in facts)


def _brings_about(claim: Claim, ask: Ask, library: Library) -> bool:
    """Whether a claim says that the medicine brings about the first state of an ask, in people who have the others."""
    covers, (state, *others) = library.terminology.covers, ask.conditions
    of_them = all(
        any(covers(whom, one) for one in others) or library.scope.is_indication(whom, ask.medicines)
        for whom in claim.conditions
    )
    harms = claim.finding is Finding.HARM and claim.outcome is not None and covers(claim.outcome, state)
    return harms and of_them


def _route_met(claim: Claim, ask: Ask, library: Library) -> bool:
    """Whether a claim is on a route that was named or, where none was, on the usual one."""
    of_consumers = claim.told_by is CardKind.CONSUMER_ARTICLE and ask.intent is Intent.CONTRAINDICATIONS
    route = claim.route or (library.scope.usual_route(claim.intervention or "") if of_consumers else None)
    if ask.routes and route:  # what consumers are told is said of what they take, and not of an infusion
        return any(library.terminology.related(route, asked) for asked in ask.routes)
    return library.scope.is_by_usual_route(claim)


def _warns_of_pair(claim: Claim, medicine: str, library: Library) -> bool:
    """Whether a claim on the other medicine names this one in an interaction."""
    of_kind = Intent.INTERACTIONS in (claim.intent, *claim.also)
    return of_kind and any(library.terminology.related(concept, medicine) for concept in claim.about)


def owed_part(ask: Ask, library: Library) -> Part:
    """The part of an answer that says what is owed."""
    found = warnings(ask, library)
    return Part(ask=ask, short=tuple(found[:MOST_OF_ONE_FACT]), evidence=tuple(found[MOST_OF_ONE_FACT:]))


def answered_by(part: Part, owed: Sequence[Part], library: Library) -> Part:
    """An ask that what is owed answers already: how safe it is, how dangerous a level is.

    "Is that safe with her kidneys?" is answered by the warning owed to her kidneys, "how bad is that?" by the level.
    """
    if part.ask.intent not in ON_SAFETY:
        return part
    # The warning on the same fact, whose strongest claim stands first.
    of_same_fact = (other for other in owed if other.ask.level is None and is_said_by(other.ask, part.ask))
    said = next(of_same_fact, None) or _of_same_medicine(part, owed, library)
    return part.model_copy(update={"short": said.short, "quoted": said.quoted}) if said else part


def _of_same_medicine(part: Part, owed: Sequence[Part], library: Library) -> Part | None:
    """What is owed to a medicine of an ask and answers it too, levels before warnings.

    An ask that the sources answer keeps its answer, but for one on levels where a level is owed.
    """
    ask = part.ask
    levels = [other for other in owed if other.ask.level is not None]
    of_levels = bool(levels) and ask.intent in OF_LEVELS and not ask.conditions
    if ask.beside or (part.answered and not of_levels):
        return None
    return next((other for other in (*levels, *owed) if _bears_on(other.ask, ask, library)), None)


def _bears_on(owed: Ask, typed: Ask, library: Library) -> bool:
    """Whether an owed level or warning is on the medicine that was typed, if any was, and on what is asked of it."""
    related = library.terminology.related
    same = any(related(medicine, other) for medicine in typed.medicines for other in owed.medicines)
    of_level = owed.level is not None and not typed.conditions
    return (same or not typed.medicines) and (of_level or typed.intent in WARNINGS)
