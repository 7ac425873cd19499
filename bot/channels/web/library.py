"""The pages of the library: finding cards, and what each of them says."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request
from starlette.responses import Response

from bot.answering.document_text import DocumentTold
from bot.channels.web.page import PageRoute, desk_of, language_of, page, visitor
from knowledge.evidence.models import CardKind
from knowledge.languages import LANGUAGES

STATES = ("reviewed", "draft", "withdrawn")
LONGEST_SEARCH = 200

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@router.get("/library")
async def search(request: Request) -> Response:
    """Cards that speak of what was searched for, of one kind or state where that was chosen."""
    await visitor(request)
    wanted = request.query_params.get("q", "")[:LONGEST_SEARCH]
    kind, state = request.query_params.get("kind", ""), request.query_params.get("state", "")
    language, desk = language_of(request), desk_of(request)

    found = await asyncio.to_thread(desk.listed, wanted, language)
    cards = [card for card in found if kind in ("", card.kind) and state in ("", card.state)]
    return page(request, "library.html", wanted=wanted, kind=kind, state=state, cards=cards,
                kinds=[kind.value for kind in CardKind], states=STATES)


@router.get("/cards/{card}")
async def show_card(request: Request, card: str) -> Response:
    """All that a card says, in any language, and how many answers rest on it; or the text of a document."""
    who = await visitor(request)
    chosen, answer = request.query_params.get("language", ""), request.query_params.get("answer", "")
    language, desk = chosen if chosen in LANGUAGES else language_of(request), desk_of(request)
    told = await asyncio.to_thread(desk.source_told, card, language, who.person, answer)
    if isinstance(told, DocumentTold):
        return page(request, "document.html", document=told, answer=answer)
    answers = await asyncio.to_thread(desk.resting_on, told.id, told.version)
    behind = await asyncio.to_thread(desk.claims_behind, who.person, answer, card) if answer else frozenset()
    return page(request, "card.html", card=told, told_in=language, answers=answers, answer=answer, behind=behind)
