"""What an event of a room is, as the port knows it. Nothing here asks the server."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from bot.channels.kit.port import Edited, Incoming, Picked, Place, Removed, Said, Thumb, Unreadable, command_in

Event = Mapping[str, Any]
"""An event as the server gave it, decrypted."""
FILES = frozenset({"m.image", "m.file", "m.audio", "m.video", "m.location"})
_THUMBS: dict[str, Literal["helpful", "unhelpful"]] = {"👍": "helpful", "👎": "unhelpful"}
_NO_SHAPE = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
"""Marks of how a sign is drawn: as a picture, in a colour of skin."""
_KEYCAP = re.compile("([1-9])\u20e3")
_QUOTED = re.compile(r"\A(?:> ?.*(?:\n|\Z))+\n?")
"""The words replied to, which older programs put in front."""


class View(NamedTuple):
    """What is to be known of a room to read its events."""

    room: str
    me: str
    """The bot's own user."""
    my_name: str
    """What the bot is called in the room."""
    private: bool
    """Whether it is alone with one other person."""


@dataclass(frozen=True)
class Mine:
    """A message of the bot: the thread it stands in, if any."""

    thread: str = ""


def replied_to(event: Event) -> str | None:
    """The event that a message replies to; not where that only says where in a thread it stands."""
    relation = relation_of(event)
    if relation.get("is_falling_back") is True:
        return None
    target = _text(relation.get("m.in_reply_to"), "event_id")
    return target or None


def looked_up(event: Event) -> str | None:
    """Another event that has to be known to read this one."""
    if event.get("type") == "m.reaction":
        return _text(relation_of(event), "event_id") or None
    return replied_to(event)


def read(event: Event, view: View, other: Mine | None, under: Callable[[str], str | None]) -> Incoming | None:
    """What somebody did; None where it is not for the bot.

    `other` is the event that `looked_up` names, where the bot wrote it; `under` gives the message that a thumb was put
    under, by the event of the thumb.
    """
    match event.get("type"):
        case "m.room.message":
            return _message(event, view, other)
        case "m.reaction":
            return _reaction(event, view) if other is not None else None
        case "m.room.redaction":
            return _redaction(event, view, under)
        case "m.sticker":
            return Unreadable(_place(event, view)) if view.private else None
        case _:
            return None


def without_mention(text: str, view: View) -> str:
    """What somebody wrote, without the name that it was called by."""
    names = "|".join(re.escape(name) for name in (view.me[1:], view.my_name, view.me[1:].partition(":")[0]) if name)
    text = re.sub(rf"\A\s*@?(?:{names})(?!\w)\s*[:,]?\s*", "", text, flags=re.IGNORECASE)
    return re.sub(rf"\s*@?(?:{re.escape(view.me)}|(?<=@){re.escape(view.my_name)})(?!\w)\s*", " ", text,
                  flags=re.IGNORECASE).strip()


def mentions(event: Event, view: View) -> bool:
    """Whether the bot is called by its name."""
    content = _content(event)
    called = content.get("m.mentions")
    users = called.get("user_ids") if isinstance(called, Mapping) else None
    if isinstance(users, list) and view.me in users:
        return True
    text = _text(content, "body")
    return without_mention(text, view) != text.strip()


def relation_of(event: Event) -> Mapping[str, Any]:
    """What an event is tied to."""
    relation = _content(event).get("m.relates_to")
    return relation if isinstance(relation, Mapping) else {}


def body_of(event: Event) -> str:
    """The words of a message, without those it quotes to reply to them."""
    content = _content(event)
    text = _text(content, "body")
    if "m.in_reply_to" in relation_of(event) and text.startswith("> "):
        text = _QUOTED.sub("", text, count=1)
    return text.strip()


def _message(event: Event, view: View, other: Mine | None) -> Incoming | None:
    content, relation = _content(event), relation_of(event)
    if content.get("msgtype") == "m.notice":
        return None  # the voice of another bot
    if relation.get("rel_type") == "m.replace":
        return _edited(event, view)
    thread = _text(relation, "event_id") if relation.get("rel_type") == "m.thread" else ""
    if not thread and other is not None:
        thread = other.thread
    text = body_of(event)
    meant = view.private or other is not None or mentions(event, view) or command_in(text) is not None
    if not meant:
        return None
    place = _place(event, view, thread)
    if _text(content, "msgtype") in FILES:
        return Unreadable(place)
    return Said(place, without_mention(text, view), replied_to(event))


def _edited(event: Event, view: View) -> Edited | None:
    relation, new = relation_of(event), _content(event).get("m.new_content")
    target = _text(relation, "event_id")
    if not target or not isinstance(new, Mapping):
        return None
    place = _place(event, view).model_copy(update={"message": target, "act": _text(event, "event_id")})
    place = place.model_copy(update={"thread": "" if view.private else target})
    text = _text(new, "body").strip()
    meant = view.private or mentions({"content": new}, view) or command_in(text) is not None
    return Edited(place, without_mention(text, view), meant)


def _reaction(event: Event, view: View) -> Incoming | None:
    relation = relation_of(event)
    place = _place(event, view).model_copy(
        update={"message": _text(relation, "event_id"), "act": _text(event, "event_id")})
    key = _NO_SHAPE.sub("", _text(relation, "key"))
    if key in _THUMBS:
        return Thumb(place, _THUMBS[key])
    numbered = _KEYCAP.fullmatch(key)
    return Picked(place, int(numbered[1])) if numbered else None


def _redaction(event: Event, view: View, under: Callable[[str], str | None]) -> Incoming | None:
    target = _text(event, "redacts") or _text(_content(event), "redacts")
    if not target:
        return None
    place = _place(event, view).model_copy(update={"message": target, "act": _text(event, "event_id")})
    message = under(target)
    if message is not None:
        return Thumb(place.model_copy(update={"message": message}), None)
    return Removed(place)


def _place(event: Event, view: View, thread: str = "") -> Place:
    """Where an event stands. Among others each question opens a thread, which is a conversation."""
    message = _text(event, "event_id")
    return Place(chat=view.room, thread=thread or ("" if view.private else message), sender=_text(event, "sender"),
                 message=message, private=view.private)


def _content(event: Event) -> Mapping[str, Any]:
    content = event.get("content")
    return content if isinstance(content, Mapping) else {}


def _text(of: Any, name: str) -> str:
    value = of.get(name) if isinstance(of, Mapping) else None
    return value if isinstance(value, str) else ""
