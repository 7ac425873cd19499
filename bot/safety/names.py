"""Recognising that a patient is called by name.

There is no list of all names, and capitals prove little (German writes every noun with one), so a name counts where
something introduces it: a title ("Frau Müller"), the word patient, "called", a common given name before a capitalised
word, an age or a birth date behind. Authors of studies and words of medicine are no names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import yaml

from knowledge.errors import LanguageError

_UPPER = "A-ZÆØÅÄÖÜÉÈÓÍÁÞÐŠŽ"
_LOWER = "a-zæøåäöüßéèêëïóíáúýñçþðšž"
_WORD = rf"[{_UPPER}](?:[{_LOWER}]+|['’][{_UPPER}][{_LOWER}]+|\.(?=[\s,]))(?:-[{_UPPER}][{_LOWER}]+)?"
_CAPITALS = rf"[{_UPPER}]{{2,}}(?:-[{_UPPER}]+)?"
_PARTICLE = r"(?:van der|van den|van de|van|von der|von|de|den|der|af|av|ter|ten|zu|la|le|O')"
_ONE = rf"(?:{_PARTICLE}\s)*(?:{_WORD}|{_CAPITALS})"
_NAME = re.compile(rf"{_ONE}(?:\s{_ONE}){{0,3}}")
_SMALL_SURNAME = re.compile(
    rf"[{_LOWER}]+(?:sen|sson|sdottir|sdóttir|mann|nen|stad|gaard|gård|berg|strøm|ström|lund|dahl|qvist|kvist"
    r"|huis|stra|sma|ski)\b"
)
_SMALL_WORD = re.compile(rf"[{_LOWER}]{{3,}}\b")
_SMALL_PAIR = re.compile(rf"\b([{_LOWER}]{{3,}})\s([{_LOWER}]{{3,}})[\s,;:(]{{1,3}}$")

_TITLE = re.compile(
    r"\b(?:Frau|Herrn?|frau|herr|FRAU|HERR|[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]eneer|[Dd]hr\.?|[Dd]e heer"
    r"|[Ff]ru|FRU|[Ff]røken|[Ff]röken|[Ff]rk\.?|[Hh]r\.|[Mm]rs\.?|[Mm]r\.?|[Mm]s\.?|MRS|MR|[Mm]iss"
    r"|[Rr]ouva|[Hh]erra|[Nn]eiti|[Mm]adame|[Mm]onsieur)\s+"
)
_PATIENT = re.compile(
    r"\b(?:(?:patient|patiënt|pasient|potilas|bruker|brukar|beboer|bebuar|borger|boende|bewoner|cliënt|klient|kunde"
    r"|asiakas|asukas|resident|client|customer|bewohner)(?:en|et|in|e|an|aan|alla|alle|lla|lle|ni)?"
    r"|potilaan|potilaani|potilaalla|potilaalle|pas\.|pat\.|pt\.?)\s*[,:]?\s+",
    re.I,
)
_CALLED = re.compile(
    r"\b(?:named|called|is called|name is|heter|hedder|heißt|heisst|heet|genaamd|namens|ved navn|ved namn|vid namn"
    r"|med navn|med navnet|nimeltä|nimi on|nimeltään"
    r"|(?:pasient|patient|for|etter|efter|för)?(?:navn|namn)\s?:|(?:voor|achter)?naam\s?:|(?:vor|nach)?name\s?:"
    r"|names:|nimi\s?:)[ \t]*",
    re.I,
)
_AGE = re.compile(
    r"\s?,?\s?(?:\(\d{1,3}\)"
    r"|\(?\d{1,3}[- ]?(?:år(?:ig|ing)?|åring|years?|y/?o|yrs?|jaar|jarige|jahre?|jähr\w*|-?vuotia\w*|v)\b)",
    re.I,
)

_NOT_ENDINGS = (
    "ium", "itis", "ose", "osis", "krämpfe", "krampf", "krampfe", "schmerz", "schmerzen", "krankheit", "tablette",
    "tabletten", "mangel", "therapie", "insuffizienz", "syndrom", "störung", "störungen", "pril", "sartan", "statin",
    "olol", "dipin", "azol", "cillin", "mycin", "xaban", "zepam", "therapy", "disease", "syndrome", "deficiency",
    "kramper", "sykdom", "sygdom", "sjukdom", "ung", "heit", "keit", "schaft", "ität", "ation", "mittel",
)
_GERMAN = re.compile(
    r"\b(?:der|die|das|und|ist|nicht|hat|mit|bei|nimmt|bekommt|leidet|welche|wegen|oder|für|eine?n?)\b"
)
_BETWEEN = re.compile(r"[\s,;:(–-]{1,4}(?:(?:som er|er|is|was|who was|geb|ble|der er|who is|ist|die|der|på)\s)?")
"""What may stand between a name and the birth date that belongs to it."""


NAMES_FILE = Path(__file__).resolve().parents[2] / "knowledge" / "languages" / "names.yaml"


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    """The lists of the names file."""
    content = yaml.safe_load(NAMES_FILE.read_text(encoding="utf-8"))
    lists: dict[str, frozenset[str]] = {}
    for key in ("given", "also_words", "never"):
        words = content.get(key) if isinstance(content, dict) else None
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise LanguageError(f"{NAMES_FILE}: `{key}` is no list of words; put `no`, `on` and numbers in quotes")
        lists[key] = frozenset(words)
    return lists


def _is_name_word(word: str) -> bool:
    lowered = word.lower().strip(".'’")
    return lowered not in _lists()["never"] and not lowered.endswith(_NOT_ENDINGS)


def _leading(text: str, start: int, most: int = 4) -> tuple[int, list[str]]:
    """The capitalised words from `start` on that can be a name: where they end, and which they are."""
    match = _NAME.match(text, start)
    if match is None:
        return start, []
    end = start
    words: list[str] = []
    for part in re.finditer(rf"(?:{_PARTICLE}\s)*({_WORD}|{_CAPITALS})", match.group(0)):
        if not _is_name_word(part.group(1)) or len(words) == most:
            break
        words.append(part.group(1))
        end = start + part.end()
    return end, words


def _is_given(word: str) -> bool:
    return word.lower() in _lists()["given"] or word.lower().split("-")[0] in _lists()["given"]


def _is_given_in_small(word: str) -> bool:
    """Whether a word without capital is a given name and nothing else."""
    return word in _lists()["given"] and word not in _lists()["also_words"]


def patient_names(text: str) -> Iterator[tuple[int, int]]:
    """Where names of patients stand."""
    for match in _TITLE.finditer(text):
        end, words = _leading(text, match.end())
        if words:
            yield match.end(), end
        elif surname := _SMALL_SURNAME.match(text, match.end()):
            yield surname.span()
    for match in _CALLED.finditer(text):
        end, words = _leading(text, match.end())
        if words and (match.group(0).rstrip().endswith(":") or len(words) > 1 or _is_given(words[0])
                      or not _GERMAN.search(text)):
            yield match.end(), end
    german = _GERMAN.search(text) is not None
    for match in _PATIENT.finditer(text):
        end, words = _leading(text, match.end())
        if small := _small_name(text, match.end()):
            yield match.end(), small
            continue
        shouted = all(word.isupper() for word in words)
        if not words or (shouted and not _is_given(words[0])):
            continue
        if len(words) > 1 or _is_given(words[0]) or (not german and len(words[0]) > 2):
            yield match.end(), end
    for match in _NAME.finditer(text):
        yield from _by_given_name_or_age(text, match.start())


def _by_given_name_or_age(text: str, start: int) -> Iterator[tuple[int, int]]:
    """A common given name followed by a capitalised word, or two capitalised words followed by an age."""
    chain = _NAME.match(text, start)
    if chain is None:
        return
    places = [part for part in re.finditer(rf"(?:{_PARTICLE}\s)*({_WORD}|{_CAPITALS})", chain.group(0))]
    for index, part in enumerate(places):
        begin = start + part.start(1)
        end, words = _leading(text, begin)
        if not words:
            continue
        aged = _AGE.match(text, end) is not None
        if _is_given(words[0]) and (len(words) > 1 or aged):
            yield begin, end
            return
        if aged and index == 0 and len(words) in (2, 3) and not all(word.isupper() for word in words):
            yield begin, end
            return


def _small_name(text: str, start: int) -> int | None:
    """Where a name in small letters ends that begins with a common given name at `start`."""
    first = _SMALL_WORD.match(text, start)
    if first is None or not _is_given_in_small(first.group(0)):
        return None
    second = _SMALL_SURNAME.match(text, first.end() + 1)
    return second.end() if second is not None else first.end()


def name_before(text: str, position: int) -> tuple[int, int] | None:
    """The name that stands directly before a place, but for a comma, a bracket or a small word."""
    window = max(0, position - 80)
    small = _SMALL_PAIR.search(text, window, position)
    if small is not None and _is_given_in_small(small.group(1)):
        return small.start(1), small.end(2)
    for match in _NAME.finditer(text, window, position):
        between = text[match.end():position]
        if not _BETWEEN.fullmatch(between):
            continue
        parts = list(re.finditer(rf"(?:{_PARTICLE}\s)*({_WORD}|{_CAPITALS})", match.group(0)))
        for index in range(len(parts)):
            if all(_is_name_word(part.group(1)) for part in parts[index:]):
                words = parts[index:]
                if len(words) < 2 and not _is_given(words[0].group(1)) and words[0].group(1).isupper():
                    return None
                if len(words) >= 2 or _is_given(words[0].group(1)):
                    return match.start() + words[0].start(), match.end()
                return None
    return None
