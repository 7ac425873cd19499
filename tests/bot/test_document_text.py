"""What an answer quotes of a document, or rests on in a source's text, is marked in its place."""

from __future__ import annotations

from bot.answering.document_text import Piece, cited_passages, marked
from bot.answering.select import Plan
from knowledge.evidence.library import Library

TEXT = "One thing is  known.\nAnother is not. A third is."


def shown(*quoted: str) -> str:
    return "".join(f"[{piece.text}]" if piece.quoted else piece.text for piece in marked(TEXT, quoted))


def test_quoted_sentences_are_marked_whatever_white_space_is_between() -> None:
    assert shown("One thing is known.", "A third is.") == "[One thing is known.] Another is not. [A third is.]"


def test_a_sentence_quoted_twice_is_marked_once_and_one_from_elsewhere_nowhere() -> None:
    assert shown("Another is not.", "Another is not.", "Something else.") == (
        "One thing is known. [Another is not.] A third is.")


def test_nothing_is_lost() -> None:
    assert marked(TEXT, ()) == (Piece(text="One thing is known. Another is not. A third is."),)
    assert marked("", ("x",)) == ()


def test_a_claim_is_shown_at_its_place_in_the_text_of_its_source_and_not_where_there_is_no_text(shipped: Library
                                                                                                ) -> None:
    reference, (card, claim) = next((reference, found) for reference, found in shipped.claims.items()
                                    if found[1].locator.begins)
    text = f"Title\n\n{claim.locator.section or ''}\nBefore. {claim.locator.begins} is so. After.\nAnother paragraph."
    passages = cited_passages(Plan.of(reference), shipped, lambda _: text)
    told = "".join(f"[{piece.text}]" if piece.quoted else piece.text for piece in passages[card.id][0].pieces)
    assert told == f"Before. [{claim.locator.begins} is so.] After."
    assert cited_passages(Plan.of(reference), shipped, lambda _: "") == {}


def test_of_a_long_paragraph_only_what_stands_around_the_place_is_shown(shipped: Library) -> None:
    reference, (card, claim) = next((reference, found) for reference, found in shipped.claims.items()
                                    if found[1].locator.begins)
    text = f"{'Long ago. ' * 100}{claim.locator.begins} is so. {'And on. ' * 100}"
    pieces = cited_passages(Plan.of(reference), shipped, lambda _: text)[card.id][0].pieces
    assert pieces[0].text.startswith("… ") and pieces[-1].text.endswith(" …") and sum(
        len(piece.text) for piece in pieces) < 1000
