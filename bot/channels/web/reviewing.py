"""The pages for reviewing: the cards that wait, and a card claim by claim beside its source.

A form carries the fingerprint of the card that its page showed, so that nobody overwrites what another did meanwhile.
What stands in the way of an approval is said in the language of whoever looks; what is wrong with the value of a field
in English, as `farmasvar cards check` says it.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from http import HTTPStatus

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import JSONResponse, Response

from bot.answering.messages import messages_in
from bot.channels.http import problems
from bot.channels.web.adding import Adding, new_claim, with_concept, with_concepts
from bot.channels.web.page import PageRoute, Visitor, form_of, language_of, page, to, visitor
from bot.channels.web.renewing import Renewal
from bot.channels.web.review_desk import CHOICES, Change, ReviewDesk, changes, changes_of_record
from bot.channels.web.told import told
from knowledge.errors import CardError
from knowledge.evidence.faults import Fault
from knowledge.evidence.forms import FORMS
from knowledge.evidence.models import Card
from knowledge.languages import LANGUAGES
from knowledge.languages.texts import Messages
from knowledge.review import editing, open_parts, states
from knowledge.review.editing import Hand
from knowledge.review.files import ChangedMeanwhile, OpenCard
from knowledge.review.stale import source_now
from knowledge.review.states import obstacles
from knowledge.review.terms import KINDS, ROLES, Proposal, Role, concept_named, map_term, propose, quoted_terms
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
DONE = ("approve", "reopen", "withdraw", "record")
"""What a page says was done to the whole card."""
NAMED: Mapping[str, str] = {"finding": "web-finding", "certainty": "certainty", "intent": "intent"}
"""What the messages begin with that name the values of a field."""
_WORDS = re.compile(r"code\.([a-z]+)_text\.(text|language)")

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
        said = await asyncio.to_thread(_desk(request).tried, card, claim, _given(form), str(form.get("language", "")))
        return JSONResponse({"sentence": said, "fault": ""})
    except CardError as fault:
        said_of = told(_line(fault), messages_in(language_of(request)))
        return JSONResponse({"sentence": "", "fault": said_of.text, "language": said_of.language})


@router.post("/{card}/claims/{claim}")
async def change_claim(request: Request, card: str, claim: str) -> Response:
    """Accept, correct, drop or settle a claim, or map its words to a concept."""
    who, form = await form_of(request, "reviewer", fields=FIELDS)
    does = "map" if "candidate" in form else str(form.get("do", ""))
    if does == "show":
        return await _tried(request, card, claim, form)
    work = _WORKS.get(does)
    if work is None:
        raise problems.wrong_fields(())
    done = await _changed(request, who, form, card, claim, work(claim, form))
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
        return await _card(request, card, claim, fault=_line(fault), given=_given(form),
                           status=HTTPStatus.UNPROCESSABLE_ENTITY)


async def _tried(request: Request, card: str, claim: str, form: FormData) -> Response:
    """The page with the sentence of values that are not saved, where there is no script."""
    given = _given(form)
    try:
        said = await asyncio.to_thread(_desk(request).tried, card, claim, given, _language(request, form))
        return await _card(request, card, claim, given=given, tried=said, language=_language(request, form))
    except CardError as fault:
        return await _card(request, card, claim, given=given, fault=_line(fault),
                           status=HTTPStatus.UNPROCESSABLE_ENTITY)


async def _card(request: Request, card: str, claim: str, *, fault: str = "", notice: str = "", tried: str = "",
                given: dict[str, str] | None = None, language: str = "", done: str = "", adding: Adding = NOTHING_NEW,
                status: int = HTTPStatus.OK) -> Response:
    told_in, messages = language or _language(request), messages_in(language_of(request))
    try:
        shown = await asyncio.to_thread(_desk(request).opened, card, claim, told_in)
    except CardError:
        raise problems.plain(HTTPStatus.NOT_FOUND) from None
    done = done if _is_so(done, shown.view.card) else ""
    return page(request, "review_card.html", status=status, shown=shown, told_in=told_in, fault=fault, notice=notice,
                said=tried or shown.sentence, given=given or {}, forms=list(FORMS), adding=adding, others=OTHERS,
                others_named=OTHERS_NAMED, choices=CHOICES,
                label=lambda name: _label(name, messages), done=done, renewal=_renewal(request),
                told=lambda fault: told(fault, messages),
                choice=lambda name, value: messages.format(f"{NAMED[name]}-{value}"))


def _line(error: CardError) -> str:
    """What an error says, with what is needed to say it in another language where there is that."""
    return error.args[0] if isinstance(error.args[0], Fault) else str(error)


def _is_so(done: str, card: Card) -> bool:
    """Whether what an address says was done still is so: somebody may come back to it later."""
    if done == "approve":
        return card.review_state == "reviewed" or card.review_state == "draft" and bool(card.review.approved)
    return card.review_state == {"reopen": "draft", "withdraw": "withdrawn"}.get(done, card.review_state)


def _label(name: str, messages: Messages) -> str:
    """What people call a field; empty where it has its name in the card's file alone."""
    if found := _WORDS.fullmatch(name):
        message = "web-field-words" if found[2] == "text" else "web-field-words-language"
        part = f"web-part-{found[1]}"
        return messages.format(message, part=messages.format(part)) if part in messages else ""
    message = f"web-field-{name.replace('.', '-')}"
    return messages.format(message) if message in messages else ""


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


