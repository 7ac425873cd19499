"""Words of a source that the terminology does not hold: what they may name, mapping them, proposing new concepts.

A claim quotes such words in the place of a concept (`outcome_text` and so on). A reviewer maps them to a concept, which
makes the sentence one in every language, or leaves the quotation and proposes a concept for whoever keeps the
terminology: a line of `proposed-terms.csv` in the folder of the cards.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from rapidfuzz import fuzz, process

from knowledge.errors import CardError
from knowledge.evidence.faults import Fault
from knowledge.evidence.forms.base import Quote
from knowledge.evidence.models import Claim
from knowledge.evidence.vocabulary import Frozen, LanguageTag
from knowledge.languages.analysis import terms as word_terms
from knowledge.review.editing import Hand, claim_content, correct_all
from knowledge.review.files import OpenCard
from knowledge.sources.drafting.terms import NOTHING_MORE, Terms
from knowledge.sources.extraction.vocabulary import load_vocabulary
from knowledge.terminology.concepts import Terminology

PROPOSALS = "proposed-terms.csv"
Role = Literal["intervention", "comparator", "population", "outcome"]
ROLES: tuple[Role, ...] = get_args(Role)
KINDS: Mapping[Role, tuple[str, ...]] = {
    "intervention": ("medicine",),
    "comparator": ("comparator", "medicine"),
    "population": ("population", "condition", "symptom"),
    "outcome": ("outcome", "symptom", "condition", "topic"),
}
"""What kinds of concept stand in a role, the likeliest first."""
NEAR_ENOUGH = 60
"""Of 100; below it a name is another word."""
MISSPELT = 86
"""From here on a name may be the same word, written otherwise."""
MOST_ALIKE = 40
"""Names alike in their letters that are looked at."""
SHARED = 0.5
"""Of a name's words, by their rarity, that others must share to be called something like it."""
SHORTEST_STEM = 5
"""Letters with which one word may begin another: compounds are written together in most languages here."""


class Candidate(Frozen):
    """A concept that words may name."""

    concept: str
    label: str
    """Its name in the language of the words."""
    kind: str
    exact: bool
    """Whether it is called so, up to case, inflection and the order of words."""


class Proposal(Frozen):
    """A concept that the terminology does not hold."""

    term: str
    language: LanguageTag
    kind: str
    card: str
    claim: str
    by: str
    date: date
    note: str = ""
    """Such as what it is a kind of."""


def quoted_terms(claim: Claim) -> dict[Role, Quote]:
    """The words of the source that a claim uses in the place of a concept, by role."""
    found = {role: getattr(claim.code, f"{role}_text", None) for role in ROLES}
    return {role: quote for role, quote in found.items() if isinstance(quote, Quote)}


def candidates(text: str, role: Role, terms: Terms, language: str = "en", most: int = 8) -> list[Candidate]:
    """Concepts that the words may name in a role: those they name, then those whose names look alike."""
    terminology, kinds = terms.terminology, KINDS[role]
    term = terms.term(text, kinds, language)
    names = _names(terminology, kinds, language)
    said = text.casefold()
    called = {concept for (concept, _), name in names.items() if _is_the_same(said, name, language)}
    if term.whole:  # a medicine has names that no list of concepts holds
        called |= set(term.concepts)
    named = dict.fromkeys(sorted(called), True) | {one: False for one in term.concepts if one not in called}
    weights = _weights(terminology, kinds, language)
    alike = process.extract(said, names, scorer=fuzz.token_sort_ratio, score_cutoff=NEAR_ENOUGH, limit=MOST_ALIKE)
    for name, score, (concept, _) in alike:
        if score >= MISSPELT or _shares(said, name, weights, language):
            named.setdefault(concept, False)
    return [
        Candidate(concept=concept, label=terminology.label(concept, language), kind=terminology.kind(concept),
                  exact=exact)
        for concept, exact in list(named.items())[:most]
    ]  # fmt: skip


def concept_named(said: str, role: Role, terms: Terms, language: str = "en") -> str:
    """The concept that somebody means: its id, or a name of it in a language.

    Raises `CardError` with the nearest names where none is called so, since nobody knows the ids by heart.
    """
    if not said or said in terms.terminology or terms.terminology.is_medicine(said):
        return said
    names = _names(terms.terminology, KINDS[role], language)
    for alike in (lambda name: name == said.casefold(), lambda name: _is_the_same(name, said.casefold(), language)):
        called = {concept for (concept, _), name in names.items() if alike(name)}
        if len(called) == 1:
            return called.pop()
    term = terms.term(said, KINDS[role], language)
    if term.whole and len(term.concepts) == 1:
        return term.concepts[0]
    listed = ", ".join(f"{near.label} (`{near.concept}`)" for near in candidates(said, role, terms, language, most=4))
    english = f"no concept is called \u201c{said}\u201d; {f'near it: {listed}' if listed else 'propose it'}"
    kind = "no-concept-but-near" if listed else "no-concept"
    raise CardError(Fault(english, kind, said=said, **({"near": listed} if listed else {})))


