"""What a reviewer does where a machine left a part of a claim open: take what stands there, fill it, leave it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from knowledge.errors import CardError
from knowledge.evidence.faults import Fault
from knowledge.evidence.models import EVERYBODY
from knowledge.evidence.vocabulary import Frozen
from knowledge.languages import LANGUAGES
from knowledge.review.desk import ClaimView, sentence, view
from knowledge.review.editing import Content, Hand, claim_content, correct, stands_in
from knowledge.review.files import OpenCard
from knowledge.review.terms import KINDS, ROLES, Candidate, Role, candidates
from knowledge.sources.drafting.terms import Terms

NOT_READ = "not read"
"""What ingestion notes where it found no words."""
LEFT_OUT: Mapping[str, str] = {"comparator": "comparator", "estimate": "effect"}
"""Parts that a claim can do without, with their field; its group is left out by saying that it is on people."""


class OpenPart(Frozen):
    """A part that is open, with what can become of it."""

    part: str
    words: str
    """Of the source; empty where none were read."""
    stands: tuple[str, ...]
    """What the claim has there now, by name."""
    reads: str
    """What the claim would say with what stands there."""
    without: str
    """What it would say without the part; empty where it could say nothing."""
    names: tuple[Candidate, ...]
    """Concepts that are called so."""
    near: tuple[Candidate, ...]
    """Concepts that are only called something like it."""
    may_quote: bool
    """Whether the source's words can stand there."""
    alike: int = 1
    """Claims of the card in which the same words of the source are open in that part."""


def open_parts(card: OpenCard, shown: ClaimView, language: str, terms: Terms) -> list[OpenPart]:
    """What is open in a claim, but for the finding and the result, which are chosen."""
    return [_open_part(card, shown, part, "" if said == NOT_READ else said, language, terms)
            for part, said in shown.left_open if part not in ("finding", "result")]


def _open_part(card: OpenCard, shown: ClaimView, part: str, words: str, language: str, terms: Terms) -> OpenPart:
    claim, role = shown.claim.id, _role(part)
    found = candidates(words, role, terms, card.card.source.language) if role and words else []
    return OpenPart(
        part=part, words=words, stands=tuple(_named(stands_in(shown.content, part), terms, language)),
        reads=_said(card, claim, {}, language), without=_without(card, claim, part, words, language, terms),
        names=tuple(one for one in found if one.exact), near=tuple(one for one in found if not one.exact),
        may_quote=role is not None and shown.claim.form == "effect", alike=len(alike(card, claim, part)))


def alike(card: OpenCard, claim: str, part: str) -> list[str]:
    """The claims in which a part is open over the same words of the source, the one named first."""
    said = {one.claim.id: dict(one.left_open) for one in view(card).claims}
    words = said.get(claim, {}).get(part, "")
    others = (name for name, parts in said.items() if name != claim and parts.get(part) == words)
    return [claim, *(others if words not in ("", NOT_READ) else ())]


def fill(card: OpenCard, claim: str, part: str, hand: Hand, *, concept: str, words: str, said: str, terms: Terms
         ) -> OpenCard:
    """Put a concept, or words of the source, where a part was open, in the place of what was read out of `said`."""
    role = _role(part)
    if role is None or not (concept or words):
        raise CardError(Fault(f"claim `{claim}`: give a concept or words of the source", "fill-in", part=part))
    fields: dict[str, Any] = _group_without(card, claim, said, terms) if role == "population" else {role: None}
    if concept:
        kind = terms.terminology.kind(concept)
        if kind not in KINDS[role]:
            raise CardError(Fault(f"claim `{claim}`: `{concept}` is a {kind}", "wrong-place", said=concept, part=role))
        name = role if role != "population" else "populations" if kind == "population" else "conditions"
        fields[name] = concept if role != "population" else [*(fields[name] or ()), concept]
    if _quotes(card, claim, part):
        fields[f"code.{part}_text"] = None
    if words:
        fields[f"code.{part}_text"] = {"text": words, "language": card.card.source.language}
    return correct(card, claim, fields, hand)


def leave_out(card: OpenCard, claim: str, part: str, hand: Hand, *, said: str, terms: Terms) -> OpenCard:
    """Say nothing of a part; a claim without its group is on people of any kind."""
    return correct(card, claim, _left_out(card, claim, part, said, terms), hand)


def _left_out(card: OpenCard, claim: str, part: str, said: str, terms: Terms) -> dict[str, Any]:
    if part == "population":
        fields = _group_without(card, claim, said, terms)
        fields["populations"] = None if fields["conditions"] else [EVERYBODY]
    elif part in LEFT_OUT:
        fields = {LEFT_OUT[part]: None}
    else:
        raise CardError(Fault(f"claim `{claim}`: its {part} cannot be left out", "nothing-there", claim=claim,
                              part=part))
    return fields | ({f"code.{part}_text": None} if _quotes(card, claim, part) else {})


def _group_without(card: OpenCard, claim: str, said: str, terms: Terms) -> dict[str, Any]:
    """The groups of a claim without those that were read out of some words."""
    read = terms.term(said, KINDS["population"], card.card.source.language).concepts if said else ()
    kept = [one for one in claim_content(card, claim).get("conditions") or () if one not in read]
    return {"conditions": kept or None, "populations": None}


def _without(card: OpenCard, claim: str, part: str, words: str, language: str, terms: Terms) -> str:
    if part != "population" and part not in LEFT_OUT:
        return ""
    return _said(card, claim, _left_out(card, claim, part, words, terms), language)


def _said(card: OpenCard, claim: str, fields: Mapping[str, Any], language: str) -> str:
    """What a claim would say with these fields if nothing were open in it; empty where it could say nothing."""
    language = language if language in LANGUAGES else "en"
    try:
        tried = correct(card, claim, fields, Hand("nobody", card.card.source.checked)) if fields else card
        if "finding" in claim_content(tried, claim).get("open", ()):
            return ""
        claims = [{name: value for name, value in item.items() if name != "open" or item["id"] != claim}
                  for item in tried.content["claims"]]
        return sentence(tried.with_content({**tried.content, "claims": claims}), claim, language)
    except CardError:
        return ""


def _named(standing: Sequence[Any], terms: Terms, language: str) -> list[str]:
    return [str(one.get("text", "")) if isinstance(one, Mapping) else terms.terminology.label(str(one), language)
            for one in standing]


def _quotes(card: OpenCard, claim: str, part: str) -> bool:
    code: Content = claim_content(card, claim).get("code") or {}
    return f"{part}_text" in code


def _role(part: str) -> Role | None:
    return next((role for role in ROLES if role == part), None)
