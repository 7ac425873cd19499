"""Words by which identifiers of patients are recognised: titles, words for a patient, labels of numbers, spelt digits.

One `identity.yaml` a language, and `other-identity.yaml` for languages not spoken here. People mix languages, so the
words of all are taken together (`identity_words`). What is made of them stands in `bot.safety`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError

from knowledge.errors import LanguageError
from knowledge.evidence.models import Frozen
from knowledge.languages import FOLDER, LANGUAGES, read_yaml

FILE = "identity.yaml"
OTHER_FILE = "other-identity.yaml"

Words = tuple[str, ...]
"""Words and phrases in small letters; `*` at the end of a word stands for any ending."""


class IdentityWords(Frozen):
    """The identity words of one language, or of all of them together."""

    titles: Words = ()
    """What stands before a name: "Mrs"."""
    patients: Words = ()
    """What somebody cared for is called: "patient", "resident"."""
    shortened: Words = ()
    """The same cut short: "pt"."""
    user_verbs: Words = ()
    """Words among `patients` that are verbs as well: Norwegian "bruker" is a user, and uses."""
    relatives: Words = ()
    called: Words = ()
    """What says that a name follows: "called", "name is"."""
    name_fields: Words = ()
    """Names of fields of a form that hold a name; they count with a colon."""
    before_name: Words = ()
    """What may stand between those words and the name."""
    pronouns: Words = ()
    """What stands for a person or says that it is one, so that "he is called" is told from "it is called"."""
    possessives: Words = ()
    """What may stand between the word patient and the name: "a patient of mine"."""
    of: Words = ()
    """What may stand between a relative and the name: "mother of"."""
    joins: Words = ()
    """What may stand between a name and the birth date that belongs to it."""
    and_others: Words = ()
    """What the first author of a study is followed by: "et al"."""
    verbs: Words = ()
    """What somebody named does or has done to them: "has", "takes"."""
    born: Words = ()
    born_short: Words = ()
    """Short for born, before a date only: "f 12.03.48"."""
    months: Words = ()
    ages: Words = ()
    """What follows the number of an age."""
    beds: Words = ()
    """Places that somebody lies in, with a number: "bed 4"."""
    rooms: Words = ()
    """Places that hold more than one: "ward 4"."""
    vehicles: Words = ()
    """What a licence plate follows."""
    numbers: Words = ()
    """Labels of numbers of persons."""
    records: Words = ()
    """Words that become such a label with a word for number: "hospital no"."""
    number_words: Words = ()
    thing_numbers: Words = ()
    """Labels of numbers of things: packages, batches, studies, invoices."""
    phones: Words = ()
    measured: Words = ()
    """Whose values look like a telephone number in a row: pulse, blood pressure."""
    services: Words = ()
    """Whose telephone number is nobody's: a poison centre, a pharmacy."""
    street_endings: Words = ()
    doubtful_street_endings: Words = ()
    """Endings of other words too: they count where somebody is said to live, or before a postal code."""
    street_words: Words = ()
    """Words for a street that stand apart from its name, the number of the house behind them."""
    streets_after_number: Words = ()
    """The same where the number comes first: "12 Mill Lane"."""
    lives: Words = ()
    at_signs: Words = ()
    dots: Words = ()
    """How the signs of an e-mail address are spelt out."""
    digits: dict[int, Words] = Field(default_factory=dict)
    repeats: Words = ()
    """What doubles the digit that follows: "double"."""
    teens: Words = ()
    """Ten to nineteen."""
    tens: Words = ()
    """Twenty, thirty and so on."""
    unit_joints: Words = ()
    """What stands between the two where the unit comes first: "zweiundsiebzig"."""
    nouns_capitalised: Words = ()
    """For a language that writes every noun with a capital: small words that tell it."""
    noun_endings: Words = ()
    """Endings that no name of a person has."""
    institutions: Words = ()
    """What makes a name in front of it that of an institution, a scale or a syndrome."""
    not_names: Words = ()
    """Words that stand where a name could, with a capital, and are none."""


def read_identity(path: Path) -> IdentityWords:
    """The words of one file, or a `LanguageError` of one line that names the file and the field."""
    try:
        return IdentityWords.model_validate(read_yaml(path))
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join(str(step) for step in fault["loc"])
        raise LanguageError(f"{path}: {place}: {fault['msg']}; put `no`, `on` and numbers in quotes") from None


@cache
def identity_words(language: str) -> IdentityWords:
    """The identity words of one language."""
    return read_identity(FOLDER / language / FILE)


@cache
def all_identity_words() -> IdentityWords:
    """The words of every language together, without doubles; digits are only told within one language."""
    files = [identity_words(language) for language in LANGUAGES] + [read_identity(FOLDER / OTHER_FILE)]
    fields = [field for field in IdentityWords.model_fields if field != "digits"]
    return IdentityWords.model_validate(
        {field: tuple(dict.fromkeys(word for words in files for word in getattr(words, field))) for field in fields}
    )


def alternatives(words: Iterable[str]) -> str:
    """The words as one group of a regular expression, the longest first; a blank may be any run of blanks."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    written = (re.escape(word).replace(r"\ ", r"\s+").replace(r"\*", r"\w*") for word in longest_first)
    return f"(?:{'|'.join(written)})"
