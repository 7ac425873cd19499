"""Cutting a long reply into messages Telegram accepts.

Cuts fall between blocks if possible, else between sentences, else between words. A citation such as [2] stays with
the sentence it belongs to, and a heading moves on with what it heads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.channels.telegram.rendering import Piece, Span, plain

MESSAGE_UNITS = 4000
"""Telegram allows 4096 UTF-16 code units after the markup is read; the rest is a margin."""

_SENTENCE_END = re.compile(r"[.!?…](?:\s?\[\d+\])*\s+(?!\[\d)")
_WORD_END = re.compile(r"\s+(?!\[\d)")


def split_pieces(pieces: Sequence[Piece], limit: int = MESSAGE_UNITS) -> list[list[Span]]:
    """The messages, each of at most `limit` UTF-16 code units of text, in order; nothing but white space is dropped."""
    messages: list[list[Span]] = []
    held: list[Piece] = []
    for piece in pieces:
        if held and _units(_joined([*held, piece])) > limit:
            carried = _leading_tail(held)
            messages.append(_joined(held[:len(held) - len(carried)]))
            held = carried
        held.append(piece)
        while _units(joined := _joined(held)) > limit:
            head, rest = _cut(joined, limit)
            messages.append(head)
            held = [Piece(tuple(rest), leads=piece.leads)]
    return [message for message in [*messages, _joined(held)] if message]


def utf16_units(text: str) -> int:
    """Length as Telegram counts it: a character outside the basic plane counts twice."""
    return len(text.encode("utf-16-le")) // 2


def shortened(text: str, limit: int) -> str:
    """The text, cut at a word if it is longer than `limit` UTF-16 code units; the last sign then says so."""
    if utf16_units(text) <= limit:
        return text
    head, _ = _cut([Span(text)], limit - 1)
    return f"{plain(head)}…"


def _units(spans: Sequence[Span]) -> int:
    return utf16_units(plain(spans))


def _joined(pieces: Sequence[Piece]) -> list[Span]:
    spans: list[Span] = []
    for piece in pieces:
        if spans:
            folded = spans[-1].folded and piece.spans[:1] != () and piece.spans[0].folded
            spans.append(Span("\n" if piece.tight else "\n\n", folded=folded))
        spans.extend(piece.spans)
    return spans


def _leading_tail(pieces: Sequence[Piece]) -> list[Piece]:
    """The headings at the end, which belong to what follows; none if there is nothing else."""
    start = len(pieces)
    while start > 0 and pieces[start - 1].leads:
        start -= 1
    return list(pieces[start:]) if start > 0 else []


def _cut(spans: Sequence[Span], limit: int) -> tuple[list[Span], list[Span]]:
    text = plain(spans)
    longest = _prefix_length(text, limit)
    place = (_last_end(_SENTENCE_END, text, longest) or _last_end(_WORD_END, text, longest) or longest)
    head, rest = _split_at(spans, place)
    return _stripped(head, right=True), _stripped(rest, right=False)


def _prefix_length(text: str, limit: int) -> int:
    """Number of characters whose UTF-16 length stays within the limit; never half a surrogate pair."""
    units = 0
    for index, character in enumerate(text):
        units += 2 if ord(character) > 0xFFFF else 1
        if units > limit:
            return index
    return len(text)


def _last_end(pattern: re.Pattern[str], text: str, longest: int) -> int:
    """End of the last match that begins within the first `longest` characters; 0 if there is none.

    White space may reach beyond, since it is dropped at the cut.
    """
    ends = [found.end() for found in pattern.finditer(text) if len(text[:found.end()].rstrip()) <= longest]
    return ends[-1] if ends else 0


def _split_at(spans: Sequence[Span], place: int) -> tuple[list[Span], list[Span]]:
    head: list[Span] = []
    rest: list[Span] = []
    for span in spans:
        first, second = span.text[:place], span.text[place:]
        place = max(0, place - len(span.text))
        head += [span._replace(text=first)] if first else []
        rest += [span._replace(text=second)] if second else []
    return head, rest


def _stripped(spans: list[Span], *, right: bool) -> list[Span]:
    """The spans without white space at the cut."""
    while spans:
        edge = -1 if right else 0
        text = spans[edge].text.rstrip() if right else spans[edge].text.lstrip()
        if text:
            spans[edge] = spans[edge]._replace(text=text)
            return spans
        spans.pop(edge)
    return spans
