"""Removing what could tell who a patient is, before anything is logged, stored or repeated.

`redact` knows the national numbers of the countries Farmasvar serves, e-mail addresses, telephone numbers, birth dates,
addresses, licence plates and the ways people introduce a patient by name. A checksum alone is weak evidence (9 % of
all ten-digit numbers pass as NHS numbers), and a valid shape is no proof either, so every rule asks for a distinctive
shape, a checksum, or a word that says what the number is. Numbers of the profession (PMID, DOI, trial and package
numbers) and what `bot.safety.exempt` holds (every term, every number of the services directory) are put beyond reach
first. Each kind has a module of its own; their words stand in `identity.yaml` of each language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from bot.safety import births, contacts, names, numbers, spelt_digits
from bot.safety.exempt import service_numbers
from bot.safety.name_reader import NameReader
from bot.safety.normal_text import plain, visible
from knowledge.evidence.models import Frozen
from knowledge.languages.identity import all_identity_words, alternatives

ID, NAME, BIRTH, EMAIL, PHONE, ADDRESS = "id", "name", "date_of_birth", "e-mail", "phone", "address"
PLACEHOLDERS = {kind: f"[{kind.replace('_', ' ')}]" for kind in (ID, NAME, BIRTH, EMAIL, PHONE, ADDRESS)}

Span = tuple[int, int, str]


class Redaction(Frozen):
    """A text without identifiers, and which kinds stood in it."""

    text: str
    found: frozenset[str]
    failed: bool = False
    """Whether the search itself broke. The text is empty then: nothing of the message may be kept or repeated."""


_PROFESSIONAL = re.compile(
    r"""(?ix)
    \b10\.\d{4,9}/[^\s"<>]+                                            # DOI
    | https?://\S+ | \bwww\.\S+
    | \bNCT\s?\d{8}\b | \bISRCTN\s?\d{8}\b | \bCD\s?\d{6}\b | \b20\d\d-\d{6}-\d\d(?:-\d\d)?\b 
    | \bACTRN\d+ | \bChiCTR\S+
    | \bDRKS\d{8}\b | \bNTR\d{3,5}\b | \bEUCTR\S+ | \bCRD\d{11}\b
    | \bPMC\s?\d{3,9}\b
    | \b(?:PMID|PubMed(?:-?ID)?|MEDLINE|EudraCT|EU-?CT|CRD|PROSPERO|ISBN(?:-1[03])?|ISSN|GTIN|EAN|RELIS|SveLIC|ATC|DOI
        |Cochrane)
      (?:[-\s]?(?:nr|no|number|nummer|numero|id))?[\s.:#=-]{0,3}(?:[A-Z]{0,3}\d[\d\s.-]{2,20}\d|\d+-\d+)
    | \b(?:EU|PLGB|PLNI|PL|PA|MA|THR|NDC|DIN)[\s:#/-]{0,2}\d{1,6}(?:[/-]\d{1,6}){1,4}\b  # marketing authorisations
    | \b[A-Z]{2}/H/(?:C/)?\d{3,6}(?:/\d+)*\b                            # European procedures
    | \b[A-Z]\d{2}[A-Z]{2}\d{2}\b                                      # ATC code
    | \b(?:19|20)\d\d\s?;\s?\d+[\s(:\d).,e-]*                            # volume and pages of a journal
    """
)


@cache
def _things() -> re.Pattern[str]:
    """Labels of numbers of packages, batches, studies and invoices, with their number."""
    words = all_identity_words()
    number = alternatives(words.number_words)
    return re.compile(
        rf"(?<![^\W_]){alternatives(words.thing_numbers)}(?:[\s-]?{number})?(?![^\W\d_])[\s.:#=-]{{0,3}}"
        r"(?:[A-Z]{0,4}[ -]?\d[\dA-Z]*(?:[ ./-]\d[\dA-Z]*){0,5})",
        re.I,
    )


def _protected(text: str) -> list[tuple[int, int]]:
    """Where numbers stand that identify publications, packages or services and nobody."""
    spans = [
        match.span()
        for pattern in (_PROFESSIONAL, _things())
        for match in pattern.finditer(text)
        if not numbers.looks_national(match.group(0))
    ]
    return spans + [match.span() for match in service_numbers().finditer(text)]


def _of(kind: str, search: Callable[[str], Iterator[tuple[int, int]]]) -> Callable[[str, list[Span]], Iterator[Span]]:
    """A search for one kind of identifier, in the form that `_FINDERS` takes."""
    return lambda text, taken: ((start, end, kind) for start, end in search(text))


def _names(text: str, taken: list[Span]) -> Iterator[Span]:
    """Names, and dates that are told to be of a birth by the name before them."""
    reader = NameReader(text)
    beside = [(start, end) for start, end, kind in taken if kind in (ID, BIRTH)]
    for dated in births.dates(text):
        before = names.name_before(reader, dated.start, listed=dated.recent, any_word=dated.grown_up)
        if before is not None:
            yield *before, NAME
            yield dated.start, dated.end, BIRTH
    for start, end in births.six_digits(text):
        before = names.name_before(reader, start, heads=True)
        if before is not None:
            yield *before, NAME
        if before is not None or names.patient_before(reader, start):
            yield start, end, BIRTH
    for start, end in names.patient_names(reader, (*beside, *births.words_for_born(text))):
        yield start, end, NAME


_FINDERS: tuple[tuple[Callable[[str, list[Span]], Iterator[Span]], bool], ...] = (
    (_of(EMAIL, contacts.emails), False),
    (_of(BIRTH, births.birth_dates), True),
    (_of(ID, numbers.national_numbers), True),
    (_of(PHONE, contacts.phones), True),
    (_of(ID, spelt_digits.spelt_numbers), False),
    (_of(ID, contacts.plates), True),
    (_of(ADDRESS, contacts.addresses), True),
    (_names, False),
)
"""What to look for, in order: an earlier find wins; the flag says whether it needs a digit to be there."""


def redact(text: str) -> Redaction:
    """The text with placeholders such as `[id]` or `[name]` where identifiers stood. Never raises.

    Text in which nothing is found comes back unchanged, and redacting twice changes nothing more. Where the search
    itself breaks, the message is unreadable: the redaction has `failed` and no text.
    """
    try:
        return _redacted(text)
    except Exception:  # whatever broke, and whatever it says of the text: nothing of the message may get out
        return Redaction(text="", found=frozenset(), failed=True)


def _redacted(text: str) -> Redaction:
    shown = visible(text)
    identifiers = _identifiers(plain(shown))
    if not identifiers:
        return Redaction(text=text, found=frozenset())
    return Redaction(text=_with_placeholders(shown, identifiers), found=frozenset(kind for _, _, kind in identifiers))


def _identifiers(readable: str) -> list[Span]:
    """Where identifiers stand: no two overlap, and nothing that is put beyond reach is among them."""
    has_digit = any(character.isdigit() for character in readable)
    protected = _protected(readable) if has_digit else []
    taken: list[Span] = []
    for finder, needs_digit in _FINDERS:
        if needs_digit and not has_digit:
            continue
        for start, end, kind in finder(readable, taken):
            beyond_reach = protected if kind in (ID, PHONE) else ()
            if not (_overlaps(start, end, taken) or _overlaps(start, end, beyond_reach)):
                taken.append((start, end, kind))
    return taken


def _overlaps(start: int, end: int, others: Iterable[Span | tuple[int, int]]) -> bool:
    """Whether a place of the text and one of the others share a character."""
    return any(start < other[1] and other[0] < end for other in others)


def _with_placeholders(shown: str, identifiers: list[Span]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, kind in sorted(identifiers):
        pieces += [shown[at:start], PLACEHOLDERS[kind]]
        at = end
    return "".join((*pieces, shown[at:]))
