"""Making the draft reply from an answer: question, short answer, assessment, conclusion, references.

Every finding in it is a sentence of the answer, or its numbers; nothing is worded anew, least of all the conclusion.
"""

from __future__ import annotations

import unicodedata
from datetime import date

from bot.answering.answer import Answer
from bot.answering.composition import marks
from bot.answering.messages import Messages, sentence_case
from bot.answering.missing import open_points
from bot.answering.select import Plan, discrepancies
from bot.answering.sentences import claim_sentence, dated, estimate
from bot.outputs.documents.model import DraftReply, Paragraph, Section, Signature, Table
from bot.outputs.documents.references import vancouver
from knowledge.evidence.library import Library
from knowledge.evidence.models import Card, Certainty, Claim

EVIDENCE_WIDTHS = (27, 28, 18, 19, 8)
CARD_WIDTHS = (8, 46, 14, 32)
NOTICES_TOLD = ("machine_translated", "unreviewed_card")
"""What else the reader must know of the sources; their age and their disagreement have places of their own."""


def draft_reply(
    answer: Answer, library: Library, messages: Messages, today: date, *, answer_id: str = ""
) -> DraftReply:
    """The draft of a reply that says what the answer says; a `ValueError` for an answer that states no evidence."""
    if answer.plan is None:
        raise ValueError("this answer states no evidence, so no reply can be drafted from it")
    return _Draft(answer, answer.plan, library, messages).whole(today, answer_id)


