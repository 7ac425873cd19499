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
from knowledge.models import Card, Claim

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
    for language, by_claim in sentences.items():
        note = by_claim.get("standing_note")
        if note:
            content["source"].setdefault("standing_note", {}).setdefault(language, note)
        for claim in content.get("claims") or []:
            added = by_claim.get(claim.get("id")) or {}
            for field in ("statement", "questions"):
                if added.get(field):
                    claim.setdefault(field, {}).setdefault(language, added[field])
            if added.get("discrepancy") and claim.get("discrepancy"):
                claim["discrepancy"]["statement"].setdefault(language, added["discrepancy"])
    return content


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
                if isinstance(names, dict) and isinstance(entry, dict) and entry.get("id") in names:
                    entry["names"].setdefault(tag, names[entry["id"]])
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
    return faults + consistency_faults(Library(loaded, terms))


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
