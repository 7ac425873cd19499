"""What a reviewer does with the claims of a card: accept, correct, map a term, drop, add.

Each function takes an open card and gives another; what would make a card that `cards check` refuses raises a
`CardError` that says why, and nothing is changed. A change of what a card says raises its version, once between two
savings, takes back the acceptance of its claim and every approval, and makes an approved card a draft again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from knowledge.errors import CardError
from knowledge.evidence.check import long_quotations, unknown_analytes
from knowledge.evidence.contradictions import contradictions
from knowledge.evidence.faults import Fault
from knowledge.evidence.library import faults_among
from knowledge.evidence.models import Card, Claim, Discrepancy, SourceRecord, slugify
from knowledge.evidence.reviewing import What
from knowledge.languages import LANGUAGES
from knowledge.review.files import OpenCard
from knowledge.review.yaml_edits import content_of

Content = dict[str, Any]
CARD_FIELDS = tuple(Card.model_fields)
CLAIM_FIELDS = (*(name for name in Claim.model_fields if name not in ("everybody", "told_by", "unchecked")),)
ORDERS = {"source": tuple(SourceRecord.model_fields), "discrepancy": tuple(Discrepancy.model_fields)}
OWN_RECORD = ("source", "kind", "names", "publication", "contained_in")
"""Fields of the card itself that a reviewer may correct."""
TEXTS = ("source.title", "source.container", "source.publisher", "source.issue", "source.url", "source.identifiers")
"""Fields of the record that are text, whatever it looks like."""
LISTS = (
    "source.authors", "names", "also", "conditions", "populations", "about", "open", "code.events", "code.others",
    "code.agents",
)
SETTLES = {
    "intervention": "intervention", "code.intervention_text": "intervention",
    "comparator": "comparator", "code.comparator_text": "comparator",
    "conditions": "population", "populations": "population", "code.population_text": "population",
    "outcome": "outcome", "code.outcome_text": "outcome",
    "finding": "finding", "effect": "estimate",
}  # fmt: skip
"""Which open part a field fills in."""

NEEDED = ("intervention", "population", "outcome")
"""Parts without which no effect can be said."""


@dataclass(frozen=True)
class Hand:
    """Who does it, and when."""

    name: str
    date: date


def claim_content(card: OpenCard, claim: str) -> Content:
    """The fields of a claim as the file has them; a `CardError` where the card has no such claim."""
    for item in card.content.get("claims") or ():
        if item.get("id") == claim:
            return dict(item)
    names = ", ".join(str(item.get("id")) for item in card.content.get("claims") or ()) or "none"
    raise CardError(Fault(f"{card.path.name}: no claim `{claim}`; the card has: {names}", "no-such-claim"))


def accept(card: OpenCard, claim: str, hand: Hand) -> OpenCard:
    """Note that a claim is as its source has it; refused while something in it is open or at fault."""
    found = claim_content(card, claim)
    if card.card.review_state != "draft":
        raise CardError(Fault(f"{card.path.name}: only claims of a draft are accepted; open the card again first",
                              "accept-in-draft"))
    if found.get("open"):
        raise CardError(Fault(f"claim `{claim}`: {', '.join(found['open'])} still open; fill it in or settle it first",
                              "open", claim=claim, parts=" ".join(found["open"])))
    if faults := faults_of(card, claim, as_approved=True):
        raise CardError(faults[0])
    done = [item for item in _review(card).get("accepted", []) if item["claim"] != claim]
    return with_review(card, accepted=[*done, {"claim": claim, "by": hand.name, "date": hand.date}])


def correct(card: OpenCard, claim: str, fields: Mapping[str, Any], hand: Hand) -> OpenCard:
    """Give fields of a claim other values: `{"certainty": "low", "effect.value": 0.8, "comparator": None}`.

    A dot leads into a field; None takes a field away, but for `intervention`, where it says that there is none. A part
    that was open and is given here is open no longer.
    """
    return correct_all(card, {claim: fields}, hand)


def correct_all(
    card: OpenCard, fields: Mapping[str, Mapping[str, Any]], hand: Hand, what: What = "corrected"
) -> OpenCard:
    """The same for several claims at once, in one line of the history."""
    contents = {claim: _corrected(card, claim, given) for claim, given in fields.items()}
    return _changed(card, contents, what, tuple(dict.fromkeys(f for given in fields.values() for f in given)), hand)


def _corrected(card: OpenCard, claim: str, fields: Mapping[str, Any]) -> Content:
    for path in fields:
        if path.split(".")[0] not in CLAIM_FIELDS or path == "id":
            raise CardError(f"claim `{claim}`: no field `{path}` to correct; there are {', '.join(CLAIM_FIELDS[1:])}")
    found = with_values(claim_content(card, claim), fields)
    return _without_open(found, {part for path in fields for part in _settled(path)})


def with_values(content: Mapping[str, Any], fields: Mapping[str, Any]) -> Content:
    """A claim's content with other values in fields, a dot leading into a field; None takes a field away."""
    found = dict(content)
    for path, value in fields.items():
        found = _set(found, path.split("."), value, CLAIM_FIELDS)
    return found


