"""What the sections of one reply share: the plan, the words of its language, and the one map that numbers citations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from bot.answering.answer import AskedQuestion, Notice, Statement
from bot.answering.messages import Messages
from bot.answering.select import Plan
from bot.answering.sentences import claim_sentence, estimate_line
from knowledge.documents.units import Unit
from knowledge.evidence.library import Library
from knowledge.evidence.models import Certainty, Claim, Finding, Locator
from knowledge.evidence.wording import marked, narrowed

BEGINNING = 6
"""Words by which a place in a source is found."""


def marks(numbers: Iterable[int]) -> str:
    """Citation marks behind a sentence: " [1][3]"."""
    return " " + "".join(f"[{number}]" for number in numbers)


class Composition:
    """One reply in the making. Sections say claims through it, so that every number stands for one source."""

    def __init__(
        self, plan: Plan, question: AskedQuestion, library: Library, messages: Messages, today: date, *, urgent: bool
    ) -> None:
        self.plan = plan
        self.question = question
        self.library = library
        self.messages = messages
        self.today = today
        self.urgent = urgent
        """Whether it follows numbers to call, so that no more is said than must be."""
        self.statements: list[Statement] = []
        self.cited: dict[str, list[Locator]] = {}
        """The places cited from each source, the sources in the order of their numbers."""
        self.shown: set[str] = set()
        """Cards cited before the fold."""
        self.notices: list[Notice] = []
        self._sentences: dict[str, str] = {}
        self._lines: dict[str, str] = {}
        """What was written before: sections measure a sentence before they say it."""

    def number(self, card: str, claim: Claim | None = None, *, folded: bool = False) -> int:
        """The number of a card, given when it is first cited."""
        return self._number(card, claim.locator if claim else None, folded=folded)

    def _number(self, card: str, locator: Locator | None, *, folded: bool) -> int:
        places = self.cited.setdefault(card, [])
        if locator is not None and locator not in places:
            places.append(locator)
        if not folded:
            self.shown.add(card)
        return list(self.cited).index(card) + 1

    def sentence(self, reference: str) -> str:
        """The sentence of a claim, without its mark and without citing it; an interaction is told of what is asked."""
        if reference not in self._sentences:
            claim = narrowed(self.library.claims[reference][1], self._met, self.library.terminology)
            self._sentences[reference] = claim_sentence(claim, self.messages, self.library.terminology)
        return self._sentences[reference]

    @cached_property
    def _met(self) -> tuple[str, ...]:
        """The medicines of the message and of the patient, which an interaction may be about."""
        asks = [part.ask for part in self.plan.parts]
        asked = (medicine for ask in asks for medicine in (*ask.medicines, *ask.beside))
        return tuple(dict.fromkeys((*asked, *self.plan.patient.medicines)))

    def numbers_line(self, reference: str) -> str:
        """The numbers behind a claim in one line, without citing it; empty where the source gives none."""
        if reference not in self._lines:
            claim = self.library.claims[reference][1]
            self._lines[reference] = estimate_line(claim, self.messages, self.library.terminology)
        return self._lines[reference]

    def say(self, reference: str, *, folded: bool = False) -> str:
        """The sentence of a claim with its mark."""
        card, claim = self.library.claims[reference]
        numbers = (self.number(card.id, claim, folded=folded),)
        return self._stated(self.sentence(reference), claim.finding, claim.certainty, numbers)

    def numbers_of(self, reference: str, *, folded: bool = False) -> str:
        """The numbers behind a claim in one line with its mark; empty where the source gives none."""
        card, claim = self.library.claims[reference]
        line = self.numbers_line(reference)
        if not line:
            return ""
        return self._stated(line, claim.finding, claim.certainty, (self.number(card.id, claim, folded=folded),))

    def quote(self, unit: Unit, *, folded: bool = False) -> str:
        """A sentence of a document word for word, in quotation marks, with its mark."""
        document = self.library.documents[unit.document]
        heading = document.sections[unit.section].heading
        place = Locator(section=heading, begins=" ".join(unit.text.split()[:BEGINNING]))
        number = self._number(document.id, place, folded=folded)
        text = self.messages.format("quoted", text=unit.text)
        statement = Statement(
            text=text, finding=Finding.DESCRIPTIVE, certainty=Certainty.NOT_GRADED, citations=(number,),
            quoted=document.language,
        )  # fmt: skip
        if statement not in self.statements:
            self.statements.append(statement)
        return text + marks((number,))

    def say_difference(self, reference: str, *, folded: bool = False) -> str:
        """How the sources differ on a claim, with the marks of both sides."""
        card, claim = self.library.claims[reference]
        assert claim.discrepancy is not None
        sides = dict.fromkeys((card.id, *(other.split("#")[0] for other in claim.discrepancy.against)))
        known = [side for side in sides if side in self.library.cards]
        numbers = [self.number(side, claim if side == card.id else None, folded=folded) for side in known]
        text = marked(claim.discrepancy.statement[self.messages.language], claim, self.messages)
        return self._stated(text, Finding.INCONSISTENT, Certainty.NOT_GRADED, tuple(sorted(numbers)))

    def _stated(self, text: str, finding: Finding, certainty: Certainty, numbers: tuple[int, ...]) -> str:
        statement = Statement(text=text, finding=finding, certainty=certainty, citations=numbers)
        if statement not in self.statements:
            self.statements.append(statement)
        return text + marks(numbers)

    def label(self, concept: str) -> str:
        """What to call a concept in the reader's language."""
        return self.library.terminology.label(concept, self.messages.language)

    def labels(self, concepts: Iterable[str]) -> str:
        """Several concepts as the language lists them."""
        return self.messages.list(list(dict.fromkeys(map(self.label, concepts))))
