"""What is kept of an answer that was given: enough to make it again, to draw it, and to tell who relied on a card.

The only prose in a record is the redacted question, the questions its buttons stand for, and titles of sources.
"""

from __future__ import annotations

import secrets
import string
from collections.abc import Mapping
from typing import Annotated

from pydantic import StringConstraints

from bot.answering.answer import Answer, AskedQuestion, Option, Status
from bot.answering.select import Plan
from knowledge.evidence.models import Frozen

LETTERS_AND_DIGITS = string.ascii_letters + string.digits
AnswerId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{8}$")]


class AnswerRecord(Frozen):
    """One answer as given: the claims it was made of and the versions of the cards they stand in."""

    id: AnswerId
    status: Status
    language: str
    country: str | None = None
    question: AskedQuestion
    plan: Plan | None = None
    cards: dict[str, int] = {}
    """Version of each cited card when the answer was given."""
    titles: dict[str, str] = {}
    """Title of each cited card, so that one that is withdrawn later can still be named."""
    options: tuple[Option, ...] = ()
    country_choices: tuple[str, ...] = ()

    def is_current(self, versions: Mapping[str, int]) -> bool:
        """Whether every cited card is still the one the answer rests on, given the version of each card there is."""
        return all(versions.get(card) == version for card, version in self.cards.items())


def new_answer_id() -> str:
    """A short identifier that nobody can guess and everybody can copy: eight letters and digits, 47 random bits."""
    return "".join(secrets.choice(LETTERS_AND_DIGITS) for _ in range(8))


def record_of(answer: Answer, answer_id: str, country: str | None = None) -> AnswerRecord:
    """What is kept of an answer."""
    return AnswerRecord(
        id=answer_id,
        status=answer.status,
        language=answer.language,
        country=country,
        question=answer.question,
        plan=answer.plan,
        cards={citation.card: citation.version for citation in answer.citations},
        titles={citation.card: citation.title for citation in answer.citations},
        options=answer.options,
        country_choices=answer.country_choices,
    )
