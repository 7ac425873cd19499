"""Small pure rules of bibliography that all readers share: text, names, languages, pages, identifiers, kinds."""

from __future__ import annotations

import html
import os.path
import re
from collections.abc import Iterable, Sequence
from functools import cache

from babel import Locale
from babel.core import get_global

MARKUP = re.compile(
    r"</?(?:i|b|u|em|strong|sub|sup|p|span|br|div|sc|italic|bold|jats:\w+)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
RAISED = re.compile(r"<(sup|sub)(?:\s[^<>]*)?>([^<>]{0,200})</\1\s*>", re.IGNORECASE)
SUPERSCRIPTS_OF = dict(zip("0123456789+-\u2212=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
SUBSCRIPTS_OF = dict(zip("0123456789+-\u2212=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))
SUPERSCRIPTS = frozenset(SUPERSCRIPTS_OF.values())
SUBSCRIPTS = frozenset(SUBSCRIPTS_OF.values())
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\u200b]")
DOI = re.compile(r"10\.\d{4,9}/\S+")
COCHRANE_DOI = re.compile(r"^10\.1002/14651858\.(CD\d{6})", re.IGNORECASE)
NCT = re.compile(r"\bNCT\d{8}\b")
LONGEST_PLACE = 30
"""Characters of a volume, an issue or pages: some exports put an address or a link there."""
OTHERS = re.compile(r"(?:and |& )?others|et\.? al\.?", re.IGNORECASE)
"""What databases write in the place of the authors they leave out."""


def clean(text: str) -> str:
    """The text on one line, without markup, character references and control characters.

    Raised and lowered signs keep their place: ten to the ninth is no hundred and nine.
    """
    plain = html.unescape(CONTROL.sub(" ", text))
    if "<" in plain:
        plain = MARKUP.sub("", RAISED.sub(lambda match: raised(match[2], match[1].lower()), plain))
    return " ".join(plain.split())


def raised(text: str, place: str) -> str:
    """Text that is printed above (`sup`) or below (`sub`) the line, in signs that stand so; else marked by `^` or not.

    Words are lowered and raised for looks; only a number would change its meaning on the line.
    """
    signs = SUPERSCRIPTS_OF if place == "sup" else SUBSCRIPTS_OF
    said = text.strip()
    if said and all(sign in signs for sign in said):
        return "".join(signs[sign] for sign in said)
    return f"^{said}" if place == "sup" and said[:1].isdigit() else text


def title_of(text: str) -> str:
    """The text as a title: clean, without the full stop that databases add."""
    title = clean(text)
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def vancouver_name(name: str) -> str:
    """`Family, Given Names` or `Family G.N.` as `Family GN`; other names stay, for they may be an institution's."""
    family, _, given = clean(name).partition(",")
    if not given.strip():
        dotted = re.fullmatch(r"(.+?) ((?:[^\W\d_]\.[ -]?)+)", family.strip())
        return f"{dotted[1]} {initials(dotted[2])}" if dotted else family.strip()
    given, _, suffix = given.partition(",")
    return " ".join(part for part in (family.strip(), initials(given), suffix.strip()) if part)


def people(names: Iterable[str]) -> tuple[str, ...]:
    """Authors in Vancouver style, without the words that stand for those left out."""
    return tuple(tidy for name in names if (tidy := vancouver_name(name)) and not OTHERS.fullmatch(tidy))


def family_names(authors: Sequence[str]) -> tuple[str, ...]:
    """What people call a source after: the first author's family name, if that author is a person with initials."""
    match = re.fullmatch(r"(\S.*?) [^\W\d_a-z]{1,4}(?: Jr| Sr| \d\w\w)?", authors[0]) if authors else None
    return (match[1],) if match else ()


def initials(given: str) -> str:
    """First letters of given names: `Jean-Pierre A.` gives `JPA`, initials written together stay."""
    parts = [part for part in re.split(r"[\s.\-]+", given) if part]
    if len(parts) == 1 and parts[0].isupper() and len(parts[0]) <= 3:
        return parts[0]
    return "".join(part[0].upper() for part in parts)


def first_year(*dates: str) -> int | None:
    """The first year from 1900 to 2099 in the first date that has one."""
    for said in dates:
        match = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", said)
        if match:
            return int(match[0])
    return None


def issue_of(volume: str, number: str, first_page: str, last_page: str = "") -> str:
    """Volume, issue and pages as `30(9): 1302-3`; what is missing is left out."""
    first_page, last_page = (re.sub(r"\s*[‐‑–−]\s*", "-", page) for page in (first_page, last_page))
    volume, number, pages = (
        part if len(part) <= LONGEST_PLACE else "" for part in (volume, number, shortened_pages(first_page, last_page))
    )
    place = volume + (f"({number})" if number else "")
    return f"{place}: {pages}" if place and pages else place or pages


def shortened_pages(first: str, last: str) -> str:
    """A page range whose second number leaves out the digits both share: `1302`, `1303` gives `1302-3`.

    The first page may hold the whole range already.
    """
    if not last and (run := re.fullmatch(r"(\w*\d)[-–](\w*\d)", first)):
        first, last = run[1], run[2]
    if not last or last == first:
        return first
    shared = len(os.path.commonprefix([first, last])) if len(first) == len(last) and last.isdigit() else 0
    return f"{first}-{last[shared:]}"


@cache
def _language_names() -> dict[str, str]:
    return {name.casefold(): tag for tag, name in Locale("en").languages.items() if len(tag) == 2}


def language_tag(said: str) -> str:
    """The two-letter tag of a language given by code or English name; `en` for what is not known."""
    word = re.split(r"[;,/|_-]", said)[0].strip().casefold()
    tag = _language_names().get(word) or str(get_global("language_aliases").get(word, word))
    if tag == "no":
        return "nb"
    return tag if tag in _language_names().values() else "en"


def doi_in(*texts: str) -> str | None:
    """The first DOI in the texts, whatever stands around it; None if there is none."""
    for text in texts:
        match = DOI.search(text.replace("%2F", "/").replace("%2f", "/"))
        if match:
            doi = match[0].rstrip(".,;]}>\"'")
            # A closing bracket belongs to the sentence around the DOI unless it was opened inside the DOI.
            return doi if doi.count("(") >= doi.count(")") else doi.rstrip(")")
    return None


def cochrane_number(doi: str | None) -> str | None:
    """The number of a Cochrane review that its DOI carries."""
    match = COCHRANE_DOI.match(doi or "")
    return match[1].upper() if match else None
