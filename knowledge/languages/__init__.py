"""The languages Farmasvar speaks: the registry, and what is read from each language's folder.

A language is one folder here (`README.md` beside this module lists its files) and one entry in `LANGUAGES`. A
language added later may bring the sentences of existing cards in `statements.yaml` and the names of existing concepts
in `concepts.yaml`.
"""

from __future__ import annotations

import pickle
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field, ValidationError

from knowledge.errors import LanguageError
from knowledge.evidence.models import Frozen, Intent
from knowledge.kept import write

LANGUAGES = ("en", "nb", "da", "sv", "nl", "nn", "de", "fi")
FOLDER = Path(__file__).parent

Practical = Literal[
    "price",
    "supply",
    "prescription",
    "reimbursement",
    "storage",
    "shelf_life",
    "handling",
    "ingredients",
    "look_and_taste",
    "substitution",
    "meals_and_time",
    "travel_and_work",
    "laboratory",
]
"""Practical wants, of a kind that no intent of a claim offers: what a pack costs, whether a tablet may be crushed."""


class Requests(Frozen):
    """Cues for messages that are about the conversation, not about medicines."""

    sources: tuple[str, ...] = ()
    """"Show the sources"."""
    greeting: tuple[str, ...] = ()
    thanks: tuple[str, ...] = ()
    help: tuple[str, ...] = ()
    """"What can you do"."""
    off_topic: tuple[str, ...] = ()
    """Requests no medicines library can meet: poems, weather, instructions to the machine."""
    trials: tuple[str, ...] = ()
    """This and the next wishes count only in a message that says nothing else: "the trials, please"."""
    harms: tuple[str, ...] = ()
    populations: tuple[str, ...] = ()
    """"In whom?"."""
    figure: tuple[str, ...] = ()
    draft: tuple[str, ...] = ()
    """"Write a reply"."""
    not_helpful: tuple[str, ...] = ()
    report_error: tuple[str, ...] = ()
    new_subject: tuple[str, ...] = ()


class Understanding(Frozen):
    """Word cues of one language.

    A cue is lower-case words; `*` at the end of a word stands for any ending, at its start for any beginning (so that
    "*tablet*" finds compounds), ` ... ` for up to six words between.
    MEDICINE, CONDITION, POPULATION, SYMPTOM and NUMBER stand for a recognised concept or a number.
    """

    intents: dict[Intent, tuple[str, ...]]
    practical: dict[Practical, tuple[str, ...]] = Field(default_factory=dict)
    """Cues of practical wants; a claim answers them only where its own texts hold a cue of the same want."""
    alternatives: tuple[str, ...] = ()
    """Cues that ask for another treatment. Beside a medicine named only those count that hold MEDICINE, for that one is
    to be replaced: "other treatments" may be what it is compared with."""
    no_alternatives: tuple[str, ...] = ()
    """Cues that those words mean something else: "better than other treatments", "anything else I should know"."""
    added: tuple[str, ...] = ()
    """Cues that several medicines are taken together: "MEDICINE added to MEDICINE", "on top of MEDICINE"."""
    compared: tuple[str, ...] = ()
    """Cues that a further message sets a medicine against the one talked about: "compared with MEDICINE"."""
    number_needed: tuple[str, ...] = ()
    """Cues that ask for a number needed to treat or to harm."""
    follow_up: tuple[str, ...]
    """Openings and pronouns that lean on the turn before: "and in", "what about", "those trials"."""
    negation: tuple[str, ...]
    """Words that negate what follows within a few words: "no", "without", "not"."""
    history: tuple[str, ...] = ()
    """Words that mark what follows as background, not as what is asked: "known", "history of"."""
    older_age: tuple[str, ...] = ()
    """Patterns of an age, `NUMBER` standing for the years: "NUMBER year old"."""
    requests: Requests
    language_names: dict[str, tuple[str, ...]]
    """How this language names each supported language, for "in English, please"."""
    reply_in: tuple[str, ...] = ()
    """Cues that ask for another language, `LANGUAGE` standing for its name."""
    ordinals: tuple[tuple[str, ...], ...] = ()
    """How people pick the first, the second, the third of the options offered."""
    request_words: tuple[str, ...] = ()
    """Words beside a wish that change nothing: "show", "please", "a"."""
    vague_words: tuple[str, ...] = ()
    """Where or when it hurts, without saying what it is: "legs", "at night"."""
    country_is: tuple[str, ...] = ()
    """Cues that say where the asker works, `COUNTRY` standing for the country's name."""
    country_names: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """What people call countries besides their names in the services directory, by ISO 3166 code."""
    question_words: tuple[str, ...] = ()
    """Words that carry no subject in a question: "effective", "patient", "recommend"."""
    amounts: tuple[str, ...] = ()
    """Words that ask for a number, a time or a share: "how much", "how long", "which dose"."""


