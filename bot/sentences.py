"""From a claim to words: its sentence, the line of numbers behind it, and the line that describes its source."""

from __future__ import annotations

from typing import NamedTuple

from bot.messages import Messages, sentence_case
from knowledge.concepts import Terminology
from knowledge.models import Card, Certainty, Claim, EffectEstimate, Measure


def claim_sentence(claim: Claim, messages: Messages, terminology: Terminology) -> str:
    """What a claim says, as one or two sentences: its own words, or made from its code by the hedging table."""
    if not claim.is_coded:
        return claim.statement[messages.language]
    language = messages.language
    outcome = terminology.name(claim.outcome or "", language).phrase
    compared = ""
    if claim.comparator:
        compared = messages.format("compared-with", comparator=terminology.name(claim.comparator, language).phrase)
    return sentence_case(
        messages.format(
            f"effect-{claim.finding}",
            certainty=str(claim.certainty),
            scope=scope(claim, messages, terminology),
            intervention=intervention(claim, messages, terminology),
            outcome=outcome,
            compared=compared,
        )
    )


def scope(claim: Claim, messages: Messages, terminology: Terminology) -> str:
    """For whom a coded claim holds: "in older adults with leg cramps of unknown cause"."""
    people = list(claim.populations) or ["people"]
    phrases = [terminology.name(concept, messages.language).phrase for concept in (*people, *claim.conditions)]
    return " ".join(phrases)


def intervention(claim: Claim, messages: Messages, terminology: Terminology) -> str:
    """What is given and how: "magnesium by mouth"."""
    given = [concept for concept in (claim.intervention, claim.route) if concept]
    return " ".join(terminology.name(concept, messages.language).phrase for concept in given)


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


def estimate(claim: Claim, messages: Messages, terminology: Terminology) -> Estimate | None:
    """The numbers behind a claim, or None where the source gives none."""
    effect = claim.effect
    if effect is None or claim.outcome is None:
        return None
    numbers = _numbers(effect, messages)
    weeks = messages.format("estimate-weeks", weeks=effect.weeks) if effect.weeks else ""
    basis = []
    if effect.studies is not None:
        basis.append(messages.format("studies", number=effect.studies))
    if effect.participants is not None:
        basis.append(messages.format("participants", number=effect.participants))
    graded = claim.certainty is not Certainty.NOT_GRADED
    names = [terminology.name(claim.outcome, messages.language).label]
    names += [terminology.name(group, messages.language).phrase for group in claim.populations]
    return Estimate(
        outcome=sentence_case(" ".join(names)),
        result=" ".join(part for part in (numbers, weeks) if part),
        basis=", ".join(basis),
        certainty=messages.format(f"certainty-{claim.certainty}") if graded else "",
    )


def estimate_line(claim: Claim, messages: Messages, terminology: Terminology) -> str:
    """The numbers behind a claim in one line, or nothing where the source gives none.

    "Number of cramps per week in older adults: difference −0.18 cramps a week (95 % CI −0.84 to 0.49), 5 studies,
    307 participants, moderate certainty".
    """
    numbers = estimate(claim, messages, terminology)
    if numbers is None:
        return ""
    return f"{numbers.outcome}: " + ", ".join(part for part in numbers[1:] if part)


def _numbers(effect: EffectEstimate, messages: Messages) -> str:
    number = messages.number
    if effect.measure is Measure.NOT_POOLED or (effect.value is None and effect.measure is not Measure.RANGE_PERCENT):
        return ""
    if effect.measure is Measure.RANGE_PERCENT:
        return messages.format(
            "estimate-range_percent", low=number(effect.ci_low or 0), high=number(effect.ci_high or 0)
        )
    interval = ""
    if effect.ci_low is not None and effect.ci_high is not None:
        low, high = number(effect.ci_low), number(effect.ci_high)
        interval = f" ({messages.format('estimate-interval', low=low, high=high)})"
    slots = {"value": number(effect.value or 0), "interval": interval}
    if effect.unit:
        slots["unit"] = messages.format(f"unit-{effect.unit}")
    if effect.comparator_value is not None:
        slots["comparator_value"] = number(effect.comparator_value)
    return messages.format(f"estimate-{effect.measure}", **slots)


def dated(card: Card, messages: Messages) -> str:
    """How old a source's knowledge is, in words."""
    if card.source.search_date:
        return messages.format("source-searched", date=messages.date(card.source.search_date))
    if card.source.enquiry_date:
        return messages.format("source-enquired", date=messages.date(card.source.enquiry_date.isoformat()[:7]))
    if card.source.year:
        return messages.format("source-year", year=str(card.source.year))
    return messages.format("source-undated")


def locator_text(claims: list[Claim], messages: Messages) -> str:
    """Where in one source the claims stand, sections first: "Samenvatting resultaten, lines 123–127"."""
    if not claims:
        return messages.format("locator-whole")
    by_section: dict[str, list[str]] = {}
    for claim in claims:
        by_section.setdefault(claim.locator.section, []).extend(claim.locator.lines.split(", "))
    texts = []
    for section, lines in by_section.items():
        joined = ", ".join(f"{first}–{last}" if first < last else f"{first}" for first, last in merged(lines))
        if section:
            texts.append(messages.format("locator", section=section, lines=joined))
        else:
            texts.append(messages.format("locator-lines", lines=joined))
    return "; ".join(texts)


def merged(ranges: list[str]) -> list[tuple[int, int]]:
    """Ranges of lines such as `157-177` in order, those that touch or overlap made one."""
    bounds = sorted((int(part.split("-")[0]), int(part.split("-")[-1])) for part in ranges)
    joined: list[tuple[int, int]] = []
    for first, last in bounds:
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def source_line(card: Card, locator: str, messages: Messages) -> str:
    """A source as the list under an answer shows it, in Vancouver order, with where it says so and its address."""
    source = card.source
    authors = ", ".join(source.authors[:2]) + (", et al" if len(source.authors) > 2 else "")
    place = (
        source.container
        if source.issue
        else ". ".join(dict.fromkeys(part for part in (source.container, source.publisher) if part))
    )
    numbered = source.issue[:1].isdigit()
    issue = (
        f" {source.year};{source.issue}" if numbered and source.year else f"; {source.issue}" if source.issue else ""
    )
    identifiers = " ".join(
        f"{name} {value}"
        for name, value in (("PMID", source.identifiers.pmid), ("DOI", source.identifiers.doi))
        if value and not (name == "DOI" and source.url and value in source.url)
    )
    description = f"{messages.format(f'kind-{card.kind}')}, {dated(card, messages)}"
    parts = [
        authors,
        source.title.rstrip("."),
        f"{place}{issue}",
        sentence_case(description),
        sentence_case(locator),
        identifiers,
        source.url or "",
    ]
    stopped = [part if part.endswith(("?", "!")) else f"{part.rstrip('.')}." for part in parts if part]
    return " ".join(stopped).removesuffix("." if source.url else "")
