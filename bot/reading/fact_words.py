"""How each language writes the facts of a patient: its patterns, its numerals, and what they match in a message.

The words stand in `knowledge/languages/<tag>/facts.yaml`, and what every language shares in
`knowledge/languages/facts.yaml`; the notation is that of `knowledge.languages.patterns`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pydantic import Field, ValidationError

from knowledge.errors import LanguageError
from knowledge.evidence.models import Frozen
from knowledge.languages import FOLDER, read_yaml
from knowledge.languages.analysis import fold
from knowledge.languages.patterns import MarkedText, Match, PatternSet, longest

FactKey = Literal[
    "age_years",
    "age_years_bare",
    "not_age",
    "age_with_sex_f",
    "age_with_sex_m",
    "age_months",
    "age_months_bare",
    "age_weeks",
    "age_days",
    "age_decade",
    "female",
    "male",
    "she",
    "he",
    "relative",
    "partner",
    "parent_of",
    "pregnant",
    "gestation",
    "not_pregnant",
    "becoming_pregnant",
    "born_at",
    "breastfeeding",
    "not_breastfeeding",
    "egfr",
    "kidney_stage",
    "kidneys_normal",
    "liver_normal",
    "not_dialysis",
    "weight",
    "not_weight",
    "negation",
    "negation_near",
    "ruled_out",
    "but",
    "person",
    "takes",
    "proposed",
    "proposed_behind",
    "allergic",
]
"""What a pattern says; the ages and values take their number from the first NUMBER of the pattern."""

VETOES = {
    "pregnant": ("not_pregnant", "becoming_pregnant", "born_at"),
    "gestation": ("born_at",),
    "breastfeeding": ("not_breastfeeding",),
    "weight": ("not_weight",),
}
"""Where a pattern of one of the further keys overlaps one of the first, the first does not count."""


class FactWords(Frozen):
    """What `facts.yaml` of one language says."""

    source: str
    """Where the forms come from."""
    numerals: dict[str, float] = Field(default_factory=dict)
    """Words that count as numbers."""
    patterns: dict[FactKey, tuple[str, ...]]
    populations: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """By concept id, how a group of people is named, or how a person is said to belong to it."""
    value_words: tuple[str, ...] = ()
    """Words between the name of a value and its number: "is", "now", "down to"."""
    measured_words: tuple[str, ...] = ()
    """Such words that show that something was measured: "level", "serum", "trough"."""


@dataclass(frozen=True)
class FactPatterns:
    """The words of a language, compiled."""

    facts: PatternSet
    populations: PatternSet
    value_words: frozenset[str]
    """Folded; those of `measured_words` among them."""
    measured_words: frozenset[str]


def read_fact_words(tag: str | None) -> FactWords:
    """The words of a language, or with None those that all share; a malformed file is a `LanguageError`."""
    path = (FOLDER / tag if tag else FOLDER) / "facts.yaml"
    try:
        return FactWords.model_validate(read_yaml(path))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise LanguageError(f"{path}: `{place}`: {first['msg']}") from error


@lru_cache(maxsize=32)
def fact_patterns(language: str) -> FactPatterns:
    """The patterns of a language with those that all share."""
    own, shared = read_fact_words(language), read_fact_words(None)
    facts: dict[str, tuple[str, ...]] = {
        key: (*own.patterns.get(key, ()), *shared.patterns.get(key, ())) for key in own.patterns | shared.patterns
    }
    populations = {
        concept: (*own.populations.get(concept, ()), *shared.populations.get(concept, ()))
        for concept in own.populations | shared.populations
    }
    return FactPatterns(
        facts=PatternSet(facts, own.numerals),
        populations=PatternSet(populations),
        value_words=frozenset(map(fold, (*own.value_words, *own.measured_words))),
        measured_words=frozenset(map(fold, own.measured_words)),
    )


@dataclass(frozen=True)
class Found:
    """What the fact patterns of a language match in one message."""

    text: MarkedText
    words: FactPatterns
    by_key: dict[str, list[Match]]

    def __getitem__(self, key: FactKey) -> list[Match]:
        return self.by_key.get(key, [])

    def first_number(self, key: FactKey) -> float | None:
        """The number of the first match that has one."""
        return next((match.numbers[0] for match in self[key] if match.numbers), None)


def overlap(one: Match, other: Match) -> bool:
    """Whether two matches share a token."""
    return one.first < other.last and other.first < one.last


def find_facts(text: MarkedText, language: str) -> Found:
    """Every match by key, from left to right, the longest of those within each other; what is vetoed left out."""
    words = fact_patterns(language)
    by_key: dict[str, list[Match]] = {}
    for match in longest(words.facts.find(text)):
        by_key.setdefault(match.key, []).append(match)
    for key, against in VETOES.items():
        vetoes = [match for veto in against for match in by_key.get(veto, ())]
        if key in by_key and vetoes:
            by_key[key] = [match for match in by_key[key] if not any(overlap(match, other) for other in vetoes)]
    return Found(text, words, by_key)
