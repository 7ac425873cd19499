"""What a draft reply says, and that it says no more than the answer."""

from __future__ import annotations

import re

import pytest

from bot.answering.messages import messages_in
from bot.answering.select import Plan, discrepancies
from bot.answering.sentences import claim_sentence
from bot.outputs.documents import DraftReply, draft_reply
from bot.outputs.documents.draft import printable
from bot.outputs.documents.model import Paragraph, Section, Table
from knowledge.evidence.library import Library
from knowledge.evidence.models import Finding
from knowledge.languages import LANGUAGES
from tests.bot.conftest import Ask
from tests.bot.documents.drafts import ANSWER_ID, COCHRANE, PREGNANCY, answered, drafted, of_answer
from tests.bot.shipped_assistant import TODAY
from tests.bot.test_compose import digits, numbers_of, whole_cards, without_zeros

QUESTIONS = [
    "Hva vet vi om magnesium mot leggkramper i svangerskapet?",
    "Does magnesium help with leg cramps in older people?",
    "Welke bijwerkingen heeft magnesium?",
    "Hjälper magnesium mot rastlösa ben?",
    "Mitkä lääkkeet voivat aiheuttaa suonenvetoa?",
]


@pytest.fixture(scope="module")
def shipped(founding: Library) -> Library:
    """The founding cards, whose content these tests know."""
    return founding


def section(draft: DraftReply, tag: str, name: str) -> Section:
    heading = messages_in(tag).format(f"document-{name}")
    return next(part for part in draft.sections if part.heading == heading)


def words_of(part: Section) -> str:
    return "\n".join(piece.text for piece in part.pieces if isinstance(piece, Paragraph))


def says(draft: DraftReply, text: str) -> bool:
    """Whether a statement stands in the draft, as a sentence or, cut at its commas, as a row of a table."""
    if any(text in shown for shown in draft.texts):
        return True
    rows = [row for part in draft.sections for piece in part.pieces if isinstance(piece, Table) for row in piece.rows]
    outcome, _, numbers = text.partition(": ")
    return any(
        row[0] == outcome and all(part.lower() in " ".join(row).lower() for part in numbers.split(", ")) for row in rows
    )


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_draft_has_the_parts_of_a_reply_in_their_order(tag: str, shipped: Library) -> None:
    messages = messages_in(tag)
    names = ("question", "short", "assessment", "search", "conclusion", "references", "cards")
    draft = drafted(shipped, tag)
    assert [part.heading for part in draft.sections] == [messages.format(f"document-{name}") for name in names]
    assert len({part.heading for part in draft.sections}) == len(names)
    assert messages.date(TODAY) in [value for _, value in draft.facts]
    assert messages.date("2019-09") in [value for _, value in draft.facts]
    assert ANSWER_ID in [value for _, value in draft.facts]
    assert len(draft.signature.people) == 2
    assert draft.warning == messages.format("document-warning")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_statement_of_the_answer_stands_in_the_draft(tag: str, shipped: Library) -> None:
    for plan in (PREGNANCY, *whole_cards(shipped)):
        answer = answered(shipped, tag, plan)
        draft = of_answer(answer, shipped)
        for statement in answer.statements:
            assert says(draft, statement.text), statement.text


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_statement_of_a_real_answer_stands_in_its_draft(question: str, ask: Ask, every_card: Library) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    draft = of_answer(answer, every_card)
    assert question in draft.texts
    assert all(says(draft, statement.text) for statement in answer.statements)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_sources_keep_the_numbers_of_the_answer(tag: str, shipped: Library) -> None:
    for plan in (PREGNANCY, *whole_cards(shipped)):
        answer = answered(shipped, tag, plan)
        draft = of_answer(answer, shipped)
        listed = words_of(section(draft, tag, "references")).split("\n")
        for citation, line in zip(answer.citations, listed, strict=True):
            assert line.startswith(f"{citation.number}. ")
            assert citation.title.rstrip(".") in line
        used = {int(mark) for text in draft.texts for mark in re.findall(r"\[(\d+)\]", text)}
        assert used == {citation.number for citation in answer.citations}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_number_of_the_draft_stands_in_a_card_it_cites(tag: str, shipped: Library) -> None:
    for plan in (PREGNANCY, *whole_cards(shipped)):
        answer = answered(shipped, tag, plan)
        draft = of_answer(answer, shipped)
        known = {"95", "1000", *(str(citation.number) for citation in answer.citations)}
        known |= {str(citation.version) for citation in answer.citations}
        for citation in answer.citations:
            card = shipped.cards[citation.card]
            known |= numbers_of(card.model_dump_json())
            known |= {str(int(number)) for number in re.findall(r"\d+", card.source.model_dump_json())}
        for part in draft.sections:
            tables = [cell for piece in part.pieces if isinstance(piece, Table) for row in piece.rows for cell in row]
            said = re.sub(r"\b[a-z]+(-[a-z0-9]+)+\b", "", "\n".join([words_of(part), *tables]))  # ids of cards
            said = re.sub(r"https?://\S+", "", said)
            assert without_zeros(digits(said)) <= known, part.heading


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_conclusion_is_the_short_answer_at_the_certainty_of_its_source(tag: str, shipped: Library) -> None:
    messages = messages_in(tag)
    for reference, (_, claim) in shipped.claims.items():
        draft = drafted(shipped, tag, Plan(short=(reference,)))
        first = words_of(section(draft, tag, "conclusion")).split("\n")[0]
        certainty = messages.format("document-certainty", certainty=str(claim.certainty))
        assert first == f"{claim_sentence(claim, messages, shipped.terminology)} [1] {certainty}"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_is_insufficient_is_never_worded_as_a_benefit(tag: str, shipped: Library) -> None:
    messages = messages_in(tag)
    for reference, (_, claim) in shipped.claims.items():
        if claim.finding is Finding.INSUFFICIENT and claim.is_coded:
            as_benefit = claim.model_copy(update={"finding": Finding.BENEFIT})
            shown = drafted(shipped, tag, Plan(short=(reference,))).texts
            assert not any(claim_sentence(as_benefit, messages, shipped.terminology) in text for text in shown)


