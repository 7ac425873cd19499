"""Effect claims of extracted estimates: numbers as printed, direction by words and numbers together, terms by name."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from knowledge.evidence.estimates import EffectEstimate
from knowledge.evidence.models import Finding, Frozen, Measure, slugify
from knowledge.evidence.vocabulary import Certainty
from knowledge.sources.drafting.models import Draft, LeftOpen
from knowledge.sources.drafting.soundness import is_arm, is_group, is_one_treatment, is_outcome, outcome_belongs
from knowledge.sources.drafting.terms import Terms
from knowledge.sources.extraction.fields import valence
from knowledge.sources.extraction.models import RATIOS, Estimate, Extracted, Words
from knowledge.sources.extraction.vocabulary import load_vocabulary

MEASURES = {
    "RR": Measure.RISK_RATIO, "OR": Measure.ODDS_RATIO, "HR": Measure.HAZARD_RATIO, "rate ratio": Measure.RATE_RATIO,
    "MD": Measure.MEAN_DIFFERENCE, "SMD": Measure.STANDARDISED_MEAN_DIFFERENCE, "RD": Measure.RISK_DIFFERENCE,
    "ROM": Measure.RATIO_OF_MEANS, "NNTB": Measure.NNT_BENEFIT, "NNTH": Measure.NNT_HARM,
}  # fmt: skip
NARROW_RATIO = (0.8, 1.25)
"""Within these limits a ratio's whole interval says that there is little or no difference."""
SURE = (Certainty.HIGH, Certainty.MODERATE)
LONGEST_ID = 60
LONGEST_QUOTE = 200
"""Characters of a source's own words in the place of a concept."""
LONGEST_UNIT = 40
AROUND = 250
"""Characters before an estimate among which words of doubt are looked for."""
SUBJECTS = ("condition", "symptom")
PER = {"%": 100.0, "percent": 100.0, "per cent": 100.0, "per 100": 100.0, "per 1000": 1000.0, "per 1,000": 1000.0}
"""Units of a difference of shares, by how many."""
UNCOUNTED = ("NNTB", "NNTH", "RRR", "HR")
"""Measures that are no amount of the outcome."""
COUNTING = ("RR", "OR", "rate ratio")
"""Measures of how many people or events; the others may be of a scale."""
ADVERSE = ("adverse", "side effect", "harm", "toxicity", "withdrawal due to")


class Source(Frozen):
    """What is known of the place that estimates were read from."""

    language: str = "en"
    title: str = ""
    text: str = ""
    """The abstract; empty where the estimates are fields."""
    about: tuple[str, ...] = ()
    """Conditions that the record itself names as its subject."""
    others: tuple[Extracted, ...] = ()
    """All estimates of the text."""


def effect_draft(found: Extracted, source: Source, place: dict[str, str], terms: Terms) -> Draft:
    """The claim of one estimate.

    A part that cannot be read surely is open: an estimate that its interval misses, a direction that words and numbers
    do not agree on, an intervention or a group that the terminology does not know.
    """
    found = _weighed(found, source, terms)
    code: dict[str, Any] = {"form": "effect"}
    claim: dict[str, Any] = {"code": code, "locator": place, "certainty": _certainty(found)}
    left: list[LeftOpen] = []
    add_arms(claim, code, left, (found.intervention, found.comparator), source.language, terms)
    if found.comparator is None:
        left.append(LeftOpen(part="comparator", said="not read"))
    add_people(claim, code, left, found.population, source, terms)
    _add_outcome(claim, code, left, found, source, terms)
    _add_effect(claim, left, found)
    _add_finding(claim, code, left, found, source.language)
    _add_intent(claim, found, source.language, terms)
    name = slugify(f"{_outcome(found) or 'effect'} {found.estimate.measure}")[:LONGEST_ID].strip("-") or "effect"
    return Draft(name=name, content=claim, left_open=tuple(left))


def _weighed(found: Extracted, source: Source, terms: Terms) -> Extracted:
    """The estimate with its direction where the outcome is a complaint, of which more is worse.

    Extraction knows outcomes by their words alone; the terminology knows which of them are complaints. Where the words
    around the number speak of doubt, the direction stays open.
    """
    estimate, outcome = found.estimate, found.outcome
    sided = estimate.ci_low is not None and not _crosses(estimate) and estimate.measure not in UNCOUNTED
    if found.direction != "unclear" or found.doubt or outcome is None or not sided:
        return found
    around = source.text[max(0, estimate.place.start - AROUND) : estimate.place.end]
    doubtful = load_vocabulary(source.language).found("uncertain", around)
    if doubtful or not terms.term(outcome.text, SUBJECTS, source.language).exact:
        return found
    direction = "favours comparator" if _side(estimate) == "higher" else "favours intervention"
    return found.model_copy(update={"direction": direction})


def _certainty(found: Extracted) -> Certainty:
    return found.certainty.level if found.certainty else Certainty.NOT_GRADED


