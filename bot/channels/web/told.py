"""Faults of cards, which editing tools tell in English, in the language of whoever looks at a page."""

from __future__ import annotations

from typing import NamedTuple

from bot.channels.web.choices import label_of, named
from knowledge.evidence.faults import Fault
from knowledge.languages.texts import Messages

ENGLISH = "en"
NAMED_VALUES = {"finding": "finding", "measure": "effect.measure", "change": "code.change"}
"""Slots that hold a value of a field, with the field."""


class Told(NamedTuple):
    """A text and the language it is in."""

    text: str
    language: str


def told(fault: str, messages: Messages) -> Told:
    """A fault in the language of the messages; in English where it can be said in no other."""
    if not isinstance(fault, Fault):
        return Told(fault, ENGLISH)
    slots = {name: _slot(name, value, messages) for name, value in fault.slots.items()}
    if "values" in fault.slots:
        of, given = str(fault.slots["choice"]), str(fault.slots["values"]).split()
        slots["values"] = messages.list([value_in_words(of, value, messages) for value in given], either=True)
    return Told(messages.format(f"fault-{fault.kind}", **slots), messages.language)


def _slot(name: str, value: str | int | Fault, messages: Messages) -> str | int:
    if isinstance(value, Fault):
        return told(value, messages).text
    if isinstance(value, int):
        return value
    if name == "field":
        return label_of(value, messages) or value
    if name in NAMED_VALUES:
        return named(NAMED_VALUES[name], value, messages)
    if name in ("part", "parts"):
        return messages.list([messages.format(f"web-part-{part}") for part in value.split()])
    if name in ("field", "other", "fields", "either", "choice"):
        return messages.list([field_in_words(field, messages) for field in value.split()], either=name == "either")
    return messages.list(value.split()) if name == "languages" else value


def field_in_words(field: str, messages: Messages) -> str:
    """What a field is called on the pages, quoted; of the rare ones their own name, by which they are typed there."""
    label = f"web-field-{field.replace('.', '-')}"
    return messages.format("fault-named", name=messages.format(label) if label in messages else field)


def value_in_words(field: str, value: str, messages: Messages) -> str:
    """What a value of a field is called on the pages; else the value, as it is typed."""
    name = field.replace(".", "-")
    labels = (f"web-{name}-{value}", f"web-choice-{name}-{value}")
    return next((messages.format(label) for label in labels if label in messages), value)
