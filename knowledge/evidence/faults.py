"""What is wrong with a card or stands in the way of it: a line of plain English that can also be said otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import SkipValidation
from pydantic_core import ErrorDetails

Line = Annotated[str, SkipValidation()]
"""A line in a model that stays the `Fault` it may be."""


class Fault(str):
    """A line for editors, in English, with what a page needs to say it in the language of whoever reads it.

    It is a text, so that whatever prints, compares or raises faults need not know more of it.
    """

    kind: str
    """Which fault it is: the message `fault-<kind>` says it in each language."""
    slots: dict[str, str | int | Fault]
    """What the message names: ids, numbers, words of the card, or the fault behind this one. In `parts`, `languages`,
    `fields`, `either` and `values` stand several, with spaces between them; `values` are those of the field `choice`.
    """

    __slots__ = ("kind", "slots")

    def __new__(cls, english: str, kind: str, **slots: str | int | Fault) -> Fault:
        """A fault of a kind."""
        made = super().__new__(cls, english)
        made.kind, made.slots = kind, slots
        return made


KINDS: Mapping[str, str] = {
    "missing": "needed", "too_short": "needed", "string_too_short": "needed", "extra_forbidden": "no-field",
    "literal_error": "one-of", "enum": "one-of", "float_parsing": "no-number", "float_type": "no-number",
    "int_parsing": "no-number", "int_type": "no-number", "int_from_float": "no-number", "greater_than": "no-number",
    "greater_than_equal": "no-number", "less_than": "no-number", "less_than_equal": "no-number",
    "finite_number": "no-number",
}  # fmt: skip
"""What is wrong with a field, by the name that the check of a model has for it; anything else is `unfit`."""


def refusal(found: ErrorDetails) -> Fault:
    """What a model's check found wrong with a field, as a fault: its own where it raised one."""
    raised = found.get("ctx", {}).get("error")
    line = raised.args[0] if isinstance(raised, ValueError) and raised.args else found["msg"]
    if isinstance(line, Fault):
        return line
    kind = KINDS.get(found["type"], "unfit")
    choices = str(found.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
    return Fault(str(line), kind, choices=choices) if kind == "one-of" else Fault(str(line), kind)
