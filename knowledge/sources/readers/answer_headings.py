"""The headings of an answer of RELIS or SveLIC, told even where they are misspelt.

A heading stands alone on its line, or in front of its text with a colon. "Vurdering" and "Bedömning" head the answer
where none has begun, and the conclusion where one has.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz.distance import OSA

LONGEST_HEADING = 48
"""Characters of a heading with what is said beside it: "Spørsmål fra lege i spesialisering:"."""
LONG_WORD = 8
"""Letters from which two slips of the pen are forgiven; below it one, in words of four letters none but a swap."""


class Part(StrEnum):
    """A part of an answer."""

    HEAD = "head"
    QUESTION = "question"
    ANSWER = "answer"
    CONCLUSION = "conclusion"
    REFERENCES = "references"


class Heading(NamedTuple):
    """A heading with what stands behind its colon."""

    part: Part
    heading: str
    rest: str
    is_assessment: bool = False
    """Whether it is one of the headings that the answer and the conclusion share."""


HEADINGS: dict[str, Part] = {
    "spørsmål": Part.QUESTION, "spørsmålet": Part.QUESTION, "fråga": Part.QUESTION, "frågor": Part.QUESTION,
    "frågeställning": Part.QUESTION, "problemstilling": Part.QUESTION, "problemstilling og spørsmål": Part.QUESTION,
    "svar": Part.ANSWER, "svaret": Part.ANSWER, "utredning": Part.ANSWER,
    "konklusjon": Part.CONCLUSION, "konklusion": Part.CONCLUSION, "sammanfattning": Part.CONCLUSION,
    "oppsummering": Part.CONCLUSION, "sammendrag": Part.CONCLUSION, "samandrag": Part.CONCLUSION,
    "slutsats": Part.CONCLUSION, "slutsatser": Part.CONCLUSION, "samlet vurdering": Part.CONCLUSION,
    "samla vurdering": Part.CONCLUSION, "sammanfattande bedömning": Part.CONCLUSION,
    "vurdering og konklusjon": Part.CONCLUSION, "oppsummering og konklusjon": Part.CONCLUSION,
    "referanser": Part.REFERENCES, "referansar": Part.REFERENCES, "referenser": Part.REFERENCES,
    "referanse": Part.REFERENCES, "referens": Part.REFERENCES, "referanseliste": Part.REFERENCES,
    "kilder": Part.REFERENCES, "kjelder": Part.REFERENCES, "källor": Part.REFERENCES,
    "litteratur": Part.REFERENCES, "litteraturliste": Part.REFERENCES,
}  # fmt: skip
"""Every spelling of a heading that is right."""
ASSESSMENTS = ("vurdering", "bedömning")
FROM_WHOM = re.compile(r"\s+(?:fra|frå|från|nr\.?|til|till|\d)\b.*$")
"""What may stand beside a heading: "from a physician", "2"."""


def heading_of(line: str, *, answered: bool = False) -> Heading | None:
    """The heading that a line is or begins with; None where it has none. `answered`: whether an answer has begun."""
    before, colon, rest = line.partition(":")
    if not colon or len(before) > LONGEST_HEADING:
        before, rest = line, ""
    if len(before) > LONGEST_HEADING or before.rstrip().endswith((".", "?", "!", ",", ";")):
        return None
    said = before.strip(" *_#\t")
    word = FROM_WHOM.sub("", said.lower()).strip()
    if not re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+){0,2}", word):
        return None
    if _nearest(word, ASSESSMENTS):
        part = Part.CONCLUSION if answered else Part.ANSWER
        return Heading(part, said, rest.strip(), is_assessment=True)
    name = _nearest(word, tuple(HEADINGS))
    return Heading(HEADINGS[name], said, rest.strip()) if name else None


def _nearest(word: str, names: tuple[str, ...]) -> str | None:
    """The name that a word is, or is a slip of the pen away from."""
    if word in names:
        return word
    return next((name for name in names if _is_slip(word, name)), None)


def _is_slip(word: str, name: str) -> bool:
    if len(name) <= 4:
        return len(word) == len(name) and sorted(word) == sorted(name) and OSA.distance(word, name) <= 1
    allowed = 2 if len(name) >= LONG_WORD else 1
    return word[0] == name[0] and OSA.distance(word, name, score_cutoff=allowed) <= allowed
