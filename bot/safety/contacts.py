"""Recognising where somebody can be reached: e-mail addresses, telephone numbers, street addresses, licence plates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.safety.exempt import is_term
from bot.safety.name_words import lists
from knowledge.languages.identity import all_identity_words, alternatives

Span = tuple[int, int]
UNIT_AFTER = (
    r"(?!\s?(?:mg|mcg|µg|μg|ug|g|gram|kg|ml|l|dl|mmol|mol|ie|iu|%|per|pst|prosent|procent|prozent|years?|år|jahre|jaar"
    r"|vuotta|timer|hours?|tabl|tbl|tab|pers|deltak|particip|pasient|patient|x)\b)"
)
FEWEST_DIGITS, MOST_DIGITS = 7, 15
"""Digits of a telephone number, the country code included (ITU-T E.164: at most 15)."""
_TOP = r"(?:no|dk|se|fi|nl|be|de|at|ch|uk|ie|is|eu|com|org|net|info|example|test|invalid|pl|fr|ee|lt|lv)"
_PHONE = re.compile(
    r"(?<![\w.,/\[-])(?:"
    r"(?:\+|00)\(?\d{1,3}\)?(?:[ ./-]{0,2}\(?\d\)?){6,12}"  # international
    r"|\(?0\d{1,5}\)?[ /-]{1,3}\d(?:[ /-]{0,2}\d){4,8}"  # area code, then the rest
    r"|0\d{9,10}"  # a trunk number in one piece
    r"|[2-9]\d[ .]\d\d[ .]\d\d[ .]\d\d|[2-9]\d\d[ .]\d\d[ .]\d\d\d"  # Norwegian and Danish groups
    r")(?![\w\]]|[.,]\d)" + UNIT_AFTER
)
_ROUND = re.compile(r"\d0(?:[ .]\d0)+$")
"""A row of tens is a dose going up or down."""
_TIMES = re.compile(r"(?:(?:[01]\d|2[0-4])[0-5]\d[ ,/-]{0,2}){2,}$")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w-]*)[\s:=]{1,2}$")
_DATE_FIRST = re.compile(r"(?:[0-2]?\d|3[01])[./-](?:0?\d|1[0-2])[./-](?:20)?\d\d(?!\d)")


@cache
def _phone_word() -> re.Pattern[str]:
    words = all_identity_words()
    number = alternatives((*words.number_words, *words.before_name))
    return re.compile(
        rf"(?<!\w){alternatives(words.phones)}(?![^\W\d_])[\s.:#=(]{{0,3}}(?:{number}(?![^\W\d_])[\s.:]{{0,2}})?"
        r"(?:[^\W\d_]{1,12}[\s:.]{1,2}){0,2}?(\+?\d(?:[ ./()-]{0,2}\d){5,13})(?![\w]|[.,]\d)" + UNIT_AFTER,
        re.I,
    )


@cache
def _person_word() -> re.Pattern[str]:
    words = all_identity_words()
    return re.compile(
        rf"(?<!\w){alternatives((*words.patients, *words.shortened, *words.relatives, *words.titles))}(?!\w)", re.I
    )


@cache
def _service_word() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(all_identity_words().services)}(?!\w)", re.I)


WORDS_BEFORE = 45
"""How far before a telephone number its owner is looked for, in characters."""
WORDS_AFTER = 20


def _of_a_service(text: str, start: int, end: int) -> bool:
    """Whether the nearest owner named before a telephone number, or directly behind it, is a service and no person."""
    before = text[max(0, start - WORDS_BEFORE) : start]
    services = [match.start() for match in _service_word().finditer(before)]
    persons = [match.start() for match in _person_word().finditer(before)]
    if services:
        return not persons or services[-1] >= persons[-1]
    after = re.split(r"[.!?;\n]", text[end : end + WORDS_AFTER])[0].lstrip(" (,–-")
    return not persons and _service_word().match(after) is not None


def _is_series(text: str, match: re.Match[str]) -> bool:
    """Whether figures in groups are doses, times of day, a date, or values of something measured."""
    written = match.group(0)
    if any(pattern.match(written) for pattern in (_ROUND, _DATE_FIRST, _TIMES)):
        return True
    before = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
    if before is None or written[0] == "+":
        return False
    low = before.group(1).casefold()
    return low in all_identity_words().measured or (low not in lists().small_words and is_term(before.group(1)))


def phones(text: str) -> Iterator[Span]:
    """Telephone numbers, but for those of a service."""
    for match in _phone_word().finditer(text):
        if not _of_a_service(text, *match.span(1)):
            yield match.span(1)
    for match in _PHONE.finditer(text):
        digits = sum(character.isdigit() for character in match.group(0))
        if (
            FEWEST_DIGITS <= digits <= MOST_DIGITS
            and not _is_series(text, match)
            and not _of_a_service(text, *match.span())
        ):
            yield match.span()


@cache
def _emails() -> tuple[re.Pattern[str], ...]:
    words = all_identity_words()
    at, dot = alternatives(words.at_signs), alternatives(words.dots)
    sign = rf"\s?(?:@|[(\[{{<]\s?(?:@|{at})\s?[)\]}}>])\s?"
    stop = rf"(?:\.|\s?[(\[{{]\s?(?:\.|{dot})\s?[)\]}}]\s?|\s{dot}\s)"
    name = rf"(?<![\w.+-])[\w.+-]{{1,64}}(?:{stop}[\w+-]{{1,40}}){{0,3}}"
    host = rf"(?:[\w-]{{1,63}}{stop}){{1,4}}"
    return (
        re.compile(rf"{name}{sign}{host}[a-z]{{2,24}}\b", re.I),
        # Spelt out without brackets, where "at" may be a word like any other: only before a known top-level domain.
        re.compile(rf"{name}\s{at}\s{host}{_TOP}\b", re.I),
    )


def emails(text: str) -> Iterator[Span]:
    """E-mail addresses, spelt-out signs included."""
    plain, spelt = _emails()
    for match in plain.finditer(text):
        yield match.span()
    low = text.casefold()
    if any(f" {word}" in low for word in all_identity_words().at_signs):
        for match in spelt.finditer(text):
            yield match.span()


@cache
def _address() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Streets told by their own name, and those told only by a word for living before them or a postal code behind."""
    words = all_identity_words()
    upper, number = r"[A-ZÆØÅÄÖÜÉ]", rf"\d{{1,4}}(?:\s?[A-Za-z](?![^\W\d_]))?(?!\w|[.,]\d|\s?%){UNIT_AFTER}"
    joined = rf"(?<!\w){upper}[\w'-]*"
    several = rf"{upper}[\w'.-]*(?:\s{upper}[\w'.-]*){{0,2}}"
    after_number = "|".join(re.escape(word.capitalize()) for word in words.streets_after_number)
    lives = rf"(?<!\w){alternatives(words.lives)}(?![^\W\d_])[\s:.,]{{1,3}}(?:[^\W\d_]{{1,4}}\s){{0,2}}"
    doubtful = rf"{joined}(?i:{alternatives(words.doubtful_street_endings)})\s{number}"
    return (
        re.compile(
            rf"{joined}(?i:{alternatives(words.street_endings)})\s{number}"
            rf"|(?<!\w){several}\s(?i:{alternatives(words.street_words)})\s{number}"
            rf"|(?<!\w)\d{{1,4}}[A-Za-z]?,?\s{several}\s(?:{after_number})(?!\w)"
        ),
        re.compile(
            rf"(?i:{lives})({several}\s{number}|{joined}\s{number})|({doubtful})(?=,?\s(?:[A-Z]{{1,2}}-)?\d{{4,5}}\b|\s?[A-Z]\s\d)"
        ),
    )


def addresses(text: str) -> Iterator[Span]:
    """A street with the number of a house."""
    sure, told = _address()
    for match in sure.finditer(text):
        if not is_term(match.group(0).split()[0]):
            yield match.span()
    for match in told.finditer(text):
        yield match.span(1) if match.group(1) else match.span(2)


@cache
def _plate() -> re.Pattern[str]:
    words = all_identity_words()
    return re.compile(
        rf"(?i:(?<!\w){alternatives(words.vehicles)})(?![^\W\d_])[\s.:,#(-]{{1,3}}(?:[^\W\d_]+[\s:]{{1,2}}){{0,2}}?"
        r"((?=[A-Z\d -]{0,9}\d)(?=[A-Z\d -]{0,9}[A-Z])[A-Z\d]{1,8}(?:[ -][A-Z\d]{1,5}){0,2})(?![\w%])" + UNIT_AFTER,
    )


def plates(text: str) -> Iterator[Span]:
    """Licence plates behind a word for a vehicle."""
    for match in _plate().finditer(text):
        if 5 <= sum(character.isalnum() for character in match.group(1)) <= 8:
            yield match.span(1)
