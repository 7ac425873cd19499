"""The library: reading cards and concepts from their folders, and checking that they fit together."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from rapidfuzz import process

from knowledge.documents.folder import FOLDER as DOCUMENTS
from knowledge.documents.folder import load_documents
from knowledge.documents.models import Document
from knowledge.documents.units import Unit, document_of, unit_of
from knowledge.errors import CardError, FarmasvarError
from knowledge.evidence.check import long_quotations, unknown_analytes
from knowledge.evidence.contradictions import contradictions
from knowledge.evidence.faults import Fault, refusal
from knowledge.evidence.forms import FORMS
from knowledge.evidence.forms.level import Level
from knowledge.evidence.models import Card, CardKind, Claim, Intent, SourceRecord
from knowledge.evidence.replacing import replaced_by, with_replacing
from knowledge.evidence.scope import Scope
from knowledge.languages import FOLDER as LANGUAGES_FOLDER
from knowledge.languages import LANGUAGES, read_yaml
from knowledge.languages.analysis import fold, words
from knowledge.sources.freshness import source_changes
from knowledge.terminology.brands import load_brands
from knowledge.terminology.concepts import Concept, Terminology
from knowledge.terminology.substance_names import load_substances

CARDS_FOLDER = Path(__file__).parents[1] / "cards"
EARLIER = "earlier"
"""Folder beside the cards of what was approved before a card was opened again."""
TERMINOLOGY_FOLDER = Path(__file__).parents[1] / "terminology"

ANSWERS = (CardKind.RELIS_ANSWER, CardKind.SVELIC_ANSWER)
"""Kinds of source that answer one enquiry, and are dated by it."""

UNSAID = {"review", "history"}
"""Fields of a card that no answer is made of: a change of them alone asks for no new index."""

Model = TypeVar("Model", bound=BaseModel)


class Library:
    """All cards, by id, with the terminology they use."""

    def __init__(
        self, cards: Iterable[Card], terminology: Terminology, documents: Iterable[Document] = (),
        outdated: Iterable[str] = (),
    ) -> None:  # fmt: skip
        self.terminology = terminology
        self.outdated = frozenset(outdated)
        """Cards and documents whose source file has changed since they were read from it."""
        self.aside: Mapping[str, Card] = {}
        """Cards that do not answer and are shown all the same: drafts, withdrawn ones, and what another replaces."""
        self.replaced: Mapping[str, str] = {}
        """What another card of the same work replaces, with that card."""
        self.documents: dict[str, Document] = {document.id: document for document in documents}
        self.cards: dict[str, Card] = {}
        for card in cards:
            if card.id in self.cards:
                raise CardError(f"two cards are called `{card.id}`; rename one")
            self.cards[card.id] = card

    def source(self, identifier: str) -> Card:
        """The card of a source, or what a card would say of a document: where it comes from, and no claims."""
        document = self.documents.get(identifier)
        if document is None:
            return self.cards[identifier] if identifier in self.cards else self.aside[identifier]
        if not self._has_claims(identifier):
            return card_of(document)
        # Whoever relied on either is told when it changes: the version counts the changes of both.
        card = self.cards[identifier]
        return card.model_copy(update={"version": card.version + document.version - 1})

    def unit(self, reference: str) -> Unit | None:
        """A sentence or row of a document by its reference; None where there is none such."""
        document = self.documents.get(document_of(reference))
        return unit_of(reference, document) if document else None

    def _has_claims(self, identifier: str) -> bool:
        return identifier in self.cards and bool(self.cards[identifier].claims)

    @cached_property
    def claims(self) -> dict[str, tuple[Card, Claim]]:
        """Every claim with its card, by `card#claim`, in the order of the cards."""
        return {f"{card.id}#{claim.id}": (card, claim) for card in self.cards.values() for claim in card.claims}

    @cached_property
    def naming(self) -> Mapping[str, Sequence[str]]:
        """By concept, the claims that name it in any role."""
        found: dict[str, list[str]] = defaultdict(list)
        for reference, (_, claim) in self.claims.items():
            for concept in {*claim.concepts, *([claim.comparator] if claim.comparator else [])}:
                found[concept].append(reference)
        return dict(found)

    @cached_property
    def _cards_by_concept(self) -> Mapping[str, frozenset[str]]:
        return {
            concept: frozenset(self.claims[reference][0].id for reference in claims)
            for concept, claims in self.naming.items()
        }

    def cards_naming(self, concept: str) -> int:
        """How many cards have a claim that names a concept, a kind of it, or what it is a kind of."""
        if concept not in self._count_naming:
            of_kin = (self._cards_by_concept.get(one, frozenset()) for one in self.terminology.kin(concept))
            self._count_naming[concept] = len(frozenset().union(*of_kin))
        return self._count_naming[concept]

    @cached_property
    def _count_naming(self) -> dict[str, int]:
        return {}

    @cached_property
    def thresholds(self) -> Mapping[str, Sequence[str]]:
        """By analyte, the claims that state a threshold for it."""
        found: dict[str, list[str]] = defaultdict(list)
        for reference, (_, claim) in self.claims.items():
            if isinstance(claim.code, Level):
                found[claim.code.analyte].append(reference)
        return dict(found)

    @cached_property
    def _card_names(self) -> Mapping[str, Sequence[tuple[int, str, tuple[str, ...]]]]:
        """The names of the cards as folded words by their first one, with the place and the id of the card."""
        found: dict[str, list[tuple[int, str, tuple[str, ...]]]] = defaultdict(list)
        for place, card in enumerate(self.cards.values()):
            for name in card.names:
                if parts := tuple(map(fold, words(name))):
                    found[parts[0]].append((place, card.id, parts))
        return dict(found)

    def cards_named(self, text: str, longest_ending: int = 0) -> list[str]:
        """Cards whose name stands in a text, in their order; its last word may have an ending of so many letters."""
        typed = [fold(word) for word in words(text)]
        found = set()
        for start, first in enumerate(typed):
            for beginning in (first[: len(first) - cut] for cut in range(min(longest_ending + 1, len(first)))):
                for place, card, parts in self._card_names.get(beginning, ()):
                    window = typed[start : start + len(parts)]
                    last, as_named = window[-1], parts[-1]
                    ends = last.startswith(as_named) and len(last) - len(as_named) <= longest_ending
                    if len(window) == len(parts) and ends and (*window[:-1],) == parts[:-1]:
                        found.add((place, card))
        return [card for _, card in sorted(found)]

    @cached_property
    def concepts(self) -> frozenset[str]:
        """Every concept that some claim names, with the wider ones."""
        named = frozenset(concept for _, claim in self.claims.values() for concept in claim.concepts)
        return named.union(*(self.terminology.wider(concept) for concept in named))

    @cached_property
    def _named(self) -> frozenset[str]:
        claims = (claim for _, claim in self.claims.values())
        return frozenset(c for claim in claims for c in (*claim.concepts, claim.comparator) if c)

    def speaks_of(self, concept: str) -> bool:
        """Whether some claim names a concept: itself, a kind of it, or what it is a kind of."""
        return not self.terminology.kin(concept).isdisjoint(self._named)

    @cached_property
    def studied(self) -> frozenset[str]:
        """The groups and conditions that a claim on an effect is about."""
        effects = [claim for _, claim in self.claims.values() if claim.intent is Intent.EFFICACY]
        return frozenset(concept for claim in effects for concept in (*claim.populations, *claim.conditions)) - {
            "disease"
        }

    @cached_property
    def scope(self) -> Scope:
        """What the library knows of each medicine, complaint, group and route."""
        return Scope(self.claims, self.terminology)

    def settle(self) -> None:
        """Work out now what is otherwise worked out when it is first asked for."""
        for owner in (self, self.scope):
            for name, member in vars(type(owner)).items():
                if isinstance(member, cached_property):
                    getattr(owner, name)

    @cached_property
    def version(self) -> str:
        """A fingerprint that changes whenever a card or a concept does."""
        digest = hashlib.sha256()
        for card in sorted(self.cards.values(), key=lambda card: card.id):
            unsaid = UNSAID if card.further else {*UNSAID, "further"}
            digest.update(card.model_dump_json(exclude=unsaid).encode())
        for document in sorted(self.documents.values(), key=lambda document: document.id):
            digest.update(document.model_dump_json().encode())
        for concept in sorted(self.terminology.concepts.values(), key=lambda concept: concept.id):
            digest.update(concept.model_dump_json().encode())
        return digest.hexdigest()[:16]


def card_of(document: Document) -> Card:
    """What a card would say of a document: where it comes from, and no claims."""
    year = document.dated.year if document.dated else None
    source = SourceRecord(
        title=document.title, container=document.number.partition(";")[0], publisher=document.publisher,
        issue=document.number.partition(";")[2].strip(), language=document.language, year=year,
        enquiry_date=document.dated if document.kind in ANSWERS else None, checked=document.dated or date.min,
        url=document.url,
    )  # fmt: skip
    return Card(
        id=document.id, kind=document.kind, version=document.version, review_state="reviewed", source=source, claims=()
    )


def _first_fault(error: ValidationError, content: Any, where: str) -> Fault:
    """The first fault of a refused file in one line, naming the file and the claim it is in."""
    fault = error.errors()[0]
    path = _path_of(fault["loc"], content)
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    english = f"{where}: {' '.join(path)}: {fault['msg'].removeprefix('Value error, ')}{more}"
    slots: dict[str, str] = {}
    if path[:1] == ["claims"] and (named := [step.strip("`") for step in path if step.startswith("`")]):
        slots["claim"] = named[0]
    # What a check of several fields raises names them itself.
    if fault["type"] != "value_error" and (field := ".".join(_field_of(fault["loc"]))):
        slots["field"] = field
    kind = f"{'field' if 'field' in slots else 'of'}-{'claim' if 'claim' in slots else 'card'}"
    return Fault(english, kind, fault=refusal(fault), **slots)


def _path_of(location: tuple[int | str, ...], content: Any) -> list[str]:
    """The way to a fault, with the names of claims and arms in the place of their numbers."""
    path: list[str] = []
    place = content
    for step in location:
        inside = isinstance(place, dict) and step in place or isinstance(place, list) and step in range(len(place))
        place = place[step] if inside else None
        name = place.get("id") if isinstance(place, dict) and isinstance(step, int) else None
        path.append(f"`{name}`" if name else str(step))
    return path


def _field_of(location: tuple[int | str, ...]) -> list[str]:
    """The names that lead to a field, within its claim; the form of a code, which chooses its model, is none."""
    steps = [step for step in location if isinstance(step, str)]
    if location[:1] == ("claims",):
        steps = steps[1:]
    return [step for place, step in enumerate(steps) if not (place == 1 and steps[0] == "code" and step in FORMS)]


def parse(model: type[Model], content: object, where: str) -> Model:
    """The content as a model, or a `CardError` of one line that says where the fault is."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise CardError(_first_fault(error, content, where)) from error


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
    """The folder: its concepts, with the names that language folders add, substances and brands.

    `concepts.yaml` of a language names concepts in a language that the folder lacks, `typed_names.yaml` what they are
    called besides where people type in haste.
    """
    typed = {tag: read_yaml(path) for tag in LANGUAGES if (path := languages / tag / "typed_names.yaml").exists()}
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
            _add_typed_names(entry, typed)
            concepts.append(parse(Concept, entry, f"{path.name}: concept `{_id_of(entry)}`"))
    return Terminology(concepts, load_substances(folder / "substances"), load_brands(folder / "brands"))


