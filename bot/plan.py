"""Choosing what an answer says: from search hits to the claims of each part of the reply. No wording happens here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from knowledge.library import Library
from knowledge.models import Card, CardKind, Certainty, Claim, Finding, Frozen, Intent, Measure
from retrieval.query import Query
from retrieval.search import Hit

SAME_FACT = 0.05
"""Hits this close below the best may state the same fact; among those the source that stands highest goes first."""
STILL_RELATED = 0.22
"""Hits this close below the best are worth a line under it."""
EFFECT_RANGE = 0.47
"""The same for claims on an effect: admissible ones all bear on the question, whatever their wording."""
MOST_EVIDENCE = 5
MOST_WITH_TRIALS = 7
MOST_OF_ONE_CARD = 3
MOST_OF_ONE_GROUP = 2
MOST_FURTHER = 3
STUDY_SIZE = "study_size"
MOST_OVERVIEWS = 2
"""What reviews say of their trials beyond the first sentence of an answer on which trials there are."""
MOST_HARMS = 2
MOST_DISCREPANCIES = 2


class Plan(Frozen):
    """The claims (`card#claim`) of each part of an answer, in order."""

    short: tuple[str, ...]
    evidence: tuple[str, ...] = ()
    harms: tuple[str, ...] = ()
    efficacy: bool = False
    """Whether the answer weighs an effect, so that harms and certainty belong to it."""

    @property
    def claims(self) -> tuple[str, ...]:
        """Every claim shown."""
        return tuple(dict.fromkeys((*self.short, *self.evidence, *self.harms)))


def make_plan(hits: Sequence[Hit], query: Query, library: Library) -> Plan:
    """The plan for hits that answer the query, best first; there must be at least one."""
    best = _claim(hits[0], library)[1]
    weighs_effect = Intent.EFFICACY in (best.intent, *best.also) and Intent.EFFICACY in (*query.intents, best.intent)
    asks_which_trials = query.intents[:1] == (Intent.TRIAL_DETAILS,) and not (query.outcomes or query.cards)
    if asks_which_trials and best.intent is Intent.EFFICACY:
        return _trials_plan(hits, query, library) or _efficacy_plan(hits, query, library)
    if weighs_effect:
        return _efficacy_plan(hits, query, library)
    if query.instead_of:
        first, *others = sorted(
            hits, key=lambda hit: (_mentions_complaint_only(hit, query, library), *_leads_then_score(hit, library))
        )
        return Plan(short=(first.claim,), evidence=tuple(hit.claim for hit in others[:MOST_EVIDENCE]))
    if query.intents[:1] == (Intent.ADVERSE_EFFECTS,) and not query.topics:
        hits = _leads_first(hits, Intent.ADVERSE_EFFECTS, library)
    return _factual_plan(hits, library)


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


def _factual_plan(hits: Sequence[Hit], library: Library) -> Plan:
    best = hits[0]
    weak = _claim(best, library)[0].kind is CardKind.CONSUMER_ARTICLE
    margin = STILL_RELATED if weak else SAME_FACT  # a consumer article leads only where nothing better speaks to it
    same = [hit for hit in hits if hit.score >= best.score - margin and _same_fact(hit, best, library)]
    first = min(same, key=lambda hit: (_claim(hit, library)[0].kind.standing, -hit.score))
    further = [hit for hit in hits if hit.claim != first.claim and hit.score >= best.score - STILL_RELATED][
        :MOST_FURTHER
    ]
    return Plan(short=(first.claim,), evidence=tuple(hit.claim for hit in further))


def _leads_first(hits: Sequence[Hit], intent: Intent, library: Library) -> list[Hit]:
    """The hits with the leading claims of an intent in front, the source that stands highest first.

    A question as wide as "side effects?" is nearest to no claim in particular.
    """
    leads = [hit for hit in hits if _claim(hit, library)[1].lead and _claim(hit, library)[1].intent is intent]
    leads.sort(key=lambda hit: _harm_order(*_claim(hit, library)))
    best = hits[0].score
    return [hit.model_copy(update={"score": best}) for hit in leads] + [hit for hit in hits if hit not in leads]


def _harm_order(card: Card, claim: Claim) -> tuple[int, bool, bool, str]:
    """The source that stands highest first; within it what does happen, and how often, before what is uncertain."""
    measured = claim.effect is not None and claim.effect.measure is Measure.RANGE_PERCENT
    return card.kind.standing, claim.finding is not Finding.HARM, not measured, claim.id


def _same_fact(one: Hit, other: Hit, library: Library) -> bool:
    """Whether two hits answer the same question about the same thing, so that the higher source may go first."""
    if one.claim == other.claim:
        return True
    first, second = _claim(one, library)[1], _claim(other, library)[1]
    conditions = set(first.conditions) & set(second.conditions) or not {*first.conditions, *second.conditions}
    return (
        first.intent is second.intent and bool(conditions) and bool((first.concepts & second.concepts) - {"magnesium"})
    )


def _efficacy_plan(hits: Sequence[Hit], query: Query, library: Library) -> Plan:
    effects = [
        hit for hit in hits if Intent.EFFICACY in (_claim(hit, library)[1].intent, *_claim(hit, library)[1].also)
    ]
    best = effects[0].score
    near = [hit for hit in effects if hit.score >= best - EFFECT_RANGE and _claim(hit, library)[1].lead] or effects[:1]
    on_point = [hit for hit in near if _on_point(_claim(hit, library)[1], query, library)] or near
    by_standing = sorted(on_point, key=lambda hit: (_claim(hit, library)[0].kind.standing, -hit.score))
    first = by_standing[0]
    if not query.populations and not query.routes and not query.outcomes:
        first = _most_general(by_standing, query, library) or first
    rest = [
        hit
        for hit in effects
        if hit.claim != first.claim and hit.score >= best - EFFECT_RANGE and _adds(hit, first, query, library)
    ]
    harms = _harms(query, library) if query.conditions else []
    return Plan(
        short=(first.claim,), evidence=tuple(_varied(rest, query, library, first)), harms=tuple(harms), efficacy=True
    )


def _trials_plan(hits: Sequence[Hit], query: Query, library: Library) -> Plan | None:
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
    finding = _efficacy_plan(hits, query, library).short
    return Plan(short=(first.claim,), evidence=(*finding, *trials, *of_same_card[:MOST_OVERVIEWS]))


def _says_who_took_part(card: Card, claim: Claim) -> bool:
    """Whether a claim says how many studies or people a review rests on."""
    return card.kind is not CardKind.TRIAL and claim.intent is Intent.TRIAL_DETAILS and STUDY_SIZE in claim.about


def _leaves_group_open(hit: Hit, query: Query, library: Library) -> bool:
    """Whether a group of people was asked about and the claim is about everybody."""
    return bool(query.populations) and not _claim(hit, library)[1].populations


def _adds(hit: Hit, first: Hit, query: Query, library: Library) -> bool:
    """Whether a claim says more than the first: where a group of people is asked about, the same source's sentence on
    everybody does not."""
    card, claim = _claim(hit, library)
    return not query.populations or bool(claim.populations) or card.id != _claim(first, library)[0].id


def _on_point(claim: Claim, query: Query, library: Library) -> bool:
    """Whether a claim is about the outcome and the route asked for, as far as the question names them."""
    related = library.terminology.related
    outcome_met = not query.outcomes or any(claim.outcome and related(claim.outcome, asked) for asked in query.outcomes)
    return outcome_met and (not query.routes or any(claim.route and related(claim.route, r) for r in query.routes))


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
        if room and not crowded and card.kind is not CardKind.TRIAL:
            per_card[card.id] += 1
            per_group[claim.populations] += 1
            chosen.append(hit.claim)
    asked_for = bool(query.populations or query.routes)
    return chosen + (trials if asked_for and len(chosen) + len(trials) <= MOST_WITH_TRIALS else [])


def _is_result_of_trial(hit: Hit, library: Library) -> bool:
    card, claim = _claim(hit, library)
    return card.kind is CardKind.TRIAL and claim.lead and claim.intent is Intent.EFFICACY


def _evidence_order(hit: Hit, library: Library) -> tuple[int, bool, bool, int, float]:
    """Sources of higher standing first; within one the leading claims, measured effects, and the surer ones first."""
    card, claim = _claim(hit, library)
    return card.kind.standing, not claim.lead, claim.effect is None, list(Certainty).index(claim.certainty), -hit.score


def _harms(query: Query, library: Library) -> list[str]:
    """What the best source says of harms, for an answer that weighs a benefit."""
    terminology = library.terminology
    if query.medicines and not any(terminology.covers("magnesium", medicine) for medicine in query.medicines):
        return []
    harmful = [
        (card.kind.standing, reference)
        for reference, (card, claim) in library.claims.items()
        if claim.lead and claim.intent is Intent.ADVERSE_EFFECTS and claim.finding is Finding.HARM
    ]
    best = min((standing for standing, _ in harmful), default=0)
    return [reference for standing, reference in harmful if standing == best][-MOST_HARMS:]


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