def _settled(path: str) -> set[str]:
    """The open part that a field fills in: that of the field or of what it lies in (`code.outcome_text.text`).

    Who says what a sentence found has made a claim of it: then its `result` is open no longer, either.
    """
    steps = path.split(".")
    found = {SETTLES[outer] for end in range(len(steps)) if (outer := ".".join(steps[: end + 1])) in SETTLES}
    return found | ({"result"} if "finding" in found else set())


def rewrite(card: OpenCard, claim: str, content: Mapping[str, Any], hand: Hand) -> OpenCard:
    """Give a claim a whole new content, such as one from an editor; its id stays."""
    was = claim_content(card, claim)
    wanted = {**content, "id": claim}
    if unknown := [name for name in wanted if name not in CLAIM_FIELDS]:
        raise CardError(f"claim `{claim}`: no field `{unknown[0]}`; there are {', '.join(CLAIM_FIELDS[1:])}")
    fields = tuple(name for name in dict.fromkeys((*was, *wanted)) if was.get(name) != wanted.get(name))
    return _changed(card, {claim: {"id": claim, **wanted}}, "corrected", fields, hand)


def settle(card: OpenCard, claim: str, part: str, hand: Hand, *, everywhere: bool = False) -> OpenCard:
    """Say that nothing is missing where a machine left a part open: the source has no more to say.

    `everywhere`: in every claim that has the part open and the same words of the source in its place.
    """
    found = claim_content(card, claim)
    if part not in found.get("open", ()):
        raise CardError(f"claim `{claim}`: `{part}` is not open")
    if part in ("finding", "result"):
        raise CardError(Fault(f"claim `{claim}`: a claim must say what was found: correct `finding`", "no-finding",
                              claim=claim))
    if part in NEEDED and not stands_in(found, part) and (found.get("code") or {}).get("form", "effect") == "effect":
        raise CardError(Fault(f"claim `{claim}`: nothing stands where its {part} belongs; fill it in", "nothing-there",
                              claim=claim, part=part))
    alike = [
        item
        for item in card.content["claims"]
        if item["id"] == claim or everywhere and part in item.get("open", ()) and _same_words(item, found, part)
    ]
    return _changed(
        card, {item["id"]: _without_open(dict(item), {part}) for item in alike}, "corrected", (part,), hand
    )


def stands_in(content: Mapping[str, Any], part: str) -> list[Any]:
    """What a claim has in a part: the source's words where it quotes them, else concepts; of numbers, the estimate."""
    if quoted := (content.get("code") or {}).get(f"{part}_text"):
        return [quoted]
    if part == "population":
        return [*(content.get("populations") or ()), *(content.get("conditions") or ())]
    return [value for name, settles in SETTLES.items() if settles == part and (value := content.get(name))]


def _same_words(one: Content, other: Content, part: str) -> bool:
    """Whether two claims quote the source alike in a place; where they quote nothing, nobody can tell."""
    words = [(item.get("code") or {}).get(f"{part}_text") for item in (one, other)]
    return words[0] is not None and words[0] == words[1]


def drop(card: OpenCard, claim: str, hand: Hand, why: str | None = None) -> OpenCard:
    """Take a claim out of the card."""
    claim_content(card, claim)
    rest = [item for item in card.content["claims"] if item["id"] != claim]
    changed = card.with_content({**card.content, "claims": rest})
    return _checked(card, _noted(changed, "dropped", hand, claims=[claim], why=why), [claim])


