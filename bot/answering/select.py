"""Choosing what an answer says: from search hits to the claims of each part of the reply. No wording happens here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import Any

from pydantic import model_validator

from bot.reading.model import Patient
from knowledge.evidence.library import Library
from knowledge.evidence.models import Card, CardKind, Certainty, Claim, Finding, Frozen, Intent, Measure
from knowledge.terminology.concepts import Terminology
from retrieval.admissible import intents_for, measured_by, measures_what_is_asked
from retrieval.ask import Ask, Because
from retrieval.query import Query
from retrieval.quotations import MOST_QUOTED, Quoted
from retrieval.search import Hit

SAME_FACT = 0.05
"""Hits this close below the best may state the same fact; among those the source that stands highest goes first."""
EQUALLY_NEAR = 0.12
"""Hits this close below the best answer the question as well, whatever their kind."""
STILL_RELATED = 0.22
"""Hits this close below the best are worth a line under it."""
EFFECT_RANGE = 0.47
"""The same for claims on an effect: admissible ones all bear on the question, whatever their wording."""
FAR_NEARER = 0.3
"""A claim this much nearer than all that lead their source is what was asked: at which hour, in which arm."""
MOST_EVIDENCE = 5
MOST_WITH_TRIALS = 7
MOST_OF_ONE_CARD = 3
MOST_OF_ONE_GROUP = 2
MOST_FURTHER = 3
ANOTHER = 2
"""Off the comparison asked for: another one is made."""
NO_MEDICINE = ("placebo", "no_treatment")
"""What a medicine is compared with to know what it does at all."""
STUDY_SIZE = "study_size"
MOST_OVERVIEWS = 2
"""What reviews say of their trials beyond the first sentence of an answer on which trials there are."""
MOST_OUTCOMES = 3
"""Outcomes of one ask that are each told at once."""
MOST_HARMS = 2
MOST_DISCREPANCIES = 2
CALM = (Finding.NO_IMPORTANT_DIFFERENCE, Finding.INSUFFICIENT)
"""What was found where nothing is to be feared of an outcome, or nobody can tell."""


class Part(Frozen):
    """What an answer says to one ask: claims as `card#claim`, in order."""

    ask: Ask
    short: tuple[str, ...] = ()
    """Said before the fold; empty: the sources do not answer this ask."""
    evidence: tuple[str, ...] = ()
    """Kept below the fold."""
    beside: tuple[str, ...] = ()
    """Of those the ones that may stand beside the first sentence where there is room: facts of the kind asked for."""
    quoted: tuple[str, ...] = ()
    """What is quoted of a document, as references of units: where no claim answers, or beside one."""
    number_needed: bool = False
    """Whether a number needed to treat or to harm is asked for."""
    efficacy: bool = False
    """Whether the part weighs an effect, so that harms and certainty belong to it."""

    @property
    def answered(self) -> bool:
        """Whether the sources answer the ask."""
        return bool(self.short or self.quoted)


class Plan(Frozen):
    """What an answer is made of: a part for each ask, owed ones first, and what belongs to the whole."""

    parts: tuple[Part, ...]
    harms: tuple[str, ...] = ()
    """Harms of the medicine whose effect is weighed."""
    patient: Patient = Patient()
    not_understood: tuple[str, ...] = ()
    """Words of the message that could be a medicine, a value or a group, as typed."""

    @model_validator(mode="before")
    @classmethod
    def first_edition(cls, value: Any) -> Any:
        """A plan as the first edition kept it, of one question, is a plan of one part."""
        if isinstance(value, dict) and "parts" not in value and "short" in value:
            kept = {name: value[name] for name in ("short", "evidence", "efficacy") if name in value}
            return {"parts": ({"ask": {"intent": Intent.OTHER}, **kept},), "harms": value.get("harms", ())}
        return value

    @classmethod
    def of(cls, *short: str, intent: Intent = Intent.OTHER, **more: Any) -> Plan:
        """A plan of one part that says these claims."""
        return cls(parts=(Part(ask=Ask(intent=intent), short=short, **more),))

    @property
    def short(self) -> tuple[str, ...]:
        """The claims said before the fold."""
        return tuple(dict.fromkeys(reference for part in self.parts for reference in part.short))

    @property
    def evidence(self) -> tuple[str, ...]:
        """The claims kept below it, but for harms."""
        every = dict.fromkeys(reference for part in self.parts for reference in part.evidence)
        return tuple(reference for reference in every if reference not in self.short)

    @property
    def quoted(self) -> tuple[str, ...]:
        """What is quoted of documents."""
        return tuple(dict.fromkeys(reference for part in self.parts for reference in part.quoted))

    @property
    def efficacy(self) -> bool:
        """Whether some part weighs an effect."""
        return any(part.efficacy for part in self.parts)

    @property
    def claims(self) -> tuple[str, ...]:
        """Every claim shown."""
        return tuple(dict.fromkeys((*self.short, *self.evidence, *self.harms)))

    def answers(self, *because: Because) -> tuple[Part, ...]:
        """The answered parts, of these origins where any are given."""
        return tuple(part for part in self.parts if part.answered and (not because or part.ask.because in because))


def with_quotations(
    parts: Sequence[Part], quoted: Sequence[Quoted | None], owed: Sequence[tuple[Ask, Quoted]] = ()
) -> tuple[list[Part], list[Part]]:
    """Parts of what is owed, and the parts with what is quoted for them.

    One reply quotes three sentences at the most; the first of what is owed goes before all others.
    """
    told = [quotation.units[0] for _, quotation in owed][: MOST_QUOTED - 1]
    first = [
        Part(ask=ask, quoted=quotation.units[:1]) for ask, quotation in owed if quotation.units[0] in told
    ]
    found = []
    for part, quotation in zip(parts, quoted, strict=True):
        units = quotation.units if quotation else ()
        told += [unit for unit in units if unit not in told][: max(0, MOST_QUOTED - len(told))]
        # What was quoted for one ask answers the next as well, where it would be quoted for it.
        found.append(part.model_copy(update={"quoted": tuple(unit for unit in units if unit in told)}))
    return first, found


def make_part(hits: Sequence[Hit], query: Query, ask: Ask, library: Library) -> Part:
    """The part for hits that answer the query, best first; there must be at least one."""
    hits = _number_first(against_nothing_first(hits, query, library), query, library)
    part = _with_each_outcome(_part_for(hits, query, ask, library), hits, query, library)
    return part.model_copy(update={"number_needed": query.number_needed})


def against_nothing_first(hits: Sequence[Hit], query: Query, library: Library) -> Sequence[Hit]:
    """The hits with what a medicine does by itself before the same outcome against another that nobody named.

    Asked whether it helps, that it does so less than another medicine is no answer.
    """
    if len(_compared(query, library)) > 1 or query.cards:
        return hits
    order = list(hits)
    for hit in hits:
        place = next(n for n, one in enumerate(order) if one.claim == hit.claim)
        other = _by_itself(hit, order[place + 1 :], query, library)
        if other is not None:
            order.remove(other)
            order.insert(place, other.model_copy(update={"score": order[place].score}))
    return order


def _by_itself(hit: Hit, behind: Sequence[Hit], query: Query, library: Library) -> Hit | None:
    """Of those behind a hit that compares with a medicine that is not named, the one that measures the same against
    nothing."""
    card, claim = _claim(hit, library)
    if claim.outcome is None or not _is_against_another(claim, query, library):
        return None
    own = (other for other in behind if _claim(other, library)[0].id == card.id)
    return next((other for other in own if _is_the_same_by_itself(_claim(other, library)[1], claim, library)), None)


def _is_against_another(claim: Claim, query: Query, library: Library) -> bool:
    """Whether a claim compares with a medicine that is not named."""
    comparator, terminology = claim.comparator, library.terminology
    if comparator is None or terminology.kind(comparator) != "medicine" or _against_nothing(claim, library):
        return False
    return not any(terminology.related(one, comparator) for one in (*query.medicines, *query.topics))


def _is_the_same_by_itself(other: Claim, claim: Claim, library: Library) -> bool:
    """Whether a claim measures the outcome of another in the same people, under the same medicine, against nothing."""
    same = (other.intervention, other.outcome) == (claim.intervention, claim.outcome)
    of_them = {*other.conditions, *other.populations} == {*claim.conditions, *claim.populations}
    return same and of_them and _against_nothing(other, library)


def _number_first(hits: Sequence[Hit], query: Query, library: Library) -> Sequence[Hit]:
    """The hits with a number needed to treat or to harm in front, where one is asked for, else a measured effect."""
    if not query.number_needed:
        return hits
    near = [hit for hit in hits if hit.score >= hits[0].score - STILL_RELATED]
    counted = [hit for hit in near if counts_the_treated(_claim(hit, library)[1])]
    measured = [hit for hit in near if _claim(hit, library)[1].effect is not None]
    return _in_front((counted or measured or near)[0], hits)


def counts_the_treated(claim: Claim) -> bool:
    """Whether a claim says how many have to be treated for one to be helped or harmed."""
    return claim.effect is not None and claim.effect.measure in (Measure.NNT_BENEFIT, Measure.NNT_HARM)


def _with_each_outcome(part: Part, hits: Sequence[Hit], query: Query, library: Library) -> Part:
    """The part with a claim said for each outcome asked about, as far as there is one.

    "Deaths and bleeding?" is not answered by fewer deaths alone.
    """
    terminology = library.terminology
    complaints = (topic for topic in query.topics if terminology.kind(topic) in ("symptom", "condition"))
    asked = tuple(dict.fromkeys((*query.outcomes, *complaints)))
    if not asked or query.cards:
        return part
    said = list(part.short)
    for outcome in asked[:MOST_OUTCOMES]:
        if not any(_says(library.claims[reference][1], outcome, query, terminology) for reference in said):
            measuring = [hit for hit in hits if _says(_claim(hit, library)[1], outcome, query, terminology)]
            measuring.sort(key=lambda hit: _off_comparison(_claim(hit, library)[1], query, library))
            said += [hit.claim for hit in measuring[:1]]
    return part.model_copy(update={
        "short": tuple(said),
        "evidence": tuple(one for one in part.evidence if one not in said),
        "beside": tuple(one for one in part.beside if one not in said),
    })  # fmt: skip


def with_harm_found_beside(part: Part, hits: Sequence[Hit], library: Library) -> Part:
    """The part with the harm that another claim found where one that is said found no difference or nothing clear.

    "No difference with the class" must not stand alone where its potent members do harm, nor where trials disagree.
    """
    related = library.terminology.related

    def found_harm(hit: Hit, said: Claim) -> bool:
        other = _claim(hit, library)[1]
        of_same = (
            related(other.outcome or "", said.outcome or "")
            and related(other.intervention or "", said.intervention or "")
            and (not said.comparator or other.comparator == said.comparator)
        )
        return other.finding is Finding.HARM and of_same

    said = [library.claims[reference][1] for reference in part.short]
    calm = [claim for claim in said if claim.outcome and claim.finding in CALM]
    harms = [next((hit.claim for hit in hits if found_harm(hit, claim)), None) for claim in calm]
    added = [one for one in dict.fromkeys(harms) if one and one not in part.short][:MOST_HARMS]
    return part.model_copy(update={
        "short": (*part.short, *added),
        "evidence": tuple(one for one in part.evidence if one not in added),
        "beside": tuple(one for one in part.beside if one not in added),
    })  # fmt: skip


def _says(claim: Claim, outcome: str, query: Query, terminology: Terminology) -> bool:
    return any(terminology.related(measured, outcome) for measured in measured_by(claim, query))


def _part_for(hits: Sequence[Hit], query: Query, ask: Ask, library: Library) -> Part:
    """The part by the kind of what is asked."""
    hits = _dose_first(_comparing_first(hits, query, library), query, library)
    best = _claim(hits[0], library)[1]
    if query.cards:
        return _source_part(hits, query, ask, library)
    asks_which_trials = query.intents[:1] == (Intent.TRIAL_DETAILS,) and not query.outcomes
    if asks_which_trials and best.intent is Intent.EFFICACY:
        return _trials_part(hits, query, ask, library) or _efficacy_part(hits, query, ask, library)
    if _weighs_effect(best, query):
        return _efficacy_part(hits, query, ask, library)
    if query.instead_of:
        return _alternatives_part(hits, query, ask, library)
    if query.intents[:1] == (Intent.ADVERSE_EFFECTS,) and not (query.topics or query.outcomes):
        hits = _group_first(_leads_first(hits, query, Intent.ADVERSE_EFFECTS, library), hits, query, ask, library)
    return _factual_part(_usual_route_first(hits, query, library), ask, library)


def _weighs_effect(best: Claim, query: Query) -> bool:
    """Whether it is an effect that the nearest claim tells of; where harms are asked about, with an outcome named."""
    if query.intents[:1] == (Intent.ADVERSE_EFFECTS,) and not query.outcomes:
        return False
    return Intent.EFFICACY in (best.intent, *best.also) and Intent.EFFICACY in (*query.intents, best.intent)


def _alternatives_part(hits: Sequence[Hit], query: Query, ask: Ask, library: Library) -> Part:
    """What else is used: on the complaint asked about first, then by the standing of the source."""
    first, *others = sorted(
        hits, key=lambda hit: (_mentions_complaint_only(hit, query, library), *_leads_then_score(hit, library))
    )
    return Part(ask=ask, short=(first.claim,), evidence=tuple(hit.claim for hit in others[:MOST_EVIDENCE]))


def _usual_route_first(hits: Sequence[Hit], query: Query, library: Library) -> Sequence[Hit]:
    """The hits with those by the usual route in front of equally near ones by another, where no route was asked about.

    What is said of an infusion does not answer for a tablet; it still stands beside.
    """
    if query.routes or not query.medicines:
        return hits
    medicine = query.medicines[0]
    by_usual = (hit for hit in hits if library.scope.is_by_usual_route(_claim(hit, library)[1], medicine))
    usual = next(by_usual, hits[0])
    if usual.score < hits[0].score - EQUALLY_NEAR:
        return hits
    return _in_front(usual, hits)


def _in_front(first: Hit, hits: Sequence[Hit]) -> list[Hit]:
    """The hits with one of them in front, as near as the nearest, so that what was near stands beside it still."""
    return [first.model_copy(update={"score": hits[0].score}), *(hit for hit in hits if hit.claim != first.claim)]


def _dose_first(hits: Sequence[Hit], query: Query, library: Library) -> Sequence[Hit]:
    """The hits with the nearest dose in front where a dose is asked for: whether it helps is told beside it."""
    best = _claim(hits[0], library)[1]
    if query.intents[:1] != (Intent.DOSAGE,) or _offers(best, Intent.DOSAGE):
        return hits
    if query.outcomes and measures_what_is_asked(best, query, library.terminology):
        return hits  # "how much morphine is spared?" asks for no dose
    doses = (hit for hit in hits if _offers(_claim(hit, library)[1], Intent.DOSAGE))
    dose = next(doses, None)
    if dose is None or dose.score < hits[0].score - STILL_RELATED:
        return hits
    return _in_front(dose, hits)


def _source_part(hits: Sequence[Hit], query: Query, ask: Ask, library: Library) -> Part:
    """What a source that was named says: what was asked of it, then its result; the whole where nothing was asked."""
    result = next(
        (hit for hit in hits if (claim := _claim(hit, library)[1]).lead and claim.intent is Intent.EFFICACY), hits[0]
    )
    specific = bool(query.intents) and query.intents[0] not in (Intent.EFFICACY, Intent.OTHER)
    first, second = (hits[0], result) if specific else (result, hits[0])
    rest = [hit.claim for hit in hits if hit not in (first, second)][: MOST_FURTHER + 1]
    beside = () if first is second else (second.claim,)
    return Part(ask=ask, short=(first.claim,), evidence=(*beside, *rest), beside=(*beside, *rest))


def _claim(hit: Hit, library: Library) -> tuple[Card, Claim]:
    return library.claims[hit.claim]


def _mentions_complaint_only(hit: Hit, query: Query, library: Library) -> bool:
    """Whether a claim is about another complaint and names the one asked about in passing."""
    related, treated = library.terminology.related, _claim(hit, library)[1].conditions
    return not any(related(condition, asked) for condition in treated for asked in query.conditions)


def _leads_then_score(hit: Hit, library: Library) -> tuple[int, bool, float]:
    """The source that stands highest first; within it the leading claims, the nearest first."""
    card, claim = _claim(hit, library)
    return card.kind.standing, not claim.lead, -hit.score


def _factual_part(hits: Sequence[Hit], ask: Ask, library: Library) -> Part:
    best = hits[0]
    weak = _claim(best, library)[0].kind is CardKind.CONSUMER_ARTICLE
    margin = STILL_RELATED if weak else SAME_FACT  # a consumer article leads only where nothing better speaks to it
    same = [hit for hit in hits if hit.score >= best.score - margin and _same_fact(hit, best, library)]
    first = min(same, key=lambda hit: (_claim(hit, library)[0].kind.standing, -hit.score))
    further = [hit for hit in hits if hit.claim != first.claim and hit.score >= best.score - STILL_RELATED][
        :MOST_FURTHER
    ]
    beside = (
        hit.claim
        for hit in further
        if hit.score >= best.score - EQUALLY_NEAR or _offers(_claim(hit, library)[1], ask.intent)
    )
    return Part(ask=ask, short=(first.claim,), evidence=tuple(hit.claim for hit in further), beside=tuple(beside))


def _offers(claim: Claim, asked: Intent) -> bool:
    """Whether a claim is of a kind that answers an ask."""
    return bool({claim.intent, *claim.also} & {*intents_for(asked)})


def _leads_first(hits: Sequence[Hit], query: Query, intent: Intent, library: Library) -> list[Hit]:
    """The hits with the leading claims of an intent in front, the source that stands highest first.

    A question as wide as "side effects?" is nearest to no claim in particular. Where the disease that the medicine is
    taken for is known, what was found in it goes before what is known at large, and that before other diseases.
    """
    related = library.terminology.related

    def off_its_use(claim: Claim) -> int:
        same = any(related(own, asked) for own in claim.conditions for asked in query.conditions)
        return 0 if same or not query.conditions else 1 if not claim.conditions else ANOTHER

    def leads(claim: Claim) -> bool:
        return claim.intent is intent and (claim.lead or bool(query.conditions) and not off_its_use(claim))

    found = [hit for hit in hits if leads(_claim(hit, library)[1])]
    found.sort(key=lambda hit: (off_its_use(_claim(hit, library)[1]), *_harm_order(*_claim(hit, library))))
    best = hits[0].score
    return [hit.model_copy(update={"score": best}) for hit in found] + [hit for hit in hits if hit not in found]


def _group_first(hits: list[Hit], nearest: Sequence[Hit], query: Query, ask: Ask, library: Library) -> list[Hit]:
    """The hits with the nearest claim on the group asked about in front: what is known of everybody follows it.

    "The same as with placebo" in one trial of pregnant women is no reason to leave out what the medicine does.
    """
    if not query.populations:
        return hits
    of_group = next((hit for hit in nearest if _is_of_a_group(_claim(hit, library)[1], ask.intent)), None)
    return hits if of_group is None else _in_front(of_group, hits)


def _is_of_a_group(claim: Claim, asked: Intent) -> bool:
    """Whether a claim answers an ask for one group of people; the search has left out those on other groups."""
    return bool(claim.populations) and _offers(claim, asked)


def _harm_order(card: Card, claim: Claim) -> tuple[int, bool, bool, str]:
    """The source that stands highest first; within it what does happen, and how often, before what is uncertain."""
    measured = claim.effect is not None and claim.effect.measure is Measure.RANGE_PERCENT
    return card.kind.standing, claim.finding is not Finding.HARM, not measured, claim.id


def _same_fact(one: Hit, other: Hit, library: Library) -> bool:
    """Whether two hits answer the same question about the same thing, so that the higher source may go first."""
    if one.claim == other.claim:
        return True
    first, second = _claim(one, library)[1], _claim(other, library)[1]
    if {first.route, second.route} - {None} and not library.terminology.related(first.route or "", second.route or ""):
        return False
    conditions = set(first.conditions) & set(second.conditions) or not {*first.conditions, *second.conditions}
    shared = (first.concepts & second.concepts) - {first.intervention}
    return first.intent is second.intent and bool(conditions) and bool(shared)


def _efficacy_part(hits: Sequence[Hit], query: Query, ask: Ask, library: Library) -> Part:
    effects = [
        hit for hit in hits if Intent.EFFICACY in (_claim(hit, library)[1].intent, *_claim(hit, library)[1].also)
    ]
    best = effects[0].score
    in_range = [hit for hit in effects if hit.score >= best - EFFECT_RANGE]
    ordered = _effects_in_order(in_range, query, library)
    first = ordered[0]
    if not query.populations and not query.routes and not query.outcomes:
        first = _most_general(_as_fitting(ordered, query, library), query, library) or first
    rest = [
        hit
        for hit in effects
        if hit.claim != first.claim and hit.score >= best - EFFECT_RANGE and _adds(hit, first, query, library)
    ]
    return Part(ask=ask, short=(first.claim,), evidence=tuple(_varied(rest, query, library, first)), efficacy=True)


def _trials_part(hits: Sequence[Hit], query: Query, ask: Ask, library: Library) -> Part | None:
    """What there is: the best review on the trials it found, what it makes of them, then each trial; None without both.

    The review's finding stands before the single trials, for the one that succeeded must not be read alone.
    """
    overviews = [hit for hit in hits if _says_who_took_part(*_claim(hit, library))]
    trials = [hit.claim for hit in hits if _is_result_of_trial(hit, library)]
    if not overviews or not trials:
        return None
    overviews.sort(key=lambda hit: (_leaves_group_open(hit, query, library), *_leads_then_score(hit, library)))
    first, *others = overviews
    of_same_card = [hit.claim for hit in others if _claim(hit, library)[0].id == _claim(first, library)[0].id]
    finding = _efficacy_part(hits, query, ask, library).short
    return Part(ask=ask, short=(first.claim,), evidence=(*finding, *trials, *of_same_card[:MOST_OVERVIEWS]))


def _says_who_took_part(card: Card, claim: Claim) -> bool:
    """Whether a claim says how many studies or people a review rests on."""
    return not card.kind.is_single_study and claim.intent is Intent.TRIAL_DETAILS and STUDY_SIZE in claim.about


def _leaves_group_open(hit: Hit, query: Query, library: Library) -> bool:
    """Whether a group of people was asked about and the claim is about everybody."""
    return bool(query.populations) and not _claim(hit, library)[1].populations


def _adds(hit: Hit, first: Hit, query: Query, library: Library) -> bool:
    """Whether a claim says more than the first: where a group of people is asked about, the same source's sentence on
    everybody does not."""
    card, claim = _claim(hit, library)
    return not query.populations or bool(claim.populations) or card.id != _claim(first, library)[0].id


def _effects_in_order(hits: Sequence[Hit], query: Query, library: Library) -> list[Hit]:
    """Claims on an effect, the one to be said first in front; `hits` are near enough, best first.

    What counts, in this order: the outcome asked for is measured; the comparison asked for is made, where several
    things are compared; the claim leads its source, where neither is; the route asked for is taken; its source stands
    high; it is near. Among those equally near as the one so found: it is no single trial, it is on the very medicine,
    and it compares with nothing else.
    """
    chosen = _fitting(hits, query, library) or _leading(hits, query, library)

    def by_standing(hit: Hit) -> tuple[bool, int, float]:
        card, claim = _claim(hit, library)
        return bool(query.routes) and not _by_route(claim, query, library), card.kind.standing, -hit.score

    ordered = sorted(chosen, key=by_standing)
    first = min(
        (hit for hit in ordered if hit.score >= ordered[0].score - EQUALLY_NEAR),
        key=lambda hit: (by_standing(hit)[0], *_directness(*_claim(hit, library), query, library)),
    )
    return [first, *(hit for hit in ordered if hit.claim != first.claim)]


def _fitting(hits: Sequence[Hit], query: Query, library: Library) -> list[Hit]:
    """Those nearest to an outcome or a comparison asked for; none where neither is asked for, or none is on it."""
    fits = {hit.claim: _fit(_claim(hit, library)[1], query, library) for hit in hits}
    best = min(fits.values())
    off_outcome, off_comparison = best
    measured = bool(query.outcomes) and not off_outcome
    compared = len(_compared(query, library)) > 1 and off_comparison < ANOTHER
    return [hit for hit in hits if fits[hit.claim] == best] if measured or compared else []


def _leading(hits: Sequence[Hit], query: Query, library: Library) -> list[Hit]:
    """Those that lead their source; the nearest of all where it is far nearer, or where a number is needed."""
    leading = [hit for hit in hits if _claim(hit, library)[1].lead]
    if query.number_needed or not leading or leading[0].score < hits[0].score - FAR_NEARER:
        return list(hits[:1])  # where a number is needed it is the one that counts, as far as there is one
    return leading


def _directness(card: Card, claim: Claim, query: Query, library: Library) -> tuple[bool, int, bool]:
    """How far what was measured is from what the medicine asked about does by itself; the least is the nearest."""
    compared = len(_compared(query, library)) < 2 and not _against_nothing(claim, library)
    return card.kind.is_single_study, _kinship(claim, query, library), compared


def _as_fitting(ordered: Sequence[Hit], query: Query, library: Library) -> list[Hit]:
    """Those of the hits that fit as well as the first: same comparison, and on the medicine as closely."""

    def fit(hit: Hit) -> tuple[tuple[int, int], int]:
        claim = _claim(hit, library)[1]
        return _fit(claim, query, library), _kinship(claim, query, library)

    return [hit for hit in ordered if fit(hit) == fit(ordered[0])]


def _fit(claim: Claim, query: Query, library: Library) -> tuple[int, int]:
    """How far a claim is off the outcome and off the comparison asked for; 0 where it is on it, or none is named."""
    related = library.terminology.related
    measured = claim.outcome is not None and any(related(claim.outcome, asked) for asked in query.outcomes)
    return int(bool(query.outcomes) and not measured), _off_comparison(claim, query, library)


def _by_route(claim: Claim, query: Query, library: Library) -> bool:
    return claim.route is not None and any(library.terminology.related(claim.route, route) for route in query.routes)


def _compared(query: Query, library: Library) -> tuple[str, ...]:
    """What a question sets against each other, or takes together: the medicines asked about, and placebo if named."""
    topics = (topic for topic in query.topics if library.terminology.kind(topic) == "comparator")
    return (*query.medicines, *topics)


def _off_comparison(claim: Claim, query: Query, library: Library) -> int:
    """How far a claim is off the comparison asked for: 0 it is made, 1 one like it is made, `ANOTHER` is.

    "A or B" asks for the one against the other, "A added to B" for both against B. 0 where nothing is compared.
    """
    named = _compared(query, library)
    if len(named) < 2:
        return 0
    sides = [side for side in (claim.intervention, claim.comparator) if side]
    against = len(sides) == 2 and all(any(library.terminology.related(one, side) for one in named) for side in sides)
    together = any(_joins(side, named, library.terminology) for side in sides)
    if query.added:
        return 0 if together and not _against_nothing(claim, library) else 1 if together or against else ANOTHER
    return 0 if against else 1 if together else ANOTHER


def _joins(side: str, named: Sequence[str], terminology: Terminology) -> bool:
    """Whether a side of a comparison is a combination of two of the things named."""
    if any(terminology.covers(side, one) for one in named):
        return False
    parts = terminology.wider(side)
    met = {one: frozenset(part for part in parts if terminology.covers(part, one)) for one in named}
    return any(met[one] - met[other] and met[other] - met[one] for one, other in combinations(named, 2))


def _kinship(claim: Claim, query: Query, library: Library) -> int:
    """0: on the medicine asked about or its class as a whole; 1: on one kind of it; 2: on another, beside it."""
    covers = library.terminology.covers
    if not query.medicines or claim.intervention is None:
        return 0
    if any(covers(claim.intervention, medicine) for medicine in query.medicines):
        return 0
    return 1 if any(covers(medicine, claim.intervention) for medicine in query.medicines) else 2


def _against_nothing(claim: Claim, library: Library) -> bool:
    """Whether a claim compares with placebo, with no treatment, or with nothing."""
    comparator = claim.comparator
    return comparator is None or any(library.terminology.covers(none, comparator) for none in NO_MEDICINE)


def _comparing_first(hits: Sequence[Hit], query: Query, library: Library) -> Sequence[Hit]:
    """The hits with the nearest that compares what the question does in front, where one as near measures as much; one
    that makes the very comparison goes before all that make others."""
    near = [hit for hit in hits if hit.score >= hits[0].score - EQUALLY_NEAR]
    first = min(near, key=lambda hit: _off_comparison(_claim(hit, library)[1], query, library))
    if _off_comparison(_claim(first, library)[1], query, library):
        bears = (hit for hit in hits if not query.intents or _offers(_claim(hit, library)[1], query.intents[0]))
        first = next((hit for hit in bears if not _off_comparison(_claim(hit, library)[1], query, library)), first)
    return _in_front(first, hits)


def _most_general(hits: Sequence[Hit], query: Query, library: Library) -> Hit | None:
    """Of the claims of the highest standing, one that names no single group or kind of cramp beyond those asked."""
    terminology = library.terminology
    top = _claim(hits[0], library)[0].kind.standing
    for hit in hits:
        card, claim = _claim(hit, library)
        wide_enough = all(
            any(terminology.covers(condition, asked) for condition in claim.conditions) for asked in query.conditions
        )
        if card.kind.standing == top and not claim.populations and wide_enough:
            return hit
    return None


def _varied(hits: Sequence[Hit], query: Query, library: Library, first: Hit) -> list[str]:
    """The next claims, in the order of `_evidence_order`, so chosen that no source and no group crowds out the others.

    At most three of the first claim's card, two of them on one group of people unless that group was asked about, and
    one of any other card. Single trials are shown where a group or route was asked about, and then all that bear on it
    or none: the one trial that happens to match the wording would give a wrong picture.
    """
    own = _claim(first, library)[0].id
    chosen: list[str] = []
    per_card: Counter[str] = Counter()
    per_group: Counter[tuple[str, ...]] = Counter()
    ordered = sorted(hits, key=lambda hit: _evidence_order(hit, library))
    trials = [hit.claim for hit in ordered if _is_result_of_trial(hit, library)]
    for hit in ordered:
        card, claim = _claim(hit, library)
        crowded = card.id == own and not query.populations and per_group[claim.populations] >= MOST_OF_ONE_GROUP
        room = per_card[card.id] < (MOST_OF_ONE_CARD if card.id == own else 1) and len(chosen) < MOST_EVIDENCE
        if room and not crowded and not card.kind.is_single_study:
            per_card[card.id] += 1
            per_group[claim.populations] += 1
            chosen.append(hit.claim)
    asked_for = bool(query.populations or query.routes)
    return chosen + (trials if asked_for and len(chosen) + len(trials) <= MOST_WITH_TRIALS else [])


def _is_result_of_trial(hit: Hit, library: Library) -> bool:
    card, claim = _claim(hit, library)
    return card.kind.is_single_study and claim.lead and claim.intent is Intent.EFFICACY


def _evidence_order(hit: Hit, library: Library) -> tuple[int, bool, bool, int, float]:
    """Sources of higher standing first; within one the leading claims, measured effects, and the surer ones first."""
    card, claim = _claim(hit, library)
    return card.kind.standing, not claim.lead, claim.effect is None, list(Certainty).index(claim.certainty), -hit.score


def harms_of(part: Part, library: Library) -> tuple[str, ...]:
    """What the best source says of harms of the medicine whose effect a part weighs, by the route it weighs.

    They are of a medicine asked about; those of a class were found in the disease that is told of or in nobody's in
    particular: what a class did in flu says nothing of a single dose before surgery, nor one member of it anything of
    another.
    """
    if not part.efficacy or not part.short:
        return ()
    claim = library.claims[part.short[0]][1]
    if claim.intervention is None or not claim.conditions:
        return ()
    harmful = [
        reference
        for reference in library.scope.harms(claim.intervention, claim.route)
        if _is_its_harm(library.claims[reference][1], claim, part.ask, library.terminology)
    ]
    best = min((library.claims[reference][0].kind.standing for reference in harmful), default=0)
    return tuple([r for r in harmful if library.claims[r][0].kind.standing == best][-MOST_HARMS:])


def _is_its_harm(harm: Claim, told: Claim, ask: Ask, terminology: Terminology) -> bool:
    """Whether a harm is of what is asked about: of the medicine itself, or of its class in the disease told of."""
    related, medicine = terminology.related, harm.intervention or ""
    if not ask.medicines or not any(related(medicine, one) for one in ask.medicines):
        return not ask.medicines
    in_it = not harm.conditions or any(related(own, one) for own in harm.conditions for one in told.conditions)
    return in_it or not terminology.is_class(medicine)


def discrepancies(plan: Plan, library: Library) -> list[str]:
    """The claims shown whose discrepancy belongs into the answer, those of the first sentence before the others."""
    chosen: list[str] = []
    told: set[str] = set()
    for reference in plan.claims:
        card, claim = library.claims[reference]
        if claim.discrepancy:
            sides = {card.id, *(other.split("#")[0] for other in claim.discrepancy.against)}
            if not chosen or (not sides <= told and reference not in plan.harms):
                chosen.append(reference)
                told |= sides
    return chosen[: 1 if plan.efficacy else MOST_DISCREPANCIES]
