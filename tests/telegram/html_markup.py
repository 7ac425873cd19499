"""Telegram's HTML as the Bot API reads it: text and entities, or the error text the Bot API would give."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

ENTITY_OF_TAG = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
}
_TAG = re.compile(r"<(/?)([A-Za-z0-9-]*)([^<>]*)>")
_ADDRESS = re.compile(r'href="([^"]*)"')
_CHARACTER_REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")


class MarkupError(Exception):
    """The text Telegram answers to bad markup."""


@dataclass(frozen=True)
class Entity:
    """A styled stretch of text, in UTF-16 code units."""

    kind: str
    offset: int
    length: int
    url: str = ""
    """Where a link leads."""


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def parse_html(markup: str) -> tuple[str, list[Entity]]:
    """The text without tags, and its entities; white space at both ends is dropped as Telegram does."""
    text = ""
    entities: list[Entity] = []
    open_tags: list[tuple[str, int, str]] = []
    position = 0
    while position < len(markup):
        character = markup[position]
        if character == "&" and (reference := _CHARACTER_REFERENCE.match(markup, position)):
            text += html.unescape(reference[0])
            position = reference.end()
            continue
        if character != "<":
            text += character
            position += 1
            continue
        byte = len(markup[:position].encode())
        tag = _TAG.match(markup, position)
        if tag is None:
            raise MarkupError(f"can't parse entities: Unclosed start tag at byte offset {byte}")
        closing, name = bool(tag[1]), tag[2].lower()
        if not closing:
            if name not in ENTITY_OF_TAG:
                raise MarkupError(f'can\'t parse entities: Unsupported start tag "{name}" at byte offset {byte}')
            address = _ADDRESS.search(tag[3])
            open_tags.append((name, utf16_length(text), html.unescape(address[1]) if address else ""))
        elif not open_tags:
            raise MarkupError(f"can't parse entities: Unexpected end tag at byte offset {byte}")
        else:
            opened, start, url = open_tags.pop()
            if opened != name:
                raise MarkupError(f'can\'t parse entities: Unmatched end tag at byte offset {byte}, '
                                  f'expected "</{opened}>", found "</{name}>"')
            if utf16_length(text) > start:
                entities.append(Entity(ENTITY_OF_TAG[name], start, utf16_length(text) - start, url))
        position = tag.end()
    if open_tags:
        raise MarkupError(f'can\'t parse entities: Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    return text, entities
