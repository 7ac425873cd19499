"""The conversation in the terminal; options are numbered, and typing a number asks the option's question."""

from __future__ import annotations

from typing import TextIO

from bot.answer import Answer, Enquiry, Option
from bot.channels.base import Responder
from bot.conversation import Conversation


def converse(responder: Responder, template: Enquiry, source: TextIO, out: TextIO) -> None:
    """Read questions line by line and answer them, until the input ends.

    `template` carries the language and country to use; its text is replaced by each line.
    """
    language = template.language or "en"
    show = source.isatty()
    conversation = Conversation()
    choices: list[Option] = []
    _write(out, responder.command_text("chat-welcome", language))
    while True:
        if show:
            out.write(f"\n{responder.command_text('chat-prompt', conversation.language or language)} ")
            out.flush()
        try:
            line = source.readline()
        except KeyboardInterrupt:
            line = ""
        text = line.strip()
        if not line or (show and not text):
            _write(out, responder.command_text("chat-bye", conversation.language or language))
            return
        if not text:
            continue
        if text.isdigit() and 1 <= int(text) <= len(choices):
            text = choices[int(text) - 1].question
        answer, conversation = responder.reply(template.model_copy(update={"text": text}), conversation)
        choices = _show(answer, out)


def _show(answer: Answer, out: TextIO) -> list[Option]:
    """Print the answer and its numbered options; the options, for the next line."""
    _write(out, f"\n{answer.text}")
    for number, option in enumerate(answer.options, start=1):
        out.write(f"  {number}. {option.label}\n")
    out.flush()
    return list(answer.options)


def _write(out: TextIO, text: str) -> None:
    out.write(f"{text}\n")
    out.flush()
