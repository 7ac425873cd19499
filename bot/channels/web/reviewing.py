"""The pages for reviewing: the cards that wait, and a card claim by claim beside its source.

A form carries the fingerprint of the card that its page showed, so that nobody overwrites what another did meanwhile.
All of a claim is one form: whichever of its buttons is pressed, what was chosen or typed beside it is done first.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import JSONResponse, Response

from bot.answering.messages import messages_in
from bot.channels.http import problems
from bot.channels.web.adding import Adding, new_claim, with_concept
from bot.channels.web.choices import choices_of, label_of, named
from bot.channels.web.page import PageRoute, Visitor, form_of, language_of, page, to, visitor
from bot.channels.web.renewing import Renewal
from bot.channels.web.review_desk import Change, ReviewDesk, changes_of_record, corrected
from bot.channels.web.told import told
from knowledge.errors import CardError
from knowledge.evidence.faults import Fault
from knowledge.evidence.forms import FORMS
from knowledge.evidence.models import Card
from knowledge.languages import LANGUAGES
from knowledge.languages.texts import Messages
from knowledge.review import editing, open_parts, states
from knowledge.review.desk import is_dated
from knowledge.review.editing import Hand
from knowledge.review.files import ChangedMeanwhile, OpenCard
from knowledge.review.stale import source_now
from knowledge.review.states import obstacles
from knowledge.review.terms import KINDS, ROLES, Proposal, Role, map_term, propose, quoted_terms
from knowledge.sources.drafting.terms import shipped_terms

FIELDS = 200
"""More than a claim has."""
FIELD = "field:"
"""Begins the name of an input that holds a field of a claim."""
OTHERS = 4
OTHERS_NAMED = (
    "route", "about", "lead", "conditions", "populations", "effect.unit", "effect.studies", "effect.participants",
    "effect.weeks", "effect.comparator_value", "code.change", "intervention", "comparator", "outcome",
)
"""Fields offered by name for a claim that has them not yet."""
NOTHING_NEW = Adding()
NOTHING: Mapping[str, str] = {}
DONE = ("approve", "reopen", "withdraw", "record")
"""What a page says was done to the whole card."""
CHOSEN = re.compile(r"(?:near|concept|note|everywhere):\w+|why")
"""Inputs of a claim's form beside its fields."""

router = APIRouter(route_class=PageRoute, include_in_schema=False, prefix="/review")


def _renewal(request: Request) -> Renewal:
    renewal: Renewal = request.app.state.web_renewal
    return renewal


def _desk(request: Request) -> ReviewDesk:
    desk: ReviewDesk = request.app.state.web_review
    return desk


@router.get("")
async def show_queue(request: Request) -> Response:
    """Drafts, and approved cards that are due."""
    await visitor(request, "reviewer")
    waiting, faults = await asyncio.to_thread(_desk(request).queue)
    return page(request, "review.html", waiting=waiting, faults=faults, renewal=_renewal(request),
                renewed=request.query_params.get("renewed") == "1")


@router.post("/renew")
async def renew(request: Request) -> Response:
    """Read the library anew, so that answers rest on what was approved."""
    await form_of(request, "reviewer")
    await _renewal(request).ask(wait_s=None)
    return to("/review?renewed=1")


@router.get("/{card}")
async def show_card(request: Request, card: str) -> Response:
    """A card beside its source."""
    await visitor(request, "reviewer")
    done = request.query_params.get("done", "")
    return await _card(request, card, request.query_params.get("claim", ""), done=done if done in DONE else "")


@router.post("/{card}/claims/{claim}/sentence")
async def show_sentence(request: Request, card: str, claim: str) -> Response:
    """What a claim would say, for a script that shows it while somebody types."""
    _, form = await form_of(request, "reviewer", fields=FIELDS)
    try:
        said, numbers = await asyncio.to_thread(_desk(request).tried, card, claim, _given(form),
                                                str(form.get("language", "")), language_of(request))
        return JSONResponse({"sentence": said, "numbers": numbers, "fault": ""})
    except CardError as fault:
        said_of = told(_line(fault), messages_in(language_of(request)))
        return JSONResponse({"sentence": "", "fault": said_of.text, "language": said_of.language})


@router.post("/{card}/claims/{claim}")
async def change_claim(request: Request, card: str, claim: str) -> Response:
    """Accept, correct, drop or settle a claim, or map its words to a concept."""
    who, form = await form_of(request, "reviewer", fields=FIELDS)
    pressed = _pressed(form, language_of(request))
    if pressed.does == "show":
        return await _tried(request, card, claim, form)
    does, work = pressed.does, _WORKS.get(pressed.does)
    if work is None:
        raise problems.wrong_fields(())
    done = await _changed(request, who, form, card, claim, _after_choices(claim, pressed, work(claim, pressed)))
    if isinstance(done, Response):
        return done
    stays = claim if does not in ("accept", "drop") else ""
    if does == "drop":
        return to(_place(card, form, "", at="dropped"))
    if not stays and done.card.claims and not obstacles(done):
        return to(_place(card, form, claim if does == "accept" else "", at="card-title"))
    return to(_place(card, form, stays))


