"""What an enquiry points at beside its verdict: claims of the same card by the words of the message, and a harm.

"How many exacerbations, hearing, QT, resistance?" names three harms in words of which no reading makes an ask. Once a
card answers an ask, the words of the message that nothing accounts for are looked for in the names of what its other
claims measure; what they point at is told with the verdict. And where a patient is told of, the first harm of what is
weighed is never left below the fold. What else the card found of the treatment stands below it: which of its outcomes
counts for the patient, the reader knows best.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from bot.answering.select import Part
from knowledge.evidence.library import Library
from knowledge.evidence.models import Card, Claim, Finding, Intent
from knowledge.languages.analysis import fold, spelt_words, stem, words
from knowledge.terminology.concepts import Terminology
from knowledge.terminology.linking import Mention
from retrieval.admissible import SETTINGS, measured_by, names_a_setting
from retrieval.query import Query

MOST_OTHERS = 2
"""Others of what is asked about that are told of beside the first."""
MOST_POINTED = 3
"""Claims of one ask that are told because of single words."""
MOST_BELOW = 7
"""Claims below the fold up to which further findings of the card are added, so that one message of a chat holds all."""
SHORTEST_BEGINNING = 5
"""Letters of a word that may be the beginning or a part of a longer name: "hearing" of "hearing loss"."""
SHORTEST_PART = 7
"""The same where it stands inside a compound: "resistance" written together with what resists."""
COMMON_FROM = 8
"""Things that can be measured in whose names a word stands, from which it tells none of them from the others."""
MEASURED = ("outcome", "symptom", "condition")
"""Kinds of concepts that claims measure."""
SHORTEST_ABBREVIATION = 2
"""Letters of a word in capitals that is looked for as it stands: "QT"."""


class Typed(NamedTuple):
    """A message as it was typed: its text, its language, the names found in it, the words without a subject."""

    text: str
    language: str
    mentions: Sequence[Mention]
    ordinary: Collection[str]


def with_pointed(part: Part, query: Query, typed: Typed, library: Library, *, of_a_patient: bool) -> Part:
    """The part with what the words of the message point at in the card of its verdict, and with a harm of it.

    `of_a_patient`: whether the message tells of a patient, to whom the harm may come.
    """
    if not part.short or query.cards:
        return part
    card, claim = library.claims[part.short[0]]
    if claim.intervention is None:
        return part
    told = [library.claims[one][1] for one in part.short if one.startswith(f"{card.id}#")]
    beside = [other for other in card.claims if other not in told and _is_beside(other, claim, query, library)]
    others = _told_besides(card, told, beside, part, query, typed, library)
    chosen = [*others, *_pointed_at(beside, [*told, *others], query, typed, library)[:MOST_POINTED]]
    if part.efficacy and of_a_patient and not any(_is_harm(one) for one in (*told, *chosen)):
        harms = sorted(filter(_is_harm, beside), key=lambda one: (not one.lead, one.effect is None))
        chosen += harms[:1]
    part = _with(part, card, chosen)
    return _with_the_rest(part, card, claim, query, library)


def _told_besides(
    card: Card, told: Sequence[Claim], beside: Sequence[Claim], part: Part, query: Query, typed: Typed, library: Library
) -> list[Claim]:
    """What belongs beside a verdict whatever the words: a result where it has none, the others of what is named, the
    people it leaves out."""
    weighs = part.efficacy or _is_finding(told[0])
    others = _of_others(card, told[0], told, _named(query, typed), library) if weighs else []
    result = _result_beside(told, beside, library) if part.efficacy else []
    others = [*(one for one in result if one not in others), *others]
    if names_a_setting(_named_groups(query, typed), library.terminology):
        return others
    return [*others, *_in_the_other_setting(card, [*told, *others])]


def _with_the_rest(part: Part, card: Card, told: Claim, query: Query, library: Library) -> Part:
    """The part with what else the card found of the treatment below the fold, what leads and what harms first; of an
    ask that is not on the effect, the harms alone."""
    related = library.terminology.related
    said = {*part.short, *part.evidence}
    if not (part.efficacy or _is_finding(told)):
        return part

    def in_the_like(one: Claim) -> bool:
        own = (*told.conditions, *told.populations)
        return not own or all(any(related(c, o) for o in own) for c in one.conditions)

    further = [
        one
        for one in card.claims
        if f"{card.id}#{one.id}" not in said and _is_finding(one) and in_the_like(one)
        if part.efficacy or one.intent is Intent.ADVERSE_EFFECTS
        if is_of_the_treatment(one, told, query, library)
    ]
    further.sort(key=lambda one: (not one.lead, not _is_harm(one), one.effect is None))
    room = MOST_BELOW - len(part.evidence)
    added = [f"{card.id}#{one.id}" for one in further[: max(0, room)]]
    return part.model_copy(update={"evidence": (*part.evidence, *added)})


def _is_finding(claim: Claim) -> bool:
    """Whether a claim says how an outcome fared."""
    return claim.outcome is not None and claim.intent in (Intent.EFFICACY, Intent.ADVERSE_EFFECTS)


def _with(part: Part, card: Card, chosen: Iterable[Claim]) -> Part:
    added = [f"{card.id}#{one.id}" for one in chosen]
    return part.model_copy(update={
        "short": (*part.short, *added),
        "evidence": tuple(one for one in part.evidence if one not in added),
        "beside": tuple(one for one in part.beside if one not in added),
    })  # fmt: skip


def _is_harm(claim: Claim) -> bool:
    return claim.intent is Intent.ADVERSE_EFFECTS and claim.finding is Finding.HARM


def _is_beside(other: Claim, told: Claim, query: Query, library: Library) -> bool:
    """Whether a claim is on the same treatment, in the same people, as one that is told and asked about."""
    covers = library.terminology.covers
    return is_of_the_treatment(other, told, query, library) and all(
        any(covers(one, own) for own in (*told.conditions, *told.populations))
        for one in (*other.conditions, *other.populations)
    )


def is_of_the_treatment(other: Claim, told: Claim, query: Query, library: Library) -> bool:
    """Whether a claim is on the same treatment as one that is told, which is asked about, by the same or the usual
    route."""
    related, medicine = library.terminology.related, other.intervention
    if medicine is None or not related(medicine, told.intervention or ""):
        return False
    if query.medicines and not any(related(medicine, one) for one in query.medicines):
        return False
    return other.route == told.route or library.scope.is_by_usual_route(other)


def _named(query: Query, typed: Typed) -> tuple[str, ...]:
    """The medicines asked about, then the others that the message names."""
    others = (mention.concept for mention in typed.mentions if mention.kind == "medicine")
    return tuple(dict.fromkeys((*query.medicines, *others)))


def _is_result(claim: Claim) -> bool:
    """Whether a claim says what was found, be it uncertain, and not that nothing was."""
    return claim.finding is not Finding.INSUFFICIENT or bool(claim.effect and claim.effect.studies)


def _named_groups(query: Query, typed: Typed) -> set[str]:
    return {*query.populations, *(mention.concept for mention in typed.mentions if mention.kind == "population")}


def _in_the_other_setting(card: Card, told: Sequence[Claim]) -> list[Claim]:
    """What the card found of the same outcome in hospital where what is told is on people outside, or the other way
    round."""
    found: list[Claim] = []
    for claim in told:
        setting = SETTINGS & {*claim.populations}
        others = (
            one
            for one in card.claims
            if one.outcome == claim.outcome and one.intervention == claim.intervention and _is_finding(one)
            if setting and SETTINGS & {*one.populations} and not setting & {*one.populations}
        )
        found += [one for one in sorted(others, key=lambda one: not one.lead)[:1] if one not in (*told, *found)]
    return found[:MOST_OTHERS]


def _result_beside(told: Sequence[Claim], beside: Sequence[Claim], library: Library) -> list[Claim]:
    """The leading result that the card has where all that is told is that nothing was found out: "no studies against
    the other one" is not the whole of what is known of the first."""
    if not told or any(map(_is_result, told)):
        return []
    related, outcome = library.terminology.related, told[0].outcome
    results = [one for one in beside if _is_result(one) and one.intent is Intent.EFFICACY]
    results.sort(key=lambda one: (not related(one.outcome or "", outcome or ""), not one.lead))
    return results[:1]


