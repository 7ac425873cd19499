"""Of several cards of one work one answers, so that no answer cites a work twice; the others count as replaced."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from knowledge.documents.folder import save_document
from knowledge.documents.models import Document, Paragraph, Section, SectionRole
from knowledge.evidence.library import Library, load_library
from knowledge.evidence.replacing import replaced_by
from knowledge.review.desk import TwinView, view
from knowledge.review.files import open_card, open_shelf
from tests.knowledge.small_cards import as_card, card, write


def of_work(name: str, state: str = "reviewed", **identifiers: str) -> dict[str, Any]:
    """A card of the work with these numbers."""
    content = card(name, review_state=state)
    return {**content, "source": {**content["source"], "identifiers": identifiers}}


def loaded(*folders: Path) -> Library:
    return load_library(*folders)


def library_of(tmp_path: Path, shipped: dict[str, Any], own: dict[str, Any]) -> Library:
    write(tmp_path / "shipped", str(shipped["id"]), shipped)
    write(tmp_path / "own", str(own["id"]), own)
    return loaded(tmp_path / "shipped", tmp_path / "own")


@pytest.mark.parametrize(("shipped", "own", "answers"), [
    (of_work("shipped", registry="NCT00000001"), of_work("own", registry="nct00000001"), "own"),
    (of_work("shipped", registry="NCT00000001"), of_work("own", "draft", registry="NCT00000001"), "shipped"),
    (of_work("shipped", doi="10.1002/1.CD000001.pub3"), of_work("own", doi="10.1002/1.CD000001.pub2"), "shipped"),
    (of_work("shipped", relis="4-5672"), of_work("own", relis="4-5672"), "own"),
])
def test_of_two_cards_of_one_work_one_answers(tmp_path: Path, shipped: dict[str, Any], own: dict[str, Any],
                                              answers: str) -> None:
    library = library_of(tmp_path, shipped, own)
    assert list(library.cards) == [answers]
    assert {card.id for card, _ in library.claims.values()} == {answers}


def test_cards_of_other_works_stay(tmp_path: Path) -> None:
    library = library_of(tmp_path, of_work("shipped", pmid="1"), of_work("own", pmid="2"))
    assert list(library.cards) == ["shipped", "own"] and library.replaced == {}


def test_what_was_replaced_is_kept_to_be_shown_with_what_replaces_it(tmp_path: Path) -> None:
    library = library_of(tmp_path, of_work("shipped", pmid="1"), of_work("own", pmid="1"))
    assert library.replaced == {"shipped": "own"} and library.aside["shipped"].source.title == "A trial"
    assert library.source("shipped").id == "shipped"


def test_three_cards_that_hang_together_by_two_numbers_are_of_one_work() -> None:
    cards = [as_card(of_work("one", pmid="1")), as_card(of_work("two", registry="NCT00000001")),
             as_card(of_work("three", pmid="1", registry="NCT00000001"))]
    assert replaced_by(cards) == {"one": "three", "two": "three"}


def test_the_text_of_a_replaced_card_is_cited_as_that_of_the_one_that_replaces_it(tmp_path: Path) -> None:
    write(tmp_path / "shipped", "shipped", of_work("shipped", relis="4-5672"))
    own = {**of_work("own", "draft", relis="4-5672"), "claims": []}
    write(tmp_path / "own", "own", own)
    paragraphs = (Paragraph(text="It helps a little."),)
    section = Section(heading="Conclusion", role=SectionRole.CONCLUSION, paragraphs=paragraphs)
    save_document(Document(id="own", kind="relis_answer", title="T", publisher="P", language="en", sections=(section,)),
                  tmp_path / "own")
    library = loaded(tmp_path / "shipped", tmp_path / "own")
    assert list(library.documents) == ["shipped"] and library.source("shipped").id == "shipped"
    assert library.documents["shipped"].sections == (section,)


def test_the_reviewer_of_a_draft_is_told_which_card_it_will_replace_or_give_way_to(tmp_path: Path) -> None:
    write(tmp_path / "shipped", "shipped", of_work("shipped", pmid="1"))
    write(tmp_path / "own", "own", of_work("own", "draft", pmid="1"))
    shelf = open_shelf([tmp_path / "shipped", tmp_path / "own"])
    assert view(open_card(shelf, "own")).twins == (
        TwinView(card="shipped", title="A trial", by="PMID 1", gives_way=True),)
    newer = of_work("shipped", doi="10.1002/1.CD000001.pub3")
    write(tmp_path / "shipped", "shipped", newer)
    write(tmp_path / "own", "own", of_work("own", "draft", doi="10.1002/1.CD000001"))
    shelf = open_shelf([tmp_path / "shipped", tmp_path / "own"])
    assert [twin.gives_way for twin in view(open_card(shelf, "own")).twins] == [False]
