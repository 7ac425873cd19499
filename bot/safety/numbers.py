"""Recognising national identity numbers of persons.

`national_numbers` yields where they stand in a text whose digits, blanks and hyphens are plain (`normal_text.plain`).
Strong shapes (a birth date and a serial number, a letter and nine digits) count by themselves, mistyped check digits
included: a wrong digit does not make a number anonymous. Weak shapes (nine or ten digits) need a checksum and no sign
that they are the number of something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache

from stdnum.be import bis as be_bis
from stdnum.be import nn as be_nn
from stdnum.de import idnr as de_idnr
from stdnum.gb import nhs as gb_nhs
from stdnum.ie import pps as ie_pps
from stdnum.nl import bsn as nl_bsn
from stdnum.no import fodselsnummer as no_fodselsnummer

from bot.safety.births import is_date
from bot.safety.contacts import UNIT_AFTER
from knowledge.languages.identity import all_identity_words, alternatives

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
_MEASURE_AFTER = re.compile(
    r"\s?(?:mg|mcg|µg|g|kg|ml|mmol|ie|iu|e|units?|enheter|einheiten|kr|nok|sek|dkk|eur|€|%)\b", re.I
)
_ELEVEN = re.compile(r"(?:\d{6}|\d\d[ .]\d\d[ .]\d\d)[ ./-]{0,3}(?:\d{5}|\d{3}[ .-]?\d\d)")
_TWELVE = re.compile(r"\d{8} ?[-+ ]? ?\d{4}|\d{4}([ .-])\d\d\1\d\d[-+]\d{4}")
_SIX_AND_FOUR = re.compile(r"(?:\d\d[ .]?){2}\d\d ?[-+/ ] ?\d{4}")
_THREE_THREE_FOUR = re.compile(r"\d{3}[ -]\d{3}[ -]\d{4}")
_FOUR_TWO_THREE = re.compile(r"\d{4}\.\d{2}\.\d{3}")
_THREES = re.compile(r"\d{3}[ .]\d{3}[ .]\d{3}")
_SWISS = re.compile(r"(?<![\w.,+])756[. -]?\d{4}[. -]?\d{4}[. -]?\d\d(?!\w|[.,]\d)")
_AUSTRIAN = re.compile(r"(?<![\w.,+-])\d{4}[ /-]?(\d\d)[. ]?(\d\d)[. ]?\d\d(?!\w|[.,]\d)")
_AUSTRIAN_WEIGHTS = (3, 7, 9, 0, 5, 8, 4, 2, 1, 6)
_DATE_AND_SERIAL = re.compile(
    r"(?<![\w.,+/-])(?:(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>(?:1[89]|20)?\d\d)"
    r"|(?:(?:1[89]|20)?\d\d)[./-](?P<month_late>\d{1,2})[./-](?P<day_late>\d{1,2}))"
    r"[ /+-]{1,3}(?P<serial>\d{4,5}|\d\d \d\d)(?![\w/-]|[.,:]\d)" + UNIT_AFTER
)
_SLASHED = re.compile(r"(?<![\w.,+/-])(\d\d)(\d\d)\d\d ?/ ?\d{4,5}(?![\w/]|[.,]\d)" + UNIT_AFTER)
_RESERVE_SHORT = re.compile(
    r"(?<!\w)(?:\d\d)?(\d\d)(\d\d)(\d\d)[-+ ]?(?:[A-Z]{1,2}\d{2,3}|[A-Z]\d[A-Z]\d|\d{3}[A-Z])(?!\w)"
)
_MASKED = re.compile(r"(?<![\w.,+/-])(?:\d\d)?(\d\d)(\d\d)(\d\d)[-+ ]?[xX*?#•]{4,5}(?![\w*#])")
_HEALTH_CARD = re.compile(r"(?<![\w.,+])80\d{3} ?\d{5} ?\d{5} ?\d{5}(?!\w)")
_FURTHER_GROUP = re.compile(r" ?[./+-]? ?(\d{2,6})(?![\w%/]|[.,-]\d)" + UNIT_AFTER)
FEWEST_LABELLED = 4
"""Digits of the shortest number that a label makes an identifier."""
ENOUGH_DIGITS = 9
"""A labelled number of so many digits takes up only a long further group: a short one may be an age or a dose."""


@cache
def _labelled() -> re.Pattern[str]:
    """The label of a person's number and the first group of the number: letters, figures, and signs between them."""
    words = all_identity_words()
    number = alternatives(words.number_words)
    label = rf"(?:{alternatives(words.records)}[\s.-]{{0,2}}{number}|{alternatives(words.numbers)}(?:[\s-]?{number})?)"
    small = alternatives(words.before_name)
    return re.compile(
        rf"(?<![^\W_]){label}(?![^\W_])[\s.:#=(-]{{0,3}}(?:{small}(?![^\W\d_])[\s:]{{1,2}})?"
        r"((?:[A-Z]{1,3}[ -]?)?\d[\dA-Z]{0,24}"
        r"(?:[./+-]{1,3} ?(?=[A-Z]{0,3}\d|[A-Z](?![^\W_]))[\dA-Z]{1,12}){0,5})(?![^\W_])",
        re.I,
    )


