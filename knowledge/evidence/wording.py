"""From a claim's code to words: its sentence, and the questions it answers, in any language.

The templates stand in each language's `texts/claims.ftl`, the hedging table in `texts/messages.ftl`. A claim that
carries its own sentence or questions keeps them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from knowledge.evidence.forms.base import Day, Medicine, Names, Part, Phrases, Quantity, Quote
from knowledge.evidence.forms.effect import Effect
from knowledge.evidence.forms.interaction import Interaction
from knowledge.evidence.models import Certainty, Claim, ConceptId, EffectEstimate, Finding, Measure
from knowledge.languages.source_words import Measured, source_words
from knowledge.languages.texts import Messages, messages_in, sentence_case
from knowledge.terminology.concepts import Terminology

Slots = dict[str, str | int]
Role = Literal["intervention", "outcome", "comparator", "population"]
"""The places of a sentence on an effect that the source's own words may take."""

PER_CENT = "%"
COMPLAINTS = ("condition", "symptom")
"""Kinds whose phrase says who has it, not what is measured."""
DIRECTIONLESS = (Finding.INSUFFICIENT, Finding.INCONSISTENT)
"""Findings without a verb that a certainty could hedge."""
SEVERAL = "several"
ONE = "one"


def claim_sentence(claim: Claim, messages: Messages, terminology: Terminology) -> str:
    """What a claim says, as one or two sentences: its own words, or made from its code."""
    if messages.language in claim.statement or claim.code is None:
        return marked(claim.statement[messages.language], claim, messages)
    slots = _slots(claim, messages, terminology)
    message = claim.code.row(claim.finding) if isinstance(claim.code, Effect) else f"claim-{claim.code.message}"
    text = sentence_case(messages.format(message, **slots)).removesuffix(".")
    if known := _in_brackets(claim, messages):
        text += f" ({', '.join(known)})"
    # An abbreviation ends a sentence with its own stop.
    return marked(text if text.endswith(".") else f"{text}.", claim, messages)


def _in_brackets(claim: Claim, messages: Messages) -> list[str]:
    """What stands in brackets behind the sentence of an effect.

    Where no number follows, what the effect rests on; else the certainty alone, where no verb is there to hedge.
    """
    if claim.effect is not None and claim.effect.measure is Measure.NOT_POOLED:
        return basis(claim, claim.effect, messages)
    unhedged = claim.finding in DIRECTIONLESS and claim.certainty not in (Certainty.VERY_LOW, Certainty.NOT_GRADED)
    return [messages.format(f"certainty-{claim.certainty}")] if isinstance(claim.code, Effect) and unhedged else []


def marked(text: str, claim: Claim, messages: Messages) -> str:
    """A text of a claim, with a word that nobody has checked it where that is so."""
    if not claim.unchecked:
        return text
    stop = "." if text.endswith(".") else ""
    return f"{text.removesuffix('.')} ({messages.format('unchecked')}){stop}"


def basis(claim: Claim, effect: EffectEstimate, messages: Messages) -> list[str]:
    """What an effect rests on, as far as the source says: when it was measured, studies, participants, certainty."""
    graded = claim.certainty is not Certainty.NOT_GRADED
    certainty = messages.format(f"certainty-{claim.certainty}") if graded else ""
    return [part for part in (when(effect, messages), *counted(effect, messages), certainty) if part]


def counted(effect: EffectEstimate, messages: Messages) -> list[str]:
    """How many studies and participants, as far as the source says."""
    numbers = (("studies", effect.studies), ("participants", effect.participants))
    return [messages.format(name, number=number) for name, number in numbers if number is not None]


def when(effect: EffectEstimate, messages: Messages) -> str:
    """"after 4 weeks", or nothing where the source does not say."""
    if effect.weeks:
        return messages.format("estimate-weeks", weeks=effect.weeks)
    if effect.time is None or effect.time_unit is None:
        return ""
    number = messages.number(effect.time)
    return messages.format("estimate-after", unit=effect.time_unit, count=effect.time, number=number)


def claim_questions(claim: Claim, terminology: Terminology, language: str) -> tuple[str, ...]:
    """Questions that the claim answers, as a professional would put them: its own, or by template from its code."""
    if claim.questions or claim.code is None:
        return claim.questions.get(language, ())
    messages = messages_in(language)
    slots = _slots(claim, messages, terminology)
    asked = (f"ask-{claim.form}", f"ask-{claim.form}-short")
    return tuple(sentence_case(messages.format(message, **slots)) for message in asked)


