"""What languages and countries are called, as people choose them."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError

AUTOMATIC = "auto"
"""In place of a language tag: answer in the language of each message."""


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
