"""Removing what could tell who a patient is, before anything is logged, stored or repeated.

`redact` knows the national numbers of the countries Farmasvar serves, e-mail addresses, telephone numbers, birth dates,
addresses and the ways people introduce a patient by name. A checksum alone is weak evidence (9 % of all ten-digit
numbers pass as NHS numbers), and a valid shape is no proof either, so every rule asks for a distinctive shape, a
checksum, or a word that says what the number is. Numbers of the profession (PMID, DOI, trial and package numbers, the
telephone numbers of the services directory) are put beyond reach first. Names live in `bot.safety.names`, checks of
numbers in `bot.safety.numbers`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from bot.safety import names, numbers
from bot.safety.normal_text import plain, visible
from knowledge.models import Frozen
from knowledge.services import load_services

ID, NAME, BIRTH, EMAIL, PHONE, ADDRESS = "id", "name", "date_of_birth", "e-mail", "phone", "address"
PLACEHOLDERS = {kind: f"[{kind.replace('_', ' ')}]" for kind in (ID, NAME, BIRTH, EMAIL, PHONE, ADDRESS)}

SHORTEST_LINE = 6

Span = tuple[int, int, str]


class Redaction(Frozen):
    """A text without identifiers, and which kinds stood in it."""

    text: str
    found: frozenset[str]


_PROFESSIONAL = re.compile(
    r"""(?ix)
    \b10\.\d{4,9}/[^\s"<>]+                                            # DOI
    | https?://\S+
    | \bNCT\s?\d{8}\b | \bISRCTN\s?\d{8}\b | \bCD\d{6}\b | \b20\d\d-\d{6}-\d\d\b | \bACTRN\d+ | \bChiCTR\S+
    | \bPMC\s?\d{3,9}\b
    | \b(?:PMID|PubMed(?:-?ID)?|MEDLINE|EudraCT|CRD|PROSPERO|ISBN(?:-1[03])?|ISSN|GTIN|EAN|RELIS|Vnr|varenr|varenummer
        |varunummer|varunr|VNR|PZN|ZI-?(?:nr|nummer)|CNK|MTnr|ATC|LOT|batch|Ch\.?-?B|charge|partinr|erä)
      (?:[-\s]?(?:nr|no|number|nummer|numero|id))?[\s.:#=-]{0,3}(?:[A-Z]{0,3}\d[\d\s.-]{2,20}\d|\d+-\d+)
    | \bspm\.?\s?nr\.?:?\s?\d+ | \b[Ss]pørsmål\s(?:nr\.?\s)?\d{3,6}
    | \b(?:studie|study|trial|essai)[\s-]?(?:id|no|nr|number|nummer)[\s.:#]{0,3}[\w-]*\d[\w-]*
    | \b[A-Z]\d{2}[A-Z]{2}\d{2}\b                                      # ATC code
    """
)
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?(?:[\w-]{1,63}(?:\.|\s?\(dot\)\s?))+[A-Za-z]{2,24}\b", re.I
)
_UNIT_AFTER = (
    r"(?!\s?(?:mg|mcg|µg|μg|ug|g|gram|kg|ml|l|dl|mmol|mol|ie|iu|%|per|pst|prosent|procent|prozent|years?|år|jahre|jaar"
    r"|vuotta|timer|hours?|tabl|pers|deltak|particip|pasient|patient)\b)"
)
_PHONE = re.compile(
    r"(?<![\w.,/\[-])(?:"
    r"(?:\+|00)\(?\d{1,3}\)?(?:[ ./-]{0,2}\(?\d\)?){6,12}"                   # international
    r"|\(?0\d{1,5}\)?[ /-]{1,3}\d(?:[ /-]{0,2}\d){4,8}"                       # area code, then the rest
    r"|0\d{9,10}"                                                            # a trunk number in one piece
    r"|[2-9]\d[ .]\d\d[ .]\d\d[ .]\d\d|[2-9]\d\d[ .]\d\d[ .]\d\d\d"          # Norwegian and Danish groups
    r")(?![\w\]]|[.,]\d)" + _UNIT_AFTER
)
_PHONE_WORD = re.compile(
    r"\b(?:tlf|tel|telf|telefon\w*|telefoon\w*|telephone|phone|mobil\w*|mobiel\w*|mobile|handy\w*|puh|puhelin\w*"
    r"|puhelinnumero|gsm|matkapuhelin|call(?: (?:me|us|him|her))?(?: on| at)?|ring(?: meg| mig)?(?: på)?"
    r"|sími|rufnummer)\b[\s.:#=(]{0,3}(?:(?:nr|no|number|nummer|er|is|ist|är|on)\b[\s.:]{0,2})?"
    r"(\+?\d(?:[ ./()-]{0,2}\d){5,13})(?![\w]|[.,]\d)" + _UNIT_AFTER,
    re.I,
)
_MONTHS = (
    r"jan\w*|feb\w*|mar\w*|mär\w*|maart|mrt|apr\w*|mai|mei|maj|may|jun\w*|jul\w*|aug\w*|sep\w*|okt\w*|oct\w*|nov\w*"
    r"|de[csz]\w*|tammi\w*|helmi\w*|maalis\w*|huhti\w*|touko\w*|kesä\w*|heinä\w*|elo\w*|syys\w*|loka\w*|marras\w*|joulu\w*"
)
_DATE = (
    r"(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:1[89]|20)?\d\d|\d{1,2} \d{1,2} (?:1[89]|20)\d\d"
    r"|(?:1[89]|20)\d\d[./-]\d{1,2}[./-]\d{1,2}"
    rf"|\d{{1,2}}(?:\.|st|nd|rd|th|e)?\s(?:of\s)?(?:{_MONTHS})\.?,?\s(?:(?:1[89]|20)\d\d|\d\d)"
    rf"|(?:{_MONTHS})\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:1[89]|20)\d\d)"
)
_BORN = (
    r"(?:\bborn|(?<!\[date of )\bbirth(?:day|date)?|\bd\.?o\.?b\b\.?|\bfød(?:t|d|selsdato|selsdag)?\b|\bfodt|\bfödd?\b"
    r"|\bfödelsedatum|\bfödelsedag|\bföddes|\bgeb(?:oren|urtsdatum|oortedatum|\.)?|\bgeboortedatum|\bgeburtstag|\bsynt(?:\.|ynyt)"
    r"|\bsyntymä\w*|\bfæddur|\bfædd|\bkennitala|\bf\.(?=\s?\d)|\bs\.(?=\s?\d)|\*(?=\s?\d))"
)
_DATE_END = r"(?![\w-]|[./]\d)"
_BIRTH_AFTER_WORD = re.compile(rf"{_BORN}[^\d\n.!?]{{0,25}}?({_DATE}|\d{{8}}|\d{{6}}){_DATE_END}", re.I)
_BIRTH_BEFORE_WORD = re.compile(rf"(?<![\w./-])({_DATE})[\s,()]{{0,3}}(?:[^\W\d]+\s){{0,2}}?{_BORN}", re.I)
_BORN_ALONE = re.compile(_BORN, re.I)
_DATE_SOON = re.compile(r"[^\n.!?]{0,30}\d")
_DATE_ONLY = re.compile(rf"(?<![\w./-])({_DATE}){_DATE_END}", re.I)
_ADDRESS = re.compile(
    r"\b[A-ZÆØÅÄÖÜ][\w'-]*(?:(?:gata|gate|gaten|veien|vegen|vej|gade|gatan|vägen|straat|gracht|straße|strasse|allee|katu|kuja)"
    r"|\s(?:gate|vei|veg|vej|gade|Road|Street|Avenue|Lane|Drive|Close|Straße|Strasse|Allee))\s\d{1,4}(?:\s?[A-Za-z])?\b"
    r"|\b\d{1,4}[A-Za-z]?\s[A-Z][\w'-]+\s(?:Road|Street|Avenue|Lane|Drive|Close|Terrace|Crescent)\b"
)


@lru_cache(maxsize=1)
def _safety_numbers() -> re.Pattern[str]:
    """Every telephone number of the services directory, however it is grouped and with or without country code."""
    digits = {re.sub(r"\D", "", number) for number in load_services().all_numbers()}
    # Short numbers such as 112 look like no identifier, but may stand inside one.
    long = sorted((number for number in digits if len(number) >= SHORTEST_LINE), key=len, reverse=True)
    grouped = ("[ ./()-]{0,2}".join(number) for number in long)
    return re.compile(r"(?<!\d)(?:(?:\+|00)\d{2,3}[ ./-]{0,2}\(?0?\)?)?(?:" + "|".join(grouped) + r")(?!\d)")


def _protected(text: str) -> list[tuple[int, int]]:
    """Where numbers stand that identify publications, packages or services and nobody."""
    spans = [m.span() for m in _PROFESSIONAL.finditer(text) if not numbers.looks_national(m.group(0))]
    return spans + [m.span() for m in _safety_numbers().finditer(text)]


def _emails(text: str) -> Iterator[Span]:
    for match in _EMAIL.finditer(text):
        yield *match.span(), EMAIL


def _national_numbers(text: str) -> Iterator[Span]:
    for start, end in numbers.national_numbers(text):
        yield start, end, ID


def _birth_dates(text: str) -> Iterator[Span]:
    for pattern in (_BIRTH_AFTER_WORD, _BIRTH_BEFORE_WORD):
        for match in pattern.finditer(text):
            yield *match.span(1), BIRTH


def _phones(text: str) -> Iterator[Span]:
    for match in _PHONE_WORD.finditer(text):
        yield *match.span(1), PHONE
    for match in _PHONE.finditer(text):
        if 7 <= sum(character.isdigit() for character in match.group(0)) <= 15:
            yield *match.span(), PHONE


def _addresses(text: str) -> Iterator[Span]:
    for match in _ADDRESS.finditer(text):
        yield *match.span(), ADDRESS


def _names(text: str) -> Iterator[Span]:
    dates = [match.span(1) for match in _DATE_ONLY.finditer(text)]
    for start, end in names.patient_names(text):
        yield start, end, NAME
    for date_start, date_end in dates:
        before = names.name_before(text, date_start)
        if before is not None:
            yield *before, NAME
            yield date_start, date_end, BIRTH
    for match in _BORN_ALONE.finditer(text):
        before = names.name_before(text, match.start())
        if before is not None and _DATE_SOON.match(text, match.end()):
            yield *before, NAME


_FINDERS: tuple[tuple[Callable[[str], Iterator[Span]], bool], ...] = (
    (_emails, False), (_birth_dates, True), (_national_numbers, True), (_phones, True), (_addresses, False),
    (_names, False),
)
"""What to look for, in order: an earlier find wins; the flag says whether it needs a digit to be there."""


def redact(text: str) -> Redaction:
    """The text with placeholders such as `[id]` or `[name]` where identifiers stood.

    Text in which nothing is found comes back unchanged, and redacting twice changes nothing more.
    """
    shown = visible(text)
    readable = plain(shown)
    has_digit = any(character.isdigit() for character in readable)
    protected = _protected(readable) if has_digit else []
    taken: list[Span] = []
    for finder, needs_digit in _FINDERS:
        if needs_digit and not has_digit:
            continue
        for start, end, kind in finder(readable):
            overlaps = any(start < other_end and other_start < end for other_start, other_end, _ in taken)
            if overlaps or (kind in (ID, PHONE) and any(start < e and s < end for s, e in protected)):
                continue
            taken.append((start, end, kind))
    if not taken:
        return Redaction(text=text, found=frozenset())
    pieces: list[str] = []
    at = 0
    for start, end, kind in sorted(taken):
        pieces += [shown[at:start], PLACEHOLDERS[kind]]
        at = end
    pieces.append(shown[at:])
    return Redaction(text="".join(pieces), found=frozenset(kind for _, _, kind in taken))