def _add_typed_names(entry: object, typed: Mapping[str, object]) -> None:
    """Add to a concept what it is called in haste, by language."""
    if not isinstance(entry, dict) or not isinstance(entry.get("names"), dict):
        return
    for tag, names in typed.items():
        own, more = entry["names"].get(tag), names.get(entry.get("id")) if isinstance(names, dict) else None
        if isinstance(own, dict) and more:
            own["typed"] = more


def _id_of(entry: object) -> object:
    return entry.get("id", "without id") if isinstance(entry, dict) else entry


def read_card(path: Path, translations: dict[str, Any] | None = None) -> Card:
    """One card file, with the sentences language folders add to it."""
    return card_from(read_yaml(path), path, translations)


def card_from(content: object, path: Path, translations: dict[str, Any] | None = None) -> Card:
    """The card that the content of a file is, with the sentences language folders add to it."""
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


def load_library(
    *folders: Path, terminology: Path = TERMINOLOGY_FOLDER, switched_off: Collection[str] = (), drafts: bool = False
) -> Library:
    """The cards of the folders that answer, by default of the one that ships; a `CardError` names the first fault.

    Withdrawn cards do not answer, nor do those switched off: by their id, their kind or their publisher; draft cards
    only with `drafts`, and of them no claim that has something open; of several cards of one work one alone.
    """
    everything = _everything(folders, terminology, drafts=drafts)
    faults = consistency_faults(everything) or unknown_switches(everything, switched_off)
    if faults:
        raise CardError(faults[0])
    library = _what_answers(everything, {name.casefold() for name in switched_off}, drafts=drafts)
    library.outdated = outdated_in(folders, library)
    return library


