"""The numbers of a sentence, however its language writes them: for comparing a translation with the English."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")
_WORDS = {
    word: str(number)
    for number, words in {
        0: "zero no none", 1: "one once single first", 2: "two twice second both pair double", 3: "three third thrice",
        4: "four fourth quarter", 5: "five fifth", 6: "six sixth", 7: "seven seventh", 8: "eight eighth",
        9: "nine ninth", 10: "ten tenth", 11: "eleven eleventh", 12: "twelve", 13: "thirteen", 14: "fourteen",
        15: "fifteen", 16: "sixteen", 17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty", 24: "twenty-four",
        30: "thirty", 40: "forty", 50: "fifty half", 60: "sixty", 100: "hundred", 1000: "thousand",
    }.items()
    for word in words.split()
}  # fmt: skip


def readings(written: str) -> set[str]:
    """What a written number can mean: `1.250` is a thousand and more in German, and one and a quarter in English."""
    parts = re.split(r"[.,\u00a0\u202f ]", written)
    found = {written, _plain(".".join(parts))}
    if all(len(part) == 3 for part in parts[1:]):
        found.add("".join(parts))
    if len(parts) > 2:
        found.add(_plain("".join(parts[:-1]) + "." + parts[-1]))
        found.add(" ".join(parts))
    return found


def _plain(number: str) -> str:
    whole, point, rest = number.partition(".")
    return f"{int(whole)}{point}{rest}" if whole.isdigit() else number


def written_numbers(sentence: str) -> list[str]:
    """Every number written in digits, in order."""
    found: list[str] = []
    for match in _NUMBER.findall(sentence):
        # An ordinary space is a thousands separator only before three digits: "1 250", not "12 24".
        pieces = match.split(" ")
        joined = len(pieces) > 1 and len(pieces[0]) <= 3 and all(re.match(r"\d{3}(?!\d)", p) for p in pieces[1:])
        found += [match] if joined else pieces
    return found


def meant_numbers(english: str) -> set[str]:
    """Every number an English sentence gives, in digits or in words."""
    found = {reading for written in written_numbers(english) for reading in readings(written)}
    typed = re.findall(r"[a-z]+(?:-[a-z]+)?", english.lower())
    return found | {_WORDS[part] for word in typed for part in (word, *word.split("-")) if part in _WORDS}


def numbers_not_in(english: str, translated: str) -> list[str]:
    """The numbers of a translation that its English sentence does not give."""
    meant = meant_numbers(english)
    return [written for written in written_numbers(translated) if not readings(written) & meant]
