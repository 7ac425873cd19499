"""Which words can be names of people: the lists of given and family names, and what speaks against a word.

There is no list of all names, and capitals prove little (German writes every noun with one). A word is *known* as a
name where a list has it. Any other word with a capital may be one, unless a list, the terminology or its ending says
that it is something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bot.safety.exempt import is_medicine, is_term
from knowledge.errors import LanguageError
from knowledge.languages import FOLDER, LANGUAGES, read_yaml
from knowledge.languages.identity import all_identity_words

NAMES_FILE = FOLDER / "names.yaml"
SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of the names file and what the languages add, all in small letters."""

    given: frozenset[str]
    family: frozenset[str]
    also_words: frozenset[str]
    """Given names that are words of some language too."""
    family_endings: tuple[str, ...]
    """Endings by which a word behind a given name is told to be a family name."""
    particles: frozenset[str]
    never: frozenset[str]
    small_words: frozenset[str]
    """Stop words and function words of the languages."""


def _words(content: object, key: str) -> frozenset[str]:
    """The words under a key of the names file: a text of words, or several such texts by language."""
    found = content.get(key) if isinstance(content, dict) else None
    texts = [text for text in (found.values() if isinstance(found, dict) else [found]) if isinstance(text, str)]
    if not texts:
        raise LanguageError(f"{NAMES_FILE}: `{key}` is no text of words; see the head of the file")
    return frozenset(word for text in texts for word in text.split())


@cache
def lists() -> Lists:
    """The lists, read once."""
    content = read_yaml(NAMES_FILE)
    words = all_identity_words()
    never = set(_words(content, "never")).union(
        words.not_names,
        words.titles,
        words.shortened,
        words.relatives,
        words.born,
        words.beds,
        words.rooms,
        words.name_fields,
        words.phones,
        words.services,
        words.vehicles,
        words.numbers,
        words.months,
        words.patients,
        words.street_words,
    )
    small_words: set[str] = set()
    for tag in LANGUAGES:
        profile = read_yaml(FOLDER / tag / "profile.yaml")
        if isinstance(profile, dict):
            small_words.update(profile.get("stop_words", ()), profile.get("function_words", ()))
    return Lists(
        given=_words(content, "given"),
        family=_words(content, "family"),
        also_words=_words(content, "also_words"),
        family_endings=tuple(_words(content, "family_endings")),
        particles=_words(content, "particles"),
        never=frozenset(word.rstrip("*") for word in never),
        small_words=frozenset(small_words),
    )


def is_given(word: str) -> bool:
    """Whether it is a given name of the lists, or a double one that begins with such a name."""
    low = word.casefold()
    if low in lists().given:
        return True
    first, _, second = word.partition("-")
    if first.casefold() not in lists().given or first.casefold() in lists().also_words or len(second) < SHORTEST_NAME:
        return False
    return word.islower() or word.isupper() or (first.istitle() and second.istitle())


def is_known(word: str) -> bool:
    """Whether it is a given or family name of the lists, a genitive included."""
    low = word.casefold()
    bare = low.removesuffix("'s").removesuffix("’s")
    return is_given(bare) or bare in lists().family or ("-" in bare and bare.rpartition("-")[2] in lists().family)


def is_only_a_name(word: str) -> bool:
    """Whether it is a given name and nothing else: no word of a language as it is written here, and no medicine."""
    low = word.casefold()
    known = lists()
    if not is_given(low) or low in known.also_words or low in known.never or is_medicine(low):
        return False
    return word[:1].isupper() or (low not in known.small_words and not is_term(low))


def is_family(word: str) -> bool:
    """Whether it is a family name by the lists or by its ending."""
    low = word.casefold()
    return low in lists().family or (
        len(low) > 4 and low.endswith(lists().family_endings) and low not in lists().never and not is_medicine(low)
    )


_PART = re.compile(r"[-'’]")
_CAMEL_NAME = re.compile(r"(?:Mc|Mac|De|Van|La|Le|Fitz)")


def has_shape(word: str) -> bool:
    """Whether it is written as names are: a capital and small letters, or capitals throughout."""
    if not word[:1].isupper() or len(word) < SHORTEST_NAME:
        return False
    if _CAMEL_NAME.match(word) and word[-1:].islower():
        return word.isalpha() or not word.isalnum()
    for place, part in enumerate(_PART.split(word)):
        if not part.isalpha() or not (part.isupper() or part[1:].islower() or len(part) == 1):
            return False
        if place == 0 and part[:1].islower():
            return False
    return True


@cache
def _noun_endings() -> tuple[str, ...]:
    return all_identity_words().noun_endings


def can_be_name(word: str, *, firmly: bool = False) -> bool:
    """Whether a word with a capital can be a name; `firmly`: where what stands before it says that a name follows.

    There a name of the lists counts even if it is a word or a term besides, as in "Mrs Rose".
    """
    if not has_shape(word):
        return False
    low = word.casefold()
    known = is_known(low)
    if firmly and known:
        return True
    if low in lists().never or is_medicine(low) or (not known and (low in lists().small_words or is_term(word))):
        return False
    return known or not low.endswith(_noun_endings())
