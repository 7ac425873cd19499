"""Lines with a tag before each value, as RIS and MEDLINE text have them: what both readers share.

The libraries for both were tried on real exports. One loses every record whose `ER` is missing or whose `TY` is not its
first line, without a word; the other gives up the whole file at its first odd line. Here a bad record costs itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.sources.readers.bibliography import clean

PUBMED_PAGE = re.compile(r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/(\d{1,8})\b")
PUBMED_NUMBER = re.compile(r"(\d{1,8})(?: ?\[pmid\])?", re.IGNORECASE)
ADDRESS = re.compile(r"https?://\S+")

Fields = dict[str, list[str]]
"""Values by tag, each tag's in their order."""


def lines_of(text: str) -> list[str]:
    """The lines of a text: only line feeds end one, for other separators stand within titles."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def values(fields: Fields, *tags: str) -> list[str]:
    """Every value of the tags that is not empty, in the order of the tags."""
    return [cleaned for tag in tags for value in fields.get(tag, []) if (cleaned := clean(value))]


def first(fields: Fields, *tags: str) -> str:
    """The first value of the tags; empty where there is none."""
    return next(iter(values(fields, *tags)), "")


def address(doi: str | None, links: Iterable[str]) -> str | None:
    """Where the source can be opened: by its DOI, which lasts, else by the first link."""
    if doi:
        return f"https://doi.org/{doi}"
    return next((found[0] for link in links if (found := ADDRESS.search(link))), None)