def put_back(card: OpenCard, content: Mapping[str, Any], place: int, hand: Hand) -> OpenCard:
    """Put a claim that was dropped back among the others; somebody must accept it again."""
    claims = list(card.content.get("claims") or ())
    claims.insert(place, dict(content))
    changed = card.with_content(placed(card.content, "claims", claims, CARD_FIELDS))
    name = str(content["id"])
    return _checked(card, _noted(changed, "added", hand, claims=[name]), [name])


def add(card: OpenCard, fields: Mapping[str, Any], hand: Hand) -> OpenCard:
    """Add a claim: its form (`code`), fields and place (`locator`); without an `id` it is given one."""
    claims = list(card.content.get("claims") or ())
    taken = {item["id"] for item in claims}
    named = str(fields.get("id") or _name_for(fields, taken))
    if named in taken:
        raise CardError(f"{card.path.name}: there is a claim `{named}` already; give another id")
    content = {"id": named, **{name: fields[name] for name in CLAIM_FIELDS if name in fields and name != "id"}}
    if unknown := [name for name in fields if name not in CLAIM_FIELDS]:
        raise CardError(f"claim `{named}`: no field `{unknown[0]}`; there are {', '.join(CLAIM_FIELDS[1:])}")
    content.setdefault("intervention", None)
    changed = card.with_content(placed(card.content, "claims", [*claims, content], CARD_FIELDS))
    return _checked(card, _noted(changed, "added", hand, claims=[named]), [named])


def correct_record(card: OpenCard, fields: Mapping[str, Any], hand: Hand) -> OpenCard:
    """Correct the card's own fields, such as `source.year` or `names`."""
    content = dict(card.content)
    for path, value in fields.items():
        if path.split(".")[0] not in OWN_RECORD:
            raise CardError(f"{card.path.name}: no field `{path}` to correct here; there are {', '.join(OWN_RECORD)}")
        content = _set(content, path.split("."), value, CARD_FIELDS)
    return _checked(card, _noted(card.with_content(content), "record", hand, fields=tuple(fields)), [])


def typed(path: str, text: str) -> Any:
    """What somebody typed for a field, as the field holds it: numbers and lists as such; None where it is empty.

    A list is written with commas, with or without brackets. A `CardError` where brackets or quotation marks do not
    close.
    """
    text = text.strip()
    last = path.split(".")[-1]
    if not text:
        return None
    if path in LISTS and not text.startswith("["):
        return [part.strip() for part in text.split(",") if part.strip()]
    in_locator = path.startswith("locator") and last in ("section", "begins", "lines")
    if in_locator or path.startswith(TEXTS) or last in ("text", *LANGUAGES):
        return text
    value = content_of(text)
    # `no` and `on` are words here, whatever YAML makes of them, and a date stays one.
    return text if isinstance(value, bool) and text not in ("true", "false") else value


def faults_of(card: OpenCard, claim: str | None = None, *, as_approved: bool = False) -> list[str]:
    """What `cards check` says of the card as it is now, of one claim or of all; `as_approved`: as if it were that."""
    try:
        found = card.card
    except CardError as error:
        return [str(error)]
    every = faults_among(found, card.shelf.library) + unknown_analytes([found], card.shelf.library.terminology)
    if as_approved:
        approved = [found.model_copy(update={"review_state": "reviewed"})]
        every += long_quotations(approved) + contradictions(approved, card.shelf.library.terminology)
    return [fault for fault in every if claim is None or f"claim `{claim}`" in fault]


def _changed(
    card: OpenCard, contents: Mapping[str, Content], what: What, fields: tuple[str, ...], hand: Hand
) -> OpenCard:
    claims = [contents.get(item["id"], item) for item in card.content["claims"]]
    changed = card.with_content({**card.content, "claims": claims})
    if changed.content == card.content:
        return card
    return _checked(card, _noted(changed, what, hand, claims=list(contents), fields=fields), list(contents))


def _checked(before: OpenCard, after: OpenCard, claims: Sequence[str]) -> OpenCard:
    """The card after an edit, unless the edit brought a fault into it or left one in the claims it was about."""
    known = set(faults_of(before))
    faults = faults_of(after)
    own = tuple(f"claim `{claim}`" for claim in claims)
    if standing := [fault for fault in faults if fault not in known or any(name in fault for name in own)]:
        raise CardError(standing[0])
    return after


