"""The library: reading cards and concepts from their folders, and checking that they fit together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from knowledge.concepts import Concept, Terminology
from knowledge.errors import CardError, FarmasvarError
from knowledge.languages import FOLDER as LANGUAGES_FOLDER
from knowledge.languages import LANGUAGES, read_yaml
from knowledge.models import Card, Claim, Intent

CARDS_FOLDER = Path(__file__).parent / "cards"
TERMINOLOGY_FOLDER = Path(__file__).parent / "terminology"

Model = TypeVar("Model", bound=BaseModel)


class Library:
    """All cards, by id, with the terminology they use."""

    def __init__(self, cards: Iterable[Card], terminology: Terminology) -> None:
        self.terminology = terminology
        self.cards: dict[str, Card] = {}
        for card in cards:
            if card.id in self.cards:
                raise CardError(f"two cards are called `{card.id}`; rename one")
            self.cards[card.id] = card

    @cached_property
    def claims(self) -> dict[str, tuple[Card, Claim]]:
        """Every claim with its card, by `card#claim`, in the order of the cards."""
        return {f"{card.id}#{claim.id}": (card, claim) for card in self.cards.values() for claim in card.claims}

    @cached_property
    def concepts(self) -> frozenset[str]:
        """Every concept that some claim names, with the wider ones."""
        named = frozenset(concept for _, claim in self.claims.values() for concept in claim.concepts)
        return named.union(*(self.terminology.wider(concept) for concept in named))

    @cached_property
    def studied(self) -> frozenset[str]:
        """The groups and conditions that a claim on an effect is about."""
        effects = [claim for _, claim in self.claims.values() if claim.intent is Intent.EFFICACY]
        return frozenset(concept for claim in effects for concept in (*claim.populations, *claim.conditions)) - {
            "disease"
        }

    @cached_property
    def version(self) -> str:
        """A fingerprint that changes whenever a card or a concept does."""
        digest = hashlib.sha256()
        for card in sorted(self.cards.values(), key=lambda card: card.id):
            digest.update(card.model_dump_json().encode())
        for concept in sorted(self.terminology.concepts.values(), key=lambda concept: concept.id):
            digest.update(concept.model_dump_json().encode())
        return digest.hexdigest()[:16]


def _first_fault(error: ValidationError, content: Any) -> str:
    """The first fault of a refused file in one line, naming the claim it is in."""
    fault = error.errors()[0]
    path: list[str] = []
    place = content
    for step in fault["loc"]:
        inside = isinstance(place, dict) and step in place or isinstance(place, list) and step in range(len(place))
        place = place[step] if inside else None
        name = place.get("id") if isinstance(place, dict) and isinstance(step, int) else None
        path.append(f"`{name}`" if name else str(step))
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    return f"{' '.join(path)}: {fault['msg'].removeprefix('Value error, ')}{more}"


def parse(model: type[Model], content: object, where: str) -> Model:
    """The content as a model, or a `CardError` of one line that says where the fault is."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise CardError(f"{where}: {_first_fault(error, content)}") from error


def _add_translations(content: Any, sentences: dict[str, dict[str, Any]]) -> Any:
    """A card's content with the sentences that language folders bring for its claims.

    `sentences` holds, for each language, what its `statements.yaml` says of this card, by claim:
    `statement`, `questions` and `discrepancy`; the standing note stands under `standing_note`.
    """
    claims = content.get("claims")
    for language, by_claim in sentences.items():
        _fill(content.get("source"), "standing_note", language, by_claim.get("standing_note"))
        for claim in claims if isinstance(claims, list) else ():
            if isinstance(claim, dict):
                added = by_claim.get(str(claim.get("id"))) or {}
                _fill(claim, "statement", language, added.get("statement"))
                _fill(claim, "questions", language, added.get("questions"))
                _fill(claim.get("discrepancy"), "statement", language, added.get("discrepancy"))
    return content


def _fill(place: Any, field: str, language: str, text: Any) -> None:
    """Set a field's text in a language where it has none; leave what is malformed to the model's check."""
    if text and isinstance(place, dict) and isinstance(place.setdefault(field, {}), dict):
        place[field].setdefault(language, text)


def load_terminology(folder: Path = TERMINOLOGY_FOLDER, languages: Path = LANGUAGES_FOLDER) -> Terminology:
    """Every concept of the folder, with the names that language folders add in `concepts.yaml`."""
    added = {tag: read_yaml(path) for tag in LANGUAGES if (path := languages / tag / "concepts.yaml").exists()}
    concepts = []
    for path in sorted(folder.glob("*.yaml")):
        entries = read_yaml(path)
        if not isinstance(entries, list):
            raise CardError(f"{path.name}: expected a list of concepts")
        for entry in entries:
            for tag, names in added.items():
                if isinstance(names, dict) and isinstance(entry, dict):
                    _fill(entry, "names", tag, names.get(str(entry.get("id"))))
            concepts.append(parse(Concept, entry, f"{path.name}: concept `{_id_of(entry)}`"))
    return Terminology(concepts)


