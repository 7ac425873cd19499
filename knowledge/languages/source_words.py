"""What the sources' own words mean in each language, for what the terminology has no concept for.

A card quotes "maintenance of clinical remission" where no concept says it. A reader of another language is told it in
their own, as our words and not as a quotation; where a language has no words for a quotation, the source's are shown.
The words stand in each language's `source_words.yaml`, by the place in a sentence that they take.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError

from knowledge.errors import LanguageError
from knowledge.evidence.models import Frozen
from knowledge.languages import FOLDER, read_yaml

FILE = "source_words.yaml"


class Measured(Frozen):
    """What is measured: its name as a heading has it, and as the hedging table needs it."""

    label: str
    phrase: str


class SourceWords(Frozen):
    """The words of one language, by the source's own, in each place of a sentence."""

    intervention: dict[str, str] = Field(default_factory=dict)
    comparator: dict[str, str] = Field(default_factory=dict)
    population: dict[str, str] = Field(default_factory=dict)
    """Whole phrases: "in children at risk of suicide"."""
    outcome: dict[str, Measured] = Field(default_factory=dict)
    name: dict[str, str | tuple[str, ...]] = Field(default_factory=dict)
    """Names in a list, as of side effects; of several that the source quotes together, each by itself."""


@cache
def source_words(tag: str, folder: Path = FOLDER) -> SourceWords:
    """The words of a language; none where it has no file. A `LanguageError` says what is wrong with one."""
    path = folder / tag / FILE
    if not path.exists():
        return SourceWords()
    try:
        return SourceWords.model_validate(read_yaml(path))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise LanguageError(f"languages/{tag}/{FILE}: {where}: {first['msg']}") from error
