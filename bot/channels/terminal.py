"""The conversation in the terminal; options are numbered, and typing a number asks the option's question.

Where an emergency reply asks for the country, typing its two letters sets it and asks the question again.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TextIO

from bot.answering.answer import Answer, Block, Enquiry, Option
from bot.answering.messages import FALLBACK_LANGUAGE
from bot.channels.base import Responder
from bot.channels.screen import ReadLine, Screen, edited_lines, plain_lines
from bot.desk.records import AnswerRecord, new_answer_id, record_of
from bot.dialogue.state import Conversation

NEW, HELP, MORE = "/new", "/help", "/more"


def converse(
    responder: Responder, template: Enquiry, source: TextIO, out: TextIO, folder: Path = Path()
) -> None:
    """Read questions line by line and answer them, until the input ends. An empty line does nothing.

    `template` carries the language and country to use; its text is replaced by each line. Pictures and documents that
    are asked for are written to `folder`, a new name each, and their paths shown.
    """
    screen = Screen(out)
    at_terminal = source.isatty() and screen.is_terminal
    read = edited_lines((NEW, HELP, MORE)) if at_terminal else plain_lines(source, screen)
    _Talk(responder, template, screen, folder).run(read)


class _Talk:
    """One conversation with the options of its last reply."""

    def __init__(self, responder: Responder, template: Enquiry, screen: Screen, folder: Path) -> None:
        self._responder = responder
        self._template = template
        self._screen = screen
        self._folder = folder
        self._conversation = Conversation()
        self._choices: tuple[Option, ...] = ()
        self._folded: tuple[Block, ...] = ()
        """What the last reply keeps for readers who ask for more."""
        self._countries: tuple[str, ...] = ()
        """Countries that the last reply asks to choose from."""
        self._asked = ""
        self._record: AnswerRecord | None = None
        """The last answer that can be drawn or drafted: what is wished for is made of it and names its question."""

    def run(self, read: ReadLine) -> None:
        """Talk until the input ends."""
        self._say("chat-welcome")
        while (line := read(self._text("chat-prompt"))) is not None:
            if line.strip():
                self._take(line.strip())
        self._say("chat-bye")

    def _take(self, text: str) -> None:
        """Do what one line asks."""
        if text.lower() == NEW:
            self._conversation, self._choices, self._record = self._conversation.fresh(), (), None
            self._say("new-subject")
        elif text.lower().rstrip("?!.") in (MORE, *self._text("chat-more-words").split(", ")) and self._folded:
            self._show_blocks(self._folded)
        elif text.startswith("/") and len(text.split()) == 1:  # help, or a misspelt command
            self._say("chat-help")
        else:
            self._ask(text)

    def _ask(self, text: str) -> None:
        """Ask a question, or that of the option chosen."""
        option = self._choices[int(text) - 1] if text.isdigit() and 1 <= int(text) <= len(self._choices) else None
        asked = {"text": option.question, "nobody_in_danger": option.calm} if option else {"text": text}
        if text.upper() in self._countries:
            self._template = self._template.model_copy(update={"country": text.upper()})
            asked = {"text": self._asked}
        self._asked = str(asked["text"])
        enquiry = self._template.model_copy(update=asked)
        answer, self._conversation = self._responder.reply(enquiry, self._conversation)
        self._countries = answer.country_choices
        if answer.wish == "figure":
            self._draw(answer)
        elif answer.wish == "draft":
            self._draft(answer)
        else:
            self._show(answer)

    def _show(self, answer: Answer) -> None:
        """Print the answer and its numbered options, kept for the next line."""
        if answer.plan is not None:
            self._record = record_of(answer, new_answer_id())
        self._show_blocks(answer.shown)
        self._folded = answer.folded
        if self._folded:
            self._write(f"\n{self._text('chat-more')}")
        for number, option in enumerate(answer.options, start=1):
            self._write(f"  {number}. {option.label}")
        self._choices = answer.options

    def _draw(self, answer: Answer) -> None:
        """Save the pictures of an answer and say where they are and what they show."""
        record = self._record or record_of(answer, new_answer_id())
        figures = self._responder.tools.figures(record)
        for figure in figures:
            self._save(f"{figure.name}.png", figure.png)
            self._write(figure.caption)
        if not figures:
            self._say("chat-nothing-to-draw")

    def _draft(self, answer: Answer) -> None:
        """Save a draft reply in both forms and say where they are."""
        record = self._record or record_of(answer, new_answer_id())
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

    def _show_blocks(self, blocks: tuple[Block, ...]) -> None:
        self._write("")
        self._screen.show(blocks)

    def _write(self, text: str) -> None:
        self._screen.write(text)


def _free_path(path: Path) -> Path:
    """The path, numbered where a file of that name is there already."""
    numbered = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(2, 10_000))
    return next((free for free in chain([path], numbered) if not free.exists()), path)
