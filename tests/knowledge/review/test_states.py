"""A card is approved when every claim is done, by those who may; it is opened again, withdrawn, and due in its time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.documents.folder import save_document
from knowledge.documents.models import Document
from knowledge.errors import CardError
from knowledge.evidence.library import load_library
from knowledge.review.desk import queue
from knowledge.review.editing import accept, correct, drop
from knowledge.review.files import OpenCard, open_shelf, saved
from knowledge.review.states import Policy, approve, in_months, obstacles, reopen, withdraw
from tests.knowledge.review.drafts import DAY, KARI, NAME, OLA, drafted, reopened_from


@pytest.fixture
def draft(tmp_path: Path) -> OpenCard:
    return drafted(tmp_path)


def done(card: OpenCard) -> OpenCard:
    """The draft with every claim accepted or dropped, none of them written by a reviewer."""
    return accept(accept(drop(card, "sleep", KARI), "pain", KARI), "diarrhoea", KARI)


def answering(folder: Path) -> list[str]:
    return list(load_library(folder).cards)


def test_a_card_with_a_claim_open_or_not_accepted_is_not_approved(draft: OpenCard) -> None:
    card = accept(draft, "pain", KARI)
    assert obstacles(card) == [
        "claim `sleep`: intervention still open", "claim `diarrhoea` is neither accepted nor dropped"
    ]  # fmt: skip
    with pytest.raises(CardError, match="`sleep`: intervention still open"):
        approve(card, KARI, Policy())


def test_a_card_that_says_nothing_and_has_nothing_to_quote_is_not_approved(draft: OpenCard) -> None:
    card = draft
    for claim in draft.card.claims:
        card = drop(card, claim.id, KARI)
    assert "add a claim" in obstacles(card)[0]
    document = Document(id=NAME, kind="cochrane_summary", title="T", publisher="P", language="en", sections=())
    save_document(document, draft.path.parent)
    assert obstacles(card) == []


def test_an_approved_card_answers_and_says_who_approved_it_and_when_it_is_due(draft: OpenCard, tmp_path: Path) -> None:
    assert answering(tmp_path) == []
    card = saved(approve(done(draft), KARI, Policy(months=12)))
    assert answering(tmp_path) == [NAME]
    assert "review_state: approved" in card.text and "accepted" not in card.text
    review = card.card.review
    assert ([item.by for item in review.approved], review.next) == (["Kari"], date(2027, 11, 28))
    assert card.card.history[-1].what == "approved"


def test_where_two_people_are_asked_for_the_second_must_be_another(draft: OpenCard) -> None:
    policy = Policy(reviewers=2)
    card = approve(done(draft), KARI, policy)
    assert card.card.review_state == "draft"
    with pytest.raises(CardError, match="you have approved it already; 1 more reviewer must"):
        approve(card, KARI, policy)
    assert approve(card, OLA, policy).card.review_state == "reviewed"


def test_a_correction_takes_back_the_first_of_two_approvals(draft: OpenCard) -> None:
    card = approve(done(draft), KARI, Policy(reviewers=2))
    assert correct(card, "pain", {"certainty": "low"}, OLA).card.review.approved == ()


def test_who_wrote_a_claim_may_be_forbidden_to_approve_the_card_alone(draft: OpenCard) -> None:
    policy = Policy(author_alone=False)
    written = accept(correct(done(draft), "pain", {"certainty": "low"}, KARI), "pain", KARI)
    card = approve(written, KARI, policy)
    assert card.card.review_state == "draft"
    assert approve(card, OLA, policy).card.review_state == "reviewed"
    assert approve(written, OLA, policy).card.review_state == "reviewed"
    assert approve(done(draft), KARI, policy).card.review_state == "reviewed", "dropping and accepting writes nothing"


def test_names_longer_than_a_name_may_be_stand_in_the_way(draft: OpenCard) -> None:
    words = "one two three four five six seven eight nine"
    card = correct(done(draft), "pain", {"code.outcome_text.text": words}, KARI)
    assert any("quotes 9 words" in obstacle for obstacle in obstacles(card))
    with pytest.raises(CardError, match="quotes 9 words"):
        accept(card, "pain", KARI)


def test_a_correction_makes_an_approved_card_a_draft_in_which_only_that_claim_waits(
    draft: OpenCard, tmp_path: Path
) -> None:
    card = saved(approve(done(draft), KARI, Policy()))
    card = saved(correct(card, "pain", {"certainty": "low"}, OLA))
    assert obstacles(card) == ["claim `pain` is neither accepted nor dropped"]
    assert [item.by for item in card.card.review.accepted] == ["Kari"]
    saved(approve(accept(card, "pain", OLA), OLA, Policy()))
    assert [change.what for change in reopened_from(tmp_path).card.history] == [
        "dropped", "approved", "corrected", "approved"
    ]


def test_a_withdrawn_card_answers_no_more_says_why_and_is_changed_only_once_it_is_open_again(
    draft: OpenCard, tmp_path: Path
) -> None:
    card = saved(approve(done(draft), KARI, Policy()))
    with pytest.raises(CardError, match="say why"):
        withdraw(card, OLA, " ")
    card = saved(withdraw(card, OLA, "the review was retracted"))
    assert answering(tmp_path) == []
    assert card.card.history[-1].why == "the review was retracted"
    with pytest.raises(CardError, match="open it again"):
        correct(card, "pain", {"certainty": "low"}, OLA)
    assert obstacles(reopen(card, OLA)) == []


def test_a_draft_that_was_withdrawn_is_not_done_when_it_is_opened_again(draft: OpenCard) -> None:
    card = reopen(withdraw(accept(draft, "pain", KARI), KARI, "wrong file"), KARI)
    assert [item.claim for item in card.card.review.accepted] == ["pain"]


def test_an_approved_card_is_in_the_queue_from_the_day_it_is_due(draft: OpenCard, tmp_path: Path) -> None:
    saved(approve(done(draft), KARI, Policy(), next_review=date(2027, 1, 1)))
    shelf = open_shelf([tmp_path])
    assert queue(shelf, date(2026, 12, 31)) == []
    assert [(item.card, item.why) for item in queue(shelf, date(2027, 1, 1))] == [(NAME, "due")]


def test_months_later_is_a_day_that_there_is() -> None:
    assert [in_months(day, months) for day, months in ((DAY, 24), (date(2026, 1, 31), 1), (date(2026, 12, 5), 12))] == [
        date(2028, 11, 28), date(2026, 2, 28), date(2027, 12, 5)
    ]  # fmt: skip


def test_a_withdrawn_card_that_is_opened_again_says_nothing_until_it_is_approved_again(draft: OpenCard) -> None:
    folder = draft.path.parent
    approved = saved(approve(done(draft), KARI, Policy()))
    changed = saved(accept(correct(saved(reopen(approved, KARI)), "pain", {"certainty": "low"}, OLA), "pain", KARI))
    assert answering(folder)  # what was approved before answers still
    second = saved(approve(changed, KARI, Policy()))
    gone = saved(withdraw(second, KARI, "wrong"))
    assert not answering(folder)
    again = saved(reopen(gone, KARI))
    assert not answering(folder)
    once_more = saved(approve(again, KARI, Policy()))
    assert answering(folder)
    saved(reopen(once_more, KARI))
    assert answering(folder)
