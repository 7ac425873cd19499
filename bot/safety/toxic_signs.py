"""The gravest signs of too much of each medicine of the library, as its claims on toxicity name them.

Nothing here knows a medicine. A sign is grave for one when a claim on its toxicity names it and no other claim on
it does: what belongs to its ordinary side effects, uses or contraindications is named by people who ask about those. A
claim nearly all of whose symptoms are ordinary tells of a mild excess, and none of its signs is grave. Whether the
message tells of somebody who has the sign now is for `bot.safety.danger` to judge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bot.safety.vocabulary import Hit, Word, fold
from knowledge.evidence.library import Library
from knowledge.evidence.models import Claim, Intent
from knowledge.languages.analysis import words as typed_words
from knowledge.terminology.linking import Recogniser

TOXIC_SIGN = "toxic_sign"
"""Category of a sign of too much of a medicine that the message names."""
NO_SIGNS = frozenset({"medicine", "route", "form", "population", "comparator"})
"""Kinds of concepts that are no sign of anything."""


class ToxicSigns:
    """Prepared once from a library; finds its medicines and their gravest signs in a message."""

    def __init__(self, library: Library, recogniser: Recogniser) -> None:
        self._recogniser = recogniser
        self._terminology = library.terminology
        toxic: dict[str, list[set[str]]] = defaultdict(list)
        ordinary: dict[str, set[str]] = defaultdict(set)
        for _, claim in library.claims.values():
            signs = {concept for concept in claim.concepts if self._may_be_a_sign(concept)}
            for medicine in self._medicines(claim):
                if claim.intent is Intent.TOXICITY:
                    toxic[medicine].append(signs)
                else:
                    ordinary[medicine] |= signs
        self.by_medicine = {
            medicine: frozenset().union(*(self._gravest(signs, ordinary[medicine]) for signs in claims))
            for medicine, claims in toxic.items()
        }
        """The gravest signs of each medicine, as concepts."""

    def _medicines(self, claim: Claim) -> list[str]:
        return [concept for concept in claim.concepts if self._terminology.kind(concept) == "medicine"]

    def _may_be_a_sign(self, concept: str) -> bool:
        return self._terminology.kind(concept) not in NO_SIGNS

    def _gravest(self, signs: set[str], ordinary: set[str]) -> frozenset[str]:
        """The signs of a claim that nothing ordinary explains; none where most of its symptoms by far are ordinary."""
        grave = {sign for sign in signs if not any(self._terminology.covers(wide, sign) for wide in ordinary)}
        symptoms = {sign for sign in signs if self._terminology.kind(sign) == "symptom"}
        return frozenset(grave) if 3 * len(grave & symptoms) >= len(symptoms) else frozenset()

    def gravest(self, medicines: Iterable[str]) -> frozenset[str]:
        """The gravest signs of any of these medicines or of what they are kinds of."""
        named = list(medicines)
        found = (
            signs
            for medicine, signs in self.by_medicine.items()
            if any(self._terminology.covers(medicine, kind) for kind in named)
        )
        return frozenset().union(*found)

    def hits(self, text: str, words: list[Word]) -> list[Hit]:
        """The gravest signs that the message names beside their medicine; `words` are the message's folded words."""
        mentions = self._recogniser.mentions(text)
        grave = self.gravest(mention.concept for mention in mentions if mention.kind == "medicine")
        typed = typed_words(text)
        found = []
        for mention in mentions:
            if any(self._terminology.covers(sign, mention.concept) for sign in grave):
                start = _place(fold(typed[mention.start]), words)
                word = words[start]
                end = min(start + mention.end - mention.start, len(words))
                found.append(Hit(TOXIC_SIGN, start, end, word.clause, word.sentence, mention.concept))
        return found


def _place(first: str, words: list[Word]) -> int:
    """Where a word stands among the folded words; 0 where the two ways of cutting words do not meet."""
    return next((at for at, word in enumerate(words) if word.text == first), 0)
