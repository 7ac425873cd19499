"""From a claim to words: its sentence, the line of numbers behind it, and the line that describes its source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.answering.messages import Messages, sentence_case
from knowledge.evidence.forms.effect import Effect
from knowledge.evidence.models import Card, Certainty, Claim, EffectEstimate, Locator, Measure, SourceRecord, Unit
from knowledge.evidence.wording import (
    claim_sentence,
    counted,
    intervention,
    marked,
    outcome_label,
    scope,
    unit_in_words,
    when,
)
from knowledge.terminology.concepts import Terminology

__all__ = [
    "Estimate",
    "claim_sentence",
    "comparison",
    "dated",
    "estimate",
    "estimate_line",
    "intervention",
    "locator_text",
    "scope",
    "original_work",
    "source_line",
    "unit_name",
]


class Estimate(NamedTuple):
    """The numbers behind a claim, in words; a part is empty where the source gives none."""

    outcome: str
    """"Number of cramps per week in older adults"."""
    result: str
    """"difference −0.18 cramps a week (95 % CI −0.84 to 0.49)"."""
    basis: str
    """"5 studies, 307 participants"."""
    certainty: str
    """"moderate certainty"; empty where not graded."""


def comparison(claim: Claim) -> tuple[object, ...]:
    """What a claim compares, and in whom, in the source's own words where the terminology has none: numbers of claims
    that differ in it must not be read as one another's."""
    code = claim.code
    texts = (code.intervention_text, code.comparator_text, code.population_text) if isinstance(code, Effect) else ()
    return claim.intervention, claim.comparator, claim.route, claim.conditions, claim.populations, texts


def estimate(claim: Claim, messages: Messages, terminology: Terminology) -> Estimate | None:
    """The numbers behind a claim, or None where the source gives none."""
    effect = claim.effect
    quoted = claim.code.outcome_text if isinstance(claim.code, Effect) else None
    if effect is None or (claim.outcome is None and quoted is None):
        return None
    graded = claim.certainty is not Certainty.NOT_GRADED
    names = [outcome_label(quoted, messages)] if quoted else []
    names += [] if quoted or not claim.outcome else [terminology.name(claim.outcome, messages.language).label]
    names += [terminology.name(group, messages.language).phrase for group in claim.populations]
    return Estimate(
        outcome=sentence_case(" ".join(names)),
        result=", ".join(_numbers(effect, messages)),
        basis=", ".join(counted(effect, messages)),
        certainty=messages.format(f"certainty-{claim.certainty}") if graded else "",
    )


def estimate_line(claim: Claim, messages: Messages, terminology: Terminology) -> str:
    """The numbers behind a claim in one line, or nothing where the source gives none.

    An effect without a number has its studies and participants in its sentence: a line of them alone would not say
    what they found. So have other forms than effects their numbers, where their sentence is made from the code.

    "Number of cramps per week in older adults: difference −0.18 cramps a week (95 % CI −0.84 to 0.49), 5 studies,
    307 participants, moderate certainty".
    """
    numbers = estimate(claim, messages, terminology)
    unpooled = claim.effect is None or claim.effect.measure is Measure.NOT_POOLED
    said = claim.is_coded and not isinstance(claim.code, Effect)
    if numbers is None or unpooled or said:
        return ""
    line = f"{numbers.outcome}: " + ", ".join(part for part in numbers[1:] if part)
    return marked(line, claim, messages)


def _numbers(effect: EffectEstimate, messages: Messages) -> list[str]:
    """The measured effect with its time, and the counts of each arm, as far as the source gives them."""
    told = [" ".join(part for part in (_measured(effect, messages), when(effect, messages)) if part)]
    if effect.arm and effect.comparator_arm:
        told.append(
            messages.format(
                "estimate-events",
                events=effect.arm.events,
                total=effect.arm.total,
                comparator_events=effect.comparator_arm.events,
                comparator_total=effect.comparator_arm.total,
            )
        )
    elif effect.arm:
        told.append(messages.format("estimate-events-alone", events=effect.arm.events, total=effect.arm.total))
    return [part for part in told if part]


