"""What is not in the sources, in words: each ask by its kind and its subject."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from bot.answering.messages import Messages
from bot.answering.select import Part, Plan, counts_the_treated
from bot.reading.model import Patient
from bot.reading.populations import DIALYSIS, KIDNEYS
from knowledge.evidence.library import Library
from knowledge.evidence.models import Claim, Intent
from knowledge.evidence.scope import ANY_DISEASE
from retrieval.ask import Ask

CHILDREN, YOUNG = "children", frozenset({"children", "infants", "neonates", "adolescents"})
BY_GROUP = frozenset(
    {Intent.EFFICACY, Intent.DOSAGE, Intent.PREGNANCY, Intent.BREASTFEEDING, Intent.GUIDANCE, Intent.ALTERNATIVES}
)
"""What differs from group to group so much that findings on others must not be read as theirs."""

CLEARS_OTHERWISE = frozenset({KIDNEYS, DIALYSIS})
"""Groups whose dose is seldom that of others, so that a dose found in others is never left to look like theirs."""

TOLD_BY: dict[Intent, tuple[Intent, ...]] = {
    Intent.EFFICACY: (Intent.EFFICACY,),
    Intent.GUIDANCE: (Intent.GUIDANCE, Intent.EFFICACY),
    Intent.CAUSES: (Intent.CAUSES, Intent.ADVERSE_EFFECTS, Intent.EFFICACY),
}
"""By what else an ask may be answered, where both are on the same medicines and diseases."""

OF_A_PAIR = frozenset({Intent.ALTERNATIVES, Intent.INTERACTIONS})
"""Kinds that "A or B?" is read as now and then: what a claim that compares the two tells."""

REGARDLESS_OF_DISEASE = frozenset({Intent.EFFICACY, Intent.DOSAGE})
"""What may be told without what else the patient suffers from, if that is said; never whether a medicine is safe."""


def open_points(plan: Plan, library: Library, messages: Messages) -> list[str]:
    """What of the question stays open, one sentence each: asks without an answer, and groups no claim is on."""
    spoken_of = _concepts_of(plan.claims, library)
    open_asks = [
        ask
        for part in plan.parts
        for ask in asks_left_open(part, spoken_of, library)
        if part.answered or not _is_told(ask, plan, library)
    ]
    return [
        *missing_asks(open_asks, library, messages),
        *uncounted(plan, library, messages),
        *not_for_children(plan, library, messages),
        *unstudied_groups(plan, library, messages),
        *unstudied_diseases(plan, library, messages),
    ]


def asks_left_open(part: Part, spoken_of: Set[str], library: Library) -> list[Ask]:
    """The ask where nothing answers it; of an answered one that names several medicines, each that no claim is on.

    `spoken_of`: the concepts of every claim of the answer. What is asked of medicines together is one thing.
    """
    ask = part.ask
    if not part.answered:
        return [ask]
    if part.quoted or ask.beside or ask.intent is Intent.INTERACTIONS or len(ask.medicines) == 1:
        return []
    silent = _not_spoken_of(ask.medicines, spoken_of, library)
    return [ask.model_copy(update={"medicines": (medicine,)}) for medicine in silent]


def _is_told(ask: Ask, plan: Plan, library: Library) -> bool:
    """Whether another part tells what an ask without an answer of its own wants: of its medicines, in its diseases.

    One question is read in two ways now and then, and "not in the sources" must not stand below its answer.
    """
    related, kinds = library.terminology.related, TOLD_BY.get(ask.intent, ())
    if ask.intent in OF_A_PAIR and any(_compares(library.claims[one][1], ask, library) for one in plan.claims):
        return True
    for part in plan.parts:
        if part.answered and part.ask.intent in kinds and {*ask.medicines} <= {*part.ask.medicines}:
            concepts = _concepts_of(part.short, library)
            named = (*ask.conditions, *(ask.topics if ask.intent is Intent.GUIDANCE else ()))
            if all(any(related(one, other) for other in concepts) for one in named):
                return True
    return False


def _compares(claim: Claim, ask: Ask, library: Library) -> bool:
    """Whether a claim sets the medicines of an ask, or their classes, against each other."""
    covers, related = library.terminology.covers, library.terminology.related
    one, other = claim.intervention or "", claim.comparator or ""
    asked = {*ask.medicines, *ask.beside}
    met = [{medicine for medicine in asked if covers(arm, medicine)} for arm in (one, other)]
    return len(asked) > 1 and (all(met) or related(one, other)) and set().union(*met) == asked


def uncounted(plan: Plan, library: Library, messages: Messages) -> list[str]:
    """That a number needed to treat was asked for, and no claim shown gives one."""
    asked = [part for part in plan.parts if part.number_needed and part.short]
    given = any(counts_the_treated(library.claims[reference][1]) for reference in plan.short)
    return [messages.format("no-nnt")] if asked and not given else []


def not_for_children(plan: Plan, library: Library, messages: Messages) -> list[str]:
    """That doses shown are not for children, where the patient is one and no dose shown is for them."""
    groups = {*plan.patient.populations, *(group for part in plan.parts for group in part.ask.populations)}
    covers = library.terminology.covers
    if not any(covers(CHILDREN, group) or group in YOUNG for group in groups):
        return []
    doses = _doses_of(plan, library)
    for_them = any(group in YOUNG or covers(CHILDREN, group) for claim in doses for group in claim.populations)
    return [messages.format("not-for-children")] if doses and not for_them else []


def missing_asks(asks: Sequence[Ask], library: Library, messages: Messages) -> list[str]:
    """One sentence that names what is asked and not in the sources; none where everything is."""
    named = list(dict.fromkeys(ask_in_words(ask, library, messages) for ask in asks))
    return [messages.format("not-in-sources", asks="; ".join(named))] if named else []


def unstudied_groups(plan: Plan, library: Library, messages: Messages) -> list[str]:
    """That no claim shown speaks of a group of people who were asked about, or to whom a dose shown may be given though
    they clear the medicine otherwise; one sentence a group."""
    asked = dict.fromkeys(
        group
        for part in plan.parts
        if part.short and part.ask.intent in BY_GROUP
        for group in part.ask.populations
    )
    if _doses_of(plan, library):
        named = _named_besides(plan, library)
        own = (group for group in plan.patient.populations if group in CLEARS_OTHERWISE)
        asked |= dict.fromkeys(group for group in own if not _is_spoken_of(group, named, library))
    spoken_of = _concepts_of(plan.claims, library)
    implied = {group for concept in spoken_of for group in library.terminology.implied(concept)}
    silent = _not_spoken_of(asked, spoken_of | implied, library)
    labels = (library.terminology.label(group, messages.language) for group in silent)
    return [messages.format("nothing-on-group", group=label) for label in labels]


def unstudied_diseases(plan: Plan, library: Library, messages: Messages) -> list[str]:
    """That no claim shown speaks of a disease the patient has besides what is treated, in one sentence."""
    named = _named_besides(plan, library)
    spoken_of = _concepts_of(plan.short, library)  # what stands below the fold has not been said to every reader
    silent = _not_spoken_of(named, spoken_of, library)
    if not silent or ANY_DISEASE in spoken_of:
        return []
    listed = messages.list([library.terminology.label(disease, messages.language) for disease in silent])
    return [messages.format("nothing-on-disease", conditions=listed)]


def _named_besides(plan: Plan, library: Library) -> dict[str, None]:
    """The diseases of the patient besides what is treated that asks with an answer name, in order."""
    return dict.fromkeys(
        disease
        for part in plan.parts
        if part.short and part.ask.intent in REGARDLESS_OF_DISEASE
        for disease in diseases_besides(part.ask, plan.patient, library)
    )


def _claims_of(references: Iterable[str], library: Library) -> list[Claim]:
    return [library.claims[reference][1] for reference in references]


def _doses_of(plan: Plan, library: Library) -> list[Claim]:
    """The claims shown, wherever they stand, that give a dose."""
    return [claim for claim in _claims_of(plan.claims, library) if Intent.DOSAGE in (claim.intent, *claim.also)]


def _concepts_of(references: Iterable[str], library: Library) -> set[str]:
    claims = _claims_of(references, library)
    return {concept for claim in claims for concept in (*claim.concepts, *filter(None, (claim.comparator,)))}


def _not_spoken_of(named: Iterable[str], spoken_of: Set[str], library: Library) -> list[str]:
    """Those that no concept of what is said is the same as, wider or narrower than."""
    return [one for one in named if not _is_spoken_of(one, spoken_of, library)]


def _is_spoken_of(named: str, spoken_of: Iterable[str], library: Library) -> bool:
    return any(library.terminology.related(named, other) for other in spoken_of)


def diseases_besides(ask: Ask, patient: Patient, library: Library) -> tuple[str, ...]:
    """The diseases of an ask that the patient has, and that are not what the medicine asked about is taken for."""
    return tuple(
        condition
        for condition in ask.conditions
        if condition in patient.conditions and library.terminology.kind(condition) == "condition"
        if not library.scope.is_indication(condition, ask.medicines)
    )


def ask_in_words(ask: Ask, library: Library, messages: Messages) -> str:
    """An ask by its kind and subject: "interactions (magnesium, bisoprolol)"."""
    is_mother = {"pregnant", "breastfeeding"} & {*ask.populations} == {"breastfeeding"}
    named = Intent.BREASTFEEDING if is_mother and ask.intent is Intent.PREGNANCY else ask.intent
    kind = messages.format(f"intent-{named}")
    kind = kind if messages.language == "de" else kind[:1].lower() + kind[1:]
    terminology, tag = library.terminology, messages.language
    concepts = (*ask.medicines, *ask.instead_of, *ask.beside, *ask.conditions, *ask.populations, *ask.routes)
    subject = ", ".join(dict.fromkeys(terminology.label(concept, tag) for concept in concepts))
    return messages.format("missing-ask", kind=kind, subject=subject) if subject else kind
