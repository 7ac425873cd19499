"""The texts of one language: Project Fluent messages, with numbers and dates as that language writes them.

A missing message or slot is an error, never a text shown to the reader.
"""

from __future__ import annotations

from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Resource

from knowledge.errors import LanguageError
from knowledge.kept import kept_with_program
from knowledge.languages import FOLDER, load_language

MINUS = "\u2212"
FALLBACK_LANGUAGE = "en"
"""For whoever's language is not known, or not spoken here."""


class Messages:
    """Formats the messages of one language."""

    def __init__(self, language: str, folder: Path = FOLDER) -> None:
        self.language = language
        self.locale = load_language(language).locale
        self._bundle = FluentBundle([self.locale.replace("_", "-")], use_isolating=False)
        own = partial(_resources, folder / language / "texts")
        for resource in kept_with_program(f"texts-{language}", own) if folder == FOLDER else own():
            self._bundle.add_resource(resource)

    def __contains__(self, message: str) -> bool:
        return self._bundle.has_message(message)

    def format(self, message: str, **slots: str | int | float) -> str:
        """The text of a message with its slots filled."""
        if not self._bundle.has_message(message):
            raise LanguageError(f"languages/{self.language}: no message `{message}`; add it to texts/messages.ftl")
        value = self._bundle.get_message(message).value
        if value is None:
            raise LanguageError(f"languages/{self.language}: message `{message}` has no text")
        text, errors = self._bundle.format_pattern(value, slots)
        if errors:
            raise LanguageError(f"languages/{self.language}: message `{message}`: {errors[0]}")
        return tidy(str(text))

    def number(self, value: float) -> str:
        """A number with the language's decimal sign and a real minus; -0.18 is "−0,18" in Norwegian."""
        text = format_decimal(abs(value), locale=self.locale, decimal_quantization=False, group_separator=False)
        return f"{MINUS}{text}" if value < 0 else text

    def date(self, written: str | date) -> str:
        """A date, or a year or month alone, as running text has it; `2019-09` is "September 2019" in English."""
        if isinstance(written, date):
            return format_date(written, format="long", locale=self.locale)
        parts = [int(part) for part in written.split("-")]
        if len(parts) == 1:
            return str(parts[0])
        if len(parts) == 2:
            return format_date(date(parts[0], parts[1], 1), format="LLLL y", locale=self.locale)
        return format_date(date(*parts), format="long", locale=self.locale)

    def list(self, items: list[str], *, either: bool = False) -> str:
        """Items joined as the language does: "a, b og c", or "a, b eller c"."""
        style: Literal["or", "standard"] = "or" if either else "standard"
        return format_list(items, style=style, locale=Locale.parse(self.locale)) if items else ""


def _resources(folder: Path) -> list[Resource]:
    """The files of messages, parsed."""
    return [FluentResource(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.ftl"))]


def tidy(text: str) -> str:
    """Runs of spaces closed up, and none before a comma, full stop, colon, semicolon or question mark; breaks stay."""
    lines = (" ".join(line.split(" ")).strip() for line in text.split("\n"))
    joined = "\n".join(" ".join(part for part in line.split(" ") if part) for line in lines)
    for sign in (".", ",", ";", ":", "?"):
        joined = joined.replace(f" {sign}", sign)
    return joined


def sentence_case(text: str) -> str:
    """The text with its first letter a capital."""
    return text[:1].upper() + text[1:]


@cache
def messages_in(language: str) -> Messages:
    """The messages of a registered language, read once."""
    return Messages(language)