def _everything(folders: Sequence[Path], terminology: Path, *, drafts: bool) -> Library:
    """All cards and documents of the folders; without `drafts`, of a card opened again what was approved of it."""
    translations = read_translations()
    paths = card_files(folders)
    if doubled := doubled_names(paths):
        raise CardError(doubled[0])
    loaded = [read_card(path, translations) for path in paths]
    if not drafts:
        loaded = [_approved_before(card, path, translations) for card, path in zip(loaded, paths, strict=True)]
    documents = load_documents(folders)
    return Library(loaded, load_terminology(terminology), documents)


def _what_answers(everything: Library, off: Collection[str], *, drafts: bool) -> Library:
    """The cards and documents that answer, with the cards aside that are only shown."""
    cards = list(everything.cards.values())
    answering, quoted = _allowed(everything, off, drafts=drafts)
    heard = {card.id for card in answering} | {document.id for document in quoted}
    replaced = replaced_by([card for card in cards if card.id in heard])
    answers = [_without_open(card) for card in answering if card.id not in replaced]
    library = Library(answers, everything.terminology, with_replacing(quoted, replaced))
    shown = (card for card in cards if card.id in replaced or _is_on(card, off))
    library.aside = {card.id: card for card in shown if card.id not in library.cards}
    library.replaced = replaced
    return library


