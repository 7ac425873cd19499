"""An answer as Telegram shows it: blocks become pieces of styled text, and styled text becomes HTML.

Styles stay apart from the text until the very end, so that a long reply can be cut anywhere (see `splitting`) and
every part still has its tags closed. The layout is that of `bot.answer.plain_text`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from bot.answer import Block

Style = Literal["", "b", "i"]


class Span(NamedTuple):
    """A run of text in one style: plain, bold or italic."""

    text: str
    style: Style = ""


class Piece(NamedTuple):
    """One block of the reply; `tight` pieces follow on the next line, `leads` must not be the last of a message."""

    spans: tuple[Span, ...]
    tight: bool = False
    leads: bool = False


def answer_pieces(blocks: Sequence[Block]) -> list[Piece]:
    """The blocks in their styles; blocks without any text are left out."""
    shown = [block for block in blocks if block.text.strip() or block.label.strip()]
    return [Piece(_block_spans(block), tight=_is_tight(previous, block), leads=block.kind == "heading")
            for previous, block in zip((None, *shown), shown, strict=False)]


def text_pieces(text: str) -> list[Piece]:
    """A message of the channel itself: paragraphs in plain style."""
    return [Piece((Span(paragraph.strip()),)) for paragraph in text.split("\n\n") if paragraph.strip()]


def html(spans: Iterable[Span]) -> str:
    """The spans as Telegram's HTML; only & < > need escaping there."""
    return "".join(_tagged(span) for span in spans)


def plain(spans: Iterable[Span]) -> str:
    """The spans without their styles."""
    return "".join(span.text for span in spans)


def _tagged(span: Span) -> str:
    escaped = span.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<{span.style}>{escaped}</{span.style}>" if span.style else escaped


def _block_spans(block: Block) -> tuple[Span, ...]:
    text, label = block.text.rstrip(), block.label.strip()
    style: Style = ""
    if block.kind in ("urgent", "heading"):
        style = "b"
    elif block.kind in ("notice", "disclaimer"):
        style = "i"
    spans = [Span("• ")] if block.kind == "bullet" else []
    if label:
        spans.append(Span(label, "" if block.kind == "source" else "b"))
    if text:
        spans.append(Span(f" {text}" if label else text, style))
    return tuple(spans)


def _is_tight(previous: Block | None, block: Block) -> bool:
    return (previous is not None and block.kind in ("bullet", "source")
            and previous.kind in (block.kind, "heading"))