def _id_of(entry: object) -> object:
    return entry.get("id", "without id") if isinstance(entry, dict) else entry


def read_card(path: Path, translations: dict[str, Any] | None = None) -> Card:
    """One card file, with the sentences language folders add to it."""
    content = read_yaml(path)
    if not isinstance(content, dict):
        raise CardError(f"{path.name}: expected one card (a mapping of fields)")
    per_language = {tag: cards.get(path.stem) or {} for tag, cards in (translations or {}).items()}
    card = parse(Card, _add_translations(content, per_language), path.name)
    if card.id != path.stem:
        raise CardError(f"{path.name}: the card calls itself `{card.id}`; file and id must agree")
    return card


def read_translations(languages: Path = LANGUAGES_FOLDER) -> dict[str, Any]:
    """What each language folder adds to existing cards, by language."""
    found: dict[str, Any] = {}
    for tag in LANGUAGES:
        path = languages / tag / "statements.yaml"
        if path.exists():
            content = read_yaml(path)
            if not isinstance(content, dict):
                raise CardError(f"languages/{tag}/statements.yaml: expected cards with their claims")
            for card, claims in content.items():
                if not isinstance(claims, dict):
                    raise CardError(f"languages/{tag}/statements.yaml: card `{card}`: expected claims by their id")
            found[tag] = content
    return found


def load_library(cards: Path = CARDS_FOLDER, terminology: Path = TERMINOLOGY_FOLDER) -> Library:
    """The whole library; the first fault found is raised as a `CardError`."""
    translations = read_translations()
    loaded = [read_card(path, translations) for path in sorted(cards.glob("*.yaml"))]
    library = Library(loaded, load_terminology(terminology))
    faults = consistency_faults(library)
    if faults:
        raise CardError(faults[0])
    return library


def missing_names(terminology: Terminology) -> list[str]:
    """Concepts without a name in some language."""
    return [
        f"terminology: concept `{concept.id}` has no name in {', '.join(missing)}; add it"
        for concept in terminology.concepts.values()
        if (missing := [tag for tag in LANGUAGES if tag not in concept.names])
    ]


def unknown_translations(library: Library, translations: dict[str, Any]) -> list[str]:
    """Sentences that language folders bring for cards or claims that do not exist."""
    faults = []
    for tag, cards in translations.items():
        for card, claims in cards.items():
            known = {claim.id for claim in library.cards[card].claims} if card in library.cards else set()
            for claim in claims:
                if claim not in known and (claim != "standing_note" or card not in library.cards):
                    faults.append(f"languages/{tag}/statements.yaml: no claim `{card}#{claim}`; correct the id")
    return faults


def find_faults(cards: Path = CARDS_FOLDER, terminology: Path = TERMINOLOGY_FOLDER) -> list[str]:
    """Every fault of the library, one line each: file, claim, what is wrong and how to mend it."""
    faults: list[str] = []
    loaded: list[Card] = []
    try:
        terms = load_terminology(terminology)
        translations = read_translations()
    except FarmasvarError as error:
        return [str(error)]
    for path in sorted(cards.glob("*.yaml")):
        try:
            loaded.append(read_card(path, translations))
        except FarmasvarError as error:
            faults.append(str(error))
    library = Library(loaded, terms)
    if faults:  # the rest would only repeat that cards are missing
        return faults + consistency_faults(library)
    return consistency_faults(library) + unknown_translations(library, translations) + missing_names(terms)


def consistency_faults(library: Library) -> list[str]:
    """What no single card can see: unknown concepts, missing languages, references to cards that are not there."""
    faults: list[str] = []
    known_cards = set(library.cards)
    for card in library.cards.values():
        for other in card.contained_in:
            if other not in known_cards:
                faults.append(f"{card.id}.yaml: `contained_in` names an unknown card `{other}`; correct the id")
        faults += _missing_languages(card.source.standing_note, f"{card.id}.yaml: standing_note")
    for reference, (card, claim) in library.claims.items():
        where = f"{card.id}.yaml: claim `{claim.id}`"
        for concept in sorted(claim.concepts | ({claim.comparator} if claim.comparator else set())):
            if concept not in library.terminology:
                faults.append(f"{where}: unknown concept `{concept}`; add it to knowledge/terminology or correct it")
        faults += _missing_languages(claim.statement, f"{where}: statement")
        if claim.discrepancy:
            faults += _missing_languages(claim.discrepancy.statement, f"{where}: discrepancy")
            for other in claim.discrepancy.against:
                if other not in known_cards and other not in library.claims:
                    faults.append(f"{where}: discrepancy with unknown `{other}`; name a card or card#claim")
                if other == reference:
                    faults.append(f"{where}: discrepancy with itself; leave `against` empty for a source's own")
    return faults


def _missing_languages(sentences: dict[str, str], where: str) -> list[str]:
    missing = [tag for tag in LANGUAGES if tag not in sentences]
    if not sentences or not missing:
        return []
    return [f"{where}: no sentence in {', '.join(missing)}; add it to the card or to that language's statements.yaml"]
