"""Countries by their two letters (ISO 3166-1), whether the directory knows whom to call there or not."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from babel import Locale, UnknownLocaleError

ALIASES: Mapping[str, str] = {"UK": "GB"}
NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
"""Codes of CLDR that stand for a group, the unknown, or nothing."""


@cache
def _territories(language: str) -> Mapping[str, str]:
    try:
        names = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        names = Locale.parse("en").territories
    codes = (str(code) for code in names)
    return {code: str(names[code]) for code in codes if len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES}


def country_code(written: str) -> str:
    """The code of a country written in any case (`UK` is read as `GB`); `ValueError` where there is no such country."""
    code = written.strip().upper()
    code = ALIASES.get(code, code)
    if code not in _territories("en"):
        raise ValueError(f"`{written}` is no country; give its two letters by ISO 3166, such as NO or DE")
    return code


def country_codes() -> tuple[str, ...]:
    """The code of every country there is, by the alphabet."""
    return tuple(sorted(_territories("en")))


def country_name(code: str, language: str) -> str:
    """What a language calls a country; the code itself where it has no name for it."""
    return _territories(language).get(code, code)
