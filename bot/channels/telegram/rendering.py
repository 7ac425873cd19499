"""An answer as Telegram shows it: blocks become pieces of styled text, and styled text becomes HTML.

Styles stay apart from the text until the very end, so that a long reply can be cut anywhere (see `splitting`) and
every part still has its tags closed. The layout is that of `bot.answering.answer.plain_text`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from bot.answering.answer import Block, is_tight

Style = Literal["", "b", "i"]


class Span(NamedTuple):
    """A run of text in one style: plain, bold or italic."""

    text: str
    style: Style = ""
    folded: bool = False
    """Whether it stands in a quotation that opens when it is tapped."""
    link: str = ""
    """The address that it leads to, if any."""


class Piece(NamedTuple):
    """One block of the reply; `tight` pieces follow on the next line, `leads` must not be the last of a message."""

    spans: tuple[Span, ...]
    tight: bool = False
    leads: bool = False


def answer_pieces(blocks: Sequence[Block]) -> list[Piece]:
    """The blocks in their styles; blocks without any text are left out."""
    shown = [block for block in blocks if block.text.strip() or block.label.strip()]
    return [Piece(_block_spans(block), tight=previous is not None and is_tight(previous, block),
                  leads=block.kind == "heading")
            for previous, block in zip((None, *shown), shown, strict=False)]


def text_pieces(text: str) -> list[Piece]:
    """A message of the channel itself: paragraphs in plain style."""
    return [Piece((Span(paragraph.strip()),)) for paragraph in text.split("\n\n") if paragraph.strip()]


def html(spans: Iterable[Span]) -> str:
    """The spans as Telegram's HTML; only & < > " need escaping there."""
    return "".join(_quoted(run) if folded else "".join(map(_tagged, run))
                   for folded, run in groupby(spans, key=lambda span: span.folded))


def plain(spans: Iterable[Span]) -> str:
    """The spans without their styles."""
    return "".join(span.text for span in spans)


def _quoted(run: Iterable[Span]) -> str:
    """A run of folded text as an expandable quotation, without white space at its ends, where Telegram shows it."""
    inside = "".join(map(_tagged, run))
    return f"<blockquote expandable>{inside.strip()}</blockquote>"


def _tagged(span: Span) -> str:
    styled = f"<{span.style}>{_escaped(span.text)}</{span.style}>" if span.style else _escaped(span.text)
    return f'<a href="{_escaped(span.link)}">{styled}</a>' if span.link else styled


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


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
    if text and block.url and text.endswith(block.url):
        spans += _linked_source(text, block.url)
    elif text:
        spans.append(Span(f" {text}" if label else text, style))
    return tuple(span._replace(folded=block.folded) for span in spans)


def _linked_source(text: str, url: str) -> list[Span]:
    """A source whose number and name lead to it; the address itself, which nobody reads, is left out."""
    number, _, named = text.removesuffix(url).rstrip().partition(" ")
    return [Span(f"{number} "), Span(named, link=url)]
