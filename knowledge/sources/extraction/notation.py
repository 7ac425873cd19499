"""Numbers and signs as abstracts print them, brought to one notation without moving a character.

Minus signs, dashes, middle dots and odd spaces are replaced one for one, so that a place in the plain text is the same
place in the source.
"""

from __future__ import annotations

import re

_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\u2005\u2006\u2008\t", " "),
        **dict.fromkeys("\u2018\u2019\u201b\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e", '"'),
        "\u2044": "/",
        "\u00b2": "2",
        "\u00ad": "-",
    }
)
MIDDLE_DOT = re.compile(r"(?<=\d)[\u00b7\u2219\u22c5\u2027](?=\d)")

NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d+(?:[.,]\d+)?|(?<![\d.])\.\d+)"
"""A number without its sign, in any notation."""
SIGNED = rf"(?:[-+]\s?)?{NUMBER}"


def plain(text: str) -> str:
    """The text with one kind of minus, dot, space and quotation mark; as long as it was."""
    return MIDDLE_DOT.sub(".", text.translate(_SAME_LENGTH))


def to_number(printed: str, decimal_comma: bool = False) -> float:
    """The value of what `SIGNED` matched.

    A comma before groups of three digits parts thousands, unless a lone zero stands before it or the language writes
    decimals with a comma; any other is a decimal comma.
    """
    digits = re.sub(r"\s", "", printed)
    several = digits.count(",") > 1
    if (several or not decimal_comma) and re.fullmatch(r"[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", digits):
        digits = digits.replace(",", "")
    return float(digits.replace(",", "."))
