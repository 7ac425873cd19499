"""Plans to draw, and small cards with effects that the shipped library does not hold."""

from __future__ import annotations

from bot.answering.select import Plan
from knowledge.evidence.library import Library
from knowledge.evidence.models import CardKind, Claim, EffectEstimate

COCHRANE = "cochrane-cd009402"
OLDER = Plan(
    short=(f"{COCHRANE}#older-cramps-per-week",),
    evidence=(
        f"{COCHRANE}#older-quarter-fewer",
        f"{COCHRANE}#older-percentage-change",
        f"{COCHRANE}#older-intensity",
        "review-lottrup-riis-2014#conclusion-no-evidence-general-practice",
        "trial-garrison-2010#cramp-frequency",
        "trial-roffe-2001#cramp-frequency",
        "trial-frusso-1999#all-outcomes",
    ),
    harms=(f"{COCHRANE}#minor-adverse-events", f"{COCHRANE}#diarrhoea"),
    efficacy=True,
)
PREGNANT = Plan(
    short=(f"{COCHRANE}#pregnancy-summary",),
    evidence=("trial-nygaard-2006#cramp-frequency-and-intensity", "trial-dahle-1995#cramp-distress"),
    harms=(f"{COCHRANE}#minor-adverse-events", f"{COCHRANE}#diarrhoea"),
    efficacy=True,
)
HARMS = Plan(
    short=(f"{COCHRANE}#diarrhoea",),
    evidence=(f"{COCHRANE}#minor-adverse-events", f"{COCHRANE}#serious-adverse-events"),
)


def plans(library: Library) -> list[Plan]:
    """The plans above, one for every claim with an effect, and one of them all."""
    effects = [reference for reference, (_, claim) in library.claims.items() if claim.effect]
    trials = [reference for reference, (card, _) in library.claims.items() if card.kind is CardKind.TRIAL]
    alone = [Plan(short=(reference,)) for reference in effects]
    return [OLDER, PREGNANT, HARMS, *alone, Plan(short=effects[:1], evidence=(*effects[1:], *trials))]


def with_effects(library: Library, effects: list[EffectEstimate], card: str = COCHRANE) -> tuple[Library, Plan]:
    """A library whose card has a claim for each of these effects on the weekly number of cramps, and their plan."""
    model = library.claims[f"{COCHRANE}#older-cramps-per-week"][1]
    claims = tuple(_claim(model, number, effect) for number, effect in enumerate(effects))
    changed = library.cards[card].model_copy(update={"claims": claims})
    made = Library([changed], library.terminology)
    references = tuple(made.claims)
    return made, Plan(short=references[:1], evidence=references[1:], efficacy=True)


def _claim(model: Claim, number: int, effect: EffectEstimate) -> Claim:
    return model.model_copy(update={"id": f"effect-{number}", "effect": effect, "discrepancy": None})
