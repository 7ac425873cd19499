"""Text with its odd digits, blanks and hyphens made plain, character for character.

Numbers reach a chat with no-break spaces, typographic hyphens and digits of other scripts. The plain text has the same
length as the original, so a place found in one is the same place in the other.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c"
"""Characters that show nothing and can break a number apart: soft hyphen, zero-width spaces and joiners, marks."""

_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u02d7"
_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"

LAST_DIGIT_BLOCK = 0x1FC00
"""Unicode has no decimal digits beyond."""


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    table = {ord(hyphen): "-" for hyphen in _HYPHENS} | {ord(blank): " " for blank in _BLANKS}
    table |= {0xFF0E: ".", 0xFF0F: "/", 0x2044: "/", 0x2215: "/", 0xFF0B: "+", 0xFF20: "@", 0x2019: "'"}
    for code in range(0x80, LAST_DIGIT_BLOCK):
        character = chr(code)
        if unicodedata.category(character) == "Nd":
            table[code] = str(unicodedata.decimal(character))
    return table


def visible(text: str) -> str:
    """The text without characters that show nothing."""
    if text.isascii() or not any(character in text for character in INVISIBLE):
        return text
    return text.translate({ord(character): None for character in INVISIBLE})


def plain(text: str) -> str:
    """The text with ASCII digits, blanks and hyphens, of the same length as before."""
    return text if text.isascii() else text.translate(_table())