@cache
def _label_behind() -> re.Pattern[str]:
    """A number with such a label in brackets behind it: "1234567 (MRN)"."""
    words = all_identity_words()
    number = alternatives(words.number_words)
    label = rf"(?:{alternatives(words.records)}[\s.-]{{0,2}}{number}|{alternatives(words.numbers)})"
    return re.compile(rf"(?<![\w.,])([A-Z]{{0,3}}\d[\dA-Z-]{{3,20}})\s?\({label}\.?\)", re.I)


@cache
def _thing_before() -> re.Pattern[str]:
    """The label of the number of a thing, at the end of what stands before a number."""
    words = all_identity_words()
    number = alternatives(words.number_words)
    return re.compile(
        rf"(?<!\w)(?:{alternatives(words.thing_numbers)}(?:[\s-]?{number})?|{number})(?![^\W\d_])[\s.:#=-]{{0,3}}$",
        re.I,
    )


def of_a_thing(text: str, start: int) -> bool:
    """Whether what stands before a number says that it is the number of a thing."""
    return _thing_before().search(text, max(0, start - 30), start) is not None


def _norwegian(digits: str) -> bool:
    """A fødselsnummer, D-, H- or synthetic number by its date, or an emergency (FH) number by its check digits."""
    day, month = int(digits[:2]), int(digits[2:4])
    if day > 40:
        day -= 40
    for shift in (80, 65, 40, 0):
        if month > shift:
            month -= shift
            break
    return is_date(day, month) or (digits[0] in "89" and _norwegian_check(digits))


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
    return is_date(day - 60 if day > 60 else day, int(digits[2:4]))


def _swedish(digits: str) -> bool:
    """Ten digits, year first, by date and Luhn digit; coordination numbers add 60 to the day."""
    day = int(digits[4:6])
    if not is_date(day - 60 if day > 60 else day, int(digits[2:4])):
        return False
    total = 0
    for place, digit in enumerate(digits):
        product = int(digit) * (2 - place % 2)
        total += product - 9 if product > 9 else product
    return total % 10 == 0


def _swedish_shape(digits: str) -> bool:
    day = int(digits[4:6])
    return is_date(day - 60 if day > 60 else day, int(digits[2:4]))


def _of_nine(digits: str, written: str) -> bool:
    """A Dutch BSN by its points, or by its checksum."""
    if _FOUR_TWO_THREE.fullmatch(written):
        return True
    usual = written == digits or _THREES.fullmatch(written) is not None
    return usual and not digits.endswith("0000") and bool(nl_bsn.is_valid(digits))


def _of_ten(digits: str, written: str) -> bool:
    """A CPR number or kennitala, a Swedish number without its century, or a British NHS number."""
    one_piece = written == digits
    six_and_four = _SIX_AND_FOUR.fullmatch(written) is not None
    if _danish_or_icelandic(digits) and (one_piece or six_and_four):
        return True
    if (six_and_four and _swedish_shape(digits)) or (one_piece and _swedish(digits)):
        return True
    return (one_piece or _THREE_THREE_FOUR.fullmatch(written) is not None) and bool(gb_nhs.is_valid(digits))


def _of_eleven(digits: str, written: str) -> bool:
    """A Norwegian, Belgian or German number, by how it is written or by its check digits."""
    if _ELEVEN.fullmatch(written) and (_norwegian(digits) or _belgian_shape(digits, written)):
        return True
    return (
        (_norwegian(digits) and _norwegian_check(digits))
        or bool(be_nn.is_valid(digits))
        or bool(be_bis.is_valid(digits))
        or bool(de_idnr.is_valid(digits))
    )


def _of_twelve(digits: str, written: str) -> bool:
    """A Swedish number with its century."""
    return digits[:2] in ("18", "19", "20") and _TWELVE.fullmatch(written) is not None and _swedish_shape(digits[2:])


_PERSONS: Mapping[int, Callable[[str, str], bool]] = {9: _of_nine, 10: _of_ten, 11: _of_eleven, 12: _of_twelve}
"""Whether digits, as written, are the number of a person, by how many they are."""


def _is_person(digits: str, written: str) -> bool:
    """Whether a run of digits, as written, is a national number by its own evidence."""
    holds = _PERSONS.get(len(digits))
    return holds is not None and holds(digits, written)


