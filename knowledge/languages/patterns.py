"""The notation in which a language says what people write, and the matcher that finds it in a text.

A pattern is a line of words as they are typed, read with case and diacritics folded:

    gravid i uke NUMBER
    (bruker|tar|står på) MEDICINE

| written | stands for |
|---|---|
| `word` | that word; `82-årig` and `s-mg` are two words each, `CKD4` and `84F` too (a word and a number) |
| `word*` / `*word` / `*word*` | the word with any ending, any beginning, both |
| `=man`, `=mån` | the word spelt with just these diacritics: Swedish "man" is no "mån" |
| `HD`, `F` | a word all in capitals counts only where it was typed in capitals |
| `(a\\|b c\\|d)` | one of these |
| `[a\\|b]` | one of these, or nothing |
| `...` | up to six words of the same sentence, or none |
| `^`, `$` | the beginning, the end of a sentence |
| `NUMBER` | a number (`7,4`), no part of a range or of the name of a medicine; a numeral the set knows |
| `RANGE` | two numbers (`3-4`) |
| `MEDICINE`, `CONDITION` ... | a name of that kind; the kinds are those of `KINDS` |
| `ANY` | one word, whatever it is |
| `+`, `%`, `<`, `>`, `=`, `♀`, `♂` | that sign; `/` only between numbers (`28/40`) |

Words that follow each other in a pattern may have a comma, a hyphen or a full stop between them in the text
(`kreat. 240`); a question mark, a semicolon or a line break parts them. Other signs count for nothing.

`mark` prepares a text once, `PatternSet` holds the patterns of any number of keys, and `PatternSet.find` gives every
match with its place, its numbers and the names in it. Only patterns of which a word occurs are tried, so a set may be
large.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.errors import LanguageError
from knowledge.languages.analysis import fold
from knowledge.terminology.linking import Mention

KINDS = {
    "medicine": "M",
    "condition": "C",
    "population": "P",
    "symptom": "S",
    "comparator": "X",
    "outcome": "O",
    "route": "R",
    "form": "F",
    "topic": "T",
}
"""The letter by which a marked text says that a name of a kind begins at a word; in small, that it goes on there."""
CAPITALS = "!"
"""The same for a word typed in capitals."""
DIACRITICS = "~"
"""The same for a word whose spelling folding changes."""
LONGEST_GAP = 6
"""Words that `...` passes over."""
LONGEST_ABBREVIATION = 4
"""Letters of a word whose full stop ends no sentence unless a capital follows."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?", re.UNICODE)
_TOKEN = re.compile(
    r"(?P<ion>(?<![^\W_])[A-Za-z]{1,2}2?\+{1,2}(?![^\W_]))"
    r"|(?P<range>(?<!-)\d+(?:[.,]\d+)?(?:-|\s?–\s?)\d+(?:[.,]\d+)?(?![\d-]))"
    r"|(?P<half>\d*1⁄2)"
    r"|(?P<number>\d+(?:[.,]\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)"
    r"|(?P<slash>(?<=\d)/(?=\d))"
    r"|(?P<sign>[+%<>=≤≥♀♂])"
)
_SIGNS = {"≤": "<", "≥": ">"}
_HARD = re.compile(r"[?!;\n]")
_WEAK = re.compile(r"[,:()\[\]{}\"“”„»«–—]|\s-\s")

_SEPARATOR = "[ ,.]"
_TEXT = r"[^ ,.\n^]"
_LETTERS = "[A-Za-z!~]*"
_CODES = rf"(?:\^{_LETTERS})?"
_NUMBER = r"\d{1,7}(?:·\d{1,7})?"
_PLACEHOLDERS = {
    "NUMBER": rf"({_NUMBER}{{numerals}})(?:\^[A-LN-Za-ln-z!~]*)?",
    "RANGE": rf"({_NUMBER})-({_NUMBER}){_CODES}",
    "ANY": rf"{_TEXT}+{_CODES}",
    **{
        kind.upper(): rf"{_TEXT}+\^{_LETTERS}{code}{_LETTERS}(?:[ ,.]{_TEXT}+\^{_LETTERS}{code.lower()}{_LETTERS})*"
        for kind, code in KINDS.items()
    },
}
PLACEHOLDERS = frozenset(_PLACEHOLDERS)
_PIECES = re.compile(r"\.\.\.|[()\[\]|^$]|[^\s()\[\]|]+")