def _allowed(everything: Library, off: Collection[str], *, drafts: bool) -> tuple[list[Card], list[Document]]:
    """The cards and the documents that may answer, if nothing of the same work replaces them."""
    states = ("reviewed", "draft") if drafts else ("reviewed",)
    cards = [card for card in everything.cards.values() if card.review_state in states and _is_on(card, off)]
    return cards, [document for document in everything.documents.values() if _is_on(card_of(document), off)]


def _is_on(card: Card, off: Collection[str]) -> bool:
    """Whether none of the names of a card is switched off."""
    return _switches(card).isdisjoint(off)


def places_of(folder: Path) -> list[tuple[Path, str]]:
    """The folders of a library's folder that its cards and documents are read from, with the ending of their files."""
    return [(folder, ".yaml"), (folder / EARLIER, ".yaml"), (folder / DOCUMENTS, ".json")]


def outdated_in(folders: Iterable[Path], library: Library) -> frozenset[str]:
    """Cards and documents of the folders whose source file has changed since they were read from it."""
    compared = {card.id: card.review.compared for card in library.cards.values() if card.review.compared}
    changes = (change for folder in folders for change in source_changes(folder, compared) if change.why == "changed")
    return frozenset(name for change in changes for name in change.cards)


def _approved_before(card: Card, path: Path, translations: dict[str, Any]) -> Card:
    """Of an approved card that was opened again, what was approved: it answers until the draft is approved."""
    if card.review_state != "draft" or not card.history:
        return card
    found = approved_file(card, path)
    return card_from(read_yaml(found), path, translations) if found else card


def approved_file(card: Card, path: Path) -> Path | None:
    """The file of the version that was approved last, where one is kept and the card was not withdrawn since."""
    withdrawn = max((place for place, change in enumerate(card.history) if change.what == "withdrawn"), default=None)
    versions = list(range(card.version, 0, -1))
    if withdrawn is not None:
        again = {change.version for change in card.history[withdrawn:] if change.what == "approved"}
        versions = [version for version in versions if version in again]
    return next((file for version in versions if (file := earlier_file(path, version)).exists()), None)


def earlier_file(path: Path, version: int) -> Path:
    """Where an approved version of a card is kept while a later one is a draft."""
    return path.parent / EARLIER / f"{path.stem}-v{version}.yaml"


def _without_open(card: Card) -> Card:
    """The card without claims that wait for a person."""
    if not any(claim.open for claim in card.claims):
        return card
    return card.model_copy(update={"claims": tuple(claim for claim in card.claims if not claim.open)})


def card_files(folders: Sequence[Path]) -> list[Path]:
    """Every card file of the folders, in their order; of the folder that ships where none is given."""
    return [path for folder in folders or (CARDS_FOLDER,) for path in sorted(folder.glob("*.yaml"))]


def doubled_names(paths: Iterable[Path]) -> list[str]:
    """What is wrong where card files of two folders bear one name, a line each: an answer could not tell them apart."""
    first: dict[str, Path] = {}
    return [
        f"two cards are called `{path.stem}`: {known} and {path}; give one file, and the `id` in it, another name"
        for path in paths
        if (known := first.setdefault(path.stem, path)) != path
    ]


