"""What is wrong with a card or stands in the way of it: a line of plain English that can also be said otherwise."""

from __future__ import annotations

from typing import Annotated

from pydantic import SkipValidation

Line = Annotated[str, SkipValidation()]
"""A line in a model that stays the `Fault` it may be."""


class Fault(str):
    """A line for editors, in English, with what a page needs to say it in the language of whoever reads it.

    It is a text, so that whatever prints, compares or raises faults need not know more of it.
    """

    kind: str
    """Which fault it is: the message `fault-<kind>` says it in each language."""
    slots: dict[str, str | int | Fault]
    """What the message names: ids, numbers, words of the card, or the fault behind this one. In `parts` and `languages`
    stand several, with spaces between them."""

    __slots__ = ("kind", "slots")

    def __new__(cls, english: str, kind: str, **slots: str | int | Fault) -> Fault:
        """A fault of a kind."""
        made = super().__new__(cls, english)
        made.kind, made.slots = kind, slots
        return made
