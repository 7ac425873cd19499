"""The buttons under a message, and what each stands for.

Telegram allows 64 bytes behind a button: `lang:nb` and `country:NO` say all there is to say, `ask:ID` points to a
question kept in the memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from babel import Locale, UnknownLocaleError
from pydantic import ValidationError
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from knowledge.models import Frozen

AUTOMATIC = "auto"
"""In place of a language tag: answer in the language of each message."""


class ButtonCode(Frozen):
    """What stands behind a button."""

    action: Literal["lang", "country", "ask"]
    value: str

    def encode(self) -> str:
        """The code as Telegram carries it."""
        return f"{self.action}:{self.value}"


def read_code(text: str) -> ButtonCode | None:
    """The code a press carries; None for one this bot never made."""
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


def question_keyboard(questions: Iterable[tuple[str, str]]) -> InlineKeyboardMarkup | None:
    """One button a row for each (label, id of the question); None where there are none."""
    rows = [[_button(label, ButtonCode(action="ask", value=button_id))] for label, button_id in questions]
    return InlineKeyboardMarkup(rows) if rows else None


def language_name(tag: str) -> str:
    """The language's name in itself, such as "Norsk bokmål"; the tag where it is unknown."""
    try:
        name = Locale.parse(tag).get_display_name()
    except (UnknownLocaleError, ValueError):
        return tag
    return name[:1].upper() + name[1:] if name else tag


def country_name(code: str, language: str) -> str:
    """The country's name in the language; the code where it is unknown."""
    try:
        return str(Locale.parse(language).territories.get(code, code))
    except (UnknownLocaleError, ValueError):
        return code


def flag(code: str) -> str:
    """The country's flag: its two letters as regional indicators."""
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in code.upper())


def _button(label: str, code: ButtonCode) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=code.encode())


def _rows(buttons: Sequence[InlineKeyboardButton], width: int) -> list[list[InlineKeyboardButton]]:
    return [list(buttons[start:start + width]) for start in range(0, len(buttons), width)]