def _of_others(
    card: Card, told: Claim, said: Sequence[Claim], medicines: Sequence[str], library: Library
) -> list[Claim]:
    """What the card says of the same outcome for the others of the medicines named: "A, B or C?", or of another kind of
    a class; the leading claims first, one for each."""
    covers, related = library.terminology.covers, library.terminology.related

    def asked(one: Claim) -> str | None:
        medicine = one.intervention
        return medicine if medicine and any(covers(wanted, medicine) for wanted in medicines) else None

    results = list(filter(_is_result, said))
    done = {one.intervention for one in results} | {one.comparator for one in results}
    found: list[Claim] = []
    for one in sorted(card.claims, key=lambda one: not one.lead):
        medicine = asked(one)
        if medicine is None or one in said or one.outcome != told.outcome or told.outcome is None:
            continue
        in_them = {*one.conditions} == {*told.conditions} and {*one.populations} == {*told.populations}
        if in_them and asked(told) and not any(related(medicine, other) for other in done if other):
            done.add(medicine)
            found.append(one)
    return found[:MOST_OTHERS]


def _pointed_at(
    beside: Sequence[Claim], told: Sequence[Claim], query: Query, typed: Typed, library: Library
) -> list[Claim]:
    """The claims that a word of the message points at, one a word, in the order of the words."""
    known = {*query.medicines, *query.conditions, *query.populations, *_measured(told, query)}
    named = {one.id: _words_of(one, query, typed.language, library) for one in beside}
    chosen: list[Claim] = []
    for word in _unaccounted(typed, known, library):
        others = (one for one in beside if _measured((one,), query).isdisjoint(known))
        found = [one for one in others if _names(word, named[one.id], typed.language)]
        if found and not any(one in chosen for one in found):
            chosen.append(min(found, key=lambda one: (not one.lead, not _is_harm(one))))
            known |= _measured((chosen[-1],), query)
    return chosen


