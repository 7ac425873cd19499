"""A message of the bot as an activity: an Adaptive Card with a button for each choice, and the same in plain text.

Words stand in the card as runs of text, which no program reads as markup. Where Teams takes no card, the plain text
with its numbered choices goes instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from microsoft_teams.api.activities.message import MessageActivityInput
from microsoft_teams.api.models import Account, Attachment

from bot.answering.answer import Block, is_tight, plain_text
from bot.channels.kit.port import File, Found, Place, Shown
from bot.channels.teams.buttons import Buttons

CARD = "application/vnd.microsoft.card.adaptive"
THUMBNAIL = "application/vnd.microsoft.card.thumbnail"
SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
VERSION = "1.5"
"""Of Adaptive Cards; what Teams shows on computers and telephones."""
MOST_ACTIONS = 6
"""Buttons that Teams shows in one set; further ones go into another."""
LONGEST_SUMMARY = 200
"""Letters of what a notification shows."""


_STYLES: dict[str, dict[str, Any]] = {
    "urgent": {"weight": "bolder", "size": "medium"}, "heading": {"weight": "bolder"}, "notice": {"italic": True},
    "disclaimer": {"isSubtle": True, "size": "small"}, "source": {"size": "small"}}


def message(shown: Shown, place: Place, me: str, buttons: Buttons) -> MessageActivityInput:
    """A message as a card."""
    content = card(shown.blocks, shown.language, actions(shown.choices, place.chat, buttons), shown.text)
    return _with_card(content, summary(shown), me)


def plain(shown: Shown, me: str) -> MessageActivityInput:
    """The same without a card."""
    return MessageActivityInput(from_=Account(id=me), text=shown.text, text_format="plain")


def linked(file: File, address: str, me: str) -> MessageActivityInput:
    """A link to a file, with what it shows, and a picture itself."""
    picture = {"type": "Image", "url": address, "altText": file.caption or file.name, "size": "Stretch"}
    opened = {"type": "Action.OpenUrl", "title": file.name, "url": address}
    body = [*_elements([Block(kind="paragraph", text=file.caption)] if file.caption else []),
            *([picture] if file.media_type.startswith("image/") else []),
            {"type": "ActionSet", "actions": [opened]}]
    otherwise = " ".join(filter(None, (file.caption, address)))
    content = {"type": "AdaptiveCard", "$schema": SCHEMA, "version": VERSION, "fallbackText": otherwise, "body": body}
    return _with_card(content, file.caption or file.name, me)


def found(result: Found) -> dict[str, Any]:
    """What a search brings, as Teams lists it: each card with what is put into the chat when it is chosen."""
    if not result.cards:
        return {"composeExtension": {"type": "message", "text": result.instead}}
    return {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": [{
        "contentType": CARD,
        "content": card(one.answer.blocks, result.language, (), plain_text(one.answer.blocks)),
        "preview": {"contentType": THUMBNAIL, "content": {"title": one.title, "text": one.description}},
    } for one in result.cards]}}


def summary(shown: Shown) -> str:
    """What a notification shows: the beginning, for in an emergency whom to call stands there."""
    text = " ".join(shown.text.split())
    return text if len(text) <= LONGEST_SUMMARY else f"{text[:LONGEST_SUMMARY - 1].rstrip()}…"


def card(blocks: Sequence[Block], language: str, sets: Sequence[dict[str, Any]], otherwise: str) -> dict[str, Any]:
    """Blocks and sets of buttons as a card; `otherwise` is for programs that cannot show it."""
    return {
        "type": "AdaptiveCard", "$schema": SCHEMA, "version": VERSION,
        "lang": language, "fallbackText": otherwise, "msteams": {"width": "Full"},
        "body": [*_elements(blocks), *sets],
    }


def actions(choices: Sequence[str], chat: str, buttons: Buttons) -> list[dict[str, Any]]:
    """The choices as buttons, in sets that Teams shows whole."""
    pressed = [{"type": "Action.Submit", "title": label, "data": buttons.data(chat, number)}
               for number, label in enumerate(choices, start=1)]
    return [{"type": "ActionSet", "actions": pressed[start:start + MOST_ACTIONS]}
            for start in range(0, len(pressed), MOST_ACTIONS)]


def _with_card(content: dict[str, Any], notified: str, me: str) -> MessageActivityInput:
    # The library has no name for what a notification shows, and passes it on.
    return MessageActivityInput.model_validate({
        "from": Account(id=me), "summary": notified, "attachments": [Attachment(content_type=CARD, content=content)]})


def _elements(blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
    for previous, block in zip((None, *blocks), blocks, strict=False):
        tight = previous is not None and is_tight(previous, block)
        yield {**_element(block), **({"spacing": "Small"} if tight else {})}


def _element(block: Block) -> dict[str, Any]:
    lines = [{"type": "RichTextBlock", "inlines": inlines} for inlines in _lines(block)]
    if block.kind == "urgent":
        return {"type": "Container", "style": "attention", "items": lines}
    return lines[0] if len(lines) == 1 else {"type": "Container", "items": lines}


def _lines(block: Block) -> list[list[dict[str, Any]]]:
    """The runs of each line of a block, as they stand in plain text too."""
    style = _STYLES.get(block.kind, {})
    front = [_run("• ", style)] if block.kind == "bullet" else []
    if block.label:
        front.append(_run(f"{block.label} ", {**style, "weight": "bolder"}))
    if block.url and block.text.endswith(block.url):
        # The words that name a source lead to it; the address itself, which nobody reads, is left out.
        number, _, named = block.text.removesuffix(block.url).rstrip().partition(" ")
        link = {"selectAction": {"type": "Action.OpenUrl", "url": block.url}, "underline": True}
        return [[*front, _run(f"{number} ", style), _run(named, {**style, **link})]]
    first, *others = block.text.split("\n")
    return [[*front, _run(first, style)], *([_run(line, style)] for line in others if line)]


def _run(text: str, style: dict[str, Any]) -> dict[str, Any]:
    return {"type": "TextRun", "text": text, **style}