def _quote(words: Words | str, language: str) -> dict[str, str]:
    text = words if isinstance(words, str) else words.text
    return {"text": " ".join(text.split())[:LONGEST_QUOTE], "language": language}


def add_arms(
    claim: dict[str, Any], code: dict[str, Any], left: list[LeftOpen], arms: tuple[Words | None, Words | None],
    language: str, terms: Terms,
) -> None:  # fmt: skip
    """Intervention and comparator, as the words that were read name them; an intervention not read is open."""
    claim["intervention"] = None
    intervention, comparator = arms
    if intervention is None:
        left.append(LeftOpen(part="intervention", said="not read"))
    else:
        text = intervention.text
        term = terms.term(text, ("medicine",), language)
        is_given = is_arm(text, language) and not terms.is_withheld(text, language)
        if len(term.concepts) == 1 and is_given and is_one_treatment(text, language):
            claim["intervention"] = term.concepts[0]
        else:
            left.append(LeftOpen(part="intervention", said=text))
        if not (term.exact and len(term.concepts) == 1):
            code["intervention_text"] = _quote(intervention, language)
        route = terms.term(text, ("route",), language).concepts
        if len(route) == 1:
            claim["route"] = route[0]
    if comparator is None:
        return
    if not is_arm(comparator.text, language):
        left.append(LeftOpen(part="comparator", said=comparator.text))
    term = terms.term(comparator.text, ("medicine", "comparator"), language)
    if term.exact and len(term.concepts) == 1 and term.concepts[0] != claim["intervention"]:
        claim["comparator"] = term.concepts[0]
    else:
        code["comparator_text"] = _quote(comparator, language)


def add_people(
    claim: dict[str, Any], code: dict[str, Any], left: list[LeftOpen], group: Words | None, source: Source,
    terms: Terms,
) -> None:  # fmt: skip
    """In whom it was found, as the words that were read name them; without a condition it is open."""
    said = group.text if group else ""
    conditions = terms.narrowest(terms.term(said, SUBJECTS, source.language).concepts)
    named = terms.term(said, (*SUBJECTS, "population"), source.language)
    populations = terms.term(said, ("population",), source.language).concepts
    claim["populations"] = terms.narrowest(populations)
    claim["conditions"] = conditions or source.about
    if said and not named.exact:
        code["population_text"] = _quote(said, source.language)
    if not claim["conditions"] or (said and not is_group(group, source.title)):
        # Without its condition a claim would answer for every condition.
        left.append(LeftOpen(part="population", said=said or "not read"))


def _add_outcome(
    claim: dict[str, Any], code: dict[str, Any], left: list[LeftOpen], found: Extracted, source: Source,
    terms: Terms,
) -> None:  # fmt: skip
    if found.outcome is None:
        left.append(LeftOpen(part="outcome", said="not read"))
        return
    text, language = found.outcome.text, source.language
    belongs = outcome_belongs(found, list(source.others), source.text, language)
    if source.text and not (belongs and is_outcome(text, language, terms)):
        left.append(LeftOpen(part="outcome", said=text))
    term = terms.term(text, ("outcome",), language)
    if term.exact and len(term.concepts) == 1:
        claim["outcome"] = term.concepts[0]
    else:
        code["outcome_text"] = _quote(found.outcome, language)


def _outcome(found: Extracted) -> str:
    return found.outcome.text if found.outcome else ""


def _add_effect(claim: dict[str, Any], left: list[LeftOpen], found: Extracted) -> None:
    effect, fault = _effect(found)
    if effect is not None:
        claim["effect"] = effect
    else:
        left.append(LeftOpen(part="estimate", said=fault))


def _add_finding(
    claim: dict[str, Any], code: dict[str, Any], left: list[LeftOpen], found: Extracted, language: str
) -> None:
    finding = _finding(found)
    claim["finding"] = finding or Finding.INSUFFICIENT
    if finding is None:
        why = found.doubt or found.direction or "not read"
        left.append(LeftOpen(part="finding", said=f"direction of {_shown(found.estimate)}: {why}"))
    elif finding in (Finding.BENEFIT, Finding.HARM) and not _agrees(found, finding, language):
        left.append(LeftOpen(part="finding", said=f"{_shown(found.estimate)} against the name of the outcome"))
    elif finding in (Finding.BENEFIT, Finding.HARM) and (change := _change(found, finding, language)):
        code["change"] = change


def _add_intent(claim: dict[str, Any], found: Extracted, language: str, terms: Terms) -> None:
    """The complaints that the outcome names beside those treated, and whether the claim is on harms."""
    outcome = _outcome(found)
    complaints = terms.term(outcome, SUBJECTS, language)
    others = tuple(c for c in complaints.concepts if c not in claim["conditions"]) if complaints.exact else ()
    claim["about"] = others
    # More of a complaint that nobody was treated for is a harm of the treatment.
    harmful = bool(others) and _finding(found) is Finding.HARM or any(word in outcome.lower() for word in ADVERSE)
    claim["intent"] = "adverse_effects" if harmful else "efficacy"


