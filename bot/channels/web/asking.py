"""The pages for everybody: asking, what was answered, what is kept of oneself, and signing in."""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any, Literal, TypeVar
from urllib.parse import quote

from fastapi import APIRouter, Request
from pydantic import ValidationError
from starlette.datastructures import FormData
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from bot.answering.answer import Answer, Block
from bot.answering.document_text import Passage
from bot.answering.messages import messages_in
from bot.channels.base import Responder
from bot.channels.http import problems
from bot.channels.http.bodies import LONGEST_QUESTION, FeedbackBody, QuestionBody
from bot.channels.http.desk import Reply
from bot.channels.http.problems import FieldFault, Refused
from bot.channels.http.service import Service
from bot.channels.http.tokens import Clinic
from bot.channels.web.desk import moment
from bot.channels.web.page import (
    PageRoute,
    Visitor,
    desk_of,
    forget,
    form_of,
    from_elsewhere,
    language_of,
    onward,
    page,
    remember,
    to,
    visitor,
)
from bot.desk.records import AnswerRecord
from bot.desk.store.choices import Choices
from bot.desk.store.sessions import OWN_LETTERS
from bot.outputs.figures import Inline
from knowledge.errors import DatabaseError

Result = TypeVar("Result")
_log = logging.getLogger(__name__)
NONE: Mapping[str, Sequence[Passage]] = {}
OWN_CODE = re.compile(rf"[{OWN_LETTERS}-]{{1,40}}")
"""A code that may have been typed, in whatever letters."""
router = APIRouter(route_class=PageRoute, include_in_schema=False)


@router.get("/")
async def start(_: Request) -> Response:
    """The page to begin with."""
    return to("/ask")


@router.get("/ask")
async def show_question_box(request: Request) -> Response:
    """The question box, filled in where a link brings a question; it is sent by whoever opened the link."""
    who = await visitor(request)
    asked = request.query_params.get("q", "")[:LONGEST_QUESTION]
    desk = desk_of(request)
    replied = await _in_thread(lambda: desk.has_reply(who.person))
    return page(request, "ask.html", asked=asked, conversation="", gone=False, replied=replied,
                behind=(), **await _beside(request, who))


@router.post("/ask")
async def ask(request: Request) -> Response:
    """Answer a question, or an option of an answer."""
    who, form = await form_of(request)
    body = _asked(form, who)
    if body is None:
        return to("/ask")
    reply = await _answered(request, who, body)
    if form.get("country") in _responder(request).countries:  # chosen under a reply: it holds from now on
        await _remember_country(request, who, str(form.get("country")))
    wished = str(form.get("of", ""))
    if reply.answer.wish == "figure" and wished:
        return to(f"/answers/{wished}#figures")
    if reply.answer.wish == "draft" and wished:
        return to(f"/answers/{wished}#drafts")
    if reply.record is not None:
        return to(f"/answers/{reply.record.id}")
    return page(request, "answer.html", **_answer_shown(reply.answer, None, reply.conversation),
                **await _beside(request, who))


@router.get("/answers/{answer}")
async def show_answer(request: Request, answer: str) -> Response:
    """An answer as it was given, as long as its sources are what they were."""
    who = await visitor(request)
    desk = desk_of(request)
    given, shown = await _in_thread(lambda: desk.given(who.person, answer))
    if shown is None:
        return page(request, "ask.html", status=HTTPStatus.GONE, asked=given.record.question.text,
                    conversation=given.asker.thread, gone=True, replied=False,
                    behind=await _in_thread(lambda: desk.changes_behind(given.record, language_of(request))),
                    **await _beside(request, who))
    figures = await _in_thread(lambda: desk.inline_figures(given.record))
    cited = await _in_thread(lambda: desk.cited(given.record))
    return page(request, "answer.html", **_answer_shown(shown, given.record, given.asker.thread, figures, cited),
                **await _beside(request, who))


