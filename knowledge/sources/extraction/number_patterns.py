"""The patterns by which measures, values and intervals are found, built from the vocabulary of a language."""

from __future__ import annotations

import re
from functools import cache

from knowledge.sources.extraction.models import Measure
from knowledge.sources.extraction.notation import NUMBER, SIGNED, to_number
from knowledge.sources.extraction.vocabulary import WORD_END, Vocabulary, load_vocabulary, phrase_pattern

LEVELS = r"(?:80|90|95|97\.5|98|99)"
UNIT = (
    r"(?:\s?%|(?<=\d)[A-Za-z\u00b5]{1,5}\b|\s(?!STOP)[A-Za-z\u00b5\u03bc\u00b0][\w/%.\u00b0\u00b3*^-]*"
    r"(?:\s(?!STOP)[\w/%\u00b3*^-]+){0,3}?)"
)
"""A unit of one to four words; STOP stands for the words that end it."""
NAMED_BEFORE = 90
"""Characters between the name of a measure and its value, at most."""


def loose(pattern: str) -> str:
    """A pattern of words that may stand against a number, "95% CI0.64 to1.39", but not against a letter."""
    return rf"{pattern.removesuffix(WORD_END)}(?![^\W\d])"


class Patterns:
    """The patterns of a language, built from its vocabulary."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.measures: list[tuple[Measure, re.Pattern[str]]] = []
        signs = []
        for measure, phrases in words.measure_names.items():
            self.measures.append((measure, re.compile(phrase_pattern(phrases), re.IGNORECASE)))
        for measure, phrases in words.measure_signs.items():
            self.measures.append((measure, re.compile(phrase_pattern(phrases))))
            signs.append(loose(phrase_pattern(phrases)))
        # Of all measures together, so that the longest name is found: "for an additional harmful effect" is of harm.
        names = loose(phrase_pattern([phrase for phrases in words.measure_names.values() for phrase in phrases]))
        any_measure = rf"(?:(?i:{names})|{'|'.join(signs)})"
        self.measure = re.compile(rf"{any_measure}(?:\s*[(\[](?:[\w-]{{1,8}}|[^()\[\]\d]{{1,40}})[)\]])?")
        label = rf"(?i:{loose(words.source('interval'))})"
        between = rf"(?i:{loose(words.source('range'))})"
        direction = rf"(?:\s+(?i:{words.source('fewer')}|{words.source('more')}))?"
        unit = UNIT.replace("STOP", rf"(?i:{words.source('unit_ends')})")
        link = rf"[)\]]?[\s:=,;]*(?:(?i:{words.source('links')})\s+)?"
        limits = (
            rf"(?P<low>{SIGNED})(?P<lowunit>{unit})??(?P<lowword>{direction})"
            rf"(?:\s*{between}\s*|\s?-\s?|\s*[,;]\s*)(?P<high>{SIGNED})(?P<highpercent>\s?%|[a-zA-Z\u00b5]{{1,5}}\b)?"
            rf"(?P<highword>(?:\s[a-z]+){{0,2}}?{direction})"
        )
        named = (
            rf"(?:(?P<level>{LEVELS})\s?%(?::\w{{1,2}})?\s?-?\s?{label}|{label}\s*:?\s*(?P<level2>{LEVELS})\s?%"
            rf"|{label}|(?P<level3>{LEVELS})\s?%)"
        )
        self.interval = re.compile(
            rf"(?<![\w.]){named}(?:\s*[(\[][\w\s%]{{1,12}}[)\]])?[)\]]?{link}[(\[]?\s*{limits}(?![\d.]*\d|\w)"
        )
        bare_limits = rf"(?P<low>{SIGNED})\s?%?\s*(?:{between}\s*|-\s?|,\s)(?P<high>{SIGNED})(?P<highpercent>\s?%)?"
        self.unlabelled = re.compile(rf"(?:{unit})??\s*[,;]?\s*[(\[]?\s*{bare_limits}(?![\d.]*\d|\w)")
        self.value = re.compile(rf"(?<![\w./])(?P<value>{SIGNED})(?![\d/]|\.\d)(?P<unit>{unit})?")
        self.after_measure = re.compile(
            rf"(?:(?:[^\d;()\[\].]|\.(?=\D)|[(\[][^\d()\[\]]{{0,40}}[)\]]){{1,{NAMED_BEFORE}}}?(?<![\w./]))?"
            rf"(?P<value>{SIGNED})(?![\d/]|\.\d)(?P<unit>{unit})?"
        )
        self.beside = re.compile(
            rf"(?:\s*[(\[]{named}(?:\s*[(\[][\w\s%]{{1,12}}[)\]])?[)\]]?)?{link}(?P<value>{SIGNED})(?![\d/]|\.\d|\s?%?\s*(?:{between}|-)\s*[\d-])(?P<unit>{unit})?"
        )
        number_words = rf"{NUMBER}|(?i:{phrase_pattern(words.numbers)})"
        sign = rf"(?i:{words.source('fewer')}|{words.source('more')})"
        of = rf"(?i:{words.source('per')})"
        size = rf"{of}\s+(?P<size>1[, ]?000|100|10[, ]?000|100[, ]?000)(?!\d)"
        worded = (
            rf"(?:{named}{link})?(?:(?:from|between)\s)?(?P<low>{number_words})\s*(?P<lowword>{sign})?(?:\s[a-z]+){{0,3}}?"
            rf"\s*(?:{between}|-)\s*(?P<high>{number_words})\s*(?P<highword>{sign})?"
        )
        opening = rf"(?<![\w./])(?P<value>{number_words})\s+(?P<word>{sign})(?P<what>[^.;()\d]{{0,90}}?)"
        self.absolute = (
            re.compile(rf"{opening}\s+{size}(?:\s[a-z-]+){{0,5}}?\s*[,;(\[]\s*{worded}"),
            re.compile(rf"{opening}\s*[(\[]{worded}[^()]{{0,20}}[)\]]\s*(?:[a-z]+\s){{0,4}}?{size}"),
        )
        self.p_value = re.compile(
            r"(?:\b[Pp]|\bI2|\bTau2|\bChi2|\bdf|\b[nN])\s*(?:value)?s?\s*(?:for [a-z ]+)?[=<>\u2264\u2265]\s*$"
        )

    def number(self, printed: str) -> float:
        """The value of a number as the language prints it."""
        return to_number(printed, self.words.decimal_comma)

    def measure_of(self, text: str) -> Measure | None:
        """Which measure a name stands for; the longest name decides."""
        fits = [(len(match[0]), measure) for measure, pattern in self.measures for match in pattern.finditer(text)]
        return max(fits)[1] if fits else None


@cache
def patterns_of(language: str) -> Patterns:
    """The patterns of a language; built once."""
    return Patterns(load_vocabulary(language))