def _switches(card: Card) -> set[str]:
    """The names by which a card can be switched off, in small letters."""
    return {card.id, str(card.kind), card.source.publisher.casefold()}


def unknown_switches(library: Library, switched_off: Collection[str]) -> list[str]:
    """Names to switch off that nothing in the library bears, with the nearest that something does."""
    sources = (*library.cards.values(), *map(card_of, library.documents.values()))
    known = sorted({name for card in sources for name in _switches(card)})
    faults = []
    for name in sorted(switched_off):
        if name.casefold() not in known:
            nearest = process.extractOne(name.casefold(), known, score_cutoff=70)
            cure = f"did you mean `{nearest[0]}`?" if nearest else "give a card, a kind of source or a publisher"
            faults.append(f"FARMASVAR_SWITCHED_OFF: the library holds nothing called `{name}`; {cure}")
    return faults


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


def find_faults(
    *folders: Path, terminology: Path = TERMINOLOGY_FOLDER, switched_off: Collection[str] = ()
) -> list[str]:
    """Every fault of the library, one line each: file, claim, what is wrong and how to mend it."""
    faults: list[str] = []
    loaded: list[Card] = []
    try:
        terms = load_terminology(terminology)
        translations = read_translations()
    except FarmasvarError as error:
        return [str(error)]
    for path in card_files(folders):
        try:
            loaded.append(read_card(path, translations))
        except FarmasvarError as error:
            faults.append(str(error))
    try:
        library = Library(loaded, terms, load_documents(folders))
    except CardError as error:
        return [*faults, str(error)]
    if faults:  # the rest would only repeat that cards are missing
        return faults + consistency_faults(library)
    faults = consistency_faults(library) + missing_names(terms) + unknown_switches(library, switched_off)
    if CARDS_FOLDER in (folders or (CARDS_FOLDER,)):  # the language folders speak of the cards that ship
        faults += unknown_translations(library, translations)
    return faults + long_quotations(loaded) + contradictions(loaded, terms)


def consistency_faults(library: Library) -> list[str]:
    """What no single card can see: unknown concepts, missing languages, references to cards that are not there."""
    faults = [fault for card in library.cards.values() for fault in faults_among(card, library)]
    return faults + unknown_analytes(library.cards.values(), library.terminology)


def faults_among(card: Card, library: Library) -> list[str]:
    """The same of one card among those of a library, but for analytes."""
    faults: list[str] = []
    for other in card.contained_in:
        if other not in library.cards:
            faults.append(Fault(f"{card.id}.yaml: `contained_in` names an unknown card `{other}`; correct the id",
                                "unknown-container", card=other))
    faults += _missing_languages(card.source.standing_note, f"{card.id}.yaml: standing_note", "note")
    own = {f"{card.id}#{claim.id}" for claim in card.claims}
    for claim in card.claims:
        where = f"{card.id}.yaml: claim `{claim.id}`"
        for concept in sorted(claim.concepts | ({claim.comparator} if claim.comparator else set())):
            if concept not in library.terminology and not library.terminology.is_medicine(concept):
                faults.append(Fault(
                    f"{where}: unknown concept `{concept}`; add it to knowledge/terminology or correct it",
                    "unknown-concept", claim=claim.id, concept=concept))
        faults += _missing_languages(claim.statement, f"{where}: statement", "statement", claim.id)
        if claim.discrepancy:
            faults += _missing_languages(claim.discrepancy.statement, f"{where}: discrepancy", "discrepancy", claim.id)
            for other in claim.discrepancy.against:
                if other not in library.cards and other not in library.claims and other not in own:
                    faults.append(Fault(f"{where}: discrepancy with unknown `{other}`; name a card or card#claim",
                                        "unknown-discrepancy", claim=claim.id, other=other))
                if other == f"{card.id}#{claim.id}":
                    faults.append(Fault(
                        f"{where}: discrepancy with itself; leave `against` empty for a source's own",
                        "own-discrepancy", claim=claim.id))
    return faults


def _missing_languages(sentences: dict[str, str], where: str, kind: str, claim: str = "") -> list[str]:
    missing = [tag for tag in LANGUAGES if tag not in sentences]
    if not sentences or not missing:
        return []
    return [Fault(
        f"{where}: no sentence in {', '.join(missing)}; add it to the card or to that language's statements.yaml",
        f"no-{kind}", languages=" ".join(missing), **({"claim": claim} if claim else {}))]
