"""What differs between two versions of a card, claim by claim and field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from knowledge.evidence.vocabulary import Frozen

ABOUT_REVIEW = ("version", "review_state", "review", "history")
"""Fields that say nothing about medicines."""


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
