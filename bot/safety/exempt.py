"""What may never be taken for an identifier: words of the terminology, telephone numbers of the services directory.

Both are read from the knowledge once, so that a medicine, a brand or a service added there is exempt from then on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from knowledge.directory.services import load_services
from knowledge.evidence.library import load_terminology
from knowledge.kept import kept_with_program
from knowledge.languages.analysis import fold
from knowledge.terminology.inn_stems import recognise_stem

SHORTEST_INFLECTED = 5
"""Letters of the shortest term that is told inside a longer word ("Norvascia", "Eliquis-tabletter")."""
LONGEST_ENDING = 4
"""Letters that an inflection may add to a term."""
LONGEST_ACRONYM = 5
PHRASES = frozenset({"outcome", "population", "comparator"})
"""Kinds whose names are phrases of ordinary words: the first of "indre blødning" must not exempt Indrebø."""
SHORTEST_NUMBER = 6
"""Digits from which a telephone number could pass for an identifier."""


class Terms(NamedTuple):
    """The words that are terms."""

    words: frozenset[str]
    """In small letters."""
    medicines: frozenset[str]
    """Those of medicines alone, in small letters."""
    acronyms: frozenset[str]
    """Written in capitals, and terms only so: "ALI" is a disease of the lung, "Ali" a man."""


@cache
def terms() -> Terms:
    """The first word of every name of the terminology: concepts, substances, brands.

    The first word is enough to end a name: what follows it belongs to the term. The words behind it are not exempt, for
    they are often those of a manufacturer, who is called like a family.
    """
    return kept_with_program("exempt-terms", _read_terms)


def _read_terms() -> Terms:
    terminology = load_terminology()
    medicines = [form for substance in terminology.substances.values() for form in substance.names]
    medicines += [brand.name for brand in terminology.brands]
    others: list[str] = []
    for concept in terminology.concepts.values():
        if concept.kind in PHRASES:
            continue
        for name in concept.names.values():
            (medicines if concept.kind == "medicine" else others).extend((name.label, *name.synonyms))
            medicines += name.typed if concept.kind == "medicine" else ()
    first_medicines, first = _first_words(medicines), _first_words([*medicines, *others])
    acronyms = frozenset(word for word in first if word.isupper() and len(word) <= LONGEST_ACRONYM)
    return Terms(
        frozenset(word.casefold() for word in first - acronyms),
        frozenset(word.casefold() for word in first_medicines - acronyms),
        acronyms,
    )


def _first_words(names: Iterable[str]) -> set[str]:
    return {words[0].strip(".,()") for words in map(str.split, names) if words and not words[0][0].isdigit()}


@lru_cache(maxsize=10_000)
def _in_small_letters(low: str) -> bool:
    known = terms().words
    if low in known or (cut := low.partition("-"))[1] and len(cut[0]) > 1 and cut[0] in known:
        return True
    shortest = max(SHORTEST_INFLECTED, len(low) - LONGEST_ENDING)
    if any(low[:length] in terms().medicines for length in range(len(low) - 1, shortest - 1, -1)):
        return True
    return recognise_stem(fold(low)) is not None


def is_term(word: str) -> bool:
    """Whether a word is a term, inflected or at the head of a compound with a hyphen, or made like a medicine."""
    return word in terms().acronyms or _in_small_letters(word.casefold())


def is_medicine(word: str) -> bool:
    """Whether a medicine is called so, letter for letter."""
    return word.casefold() in terms().medicines


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


@cache
def service_numbers() -> re.Pattern[str]:
    """Every telephone number of the services directory, in any grouping, with or without country code and zero."""
    long = {digits for number in load_services().all_numbers() if len(digits := _digits(number)) >= SHORTEST_NUMBER}
    bare = {digits.lstrip("0") for digits in long}
    grouped = ("[ ./()-]{0,2}".join(digits) for digits in sorted(bare, key=lambda digits: (-len(digits), digits)))
    return re.compile(
        r"(?<![\d+])(?:(?:\+|00)\d{2,3}[ ./-]{0,2})?\(?0{0,2}\)?[ ./-]?(?:" + "|".join(grouped) + r")(?!\d)"
    )
