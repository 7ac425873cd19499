"""Every address of the API, with what it takes and gives: server and description are made from this table."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Literal

from bot.channels.http.bodies import (
    AnswerAlone,
    AnswerGiven,
    CardList,
    CorrectionsDue,
    FeedbackBody,
    Figures,
    Forgotten,
    Held,
    QuestionBody,
    Received,
)
from bot.channels.http.operations import (
    PNG,
    Operation,
    answer_question,
    confirm_correction,
    draft_reply,
    draw_figure,
    forget_conversation,
    hand_out_conversation,
    list_cards,
    list_corrections,
    list_figures,
    name_sources,
    sum_up_card,
    take_feedback,
)
from bot.documents import pdf, word
from knowledge.models import Frozen

Method = Literal["get", "post", "delete"]


class Route(Frozen):
    """One address, with names in braces where it varies."""

    path: str
    operations: Mapping[Method, Operation]


_OF_AN_ANSWER = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_OF_A_DRAFT = (*_OF_AN_ANSWER, HTTPStatus.CONFLICT)
_ANSWER = "/v1/answers/{answer}"

_ASK = Operation(
    name="ask",
    summary="Answer a question",
    run=answer_question,
    takes=QuestionBody,
    gives=AnswerGiven,
)
_LIST_FIGURES = Operation(
    name="list_figures",
    summary="List the pictures of an answer",
    run=list_figures,
    gives=Figures,
    refusals=_OF_AN_ANSWER,
)
_DRAW_FIGURE = Operation(
    name="draw_figure",
    summary="Draw one picture of an answer",
    run=draw_figure,
    media_type=PNG,
    refusals=_OF_AN_ANSWER,
)
_DRAFT_DOCX = Operation(
    name="draft_docx",
    summary="Draft a reply to the enquirer, to edit",
    run=draft_reply("docx"),
    media_type=word.MEDIA_TYPE,
    refusals=_OF_A_DRAFT,
)
_DRAFT_PDF = Operation(
    name="draft_pdf",
    summary="Draft a reply to the enquirer, to read",
    run=draft_reply("pdf"),
    media_type=pdf.MEDIA_TYPE,
    refusals=_OF_A_DRAFT,
)
_NAME_SOURCES = Operation(
    name="name_sources",
    summary="Name the sources of an answer in full",
    run=name_sources,
    gives=AnswerAlone,
    refusals=_OF_AN_ANSWER,
)
_GIVE_FEEDBACK = Operation(
    name="give_feedback",
    summary="Say what you think of an answer",
    run=take_feedback,
    takes=FeedbackBody,
    gives=Received,
    refusals=(HTTPStatus.NOT_FOUND,),
)
_LIST_CORRECTIONS = Operation(
    name="list_corrections",
    summary="List whom to tell that a source behind their answer has changed",
    run=list_corrections,
    gives=CorrectionsDue,
)
_CONFIRM_CORRECTION = Operation(
    name="confirm_correction",
    summary="Say that whoever got the answer has been told of the change",
    run=confirm_correction,
    gives=Received,
    refusals=(HTTPStatus.NOT_FOUND,),
)
_HAND_OUT_CONVERSATION = Operation(
    name="hand_out_conversation",
    summary="Hand out all that is kept of a conversation",
    run=hand_out_conversation,
    gives=Held,
    refusals=(HTTPStatus.UNPROCESSABLE_ENTITY,),
)
_FORGET_CONVERSATION = Operation(
    name="forget_conversation",
    summary="Forget a conversation and all that was kept in it",
    run=forget_conversation,
    gives=Forgotten,
    refusals=(HTTPStatus.UNPROCESSABLE_ENTITY,),
)
_LIST_CARDS = Operation(
    name="list_cards",
    summary="List the cards of the library",
    run=list_cards,
    gives=CardList,
    by_language=True,
)
_SUM_UP_CARD = Operation(
    name="sum_up_card",
    summary="Sum up one card",
    run=sum_up_card,
    gives=AnswerAlone,
    by_language=True,
    refusals=(HTTPStatus.NOT_FOUND,),
)

ROUTES: tuple[Route, ...] = (
    Route(path="/v1/answers", operations={"post": _ASK}),
    Route(path=f"{_ANSWER}/figures", operations={"get": _LIST_FIGURES}),
    Route(path=f"{_ANSWER}/figures/{{figure}}.png", operations={"get": _DRAW_FIGURE}),
    Route(path=f"{_ANSWER}/draft.docx", operations={"get": _DRAFT_DOCX}),
    Route(path=f"{_ANSWER}/draft.pdf", operations={"get": _DRAFT_PDF}),
    Route(path=f"{_ANSWER}/sources", operations={"get": _NAME_SOURCES}),
    Route(path=f"{_ANSWER}/feedback", operations={"post": _GIVE_FEEDBACK}),
    Route(path=f"{_ANSWER}/corrected", operations={"post": _CONFIRM_CORRECTION}),
    Route(path="/v1/corrections", operations={"get": _LIST_CORRECTIONS}),
    Route(path="/v1/conversations/{conversation}", operations={
        "get": _HAND_OUT_CONVERSATION, "delete": _FORGET_CONVERSATION}),
    Route(path="/v1/cards", operations={"get": _LIST_CARDS}),
    Route(path="/v1/cards/{card}", operations={"get": _SUM_UP_CARD}),
)
