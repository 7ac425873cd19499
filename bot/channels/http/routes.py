"""Every address of the API: what it takes, what it gives, and which refusals it has of its own.

Each endpoint hands its work to a thread: `Desk` blocks. What it gives is written as it is, without being checked
against the model that describes it; tests do that.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Header, Path, Query, Request, Security
from fastapi.security import HTTPBearer
from starlette.responses import Response

from bot.answering.messages import FALLBACK_LANGUAGE
from bot.channels.http import problems
from bot.channels.http.bodies import (
    AnswerAlone,
    AnswerGiven,
    CardList,
    ConversationId,
    CorrectionsDue,
    FeedbackBody,
    Figures,
    Forgotten,
    Held,
    Language,
    QuestionBody,
    Received,
    Reports,
    ReportTold,
)
from bot.channels.http.cds import SERVICE, SERVICES, CdsCards, CdsServices, HookRequest, cards_on, medicines_of
from bot.channels.http.desk import Desk, Reply
from bot.channels.http.problems import Problem
from bot.channels.http.service import Service
from bot.channels.http.tokens import Clinic
from bot.desk.records import AnswerId, AnswerRecord
from bot.outputs.documents import pdf, word

JSON = "application/json"
PNG = "image/png"
_ALWAYS = (HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.UNPROCESSABLE_ENTITY,
           HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.SERVICE_UNAVAILABLE)
_ANSWER = "/v1/answers/{answer}"

AnswerOf = Annotated[AnswerId, Path(description="The `id` of an answer.")]
LanguageWanted = Annotated[Language | None, Query(
    description="Language tag; left out: the language of the clinic or the server, or English.")]
OnceKey = Annotated[str | None, Header(
    alias="Idempotency-Key", min_length=1, max_length=128, pattern=r"^[\x21-\x7e]+$",
    description="A name of your own for this request: sent again with it, it gives the same answer, and nothing is "
    "done twice.")]

router = APIRouter(dependencies=[Security(HTTPBearer(
    scheme_name="token", auto_error=False, description="The token of your clinic, without its name."))])


def refusals(*statuses: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    """The refusals of an address, as the description shows them."""
    return {status.value: {"model": Problem, "description": status.phrase} for status in sorted({*_ALWAYS, *statuses})}


def file_of(media_type: str, *statuses: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    """What an address gives that gives a file."""
    return {200: {"description": "The file.", "content": {media_type: {}}}, **refusals(*statuses)}


def as_json(content: Any) -> Response:
    """JSON for people's eyes too: letters as they are."""
    return Response(json.dumps(content, ensure_ascii=False, separators=(",", ":")), media_type=JSON)


@router.post("/v1/answers", response_model=AnswerGiven, operation_id="ask", summary="Answer a question",
             responses=refusals(HTTPStatus.CONFLICT, HTTPStatus.REQUEST_ENTITY_TOO_LARGE))
async def answer_question(request: Request, body: QuestionBody, idempotency_key: OnceKey = None) -> Response:
    """The answer to a question."""
    service, clinic = _of(request)
    meant = body.model_copy(update={"country": body.country or clinic.country,
                                    "language": body.language or clinic.language})

    def answer() -> Response:
        return _given(service.desk, service.desk.answer(clinic.name, meant))

    return await service.repeats.once(
        clinic.name, idempotency_key, body.model_dump_json().encode(),
        lambda: service.answer(clinic, request.state.wait_s, meant, answer))


@router.get(f"{_ANSWER}/figures", response_model=Figures, operation_id="list_figures",
            summary="List the pictures of an answer", responses=refusals(HTTPStatus.NOT_FOUND, HTTPStatus.GONE))
async def list_figures(request: Request, answer: AnswerOf) -> Response:
    """The pictures of an answer, with their addresses."""
    def listed(desk: Desk, clinic: str) -> Response:
        return as_json({"figures": [
            {"name": figure.name, "caption": figure.caption, "url": f"/v1/answers/{answer}/figures/{figure.name}.png"}
            for figure in desk.figures(clinic, answer)
        ]})

    return await _work(request, listed)


@router.get(f"{_ANSWER}/figures/{{figure}}.png", response_class=Response, operation_id="draw_figure",
            summary="Draw one picture of an answer", responses=file_of(PNG, HTTPStatus.NOT_FOUND, HTTPStatus.GONE))
