"""What an assistant is made of, from one file beside the index that is made anew whenever anything behind it changes.

Reading a library's cards, the names of all medicines and the words of each language takes seconds; what came of it is
read in a fraction of one.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.app.library import library_of
from bot.app.settings import Settings
from bot.reading.language_profiles import WordProfiles
from bot.safety.toxic_signs import ToxicSigns
from knowledge.evidence.library import Library, outdated_in, places_of
from knowledge.kept import kept, state_of
from knowledge.languages import load_languages
from knowledge.languages.analysis import words
from knowledge.terminology.linking import Recogniser
from knowledge.terminology.substance_names import load_substances

FILE = "prepared.kept"


class Prepared(NamedTuple):
    """The library that the settings name, and what is made of it before any question."""

    library: Library
    recogniser: Recogniser
    profiles: WordProfiles
    toxic_signs: ToxicSigns


def prepared(settings: Settings) -> Prepared:
    """What an assistant needs of the library of the settings; a `CardError` names its first fault."""
    folders = settings.library_folders
    files = state_of(place for folder in folders for place in places_of(folder))
    made_of = (files, sorted(settings.switched_off), settings.drafts)
    found = kept(settings.data_dir / FILE, str(made_of), lambda: _made(settings))
    found.library.outdated = outdated_in(folders, found.library)  # of the sources, which lie anywhere
    return found


def _made(settings: Settings) -> Prepared:
    library = library_of(settings)
    recogniser = make_recogniser(library)
    library.settle()
    return Prepared(library, recogniser, WordProfiles(load_languages(), library), ToxicSigns(library, recogniser))


def make_recogniser(library: Library) -> Recogniser:
    """The recogniser of the library's concepts; words of its own sentences are nobody's misspelling."""
    sentences = (text for _, claim in library.claims.values() for text in claim.statement.values())
    questions = (text for _, claim in library.claims.values() for group in claim.questions.values() for text in group)
    vocabulary = {word for text in (*sentences, *questions) for word in words(text)}
    return Recogniser(library.terminology, load_substances(), library.concepts, vocabulary)
