"""What the pages for reviewing do, without HTTP: cards as files, changed by one person at a time.

Everything here blocks and runs in a worker thread. What is done is in the card's own file before the next page shows.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache, reduce
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from bot.answering.sentences import estimate_line
from bot.channels.web.adding import concept_shown, first_fault, with_concepts
from bot.channels.web.choices import ALWAYS, choices_of
from knowledge.documents.folder import FOLDER as DOCUMENTS
from knowledge.errors import CardError
from knowledge.evidence.faults import Fault, Line
from knowledge.evidence.library import approved_file, card_files
from knowledge.evidence.vocabulary import Frozen
from knowledge.evidence.wording import claim_sentence
from knowledge.languages import LANGUAGES
from knowledge.languages.texts import messages_in
from knowledge.review.comparing import Difference, differences
from knowledge.review.desk import CardView, ClaimView, QueueItem, queue, sentence, view
from knowledge.review.editing import CLAIM_FIELDS, Hand, correct, put_back, typed, with_values
from knowledge.review.files import ChangedMeanwhile, OpenCard, Shelf, open_card, open_shelf, saved
from knowledge.review.open_parts import OpenPart, open_parts
from knowledge.review.places import Found
from knowledge.review.states import Policy, obstacles
from knowledge.review.terms import Candidate, Role, candidates, quoted_terms
from knowledge.review.yaml_edits import content_of
from knowledge.sources.drafting.terms import shipped_terms
from knowledge.sources.extraction.models import Place

NOT_EDITED = ("id", "open", "statements")
"""Fields of a claim that have buttons of their own, or no page."""
OFFERED: Mapping[str, tuple[str, ...]] = {"effect": ("code.change",)}
"""Fields of a form that most claims of it need, shown also where a claim has them not yet."""
RECORD = (
    "source.title", "source.authors", "source.container", "source.publisher", "source.year", "source.issue",
    "source.language", "source.enquiry_date", "source.search_date", "source.url", "source.identifiers.doi",
    "source.identifiers.pmid", "source.identifiers.cochrane", "source.identifiers.relis", "source.identifiers.registry",
    "names",
)
"""Fields of a card's bibliographic record that a page shows, those without a value too."""
MOST_CANDIDATES = 5
Change = Callable[[OpenCard, Hand], OpenCard]
State = tuple[tuple[str, int, int], ...]
Dropped = tuple[Mapping[str, Any], int]
"""A claim as its file had it, and its place among the others."""


class Field(Frozen):
    """One field of a claim, as it stands in a form."""

    name: str
    """With dots into it: `effect.value`."""
    value: str
    choices: tuple[str, ...] = ()


class Piece(Frozen):
    """A stretch of a source's text."""

    text: str
    claims: tuple[str, ...] = ()
    """The claims that it is the place of."""
    begins: str = ""
    """The claim whose place begins here."""
    is_current: bool = False
    are_words: bool = False
    """Whether these are the words that the locator of the current claim gives."""


class Unmapped(Frozen):
    """Words of a source that stand in the place of a concept."""

    role: Role
    text: str
    language: str
    candidates: tuple[Candidate, ...]
    alike: int
    """Claims of the card that have these words in that place."""


class Opened(Frozen):
    """A card as a page shows it."""

    view: CardView
    revision: str
    current: ClaimView | None
    sentence: str
    numbers: str
    """Those behind it, in one line, as whoever asks is shown them."""
    pieces: tuple[Piece, ...]
    fields: tuple[Field, ...]
    unmapped: tuple[Unmapped, ...]
    open_parts: tuple[OpenPart, ...]
    obstacles: tuple[Line, ...]
    record: tuple[Field, ...]
    """What is to be compared with the source's own record."""
    is_quoted: bool
    """Whether the text of the source answers word for word, as a document."""
    was_approved: bool
    """Whether a version of it was approved before, which answers while this one is a draft."""
    dropped: str
    """The claim that was taken out of it last, while it can be put back."""
    changed: tuple[Difference, ...]
    """What differs from what was approved before."""
    unsaid: Mapping[str, tuple[str, ...]]
    """What each card of the same work says that will answer no more once this one is approved."""