class _Draft:
    """One draft in the making: the answer, with the number of each source."""

    def __init__(self, answer: Answer, plan: Plan, library: Library, messages: Messages) -> None:
        self._answer = answer
        self._plan = plan
        self._library = library
        self._messages = messages
        self._numbers = {citation.card: citation.number for citation in answer.citations}
        self._cards = [library.source(citation.card) for citation in answer.citations]
        self._open = [Paragraph(text=text) for text in open_points(plan, library, messages)]
        self._differing = [] if answer.status == "urgent" else discrepancies(plan, library)

    def whole(self, today: date, answer_id: str) -> DraftReply:
        """The document, in the order of a medicines information service's reply."""
        say = self._messages.format
        facts = [(say("document-date"), self._messages.date(today))]
        newest = self._newest()
        if newest:
            facts.append((say("document-newest-label"), newest))
        if answer_id:
            facts.append((say("document-answer"), answer_id))
        before, between, after = say("document-page", page="\x00", pages="\x01").replace("\x01", "\x00").split("\x00")
        sections = [
            Section(heading=say("document-question"), pieces=(Paragraph(text=printable(self._answer.question.text)),)),
            Section(heading=say("document-short"), pieces=(*self._short(), *self._open)),
            Section(heading=say("document-assessment"), pieces=tuple(self._assessment())),
            Section(heading=say("document-search"), pieces=tuple(self._search(newest))),
            Section(heading=say("document-conclusion"), pieces=tuple(self._conclusion())),
            Section(heading=say("document-references"), pieces=tuple(self._references())),
            Section(heading=say("document-cards"), pieces=tuple(self._card_versions())),
        ]
        return DraftReply(
            locale=self._messages.locale.replace("_", "-"),
            title=say("document-title"),
            warning=say("document-warning"),
            facts=tuple(facts),
            sections=tuple(section for section in sections if any(map(_has_content, section.pieces))),
            signature=Signature(
                heading=say("document-signature"),
                people=(say("document-prepared"), say("document-checked")),
                fields=(say("document-name"), say("document-signed-on"), say("document-signed")),
            ),
            closing=self._answer.disclaimer,
            page=(before, between, after),
            number=f"{say('document-answer')}: {answer_id}" if answer_id else "",
            drafted=today,
            file_stem="-".join(part for part in (say("document-filename"), answer_id, today.isoformat()) if part),
        )

    def _sentence(self, claim: Claim) -> str:
        return claim_sentence(claim, self._messages, self._library.terminology)

    def _mark(self, *cards: str) -> str:
        return marks(sorted(self._numbers[card] for card in cards))

    def _short(self) -> list[Paragraph]:
        """What was said before the fold: claims, and what was quoted of documents."""
        quoted = [said for said in self._answer.statements if said.quoted]
        marks = ["".join(f"[{number}]" for number in said.citations) for said in quoted]
        return [
            *map(self._said, self._plan.short),
            *(Paragraph(text=f"{said.text} {mark}") for said, mark in zip(quoted, marks, strict=True)),
        ]

    def _said(self, reference: str, *, bullet: bool = False) -> Paragraph:
        """The sentence of a claim with its citation, and its certainty where the sentence does not name it."""
        card, claim = self._library.claims[reference]
        text = self._sentence(claim) + self._mark(card.id)
        certainty = self._messages.format(f"certainty-{claim.certainty}")
        if bullet and claim.certainty is not Certainty.NOT_GRADED and certainty not in text:
            text = f"{text} ({certainty})"
        return Paragraph(text=text, kind="bullet" if bullet else "body")

    def _assessment(self) -> list[Paragraph | Table]:
        """Graded results as a table, then what the sources say, harms, disagreement, and the sources' standing."""
        say = self._messages.format
        pieces: list[Paragraph | Table] = [Paragraph(text=say("document-grading"))]
        table = self._evidence_table()
        if table:
            pieces += [_subheading(say("document-results")), table]
        if self._plan.evidence:
            pieces.append(_subheading(say("document-findings")))
            pieces += [self._said(reference, bullet=True) for reference in self._plan.evidence]
        if self._plan.harms:
            pieces.append(_subheading(say("document-harms")))
            pieces += [self._said(reference, bullet=True) for reference in self._plan.harms]
        if self._differing:
            pieces.append(_subheading(say("document-disagreement")))
            pieces += map(self._discrepancy, self._differing)
        notes = [
            Paragraph(text=card.source.standing_note[self._messages.language] + self._mark(card.id), kind="bullet")
            for card in self._cards
            if card.source.standing_note
        ]
        notes += [Paragraph(text=told.text) for told in self._answer.notices if told.kind in NOTICES_TOLD]
        if notes:
            pieces += [_subheading(say("document-sources")), *notes]
        return pieces

    def _evidence_table(self) -> Table | None:
        """A row for each claim that comes with numbers."""
        say = self._messages.format
        rows = []
        for reference in self._plan.claims:
            card, claim = self._library.claims[reference]
            numbers = estimate(claim, self._messages, self._library.terminology)
            if numbers and (numbers.result or numbers.basis):
                result = sentence_case(numbers.result) or say("document-not-pooled")
                certainty = sentence_case(say(f"certainty-{claim.certainty}"))
                rows.append((numbers.outcome, result, numbers.basis, certainty, self._mark(card.id).strip()))
        names = ("outcome", "result", "basis", "certainty", "reference")
        header = tuple(say(f"document-column-{name}") for name in names)
        return Table(header=header, rows=tuple(rows), widths=EVIDENCE_WIDTHS) if rows else None

    def _discrepancy(self, reference: str) -> Paragraph:
        card, claim = self._library.claims[reference]
        assert claim.discrepancy is not None
        sides = dict.fromkeys((card.id, *(other.split("#")[0] for other in claim.discrepancy.against)))
        return Paragraph(text=claim.discrepancy.statement[self._messages.language] + self._mark(*sides), kind="bullet")

    def _search(self, newest: str) -> list[Paragraph | Table]:
        """That nobody searched for this draft, and up to when each source knew the literature."""
        say = self._messages.format
        ages = [
            Paragraph(text=sentence_case(f"{self._source_kind(card)}: {dated(card, self._messages)}"), kind="bullet")
            for card in self._cards
        ]
        told = say("document-newest", date=newest) if newest else say("document-newest-unknown")
        return [Paragraph(text=say("document-no-search")), *ages, Paragraph(text=told)]

    def _source_kind(self, card: Card) -> str:
        return self._messages.format(f"kind-{card.kind}") + self._mark(card.id)

    def _newest(self) -> str:
        """The latest day to which any of the sources knew the literature, as exactly as it is known."""
        known = [
            card.source.search_date
            or (card.source.enquiry_date.isoformat()[:7] if card.source.enquiry_date else None)
            or (str(card.source.year) if card.source.year else "")
            for card in self._cards
        ]
        newest = max(known, default="")
        return self._messages.date(newest) if newest else ""

    def _conclusion(self) -> list[Paragraph | Table]:
        """The short answer again, with the certainty its source gives it; worded no more surely than that."""
        say = self._messages.format
        pieces: list[Paragraph | Table] = []
        for reference in self._plan.short:
            _, claim = self._library.claims[reference]
            certainty = say("document-certainty", certainty=str(claim.certainty))
            pieces.append(Paragraph(text=f"{self._said(reference).text} {certainty}"))
        pieces += self._open
        if self._differing:
            pieces.append(Paragraph(text=say("document-see-disagreement")))
        return pieces

    def _references(self) -> list[Paragraph | Table]:
        return [
            Paragraph(text=vancouver(card, self._numbers[card.id], self._messages), kind="reference")
            for card in self._cards
        ]

    def _card_versions(self) -> list[Paragraph | Table]:
        """Which cards of the library the draft rests on, so that it can be told later whether they have changed."""
        say = self._messages.format
        header = tuple(say(f"document-column-{name}") for name in ("reference", "card", "version", "review"))
        rows = [
            (self._mark(card.id).strip(), card.id, str(card.version), say(f"document-review-{card.review_state}"))
            for card in self._cards
        ]
        table = Table(header=header, rows=tuple(rows), widths=CARD_WIDTHS)
        return [Paragraph(text=say("document-cards-intro")), table]


def printable(text: str) -> str:
    """The text without control, direction and other signs that no page shows; line breaks become spaces."""
    kept = (" " if sign.isspace() else sign for sign in text if sign.isspace() or unicodedata.category(sign)[0] != "C")
    return " ".join("".join(kept).split())


def _subheading(text: str) -> Paragraph:
    return Paragraph(text=text, kind="subheading")


def _has_content(piece: Paragraph | Table) -> bool:
    return isinstance(piece, Table) or bool(piece.text)
