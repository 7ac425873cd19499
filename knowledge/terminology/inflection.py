"""What languages hang on a name: endings, and the words a name makes a compound with.

Both come from `terminology/word_parts.yaml`, with the ordinary words that look like names and are none.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.languages import read_yaml
from knowledge.languages.analysis import fold

FILE = Path(__file__).parent / "word_parts.txt"
"""Not a file of concepts, therefore not in YAML."""

LONG_PART = 4
"""Letters from which the last part of a compound is known by its beginning."""


@cache
def _parts() -> dict[str, frozenset[str]]:
    content: Any = read_yaml(FILE)
    return {name: frozenset(fold(word) for word in text.split()) for name, text in content.items()}


def ordinary_words() -> frozenset[str]:
    """Words of some language that are spelt like a name, or nearly, folded."""
    return _parts()["ordinary"]


@cache
def _unlike() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Beginnings, and endings, of words in which a name stands by chance."""
    listed = _parts()["unlike"]
    return (tuple(word.rstrip("*") for word in listed if word.endswith("*")),
            tuple(word.lstrip("*") for word in listed if word.startswith("*")))


def holds_a_name_by_chance(word: str) -> bool:
    """Whether a folded word is none that is made of names: `koronarstent`."""
    beginnings, endings = _unlike()
    return word.startswith(beginnings) or word.endswith(endings)


_INTO = re.compile(r"([aeiouy])\1n$")
"""The Finnish ending of what something goes into: the last vowel once more, and an n."""


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(_parts()["endings"], key=len, reverse=True))


def without_ending(word: str) -> list[str]:
    """What a folded word may be an inflected form of, the longest ending taken off last.

    >>> without_ending("xareltoon")[-1]
    'xarelto'
    """
    found = [word[: -len(ending)] for ending in reversed(_endings()) if word.endswith(ending)]
    return [*found, word[:-2]] if _INTO.search(word) else found


def ends_compound(rest: str) -> bool:
    """Whether what follows a name in one word makes a compound with it: `-tabletter`, `-kur`."""
    parts = _parts()["compounds"]
    if any(rest.startswith(part) for part in parts if len(part) >= LONG_PART):
        return True
    return rest in parts or any(root in parts for root in without_ending(rest))
