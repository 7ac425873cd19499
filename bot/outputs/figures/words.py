"""The words of figures in one language: labels, numbers, axes and sources, worded as answers word them."""

from __future__ import annotations

from bot.answering.messages import Messages, sentence_case, tidy
from bot.answering.sentences import dated, estimate, intervention, original_work, scope, unit_name
from knowledge.evidence.contradictions import Worth, counts_how_soon, higher_is
from knowledge.evidence.models import Card, Certainty, Claim, Measure
from knowledge.terminology.concepts import Terminology


class Words:
    """Says claims and cards in one language."""

    def __init__(self, messages: Messages, terminology: Terminology) -> None:
        self._messages = messages
        self._terminology = terminology

    def say(self, message: str, **slots: str) -> str:
        """The text of a message."""
        return self._messages.format(message, **slots)

    def outcome(self, outcome: str) -> str:
        """An outcome as a title."""
        return sentence_case(self._name(outcome))

    def label(self, card: Card, claim: Claim, *, with_outcome: bool = False) -> str:
        """Which result a row is: the trial if it is one, the outcome if asked for, and for whom it holds."""
        people = tidy(scope(claim, self._messages, self._terminology))
        about = f"{self._name(claim.outcome)} {people}" if with_outcome and claim.outcome else people
        return f"{study_name(card)}: {about}" if card.kind.is_single_study else sentence_case(about)

    def comparison(self, claim: Claim) -> str:
        """What is given, how, and compared with what."""
        given = intervention(claim, self._messages, self._terminology)
        compared = ""
        if claim.comparator:
            against = self._terminology.name(claim.comparator, self._messages.language).phrase
            compared = self.say("compared-with", comparator=against)
        return sentence_case(f"{given} {compared}".strip())

    def arms(self, claim: Claim) -> tuple[str, str]:
        """The names of the two groups; one without a name is what the other is compared with."""
        given = self._name(claim.intervention) if claim.intervention else self.say("figure-group-treatment")
        compared = self._name(claim.comparator) if claim.comparator else self.say("figure-group-comparison")
        return given, compared

    def numbers(self, claim: Claim) -> str:
        """An estimate with its interval, as the answer has it; without a number at most when it was measured."""
        found = estimate(claim, self._messages, self._terminology)
        return found.result if found else ""

    def basis(self, claim: Claim) -> str:
        """Studies and participants behind a claim."""
        found = estimate(claim, self._messages, self._terminology)
        return found.basis if found else ""

    def certainty(self, claim: Claim) -> str:
        """How sure the source is, in words."""
        return self.say(f"certainty-{claim.certainty}")

    def spoken(self, card: Card, claim: Claim, text: str, citation: int) -> str:
        """A row with a number as one sentence of the alternative text."""
        label = self.label(card, claim, with_outcome=True)
        parts = (text, self.basis(claim), self.certainty(claim))
        return f"{label}: {', '.join(part for part in parts if part)} [{citation}]."

    def spoken_in_short(self, card: Card, claim: Claim, citation: int) -> str:
        """A row without a number as it stands in a list: the trial, or the outcome and for whom; and the basis."""
        groups = (self._terminology.name(group, self._messages.language).phrase for group in claim.populations)
        about = " ".join((self._name(claim.outcome), *groups)) if claim.outcome else self.label(card, claim)
        name = study_name(card) if card.kind.is_single_study else about
        graded = self.certainty(claim) if claim.certainty is not Certainty.NOT_GRADED else ""
        basis = ", ".join(part for part in (self.basis(claim), graded) if part)
        return f"{name} ({basis}) [{citation}]" if basis else f"{name} [{citation}]"

    def axis(self, measure: Measure, unit: str | None) -> str:
        """What an axis counts."""
        slots = {"unit": unit_name(unit, self._messages)} if unit else {}
        return self.say(f"figure-axis-{measure}", **slots)

    def side(self, message: str, subject: str, claim: Claim) -> str:
        """What one side of no difference means."""
        return self.say(message, subject=subject, intervention=self.arms(claim)[0])

    def counts_how_soon(self, outcome: str, measure: Measure) -> bool:
        """Whether an estimate rises as a wait gets shorter."""
        return counts_how_soon(outcome, measure, self._terminology)

    def higher_is(self, outcome: str, claim: Claim, measure: Measure) -> Worth | None:
        """Whether a higher estimate of an outcome is good or bad for the patient; None where nobody says so."""
        return higher_is(outcome, claim.intent, measure, self._terminology)

    def favours(self, arm: str) -> str:
        """Whom one side of no difference favours."""
        return self.say("figure-favours", arm=arm)

    def event(self, outcome: str) -> str:
        """What the event is that an icon array counts."""
        return self.say("figure-event", event=outcome, label=self._name(outcome))

    def count(self, number: float) -> str:
        """A count of 1,000."""
        return self.say("figure-icons-count", number=self._messages.number(number))

    def interval(self, given: str, low: float, high: float) -> str:
        """The interval of a count in words."""
        number = self._messages.number
        return self.say("figure-icons-interval", intervention=given, low=number(low), high=number(high))

    def tick(self, value: float) -> str:
        """A number at an axis."""
        return self._messages.number(value)

    def source(self, card: Card) -> str:
        """A source in short: who, where, when, and up to when it knows the literature."""
        source = card.source
        authors = ", ".join(source.authors[:2]) + (", et al" if len(source.authors) > 2 else "")
        place = source.container if source.issue else source.publisher
        year = str(source.year) if source.year and source.original is None else ""
        published = ", ".join(part for part in (place, year) if part)
        work = original_work(source, self._messages)
        age = "" if source.year and not (source.search_date or source.enquiry_date) else dated(card, self._messages)
        return " ".join(f"{part.rstrip('.')}." for part in (authors, published, work, sentence_case(age)) if part)

    def _name(self, concept: str) -> str:
        return self._terminology.name(concept, self._messages.language).label


def study_name(card: Card) -> str:
    """What people call a study: the first author's family name and the year."""
    first = card.source.authors[0].rsplit(" ", 1)[0] if card.source.authors else card.source.title
    return f"{first} {card.source.year}" if card.source.year else first


def grade(certainty: Certainty) -> int:
    """How many of the four circles of GRADE's sign are filled; 0 where the source does not grade."""
    return {Certainty.HIGH: 4, Certainty.MODERATE: 3, Certainty.LOW: 2, Certainty.VERY_LOW: 1}.get(certainty, 0)
