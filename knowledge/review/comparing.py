"""What differs between two versions of a card, field by field, and between two texts of its source, word by word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from knowledge.evidence.vocabulary import Frozen

ABOUT_REVIEW = ("version", "review_state", "review", "history")
"""Fields that say nothing about medicines."""


MOST_WORDS = 4000
"""Words of a changed passage that are compared one by one; a longer one is shown as gone and new as a whole."""
AROUND = 160
"""Characters of unchanged text shown on each side of a change."""


class Stretch(Frozen):
    """A piece of two texts laid upon each other."""

    text: str
    change: Literal["same", "gone", "new"]


class Difference(Frozen):
    """One field that differs."""

    claim: str | None
    """None for a field of the card itself."""
    change: Literal["added", "dropped", "changed"]
    field: str
    """With dots into it: `effect.value`; empty where a whole claim was added or dropped."""
    before: Any = None
    after: Any = None


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    """What differs between two contents of one card's file, but for the state of its review."""
    left, right = ({name: value for name, value in content.items() if name not in (*ABOUT_REVIEW, "claims")}
                   for content in (before, after))  # fmt: skip
    found = [Difference(claim=None, **parts) for parts in _fields(left, right, "")]
    was, now = ({item["id"]: item for item in content.get("claims") or ()} for content in (before, after))
    for claim, fields in was.items():
        if claim not in now:
            found.append(Difference(claim=claim, change="dropped", field="", before=fields))
        else:
            found += [Difference(claim=claim, **parts) for parts in _fields(fields, now[claim], "")]
    found += [
        Difference(claim=claim, change="added", field="", after=fields)
        for claim, fields in now.items()
        if claim not in was
    ]
    return found


def _fields(before: Mapping[str, Any], after: Mapping[str, Any], prefix: str) -> Iterator[dict[str, Any]]:
    for name in dict.fromkeys((*before, *after)):
        field = f"{prefix}{name}"
        one, other = before.get(name), after.get(name)
        if isinstance(one, Mapping) and isinstance(other, Mapping):
            yield from _fields(one, other, f"{field}.")
        elif name not in before:
            yield {"change": "added", "field": field, "after": other}
        elif name not in after:
            yield {"change": "dropped", "field": field, "before": one}
        elif one != other:
            yield {"change": "changed", "field": field, "before": one, "after": other}


def text_differences(before: str, after: str) -> list[Stretch]:
    """What is gone from a text and what is new in it, with some words around; empty where both are the same."""
    if before == after:
        return []
    was, now = before.splitlines(keepends=True), after.splitlines(keepends=True)
    found: list[Stretch] = []
    for kind, one, other in _opcodes(was, now):
        if kind == "equal":
            found.append(Stretch(text=other, change="same"))
        else:
            found += _of_words(one, other)
    return [_shortened(piece, place == 0, place == len(found) - 1) for place, piece in enumerate(found)]


def _of_words(before: str, after: str) -> Iterator[Stretch]:
    was, now = (re.findall(r"\s+|[^\s]+", text) for text in (before, after))
    whole = len(was) + len(now) > MOST_WORDS
    for kind, one, other in [("replace", before, after)] if whole else _opcodes(was, now):
        if kind == "equal":
            yield Stretch(text=other, change="same")
            continue
        if one:
            yield Stretch(text=one, change="gone")
        if other:
            yield Stretch(text=other, change="new")


def _opcodes(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """The kind of each step from one to the other, with the text on either side."""
    for kind, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield kind, "".join(before[a:b]), "".join(after[c:d])


def _shortened(piece: Stretch, is_first: bool, is_last: bool) -> Stretch:
    """Unchanged text without what is far from every change."""
    if piece.change != "same" or len(piece.text) <= 2 * AROUND:
        return piece
    before, after = piece.text[:AROUND].rpartition(" ")[0], piece.text[-AROUND:].partition(" ")[2]
    shown = f"{'' if is_first else f'{before} '}\u2026{'' if is_last else f' {after}'}"
    return piece.model_copy(update={"text": shown})
