"""Effect estimates and intervals in a sentence: the numbers, the measure and the signs, nothing of what they are about.

An interval is looked for first, then the value before it: the number after the name of the measure, or the number that
stands against the interval; where the two differ, the one that lies inside. A measure named once for a list ("the mean
difference was 0 days (...); for fever 0.3 days (...)") is carried on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from knowledge.sources.extraction.models import RATIOS, Doubt, Estimate, Measure, Place
from knowledge.sources.extraction.number_patterns import Patterns, patterns_of

NEAR = 70
"""Characters between a value and its interval, at most."""


class Value(NamedTuple):
    """A number that may be the value of an interval."""

    number: float
    start: int
    end: int
    unit: str | None
    measure: Measure | None


class Interval(NamedTuple):
    """The limits as printed, with the level in per cent where it is said."""

    low: float
    high: float
    level: float | None
    start: int
    end: int
    signed: bool
    """Whether a sign, or a word such as "fewer", stands at a limit."""
    per_cent: bool


def read_estimates(text: str, sentences: list[Place], language: str) -> Iterator[tuple[int, Estimate]]:
    """Every estimate of the sentences with the number of its sentence; `text` in plain notation."""
    reader = _Reader(text, patterns_of(language))
    for number, sentence in enumerate(sentences):
        for estimate in reader.sentence(sentence, number):
            yield number, estimate


class _Reader:
    """Reads sentence after sentence and remembers the last measure named, for lists that name it once."""

    def __init__(self, text: str, patterns: Patterns) -> None:
        self.text = text
        self.patterns = patterns
        self.last: tuple[Measure, int] | None = None
        """The last measure named and the number of its sentence."""
        self.listed = -10
        """The sentence of the last estimate whose measure was named at a distance: a list is going on."""

    def sentence(self, place: Place, number: int) -> list[Estimate]:
        """The estimates of one sentence, in order."""
        found = list(self._absolute(place))
        taken = [estimate.place for estimate in found]
        edge = place.start
        for interval in self._intervals(place):
            if any(other.start <= interval.start < other.end for other in taken):
                continue
            estimate = self._with_interval(interval, Place(start=edge, end=interval.start), place, number)
            edge = interval.end
            if estimate:
                found.append(estimate)
                taken.append(estimate.place)
        found += self._without_label(place, taken)
        mentions = list(self.patterns.measure.finditer(self.text, place.start, place.end))
        if mentions and (measure := self.patterns.measure_of(mentions[-1][0])):
            self.last = (measure, number)
        return sorted(found, key=lambda estimate: estimate.place.start)

    def _intervals(self, place: Place) -> Iterator[Interval]:
        for match in self.patterns.interval.finditer(self.text, place.start, place.end):
            level = match["level"] or match["level2"] or match["level3"]
            low, low_signed = self._limit(match["low"], match["lowword"] or match["highword"])
            high, high_signed = self._limit(match["high"], match["highword"])
            yield Interval(
                low,
                high,
                float(level) if level else None,
                match.start(),
                match.end(),
                low_signed or high_signed,
                bool(match["highpercent"]),
            )

    def _limit(self, printed: str, word: str | None) -> tuple[float, bool]:
        """The limit with its sign, which may be a word, and whether it has one."""
        number = self.patterns.number(printed)
        if word and self.patterns.words.found("fewer", word):
            return -abs(number), True
        return number, number < 0 or bool(word and self.patterns.words.found("more", word))

    def _with_interval(self, interval: Interval, before: Place, sentence: Place, number: int) -> Estimate | None:
        """The estimate of an interval, or None where it belongs to no effect."""
        low, high = sorted((interval.low, interval.high))
        named, near = self._value_after_measure(before), self._value_beside(before, (low, high))
        value = named if named and (_inside(named, low, high) or not (near and _inside(near, low, high))) else near
        if value is None:
            return None
        measure = (
            value.measure or self._carried_on(value, sentence, number) or self._in_words(value, interval, sentence)
        )
        if measure is None or (value.unit == "%" and measure in RATIOS):
            return None
        if value is near and (named is None or named.start != near.start):
            self.listed = number
        amount, low, high = self._signed(value, interval, measure, sentence.start)
        return Estimate(
            measure=measure,
            value=amount,
            ci_low=low,
            ci_high=high,
            ci_level=interval.level,
            unit=_unit(value, measure),
            place=Place(start=value.start, end=interval.end),
            named=value.measure is not None,
            doubt=_doubt(amount, low, high, measure),
        )

    def _value_after_measure(self, before: Place) -> Value | None:
        """The first number after the last name of a measure."""
        for mention in reversed(list(self.patterns.measure.finditer(self.text, before.start, before.end))):
            match = self.patterns.after_measure.match(self.text, mention.end(), before.end)
            measure = self.patterns.measure_of(mention[0])
            if match and measure and not self.patterns.p_value.search(self.text[mention.end() : match.start("value")]):
                return _value(match, measure, self.patterns.number, start=mention.start())
        return None

    def _value_beside(self, before: Place, limits: tuple[float, float]) -> Value | None:
        """The number that stands against the interval: the nearest that lies inside, else the nearest of all."""
        values = []
        for match in self.patterns.value.finditer(self.text, max(before.start, before.end - NEAR - 30), before.end):
            head = self.text[max(before.start, match.start() - 25) : match.start()]
            tail = self.text[match.end("value") : before.end]
            if len(tail) <= NEAR and not self._is_no_value(head, tail):
                measure = self._measure_before(before.start, match)
                values.append(_value(match, measure, self.patterns.number, start=match.start()))
        inside = [value for value in values if _inside(value, *limits)]
        if inside:
            return inside[-1]
        close = [value for value in values if re.fullmatch(r"[\s,;:(\[]*", self.text[value.end : before.end])]
        return close[-1] if close else None

    def _is_no_value(self, head: str, tail: str) -> bool:
        """Whether the words around a number say that it is none of an effect: a count, a share or a P value."""
        words = self.patterns.words.patterns
        if words["studies"].match(tail.lstrip()) or words["participants"].match(tail.lstrip()):
            return True
        return self._is_a_rate(head, tail) or bool(self.patterns.p_value.search(head))

    def _measure_before(self, start: int, value: re.Match[str]) -> Measure | None:
        """The last measure named before a value, unless it is one without a unit and the value has one."""
        mention = self._mention_before(start, value.start())
        if mention in (*RATIOS, "NNTB", "NNTH") and value["unit"] and value["unit"].strip() != "%":
            # "were more likely to improve (OR 8.6 ...) and to walk 48 metres further (95% CI ...)"
            return None
        return mention

    def _is_a_rate(self, head: str, tail: str) -> bool:
        """Whether the number is a share of a group, "14 per 100", or the size of the group."""
        per = self.patterns.words.source("per")
        return bool(re.search(rf"{per}\s*$", head, re.IGNORECASE) or re.match(rf"\s*{per}\s+\d", tail, re.IGNORECASE))

    def _mention_before(self, start: int, end: int) -> Measure | None:
        mentions = list(self.patterns.measure.finditer(self.text, start, end))
        return self.patterns.measure_of(mentions[-1][0]) if mentions else None

    def _carried_on(self, value: Value, sentence: Place, number: int) -> Measure | None:
        """The measure that a list has named before, unless words between say that the number is none of it."""
        before = list(self.patterns.measure.finditer(self.text, sentence.start, value.start))
        start = before[-1].end() if before else sentence.start
        if self.patterns.words.found("no_effect_words", self.text[start : value.start]):
            return None
        if before:
            measure = self.patterns.measure_of(before[-1][0])
            return measure if value.unit in (None, "%") or measure in ("MD", "SMD", "RD") else None
        if (
            self.last is None
            or number - self.listed > 3
            or self.patterns.words.found("no_difference_words", self.text[start : value.start])
        ):
            return None
        in_unit = value.unit is not None
        return self.last[0] if in_unit == (self.last[0] in ("MD", "RD")) else None

    def _in_words(self, value: Value, interval: Interval, sentence: Place) -> Measure | None:
        """A mean difference that is said in words: "48 metres further than control (95% CI ...)", "fell by 6 mmHg"."""
        words = self.patterns.words
        before = self.text[max(sentence.start, value.start - 60) : value.start]
        if re.search(rf"{words.source('differences')}[\s,:=]*$", before, re.IGNORECASE):
            return "RD" if value.unit and value.unit.startswith(("%", "per")) else "MD"
        is_denied = words.found("no_effect_words", before) or words.found("no_difference_words", before)
        if value.unit in (None, "%") or is_denied:
            return None
        said = sentence.of(self.text)
        compares = words.found("comparing", said) or words.found("control_arms", said)
        if compares and before.rstrip().endswith(("(", "[")) and self._last_is_mean():
            return "MD"
        is_compared = compares or self.last or self._mention_before(sentence.start, value.start)
        return "MD" if is_compared and self._says_change(before, self.text[value.end : interval.start]) else None

    def _last_is_mean(self) -> bool:
        return self.last is not None and self.last[0] == "MD"

    def _says_change(self, before: str, after: str) -> bool:
        """Whether the words around a value say that something changed by it."""
        words = self.patterns.words
        if any(words.found(name, after) for name in ("fewer", "more", "rises", "falls", "gains")):
            return True
        by = rf"(?:{words.source('changes_by')})\s+(?:[^\W\d]+\s+){{0,2}}$"
        return re.search(by, before, re.IGNORECASE) is not None

    def _signed(self, value: Value, interval: Interval, measure: Measure, start: int) -> tuple[float, float, float]:
        """Value and limits with the signs that stand as words: "0.5 lower (0.8 lower to 0.2 lower)"."""
        amount, (low, high) = value.number, sorted((interval.low, interval.high))
        if measure not in ("MD", "SMD", "RD") or amount <= 0:
            return amount, low, high
        following = self.text[value.end : interval.start]
        before = self.text[start : value.end]
        falls = self.patterns.words.found("falls", before)
        if falls and not low <= amount <= high and low <= -amount <= high:
            return -amount, low, high
        by = rf"(?:{self.patterns.words.source('changes_by')})\s+(?:[^\W\d]+\s+){{0,2}}$"
        said = self.text[start : value.start]
        last = {
            name: max([match.end() for match in self.patterns.words.patterns[name].finditer(said)], default=-1)
            for name in ("falls", "rises")
        }
        if value.measure is None and low > 0 and last["falls"] > last["rises"] and re.search(by, said, re.IGNORECASE):
            return -amount, -high, -low
        if not re.match(r"[^(,;]*$|[^(,;]*[(,;]\s*$", following) or not self.patterns.words.found("fewer", following):
            return amount, low, high
        if interval.signed:
            return -amount, low, high
        return -amount, -high, -low

    def _without_label(self, place: Place, taken: list[Place]) -> Iterator[Estimate]:
        """Estimates whose interval is not called one, "RR 5.56; 2.93 to 10.55", and those without an interval."""
        for mention in self.patterns.measure.finditer(self.text, place.start, place.end):
            measure = self.patterns.measure_of(mention[0])
            match = self.patterns.beside.match(self.text, mention.end(), place.end)
            if not measure or not match or any(p.start < match.end("value") and mention.start() < p.end for p in taken):
                continue
            value = _value(match, measure, self.patterns.number, start=mention.start())
            limits = self.patterns.unlabelled.match(self.text, value.end, place.end)
            if limits:
                low, high = sorted((self.patterns.number(limits["low"]), self.patterns.number(limits["high"])))
                if low <= value.number <= high:
                    span = Place(start=mention.start(), end=limits.end())
                    taken.append(span)
                    yield Estimate(
                        measure=measure,
                        value=value.number,
                        ci_low=low,
                        ci_high=high,
                        unit=_unit(value, measure),
                        place=span,
                    )
                    continue
            if self._stands_alone(value, match["value"], place):
                span = Place(start=mention.start(), end=value.end)
                taken.append(span)
                yield Estimate(measure=measure, value=value.number, unit=_unit(value, measure), place=span)
        yield from self._list_without_label(place, taken)

    def _list_without_label(self, place: Place, taken: list[Place]) -> Iterator[Estimate]:
        """A member of a list whose measure was named before: "and time to remission 0.88 (0.76 to 1.01)"."""
        for match in self.patterns.value.finditer(self.text, place.start, place.end):
            limits = re.compile(rf"\s*[(\[]\s*{self.patterns.unlabelled.pattern}\s*[)\]]").match(
                self.text, match.end("value")
            )
            if not limits or any(p.start < limits.end() and match.start() < p.end for p in taken):
                continue
            value = _value(match, None, self.patterns.number, start=match.start())
            low, high = sorted((self.patterns.number(limits["low"]), self.patterns.number(limits["high"])))
            before = [p for p in taken if p.end <= match.start()]
            measure = self._carried_on(value, place, 10**6) or (self.last[0] if self.last and before else None)
            if measure and before and low < value.number < high and "." in match["value"]:
                span = Place(start=match.start(), end=limits.end())
                taken.append(span)
                yield Estimate(
                    measure=measure,
                    value=value.number,
                    ci_low=low,
                    ci_high=high,
                    unit=_unit(value, measure),
                    place=span,
                    named=False,
                )

    def _stands_alone(self, value: Value, printed: str, sentence: Place) -> bool:
        """Whether a value without an interval is a result: a yardstick ("an SMD of 0.2 represents") is none."""
        if (value.unit == "%" and value.measure != "RD") or (
            value.measure in RATIOS and "." not in printed and "," not in printed
        ):
            return False
        around = self.text[max(sentence.start, value.start - 60) : min(sentence.end, value.end + 60)]
        return not self.patterns.words.found("thresholds", around)

    def _absolute(self, place: Place) -> Iterator[Estimate]:
        """Differences per 1,000 people, whose signs are words: "58 fewer events per 1000 (85 fewer to 27 fewer)"."""
        patterns, text = self.patterns.absolute, self.text
        for match in (found for pattern in patterns for found in pattern.finditer(text, place.start, place.end)):
            value, low, high = (self._worded(match[name]) for name in ("value", "low", "high"))
            fewer = self.patterns.words.patterns["fewer"]
            negative = bool(fewer.search(match["word"]))
            low_word, high_word = (
                match["lowword"] or match["highword"] or match["word"],
                match["highword"] or match["word"],
            )
            value = -value if negative else value
            low = -low if fewer.search(low_word) else low
            high = -high if fewer.search(high_word) else high
            low, high = sorted((low + 0.0, high + 0.0))
            level = match["level"] or match["level2"] or match["level3"]
            yield Estimate(
                measure="RD",
                value=value + 0.0,
                ci_low=low,
                ci_high=high,
                ci_level=float(level) if level else None,
                unit=f"per {match['size'].replace(',', '').replace(' ', '')}",
                place=Place(start=match.start(), end=match.end()),
                doubt=_doubt(value, low, high, "RD"),
            )

    def _worded(self, printed: str) -> float:
        """The number, which may be a word."""
        words = self.patterns.words.numbers
        known = words.get(printed.lower())
        return float(known) if known is not None else self.patterns.number(printed)


def _value(match: re.Match[str], measure: Measure | None, number: Callable[[str], float], *, start: int) -> Value:
    unit = match["unit"].strip() if match["unit"] else None
    return Value(number(match["value"]), start, match.end("value"), unit, measure)


def _inside(value: Value, low: float, high: float) -> bool:
    """Whether the value lies in the interval, signs left out: "12 % lower (5 to 19)"."""
    return low <= value.number <= high or low <= -value.number <= high


def _doubt(value: float, low: float, high: float, measure: Measure) -> Doubt | None:
    return None if low <= value <= high else "interval misses value"


def _unit(value: Value, measure: Measure) -> str | None:
    return value.unit if measure in ("MD", "RD") and value.unit else None
