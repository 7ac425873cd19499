"""Results that a source states and no estimate was read from: what a draft must not leave out silently.

A sentence of the results or the conclusions states one if it has numbers of a comparison, or says that something is
more, less, better, the same or not known with an arm than without it. What an estimate stands in is held by its claim;
a sentence without numbers that says the same of outcomes which estimates are on is held by theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from knowledge.evidence.models import slugify
from knowledge.evidence.vocabulary import Certainty, Finding
from knowledge.sources.drafting.effects import ADVERSE, LONGEST_ID, SUBJECTS, Source, add_arms, add_people
from knowledge.sources.drafting.models import Draft, LeftOpen
from knowledge.sources.drafting.terms import Terms
from knowledge.sources.extraction.layout import Layout, lay_out
from knowledge.sources.extraction.models import Abstract, Direction, Extracted, Place, Words
from knowledge.sources.extraction.notation import plain as plain_signs
from knowledge.sources.extraction.population import Populations
from knowledge.sources.extraction.regions import STATISTICS
from knowledge.sources.extraction.titles import Title
from knowledge.sources.extraction.wording import stems_of, words_at

COUNTS = re.compile(r"(?<![\w/.])\d+/\d+(?![\w/])")
"""So many of so many: a result wherever it stands."""
SHARES = re.compile(r"\d\s*%|\d\.\d.*\d\.\d|\b\d+ (?:out |ut |ud |uit )?(?:of|av|af|van|von) (?:the )?\d+\b")
"""Shares, counts in words, two measured values: with two arms beside them they are a result."""
FEWEST_WORDS = 5
NAMED_BY = 5
"""Words of a sentence that its claim is named by."""
LONGEST_SAID = 600
CLAUSE = re.compile(r"[,:]\s")
OUTCOMES = ("outcome", *SUBJECTS)
AMOUNTS = ("rises", "falls", "losses")
"""Kinds of words that say what was found where an arm is named: of people and studies they say other things, too."""
VERDICTS = ("gains", "favours", "no_difference", "uncertain", "undecided")
"""Kinds of words that say it by themselves."""
SAYING = (*AMOUNTS, *VERDICTS)
DIRECTIONS: dict[Direction, tuple[str, ...]] = {
    "favours intervention": ("rises", "falls", "gains", "favours"),
    "favours comparator": ("rises", "falls", "losses", "favours"),
    "no clear difference": ("no_difference", "uncertain", "undecided"),
    "unclear": ("rises", "falls", "gains", "losses", "no_difference", "uncertain", "undecided"),
}
"""Words by which an estimate of a direction may be said again."""


def unheld_results(source: Source, terms: Terms) -> list[Place]:
    """The sentences of an abstract that state a result which none of its estimates tells, in their order."""
    layout = _laid_out(source)
    return [layout.sentences[number] for number in _Reader(layout, source.others, terms).numbers()]


def unheld_draft(words: Words, source: Source, locator: dict[str, str], terms: Terms) -> Draft:
    """A claim to be made of such a sentence, or to be dropped: what it found is open, whatever else can be read stands.

    `result` is open too, so that a person sees the sentence and says whether it is a claim of its own.
    """
    layout, place = _laid_out(source), words.place or Place(start=0, end=0)
    said, plain = " ".join(words.text.split()), place.of(layout.masked)
    left = [LeftOpen(part="result", said=said[:LONGEST_SAID]), LeftOpen(part="finding", said="not read")]
    code: dict[str, Any] = {"form": "effect"}
    claim: dict[str, Any] = {"code": code, "locator": locator, "finding": Finding.INSUFFICIENT}
    claim["certainty"] = _certainty(layout, place)
    add_arms(claim, code, left, _arms(layout, place), source.language, terms)
    add_people(claim, code, left, Populations(layout).usual, source, terms)
    named = [one for one in terms.term(plain, ("outcome",), source.language).concepts if one not in claim["conditions"]]
    if len(named) == 1:
        claim["outcome"] = named[0]
    left.append(LeftOpen(part="outcome", said=terms.terminology.label(named[0], source.language) if len(named) == 1
                         else "not read"))
    claim["intent"] = "adverse_effects" if any(word in plain.lower() for word in ADVERSE) else "efficacy"
    name = slugify(" ".join(said.split()[:NAMED_BY]))[:LONGEST_ID].strip("-") or "result"
    return Draft(name=name, content=claim, left_open=tuple(left))


def _laid_out(source: Source) -> Layout:
    return lay_out(Abstract(card_id="card", title=source.title, text=source.text, language=source.language))


def _arms(layout: Layout, place: Place) -> tuple[Words | None, Words | None]:
    """The arms of the one comparison that a sentence makes, else those of the title."""
    found, title = layout.comparisons_in(place), Title(plain_signs(layout.abstract.title), layout.abstract.language)
    if len(found) == 1 and found[0].intervention:
        return words_at(layout.text, found[0].intervention), words_at(layout.text, found[0].comparator)
    first = None if title.is_generic else title.intervention
    return Words(text=first) if first else None, Words(text=title.comparator) if title.comparator else None


def _certainty(layout: Layout, place: Place) -> Certainty:
    """The one grade that a sentence gives; several are not chosen from."""
    grades = {layout.words.graded(match) for match in layout.words.grade.finditer(layout.text, place.start, place.end)}
    return grades.pop() if len(grades) == 1 else Certainty.NOT_GRADED


class _Reader:
    def __init__(self, layout: Layout, held: tuple[Extracted, ...], terms: Terms) -> None:
        self.layout, self.words, self.held, self.terms = layout, layout.words, held, terms
        self.named = Title(layout.abstract.title, layout.abstract.language)
        self.arms = layout.arm_stems | stems_of(f"{self.named.intervention or ''} {self.named.comparator or ''}")
        self.taken = {number for number in range(len(layout.sentences)) if layout.in_sentence(number)}
        self.people = frozenset(terms.term(layout.abstract.title, SUBJECTS, layout.abstract.language).concepts)
        self.known = frozenset(concept for one in held if one.outcome for concept in self._concepts(one.outcome.text))

    def numbers(self) -> Iterator[int]:
        """The sentences, by number."""
        first, last = self._results()
        for number in range(first, len(self.layout.sentences)):
            if not self._is_held(number) and self._states(number, concludes=number >= last):
                yield number

    def _is_held(self, number: int) -> bool:
        """Whether an estimate stands in a sentence for each interval that it prints."""
        pattern, said = rf"\d\s*%\s*{self.words.source('interval')}", self.layout.sentence_text(number)
        printed = re.findall(pattern, said, re.IGNORECASE)
        return number in self.taken and len(printed) <= len(self.layout.in_sentence(number))

    def _results(self) -> tuple[int, int]:
        """Where the results begin, and where the conclusions do; without headings, at the first numbers and never."""
        total = len(self.layout.sentences)
        headed = {kind: next((n for n in range(total) if self._is_headed(n, kind)), None)
                  for kind in ("results", "conclusions")}
        numbers = (n for n in range(total) if n in self.taken or self._has_numbers(self.layout.sentence_text(n)))
        first = headed["results"] if headed["results"] is not None else next(numbers, total)
        last = headed["conclusions"] if headed["conclusions"] is not None else total
        return min(first, last), last

    def _is_headed(self, number: int, kind: str) -> bool:
        """Whether a paragraph begins here under a heading of a kind, on the line before or on its own."""
        if number and self.layout.paragraph_of[number] == self.layout.paragraph_of[number - 1]:
            return False
        match = self.words.patterns[kind].match(self.layout.sentence_text(number).strip())
        after = self.layout.sentence_text(number).strip()[match.end() :] if match else ""
        return match is not None and (not after.strip(" .:") or after.lstrip()[:1] == ":")

    def _states(self, number: int, *, concludes: bool) -> bool:
        said = self.layout.sentence_text(number).strip()
        if len(said.split()) < FEWEST_WORDS or not said.endswith((".", ";", "\u2026")):
            return False  # a heading
        if self._has_numbers(said):
            return not self.words.found("asides", self._plain(number))
        told = " ".join(self._without_asides(part) for part in self._plain(number).split(";"))
        if not any(self.words.found(kind, told) for kind in SAYING):
            return False
        is_verdict = concludes or self._compares(told) or any(self.words.found(kind, told) for kind in VERDICTS)
        return is_verdict and not self._says_again(self._plain(number))

    def _without_asides(self, said: str) -> str:
        """What a part of a sentence says before it speaks of what is needed, biased or missing, or in spite of that."""
        clauses = CLAUSE.split(said.strip())
        before = list(takewhile(lambda clause: not self.words.found("asides", clause), clauses))
        if before or not self.words.patterns["concessions"].match(said.strip()):
            return " ".join(before)
        return " ".join(clause for clause in clauses[1:] if not self.words.found("asides", clause))

    def _plain(self, number: int) -> str:
        """A sentence without what stands in brackets and without words of more or less that tell no effect."""
        return self.words.patterns["no_changes"].sub(" ", self.layout.sentences[number].of(self.layout.masked))

    def _has_numbers(self, said: str) -> bool:
        if self.words.found("interval", said) or STATISTICS.search(said):
            return True
        return bool(COUNTS.search(said)) or bool(SHARES.search(said)) and any(
            self.words.found(kind, said) for kind in ("comparing", "control_arms", "side_by_side"))

    def _compares(self, plain: str) -> bool:
        """Whether a sentence speaks of an arm, or of groups that differ or do not."""
        return bool(self.arms & stems_of(plain)) or any(
            self.words.found(kind, plain) for kind in ("comparing", "control_arms", "between"))

    def _says_again(self, plain: str) -> bool:
        """Whether estimates are on every outcome that the sentence names, and tell what each of its clauses says."""
        if not set(self._concepts(plain)) <= self.known | self.people:
            return False
        clauses = (clause for clause in CLAUSE.split(plain) if any(self.words.found(kind, clause) for kind in SAYING))
        return all(self._is_told(clause, stems_of(plain)) for clause in clauses)

    def _is_told(self, clause: str, sentence: frozenset[str]) -> bool:
        """Whether an estimate says what a clause does of the same outcome, against an arm that its sentence names."""
        stems, compares = stems_of(clause), self.words.found("comparing", clause)
        for one in self.held:
            outcome = stems_of(one.outcome.text) if one.outcome else frozenset()
            other = stems_of(one.comparator.text) if one.comparator and compares else frozenset()
            is_of_it = bool(outcome) and outcome <= stems and (not other or bool(other & sentence))
            says = DIRECTIONS[one.direction or "unclear"]
            if is_of_it and any(self.words.found(kind, clause) for kind in says):
                return True
        return False

    def _concepts(self, said: str) -> tuple[str, ...]:
        return self.terms.term(said, OUTCOMES, self.layout.abstract.language).concepts
