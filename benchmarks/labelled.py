"""The labelled enquiries that the model of asks learns from and is measured on.

They stand in `enquiries.yaml`, `evidence.yaml` and `cases.yaml` of `knowledge/languages/<tag>/examples`: enquiries with
the words of each ask, the medicines it is about, and what each name stands for. Beside them are messages that ask
nothing (`no_question.yaml`), the sentences beside the patterns (`knowledge/languages/<tag>/asks`), and the questions of
the evidence cards, each with the intent of its claim.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from bot.reading.intent import INTENTS
from bot.reading.message import Message, analyse
from bot.reading.shorthand import message_of
from knowledge.evidence.library import load_library
from knowledge.evidence.models import Intent
from knowledge.languages import FOLDER, LANGUAGES, read_yaml
from knowledge.languages.asks import ask_words
from knowledge.terminology.linking import Mention, Recogniser
from knowledge.terminology.substance_names import load_substances

LABELLED = ("enquiries.yaml", "evidence.yaml", "cases.yaml")
"""The files of labelled enquiries of a language."""
MASK = "MEDICINE"
"""What stands for a medicine in the sentences of a language's folder `asks`."""
CARD_WEIGHT = 0.1
"""What a question of a card counts: the cards put one question in many ways, and are about few medicines."""


class Need(NamedTuple):
    """One labelled ask; `span` is empty where the words are not labelled."""

    intent: str
    span: str
    medicines: frozenset[str]
    beside: frozenset[str]


class Example(NamedTuple):
    """A labelled enquiry."""

    id: str
    language: str
    text: str
    needs: tuple[Need, ...]
    names: Mapping[str, Sequence[str]] | None
    """What each name stands for; `None` where names are not labelled, and are as the recogniser finds them."""
    is_measured: bool = True
    """Otherwise a sentence that stands beside the patterns, or a question of a card."""
    weight: float = 1.0
    """What it counts in the fit."""


def examples() -> Iterator[Example]:
    """The enquiries to learn from, and the messages that ask nothing."""
    for language in LANGUAGES:
        folder = FOLDER / language / "examples"
        rows: Any = [*chain.from_iterable(read_yaml(folder / name) for name in LABELLED)]
        for place, row in enumerate(rows):
            needs = tuple(need(asked) for asked in row["asks"])
            names = {name: [known_as(inn) for inn in inns] for name, inns in row.get("names", {}).items()}
            yield Example(f"{language} {place + 1}", language, row["text"], needs, names)
        nothing: Any = read_yaml(folder / "no_question.yaml")
        for place, text in enumerate(nothing):
            yield Example(f"{language} nothing {place + 1}", language, text, (), {})


def enquiries(path: Path) -> Iterator[Example]:
    """Other enquiries, as the gold files have them."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Example(row["id"], row["language"], row["text"], tuple(map(need, row["needs"])), None)


def sentences() -> Iterator[Example]:
    """The sentences that stand beside the patterns, each of which asks one thing; learnt from in any case."""
    for language in LANGUAGES:
        for intent in INTENTS:
            for place, text in enumerate(ask_words(language, intent.value).sentences):
                pieces = text.split(MASK)
                names = [f"{MASK}{number}" for number in range(len(pieces) - 1)]
                whole = "".join(chain(*zip_longest(pieces, names, fillvalue="")))
                asked = Need(intent.value, whole, frozenset(names), frozenset())
                called = {name: (name,) for name in names}
                yield Example(f"{language} {intent.value} {place + 1}", language, whole, (asked,), called, False)


def card_questions() -> Iterator[Example]:
    """The questions that the claims of the cards answer, but for those of the intent "other"."""
    found: dict[tuple[str, str], Intent] = {}
    for card in load_library().cards.values():
        for claim in card.claims:
            if claim.intent is not Intent.OTHER:
                for language, asked in claim.questions.items():
                    found.update({(language, text): claim.intent for text in asked})
    for place, ((language, text), intent) in enumerate(found.items()):
        asked_of = (Need(intent.value, text, frozenset(), frozenset()),)
        yield Example(f"{language} card {place + 1}", language, text, asked_of, None, False, CARD_WEIGHT)


def need(row: Mapping[str, Any]) -> Need:
    """A labelled ask."""
    medicines, beside = (frozenset(map(known_as, row.get(side) or ())) for side in ("medicines", "with"))
    return Need(row["intent"], row.get("span", ""), medicines, beside)


@cache
def known_as(name: str) -> str:
    """The international name by which the terminology knows a labelled medicine: labels have synonyms, and salts."""
    terminology = recogniser().terminology
    found = {m.concept for m in recogniser().mentions(name) if m.kind == "medicine" and not m.fuzzy}
    return terminology.inn(*found) if len(found) == 1 and not terminology.is_class(*found) else name


def labelled_message(example: Example) -> Message:
    """The message with the names of medicines as labelled."""
    if example.names is None:
        return found_message(example)
    bare = analyse(example.text, example.language, ())
    text, taken, mentions = bare.text.lower(), [False] * len(bare.words), []
    for name in sorted(example.names, key=len, reverse=True):
        at = text.find(name.lower())
        while at >= 0:
            end = at + len(name)
            places = [place for place, word in enumerate(bare.words) if word.start < end and word.end > at]
            begins_word = places and bare.words[places[0]].start == at
            if places and not any(taken[place] for place in places) and (begins_word or len(name) > 6):
                for place in places:
                    taken[place] = True
                mentions += [
                    Mention(concept=inn, kind="medicine", start=places[0], end=places[-1] + 1, label=name)
                    for inn in example.names[name]
                ]
            at = text.find(name.lower(), end)
    return Message(bare.text, bare.language, bare.words, tuple(sorted(mentions, key=lambda mention: mention.start)))


@cache
def recogniser() -> Recogniser:
    """The recogniser of names as Farmasvar has it."""
    library = load_library()
    return Recogniser(library.terminology, load_substances(), library.concepts)


def found_message(example: Example) -> Message:
    """The message with the names that the recogniser finds."""
    return message_of(example.text, example.language, recogniser())
