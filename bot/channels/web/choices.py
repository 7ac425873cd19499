"""The values a field of a claim can have, by its model, and what people call them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from knowledge.evidence.forms import FORMS
from knowledge.evidence.models import Claim
from knowledge.languages.texts import Messages

YES_NO = ("true", "false")
NAMED: Mapping[str, str] = {
    "finding": "web-finding", "certainty": "certainty", "intent": "intent", "code.form": "web-form",
}  # fmt: skip
"""What the messages begin with that name the values of a field, where it is not `web-choice-<field>`."""
_WORDS = re.compile(r"code\.([a-z_]+)_text(?:\.(text|language))?")
ALWAYS = ("finding", "certainty", "intent")
"""Fields that a claim cannot be without."""


@cache
def choices_of(field: str, form: str) -> tuple[str, ...]:
    """The values to choose from for a field of a claim of a form; empty where it is written freely."""
    if field == "code.form":
        return tuple(FORMS)
    kind: Any = Claim
    for step in field.split("."):
        model = FORMS.get(form) if step == "code" and kind is Claim else None
        fields = kind.model_fields if isinstance(kind, type) and issubclass(kind, BaseModel) else {}
        if step not in fields:
            return ()
        kind = model or _one(fields[step].annotation)
    return _values(kind)


def named(field: str, value: str, messages: Messages) -> str:
    """What people call a value of a field; the value itself where it has no other name."""
    if value in YES_NO:
        return messages.format("web-yes" if value == "true" else "web-no")
    begins = NAMED.get(field) or f"web-choice-{field.replace('.', '-')}"
    message = f"{begins}-{value}"
    return messages.format(message) if message in messages else value


def label_of(field: str, messages: Messages) -> str:
    """What people call a field; empty where it has its name in the card's file alone."""
    if found := _WORDS.fullmatch(field):
        message = "web-field-words-language" if found[2] == "language" else "web-field-words"
        part = f"web-part-{found[1]}"
        return messages.format(message, part=messages.format(part)) if part in messages else ""
    message = f"web-field-{field.replace('.', '-')}"
    return messages.format(message) if message in messages else ""


def _one(kind: Any) -> Any:
    """A type without None beside it."""
    inner = [one for one in get_args(kind) if one is not type(None)]
    return inner[0] if len(inner) == 1 and type(None) in get_args(kind) else kind


def _values(kind: Any) -> tuple[str, ...]:
    if kind is bool:
        return YES_NO
    if get_origin(kind) is Literal:
        return tuple(map(str, get_args(kind)))
    return tuple(map(str, kind)) if isinstance(kind, type) and issubclass(kind, Enum) else ()
