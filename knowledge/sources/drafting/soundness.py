"""Whether words read as an arm, an outcome or a group can be one; what cannot is left open.

Reading by rule takes a verb into an arm, or the outcome of another estimate, now and then. A person mends that in a
moment; an answer made of it would be wrong.
"""

from __future__ import annotations

import re

from knowledge.sources.drafting.terms import Terms
from knowledge.sources.extraction.models import Extracted, Place, Words
from knowledge.sources.extraction.vocabulary import load_vocabulary

NO_ARM = ("comparing", "rises", "falls", "no_difference", "uncertain", "carriers_only")
"""Kinds of words that a sentence has around an arm, and no arm holds."""
JOINED = re.compile(r"[+/,;]")
NO_OUTCOME = ("takers", "group_words", "comparing", "uncertain", "no_difference")
NOTHING = ("no_outcomes", "outcome_fillers", "no_agents", "label_words")
"""Kinds of words that name no outcome by themselves."""
KNOWN = ("good_outcomes", "bad_outcomes")
NUMBERS = ("no_words", "label_words", "studies", "participants", "certainty_nouns", "certainty_evidence", "interval")
"""Kinds of words that stand between two numbers on one outcome."""
WORD = re.compile(r"[^\W\d_][\w-]*")
PREVENTION = re.compile(
    r"prevent|prophyla|forebyg|f\u00f6rebyg|profyla|voorkom|vorbeug|pr\u00e4ventio|ehk\u00e4is|profylaks", re.IGNORECASE
)
LONGEST_ARM = 14
"""Words of an arm; what is longer is a sentence."""


def is_arm(text: str, language: str) -> bool:
    """Whether the words can name one arm: no comparison, no verb of change, not half a sentence."""
    vocabulary = load_vocabulary(language)
    said = vocabulary.patterns["no_changes"].sub(" ", text)  # a lower dose lowers nothing
    return len(text.split()) <= LONGEST_ARM and not any(vocabulary.found(kind, said) for kind in NO_ARM)


def is_one_treatment(text: str, language: str) -> bool:
    """Whether the words name one treatment by itself, neither several nor one added to another."""
    vocabulary = load_vocabulary(language)
    joining = {*vocabulary.and_words, *vocabulary.or_words, *vocabulary.given_with, "plus", "combination", "alone"}
    return not JOINED.search(text) and not joining.intersection(text.lower().split())


def is_outcome(text: str, language: str, terms: Terms) -> bool:
    """Whether the words can name an outcome: not a time, not those who took a medicine, no single unknown word."""
    vocabulary = load_vocabulary(language)
    if text[:1].isdigit() or any(vocabulary.found(kind, text) for kind in NO_OUTCOME):
        return False
    if terms.term(text, ("medicine",), language).concepts:
        return False
    words = [word for word in WORD.findall(text) if len(word) > 1 and not _is(NOTHING, word, language)]
    if not words:
        return False
    if len(words) > 1 or any(vocabulary.found(kind, text) for kind in KNOWN) or words[0].isupper():
        return True
    return bool(terms.term(text, ("outcome", "symptom", "condition", "topic"), language).concepts)


def is_group(population: Words | None, title: str) -> bool:
    """Whether the population is one: a title on preventing a disease does not say that people have it."""
    return bool(population and (population.place or not PREVENTION.search(title)))


def outcome_belongs(found: Extracted, others: list[Extracted], text: str, language: str) -> bool:
    """Whether no other estimate with words of its own stands between an outcome and its estimate."""
    outcome = found.outcome.place if found.outcome else None
    here = found.estimate.place
    if outcome is None or outcome.start > here.start:
        return True
    between = [o.estimate.place for o in others if outcome.end <= o.estimate.place.start < here.start]
    return all(_is_numbers(Place(start=place.end, end=here.start).of(text), language) for place in between)


def _is_numbers(text: str, language: str) -> bool:
    """Whether a stretch holds nothing but numbers and what belongs to them."""
    vocabulary = load_vocabulary(language)
    names = {name.lower() for names in vocabulary.measure_signs.values() for name in names}
    words = [word for word in WORD.findall(text) if word.lower() not in names and not _is(NUMBERS, word, language)]
    return all(word.lower() in ("p", "ci", "i", "n", *vocabulary.and_words) for word in words)


def _is(kinds: tuple[str, ...], word: str, language: str) -> bool:
    vocabulary = load_vocabulary(language)
    return any(vocabulary.found(kind, word) for kind in kinds)
