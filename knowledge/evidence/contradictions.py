"""Claims whose code says one thing and whose numbers say another: what no reviewer should have to notice alone.

Only what cannot both be so is a contradiction. A result may be called a benefit though its interval holds no
difference, and a difference that was measured may be too small to matter; a risk that is told as lower and was higher
is a slip of the pen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal, NamedTuple

from knowledge.evidence.estimates import RATIOS, EffectEstimate, Measure
from knowledge.evidence.faults import Fault
from knowledge.evidence.forms.effect import Effect
from knowledge.evidence.forms.harm import Harm
from knowledge.evidence.models import Card, Claim
from knowledge.evidence.vocabulary import Finding, Intent
from knowledge.terminology.concepts import Terminology

Side = Literal["higher", "lower"]
Worth = Literal["better", "worse"]
OTHER: dict[Worth, Worth] = {"better": "worse", "worse": "better"}
NEAR = (0.8, 1.25)
"""A ratio between these may be no important difference, however sure it is that there is one."""
SMALL = 0.5
"""Standard deviations; below it a difference may be none that matters."""
COMPLAINTS = ("condition", "symptom")
AGAINST = {Measure.NNT_BENEFIT: Finding.HARM, Measure.NNT_HARM: Finding.BENEFIT}
"""Measures that say of themselves what was found, each with the finding that it rules out."""


class Slip(NamedTuple):
    """A contradiction of a claim: which fields cannot all be right, and how to mend it."""

    kind: str
    """`fault-<kind>` says it in each language."""
    english: str
    slots: dict[str, str]


def contradictions(cards: Iterable[Card], terminology: Terminology) -> list[str]:
    """What contradicts itself in the claims of reviewed cards, one line each."""
    return [
        Fault(f"{card.id}.yaml: claim `{claim.id}`: {slip.english}", slip.kind, claim=claim.id, **slip.slots)
        for card in cards
        if card.review_state == "reviewed"
        for claim in card.claims
        for slip in _slips(claim, terminology)
    ]


def higher_is(outcome: str, intent: Intent, measure: Measure, terminology: Terminology) -> Worth | None:
    """Whether a higher estimate of an outcome is good or bad for the patient; None where nobody says so.

    More of an adverse event, of a disease or of a symptom is bad; to wait longer for what is good is, too.
    """
    concept = terminology.concepts.get(outcome)
    if concept and concept.higher_is:
        return OTHER[concept.higher_is] if counts_how_soon(outcome, measure, terminology) else concept.higher_is
    is_complaint = concept is not None and concept.kind in COMPLAINTS
    return "worse" if is_complaint or intent is Intent.ADVERSE_EFFECTS else None


def counts_how_soon(outcome: str, measure: Measure, terminology: Terminology) -> bool:
    """Whether an estimate rises as a wait gets shorter: the hazard ratio of a time until something."""
    concept = terminology.concepts.get(outcome)
    return measure is Measure.HAZARD_RATIO and concept is not None and concept.is_wait


def side(effect: EffectEstimate) -> Side | None:
    """Whether there was more or less of the outcome with the intervention; None where the numbers do not say it."""
    with_it, without = _compared(effect)
    if with_it is None or without is None or with_it == without:
        return None
    return "higher" if with_it > without else "lower"


def _compared(effect: EffectEstimate) -> tuple[float | None, float | None]:
    """What was measured with the intervention, and what it is to be compared with."""
    if effect.measure is Measure.EVENTS:
        arms = (effect.arm, effect.comparator_arm)
        with_it, without = (arm.events / arm.total if arm else None for arm in arms)
        return with_it, without
    if effect.measure in (Measure.EVENTS_PER_1000, Measure.EACH_ARM):
        return effect.value, effect.comparator_value
    return effect.value, effect.measure.no_effect


def _slips(claim: Claim, terminology: Terminology) -> Iterator[Slip]:
    """The first contradiction of a claim: what is wrong in one field shows in several."""
    effect = claim.effect
    if claim.open or effect is None:
        return
    tests = (_against_form, _against_measure, _against_finding, _against_change, _against_side, _against_interval)
    found = (slip for test in tests if (slip := test(claim, effect, terminology)))
    yield from islice(found, 1)


def _against_form(claim: Claim, effect: EffectEstimate, _: Terminology) -> Slip | None:
    is_told_as_harm = claim.finding is Finding.HARM and effect.measure is not Measure.NNT_BENEFIT
    if not isinstance(claim.code, Harm) or is_told_as_harm:
        return None
    english = (f"the form harm (`code.form`) with the `finding` {claim.finding} and the `effect.measure` "
               f"{effect.measure}; a harm is a harm: correct the form, the finding or the measure")  # fmt: skip
    return Slip("against-form", english, {"finding": claim.finding, "measure": effect.measure})


def _against_measure(claim: Claim, effect: EffectEstimate, _: Terminology) -> Slip | None:
    if AGAINST.get(effect.measure) is not claim.finding:
        return None
    english = (f"the `effect.measure` {effect.measure} says otherwise than the `finding` {claim.finding}; "
               "correct the finding or the measure")  # fmt: skip
    return Slip("against-measure", english, {"finding": claim.finding, "measure": effect.measure})


def _against_finding(claim: Claim, _: EffectEstimate, __: Terminology) -> Slip | None:
    change = _change(claim)
    if (change, claim.finding) not in (("better", Finding.HARM), ("worse", Finding.BENEFIT)):
        return None
    english = (f"the `code.change` {change} says otherwise than the `finding` {claim.finding}; "
               "correct the finding or the change")  # fmt: skip
    return Slip("against-finding", english, {"finding": claim.finding, "change": change})


def _against_change(claim: Claim, effect: EffectEstimate, terminology: Terminology) -> Slip | None:
    change, went = _change(claim), side(effect)
    if change not in ("lower", "higher") or went in (None, change):
        return None
    if counts_how_soon(claim.outcome or "", effect.measure, terminology):
        return None
    english = (f"the `code.change` {change} says otherwise than the numbers (`effect.value`), which are {went} with "
               "the intervention; correct the change, the sign, or which arm is which")  # fmt: skip
    return Slip("against-change", english, {"change": change})


def _against_side(claim: Claim, effect: EffectEstimate, terminology: Terminology) -> Slip | None:
    went, good = side(effect), higher_is(claim.outcome or "", claim.intent, effect.measure, terminology)
    if not (went and good) or claim.finding not in (Finding.BENEFIT, Finding.HARM):
        return None
    if ((went == "higher") == (good == "better")) == (claim.finding is Finding.BENEFIT):
        return None
    more = "good" if good == "better" else "bad"
    english = (f"more of this `outcome` is {more}, and the numbers (`effect.value`) are {went} with the intervention, "
               f"but the `finding` is {claim.finding}; correct the finding, the outcome or the numbers")  # fmt: skip
    return Slip("against-side", english, {"finding": claim.finding, "worth": good, "side": went})


def _against_interval(claim: Claim, effect: EffectEstimate, _: Terminology) -> Slip | None:
    none, low, high = effect.measure.no_effect, effect.ci_low, effect.ci_high
    if claim.finding is not Finding.NO_IMPORTANT_DIFFERENCE or none is None or effect.value is None:
        return None
    if low is None or high is None or low <= none <= high or _may_be_small(effect.measure, effect.value):
        return None
    english = ("the `finding` no_important_difference, but the interval (`effect.ci_low`, `effect.ci_high`) holds only "
               "a plain difference; correct the finding or the interval")  # fmt: skip
    return Slip("against-interval", english, {"finding": claim.finding})


def _may_be_small(measure: Measure, value: float) -> bool:
    """Whether a difference of that size may be one that does not matter; of one in units only the source knows."""
    if measure in RATIOS:
        return NEAR[0] <= value <= NEAR[1]
    return measure is not Measure.STANDARDISED_MEAN_DIFFERENCE or abs(value) < SMALL


def _change(claim: Claim) -> str:
    return (claim.code.change or "") if isinstance(claim.code, Effect) else ""