def narrowed(claim: Claim, concepts: Iterable[str], terminology: Terminology) -> Claim:
    """An interaction told of only those others that the concepts are or belong to; any other claim as it is.

    Of a medicine that meets one of seven classes, the six others need not be said.
    """
    if claim.statement or not isinstance(claim.code, Interaction):
        return claim
    asked = tuple(concepts)
    met = tuple(other for other in claim.code.others if any(terminology.related(other, one) for one in asked))
    if not met or met == claim.code.others:
        return claim
    return claim.model_copy(update={"code": claim.code.model_copy(update={"others": met, "among_others": False})})


def scope(claim: Claim, messages: Messages, terminology: Terminology) -> str:
    """For whom a claim holds: "in older adults with leg cramps of unknown cause"."""
    if isinstance(claim.code, Effect) and claim.code.population_text:
        return own_words("population", claim.code.population_text, messages)
    people = list(claim.populations) or ["people"]
    phrases = [terminology.name(concept, messages.language).phrase for concept in people]
    if claim.conditions:
        marks = [with_condition(concept, messages, terminology) for concept in claim.conditions]
        phrases.append(messages.list([marks[0], *(mark.removeprefix(", ") for mark in marks[1:])]))
    return " ".join(phrases)


def with_condition(concept: ConceptId, messages: Messages, terminology: Terminology) -> str:
    """Whom a condition marks: "with leg cramps"; of one known by its plain name only, the preposition is added."""
    name = terminology.name(concept, messages.language)
    if terminology.kind(concept) == "symptom" or name.phrase == name.label:
        return messages.format("with-condition", condition=name.label)
    return name.phrase


def whom_it_is_for(claim: Claim, messages: Messages, terminology: Terminology) -> str:
    """The scope where the claim names anybody, else nothing."""
    return scope(claim, messages, terminology) if claim.populations or claim.conditions else ""


def own_words(role: Role, quote: Quote, messages: Messages) -> str:
    """The source's own words in the place of a concept: in ours where the language has them, else quoted."""
    words: Mapping[str, str | Measured] = getattr(source_words(messages.language), role)
    if ours := words.get(quote.text):
        return ours.phrase if isinstance(ours, Measured) else ours
    return messages.format(f"quoted-{role}", quote=messages.format("quoted", text=quote.text))


def named_in_own_words(quote: Quote, messages: Messages) -> tuple[str, ...]:
    """The names of a list that the terminology does not hold: each by itself in our words, else quoted as one."""
    ours = source_words(messages.language).name.get(quote.text)
    if not ours:
        return (messages.format("quoted", text=quote.text),)
    return (ours,) if isinstance(ours, str) else ours


def outcome_label(quote: Quote, messages: Messages) -> str:
    """What is measured as a heading has it, where the terminology does not hold it."""
    ours = source_words(messages.language).outcome.get(quote.text)
    return ours.label if ours else messages.format("quoted", text=quote.text)


def any_of_these(claim: Claim, messages: Messages, terminology: Terminology) -> str:
    """The people a warning is for, any of them: "in people with kidney disease or with a bleeding disorder"."""
    groups = [terminology.name(concept, messages.language).phrase for concept in claim.populations]
    if claim.conditions:
        phrases = [with_condition(concept, messages, terminology) for concept in claim.conditions]
        joined = messages.list([phrases[0], *(phrase.removeprefix(", ") for phrase in phrases[1:])], either=True)
        groups.append(f"{terminology.name('people', messages.language).phrase} {joined}")
    return messages.list(groups, either=True)


def intervention(claim: Claim, messages: Messages, terminology: Terminology) -> str:
    """What is given and how: "magnesium by mouth"."""
    if isinstance(claim.code, Effect) and claim.code.intervention_text:
        return own_words("intervention", claim.code.intervention_text, messages)
    given = [concept for concept in (claim.intervention, claim.route) if concept]
    return " ".join(terminology.name(concept, messages.language).phrase for concept in given)


def outcome(claim: Claim, messages: Messages, terminology: Terminology) -> str:
    """What the effect is on, as the hedging table needs it."""
    if isinstance(claim.code, Effect) and claim.code.outcome_text:
        return own_words("outcome", claim.code.outcome_text, messages)
    if not claim.outcome:
        return ""
    name = terminology.name(claim.outcome, messages.language)
    if terminology.kind(claim.outcome) not in COMPLAINTS:
        return name.phrase
    return name.measured or messages.format("outcome-risk", complaint=name.label)


