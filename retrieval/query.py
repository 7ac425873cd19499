"""What is searched for: a question taken apart into the facets that claims are coded by."""

from __future__ import annotations

from typing import Literal

from knowledge.models import Frozen, Intent


class Query(Frozen):
    """A question ready for search.

    Facets that the question leaves open are empty; those it sets must be met by a claim (see `retrieval.matching`).
    """

    text: str
    language: str
    """Language of the passages to search in."""
    intents: tuple[Intent, ...] = ()
    """What may be wanted, the likeliest first; empty: anything."""
    intent_weight: float = 1.0
    """How far the wording shows the intent, 0 to 1: a lone "dose" may be said in passing."""
    direction: Literal["helps", "causes"] | None = None
    """Whether the question is about relief or about harm done, where its wording shows that."""
    medicines: tuple[str, ...] = ()
    """Medicines the question is about, concept ids or names of substances."""
    medicine_classes: tuple[str, ...] = ()
    """Classes of those medicines that the terminology knows."""
    instead_of: tuple[str, ...] = ()
    """Medicines that another treatment is asked for; they are not among `medicines`."""
    conditions: tuple[str, ...] = ()
    populations: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    """Everything else that was recognised: symptoms, forms, topics; they raise a claim, and never exclude one."""
    practical: tuple[str, ...] = ()
    """Practical wants the wording shows (price, storage, ...), which no intent of a claim offers."""
    practical_claims: frozenset[str] = frozenset()
    """Claims that speak of every one of those wants all the same, by the words of their texts."""
    cards: tuple[str, ...] = ()
    """Sources the question names."""
    card_names: tuple[str, ...] = ()
    """What those sources are called."""

    @property
    def concepts(self) -> frozenset[str]:
        """Every recognised concept."""
        return frozenset(
            (
                *self.medicines,
                *self.medicine_classes,
                *self.conditions,
                *self.populations,
                *self.routes,
                *self.outcomes,
                *self.topics,
            )
        )