@dataclass(frozen=True)
class Token:
    """A word, a number or a sign, at characters `start` to `end` (exclusive)."""

    text: str
    """As the matcher sees it: folded, `7,4` as `7·4`, `3 – 4` as `3-4`."""
    start: int
    end: int
    is_upper: bool = False
    has_diacritics: bool = False
    """Whether folding changes the spelling."""


def _tokens(text: str) -> list[Token]:
    found = []
    for match in _TOKEN.finditer(text):
        typed = match.group()
        if match.lastgroup == "word":
            seen = fold(typed)
        elif match.lastgroup == "half":  # NFKC writes 2½ as 21⁄2
            seen = (typed[: -len("1⁄2")] or "0") + "·5"
        elif match.lastgroup in ("number", "range"):
            seen = re.sub(r"\s?[-–]\s?", "-", re.sub("[.,]", "·", typed))
        else:
            seen = _SIGNS.get(typed, typed.lower())
        folded = match.lastgroup == "word" and seen != typed.lower()
        found.append(Token(seen, match.start(), match.end(), is_upper=typed.isupper(), has_diacritics=folded))
    return found


def _separator(between: str, before: Token, after: str) -> str:
    """What parts two tokens: a blank, a comma or a full stop; a line break first where nothing may span it."""
    if _HARD.search(between):
        return "\n "
    if re.search(r"\.\s", between):
        is_abbreviation = before.text.isalpha() and len(before.text) <= LONGEST_ABBREVIATION and not after.isupper()
        return " " if is_abbreviation else "."
    return "," if _WEAK.search(between) else " "


