"""Replies to wishes about the conversation: thanks for a report, a fresh start, another language, another country."""

from __future__ import annotations

from typing import get_args

from bot.answering.answer import Answer, AskedQuestion, Block, Status, Wish
from bot.answering.messages import Messages
from bot.answering.options import OptionMaker
from bot.answering.realise import plain_answer
from bot.reading.act import Request

WISHES: tuple[Wish, ...] = get_args(Wish)
TO_MAKE: tuple[Wish, ...] = ("figure", "draft")
"""Wishes for something made of the last answer."""
_REPLIES: dict[Wish, tuple[str, Status]] = {
    "not_helpful": ("not-helpful-thanks", "not_covered"),
    "report_error": ("report-error-thanks", "not_covered"),
    "new_subject": ("new-subject", "clarify"),
}


def wish_in(request: Request | None) -> Wish | None:
    """The wish for the channel that a request is, if it is one."""
    return next((wish for wish in WISHES if wish == request), None)


def wish_reply(wish: Wish, question: AskedQuestion, messages: Messages, options: OptionMaker) -> Answer:
    """The short reply to a wish that needs no evidence."""
    message, status = _REPLIES[wish]
    block = Block(kind="short", text=messages.format(message))
    offered = options.starting() if status == "clarify" else []
    answer = plain_answer(status, question, messages, [block], options=offered)
    return answer.model_copy(update={"wish": wish})


def noted(message: str, question: AskedQuestion, messages: Messages, options: OptionMaker, **slots: str) -> Answer:
    """A word that something was taken note of, and what could be asked."""
    block = Block(kind="short", text=messages.format(message, **slots))
    return plain_answer("clarify", question, messages, [block], options=options.starting())
