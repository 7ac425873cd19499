"""What an activity of Teams is, as the port knows it. Nothing here asks anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, Literal

from bot.channels.kit.port import (
    Added,
    Edited,
    Incoming,
    Picked,
    Place,
    Removed,
    Said,
    Thumb,
    Unreadable,
    command_in,
)
from bot.channels.teams.buttons import Buttons

Activity = Mapping[str, Any]
"""An activity as Teams posted it."""
SEARCH = "composeExtension/query"
FIRST = "initialRun"
"""What the parameter is called by which Teams asks before anything is typed; any other carries the words."""
CARDS = "application/vnd.microsoft.card."
"""How the types of cards begin, of whatever kind."""
_THUMBS: dict[str, Literal["helpful", "unhelpful"]] = {"like": "helpful", "dislike": "unhelpful"}
_THUMB_SIGNS: dict[str, Literal["helpful", "unhelpful"]] = {"1f44d": "helpful", "1f44e": "unhelpful"}
"""Newer names of reactions begin with the sign itself: `1f44e_thumbsdown`, also with a tone of skin behind it."""
_QUOTED = re.compile(r'<blockquote[^>]*itemtype="https?://schema\.skype\.com/Reply"[^>]*itemid="(\d+)"'
                     r'(?:.*?itemprop="mri"\s+itemid="([^"]*)")?', re.IGNORECASE | re.DOTALL)
_QUOTATION = re.compile(r"<quoted\b[^>]*?/>|<quoted\b.*?</quoted>|<blockquote\b.*?</blockquote>",
                        re.IGNORECASE | re.DOTALL)
_MENTION = re.compile(r"<at\b[^>]*>.*?</at>", re.IGNORECASE | re.DOTALL)
_THREAD = ";messageid="


def read(activity: Activity, buttons: Buttons) -> Incoming | None:
    """What somebody did; None where it is not for the bot."""
    if not chat_of(activity) or not _person(activity) or _text(activity.get("from"), "id") == _me(activity):
        return None
    match activity.get("type"):
        case "message":
            return _message(activity, buttons)
        case "messageUpdate":
            return _changed(activity)
        case "messageDelete":
            return Removed(_place(activity))
        case "messageReaction":
            return _reaction(activity)
        case "conversationUpdate" if _names_me(activity, "membersAdded"):
            place = _place(activity)
            return Added(place.model_copy(update={"message": "", "act": f"entered {place.chat}"}))
        case _:
            return None


def search_in(activity: Activity) -> tuple[Place, str] | None:
    """Who looks for cards, where, and by which words; None where an activity is no search. No words: any cards."""
    value = activity.get("value")
    if activity.get("type") != "invoke" or activity.get("name") != SEARCH or not _person(activity):
        return None
    words = (_text(one, "value") for one in _list(value, "parameters") if _text(one, "name") != FIRST)
    return _place(activity), next(words, "").strip()


def chat_of(activity: Activity) -> str:
    """The chat of an activity, without the thread in it."""
    return _text(activity.get("conversation"), "id").partition(_THREAD)[0]


def conversation_of(place: Place) -> str:
    """What Teams calls the place: a thread of a channel is named behind the channel."""
    return f"{place.chat}{_THREAD}{place.thread}" if place.thread else place.chat


def is_left(activity: Activity) -> bool:
    """Whether the bot was taken out of the chat."""
    removed = activity.get("type") == "installationUpdate" and activity.get("action") == "remove"
    return removed or (activity.get("type") == "conversationUpdate" and _names_me(activity, "membersRemoved"))


def words_of(activity: Activity) -> str:
    """What somebody wrote, without the name that the bot was called by and what it replies to."""
    text = _QUOTATION.sub(" ", _text(activity, "text"))
    for mention in _mentions(activity):
        if _text(mention.get("mentioned"), "id") == _me(activity):
            text = text.replace(_text(mention, "text") or "\0", " ")
    # Whoever else is named: the name stays, its marks go.
    text = _MENTION.sub(lambda named: re.sub(r"</?at\b[^>]*>", "", named[0]), text)
    return unescape(text).replace("\xa0", " ").strip()


def _message(activity: Activity, buttons: Buttons) -> Incoming | None:
    place = _place(activity)
    if isinstance(activity.get("value"), Mapping):
        number = buttons.number(place.chat, activity["value"])
        pressed = place.model_copy(update={"message": _text(activity, "replyToId"), "act": place.message})
        return Picked(pressed, number) if number is not None and pressed.message else None
    text = words_of(activity)
    quoted = _quoted(activity)
    if not (place.private or _is_called(activity) or quoted or command_in(text)):
        return None
    if text:
        return Said(place, text, quoted)
    kinds = {_text(attachment, "contentType") for attachment in _list(activity, "attachments")}
    if any(kind.startswith(CARDS) for kind in kinds):
        return None  # a summary that somebody put into the chat
    # What was written comes as HTML too, as an attachment.
    return Unreadable(place) if place.private or kinds - {"text/html"} else None


def _changed(activity: Activity) -> Incoming | None:
    text, place = words_of(activity), _place(activity)
    meant = place.private or _is_called(activity) or command_in(text) is not None
    if _text(activity.get("channelData"), "eventType") == "undeleteMessage":
        return Said(place, text, _quoted(activity)) if meant and text else None
    changed = place.model_copy(update={"act": f"{place.message} at {_text(activity, 'timestamp')}"})
    return Edited(changed, text, meant) if text else None


def _reaction(activity: Activity) -> Incoming | None:
    place = _place(activity)
    message = _text(activity, "replyToId")
    if not message:
        return None
    for name, taken_back in (("reactionsAdded", False), ("reactionsRemoved", True)):
        for reaction in _list(activity, name):
            thumb = _thumb(_text(reaction, "type"))
            if thumb is not None:
                act = f"{message} {name} {_text(activity, 'timestamp') or place.message}"
                return Thumb(place.model_copy(update={"message": message, "act": act}), None if taken_back else thumb)
    return None


def _thumb(name: str) -> Literal["helpful", "unhelpful"] | None:
    return _THUMBS.get(name) or _THUMB_SIGNS.get(name.partition("_")[0].partition("-")[0])


def _place(activity: Activity) -> Place:
    """Where an activity stands. In a channel each thread is a conversation; a group chat has none."""
    conversation = activity.get("conversation")
    thread = _text(conversation, "id").partition(_THREAD)[2]
    private = _text(conversation, "conversationType") == "personal"
    return Place(chat=chat_of(activity), thread=thread, sender=_person(activity), message=_text(activity, "id"),
                 private=private, language_hint=_text(activity, "locale") or _client_locale(activity) or None)


def _person(activity: Activity) -> str:
    """Who did it: by the identifier that the organisation knows them by."""
    sender = activity.get("from")
    return _text(sender, "aadObjectId") or _text(sender, "id")


def _me(activity: Activity) -> str:
    return _text(activity.get("recipient"), "id")


def _is_called(activity: Activity) -> bool:
    return any(_text(mention.get("mentioned"), "id") == _me(activity) for mention in _mentions(activity))


def _mentions(activity: Activity) -> Iterator[Mapping[str, Any]]:
    return (entity for entity in _list(activity, "entities") if entity.get("type") == "mention")


def _client_locale(activity: Activity) -> str:
    told = (_text(entity, "locale") for entity in _list(activity, "entities") if entity.get("type") == "clientInfo")
    return next(told, "")


def _quoted(activity: Activity) -> str | None:
    """The message of the bot that somebody replies to. Where nobody reads along it need not say whose it is."""
    private = _text(activity.get("conversation"), "conversationType") == "personal"
    quoted = [(_text(entity.get("quotedReply"), "messageId"), _text(entity.get("quotedReply"), "senderId"))
              for entity in _list(activity, "entities") if entity.get("type") == "quotedReply"]
    quoted += [(found[1], found[2] or "") for attachment in _list(activity, "attachments")
               if (found := _QUOTED.search(_text(attachment, "content")))]
    return next((message for message, author in quoted
                 if message and (author == _me(activity) or (private and not author))), None)


def _names_me(activity: Activity, name: str) -> bool:
    return any(_text(member, "id") == _me(activity) for member in _list(activity, name))


def _list(of: Any, name: str) -> list[Mapping[str, Any]]:
    value = of.get(name) if isinstance(of, Mapping) else None
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _text(of: Any, name: str) -> str:
    value = of.get(name) if isinstance(of, Mapping) else None
    return value if isinstance(value, str) else ""