def looks_national(text: str) -> bool:
    """Whether a piece that calls itself the number of a thing is, by its strong shape, the number of a person."""
    found = _ANY_RUN.search(text)
    if found is None:
        return False
    digits = re.sub(r"\D", "", found.group(0))
    if len(digits) == 11:
        return _norwegian(digits) and _norwegian_check(digits)
    return len(digits) == 12 and digits[:2] in ("19", "20") and _swedish(digits[2:])


def _austrian(match: re.Match[str]) -> bool:
    """A Sozialversicherungsnummer by its date and its check digit, the fourth."""
    digits = [int(digit) for digit in re.sub(r"\D", "", match.group(0))]
    check = sum(weight * digit for weight, digit in zip(_AUSTRIAN_WEIGHTS, digits, strict=True)) % 11
    return digits[0] > 0 and check == digits[3] and is_date(int(match.group(1)), int(match.group(2)))


def _date_and_serial(match: re.Match[str]) -> bool:
    """A birth date with signs between its parts and a serial number behind it, day or year first.

    A date of this year or the last with four figures that are a time of day is when something happened.
    """
    day, month, month_late, day_late = match.group("day", "month", "month_late", "day_late")
    year, serial = int((match.group("year") or "00")[-2:]) + 2000, re.sub(r"\D", "", match.group("serial"))
    timed = len(serial) == 4 and serial[:2] < "24" and serial[2:] < "60"
    if timed and date.today().year - 1 <= year <= date.today().year:
        return False
    return is_date(int(day), int(month)) if day else is_date(int(day_late), int(month_late))


def _parts_are_date(match: re.Match[str]) -> bool:
    first, month, *rest = (int(part) for part in match.groups())
    return any(is_date(day - 60 if day > 60 else day, month) for day in (first, *rest))


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    (_SERIAL, lambda match: _is_serial(re.sub(r"\D", "", match.group(1)))),
    (_HEALTH_CARD, lambda match: True),
    (_INSURED, lambda match: True),
    (_INSURANCE_GB, lambda match: True),
    (_PENSION, lambda match: is_date(int(match.group(1)), int(match.group(2)))),
    (_SWISS, lambda match: True),
    (_RESERVE_SE, lambda match: True),
    (_RESERVE_SHORT, _parts_are_date),
    (_SWEDISH_FULL, lambda match: _swedish_shape("".join(match.groups()))),
    (
        _PPS,
        lambda match: (
            not match.group(1).endswith("0000") and bool(ie_pps.is_valid(match.group(1) + match.group(2).upper()))
        ),
    ),
    (_MASKED, _parts_are_date),
    (_DATE_AND_SERIAL, _date_and_serial),
    (_SLASHED, _parts_are_date),
)
"""Shapes that tell a number of a person by themselves, and what else must be true of it, the surest first."""


def _is_serial(digits: str) -> bool:
    return _danish_or_icelandic(digits) or _swedish_shape(digits)


def _with_label(text: str) -> Iterator[tuple[int, int]]:
    for match in _labelled().finditer(text):
        start, end = match.span(1)
        digits = sum(character.isdigit() for character in match.group(1))
        while further := _FURTHER_GROUP.match(text, end):
            if digits >= ENOUGH_DIGITS and len(further.group(1)) < FEWEST_LABELLED:
                break
            digits += len(further.group(1))
            end = further.end()
        if digits >= FEWEST_LABELLED:
            yield start, end
    for match in _label_behind().finditer(text) if "(" in text else ():
        yield match.span(1)


def national_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where national numbers and other numbers of persons stand, the surest first."""
    for pattern, holds in _SHAPES:
        for match in pattern.finditer(text):
            if holds(match):
                yield match.span()
    yield from _with_label(text)
    for match in _AUSTRIAN.finditer(text):
        if _austrian(match) and not of_a_thing(text, match.start()):
            yield match.span()
    for match in _RUN.finditer(text):
        if not _MEASURE_AFTER.match(text, match.end()):
            yield from _persons_in(text, match.start(), match.group(0))


def _persons_in(text: str, start: int, written: str) -> Iterator[tuple[int, int]]:
    """National numbers inside one run of digits: the whole of it, or what is left without a group at either end."""
    digits = re.sub(r"\D", "", written)
    strong = len(digits) in (11, 12)
    if not strong and of_a_thing(text, start):
        return
    if _is_person(digits, written):
        yield start, start + len(written)
        return
    # "74 120345-1234" or "120345-1234 300 mg": a neighbouring number has run into the one we look for.
    for part in re.finditer(r"(?<![\d])(?:\d{6}[ ]?[-+ ][ ]?\d{4,5}|\d{8}-\d{4}|\d{9,12})(?!\d)", written):
        inner = re.sub(r"\D", "", part.group(0))
        if _is_person(inner, part.group(0)):
            yield start + part.start(), start + part.end()