def _measured(claims: Iterable[Claim], query: Query) -> set[str]:
    return {concept for claim in claims for concept in measured_by(claim, query.model_copy(update={"direction": None}))}


def _words_of(claim: Claim, query: Query, language: str, library: Library) -> frozenset[str]:
    """The words, folded, by which a language names what a claim measures, its abbreviations among them; none of those
    by which it names many things, such as "treatment"."""
    names = frozenset().union(*(_name_words(one, language, library.terminology) for one in _measured((claim,), query)))
    return names - _common_words(library.terminology, language)


def _name_words(concept: str, language: str, terminology: Terminology) -> frozenset[str]:
    name = terminology.name(concept, language)
    texts = (name.label, name.measured, *name.synonyms, *name.typed)
    return frozenset(fold(word) for text in texts for word in words(text))


@cache
def _common_words(terminology: Terminology, language: str) -> frozenset[str]:
    """The words in which a language names several things that can be measured."""
    measured = (concept.id for concept in terminology.concepts.values() if concept.kind in MEASURED)
    counted = Counter(word for one in measured for word in _name_words(one, language, terminology))
    return frozenset(word for word, count in counted.items() if count >= COMMON_FROM)


def _unaccounted(typed: Typed, known: Collection[str], library: Library) -> list[str]:
    """The words of a message that could name something measured, in order."""
    related = library.terminology.related
    taken = {
        place
        for mention in typed.mentions
        if mention.kind == "medicine" or any(related(mention.concept, one) for one in known)
        for place in range(mention.start, mention.end)
    }
    every = spelt_words(typed.text)
    return [word for place, word in enumerate(every) if place not in taken and _may_name(word, typed.ordinary)]


def _may_name(word: str, ordinary: Collection[str]) -> bool:
    is_abbreviation = word.isupper() and word.isalpha() and len(word) >= SHORTEST_ABBREVIATION
    is_long = len(word) >= SHORTEST_BEGINNING and not word[0].isdigit()
    return (is_abbreviation or is_long) and fold(word) not in ordinary


def _names(word: str, names: Collection[str], language: str) -> bool:
    """Whether a word is one of these names, the beginning of one, or a long part of one; or one is a part of it."""
    typed = fold(word)
    if typed in names:
        return True
    root = stem(word.lower(), language)
    if len(root) < SHORTEST_BEGINNING or word.isupper():
        return False
    long = len(root) >= SHORTEST_PART
    return any(
        name.startswith(root) or (long and root in name) or (len(name) >= SHORTEST_PART and name in typed)
        for name in names
    )