class ReviewDesk:
    """The cards of some folders."""

    def __init__(self, folders: Iterable[Path], policy: Policy, today: Callable[[], date]) -> None:
        self.policy = policy
        self._folders, self._today = tuple(folders), today
        self._lock = threading.Lock()
        self._shelf: Shelf | None = None
        self._state: State = ()
        self._dropped: dict[str, Dropped] = {}

    def warm_up(self, languages: Iterable[str]) -> None:
        """Read the cards and the terminology, and lay out a draft in each language, before somebody waits for it."""
        if not self._folders:
            return
        shipped_terms()
        first = next((item.card for item in self.queue()[0] if item.claims), None)
        for language in languages if first is not None else ():
            self.opened(str(first), "", language, language)

    def queue(self) -> tuple[list[QueueItem], tuple[str, ...]]:
        """The cards that wait, and the files that are none."""
        shelf = self._current_shelf()
        return queue(shelf, self._today()), shelf.faults

    def holds(self, card: str) -> bool:
        """Whether there is a file of the card to review."""
        return any((folder / f"{card}.yaml").exists() for folder in self._folders)

    def opened(self, card: str, claim: str, language: str, spoken: str) -> Opened:
        """A card, with one of its claims in front: the one named, or the first that waits.

        `language` is that of the sentence, `spoken` that of the page, in which concepts are named.
        """
        found = open_card(self._current_shelf(), card)
        told = view(found)
        wanted = next((one for one in told.claims if one.claim.id == claim), None)
        if wanted is None and told.claims:
            wanted = told.claims[told.next_claim or 0]
        return Opened(
            view=told, revision=found.revision, current=wanted,
            sentence=_sentence(found, wanted.claim.id, language) if wanted else "",
            numbers=_numbers(found, wanted.claim.id, language) if wanted else "",
            pieces=tuple(pieces(told, wanted.claim.id if wanted else "")),
            fields=tuple(_fields(wanted.content, spoken)) if wanted else (),
            unmapped=tuple(_unmapped(wanted, told.claims)) if wanted else (),
            open_parts=tuple(open_parts(found, wanted, language, shipped_terms())) if wanted else (),
            obstacles=tuple(obstacles(found)), record=tuple(_record(found)),
            is_quoted=(found.path.parent / DOCUMENTS / f"{card}.json").exists(), changed=tuple(_since_approval(found)),
            was_approved=_approved_before(found) is not None, dropped=self._dropped_of(found),
            unsaid={twin.card: tuple(_sentences(found, twin.card, language)) for twin in told.twins if twin.gives_way})

    def change(self, card: str, revision: str, person: str, change: Change) -> OpenCard:
        """Do something to a card and write it; raises `ChangedMeanwhile` where it is not what the page showed."""
        with self._lock:
            shelf = self._refreshed()
            found = open_card(shelf, card)
            if found.revision != revision:  # before the change is tried, which may not fit what another made of it
                raise ChangedMeanwhile(found.path, "")
            changed = change(found, Hand(person, self._today()))
            if not changed.is_changed:
                return changed
            done = saved(changed)
            for place, claim in enumerate(found.content.get("claims") or ()):
                if claim["id"] not in {one.id for one in done.card.claims}:
                    self._dropped[card] = (claim, place)
            self._shelf, self._state = done.shelf, _state(self._folders)
            return done

    def put_back(self, card: OpenCard, hand: Hand) -> OpenCard:
        """The card with the claim that was taken out of it last."""
        if not self._dropped_of(card):
            raise CardError(Fault(f"{card.path.name}: no claim to put back", "nothing-dropped"))
        claim, place = self._dropped[card.card.id]
        return put_back(card, claim, place, hand)

    def _dropped_of(self, card: OpenCard) -> str:
        """Only as long as the card has no such claim, and for as long as the service runs."""
        claim, _ = self._dropped.get(card.card.id, ({}, 0))
        name = str(claim.get("id", ""))
        return "" if name in {one.id for one in card.card.claims} or card.card.review_state != "draft" else name

    def tried(self, card: str, claim: str, given: Mapping[str, str], language: str, spoken: str) -> tuple[str, str]:
        """What a claim would say with other values in its fields, and its numbers; nothing is written."""
        found = open_card(self._current_shelf(), card)
        done = corrected(found, claim, given, spoken, Hand("nobody", self._today()))
        return _sentence(done, claim, language), _numbers(done, claim, language)

    def _current_shelf(self) -> Shelf:
        with self._lock:
            return self._refreshed()

    def _refreshed(self) -> Shelf:
        """Every card as it is on disk; read again only where a file has changed."""
        state = _state(self._folders)
        if self._shelf is None or state != self._state:
            self._shelf, self._state = open_shelf(self._folders), state
        return self._shelf