def test_certainties_are_all_told_differently() -> None:
    for tag in LANGUAGES:
        told = {messages_in(tag).format("document-certainty", certainty=level)
                for level in ("high", "moderate", "low", "very_low", "not_graded")}
        assert len(told) == 5


@pytest.mark.parametrize("tag", LANGUAGES)
def test_results_come_in_a_table_with_their_certainty(tag: str, shipped: Library) -> None:
    assessment = section(drafted(shipped, tag), tag, "assessment")
    table = next(piece for piece in assessment.pieces if isinstance(piece, Table))
    messages = messages_in(tag)
    certainties = [row[3].lower() for row in table.rows]
    assert messages.format("certainty-very_low").lower() == certainties[0]
    assert messages.format("certainty-moderate").lower() in certainties
    assert table.rows[0][1] == messages.format("document-not-pooled")
    assert all(len(row) == len(table.header) == len(table.widths) for row in table.rows)
    assert sum(table.widths) == 100


@pytest.mark.parametrize("tag", LANGUAGES)
def test_disagreement_is_told_and_pointed_to(tag: str, shipped: Library) -> None:
    messages = messages_in(tag)
    draft = drafted(shipped, tag)
    differing = shipped.claims[discrepancies(PREGNANCY, shipped)[0]][1].discrepancy
    assert differing is not None
    assert differing.statement[tag] in words_of(section(draft, tag, "assessment"))
    assert messages.format("document-see-disagreement") in words_of(section(draft, tag, "conclusion"))
    agreeing = drafted(shipped, tag, Plan(short=(f"{COCHRANE}cirrhosis",)))
    assert messages.format("document-see-disagreement") not in agreeing.texts


@pytest.mark.parametrize("tag", LANGUAGES)
def test_it_is_said_that_nobody_searched_anew(tag: str, shipped: Library) -> None:
    messages = messages_in(tag)
    search = words_of(section(drafted(shipped, tag), tag, "search"))
    assert search.startswith(messages.format("document-no-search"))
    assert messages.format("source-searched", date=messages.date("2019-09")) in search
    assert messages.format("document-newest", date=messages.date("2019-09")) in search


def test_sources_without_any_date_are_said_to_have_none(shipped: Library) -> None:
    draft = drafted(shipped, "en", Plan(short=("article-sundhedspanel-urolige-ben#too-much",)))
    assert messages_in("en").format("document-newest-unknown") in words_of(section(draft, "en", "search"))
    assert messages_in("en").format("document-newest-label") not in [label for label, _ in draft.facts]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_consumer_article_is_called_one(tag: str, shipped: Library) -> None:
    note = shipped.cards["article-sundhedspanel-urolige-ben"].source.standing_note[tag]
    assert note in words_of(section(drafted(shipped, tag), tag, "assessment"))


def test_the_cards_are_named_with_version_and_review_state(shipped: Library) -> None:
    cards = [
        card.model_copy(update={"version": 7, "review_state": "draft"}) if card.id == "trial-dahle-1995" else card
        for card in shipped.cards.values()
    ]
    library = Library(cards, shipped.terminology)
    draft = drafted(library, "en")
    table = next(piece for piece in section(draft, "en", "cards").pieces if isinstance(piece, Table))
    messages = messages_in("en")
    states = {row[1]: row[2:] for row in table.rows}
    assert states["trial-dahle-1995"] == ("7", messages.format("document-review-draft"))
    assert states["cochrane-cd009402"] == ("1", messages.format("document-review-reviewed"))
    assert messages.format("notice-unreviewed_card") in draft.texts


def test_the_same_answer_gives_the_same_draft(shipped: Library) -> None:
    assert drafted(shipped, "nn") == drafted(shipped, "nn")


def test_a_draft_without_number_or_question_leaves_no_gap(shipped: Library) -> None:
    answer = answered(shipped, "en", question="")
    draft = draft_reply(answer, shipped, messages_in("en"), TODAY)
    assert messages_in("en").format("document-question") not in [part.heading for part in draft.sections]
    assert draft.number == ""
    assert draft.file_stem == "draft-reply-2026-11-21"


def test_no_reply_is_drafted_where_there_is_no_evidence(shipped: Library) -> None:
    answer = answered(shipped, "en").model_copy(update={"plan": None})
    with pytest.raises(ValueError, match="no evidence"):
        of_answer(answer, shipped)


def test_signs_that_no_page_shows_are_left_out() -> None:
    assert printable("a\u202eb\u200b c\x00\x07\nd\te \ud800") == "ab c d e"
    assert printable("  Æ ß 漢 😀 ") == "Æ ß 漢 😀"
