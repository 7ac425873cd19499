"""A drafted claim and what is left open in it."""

from __future__ import annotations

from typing import Any

from knowledge.evidence.models import Frozen
from knowledge.evidence.vocabulary import OpenPart


class LeftOpen(Frozen):
    """A part of a claim that a person must fill in."""

    part: OpenPart
    said: str
    """The source's words, or why nothing surer could be read."""


class Draft(Frozen):
    """The content of a claim before it has its place in a card."""

    name: str
    """What its id is made of."""
    content: dict[str, Any]
    left_open: tuple[LeftOpen, ...] = ()
