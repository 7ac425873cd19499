"""What a card says of its own review: who has accepted which claim, who approved it, when it is due, what changed."""

from __future__ import annotations

from datetime import date as Date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from knowledge.evidence.vocabulary import Frozen, Slug

Person = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
"""A reviewer, as colleagues know them."""
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=500)]

What = Literal["corrected", "mapped", "added", "dropped", "record", "approved", "reopened", "withdrawn"]
"""What was done to a card; `record`: its bibliography was corrected."""
AUTHORING = frozenset({"corrected", "mapped", "added"})
"""What makes somebody an author of what a card says."""


class Accepted(Frozen):
    """A claim of a draft that a reviewer has compared with the source and found right."""

    claim: Slug
    by: Person
    date: Date


class Approved(Frozen):
    """A reviewer's word that the card says what its source says."""

    by: Person
    date: Date


class Review(Frozen):
    """Where the review of a card stands."""

    drafted_by: Person | None = None
    """Who wrote the draft, where a person did."""
    accepted: tuple[Accepted, ...] = ()
    """Claims of a draft that are done; of an approved card all are, and none is named."""
    approved: tuple[Approved, ...] = ()
    """Who approved it; in a draft, of those that are needed."""
    next: Date | None = None
    """When it is to be compared with its source again."""
    compared: str = ""
    """Fingerprint of the source file that it was last compared with, where that is another than it was drafted from."""


class Change(Frozen):
    """One change of a card."""

    version: int = Field(ge=1)
    """Of the card once it was made."""
    date: Date
    by: Person
    what: What
    claims: tuple[Slug, ...] = ()
    fields: tuple[str, ...] = ()
    """Which fields of the claims."""
    why: Reason | None = None