def _effect(found: Extracted) -> tuple[EffectEstimate | None, str]:
    """The estimate as the model holds it, or why it cannot be held."""
    estimate = found.estimate
    measure = MEASURES.get(estimate.measure)
    shown = _shown(estimate)
    if measure is None:
        return None, f"{shown}: no such measure in a card"
    if estimate.doubt:
        return None, f"{shown}: {estimate.doubt}"
    try:
        return EffectEstimate(
            measure=measure,
            **_numbers(estimate, measure),
            ci_level=estimate.ci_level or 95,
            unit=estimate.unit[:LONGEST_UNIT] if estimate.unit and measure is Measure.MEAN_DIFFERENCE else None,
            studies=found.studies.number if found.studies else None,
            participants=found.participants.number if found.participants else None,
        ), ""
    except ValidationError as error:
        return None, f"{shown}: {error.errors()[0]['msg'].removeprefix('Value error, ')}"


def _numbers(estimate: Estimate, measure: Measure) -> dict[str, Any]:
    """Value and limits as a card has them: differences of shares as parts of one, numbers to treat without a sign."""
    printed = {"value": estimate.value, "ci_low": estimate.ci_low, "ci_high": estimate.ci_high}
    by = PER.get((estimate.unit or "").strip().lower(), 1.0) if measure is Measure.RISK_DIFFERENCE else 1.0
    numbers = {name: round(number / by, 6) for name, number in printed.items() if number is not None}
    if measure in (Measure.NNT_BENEFIT, Measure.NNT_HARM):
        return {name: abs(number) for name, number in numbers.items()}
    return numbers


def _shown(estimate: Estimate) -> str:
    interval = f" ({estimate.ci_low:g} to {estimate.ci_high:g})" if estimate.ci_low is not None else ""
    return f"{estimate.measure} {estimate.value:g}{interval}"


def _finding(found: Extracted) -> Finding | None:
    """What the estimate finds; None where words and numbers leave it open.

    An interval that holds no difference is no proof of none: only where the words of a source say it surely, or the
    whole interval lies near no difference, is it called so. Very uncertain evidence is insufficient, whatever it says.
    """
    if found.doubt or found.direction is None or found.estimate.measure in ("NNTB", "NNTH"):
        return None
    estimate, certainty = found.estimate, _certainty(found)
    if found.direction == "unclear":
        return Finding.INSUFFICIENT if certainty is Certainty.VERY_LOW else None
    if found.direction == "no clear difference":
        is_said = found.quote.place is not None and certainty in SURE
        return Finding.NO_IMPORTANT_DIFFERENCE if is_said or _is_narrow(estimate) else Finding.INSUFFICIENT
    if estimate.ci_low is not None and estimate.ci_high is not None and _crosses(estimate):
        return None
    return Finding.BENEFIT if found.direction == "favours intervention" else Finding.HARM


def _null(estimate: Estimate) -> float:
    return 1.0 if estimate.measure in RATIOS else 0.0


def _crosses(estimate: Estimate) -> bool:
    low, high = estimate.ci_low, estimate.ci_high
    return low is not None and high is not None and low <= _null(estimate) <= high


def _is_narrow(estimate: Estimate) -> bool:
    low, high = estimate.ci_low, estimate.ci_high
    if estimate.measure not in RATIOS or low is None or high is None:
        return False
    return NARROW_RATIO[0] <= low and high <= NARROW_RATIO[1]


def _agrees(found: Extracted, finding: Finding, language: str) -> bool:
    """Whether the outcome's name allows what was found: a benefit that is more of something bad has lost a word."""
    good, bad = valence(_outcome(found), language)
    side = _side(found.estimate)
    if side is None or good == bad or found.estimate.measure in UNCOUNTED:
        return True
    return (side == "higher") == (good == (finding is Finding.BENEFIT))


def _side(estimate: Estimate) -> str | None:
    if estimate.value == _null(estimate):
        return None
    return "lower" if estimate.value < _null(estimate) else "higher"


def _change(found: Extracted, finding: Finding, language: str) -> str | None:
    """Whether there is less or more of the outcome; nothing where number and name together do not say it.

    A ratio counts people or events, most often of what is bad. A difference on a scale may mean either, and a hazard is
    no amount: there the name of the outcome must say which way is good.
    """
    estimate, side = found.estimate, _side(found.estimate)
    if side is None or estimate.measure in UNCOUNTED:
        return None
    good, bad = valence(_outcome(found), language)
    wanted = (side == "higher") == (finding is Finding.BENEFIT)
    if estimate.measure in COUNTING and not wanted:
        return None if good else side
    return side if good != bad and good == wanted else None