def _noted(
    card: OpenCard, what: What, hand: Hand, claims: Sequence[str] = (), fields: Sequence[str] = (),
    why: str | None = None,
) -> OpenCard:  # fmt: skip
    """The changed card with a new version, a line in its history, and nothing accepted of what was changed."""
    was = card.before
    if was.get("review_state") == "withdrawn":
        raise CardError(Fault(f"{card.path.name}: the card is withdrawn; open it again before you change it",
                              "change-in-draft"))
    version = int(was.get("version", 1)) + 1
    line: Content = {"version": version, "date": hand.date, "by": hand.name, "what": what}
    line |= {"claims": list(claims)} if claims else {}
    line |= {"fields": list(fields)} if fields else {}
    line |= {"why": why} if why else {}
    content = placed(card.content, "version", version, CARD_FIELDS)
    history = [*(content.get("history") or ()), line]
    noted = reopened(card.with_content(placed(content, "history", history, CARD_FIELDS)))
    rest = [item for item in _review(noted).get("accepted", []) if item["claim"] not in claims]
    return with_review(noted, accepted=rest, approved=[])


def reopened(card: OpenCard) -> OpenCard:
    """The card as a draft: of an approved one every claim counts as accepted by whoever approved it last."""
    state = card.content.get("review_state", "draft")
    if state == "draft":
        return card
    draft = card.with_content(placed(card.content, "review_state", "draft", CARD_FIELDS))
    if state == "withdrawn":
        return with_review(draft, approved=[])
    # Cards that were approved before reviews were kept name nobody.
    approved = _review(card).get("approved") or [{"by": "earlier review", "date": card.content["source"]["checked"]}]
    done = [{"claim": item["id"], **approved[-1]} for item in card.content.get("claims") or ()]
    return with_review(draft, accepted=done, approved=[])


def _review(card: OpenCard) -> Content:
    return dict(card.content.get("review") or {})


def with_review(card: OpenCard, **fields: Any) -> OpenCard:
    """The card with other fields in its `review`; what is empty is left out."""
    review = {**_review(card), **fields}
    order = ("drafted_by", "accepted", "approved", "next", "compared")
    kept = {name: review[name] for name in order if review.get(name)}
    if kept:
        return card.with_content(placed(card.content, "review", kept, CARD_FIELDS))
    return card.with_content({name: value for name, value in card.content.items() if name != "review"})


def _without_open(content: Content, parts: set[str | None]) -> Content:
    rest = [part for part in content.get("open", ()) if part not in parts]
    if rest:
        return {**content, "open": rest}
    return {name: value for name, value in content.items() if name != "open"}


def _set(content: Content, path: Sequence[str], value: Any, order: Sequence[str]) -> Content:
    """The mapping with a value at a path; None takes it away, and a mapping that is left empty with it."""
    name, rest = path[0], path[1:]
    if rest:
        inner = content.get(name)
        value = _set(dict(inner) if isinstance(inner, Mapping) else {}, rest, value, ORDERS.get(name, ())) or None
    if value is None and name != "intervention":
        return {key: held for key, held in content.items() if key != name}
    return placed(content, name, value, order)


def placed(content: Mapping[str, Any], name: str, value: Any, order: Sequence[str]) -> Content:
    """The mapping with a field; a new one stands where the order of the model has it."""
    if name in content or name not in order:
        return {**content, name: value}
    before = set(order[: order.index(name)])
    names = list(content)
    place = max((at + 1 for at, known in enumerate(names) if known in before), default=0)
    names.insert(place, name)
    return {key: value if key == name else content[key] for key in names}


def _name_for(fields: Mapping[str, Any], taken: set[str]) -> str:
    """An id for a claim, made of what it is about."""
    code = fields.get("code") or {}
    parts = (fields.get("outcome"), fields.get("intervention"), code.get("form") if isinstance(code, Mapping) else "")
    words = slugify(str(next((part for part in parts if part), "claim")))[:60]
    base = re.sub(r"-+$", "", words) or "claim"
    return next(name for name in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))) if name not in taken)
