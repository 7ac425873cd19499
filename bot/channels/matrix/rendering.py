"""A message of the bot as the content of an event: plain text for every program, and HTML for those that show it."""

from __future__ import annotations

from html import escape
from typing import Any

from bot.answering.answer import Block
from bot.channels.kit.port import Place, Shown

HTML = "org.matrix.custom.html"


def message(shown: Shown, place: Place) -> dict[str, Any]:
    """The content of a new message, in the thread it belongs to, with the asker's name called among others."""
    content = {**_text(shown), **relation(place)}
    if not place.private:
        content["m.mentions"] = {"user_ids": [place.sender]}
    return content


def replacement(shown: Shown, of: str) -> dict[str, Any]:
    """The content of an event that puts something else in place of a message."""
    text = _text(shown)
    return {**text, "body": f"* {text['body']}", "m.new_content": {**text, "m.mentions": {}}, "m.mentions": {},
            "m.relates_to": {"rel_type": "m.replace", "event_id": of}}


def relation(place: Place) -> dict[str, Any]:
    """What ties a message to the thread of a place."""
    if not place.thread:
        return {}
    return {"m.relates_to": {"rel_type": "m.thread", "event_id": place.thread, "is_falling_back": True,
                             "m.in_reply_to": {"event_id": place.message or place.thread}}}


def _text(shown: Shown) -> dict[str, Any]:
    return {"msgtype": "m.text", "body": shown.text, "format": HTML, "formatted_body": html(shown)}


def html(shown: Shown) -> str:
    """Blocks and choices as HTML that Matrix allows."""
    parts: list[str] = []
    listed: list[str] = []
    for block in shown.blocks:
        if block.kind == "bullet":
            listed.append(f"<li>{_block(block)}</li>")
            continue
        parts += _list(listed)
        listed.clear()
        tag = {"heading": "h4", "notice": "p", "disclaimer": "p"}.get(block.kind, "p")
        parts.append(f"<{tag}>{_block(block)}</{tag}>")
    parts += _list(listed)
    choices = "".join(f"<li>{escape(label)}</li>" for label in shown.choices)
    return "".join(parts) + (f"<ol>{choices}</ol>" if choices else "")


def _list(items: list[str]) -> list[str]:
    return [f"<ul>{''.join(items)}</ul>"] if items else []


def _block(block: Block) -> str:
    """A block; the words that name a source lead to it, and the address itself, which nobody reads, is left out."""
    label = f"<strong>{escape(block.label)}</strong> " if block.label else ""
    if block.url and block.text.endswith(block.url):
        number, _, named = block.text.removesuffix(block.url).rstrip().partition(" ")
        return f'{label}{escape(number)} <a href="{escape(block.url)}">{escape(named)}</a>'
    text = escape(block.text).replace("\n", "<br>")
    if block.kind in ("urgent", "heading"):
        return f"{label}<strong>{text}</strong>"
    return f"{label}<em>{text}</em>" if block.kind in ("notice", "disclaimer") else f"{label}{text}"