@router.get("/answers/{answer}/text")
async def copy_answer(request: Request, answer: str) -> Response:
    """An answer as plain text, for a record: with the question, when it was given, and its number."""
    who = await visitor(request)
    desk = desk_of(request)
    given, shown = await _in_thread(lambda: desk.given(who.person, answer))
    if shown is None:
        raise problems.outdated()
    head = messages_in(language_of(request)).format("web-for-record", day=f"{moment(given.given)} UTC", number=answer)
    return PlainTextResponse("\n\n".join(part for part in (given.record.question.text, head, shown.full_text) if part))


@router.get("/answers/{answer}/figures/{figure}.png")
async def show_figure(request: Request, answer: str, figure: str) -> Response:
    """One picture."""
    who = await visitor(request)
    desk = desk_of(request)
    drawn = await _in_thread(lambda: desk.figure(who.person, answer, figure))
    return Response(drawn.png, media_type="image/png")


@router.get("/answers/{answer}/draft.{form}")
async def draft(request: Request, answer: str, form: str) -> Response:
    """A draft reply to whoever asked."""
    who = await visitor(request)
    if form not in ("docx", "pdf"):
        raise problems.plain(HTTPStatus.NOT_FOUND)
    kind: Literal["docx", "pdf"] = "docx" if form == "docx" else "pdf"
    desk = desk_of(request)
    document = await _in_thread(lambda: desk.draft(who.person, answer, kind))
    return Response(document.content, media_type=document.media_type, headers={
        "Content-Disposition": f'attachment; filename="{document.filename}"'})


@router.post("/answers/{answer}/feedback")
async def take_feedback(request: Request, answer: str) -> Response:
    """Take what somebody thinks of an answer."""
    who, form = await form_of(request)
    try:
        body = FeedbackBody.model_validate({"kind": form.get("kind"), "reason": form.get("reason") or ""})
    except ValidationError:
        raise problems.wrong_fields((FieldFault(field="kind", message="not known"),)) from None
    desk = desk_of(request)
    await _in_thread(lambda: desk.take_feedback(who.person, answer, body))
    return to(f"/answers/{answer}?thanks=1#feedback")


@router.get("/own")
async def show_own(request: Request) -> Response:
    """What somebody was given, chose, and may have handed out or deleted."""
    who = await visitor(request)
    done = next((name for name in ("saved", "forgotten", "others-ended") if request.query_params.get(name) == "1"), "")
    return await _own(request, who, done=done)


@router.post("/own/link")
async def make_own_link(request: Request) -> Response:
    """A link for another device of somebody; shown on the page that answers, and never again."""
    who, _ = await form_of(request)
    desk = desk_of(request)
    code = await _in_thread(lambda: desk.own_link(who.person))
    return await _own(request, who, code=code)


@router.post("/own/end-others")
async def end_other_sessions(request: Request) -> Response:
    """Sign somebody out everywhere but here."""
    who, _ = await form_of(request)
    desk = desk_of(request)
    await _in_thread(lambda: desk.end_other_sessions(who.person, who.session.token))
    return to("/own?others-ended=1#sessions")


@router.post("/own/changes-seen")
async def confirm_changes(request: Request) -> Response:
    """Remember that somebody has seen what has changed behind their answers, and show the page they saw it on."""
    who, form = await form_of(request)
    desk = desk_of(request)
    seen = str(form.get("seen", "")).split()
    await _in_thread(lambda: desk.has_seen(who.person, seen))
    return to(onward(str(form.get("back", ""))))


@router.post("/own/choices")
async def choose(request: Request) -> Response:
    """Remember a language and a country."""
    who, form = await form_of(request)
    responder = _responder(request)
    language, country = str(form.get("language", "")), str(form.get("country", ""))
    chosen = Choices(language=language if language in responder.languages else None,
                     country=country if country in responder.countries else None)
    desk = desk_of(request)
    await _in_thread(lambda: desk.choose(who.person, chosen))
    return to("/own?saved=1")


