"""The words by which a language's abstracts are read: `knowledge/languages/<tag>/extraction.yaml`.

A phrase is written in small letters; `*` in it stands for any letters, a space for a space or a hyphen, and ` ... ` for
up to four words between. The English names of measures and intervals serve every language, since abbreviations such as
RR and CI are international.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property
from typing import Literal

from pydantic import Field, ValidationError

from knowledge.errors import LanguageError
from knowledge.evidence.models import Certainty, Frozen
from knowledge.languages import FOLDER, LANGUAGES, read_yaml
from knowledge.sources.extraction.models import Measure

Phrases = tuple[str, ...]

NOTHING = r"(?!)"
"""Matches nowhere: an empty list of phrases."""


WORD_END = r"(?!\w)"


def phrase_pattern(phrases: Iterable[str]) -> str:
    """One pattern for all the phrases, the longest first, that matches whole words only."""
    written = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return rf"(?<!\w)(?:{'|'.join(_one_phrase(phrase) for phrase in written)}){WORD_END}" if written else NOTHING


def _one_phrase(phrase: str) -> str:
    parts = []
    for part in phrase.split(" ... "):
        words = [r"[^\W\d]*".join(re.escape(piece) for piece in word.split("*")) for word in part.split()]
        parts.append(r"[\s-]+".join(words))
    return r"(?:\s+[\w'-]+){0,4}?\s+".join(parts)


class Vocabulary(Frozen):
    """The phrases of one language, by what they tell."""

    measure_names: dict[Measure, Phrases]
    """Names of measures, in any case of letters."""
    measure_signs: dict[Measure, Phrases] = Field(default_factory=dict)
    """Abbreviations of measures, in exactly these letters: `OR` is a measure, `or` a word."""
    decimal_comma: bool = False
    """Whether "1,234" is between one and two, as in most languages of Europe, or a thousand, as in English."""
    abbreviations: Phrases = ()
    """Abbreviations whose full stop ends no sentence, without the stop."""
    links: Phrases = ()
    """Words between a measure or an interval and its number: was, of."""
    unit_ends: Phrases = ()
    """Words after a number that are no unit of it."""
    interval: Phrases
    range: Phrases
    """Words between two limits: "0.5 to 0.9"."""
    fewer: Phrases
    """Words after a number that make it negative: "58 fewer"."""
    more: Phrases
    differences: Phrases = ()
    """Words directly before a number that make it a difference: "(difference 0.8, 95% CI ...)"."""
    changes_by: Phrases = ()
    """Words between a change and its amount: "reduced pain by", "an improvement of"."""
    no_difference_words: Phrases = ()
    """Words that make an amount something else than a difference between arms: from baseline, median."""
    per: Phrases
    """Words before the size of a group: "58 fewer per 1000"."""
    studies: Phrases
    participants: Phrases
    count_signs: Phrases = ()
    """Letters that stand for "number of participants": `n = 46`."""
    not_counted: Phrases = ()
    """Words that cannot stand between a number and what it counts: "12 weeks" is no number of trials."""
    numbers: dict[str, int]
    reported: Phrases = ()
    """What trials do that give data on an outcome: reported, assessed."""
    all_results: Phrases = ()
    """Words that make a sentence speak of every result before it."""
    certainty: dict[Certainty, Phrases]
    certainty_nouns: Phrases
    """Certainty, quality: beside a grade they make it one."""
    certainty_evidence: Phrases
    """Evidence: beside a grade it makes it one too."""
    certainty_links: Phrases = ()
    """Words between the noun and its grade: "the certainty of the evidence was low"."""
    all_outcomes: Phrases = ()
    """Words that make a grade count for every outcome."""
    evidence_before: Phrases = ()
    """Words by which a sentence speaks of the evidence just given: "the estimated effects were of low certainty"."""
    named_outcomes: Phrases = ()
    """Words between a grade and the outcomes it is for."""
    outcome_fillers: Phrases = ()
    """Words of no weight in the name of an outcome: outcomes, incidence."""
    causes: Phrases = ()
    """Words before the reason of a grade: due to, because."""
    and_words: Phrases = ()
    or_words: Phrases = ()
    no_effect_words: Phrases = ()
    """Words that make a number with an interval something else than an effect: a sensitivity, a proportion."""
    comparing: Phrases = ()
    """Words before a comparator: compared with, versus, than in."""
    comparing_after_noun: Phrases = ()
    """Words before a comparator only where no number follows: "over placebo", but "over six months"."""
    comparisons: Phrases = ()
    """Words before two arms: "comparing A with B"."""
    comparison_links: Phrases = ()
    """Words between two arms after those: with, to, and."""
    between: Phrases = ()
    between_links: Phrases = ()
    """Words between the two arms after "between"."""
    between_after: Phrases = ()
    """Words that make "between A and B" a comparison: difference, similar."""
    carriers: Phrases = ()
    """Words between people and what they took: "those allocated to B"."""
    those: Phrases = ()
    """Words for people that stand before a carrier, besides participants."""
    group_words: Phrases = ()
    """Words that add nothing to the name of an arm: group, treatment with."""
    arm_openers: Phrases = ()
    """Words before the name of an arm that are no part of it: comparison 1, for, that."""
    effects_of: Phrases = ()
    """Words before an arm whose effect is spoken of: "the effects of A on death"."""
    no_agents: Phrases = ()
    """Words with which no intervention begins, though they are the subject: results, the risk."""
    no_arms: Phrases = ()
    """Names of arms that say nothing: "both groups"."""
    arm_ends: Phrases = ()
    """Words with which the name of an arm is over."""
    subject_ends: Phrases = ()
    """Verbs that end the subject of a sentence."""
    given_with: Phrases = ()
    """Words before the arm that a result is of: "higher with A than with B"."""
    that: Phrases = ()
    """Words after which a statement begins: "evidence suggests that ..."."""
    no_words: Phrases = ()
    """Words between two estimates of one region that name nothing new: typical, and, average."""
    content: Phrases = ()
    """Words that may stand between an estimate and the number needed to treat that says it again."""
    starters: Phrases = ()
    """Words with which a sentence may begin after a heading without a full stop."""
    generic_arms: Phrases = ()
    """Words of titles that name no arm: interventions, treatments."""
    title_purposes: Phrases = ()
    """Words in a title between an intervention and what it is for."""
    title_actions: Phrases = ()
    """Words after those that are not part of the condition: treating, the prevention of."""
    people_with: str = "{condition}"
    """How a population is named after its condition."""
    populations_in: Phrases = ()
    """Words before people at the start of a sentence: "in children", "for women with"."""
    control_arms: Phrases = ()
    """Words of an arm that is nobody's intervention: placebo, usual care."""
    withheld: Phrases = ()
    """Words of an arm from which a medicine is left out or taken away: steroid-free, stopping."""
    articles: Phrases = ()
    averages: Phrases = ()
    """Words of a length of time, "over a median follow-up", that make what follows no arm."""
    outcome_leads: Phrases = ()
    """Words directly before an outcome: reduced, effect on, risk of."""
    outcome_weak_leads: Phrases = ()
    """Words before an outcome where no lead stands: in, for."""
    outcome_last_leads: Phrases = ()
    """Leads after which no other is looked for: "more likely to achieve a reduction"."""
    no_outcomes: Phrases = ()
    """Words that alone name no outcome: noted, analysis."""
    outcome_openers: Phrases = ()
    """Words that may stand between a lead and the outcome and are no part of it."""
    outcome_ends: Phrases = ()
    """Words with which an outcome is over."""
    outcome_closers: Phrases = ()
    """Words at the end of an outcome that are no part of it: was, to be."""
    subject_comparisons: Phrases = ()
    """What is said of an outcome that stands as subject: were higher, was similar."""
    sentence_openers: Phrases = ()
    label_words: Phrases = ()
    """Words that make a label in a bracket something else than an outcome: dose, analysis."""
    no_difference: Phrases = ()
    """Words for no effect, or none that is clear."""
    uncertain: Phrases = ()
    """Words that leave open whether there is an effect."""
    rises: Phrases = ()
    """Words for more of the outcome."""
    falls: Phrases = ()
    reduces: Phrases = ()
    """Verbs of the list before that are said of something bad only: reduce, prevent, but not lower."""
    no_changes: Phrases = ()
    """Words of more or less that say nothing of the effect: low risk of bias, 4000 IU or more."""
    gains: Phrases = ()
    """Words for an effect that is good whatever is measured: improved, superior."""
    losses: Phrases = ()
    good_outcomes: Phrases = ()
    """Outcomes of which more is better; of any other, less is."""
    freedom: Phrases = ()
    """Words that turn a bad outcome into a good one: "free from relapse"."""
    negations: Phrases = ()
    """Words that do so right before it: "not cured"."""
    timed_outcomes: Phrases = ()
    """Outcomes that are waited for: a hazard ratio below 1 may mean a longer survival."""
    bad_outcomes: Phrases = ()
    """Outcomes of which less is better, although a word of the list before stands in them: lack of response."""
    favours: Phrases = ()
    """Words before the arm that comes out better: in favour of, advantage for."""
    risk_words: Phrases = ()
    """Words that make an outcome a bad one: risk, hazard."""
    people: Phrases = ()
    """Nouns for people in the name of a population."""
    generic_people: Phrases = ()
    """Nouns that alone name no population: participants."""
    takers: Phrases = ()
    """Words between people and a medicine: taking, treated with."""
    not_populations: Phrases = ()
    """Words before people that make them a share of somebody: more, most."""
    linking: str = "with"
    """The word between people and their condition."""
    population_ends: Phrases = ()
    """Words with which the name of a population is over."""
    carriers_only: Phrases = ()
    """Words that make people the members of an arm: taking, allocated to."""
    thresholds: Phrases = ()
    """Words that make a number a yardstick: a difference that would be important."""
    conclusions: Phrases = ()
    """Headings of conclusions, where numbers of the results are said again."""
    results: Phrases = ()
    """Headings of the results."""
    undecided: Phrases = ()
    """Words of a verdict that no number bears out: absence of evidence, neither supports nor refutes."""
    asides: Phrases = ()
    """Words of clauses that state no result: what was included, not reported, at risk of bias, is still needed."""
    concessions: Phrases = ()
    """Words before a clause that what follows stands against: although, despite."""
    side_by_side: Phrases = ()
    """Words beside which two shares are a result: respectively, in both groups, experienced."""

    def __hash__(self) -> int:
        return id(self)

    @cached_property
    def patterns(self) -> dict[str, re.Pattern[str]]:
        """Every list of phrases as a pattern, by the name of its field, in any case of letters."""
        lists: dict[str, Phrases] = {name: value for name, value in self if isinstance(value, tuple)}
        lists["number_words"] = tuple(self.numbers)
        lists["versus"] = tuple(phrase for phrase in self.comparing if len(phrase) <= 6 and phrase.startswith("v"))
        found = {name: re.compile(phrase_pattern(value), re.IGNORECASE) for name, value in lists.items()}
        found["population_ends"] = re.compile(rf"[,;:.|]|\s{{3,}}|{found['population_ends'].pattern}", re.IGNORECASE)
        return found

    def found(self, name: str, text: str) -> bool:
        """Whether a phrase of the list stands in the text."""
        return bool(self.patterns[name].search(text))

    @cached_property
    def range_before(self) -> re.Pattern[str]:
        """A grade and a word after it: what follows is the other end of a range, "low to moderate"."""
        return re.compile(
            rf"{self._levels('level')}[\s-]*(?:{self.source('range')}|{self.source('or_words')})[\s-]*$", re.IGNORECASE
        )

    @cached_property
    def range_after(self) -> re.Pattern[str]:
        """The other end of a range of grades."""
        return re.compile(
            rf"[\s-]*(?:{self.source('range')}|{self.source('or_words')})[\s-]*{self._levels('level')}", re.IGNORECASE
        )

    def source(self, name: str) -> str:
        """The pattern of a list as text, to build larger ones from."""
        return self.patterns[name].pattern

    def count_pattern(self, kind: Literal["studies", "participants"]) -> re.Pattern[str]:
        """The pattern of a count: "two small trials", "1,474 participants", "n = 46", "trials = 3"."""
        return self.counts[kind]

    @cached_property
    def counts(self) -> dict[str, re.Pattern[str]]:
        """The patterns of both counts."""
        number = rf"(?P<number>\d{{1,3}}(?:[., ]\d{{3}})+(?!\d)|\d+(?![\d]|[.,]\d)|(?:{phrase_pattern(self.numbers)}))"
        nouns = f"{self.source('not_counted')}|{self.source('studies')}|{self.source('participants')}"
        word = rf"(?:(?!{nouns})[^\W\d_][\w'/-]*\s+)"
        found = {}
        for kind, signs in (("studies", NOTHING), ("participants", phrase_pattern(self.count_signs))):
            noun = self.source(kind)
            found[kind] = re.compile(
                rf"(?<![\w./,=-])(?<!\bto\s)(?<!\bper\s){number}\s+{word}{{0,3}}?{noun}"
                rf"|(?:{noun}|{signs})\s*[=:]\s*(?P<number2>\d{{1,3}}(?:[., ]\d{{3}})+(?!\d)|\d+)(?![\d]|[.,]\d)",
                re.IGNORECASE,
            )
        return found

    def counted(self, match: re.Match[str]) -> int | None:
        """The number of a match of a count pattern."""
        printed = (match["number"] or match["number2"]).lower()
        digits = re.sub(r"[., ]", "", printed)
        return int(digits) if digits.isdecimal() else self.numbers.get(re.sub(r"\s+", " ", printed))

    @cached_property
    def details(self) -> tuple[re.Pattern[str], ...]:
        """What can follow an estimate and belong to it: counts and a grade."""
        return (*self.counts.values(), self.grade)

    @cached_property
    def grade(self) -> re.Pattern[str]:
        """A grade of certainty: "low-certainty evidence", "the quality of the evidence was very low", "GRADE: low"."""
        noun, evidence = self.source("certainty_nouns"), self.source("certainty_evidence")
        link = rf"(?:[\s:-]+|{self.source('certainty_links')}|{evidence})"
        graded = rf"(?:{evidence}[\s-]+{noun}|{noun}(?:[\s-]+(?:\w+[\s-]+)?{evidence})?|{evidence})"
        before = rf"{self._levels('first')}[\s-]+{graded}"
        after = rf"(?:{noun}|{evidence}){link}{{1,9}}?{self._levels('second')}"
        tail = rf"(?:[\s-]+{noun}(?:[\s-]+{evidence})?)?"
        return re.compile(rf"(?:{before}|{after}{tail})", re.IGNORECASE)

    def _levels(self, name: str) -> str:
        return rf"(?P<{name}>{phrase_pattern(words for phrases in self.certainty.values() for words in phrases)})"

    def graded(self, match: re.Match[str]) -> Certainty:
        """The level of a match of `grade`."""
        printed = re.sub(r"[\s-]+", " ", (match["first"] or match["second"]).lower())
        fits = (level for level, phrases in self.certainty.items() if re.fullmatch(phrase_pattern(phrases), printed))
        return next(fits, Certainty.NOT_GRADED)


@cache
def load_vocabulary(tag: str) -> Vocabulary:
    """The words of a language; a `LanguageError` names the file that is missing or wrong."""
    if tag not in LANGUAGES:
        raise LanguageError(f"no language `{tag}`; the languages are: {', '.join(LANGUAGES)}")
    path = FOLDER / tag / "extraction.yaml"
    try:
        vocabulary = Vocabulary.model_validate(read_yaml(path))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise LanguageError(f"{path}: `{where}`: {first['msg']}; mend the file") from error
    return vocabulary if tag == "en" else _with_english(vocabulary)


def _with_english(vocabulary: Vocabulary) -> Vocabulary:
    english = load_vocabulary("en")
    return vocabulary.model_copy(
        update={
            "measure_names": _merged(english.measure_names, vocabulary.measure_names),
            "measure_signs": _merged(english.measure_signs, vocabulary.measure_signs),
            "interval": (*vocabulary.interval, *english.interval),
        }
    )


def _merged(first: dict[Measure, Phrases], second: dict[Measure, Phrases]) -> dict[Measure, Phrases]:
    return {name: (*first.get(name, ()), *second.get(name, ())) for name in {**first, **second}}