def changes(card: OpenCard, claim: str, given: Mapping[str, str], spoken: str) -> dict[str, Any]:
    """The fields of a form whose values are not those of the claim, as the file is to hold them.

    A finding that is open is given by whoever chooses one, also the one that stands there meanwhile. Raises
    `CardError` where a name is no concept's.
    """
    content = _content_of(card, claim)
    shown = {field.name: field.value for field in _fields(content, spoken)}
    if "finding" in content.get("open", ()):
        shown["finding"] = ""
    new = {name: text for name, text in given.items() if text.strip() != shown.get(name, "")}
    return {name: with_concepts(name, text, spoken) for name, text in new.items() if text.strip() or name not in ALWAYS}


def corrected(card: OpenCard, claim: str, given: Mapping[str, str], spoken: str, hand: Hand) -> OpenCard:
    """The card with what a form changed of a claim; a `CardError` says what is wrong with which field."""
    fields = changes(card, claim, given, spoken)
    try:
        return correct(card, claim, fields, hand) if fields else card
    except CardError as error:
        if isinstance(error.args[0], Fault):
            raise
        if unknown := next((name for name in fields if name.split(".")[0] not in CLAIM_FIELDS or name == "id"), None):
            fault = Fault("there is no such field", "no-field")
            raise CardError(Fault(f"{unknown}: {fault}", "in-field", field=unknown, fault=fault)) from error
        wrong = first_fault(with_values(_content_of(card, claim), fields))
        raise CardError(wrong or Fault(str(error), "at-odds")) from error


def _content_of(card: OpenCard, claim: str) -> dict[str, Any]:
    return next((dict(item) for item in card.content.get("claims") or () if item.get("id") == claim), {})


def changes_of_record(card: OpenCard, given: Mapping[str, str]) -> dict[str, Any]:
    """The fields of the record whose values in a form are not those of the card."""
    shown = {field.name: field.value for field in _record(card)}
    return {name: _typed_of_record(name, text) for name, text in given.items()
            if name in shown and text.strip() != shown[name]}


def _record(card: OpenCard) -> list[Field]:
    found = ((path, reduce(_inner, path.split("."), card.content)) for path in RECORD)
    return [Field(name=path, value="; ".join(map(str, value)) if isinstance(value, list | tuple) else _written(value))
            for path, value in found]


def _inner(content: Any, name: str) -> Any:
    return content.get(name) if isinstance(content, Mapping) else None


def _typed_of_record(name: str, text: str) -> Any:
    """What was typed for a field of the record; lists have semicolons, since names may have commas in them."""
    if name in ("names", "source.authors"):
        return [part.strip() for part in text.split(";") if part.strip()] or None
    return typed(name, text)