@router.get("/own/export.json")
async def export(request: Request) -> Response:
    """All that is kept of somebody, as a file."""
    who = await visitor(request)
    desk = desk_of(request)
    held = await _in_thread(lambda: desk.held_of(who.person))
    return Response(json.dumps(held, ensure_ascii=False, indent=2), media_type="application/json",
                    headers={"Content-Disposition": 'attachment; filename="farmasvar-export.json"'})


@router.post("/own/forget")
async def forget_own(request: Request) -> Response:
    """Delete what is kept of somebody."""
    who, _ = await form_of(request)
    desk = desk_of(request)
    await _in_thread(lambda: desk.forget_person(who.person))
    return to("/own?forgotten=1")


@router.post("/sign-out")
async def sign_out(request: Request) -> Response:
    """End the session."""
    who, _ = await form_of(request)
    desk = desk_of(request)
    await _in_thread(lambda: desk.sign_out(who.session.token))
    del request.state.visitor
    response = page(request, "sign_in.html")
    forget(response)
    return response


@router.get("/join")
async def ask_for_link(request: Request) -> Response:
    """Where a link or its code is typed: on another device, or in a program whose window opens no links."""
    return page(request, "sign_in.html")


@router.post("/join")
async def take_link(request: Request) -> Response:
    """The page of a link that somebody typed or pasted."""
    if from_elsewhere(request):
        return page(request, "sign_in.html")
    form = await request.form(max_files=0, max_fields=5)
    typed = str(form.get("link", "")).strip()[:500].rstrip("/").rpartition("/")[2]
    code = typed.lower() if OWN_CODE.fullmatch(typed.lower()) else typed
    if not re.fullmatch(r"[\w-]{1,100}", code, re.ASCII):
        return page(request, "join.html", status=HTTPStatus.GONE, code="", good=False, next_page="")
    wanted = str(form.get("next", ""))
    return to(f"/join/{code}" + (f"?next={quote(wanted, safe='')}" if wanted else ""))


@router.get("/join/{code}")
async def show_link(request: Request, code: str) -> Response:
    """A page with a button: programs that look at links before people do must not use one up."""
    desk = desk_of(request)
    good = await _in_thread(lambda: desk.is_good(code))
    return page(request, "join.html", status=HTTPStatus.OK if good else HTTPStatus.GONE, code=code, good=good,
                next_page=request.query_params.get("next", ""))


@router.post("/join/{code}")
async def sign_in(request: Request, code: str) -> Response:
    """Use a link up and begin a session."""
    desk = desk_of(request)
    session = None if from_elsewhere(request) else await _in_thread(lambda: desk.sign_in(code))
    if session is None:
        return page(request, "join.html", status=HTTPStatus.GONE, code=code, good=False, next_page="")
    form = await request.form(max_files=0, max_fields=5)
    response = RedirectResponse(onward(str(form.get("next", ""))), HTTPStatus.SEE_OTHER)
    remember(response, request, session)
    return response


async def _own(request: Request, who: Visitor, *, done: str = "", code: str = "") -> Response:
    desk = desk_of(request)
    history = await _in_thread(lambda: [(given, desk.is_current(given.record)) for given in desk.history(who.person)])
    sessions = await _in_thread(lambda: desk.sessions_of(who.person, who.session.token))
    reports = await _in_thread(lambda: desk.own_reports(who.person))
    link = f"{request.app.state.web_address or str(request.base_url)[:-1]}/join/{code}" if code else ""
    return page(request, "own.html", history=history, done=done,
                sessions=sessions, code=code, link=link, reports=reports, **await _beside(request, who))