class Language(Frozen):
    """What one language's `profile.yaml` says, with its understanding cues."""

    tag: str
    name: str
    """The language's name in itself."""
    locale: str
    """Locale of Unicode's CLDR, for numbers and dates."""
    stemmer: str
    """Name of the Snowball stemmer."""
    telegram_codes: tuple[str, ...]
    """Language codes of apps that hint at this language."""
    stop_words: tuple[str, ...]
    function_words: tuple[str, ...]
    """Short frequent words that tell this language from its neighbours."""
    letters: str = ""
    """Letters that its neighbours lack."""
    understanding: Understanding = Field(exclude=True)


KEPT_FORM = 1
"""Raised when what `read_yaml` keeps changes its form."""


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """A safe loader that refuses a key written twice: the second would silently win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"`{key.value}` is written twice", key.start_mark)
            seen.add(key.value)
        return dict(super().construct_mapping(node, deep))


def read_yaml(path: Path) -> object:
    """The content of a YAML file, or a `LanguageError` of one line that says what is wrong with it.

    Parsing takes most of a start. So what was read is kept in `__pycache__` beside the file, as Python keeps compiled
    modules: where that folder can be written, and until the file's time or size changes.
    """
    kept = path.parent / "__pycache__" / f"{path.name}.pickle"
    try:
        status = path.stat()
        state = (KEPT_FORM, status.st_mtime_ns, status.st_size)
        with suppress(Exception):  # not there, or damaged in whatever way: the file itself is read
            known, content = pickle.loads(kept.read_bytes())
            if known == state:
                return content
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
        write(kept, pickle.dumps((state, content)))
        return content
    except OSError as error:
        raise LanguageError(f"{path}: cannot be read ({error.strerror}); restore the file") from error
    except UnicodeDecodeError as error:
        raise LanguageError(f"{path}: is not UTF-8 text; save it as UTF-8") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f", line {mark.line + 1}" if mark else ""
        raise LanguageError(f"{path}{place}: is not YAML ({getattr(error, 'problem', error)}); correct it") from error


@cache
def load_language(tag: str, folder: Path = FOLDER) -> Language:
    """One language, read from its folder."""
    content = read_yaml(folder / tag / "profile.yaml")
    cues = read_yaml(folder / tag / "understanding.yaml")
    try:
        if not isinstance(content, dict):
            raise LanguageError(f"languages/{tag}/profile.yaml: expected a mapping of fields")
        language = Language.model_validate({**content, "understanding": cues})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise LanguageError(f"languages/{tag}: {where}: {first['msg']}") from error
    if language.tag != tag:
        raise LanguageError(f"languages/{tag}/profile.yaml: `tag` says {language.tag}; make it {tag}")
    return language


def load_languages(folder: Path = FOLDER) -> dict[str, Language]:
    """Every registered language, in the order of the registry."""
    return {tag: load_language(tag, folder) for tag in LANGUAGES}
