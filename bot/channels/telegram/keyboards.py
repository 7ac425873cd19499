"""The buttons under a message, and what each stands for.

Telegram allows 64 bytes behind a button. `lang:nb` and `country:NO` say all there is to say. A button that belongs to
an answer carries `action.answer.value.signature`: the answer's record is in the store, and the signature, made over
the chat and the rest, shows that the bot put the button there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Annotated, Literal

from pydantic import StringConstraints, ValidationError
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.channels.kit.names import AUTOMATIC, country_name, flag, language_name
from bot.desk.records import AnswerId, AnswerRecord
from bot.desk.store.feedback import VOTED_ON, WHAT_IS_WRONG, Votes
from bot.desk.store.signing import Signer
from knowledge.evidence.models import Frozen

NO_VOTES = Votes()
SHORT_LABEL = 20
"""Letters of a label that leaves room for a second button beside it."""

Action = Literal["option", "country", "figure", "draft", "sources", "helpful", "unhelpful", "error", "reason", "again"]
Text = Callable[[str], str]
"""Gives a label of the channel by its name, in the reader's language."""


class ButtonCode(Frozen):
    """What stands behind a button of the language and country menus."""

    action: Literal["lang", "country"]
    value: str

    def encode(self) -> str:
        """The code as Telegram carries it."""
        return f"{self.action}:{self.value}"


class AnswerCode(Frozen):
    """What stands behind a button that belongs to an answer."""

    action: Action
    answer: AnswerId
    value: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{0,24}$")] = ""


class Buttons:
    """Makes and reads the signed buttons of one chat."""

    def __init__(self, signer: Signer, chat_id: int) -> None:
        self._signer = signer
        self._chat = str(chat_id)

    def button(self, label: str, action: Action, answer: str, value: str = "") -> InlineKeyboardButton:
        """A button with its signed code."""
        return InlineKeyboardButton(label, callback_data=self._signed(action, answer, value))

    def _signed(self, action: Action, answer: str, value: str) -> str:
        code = AnswerCode(action=action, answer=answer, value=value)
        parts = (code.action, code.answer, code.value)
        return ".".join((*parts, self._signer.sign(self._chat, *parts)))

    def read(self, data: str) -> AnswerCode | None:
        """The code behind a pressed button; None for one this bot did not put into this chat."""
        parts = data.split(".")
        if len(parts) != 4 or not self._signer.check(parts[3], self._chat, *parts[:3]):
            return None
        try:
            return AnswerCode.model_validate({"action": parts[0], "answer": parts[1], "value": parts[2]})
        except ValidationError:
            return None

    def under_answer(self, record: AnswerRecord, text: Text, *, figure: bool,
                     votes: Votes = NO_VOTES) -> InlineKeyboardMarkup | None:
        """The buttons under an answer: what to ask next, what to do with it, what to say of it.

        The sources have a button of their own, so the option that asks for them is left out.
        """
        countries = [self.button(f"{flag(code)} {country_name(code, record.language)}", "country", record.id, code)
                     for code in record.country_choices]
        sources = text("ask-sources") if record.plan is not None else None
        options = [self.button(option.label, "option", record.id, str(number))
                   for number, option in enumerate(record.options) if option.question != sources]
        rows = [*_rows(countries, 2), *_packed(options)]
        report = self.button(text("telegram-button-error"), "error", record.id)
        if record.status == "urgent":
            return InlineKeyboardMarkup([*rows, [report]])
        if record.plan is not None:
            drawn = [self.button(text("telegram-button-figure"), "figure", record.id)] if figure else []
            rows.append([*drawn, self.button(text("telegram-button-draft"), "draft", record.id),
                         self.button(text("telegram-button-sources"), "sources", record.id)])
        if record.status in VOTED_ON:
            rows.append([self.button(_counted("👍", votes.helpful), "helpful", record.id),
                         self.button(_counted("👎", votes.not_helpful), "unhelpful", record.id), report])
        return InlineKeyboardMarkup(rows) if rows else None

    def draft_forms(self, answer: str, text: Text) -> InlineKeyboardMarkup:
        """The two forms of a draft reply."""
        return InlineKeyboardMarkup([[self.button(text("talk-button-word"), "draft", answer, "docx"),
                                      self.button(text("talk-button-pdf"), "draft", answer, "pdf")]])

    def reasons(self, answer: str, complaint: str, text: Text) -> InlineKeyboardMarkup:
        """What may be wrong with an answer."""
        shown = [self.button(text(f"talk-reason-{reason}"), "reason", answer, f"{complaint}-{reason}")
                 for reason in WHAT_IS_WRONG]
        return InlineKeyboardMarkup(_packed(shown))

    def own_words(self, answer: str, complaint: str) -> str:
        """What stands behind the message that waits for a reason in own words, so that a reply to it is one."""
        return self._signed("reason", answer, f"{complaint}-other")

    def again(self, answer: str, text: Text) -> InlineKeyboardMarkup:
        """The button that asks a question once more."""
        return InlineKeyboardMarkup([[self.button(text("talk-button-again"), "again", answer)]])


def read_code(text: str) -> ButtonCode | None:
    """The code of a menu; None for one this bot never made."""
    action, _, value = text.partition(":")
    try:
        return ButtonCode.model_validate({"action": action, "value": value})
    except ValidationError:
        return None


def language_keyboard(languages: Sequence[str], automatic_label: str) -> InlineKeyboardMarkup:
    """One button a language, each in its own name, and one for "the language of my message"."""
    buttons = [_button(language_name(tag), ButtonCode(action="lang", value=tag)) for tag in languages]
    automatic = _button(automatic_label, ButtonCode(action="lang", value=AUTOMATIC))
    return InlineKeyboardMarkup([*_rows(buttons, 2), [automatic]])


def country_keyboard(countries: Sequence[str], language: str) -> InlineKeyboardMarkup:
    """One button a country, named in the reader's language."""
    return InlineKeyboardMarkup(_rows([_button(f"{flag(code)} {country_name(code, language)}",
                                               ButtonCode(action="country", value=code)) for code in countries], 2))


def _counted(thumb: str, votes: int) -> str:
    return f"{thumb} {votes}" if votes else thumb


def _button(label: str, code: ButtonCode) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=code.encode())


def _rows(buttons: Sequence[InlineKeyboardButton], width: int) -> list[list[InlineKeyboardButton]]:
    return [list(buttons[start:start + width]) for start in range(0, len(buttons), width)]


def _packed(buttons: Iterable[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """Short labels two a row where they stand side by side, long ones alone; the order stays."""
    rows: list[list[InlineKeyboardButton]] = []
    for short, group in groupby(buttons, key=lambda button: len(button.text) <= SHORT_LABEL):
        rows += _rows(list(group), 2 if short else 1)
    return rows