async def _remember_country(request: Request, who: Visitor, country: str) -> None:
    """Keep a country that was chosen; in an emergency nothing that breaks here may hold up the reply."""
    desk = desk_of(request)
    try:
        await _in_thread(lambda: desk.choose(who.person, who.choices.model_copy(update={"country": country})))
    except DatabaseError:
        _log.warning("the country that was chosen could not be kept")


def _asked(form: FormData, who: Visitor) -> QuestionBody | None:
    """What a form asks; None for an empty box."""
    ask = str(form.get("ask", ""))
    try:
        return QuestionBody.model_validate({
            "question": str(form.get("question", "")), "ask": json.loads(ask) if ask else None,
            "language": who.choices.language, "country": str(form.get("country", "")) or who.choices.country,
            "conversation": str(form.get("conversation", "")) or None,
            "nobody_in_danger": form.get("calm") == "1"})
    except ValidationError as error:
        if any(fault["loc"] for fault in error.errors()):
            raise problems.wrong_fields(()) from None
        return None
    except ValueError:
        raise problems.wrong_fields(()) from None


async def _answered(request: Request, who: Visitor, body: QuestionBody) -> Reply:
    """The reply, in its turn and within the allowance of the person; an urgent one at once."""
    service: Service = request.app.state.service
    desk = desk_of(request)
    replies: list[Reply] = []

    def answer() -> Response:
        replies.append(desk.ask(who.person, body))
        return Response()

    name = f"web-{who.person}"[:40].replace(".", "-")
    wait_s = request.app.state.web_allowance.take(name)
    await service.answer(Clinic(name=name), wait_s, body, answer)
    return replies[0]


def _answer_shown(answer: Answer, record: AnswerRecord | None, conversation: str,
                  figures: tuple[Inline, ...] = (), cited: Mapping[str, Sequence[Passage]] = NONE) -> dict[str, Any]:
    sources = [block for block in answer.blocks if block.kind == "source"]
    shows_sources = messages_in(answer.language).format("ask-sources")
    numbers, shown = numbers_first(answer)
    return {
        "answer": answer, "record": record, "conversation": conversation,
        "numbers": numbers, "shown": _without_sources(shown), "folded": _without_sources(answer.folded),
        "sources": sources,
        "cards": {citation.number: citation.card for citation in answer.citations},
        "options": [(option, json.dumps(option.ask.contract_json()) if option.ask else "") for option in answer.options
                    if not sources or option.question != shows_sources],  # which stand beside the answer
        "figures": figures, "cited": cited,
    }


def numbers_first(answer: Answer) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Of an urgent reply what stands before any evidence, without the countries that buttons offer; and the rest."""
    if answer.status != "urgent":
        return (), answer.shown
    end = next((at for at, block in enumerate(answer.shown) if block.kind in ("heading", "disclaimer")),
               len(answer.shown))
    first, choose = answer.shown[:end], messages_in(answer.language).format("urgent-choose-country")
    at = next((at for at, block in enumerate(first) if block.text == choose), len(first))
    return first[:at] + first[at + 2:] if answer.country_choices else first, answer.shown[end:]


def _without_sources(blocks: tuple[Block, ...]) -> list[Block]:
    """The blocks of the reply itself, with what is to be said of the age of its sources; these stand beside it."""
    return [block for block in blocks if block.kind != "source"
            and not (block.section == "sources" and block.kind == "heading")]


async def _beside(request: Request, who: Visitor) -> dict[str, Any]:
    """What stands beside every question box."""
    desk, language = desk_of(request), language_of(request)
    try:
        changes = await _in_thread(lambda: desk.to_tell(who.person, language))
    except Refused:  # an emergency is answered whatever the database does
        changes = []
    return {"countries": _responder(request).countries, "language": language, "changes": changes,
            "thanks": request.query_params.get("thanks") == "1"}


def _responder(request: Request) -> Responder:
    responder: Responder = request.app.state.web_responder
    return responder


async def _in_thread(work: Callable[[], Result]) -> Result:
    return await asyncio.to_thread(work)
