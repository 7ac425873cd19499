"""What a language says when it asks: few general patterns for each intent, and the words that join two questions.

Each language has a folder `asks` with a file for each intent and one, `forms.yaml`, for the forms of a question
whatever it asks (may, should, which, when). A file groups its patterns (notation: `knowledge.languages.patterns`) under
names that all languages share: the model of intents learns what a group says, not what a word says, so what is learnt
in one language holds in the others.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError

from knowledge.errors import LanguageError
from knowledge.evidence.models import Frozen, Intent
from knowledge.languages import FOLDER, read_yaml
from knowledge.languages.analysis import fold
from knowledge.languages.patterns import PatternSet

FORMS = "forms"
FILES = (*(intent.value for intent in Intent), FORMS)
"""Names of the files of a language's folder."""


class AskWords(Frozen):
    """One file: patterns by group, and sentences that ask this."""

    patterns: dict[str, tuple[str, ...]]
    conjunctions: tuple[str, ...] = ()
    """Words that begin another question in the same sentence ("and", "or"); in `forms.yaml` only."""
    sentences: tuple[str, ...] = Field(default=())
    """Sentences that ask this and nothing else, for the tests."""


@cache
def ask_words(tag: str, name: str) -> AskWords:
    """A file of a language's folder `asks`.

    Raises `LanguageError` where the file does not have the form of `AskWords`.
    """
    path = ask_file(tag, name)
    try:
        return AskWords.model_validate(read_yaml(path))
    except ValidationError as error:
        raise LanguageError(f"{path}: {error.errors()[0]['msg']}; see knowledge/languages/asks.py") from None


def ask_file(tag: str, name: str) -> Path:
    """Where a language says how an intent is asked."""
    return FOLDER / tag / "asks" / f"{name}.yaml"


@cache
def ask_groups(tag: str) -> tuple[str, ...]:
    """The groups of a language, as `intent.group`."""
    return tuple(f"{name}.{group}" for name in FILES for group in ask_words(tag, name).patterns)


@cache
def ask_patterns(tag: str) -> PatternSet:
    """The patterns of a language by `intent.group`, compiled once."""
    return PatternSet(
        {f"{name}.{group}": found for name in FILES for group, found in ask_words(tag, name).patterns.items()}
    )


@cache
def conjunctions(tag: str) -> frozenset[str]:
    """The folded words that join two questions in a language."""
    return frozenset(map(fold, ask_words(tag, FORMS).conjunctions))
