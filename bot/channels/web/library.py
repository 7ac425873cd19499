"""The pages of the library: finding cards, and what each of them says."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from http import HTTPStatus

from fastapi import APIRouter, Request
from starlette.responses import Response

from bot.answering.document_text import DocumentTold
from bot.answering.messages import messages_in
from bot.answering.summaries import CardListed, CardTold
from bot.channels.http import problems
from bot.channels.web.page import PageRoute, Visitor, desk_of, language_of, page, visitor
from knowledge.evidence.models import CardKind
from knowledge.languages import LANGUAGES

STATES = ("reviewed", "draft", "withdrawn", "replaced")
AGES = (2, 5, 10)
"""Years within which a source knew the literature, to choose from."""
OLDER = "older"
LONGEST_SEARCH = 200

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@router.get("/library")
async def search(request: Request) -> Response:
    """Cards that speak of what was searched for, of one kind, medicine, state or age where that was chosen."""
    who = await visitor(request)
    given = {name: request.query_params.get(name, "")[:LONGEST_SEARCH]
             for name in ("q", "kind", "medicine", "state", "age")}
    language, desk = language_of(request), desk_of(request)

    found = await asyncio.to_thread(desk.listed, given["q"], language)
    if given["medicine"]:
        of_medicine = {card.id for card in await asyncio.to_thread(desk.listed, given["medicine"], language)}
        found = [card for card in found if card.id in of_medicine]
    names = {kind.value: messages_in(language).format(f"kind-{kind.value}") for kind in CardKind}
    wanted = _wanted(given, this_year=datetime.fromtimestamp(desk.now(), UTC).year, who=who)
    cards = [card for card in found if wanted(card) and given["kind"] in ("", *_called_alike(card.kind, names))]
    kinds = [kind for kind in names if kind == _called_alike(kind, names)[0]]
    return page(request, "library.html", given=given, cards=cards, kinds=kinds, states=STATES, ages=AGES, older=OLDER,
                shown_state=shown_state, medicines=await asyncio.to_thread(desk.medicines, language))


@router.get("/cards/{card}")
async def show_card(request: Request, card: str) -> Response:
    """All that a card says, in any language, which answers rest on it, and what replaced it; or a document's text."""
    who = await visitor(request)
    chosen, answer = request.query_params.get("language", ""), request.query_params.get("answer", "")
    language, desk = chosen if chosen in LANGUAGES else language_of(request), desk_of(request)
    told = await asyncio.to_thread(desk.source_told, card, language, who.person, answer)
    resting = await asyncio.to_thread(desk.resting_on, card, who.person)
    if not isinstance(told, DocumentTold) and not _is_for(who, told):
        raise problems.plain(HTTPStatus.NOT_FOUND)
    if isinstance(told, DocumentTold):
        return page(request, "document.html", document=told, answer=answer, resting=resting)
    behind = await asyncio.to_thread(desk.claims_behind, who.person, answer, card) if answer else frozenset()
    return page(request, "card.html", card=told, told_in=language, resting=resting, answer=answer, behind=behind,
                can_review=who.may("reviewer") and request.app.state.web_review.holds(card))


def _called_alike(kind: str, names: Mapping[str, str]) -> list[str]:
    """The kinds that bear the same name as one, itself among them: a reader knows no difference between them."""
    return [other for other, name in names.items() if name == names[kind]]


def shown_state(card: CardListed) -> str:
    """The state of a card for a reader: one that another card replaces answers no more, though it is reviewed."""
    return "replaced" if card.replaced_by else card.state


def _is_for(who: Visitor, card: CardListed | CardTold) -> bool:
    """Whether somebody may see a card: what nobody has checked, and no answer rests on, is for reviewers."""
    return card.state != "draft" or card.answers or who.may("reviewer")


def _wanted(given: dict[str, str], *, this_year: int, who: Visitor) -> Callable[[CardListed], bool]:
    """Whether a card is of the state and age that were chosen, and to be shown to whoever chose."""
    def is_of_age(card: CardListed) -> bool:
        if not given["age"]:
            return True
        years = this_year - card.known_until if card.known_until is not None else None
        if given["age"] == OLDER:
            return years is not None and years > AGES[-1]
        return years is not None and given["age"].isdecimal() and years <= int(given["age"])

    return lambda card: (_is_for(who, card) and given["state"] in ("", shown_state(card)) and is_of_age(card))