def compared(claim: Claim, messages: Messages, terminology: Terminology) -> str:
    """"compared with placebo", or nothing where the claim names no comparator."""
    if isinstance(claim.code, Effect) and claim.code.comparator_text:
        ours = source_words(messages.language).comparator.get(claim.code.comparator_text.text)
        if ours:
            return messages.format("compared-with-class", comparator=ours)
        quoted = own_words("comparator", claim.code.comparator_text, messages)
        return messages.format("compared-with", comparator=quoted)
    if not claim.comparator:
        return ""
    name = terminology.name(claim.comparator, messages.language)
    if terminology.kind(claim.comparator) != "medicine" or name.phrase != name.label:
        return messages.format("compared-with", comparator=name.phrase)
    kind = "class" if one_or_several(claim.comparator, terminology) == SEVERAL else "medicine"
    return messages.format(f"compared-with-{kind}", comparator=name.phrase)


def one_or_several(concept: ConceptId | None, terminology: Terminology) -> str:
    """Whether a verb stands in the singular or the plural after a name: a class is named in the plural."""
    if concept is None or concept not in terminology:
        return ONE
    return SEVERAL if terminology.name(concept, "en").label.endswith(("s", "media")) else ONE


def _slots(claim: Claim, messages: Messages, terminology: Terminology) -> Slots:
    """Everything a template of the claim's form may use."""
    parts = claim.code.parts() if claim.code else {}
    return {**_common(claim, messages, terminology), **_filled(parts, claim, messages, terminology)}


def _common(claim: Claim, messages: Messages, terminology: Terminology) -> dict[str, str]:
    """What any template may use."""
    whom = scope(claim, messages, terminology)
    quoted = isinstance(claim.code, Effect) and claim.code.intervention_text
    subjects = [terminology.label(concept, messages.language) for concept in (*claim.populations, *claim.conditions)]
    return {
        "certainty": str(claim.certainty),
        "intervention_number": ONE if quoted else one_or_several(claim.intervention, terminology),
        "intervention": intervention(claim, messages, terminology),
        "scope": whom,
        "clause": "yes" if "," in whom else "no",
        "route": terminology.name(claim.route, messages.language).phrase if claim.route else "",
        "anyof": any_of_these(claim, messages, terminology),
        "whom": whom_it_is_for(claim, messages, terminology),
        "outcome": outcome(claim, messages, terminology),
        "compared": compared(claim, messages, terminology),
        "subject": messages.list(subjects),
        "told": messages.format("told-by", kind=str(claim.told_by or "source")),
    }


def _filled(parts: Mapping[str, Part], claim: Claim, messages: Messages, terminology: Terminology) -> Slots:
    """Parts of a sentence written out, by slot."""
    slots: Slots = {}
    for name, part in parts.items():
        slots[name] = _written(part, claim, messages, terminology)
        if isinstance(part, Names):
            number = len(_names(part, messages, terminology))
            slots[f"{name}_number"] = SEVERAL if number > 1 else ONE if number else "none"
    return slots


def _names(part: Names, messages: Messages, terminology: Terminology) -> list[str]:
    """What a list names, those of the terminology first."""
    labels = [terminology.label(concept, messages.language) for concept in part.concepts]
    return [*labels, *(named_in_own_words(part.quote, messages) if part.quote else ())]


def _written(part: Part, claim: Claim, messages: Messages, terminology: Terminology) -> str | int:
    if isinstance(part, Medicine):
        return intervention(claim, messages, terminology)
    if isinstance(part, Quantity):
        return quantity(part, messages)
    if isinstance(part, Day):
        return messages.date(part.written)
    if isinstance(part, Phrases):
        common = _common(claim, messages, terminology)
        written = (
            messages.format(phrase.message, **common, **_filled(phrase.parts, claim, messages, terminology))
            for phrase in part.phrases
        )
        return part.between.join(written)
    if isinstance(part, Names):
        listed = messages.list(_names(part, messages, terminology), either=part.either and not part.open)
        return messages.format("and-others", list=listed) if part.open else listed
    return part


def quantity(number: Quantity, messages: Messages) -> str:
    """A number or a span with its unit: "7 mmol/L", "11–37 %"."""
    ends = [messages.number(end) for end in (number.low, number.high) if end is not None]
    span = "–".join(dict.fromkeys(ends))
    if number.unit == PER_CENT:
        return messages.format("per-cent", number=span)
    return f"{span} {unit_in_words(number.unit, messages)}".strip()


def unit_in_words(unit: str, messages: Messages) -> str:
    """A unit with the sign of the litre as the language writes it, however it was typed."""
    return re.sub(r"(^|/)([dmµμ]?)[lL]\b", rf"\1\2{messages.format('sign-litre')}", unit)