def _measured(effect: EffectEstimate, messages: Messages) -> str:
    number = messages.number
    if effect.measure in (Measure.NOT_POOLED, Measure.EVENTS):
        return ""
    if effect.measure is Measure.RANGE_PERCENT:
        return messages.format(
            "estimate-range_percent", low=number(effect.ci_low or 0), high=number(effect.ci_high or 0)
        )
    interval = ""
    if effect.ci_low is not None and effect.ci_high is not None:
        low, high, level = number(effect.ci_low), number(effect.ci_high), number(effect.ci_level)
        interval = f" ({messages.format('estimate-interval', low=low, high=high, level=level)})"
    slots = {"value": number(effect.value or 0), "interval": interval}
    if effect.unit:
        is_share = effect.unit == Unit.PERCENT and effect.measure is Measure.EACH_ARM
        slots["unit"] = "%" if is_share else unit_name(effect.unit, messages)
    if effect.measure is Measure.EACH_ARM and effect.comparator_value is None:
        return messages.format("estimate-each_arm-alone", **slots)
    if effect.comparator_value is not None:
        slots["comparator_value"] = number(effect.comparator_value)
    return messages.format(f"estimate-{effect.measure}", **slots)


def unit_name(unit: str, messages: Messages) -> str:
    """A unit in words where the language has some for it, else its sign: "attacks/year" is `unit-attacks-year`."""
    message = "unit-" + re.sub(r"\W+", "-", unit)
    return messages.format(message) if message in messages else unit_in_words(unit, messages)


def dated(card: Card, messages: Messages) -> str:
    """How old a source's knowledge is, in words."""
    if card.source.search_date:
        return messages.format("source-searched", date=messages.date(card.source.search_date))
    if card.source.enquiry_date:
        return messages.format("source-enquired", date=messages.date(card.source.enquiry_date.isoformat()[:7]))
    if card.source.year:
        return messages.format("source-year", year=str(card.source.year))
    return messages.format("source-undated")


MOST_PLACES = 3
"""Places that one section is quoted with; a reader who has found three finds the others."""


def locator_text(cited: Sequence[Locator], messages: Messages) -> str:
    """Where in one source what is cited stands, sections first: "Results (“In older adults the drug …”); Harms"."""
    by_section: dict[str, list[str]] = {}
    for locator in cited:
        places = by_section.setdefault(locator.section, [])
        if locator.begins and locator.begins not in places:
            places.append(locator.begins)
    texts = []
    for section, places in by_section.items():
        quoted = ", ".join(messages.format("locator-place", begins=begins) for begins in places[:MOST_PLACES])
        texts.append(f"{section} ({quoted})" if section and quoted else section or quoted)
    return "; ".join(text for text in texts if text) or messages.format("locator-whole")


def _first_authors(authors: Sequence[str]) -> str:
    return ", ".join(authors[:2]) + (", et al" if len(authors) > 2 else "")


def original_work(source: SourceRecord, messages: Messages) -> str:
    """The work that a source sums up, to stand before the year, numbers and address that are the work's; or nothing."""
    work = source.original
    if work is None:
        return ""
    published = f" {source.year}{f';{source.issue}' if source.issue else ''}" if source.year else ""
    told = f"{_first_authors(work.authors)}. {work.title.rstrip('.')}. {work.container}{published}"
    return messages.format("source-sums-up", work=told)


def _published(source: SourceRecord) -> str:
    """Where a source came out, with its year, volume and pages where it has them and they are its own."""
    if not source.issue:
        return ". ".join(dict.fromkeys(part for part in (source.container, source.publisher) if part))
    if source.original:
        return source.container
    numbered = source.issue[:1].isdigit() and source.year
    return f"{source.container} {source.year};{source.issue}" if numbered else f"{source.container}; {source.issue}"


def _identifiers(source: SourceRecord) -> str:
    """The numbers that a source is found by; a DOI that its address holds stands there."""
    pmid, doi = source.identifiers.pmid, source.identifiers.doi
    in_address = bool(doi and source.url and doi in source.url)
    named = {"PMID": pmid, "DOI": None if in_address else doi}
    return " ".join(f"{name} {value}" for name, value in named.items() if value)


def source_line(card: Card, locator: str, messages: Messages) -> str:
    """A source as the list under an answer shows it, in Vancouver order, with where it says so and its address."""
    source = card.source
    status = [messages.format(f"publication-{status}") for status in card.publication]
    description = ", ".join([*status, messages.format(f"kind-{card.kind}"), dated(card, messages)])
    parts = [
        _first_authors(source.authors),
        source.title.rstrip("."),
        _published(source),
        sentence_case(description),
        sentence_case(locator),
        original_work(source, messages),
        _identifiers(source),
        source.url or "",
    ]
    stopped = [part if part.endswith(("?", "!")) else f"{part.rstrip('.')}." for part in parts if part]
    return " ".join(stopped).removesuffix("." if source.url else "")
