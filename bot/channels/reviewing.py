"""The review desk in the terminal: the queue, and a draft walked claim by claim beside its source.

What is done is saved at once, so that a review can be left at any time and gone on with. Like the other tools of
editors it speaks English; the sentence of a claim is shown in any language.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from bot.answering.sentences import estimate_line
from bot.channels.screen import Emphasis, Hands, Screen
from knowledge.errors import CardError
from knowledge.evidence.models import Claim, SourceRecord
from knowledge.evidence.vocabulary import Certainty, Finding, Intent
from knowledge.languages import LANGUAGES
from knowledge.languages.texts import messages_in
from knowledge.review.comparing import Stretch
from knowledge.review.desk import CardView, ClaimView, QueueItem, is_dated, queue, sentence, view
from knowledge.review.editing import (
    CLAIM_FIELDS,
    OWN_RECORD,
    Hand,
    accept,
    add,
    correct,
    correct_record,
    drop,
    rewrite,
    settle,
    typed,
)
from knowledge.review.files import ChangedMeanwhile, OpenCard, Shelf, open_card, saved
from knowledge.review.places import Found
from knowledge.review.stale import source_now
from knowledge.review.states import Policy, approve, obstacles, reopen, withdraw
from knowledge.review.terms import (
    ROLES,
    Candidate,
    Proposal,
    Role,
    candidates,
    concept_named,
    map_term,
    propose,
    quoted_terms,
)
from knowledge.review.yaml_edits import content_of, entry
from knowledge.sources.drafting.terms import Terms
from knowledge.sources.extraction.models import Place

AROUND = 300
"""Characters of the source shown before and after the place of a claim."""
KEYS = (
    "a accept · c correct a field · e edit the whole claim · m map a term · o nothing missing (settle) · d drop · "
    "+ add a claim · b the bibliographic record\n"
    "n next · p previous · l language · f the whole source · A approve · w withdraw · r open again · u undo · q quit"
)
CHOICES: Mapping[str, Sequence[str]] = {
    "finding": [str(one) for one in Finding], "certainty": [str(one) for one in Certainty],
    "intent": [str(one) for one in Intent],
}  # fmt: skip
RECORD_FIELDS = (*(f"source.{name}" for name in SourceRecord.model_fields), *OWN_RECORD[1:])
NEW_CLAIM = """\
# One claim. See knowledge/cards/README.md for the forms and their fields.
intervention:
conditions: []
code: {form: effect}
locator: {section: , begins: }
"""


def review_cards(
    shelf: Shelf, screen: Screen, hands: Hands, *, name: str, today: date, policy: Policy, language: str,
    terms: Callable[[], Terms], cards: Sequence[str] = (),
) -> None:  # fmt: skip
    """Go through the queue, or straight to the one card named, until the reviewer leaves."""
    desk = _Desk(screen, hands, Hand(name, today), policy, language, terms)
    if only := cards[0] if len(cards) == 1 else None:
        desk.walk(open_card(shelf, only))
        return
    while waiting := queue(shelf, today, cards):
        desk.list_queue(waiting)
        chosen = hands.line("card (number; empty: the first; q: leave)", ())
        if chosen is None or chosen.strip() == "q":
            return
        item = _chosen(chosen.strip(), waiting)
        if item is None:
            screen.write(f"no card `{chosen.strip()}` in the queue")
            continue
        shelf = desk.walk(open_card(shelf, item.card))
    screen.write("nothing waits for a review")


def _chosen(said: str, waiting: Sequence[QueueItem]) -> QueueItem | None:
    if not said:
        return waiting[0]
    if said.isdigit() and 1 <= int(said) <= len(waiting):
        return waiting[int(said) - 1]
    return next((item for item in waiting if item.card == said), None)


class _Unmapped(NamedTuple):
    """Words of a source that stand in the place of a concept, or that nothing was made of."""

    role: Role
    words: str
    language: str
    is_open: bool

    def is_quoted_in(self, claim: Claim) -> bool:
        """Whether a claim has these words in the same place."""
        quote = quoted_terms(claim).get(self.role)
        return quote is not None and quote.text == self.words


def _unmapped(claim: ClaimView, language: str) -> list[_Unmapped]:
    """What a claim has no concept for, by role; `language` is that of its source."""
    quoted = {role: (quote.text, quote.language) for role, quote in quoted_terms(claim.claim).items()}
    left_open = {part: (words, language) for part, words in claim.left_open if part in ROLES}
    return [
        _Unmapped(role, *(quoted.get(role) or left_open[role]), is_open=role in left_open)
        for role in ROLES
        if role in quoted or role in left_open
    ]


class _Desk:
    """One reviewer at work."""

    def __init__(
        self, screen: Screen, hands: Hands, hand: Hand, policy: Policy, language: str, terms: Callable[[], Terms]
    ) -> None:
        self._screen, self._hands, self._hand = screen, hands, hand
        self._policy, self._language, self._terms = policy, language, terms
        self._place = 0
        self._undone: list[OpenCard] = []

    def list_queue(self, waiting: Sequence[QueueItem]) -> None:
        """The cards that wait."""
        for number, item in enumerate(waiting, start=1):
            state = f"{item.accepted}/{item.claims} accepted"
            if item.why != "draft":
                state = f"due {item.due}" if item.why == "due" else "its source has changed"
            more = f", {item.open} with something open" if item.open else ""
            more += ", no year" if item.why == "draft" and not item.is_dated else ""
            more += f", approved by {', '.join(item.approved_by)}" if item.approved_by else ""
            self._say(f"{number:>3}  {item.card:<28} {state}{more}  {item.title[:70]}")

    def walk(self, card: OpenCard) -> Shelf:
        """Show claim after claim and do what is asked, until the reviewer leaves or the card is done."""
        shown = view(card)
        self._place, self._undone = shown.next_claim or 0, []
        self._say(f"\n{card.card.id} · {card.card.kind} · {card.card.review_state} · version {card.card.version}")
        self._say(card.card.source.title)
        self._warn_of_date(card)
        for twin in shown.twins:
            which = "once approved, this card answers in its place" if twin.gives_way else "it answers, this does not"
            self._say(f"Of the same work as `{twin.card}` ({twin.by}): {which}.")
        if shown.changed_source:
            self._say("The source has changed since the card was approved; [-taken out-], [+put in+]:")
            self._say(_laid_over(shown.changed_source))
        self._show(card, shown)
        while True:
            key = self._hands.key("a c e m o d + b n p l f A w r u q ?")
            if key is None or key == "q":
                return card.shelf
            try:
                after = self._do(key[:1], card)
            except ChangedMeanwhile as error:
                self._say(str(error))
                after = open_card(card.shelf, card.card.id)
            except CardError as error:
                self._say(f"not done: {error}")
                continue
            if after is None:
                continue
            done = after.card.review_state != "draft" and card.card.review_state == "draft"
            card = after
            if done:
                self._say(f"{card.card.id}: {'approved' if key == 'A' else 'withdrawn'}")
                return card.shelf
            self._show(card, view(card))

    def _warn_of_date(self, card: OpenCard) -> None:
        if card.card.review_state == "draft" and not is_dated(card.card):
            self._say("Its source has no year and no date: give source.year with b, if it says one.")

    def _do(self, key: str, card: OpenCard) -> OpenCard | None:
        """What a key asks for; None where nothing is to be shown anew."""
        if key in WALKING:
            return WALKING[key](self, card)
        if key == "":
            return self._next(card)
        action = ACTIONS.get(key)
        if action is None:
            self._say(KEYS)
            return None
        changed = action(self, card)
        if changed is None or not changed.is_changed:
            return None
        self._undone.append(card)
        return saved(changed)

    def _claim(self, card: OpenCard) -> str:
        claims = card.card.claims
        if not claims:
            raise CardError("the card has no claim; add one with +")
        return claims[min(self._place, len(claims) - 1)].id

    def _accept(self, card: OpenCard) -> OpenCard:
        changed = accept(card, self._claim(card), self._hand)
        done = {item.claim for item in changed.card.review.accepted}
        waiting = [place for place, claim in enumerate(changed.card.claims) if claim.id not in done]
        if not waiting:
            self._say("every claim is done: A approves the card")
        else:
            self._place = next((place for place in waiting if place > self._place), waiting[0])
        return changed

    def _correct(self, card: OpenCard) -> OpenCard | None:
        claim = self._claim(card)
        said = self._hands.line("field=value (several with ;, empty value takes it away)", _completions(card, claim))
        if not said or not said.strip():
            return None
        return correct(card, claim, _pairs(said, "certainty=low"), self._hand)

    def _record(self, card: OpenCard) -> OpenCard | None:
        """The bibliographic record: shown, and corrected where something is given."""
        shown = {name: card.content[name] for name in OWN_RECORD if name in card.content}
        self._say(textwrap.indent(_as_yaml(shown), "  "))
        said = self._hands.line("field=value (several with ;, empty: it is right)", [f"{f}=" for f in RECORD_FIELDS])
        if not said or not said.strip():
            return None
        return correct_record(card, _pairs(said, "source.year=2020"), self._hand)

    def _edit(self, card: OpenCard) -> OpenCard | None:
        claim = self._claim(card)
        was = next(item for item in card.content["claims"] if item["id"] == claim)
        text = self._hands.edit(_as_yaml(was))
        return rewrite(card, claim, _mapping(text), self._hand) if text else None

    def _add(self, card: OpenCard) -> OpenCard | None:
        text = self._hands.edit(NEW_CLAIM)
        if not text:
            return None
        changed = add(card, _mapping(text), self._hand)
        self._place = len(changed.card.claims) - 1
        return changed

    def _drop(self, card: OpenCard) -> OpenCard | None:
        why = self._hands.line("why is it dropped? (empty: keep it)", ())
        return drop(card, self._claim(card), self._hand, why.strip()) if why and why.strip() else None

    def _settle(self, card: OpenCard) -> OpenCard | None:
        claim = self._claim(card)
        shown = next(one for one in view(card).claims if one.claim.id == claim)
        for part, words in shown.left_open:
            if part == "finding":
                self._say("open: finding \u2014 give it with c, such as finding=benefit; it cannot be left out")
            elif part == "result":
                self._say("open: result \u2014 no claim holds it: make it one with its finding (c), or drop it (d)")
            elif self._yes(f"{part}, \u201c{words}\u201d: does the claim say all of it as it stands?"):
                others = any(part in one.open for one in card.card.claims if one.id != claim)
                everywhere = others and self._yes("in every claim with the same words, too?")
                card = settle(card, claim, part, self._hand, everywhere=everywhere)
        return card

    def _yes(self, question: str) -> bool:
        return (self._hands.key(f"{question} y n") or "").lower() == "y"

    def _map(self, card: OpenCard) -> OpenCard | None:
        name = self._claim(card)
        claim = next(one for one in view(card).claims if one.claim.id == name)
        term = self._wanted_term(_unmapped(claim, card.card.source.language))
        if term is None:
            return None
        found = candidates(term.words, term.role, self._terms(), term.language if term.language in LANGUAGES else "en")
        self._list_candidates(term, found)
        chosen = self._hands.line("number, concept, or + for a new one", [one.concept for one in found])
        if not chosen or not chosen.strip():
            return None
        if chosen.strip() == "+":
            self._propose(card, name, term)
            return None
        concept = self._concept(chosen.strip(), term, found)
        alike = sum(term.is_quoted_in(one) for one in card.card.claims)
        everywhere = alike > 1 and self._yes("in every claim with these words?")
        return map_term(card, name, term.role, concept, self._hand, everywhere=everywhere)

    def _list_candidates(self, term: _Unmapped, found: Sequence[Candidate]) -> None:
        self._say(f"{term.role}: \u201c{term.words}\u201d")
        for number, candidate in enumerate(found, start=1):
            mark = " =" if candidate.exact else ""
            self._say(f"  {number}  {candidate.concept} · {candidate.label} · {candidate.kind}{mark}")

    def _concept(self, chosen: str, term: _Unmapped, found: Sequence[Candidate]) -> str:
        """The concept that somebody picked by its number in the list, or named."""
        if chosen.isdigit() and 1 <= int(chosen) <= len(found):
            return found[int(chosen) - 1].concept
        return concept_named(chosen, term.role, self._terms(), term.language)

    def _wanted_term(self, terms: Sequence[_Unmapped]) -> _Unmapped | None:
        """What is to be mapped: what is open before what is only quoted, and of several quotations the one chosen."""
        if not terms:
            self._say("nothing to map: every place has its concept")
        terms = [term for term in terms if term.is_open][:1] or terms
        if len(terms) < 2:
            return next(iter(terms), None)
        choice = self._hands.key("which? " + " ".join(f"{term.role[0]}:{term.role}" for term in terms))
        return next((term for term in terms if choice and term.role.startswith(choice.lower())), None)

    def _propose(self, card: OpenCard, claim: str, term: _Unmapped) -> None:
        kind = self._hands.line(f"{term.role}: what kind is it, or a kind of what?", ()) or ""
        propose(card.path.parent, Proposal(
            term=term.words, language=term.language, kind=term.role, card=card.card.id, claim=claim,
            by=self._hand.name, date=self._hand.date, note=kind.strip(),
        ))  # fmt: skip
        self._say("proposed; the claim keeps the source's own words")

    def _approve(self, card: OpenCard) -> OpenCard:
        waiting = obstacles(card)
        for line in waiting[1:]:
            self._say(f"  {line}")
        changed = approve(card, self._hand, self._policy, compared=source_now(card.shelf, card.card.id))
        if changed.card.review_state == "draft":
            self._say("your approval is noted; the card waits for another reviewer")
        return changed

    def _withdraw(self, card: OpenCard) -> OpenCard | None:
        why = self._hands.line("why is the card withdrawn? (empty: it is not)", ())
        return withdraw(card, self._hand, why) if why and why.strip() else None

    def _reopen(self, card: OpenCard) -> OpenCard:
        return reopen(card, self._hand)

    def _undo(self, card: OpenCard) -> OpenCard | None:
        if not self._undone:
            self._say("nothing to undo")
            return None
        return saved(card.with_content(self._undone.pop().content))

    def _next(self, card: OpenCard) -> OpenCard:
        self._place = (self._place + 1) % max(len(card.card.claims), 1)
        return card

    def _previous(self, card: OpenCard) -> OpenCard:
        self._place = (self._place - 1) % max(len(card.card.claims), 1)
        return card

    def _speak(self, card: OpenCard) -> OpenCard | None:
        said = (self._hands.line(f"language ({', '.join(LANGUAGES)}; all)", LANGUAGES) or "").strip()
        if said == "all":
            for tag in LANGUAGES:
                self._say(f"{tag}  {sentence(card, self._claim(card), tag)}")
            return None
        if said not in LANGUAGES:
            self._say(f"no language `{said}` here")
            return None
        self._language = said
        return card

    def _whole(self, card: OpenCard) -> None:
        shown = view(card)
        claim = shown.claims[min(self._place, len(shown.claims) - 1)] if shown.claims else None
        self._source(shown, claim, around=len(shown.text))

    def _show(self, card: OpenCard, shown: CardView) -> None:
        """The claim at hand: its place, its sentence, its fields, what is open."""
        if not shown.claims:
            self._source(shown, None, AROUND)
            self._say("the card has no claim; + adds one, A approves what it says of its source")
            return
        self._place = min(self._place, len(shown.claims) - 1)
        claim = shown.claims[self._place]
        done = f" · accepted by {claim.accepted.by} {claim.accepted.date}" if claim.accepted else ""
        self._say(f"\n[{self._place + 1}/{len(shown.claims)}] {claim.claim.id} · {claim.claim.form}{done}")
        self._source(shown, claim, AROUND)
        self._say("")
        self._say(textwrap.indent(_as_yaml({k: v for k, v in claim.content.items() if k not in ("id", "open")}), "  "))
        if said := sentence(card, claim.claim.id, self._language):
            self._say(f"{self._language}: {said}")
        if numbers := estimate_line(claim.claim, messages_in(self._language), card.shelf.library.terminology):
            self._say(f"numbers: {numbers}")
        for part, words in claim.left_open:
            self._say(f"open: {part}" + (f" \u2014 \u201c{words}\u201d" if words else ""))
        for fault in claim.faults:
            self._say(f"fault: {fault}")

    def _source(self, shown: CardView, claim: ClaimView | None, around: int) -> None:
        text = shown.text
        if not text:
            url = shown.card.source.url or "no address is known"
            self._say(f"the library holds no text of the source ({url})")
            return
        found, locator = (claim.place, claim.claim.locator) if claim else (Found(), None)
        if locator and found.sentence is None and (found.section is None or locator.begins):
            self._say(f"the place is not found in the text: {locator.section} {locator.begins}")
        place = found.sentence or found.section
        if place is None:
            self._screen.marked([(text[: 2 * around], "around")])
        else:
            self._screen.marked(_marked(text, place, found.words, around))

    def _say(self, text: str) -> None:
        self._screen.write(text)


ACTIONS: Mapping[str, Callable[[_Desk, OpenCard], OpenCard | None]] = {
    "a": _Desk._accept, "c": _Desk._correct, "e": _Desk._edit, "m": _Desk._map, "o": _Desk._settle, "d": _Desk._drop,
    "+": _Desk._add, "b": _Desk._record, "A": _Desk._approve, "w": _Desk._withdraw, "r": _Desk._reopen,
}  # fmt: skip
"""Keys that change the card; what they change is saved."""
WALKING: Mapping[str, Callable[[_Desk, OpenCard], OpenCard | None]] = {
    "n": _Desk._next, "p": _Desk._previous, "l": _Desk._speak, "f": _Desk._whole, "u": _Desk._undo,
}  # fmt: skip
"""Keys that do not."""


def _marked(text: str, place: Place, words: Place | None, around: int) -> list[tuple[str, Emphasis]]:
    """The place of a claim in its source, the words it begins with marked in it, and so much of the text around it."""
    start, end = max(place.start - around, 0), min(place.end + around, len(text))
    before = ("\u2026" if start else "") + text[start : place.start]
    after = text[place.end : end] + ("\u2026" if end < len(text) else "")
    inner: list[tuple[str, Emphasis]] = [(place.of(text), "sentence")]
    if words and place.start <= words.start and words.end <= place.end:
        inner = [(text[place.start : words.start], "sentence"), (words.of(text), "words"),
                 (text[words.end : place.end], "sentence")]  # fmt: skip
    return [(before, "around"), *inner, (after, "around")]


def _pairs(said: str, example: str) -> dict[str, Any]:
    """What somebody typed as fields with their values."""
    fields: dict[str, Any] = {}
    for part in said.split(";"):
        path, equals, value = part.partition("=")
        if not equals:
            raise CardError(f"`{part.strip()}`: write field=value, such as {example}")
        fields[path.strip()] = typed(path.strip(), value)
    return fields


def _laid_over(pieces: Sequence[Stretch]) -> str:
    """Two texts upon each other, for a screen that may have no colours."""
    marks = {"same": "{}", "gone": "[-{}-]", "new": "[+{}+]"}
    return "".join(marks[piece.change].format(piece.text) for piece in pieces)


def _as_yaml(content: Mapping[str, Any]) -> str:
    """Fields on a line each, as a person edits them."""
    return "\n".join(entry(name, value, 0) for name, value in content.items())


def _mapping(text: str) -> Mapping[str, Any]:
    content = content_of(text)
    if not isinstance(content, dict):
        raise CardError("expected fields, each on a line of its own: `certainty: low`")
    return content


def _completions(card: OpenCard, claim: str) -> list[str]:
    """What may complete a correction: fields with their values, those to choose from with each choice."""
    content = next(item for item in card.content["claims"] if item["id"] == claim)
    found = [f"{field}={value}" for field, values in CHOICES.items() for value in values]
    found += [f"effect.{name}={value}" for name, value in (content.get("effect") or {}).items()]
    simple = (name for name in CLAIM_FIELDS if name not in ("id", "effect", "code", "open", *CHOICES))
    return found + [f"{name}=" for name in simple]