def _recorded(card: OpenCard, given: Mapping[str, str], hand: Hand) -> OpenCard:
    fields = changes_of_record(card, given)
    return editing.correct_record(card, fields, hand) if fields else card


def _correct(claim: str, form: FormData) -> Change:
    language = str(form.get("language", ""))

    def corrected(card: OpenCard, hand: Hand) -> OpenCard:
        fields = changes(card, claim, _given(form))
        return editing.correct(card, claim, {name: _called(name, value, language) for name, value in fields.items()},
                               hand)

    return corrected


def _called(name: str, value: object, language: str) -> object:
    """A value with names in the place of concepts, as the concepts they are."""
    if isinstance(value, str):
        return with_concepts(name, value, language)
    return with_concepts(name, ", ".join(map(str, value)), language) if isinstance(value, list) else value


def _drop(claim: str, form: FormData) -> Change:
    return lambda card, hand: editing.drop(card, claim, hand, str(form.get("why", "")).strip() or None)


def _settle(claim: str, form: FormData) -> Change:
    return lambda card, hand: editing.settle(card, claim, str(form.get("part", "")), hand)


def _fill(claim: str, form: FormData) -> Change:
    part, given, language = str(form.get("part", "")), _given(form), str(form.get("language", ""))
    words = " ".join(given.get(f"open.{part}.words", "").split())
    named = given.get(f"open.{part}.concept", "").strip() or str(form.get("near", ""))

    def filled(card: OpenCard, hand: Hand) -> OpenCard:
        concept = with_concept(named, _role(form, "part"), language) if named else ""
        return open_parts.fill(card, claim, part, hand, concept=concept, words="" if concept else words,
                               said=str(form.get("said", "")), terms=shipped_terms())

    return filled


def _leave(claim: str, form: FormData) -> Change:
    return lambda card, hand: open_parts.leave_out(card, claim, str(form.get("part", "")), hand,
                                                   said=str(form.get("said", "")), terms=shipped_terms())


def _map(claim: str, form: FormData) -> Change:
    everywhere, role = form.get("everywhere") == "1", _role(form)
    said, language = str(form.get("candidate", "")) or str(form.get("concept", "")), str(form.get("language", ""))

    def mapped(card: OpenCard, hand: Hand) -> OpenCard:
        concept = concept_named(said.strip(), role, shipped_terms(), language if language in LANGUAGES else "en")
        return map_term(card, claim, role, concept, hand, everywhere=everywhere)

    return mapped


def _propose(claim: str, form: FormData) -> Change:
    """Proposes the words for the terminology; the card stays as it is."""
    def proposed(card: OpenCard, hand: Hand) -> OpenCard:
        found = next((one for one in card.card.claims if one.id == claim), None)
        quote = quoted_terms(found).get(_role(form)) if found else None
        if quote is None:
            raise CardError(f"claim `{claim}`: its {_role(form)} is not in words of the source")
        propose(card.path.parent, Proposal(
            term=quote.text, language=quote.language, kind=KINDS[_role(form)][0], card=card.card.id, claim=claim,
            by=hand.name, date=hand.date, note=str(form.get("note", "")).strip()[:200]))
        return card

    return proposed


def _role(form: FormData, field: str = "role") -> Role:
    role = next((role for role in ROLES if role == form.get(field)), None)
    if role is None:
        raise problems.wrong_fields(())
    return role


_WORKS: dict[str, Callable[[str, FormData], Change]] = {
    "accept": lambda claim, _: lambda card, hand: editing.accept(card, claim, hand),
    "correct": _correct, "drop": _drop, "settle": _settle, "fill": _fill, "leave": _leave, "map": _map,
    "propose": _propose,
}  # fmt: skip
