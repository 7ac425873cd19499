"""The conversation in the terminal; options are numbered, and typing a number asks the option's question."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TextIO

from bot.answer import Answer, Enquiry, Option
from bot.channels.base import Responder
from bot.conversation import Conversation
from bot.messages import FALLBACK_LANGUAGE
from bot.records import new_answer_id, record_of

NEW, HELP = "/new", "/help"


def converse(
    responder: Responder, template: Enquiry, source: TextIO, out: TextIO, folder: Path = Path()
) -> None:
    """Read questions line by line and answer them, until the input ends.

    `template` carries the language and country to use; its text is replaced by each line. Pictures and documents that
    are asked for are written to `folder`, a new name each, and their paths shown.
    """
    _Talk(responder, template, out, folder).run(source)


class _Talk:
    """One conversation with the options of its last reply."""

    def __init__(self, responder: Responder, template: Enquiry, out: TextIO, folder: Path) -> None:
        self._responder = responder
        self._template = template
        self._out = out
        self._folder = folder
        self._conversation = Conversation()
        self._choices: tuple[Option, ...] = ()

    def run(self, source: TextIO) -> None:
        """Talk until the input ends."""
        show = source.isatty()
        self._say("chat-welcome")
        while True:
            if show:
                self._out.write(f"\n{self._text('chat-prompt')} ")
                self._out.flush()
            try:
                line = source.readline()
            except KeyboardInterrupt:
                line = ""
            text = line.strip()
            if not line or (show and not text):
                self._say("chat-bye")
                return
            if text:
                self._take(text)

    def _take(self, text: str) -> None:
        """Do what one line asks."""
        if text.lower() == NEW:
            self._conversation, self._choices = self._conversation.fresh(), ()
            self._say("new-subject")
        elif text.lower() == HELP:
            self._say("chat-help")
        else:
            self._ask(text)

    def _ask(self, text: str) -> None:
        """Ask a question, or that of the option chosen."""
        option = self._choices[int(text) - 1] if text.isdigit() and 1 <= int(text) <= len(self._choices) else None
        asked = {"text": option.question, "nobody_in_danger": option.calm} if option else {"text": text}
        enquiry = self._template.model_copy(update=asked)
        answer, self._conversation = self._responder.reply(enquiry, self._conversation)
        if answer.wish == "figure":
            self._draw(answer)
        elif answer.wish == "draft":
            self._draft(answer)
        else:
            self._show(answer)

    def _show(self, answer: Answer) -> None:
        """Print the answer and its numbered options, kept for the next line."""
        self._write(f"\n{answer.text}")
        for number, option in enumerate(answer.options, start=1):
            self._write(f"  {number}. {option.label}")
        self._choices = answer.options

    def _draw(self, answer: Answer) -> None:
        """Save the pictures of an answer and say where they are and what they show."""
        record = record_of(answer, new_answer_id())
        figures = self._responder.tools.figures(record)
        for figure in figures:
            self._save(f"{figure.name}.png", figure.png)
            self._write(figure.caption)
        if not figures:
            self._say("chat-nothing-to-draw")

    def _draft(self, answer: Answer) -> None:
        """Save a draft reply in both forms and say where they are."""
        record = record_of(answer, new_answer_id())
        documents = [self._responder.tools.draft(record, "docx"), self._responder.tools.draft(record, "pdf")]
        for document in documents:
            if document:
                self._save(document.filename, document.content)
        if not any(documents):
            self._say("chat-no-draft")

    def _save(self, name: str, content: bytes) -> None:
        """Write a file that overwrites no other, and print its path."""
        path = _free_path(self._folder / name)
        try:
            path.write_bytes(content)
        except OSError as error:
            self._say("chat-not-saved", path=str(path), reason=error.strerror or "")
        else:
            self._say("chat-saved", path=str(path))

    def _text(self, name: str, **slots: str) -> str:
        language = self._conversation.language or self._template.language or FALLBACK_LANGUAGE
        return self._responder.command_text(name, language, **slots)

    def _say(self, name: str, **slots: str) -> None:
        self._write(self._text(name, **slots))

    def _write(self, text: str) -> None:
        self._out.write(f"{text}\n")
        self._out.flush()


def _free_path(path: Path) -> Path:
    """The path, numbered where a file of that name is there already."""
    numbered = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(2, 10_000))
    return next((free for free in chain([path], numbered) if not free.exists()), path)
