"""The scope: what the library knows of each medicine, complaint, group and route, derived from its cards when loaded.

Nothing here is written down by anybody: what a medicine is taken for, which groups have evidence and which claims are
harms of it all follow from claims, so that a card on another medicine changes it and no code does. What is a lack or
an excess of a medicine are links of the terminology.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from knowledge.evidence.models import Card, Claim, Finding, Intent
from knowledge.terminology.concepts import Terminology

Found = tuple[str, Card, Claim]
"""A claim with its reference (`card#claim`) and its card."""

ANY_DISEASE = "disease"
"""A claim on "any disease" makes no disease one that a medicine is taken for."""


class Scope:
    """What a library knows of each subject; built once from its claims."""

    def __init__(self, claims: Mapping[str, tuple[Card, Claim]], terminology: Terminology) -> None:
        self._terminology = terminology
        self._claims = claims
        self._indications: dict[tuple[str, tuple[str, ...]], bool] = {}
        """What was asked before: there are no more pairs than concepts and medicines talked about."""
        self._by_medicine: dict[str, list[str]] = defaultdict(list)
        for reference, (_, claim) in claims.items():
            if claim.intervention:
                self._by_medicine[claim.intervention].append(reference)

    @cached_property
    def medicines(self) -> tuple[str, ...]:
        """The medicines that claims are about, the one with the most claims first; a wider one before its kinds."""
        counted = Counter({medicine: len(found) for medicine, found in self._by_medicine.items()})
        return tuple(sorted(counted, key=lambda m: (-counted[m], m)))

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        """The medicines some claim can begin an answer on, each by its widest name, the one with most claims first."""
        leading = {claim.intervention for _, claim in self._claims.values() if claim.lead and claim.intervention}
        return tuple(
            medicine
            for medicine in self.medicines
            if medicine in leading and not any(wide in leading for wide in self._terminology.wider(medicine))
        )

    def of(self, medicine: str) -> list[Found]:
        """The claims about a medicine: its own, those of its kinds, and those of the classes it belongs to."""
        return [
            (reference, *self._claims[reference])
            for about in sorted(self._about(medicine), key=self._places.__getitem__)
            for reference in self._by_medicine[about]
        ]

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {medicine: place for place, medicine in enumerate(self.medicines)}

    def _about(self, medicine: str) -> list[str]:
        """The medicines that claims are about among this one, its kinds and its classes."""
        return [about for about in self._terminology.kin(medicine) if about in self._places]

    def knows(self, medicine: str) -> bool:
        """Whether some claim is about the medicine, one of its kinds, or a class it belongs to."""
        return bool(self._about(medicine))

    @cached_property
    def _taken_for(self) -> Mapping[str, frozenset[str]]:
        """What each medicine is taken for: the conditions whose relief its claims on an effect are about."""
        found: dict[str, set[str]] = defaultdict(set)
        for medicine, references in self._by_medicine.items():
            for reference in references:
                claim = self._claims[reference][1]
                if claim.intent is Intent.EFFICACY:
                    found[medicine].update(self._treated(claim, medicine))
        return {medicine: frozenset(conditions) for medicine, conditions in found.items()}

    def _treated(self, claim: Claim, medicine: str) -> Iterable[str]:
        states = {*self._terminology.lacks_of(medicine), *self._terminology.excesses_of(medicine)}
        for condition in claim.conditions:
            of_medicine = any(self._terminology.related(condition, state) for state in states)
            if condition != ANY_DISEASE and self._terminology.kind(condition) == "condition" and not of_medicine:
                yield condition

    def taken_for(self, medicine: str) -> frozenset[str]:
        """The conditions whose relief by a medicine, or by its kinds and classes, claims are about."""
        return frozenset().union(*(self._taken_for.get(about, ()) for about in self._about(medicine)))

    @cached_property
    def treated(self) -> frozenset[str]:
        """Every condition whose relief some claim is about."""
        return frozenset().union(*self._taken_for.values())

    def is_indication(self, concept: str, medicines: Iterable[str] = ()) -> bool:
        """Whether a concept is something these medicines are taken for; of any medicine where none is given."""
        key = (concept, tuple(medicines))
        if key not in self._indications:
            taken = frozenset().union(*map(self.taken_for, key[1])) if key[1] else self.treated
            self._indications[key] = not self._terminology.kin(concept).isdisjoint(taken)
        return self._indications[key]

    def is_state_of(self, concept: str, medicine: str) -> bool:
        """Whether a condition is a lack or an excess of a medicine in the body."""
        states = (*self._terminology.lacks_of(medicine), *self._terminology.excesses_of(medicine))
        return any(self._terminology.covers(state, concept) for state in states)

    @cached_property
    def _usual_routes(self) -> Mapping[str, str]:
        routes = {
            medicine: Counter(route for r in references if (route := self._claims[r][1].route))
            for medicine, references in self._by_medicine.items()
        }
        return {medicine: found.most_common(1)[0][0] for medicine, found in routes.items() if found}

    def usual_route(self, medicine: str) -> str | None:
        """The way a medicine is mostly given in its claims; None where none names one."""
        return self._usual_routes.get(medicine)

    def is_by_usual_route(self, claim: Claim, medicine: str | None = None) -> bool:
        """Whether a claim is on the way its medicine is mostly given, which nobody has to name, or on no way at all.

        With `medicine`, on the way that one is mostly given: a salt that is infused is not how its mineral is taken.
        """
        usual = self._usual_routes.get(medicine or claim.intervention or "")
        return claim.route is None or usual is None or self._terminology.related(claim.route, usual)

    def harms(self, medicine: str, route: str | None = None) -> list[str]:
        """The leading claims on harms of a medicine, by a route where one is given, the best source's first."""
        found = [
            (card.kind.standing, place, reference)
            for place, (reference, card, claim) in enumerate(self.of(medicine))
            if claim.lead and claim.intent is Intent.ADVERSE_EFFECTS and claim.finding is Finding.HARM
            if self._harms_by(route, claim, medicine)
        ]
        return [reference for _, _, reference in sorted(found)]

    def _harms_by(self, route: str | None, claim: Claim, medicine: str) -> bool:
        """Whether a harm is one of the medicine by a route; what no route is told of belongs to the usual one."""
        if route is None:
            return self.is_by_usual_route(claim)
        usual = self._usual_routes.get(medicine)
        own = claim.route or usual
        return own is None or self._terminology.related(own, route)
