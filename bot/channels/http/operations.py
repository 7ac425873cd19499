"""What can be asked of the API: each operation turns a `Call` into `Content`, or ends with `Refused` where it cannot.

Operations run in worker threads. `routes.py` says at which address each of them stands.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Literal, cast

from pydantic import TypeAdapter, ValidationError

from bot.channels.http import problems
from bot.channels.http.bodies import ConversationId, FeedbackBody, QuestionBody, Received
from bot.channels.http.desk import Desk
from bot.channels.http.problems import FieldFault
from bot.records import AnswerRecord
from knowledge.models import Frozen

JSON = "application/json"
PNG = "image/png"

_CONVERSATION: TypeAdapter[str] = TypeAdapter(ConversationId)


class Call(Frozen):
    """A request, as far as an operation needs it."""

    clinic: str
    names: tuple[str, ...] = ()
    """The parts of the address that vary, in order."""
    language: str | None = None
    """The query parameter of that name."""
    body: QuestionBody | FeedbackBody | None = None


class Content(Frozen):
    """What goes back."""

    media_type: str
    body: bytes
    filename: str | None = None
    """Set for what a reader would save."""


class Operation(Frozen):
    """What one method does at one address."""

    name: str
    """What a program made from the description calls it."""
    summary: str
    run: Callable[[Desk, Call], Content]
    takes: type[QuestionBody | FeedbackBody] | None = None
    gives: type[Frozen] | None = None
    """Model of the JSON given back; None where it is a file."""
    media_type: str = JSON
    by_language: bool = False
    """Whether it takes the query parameter `language`."""
    refusals: tuple[HTTPStatus, ...] = ()
    """Statuses of its own, beside those that every operation has."""


def as_json(content: Any) -> Content:
    """JSON for people's eyes too: letters as they are."""
    return Content(media_type=JSON, body=json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())


def answer_question(desk: Desk, call: Call) -> Content:
    """The answer to a question."""
    reply = desk.answer(call.clinic, cast(QuestionBody, call.body))
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


def list_figures(desk: Desk, call: Call) -> Content:
    """The pictures of an answer, with their addresses."""
    (answer_id,) = call.names
    return as_json({"figures": [
        {"name": figure.name, "caption": figure.caption, "url": f"/v1/answers/{answer_id}/figures/{figure.name}.png"}
        for figure in desk.figures(call.clinic, answer_id)
    ]})


def draw_figure(desk: Desk, call: Call) -> Content:
    """One picture."""
    return Content(media_type=PNG, body=desk.figure(call.clinic, *call.names).png)


def draft_reply(form: Literal["docx", "pdf"]) -> Callable[[Desk, Call], Content]:
    """What drafts a reply in one of the two forms."""
    def draft(desk: Desk, call: Call) -> Content:
        document = desk.draft(call.clinic, call.names[0], form)
        return Content(media_type=document.media_type, body=document.content, filename=document.filename)

    return draft


def name_sources(desk: Desk, call: Call) -> Content:
    """The sources in full."""
    return as_json({"answer": desk.sources(call.clinic, call.names[0]).contract_json()})


def take_feedback(desk: Desk, call: Call) -> Content:
    """Take a report."""
    desk.take_feedback(call.clinic, call.names[0], cast(FeedbackBody, call.body))
    return as_json(Received().model_dump())


def list_corrections(desk: Desk, call: Call) -> Content:
    """Whom to tell of a change."""
    return as_json({"corrections": [due.model_dump() for due in desk.corrections(call.clinic)]})


def confirm_correction(desk: Desk, call: Call) -> Content:
    """Take note that somebody was told."""
    desk.was_told(call.clinic, call.names[0])
    return as_json(Received().model_dump())


def hand_out_conversation(desk: Desk, call: Call) -> Content:
    """All that is kept of a conversation."""
    return as_json({"held": desk.held(call.clinic, _conversation(call))})


def forget_conversation(desk: Desk, call: Call) -> Content:
    """Forget a conversation."""
    forgotten, scrubbed = desk.forget_conversation(call.clinic, _conversation(call))
    return as_json({"forgotten": forgotten, "scrubbed": scrubbed})


def _conversation(call: Call) -> str:
    try:
        return _CONVERSATION.validate_python(call.names[0])
    except ValidationError:
        fault = FieldFault(field="conversation", message="no answer ever named such a conversation")
        raise problems.wrong_fields((fault,)) from None


def list_cards(desk: Desk, call: Call) -> Content:
    """Every card."""
    return as_json({"cards": [
        {"id": summary.card, "version": version, "title": summary.title, "description": summary.description,
         "url": f"/v1/cards/{summary.card}"}
        for summary, version in desk.cards(call.language)
    ]})


def sum_up_card(desk: Desk, call: Call) -> Content:
    """A summary of one card."""
    return as_json({"answer": desk.card(call.names[0], call.language).contract_json()})
