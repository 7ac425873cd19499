"""Finding what can be followed in a text: addresses, DOIs and PubMed numbers."""

from __future__ import annotations

import re
from typing import NamedTuple

_FOLLOWED = re.compile(r"(?P<url>https?://\S+)|doi: (?P<doi>10\.\d{4,9}/\S+)|PMID:? (?P<pmid>\d{1,8})")


class Run(NamedTuple):
    """A stretch of text, and the address it leads to, if any."""

    text: str
    url: str = ""


def linked(text: str) -> list[Run]:
    """The text in stretches, those that name an address leading there; together they are the text."""
    runs: list[Run] = []
    place = 0
    for found in _FOLLOWED.finditer(text):
        shown = found[0].rstrip(".,;)")
        url = found["url"] or (f"https://doi.org/{found['doi']}" if found["doi"] else
                               f"https://pubmed.ncbi.nlm.nih.gov/{found['pmid']}/")
        runs += [Run(text[place : found.start()]), Run(shown, url.rstrip(".,;)"))]
        place = found.start() + len(shown)
    return [run for run in (*runs, Run(text[place:])) if run.text]