async def draw_figure(request: Request, answer: AnswerOf,
                      figure: Annotated[str, Path(pattern=r"^[a-z0-9_-]+$")]) -> Response:
    """One picture."""
    return await _work(request, lambda desk, clinic: Response(
        desk.figure(clinic, answer, figure).png, media_type=PNG))


@router.get(f"{_ANSWER}/draft.docx", response_class=Response, operation_id="draft_docx",
            summary="Draft a reply to the enquirer, to edit",
            responses=file_of(word.MEDIA_TYPE, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.GONE))
async def draft_docx(request: Request, answer: AnswerOf) -> Response:
    """A draft for a word processor."""
    return await _work(request, partial(_draft, answer, "docx"))


@router.get(f"{_ANSWER}/draft.pdf", response_class=Response, operation_id="draft_pdf",
            summary="Draft a reply to the enquirer, to read",
            responses=file_of(pdf.MEDIA_TYPE, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.GONE))
async def draft_pdf(request: Request, answer: AnswerOf) -> Response:
    """A draft to print."""
    return await _work(request, partial(_draft, answer, "pdf"))


@router.get(f"{_ANSWER}/sources", response_model=AnswerAlone, operation_id="name_sources",
            summary="Name the sources of an answer in full",
            responses=refusals(HTTPStatus.NOT_FOUND, HTTPStatus.GONE))
async def name_sources(request: Request, answer: AnswerOf) -> Response:
    """The sources in full."""
    return await _work(request, lambda desk, clinic: as_json({"answer": desk.sources(clinic, answer).contract_json()}))


@router.post(f"{_ANSWER}/feedback", response_model=Received, operation_id="give_feedback",
             summary="Say what you think of an answer",
             responses=refusals(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.REQUEST_ENTITY_TOO_LARGE))
async def take_feedback(request: Request, answer: AnswerOf, body: FeedbackBody,
                        idempotency_key: OnceKey = None) -> Response:
    """Take a report."""
    service, clinic = _of(request)

    def take(desk: Desk, name: str) -> Response:
        desk.take_feedback(name, answer, body)
        return as_json(Received().model_dump())

    return await service.repeats.once(
        clinic.name, idempotency_key, f"{answer} {body.model_dump_json()}".encode(), lambda: _work(request, take))


@router.get(f"{_ANSWER}/feedback", response_model=Reports, operation_id="list_feedback",
            summary="List the errors reported of an answer, with what the reviewers replied",
            responses=refusals(HTTPStatus.NOT_FOUND))
async def list_feedback(request: Request, answer: AnswerOf) -> Response:
    """The reports."""
    return await _work(request, lambda desk, clinic: as_json(
        Reports(reports=tuple(map(ReportTold.of, desk.reports_on(clinic, answer)))).model_dump()))


@router.post(f"{_ANSWER}/corrected", response_model=Received, operation_id="confirm_correction",
             summary="Say that whoever got the answer has been told of the change",
             responses=refusals(HTTPStatus.NOT_FOUND))
async def confirm_correction(request: Request, answer: AnswerOf) -> Response:
    """Take note that somebody was told."""
    def confirm(desk: Desk, clinic: str) -> Response:
        desk.was_told(clinic, answer)
        return as_json(Received().model_dump())

    return await _work(request, confirm)


@router.get("/v1/corrections", response_model=CorrectionsDue, operation_id="list_corrections",
            summary="List whom to tell that a source behind their answer has changed", responses=refusals())
async def list_corrections(request: Request) -> Response:
    """Whom to tell of a change."""
    return await _work(request, lambda desk, clinic: as_json(
        {"corrections": [due.model_dump() for due in desk.corrections(clinic)]}))


@router.get("/v1/conversations/{conversation}", response_model=Held, operation_id="hand_out_conversation",
            summary="Hand out all that is kept of a conversation", responses=refusals())
async def hand_out_conversation(request: Request, conversation: ConversationId) -> Response:
    """All that is kept of a conversation."""
    return await _work(request, lambda desk, clinic: as_json({"held": desk.held(clinic, conversation)}))


