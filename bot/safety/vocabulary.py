"""The words by which danger is recognised: loading them, and finding them in a message.

Each language keeps its words in `knowledge/languages/<tag>/danger.yaml`, by category (see `CATEGORIES`). A phrase is a
row of words; `word*` stands for any ending, `*word` for any beginning (compounds), `*` alone for any word, `<n>` for
a number, `<3>` for up to three words in between, and `^` in front for the first word of a clause. Languages of one
family are read as one vocabulary: Danish, Norwegian and Swedish share too many words for one of them to recognise an
event and not see the word of its neighbour that cancels it. `variants` names other ways of writing a word of the
phrases: spoken forms, short forms.

Spelling is folded on both sides: case, accents, ae/oe/ue and doubled letters make no difference, so a message typed
in haste or on a foreign keyboard is still understood. Nothing here decides anything; see `bot.safety.danger`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path

from knowledge.errors import LanguageError
from knowledge.kept import kept_with_program
from knowledge.languages import read_yaml

CATEGORIES: Mapping[str, str] = {
    "swallowed": "a completed swallowing or injecting",
    "took": "a completed taking",
    "ate": "a completed eating or drinking",
    "given": "somebody was given something",
    "overdose_event": "an overdose or poisoning told as something that happened",
    "overdose_noun": "the word overdose or poisoning",
    "excess": "too much, a whole pack, all of it",
    "error": "a wrong dose, medicine or person; a multiple of the dose",
    "many": "ten or more, in words",
    "medicine": "medicines, in general or by name",
    "toxic": "chemicals and other things that are no medicine",
    "just_now": "minutes or hours ago, today",
    "now": "now",
    "critical": "a sign of danger to life in somebody",
    "unhelped": "no answer to something: it takes back a sign of danger, unless what rouses people follows",
    "roused": "what rouses people: a voice, pain, a shake; no answer to it is danger",
    "no_event": "what holds words of an event and tells of none: it takes back what it overlaps",
    "harmless": "words that look like a misspelt word of danger and are spelled right",
    "areflexia": "reflexes are gone",
    "about_to": "something is about to be given",
    "wrong_way": "a way of giving that kills: undiluted, into the wrong line",
    "doubt": "whether what is about to be given is right",
    "into_vein": "into a vein, at once",
    "worry": "a sign that goes with poisoning but is not critical",
    "breath_pauses": "pauses in breathing: danger in a newborn that is unwell besides",
    "newborn": "a child of days or weeks",
    "gathers": "medicines that gather in the body until the usual dose poisons",
    "narrow": "medicines of which twice the usual dose may be danger",
    "intoxicated": "signs of a medicine that has gathered in the body: coarse tremor, slurred speech, a drunken gait",
    "well": "feels fine, no symptoms",
    "doubled": "a dose taken twice, two in place of one",
    "missing": "tablets are missing",
    "instead": "what stands between the dose that was given and the dose that was meant",
    "swelling": "swelling of face, lips or tongue",
    "airway": "narrow airways: wheezing, a hoarse voice, no swallowing",
    "rigid": "rigid muscles, clonus",
    "detached_skin": "skin that comes off or blisters",
    "raw_mucosa": "sores of mouth, lips, eyes or genitals",
    "hands_and_feet": "hands, feet and sunburn, where skin peels without danger",
    "fever": "fever",
    "mishap": "by mistake, by accident",
    "averted": "an error noticed before it reached anybody",
    "exercise": "what is invented for teaching or a story",
    "self_harm": "a wish to die, an attempt",
    "weary": "cannot go on: a wish to die only where nothing follows that one is weary of",
    "farewell": "a farewell: one for ever only beside something taken",
    "deliberate": "on purpose",
    "joins": "and",
    "child": "a child",
    "person": "a person other than a child",
    "subject": "a pronoun or phrase for one particular person",
    "own": "somebody the asker knows: my, she, I",
    "generic": "people in general",
    "knowledge": "words of a question about knowledge",
    "hypothetical": "if, in case of, the risk of",
    "past": "long ago",
    "past_near": "earlier, history of: words that date only what they stand beside",
    "negation": "not, no, never",
    "unknown_amount": "nobody knows how much",
    "breaths": "names of the rate of breathing",
    "pulse": "names of the pulse",
    "pressure": "names of the blood pressure",
    "systolic": "names of its upper half, and words that only it has behind it",
    "mean_pressure": "names of the mean blood pressure",
    "shocked": "signs that go with a low blood pressure in shock: drowsy, mottled, no urine, a microbe in the blood",
    "low_pressure": "a low blood pressure in words",
    "how_often": "words of a question how often something happens, or whether it would",
    "harmless_bruise": "a bruise where something was injected, or one that fades",
    "empty_box": "a weekly box of medicines is empty",
    "emptied_early": "a box was full a short time ago or should have lasted longer",
    "stiff_as_wood": "stiff like a board: danger where it has come now, and not in who is spastic",
    "oxygen": "names of the oxygen saturation",
    "temperature": "names of the temperature of the body",
    "degrees": "a number with degrees behind it",
    "consciousness": "names of scales of consciousness",
    "glucose": "names of the glucose in blood",
    "lithium": "names of the level of lithium",
    "potassium": "names of the level of potassium",
    "inr": "names of the INR",
    "lactate": "names of the lactate in blood",
    "platelets": "names of the platelet count",
    "neutrophils": "names of the neutrophil count",
    "leukocytes": "names of the count of white cells",
    "sodium": "names of the level of sodium",
    "calcium": "names of the level of calcium",
    "digoxin": "names of the level of digoxin",
    "ck": "names of the creatine kinase",
    "blood_ph": "names of the pH of blood",
    "bicarbonate": "names of the bicarbonate in blood",
    "ketones": "names of the ketones in blood",
    "ammonia": "names of the ammonia in blood",
    "methaemoglobin": "names of the share of methaemoglobin",
    "thousand": "thousand: a number before one is so many thousand",
    "cells": "cells a microlitre: a number before one is so many times smaller in the usual unit",
    "infected": "signs of infection: a sore throat, rigors, sores in the mouth",
    "bleeding": "signs of bleeding, and blows to the head",
    "unwell": "signs that go with a grave value of the laboratory: weakness, a changed ECG, dark urine",
    "off_scale": "a value is too high or too low to be measured",
    "reported": "a value has come from the laboratory",
    "heparin": "heparins of every kind",
    "fallen": "a count has fallen",
    "halved": "a count has fallen by half",
    "formerly": "words beside a value that was measured before the present one",
    "clock": "words before a time of day",
    "qrs": "names of the width of the QRS complex",
    "reads": "words between the name of a measured sign and its number",
    "per_minute": "times a minute",
    "few": "two to eight, in words",
    "limit": "under, over: a number after it is a limit and nothing measured",
    "value_name": "names of what is measured: a number after one counts no tablets",
    "measure": "units of time, dose, age and people: a number before one counts no tablets",
    "therapeutic": "a regular or usual dose",
    "dispensed": "prescribed, bought, handed out",
    "vaccine": "vaccines",
    "animal": "animals",
    "food": "food and ordinary drinks",
    "help": "a call for help",
    "common": "function words that tell which language a message is in",
}

LANGUAGES_FOLDER = Path(__file__).resolve().parents[2] / "knowledge" / "languages"
SPELLED_LOOSELY = frozenset({"swallowed", "overdose_event", "overdose_noun", "critical"})
"""Categories whose single words are recognised with one letter wrong."""
LONG_WORD = 7
"""Shorter words have too many neighbours to be guessed from a misspelling."""
FEW_LETTERS = 3
"""How many letters of a word the index looks at."""

_SPECIAL = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "’": "'", "´": "'",
                          "`": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u00ad": "", "\u200b": ""})
_DOUBLED = re.compile(r"(?!\brr\b)([a-z])\1+")
"""Doubled letters, but for RR, which is a measured sign and no R."""
_ABBREVIATED = re.compile(r"(?<=[^\W\d_]{2})\.(?=[^\W\d_]{2})|(?<=\b[^\W\d_]{4})\.(?= ?\d)")
"""Full stops that end no sentence: "resp.rate", "temp. 41"."""
_SHORT_FORMS = re.compile(
    r"\b(?i:ca|tabl?|tbl|tabs|stk|stck|st|kl|inkl|incl|evtl|approx|pa[st]|pt|mw|dhr|hr|fr|caps?|kaps|amp|inj|inf|resp|susp"
    r"|mikst|kpl|n|ggf|bzw|nr)\.(?= +[^\W_])"
    r"|\b(?i:std|tim|min|temp|gg?r|dg?r|vrk|wo|mon|jhr|j|ret|max|mg|ml)\.(?= +[^\WA-ZÆØÅÄÖÜ_])"
)
"""Short forms with a full stop that ends no sentence: "10 tabl. Panodil", "vor 2 Std. geschluckt". A unit may end one,
so there the next word must begin small."""
_HALVES = re.compile(r"(?<=\b\d\d) / (?=\d\d\b)|(?<=\b\d\d\d) / (?=\d\d\b)")
"""Between the halves of a blood pressure: "82 / 40"."""
_RATE = re.compile(r"(?<=\d) ?(?:x ?)?/ ?min\w*")
_OXYGEN = re.compile(r"\b(sp|sa|s)?o2\b")
_COMPARED = ((re.compile(r"[<≤]=? ?(?=\d)"), " lesthan "), (re.compile(r"[>≥]=? ?(?=\d)"), " morethan "))
"""Signs that are words, each replaced by what `danger.yaml` can name."""
_SODIUM = re.compile(r"\bN[aA]\+?(?=[ :=]{0,2}\d)")
"""The symbol as it is written before a value. In small letters it is a word of other languages: after, now."""
_OVERDOSED = re.compile(r"\bod(?:'?d|'?ed)\b")
_PIECES = re.compile(
    r"[^\W\d_]+-\d+\b|\d+(?:[.,/:]\d+)*|(?:[^\W\d_]\.)+[^\W\d_]\b|[^\W\d_]+(?:'[^\W\d_]+)*|[.!?\n;]+|[,:()–—]"
)


def fold(text: str) -> str:
    """The text in lower case without accents, with ae/oe/ue and doubled letters made single."""
    lowered = text.casefold().translate(_SPECIAL)
    if not lowered.isascii():
        lowered = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
        lowered = lowered.translate(_SPECIAL)
    lowered = lowered.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return _DOUBLED.sub(r"\1", lowered)


@dataclass(frozen=True, slots=True)
class Word:
    """One word or number of a message, folded, with the sentence and clause it stands in."""

    text: str
    sentence: int
    clause: int
    opens_clause: bool
    is_share: bool = False
    """Whether it is a number with a sign of per cent behind it."""

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.text[:1].isdigit()


def words_of(text: str) -> list[Word]:
    """The message cut into folded words; a comma or bracket ends a clause, a full stop a sentence."""
    unbroken = _SHORT_FORMS.sub(lambda found: found.group(0)[:-1], _SODIUM.sub("natrium", text))
    folded = fold(_OVERDOSED.sub("overdosed", unbroken.casefold().replace("’", "'")))
    folded = _ABBREVIATED.sub(" ", folded)
    folded = _OXYGEN.sub(r"\1o", _RATE.sub(" permin", _HALVES.sub("/", folded)))
    for sign, word in _COMPARED:
        folded = sign.sub(word, folded)
    words: list[Word] = []
    sentence = clause = 0
    opens = True
    for found in _PIECES.finditer(folded):
        piece = found.group()
        first = piece[0]
        if first.isalnum():
            bare = piece.replace("'", "").replace(".", "") if not first.isdigit() else piece
            share = first.isdigit() and folded[found.end() : found.end() + 2].strip()[:1] == "%"
            words.append(Word(bare, sentence, clause, opens, share))
            opens = False
        elif not opens:
            clause += 1
            opens = True
            sentence += first in ".!?\n;"
    return words


@dataclass(frozen=True, slots=True)
class Step:
    """One place of a phrase: a word with the way it is compared, and how many words may stand before it."""

    word: str
    how: str
    gap: int = 0

    def fits(self, word: str) -> bool:
        """Whether a word of the message fits here."""
        if self.how == "exact":
            return word == self.word
        if self.how == "start":
            return word.startswith(self.word)
        if self.how == "end":
            return word.endswith(self.word)
        if self.how == "inside":
            return self.word in word
        return word[:1].isdigit()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of one category of one family."""

    family: str
    category: str
    steps: tuple[Step, ...]
    opens_clause: bool
    needs: str | None
    """A word without which the phrase cannot match: a quick way to rule it out."""

    def match(self, words: list[Word], start: int) -> int | None:
        """Where the phrase ends if it begins at `start`, as the index after its last word."""
        if self.opens_clause and not words[start].opens_clause:
            return None
        if not self.steps[0].fits(words[start].text):
            return None
        at, sentence = start + 1, words[start].sentence
        for step in self.steps[1:]:
            for place in range(at, min(at + step.gap + 1, len(words))):
                if words[place].sentence != sentence:
                    return None
                if step.fits(words[place].text):
                    at = place + 1
                    break
            else:
                return None
        return at


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a message: the words from `start` up to `end`."""

    category: str
    start: int
    end: int
    clause: int
    sentence: int
    words: str


@dataclass
class Vocabulary:
    """All phrases of all families, indexed by the first letters (or the last) of their first word."""

    by_start: dict[str, list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    by_end: dict[str, list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    anywhere: list[Phrase] = field(default_factory=list)
    known_words: set[str] = field(default_factory=set)
    known_stems: set[str] = field(default_factory=set)
    by_misspelling: dict[str, str] = field(default_factory=dict)
    """The word meant, by what is left of it when one letter is missing."""

    def add(self, phrase: Phrase) -> None:
        """Index one phrase."""
        first = phrase.steps[0]
        for step in phrase.steps:
            if step.how in ("exact", "start") and step.word:
                (self.known_words if step.how == "exact" else self.known_stems).add(step.word)
        alone = len(phrase.steps) == 1 and first.how in ("exact", "start") and len(first.word) >= LONG_WORD
        if alone and phrase.category in SPELLED_LOOSELY:
            for shorter in (first.word, *_one_letter_less(first.word)):
                self.by_misspelling.setdefault(shorter, first.word)
        if first.how in ("inside", "number"):
            self.anywhere.append(phrase)
        elif first.how == "end":
            self.by_end[first.word[-FEW_LETTERS:]].append(phrase)
        elif first.how == "exact":
            self.by_start[first.word[:FEW_LETTERS]].append(phrase)
        elif len(first.word) < FEW_LETTERS:
            self.anywhere.append(phrase)
        else:
            self.by_start[first.word[:FEW_LETTERS]].append(phrase)

    def spelled_right(self, words: list[Word]) -> list[Word]:
        """The words with misspelt words of danger put right: one letter wrong, missing, too many, or two swapped."""
        return [
            replace(word, text=meant) if (meant := self._meant(word.text)) is not None else word for word in words
        ]

    def _meant(self, text: str) -> str | None:
        """The word of danger that this one is a misspelling of; words of any known phrase are no misspellings.

        First and last letter must agree, so that an infinitive is not taken for the past that tells of an event.
        """
        if len(text) < LONG_WORD - 1 or not text.isalpha() or text in self.known_words:
            return None
        if any(text[:length] in self.known_stems for length in range(FEW_LETTERS, len(text) + 1)):
            return None
        for shorter in (text, *_one_letter_less(text)):
            meant = self.by_misspelling.get(shorter)
            if meant is not None and (meant[0], meant[-1]) == (text[0], text[-1]):
                return meant
        return None

    def find(self, words: list[Word]) -> dict[str, list[Hit]]:
        """Every phrase that stands in the message, by family."""
        found: dict[str, list[Hit]] = defaultdict(list)
        present = {word.text for word in words}
        for start, word in enumerate(words):
            candidates: Iterable[Phrase] = (
                *self.by_start.get(word.text[:FEW_LETTERS], ()),
                *self.by_end.get(word.text[-FEW_LETTERS:], ()),
                *self.anywhere,
            )
            for phrase in candidates:
                if phrase.needs is not None and phrase.needs not in present:
                    continue
                end = phrase.match(words, start)
                if end is not None:
                    shown = " ".join(w.text for w in words[start:end])
                    found[phrase.family].append(
                        Hit(phrase.category, start, end, word.clause, word.sentence, shown)
                    )
        return found


def _one_letter_less(word: str) -> list[str]:
    """The word with each of its letters left out in turn."""
    return [word[:at] + word[at + 1:] for at in range(len(word))]


def parse_phrase(written: str, *, family: str, category: str) -> Phrase:
    """A phrase from its notation."""
    steps: list[Step] = []
    gap = 0
    opens = written.startswith("^")
    for part in written.lstrip("^").replace("-", " ").split():
        if part.startswith("<") and part[1:-1].isdigit():
            gap = int(part[1:-1])
            continue
        if part == "*":
            steps.append(Step("", "start", gap))
        elif part == "<n>":
            steps.append(Step("", "number", gap))
        else:
            core = fold(part.strip("*").replace("'", "").replace("’", ""))
            how = {(False, False): "exact", (False, True): "start", (True, False): "end", (True, True): "inside"}[
                (part.startswith("*"), part.endswith("*"))
            ]
            if not core.isalnum():
                raise ValueError(f"`{written}`: `{part}` is no word; see the notation in bot/safety/vocabulary.py")
            steps.append(Step(core, how, gap))
        gap = 0
    if not steps or not steps[0].word and steps[0].how != "number":
        raise ValueError(f"`{written}` has no first word; give it one")
    needs = next((step.word for step in reversed(steps[1:]) if step.how == "exact"), None)
    return Phrase(family, category, tuple(steps), opens, needs)


def _spelled_otherwise(written: str, variants: Mapping[str, list[str]]) -> list[str]:
    """The phrase with each of its words that has variants replaced by each of them in turn."""
    parts = written.split()
    return [
        " ".join([*parts[:at], f"{'^' if part.startswith('^') else ''}{other}", *parts[at + 1 :]])
        for at, part in enumerate(parts)
        for other in variants.get(part.removeprefix("^"), ())
    ]


def read_safety_words(path: Path) -> list[Phrase]:
    """The phrases of one language file."""
    content = read_yaml(path)
    if not isinstance(content, dict) or not isinstance(content.get("family"), str):
        raise LanguageError(f"{path}: give `family` and one list of phrases a category")
    variants = content.get("variants", {})
    if not isinstance(variants, dict) or not all(isinstance(others, list) for others in variants.values()):
        raise LanguageError(f"{path}: `variants` names a word and a list of other ways of writing it")
    phrases: list[Phrase] = []
    for category, listed in content.items():
        if category in ("family", "variants"):
            continue
        if category not in CATEGORIES:
            raise LanguageError(f"{path}: unknown category `{category}`; known: {', '.join(CATEGORIES)}")
        if not isinstance(listed, list) or not all(isinstance(phrase, str) for phrase in listed):
            raise LanguageError(f"{path}: `{category}` is no list of phrases; put `no`, `on` and numbers in quotes")
        for written in listed:
            try:
                for spelled in (written, *_spelled_otherwise(written, variants)):
                    phrases.append(parse_phrase(spelled, family=content["family"], category=category))
            except ValueError as fault:
                raise LanguageError(f"{path}, {category}: {fault}") from None
    return phrases


@lru_cache(maxsize=4)
def load_vocabulary(folder: Path = LANGUAGES_FOLDER) -> Vocabulary:
    """The vocabulary of every language with a `danger.yaml`, and of the languages in `other-danger.yaml`."""
    if folder == LANGUAGES_FOLDER:
        return kept_with_program("danger-vocabulary", partial(_read_vocabulary, folder))
    return _read_vocabulary(folder)


def _read_vocabulary(folder: Path) -> Vocabulary:
    paths = [*sorted(folder.glob("*/danger.yaml")), folder / "other-danger.yaml"]
    if len(paths) == 1:
        raise LanguageError(f"{folder}: no language has safety words; is this the folder of languages?")
    vocabulary = Vocabulary()
    seen: set[tuple[str, str, tuple[Step, ...], bool]] = set()
    for path in paths:
        for phrase in read_safety_words(path):
            key = (phrase.family, phrase.category, phrase.steps, phrase.opens_clause)
            if key not in seen:
                seen.add(key)
                vocabulary.add(phrase)
    return vocabulary
