"""Recognising national identity numbers of persons.

`national_numbers` yields where they stand in a text whose digits, blanks and hyphens are plain (`normal_text.plain`).
Strong shapes (a birth date and a serial number, a letter and nine digits) count by themselves, mistyped check digits
included: a wrong digit does not make a number anonymous. Weak shapes (nine or ten digits) need a checksum and no sign
that they are the number of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from stdnum.be import bis as be_bis
from stdnum.be import nn as be_nn
from stdnum.de import idnr as de_idnr
from stdnum.gb import nhs as gb_nhs
from stdnum.ie import pps as ie_pps
from stdnum.nl import bsn as nl_bsn
from stdnum.no import fodselsnummer as no_fodselsnummer

_GAP = r"[ ./-]{0,3}"
_RUN = re.compile(rf"(?<![\w.,+])\d(?:{_GAP}\d){{7,13}}(?![\w]|[.,]\d)")
_ANY_RUN = re.compile(rf"(?<![\w,])\d(?:{_GAP}\d){{8,40}}(?!\w)")
_SERIAL = re.compile(
    r"(?<![\w.,])((?:\d{2}[. ]?){3})\s?([-+A-FU-Y])\s?"
    r"(\d{3}[0-9A-Z]|[A-Z]\d{3}|\d[A-Z]{2}\d|[A-Z]{2}\d{2}|\d{2}[A-Z]{2}|[A-Z]{3}\d)(?!\w)",
    re.I,
)
_INSURED = re.compile(r"(?<![\w-])[A-Z] ?\d{3} ?\d{3} ?\d{3}(?:\d{9,10})?(?!\w|[.,]\d)", re.I)
_PENSION = re.compile(r"(?<![\w-])\d{2} ?(\d{2})(\d{2})\d{2} ?[A-Z] ?\d{3}(?!\w)", re.I)
_INSURANCE_GB = re.compile(r"(?<!\w)[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)", re.I)
_PPS = re.compile(r"(?<![\w-])(\d{7}) ?-?([A-W][A-IWT]?)(?!\w)", re.I)
_SWEDISH_FULL = re.compile(r"(?<![\w.,])(?:18|19|20)(\d{2})(\d{2})(\d{2}) ?[-+] ?\d{4}(?!\w)")
_RESERVE_SE = re.compile(r"(?<!\w)(?:19|20)(\d{2})(\d{2})(\d{2})[- ]?(?=[\dA-Z]*[A-Z])[\dA-Z]{4}(?!\w)")
_KEYWORD = re.compile(
    r"""(?ix)\b(?:
      f(?:ø|o)dsels(?:nummer|nr)|f\.?nr|fødselsnr|person(?:nummer|nr|n)|p\.?nr|d-?nummer|h-?nummer|dnr|samordnings(?:nummer|nr)
      |cpr(?:-?(?:nr|nummer|no|number))?|bsn(?:-?nummer)?|burgerservicenummer|sofi-?nummer|hetu|henkilötunnu\w+|sotu
      |kennitala|kt|rijksregister(?:nummer|nr)|rrn|insz|niss|bis-?nummer|nhs(?:[- ](?:no|number|nr))?
      |chi(?:[- ](?:no|number))?
      |h\ ?&\ ?c(?:\ number)?|pps[n]?(?:[- ]?(?:no|number))?|kvnr
      |(?:kranken)?versicherten(?:nummer|nr)
      |versichertennr|steuer-?id(?:entifikationsnummer|nr)?|idnr|sozialversicherungs(?:nummer|nr)|svnr
      |national\ insurance(?:\ number)?|ni(?:no|\ number)|national\ id(?:entity)?(?:\ number)?|ssn
      |social\ security(?:\ number)?
      |(?:patient|pasient|patiënt|patienten|potilas)[- ]?(?:id|nr|no|number|nummer|numero)|potilasnumero|mrn
      |(?:hospital|journal|dossier|record|fall|case|chart)[- ]?(?:nummer|number|nr|no|id)|passport(?:\ (?:no|number))?
      )\b[\s.:#=-]{0,3}(?:(?:er|is|ist|är|on|was|var|no|nr|number|nummer)\b\.?[\s:]{0,2})?
      ((?:[A-Z]{0,3}[ -]?)?\d(?:[ ./+-]{0,3}[\dA-Z](?![A-Za-zæøåäöü]{2})){3,19})(?!\w)"""
)
_NUMBER_OF_SOMETHING = re.compile(
    r"\b(?:nr|no|number|nummer|numero|ref|reference|referanse|referens|id|artikkel|artikel|article|case|saksnr|ordre"
    r"|order|faktura|invoice|lot|batch|charge|serial|serie|version|varenr|gtin|ean|isbn|zi|org\.?nr|orgnr|cvr|kvk|konto"
    r"|account|iban|study|trial|studie|protokoll?|protocol|pmid|pubmed|issn|pzn|vnr|cnk|relis)[\s.:#=-]{0,3}$",
    re.I,
)
_MEASURE_AFTER = re.compile(
    r"\s?(?:mg|mcg|µg|g|kg|ml|mmol|ie|iu|e|units?|enheter|einheiten|kr|nok|sek|dkk|eur|€|%)\b", re.I
)
_ELEVEN = re.compile(r"(?:\d{6}|\d\d[ .]\d\d[ .]\d\d)[ ./-]{0,3}(?:\d{5}|\d{3}[ .-]?\d\d)")
_TWELVE = re.compile(r"\d{8} ?[-+ ]? ?\d{4}|\d{4}([ .-])\d\d\1\d\d[-+]\d{4}")
_OLDEST = 1880


def _is_date(day: int, month: int, year: int | None = None) -> bool:
    try:
        date(year if year is not None else 2000, month, day)
    except ValueError:
        return False
    return year is None or _OLDEST <= year <= date.today().year + 1


def _norwegian(digits: str) -> bool:
    """A fødselsnummer, D-, H- or synthetic number by its date, or an emergency (FH) number by its check digits."""
    day, month = int(digits[:2]), int(digits[2:4])
    if day > 40:
        day -= 40
    for shift in (80, 65, 40, 0):
        if month > shift:
            month -= shift
            break
    return _is_date(day, month) or (digits[0] in "89" and _norwegian_check(digits))


def _norwegian_check(digits: str) -> bool:
    return no_fodselsnummer.calc_check_digit1(digits) == digits[-2] and (
        no_fodselsnummer.calc_check_digit2(digits) == digits[-1]
    )


def _belgian_shape(digits: str, written: str) -> bool:
    """A rijksregister- or BIS number by its points and hyphen, whatever its check digits; BIS adds 20 or 40."""
    month = int(digits[2:4])
    return "." in written and "-" in written and (month % 20) <= 12 and month < 60


def _danish_or_icelandic(digits: str) -> bool:
    """A CPR number or kennitala by its date; Danish replacement numbers add 60 to the day."""
    day = int(digits[:2])
    return _is_date(day - 60 if day > 60 else day, int(digits[2:4]))


def _swedish(digits: str) -> bool:
    """Ten digits, year first, by date and Luhn digit; coordination numbers add 60 to the day."""
    day = int(digits[4:6])
    if not _is_date(day - 60 if day > 60 else day, int(digits[2:4])):
        return False
    total = 0
    for place, digit in enumerate(digits):
        product = int(digit) * (2 - place % 2)
        total += product - 9 if product > 9 else product
    return total % 10 == 0


def _swedish_shape(digits: str) -> bool:
    day = int(digits[4:6])
    return _is_date(day - 60 if day > 60 else day, int(digits[2:4]))


def _is_person(digits: str, written: str) -> bool:
    """Whether a run of digits, as written, is a national number by its own evidence."""
    one_piece = written == digits
    if len(digits) == 12 and digits[:2] in ("18", "19", "20"):
        return _TWELVE.fullmatch(written) is not None and _swedish_shape(digits[2:])
    if len(digits) == 11:
        if _ELEVEN.fullmatch(written) and (_norwegian(digits) or _belgian_shape(digits, written)):
            return True
        return (
            (_norwegian(digits) and _norwegian_check(digits)) or bool(be_nn.is_valid(digits))
            or bool(be_bis.is_valid(digits)) or bool(de_idnr.is_valid(digits))
        )
    if len(digits) == 10:
        six_and_four = re.fullmatch(r"(?:\d\d[ .]?){2}\d\d ?[-+/ ] ?\d{4}", written) is not None
        if _danish_or_icelandic(digits) and (one_piece or six_and_four):
            return True
        if (six_and_four and _swedish_shape(digits)) or (one_piece and _swedish(digits)):
            return True
        if re.fullmatch(r"\d{3}[ -]\d{3}[ -]\d{4}", written) or one_piece:
            return bool(gb_nhs.is_valid(digits))
        return False
    if len(digits) == 9:
        dotted = re.fullmatch(r"\d{4}\.\d{2}\.\d{3}", written) is not None
        grouped = re.fullmatch(r"\d{3}[ .]\d{3}[ .]\d{3}", written) is not None
        return dotted or ((one_piece or grouped) and not digits.endswith("0000") and bool(nl_bsn.is_valid(digits)))
    return False


def looks_national(text: str) -> bool:
    """Whether a piece that calls itself the number of a thing is, by its strong shape, the number of a person."""
    found = _ANY_RUN.search(text)
    if found is None:
        return False
    digits = re.sub(r"\D", "", found.group(0))
    if len(digits) == 11:
        return _norwegian(digits) and _norwegian_check(digits)
    return len(digits) == 12 and digits[:2] in ("19", "20") and _swedish(digits[2:])


def national_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where national numbers stand, the surest first."""
    for match in _KEYWORD.finditer(text):
        if sum(character.isdigit() for character in match.group(1)) >= 5:
            yield match.span(1)
    for match in _SERIAL.finditer(text):
        digits = re.sub(r"\D", "", match.group(1))
        if _danish_or_icelandic(digits) or _swedish_shape(digits):
            yield match.span()
    for pattern in (_INSURED, _INSURANCE_GB):
        for match in pattern.finditer(text):
            yield match.span()
    for match in _PENSION.finditer(text):
        if _is_date(int(match.group(1)), int(match.group(2))):
            yield match.span()
    for match in _RESERVE_SE.finditer(text):
        yield match.span()
    for match in _SWEDISH_FULL.finditer(text):
        if _swedish_shape("".join(match.groups())):
            yield match.span()
    for match in _PPS.finditer(text):
        if not match.group(1).endswith("0000") and ie_pps.is_valid(match.group(1) + match.group(2).upper()):
            yield match.span()
    for match in _RUN.finditer(text):
        if _MEASURE_AFTER.match(text, match.end()):
            continue
        yield from _persons_in(text, match.start(), match.group(0))


def _persons_in(text: str, start: int, written: str) -> Iterator[tuple[int, int]]:
    """National numbers inside one run of digits: the whole of it, or what is left without a group at either end."""
    digits = re.sub(r"\D", "", written)
    strong = len(digits) in (11, 12)
    if not strong and _NUMBER_OF_SOMETHING.search(text, max(0, start - 24), start):
        return
    if _is_person(digits, written):
        yield start, start + len(written)
        return
    # "74 120345-1234" or "120345-1234 300 mg": a neighbouring number has run into the one we look for.
    for part in re.finditer(r"(?<![\d])(?:\d{6}[ ]?[-+ ][ ]?\d{4,5}|\d{8}-\d{4}|\d{9,12})(?!\d)", written):
        inner = re.sub(r"\D", "", part.group(0))
        if _is_person(inner, part.group(0)):
            yield start + part.start(), start + part.end()
