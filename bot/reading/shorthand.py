"""Abbreviations of a language: what they mean where they have one reading, and which are left unclear.

The terminology finds names of all languages in any text; an abbreviation means something in one language only, and is
typed in capitals. The data stand in `knowledge/languages/<tag>/shorthand.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from pydantic import ValidationError

from bot.reading.message import Message, analyse
from knowledge.errors import LanguageError
from knowledge.evidence.models import ConceptId, Frozen
from knowledge.languages import FOLDER, read_yaml
from knowledge.languages.patterns import Match, PatternSet, longest
from knowledge.terminology.concepts import Terminology
from knowledge.terminology.linking import Mention, Recogniser

UNCLEAR = "?"
"""Key of the abbreviations of two readings."""


class Abbreviations(Frozen):
    """What `shorthand.yaml` of one language says."""

    source: str
    means: dict[ConceptId, tuple[str, ...]]
    """By concept or substance, the abbreviations (patterns) that mean it and nothing else."""
    two_readings: tuple[str, ...] = ()
    """Abbreviations that are left unread."""


def read_abbreviations(language: str) -> Abbreviations:
    """The abbreviations of a language; a malformed file is a `LanguageError`."""
    path = FOLDER / language / "shorthand.yaml"
    try:
        return Abbreviations.model_validate(read_yaml(path))
    except ValidationError as error:
        first = error.errors()[0]
        raise LanguageError(f"{path}: `{'.'.join(map(str, first['loc']))}`: {first['msg']}") from error


@lru_cache(maxsize=32)
def _patterns(language: str) -> PatternSet:
    abbreviations = read_abbreviations(language)
    return PatternSet({**abbreviations.means, UNCLEAR: abbreviations.two_readings})


def _words(message: Message, match: Match) -> tuple[int, int]:
    """The first and the last (exclusive) word of a match."""
    within = [place for place, word in enumerate(message.words) if word.start < match.end and match.start < word.end]
    return within[0], within[-1] + 1


def _mention(concept: str, words: tuple[int, int], terminology: Terminology) -> Mention:
    kind = terminology.kind(concept)
    classes = tuple(sorted(terminology.wider(concept))) if kind == "medicine" else ()
    return Mention.model_validate(
        {"concept": concept, "kind": kind, "start": words[0], "end": words[1], "label": concept, "classes": classes}
    )


def with_shorthand(message: Message, terminology: Terminology) -> Message:
    """The message with the names its abbreviations stand for; words that name something already are left alone.

    A message all in capitals is left as it is, since nothing tells an abbreviation in it.
    """
    if message.text.isupper():
        return message
    named = {place for mention in message.mentions for place in range(mention.start, mention.end)}
    found, unclear = list(message.mentions), []
    for match in longest(_patterns(message.language).find(message.marked)):
        words = _words(message, match)
        if named & {*range(*words)}:
            continue
        if match.key == UNCLEAR:
            unclear.append(message.text[match.start : match.end])
        else:
            named |= {*range(*words)}
            found.append(_mention(match.key, words, terminology))
    found.sort(key=lambda mention: (mention.start, mention.concept))
    return analyse(message.text, message.language, found, _once(unclear))


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def message_of(text: str, language: str, recogniser: Recogniser) -> Message:
    """A text read once: its words, and every name in it, abbreviations of its language among them."""
    return with_shorthand(analyse(text, language, recogniser.mentions(text, language)), recogniser.terminology)