@router.post("/{card}")
async def change_card(request: Request, card: str) -> Response:
    """Approve a card, open it again, withdraw it, or add a claim to it."""
    who, form = await form_of(request, "reviewer", fields=FIELDS)
    policy, does, why = _desk(request).policy, str(form.get("do", "")), str(form.get("why", ""))
    works: dict[str, Change] = {
        "approve": lambda found, hand: states.approve(
            found, hand, policy, compared=source_now(found.shelf, found.card.id)),
        "reopen": lambda found, hand: states.reopen(found, hand, why.strip() or None),
        "withdraw": lambda found, hand: states.withdraw(found, hand, why),
        "add": lambda found, hand: editing.add(found, adding.content, hand),
        "put_back": _desk(request).put_back,
        "record": lambda found, hand: _recorded(found, _given(form), hand),
    }
    if does not in works:
        raise problems.wrong_fields(())
    adding, beside = NOTHING_NEW, str(form.get("claim", ""))
    if does == "add":
        adding = await asyncio.to_thread(new_claim, str(form.get("form", "")), _given(form), language_of(request))
        if adding.faults:
            return await _card(request, card, beside, adding=adding, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    done = await _changed(request, who, form, card, beside, works[does], adding)
    if isinstance(done, Response):
        return done
    if does in ("add", "put_back"):
        return to(_place(card, form, done.card.history[-1].claims[0]))
    if done.card.review_state != "draft" or does == "reopen":  # from now on it answers, or answers no more
        await _renewal(request).ask()
    return to(_place(card, form, "", at="done", done=does))


async def _changed(request: Request, who: Visitor, form: FormData, card: str, claim: str,
                   change: Change, adding: Adding = NOTHING_NEW) -> OpenCard | Response:
    """The card as it is written, or the page that says why it was not."""
    try:
        return await asyncio.to_thread(
            _desk(request).change, card, str(form.get("revision", "")), who.person, change)
    except ChangedMeanwhile:
        return await _card(request, card, claim, notice="web-review-changed", adding=adding,
                           status=HTTPStatus.CONFLICT)
    except CardError as fault:
        if adding.given:  # what is wrong with it was said of its fields, but for what only its card can tell
            line = _line(fault) if isinstance(_line(fault), Fault) else Fault(_line(fault), "unsayable")
            return await _card(request, card, claim, adding=replace(adding, faults={"": line}),
                               status=HTTPStatus.UNPROCESSABLE_ENTITY)
        return await _card(request, card, claim, fault=_line(fault), given=_given(form), chosen=_chosen(form),
                           status=HTTPStatus.UNPROCESSABLE_ENTITY)


async def _tried(request: Request, card: str, claim: str, form: FormData) -> Response:
    """The page with the sentence of values that are not saved, where there is no script."""
    given, chosen = _given(form), _chosen(form)
    try:
        said = await asyncio.to_thread(_desk(request).tried, card, claim, given, _language(request, form),
                                       language_of(request))
        return await _card(request, card, claim, given=given, chosen=chosen, tried=said,
                           language=_language(request, form))
    except CardError as fault:
        return await _card(request, card, claim, given=given, chosen=chosen, fault=_line(fault),
                           language=_language(request, form), status=HTTPStatus.UNPROCESSABLE_ENTITY)


async def _card(request: Request, card: str, claim: str, *, fault: str = "", notice: str = "",
                tried: tuple[str, str] = ("", ""), given: Mapping[str, str] = NOTHING,
                chosen: Mapping[str, str] = NOTHING, language: str = "", done: str = "", adding: Adding = NOTHING_NEW,
                status: int = HTTPStatus.OK) -> Response:
    told_in, messages = language or _language(request), messages_in(language_of(request))
    try:
        shown = await asyncio.to_thread(_desk(request).opened, card, claim, told_in, language_of(request))
    except CardError:
        raise problems.plain(HTTPStatus.NOT_FOUND) from None
    done = done if _is_so(done, shown.view.card) else ""
    return page(request, "review_card.html", status=status, shown=shown, told_in=told_in, fault=fault, notice=notice,
                said=tried[0] or shown.sentence, numbers=tried[1] or shown.numbers, given=given, chosen=chosen,
                forms=list(FORMS), adding=adding, others=OTHERS, others_named=OTHERS_NAMED,
                choices=lambda name: choices_of(name, adding.form or "effect"),
                label=lambda name: label_of(name, messages), done=done, renewal=_renewal(request),
                told=lambda fault: told(fault, messages), is_dated=is_dated(shown.view.card),
                choice=lambda name, value: named(name, value, messages),
                value=lambda name, value: _value_told(name, value, messages))


def _value_told(name: str, value: object, messages: Messages) -> str:
    """A value of a field that changed, as people call it."""
    if isinstance(value, list | tuple):
        return ", ".join(_value_told(name, one, messages) for one in value)
    if isinstance(value, Mapping):
        return "; ".join(f"{label_of(f'{name}.{inner}'.strip('.'), messages) or inner}: "
                         f"{_value_told(f'{name}.{inner}'.strip('.'), one, messages)}" for inner, one in value.items())
    if isinstance(value, bool):
        return named(name, str(value).lower(), messages)
    return "" if value is None else named(name, str(value), messages)


def _line(error: CardError) -> str:
    """What an error says, with what is needed to say it in another language where there is that."""
    return error.args[0] if isinstance(error.args[0], Fault) else str(error)


def _is_so(done: str, card: Card) -> bool:
    """Whether what an address says was done still is so: somebody may come back to it later."""
    if done == "approve":
        return card.review_state == "reviewed" or card.review_state == "draft" and bool(card.review.approved)
    return card.review_state == {"reopen": "draft", "withdraw": "withdrawn"}.get(done, card.review_state)


def _language(request: Request, form: FormData | None = None) -> str:
    """The language in which sentences are shown."""
    wanted = str(form.get("language", "")) if form else request.query_params.get("language", "")
    return wanted if wanted in LANGUAGES else language_of(request)


def _place(card: str, form: FormData, claim: str, *, at: str = "claim", done: str = "") -> str:
    """Where to go on."""
    language = str(form.get("language", ""))
    kept = f"&language={language}" if language in LANGUAGES else ""
    kept += f"&done={done}" if done else ""
    return f"/review/{card}?claim={claim}{kept}#{at}"


def _given(form: FormData) -> dict[str, str]:
    """What was typed into the fields of a claim, with what stands in the empty rows below them."""
    found = {name.removeprefix(FIELD): str(value) for name, value in form.items() if name.startswith(FIELD)}
    for row in range(OTHERS):
        name = str(form.get(f"other-name-{row}", "")).strip()
        if name:
            found[name] = str(form.get(f"other-value-{row}", ""))
    return found


def _chosen(form: FormData) -> dict[str, str]:
    """What was chosen or typed beside the fields of a claim, by the name of its input."""
    return {name: str(value) for name, value in form.items() if CHOSEN.fullmatch(name)}


def _recorded(card: OpenCard, given: Mapping[str, str], hand: Hand) -> OpenCard:
    fields = changes_of_record(card, given)
    return editing.correct_record(card, fields, hand) if fields else card


@dataclass(frozen=True)
class Pressed:
    """A button of a claim's form, with all that its form holds."""

    does: str
    about: str
    """The open part, or the place of the words, that the button stands beside."""
    candidate: str
    """The concept that the button names."""
    spoken: str
    """The language of the page."""
    given: Mapping[str, str]
    chosen: Mapping[str, str]
    said: Mapping[str, str]
    """The words of the source that are shown for each open part."""

    def concept_of(self, part: str) -> str:
        """The concept that somebody named for an open part."""
        return self.given.get(f"open.{part}.concept", "").strip() or self.chosen.get(f"near:{part}", "")

    def words_of(self, part: str) -> str:
        """The words of the source that are to stand for an open part."""
        return " ".join(self.given.get(f"open.{part}.words", "").split())

    def claims(self, card: OpenCard, claim: str) -> list[str]:
        """The claims that the button is for: this one, or all with the same words open in that part."""
        everywhere = self.chosen.get(f"everywhere:{self.about}") == "1"
        return open_parts.alike(card, claim, self.about) if everywhere else [claim]

    @property
    def filled(self) -> list[str]:
        """The open parts beside the button for which somebody named a concept or wrote other words."""
        return [part for part in self.said if part != self.about
                if self.concept_of(part) or self.words_of(part) not in ("", " ".join(self.said[part].split()))]

    @property
    def mapped(self) -> list[Role]:
        """The places beside the button for whose words somebody named a concept."""
        return [role for role in ROLES if role != self.about and role not in self.said and self.named(role)]

    def named(self, role: str) -> str:
        """The concept that somebody named for words of the source."""
        return self.chosen.get(f"concept:{role}", "").strip() or self.chosen.get(f"near:{role}", "")


def _pressed(form: FormData, spoken: str) -> Pressed:
    """What was pressed; a button's value holds what it stands beside, as does a hidden field of the older forms."""
    candidate, does = str(form.get("candidate", "")), str(form.get("do", ""))
    about = str(form.get("part", "")) or str(form.get("role", ""))
    if candidate:
        before, _, after = candidate.partition(":")
        does, about, candidate = "map", before if after else about, after or before
    else:
        does, _, after = does.partition(":")
        about = after or about
    chosen = _chosen(form)
    for name in ("near", "concept", "note", "everywhere"):
        if about and name in form:
            chosen[f"{name}:{about}"] = str(form[name])
    said = {name.removeprefix("said:"): str(value) for name, value in form.items() if name.startswith("said:")}
    if about and "said" in form:
        said[about] = str(form["said"])
    return Pressed(does, about, candidate, spoken, _given(form), chosen, said)


def _after_choices(claim: str, pressed: Pressed, work: Change) -> Change:
    """What a button does, after whatever was chosen beside it: nobody is to lose a choice over another button."""
    if pressed.does == "drop":
        return work

    def done(card: OpenCard, hand: Hand) -> OpenCard:
        fields = {name: text for name, text in pressed.given.items() if not name.startswith("open.")}
        card = corrected(card, claim, fields, pressed.spoken, hand)
        still = set(editing.claim_content(card, claim).get("open", ()))
        for part in pressed.filled:
            if part in still:
                card = _fill(claim, replace(pressed, about=part))(card, hand)
        for role in pressed.mapped:
            card = _map(claim, replace(pressed, about=role, candidate=""))(card, hand)
        return work(card, hand)

    return done


def _fill(claim: str, pressed: Pressed) -> Change:
    part, role = pressed.about, _role(pressed.about)
    named, words = pressed.concept_of(part), pressed.words_of(part)

    def filled(card: OpenCard, hand: Hand) -> OpenCard:
        concept = with_concept(named, role, pressed.spoken) if named else ""
        for one in pressed.claims(card, claim):
            card = open_parts.fill(card, one, part, hand, concept=concept, words="" if concept else words,
                                   said=pressed.said.get(part, ""), terms=shipped_terms())
        return card

    return filled


def _leave(claim: str, pressed: Pressed) -> Change:
    def left(card: OpenCard, hand: Hand) -> OpenCard:
        for one in pressed.claims(card, claim):
            card = open_parts.leave_out(card, one, pressed.about, hand, said=pressed.said.get(pressed.about, ""),
                                        terms=shipped_terms())
        return card

    return left


def _settle(claim: str, pressed: Pressed) -> Change:
    def settled(card: OpenCard, hand: Hand) -> OpenCard:
        for one in pressed.claims(card, claim):
            card = editing.settle(card, one, pressed.about, hand)
        return card

    return settled


def _map(claim: str, pressed: Pressed) -> Change:
    role = _role(pressed.about)
    said = pressed.candidate or pressed.named(role)
    everywhere = pressed.chosen.get(f"everywhere:{role}") == "1"

    def mapped(card: OpenCard, hand: Hand) -> OpenCard:
        return map_term(card, claim, role, with_concept(said, role, pressed.spoken), hand,
                        everywhere=everywhere)

    return mapped


def _propose(claim: str, pressed: Pressed) -> Change:
    """Proposes the words for the terminology; the card stays as it is."""
    role = _role(pressed.about)

    def proposed(card: OpenCard, hand: Hand) -> OpenCard:
        found = next((one for one in card.card.claims if one.id == claim), None)
        quote = quoted_terms(found).get(role) if found else None
        if quote is None:
            raise CardError(Fault(f"claim `{claim}`: its {role} is not in words of the source", "nothing-there",
                                  claim=claim, part=role))
        propose(card.path.parent, Proposal(
            term=quote.text, language=quote.language, kind=KINDS[role][0], card=card.card.id, claim=claim,
            by=hand.name, date=hand.date, note=pressed.chosen.get(f"note:{role}", "").strip()[:200]))
        return card

    return proposed


def _role(said: str) -> Role:
    role = next((role for role in ROLES if role == said), None)
    if role is None:
        raise problems.wrong_fields(())
    return role


_WORKS: dict[str, Callable[[str, Pressed], Change]] = {
    "accept": lambda claim, _: lambda card, hand: editing.accept(card, claim, hand),
    "correct": lambda _, __: lambda card, hand: card,
    "drop": lambda claim, pressed: lambda card, hand: editing.drop(
        card, claim, hand, pressed.chosen.get("why", "").strip() or None),
    "settle": _settle, "fill": _fill, "leave": _leave, "map": _map, "propose": _propose,
}  # fmt: skip