def pieces(told: CardView, current: str) -> list[Piece]:
    """The text of a source, cut where a place of a claim begins or ends."""
    places = {one.claim.id: place for one in told.claims if (place := _shown_place(one.place))}
    words = next((one.place.words for one in told.claims if one.claim.id == current), None)
    spans = [Place(start=0, end=len(told.text)), *places.values(), *([words] if words else [])]
    cuts = sorted({end for span in spans for end in (span.start, span.end)})
    found = []
    for start, end in pairwise(cuts):
        inside = tuple(claim for claim, place in places.items() if _holds(place, start, end))
        first = next((claim for claim in inside if places[claim].start == start), "")
        found.append(Piece(text=told.text[start:end], claims=inside, begins=first, is_current=current in inside,
                           are_words=words is not None and _holds(words, start, end)))
    return found


def _shown_place(found: Found) -> Place | None:
    return found.sentence or found.words or found.section


def _holds(place: Place, start: int, end: int) -> bool:
    return place.start <= start and end <= place.end


def _fields(content: Mapping[str, Any], spoken: str) -> list[Field]:
    """The fields of a claim for a form, mappings taken apart, concepts by their names in a language."""
    form = str((content.get("code") or {}).get("form", "effect"))
    fields = {name: value for name, value in _flat(content) if name.split(".")[0] not in NOT_EDITED}
    fields |= {name: None for name in OFFERED.get(form, ()) if name not in fields}
    return [
        Field(name=name, value=concept_shown(name, value, spoken) or _written(value), choices=choices_of(name, form))
        for name, value in fields.items()
    ]


def _flat(content: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in content.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def _written(value: object) -> str:
    """A value as somebody would type it."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        if all(isinstance(item, str) and "," not in item for item in value):
            return ", ".join(value)
        return yaml.safe_dump(list(value), default_flow_style=True, width=10_000, allow_unicode=True).strip()
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _sentences(card: OpenCard, other: str, language: str) -> Iterable[str]:
    """What another card of the shelf says."""
    terminology, messages = card.shelf.library.terminology, messages_in(language if language in LANGUAGES else "en")
    claims = card.shelf.library.cards[other].claims
    return (claim_sentence(claim, messages, terminology) for claim in claims if not claim.open)


def _sentence(card: OpenCard, claim: str, language: str) -> str:
    try:
        return sentence(card, claim, language if language in LANGUAGES else "en")
    except CardError as fault:
        return str(fault)


def _numbers(card: OpenCard, claim: str, language: str) -> str:
    """The numbers behind a claim, as far as they can be told before everything in it is decided."""
    found = next((one for one in card.card.claims if one.id == claim), None)
    terminology = card.shelf.library.terminology
    try:
        messages = messages_in(language if language in LANGUAGES else "en")
        return estimate_line(found, messages, terminology) if found else ""
    except KeyError:  # no name of a concept in this language, which is said of the sentence
        return ""


def _unmapped(shown: ClaimView, claims: Sequence[ClaimView]) -> Iterable[Unmapped]:
    for role, quote in quoted_terms(shown.claim).items():
        if role in shown.claim.open:  # which is decided first
            continue
        same = [one for one in claims if (said := quoted_terms(one.claim).get(role)) and said.text == quote.text]
        yield Unmapped(role=role, text=quote.text, language=quote.language, alike=len(same),
                       candidates=_candidates(quote.text, role, quote.language))


@lru_cache(maxsize=1024)
def _candidates(text: str, role: Role, language: str) -> tuple[Candidate, ...]:
    return tuple(candidates(text, role, shipped_terms(), language, most=MOST_CANDIDATES))


def _since_approval(card: OpenCard) -> list[Difference]:
    """What differs from the version that was approved last and is kept beside the cards."""
    kept = _approved_before(card)
    before = content_of(kept.read_text(encoding="utf-8")) if kept else None
    return differences(before, card.content) if isinstance(before, Mapping) else []


def _approved_before(card: OpenCard) -> Path | None:
    """The file of the version that was approved last, where one is kept."""
    return approved_file(card.card, card.path)


def _state(folders: tuple[Path, ...]) -> State:
    """What tells whether any card's file has changed."""
    found = []
    for path in card_files(folders):
        status = path.stat()
        found.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(found)