@router.delete("/v1/conversations/{conversation}", response_model=Forgotten, operation_id="forget_conversation",
               summary="Forget a conversation and all that was kept in it", responses=refusals())
async def forget_conversation(request: Request, conversation: ConversationId) -> Response:
    """Forget a conversation."""
    def forget(desk: Desk, clinic: str) -> Response:
        forgotten, scrubbed = desk.forget_conversation(clinic, conversation)
        return as_json({"forgotten": forgotten, "scrubbed": scrubbed})

    return await _work(request, forget)


@router.get("/v1/cards", response_model=CardList, operation_id="list_cards", summary="List the cards of the library",
            responses=refusals())
async def list_cards(request: Request, language: LanguageWanted = None) -> Response:
    """Every card."""
    chosen = language or _of(request)[1].language
    return await _work(request, lambda desk, _: as_json({"cards": [
        {"id": summary.card, "version": version, "title": summary.title, "description": summary.description,
         "url": f"/v1/cards/{summary.card}"}
        for summary, version in desk.cards(chosen)
    ]}))


@router.get("/v1/cards/{card}", response_model=AnswerAlone, operation_id="sum_up_card", summary="Sum up one card",
            responses=refusals(HTTPStatus.NOT_FOUND))
async def sum_up_card(request: Request, card: str, language: LanguageWanted = None) -> Response:
    """A summary of one card."""
    chosen = language or _of(request)[1].language
    return await _work(request, lambda desk, _: as_json({"answer": desk.card(card, chosen).contract_json()}))


@router.get("/v1/cds-services", response_model=CdsServices, operation_id="list_cds_services",
            summary="List the CDS Hooks services", responses=refusals())
async def list_cds_services(_: Request) -> Response:
    """What a record system may call."""
    return as_json(SERVICES.model_dump(mode="json"))


@router.post(f"/v1/cds-services/{SERVICE}", response_model=CdsCards, operation_id="call_cds_service",
             summary="Say what the library holds on medicines that are being ordered",
             responses=refusals(HTTPStatus.REQUEST_ENTITY_TOO_LARGE))
async def call_cds_service(request: Request, body: HookRequest) -> Response:
    """Cards on the medicines; nothing of the patient is read."""
    language = _of(request)[1].language or FALLBACK_LANGUAGE
    pages = getattr(request.app.state, "web_address", None)
    address = "" if pages is None else pages or str(request.base_url).rstrip("/")
    return await _work(request, lambda desk, _: as_json(
        cards_on(desk, medicines_of(body), language, address).model_dump(mode="json", exclude_none=True)))


def _of(request: Request) -> tuple[Service, Clinic]:
    """What every request needs, and whose it is; the gate has seen to the latter."""
    return request.app.state.service, request.state.clinic


async def _work(request: Request, work: Callable[[Desk, str], Response]) -> Response:
    """Do something that is no question, within the allowance of the clinic."""
    service, clinic = _of(request)
    if request.state.wait_s:
        raise problems.too_many(request.state.wait_s)
    return await service.work(clinic.name, lambda: work(service.desk, clinic.name))


def _given(desk: Desk, reply: Reply) -> Response:
    answer, record = reply.answer, reply.record
    return as_json({
        "id": record.id if record else None,
        "conversation": reply.conversation,
        "answer": answer.contract_json(),
        "country_choices": answer.country_choices,
        "calm_questions": [option.question for option in answer.options if option.calm],
        "wish": answer.wish,
        "links": _links(desk, record) if record else None,
    })


def _links(desk: Desk, record: AnswerRecord) -> dict[str, str | None]:
    """Where there is more about the answer; null where there is nothing."""
    here = f"/v1/answers/{record.id}"
    return {
        "sources": f"{here}/sources" if record.cards else None,
        "figures": f"{here}/figures" if desk.has_figure(record) else None,
        "draft_docx": f"{here}/draft.docx" if record.plan else None,
        "draft_pdf": f"{here}/draft.pdf" if record.plan else None,
        "feedback": f"{here}/feedback",
    }


def _draft(answer: str, form: Literal["docx", "pdf"], desk: Desk, clinic: str) -> Response:
    document = desk.draft(clinic, answer, form)
    return Response(document.content, media_type=document.media_type, headers={
        "Content-Disposition": f'attachment; filename="{document.filename}"'})