def _is_the_same(one: str, other: str, language: str) -> bool:
    """Whether two names differ in nothing but inflection and the order of words."""
    return one == other or any(
        bool(said := sorted(word_terms(one, tag))) and said == sorted(word_terms(other, tag))
        for tag in dict.fromkeys((language, "en")))


def _names(terminology: Terminology, kinds: tuple[str, ...], language: str) -> dict[tuple[str, str], str]:
    """Names of the concepts of some kinds, in a language and in English, by concept and name."""
    found: dict[tuple[str, str], str] = {}
    for concept in terminology.concepts.values():
        if concept.kind in kinds:
            for tag in dict.fromkeys((language, "en")):
                if name := concept.names.get(tag):
                    found |= {(concept.id, form): form.casefold() for form in (name.label, *name.synonyms, *name.typed)}
    return found


@lru_cache(maxsize=64)
def _weights(terminology: Terminology, kinds: tuple[str, ...], language: str) -> Mapping[str, float]:
    """How rare each word is among the names of some kinds: "symptoms" says less than "cramp"."""
    names = _names(terminology, kinds, language)
    of_concept = {(concept, word) for (concept, _), name in names.items() for word in word_terms(name, language)}
    counted = Counter(word for _, word in of_concept)
    nothing = {stem for word in NOTHING_MORE for stem in word_terms(word, "en")}
    generic = load_vocabulary(language).patterns["generic_arms"]
    return {word: 0.0 if word in nothing or generic.fullmatch(word) else 1 / number
            for word, number in counted.items()}


def _shares(said: str, name: str, weights: Mapping[str, float], language: str) -> bool:
    """Whether words share so much of a name that it may be meant, by words and not by letters alone."""
    words, ours = set(word_terms(name, language)), set(word_terms(said, language))
    shared = [word for word in words if any(_begins(word, one) or _begins(one, word) for one in ours)]
    whole = sum(weights.get(word, 1.0) for word in words)
    held = sum(weights.get(word, 1.0) for word in shared)
    return held > 0 and held >= SHARED * whole


def _begins(word: str, other: str) -> bool:
    return word == other or len(word) >= SHORTEST_STEM and other.startswith(word)


def map_term(card: OpenCard, claim: str, role: Role, concept: str, hand: Hand, *, everywhere: bool = False) -> OpenCard:
    """Put a concept in the place of the source's words; `everywhere`: in every claim that has the same words there.

    Raises `CardError` where the concept is unknown or of a kind that does not stand in such a place.
    """
    terminology = card.shelf.library.terminology
    known = concept in terminology or terminology.is_medicine(concept)
    if not known:
        raise CardError(Fault(f"claim `{claim}`: the terminology holds no `{concept}`; choose another, or propose it",
                              "no-concept", said=concept))
    kind = terminology.kind(concept)
    if kind not in KINDS[role]:
        raise CardError(Fault(f"claim `{claim}`: `{concept}` is a {kind}; the {role} needs {' or '.join(KINDS[role])}",
                              "wrong-place", said=concept, part=role))
    words = _words(card, claim, role)
    alike = [
        str(item["id"])
        for item in card.content["claims"]
        if item["id"] == claim or everywhere and words and _words(card, str(item["id"]), role) == words
    ]
    return correct_all(card, {name: _mapped(card, name, role, concept, kind) for name in alike}, hand, "mapped")


def _words(card: OpenCard, claim: str, role: Role) -> str:
    code = claim_content(card, claim).get("code") or {}
    return str((code.get(f"{role}_text") or {}).get("text") or "")


def _mapped(card: OpenCard, claim: str, role: Role, concept: str, kind: str) -> dict[str, object]:
    """The fields by which a claim names the concept instead of quoting."""
    fields: dict[str, object] = {role: concept}
    if role == "population":
        name = "populations" if kind == "population" else "conditions"
        present = claim_content(card, claim).get(name) or []
        fields = {name: [*present, *([] if concept in present else [concept])]}
    return {**fields, f"code.{role}_text": None} if _words(card, claim, role) else fields


def propose(folder: Path, proposal: Proposal) -> None:
    """Add a proposal to the list in a library's folder, unless it is there; a `CardError` where it cannot be."""
    path = folder / PROPOSALS
    key = (proposal.term.casefold(), proposal.language, proposal.kind)
    if any((known.term.casefold(), known.language, known.kind) == key for known in proposals(folder)):
        return
    try:
        is_new = not path.exists()
        with path.open("a", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            if is_new:
                writer.writerow(Proposal.model_fields)
            writer.writerow(proposal.model_dump(mode="json").values())
    except OSError as error:
        raise CardError(f"{path}: cannot be written ({error.strerror}); mend that and propose it again") from error


def proposals(folder: Path) -> list[Proposal]:
    """The concepts proposed in a library's folder, the first proposed first."""
    path = folder / PROPOSALS
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return [Proposal.model_validate(row) for row in csv.DictReader(file)]
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        raise CardError(f"{path}: cannot be read; correct it or take it away") from error