@dataclass(frozen=True)
class MarkedText:
    """A text ready for patterns."""

    text: str
    """Normalised (Unicode NFKC); places count in it."""
    tokens: tuple[Token, ...]
    stream: str
    """The tokens, each with a separator before it and the kinds of name it belongs to after it."""
    offsets: tuple[int, ...]
    """Where in `stream` each token's separator stands, in order."""
    mentions: tuple[tuple[int, int, Mention], ...]
    """The names of the text with their first and last (exclusive) token."""

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The tokens, and the kinds of name that occur."""
        return frozenset(token.text for token in self.tokens) | {mention.kind.upper() for *_, mention in self.mentions}

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """Every beginning of every token."""
        return frozenset(token.text[:end] for token in self.tokens for end in range(1, len(token.text) + 1))


def mark(text: str, mentions: Sequence[Mention] = ()) -> MarkedText:
    """The text ready for patterns; `mentions` are the names found in it (`Recogniser.mentions` of the same text)."""
    normal = unicodedata.normalize("NFKC", text)
    tokens = _tokens(normal)
    starts = [token.start for token in tokens]
    codes: list[str] = [CAPITALS * token.is_upper + DIACRITICS * token.has_diacritics for token in tokens]
    placed = []
    words = [match.span() for match in _WORD.finditer(normal)] if mentions else []
    for mention in mentions:
        first = max(bisect_right(starts, words[mention.start][0]) - 1, 0)
        last = bisect_left(starts, words[mention.end - 1][1])
        placed.append((first, last, mention))
        code = KINDS[mention.kind]
        codes[first] += code
        for place in range(first + 1, last):
            codes[place] += code.lower()
    stream, offsets, position = [], [], 0
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else None
        separator = _separator(normal[before.end : token.start], before, normal[token.start]) if before else "\n "
        piece = separator + token.text + (f"^{codes[place]}" if codes[place] else "")
        offsets.append(position + len(separator) - 1)
        stream.append(piece)
        position += len(piece)
    return MarkedText(normal, tuple(tokens), "".join(stream) + "\n", tuple(offsets), tuple(placed))


@dataclass(frozen=True)
class Match:
    """Where a pattern was found: tokens `first` to `last` (exclusive), characters `start` to `end` (exclusive)."""

    key: str
    pattern: str
    first: int
    last: int
    start: int
    end: int
    numbers: tuple[float, ...] = ()
    mentions: tuple[Mention, ...] = ()
    """The names that lie in it."""

    def holds(self, other: Match) -> bool:
        """Whether the other lies within this one and is shorter."""
        is_longer = self.last - self.first > other.last - other.first
        return is_longer and self.first <= other.first and other.last <= self.last


@dataclass(frozen=True)
class _Part:
    """A compiled piece of a pattern, and the words of which one must occur for it to match (none: no such words)."""

    expression: str
    is_optional: bool = False
    anchors: frozenset[str] = frozenset()


class _Parser:
    """Recursive descent over the pieces of one pattern."""

    def __init__(self, pattern: str, numerals: Iterable[str]) -> None:
        self.pattern = pattern
        self.numerals = "".join("|" + re.escape(numeral) for numeral in numerals)
        self.pieces = _PIECES.findall(pattern)
        self.place = 0

    def fault(self, what: str) -> LanguageError:
        return LanguageError(f"pattern `{self.pattern}`: {what}")

    def whole(self) -> _Part:
        part = self.alternatives(None)
        if not part.expression or part.is_optional:
            raise self.fault("matches nothing at all, or anything; write at least one word that must occur")
        return part

    def alternatives(self, closing: str | None) -> _Part:
        choices = [self.sequence(closing)]
        while self.place < len(self.pieces) and self.pieces[self.place] == "|":
            self.place += 1
            choices.append(self.sequence(closing))
        if closing:
            if self.place >= len(self.pieces):
                raise self.fault(f"`{closing}` is missing")
            self.place += 1
        if len(choices) == 1:
            return choices[0]
        anchors: frozenset[str] = frozenset()
        if all(choice.anchors for choice in choices):
            anchors = frozenset().union(*(choice.anchors for choice in choices))
        return _Part(
            "(?:" + "|".join(choice.expression for choice in choices) + ")",
            any(choice.is_optional for choice in choices),
            anchors,
        )

    def sequence(self, closing: str | None) -> _Part:
        parts: list[_Part] = []
        while self.place < len(self.pieces) and self.pieces[self.place] not in ("|", closing):
            parts.append(self.element())
        anchored = [part for part in parts if part.anchors and not part.is_optional]
        best = max(anchored, key=lambda part: min(len(anchor) for anchor in part.anchors), default=None)
        return _Part(
            "".join(part.expression for part in parts),
            all(part.is_optional for part in parts),
            best.anchors if best else frozenset(),
        )

    def element(self) -> _Part:
        piece = self.pieces[self.place]
        self.place += 1
        if piece == "(":
            return self.alternatives(")")
        if piece == "[":
            return _Part(f"(?:{self.alternatives(']').expression})?", is_optional=True)
        if piece in (")", "]"):
            raise self.fault(f"`{piece}` closes nothing")
        if piece == "...":
            return _Part(rf"(?:[ ,]{_TEXT}+{_CODES}){{0,{LONGEST_GAP}}}?", is_optional=True)
        if piece == "^":
            return _Part(r"(?:(?<=\n)|(?=\.))", is_optional=True)
        if piece == "$":
            return _Part(r"(?=[.\n])", is_optional=True)
        if piece in _PLACEHOLDERS:
            anchors = frozenset({piece}) if piece not in ("NUMBER", "RANGE", "ANY") else frozenset()
            expression = _PLACEHOLDERS[piece].replace("{numerals}", self.numerals)
            return _Part(_SEPARATOR + expression, anchors=anchors)
        return self.word(piece)

    def word(self, piece: str) -> _Part:
        slash = Token(text="/", start=0, end=1)
        tokens = [slash] if piece == "/" else _tokens(unicodedata.normalize("NFKC", piece.lstrip("=") or piece))
        if not tokens:
            raise self.fault(f"`{piece}` is no word")
        before, after, as_spelt = piece.startswith("*"), piece.endswith("*"), piece.startswith("=")
        expressions, anchors = [], []
        for place, token in enumerate(tokens):
            open_before, open_after = before and place == 0, after and place == len(tokens) - 1
            expressions.append(
                _SEPARATOR
                + (f"{_TEXT}*" if open_before else "")
                + re.escape(token.text)
                + (f"{_TEXT}*" if open_after else "")
                + _spelling(token, as_spelt=as_spelt)
            )
            if not open_before:
                anchors.append(token.text + ("*" if open_after else ""))
        longest = frozenset({max(anchors, key=len)}) if anchors else frozenset()
        return _Part("".join(expressions), anchors=longest)


def _spelling(token: Token, *, as_spelt: bool) -> str:
    """What must follow a word of a pattern in the stream: any codes, or those of its capitals or its diacritics."""
    if token.is_upper and token.text.isalpha():
        return rf"\^[A-Za-z~]*{CAPITALS}{_LETTERS}"
    if not as_spelt:
        return _CODES
    return rf"\^[A-Za-z!]*{DIACRITICS}{_LETTERS}" if token.has_diacritics else r"(?:\^[A-Za-z!]*)?"


def translate(pattern: str, numerals: Iterable[str] = ()) -> tuple[str, frozenset[str]]:
    """A pattern as a regular expression over `MarkedText.stream`, and words of which one must occur (`*`: a beginning).

    `numerals` are folded words that count as numbers. Raises `LanguageError` where the pattern is malformed.
    """
    parser = _Parser(pattern, numerals)
    part = parser.whole()
    if parser.place < len(parser.pieces):
        raise parser.fault(f"`{parser.pieces[parser.place]}` closes nothing")
    return part.expression + r"(?=[ ,.\n])", part.anchors


@dataclass(frozen=True)
class _Compiled:
    key: str
    pattern: str
    written: str

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """Compiled when a text first holds one of its words: most patterns of a set never meet one."""
        return re.compile(self.written)


class PatternSet:
    """Patterns by key, each translated once and compiled once."""

    def __init__(self, patterns: Mapping[str, Iterable[str]], numerals: Mapping[str, float] | None = None) -> None:
        """`numerals` are words that count as numbers: "two", "three"."""
        self._numerals = {fold(word): value for word, value in (numerals or {}).items()}
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_beginning: dict[str, list[int]] = defaultdict(list)
        self._always: list[int] = []
        self._compiled: list[_Compiled] = []
        self.keys = frozenset(patterns)
        for key, written in patterns.items():
            for pattern in written:
                written_out, anchors = translate(pattern, self._numerals)
                place = len(self._compiled)
                self._compiled.append(_Compiled(key, pattern, written_out))
                for anchor in anchors:
                    if anchor.endswith("*"):
                        self._by_beginning[anchor[:-1]].append(place)
                    else:
                        self._by_word[anchor].append(place)
                if not anchors:
                    self._always.append(place)

    def _candidates(self, text: MarkedText) -> list[int]:
        """The patterns whose rarest word occurs, in the order they were written."""
        places = set(self._always)
        for word in self._by_word.keys() & text.vocabulary:
            places.update(self._by_word[word])
        for beginning in self._by_beginning.keys() & text.beginnings:
            places.update(self._by_beginning[beginning])
        return sorted(places)

    def find(self, text: MarkedText) -> list[Match]:
        """Every match of every pattern, from left to right, the longest first where they begin together."""
        found = []
        for place in self._candidates(text):
            compiled = self._compiled[place]
            for match in compiled.expression.finditer(text.stream):
                first = bisect_left(text.offsets, match.start())
                last = bisect_left(text.offsets, match.end())
                if first == last:
                    continue
                found.append(
                    Match(
                        key=compiled.key,
                        pattern=compiled.pattern,
                        first=first,
                        last=last,
                        start=text.tokens[first].start,
                        end=text.tokens[last - 1].end,
                        numbers=tuple(self._value(number) for number in match.groups() if number),
                        mentions=tuple(m for start, end, m in text.mentions if first <= start and end <= last),
                    )
                )
        return sorted(found, key=lambda match: (match.first, -match.last))

    def _value(self, number: str) -> float:
        return self._numerals[number] if number in self._numerals else float(number.replace("·", "."))


def longest(matches: Iterable[Match]) -> list[Match]:
    """The matches that lie within no longer one of the same key: "24 weeks pregnant" without its "24 weeks"."""
    kept = list(matches)
    return [match for match in kept if not any(o.key == match.key and o.holds(match) for o in kept)]
